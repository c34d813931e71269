import Engine
import Machine

/// The fixture's program on a bare machine, as module `nt`.
struct Guest {
  let machine: Machine
  let target: LiveTarget
  let debugger: Debugger

  /// Where a function called from outside returns to: a `hlt`.
  static let exit: UInt64 = 0x3F_0000
  static let stackTop: UInt64 = 0x30_0000
  private static let interruptTable: UInt64 = 0x2F_0000

  /// Stands before the first instruction of `function`, called with `argument`.
  init(_ function: String, argument: UInt64 = 0, processors: Int = 1) throws {
    machine = Machine.bare(memoryBytes: 16 << 20, processors: processors)
    machine.load(try Walker.mapped(), at: Walker.base)
    machine.load([0xF4, 0xEB, 0xFD], at: Self.exit)
    target = LiveTarget(machine, kernelBase: Walker.base)
    debugger = Debugger(target: target, symbols: SymbolStore(path: Walker.folder))
    try debugger.reloadModules()
    for (vector, handler) in Self.gates {
      machine.load(
        Self.gate(try debugger.address(of: handler)), at: Self.interruptTable + vector * 16)
    }
    for processor in machine.processors {
      processor.registers.idtr = TableRegister(base: Self.interruptTable, limit: 0xFFF)
    }
    let registers = machine.processors[0].registers
    registers[gpr: 4] = Self.stackTop - 8
    registers[gpr: 1] = argument
    registers.rip = try debugger.address(of: function)
    machine.memory.store(Self.stackTop - 8, Self.exit)
  }

  private static let gates: [(UInt64, String)] = [
    (3, "BreakpointTrap"), (14, "ErrorHandler"), (0x40, "Handler"), (0x50, "BreakInInterrupt"),
  ]

  /// A 64-bit interrupt gate to code segment 10h.
  private static func gate(_ handler: UInt64) -> [UInt8] {
    let low = (handler & 0xFFFF) | 0x10 << 16 | 0x8E00 << 32 | (handler >> 16 & 0xFFFF) << 48
    let high = handler >> 32
    return [low, high].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
    }
  }

  func address(_ name: String) throws -> UInt64 { try debugger.address(of: name) }

  /// Sets a breakpoint at a symbol and returns its number.
  @discardableResult
  func breakpoint(_ name: String, passes: Int = 1) throws -> Int {
    let id = debugger.breakpoints.nextID
    try debugger.add(
      Breakpoint(id: id, location: .address(try address(name)), passes: passes, text: name))
    return id
  }

  func context() throws -> Context { try target.context(processor: 0) }
}

/// Looks after the console in tests: answers idling with what is left of a script.
final class ScriptedAttendant: ConsoleAttendant {
  var printed: [UInt8] = []
  var decisions: [RunningDecision]
  private(set) var idleCount = 0
  private(set) var sliceCount = 0

  init(_ decisions: [RunningDecision] = []) { self.decisions = decisions }

  func consolePrinted(_ bytes: [UInt8]) { printed += bytes }

  func targetRuns(_ state: RunningState) -> RunningDecision {
    if state.isIdle { idleCount += 1 } else { sliceCount += 1 }
    return decisions.isEmpty ? .resume : decisions.removeFirst()
  }
}
