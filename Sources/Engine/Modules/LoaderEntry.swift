/// A `_LDR_DATA_TABLE_ENTRY` (x64, Windows 7): how the kernel's and every process' loader list
/// images. Read by fixed offsets, for it is what symbols are found through.
struct LoaderEntry {
  var base: UInt64
  var size: UInt64
  var fullName: String
  var baseName: String
  /// Meaningful in the kernel's list only.
  var checkSum: UInt32

  /// Reads the entry whose InLoadOrderLinks stand at `address`, or nil when it cannot be read.
  init?(at address: UInt64, _ memory: MemoryView) {
    guard let bytes = memory.bytes(address, 0x88) else { return nil }
    base = littleEndian(bytes, 0x30, 8)
    size = littleEndian(bytes, 0x40, 4)
    checkSum = UInt32(truncatingIfNeeded: littleEndian(bytes, 0x78, 4))
    fullName = memory.unicodeString(bytes, 0x48)
    baseName = memory.unicodeString(bytes, 0x58)
  }

  /// The entries of the list whose head is at `head`, in load order; ends at the first that cannot
  /// be read or was seen before. `isWhole` tells whether the list came back to its head.
  static func list(at head: UInt64, _ memory: MemoryView, limit: Int = 4096)
    -> (entries: [LoaderEntry], isWhole: Bool)
  {
    var entries: [LoaderEntry] = []
    var seen: Set<UInt64> = [head]
    var next = memory.pointer(head)
    while let address = next, entries.count < limit, seen.insert(address).inserted {
      guard let entry = LoaderEntry(at: address, memory) else { break }
      if entry.base != 0 { entries.append(entry) }
      next = memory.pointer(address)
    }
    return (entries, next == head)
  }
}

/// Memory of one address space, without errors: nil is what cannot be read.
struct MemoryView {
  let target: any Target
  let space: AddressSpace

  func bytes(_ address: UInt64, _ count: Int) -> [UInt8]? {
    guard count >= 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    let holes = bytes.withUnsafeMutableBytes { target.read(address, into: $0, space: space) }
    return holes.isEmpty ? bytes : nil
  }

  /// The little-endian number of 1 to 8 bytes at `address`.
  func uint(_ address: UInt64, _ size: Int) -> UInt64? {
    var value: UInt64 = 0
    let holes = withUnsafeMutableBytes(of: &value) { buffer in
      target.read(
        address, into: UnsafeMutableRawBufferPointer(rebasing: buffer[0..<max(0, min(8, size))]),
        space: space)
    }
    return holes.isEmpty ? UInt64(littleEndian: value) : nil
  }

  func pointer(_ address: UInt64) -> UInt64? { uint(address, 8) }

  /// The text of the `_UNICODE_STRING` that stands at `offset` of `record`; empty when unreadable.
  func unicodeString(_ record: [UInt8], _ offset: Int) -> String {
    let length = Int(littleEndian(record, offset, 2)) & ~1
    let buffer = littleEndian(record, offset + 8, 8)
    guard length > 0, buffer != 0, let text = bytes(buffer, length) else { return "" }
    let units = stride(from: 0, to: length, by: 2).map {
      UInt16(truncatingIfNeeded: littleEndian(text, $0, 2))
    }
    return String(decoding: units, as: UTF16.self)
  }
}
