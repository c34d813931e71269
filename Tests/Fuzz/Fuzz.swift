import Foundation

/// The command line's options.
struct FuzzOptions {
  var seconds = 60.0
  var seed: UInt64 = 1
  var subject = LineGenerator.Subject.commands
  /// nil takes the scenarios in turn.
  var scenario: String?
  var corpus = "Tests/Transcripts"
  /// One round only, its lines shown.
  var round: UInt64?
  // Of a process that the supervisor starts.
  var from: UInt64?
  var until = 0.0
  var journal = ""

  /// Options that a child process gets unchanged.
  var childArguments: [String] {
    ["--seed", String(seed), "--subject", subject.rawValue, "--corpus", corpus]
      + (scenario.map { ["--scenario", $0] } ?? [])
  }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw UsageError() }
      switch name {
      case "--seconds": seconds = Double(value) ?? seconds
      case "--seed": seed = UInt64(value) ?? seed
      case "--subject":
        guard let named = LineGenerator.Subject(rawValue: value) else { throw UsageError() }
        subject = named
      case "--scenario": scenario = value
      case "--corpus": corpus = value
      case "--round": round = UInt64(value)
      case "--from": from = UInt64(value)
      case "--until": until = Double(value) ?? 0
      case "--journal": journal = value
      default: throw UsageError()
      }
    }
    corpus = URL(filePath: corpus).path(percentEncoded: false)
  }

  /// The scenario of a round.
  func scenario(of round: UInt64) -> String {
    scenario ?? ["default", "default", "bare", "default", "bare32"][Int(round % 5)]
  }
}

struct UsageError: Error {}

@main
enum Fuzz {
  static func main() throws {
    let options: FuzzOptions
    do {
      options = try FuzzOptions(Array(CommandLine.arguments.dropFirst()))
    } catch {
      print("usage: fuzz [--subject commands|expressions] [--seconds S] [--seed N]")
      print("            [--scenario NAME] [--corpus FOLDER] [--round N]")
      exit(2)
    }
    if let first = options.from { return try child(options, first) }
    if let round = options.round { return try show(options, round) }
    let scratch = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let findings = try Supervisor(options: options, scratch: scratch).run()
    let left = try FileManager.default.contentsOfDirectory(
      atPath: scratch.path(percentEncoded: false)
    ).filter { $0 != "journal" }
    if !left.isEmpty { print("FINDING files were written: \(left.joined(separator: " "))") }
    print("\(findings) findings")
    if findings > 0 || !left.isEmpty { exit(1) }
  }

  /// Runs rounds from one on until the time is over.
  private static func child(_ options: FuzzOptions, _ first: UInt64) throws {
    let corpus = FuzzCorpus(folder: options.corpus)
    var round = first
    var total = FuzzRound.Outcome()
    while Date().timeIntervalSince1970 < options.until {
      let fuzz = FuzzRound(
        seed: options.seed, number: round, scenario: options.scenario(of: round),
        subject: options.subject)
      let outcome = try fuzz.run(corpus: corpus) { index, line in
        let text = "\(round) \(index)\n\(line)"
        try? Data(text.utf8).write(to: URL(filePath: options.journal))
      }
      total.lines += outcome.lines
      total.bytes += outcome.bytes
      total.interrupted += outcome.interrupted
      if outcome.slowest.milliseconds > total.slowest.milliseconds {
        total.slowest = outcome.slowest
      }
      round += 1
    }
    print(
      "rounds \(first) to \(round): \(total.lines) lines, \(total.bytes) bytes printed, "
        + "\(total.interrupted) interrupted, "
        + "slowest end \(total.slowest.milliseconds) ms: \(total.slowest.line)")
  }

  /// Runs one round and shows its lines, to repeat a finding.
  private static func show(_ options: FuzzOptions, _ round: UInt64) throws {
    let fuzz = FuzzRound(
      seed: options.seed, number: round, scenario: options.scenario(of: round),
      subject: options.subject)
    _ = try fuzz.run(corpus: FuzzCorpus(folder: options.corpus)) { index, line in
      print("\(index): \(line)")
      fflush(nil)
    }
  }
}
