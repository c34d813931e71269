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
    /// How many processors the machine has; nil for as many as the scenario says.
    public var processors: Int?
    /// Where symbol files are looked for, besides the guest's own.
    public var symbolPath: String?

    /// Options, each with what the scenario says as default.
    public init(scenario: String? = nil, processors: Int? = nil, symbolPath: String? = nil) {
      self.scenario = scenario
      self.processors = processors
      self.symbolPath = symbolPath
    }
  }

  /// Opens a session. Its machine is booted up to the kernel's entry; nothing of it has run.
  ///
  /// Throws `BootError` when there is no such scenario or the build lacks a part of it.
  public static func open(_ options: Options = Options()) throws -> Session {
    let scenario = try options.scenario.map { try Scenario.named($0) } ?? Scenario.all[0]
    var boot = scenario.options
    if let processors = options.processors { boot.processors = processors }
    let booted = try scenario.boot(boot)
    let target = LiveTarget(booted.machine, kernelBase: booted.kernelBase)
    let path = [options.symbolPath].compactMap(\.self) + booted.symbolPath
    let debugger = Debugger(target: target, symbols: SymbolStore(path: path.joined(separator: ";")))
    return Session(
      debugger: debugger, commands: BuiltIn.families, extensions: StandardExtensions.modules)
  }
}
