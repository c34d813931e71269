import Engine

// Processes of the machine as further systems of the session: user-mode debugging.

extension Session {
  /// The engine of the machine: of the current system, or the one that its process is in.
  public var machineDebugger: Debugger {
    if let process = debugger.target as? ProcessTarget { return process.machine }
    return debugger
  }

  /// The process that the current system is, nil in a kernel session.
  public var process: ProcessTarget? { debugger.target as? ProcessTarget }

  /// Begins to debug a process as a further system, makes it the current one and shows where it is.
  ///
  /// Throws when it is debugged already, or the machine is none whose processes can be seen.
  public func attach(_ process: GuestProcess, origin: ProcessOrigin = .attach) throws {
    let machine = machineDebugger
    guard !systems.contains(where: { $0.userTarget?.processID == process.id }) else {
      throw CommandError.message(
        "Cannot debug pid \(process.id), NTSTATUS 0xC0000048\n"
          + "    \"The process is being debugged already.\"")
    }
    let target = try ProcessTarget(process, on: machine, origin: origin)
    let engine = Debugger(target: target, symbols: machine.symbols, interrupt: machine.interrupt)
    target.lookOutside = { [backReference] body in
      guard let session = backReference.object else { return try body() }
      let inside = session.debugger
      session.debugger = machine
      session.changeKind(from: inside.target.kind)
      defer {
        session.debugger = inside
        session.changeKind(from: machine.target.kind)
      }
      return try body()
    }
    try target.attach()
    systems.append(engine)
    select(system: systems.count - 1)
    connectBreakpoints()
    connectEvents()
    try engine.enterProcess()
    guard origin == .attach else { return }
    for module in engine.modules { print(Self.loadLine(module)) }
    print("\(threadPrefix(engine.scope.processor))\(Self.wakeDebugger)")
    try standStill()
  }

  /// Ends the debugging of the current process and looks at another system.
  public func detach(_ handling: Resumption.Handling = .handled) throws {
    guard let process, let index = systems.firstIndex(where: { $0 === debugger }) else { return }
    try process.detach(handling)
    systems.remove(at: index)
    if systems.isEmpty { systems = [process.machine] }
    select(system: min(index, systems.count - 1))
  }

  /// The machine stopped for its own debugger while a process of it was run: shows that stop.
  func lookOutside() throws {
    guard let process, let stop = process.machine.lastStop else { return }
    if !systems.contains(where: { $0 === process.machine }) { systems.append(process.machine) }
    select(system: systems.firstIndex { $0 === process.machine } ?? 0)
    variables.previousIP = variables.eventIP
    variables.eventIP = stop.context.ip
    if let run = try handle(stop) { try runTarget(run) }
  }

  /// `(10.14): `, which stands before what happened to a thread of a process; nothing in a kernel
  /// session.
  func threadPrefix(_ number: Int) -> String {
    guard let user = debugger.userTarget, let thread = user.thread(number) else { return "" }
    return "(\(user.processID.hex()).\(thread.id.hex())): "
  }

  /// What a debugger says that stopped a process without its help.
  static let wakeDebugger = "Wake debugger - code 80000007 (first chance)"

  private static func loadLine(_ module: Module) -> String {
    StopText.load(ImageNotice(path: module.path, base: module.base, size: module.size))
  }

  /// What happened in a process, as `.lastevent` and `sxn` say it.
  static func text(_ happening: ProcessEvent) -> String {
    switch happening {
    case .createThread(let number, let id): "Create thread \(number):\(id.hex())"
    case .exitThread(let number, let id, let code):
      "Exit thread \(number):\(id.hex()), code \(code.hex())"
    case .exitProcess(let id, let code): "Exit process 0:\(id.hex()), code \(code.hex())"
    case .outside: "The machine stopped"
    }
  }

  /// What the filters want of an event of a process.
  func judge(_ happening: ProcessEvent, _ event: TargetEvent) -> EventAction? {
    let filter: EventFilter?
    switch happening {
    case .createThread: filter = eventFilters[.createThread]
    case .exitThread: filter = eventFilters[.exitThread]
    case .exitProcess: filter = eventFilters[.exitProcess]
    case .outside: return nil
    }
    note(Self.text(happening))
    return judge(filter, event, [process?.imagePath ?? ""]) { Self.text(happening) }
  }
}
