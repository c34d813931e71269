import Symbols

// Types by name.

extension Module {
  /// The type of this name in the module's symbol file.
  public func type(named name: String) -> TypeRef? {
    if let known = typeNames[name] { return known.map { TypeRef(module: self, index: $0) } }
    let index = pdb?.type(named: name)
    typeNames[name] = .some(index)
    return index.map { TypeRef(module: self, index: $0) }
  }
}

extension Debugger {
  /// The type that `module!name` or `name` means; without a module, of the first that has it,
  /// those with loaded symbols first.
  public func type(_ name: String) throws(LookupError) -> TypeRef {
    let (moduleName, typeName) = Self.split(name)
    if let moduleName {
      guard let module = module(named: moduleName) else { throw .noModule(moduleName) }
      guard let type = module.type(named: typeName) else { throw .noType(name) }
      return type
    }
    for module in modulesLoadedFirst {
      if let type = module.type(named: typeName) { return type }
    }
    throw .noType(name)
  }

  /// The types whose names match `module!pattern`, of all modules without one.
  public func types(matching text: String) throws -> [(name: String, type: TypeRef)] {
    let (moduleText, typeText) = Self.split(text)
    let modulePattern = moduleText.map { WildcardPattern($0) }
    let pattern = WildcardPattern(typeText)
    var found: [(name: String, type: TypeRef)] = []
    for module in modules where modulePattern?.matches(module.name) ?? true {
      try checkCancelled()
      for row in module.pdb?.types(matching: pattern) ?? [] {
        found.append((row.name, TypeRef(module: module, index: row.type)))
      }
    }
    return found
  }

  /// The value of a type at an address: `structure("nt!_EPROCESS", at: process)`.
  public func structure(_ type: String, at address: UInt64) throws(LookupError) -> Struct {
    Struct(self, try self.type(type), at: address)
  }

  /// The variable of this name with its type: `global("nt!PsActiveProcessHead")`.
  public func global(_ name: String) throws(LookupError) -> Struct {
    let found = resolve(name)
    guard let symbol = found.first(where: { $0.type != nil }) else {
      throw found.isEmpty ? .noSymbol(name) : .noType(name)
    }
    guard let type = symbol.type else { throw .noType(name) }
    return Struct(self, type, at: symbol.address)
  }

  /// The number in a field: `field("nt!_EPROCESS", "UniqueProcessId", at: process)`.
  public func field(_ type: String, _ path: String, at address: UInt64) throws -> UInt64 {
    try structure(type, at: address)[path].uint
  }

  /// Bytes from the beginning of a type to one of its fields.
  public func offset(of path: String, in type: String) throws(LookupError) -> UInt64 {
    try self.type(type).offset(of: path)
  }

  /// Bytes that a value of a type takes.
  public func size(of type: String) throws(LookupError) -> UInt64 { try self.type(type).size }
}
