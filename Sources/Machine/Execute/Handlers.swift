import X86

/// What an executor did with an instruction.
enum Outcome {
  /// Done; the next instruction follows.
  case next
  /// Done; `rip` is the address to go on at.
  case jumped
  /// Done, or to be done again; `rip` and `exit` are set and the loop must be left.
  case leave
}

typealias Decoded = UnsafeMutablePointer<Instruction>

/// The handlers that decoding and breakpoints put into operations.
enum Handlers {
  /// Not an instruction: finds the operation at this offset and runs it.
  static var proceed: Handler { { proceedOperation($0, $1) } }
  /// Not an instruction: runs the operation it links to.
  static var follow: Handler { { followOperation($0, $1) } }
  /// Runs an operation unless a breakpoint stands before it.
  static var breakpoint: Handler { { cpuState($1).checkBreakpoint(operationAt($0)) } }
  /// An instruction outside 64-bit mode: its segments are checked first.
  static var segmented: Handler { { runGeneric($0, $1, executeSegmented) } }
  /// An instruction that begins in one page and ends in the next.
  static var crossing: Handler { { crossingOperation($0, $1) } }
}

@inline(__always)
func operationAt(_ raw: UnsafeMutableRawPointer) -> Op {
  raw.assumingMemoryBound(to: Operation.self)
}

@inline(__always)
func cpuState(_ raw: UnsafeMutableRawPointer) -> CPU {
  raw.assumingMemoryBound(to: ProcessorState.self)
}

private func executeSegmented(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  if i.pointee.isValid { try cpu.checkSegments(i) }
  return try executeAny(cpu, i)
}

private func proceedOperation(
  _ op: UnsafeMutableRawPointer, _ state: UnsafeMutableRawPointer
) -> UnsafeMutableRawPointer? {
  let cpu = cpuState(state)
  let va = cpu.pointee.pageAddress &+ UInt64(operationAt(op).pointee.offset)
  do {
    let found = try cpu.lookUp(va)
    return found.pointee.handler(found, state)
  } catch {
    return cpu.raise(error, at: va)
  }
}

private func followOperation(
  _ op: UnsafeMutableRawPointer, _ state: UnsafeMutableRawPointer
) -> UnsafeMutableRawPointer? {
  guard let link = operationAt(op).pointee.link else { return proceedOperation(op, state) }
  return operationAt(link).pointee.handler(link, state)
}

/// Runs a family's executor for an operation.
@inline(__always)
func runGeneric(
  _ raw: UnsafeMutableRawPointer, _ state: UnsafeMutableRawPointer,
  _ executor: (CPU, Decoded) throws(Fault) -> Outcome
) -> UnsafeMutableRawPointer? {
  let cpu = cpuState(state)
  let op = operationAt(raw)
  let rip = cpu.pointee.pageAddress &+ UInt64(op.pointee.offset)
  guard let decoded = op.pointee.instruction else { return nil }
  let instruction = decoded.assumingMemoryBound(to: Instruction.self)
  cpu.pointee.rip = rip
  do {
    switch try executor(cpu, instruction) {
    case .next: return raw + Operation.stride
    case .jumped: return cpu.jump(to: cpu.pointee.rip)
    case .leave: return nil
    }
  } catch {
    return cpu.raise(cpu.adjusted(error, instruction), at: rip)
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// The operation at the target of a branch that has been done.
  @inline(__always)
  func jump(to va: UInt64) -> UnsafeMutableRawPointer? {
    do {
      return UnsafeMutableRawPointer(try lookUp(va))
    } catch {
      return jumpFailed(error, va)
    }
  }

  @inline(never)
  private func jumpFailed(_ fault: Fault, _ va: UInt64) -> UnsafeMutableRawPointer? {
    // The branch is done. A fault is that of the instruction at the target, which comes next.
    return leave(fault.vector == Fault.arenaFull.vector ? .flushCode : .resume, at: va)
  }

  /// A fault as the instruction reports it: a non-canonical stack address is #SS, not #GP.
  func adjusted(_ fault: Fault, _ instruction: Decoded) -> Fault {
    guard fault.vector == 13, fault.address == 1 else { return fault }
    let isGather = instruction.pointee.operands.1.kind == .vectorMemory
    if instruction.pointee.hasMemoryOperand || isGather {
      if instruction.pointee.memory.segment == .ss { return .stack() }
      // Of two operands in memory the stack's is at fault if the other is not.
      let first = address(instruction)
      let size = UInt64(max(1, instruction.pointee.operands.0.size))
      guard !isGather, isCanonical(first), isCanonical(first &+ size &- 1) else {
        return .protection()
      }
      switch instruction.pointee.semantics {
      case .push, .pop, .callIndirect, .callFar: return .stack()
      default: return .protection()
      }
    }
    switch instruction.pointee.semantics {
    case .push, .pop, .pushf, .popf, .call, .callIndirect, .callFar, .ret, .enter, .leave, .iret,
      .retFar:
      return .stack()
    default: return .protection()
    }
  }

  /// The address of the instruction after one that a generic executor runs.
  @inline(__always)
  func next(_ i: Decoded) -> UInt64 { pointee.rip &+ UInt64(i.pointee.length) }

  /// Ends the slice after an instruction that may have changed what interrupts or maps apply.
  @inline(__always)
  func resumeAfter(_ i: Decoded) -> Outcome {
    pointee.rip = next(i)
    pointee.exit = .resume
    return .leave
  }

  /// Reports an instruction without an executor and makes it #UD.
  @inline(never)
  func unimplemented(_ i: Decoded) -> Fault {
    let semantics = i.pointee.semantics
    guard let machine = pointee.core.pointee.machine else { return .invalidOpcode }
    machine._withUnsafeGuaranteedRef { machine in
      guard machine.reported.insert(semantics.rawValue).inserted else { return }
      machine.onUnimplemented?(pointee.index, pointee.rip, "\(semantics)")
    }
    return .invalidOpcode
  }
}

/// Fetches, decodes and runs an instruction that crosses a page boundary.
private func crossingOperation(
  _ raw: UnsafeMutableRawPointer, _ state: UnsafeMutableRawPointer
) -> UnsafeMutableRawPointer? {
  let cpu = cpuState(state)
  let op = operationAt(raw)
  let offset = Int(op.pointee.offset)
  let rip = cpu.pointee.pageAddress &+ UInt64(offset)
  guard let slot = op.pointee.instruction, let page = cpu.pointee.codePage else {
    return cpu.leave(.resume, at: rip)
  }
  let instruction = slot.assumingMemoryBound(to: Instruction.self)
  var bytes = (UInt64(0), UInt64(0))
  do {
    let frame = page.load(fromByteOffset: CodePage.frame, as: UInt64.self)
    try cpu.fetchAcross(frame, offset, cpu.pointee.pageAddress &+ 4096, &bytes)
  } catch {
    return cpu.raise(error, at: rip)
  }
  if bytes.0 != op.pointee.bytes.0 || bytes.1 != op.pointee.bytes.1
    || op.pointee.length == 0
  {
    let mode = cpu.pointee.mode
    let decoded = withUnsafeBytes(of: &bytes) { buffer in
      Decoder.decode(UnsafeRawBufferPointer(rebasing: buffer[0..<15]), mode: mode)
    }
    instruction.pointee = decoded
    op.pointee.bytes = bytes
    op.pointee.length = decoded.length
  }
  cpu.pointee.rip = rip
  let next = rip &+ UInt64(op.pointee.length)
  do {
    let isSegmented = instruction.pointee.mode != .bits64
    switch try isSegmented ? executeSegmented(cpu, instruction) : executeAny(cpu, instruction) {
    case .next: return cpu.jump(to: next)
    case .jumped: return cpu.jump(to: cpu.pointee.rip)
    case .leave: return nil
    }
  } catch {
    return cpu.raise(cpu.adjusted(error, instruction), at: rip)
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Gathers 15 bytes of code from a frame's end and from the page that follows.
  fileprivate func fetchAcross(
    _ frame: UInt64, _ offset: Int, _ second: UInt64, _ bytes: inout (UInt64, UInt64)
  ) throws(Fault) {
    let core = pointee.core
    let found = try translate(second, .execute, user: isUser)
    let low = core.frame(frame)
    let high = core.frame(found.physical >> 12)
    let split = 4096 - offset
    withUnsafeMutableBytes(of: &bytes) { buffer in
      for index in 0..<15 {
        if index < split {
          buffer[index] = low.map { ($0 + offset + index).load(as: UInt8.self) } ?? 0xff
        } else {
          buffer[index] = high.map { ($0 + index - split).load(as: UInt8.self) } ?? 0xff
        }
      }
    }
  }
}
