import ArgumentParser
import Bytes
import Foundation
import Language
import Scenarios
import Terminal
import Workbench

/// The command line: options as cdb and kd spell them, and what they are connected to.
@main
struct Crashcart: ParsableCommand {
  private static let version = Workbench.version
  private static let greeting = """
    Crashcart \(version)
    Ctrl+C breaks into the target, g lets it go on, .help lists the commands, q quits.
    """

  static let configuration = CommandConfiguration(
    commandName: "crashcart",
    abstract: "WinDbg's language with a machine inside.",
    discussion: """
      Boots a small NT-like operating system on a simulated x64 machine and debugs it. While the \
      target runs, the terminal is its console; Ctrl+C breaks in, g goes on, q quits. Where \
      standard input is not a terminal, commands are read from it.
      """,
    version: "crashcart \(version)",
    subcommands: [ReplayCommand.self])

  @OptionGroup var target: TargetOptions

  @Option(
    name: .customShort("c"),
    help: ArgumentHelp("Carry out these commands at the first prompt.", valueName: "commands"))
  var commands: String?

  @Option(
    name: .customLong("cf", withSingleDash: true),
    help: ArgumentHelp("Carry out a file of commands at the first prompt.", valueName: "file"))
  var commandFile: String?

  @Option(
    name: .customLong("logo", withSingleDash: true),
    help: ArgumentHelp("Copy everything printed into a new file.", valueName: "file"))
  var log: String?

  @Option(
    name: .customShort("z"),
    help: ArgumentHelp("Open a kernel crash dump in place of a machine.", valueName: "dump"))
  var dump: String?

  @Option(
    name: .customShort("p"),
    help: ArgumentHelp(
      "Debug the guest's process of this number in user mode.", valueName: "pid"))
  var processID: String?

  @Option(
    name: .customLong("pn", withSingleDash: true),
    help: ArgumentHelp("Debug the guest's process of this name in user mode.", valueName: "name"))
  var processName: String?

  @Flag(
    name: .customLong("shell"),
    help: "Let .shell run commands on this computer; refused without this option.")
  var allowsShell = false

  @Flag(name: .customLong("list-scenarios"), help: "List the targets that come with the program.")
  var listsScenarios = false

  func run() throws {
    if listsScenarios {
      let width = Scenario.all.map(\.name.count).max() ?? 0
      for scenario in Scenario.all {
        let name = scenario.name.padding(toLength: width, withPad: " ", startingAt: 0)
        print("\(name)  \(scenario.summary)")
      }
      return
    }
    let session = try target.open(dump: dump)
    let prompt = Prompt(
      conversation: session, interrupt: session.debugger.interrupt, completer: session)
    session.ask = { prompt.ask($0) }
    session.clearScreen = { prompt.clear() }
    if allowsShell { session.hostShell = .system }
    if let log, !session.openLog(log, appending: false) {
      throw Refusal("Unable to open log file '\(log)'")
    }
    // As for cdb, a process' number is decimal unless it says otherwise.
    let number = processID.map { ".attach " + ($0.allSatisfy(\.isNumber) ? "0n" : "") + $0 }
    let attach = processName.map { ".attach -pn \($0)" } ?? number
    let first = [attach, commandFile.map { "$<" + $0 }, commands].compactMap(\.self)
    throw ExitCode(prompt.run(greeting: Self.greeting, commands: first))
  }
}

/// Which target is opened, and how.
struct TargetOptions: ParsableArguments {
  @Option(
    name: .customLong("scenario"),
    help: ArgumentHelp("The target to start (see --list-scenarios).", valueName: "name"))
  var scenario: String?

  @Option(
    name: .customLong("processors"),
    help: ArgumentHelp("How many processors the machine has, 1 to 64.", valueName: "n"))
  var processors: Int?

  @Option(
    name: .customLong("cpu"),
    help: ArgumentHelp(
      "What the processors can do: \(ProcessorModel.names).", valueName: "name"))
  var processor: String?

  @Option(
    name: .customShort("y"),
    help: ArgumentHelp("Where to look for symbol files, separated by ';'.", valueName: "path"))
  var symbolPath: String?

  @Flag(name: .customLong("lines", withSingleDash: true), help: "Show source lines.")
  var showsLines = false

  @Flag(name: .customShort("v"), help: "Say more about what happens.")
  var isVerbose = false

  func validate() throws {
    if let processors, !(1...64).contains(processors) {
      throw ValidationError("A machine has 1 to 64 processors, not \(processors).")
    }
  }

  /// Opens the target; a failure is told in one sentence and ends the program with status 1.
  func open(scenario other: String? = nil, dump: String? = nil) throws -> Session {
    var options = Workbench.Options(scenario: scenario ?? other)
    options.dump = dump
    options.processors = processors
    options.processor = processor
    options.symbolPath = symbolPath
    options.showsSourceLines = showsLines
    options.isVerbose = isVerbose
    do {
      return try Workbench.open(options)
    } catch let error as FormatError {
      throw Refusal("Could not open dump file: \(error)")
    } catch {
      throw Refusal("\(error)")
    }
  }
}

/// A sentence to end with, after the program's name; the exit status is 1.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
