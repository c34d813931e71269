import Engine
import Language
import X86

extension CommandSet {
  /// Disassembly.
  public static let disassembly = CommandSet(
    "Disassembly",
    [
      Command(
        "u", "uu", summary: "Disassemble.",
        details: "Eight instructions unless a range says more; L counts instructions. Without an "
          + "address it goes on where the last one ended.",
        examples: [
          "u nt!KeBugCheckEx L4": "four instructions", "u @rip": "from where the processor stands",
        ], related: ["ub", "uf", "a"], repetition: .continued, grammar: .optional(.span("Range"))
      ) { session, span in try Disassembly.forward(span, session) },
      Command(
        "ub", summary: "Disassemble backwards.",
        details: "The instructions before an address, eight unless L says more.",
        examples: ["ub nt!KeBugCheckEx+20 L2": "the two before it"], related: ["u", "uf"],
        repetition: .continued, grammar: .optional(.span("Address [L Count]"))
      ) { session, span in try Disassembly.backward(span, session) },
      Command(
        "uf", summary: "Disassemble a function.",
        details:
          "Follows its branches. /c shows only the calls, /i how many instructions there are, "
          + "/o the blocks in the order of their addresses, which is also the usual one. /D /O /m, "
          + "which make links or relax what a block is, change nothing here.",
        examples: ["uf nt!KeBugCheck": "a short function", "uf /c nt!NtClose": "what it calls"],
        related: ["u", "ub", "wt", ".fnent"], repetition: .none,
        grammar: .switches("c", "D", "m", "o", "O", "i"), .optional(.address("Address"))
      ) { session, switches, address in
        let address = try address ?? session.context.ip
        let function = try FunctionFlow(around: address, session)
        if switches.contains("i") { session.print("\(function.count) instructions scanned") }
        switches.contains("c") ? function.printCalls(session) : function.print(session)
      },
      Command(
        ".asm", summary: "Show or set what lines of disassembly look like.",
        details: "Options: no_code_bytes leaves the bytes out, source_line puts the number of the "
          + "source line in front; ignore_output_width and verbose change nothing here. A minus sign "
          + "right after .asm turns options off.",
        examples: [".asm": "the options that are on", ".asm no_code_bytes": "without bytes"],
        related: ["u", "uf"], repetition: .none, grammar: .line("[-] [Options]")
      ) { session, line in
        var line = line
        try Disassembly.setOptions(&line, session)
      },
    ])
}

/// The bodies of the family.
enum Disassembly {
  private static let standardCount = 8

  private static let options: [(name: String, option: AssemblyOptions)] = [
    ("ignore_output_width", .ignoreOutputWidth), ("no_code_bytes", .noCodeBytes),
    ("source_line", .sourceLine), ("verbose", .verbose),
  ]

  /// `.asm`.
  static func setOptions(_ line: inout CommandLine, _ session: Session) throws {
    line.skipBlanks()
    let turnsOff = line.take("-")
    while !line.isAtEnd() {
      line.skipBlanks()
      let start = line.position
      let word = line.takeWord()
      guard let row = options.first(where: { $0.name == word }) else {
        throw line.rejected(.syntax, at: start)
      }
      if turnsOff {
        session.assemblyOptions.remove(row.option)
      } else {
        session.assemblyOptions.insert(row.option)
      }
    }
    let names = options.filter { session.assemblyOptions.contains($0.option) }.map(\.name)
    session.print("Assembly options: \(names.isEmpty ? "<default>" : names.joined(separator: " "))")
  }

  /// `u`.
  static func forward(_ span: AddressSpan?, _ session: Session) throws {
    var address = try span?.start ?? next(session)
    var left = standardCount
    var last: UInt64?
    switch span?.length ?? .unspecified {
    case .unspecified: break
    case .count(let count, _): left = Int(clamping: count)
    case .countBefore: return try backward(span, session)
    case .end(let end):
      guard end >= address else { throw session.rejectedAtEnd(.range) }
      last = end
      left = .max
    }
    var isFirst = true
    while left > 0 {
      try session.checkCancelled()
      if let last, address > last { break }
      let line = session.disassemble(address)
      printLine(line, withLabel: isFirst, session)
      isFirst = false
      // Where nothing can be read, `u` ends; `uu` and a range that goes on are followed to the end.
      let isUnreadable = line.instruction.semantics == .truncated
      if isUnreadable && last == nil {
        session.displays["u"] = .init(address: address, command: "u")
        guard session.commandName == "uu" else { throw session.rejectedAtEnd(.memory) }
      }
      address = line.end
      left -= 1
    }
    session.displays["u"] = .init(address: address, command: "u")
  }

  /// Where a display without an address starts.
  private static func next(_ session: Session) throws -> UInt64 {
    if let display = session.displays["u"] { return display.address }
    return try session.context.ip
  }

  /// An instruction under its label: the first one's always, later ones' where a symbol begins.
  static func printLine(_ line: DisassemblyLine, withLabel: Bool, _ session: Session) {
    let begins = session.debugger.symbolize(line.address)?.displacement == 0
    if withLabel || begins, let label = session.label(line.address) { session.print(label) }
    session.print(line.text)
  }

  /// `ub`.
  static func backward(_ span: AddressSpan?, _ session: Session) throws {
    let end = try span?.start ?? next(session)
    var count = standardCount
    switch span?.length ?? .unspecified {
    case .count(let typed, _), .countBefore(let typed): count = Int(clamping: min(typed, 0x1000))
    case .end: throw session.rejectedAtEnd(.range)
    case .unspecified: break
    }
    let addresses = try previous(count, before: end, session)
    guard !addresses.isEmpty else { throw session.rejectedAtEnd(.noPreviousInstruction) }
    for (index, address) in addresses.enumerated() {
      printLine(session.disassemble(address), withLabel: index == 0, session)
    }
    session.displays["u"] = .init(address: addresses.first ?? end, command: "ub")
  }

  /// The addresses of up to `count` instructions that end at an address, in order.
  static func previous(_ count: Int, before end: UInt64, _ session: Session) throws -> [UInt64] {
    var found: [UInt64] = []
    var limit = end
    while found.count < count {
      try session.checkCancelled()
      guard let part = chain(endingAt: limit, wanted: count - found.count, session),
        let first = part.first
      else { break }
      found = part + found
      limit = first
    }
    return Array(found.suffix(count))
  }

  /// Instructions that follow each other and end at an address: from the symbol before it, or else
  /// from the farthest place that leads there.
  private static func chain(endingAt end: UInt64, wanted: Int, _ session: Session) -> [UInt64]? {
    if let symbol = session.debugger.symbolize(end &- 1), !symbol.name.isEmpty,
      end &- symbol.address <= 0x10000,
      let chain = walk(from: symbol.address, to: end, session)
    {
      return chain
    }
    let farthest = UInt64(min(wanted, 16) * 15)
    for distance in stride(from: min(farthest, end), to: 0, by: -1) {
      if let chain = walk(from: end - distance, to: end, session) { return chain }
    }
    return nil
  }

  private static func walk(from start: UInt64, to end: UInt64, _ session: Session) -> [UInt64]? {
    var addresses: [UInt64] = []
    var address = start
    while address < end {
      guard let instruction = session.debugger.instruction(at: address) else { return nil }
      addresses.append(address)
      address = address &+ UInt64(max(1, instruction.length))
    }
    return address == end ? addresses : nil
  }
}
