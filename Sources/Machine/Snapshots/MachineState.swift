/// The whole state of a machine at one instruction count.
///
/// Frames of memory are shared with the machine and with other saved states until somebody writes
/// to them, so that a saved state costs a few bytes a frame.
public final class MachineState {
  let pool: FramePool
  let frames: [(index: UInt32, number: UInt32)]
  let processors: [[UInt8]]
  let current: Int
  let quantumLeft: UInt64
  let lastStopped: Int?
  let consoleInput: [UInt8]
  let consoleVector: UInt8
  let debugPort: DebugPort
  /// Machine time when the state was saved.
  public let instructionCount: UInt64

  init(_ machine: Machine) {
    pool = machine.memory.pool
    let core = machine.core
    var frames: [(index: UInt32, number: UInt32)] = []
    for index in 0..<Int(core.pointee.frameCount) where core.pointee.frameNumbers[index] != 0 {
      let number = core.pointee.frameNumbers[index] &- 1
      pool.retain(number)
      core.pointee.frameFlags[index] |= FrameFlag.shared
      frames.append((UInt32(index), number))
    }
    self.frames = frames
    processors = machine.processors.map { processor in
      processor.cpu.flushWrites()
      return [UInt8](
        UnsafeRawBufferPointer(start: processor.cpu.raw, count: StateOffset.saved))
    }
    current = machine.current
    quantumLeft = machine.quantumLeft
    lastStopped = machine.lastStopped
    let console = machine.console
    consoleInput = Array(console.input[console.taken...])
    consoleVector = console.vector
    debugPort = machine.debugPort
    instructionCount = machine.instructionCount
  }

  deinit {
    for frame in frames { pool.release(frame.number) }
  }
}

extension Machine {
  /// Saves everything: memory, processors, devices, time. Breakpoints and watchpoints are the
  /// debugger's and not part of it.
  public func save() -> MachineState { MachineState(self) }

  /// Goes back to a state saved from this machine.
  public func restore(_ state: MachineState) {
    precondition(state.pool === memory.pool, "a state of another machine")
    restoreFrames(state)
    for (processor, bytes) in zip(processors, state.processors) {
      bytes.withUnsafeBytes { saved in
        if let base = saved.baseAddress {
          processor.cpu.raw.copyMemory(from: base, byteCount: StateOffset.saved)
        }
      }
      processor.cpu.flushTLB()
    }
    core.pointee.time = state.instructionCount
    current = state.current
    quantumLeft = state.quantumLeft
    lastStopped = state.lastStopped
    pendingStop = nil
    console.input = state.consoleInput
    console.taken = 0
    console.vector = state.consoleVector
    debugPort = state.debugPort
    core.refreshBreakpoints()
  }

  private func restoreFrames(_ state: MachineState) {
    var next = 0
    for index in 0..<Int(core.pointee.frameCount) {
      var wanted: UInt32 = 0
      if next < state.frames.count, state.frames[next].index == UInt32(index) {
        wanted = state.frames[next].number &+ 1
        next += 1
      }
      let present = core.pointee.frameNumbers[index]
      if wanted != 0 { core.pointee.frameFlags[index] |= FrameFlag.shared }
      guard present != wanted else { continue }
      core.invalidateCode(index)
      if wanted != 0 { memory.pool.retain(wanted &- 1) }
      if present != 0 { memory.pool.release(present &- 1) }
      core.pointee.frameNumbers[index] = wanted
      core.pointee.frames[index] = wanted == 0 ? nil : memory.pool.pointer(wanted &- 1)
      if wanted == 0 { core.pointee.frameFlags[index] &= ~FrameFlag.shared }
    }
  }
}
