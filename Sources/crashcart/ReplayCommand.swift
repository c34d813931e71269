import ArgumentParser
import Foundation
import Replay

/// `crashcart replay`: sessions that prove themselves.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Type a transcript at a target and compare what comes back.",
    discussion: """
      Each file is a session as text: lines after a prompt are typed, the lines below are what \
      must come back. The first difference is shown in its context. The exit status is 0 only \
      when nothing differs.
      """)

  @OptionGroup var target: TargetOptions

  @Flag(help: "Write the answers that come into the files, in place of those they have.")
  var record = false

  @Argument(help: ArgumentHelp("The transcripts, each on a target of its own.", valueName: "file"))
  var files: [String]

  func run() throws {
    var differs = false
    for file in files {
      let report = try replay(file)
      if files.count > 1 { print("\(file): ", terminator: "") }
      print(report.summary)
      if record {
        try write(report.recorded, to: file)
      } else if let difference = report.firstDifference() {
        print(difference, terminator: "")
        differs = true
      }
    }
    if differs { throw ExitCode(1) }
  }

  private func replay(_ file: String) throws -> ReplayReport {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Refusal("Unable to read '\(file)'")
    }
    guard !data.contains(0), let text = String(data: data, encoding: .utf8) else {
      throw Refusal("'\(file)' is no transcript: it is not text")
    }
    let transcript = Transcript(parsing: text, name: file)
    let session = try target.open(scenario: transcript.scenario)
    do {
      return try Replayer.replay(transcript, at: session)
    } catch {
      throw Refusal("\(error)")
    }
  }

  private func write(_ text: String, to file: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw Refusal("Unable to write '\(file)'")
    }
  }
}
