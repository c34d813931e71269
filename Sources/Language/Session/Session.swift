import Engine

/// One prompt: a debugger, the commands it understands, and what the person has set.
///
///     let session = Session(debugger: debugger, commands: families, extensions: modules)
///     session.output = { print($0, terminator: "") }
///     _ = session.execute("? 1+1")    // Evaluate expression: 2 = 00000000`00000002
///
/// Used from one thread; only `interrupt()` may be called from another.
public final class Session {
  /// The engine behind the prompt: that of the current system.
  public internal(set) var debugger: Debugger { didSet { aliasEpoch &+= 1 } }
  /// Every system that is being debugged, in the order they were opened.
  public internal(set) var systems: [Debugger]
  /// Opens a crash dump as a further system (`.opendump`); nil where none can be opened.
  public var openDump: ((_ path: String) throws -> Debugger)?
  /// The commands that can be typed.
  public var commands: CommandTable {
    didSet {
      programs = [:]
      latestProgram = nil
    }
  }
  /// Whether displays say more: the search for symbol files is told.
  public var isVerbose = false { didSet { isSymbolSearchNoisy = isVerbose } }
  /// Whether links are wanted in displays (`.prefer_dml`). Kept; text has no links.
  public var prefersLinks = false
  /// Runs a command of the host for `.shell`; nil unless the person asked for it at the start.
  public var hostShell: HostShell?
  /// What `.extpath` shows. Nothing is loaded from there: modules are part of the program.
  public var extensionPath = ""

  /// Takes everything that is printed, in pieces of any size.
  public var output: (String) -> Void = { _ in }
  /// Tends the target's console while it runs.
  public weak var attendant: (any ConsoleAttendant)?
  /// Asks for a line of text on behalf of a command (`e` without values); nil at the end of input.
  public var ask: ((_ prompt: String) -> String?)?
  /// How many instructions the target's clock counts as one second.
  public var instructionsPerSecond: UInt64 = 100_000_000

  /// The debugger's own version, for `version`.
  public var productVersion = ""
  /// Whether displays name source files and lines (`-lines`, `.lines`).
  public var showsSourceLines = false
  /// How many frames `k` shows unless it is told (`.kframes`).
  public var stackDepth = 0x100
  /// The base of numbers without a prefix: 8, 10 or 16.
  public var radix = 16 { didSet { localEpoch &+= 1 } }
  /// The language of expressions in command arguments.
  public var evaluator = Evaluator.masm { didSet { localEpoch &+= 1 } }
  /// Text replacements.
  public var aliases = Aliases() { didSet { aliasEpoch &+= 1 } }
  /// Counts changes of the text replacements.
  private(set) var aliasEpoch = 0
  /// What only the session knows of the pseudo-registers: `$t0` to `$t19`, `$exp`, `$p`...
  public var variables = SessionVariables()
  /// What `dx` keeps.
  let model = ModelState()
  /// NatVis files that `dx` shows values by.
  let natvis = NatvisStore()
  /// What `r?` gave `$t0` to `$t19`, with its type, by their numbers.
  var typedVariables: [Int: CppValue] = [:]

  /// What an empty line does: a line to carry out.
  public var repeated = ""
  /// How many lines ended in an error so far.
  public internal(set) var failureCount = 0
  /// Set by a command that ends the session.
  public var isOver = false
  /// Set by a command that lets the target run from inside a breakpoint's command string: the rest
  /// of the string is dropped and the run goes on.
  public var pendingRun: (() throws -> Stop)?
  /// The run that an event's commands asked for while the event itself did not stop the target.
  var requestedRun: (() throws -> Stop)?
  /// How the target was let run last.
  var resumption: (() throws -> Stop)?
  /// Whether steps show the registers (`pr`, `tr`).
  public var showsRegistersAtSteps = false
  /// What stops and steps do not show (`.prompt_allow`).
  public var hiddenAtStops: StopParts = []
  /// Where image files are looked for (`.exepath`), folders with semicolons between them.
  public var imagePath = "" {
    didSet { for system in systems { system.symbols.imagePath = imagePath } }
  }
  /// What `#` looked for last.
  public var disassemblyPattern = ""
  /// The symbol options that have no effect of their own here; see `symbolOptions`.
  var otherSymbolOptions = SymbolOptions.standard
  /// Memory that `.holdmem` keeps.
  public var heldMemory: [MemoryRead] = []
  /// What the last search with the flag `s` found, for one with the flag `r`.
  public var savedHits: [UInt64] = []
  /// The type that `dt` showed last, which `.` stands for.
  public var lastType = ""
  /// The registers that `r` shows (`rm`).
  public var registerMask = RegisterMask.standard
  /// Whether Ctrl+C has broken into the target while the line typed last was carried out; loops end.
  public internal(set) var wasBrokenInto = false
  /// Whether commands of breakpoints that only let the target go on are foreseen: while it runs for a
  /// command.
  var foreseesCommands = false
  /// The conditions of breakpoints by their texts, as the language has them that can read them.
  var conditions: [String: Block] = [:]
  /// The processor that a number before the running command names, when it is not the current one.
  public internal(set) var prefixedProcessor: Int?
  /// A command that is carried out whenever the target has stopped (`.pcmd`); empty for none.
  public var promptCommand = ""
  /// Which of the target's prints are shown (`.ofilter`); nil for all.
  public var printFilter: PrintFilter?
  /// Whether that command is being carried out.
  var isInPromptCommand = false
  /// Set by `z`: the statements before it are carried out again.
  var isRepeated = false
  /// Whether a breakpoint's command string is being carried out.
  public internal(set) var isInBreakpointCommands = false

  /// What lines of disassembly look like (`.asm`).
  public var assemblyOptions: AssemblyOptions = []
  /// What goes on after the step that runs.
  var steps: StepSequence?
  /// What is shown of sources, and whether steps go by lines (`l+`).
  public var sourceOptions: SourceOptions = []
  /// Where source files are looked for (`.srcpath`), and the place in one that `ls` goes on from.
  public var sources = SourceFiles()
  /// Functions that are stepped over when they are called (`.step_filter`): patterns of symbols.
  public var stepFilter: [String] = [] { didSet { connectStepFilter() } }
  /// What events do (`sx`).
  public internal(set) var eventFilters: EventFilters
  /// Those of the kinds of target that are not looked at, as left.
  var otherFilters: [TargetKind: EventFilters] = [:]
  /// What has happened lately.
  var eventLog = EventLog()
  /// Whether the next image that loads is the first since the target started.
  public internal(set) var awaitsInitialLoad = true
  /// The exception that was noted last, and of which debugger.
  var notedException: (debugger: ObjectIdentifier, event: ExceptionEvent?)?
  /// The first image since the target started, if the session stopped for it (`sxe iml`).
  var initialLoad: UInt64?

  /// Texts that collect output in place of `output`, the innermost last.
  var captures: [String] = []
  /// Takes a copy of everything printed while a log is open.
  var log: OutputLog?
  /// The debugger whose prints come to this session.
  var printing: Debugger?
  /// Parsed programs by their text.
  var programs: [String: Block] = [:]
  /// The commands of the breakpoint that was hit last.
  var latestProgram: (text: String, block: Block)?
  /// How deeply blocks, scripts and commands are nested.
  var depth = 0
  /// The registers as last read.
  var cachedContext: CachedContext?
  /// The name by which the running command was typed.
  public internal(set) var commandName = ""
  /// The lines of the script that runs which have not been carried out, the last one first.
  var scriptLines: [String]?
  /// The running command's line, its arguments read.
  var currentLine = CommandLine("")
  /// Where the running command starts in its line.
  var commandStart = 0
  /// The names of the extension modules on the chain of each kind of target, as left.
  var chains: [TargetKind: [String]] = [:]
  /// The names of the modules that a kind of target starts with.
  public var standardChain: ((TargetKind) -> [String])?
  /// Shows what a function returned that was called for the person; `.call` sets it.
  public var callReturned: ((Session, FunctionResult) -> Void)?
  /// Clears the screen, where there is one.
  public var clearScreen: (() -> Void)?
  /// For the debuggers, who ask this session about what happens.
  public let backReference = BackReference<Session>()
  /// Counts changes of radix and evaluator.
  var localEpoch = 0
  /// Displays that go on where they ended, by family (`d`, `u`).
  public var displays: [String: DisplayState] = [:]

  /// A session over a debugger.
  ///
  /// - Parameters:
  ///   - extensions: the modules on the chain, the one searched first in front.
  ///   - available: further modules, which `.load` and `!module.command` bring in.
  public init(
    debugger: Debugger, commands: [CommandSet], extensions: [any ExtensionModule.Type] = [],
    available: [any ExtensionModule.Type] = []
  ) {
    self.debugger = debugger
    eventFilters = EventFilters(debugger.target.kind)
    systems = [debugger]
    self.commands = CommandTable([.language, .control] + commands)
    for module in available { self.commands.add(module) }
    for module in extensions.reversed() { self.commands.load(module) }
    backReference.object = self
    connectBreakpoints()
    connectEvents()
  }

  deinit { backReference.object = nil }

  /// Where a display stopped, to go on from when it is asked for again without a range.
  public struct DisplayState: Sendable {
    /// The first address not yet shown.
    public var address: UInt64
    /// The command that showed it (`db`).
    public var command: String

    /// A place after a command's display.
    public init(address: UInt64, command: String) {
      self.address = address
      self.command = command
    }
  }

  /// What stands at the start of the line while a command can be typed, without the blank after it:
  /// `kd>`, `0: kd>` with several processors, `0:000>` in a user session; `||1:0: kd>` where several
  /// systems are open.
  public var prompt: String {
    let target = debugger.target
    let processor = debugger.scope.processor
    let prefix = systems.count > 1 ? "||\(system):" : ""
    let isOther = debugger.effectiveMode == .bits32 && target.pointerSize == 8
    let machine = isOther ? ":x86" : ""
    guard target.kind == .kernel else {
      let index = String(processor)
      return prefix + "0:" + index.leftPadded(3, with: "0") + machine + ">"
    }
    let place = target.processorCount > 1 || !prefix.isEmpty ? "\(processor): kd" : "kd"
    return prefix + place + machine + ">"
  }

  /// Asks a running target or a long command to stop. May be called from any thread.
  public func interrupt() { debugger.interrupt.request() }

  /// Ends a long command when Ctrl+C was pressed. Commands call it in their loops.
  public func checkCancelled() throws(CommandError) {
    do {
      try debugger.checkCancelled()
    } catch {
      throw .cancelled
    }
  }
}
