import Bytes

/// What one step of a prolog did, so that an unwinder can undo it.
///
/// Registers are numbered as the processor encodes them: 0 rax, 1 rcx, 2 rdx, 3 rbx, 4 rsp, 5 rbp,
/// 6 rsi, 7 rdi, 8 to 15 r8 to r15.
public enum UnwindOperation: Hashable, Sendable {
  /// `push register` (`UWOP_PUSH_NONVOL`).
  case push(register: UInt8)
  /// `sub rsp, bytes` (`UWOP_ALLOC_SMALL`, `UWOP_ALLOC_LARGE`).
  case allocate(bytes: UInt32)
  /// The frame register now holds rsp plus ``UnwindInfo/frameOffset`` (`UWOP_SET_FPREG`).
  case setFrameRegister
  /// The register was stored `offset` bytes above the frame's base (`UWOP_SAVE_NONVOL`, `_FAR`).
  case save(register: UInt8, offset: UInt32)
  /// The XMM register was stored `offset` bytes above the frame's base (`UWOP_SAVE_XMM128`, `_FAR`).
  case saveXMM(register: UInt8, offset: UInt32)
  /// The processor pushed an interrupt frame, below it an error code or not (`UWOP_PUSH_MACHFRAME`).
  case machineFrame(errorCode: Bool)
  /// Where an epilog begins (`UWOP_EPILOG`, version 2); nothing to undo. The values are as stored.
  case epilog(offsetLow: UInt8, info: UInt8)
}

/// One step of a prolog.
public struct UnwindCode: Hashable, Sendable {
  /// Offset from the function's begin of the instruction behind the one that did it.
  public var prologOffset: UInt8
  public var operation: UnwindOperation
}

/// How to leave a function: `UNWIND_INFO`.
///
/// Facts: "x64 exception handling", learn.microsoft.com/cpp/build/exception-handling-x64.
public struct UnwindInfo: Hashable, Sendable {
  /// 1 or 2.
  public var version: UInt8
  /// Bit 0 exception handler, bit 1 termination handler, bit 2 chained.
  public var flags: UInt8
  /// Bytes of the prolog.
  public var prologSize: UInt8
  /// The frame register's number, or nil if the function has none.
  public var frameRegister: UInt8?
  /// What is added to rsp where the frame register is set, in bytes.
  public var frameOffset: UInt32
  /// The prolog's steps, the last one first: the order in which to undo them.
  public var codes: [UnwindCode]
  /// Offset of the language's handler from the base.
  public var handler: UInt32?
  /// Offset of the handler's data.
  public var handlerData: UInt32?
  /// The entry whose unwind data continues this one's.
  public var chained: RuntimeFunction?

  /// Whether ``handler`` is for exceptions (`UNW_FLAG_EHANDLER`).
  public var hasExceptionHandler: Bool { flags & 1 != 0 }
  /// Whether ``handler`` is for termination (`UNW_FLAG_UHANDLER`).
  public var hasTerminationHandler: Bool { flags & 2 != 0 }

  init(reading reader: inout ByteReader, rva: UInt32) throws(FormatError) {
    let head: UInt8 = try reader.read("UNWIND_INFO.Version")
    version = head & 7
    flags = head >> 3
    guard version == 1 || version == 2 else {
      throw FormatError(
        "UNWIND_INFO.Version", at: UInt64(rva), in: "image",
        .unexpected(value: UInt64(version), expected: "1 or 2"))
    }
    prologSize = try reader.read("UNWIND_INFO.SizeOfProlog")
    let count: UInt8 = try reader.read("UNWIND_INFO.CountOfCodes")
    let frame: UInt8 = try reader.read("UNWIND_INFO.FrameRegister")
    frameRegister = frame & 15 == 0 ? nil : frame & 15
    frameOffset = UInt32(frame >> 4) * 16
    var table = try reader.subreader(Int(count) * 2, "UNWIND_CODE")
    codes = []
    while !table.isAtEnd { codes.append(try UnwindCode(reading: &table)) }
    if count & 1 != 0 { try reader.skip(2, "UNWIND_CODE") }
    if flags & 4 != 0 {
      chained = try RuntimeFunction(reading: &reader)
    } else if flags & 3 != 0 {
      handler = try reader.read("UNWIND_INFO.ExceptionHandler")
      handlerData = rva &+ UInt32(truncatingIfNeeded: reader.position)
    }
  }
}

extension UnwindCode {
  /// Reads one code and the slots that belong to it.
  fileprivate init(reading reader: inout ByteReader) throws(FormatError) {
    let place: UInt8 = try reader.read("UNWIND_CODE.CodeOffset")
    let packed: UInt8 = try reader.read("UNWIND_CODE.UnwindOp")
    let info = packed >> 4
    prologOffset = place
    switch packed & 15 {
    case 0: operation = .push(register: info)
    case 1:
      if info == 0 {
        let eighths: UInt16 = try reader.read("UNWIND_CODE.AllocLarge")
        operation = .allocate(bytes: UInt32(eighths) * 8)
      } else {
        operation = .allocate(bytes: try reader.read("UNWIND_CODE.AllocLarge"))
      }
    case 2: operation = .allocate(bytes: UInt32(info) * 8 + 8)
    case 3: operation = .setFrameRegister
    case 4:
      let eighths: UInt16 = try reader.read("UNWIND_CODE.SaveNonvol")
      operation = .save(register: info, offset: UInt32(eighths) * 8)
    case 5:
      operation = .save(register: info, offset: try reader.read("UNWIND_CODE.SaveNonvolFar"))
    case 6: operation = .epilog(offsetLow: place, info: info)
    case 8:
      let sixteenths: UInt16 = try reader.read("UNWIND_CODE.SaveXmm128")
      operation = .saveXMM(register: info, offset: UInt32(sixteenths) * 16)
    case 9:
      operation = .saveXMM(register: info, offset: try reader.read("UNWIND_CODE.SaveXmm128Far"))
    case 10: operation = .machineFrame(errorCode: info == 1)
    default:
      throw reader.error(
        "UNWIND_CODE.UnwindOp", .unexpected(value: UInt64(packed & 15), expected: "0 to 6, 8 to 10")
      )
    }
  }
}

extension PEImage {
  /// The unwind information at `rva`, which comes from a function table's entry.
  public func unwindInfo(at rva: UInt32) throws(FormatError) -> UnwindInfo {
    // The record's length is known only after its third byte.
    let head = try require("UNWIND_INFO", rva: rva, count: 4)
    let slots = (Int(head[2]) + 1) & ~1
    let flags = head[0] >> 3
    let tail = flags & 4 != 0 ? 12 : flags & 3 != 0 ? 4 : 0
    let bytes = try require("UNWIND_INFO", rva: rva, count: 4 + slots * 2 + tail)
    var reader = ByteReader(bytes.span.bytes, base: UInt64(rva), container: "image")
    return try UnwindInfo(reading: &reader, rva: rva)
  }
}
