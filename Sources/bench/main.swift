// What things cost, side by side with others in one run, so that figures of different machines and days
// can be compared by their ratios. A word on the command line chooses a part.

let parts: [(name: String, report: () throws -> Void)] = [
  ("execution", reportExecution), ("debugging", reportDebugging), ("stops", printStops),
  ("boot", reportBoot), ("memory", reportMemory), ("commands", reportQueries),
  ("disassembly", reportDisassembly), ("interrupts", reportInterrupts),
]
let chosen = CommandLine.arguments.dropFirst()
for part in parts where chosen.isEmpty || chosen.contains(part.name) { try part.report() }
print("\nhost reference loop: \(fixed(hostReference(), 0)) million steps a second")
