import Language
import Workbench

/// What declarations and sessions lack: a summary, an example, a session that types the command, one
/// in which it is refused.
struct Gaps {
  /// What a command lacks.
  enum Gap: String, CaseIterable {
    case summary, example, session, error
  }

  /// The gaps of every command that has some, in the order of the manual; extensions have their `!`.
  let found: [(command: String, gaps: [Gap])]

  /// Looks at everything declared. Gaps that `gaps.tsv` gives a reason for are left out.
  init(of package: Package, excusing: Bool = true) throws {
    let groups = ExampleRun.groups()
    let commands = groups.flatMap(\.commands)
    let prefixed = commands.flatMap { name, command in
      command.names.map { name.hasPrefix("!") ? "!" + $0 : $0 }
    }
    let typed = try TypedCommands(package, names: prefixed)
    let excused = excusing ? Set(try package.rows("gaps.tsv").map { "\($0[0]) \($0[1])" }) : []
    found = commands.compactMap { name, command in
      // A module's help is made, not declared.
      if name == "!help" { return nil }
      let names = command.names.map { name.hasPrefix("!") ? "!" + $0 : $0 }
      var gaps: [Gap] = []
      if command.summary.isEmpty { gaps.append(.summary) }
      if command.examples.isEmpty { gaps.append(.example) }
      if typed.typed.isDisjoint(with: names) { gaps.append(.session) }
      if typed.refused.isDisjoint(with: names) { gaps.append(.error) }
      gaps.removeAll { excused.contains("\(name) \($0.rawValue)") }
      return gaps.isEmpty ? nil : (name, gaps)
    }
  }

  /// A line for each command with gaps.
  var lines: [String] {
    found.map { "\($0.command): no \($0.gaps.map(\.rawValue).joined(separator: ", "))" }
  }
}
