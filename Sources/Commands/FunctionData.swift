import Engine
import Images
import Language

extension CommandSet {
  /// What images say about their functions.
  public static let functionData = CommandSet(
    "Functions",
    [
      Command(
        ".fnent", summary: "Show a function's entry in its image's function table.",
        details: "The symbols around the address, the entry, and the unwind codes it leads to.",
        examples: [".fnent nt!KeBugCheckEx": "the unwind data of a function"],
        related: ["ln", "uf", "k"], repetition: .none, grammar: .address("Address")
      ) { session, address in try FunctionData.show(address, session) },
      Command(
        ".fnret", summary: "Show a value as a function would return it.",
        details: "Without a value that of the return register is shown. /s keeps it in $callret.",
        examples: [".fnret nt!KeBugCheckEx 5": "a value as that function's type"],
        related: ["gu", ".fnent"], repetition: .none,
        grammar: .switches("s"), .address("Function"), .optional(.expression("Value"))
      ) { session, switches, address, value in
        let value = try value ?? session.context[.rax]
        try FunctionData.showReturn(address, value, session)
        if switches.contains("s") { session.variables.callResult = value }
      },
    ])
}

/// The bodies of the family.
enum FunctionData {
  static func show(_ address: UInt64, _ session: Session) throws {
    let debugger = session.debugger
    guard let module = debugger.module(containing: address), let rva = module.rva(address),
      let (place, entry) = module.functionEntry(containing: rva)
    else {
      throw CommandError.message("No function entry for \(session.addressText(address))")
    }
    session.print("Debugger function entry \(session.addressText(place)) for:")
    try SymbolQueries.nearest(address, session)
    session.print()
    session.print("BeginAddress      = \(session.addressText(UInt64(entry.begin)))")
    session.print("EndAddress        = \(session.addressText(UInt64(entry.end)))")
    session.print("UnwindInfoAddress = \(session.addressText(UInt64(entry.unwindInfo)))")
    session.print()
    showUnwind(module.base &+ UInt64(entry.unwindInfo), session)
  }

  /// An UNWIND_INFO, slot by slot as it stands in memory.
  private static func showUnwind(_ address: UInt64, _ session: Session) {
    guard let head = try? session.debugger.readAll(address, 4) else {
      return session.print("Unable to read unwind info at \(session.addressText(address))")
    }
    let count = Int(head[2])
    let size = 4 + (count + count % 2) * 2
    session.print("Unwind info at \(session.addressText(address)), \(UInt64(size).hex()) bytes")
    session.print(
      "  version \(head[0] & 7), flags \((head[0] >> 3).hex()), prolog \(head[1].hex()), "
        + "codes \(UInt64(count).hex())")
    if head[3] & 15 != 0 {
      session.print("  frame reg \((head[3] & 15).hex()), frame offs \((head[3] & 0xF0).hex())")
    }
    guard let slots = try? session.debugger.readAll(address &+ 4, count * 2) else { return }
    var index = 0
    while index < count {
      let code = UnwindSlot(slots, index)
      session.print(
        "  \(UInt64(index).hex(2)): offs \(code.offset.hex()), unwind op \(code.operation.hex()), "
          + "op info \(code.info.hex())\t\(code.text)")
      index += code.length
    }
  }

  /// `Type Value` of a value as a function of that name returns it; nil without type information.
  static func typed(_ name: String, _ value: UInt64, _ session: Session) -> String? {
    let function = session.debugger.resolve(name).first { $0.type != nil }
    guard let type = function?.type,
      case .procedure(let procedure) = type.unqualified.definition
    else { return nil }
    return text(of: value, as: type.sibling(procedure.returnType), session)
  }

  /// `Type Value`; the type alone of nothing.
  static func text(of value: UInt64, as type: TypeRef, _ session: Session) -> String {
    guard type.size > 0 else { return TypeText.c(type) }
    let text = type.isPointer ? value.prefixed : ValueText.scalar(type, value, session)
    return "\(TypeText.c(type)) \(text)"
  }

  /// Prints a value as the function at an address returns it.
  static func showReturn(_ address: UInt64, _ value: UInt64, _ session: Session) throws {
    guard let symbol = session.debugger.symbolize(address),
      let text = typed(symbol.qualifiedName, value, session)
    else {
      throw CommandError.message("No type information for \(session.addressText(address))")
    }
    session.print(text)
  }
}

/// One operation of an unwind table in its encoding ("x64 exception handling", UNWIND_CODE).
private struct UnwindSlot {
  let offset: UInt8
  let operation: UInt8
  let info: UInt8
  /// Slots it takes.
  let length: Int
  let text: String

  private static let registers = [
    "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13",
    "r14", "r15",
  ]

  init(_ slots: [UInt8], _ index: Int) {
    func word(_ slot: Int) -> UInt32 {
      let at = slot * 2
      guard at + 1 < slots.count else { return 0 }
      return UInt32(slots[at]) | UInt32(slots[at + 1]) << 8
    }
    offset = slots[index * 2]
    operation = slots[index * 2 + 1] & 15
    info = slots[index * 2 + 1] >> 4
    let near = word(index + 1)
    let far = near | word(index + 2) << 16
    let register = Self.registers[Int(info)]
    switch operation {
    case 0: (length, text) = (1, "UWOP_PUSH_NONVOL reg: \(register).")
    case 1 where info == 0:
      (length, text) = (2, "UWOP_ALLOC_LARGE FrameOffset: \((near &* 8).hex()).")
    case 1: (length, text) = (3, "UWOP_ALLOC_LARGE FrameOffset: \(far.hex()).")
    case 2: (length, text) = (1, "UWOP_ALLOC_SMALL.")
    case 3: (length, text) = (1, "UWOP_SET_FPREG.")
    case 4:
      (length, text) = (2, "UWOP_SAVE_NONVOL FrameOffset: \((near &* 8).hex()) reg: \(register).")
    case 5: (length, text) = (3, "UWOP_SAVE_NONVOL_FAR FrameOffset: \(far.hex()) reg: \(register).")
    case 6: (length, text) = (1, "UWOP_EPILOG.")
    case 8:
      (length, text) = (2, "UWOP_SAVE_XMM128 FrameOffset: \((near &* 16).hex()) reg: xmm\(info).")
    case 9: (length, text) = (3, "UWOP_SAVE_XMM128_FAR FrameOffset: \(far.hex()) reg: xmm\(info).")
    case 10: (length, text) = (1, "UWOP_PUSH_MACHFRAME.")
    default: (length, text) = (1, "UWOP_UNKNOWN.")
    }
  }
}
