import Foundation
import Machine
import Testing

@Suite struct InstructionVectorTests {
  static let files = ["integer", "divide", "string", "vector", "float"]

  @Test(arguments: files)
  func agreesWithARealProcessor(file: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Vectors/\(file).txt")
    let machine = Machine.bare(memoryBytes: 8 << 20)
    var failures = 0
    var rows = 0
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      rows += 1
      let differences = Row(line).differences(on: machine)
      if !differences.isEmpty {
        failures += 1
        if failures <= 40 { Issue.record("\(line)\n  \(differences.joined(separator: ", "))") }
      }
    }
    #expect(failures == 0)
    #expect(rows > 100)
  }
}

/// A line of a vector file.
private struct Row {
  var bytes: [UInt8] = []
  var text = ""
  var kind: Character = "i"
  var seed: UInt64 = 0
  var expected: [Substring] = []

  init(_ line: Substring) {
    let columns = line.split(separator: " | ", omittingEmptySubsequences: false)
    guard columns.count == 4 else { return }
    var rest = columns[0]
    while rest.count >= 2 {
      bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    text = String(columns[1])
    kind = columns[2].first ?? "i"
    seed = UInt64(columns[2].dropFirst()) ?? 0
    expected = columns[3].split(separator: " ")
  }

  static let names = [
    "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13",
    "r14", "r15",
  ]

  func differences(on machine: Machine) -> [String] {
    guard !bytes.isEmpty else { return ["unreadable row"] }
    var want = VectorState(kind: kind, seed: seed, repeats: text.contains("rep"))
    let registers = machine.processors[0].registers
    want.apply(to: machine)
    machine.load(bytes + [0xf4], at: 0x1_0000)
    registers.rip = 0x1_0000
    let stop = machine.run(limit: 1000)
    guard stop == .limit || stop == .idle else { return ["stopped: \(stop)"] }
    var flags: (value: UInt64, mask: UInt64) = (0, 0)
    for item in expected {
      let parts = item.split(separator: "=")
      guard parts.count == 2 else { continue }
      let name = String(parts[0])
      let pair = parts[1].split(whereSeparator: { $0 == ":" || $0 == "/" })
        .map { UInt64($0, radix: 16) ?? 0 }
      if name == "fl" {
        flags = (pair[0], pair[1])
      } else if let index = Self.names.firstIndex(of: name) {
        want.registers[index] = pair[0]
      } else if name.first == "m", let offset = Int(name.dropFirst(), radix: 16) {
        want.memory[offset / 8] = pair[0]
      } else if let index = Int(name.dropFirst()) {
        want.vectors[index] = (pair[0], pair[1])
      }
    }
    return compare(want, flags, machine)
  }

  private func compare(
    _ want: VectorState, _ flags: (value: UInt64, mask: UInt64), _ machine: Machine
  ) -> [String] {
    let registers = machine.processors[0].registers
    var result: [String] = []
    func check(_ name: String, _ is: UInt64, _ should: UInt64) {
      guard `is` != should else { return }
      result.append("\(name) \(String(`is`, radix: 16)) not \(String(should, radix: 16))")
    }
    for number in 0..<16 {
      check(Self.names[number], registers[gpr: number], want.registers[number])
      check("xmm\(number) low", registers[xmm: number].low, want.vectors[number].0)
      check("xmm\(number) high", registers[xmm: number].high, want.vectors[number].1)
      let at = VectorState.buffer + UInt64(number) * 8
      check("memory \(number)", machine.memory.load(at), want.memory[number])
    }
    check("flags", registers.rflags & flags.mask, flags.value)
    return result
  }
}
