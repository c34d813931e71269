import Machine

// Memory through page tables, without side effects.

extension LiveTarget {
  public func read(
    _ address: UInt64, into buffer: UnsafeMutableRawBufferPointer, space: AddressSpace
  ) -> [Range<Int>] {
    guard let root = root(of: space) else { return buffer.isEmpty ? [] : [0..<buffer.count] }
    translations.countRead()
    var holes: [Range<Int>] = []
    var done = 0
    while done < buffer.count {
      let (part, count) = Self.part(address, done, buffer.count)
      let place = translate(part, root: root)
      translations.count(part: count)
      if let physical = place, isMemory(physical) {
        machine.memory.read(
          physical, into: UnsafeMutableRawBufferPointer(rebasing: buffer[done..<(done + count)]))
      } else {
        Self.append(done..<(done + count), to: &holes)
      }
      done += count
    }
    return holes
  }

  public func write(_ address: UInt64, _ bytes: [UInt8], space: AddressSpace)
    throws(TargetError)
  {
    guard let root = root(of: space) else { throw .unwritable(address) }
    var parts: [(physical: UInt64, range: Range<Int>)] = []
    var done = 0
    while done < bytes.count {
      let (part, count) = Self.part(address, done, bytes.count)
      guard let physical = translate(part, root: root), isMemory(physical) else {
        throw .unwritable(part)
      }
      parts.append((physical, done..<(done + count)))
      done += count
    }
    for part in parts { machine.debuggerWrite(physical: part.physical, Array(bytes[part.range])) }
    translations.forget()
  }

  public func readPhysical(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer)
    throws(TargetError) -> [Range<Int>]
  {
    var holes: [Range<Int>] = []
    var done = 0
    while done < buffer.count {
      let (part, count) = Self.part(address, done, buffer.count)
      if isMemory(part) {
        machine.memory.read(
          part, into: UnsafeMutableRawBufferPointer(rebasing: buffer[done..<(done + count)]))
      } else {
        Self.append(done..<(done + count), to: &holes)
      }
      done += count
    }
    return holes
  }

  public func writePhysical(_ address: UInt64, _ bytes: [UInt8]) throws(TargetError) {
    let size = machine.memory.byteCount
    guard address < size else { throw .unwritable(address) }
    guard UInt64(bytes.count) <= size - address else { throw .unwritable(size) }
    machine.debuggerWrite(physical: address, bytes)
    translations.forget()
  }

  public func withPhysicalPage(_ address: UInt64, _ body: (UnsafeRawBufferPointer) throws -> Void)
    rethrows -> Bool
  {
    guard isMemory(address) else { return false }
    try machine.memory.withPage(address, body)
    return true
  }

  public func translate(_ address: UInt64, space: AddressSpace) throws(TargetError) -> UInt64? {
    guard let root = root(of: space) else { return nil }
    return translate(address, root: root)
  }

  private func root(of space: AddressSpace) -> UInt64? {
    switch space {
    case .processor(let number):
      guard machine.processors.indices.contains(number) else { return nil }
      let registers = machine.processors[number].registers
      // CR0.PG
      return registers.cr0 >> 31 & 1 != 0 ? registers.cr3 : Self.unpaged
    case .directory(let root): return root
    }
  }

  /// The root that stands for paging being off.
  private static let unpaged = UInt64.max

  private func translate(_ address: UInt64, root: UInt64) -> UInt64? {
    // Addresses of 32-bit code may come extended by their sign.
    if root == Self.unpaged { return address & 0xFFFF_FFFF }
    if let page = translations[root, address >> 12] { return page | (address & 0xFFF) }
    guard let physical = machine.translate(address, cr3: root)?.rawValue ?? kept(address, root)
    else { return nil }
    translations[root, address >> 12] = physical & ~0xFFF
    return physical
  }

  /// Where a page lies that is on its way out of a working set: its entry is not valid, but its frame
  /// still holds it.
  private func kept(_ address: UInt64, _ root: UInt64) -> UInt64? {
    guard decodesTransitions, !isBare else { return nil }
    let walk = PageWalk { [machine] place in
      guard place <= machine.memory.byteCount &- 8 else { return nil }
      var value: UInt64 = 0
      withUnsafeMutableBytes(of: &value) { machine.memory.read(place, into: $0) }
      return UInt64(littleEndian: value)
    }
    return walk.translate(address, root: root)
  }

  private func isMemory(_ physical: UInt64) -> Bool { physical < machine.memory.byteCount }

  /// The address `done` bytes on, and how many of the remaining bytes lie in its page.
  private static func part(_ address: UInt64, _ done: Int, _ total: Int) -> (UInt64, Int) {
    let at = address &+ UInt64(done)
    return (at, min(total - done, Int(0x1000 - (at & 0xFFF))))
  }

  private static func append(_ hole: Range<Int>, to holes: inout [Range<Int>]) {
    if let last = holes.last, last.upperBound == hole.lowerBound {
      holes[holes.count - 1] = last.lowerBound..<hole.upperBound
    } else {
      holes.append(hole)
    }
  }
}
