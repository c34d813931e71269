import X86

/// The decoded instructions of one frame in one mode, as a raw block. A frame that is executed in
/// several modes has a page for each, at `CodePage.slot` of the core's table.
///
/// Offset 0 holds 4096 numbers: for each byte of the frame the operation of the instruction that
/// begins there, 0 for none. Then 4096 numbers of the traces that begin there, a bit for each byte
/// that a decoded instruction covers, the number of the first trace in the page's list of them, the
/// frame's number, and the virtual page it is executed at.
enum CodePage {
  static var traces: Int { 4096 &* 4 }
  static var coverage: Int { 4096 &* 8 }
  static var traceList: Int { coverage &+ 512 }
  static var frame: Int { coverage &+ 520 }
  static var virtualPage: Int { coverage &+ 528 }
  static var bytes: Int { coverage &+ 536 }
  /// The virtual page of a code page that was never executed, and of one executed at several.
  static var nowhere: UInt64 { 1 }
  static var several: UInt64 { 2 }
  /// The modes that code can be decoded for.
  static var modes: Int { 3 }
  /// Instructions decoded in one go.
  static var runLength: Int { 64 }
}

extension UnsafeMutablePointer where Pointee == MachineCore {
  @inline(__always)
  func operation(_ number: UInt32) -> Op {
    let at = pointee.code.operations + Int(number) &* Operation.stride
    return at.assumingMemoryBound(to: Operation.self)
  }

  /// The place of a frame's code page for a mode in the table of code pages.
  @inline(__always)
  func codeSlot(_ frame: Int, _ mode: Mode) -> Int {
    Int(mode.rawValue) &* Int(truncatingIfNeeded: pointee.frameCount) &+ frame
  }

  /// The code page of a frame for a mode, made at first use. The frame leaves the write buffers.
  func codePage(_ number: UInt64, _ mode: Mode) -> UnsafeMutableRawPointer? {
    guard let host = frame(number) else { return nil }
    let index = Int(truncatingIfNeeded: number)
    let slot = codeSlot(index, mode)
    if pointee.frameFlags[index] & FrameFlag.code == 0 {
      pointee.frameFlags[index] |= FrameFlag.code
      purgeWrites(host: host)
    }
    if let page = pointee.codePages[slot] { return page }
    let page = UnsafeMutablePointer<UInt8>.zeroed(CodePage.bytes)
    let raw = UnsafeMutableRawPointer(page)
    raw.storeBytes(of: number, toByteOffset: CodePage.frame, as: UInt64.self)
    raw.storeBytes(of: CodePage.nowhere, toByteOffset: CodePage.virtualPage, as: UInt64.self)
    pointee.codePages[slot] = raw
    pointee.codeFrames[pointee.codeFrameCount] = UInt32(truncatingIfNeeded: slot)
    pointee.codeFrameCount &+= 1
    return raw
  }

  /// Forgets a frame's decoded instructions that cover any of the bytes given, and the traces made from
  /// them.
  func invalidateCode(_ index: Int, offset: Int, count: Int) {
    for mode in Mode.allCases {
      guard let page = pointee.codePages[codeSlot(index, mode)] else { continue }
      let end = Swift.min(offset + count, 4096)
      guard isCovered(page, offset..<end) else { continue }
      forgetOperations(page, from: Swift.max(0, offset - 14), covering: offset..<end)
      forgetTraces(page, offset..<end)
      uncover(page, offset..<end)
    }
  }

  private func isCovered(_ page: UnsafeMutableRawPointer, _ bytes: Range<Int>) -> Bool {
    for byte in bytes {
      let word = (page + CodePage.coverage + (byte >> 6) * 8).load(as: UInt64.self)
      if word >> UInt64(byte & 63) & 1 != 0 { return true }
    }
    return false
  }

  private func uncover(_ page: UnsafeMutableRawPointer, _ bytes: Range<Int>) {
    for byte in bytes {
      let word = page + CodePage.coverage + (byte >> 6) * 8
      let old = word.load(as: UInt64.self)
      word.storeBytes(of: old & ~(1 << UInt64(byte & 63)), as: UInt64.self)
    }
  }

  /// Forgets a frame's decoded instructions. Operations that are running stay readable, and lead
  /// back to the memory they came from.
  func invalidateCode(_ index: Int) {
    for mode in Mode.allCases {
      guard let page = pointee.codePages[codeSlot(index, mode)] else { continue }
      forgetOperations(page, from: 0, covering: 0..<4096)
      forgetTraces(page, 0..<4096)
      (page + CodePage.coverage).initializeMemory(as: UInt8.self, repeating: 0, count: 512)
    }
  }

  private func forgetOperations(
    _ page: UnsafeMutableRawPointer, from start: Int, covering bytes: Range<Int>
  ) {
    let table = page.assumingMemoryBound(to: UInt32.self)
    for offset in start..<bytes.upperBound where table[offset] != 0 {
      let op = operation(table[offset])
      let length = op.pointee.decodedInstruction.length
      let isCrossing = op.pointee.decodedInstruction.semantics == .truncated || length == 0
      guard isCrossing || offset + Int(length) > bytes.lowerBound else { continue }
      op.pointee.link = nil
      op.pointee.handler = Handlers.proceed
      table[offset] = 0
    }
  }

  /// Forgets all decoded instructions; only while no processor is inside the loop.
  func resetCode() {
    for index in 0..<pointee.codeFrameCount {
      guard let page = pointee.codePages[Int(pointee.codeFrames[index])] else { continue }
      page.initializeMemory(as: UInt8.self, repeating: 0, count: CodePage.frame)
    }
    pointee.code.used = 1
    pointee.traces.used = 1
    pointee.tracesAreFull = false
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Finds the operation of the instruction at an address, decoding it if need be, and makes its
  /// page the current one.
  @inline(__always)
  func lookUp(_ va: UInt64) throws(Fault) -> Op {
    let entry = pointee.tlb + (TLB.execute &+ TLB.slot(va))
    if entry.load(as: UInt64.self) == va & ~0xfff,
      let page = UnsafeMutableRawPointer(
        bitPattern: entry.load(fromByteOffset: 8, as: UInt.self))
    {
      pointee.pageAddress = va & ~0xfff
      pointee.codePage = page
      let slot = page + Int(truncatingIfNeeded: va & 0xfff) &* 4
      let number = slot.load(as: UInt32.self)
      if number != 0 { return pointee.core.operation(number) }
    }
    return try lookUpSlow(va)
  }

  @inline(never)
  private func lookUpSlow(_ va: UInt64) throws(Fault) -> Op {
    let found = try translate(va, .execute, user: isUser)
    let core = pointee.core
    guard let page = core.codePage(found.physical >> 12, pointee.mode) else { throw .invalidOpcode }
    core.noteExecution(page, at: va & ~0xfff)
    pointee.pageAddress = va & ~0xfff
    pointee.codePage = page
    fill(user: isUser, kind: TLB.execute, va, addend: UInt64(UInt(bitPattern: page)))
    let offset = Int(va & 0xfff)
    let number = page.assumingMemoryBound(to: UInt32.self)[offset]
    if number != 0 { return core.operation(number) }
    if core.pointee.code.isNearlyFull { throw .arenaFull }
    return decodeRun(page, offset: offset)
  }

  /// The decoded operation at an offset of a page, decoded if need be; nil if the arena is full.
  func decodedOperation(_ page: UnsafeMutableRawPointer, _ offset: Int) -> Op? {
    let core = pointee.core
    let number = page.assumingMemoryBound(to: UInt32.self)[offset]
    if number != 0 { return core.operation(number) }
    return core.pointee.code.isNearlyFull ? nil : decodeRun(page, offset: offset)
  }

  /// Decodes instructions from an offset on until control cannot fall through, the page ends, or a
  /// decoded one is reached.
  private func decodeRun(
    _ page: UnsafeMutableRawPointer, offset start: Int
  ) -> Op {
    let core = pointee.core
    let frame = page.load(fromByteOffset: CodePage.frame, as: UInt64.self)
    let table = page.assumingMemoryBound(to: UInt32.self)
    let host = core.pointee.frames[Int(frame)] ?? page
    let first = UInt32(core.pointee.code.used)
    var offset = start
    var count = 0
    while true {
      let number = UInt32(core.pointee.code.used)
      let op = core.operation(number)
      core.pointee.code.used &+= 1
      if offset >= 4096 || count == CodePage.runLength {
        op.initialize(to: Operation(handler: Handlers.proceed, link: nil))
        op.pointee.offset = UInt16(offset)
        break
      }
      if table[offset] != 0 {
        op.initialize(to: Operation(handler: Handlers.follow, link: core.operation(table[offset])))
        op.pointee.offset = UInt16(offset)
        break
      }
      let bytes = UnsafeRawBufferPointer(start: host + offset, count: min(15, 4096 - offset))
      let instruction = Decoder.decode(bytes, mode: pointee.mode)
      let slot = core.pointee.code.instruction(number)
      slot.pointee = instruction
      lower(instruction, at: slot, offset: offset, into: op)
      table[offset] = number
      cover(page, offset, Int(max(1, instruction.length)))
      if core.isGuarded(page, offset) { core.guardOperation(op) }
      count += 1
      if endsRun(instruction) { break }
      offset += Int(max(1, instruction.length))
    }
    return core.operation(first)
  }

  /// The mode that CS, CR0 and EFER say.
  var codeMode: Mode {
    if pointee.efer & 0x400 != 0, pointee.cs.long { return .bits64 }
    if pointee.cr0 & 1 == 0 { return .bits16 }
    return pointee.cs.attributes & 0x400 != 0 ? .bits32 : .bits16
  }

  /// Brings `mode` in line with CS, CR0 and EFER after one of them has changed. Decoded code is kept
  /// by mode, so a change of mode empties the execute buffers.
  @inline(__always)
  func refreshMode() {
    let mode = codeMode
    if mode != pointee.mode {
      pointee.mode = mode
      flushExecution()
    }
  }

  private func cover(_ page: UnsafeMutableRawPointer, _ offset: Int, _ count: Int) {
    for byte in offset..<min(4096, offset + count) {
      let word = page + (CodePage.coverage + (byte >> 6) * 8)
      let old = word.load(as: UInt64.self)
      word.storeBytes(of: old | 1 << UInt64(byte & 63), as: UInt64.self)
    }
  }
}

extension Fault {
  /// Not a fault of the guest: decoded code must be thrown away first.
  static var arenaFull: Fault { Fault(254) }
}
