import Engine

extension Session {
  public var bindingEpoch: Int { localEpoch }

  public func bind(symbol name: String) -> SymbolBinding {
    guard let module = debugger.modules.first(where: { $0.name.lowercased() == name.lowercased() })
    else { return .unknown }
    return .value(module.base)
  }

  public func address(ofLocal name: String) -> UInt64? { nil }

  public func address(ofLine line: Int, file: String, module: String?) -> UInt64? { nil }

  public func entryPoint(ofImageAt base: UInt64) -> UInt64? {
    guard let header = readNumber(at: base &+ 0x3C, size: 4, physical: false),
      readNumber(at: base &+ header, size: 4, physical: false) == 0x4550,
      let entry = readNumber(at: base &+ header &+ 0x28, size: 4, physical: false)
    else { return nil }
    return base &+ entry
  }
}
