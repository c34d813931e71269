import Machine
import Scenarios
import Testing

/// A booted machine as a person at its console has it, with a debugger that lets every print pass
/// and remembers what was reported.
final class Console {
  private(set) var text = ""
  /// Codes of the exceptions that the kernel reported, first chance or second.
  private(set) var exceptions: [UInt32] = []
  /// What `nt!DbgPrint` printed.
  private(set) var prints = ""
  private let machine: Machine

  init(processors: Int = 2) throws {
    var options = BootOptions()
    options.processors = processors
    machine = try Scenario.named("default").boot(options).machine
    machine.console.onOutput = { [unowned self] in text += String(decoding: $0, as: UTF8.self) }
  }

  var instructions: UInt64 { machine.instructionCount }

  /// Types a line and runs until `done` holds, an exception is reported, or the limit is reached.
  func type(_ line: String, limit: UInt64 = 4_000_000_000, until done: (String) -> Bool) {
    text = ""
    machine.console.type(line + "\r")
    run(limit: limit, until: done)
  }

  /// Runs until what the console shows satisfies `done`, an exception is reported, or the limit.
  func run(limit: UInt64 = 4_000_000_000, until done: (String) -> Bool) {
    let end = machine.instructionCount &+ limit
    let seen = exceptions.count
    while !done(text), exceptions.count == seen, machine.instructionCount < end {
      switch machine.run(limit: 1_000_000) {
      case .limit: continue
      case .debugPort(let processor, let command, let packet):
        report(processor, command, packet)
      default: return
      }
    }
  }

  private func report(_ processor: Int, _ command: UInt32, _ packet: UInt64) {
    switch command {
    case 1: reportException(processor, packet)
    case 3:
      let count = Int(word(packet + 0x40, processor) & 0xffff)
      prints += String(
        decoding: bytes(word(packet + 0x38, processor), count, processor), as: UTF8.self)
    default: break
    }
  }

  /// Remembers an exception, and steps over the instruction if it is a breakpoint, as `g` does.
  private func reportException(_ processor: Int, _ packet: UInt64) {
    let code = UInt32(truncatingIfNeeded: word(word(packet + 0x28, processor), processor))
    exceptions.append(code)
    guard code == 0x8000_0003 else { return }
    let rip = word(packet + 0x20, processor) + 0xf8
    let next = word(rip, processor) + 1
    let cr3 = machine.processors[processor].registers.cr3
    guard let at = machine.translate(rip, cr3: cr3) else { return }
    machine.memory.write(at.rawValue, (0..<8).map { UInt8(truncatingIfNeeded: next >> (8 * $0)) })
  }

  private func word(_ va: UInt64, _ processor: Int) -> UInt64 {
    bytes(va, 8, processor).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func bytes(_ va: UInt64, _ count: Int, _ processor: Int) -> [UInt8] {
    let cr3 = machine.processors[processor].registers.cr3
    return (0..<UInt64(count)).map { offset in
      guard let at = machine.translate(va &+ offset, cr3: cr3) else { return 0 }
      return machine.memory.read(at.rawValue, count: 1)[0]
    }
  }
}

/// Whether the shell waits for the next command.
func atPrompt(_ text: String) -> Bool { text.hasSuffix("C:\\>") }
