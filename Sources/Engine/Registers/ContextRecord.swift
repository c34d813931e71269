/// The x64 CONTEXT record (winnt.h, 4D0h bytes): how a guest, a dump or `.cxr` stores registers.
public enum ContextRecord {
  /// Bytes in a record without extended state.
  public static let size = 0x4D0

  /// ContextFlags bits: CONTEXT_AMD64 and its parts.
  public static let amd64: UInt32 = 0x0010_0000
  public static let control: UInt32 = 0x0010_0001
  public static let integer: UInt32 = 0x0010_0002
  public static let segments: UInt32 = 0x0010_0004
  public static let floatingPoint: UInt32 = 0x0010_0008
  public static let debugRegisters: UInt32 = 0x0010_0010
  /// CONTEXT_ALL: every part above.
  public static let all: UInt32 = 0x0010_001F

  /// Where each register stands: offset and bytes.
  static let fields: [(register: Register, offset: Int, bytes: Int)] = [
    (.mxcsr, 0x34, 4), (.cs, 0x38, 2), (.ds, 0x3A, 2), (.es, 0x3C, 2), (.fs, 0x3E, 2),
    (.gs, 0x40, 2), (.ss, 0x42, 2), (.efl, 0x44, 4), (.dr0, 0x48, 8), (.dr1, 0x50, 8),
    (.dr2, 0x58, 8), (.dr3, 0x60, 8), (.dr6, 0x68, 8), (.dr7, 0x70, 8), (.rax, 0x78, 8),
    (.rcx, 0x80, 8), (.rdx, 0x88, 8), (.rbx, 0x90, 8), (.rsp, 0x98, 8), (.rbp, 0xA0, 8),
    (.rsi, 0xA8, 8), (.rdi, 0xB0, 8), (.r8, 0xB8, 8), (.r9, 0xC0, 8), (.r10, 0xC8, 8),
    (.r11, 0xD0, 8), (.r12, 0xD8, 8), (.r13, 0xE0, 8), (.r14, 0xE8, 8), (.r15, 0xF0, 8),
    (.rip, 0xF8, 8), (.fpcw, 0x100, 2), (.fpsw, 0x102, 2), (.fptw, 0x104, 1),
  ]
  private static let stOffset = 0x120
  private static let xmmOffset = 0x1A0
  private static let flagsOffset = 0x30
  /// MXCSR once more, in the floating-point save area.
  private static let mxcsrOffset = 0x118

  /// The registers in a record, or nil when fewer than `size` bytes are given.
  ///
  /// Parts that ContextFlags leaves out are not known in the result; a record whose flags do not
  /// name the architecture is read whole.
  public static func read(_ bytes: [UInt8]) -> Context? {
    guard bytes.count >= size else { return nil }
    let flags = UInt32(truncatingIfNeeded: load(bytes, flagsOffset, 4))
    let trusted = flags & amd64 != 0
    var context = Context()
    for field in fields
    where !trusted || flags & part(of: field.register) == part(of: field.register) {
      context[field.register] = load(bytes, field.offset, field.bytes)
    }
    if !trusted || flags & floatingPoint == floatingPoint {
      for number in 0..<16 {
        let offset = xmmOffset + number * 16
        context.setXMM(number, low: load(bytes, offset, 8), high: load(bytes, offset + 8, 8))
      }
      for number in 0..<8 {
        let offset = stOffset + number * 16
        context.setST(
          number, mantissa: load(bytes, offset, 8),
          signExponent: UInt16(truncatingIfNeeded: load(bytes, offset + 8, 2)))
      }
    }
    return context
  }

  /// Overwrites in `bytes` every register that `context` knows. Too short a record is left alone.
  public static func write(_ context: Context, into bytes: inout [UInt8]) {
    guard bytes.count >= size else { return }
    for field in fields where context.isKnown(field.register) {
      store(&bytes, field.offset, field.bytes, context[field.register])
    }
    guard context.hasVectors else { return }
    for number in 0..<16 {
      let value = context.xmm(number)
      store(&bytes, xmmOffset + number * 16, 8, value.low)
      store(&bytes, xmmOffset + number * 16 + 8, 8, value.high)
    }
  }

  /// A whole record of what `context` knows, its flags naming every part (CONTEXT_ALL).
  public static func make(_ context: Context) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    store(&bytes, flagsOffset, 4, UInt64(all))
    write(context, into: &bytes)
    store(&bytes, mxcsrOffset, 4, context[.mxcsr])
    for number in 0..<8 where context.hasStack {
      let value = context.st(number)
      store(&bytes, stOffset + number * 16, 8, value.mantissa)
      store(&bytes, stOffset + number * 16 + 8, 2, UInt64(value.signExponent))
    }
    return bytes
  }

  private static func part(of register: Register) -> UInt32 {
    switch register {
    case .cs, .ss, .efl, .rip, .rsp: control
    case .ds, .es, .fs, .gs: segments
    case .dr0, .dr1, .dr2, .dr3, .dr6, .dr7: debugRegisters
    case .mxcsr, .fpcw, .fpsw, .fptw: floatingPoint
    default: integer
    }
  }

  private static func load(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<count where offset + index < bytes.count {
      value |= UInt64(bytes[offset + index]) << UInt64(index * 8)
    }
    return value
  }

  private static func store(_ bytes: inout [UInt8], _ offset: Int, _ count: Int, _ value: UInt64) {
    for index in 0..<count where offset + index < bytes.count {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(index * 8))
    }
  }
}
