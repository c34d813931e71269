// The commands that every extension module has without declaring them.

extension Command {
  /// The `help` of a module, made from its declarations.
  static func help(of module: String, _ commands: [Command]) -> Command {
    Command(
      "help", summary: "List the module's commands, or explain one.",
      details: "-v shows every command's page.",
      grammar: .switches("v"), .optional(.word("Command", completion: .command))
    ) { session, switches, name in
      if let name {
        let lower = (name.hasPrefix("!") ? String(name.dropFirst()) : name).lowercased()
        guard
          let command = commands.first(where: { $0.names.contains { $0.lowercased() == lower } })
        else { throw CommandError.noExport(name) }
        return session.print(command.page(prefix: "!"))
      }
      session.print("\(module) debugger extensions:")
      session.print()
      for command in commands {
        session.print(
          switches.contains("v")
            ? command.page(prefix: "!") + "\n" : command.row(prefix: "!"))
      }
    }
  }

  /// `load`, `unload` or `setdll` of a module (`!wmitrace.load`); nil for any other word.
  static func moduleVerb(_ verb: some StringProtocol, _ module: String) -> Command? {
    switch verb.lowercased() {
    case "load", "setdll":
      Command(verb.lowercased(), summary: "Put the module at the front of the chain.") { session in
        try session.loadExtension(module)
      }
    case "unload":
      Command("unload", summary: "Take the module off the chain.") { session in
        try session.unloadExtension(module)
      }
    default: nil
    }
  }
}
