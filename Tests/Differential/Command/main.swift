import Foundation
import Oracles
import X86

/// The command line's options.
struct Options {
  var rows = ""
  var count = 1000
  var from: UInt64 = 0
  var seed: UInt64 = 1
  var oracle = "native"
  var examples = 2
  var record: String?

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw UsageError() }
      switch name {
      case "--rows": rows = value
      case "--count": count = Int(value) ?? count
      case "--from": from = UInt64(value) ?? from
      case "--seed": seed = UInt64(value) ?? seed
      case "--against": oracle = value
      case "--record": record = value
      case "--examples": examples = Int(value) ?? examples
      default: throw UsageError()
      }
    }
  }

  /// The rows meant: a number, a mnemonic, or a mnemonic's beginning with a star; all without.
  var numbers: [Int] {
    let comparable = oracle == "unicorn" ? Rows.comparableWithUnicorn : Rows.comparable
    if rows.isEmpty { return comparable }
    if let number = Int(rows), Form.all.indices.contains(number) { return [number] }
    return comparable.filter { number in
      let name = Form.all[number].mnemonic
      return rows.split(separator: ",").contains {
        $0.hasSuffix("*") ? name.hasPrefix($0.dropLast()) : name == $0
      }
    }
  }
}

struct UsageError: Error {}

func compare(_ options: Options) throws -> Bool {
  let oracle = try options.oracle == "unicorn" ? OracleProcess.unicorn() : OracleProcess.native()
  let campaign = Campaign(
    oracle, name: options.oracle, seed: options.seed, known: Known.standard())
  var total = Campaign.Outcome()
  var rowsThatDiffer = 0
  let start = Date()
  for row in options.numbers {
    let outcome = try campaign.run(
      row: row, from: options.from, count: options.count, examples: options.examples)
    total.instances += outcome.instances
    total.faults += outcome.faults
    total.disagreements += outcome.disagreements
    total.explained += outcome.explained
    total.unimplemented += outcome.unimplemented
    guard outcome.disagreements > 0 else { continue }
    rowsThatDiffer += 1
    let form = Form.all[row]
    print(
      "\(form.mnemonic) (row \(row), \(form.semantics)): \(outcome.disagreements) of \(outcome.instances)"
    )
    for (kinds, group) in outcome.groups.sorted(by: { $0.value.count > $1.value.count }) {
      print("  \(kinds): \(group.count)")
      for example in group.examples { print("    \(example)") }
    }
  }
  let seconds = max(0.001, Date().timeIntervalSince(start))
  print(
    "\(total.instances) instances of \(options.numbers.count) rows, \(total.faults) faults, "
      + "\(total.disagreements) disagreements in \(rowsThatDiffer) rows, "
      + "\(total.explained) explained, \(total.unimplemented) not implemented; "
      + "\(Int(Double(total.instances) / seconds)) a second")
  return total.disagreements == 0
}

/// Writes what the oracle answers for a few instances of each row into a file.
func record(_ options: Options, to path: String) throws {
  let oracle = try options.oracle == "unicorn" ? OracleProcess.unicorn() : OracleProcess.native()
  let subject = Subject()
  var lines = [
    "# Made by `differential --record FILE` on an x86-64 host; see Tests/Differential/README.md.",
    "# mnemonic row | digest of the inputs | a digest for each instance's outcome",
  ]
  var left = 0
  for row in options.numbers where Rows.exemption(of: row) == nil {
    let recorded = try Recorded(row: row, oracle, subject)
    left += recorded.outcomes.filter { $0 == nil }.count
    lines.append(recorded.line)
  }
  try (lines.joined(separator: "\n") + "\n").write(
    toFile: path, atomically: true, encoding: .utf8)
  print("\(lines.count - 2) rows, \(left) instances left out")
}

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  if let path = options.record {
    try record(options, to: path)
    exit(0)
  }
  let agrees = try compare(options)
  exit(agrees ? 0 : 1)
} catch is UsageError {
  print(
    "usage: differential [--rows R] [--count N] [--from I] [--seed S] [--against native|unicorn]")
  exit(64)
} catch {
  print("differential: \(error)")
  exit(69)
}
