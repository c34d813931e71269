/// The store of 4 KiB frames that physical memory and saved states share.
///
/// A frame is known by a number; the number stays valid while anybody holds a reference to it.
/// Reference counts are what makes saving a machine cheap: a saved state holds the same frames
/// as the running machine until one of them writes.
final class FramePool {
  /// Frames in a slab; a slab is allocated whole.
  static let slabFrames = 256

  private var slabs: [UnsafeMutableRawPointer] = []
  private var references: [UInt32] = []
  private var free: [UInt32] = []

  deinit {
    for slab in slabs { slab.deallocate() }
  }

  /// The number of frames somebody holds.
  var liveFrames: Int { references.count - free.count }

  /// Takes a zero-filled frame with one reference.
  func allocate() -> UInt32 {
    if free.isEmpty { grow() }
    let frame = free.removeLast()
    references[Int(frame)] = 1
    let bytes = pointer(frame)
    bytes.initializeMemory(as: UInt8.self, repeating: 0, count: 4096)
    return frame
  }

  /// Takes a frame holding a copy of another.
  func copy(of source: UInt32) -> UInt32 {
    let frame = allocate()
    pointer(frame).copyMemory(from: pointer(source), byteCount: 4096)
    return frame
  }

  /// Adds a reference.
  func retain(_ frame: UInt32) { references[Int(frame)] &+= 1 }

  /// Drops a reference; the last one returns the frame to the pool.
  func release(_ frame: UInt32) {
    references[Int(frame)] &-= 1
    if references[Int(frame)] == 0 { free.append(frame) }
  }

  /// How many hold the frame.
  func count(_ frame: UInt32) -> UInt32 { references[Int(frame)] }

  /// Where the frame's 4096 bytes are.
  func pointer(_ frame: UInt32) -> UnsafeMutableRawPointer {
    slabs[Int(frame) / Self.slabFrames] + (Int(frame) % Self.slabFrames) * 4096
  }

  private func grow() {
    let first = UInt32(slabs.count * Self.slabFrames)
    slabs.append(.allocate(byteCount: Self.slabFrames * 4096, alignment: 4096))
    references.append(contentsOf: repeatElement(0, count: Self.slabFrames))
    for frame in (0..<UInt32(Self.slabFrames)).reversed() { free.append(first + frame) }
  }
}
