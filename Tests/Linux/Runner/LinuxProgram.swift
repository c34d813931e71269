/// Why a file cannot be run.
public struct LinuxProgramError: Error, Equatable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// A statically linked x86-64 program in the Executable and Linkable Format: what its program
/// headers say (System V ABI, chapter 5; AMD64 supplement).
public struct LinuxProgram {
  /// A part of the file that is loaded.
  struct Segment {
    var address: UInt64
    var memorySize: UInt64
    var bytes: ArraySlice<UInt8>
    var protection: Protection
  }

  /// Where programs without an address of their own are put.
  static let relocatedBase: UInt64 = 0x40_0000

  var segments: [Segment] = []
  var entry: UInt64
  /// The program headers in memory; nil if no segment holds them.
  var headersAddress: UInt64?
  var headerCount: UInt64
  var stackIsExecutable = false

  /// Reads a program. Every offset and size in the file is checked before it is used.
  public init(_ bytes: [UInt8]) throws(LinuxProgramError) {
    guard bytes.count >= 64, bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46]) else {
      throw LinuxProgramError("not an ELF file")
    }
    guard bytes[4] == 2, bytes[5] == 1, Self.number(bytes, 18, 2) == 62 else {
      throw LinuxProgramError("not for x86-64")
    }
    let type = Self.number(bytes, 16, 2)
    guard type == 2 || type == 3 else { throw LinuxProgramError("not an executable") }
    let base = type == 3 ? Self.relocatedBase : 0
    entry = Self.number(bytes, 24, 8) &+ base
    let table = Self.number(bytes, 32, 8)
    headerCount = Self.number(bytes, 56, 2)
    guard Self.number(bytes, 54, 2) == 56, headerCount > 0,
      Self.contains(bytes, table, headerCount * 56)
    else {
      throw LinuxProgramError("its program headers are damaged")
    }
    for index in 0..<Int(headerCount) {
      try read(bytes, header: Int(table) + index * 56, table: table, base: base)
    }
    guard !segments.isEmpty else { throw LinuxProgramError("nothing in it is to be loaded") }
  }

  private mutating func read(
    _ bytes: [UInt8], header: Int, table: UInt64, base: UInt64
  ) throws(LinuxProgramError) {
    let flags = Self.number(bytes, header + 4, 4)
    let protection = Protection(
      rawValue: UInt8(flags >> 2 & 1 | flags & 2 | (flags & 1) << 2))
    switch Self.number(bytes, header, 4) {
    case 1:
      let offset = Self.number(bytes, header + 8, 8)
      let fileSize = Self.number(bytes, header + 32, 8)
      let memorySize = Self.number(bytes, header + 40, 8)
      guard Self.contains(bytes, offset, fileSize), fileSize <= memorySize else {
        throw LinuxProgramError("a segment reaches beyond the file")
      }
      let address = Self.number(bytes, header + 16, 8) &+ base
      if memorySize == 0 { return }
      if offset <= table, table - offset < fileSize { headersAddress = address &+ table &- offset }
      segments.append(
        Segment(
          address: address, memorySize: memorySize,
          bytes: bytes[Int(offset)..<Int(offset + fileSize)], protection: protection))
    case 3: throw LinuxProgramError("it needs a dynamic linker; link it with -static")
    case 0x6474_e551: stackIsExecutable = protection.contains(.execute)
    default: break
    }
  }

  /// A little-endian number; what lies beyond the end counts as zeros.
  private static func number(_ bytes: [UInt8], _ at: Int, _ size: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in (0..<size).reversed() {
      value = value << 8 | (at + index < bytes.count ? UInt64(bytes[at + index]) : 0)
    }
    return value
  }

  private static func contains(_ bytes: [UInt8], _ offset: UInt64, _ size: UInt64) -> Bool {
    let total = UInt64(bytes.count)
    return offset <= total && size <= total - offset
  }
}
