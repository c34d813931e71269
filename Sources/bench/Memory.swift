import Engine
import Foundation
import Scenarios

/// What the process holds after one boot of the default scenario, beside the guest's own frames. Another
/// process does it, so that nothing else this one has done counts.
func reportMemory() throws {
  if CommandLine.arguments.dropFirst().contains("memory") { return try measureMemory() }
  guard let program = Bundle.main.executablePath else { return }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = ["memory"]
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  for line in text.split(separator: "\n") where !line.hasPrefix("host ") { print(line) }
}

private func measureMemory() throws {
  let debugger = try Scenario.all[0].open()
  _ = try debugger.go()
  guard let live = debugger.target as? LiveTarget, let resident = residentBytes() else { return }
  let frames = live.machine.memory.residentFrames * 4096
  print(
    "memory after one boot: the process holds \(megabytes(resident)), \(megabytes(frames)) of it the"
      + " guest's frames: \(megabytes(resident - frames)) beside them")
}

private func megabytes(_ bytes: Int) -> String { fixed(Double(bytes) / 1e6, 1) + " MB" }

/// Bytes of memory that this process holds; nil where /proc is missing.
private func residentBytes() -> Int? {
  guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
    return nil
  }
  let fields = text.split(separator: " ")
  guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
  return pages * 4096
}
