import Commands
import Engine
import Extensions
import Language
import Scenarios

/// Everything put together: a session on a scenario's machine, with every command and extension.
///
///     let session = try Workbench.open(Workbench.Options(scenario: "default"))
///     session.output = { print($0, terminator: "") }
///     _ = session.start()
public enum Workbench {
  /// What a session is opened with.
  public struct Options: Sendable {
    /// The scenario's name; nil for the default one.
    public var scenario: String?
    /// A crash dump to open in place of a scenario; a path.
    public var dump: String?
    /// How many processors the machine has; nil for as many as the scenario says.
    public var processors: Int?
    /// The processor's name; nil for the default one.
    public var processor: String?
    /// Where symbol files are looked for, besides the guest's own.
    public var symbolPath: String?
    /// Whether source lines are shown beside symbols.
    public var showsSourceLines = false
    /// Whether the search for symbol files is told, as by `!sym noisy`.
    public var isVerbose = false

    /// Options, each with what the scenario says as default.
    public init(scenario: String? = nil) {
      self.scenario = scenario
    }
  }

  /// Every command that a session can know: all families, all extension modules.
  public static var commands: CommandTable {
    var table = CommandTable([.language, .control] + BuiltIn.families)
    for module in StandardExtensions.modules.reversed() { table.load(module) }
    return table
  }

  /// The program's version.
  public static let version = "0.1.0"

  /// Opens a session. Its machine stands before its first instruction; nothing of it has run.
  ///
  /// Throws `BootError` when there is no such scenario or processor, or the build lacks a part of it,
  /// and `FormatError` when a dump cannot be read.
  ///
  /// - Parameter extensions: modules besides those that come with the program; `.load` and
  ///   `!module.command` bring them in.
  public static func open(
    _ options: Options = Options(), extensions: [any ExtensionModule.Type] = []
  ) throws -> Session {
    let debugger = try options.dump.map { try openDump($0, options) } ?? openScenario(options)
    let interrupt = debugger.interrupt
    let session = Session(
      debugger: debugger, commands: BuiltIn.families,
      extensions: StandardExtensions.loadedAtStart(debugger.target.kind),
      available: StandardExtensions.modules + extensions)
    session.productVersion = version
    session.standardChain = StandardExtensions.chain
    session.openDump = { try openDump($0, options, interrupt: interrupt) }
    session.showsSourceLines = options.showsSourceLines
    session.isVerbose = options.isVerbose
    return session
  }

  /// A dump, with the symbols of the guest's own images at hand: most dumps here are of it.
  private static func openDump(
    _ path: String, _ options: Options, interrupt: Interrupt = Interrupt()
  ) throws -> Debugger {
    let symbols = SymbolStore(path: Scenario.symbolPath(options.symbolPath))
    let target = try Debugger.dumpTarget(path: path, symbols: symbols)
    return Debugger(target: target, symbols: symbols, interrupt: interrupt)
  }

  private static func openScenario(_ options: Options) throws -> Debugger {
    let scenario = try options.scenario.map { try Scenario.named($0) } ?? Scenario.all[0]
    var boot = scenario.options
    if let processors = options.processors { boot.processors = processors }
    if let processor = options.processor { boot.processor = try ProcessorModel.named(processor) }
    return try scenario.open(boot, symbolPath: options.symbolPath ?? "")
  }
}
