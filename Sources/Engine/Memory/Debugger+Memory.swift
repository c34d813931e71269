// Memory in the current scope.

extension Debugger {
  /// The page tables that addresses go through now: the implicit process' or the processor's.
  public var addressSpace: AddressSpace {
    if let directory = scope.directory { return .directory(directory) }
    return .processor(scope.processor)
  }

  /// Reads `count` bytes at `address`; what cannot be read is a hole in the result.
  public func read(_ address: UInt64, _ count: Int) -> MemoryRead {
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    let space = addressSpace
    let holes = bytes.withUnsafeMutableBytes { target.read(address, into: $0, space: space) }
    return MemoryRead(address: address, bytes: bytes, holes: holes)
  }

  /// Reads `count` bytes at `address`, all of them.
  public func readAll(_ address: UInt64, _ count: Int) throws(MemoryError) -> [UInt8] {
    let result = read(address, count)
    if let hole = result.holes.first {
      throw MemoryError(address: address &+ UInt64(hole.lowerBound))
    }
    return result.bytes
  }

  /// The little-endian number of 1 to 8 bytes at `address`.
  public func readUInt(_ address: UInt64, _ size: Int) throws(MemoryError) -> UInt64 {
    precondition(size >= 1 && size <= 8)
    var value: UInt64 = 0
    let space = addressSpace
    let holes = withUnsafeMutableBytes(of: &value) { buffer in
      target.read(
        address, into: UnsafeMutableRawBufferPointer(rebasing: buffer[0..<size]), space: space)
    }
    if let hole = holes.first { throw MemoryError(address: address &+ UInt64(hole.lowerBound)) }
    return UInt64(littleEndian: value)
  }

  /// The pointer at `address`, of the target's size; a 32-bit one is zero-extended.
  public func readPointer(_ address: UInt64) throws(MemoryError) -> UInt64 {
    try readUInt(address, target.pointerSize)
  }

  /// Writes bytes, into the memory in scope unless another is named; nothing is written when any of
  /// them has no memory.
  public func write(_ address: UInt64, _ bytes: [UInt8], space: AddressSpace? = nil)
    throws(TargetError)
  {
    try target.write(address, bytes, space: space ?? addressSpace)
    stateChanged()
  }

  /// Writes the low `size` bytes of `value`.
  public func writeUInt(_ address: UInt64, _ value: UInt64, _ size: Int) throws(TargetError) {
    try write(address, littleEndianBytes(value, size))
  }

  /// Reads physical memory; what cannot be read is a hole.
  public func readPhysical(_ address: UInt64, _ count: Int) throws(TargetError) -> MemoryRead {
    let size = max(0, count)
    var failure: TargetError?
    var holes: [Range<Int>] = []
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
      buffer.initialize(repeating: 0)
      used = size
      do throws(TargetError) {
        let raw = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[..<size])
        holes = try target.readPhysical(address, into: raw)
      } catch { failure = error }
    }
    if let failure { throw failure }
    return MemoryRead(address: address, bytes: bytes, holes: holes)
  }

  /// Writes physical memory.
  public func writePhysical(_ address: UInt64, _ bytes: [UInt8]) throws(TargetError) {
    try target.writePhysical(address, bytes)
    stateChanged()
  }

  /// The bytes of a zero-terminated string at `address`, without the zero, at most `limit`.
  /// Throws when the first byte cannot be read; a later hole ends the string.
  public func readCString(_ address: UInt64, limit: Int = 4096) throws(MemoryError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let at = address &+ UInt64(bytes.count)
      let toPageEnd = Int(0x1000 - (at & 0xFFF))
      let part = read(at, min(toPageEnd, limit - bytes.count))
      let valid = part.bytes[..<part.validPrefix]
      if valid.isEmpty {
        if bytes.isEmpty { throw MemoryError(address: at) }
        break
      }
      if let end = valid.firstIndex(of: 0) { return bytes + valid[..<end] }
      bytes += valid
      if valid.count < part.bytes.count { break }
    }
    return bytes
  }

  /// The text of a counted UTF-16 string of `byteCount` bytes at `address`.
  public func readUTF16(_ address: UInt64, byteCount: Int) throws(MemoryError) -> String {
    let bytes = try readAll(address, min(max(0, byteCount), 0x10000) & ~1)
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count, by: 2) {
      units.append(UInt16(truncatingIfNeeded: littleEndian(bytes, index, 2)))
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The text of the `_UNICODE_STRING` at `address` (Length u16, MaximumLength u16, Buffer).
  public func readUnicodeString(_ address: UInt64) throws(MemoryError) -> String {
    let length = try readUInt(address, 2)
    guard length > 0 else { return "" }
    let buffer = try readPointer(address &+ UInt64(target.pointerSize))
    return try readUTF16(buffer, byteCount: Int(length))
  }
}
