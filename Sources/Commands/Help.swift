import Language

extension CommandSet {
  /// Help on commands.
  public static let help = CommandSet(
    "Help",
    [
      Command(
        ".help", summary: "List the dot commands.",
        details: "With a letter, those that begin with it. /D is understood; links need a window.",
        examples: [".help": "all dot commands", ".help l": "those that begin with .l"],
        related: ["?", ".hh", "!help"],
        grammar: .switches("D"), .rest("[Letter]").explained("how the names begin")
      ) { session, _, text in
        Help.list(session, matching: { $0.hasPrefix(".\(text)") })
      },
      Command(
        ".hh", summary: "Explain a command, or list all of them.",
        details: "Usage, parameters, examples that work as they stand, and related commands.",
        examples: [".hh bp": "the page on bp", ".hh !pte": "the page on an extension's command"],
        related: [".help", "?", "!help"],
        grammar: .rest("[Command]", completion: .command).explained("a command's name")
      ) { session, name in
        if name.isEmpty { return Help.printSummary(session) }
        if let topic = Help.topics[name] { return session.print(topic) }
        guard let command = session.commands.command(explaining: name) else {
          session.print("No help on '\(name)'")
          if let near = session.suggestion(for: name) { session.print(near) }
          return
        }
        session.print(command.page(prefix: name.hasPrefix("!") ? "!" : ""))
      },
    ])
}

/// The text of help, derived from the commands themselves.
enum Help {
  /// What messages refer to, by the name they give it.
  static let topics = [
    "dbgerr005":
      "Private symbols tell a function's parameters and locals; public ones only its name.\n"
      + "Where a module has no more, use r, dps @rsp and u to see what the function works with."
  ]

  /// Every family with its commands.
  static func printSummary(_ session: Session) {
    for set in session.commands.sets {
      session.print("\(set.title):")
      for command in set.commands { session.print(command.row(prefix: "")) }
      session.print()
    }
    for module in session.commands.extensions {
      session.print("\(module.name):")
      for command in module.commands { session.print(command.row(prefix: "!")) }
      session.print()
    }
  }

  /// The commands that have a name that meets a condition, in alphabetical order.
  static func list(_ session: Session, matching condition: (String) -> Bool) {
    let commands = session.commands.sets.flatMap(\.commands)
    let found = commands.filter { $0.names.contains(where: condition) }
    for command in found.sorted(by: { ($0.names.first ?? "") < ($1.names.first ?? "") }) {
      session.print(command.row(prefix: ""))
    }
  }
}
