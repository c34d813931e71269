import X86

/// An instruction of a trace under way.
struct TraceItem {
  var decoded: Op
  var instruction: Instruction
  /// A jump within the page that the trace follows: it has no operation of its own.
  var isFollowed = false
  /// Somebody may look at the flags after the instruction.
  var isLiveAfter = true
}

/// Makes a trace: instructions from an offset on, past conditional jumps and along jumps within the
/// page, until control goes elsewhere, the page ends or a breakpoint stands before the next one.
struct TraceBuilder {
  /// The most instructions of a trace.
  static let limit = 32

  let cpu: CPU
  let core: Core
  let page: UnsafeMutableRawPointer
  private var items: [TraceItem] = []
  /// The offset behind the last instruction.
  private var end = 0
  private var low = 4096
  private var high = 0

  init(_ cpu: CPU, page: UnsafeMutableRawPointer) {
    self.cpu = cpu
    core = cpu.pointee.core
    self.page = page
  }

  /// - Returns: the first operation; nil if the arena is full.
  mutating func build(from start: Int) -> UnsafeMutableRawPointer? {
    collect(from: start)
    let room = TraceBuilder.limit + 5 + LoopHeader.slots + LoopBuilder.stepLimit
    guard core.pointee.traces.used + room < TraceArena.capacity else {
      core.pointee.tracesAreFull = true
      return nil
    }
    findLiveFlags()
    return emit(start)
  }

  private mutating func touch(_ offset: Int, _ count: Int) {
    low = min(low, offset)
    high = max(high, min(4096, offset + count))
  }

  // MARK: Collecting

  private mutating func collect(from start: Int) {
    var offset = start
    items.reserveCapacity(TraceBuilder.limit)
    end = start
    while items.count < TraceBuilder.limit, offset < 4096 {
      if core.isGuarded(page, offset) { break }
      guard let decoded = cpu.decodedOperation(page, offset) else { break }
      let instruction = decoded.pointee.decodedInstruction
      let isWhole =
        instruction.semantics != .truncated && offset + Int(instruction.length) <= 4096
      let length = isWhole ? Int(max(1, instruction.length)) : 4096 - offset
      touch(offset, length)
      var item = TraceItem(decoded: decoded, instruction: instruction)
      offset += length
      end = offset
      if instruction.semantics == .jmp,
        let target = TraceSelection.target(instruction, offset: decoded.pointee.offset),
        0..<4096 ~= target
      {
        item.isFollowed = true
        items.append(item)
        offset = Int(target)
        end = offset
        continue
      }
      items.append(item)
      if !isWhole || endsRun(instruction) { break }
    }
  }

  // MARK: Flags

  private mutating func findLiveFlags() {
    var isLive = true
    for place in items.indices.reversed() {
      items[place].isLiveAfter = isLive
      if items[place].isFollowed { continue }
      switch items[place].instruction.flagUse {
      case .overwrites: isLive = false
      case .reads, .shows: isLive = true
      case .passes: break
      }
    }
  }

  /// Whether the flags are overwritten before anybody can look at them, on the way from an offset of
  /// the page. The trace then depends on the bytes looked at.
  private mutating func areDead(at target: Int32) -> Bool {
    var offset = Int(target)
    for _ in 0..<8 {
      guard 0..<4096 ~= offset, !core.isGuarded(page, offset),
        let decoded = cpu.decodedOperation(page, offset)
      else { return false }
      let instruction = decoded.pointee.decodedInstruction
      touch(offset, Int(instruction.length))
      switch instruction.flagUse {
      case .overwrites: return true
      case .reads: return false
      case .passes: offset += Int(instruction.length)
      case .shows:
        guard instruction.semantics == .jmp,
          let next = TraceSelection.target(instruction, offset: decoded.pointee.offset)
        else { return false }
        offset = Int(next)
      }
    }
    return false
  }

  // MARK: Operations

  private mutating func emit(_ start: Int) -> UnsafeMutableRawPointer {
    let header = UInt32(core.pointee.traces.used)
    let first = header + 1
    var raw = core.traceOperation(first)
    var before: UInt8 = 0
    var loop = findLoop(start)
    if loop != nil {
      prepare(raw, 0, UInt16(truncatingIfNeeded: start)).pointee.handler = LoopEntry.enter
      raw += TraceOperation.stride
    }
    for place in items.indices {
      defer { before += 1 }
      if items[place].isFollowed { continue }
      let op = prepare(raw, before, items[place].decoded.pointee.offset)
      if let pair = pairHandler(place, op) {
        op.pointee.handler = pair
      } else {
        prepare(raw, before, items[place].decoded.pointee.offset)
        op.pointee.handler = singleHandler(place, op)
      }
      raw += TraceOperation.stride
    }
    // An empty trace stands before a breakpoint, or where nothing can be decoded.
    let last = prepare(raw, before, UInt16(truncatingIfNeeded: end))
    last.pointee.displacement = Int32(end)
    last.pointee.handler =
      items.isEmpty ? TraceHandlers.guardedForm : TraceHandlers.end
    raw += TraceOperation.stride
    finish(header, start, count: Int(raw - core.traceOperation(first)) / TraceOperation.stride)
    if let steps = loop?.write(
      at: raw, state: cpu.raw, plain: core.traceOperation(first + 1))
    {
      traceAt(core.traceOperation(first)).pointee.immediate = UInt64(UInt(bitPattern: steps))
      core.pointee.traces.used += loop?.slots ?? 0
    }
    return core.traceOperation(first)
  }

  /// The loop of registers only that the trace begins with.
  private mutating func findLoop(_ start: Int) -> LoopEmission? {
    var builder = LoopBuilder(cpu, page: page)
    guard let steps = builder.steps(from: start) else { return nil }
    touch(start, builder.end - start)
    return LoopEmission(steps, count: builder.instructions.count)
  }

  private func singleHandler(_ place: Int, _ op: TraceOp) -> TraceHandler {
    let item = items[place]
    // What crosses into the next page depends on bytes that this page's traces do not know of.
    guard Int(op.pointee.offset) + Int(item.instruction.length) <= 4096 else {
      return TraceHandlers.slowly
    }
    let selection = TraceSelection(
      instruction: item.instruction, op: op, isLive: item.isLiveAfter)
    return selection.handler() ?? TraceHandlers.slowly
  }

  @discardableResult
  private func prepare(
    _ raw: UnsafeMutableRawPointer, _ before: UInt8, _ offset: UInt16
  ) -> TraceOp {
    let op = traceAt(raw)
    op.initialize(to: TraceOperation(handler: TraceHandlers.slowly))
    op.pointee.before = before
    op.pointee.offset = offset
    return op
  }

  private func finish(_ header: UInt32, _ start: Int, count: Int) {
    let list = page + CodePage.traceList
    let next = list.load(as: UInt32.self)
    core.traceHeader(header + 1).initialize(
      to: TraceHeader(
        next: next, count: UInt32(count), low: UInt16(min(low, start)),
        high: UInt16(max(high, start + 1)), start: UInt16(start)))
    list.storeBytes(of: header + 1, as: UInt32.self)
    (page + CodePage.traces).assumingMemoryBound(to: UInt32.self)[start] = header + 1
    core.pointee.traces.used += 1 + count
  }

  // MARK: Pairs

  /// The handler of an instruction and the conditional jump after it, with the operation filled in.
  private mutating func pairHandler(_ place: Int, _ op: TraceOp) -> TraceHandler? {
    guard place + 1 < items.count, !items[place + 1].isFollowed else { return nil }
    let i = items[place].instruction
    let jump = items[place + 1].instruction
    guard jump.semantics == .jcc, i.mode == .bits64,
      i.prefixes.isDisjoint(with: [.lock, .addressSize, .vex, .evex]),
      let target = TraceSelection.target(
        jump, offset: items[place + 1].decoded.pointee.offset),
      let small = Int32(exactly: i.immediate)
    else { return nil }
    let selection = TraceSelection(instruction: i, op: op, isLive: true)
    let usesMemory = i.operands.0.kind == .memory || i.operands.1.kind == .memory
    if usesMemory, !selection.setMemory() { return nil }
    guard let table = PairHandlers.table(i, selection) else { return nil }
    op.pointee.small = small
    op.pointee.immediate = 0
    let bits = i.operands.0.size &* 8
    if !items[place + 1].isLiveAfter,
      let handler = table[PairKey(jump.condition, bits, false)], areDead(at: target)
    {
      return handler
    }
    return table[PairKey(jump.condition, bits, true)]
  }
}

extension PairHandlers {
  /// The table for an instruction before a conditional jump; sets the registers' places.
  fileprivate static func table(_ i: Instruction, _ selection: TraceSelection) -> Table? {
    let isByte = i.operands.0.size == 1
    switch i.semantics {
    case .inc, .dec:
      guard i.operands.0.kind == .gpr, !isByte else { return nil }
      selection.op.pointee.destination = (i.operands.0.register & 15) * 8
      return i.semantics == .inc ? increment : decrement
    case .cmp, .test, .sub, .add, .and: break
    default: return nil
    }
    guard let form = selection.form(),
      i.operands.0.size == i.operands.1.size || i.operands.1.kind == .immediate
    else { return nil }
    switch (i.semantics, form) {
    case (.cmp, 0): return isByte ? compareByteRegisters : compareRegisters
    case (.cmp, 1): return isByte ? compareByteImmediate : compareImmediate
    case (.cmp, 2): return isByte ? compareByteMemory : compareMemory
    case (.cmp, 4): return compareMemoryImmediate
    case (.test, 0): return testRegisters
    case (.test, 1): return testImmediate
    case (.test, 4): return testMemoryImmediate
    case (.sub, 1): return subtractImmediate
    case (.add, 1): return addImmediate
    case (.and, 0): return andRegisters
    case (.and, 1): return andImmediate
    default: return nil
    }
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Makes the trace that begins with a decoded operation of the current page.
  func makeTrace(_ decoded: Op) -> UnsafeMutableRawPointer? {
    guard let page = pointee.codePage else { return nil }
    var builder = TraceBuilder(self, page: page)
    return builder.build(from: Int(decoded.pointee.offset))
  }
}
