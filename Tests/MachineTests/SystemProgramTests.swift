import Foundation
import Machine
import Testing

/// The programs of `Tests/System`: each starts in 32-bit protected mode, prints a table to port E9h
/// and ends through port F4h. The expected text is QEMU's for the same bytes, but for the differences
/// that the folder's README lists. With CRASHCART_PRINTED set, what is printed goes to that folder.
@Suite struct SystemProgramTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "System")
  static let programs = ["faults", "paging", "rings", "debug", "code", "limits"]

  @Test(arguments: programs)
  func printsWhatTheOtherMachinePrints(program: String) throws {
    let image = try Data(contentsOf: Self.folder.appending(path: "\(program).bin"))
    let expected = try String(
      contentsOf: Self.folder.appending(path: "\(program).expected"), encoding: .utf8)
    let machine = machine(processors: 1)
    try run(program, image, expected, on: machine)
  }

  /// Two processors, which take turns at many places.
  @Test(arguments: [1, 7, 50, 10_000], [true, false])
  func processorsAgreeOnSharedWords(quantum: UInt64, traces: Bool) throws {
    let image = try Data(contentsOf: Self.folder.appending(path: "processors.bin"))
    let expected = try String(
      contentsOf: Self.folder.appending(path: "processors.expected"), encoding: .utf8)
    let machine = machine(processors: 2, quantum: quantum)
    machine.runsTraces = traces
    try run("processors", image, expected, on: machine)
  }

  private func machine(processors: Int, quantum: UInt64 = 10_000) -> Machine {
    var configuration = MachineConfiguration(
      processors: processors, memoryBytes: 64 << 20, quantum: quantum, features: .avx2Level)
    configuration.startsInRealMode = true
    return Machine(configuration)
  }

  private func run(
    _ program: String, _ image: Data, _ expected: String, on machine: Machine
  ) throws {
    machine.load([UInt8](image), at: 0x10_0000)
    let registers = machine.processors[0].registers
    registers.cr0 = 0x11
    registers[.cs] = SegmentRegister(selector: 8, attributes: 0xc9b, limit: ~0)
    let data = SegmentRegister(selector: 0x10, attributes: 0xc93, limit: ~0)
    for segment in [Registers.Segment.ss, .ds, .es, .fs, .gs] { registers[segment] = data }
    registers.rip = 0x10_0020
    let printed = Collector()
    machine.console.onOutput = { printed.bytes += $0 }
    #expect(machine.run(limit: 4_000_000) == .powerOff)
    let lines = String(decoding: printed.bytes, as: UTF8.self).split(separator: "\n")
    for (number, pair) in zip(lines, expected.split(separator: "\n")).enumerated() {
      #expect(pair.0 == pair.1, "case \(number)")
    }
    if let folder = ProcessInfo.processInfo.environment["CRASHCART_PRINTED"] {
      try Data(printed.bytes).write(to: URL(filePath: "\(folder)/\(program).printed"))
    }
    #expect(lines.count == expected.split(separator: "\n").count)
  }
}
