// The sentences of the engine's errors, in one place.

extension TargetError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unsupported(let what): "The target cannot \(what)"
    case .unwritable(let address): "Unable to write memory at \(split(address))"
    case .noProcessor(let number): "There is no processor \(number)"
    case .ended(let end): "The target has ended: \(end)"
    case .badTrap(let address, let length):
      "Data breakpoint of \(length) bytes at \(split(address)) is not aligned"
    }
  }
}

extension TargetEnd: CustomStringConvertible {
  public var description: String {
    switch self {
    case .powerOff: "it switched itself off"
    case .reset: "it reset itself"
    case .tripleFault: "triple fault"
    }
  }
}

extension MemoryError: CustomStringConvertible {
  public var description: String {
    let verb = isWrite ? "write" : "read"
    let space = isPhysical ? "physical memory" : "memory"
    return "Unable to \(verb) \(space) at \(split(address))"
  }
}

extension LookupError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noModule(let name): "Unable to find module '\(name)'"
    case .noSymbol(let name): "Couldn't resolve '\(name)'"
    case .ambiguousSymbol(let name, _): "Ambiguous symbol '\(name)'"
    case .noType(let name): "Symbol \(name) not found."
    case .noField(let type, let field): "Cannot find specified field member '\(field)' of \(type)."
    case .notAggregate(let type): "\(type) has no members"
    case .loop(let address): "The list does not end: \(split(address)) was seen before"
    }
  }
}

extension Cancelled: CustomStringConvertible {
  public var description: String { "Interrupted" }
}

/// The debugger's split spelling of an address: ``fffff800`01401000``.
private func split(_ value: UInt64) -> String {
  "\(half(UInt32(truncatingIfNeeded: value >> 32)))`\(half(UInt32(truncatingIfNeeded: value)))"
}

private func half(_ value: UInt32) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
