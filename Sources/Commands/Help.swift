import Language

extension CommandSet {
  /// Help on commands.
  public static let help = CommandSet(
    "Help",
    [
      Command(
        ".help", summary: "List the dot commands.",
        details: "With a letter, those that begin with it.", grammar: .rest("[Letter]")
      ) { session, text in
        Help.list(session, matching: { $0.hasPrefix(".\(text)") })
      },
      Command(
        ".hh", summary: "Explain a command, or list all of them.",
        grammar: .rest("[Command]", completion: .command)
      ) { session, name in
        if name.isEmpty { return Help.printSummary(session) }
        if let topic = Help.topics[name] { return session.print(topic) }
        guard let command = session.commands.command(named: name) else {
          throw CommandError.message("No help on '\(name)'")
        }
        session.print(Help.page(command))
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
      for command in set.commands { session.print(row(command, prefix: "")) }
      session.print()
    }
    for module in session.commands.extensions {
      session.print("\(module.name):")
      for command in module.commands { session.print(row(command, prefix: "!")) }
      session.print()
    }
  }

  /// The commands that have a name that meets a condition, in alphabetical order.
  static func list(_ session: Session, matching condition: (String) -> Bool) {
    let commands = session.commands.sets.flatMap(\.commands)
    let found = commands.filter { $0.names.contains(where: condition) }
    for command in found.sorted(by: { ($0.names.first ?? "") < ($1.names.first ?? "") }) {
      session.print(row(command, prefix: ""))
    }
  }

  private static func row(_ command: Command, prefix: String) -> String {
    let names = command.names.map { prefix + $0 }.joined(separator: ", ")
    return "  \(names.padded(20)) \(command.summary)"
  }

  /// A command's page: usage, summary, details.
  static func page(_ command: Command) -> String {
    var lines = [command.usage, "    \(command.summary)"]
    let others = command.names.dropFirst() + command.spellings
    if !others.isEmpty { lines.append("    Also: \(others.joined(separator: ", "))") }
    if !command.details.isEmpty {
      lines.append("")
      lines += wrapped(command.details, width: 76).map { "    \($0)" }
    }
    if !command.examples.isEmpty {
      lines += ["", "Examples:"]
      let width = command.examples.map(\.line.count).max() ?? 0
      lines += command.examples.map { "    \($0.line.padded(width))  \($0.meaning)" }
    }
    if !command.related.isEmpty {
      lines += ["", "See also: \(command.related.joined(separator: ", "))"]
    }
    return lines.joined(separator: "\n")
  }

  /// A text in lines of at most a width; its own line ends stay.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      lines.append(line)
    }
    return lines
  }
}
