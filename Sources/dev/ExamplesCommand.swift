import ArgumentParser

/// `dev examples`: whether the examples of commands work.
struct ExamplesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "examples",
    abstract: "Carry out the examples of commands on the target that starts by default.")

  @Argument(help: ArgumentHelp("Only these families or commands.", valueName: "name"))
  var names: [String] = []

  func run() throws {
    var count = 0
    for group in ExampleRun.groups() {
      let isMeant = names.isEmpty || names.contains(group.title)
      let commands = group.commands.filter { isMeant || names.contains($0.name) }
      for failure in try ExampleRun.failures(of: commands) {
        print("\(group.title), \(failure.command): \(failure.line)\n\(failure.answer)")
        count += 1
      }
    }
    if count > 0 { throw ExitCode(1) }
  }
}
