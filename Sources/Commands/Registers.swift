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
          + "current instruction.",
        extent: .lineIf(Registers.setsFixedAlias),
        grammar: .line("[Register[=Value], ...]", completion: .register)
      ) { session, line in try Registers.run(line, session) },
      Command(
        "rM", summary: "Show the groups of registers in a mask.",
        details: Registers.maskHelp, grammar: .expression("Mask")
      ) { session, mask in
        let mask = RegisterMask(rawValue: UInt32(truncatingIfNeeded: mask))
        for line in RegisterDisplay.lines(try session.context, mask) { session.print(line) }
      },
      Command(
        "rm", summary: "Show or set which registers r shows.", details: Registers.maskHelp,
        repetition: .none, grammar: .optional(.expression("Mask"))
      ) { session, mask in
        if let mask {
          session.registerMask = RegisterMask(rawValue: UInt32(truncatingIfNeeded: mask))
        } else {
          Registers.printMask(session)
        }
      },
      Command("rF", summary: "Show the floating-point registers.", grammar: .rest("")) {
        session, _ in try Registers.show(.floatingPoint, session)
      },
      Command("rX", summary: "Show the SSE registers.", grammar: .rest("")) { session, _ in
        try Registers.show(.xmm, session)
      },
    ])
}

/// The bodies of the family.
enum Registers {
  static let maskHelp =
    "The bits of the mask: 1 and 2 general registers, 4 floating point, 8 segments, 10 MMX, "
    + "20 debug, 40 SSE, 80 control, 100 descriptor tables."

  private static let maskRows: [(bit: UInt32, text: String)] = [
    (0x1, "Integer state (32-bit) or"), (0x2, "Integer state (64-bit), 64-bit takes precedence"),
    (0x4, "Floating-point state"), (0x8, "Segment registers"), (0x10, "MMX registers"),
    (0x20, "Debug registers"), (0x40, "SSE XMM registers"), (0x80, "Control registers"),
    (0x100, "Descriptor and task state"),
  ]

  static func printMask(_ session: Session) {
    session.print("Register output mask is \(session.registerMask.rawValue.hex()):")
    for row in maskRows where session.registerMask.rawValue & row.bit != 0 {
      session.print("\(row.bit.hex().leftPadded(6)) - \(row.text)")
    }
  }

  static func show(_ mask: RegisterMask, _ session: Session) throws {
    for line in RegisterDisplay.lines(try session.context, mask) { session.print(line) }
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

  /// One register, shown or set. Returns its text when it is shown.
  private static func readOne(_ line: inout CommandLine, _ session: Session) throws -> String? {
    let start = line.position
    _ = line.take("@")
    let name = line.take { $0.isRegisterCharacter }.lowercased()
    guard !name.isEmpty, let binding = session.bind(register: name) else {
      throw line.rejected(.badRegister, at: start)
    }
    if line.take(":") { return try typed(name, &line) { try session.context } }
    let end = line.position
    line.skipBlanks()
    guard line.take("=") else {
      line.position = end
      return try text(of: name, binding, session, at: start, line)
    }
    line.skipBlanks()
    if line.position >= line.limit {
      session.print(try text(of: name, binding, session, at: start, line))
      guard let answer = session.ask?("New value: "), !answer.isEmpty else { return nil }
      try set(name, try session.evaluate(answer), session, start, line)
      return nil
    }
    try set(name, try session.evaluate(&line), session, start, line)
    return nil
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
    case .vector(let number):
      let value = context.xmm(number)
      return "\(name)=\(value.high.hex(16))\(value.low.hex(16))"
    case .st(let number):
      let value = context.st(number)
      return "\(name)=\(value.signExponent.hex(4)):\(value.mantissa.hex(16))"
    default:
      return "\(name)=\(context[register].hex((register.bits + 3) / 4))"
    }
  }

  /// `xmm0:ud`, `xmm0:2uq`: a vector register's elements, the highest first.
  private static func typed(
    _ name: String, _ line: inout CommandLine, _ context: () throws -> Context
  ) throws -> String {
    let start = line.position
    let count = Int(line.take { (0x30...0x39).contains($0) })
    let type = line.take { $0.isRegisterCharacter }
    let sizes = ["ib": 1, "ub": 1, "iw": 2, "uw": 2, "id": 4, "ud": 4, "iq": 8, "uq": 8, "f": 4]
    guard let register = RegisterName.find(name), case .vector(let number) = register.storage,
      let size = sizes[type] ?? (type == "d" ? 8 : nil)
    else { throw line.rejected(.syntax, at: start) }
    let value = try context().xmm(number)
    let elements = (0..<16 / size).map { index in
      let offset = UInt64(index * size % 8 * 8)
      let half = index * size >= 8 ? value.high : value.low
      let mask: UInt64 = size == 8 ? .max : (1 << UInt64(size * 8)) - 1
      return element((half >> offset) & mask, type, size)
    }
    return "\(name)=" + elements.prefix(count ?? elements.count).reversed().joined(separator: " ")
  }

  private static func element(_ bits: UInt64, _ type: String, _ size: Int) -> String {
    switch type {
    case "f":
      FloatText.general(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case "d": FloatText.general(Double(bitPattern: bits))
    case "ib", "iw", "id", "iq":
      String(Int64(bitPattern: bits << UInt64(64 - size * 8)) >> Int64(64 - size * 8))
    default: bits.hex(size * 2)
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
    session.print(registers.map { "\($0.name)=\(context[$0].hex(16))" }.joined(separator: " "))
  }
}

extension UInt8 {
  /// May stand in a register's name.
  fileprivate var isRegisterCharacter: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
      || self == UInt8(ascii: "$") || self == UInt8(ascii: "_")
  }
}
