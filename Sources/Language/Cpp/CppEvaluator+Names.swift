import Engine
import Symbols

// What names stand for.

extension CppEvaluator {
  /// A local, a symbol or an enumerator.
  func lookUp(_ name: String, at offset: Int) throws(CommandError) -> CppValue {
    guard let value = try find(name, at: offset) else { throw obstacle(.unresolved, at: offset) }
    return value
  }

  /// The same; nil when nothing has the name.
  ///
  /// - Parameter withLocals: whether the frame's variables count.
  func find(_ name: String, at offset: Int, withLocals: Bool = true) throws(CommandError)
    -> CppValue?
  {
    if name.hasPrefix("$!") {
      return withLocals ? try local(String(name.dropFirst(2)), at: offset) : nil
    }
    if withLocals, !name.contains("!"), let local = try local(name, at: offset) { return local }
    let found = session.debugger.resolve(name).filter { $0.kind != .module }
    if let symbol = found.first(where: { $0.type != nil }) ?? found.first {
      let same = found.filter { $0.name == symbol.name && $0.kind == symbol.kind }
      if symbol.kind != .constant, Set(same.map(\.address)).count > 1 {
        let matches = same.map { "\(session.addressText($0.address)) \($0.qualifiedName)" }
        let rest = source.string(offset..<max(offset, source.bytes.count))
        throw .ambiguous(matches: matches, rest: rest)
      }
      // An enumeration's values are constants too, but know their type better.
      if symbol.kind == .constant, let value = session.enumerator(named: name) { return value }
      return value(of: symbol)
    }
    return session.enumerator(named: name)
  }

  private func value(of symbol: ResolvedSymbol) -> CppValue {
    guard let type = symbol.type else { return CppValue(.void, .memory(symbol.address)) }
    if symbol.kind == .constant { return CppValue(.known(type), bits: symbol.address) }
    return CppValue(.known(type), .memory(symbol.address))
  }

  private func local(_ name: String, at offset: Int) throws(CommandError) -> CppValue? {
    guard let local = session.local(named: name) else { return nil }
    let type = CppType.known(local.type)
    switch local.place {
    case .memory(let address): return CppValue(type, .memory(address))
    case .register(let register): return CppValue(type, .register(register))
    case .constant(let bits): return CppValue(type, bits: bits)
    case .unavailable: throw obstacle(.unavailable, at: offset)
    }
  }

  /// `@name`: a register as an unsigned number, a pseudo-register as what it stands for.
  func register(_ name: String, at offset: Int) throws(CommandError) -> CppValue {
    if !name.hasPrefix("$"), let register = RegisterName.find(name) {
      guard register.bits <= 64, session.has(register) else {
        throw obstacle(.badRegister, at: offset)
      }
      // Registers are not extended by their sign here.
      return CppValue(word, bits: try session.bits(of: register))
    }
    let lower = name.lowercased()
    if let number = Session.userRegister(lower), let typed = session.typedVariables[number] {
      return typed
    }
    guard let binding = session.bind(register: lower) else {
      throw obstacle(.badRegister, at: offset)
    }
    guard let value = try session.value(of: binding) else {
      throw obstacle(.badRegister, at: offset)
    }
    return CppValue(pseudoType(lower), bits: value)
  }

  /// The unsigned number of a pointer's size.
  private var word: CppType { session.pointerSize == 8 ? .unsignedInt64 : .unsignedInt }

  private func pseudoType(_ name: String) -> CppType {
    if let record = Self.pseudoRecords[name] {
      return session.cppType(named: record).map(pointer(to:)) ?? pointer(to: .void)
    }
    if Self.pseudoAddresses.contains(name) || name.hasPrefix("$bp") {
      return pointer(to: .unsignedChar)
    }
    return Session.userRegister(name) == nil ? word : .unsignedInt64
  }

  private static let pseudoRecords = [
    "$proc": "nt!_EPROCESS", "$thread": "nt!_ETHREAD", "$peb": "_PEB", "$teb": "_TEB",
  ]
  private static let pseudoAddresses: Set<String> = [
    "$ip", "$eventip", "$previp", "$relip", "$scopeip", "$exentry", "$ra", "$ea", "$ea2",
  ]
}
