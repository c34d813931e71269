import Foundation
import Machine

/// A run of mapped guest memory from which the loader builds the structures it hands to the kernel.
struct LoaderHeap {
  let base: UInt64
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  /// - Parameter limit: how many bytes are mapped at `base`.
  init(base: UInt64, limit: Int) {
    self.base = base
    self.limit = limit
  }

  /// Reserves zeroed bytes and returns their guest address.
  mutating func allocate(_ count: Int, alignment: Int = 16) throws(BootError) -> UInt64 {
    let start = (bytes.count + alignment - 1) / alignment * alignment
    guard start + count <= limit else {
      throw .outOfMemory(pages: UInt64((start + count - limit + 4095) / 4096))
    }
    bytes += [UInt8](repeating: 0, count: start + count - bytes.count)
    return base + UInt64(start)
  }

  mutating func store<T: FixedWidthInteger>(_ value: T, at address: UInt64) {
    let offset = Int(address - base)
    withUnsafeBytes(of: value.littleEndian) {
      bytes.replaceSubrange(offset..<offset + $0.count, with: $0)
    }
  }

  func load(_ address: UInt64) -> UInt64 {
    let offset = Int(address - base)
    return bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A NUL-terminated string of bytes.
  mutating func string(_ text: String) throws(BootError) -> UInt64 {
    let encoded = Array(text.utf8) + [0]
    let address = try allocate(encoded.count, alignment: 1)
    let offset = Int(address - base)
    bytes.replaceSubrange(offset..<offset + encoded.count, with: encoded)
    return address
  }

  /// Fills a `_UNICODE_STRING` at `address`: lengths in bytes, then the pointer to the characters.
  mutating func storeUnicodeString(_ text: String, at address: UInt64) throws(BootError) {
    let units = Array(text.utf16)
    let buffer = try allocate(units.count * 2 + 2, alignment: 2)
    for (index, unit) in units.enumerated() { store(unit, at: buffer + UInt64(index * 2)) }
    store(UInt16(truncatingIfNeeded: units.count * 2), at: address)
    store(UInt16(truncatingIfNeeded: units.count * 2 + 2), at: address + 2)
    store(buffer, at: address + 8)
  }

  /// Makes the `_LIST_ENTRY` at `head` an empty list.
  mutating func initializeList(_ head: UInt64) {
    store(head, at: head)
    store(head, at: head + 8)
  }

  /// Appends the `_LIST_ENTRY` at `entry` to the list at `head`.
  mutating func append(_ entry: UInt64, toList head: UInt64) {
    let last = load(head + 8)
    store(head, at: entry)
    store(last, at: entry + 8)
    store(entry, at: last)
    store(entry, at: head + 8)
  }
}
