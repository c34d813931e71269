import Foundation

/// Lets processes of this program run rounds one after the other, and notes how they end.
struct Supervisor {
  let options: FuzzOptions
  /// A folder for what the rounds leave behind.
  let scratch: URL

  /// Runs rounds until the time is over. Returns how many findings there are.
  func run() throws -> Int {
    let end = Date().addingTimeInterval(options.seconds)
    var round = options.round ?? 0
    var findings = 0
    while Date() < end {
      let journal = scratch.appending(path: "journal")
      try? FileManager.default.removeItem(at: journal)
      let process = Process()
      process.executableURL = URL(filePath: CommandLine.arguments[0])
      process.arguments =
        options.childArguments + [
          "--from", String(round), "--until", String(end.timeIntervalSince1970),
          "--journal", journal.path(percentEncoded: false),
        ]
      process.currentDirectoryURL = scratch
      var environment = ProcessInfo.processInfo.environment
      environment["SWIFT_BACKTRACE"] = "enable=no"
      process.environment = environment
      try process.run()
      process.waitUntilExit()
      guard process.terminationReason == .uncaughtSignal || process.terminationStatus != 0 else {
        break
      }
      findings += 1
      round = report(process, journal, after: round) + 1
    }
    return findings
  }

  /// Tells how a process ended, with the line that it carried out. Returns the round it was in.
  private func report(_ process: Process, _ journal: URL, after round: UInt64) -> UInt64 {
    let text = (try? String(contentsOf: journal, encoding: .utf8)) ?? ""
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = (parts.first ?? "").split(separator: " ").compactMap { UInt64($0) }
    let what =
      switch (process.terminationReason, process.terminationStatus) {
      case (.uncaughtSignal, let signal): "signal \(signal)"
      case (_, Watchdog.hangStatus): "hang"
      case (_, Watchdog.memoryStatus): "too much memory"
      case (_, let status): "status \(status)"
      }
    let place = numbers.count == 2 ? "round \(numbers[0]) line \(numbers[1])" : "round \(round)"
    print("FINDING \(what): --seed \(options.seed) \(place): \(parts.dropFirst().first ?? "")")
    fflush(nil)
    return numbers.first ?? round
  }
}
