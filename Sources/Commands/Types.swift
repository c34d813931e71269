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
        details: """
          Name is a type or a variable; wildcards in it list what matches, a period repeats the last \
          one, an address alone means the variable there. Fields limit what is shown: a period behind \
          one goes a level into it, a number in brackets takes an array's element, a star makes it a \
          beginning.

          -a[n] shows an array's elements, n of them, -b all nested records, -r[n] nested records and \
          those that pointers lead to, n levels deep; -c one line, -i no indentation, -o no offsets, \
          -v sizes and counts, -p a physical address. -e lists types even if a variable has the name, \
          -t types only, -s Size those of a size, -d each with its fields. -n Name is a name though \
          it looks like a number, -y Name the beginning of one. -l Field follows a list.
          """,
        examples: [
          "dt nt!_LIST_ENTRY": "a type",
          "dt nt!PsLoadedModuleList": "a variable",
          "dt nt!_LDR_DATA_TABLE_ENTRY BaseDllName DllBase poi(nt!PsLoadedModuleList)":
            "two fields of memory",
          "dt nt!_EPROCESS -l ActiveProcessLinks.Flink ImageFileName poi(nt!PsInitialSystemProcess)":
            "a list",
          "dt nt!_POOL*": "names",
        ],
        related: ["dv", "x", "??", "!list", "dl", "dx"],
        grammar: .line(
          "[-Switches] [Module!]Name [Field ...] [Address] [-l Field]", completion: .type)
      ) { session, line in
        if ["-h", "-?"].contains(line.rest.split(separator: " ").first) {
          return try session.run(commands: ".hh dt")
        }
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
    /// `-a`: elements of arrays that are shown a line each; nil for none.
    var elements: UInt64?
    var isVerbose = false
    var hidesOffsets = false
    var isCompact = false
    /// `-i`: nested fields begin where their record's do.
    var isFlat = false
    var isPhysical = false
    /// `-s`: only types of this size.
    var size: UInt64?
    /// `-e`: the name is a pattern of types, whatever else is called so.
    var enumerates = false
    /// `-t`: names of types only.
    var typesOnly = false
    /// `-d`: every type that is listed is shown.
    var describesAll = false
  }

  /// A name or field as it was typed, and what stood in front of it.
  struct Choice {
    var text: String
    /// `-y`.
    var isBeginning = false
    /// `-a`.
    var elements: UInt64?
  }

  private var name: Choice?
  private var fields: [Choice] = []
  private var address: UInt64?
  private var listField: String?
  private var options = Options()

  /// What `-y`, `-n` and `-a` say about the name that comes next.
  private struct Pending {
    var isBeginning = false
    var isName = false
    var elements: UInt64?
  }
  private var pending = Pending()

  /// Reads the arguments: words that start with `-` are switches wherever they stand; the first other
  /// word is the name, unless it is an address and a name follows; a later word is an address when it
  /// has the look of one, else a field.
  init(_ line: CommandLine, _ session: Session) throws {
    var line = line
    while !line.isAtEnd() {
      let start = line.position
      if line.next == UInt8(ascii: "-") {
        try readSwitches(&line, session)
      } else if let text = try takeParenthesizedName(&line, session) {
        takeName(text)
      } else if !pending.isName, name == nil || address == nil, Self.startsAddress(line) {
        address = try Self.takeAddress(&line, session)
      } else if name == nil {
        try readNameOrAddress(&line, session)
      } else {
        try readFieldOrAddress(&line, session)
      }
      guard line.position > start else { throw line.rejected(.syntax) }
    }
    if name?.text == "." { name?.text = session.lastType }
    guard name != nil || address != nil else { throw line.rejected(.syntax) }
    if let name { session.lastType = name.text }
  }

  private mutating func takeName(_ text: String) {
    name = Choice(text: text, isBeginning: pending.isBeginning)
    if let elements = pending.elements { options.elements = elements }
    // What stands in front of the name holds for the fields as well.
    pending = Pending(isBeginning: pending.isBeginning)
  }

  /// A type's name between parentheses, which may have blanks in it (`(unsigned long)` has none in
  /// PDBs, template arguments do); nil when what stands there is an expression.
  private func takeParenthesizedName(_ line: inout CommandLine, _ session: Session) throws
    -> String?
  {
    guard name == nil, line.next == UInt8(ascii: "(") else { return nil }
    var ahead = line
    ahead.position += 1
    let text = ahead.take { $0 != UInt8(ascii: ")") }
    guard ahead.take(")"), (try? session.debugger.type(text)) != nil else { return nil }
    line.position = ahead.position
    return text
  }

  /// Whether an expression that can only be an address comes next: a digit, a register, parentheses.
  private static func startsAddress(_ line: CommandLine) -> Bool {
    guard let byte = line.next else { return false }
    return (0x30...0x39).contains(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: "`")
  }

  /// An address: it ends before a switch, a hyphen between a blank and a letter.
  private static func takeAddress(_ line: inout CommandLine, _ session: Session) throws -> UInt64 {
    let rest = line.rest
    guard let cut = rest.firstRange(of: /[ \t]-[a-z]+[0-9]*([ \t]|$)/) else {
      return try session.evaluate(&line)
    }
    let text = String(rest[..<cut.lowerBound])
    let value = try session.evaluate(text)
    line.position += text.utf8.count
    return value
  }

  /// The name, unless it can only be an address (``fffff800`01400000``, `nt+10`).
  private mutating func readNameOrAddress(_ line: inout CommandLine, _ session: Session) throws {
    let word = line.takeWord()
    let isSum = word.utf8.contains(UInt8(ascii: "+"))
    if !pending.isName, address == nil, isSum || Self.looksLikeAddress(word),
      let value = try? session.evaluate(word)
    {
      address = value
    } else {
      takeName(word)
    }
  }

  private static func looksLikeAddress(_ word: String) -> Bool {
    word.utf8.count >= 8 && word.utf8.allSatisfy { $0.isHexDigitOrTick }
  }

  private mutating func readFieldOrAddress(_ line: inout CommandLine, _ session: Session) throws {
    var ahead = line
    let word = ahead.takeWord()
    if !pending.isName, address == nil {
      // `poi(...)`, `nt!PsLoadedModuleList`, `nt+10`, `gs:[0]`: no field is called so.
      if word.utf8.contains(where: { "(!+:".utf8.contains($0) }) {
        address = try session.evaluate(word)
        line.position = ahead.position
        return
      }
      if Self.looksLikeAddress(word), let value = try? session.evaluate(word) {
        address = value
        line.position = ahead.position
        return
      }
    }
    fields.append(
      Choice(text: word, isBeginning: pending.isBeginning, elements: pending.elements))
    pending = Pending(isBeginning: pending.isBeginning)
    line.position = ahead.position
  }

  /// Switches that stand together behind one hyphen (`-ny`, `-r2v`).
  private mutating func readSwitches(_ line: inout CommandLine, _ session: Session) throws {
    let start = line.position
    line.position += 1
    guard let first = line.next, !Self.isBlank(first) else { throw line.rejected(.syntax) }
    while let letter = line.next, !Self.isBlank(letter) {
      line.position += 1
      switch letter {
      case UInt8(ascii: "a"): pending.elements = takeDigits(&line) ?? .max
      case UInt8(ascii: "b"):
        options.depth = 32
        options.followsPointers = false
      case UInt8(ascii: "c"): options.isCompact = true
      case UInt8(ascii: "d"): options.describesAll = true
      case UInt8(ascii: "e"): options.enumerates = true
      case UInt8(ascii: "i"): options.isFlat = true
      case UInt8(ascii: "l"):
        listField = line.takeWord()
        return
      case UInt8(ascii: "n"): pending.isName = true
      case UInt8(ascii: "o"): options.hidesOffsets = true
      case UInt8(ascii: "p"): options.isPhysical = true
      case UInt8(ascii: "r"): options.depth = takeDigits(&line).map { Int(min($0, 32)) } ?? 32
      case UInt8(ascii: "s"):
        line.skipBlanks()
        options.size = try session.evaluate(&line)
        options.enumerates = true
        return
      case UInt8(ascii: "t"): options.typesOnly = true
      case UInt8(ascii: "v"): options.isVerbose = true
      case UInt8(ascii: "y"): pending.isBeginning = true
      default: throw line.rejected(.syntax, at: start)
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func takeDigits(_ line: inout CommandLine) -> UInt64? {
    UInt64(line.take { (0x30...0x39).contains($0) })
  }
}

extension TypeRequest {
  /// A type, where its value is, and the pointer that led there.
  private struct Found {
    var type: TypeRef
    var address: UInt64?
    /// The value of a variable that is in no memory.
    var bits: UInt64?
  }

  /// Shows what was asked for.
  mutating func run(_ session: Session) throws {
    guard let name else { return try showVariable(at: address ?? 0, session) }
    let isElement = Self.bounds(name.text).count != nil
    if options.enumerates || !isElement && WildcardPattern(name.text).literal == nil {
      return try listNames(name.text, session)
    }
    if name.isBeginning { return try showBeginning(name.text, session) }
    try show(name.text, session)
  }

  private mutating func show(_ name: String, _ session: Session) throws {
    let (plain, bounds) = Self.bounds(name)
    let found = try find(plain, session)
    if let count = bounds {
      return try showElements(count, of: found, session)
    }
    address = address ?? found.address
    if !name.contains("!"), found.address == nil, found.bits == nil {
      switch found.type.unqualified.definition {
      case .record, .enumeration:
        session.print("\(found.type.module.name)!\(found.type.name)")
      default: break
      }
    }
    if let bits = found.bits, address == nil {
      return try showPointed(found.type, bits: bits, session)
    }
    try show(found.type, isVariable: found.address != nil, session)
  }

  /// A type at the address, the contents of well-known records first.
  private func show(_ type: TypeRef, isVariable: Bool, _ session: Session) throws {
    let display = TypeDisplay(session: session, options: options, fields: fields)
    guard let address else { return try display.show(type, at: nil) }
    if let listField { return try showList(type, listField, from: address, display, session) }
    // A variable that points to a record is shown as that.
    if isVariable, type.isPointer, let target = type.element, target.record != nil {
      let place = Struct(session.debugger, type, at: address)
      if let bits = try? place.pointer { return try showPointed(type, bits: bits, session) }
      return try display.show(target, at: nil)
    }
    if let record = type.record, fields.isEmpty, options.elements == nil {
      let text = ValueText.dt(display.value(type, at: address), session)
        .dropFirst(record.name.count)
      if !text.isEmpty { session.print(String(text)) }
    }
    try display.show(type, at: address)
  }

  /// A value at hand, and below a pointer to a record its fields.
  private func showPointed(_ type: TypeRef, bits: UInt64, _ session: Session) throws {
    guard type.isPointer, let target = type.element, target.record != nil else {
      return session.print(ValueText.scalar(type, bits, session))
    }
    session.print("0x\(session.addressText(bits)) ")
    let display = TypeDisplay(session: session, options: options, fields: fields)
    if bits != 0 { try display.show(target, at: bits) }
  }

  /// A name without the number in brackets behind it.
  private static func bounds(_ name: String) -> (name: String, count: UInt64?) {
    guard name.hasSuffix("]"), let open = name.lastIndex(of: "["),
      let count = UInt64(name[name.index(after: open)...].dropLast())
    else { return (name, nil) }
    return (String(name[..<open]), count)
  }

  /// `dt TYPE[n] Address`: so many of them; `dt variable[n]`: the element of that number.
  private func showElements(_ count: UInt64, of found: Found, _ session: Session) throws {
    let display = TypeDisplay(session: session, options: options, fields: fields)
    if let place = found.address {
      guard let element = found.type.element else {
        throw LookupError.notAggregate(type: found.type.name)
      }
      let start = found.type.isPointer ? try session.debugger.readPointer(place) : place
      return try display.show(element, at: start &+ count &* element.size)
    }
    try display.showArray(of: found.type, count: count, at: address)
  }

  /// The type of the name, or the type and the address of the variable of the name. Locals come
  /// before everything else.
  private func find(_ name: String, _ session: Session) throws -> Found {
    let plain = name.split(separator: " ").last.map(String.init) ?? name
    if !plain.contains("!"), let local = local(plain, session) { return local }
    if let type = try? session.debugger.type(plain) { return Found(type: type) }
    if let symbol = session.debugger.resolve(plain).first(where: { $0.type != nil }),
      let type = symbol.type
    {
      return Found(type: type, address: symbol.address)
    }
    throw CommandError.message("Symbol \(name) not found.")
  }

  private func local(_ name: String, _ session: Session) -> Found? {
    let locals = session.locals ?? []
    let found =
      locals.last { $0.name == name }
      ?? locals.last { $0.name.lowercased() == name.lowercased() }
    guard let local = found else { return nil }
    let type = TypeText.short(local.type)
    switch local.place {
    case .memory(let address):
      session.print("Local var @ 0x\(address.hex()) Type \(type)")
      return Found(type: local.type, address: address)
    case .register(let register):
      session.print("Local var @ \(register.name) Type \(type)")
      let context = try? session.scopedFrame?.context ?? session.context
      return Found(type: local.type, bits: context?[register])
    case .constant(let bits):
      session.print("Local var [AddrFlags 0  AddrOff 0  Reg:Val 0 (0)] Type \(type)")
      return Found(type: local.type, bits: bits)
    case .unavailable: return nil
    }
  }

  /// `dt Address`: the variable that stands there.
  private mutating func showVariable(at place: UInt64, _ session: Session) throws {
    guard let symbol = session.debugger.symbolize(place), symbol.displacement == 0,
      let found = session.debugger.resolve(symbol.qualifiedName).first(where: {
        $0.type != nil && $0.address == place
      }), let type = found.type
    else {
      throw CommandError.message("Symbol not found at address \(session.plainAddress(place)).")
    }
    session.print(found.qualifiedName)
    try show(type, isVariable: true, session)
  }
}

extension TypeRequest {
  private struct Listing {
    var types: [(name: String, type: TypeRef)]
    var symbols: [ResolvedSymbol]
  }

  private func listing(_ pattern: String, _ session: Session) throws -> Listing {
    var types = try session.debugger.types(matching: pattern).sorted { $0.name < $1.name }
    if let size = options.size { types.removeAll { $0.type.size != size } }
    guard pattern.contains("!"), !options.typesOnly, options.size == nil else {
      return Listing(types: types, symbols: [])
    }
    // Public names have no type; -v lists them all the same.
    let symbols = try session.debugger.symbols(matching: pattern).filter {
      options.isVerbose || $0.type != nil && $0.kind != .function
    }
    return Listing(types: types, symbols: symbols)
  }

  private func listNames(_ pattern: String, _ session: Session) throws {
    let found = try listing(pattern, session)
    for row in found.types {
      try session.checkCancelled()
      if options.describesAll {
        session.print("\(row.type.module.name)!\(row.name)")
        var shown = options
        shown.isVerbose = true
        let display = TypeDisplay(session: session, options: shown, fields: fields)
        try display.show(row.type, at: nil)
      } else {
        session.print("          \(row.type.module.name)!\(row.name)")
      }
    }
    for symbol in found.symbols {
      try session.checkCancelled()
      session.print("\(session.addressText(symbol.address))  \(symbol.qualifiedName)")
    }
  }

  /// `-y Name`: everything that begins so, then the first of it.
  private mutating func showBeginning(_ beginning: String, _ session: Session) throws {
    let found = try listing(beginning + "*", session)
    guard !found.types.isEmpty || !found.symbols.isEmpty else {
      throw CommandError.message("Symbol \(beginning) not found.")
    }
    if found.types.count + found.symbols.count > 1 {
      try listNames(beginning + "*", session)
    }
    if let first = found.types.first {
      return try show(first.type, isVariable: false, session)
    }
    if let first = found.symbols.first(where: { $0.type != nil }) {
      try show(first.qualifiedName, session)
    }
  }

  /// Follows `-l Field`: a pointer to the next record, or a `_LIST_ENTRY` or `_SINGLE_LIST_ENTRY`.
  private func showList(
    _ type: TypeRef, _ field: String, from start: UInt64, _ display: TypeDisplay,
    _ session: Session
  ) throws {
    let place = try type.place(of: field)
    // A link inside the record points to the next record's link; a pointer to the record itself.
    let target = place.type.element?.record?.name
    let isLink = !place.type.isPointer || target != type.record?.name
    let link = field.lastIndex(of: ".").map { String(field[..<$0]) }
    let bias =
      !isLink
      ? 0 : place.type.isPointer ? try link.map { try type.offset(of: $0) } ?? 0 : place.offset
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
      address = next &- bias
    }
  }
}

extension UInt8 {
  fileprivate var isHexDigitOrTick: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20) || self == 0x60
  }
}
