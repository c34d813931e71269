import Engine
import Language
import Symbols

extension CommandSet {
  /// Types and typed memory.
  public static let types = CommandSet(
    "Types",
    [
      Command(
        "dt", summary: "Show a type, or memory as a type.",
        details: "-r[n] goes into members, n levels deep; -b into members but not along pointers. "
          + "-a shows array elements, -v counts and sizes, -o no offsets, -c one line, -l Field "
          + "follows a list, -y takes field names as beginnings. Wildcards in the type's name list "
          + "types; a dot after a field goes one level into it. A period stands for the last type.",
        grammar: .line(
          "[-Switches] [Module!]Type [Field ...] [Address] [-l Field]", completion: .type)
      ) { session, line in
        var request = try TypeRequest(line, session)
        try request.run(session)
      }
    ])
}

/// What `dt` was asked for.
struct TypeRequest {
  /// How much it shows.
  struct Options {
    var depth = 0
    var followsPointers = true
    var showsElements = false
    var isVerbose = false
    var hidesOffsets = false
    var isCompact = false
    var takesBeginnings = false
    var isFlat = false
    var size: UInt64?
  }

  private var name = ""
  private var fields: [String] = []
  private var address: UInt64?
  private var listField: String?
  private var options = Options()

  /// Reads the arguments: words that start with `-` are switches wherever they stand; the first other
  /// word is the type, unless it is an address and a type follows; a later word is an address when it
  /// has the look of one, else a field.
  init(_ line: CommandLine, _ session: Session) throws {
    var line = line
    while !line.isAtEnd() {
      let start = line.position
      if line.next == UInt8(ascii: "-") {
        try readSwitch(&line, session)
      } else if name.isEmpty, Self.startsAddress(line) {
        address = try session.evaluate(&line)
      } else if name.isEmpty {
        name = line.takeWord()
      } else if address == nil, Self.startsAddress(line) {
        address = try session.evaluate(&line)
      } else {
        try readFieldOrAddress(&line, session)
      }
      guard line.position > start else { throw line.rejected(.syntax) }
    }
    guard !name.isEmpty else { throw line.rejected(.syntax) }
    if name == "." { name = session.lastType }
    session.lastType = name
  }

  /// Whether an expression that can only be an address comes next: a digit, a register, parentheses.
  private static func startsAddress(_ line: CommandLine) -> Bool {
    guard let byte = line.next else { return false }
    return (0x30...0x39).contains(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: "`")
  }

  private mutating func readFieldOrAddress(_ line: inout CommandLine, _ session: Session) throws {
    var ahead = line
    let word = ahead.takeWord()
    // `poi(...)`, `nt!PsLoadedModuleList`, `nt+10`: no field is called so.
    if address == nil, word.utf8.contains(where: { "(!+".utf8.contains($0) }) {
      address = try session.evaluate(word)
      line.position = ahead.position
      return
    }
    let looksLikeAddress =
      word.utf8.count >= 8 && word.utf8.allSatisfy { $0.isHexDigitOrTick }
    if address == nil, looksLikeAddress, let value = try? session.evaluate(word) {
      address = value
      line.position = ahead.position
      return
    }
    fields.append(word)
    line.position = ahead.position
  }

  private mutating func readSwitch(_ line: inout CommandLine, _ session: Session) throws {
    let start = line.position
    line.position += 1
    guard let letter = line.next else { throw line.rejected(.syntax) }
    line.position += 1
    let digits = line.take { (0x30...0x39).contains($0) }
    switch letter {
    case UInt8(ascii: "r"): options.depth = Int(digits) ?? 32
    case UInt8(ascii: "b"):
      options.depth = 32
      options.followsPointers = false
    case UInt8(ascii: "a"): options.showsElements = true
    case UInt8(ascii: "v"): options.isVerbose = true
    case UInt8(ascii: "o"): options.hidesOffsets = true
    case UInt8(ascii: "c"): options.isCompact = true
    case UInt8(ascii: "y"): options.takesBeginnings = true
    case UInt8(ascii: "i"): options.isFlat = true
    case UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "t"), UInt8(ascii: "p"),
      UInt8(ascii: "n"):
      break
    case UInt8(ascii: "s"):
      line.skipBlanks()
      options.size =
        digits.isEmpty ? try session.evaluate(&line) : try session.evaluate(digits)
    case UInt8(ascii: "l"): listField = line.takeWord()
    default: throw line.rejected(.syntax, at: start)
    }
  }

  /// Shows what was asked for.
  mutating func run(_ session: Session) throws {
    if WildcardPattern(name).literal == nil { return try listNames(session) }
    let (type, place) = try find(session)
    address = address ?? place
    if !name.contains("!") {
      switch type.unqualified.definition {
      case .record, .enumeration: session.print("\(type.module.name)!\(type.name)")
      default: break
      }
    }
    if let address, let record = type.record, fields.isEmpty, listField == nil {
      // The contents of the well-known records come first.
      let text = ValueText.dt(type, at: address, session).dropFirst(record.name.count)
      if !text.isEmpty { session.print(String(text)) }
    }
    let display = TypeDisplay(session: session, options: options, fields: fields)
    guard let listField, let address else {
      return try display.show(type, at: address)
    }
    try showList(type, listField, from: address, display, session)
  }

  /// The type of the name, or the type and the address of the variable of the name.
  private func find(_ session: Session) throws -> (TypeRef, UInt64?) {
    let plain = name.split(separator: " ").last.map(String.init) ?? name
    if let type = try? session.debugger.type(plain) { return (type, nil) }
    if let local = session.locals?.last(where: { $0.name == plain }),
      case .memory(let address) = local.place
    {
      return (local.type, address)
    }
    if let symbol = session.debugger.resolve(plain).first(where: { $0.type != nil }),
      let type = symbol.type
    {
      return (type, symbol.address)
    }
    throw CommandError.message("Symbol \(name) not found.")
  }

  private func listNames(_ session: Session) throws {
    let types = try session.debugger.types(matching: name)
    for row in types.sorted(by: { $0.name < $1.name }) {
      if let size = options.size, row.type.size != size { continue }
      session.print("          \(row.type.module.name)!\(row.name)")
    }
    guard name.contains("!") else { return }
    for symbol in try session.debugger.symbols(matching: name) {
      session.print("\(session.addressText(symbol.address))  \(symbol.qualifiedName)")
    }
  }

  /// Follows `-l Field`: a pointer to the next record, or a `_LIST_ENTRY` or `_SINGLE_LIST_ENTRY`.
  private func showList(
    _ type: TypeRef, _ field: String, from start: UInt64, _ display: TypeDisplay,
    _ session: Session
  ) throws {
    let place = try type.place(of: field)
    // A link inside the record points to the next record's link; a pointer to the record itself.
    let isLink = !place.type.isPointer || place.type.element?.record?.name == "_LIST_ENTRY"
    var address = start
    var seen: Set<UInt64> = []
    while address != 0, seen.insert(address).inserted {
      try session.checkCancelled()
      session.print("\(field) at 0x\(session.addressText(address))")
      session.print("---------------------------------------------")
      try display.show(type, at: address)
      session.print()
      let next = try session.debugger.readPointer(address &+ place.offset)
      guard next != 0 else { return }
      address = isLink ? next &- place.offset : next
    }
  }
}

extension UInt8 {
  fileprivate var isHexDigitOrTick: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20) || self == 0x60
  }
}
