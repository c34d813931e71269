import Images
import Symbols

// Names to addresses and back, within one module.

extension Module {
  /// Every symbol of this name that has an address or is a constant, the spelling that fits
  /// exactly first, functions and variables before public names.
  public func symbols(named name: String) -> [ResolvedSymbol] {
    guard let pdb else {
      let wanted = name.lowercased()
      return exports.filter { $0.name.lowercased() == wanted }.map(resolved)
    }
    var found = pdb.globals(named: name)
    // The debugger drops one underscore of `__imp_Name`.
    if found.isEmpty, name.hasPrefix("_imp_") { found = pdb.globals(named: "_" + name) }
    return unique(found.compactMap(resolved))
  }

  /// The first symbol of this name that has an address.
  public func symbol(_ name: String) -> ResolvedSymbol? {
    symbols(named: name).first { $0.kind != .constant }
  }

  /// Every symbol whose name matches, by address.
  public func symbols(matching pattern: WildcardPattern, kinds: SymbolKinds = .addresses)
    -> [ResolvedSymbol]
  {
    guard let pdb else {
      return exports.filter { pattern.matches($0.name) }.map(resolved)
    }
    let found = pdb.symbols(matching: pattern, kinds: kinds).compactMap(resolved)
    return unique(found).sorted { ($0.address, $0.name) < ($1.address, $1.name) }
  }

  /// The symbol nearest below an address of this module.
  public func nearest(_ address: UInt64) -> SymbolAt? {
    guard let rva = rva(address) else { return nil }
    if let pdb {
      if let symbol = pdb.nearest(rva: rva), let start = symbol.rva {
        return at(address, displayName(symbol.name), start)
      }
    } else if let export = exports.last(where: { $0.rva <= rva }) {
      return at(address, export.name, export.rva)
    }
    return SymbolAt(module: self, name: "", displacement: UInt64(rva), address: base)
  }

  /// The symbol that begins next after an address of this module.
  public func next(after address: UInt64) -> SymbolAt? {
    guard let rva = rva(address) else { return nil }
    if let pdb {
      guard let symbol = pdb.next(after: rva), let start = symbol.rva else { return nil }
      return at(base &+ UInt64(start), displayName(symbol.name), start)
    }
    guard let export = exports.first(where: { $0.rva > rva }) else { return nil }
    return at(base &+ UInt64(export.rva), export.name, export.rva)
  }

  /// The source line of the code at an address.
  public func sourceLine(at address: UInt64) -> SourceLocation? {
    guard let rva = rva(address), let line = pdb?.line(at: rva) else { return nil }
    let start = base &+ UInt64(line.rva)
    let end = max(start, start &+ UInt64(line.length))
    return SourceLocation(file: line.file, line: line.line, addresses: start..<end)
  }

  /// The procedure that covers an address, as its symbol file has it.
  public func procedure(containing address: UInt64) -> Procedure? {
    guard let rva = rva(address) else { return nil }
    return pdb?.procedure(containing: rva)
  }

  private func at(_ address: UInt64, _ name: String, _ start: UInt32) -> SymbolAt {
    let place = base &+ UInt64(start)
    return SymbolAt(module: self, name: name, displacement: address &- place, address: place)
  }

  private func displayName(_ name: String) -> String {
    name.hasPrefix("__imp_") ? String(name.dropFirst()) : name
  }

  private func resolved(_ export: (rva: UInt32, name: String)) -> ResolvedSymbol {
    ResolvedSymbol(
      module: self, name: export.name, address: base &+ UInt64(export.rva), size: 0, kind: .export,
      type: nil, isLocal: false)
  }

  private func resolved(_ symbol: Symbol) -> ResolvedSymbol? {
    var address = symbol.rva.map { base &+ UInt64($0) }
    let kind: ResolvedSymbol.Kind
    switch symbol.kind {
    case .function: kind = .function
    case .data: kind = .data
    case .threadData:
      kind = .threadData
      address = symbol.rva.map { UInt64($0) }
    case .publicFunction, .publicData: kind = .public
    case .label: kind = .label
    case .constant(let value):
      kind = .constant
      address = value.bits
    case .typedef: return nil
    }
    guard let address else { return nil }
    let type = symbol.type.map { TypeRef(module: self, index: $0) }
    return ResolvedSymbol(
      module: self, name: displayName(symbol.name), address: address,
      size: UInt64(symbol.size ?? 0), kind: kind, type: type, isLocal: symbol.isLocal)
  }

  /// One symbol a name and address: the one that knows its type before a public name.
  private func unique(_ symbols: [ResolvedSymbol]) -> [ResolvedSymbol] {
    struct Key: Hashable {
      var name: String
      var address: UInt64
    }
    var order: [Key] = []
    var best: [Key: ResolvedSymbol] = [:]
    for symbol in symbols {
      let key = Key(name: symbol.name, address: symbol.address)
      if let known = best[key] {
        if known.kind == .public, symbol.kind != .public { best[key] = symbol }
      } else {
        order.append(key)
        best[key] = symbol
      }
    }
    return order.compactMap { best[$0] }
  }
}
