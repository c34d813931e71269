/// What assembling looks up: rows by mnemonic, registers by name; derived from the rows once.
struct AssemblerIndex: Sendable {
  /// A row that answers to a mnemonic.
  struct Entry {
    var row: Int
    /// For rows of sixteen conditions.
    var condition: UInt8 = 0
    /// Bytes of addresses where the mnemonic tells (`jecxz`); 0 elsewhere.
    var addressSize: UInt8 = 0
    /// The operand size where the mnemonic tells (`movsb`), which then has no operands; 0 elsewhere.
    var operandSize: UInt8 = 0
    /// A last immediate that the mnemonic tells (`cmpeqps`).
    var predicate: Int64?
  }

  static let shared = AssemblerIndex()

  private var entries: [String: [Entry]] = [:]
  /// The registers by their names in lower case.
  private(set) var registers: [String: Operand] = [:]

  private init() {
    for (row, form) in Form.all.enumerated().dropFirst() {
      for (name, condition) in AssemblerIndex.names(of: form) {
        add(name, Entry(row: row, condition: condition))
      }
      addImplied(row, form)
      addPredicates(row, form)
    }
    addRegisters()
  }

  /// Whether a row answers to a mnemonic in some mode.
  func knows(_ mnemonic: String) -> Bool {
    entries[mnemonic] != nil || AssemblyAlias.named(mnemonic) != nil
  }

  /// The rows that answer to a mnemonic in a mode.
  func entries(_ mnemonic: String, _ mode: Mode) -> [Entry] {
    let wanted: Modes = mode == .bits64 ? .long : .legacy
    return entries[mnemonic, default: []].filter { Form.all[$0.row].modes.contains(wanted) }
  }

  private mutating func add(_ name: String, _ entry: Entry) {
    entries[name, default: []].append(entry)
  }

  /// The suffixes of the sixteen conditions, the disassembler's first.
  private static let conditions: [[String]] = [
    ["o"], ["no"], ["b", "c", "nae"], ["ae", "nb", "nc"], ["e", "z"], ["ne", "nz"],
    ["be", "na"], ["a", "nbe"], ["s"], ["ns"], ["p", "pe"], ["np", "po"], ["l", "nge"],
    ["ge", "nl"], ["le", "ng"], ["g", "nle"],
  ]

  private static func names(of form: Form) -> [(String, UInt8)] {
    guard form.encoding.span == .condition else { return [(form.mnemonic, 0)] }
    var names: [(String, UInt8)] = []
    for (condition, suffixes) in conditions.enumerated() {
      for suffix in suffixes { names.append((form.mnemonic + suffix, UInt8(condition))) }
    }
    return names
  }

  /// String instructions without operands (`movsb`), and branches on a counter of some width.
  private mutating func addImplied(_ row: Int, _ form: Form) {
    switch form.semantics {
    case .jrcxz:
      add("jcxz", Entry(row: row, addressSize: 2))
      add("jecxz", Entry(row: row, addressSize: 4))
      entries["jrcxz"] = [Entry(row: row, addressSize: 8)]
    case .movs, .cmps, .stos, .lods, .scas, .ins, .outs:
      let sizes: [(String, UInt8)] = [("b", 1), ("w", 2), ("d", 4), ("q", 8)]
      for (suffix, size) in sizes {
        add(form.mnemonic + suffix, Entry(row: row, operandSize: size))
      }
    default: break
    }
  }

  /// `cmpeqps` and kin: comparisons with the predicate in the mnemonic.
  private mutating func addPredicates(_ row: Int, _ form: Form) {
    let isVector = form.mnemonic.hasPrefix("v")
    let name = isVector ? form.mnemonic.dropFirst() : form.mnemonic[...]
    switch form.semantics {
    case .cmpps, .cmppd, .cmpss, .cmpsd: break
    default: return
    }
    guard name.hasPrefix("cmp"), form.operand(form.operandCount - 1) == .imm8Unsigned else {
      return
    }
    let predicates =
      AssemblerIndex.predicates + (isVector ? AssemblerIndex.vectorPredicates : [])
    for (number, predicate) in predicates.enumerated() {
      let whole = (isVector ? "v" : "") + "cmp" + predicate + name.dropFirst(3)
      add(whole, Entry(row: row, predicate: Int64(number)))
    }
  }

  private static let predicates = ["eq", "lt", "le", "unord", "neq", "nlt", "nle", "ord"]
  private static let vectorPredicates = [
    "eq_uq", "nge", "ngt", "false", "neq_oq", "ge", "gt", "true", "eq_os", "lt_oq", "le_oq",
    "unord_s", "neq_us", "nlt_uq", "nle_uq", "ord_s", "eq_us", "nge_uq", "ngt_uq", "false_os",
    "neq_os", "ge_oq", "gt_oq", "true_us",
  ]

  private mutating func addRegisters() {
    for number in 0..<UInt8(32) {
      if number < 16 {
        for size in [1, 2, 4, 8] as [UInt8] {
          add(Operand(.gpr, register: number, size: size))
        }
      }
      if number < 4 { add(Operand(.gprHigh, register: number, size: 1)) }
      if number < 6 { add(Operand(.segment, register: number, size: 2)) }
      if number < 16 {
        add(Operand(.control, register: number, size: 0))
        add(Operand(.debug, register: number, size: 0))
      }
      if number < 8 {
        add(Operand(.mmx, register: number, size: 8))
        add(Operand(.st, register: number, size: 10))
        add(Operand(.mask, register: number, size: 8))
        add(Operand(.tile, register: number))
      }
      add(Operand(.xmm, register: number, size: 16))
      add(Operand(.ymm, register: number, size: 32))
      add(Operand(.zmm, register: number, size: 64))
    }
    // Without a size, which tells it from `st(0)`.
    registers["st"] = Operand(.st, register: 0)
  }

  private mutating func add(_ register: Operand) {
    if let name = RegisterNames.name(of: register) { registers[name] = register }
  }
}

/// Mnemonics that stand for another one, as MASM has them.
struct AssemblyAlias: Sendable {
  /// The mnemonic meant.
  let mnemonic: String
  /// The operands that are meant where none is written.
  var operands: [AssemblyOperand.Kind] = []
  /// `wait` stands before the instruction.
  var waits = false
  /// The alias holds only without operands.
  var isBare = false
  /// The alias holds only outside 16-bit mode.
  var isWide = false

  /// The alias of this name.
  static func named(_ name: String) -> AssemblyAlias? { all[name] }

  private static let all: [String: AssemblyAlias] = {
    var all: [String: AssemblyAlias] = [:]
    let names = [
      ("sal", "shl"), ("retn", "ret"), ("xlatb", "xlat"), ("fwait", "wait"), ("icebp", "int1"),
      ("loopz", "loope"), ("loopnz", "loopne"),
    ]
    for (name, meant) in names { all[name] = AssemblyAlias(mnemonic: meant) }
    // Without a suffix it is that of the segment; the disassembler has the name for 16 bits.
    all["iret"] = AssemblyAlias(mnemonic: "iretd", isWide: true)
    all["iretw"] = AssemblyAlias(mnemonic: "iret")
    all["int3"] = AssemblyAlias(mnemonic: "int", operands: [.number(3)], isBare: true)
    let first = Operand(.st, register: 0)
    let second = Operand(.st, register: 1, size: 10)
    for name in ["add", "mul", "sub", "subr", "div", "divr"] {
      all["f" + name] = AssemblyAlias(
        mnemonic: "f\(name)p", operands: [.register(second), .register(first)], isBare: true)
      all["f\(name)p"] = all["f" + name]
    }
    for name in ["fxch", "fcom", "fcomp", "fucom", "fucomp", "fcomi", "fcomip", "fucomi"] {
      let pair: [AssemblyOperand.Kind] = [.register(first), .register(second)]
      all[name] = AssemblyAlias(
        mnemonic: name, operands: name.contains("comi") ? pair : [.register(second)], isBare: true)
    }
    for name in ["aam", "aad"] {
      all[name] = AssemblyAlias(mnemonic: name, operands: [.number(10)], isBare: true)
    }
    for name in ["init", "clex", "stcw", "stsw", "stenv", "save"] {
      all["f" + name] = AssemblyAlias(mnemonic: "fn" + name, waits: true)
    }
    return all
  }()
}
