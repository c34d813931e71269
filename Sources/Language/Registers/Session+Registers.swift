import Engine

extension Session {
  /// The registers commands mean: those that `.cxr` or `.thread` chose, else the processor's.
  public var context: Context {
    get throws(CommandError) {
      if let cachedContext, cachedContext.generation == debugger.generation {
        return cachedContext.context
      }
      do {
        let context = try debugger.context()
        cachedContext = CachedContext(generation: debugger.generation, context: context)
        return context
      } catch {
        throw CommandError(error)
      }
    }
  }

  /// Registers as read before the target's state changed again.
  struct CachedContext {
    var generation: UInt64
    var context: Context
  }

  /// Sets a register, a part of one, a flag or a pseudo-register, named without `@`.
  ///
  /// - Returns: false when there is no such name or it cannot be set.
  @discardableResult
  public func setRegister(_ name: String, _ value: UInt64) throws(CommandError) -> Bool {
    if let user = Self.userRegister(name) {
      variables.user[user] = value
      typedVariables[user] = nil
      return true
    }
    if let pseudo = PseudoRegister.all.first(where: { $0.name == name.lowercased() }) {
      guard let write = pseudo.write else { return false }
      do {
        try write(self, value)
      } catch {
        throw CommandError(error)
      }
      return true
    }
    guard let register = RegisterName.find(name) else { return false }
    var changed = try context
    changed[register] = value
    try setContext(changed)
    return true
  }

  /// Gives `$t0` to `$t19` a value with its type (`r?`); C++ expressions see the type.
  public func setTyped(_ number: Int, _ value: CppValue) throws(CommandError) {
    guard variables.user.indices.contains(number) else { return }
    variables.user[number] = self.number(value) ?? value.address ?? 0
    typedVariables[number] = value
  }

  /// Replaces the registers that commands mean.
  public func setContext(_ context: Context) throws(CommandError) {
    cachedContext = nil
    do {
      try debugger.setContext(context)
    } catch {
      throw CommandError(error)
    }
  }

  /// The number of `$t0` to `$t19`, nil for any other name.
  public static func userRegister(_ name: String) -> Int? {
    var bytes = name.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "$"), bytes.next()?.lowercased == UInt8(ascii: "t"),
      let first = bytes.next(), first.isDigit
    else { return nil }
    guard let second = bytes.next() else { return Int(first &- 0x30) }
    // Two digits, the first of which is 1: there are twenty.
    guard first == UInt8(ascii: "1"), second.isDigit, bytes.next() == nil else { return nil }
    return 10 + Int(second &- 0x30)
  }
}
