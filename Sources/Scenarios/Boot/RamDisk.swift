import Foundation
import Guest

/// The disk the guest boots from: a directory of paths followed by the files, page-aligned.
///
/// Layout (declared for the guest in `include/gurney/boot.h`): the eight characters `GRAMDISK`, the
/// number of entries and a zero as 32-bit integers, then an entry a file (path of 112 bytes with a
/// final NUL, offset and length as 64-bit integers), then the contents.
struct RamDisk {
  /// A file of the guest's build under the name the guest knows it by.
  struct Entry {
    var path: String
    var contents: Data
  }

  static let pathBytes = 112
  static let entryBytes = pathBytes + 16
  static let headerBytes = 16

  let bytes: [UInt8]

  init(_ entries: [Entry]) {
    let page = 4096
    func rounded(_ count: Int) -> Int { (count + page - 1) / page * page }
    var directory = Array("GRAMDISK".utf8)
    directory.appendInteger(UInt32(entries.count))
    directory.appendInteger(UInt32(0))
    var offset = rounded(Self.headerBytes + entries.count * Self.entryBytes)
    var contents: [UInt8] = []
    for entry in entries {
      var path = Array(entry.path.utf8.prefix(Self.pathBytes - 1))
      path += [UInt8](repeating: 0, count: Self.pathBytes - path.count)
      directory += path
      directory.appendInteger(UInt64(offset))
      directory.appendInteger(UInt64(entry.contents.count))
      contents += entry.contents
      contents += [UInt8](
        repeating: 0, count: rounded(entry.contents.count) - entry.contents.count)
      offset += rounded(entry.contents.count)
    }
    directory += [UInt8](repeating: 0, count: rounded(directory.count) - directory.count)
    bytes = directory + contents
  }
}

extension [UInt8] {
  /// Appends an integer in the guest's byte order.
  mutating func appendInteger<T: FixedWidthInteger>(_ value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
