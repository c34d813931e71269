/// An operand as a row names it: where it is encoded, what it is, how wide it is.
///
/// Names without a number are as wide as the effective operand size. `rm` names are a register or
/// memory (by ModRM.mod), `r` names the register of ModRM.reg, `o` names the register in the
/// opcode's low bits, `m` names memory only, `v` names the register of VEX.vvvv.
public enum OperandForm: UInt8, Sendable, CaseIterable {
  case none

  // General registers and memory.
  case rm8, rm16, rm32, rm64, rm
  /// 32 or 64 bits by W; 66 does not matter.
  case rmY
  /// A register of operand size, or 16 bits of memory (`sldt`, `mov ax,ds`).
  case rmSelector
  /// A register of 32 or 64 bits by W, or 8, 16, 32 bits of memory (`pinsrb`, `pextrw`).
  case rmYm8, rmYm16, rmYm32
  case r8, r16, r32, r64, r, rY
  case vY
  case o8, o
  /// A register of native width (8 in 64-bit mode, otherwise 4).
  case rmNative, rNative
  /// A register as wide as addresses are (`enqcmd`).
  case rAddress, rmAddress
  /// Memory without a size of its own.
  case m
  case m8, m16, m32, m64, m128, mOperand
  /// Two elements of operand size (`bound`).
  case mPair
  /// A far pointer in memory: offset of operand size, then a selector.
  case mFar
  /// A descriptor table's limit and base.
  case mDescriptor
  case moffs8, moffs

  // Registers that the opcode implies.
  case al, ax, eax, accumulator, cl, dx
  case es, cs, ss, ds, fs, gs
  /// Loaded by `les` and kin; not in the text.
  case loadedES, loadedCS, loadedSS, loadedDS, loadedFS, loadedGS

  // Immediates.
  /// A byte, sign-extended; as wide as a byte.
  case imm8
  /// A byte, sign-extended to operand size.
  case imm8Extended
  /// A byte, zero-extended: counts, ports, controls.
  case imm8Unsigned
  /// Two bytes, zero-extended.
  case imm16Unsigned
  /// 2 or 4 bytes, sign-extended to operand size.
  case imm
  /// 2, 4 or 8 bytes.
  case immFull
  /// A second byte, zero-extended.
  case secondImm8
  /// The constants of the shift-by-one forms and of the one-byte breakpoint.
  case one, three

  // Branch targets.
  case rel8, rel, far
  /// As `rel`, but the target is not cut to operand size (`xbegin`).
  case relWhole

  // Strings.
  case destination8, destination, source8, source
  /// The byte at [rBX], to which al is added (`xlat`).
  case table

  // System registers.
  case segment, control, debug

  // x87.
  case st0, sti
  case float32, float64, float80, int16, int32, int64

  // MMX and SSE.
  case mm, mmRM
  /// An MMX register, or 4 bytes of memory (`punpcklbw`).
  case mmRM32
  case xmm, xmmRM, xmmRM64, xmmRM32, xmmRM16
  /// Implied xmm0 (`blendvps`).
  case xmm0

  // AVX: `v` names are the register of VEX.vvvv, `is4` is that of a byte's high four bits.
  case xmmV
  /// A byte, 2 bytes or 8 bytes of memory, or the low part of a register.
  case xmmRM8
  /// As wide as VEX.L says.
  case vec, vecV, vecRM, vecIs4
  /// Half, a quarter, an eighth as wide (but a register has 16 bytes at least).
  case halfVec, halfVecV, halfVecRM, quarterVecRM, eighthVecRM
  /// As wide as VEX.L says, but 8 bytes in memory when that is 16 (`vmovddup`).
  case vecRMDup
  /// Elements of 4 or 8 bytes in memory at indices that a vector register holds, as wide as the
  /// vector or half as wide.
  case indexed32, indexed64, indexedByHalf32, indexedByHalf64

  // AVX-512. `k` names are mask registers.
  case k, kV, kRM, kRM8, kRM16, kRM32
  // AMX: `t` names are tiles; memory whose SIB byte must be there.
  case t, tV, tRM, mSIB
  // XOP and FMA4.
  case xmmIs4
  /// 4 bytes whatever the operand size.
  case imm32
  case quarterVec
  /// As `vecRM` and its parts, but memory may be one element that is repeated (`B` and its bits).
  case vecRMB16, vecRMB32, vecRMB64, halfVecRMB16, halfVecRMB32, quarterVecRMB16
  /// As `vecRM`, but a byte of displacement counts elements of so many bytes.
  case vecRMBy1, vecRMBy2, vecRMBy4, vecRMBy8

  /// Where the operand is encoded.
  enum Place: UInt8, Sendable {
    case none
    case modRMReg, modRMRM, opcode, vvvv, is4
    /// Memory with a vector of indices.
    case indexed
    /// Memory with a SIB byte.
    case sib
    case implied
    case memoryOffset
    case immediate, secondImmediate, relative, far, constant
    case stringSource, stringDestination, table
  }

  /// How many bytes an operand has: a number, or a rule to be applied to the instruction.
  enum Width: UInt8, Sendable {
    case zero = 0
    case byte = 1
    case word = 2
    case dword = 4
    case fword = 6
    case qword = 8
    case tbyte = 10
    case xmmword = 16
    case ymmword = 32
    case zmmword = 64
    /// The effective operand size.
    case operand = 200
    /// 4, or 8 with REX.W or VEX.W.
    case dwordOrQword
    /// 8 in 64-bit mode, otherwise 4.
    case native
    /// The operand size and 2 more.
    case far
    /// The native width and 2 more.
    case descriptor
    /// The effective address size.
    case address
    /// Twice the operand size.
    case pair
    /// By VEX.L: 16 or 32 bytes, and parts of that.
    case vector, half, quarter, eighth
    /// 8 bytes for a vector of 16, otherwise as `vector`.
    case dup
  }

  /// What the decoder and the encoder need to know of an operand.
  struct Plan: Sendable {
    var place = Place.none
    /// The operand's kind when it is a register (or the only kind there is).
    var kind = Operand.Kind.none
    /// The width of a register, or of what is not memory.
    var width = Width.zero
    /// The width in memory.
    var memoryWidth = Width.zero
    /// The register when the opcode implies it; the value of a constant.
    var register: UInt8 = 0
    /// How many bytes are encoded: immediates and displacements.
    var encoded = EncodedWidth.none
    /// The bytes of an element that EVEX.b repeats; 0 where it cannot.
    var broadcast: UInt8 = 0
    /// What a byte of displacement counts in EVEX forms; 0 if that is the width in memory.
    var scale: UInt8 = 0
  }

  /// How many bytes of an immediate or a displacement stand in the code, and how they extend.
  enum EncodedWidth: UInt8, Sendable {
    case none
    case signedByte, unsignedByte, unsignedWord
    /// 2, or 4 for operand sizes 4 and 8; sign-extended.
    case wordOrDword
    /// The operand size.
    case full
  }

  /// Whether the operand stays out of the text.
  var isHidden: Bool {
    rawValue >= OperandForm.loadedES.rawValue && rawValue <= OperandForm.loadedGS.rawValue
  }

  /// Whether the operand is as wide as the vector length says, or a part of that.
  var isOfAnyLength: Bool {
    switch plan.width {
    case .vector, .half, .quarter, .eighth: true
    default: false
    }
  }

  /// The operand size rule of a row whose first operand this is.
  var impliedWidth: WidthRule {
    switch self {
    case .rm8, .r8, .o8, .al, .moffs8, .imm8, .m8, .destination8, .source8, .table: .byte
    case .rel8, .rel: .branch
    case .rY, .rmY, .vY: .doubleOrQuad
    case .rmNative, .rNative, .mDescriptor, .control, .debug: .native
    case .mm, .mmRM, .mmRM32: .mmx
    case .xmm, .xmmV, .xmmRM, .xmmRM64, .xmmRM32, .xmmRM16, .xmmRM8: .xmm
    case .vec, .vecV, .vecRM, .halfVec, .halfVecV, .halfVecRM, .quarterVecRM, .eighthVecRM,
      .vecRMDup:
      .vector
    default: .operand
    }
  }
}
