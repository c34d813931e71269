import Engine

extension Session: ExpressionContext {
  /// Bytes in a pointer of the mode that is looked at: the target's own, or that of `.effmach`.
  public var pointerSize: Int {
    debugger.effectiveMode == .bits32 ? 4 : debugger.target.pointerSize
  }
  public var extendsConstants: Bool { debugger.target.kind == .kernel }

  /// Token spaces: machine registers, pseudo-registers, `$t` registers and breakpoints.
  private static let pseudoBase: Int32 = 1000
  private static let userBase: Int32 = 2000
  private static let breakpointBase: Int32 = 100_000
  private static let registers: [RegisterName] = RegisterName.allNames.compactMap {
    RegisterName.find($0)
  }
  /// Where the bits of a register are that can be read without the others; the whole of a context is
  /// read for one that has no such place.
  private struct Place {
    var register: Register?
    var shift: UInt64 = 0
    var mask: UInt64 = .max
    var isSignExtended = false

    init(_ name: RegisterName) {
      guard case .register(let register) = name.storage else { return }
      self.register = register
      shift = UInt64(name.shift)
      mask = name.bits >= 64 ? .max : (1 << UInt64(name.bits)) - 1
      isSignExtended = Session.isSignExtended(name)
    }
  }
  private static let places: [Place] = registers.map { Place($0) }
  private static let tokens: [String: Int32] = {
    var tokens: [String: Int32] = [:]
    for (index, register) in registers.enumerated() { tokens[register.name] = Int32(index) }
    for (index, pseudo) in PseudoRegister.all.enumerated() {
      tokens[pseudo.name] = pseudoBase + Int32(index)
    }
    for number in 0..<20 { tokens["$t\(number)"] = userBase + Int32(number) }
    return tokens
  }()

  public func bind(register name: String) -> RegisterBinding? {
    if let token = Self.tokens[name] {
      if token < Self.pseudoBase, !has(Self.registers[Int(token)]) { return nil }
      return RegisterBinding(token: token)
    }
    guard name.hasPrefix("$bp"), let number = Int32(name.dropFirst(3)), number >= 0,
      number < 100_000
    else { return nil }
    return RegisterBinding(token: Self.breakpointBase + number)
  }

  /// Whether the code that is looked at has a register.
  func has(_ register: RegisterName) -> Bool { pointerSize != 4 || !register.isOnly64Bit }

  /// The bits of a register of 64 bits or less, which is read without the others where it can be.
  func bits(of name: RegisterName) throws(CommandError) -> UInt64 {
    let place = Place(name)
    guard let register = place.register else { return try context[name] }
    do {
      return try debugger.register(register) >> place.shift & place.mask
    } catch {
      throw CommandError(error)
    }
  }

  public func value(of register: RegisterBinding) throws(CommandError) -> UInt64? {
    let token = register.token
    if token < Self.pseudoBase {
      let place = Self.places[Int(token)]
      guard let register = place.register else { return try context[Self.registers[Int(token)]] }
      do {
        let value = try debugger.register(register) >> place.shift & place.mask
        return place.isSignExtended ? Self.signExtended(value) : value
      } catch {
        throw CommandError(error)
      }
    }
    if token < Self.userBase {
      do {
        return try PseudoRegister.all[Int(token - Self.pseudoBase)].read(self)
      } catch {
        throw CommandError(error)
      }
    }
    if token < Self.breakpointBase { return variables.user[Int(token - Self.userBase)] }
    return debugger.breakpoints[Int(token - Self.breakpointBase)]?.address ?? 0
  }

  /// Whether a register's 32 bits are extended by their sign: parts of general registers are.
  private static func isSignExtended(_ name: RegisterName) -> Bool {
    guard name.bits == 32, case .register(let register) = name.storage else { return false }
    return register.bits == 64
  }

  private static func signExtended(_ value: UInt64) -> UInt64 {
    UInt64(bitPattern: Int64(Int32(truncatingIfNeeded: value)))
  }

  public func readNumber(at address: UInt64, size: Int, physical: Bool) -> UInt64? {
    guard (1...8).contains(size) else { return nil }
    if physical {
      guard let read = try? debugger.readPhysical(address, size) else { return nil }
      return read.uint(at: 0, size: size)
    }
    return try? debugger.readUInt(address, size)
  }

  public func isReadable(at address: UInt64, count: UInt64) -> Bool {
    var remaining = count
    var place = address
    while remaining > 0 {
      let part = Int(min(remaining, 0x1000 - (place & 0xFFF)))
      // Whoever evaluates finds the interrupt at its next look.
      if debugger.interrupt.isRequested { return false }
      guard debugger.read(place, part).isComplete else { return false }
      remaining -= UInt64(part)
      place &+= UInt64(part)
    }
    return count > 0
  }

  public func compileForeign(_ line: CommandLine, evaluator: Evaluator) throws(CommandError)
    -> (any ForeignExpression)?
  {
    var line = line
    let expression = try CppExpression(&line, self, withCommas: true)
    guard line.isAtEnd() else {
      let rest = line.source.string(line.position..<line.source.bytes.count)
      throw .expression(.syntax, rest: rest)
    }
    return expression
  }

  /// The value of the expression at the cursor, which moves past it. The default evaluator reads it.
  public func evaluate(_ line: inout CommandLine) throws(CommandError) -> UInt64 {
    switch evaluator {
    case .masm: return try evaluateMasm(&line)
    case .cpp:
      line.skipBlanks()
      guard line.next != nil else { throw .expression(.missingNumber, rest: "") }
      let expression = try compiledCpp(&line)
      return try expression.number(in: self)
    }
  }

  /// As `evaluate`, by the MASM evaluator whatever the default is.
  func evaluateMasm(_ line: inout CommandLine) throws(CommandError) -> UInt64 {
    try compiledMasm(&line).evaluate(in: self, source: line.source)
  }

  /// The MASM expression at the cursor, which moves past it. Its text is read once.
  func compiledMasm(_ line: inout CommandLine) -> CompiledExpression {
    line.skipBlanks()
    let start = line.position
    if let known = line.source.expression(at: start), known.end <= line.limit,
      known.isCurrent(in: self)
    {
      line.position = known.end
      return known
    }
    let compiled = MasmParser.compile(line, context: self)
    if compiled.failure == nil { line.source.keep(compiled, at: start) }
    line.position = compiled.end
    return compiled
  }

  /// The value of a whole text.
  public func evaluate(_ text: String) throws(CommandError) -> UInt64 {
    var line = CommandLine(text)
    let value = try evaluate(&line)
    try line.expectEnd()
    return value
  }
}
