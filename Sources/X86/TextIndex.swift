/// The table as the formatter needs it, made once from `Form.all`.
///
/// The memory is never freed: the index lives as long as the program.
struct TextIndex: @unchecked Sendable {
  static let shared = TextIndex(Form.all)

  /// What the text of a row needs.
  struct Row {
    /// Where in `letters` the mnemonic stands.
    var mnemonic: Int = 0
    var mnemonicCount: Int = 0
    /// The mnemonic ends in a condition.
    var hasCondition = false
    /// An immediate of pointer width may be the address of something.
    var namesImmediates = true
    var rounding = Encoding.Rounding.none
    var operands: (Traits, Traits, Traits, Traits) = ([], [], [], [])

    @inline(__always)
    func operand(_ place: Int) -> Traits {
      switch place {
      case 0: operands.0
      case 1: operands.1
      case 2: operands.2
      default: operands.3
      }
    }
  }

  /// What the text of an operand depends on besides the operand itself.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// The operand stays out of the text.
    static let hidden = Traits(rawValue: 1)
    /// The top of the x87 stack, which is `st` and not `st(0)`.
    static let stackTop = Traits(rawValue: 2)
    /// Eight bytes are an `mmword`, sixteen an `xmmword`.
    static let vector = Traits(rawValue: 4)
    /// Ten bytes are a descriptor table's limit and base.
    static let descriptor = Traits(rawValue: 8)
    /// EVEX.b repeats one element of memory.
    static let broadcast = Traits(rawValue: 16)
    /// It is encoded in ModRM.rm.
    static let inRM = Traits(rawValue: 32)
  }

  let rows: UnsafeMutablePointer<Row>
  let count: Int
  let letters: UnsafeMutablePointer<UInt8>
  /// The suffixes of the sixteen conditions.
  let conditions: UnsafeMutablePointer<PackedName>
  /// The names of registers: a block of 32 for each kind and size.
  let names: UnsafeMutablePointer<PackedName>

  init(_ forms: [Form]) {
    count = forms.count
    rows = .allocate(capacity: forms.count)
    var mnemonics: [UInt8] = []
    for (number, form) in forms.enumerated() {
      var row = Row()
      row.mnemonic = mnemonics.count
      row.mnemonicCount = form.mnemonic.utf8.count
      mnemonics.append(contentsOf: form.mnemonic.utf8)
      row.hasCondition = form.encoding.span == .condition
      row.namesImmediates =
        form.operands.0 != .rm && (form.semantics == .mov || form.semantics == .push)
      row.rounding = form.encoding.rounding
      row.operands = (
        Traits(form.operands.0), Traits(form.operands.1), Traits(form.operands.2),
        Traits(form.operands.3)
      )
      (rows + number).initialize(to: row)
    }
    letters = .allocate(capacity: mnemonics.count)
    letters.initialize(from: mnemonics, count: mnemonics.count)
    conditions = .allocate(capacity: 16)
    for number in UInt8(0)..<16 {
      (conditions + Int(number)).initialize(to: PackedName(RegisterNames.condition(number)))
    }
    names = .allocate(capacity: TextIndex.blocks * 32)
    for block in 0..<TextIndex.blocks {
      for number in 0..<32 {
        let name = TextIndex.name(block: block, UInt8(number))
        (names + block * 32 + number).initialize(to: PackedName(name))
      }
    }
  }

  /// General registers of 1, 2, 4, 8 bytes, then the kinds from `gprHigh` to `st`.
  private static let blocks = 15

  private static func name(block: Int, _ number: UInt8) -> String {
    guard block >= 4, let kind = Operand.Kind(rawValue: UInt8(block - 2)) else {
      return RegisterNames.general(number, size: 1 << UInt8(min(block, 3)))
    }
    return RegisterNames.name(of: Operand(kind, register: number)) ?? ""
  }

  /// The name of a general register of 1, 2, 4 or 8 bytes.
  @inline(__always)
  func general(_ register: UInt8, size: UInt8) -> PackedName {
    let block = size > 4 ? 3 : Int(size >> 1)
    return names[block << 5 | Int(register & 31)]
  }

  /// The name of a register operand; nil for operands that are no register.
  @inline(__always)
  func name(of operand: Operand) -> PackedName? {
    if operand.kind == .gpr { return general(operand.register, size: operand.size) }
    let kind = Int(operand.kind.rawValue)
    guard kind >= 2, kind <= Int(Operand.Kind.st.rawValue) else { return nil }
    return names[(kind &+ 2) << 5 | Int(operand.register & 31)]
  }
}

extension TextIndex.Traits {
  init(_ form: OperandForm) {
    self = []
    let plan = form.plan
    if form.isHidden { insert(.hidden) }
    if form == .st0 { insert(.stackTop) }
    if plan.kind == .xmm || plan.kind == .mmx { insert(.vector) }
    if form == .mDescriptor { insert(.descriptor) }
    if plan.broadcast != 0 { insert(.broadcast) }
    if plan.place == .modRMRM { insert(.inRM) }
  }
}
