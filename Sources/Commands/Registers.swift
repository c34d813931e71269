import Engine
import Language

extension CommandSet {
  /// Registers.
  public static let registers = CommandSet(
    "Registers",
    [
      Command(
        "r", summary: "Show or set registers.",
        details: "Names are separated by blanks or commas; Name=Value sets one, Name= asks for the "
          + "value. Flags and parts of registers have names of their own (zf, eax, ah), as have "
          + "pseudo-registers. r $.u0=Text sets the fixed alias $u0. r. shows the registers of the "
          + "current instruction. r? reads the value as C++, and $t0 to $t19 keep its type.",
        examples: [
          "r": "the general registers", "r rax, rbx": "two of them",
          "r $t0 = 5": "sets a pseudo-register", "r xmm0:f": "a vector register as floats",
        ], related: ["rm", "rM", "rX", "rF"], extent: .lineIf(Registers.setsFixedAlias),
        grammar: .line("[Register[=Value], ...]", completion: .register)
      ) { session, line in try Registers.run(line, session) },
      Command(
        "rM", summary: "Show the groups of registers in a mask.",
        details: Registers.maskHelp,
        examples: ["rM 2": "the general registers", "rM 8": "the segment registers"],
        related: ["r", "rm"], grammar: .expression("Mask")
      ) { session, mask in
        try Registers.show(RegisterMask(rawValue: UInt32(truncatingIfNeeded: mask)), session)
      },
      Command(
        "rm", summary: "Show or set which registers r shows.", details: Registers.maskHelp,
        examples: [
          "rm": "Shows the mask.", "rm ?": "Lists all bits.",
          "rm a": "General and segment registers, as at the beginning.",
        ], related: ["r", "rM"], repetition: .none, grammar: .line("[Mask | ?]")
      ) { session, line in try Registers.mask(line, session) },
      group("rF", "Show the floating-point registers.", .floatingPoint),
      group("rX", "Show the SSE registers.", .xmm),
      group("rY", "Show the AVX registers as floating-point numbers.", .ymm),
      group("rYI", "Show the AVX registers as integers.", .ymmIntegers),
    ])

  /// A group of registers; with names it is `r`.
  private static func group(_ name: String, _ summary: String, _ mask: RegisterMask) -> Command {
    Command(
      name, summary: summary, details: "With names it shows or sets these, as r does.",
      examples: [name: "all of them"],
      related: ["r", "rM", "rm"],
      grammar: .line("[Register[=Value], ...]", completion: .register)
    ) { session, line in
      var rest = line
      if rest.isAtEnd() {
        try Registers.show(mask, session)
      } else {
        try Registers.run(line, session)
      }
    }
  }
}

/// The bodies of the family.
enum Registers {
  static let maskHelp =
    "The bits of the mask: 1 and 2 general registers, 4 floating point, 8 segments, 10 MMX, "
    + "20 debug, 40 SSE, 80 control, 100 descriptor tables, 200 and 400 AVX as numbers and integers."

  private static let maskRows: [(bit: UInt32, text: String)] = [
    (0x1, "Integer state (32-bit)"), (0x2, "Integer state (64-bit)"),
    (0x4, "Floating-point state"), (0x8, "Segment registers"), (0x10, "MMX registers"),
    (0x20, "Debug registers"), (0x40, "SSE XMM registers"), (0x80, "Control registers"),
    (0x100, "Descriptor and task state"), (0x200, "AVX YMM registers in floating point"),
    (0x400, "AVX YMM registers in decimal integers"),
    (0x800, "AVX XMM registers in decimal integers"),
  ]

  /// `rm`, `rm ?` and `rm Mask`.
  static func mask(_ arguments: CommandLine, _ session: Session) throws {
    var line = arguments
    if line.isAtEnd() { return printMask(session) }
    if line.take("?") {
      try line.expectEnd()
      return printRows(.max, session)
    }
    let value = UInt32(truncatingIfNeeded: try session.evaluate(&line))
    try line.expectEnd()
    let known = maskRows.reduce(0) { $0 | $1.bit }
    if value & ~known != 0 { session.print("Ignored invalid bits \((value & ~known).hex())") }
    session.registerMask = RegisterMask(rawValue: value & known)
  }

  private static func printRows(_ mask: UInt32, _ session: Session) {
    for row in maskRows where mask & row.bit != 0 {
      session.print("\(row.bit.hex().leftPadded(8)) - \(row.text)")
    }
  }

  private static func printMask(_ session: Session) {
    session.print("Register output mask is \(session.registerMask.rawValue.hex()):")
    printRows(session.registerMask.rawValue, session)
  }

  static func show(_ mask: RegisterMask, _ session: Session) throws {
    let context = try session.context
    for line in RegisterDisplay.lines(context, mask, pointerSize: session.pointerSize) {
      session.print(line)
    }
    let groups: [(mask: RegisterMask, registers: String, type: String)] = [
      (.ymm, "ymm", "f"), (.ymmIntegers, "ymm", "id"), (.xmmIntegers, "xmm", "id"),
    ]
    for (group, registers, type) in groups where mask.contains(group) {
      for number in 0..<(session.pointerSize == 8 ? 16 : 8) {
        guard let name = RegisterName.find("\(registers)\(number)"),
          let register = VectorText(name, context), let text = register.text(type)
        else { continue }
        session.print("\(name.name)=\(text)")
      }
    }
  }

  @Sendable static func setsFixedAlias(_ line: CommandLine) -> Bool {
    var line = line
    line.skipBlanks()
    return line.starts(with: "$.u")
  }

  static func run(_ line: CommandLine, _ session: Session) throws {
    var line = line
    if line.isAtEnd() {
      if session.debugger.scope.context != nil { session.print("Last set context:") }
      try show(session.registerMask, session)
      return try session.printLocation()
    }
    if line.take("$.u") { return try setFixedAlias(&line, session) }
    if line.take("?") { return try setTyped(&line, session) }
    if line.take(".") { return try showUsed(session) }
    var shown: [String] = []
    line.skipSeparators()
    while line.position < line.limit {
      if let text = try readOne(&line, session) { shown.append(text) }
      line.skipSeparators()
    }
    if !shown.isEmpty { session.print(shown.joined(separator: " ")) }
  }

  /// `r $.u0=Text`.
  private static func setFixedAlias(_ line: inout CommandLine, _ session: Session) throws {
    let digit = line.next.flatMap { (0x30...0x39).contains($0) ? Int($0 - 0x30) : nil }
    guard let digit else { throw line.rejected(.syntax) }
    line.position += 1
    line.skipBlanks()
    guard line.take("=") else { throw line.rejected(.syntax) }
    session.aliases.setFixed(digit, line.takeRest())
  }

  /// `r? $t0 = Expression, ...`: C++ values; `$t0` to `$t19` keep their types.
  private static func setTyped(_ line: inout CommandLine, _ session: Session) throws {
    line.skipSeparators()
    repeat {
      let start = line.position
      _ = line.take("@")
      let name = line.take { $0.isRegisterCharacter }.lowercased()
      guard !name.isEmpty, session.bind(register: name) != nil else {
        throw line.rejected(.badRegister, at: start)
      }
      line.skipBlanks()
      guard line.take("=") else { throw line.rejected(.syntax) }
      let value = try session.evaluateCpp(&line)
      if let number = Session.userRegister(name) {
        try session.setTyped(number, value)
      } else {
        guard let bits = session.number(value) else { throw line.rejected(.syntax, at: start) }
        try set(name, bits, session, start, line)
      }
      line.skipSeparators()
    } while line.position < line.limit
  }

  /// One register, shown or set. Returns its text when it is shown.
  private static func readOne(_ line: inout CommandLine, _ session: Session) throws -> String? {
    let start = line.position
    _ = line.take("@")
    let name = line.take { $0.isRegisterCharacter }.lowercased()
    guard !name.isEmpty, let binding = session.bind(register: name) else {
      throw line.rejected(.badRegister, at: start)
    }
    var type: ElementType?
    if line.take(":") {
      guard let asked = ElementType(&line) else { throw line.rejected(.syntax) }
      type = asked
    }
    let end = line.position
    line.skipBlanks()
    guard line.take("=") else {
      line.position = end
      guard let type else { return try text(of: name, binding, session, at: start, line) }
      guard let register = RegisterName.find(name),
        let elements = VectorText(register, try session.context)?.text(type.name, type.count)
      else { throw line.rejected(.syntax, at: end) }
      return "\(name)=\(elements)"
    }
    // Another processor, named by a number before the command, can only be looked at.
    guard session.prefixedProcessor == nil || name.hasPrefix("$") else {
      throw line.rejected(.syntax, at: end)
    }
    line.skipBlanks()
    if line.position >= line.limit {
      session.print(try text(of: name, binding, session, at: start, line))
      guard let answer = session.ask?("New value: "), !answer.isEmpty else { return nil }
      try set(name, try session.evaluate(answer), session, start, line)
      return nil
    }
    if !name.hasPrefix("$"), let register = RegisterName.find(name),
      register.bits > 64 || type != nil
    {
      try setWide(register, type, &line, session)
    } else {
      try set(name, try session.evaluate(&line), session, start, line)
    }
    return nil
  }

  /// Sets a vector or x87 register, whose value no expression can hold.
  private static func setWide(
    _ register: RegisterName, _ type: ElementType?, _ line: inout CommandLine, _ session: Session
  ) throws {
    var context = try session.context
    if case .st(let number) = register.storage {
      guard let value = FloatingPointText.take(&line) else { throw line.rejected(.syntax) }
      context.setST(number, mantissa: value.mantissa, signExponent: value.signExponent)
    } else {
      guard var vector = VectorText(register, context) else { throw line.rejected(.syntax) }
      if try !vector.take(&line, type, session) { throw line.rejected(.syntax) }
      vector.store(register, in: &context)
    }
    try session.setContext(context)
  }

  private static func set(
    _ name: String, _ value: UInt64, _ session: Session, _ start: Int, _ line: CommandLine
  ) throws {
    guard try session.setRegister(name, value) else { throw line.rejected(.badRegister, at: start) }
  }

  /// `rax=0000000000000000`: as many digits as the register has.
  private static func text(
    of name: String, _ binding: RegisterBinding, _ session: Session, at start: Int,
    _ line: CommandLine
  ) throws -> String {
    guard let register = RegisterName.find(name) else {
      guard let value = try session.value(of: binding) else {
        throw line.rejected(.badRegister, at: start)
      }
      return "\(name)=\(session.plainAddress(value))"
    }
    let context = try session.context
    switch register.storage {
    case .vector, .wide:
      return "\(name)=\(VectorText(register, context)?.hex ?? "")"
    case .st(let number):
      return "\(name)=\(FloatingPointText.text(context.st(number)))"
    default:
      return "\(name)=\(context[register].hex((register.bits + 3) / 4))"
    }
  }

  /// The registers that the current instruction names.
  private static func showUsed(_ session: Session) throws {
    let context = try session.context
    guard let instruction = session.debugger.instruction(at: context.ip) else { return }
    var numbers: [Int] = []
    for place in 0..<Int(instruction.operandCount) where instruction.operand(place).kind == .gpr {
      numbers.append(Int(instruction.operand(place).register))
    }
    let hasMemory = (0..<Int(instruction.operandCount)).contains {
      instruction.operand($0).kind == .memory
    }
    if hasMemory { numbers += [Int(instruction.memory.base), Int(instruction.memory.index)] }
    var seen: Set<Int> = []
    let registers = numbers.filter { seen.insert($0).inserted }.compactMap(Register.general)
    let isWide = session.pointerSize == 8
    let texts = registers.map { register in
      isWide
        ? "\(register.name)=\(context[register].hex(16))"
        : "e\(register.name.dropFirst())=\((context[register] & 0xFFFF_FFFF).hex(8))"
    }
    session.print(texts.joined(separator: " "))
  }
}

extension UInt8 {
  /// May stand in a register's name.
  var isRegisterCharacter: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
      || self == UInt8(ascii: "$") || self == UInt8(ascii: "_")
  }
}
