import Engine
import Language

extension GeneralExtension {
  static let listCommands: [Command] = [
    Command(
      "list", summary: "Carry out commands once for each element of a linked list.",
      details: """
        -t Type.Field is the field that leads to the next element, the first pointer of each unless \
        told otherwise, -x the commands, dp unless told \
        otherwise, -a arguments behind them, -m the number of elements at most; -e shows the commands \
        each time. In the commands $extret is the element's address; where they do not have it, the \
        address stands behind them. The start is the address of the first element, not of its link. \
        It ends at a null pointer and where the list comes back to the start. Everything may stand \
        between double quotes, those inside with a backslash.
        """,
      examples: [
        "!list -t nt!_LIST_ENTRY.Flink -x \"dps @$extret L2\" -m 3 nt!PsLoadedModuleList":
          "three links",
        "!list -t nt!_LDR_DATA_TABLE_ENTRY.InLoadOrderLinks.Flink -x \"dt nt!_LDR_DATA_TABLE_ENTRY "
          + "BaseDllName\" -m 2 poi(nt!PsLoadedModuleList)": "two modules",
        "!list \"-t nt!_LIST_ENTRY.Flink -x \\\"? @$extret; dp @$extret L2\\\" nt!PsLoadedModuleList\"":
          "two commands for each link",
      ],
      related: ["dl", "dt", "!validatelist", ".for"], extent: .line, repetition: .none,
      grammar: .rest(
        "[-t Type.Field] -x \"Commands\" [-a \"Arguments\"] [-e] [-m Max] StartAddress")
    ) { session, typed in
      if typed == "-h" || typed == "-?" { return try session.run(commands: ".hh !list") }
      var walk = try ListWalk(AliasLoop.unquoted(typed), session)
      try walk.run(session)
    }
  ]
}

/// What `!list` was asked for.
private struct ListWalk {
  private var type = ""
  private var commands = "dp"
  private var arguments = ""
  private var isEchoed = false
  private var most = Int.max
  private var start: UInt64 = 0

  init(_ text: String, _ session: Session) throws {
    var line = CommandLine(text)
    var hasStart = false
    while !line.isAtEnd() {
      guard line.next == UInt8(ascii: "-"), let letter = line.peek(1) else {
        start = try session.evaluate(&line)
        hasStart = true
        continue
      }
      line.position += 2
      line.skipBlanks()
      switch letter {
      case UInt8(ascii: "t"): type = line.takeWord()
      case UInt8(ascii: "x"): commands = line.takeQuoted() ?? line.takeWord()
      case UInt8(ascii: "a"): arguments = line.takeQuoted() ?? line.takeWord()
      case UInt8(ascii: "e"): isEchoed = true
      case UInt8(ascii: "m"): most = Int(clamping: try session.evaluate(&line))
      default: throw session.rejectedAtEnd(.syntax)
      }
    }
    guard hasStart else { throw session.rejectedAtEnd(.syntax) }
  }

  /// Bytes from an element to its link, and from the link to the pointer in it.
  private func offsets(_ session: Session) throws -> (link: UInt64, pointer: UInt64) {
    // Without -t the next element's address is what stands first in each.
    guard !type.isEmpty else { return (0, 0) }
    guard let dot = type.firstIndex(of: ".") else {
      throw CommandError.message("Invalid type '\(type)': -t takes Type.Field")
    }
    let path = String(type[type.index(after: dot)...])
    let record = try session.debugger.type(String(type[..<dot]))
    let place = try record.place(of: path)
    // A pointer to the element itself has no link around it.
    if place.type.element?.record?.name == record.record?.name { return (0, place.offset) }
    guard place.type.isPointer else { return (place.offset, 0) }
    guard let last = path.lastIndex(of: ".") else { return (0, place.offset) }
    let link = try record.offset(of: String(path[..<last]))
    return (link, place.offset &- link)
  }

  mutating func run(_ session: Session) throws {
    let (link, pointer) = try offsets(session)
    let before = session.variables.extensionResult
    defer { session.variables.extensionResult = before }
    var element = start
    var count = 0
    while element != 0, count < most {
      try session.checkCancelled()
      session.variables.extensionResult = element
      let line = line(for: element, session)
      if isEchoed { session.print(line) }
      try AliasLoop.run(session, line)
      session.print()
      count += 1
      guard let next = try? session.debugger.readPointer(element &+ link &+ pointer) else {
        throw CommandError.message(
          "Cannot read next element at \(session.plainAddress(element &+ link &+ pointer))")
      }
      element = next == 0 ? 0 : next &- link
      if element == start { return }
    }
  }

  /// The commands for an element, its address behind them where they do not name it.
  private func line(for element: UInt64, _ session: Session) -> String {
    if commands.contains("$extret") {
      return arguments.isEmpty ? commands : "\(commands) \(arguments)"
    }
    return "\(commands) 0x\(session.plainAddress(element)) \(arguments)".trimmed
  }
}
