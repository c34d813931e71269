import Language
import Workbench

/// Examples of commands, typed at the target that starts by default right after a break-in.
struct ExampleRun {
  /// An example that does not work.
  struct Failure {
    let command: String
    let line: String
    let answer: String
  }

  /// What answers contain that did not come of an error but say the same.
  private static let complaints = [
    " error in '", " error at '", "Couldn't resolve", "No export ", "Numeric expression missing",
    "No help on", "Unable to ",
  ]

  /// Every family and extension module with its commands, `!` in front of an extension's.
  static func groups(_ table: CommandTable = Workbench.commands) -> [(
    title: String, commands: [(name: String, command: Command)]
  )] {
    table.sets.map { set in
      (set.title, set.commands.map { ($0.names.first ?? "", $0) })
    }
      + table.extensions.map { module in
        (module.name, module.commands.map { ("!\($0.names.first ?? "")", $0) })
      }
  }

  /// Carries out the examples of some commands. Throws `BootError` when the target does not start.
  static func failures(of commands: [(name: String, command: Command)]) throws -> [Failure] {
    var failures: [Failure] = []
    var target: BrokenInSession?
    for (name, command) in commands {
      for example in command.examples {
        let current = try target ?? BrokenInSession()
        let (text, failed) = current.type(example.line)
        if failed || complaints.contains(where: text.contains) {
          failures.append(Failure(command: name, line: example.line, answer: text))
        }
        target = current.isFresh ? current : nil
      }
    }
    return failures
  }
}
