import Foundation

/// The bytes of a file, mapped into memory and not copied, or of an array.
///
/// Opening costs nothing that grows with the file's size: pages come in as they are read. A file that
/// shrinks while it is mapped is the one thing this cannot survive, as with every mapping.
public final class FileBytes: ByteSource, @unchecked Sendable {
  private let memory: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// How many bytes the file has.
  public var count: Int { memory.count }

  /// Maps the file at `path`, which must be a regular file.
  public init(path: String) throws(FormatError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.openError(path) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw Self.openError(path) }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw FormatError(path, at: 0, .notOpened("not a regular file"))
    }
    let size = Int(facts.st_size)
    guard size > 0 else {
      memory = UnsafeRawBufferPointer(start: nil, count: 0)
      isMapped = false
      return
    }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw Self.openError(path) }
    memory = UnsafeRawBufferPointer(start: start, count: size)
    isMapped = true
  }

  /// Holds a copy of bytes that are in memory already.
  public init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    memory = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
    } else {
      memory.deallocate()
    }
  }

  private static func openError(_ path: String) -> FormatError {
    FormatError(path, at: 0, .notOpened(String(cString: strerror(errno))))
  }

  public var byteCount: UInt64? { UInt64(count) }

  /// All the bytes, for as long as this object is borrowed.
  public var span: RawSpan {
    @_lifetime(borrow self)
    borrowing get {
      let all = RawSpan(_unsafeBytes: memory)
      return _overrideLifetime(all, borrowing: self)
    }
  }

  /// A reader of `size` bytes at `offset`, or an error that names `field`. `base` is the offset that
  /// messages tell for the first byte, if not the one in the file.
  @_lifetime(borrow self)
  public borrowing func reader(
    at offset: UInt64, count size: Int, _ field: StaticString, base: UInt64? = nil,
    container: StaticString = "file"
  ) throws(FormatError) -> ByteReader {
    let left = Int(clamping: offset > UInt64(count) ? 0 : UInt64(count) &- offset)
    if size < 0 || size > left {
      throw FormatError(
        "\(field)", at: offset, in: "\(container)", .truncated(needed: size, left: left))
    }
    let start = Int(offset)
    return ByteReader(
      span.extracting(start..<(start &+ size)), base: base ?? offset, container: container)
  }

  public func read(at offset: UInt64, count size: Int) -> [UInt8]? {
    guard size >= 0, offset <= UInt64(count), size <= count - Int(offset) else { return nil }
    let start = Int(offset)
    return [UInt8](memory[start..<(start + size)])
  }
}
