import ArgumentParser

/// `dev gaps`: what declarations and sessions lack.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "List commands without an example, a session or an error in one.",
    discussion: "What has a reason to be so stands in Sources/dev/Reference/gaps.tsv.")

  @OptionGroup var options: PackageOptions

  func run() throws {
    let gaps = try Gaps(of: options.project)
    for line in gaps.lines { print(line) }
    if !gaps.found.isEmpty { throw ExitCode(1) }
  }
}
