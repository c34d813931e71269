import Bytes
import Foundation

/// Why a dump could not be written.
public enum DumpWriteError: Error, Equatable, Sendable {
  /// There is a file of this name already.
  case exists(String)
  /// The system refused; its own words.
  case system(String)
}

/// Writes a dump. One of a kernel is the header, then pages:
///
///     let writer = try DumpWriter(path: "memory.dmp", replacing: false)
///     try writer.write(header, pages: runs) { frame in memory.page(frame) }
///
/// Pages of zeros become holes of the file, so that a dump of an idle machine is small on disk.
public final class DumpWriter {
  private let descriptor: Int32
  private let path: String

  /// Makes the file. Throws `exists` when there is one and it is not to be replaced.
  public init(path: String, replacing: Bool) throws(DumpWriteError) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (replacing ? O_TRUNC : O_EXCL)
    descriptor = open(path, flags, 0o600)
    self.path = path
    guard descriptor >= 0 else {
      if errno == EEXIST { throw .exists(path) }
      throw .system(String(cString: strerror(errno)))
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Removes the file that was begun.
  public func abandon() { unlink(path) }

  /// Writes the whole dump. The header's kind chooses the form, `full` or `bitmap`; `header.memory`
  /// names the machine's memory, `pages` the frames to write, both in ascending order.
  ///
  /// - Parameters:
  ///   - page: the 4096 bytes of a frame; a frame without them is written as zeros.
  ///   - progress: told after each page how many are done; may throw to end the writing.
  public func write(
    _ header: DumpHeader, pages: [PageRun], page: (UInt64) throws -> [UInt8]?,
    progress: (UInt64) throws -> Void = { _ in }
  ) throws {
    var header = header
    let count = pages.reduce(UInt64(0)) { $0 &+ $1.count }
    var start = UInt64(DumpHeader.byteCount)
    var bitmap: [UInt8] = []
    if header.kind == .bitmap {
      bitmap = Self.bitmap(header.memory, pages, count)
      start &+= UInt64(bitmap.count)
    } else {
      header.memory = pages
    }
    header.requiredSpace = start &+ count &* 0x1000
    try put(header.bytes + bitmap, at: 0)
    var place = start
    var done: UInt64 = 0
    for run in pages {
      for frame in run.firstFrame..<(run.firstFrame &+ run.count) {
        if let bytes = try page(frame), !KernelDump.isBlank(bytes) {
          try put(bytes, at: place)
        }
        place &+= 0x1000
        done &+= 1
        try progress(done)
      }
    }
    try end(at: place)
  }

  /// Gives the file its size.
  func end(at place: UInt64) throws(DumpWriteError) {
    guard ftruncate(descriptor, off_t(clamping: place)) == 0 else {
      throw .system(String(cString: strerror(errno)))
    }
  }

  /// BMP_HEADER64 and its bitmap, filled up to a whole page.
  private static func bitmap(_ memory: [PageRun], _ pages: [PageRun], _ count: UInt64) -> [UInt8] {
    let frames = (memory + pages).map { $0.firstFrame &+ $0.count }.max() ?? 0
    var bits = [UInt8](repeating: 0, count: Int(clamping: (frames &+ 7) / 8))
    for run in pages {
      for frame in run.firstFrame..<(run.firstFrame &+ run.count) {
        bits[Int(frame / 8)] |= 1 << UInt8(frame % 8)
      }
    }
    let size = (0x38 + bits.count + 0xFFF) & ~0xFFF
    var bytes: [UInt8] = Array("FDMPDUMP".utf8) + [UInt8](repeating: 0, count: 0x18)
    let numbers: [UInt64] = [UInt64(DumpHeader.byteCount + size), count, frames]
    for value in numbers {
      for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(index * 8))) }
    }
    bytes += bits
    return bytes + [UInt8](repeating: 0, count: size - bytes.count)
  }

  func put(_ bytes: [UInt8], at place: UInt64) throws(DumpWriteError) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done,
          off_t(clamping: place &+ UInt64(done)))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .system(String(cString: strerror(errno))) }
      done += written
    }
  }
}
