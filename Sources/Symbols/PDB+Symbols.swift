import Bytes

extension PDB {
  /// The symbols called `name`, whatever its case; those spelt exactly so come first. Reads the hash
  /// tables' one bucket and the records it names.
  ///
  /// A function that has a record of its own and a public name appears once, as the former.
  public func globals(named name: String, kinds: SymbolKinds = .all) -> [Symbol] {
    var exact: [Symbol] = []
    var other: [Symbol] = []
    func look(at records: [UInt32], for wanted: WantedName, _ kinds: SymbolKinds) {
      for offset in records {
        let found = matchedRecord(at: offset, kinds) { wanted.agreement($0) }
        guard let (symbol, agreement) = found else { continue }
        if agreement == .exact { exact.append(symbol) } else { other.append(symbol) }
      }
    }
    let wanted = WantedName(name)
    let own = kinds.subtracting(.publics)
    if !own.isEmpty { look(at: bucket(globalHash, wanted.hash), for: wanted, own) }
    guard kinds.contains(.publics) else { return withoutTwins(exact + other) }
    // C's names have an underscore in front where the processor is x86.
    let spellings = isX86 ? [wanted, WantedName("_" + name)] : [wanted]
    for spelling in spellings {
      let records = bucket(publicHash, spelling.hash)
      look(at: records, for: spelling, .publics)
    }
    // lld files public names of eight characters, which fill an object file's short name to the brim,
    // in wrong buckets (seen in lld 21); only a reading of all finds those.
    if exact.isEmpty, other.isEmpty, let spelling = spellings.first(where: { $0.length == 8 }) {
      look(at: allRecords(publicHash), for: spelling, .publics)
    }
    return withoutTwins(exact + other)
  }

  /// Every symbol whose name matches, in no particular order; a function with both a public name and
  /// its own record appears once, as the latter.
  public func symbols(matching pattern: WildcardPattern, kinds: SymbolKinds = .addresses)
    -> [Symbol]
  {
    if let name = pattern.literal { return globals(named: name, kinds: kinds) }
    var found: [Symbol] = []
    func look(_ hash: SymbolHash?) {
      for offset in allRecords(hash) {
        let match = matchedRecord(at: offset, kinds) { (name) -> WantedName.Agreement in
          pattern.matchesEverything || pattern.matches(utf8: name) ? .exact : .none
        }
        if let match { found.append(match.symbol) }
      }
    }
    if !kinds.subtracting(.publics).isEmpty { look(globalHash) }
    if kinds.contains(.publics) { look(publicHash) }
    return withoutTwins(found)
  }

  /// Whether names of C functions are decorated as x86 compilers do it.
  var isX86: Bool { machine == 0x14c }

  private func bucket(_ hash: SymbolHash?, _ value: UInt32) -> [UInt32] {
    attempt([]) { () throws(FormatError) in try hash?.records(hash: value) ?? [] }
  }

  private func allRecords(_ hash: SymbolHash?) -> [UInt32] {
    attempt([]) { () throws(FormatError) in try hash?.allRecords() ?? [] }
  }

  /// The symbol that the record at `offset` describes, with what `judge` says of its name; nil if it
  /// is of none of the kinds or is judged not to match.
  func matchedRecord(
    at offset: UInt32, _ kinds: SymbolKinds,
    _ judge: (borrowing RawSpan) -> WantedName.Agreement
  ) -> (symbol: Symbol, agreement: WantedName.Agreement)? {
    guard let records else { return nil }
    return attempt(nil) { () throws(FormatError) in
      let head = try records.withRecord(at: Int(offset), "Symbol record") {
        kind, reader throws(FormatError) in
        try RecordHead(kind: kind, kinds: kinds, isX86: isX86, &reader, judge)
      }
      guard let head, head.agreement != .none, let symbol = makeSymbol(head) else { return nil }
      return (symbol, head.agreement)
    }
  }

  /// The symbol that the record at `offset` describes, or nil.
  func symbol(at offset: UInt32) -> Symbol? {
    matchedRecord(at: offset, .all) { _ in .exact }?.symbol
  }

  private func makeSymbol(_ head: RecordHead) -> Symbol? {
    switch head.body {
    case .reference(let record):
      return functionSymbol(module: record.module, record: record.offset)
    case .data(let record):
      let kind: Symbol.Kind = SymbolKind.isThreadData(head.kind) ? .threadData : .data
      let isLocal = head.kind == SymbolKind.S_LDATA32 || head.kind == SymbolKind.S_LTHREAD32
      return makeSymbol(head.name, kind, record.section, record.offset, record.type, isLocal)
    case .publicName(let record):
      let kind: Symbol.Kind = record.isCode ? .publicFunction : .publicData
      return makeSymbol(head.name, kind, record.section, record.offset, nil, false)
    case .constant(let type, let value):
      return Symbol(
        name: head.name, kind: .constant(value), rva: nil, section: 0, offset: 0, type: type,
        size: nil, isLocal: false)
    case .typedef(let type):
      return Symbol(
        name: head.name, kind: .typedef, rva: nil, section: 0, offset: 0, type: type, size: nil,
        isLocal: false)
    }
  }

  private func makeSymbol(
    _ name: String, _ kind: Symbol.Kind, _ section: UInt16, _ offset: UInt32, _ type: TypeIndex?,
    _ isLocal: Bool
  ) -> Symbol {
    Symbol(
      name: name, kind: kind, rva: addresses?.rva(section: section, offset: offset),
      section: section, offset: offset, type: type, size: nil, isLocal: isLocal)
  }

  /// Leaves out public names of what has a record of its own, and repeated records.
  private func withoutTwins(_ symbols: [Symbol]) -> [Symbol] {
    struct Key: Hashable {
      var rva: UInt32
      var name: String
    }
    var own: Set<Key> = []
    var ownRVAs: Set<UInt32> = []
    for symbol in symbols where !symbol.isPublic {
      if let rva = symbol.rva {
        own.insert(Key(rva: rva, name: symbol.name))
        ownRVAs.insert(rva)
      }
    }
    var seen: Set<Symbol> = []
    return symbols.filter { symbol in
      if symbol.isPublic, let rva = symbol.rva {
        // A C++ name's plain form is not worked out; at the same address it is the same function.
        if symbol.name.hasPrefix("?"), ownRVAs.contains(rva) { return false }
        if own.contains(Key(rva: rva, name: symbol.name)) { return false }
      }
      return seen.insert(symbol).inserted
    }
  }
}

extension Symbol {
  /// Whether this is a public name, which knows neither type nor size.
  public var isPublic: Bool { kind == .publicFunction || kind == .publicData }
}
