import ArgumentParser

/// Tools for whoever works on the project; nothing of it is shipped.
@main
struct Dev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev", abstract: "What is there, what is missing, and the manual's pages.",
    subcommands: [
      CoverageCommand.self, ManualCommand.self, ExamplesCommand.self, GapsCommand.self,
    ])
}

/// Where the project's files are.
struct PackageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project's folder.", valueName: "folder"))
  var package = "."

  /// The project there.
  var project: Package { Package(folder: package) }
}
