import Commands
import Engine
import Extensions
import Foundation
import Language
import Workbench

/// One session and the lines typed at it.
struct FuzzRound {
  let seed: UInt64
  let number: UInt64
  let scenario: String
  let subject: LineGenerator.Subject

  /// Lines of a round.
  static let lines = 400

  /// Commands that write files of the host or run programs there; they are not in the session.
  static let forbidden: Set<String> = [
    ".logopen", ".logappend", ".writemem", ".dump", ".dumpcab", ".shell", ".noshell", ".copysym",
    ".write_cmd_hist", ".dbgdbg", ".remote", ".server", ".create", ".attach", ".restart",
    ".bugdump", ".enumtag", ".crashcart_save", ".snapshot", ".opendump", ".fuzz",
  ]

  /// What a round came to.
  struct Outcome {
    var lines = 0
    var bytes = 0
    var interrupted = 0
    /// The longest time between Ctrl+C and the prompt, in milliseconds, and the line.
    var slowest = (milliseconds: 0, line: "")
  }

  /// Runs the round. Before each line `journal` is told its number and text.
  func run(corpus: FuzzCorpus, journal: (Int, String) -> Void) throws -> Outcome {
    let session = try Workbench.open(Workbench.Options(scenario: scenario))
    Self.restrict(session)
    var outcome = Outcome()
    var random = FuzzRandom(seed: seed, round: number)
    let generator = LineGenerator(corpus: corpus, session: session)
    session.output = { outcome.bytes += $0.utf8.count }
    let watchdog = Watchdog(interrupt: session.debugger.interrupt)
    defer { watchdog.stop() }
    var answers = random
    session.ask = { _ in answers.chance(30) ? nil : answers.pick(["", "1", "ff 2", "nop", "foo"]) }
    _ = session.start()
    for index in 0..<Self.lines {
      let line = generator.line(subject, &random)
      journal(index, line)
      watchdog.lineBegins()
      _ = session.execute(line)
      let time = watchdog.lineEnds()
      session.isOver = false
      outcome.lines += 1
      if let milliseconds = time.afterInterrupt {
        outcome.interrupted += 1
        if milliseconds > outcome.slowest.milliseconds { outcome.slowest = (milliseconds, line) }
      }
    }
    return outcome
  }

  /// Takes away the commands that write to the host.
  private static func restrict(_ session: Session) {
    let sets = ([CommandSet.language] + BuiltIn.families).map { set in
      CommandSet(
        set.title, set.commands.filter { $0.names.allSatisfy { !forbidden.contains($0) } })
    }
    var table = CommandTable(sets)
    for module in StandardExtensions.modules.reversed() { table.load(module) }
    session.commands = table
  }
}
