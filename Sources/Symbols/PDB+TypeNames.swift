import Bytes

extension PDB {
  /// The type called `name`, exactly or else whatever its case; a definition if there is one.
  ///
  /// Structures, classes, unions and enumerations are found by the hash table, then names for types
  /// (`typedef`) by that of the globals. Only a name that neither knows makes this read every record,
  /// once, for types inside of functions are in no table.
  public func type(named name: String) -> TypeIndex? {
    let wanted = WantedName(name)
    if let found = tag(wanted) { return found }
    if let known = typedefCache[name] { return known }
    var found: TypeIndex?
    for symbol in globals(named: name, kinds: .typedefs) where symbol.type != TypeIndex.none {
      found = symbol.type
      break
    }
    if found == nil { found = scopedTag(wanted) }
    typedefCache[name] = .some(found)
    return found
  }

  /// The names and numbers of the record, union and enumeration types whose names match, each once.
  public func types(matching pattern: WildcardPattern) -> [(name: String, type: TypeIndex)] {
    if let name = pattern.literal {
      guard let index = tag(WantedName(name)) else { return [] }
      return [(self.name(ofTag: index), index)]
    }
    var found: [(name: String, type: TypeIndex)] = []
    var seen: Set<String> = []
    eachDefinition { index, name in
      guard pattern.matches(utf8: name) else { return true }
      let text = name.text
      if seen.insert(text).inserted { found.append((text, index)) }
      return true
    }
    return found
  }

  /// The definition that a forward reference stands for, or nil if `type` is none or it is nowhere.
  func definition(of type: PDBType, at index: TypeIndex) -> TypeIndex? {
    let name: String
    switch type {
    case .record(let record) where record.isForwardReference: name = record.name
    case .enumeration(let enumeration) where enumeration.isForwardReference:
      name = enumeration.name
    default: return nil
    }
    let unique = uniqueName(of: index)
    guard let unique else { return tag(WantedName(name), exactly: true) }
    // A decorated name tells types of the same plain name apart, and is what scoped ones hash by.
    let wanted = WantedName(unique)
    for hash in [WantedName(name).hash, wanted.hash] {
      for candidate in tpi?.candidates(hash: hash) ?? [] {
        let other = TypeIndex(UInt32(truncatingIfNeeded: candidate))
        if isDefinition(other), uniqueName(of: other) == unique { return other }
      }
    }
    return nil
  }

  /// The definition called `wanted`, found by the hash table.
  private func tag(_ wanted: WantedName, exactly: Bool = false) -> TypeIndex? {
    var other: TypeIndex?
    for candidate in tpi?.candidates(hash: wanted.hash) ?? [] {
      let index = TypeIndex(UInt32(truncatingIfNeeded: candidate))
      switch agreement(of: index, wanted) {
      case .exact: return index
      case .caseBlind: other = other ?? index
      case .none: continue
      }
    }
    return exactly ? nil : other
  }

  /// The same by reading every record.
  private func scopedTag(_ wanted: WantedName) -> TypeIndex? {
    var exact: TypeIndex?
    var other: TypeIndex?
    eachDefinition { index, name in
      switch wanted.agreement(name) {
      case .exact: exact = index
      case .caseBlind: other = other ?? index
      case .none: break
      }
      return exact == nil
    }
    return exact ?? other
  }

  private func agreement(of index: TypeIndex, _ wanted: WantedName) -> WantedName.Agreement {
    guard let tpi else { return .none }
    return attempt(.none) { () throws(FormatError) in
      try tpi.withRecord(index) { kind, reader throws(FormatError) in
        guard let tag = try TagRecord(kind: kind, &reader), !tag.isForwardReference else {
          return .none
        }
        return try reader.withCString("TagRecord.Name") { wanted.agreement($0) }
      }
    }
  }

  private func isDefinition(_ index: TypeIndex) -> Bool {
    guard let tpi else { return false }
    return attempt(false) { () throws(FormatError) in
      try tpi.withRecord(index) { kind, reader throws(FormatError) in
        guard let tag = try TagRecord(kind: kind, &reader) else { return false }
        return !tag.isForwardReference
      }
    }
  }

  private func name(ofTag index: TypeIndex) -> String {
    switch type(index) {
    case .record(let record): record.name
    case .enumeration(let enumeration): enumeration.name
    default: ""
    }
  }

  private func uniqueName(of index: TypeIndex) -> String? {
    guard let tpi else { return nil }
    return attempt(nil) { () throws(FormatError) in
      try tpi.withRecord(index) { kind, reader throws(FormatError) in
        guard let tag = try TagRecord(kind: kind, &reader), tag.hasUniqueName else { return nil }
        try reader.skipCString("TagRecord.Name")
        return try reader.readCString("TagRecord.UniqueName")
      }
    }
  }

  /// Calls `body` with every definition and its name, in order, until it returns false.
  private func eachDefinition(_ body: (TypeIndex, borrowing RawSpan) -> Bool) {
    guard let tpi else { return }
    for number in tpi.indexes {
      let index = TypeIndex(number)
      let goesOn = attempt(nil as Bool?) { () throws(FormatError) in
        try tpi.withRecord(index) { kind, reader throws(FormatError) in
          guard let tag = try TagRecord(kind: kind, &reader), !tag.isForwardReference else {
            return true
          }
          return try reader.withCString("TagRecord.Name") { body(index, $0) }
        }
      }
      // A record that cannot be read hides where the next begins.
      guard goesOn == true else { return }
    }
  }
}
