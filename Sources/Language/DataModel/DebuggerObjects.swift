import Engine

/// The debugger's own objects: the root of the data model and its variables.
struct DebuggerObjects {
  let session: Session

  init(_ session: Session) { self.session = session }

  typealias Member = ModelObject.Member

  /// `Debugger`.
  var root: ModelObject {
    ModelObject(members: [
      Member("Sessions", help: "The debug sessions") { .list(sessions) },
      Member("Settings", help: "Settings of the session") {
        .object(SettingsObjects(session).root)
      },
      Member("State", help: "State of the debugger: its variables and a person's") {
        .object(state)
      },
      Member("Utility", help: "Tools for expressions") { .object(utility) },
      Member("LastEvent", help: "What stopped the target last") {
        session.debugger.lastStop.map { .string(session.eventText($0)) } ?? .nothing
      },
    ])
  }

  private var sessions: ModelList {
    let current = currentSession
    return ModelList.counted { [.object(current)] }
  }

  /// `@$cursession`.
  private var currentSession: ModelObject {
    let target = session.debugger.target
    let kind = target.kind == .kernel ? "kernel mode" : "user mode"
    return ModelObject(
      text: { "Live \(kind): <\(target.facts.connection)>" },
      members: [
        Member("Processes", help: "The processes, found by their ids") {
          .list(ProcessObjects(session).processes)
        },
        Member("Id") { .signed(0) },
        Member("Attributes") { .object(attributes) },
      ])
  }

  private var attributes: ModelObject {
    let target = session.debugger.target
    return ModelObject(members: [
      Member("Target") {
        .object(
          ModelObject(members: [
            Member("IsUserTarget") { .truth(target.kind != .kernel) },
            Member("IsKernelTarget") { .truth(target.kind == .kernel) },
            Member("IsLiveTarget") { .truth(target.capabilities.contains(.run)) },
            Member("IsDumpTarget") { .truth(!target.capabilities.contains(.run)) },
          ]))
      },
      Member("Machine") {
        .object(
          ModelObject(members: [
            Member("PageSize") { .unsigned(0x1000) },
            Member("PointerSize") { .unsigned(UInt64(target.pointerSize)) },
            Member("NumberProcessors") { .unsigned(UInt64(target.processorCount)) },
          ]))
      },
    ])
  }

  private var state: ModelObject {
    ModelObject(members: [
      Member("DebuggerVariables", help: "Variables which are owned by the debugger") {
        .object(debuggerVariables)
      },
      Member("PseudoRegisters", help: "Pseudo-registers of the debugger") {
        .object(pseudoRegisters)
      },
      Member("UserVariables", help: "Variables which a person has made") { .object(variables) },
    ])
  }

  private var debuggerVariables: ModelObject {
    ModelObject(
      members: Self.variableNames.map { name in
        Member(name) { try variable(name) ?? .nothing }
      })
  }

  private var pseudoRegisters: ModelObject {
    let session = session
    let evaluator = ModelEvaluator(session: session, source: SourceText(""))
    return ModelObject(
      members: PseudoRegister.all.map { register in
        Member(String(register.name.dropFirst())) {
          try evaluator.variable(register.name, at: 0)
        }
      })
  }

  /// `@$vars`.
  private var variables: ModelObject {
    let session = session
    return ModelObject(
      members: session.model.variables.map { variable in
        Member(variable.name) { variable.value }
      },
      methods: [
        ModelFunction("Remove", help: "Remove(name) - Forgets a variable") { arguments in
          guard case .string(let name)? = arguments.first else {
            throw CommandError.message("Remove needs a variable's name")
          }
          guard session.model[name] != nil else { throw ModelEvaluator.unbound(name) }
          session.model[name] = nil
          return .nothing
        }
      ])
  }

  /// The debugger's variables, in the order in which they are shown.
  static let variableNames = [
    "cursession", "curprocess", "curthread", "vars", "curstack", "curframe", "curregisters",
    "debuggerRootNamespace",
  ]

  /// One of the debugger's variables; nil when it has none of the name.
  func variable(_ name: String) throws -> ModelValue? {
    let objects = ProcessObjects(session)
    switch name {
    case "cursession": return .object(currentSession)
    case "curprocess": return .object(try objects.currentProcess())
    case "curthread": return .object(try objects.currentThread())
    case "curstack": return .object(objects.currentStack())
    case "curframe": return try objects.currentFrame().map { .object($0) }
    case "curregisters":
      let context = try session.scopedFrame?.context ?? session.context
      return .object(objects.registers(context))
    case "vars": return .object(variables)
    case "debuggerRootNamespace":
      let root = root
      return .object(ModelObject(members: [Member("Debugger") { .object(root) }]))
    default: return nil
    }
  }

  // Tools.

  private var utility: ModelObject {
    ModelObject(members: [
      Member("Collections", help: "Lists made of the target's data") { .object(collections) },
      Member("Control", help: "Carrying out commands") { .object(control) },
    ])
  }

  private var collections: ModelObject {
    let session = session
    return ModelObject(
      members: [],
      methods: [
        ModelFunction(
          "FromListEntry",
          help: "FromListEntry(head, type, field) - The records of a list of LIST_ENTRYs"
        ) { arguments in
          try Self.list(arguments, session)
        }
      ])
  }

  /// `FromListEntry(head, "nt!_EPROCESS", "ActiveProcessLinks")`.
  private static func list(_ arguments: [ModelValue], _ session: Session) throws -> ModelValue {
    guard arguments.count == 3, case .string(let typeName) = arguments[1],
      case .string(let field) = arguments[2], case .native(let value) = arguments[0]
    else {
      throw CommandError.message("FromListEntry needs a list's head, a type and a field")
    }
    let type = try session.debugger.type(typeName)
    let offset = try type.offset(of: field)
    let evaluator = ModelEvaluator(session: session, source: SourceText(""))
    var head = value
    if head.isPointer { head = try evaluator.read(head) }
    let space = head.space
    let address: UInt64
    switch head.place {
    case .memory(let place), .bits(let place): address = place
    case .real, .register: throw CommandError.message("The head is not in memory")
    }
    return .list(
      ModelList.counted {
        try session.debugger.links(from: address, space: space).map { link in
          .native(CppValue(.known(type), .memory(link &- offset), space: space))
        }
      })
  }

  private var control: ModelObject {
    let session = session
    return ModelObject(
      members: [],
      methods: [
        ModelFunction(
          "ExecuteCommand", help: "ExecuteCommand(command) - The lines that a command prints"
        ) { arguments in
          guard case .string(let command)? = arguments.first else {
            throw CommandError.message("ExecuteCommand needs a command")
          }
          let text = try session.capture { try session.run(commands: command) }
          let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
          let values = (lines.last == "" ? lines.dropLast() : lines).map {
            ModelValue.string(String($0))
          }
          return .list(ModelList.counted { values })
        }
      ])
  }
}
