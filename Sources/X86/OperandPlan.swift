extension OperandForm {
  /// Where and how this operand is encoded.
  var plan: Plan {
    switch self {
    case .none: Plan()
    case .rm8: .rm(.byte)
    case .rm16: .rm(.word)
    case .rm32: .rm(.dword)
    case .rm64: .rm(.qword)
    case .rm: .rm(.operand)
    case .rmY: .rm(.dwordOrQword)
    case .rmSelector: .rm(.operand, memory: .word)
    case .rmYm8: .rm(.dwordOrQword, memory: .byte)
    case .rmYm16: .rm(.dwordOrQword, memory: .word)
    case .rmYm32: .rm(.dwordOrQword, memory: .dword)
    case .rmNative: .rm(.native)
    case .r8: .reg(.gpr, .byte)
    case .r16: .reg(.gpr, .word)
    case .r32: .reg(.gpr, .dword)
    case .r64: .reg(.gpr, .qword)
    case .r: .reg(.gpr, .operand)
    case .rY: .reg(.gpr, .dwordOrQword)
    case .rNative: .reg(.gpr, .native)
    case .rAddress: .reg(.gpr, .address)
    case .rmAddress: .rm(.address)
    case .vY: Plan(place: .vvvv, kind: .gpr, width: .dwordOrQword)
    case .o8: Plan(place: .opcode, kind: .gpr, width: .byte)
    case .o: Plan(place: .opcode, kind: .gpr, width: .operand)
    case .m: .memory(.zero)
    case .m8: .memory(.byte)
    case .m16, .int16: .memory(.word)
    case .m32, .float32, .int32: .memory(.dword)
    case .m64, .float64, .int64: .memory(.qword)
    case .float80: .memory(.tbyte)
    case .m128: .memory(.xmmword)
    case .mOperand: .memory(.operand)
    case .mPair: .memory(.pair)
    case .mFar: .memory(.far)
    case .mDescriptor: .memory(.descriptor)
    case .moffs8: Plan(place: .memoryOffset, kind: .memory, memoryWidth: .byte)
    case .moffs: Plan(place: .memoryOffset, kind: .memory, memoryWidth: .operand)
    default: implied
    }
  }

  private var implied: Plan {
    switch self {
    case .al: .register(.gpr, 0, .byte)
    case .ax: .register(.gpr, 0, .word)
    case .eax: .register(.gpr, 0, .dword)
    case .accumulator: .register(.gpr, 0, .operand)
    case .cl: .register(.gpr, 1, .byte)
    case .dx: .register(.gpr, 2, .word)
    case .es, .loadedES: .register(.segment, 0, .word)
    case .cs, .loadedCS: .register(.segment, 1, .word)
    case .ss, .loadedSS: .register(.segment, 2, .word)
    case .ds, .loadedDS: .register(.segment, 3, .word)
    case .fs, .loadedFS: .register(.segment, 4, .word)
    case .gs, .loadedGS: .register(.segment, 5, .word)
    case .st0: .register(.st, 0, .tbyte)
    case .xmm0: .register(.xmm, 0, .xmmword)
    case .one: Plan(place: .constant, kind: .immediate, width: .byte, register: 1)
    case .three: Plan(place: .constant, kind: .immediate, width: .byte, register: 3)
    default: encoded
    }
  }

  private var encoded: Plan {
    switch self {
    case .imm8: .immediate(.byte, .signedByte)
    case .imm8Extended: .immediate(.operand, .signedByte)
    case .imm8Unsigned: .immediate(.byte, .unsignedByte)
    case .imm16Unsigned: .immediate(.word, .unsignedWord)
    case .imm: .immediate(.operand, .wordOrDword)
    case .immFull: .immediate(.operand, .full)
    case .secondImm8:
      Plan(place: .secondImmediate, kind: .immediate2, width: .byte, encoded: .unsignedByte)
    case .rel8: Plan(place: .relative, kind: .relative, width: .operand, encoded: .signedByte)
    case .rel: Plan(place: .relative, kind: .relative, width: .operand, encoded: .wordOrDword)
    case .relWhole: Plan(place: .relative, kind: .relative, width: .native, encoded: .wordOrDword)
    case .far: Plan(place: .far, kind: .farPointer, width: .far, encoded: .full)
    case .destination8: Plan(place: .stringDestination, kind: .stringDestination, width: .byte)
    case .destination: Plan(place: .stringDestination, kind: .stringDestination, width: .operand)
    case .source8: Plan(place: .stringSource, kind: .stringSource, width: .byte)
    case .source: Plan(place: .stringSource, kind: .stringSource, width: .operand)
    case .table: Plan(place: .table, kind: .memory, memoryWidth: .byte)
    case .segment: .reg(.segment, .word)
    case .control: .reg(.control, .native)
    case .debug: .reg(.debug, .native)
    case .sti: Plan(place: .modRMRM, kind: .st, width: .tbyte)
    case .mm: .reg(.mmx, .qword)
    case .mmRM: .vector(.mmx, .qword)
    case .mmRM32: .vector(.mmx, .qword, memory: .dword)
    case .xmm: .reg(.xmm, .xmmword)
    case .xmmRM: .vector(.xmm, .xmmword)
    case .xmmRM64: .vector(.xmm, .qword)
    case .xmmRM32: .vector(.xmm, .dword)
    case .xmmRM16: .vector(.xmm, .word)
    default: vectorOfAnyLength
    }
  }

  private var vectorOfAnyLength: Plan {
    switch self {
    case .xmmV: Plan(place: .vvvv, kind: .xmm, width: .xmmword)
    case .xmmRM8: .vector(.xmm, .byte)
    case .vec: .reg(.xmm, .vector)
    case .vecV: Plan(place: .vvvv, kind: .xmm, width: .vector)
    case .vecRM: .vector(.xmm, .vector)
    case .vecIs4: Plan(place: .is4, kind: .xmm, width: .vector)
    case .halfVec: .reg(.xmm, .half)
    case .halfVecV: Plan(place: .vvvv, kind: .xmm, width: .half)
    case .halfVecRM: .vector(.xmm, .half)
    case .quarterVecRM: .vector(.xmm, .quarter)
    case .eighthVecRM: .vector(.xmm, .eighth)
    case .vecRMDup: .vector(.xmm, .vector, memory: .dup)
    case .indexed32: .indexed(.vector, memory: .dword)
    case .indexed64: .indexed(.vector, memory: .qword)
    case .indexedByHalf32: .indexed(.half, memory: .dword)
    case .indexedByHalf64: .indexed(.half, memory: .qword)
    default: masked
    }
  }

  private var masked: Plan {
    switch self {
    case .t: .reg(.tile, .zero)
    case .tV: Plan(place: .vvvv, kind: .tile)
    case .tRM: .vector(.tile, .zero)
    case .mSIB: Plan(place: .sib, kind: .memory)
    case .xmmIs4: Plan(place: .is4, kind: .xmm, width: .xmmword)
    case .imm32: .immediate(.dword, .wordOrDword)
    case .k: .reg(.mask, .qword)
    case .kV: Plan(place: .vvvv, kind: .mask, width: .qword)
    case .kRM: .vector(.mask, .qword)
    case .kRM8: .vector(.mask, .qword, memory: .byte)
    case .kRM16: .vector(.mask, .qword, memory: .word)
    case .kRM32: .vector(.mask, .qword, memory: .dword)
    case .quarterVec: .reg(.xmm, .quarter)
    case .vecRMB16: .repeating(.vector, 2)
    case .vecRMB32: .repeating(.vector, 4)
    case .vecRMB64: .repeating(.vector, 8)
    case .halfVecRMB16: .repeating(.half, 2)
    case .halfVecRMB32: .repeating(.half, 4)
    case .quarterVecRMB16: .repeating(.quarter, 2)
    case .vecRMBy1: .counting(1)
    case .vecRMBy2: .counting(2)
    case .vecRMBy4: .counting(4)
    case .vecRMBy8: .counting(8)
    default: Plan()
    }
  }
}

extension OperandForm.Plan {
  fileprivate static func repeating(_ width: OperandForm.Width, _ element: UInt8) -> Self {
    var plan = vector(.xmm, width)
    plan.broadcast = element
    return plan
  }

  fileprivate static func counting(_ element: UInt8) -> Self {
    var plan = vector(.xmm, .vector)
    plan.scale = element
    return plan
  }

  fileprivate static func indexed(
    _ width: OperandForm.Width, memory: OperandForm.Width
  ) -> Self {
    Self(place: .indexed, kind: .vectorMemory, width: width, memoryWidth: memory)
  }

  fileprivate static func rm(
    _ width: OperandForm.Width, memory: OperandForm.Width? = nil
  ) -> Self {
    Self(place: .modRMRM, kind: .gpr, width: width, memoryWidth: memory ?? width)
  }

  fileprivate static func vector(
    _ kind: Operand.Kind, _ width: OperandForm.Width, memory: OperandForm.Width? = nil
  ) -> Self {
    Self(place: .modRMRM, kind: kind, width: width, memoryWidth: memory ?? width)
  }

  fileprivate static func memory(_ width: OperandForm.Width) -> Self {
    Self(place: .modRMRM, kind: .memory, memoryWidth: width)
  }

  fileprivate static func reg(_ kind: Operand.Kind, _ width: OperandForm.Width) -> Self {
    Self(place: .modRMReg, kind: kind, width: width)
  }

  fileprivate static func register(
    _ kind: Operand.Kind, _ number: UInt8, _ width: OperandForm.Width
  ) -> Self {
    Self(place: .implied, kind: kind, width: width, register: number)
  }

  fileprivate static func immediate(
    _ width: OperandForm.Width, _ encoded: OperandForm.EncodedWidth
  ) -> Self {
    Self(place: .immediate, kind: .immediate, width: width, encoded: encoded)
  }
}
