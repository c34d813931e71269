/// A physical address of the machine.
public struct PhysicalAddress: Hashable, Comparable, Sendable {
  /// The address as a number.
  public var rawValue: UInt64

  /// Makes an address from a number.
  public init(_ rawValue: UInt64) { self.rawValue = rawValue }

  /// Orders by number.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The machine's memory by physical address: sparse 4 KiB frames, zero-filled at first touch.
///
/// Reads outside memory give all ones and writes there are ignored, as on a bus where nobody
/// answers. Every write forgets the instructions decoded from the bytes it changes.
public final class PhysicalMemory {
  let core: Core
  let pool: FramePool

  init(core: Core, pool: FramePool) {
    self.core = core
    self.pool = pool
  }

  /// The size in bytes; the highest valid address is one less.
  public var byteCount: UInt64 { core.pointee.frameCount << 12 }

  /// The number of frames that hold storage, in this machine and in saved states.
  public var residentFrames: Int { pool.liveFrames }

  /// Reads bytes at a physical address into a buffer.
  public func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) {
    var done = 0
    while done < buffer.count {
      let at = address &+ UInt64(done)
      let offset = Int(at & 0xfff)
      let count = min(buffer.count - done, 4096 - offset)
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[done..<done + count])
      let frame = at >> 12
      if frame >= core.pointee.frameCount {
        for index in part.indices { part[index] = 0xff }
      } else if let host = core.pointee.frames[Int(frame)] {
        part.copyMemory(from: UnsafeRawBufferPointer(start: host + offset, count: count))
      } else {
        for index in part.indices { part[index] = 0 }
      }
      done += count
    }
  }

  /// Returns `count` bytes at a physical address.
  public func read(_ address: UInt64, count: Int) -> [UInt8] {
    guard count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      read(address, into: UnsafeMutableRawBufferPointer(buffer))
      initialized = count
    }
  }

  /// Shows the rest of the frame that holds an address, in place; a frame that was never touched
  /// shows zeros. `address` must be below ``byteCount``.
  public func withPage(_ address: UInt64, _ body: (UnsafeRawBufferPointer) throws -> Void) rethrows
  {
    let offset = Int(address & 0xfff)
    let frame = address >> 12
    guard frame < core.pointee.frameCount, let host = core.pointee.frames[Int(frame)] else {
      try Self.zeros.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[offset...])) }
      return
    }
    try body(UnsafeRawBufferPointer(start: host + offset, count: 4096 - offset))
  }

  private static let zeros = [UInt8](repeating: 0, count: 4096)

  /// Writes bytes at a physical address.
  public func write(_ address: UInt64, _ bytes: UnsafeRawBufferPointer) {
    var done = 0
    while done < bytes.count {
      let at = address &+ UInt64(done)
      let offset = Int(at & 0xfff)
      let count = min(bytes.count - done, 4096 - offset)
      if let host = core.writableFrame(at >> 12, offset: offset, count: count),
        let source = bytes.baseAddress
      {
        (host + offset).copyMemory(from: source + done, byteCount: count)
      }
      done += count
    }
  }

  /// Writes bytes at a physical address.
  public func write(_ address: UInt64, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { write(address, $0) }
  }

  /// Reads a little-endian number.
  public func load<T: FixedWidthInteger>(_ address: UInt64, as type: T.Type = T.self) -> T {
    var value: T = 0
    withUnsafeMutableBytes(of: &value) { read(address, into: $0) }
    return T(littleEndian: value)
  }

  /// Writes a little-endian number.
  public func store<T: FixedWidthInteger>(_ address: UInt64, _ value: T) {
    withUnsafeBytes(of: value.littleEndian) { write(address, $0) }
  }
}
