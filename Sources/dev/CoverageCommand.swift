import ArgumentParser

/// `dev coverage`: which documented commands are implemented.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Compare the documented commands of WinDbg with what is declared.",
    discussion: """
      The documented commands are in Sources/dev/Reference/commands.tsv, what waits or stays out \
      beside it in standing.tsv, operators and keys with their proofs in tokens.tsv.
      """)

  @OptionGroup var options: PackageOptions

  @Option(help: ArgumentHelp("List only this tier (T0, T1, T2, T3).", valueName: "tier"))
  var tier: String?

  @Flag(help: "Fail when the tables are wrong or the README's quote is not the truth.")
  var check = false

  @Flag(help: "Write the figures into the README.")
  var write = false

  func run() throws {
    let coverage = try Coverage(of: options.project)
    let report = CoverageReport(coverage: coverage)
    let quote = ReadmeQuote(options.project)
    if write { try quote.write(report.table) }
    print(report.table)
    print(report.list(tiers: tier.map { [$0.uppercased()] } ?? ["T0", "T1", "T2"]))
    for complaint in coverage.complaints { print("! \(complaint)") }
    guard check else { return }
    let isTrue = try quote.text() == report.table
    if !isTrue { print("! README quotes other figures: dev coverage --write") }
    if !isTrue || !coverage.complaints.isEmpty { throw ExitCode(1) }
  }
}
