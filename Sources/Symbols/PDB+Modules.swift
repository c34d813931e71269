import Bytes

extension PDB {
  /// The stream of a module's symbols and lines, or nil if it has none.
  func stream(ofModule module: Int) -> MSFStream? {
    if let known = moduleStreams[module] { return known }
    guard module >= 0, module < modules.count, let number = modules[module].stream,
      let stream = file.stream(number, "module symbols")
    else { return nil }
    moduleStreams[module] = stream
    return stream
  }

  /// A module's symbols by address, or nil if it has none.
  func symbols(ofModule module: Int) -> ModuleSymbols? {
    if let known = moduleSymbols[module] { return known }
    guard let addresses, let stream = stream(ofModule: module) else { return nil }
    let symbols = ModuleSymbols(modules[module], stream, addresses)
    if let error = symbols.damage { note(error) }
    moduleSymbols[module] = symbols
    return symbols
  }

  /// The index in ``contributions`` of the one that holds `rva`, or else of the last one in front of
  /// it in the same section; nil if there is neither.
  func indexOfContribution(at rva: UInt32) -> Int? {
    guard let place = addresses?.place(of: rva) else { return nil }
    let behind = contributions.partitionIndex {
      ($0.section, $0.offset) > (place.section, place.offset)
    }
    guard behind > 0, contributions[behind - 1].section == place.section else { return nil }
    return behind - 1
  }
}
