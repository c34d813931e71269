import Engine

/// The groups of registers that `r` shows: the bits of `rm`'s mask.
public struct RegisterMask: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// General registers and flags.
  public static let integer = RegisterMask(rawValue: 0x1)
  /// The same, in 64 bits.
  public static let integer64 = RegisterMask(rawValue: 0x2)
  public static let floatingPoint = RegisterMask(rawValue: 0x4)
  public static let segments = RegisterMask(rawValue: 0x8)
  public static let mmx = RegisterMask(rawValue: 0x10)
  public static let debug = RegisterMask(rawValue: 0x20)
  public static let xmm = RegisterMask(rawValue: 0x40)
  /// CR0 to CR8, kernel sessions only.
  public static let control = RegisterMask(rawValue: 0x80)
  /// Descriptor tables and task register, kernel sessions only.
  public static let descriptors = RegisterMask(rawValue: 0x100)
  /// AVX registers as floating-point numbers, and as integers.
  public static let ymm = RegisterMask(rawValue: 0x200)
  public static let ymmIntegers = RegisterMask(rawValue: 0x400)
  /// SSE registers as integers.
  public static let xmmIntegers = RegisterMask(rawValue: 0x800)

  /// What is shown until `rm` changes it.
  public static let standard: RegisterMask = [.integer, .integer64, .segments]
}

/// The text of registers, as `r` lays it out.
public enum RegisterDisplay {
  /// General registers in the rows of the display.
  private static let rows: [[Register]] = [
    [.rax, .rbx, .rcx], [.rdx, .rsi, .rdi], [.rip, .rsp, .rbp], [.r8, .r9, .r10],
    [.r11, .r12, .r13], [.r14, .r15],
  ]

  /// The same on x86.
  private static let rows32: [[Register]] = [
    [.rax, .rbx, .rcx, .rdx, .rsi, .rdi], [.rip, .rsp, .rbp],
  ]

  /// The two-letter names of the flags, when clear and when set, by bit; in the display's order.
  private static let flags: [(bit: UInt64, clear: String, set: String)] = [
    (11, "nv", "ov"), (10, "up", "dn"), (9, "di", "ei"), (7, "pl", "ng"), (6, "nz", "zr"),
    (4, "na", "ac"), (2, "po", "pe"), (0, "nc", "cy"),
  ]

  /// The lines of the groups in a mask.
  ///
  /// - Parameter pointerSize: 8 for the x64 layout, 4 for that of x86.
  public static func lines(
    _ context: Context, _ mask: RegisterMask, pointerSize: Int = 8
  ) -> [String] {
    let isWide = pointerSize == 8
    let digits = pointerSize * 2
    var lines: [String] = []
    if !isWide, !mask.isDisjoint(with: [.integer, .integer64]) {
      lines += rows32.map { row in
        row.map { "e\($0.name.dropFirst())=\((context[$0] & 0xFFFF_FFFF).hex(8))" }
          .joined(separator: " ")
      }
      lines[1] += " " + flagLine(context)
    } else if isWide, !mask.isDisjoint(with: [.integer, .integer64]) {
      lines += rows.map { row in
        row.map { "\($0.name.leftPadded(3))=\(context[$0].hex(16))" }.joined(separator: " ")
      }
      lines.append(flagLine(context))
    }
    if mask.contains(.segments) { lines.append(segmentLine(context)) }
    if mask.contains(.floatingPoint) { lines += floatingPoint(context) }
    if mask.contains(.mmx) { lines += pairs((0..<8).map { ("mm\($0)", context.st($0).mantissa) }) }
    if mask.contains(.debug) {
      lines += triples([.dr0, .dr1, .dr2], context, digits)
      lines += triples([.dr3, .dr6, .dr7], context, digits)
    }
    if mask.contains(.xmm) { lines += xmm(context, isWide ? 16 : 8) }
    if mask.contains(.control) {
      lines += triples([.cr0, .cr2, .cr3], context, digits)
      lines += triples(isWide ? [.cr4, .cr8] : [.cr4], context, digits)
    }
    if mask.contains(.descriptors) { lines += descriptors(context, digits) }
    return lines
  }

  /// `iopl=0         nv up ei pl zr na po nc`.
  private static func flagLine(_ context: Context) -> String {
    let value = context[.efl]
    let names = flags.map { value >> $0.bit & 1 == 0 ? $0.clear : $0.set }
    let virtual = (value >> 20 & 1 == 0 ? "" : "vip ") + (value >> 19 & 1 == 0 ? "" : "vif ")
    let gap = virtual.isEmpty ? "         " : " " + virtual.leftPadded(8)
    return "iopl=\((value >> 12 & 3).hex())\(gap)" + names.joined(separator: " ")
  }

  /// `cs=0010  ss=0018 ... efl=00000246`.
  private static func segmentLine(_ context: Context) -> String {
    let order: [Register] = [.cs, .ss, .ds, .es, .fs, .gs]
    let selectors = order.map { "\($0.name)=\(context[$0].hex(4))" }
    let flags = UInt32(truncatingIfNeeded: context[.efl]).hex(8)
    return selectors.joined(separator: "  ") + String(repeating: " ", count: 13) + "efl=\(flags)"
  }

  private static func triples(
    _ registers: [Register], _ context: Context, _ digits: Int
  ) -> [String] {
    [registers.map { "\($0.name)=\(context[$0].hex(digits))" }.joined(separator: " ")]
  }

  private static func pairs(_ values: [(String, UInt64)]) -> [String] {
    stride(from: 0, to: values.count, by: 2).map { index in
      values[index..<min(index + 2, values.count)]
        .map { "\($0.0)=\($0.1.hex(16))" }.joined(separator: "  ")
    }
  }

  private static func floatingPoint(_ context: Context) -> [String] {
    let words =
      "fpcw=\(context[.fpcw].hex(4))    fpsw=\(context[.fpsw].hex(4))    "
      + "fptw=\(context[.fptw].hex(4))"
    let stack = (0..<8).map { number in
      let value = context.st(number)
      return "st\(number)=\(UInt64(value.signExponent).hex(4)):\(value.mantissa.hex(16))"
    }
    let rows = stride(from: 0, to: 8, by: 2).map { stack[$0] + "  " + stack[$0 + 1] }
    return [words] + rows
  }

  private static func xmm(_ context: Context, _ count: Int) -> [String] {
    (0..<count).map { number in
      let value = context.xmm(number)
      return "xmm\(number)=\(value.high.hex(16))\(value.low.hex(16))"
    }
  }

  private static func descriptors(_ context: Context, _ digits: Int) -> [String] {
    [
      "gdtr=\(context[.gdtr].hex(digits))   gdtl=\(context[.gdtl].hex(4)) "
        + "idtr=\(context[.idtr].hex(digits))   idtl=\(context[.idtl].hex(4)) "
        + "tr=\(context[.tr].hex(4))  ldtr=\(context[.ldtr].hex(4))"
    ]
  }
}
