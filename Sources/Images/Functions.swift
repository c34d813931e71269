import Bytes

/// One entry of an x64 image's function table: `RUNTIME_FUNCTION`.
public struct RuntimeFunction: Hashable, Sendable {
  /// Offset of the first byte from the base.
  public var begin: UInt32
  /// Offset of the byte behind the last.
  public var end: UInt32
  /// Offset of the unwind information.
  public var unwindInfo: UInt32

  /// Makes an entry.
  public init(begin: UInt32, end: UInt32, unwindInfo: UInt32) {
    self.begin = begin
    self.end = end
    self.unwindInfo = unwindInfo
  }

  /// Whether `rva` lies in the range.
  public func contains(rva: UInt32) -> Bool { rva >= begin && rva < end }

  init(reading reader: inout ByteReader) throws(FormatError) {
    begin = try reader.read("RUNTIME_FUNCTION.BeginAddress")
    end = try reader.read("RUNTIME_FUNCTION.EndAddress")
    unwindInfo = try reader.read("RUNTIME_FUNCTION.UnwindData")
  }
}

/// An x64 image's function table (`.pdata`), sorted by address and read where a search leads.
///
/// A function that is not in it is a leaf: it moves neither the stack pointer nor a nonvolatile
/// register, so its return address is at the stack's top.
public struct FunctionTable {
  private let image: PEImage
  private let directory: DataDirectory

  init(_ image: PEImage, _ directory: DataDirectory) {
    self.image = image
    self.directory = directory
  }

  /// How many entries the table has.
  public var count: Int { Int(directory.size) / 12 }

  /// The entry at `index`, which must be below ``count``.
  public func entry(at index: Int) throws(FormatError) -> RuntimeFunction {
    precondition(index >= 0 && index < count, "function table index")
    let place = directory.virtualAddress &+ UInt32(truncatingIfNeeded: index * 12)
    let bytes = try image.require("RUNTIME_FUNCTION", rva: place, count: 12)
    var reader = ByteReader(bytes.span.bytes, base: UInt64(place), container: "image")
    return try RuntimeFunction(reading: &reader)
  }

  /// The entry whose range holds `rva`, or nil if none does (a leaf, or no code).
  ///
  /// An entry may stand for a part of a function whose first part is another's: then its unwind
  /// data has a chain, see ``UnwindInfo/chained``. Where a part lies inside of its function's range,
  /// as some assemblers lay it out, the part is meant while `rva` is in it.
  public func lookup(_ rva: UInt32) throws(FormatError) -> RuntimeFunction? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if try entry(at: middle).begin <= rva { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let last = try resolve(try entry(at: low - 1))
    if last.contains(rva: rva) { return last }
    // Behind a part that lies inside of its function, the function goes on.
    let chained = try image.unwindInfo(at: last.unwindInfo).chained
    return chained.flatMap { $0.contains(rva: rva) ? $0 : nil }
  }

  /// Every entry.
  public var all: [RuntimeFunction] {
    get throws(FormatError) {
      let bytes = try image.require(
        "RUNTIME_FUNCTION", rva: directory.virtualAddress, count: count * 12)
      var reader = ByteReader(
        bytes.span.bytes, base: UInt64(directory.virtualAddress), container: "image")
      var entries: [RuntimeFunction] = []
      entries.reserveCapacity(count)
      for _ in 0..<count { entries.append(try RuntimeFunction(reading: &reader)) }
      return entries
    }
  }

  /// Follows an entry whose unwind data is another entry, which its lowest bit says.
  private func resolve(_ entry: RuntimeFunction) throws(FormatError) -> RuntimeFunction {
    guard entry.unwindInfo & 1 != 0 else { return entry }
    let place = entry.unwindInfo & ~1
    let bytes = try image.require("RUNTIME_FUNCTION", rva: place, count: 12)
    var reader = ByteReader(bytes.span.bytes, base: UInt64(place), container: "image")
    return try RuntimeFunction(reading: &reader)
  }
}

extension PEImage {
  /// The x64 function table, or nil for an image without one.
  public var functionTable: FunctionTable? {
    guard is64Bit, let directory = optionalHeader.directory(.exception) else { return nil }
    return FunctionTable(self, directory)
  }
}
