import Bytes

extension PDB {
  /// The symbol with the highest address not above `rva` in the same section, or nil. Of several with
  /// that address, a function comes before a variable and both before a public name.
  public func nearest(rva: UInt32) -> Symbol? {
    guard let start = addresses?.sectionStart(of: rva) else { return nil }
    let module = nearestInModules(rva)
    let data = dataIndex.last(notAbove: rva)
    let named = publicIndex.last(notAbove: rva)
    let best = max(module?.entry.rva ?? 0, data?.rva ?? 0, named?.rva ?? 0)
    guard best >= start else { return nil }
    if let module, module.entry.rva == best, !module.isData {
      return functionSymbol(module: module.module, record: module.entry.record)
    }
    if let data, data.rva == best { return symbol(at: data.record) }
    if let module, module.entry.rva == best {
      return dataSymbol(module: module.module, record: module.entry.record)
    }
    guard let named, named.rva == best else { return nil }
    return symbol(at: named.record)
  }

  /// The symbol with the lowest address above `rva`, or nil; the choice of several is as in
  /// ``nearest(rva:)``.
  public func next(after rva: UInt32) -> Symbol? {
    var best: UInt32 = .max
    for candidate in [dataIndex.first(above: rva), publicIndex.first(above: rva)] {
      if let candidate { best = min(best, candidate.rva) }
    }
    if let found = nextInModules(rva, before: best) { best = found }
    return best == .max ? nil : nearest(rva: best)
  }

  /// The function that holds `rva`, or nil.
  public func procedure(containing rva: UInt32) -> Procedure? {
    guard let index = indexOfContribution(at: rva) else { return nil }
    let module = contributions[index].module
    guard let entries = symbols(ofModule: module)?.procedures else { return nil }
    let behind = entries.partitionIndex { $0.rva > rva }
    guard behind > 0 else { return nil }
    let entry = entries[behind - 1]
    guard rva - entry.rva < entry.length else { return nil }
    return procedure(module: module, record: entry.record)
  }

  /// A symbol of a module, and whether it is a variable.
  private struct ModuleMatch {
    var module: Int
    var entry: ModuleSymbols.Entry
    var isData: Bool
  }

  private func nearestInModules(_ rva: UInt32) -> ModuleMatch? {
    guard var index = indexOfContribution(at: rva) else { return nil }
    let section = contributions[index].section
    // Contributions without symbols, such as padding, are passed over, but not without end.
    for _ in 0..<16 {
      let contribution = contributions[index]
      if let match = nearest(in: contribution.module, rva),
        let start = addresses?.rva(section: section, offset: contribution.offset),
        match.entry.rva >= start
      {
        return match
      }
      if index == 0 || contributions[index - 1].section != section { return nil }
      index -= 1
    }
    return nil
  }

  private func nearest(in module: Int, _ rva: UInt32) -> ModuleMatch? {
    guard let symbols = symbols(ofModule: module) else { return nil }
    let code = symbols.procedures.partitionIndex { $0.rva > rva }
    let data = symbols.data.partitionIndex { $0.rva > rva }
    var best: ModuleMatch?
    if code > 0 {
      best = ModuleMatch(module: module, entry: symbols.procedures[code - 1], isData: false)
    }
    if data > 0, symbols.data[data - 1].rva > best?.entry.rva ?? 0 || best == nil {
      best = ModuleMatch(module: module, entry: symbols.data[data - 1], isData: true)
    }
    return best
  }

  /// The lowest address above `rva` and below `limit` of a module's symbol, or nil.
  private func nextInModules(_ rva: UInt32, before limit: UInt32) -> UInt32? {
    guard let first = indexOfContribution(at: rva) else { return nil }
    var best: UInt32?
    for index in first..<min(first + 16, contributions.count) {
      let contribution = contributions[index]
      guard
        let start = addresses?.rva(section: contribution.section, offset: contribution.offset),
        start < best ?? limit
      else { break }
      guard let symbols = symbols(ofModule: contribution.module) else { continue }
      for entries in [symbols.procedures, symbols.data] {
        let behind = entries.partitionIndex { $0.rva > rva }
        if behind < entries.count, entries[behind].rva < best ?? limit {
          best = entries[behind].rva
        }
      }
    }
    return best
  }
}
