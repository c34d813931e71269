import Engine
import Language

extension MemoryDisplay {
  /// `dl`: the elements of a linked list as pointers.
  static let lists = Command(
    "dl", spellings: ["dlb"], summary: "Show the elements of a linked list.",
    details: "Address is that of a LIST_ENTRY or SINGLE_LIST_ENTRY. Each element is shown as Size "
      + "pointers, 4 unless told otherwise, at most MaxCount elements, 20 unless told otherwise. "
      + "dlb follows the second pointer, backwards. It ends where the list returns to its start, "
      + "at a null pointer or at memory that cannot be read.",
    examples: [
      "dl nt!PsLoadedModuleList 3 2": "the first three links of the module list",
      "dlb nt!PsLoadedModuleList 3 2": "the last ones",
    ],
    related: ["!list", "dt", "!dflink", "!validatelist"], repetition: .none,
    grammar: .letters("b"), .address("Address"), .optional(.count("MaxCount")),
    .optional(.count("Size"))
  ) { session, backwards, head, most, size in
    let pointer = UInt64(session.pointerSize)
    let format = MemoryFormat.tables.first { $0.name == "dp" } ?? MemoryFormat.tables[0]
    let perElement = min(max(size ?? 4, 1), 0x1000)
    var place = head
    for _ in 0..<(most ?? 0x20) {
      try session.checkCancelled()
      try show(format, at: place, count: perElement, session)
      let link = place &+ (backwards.isEmpty ? 0 : pointer)
      guard let next = try? session.debugger.readPointer(link) else { break }
      if next == 0 || next == head || next == place { break }
      place = next
    }
    session.displays["d"] = .init(
      address: place &+ UInt64(perElement) &* pointer, command: "dp")
  }

  /// So many values of a table at an address.
  private static func show(
    _ format: MemoryFormat, at address: UInt64, count: Int, _ session: Session
  ) throws {
    let layout = format.layout(session)
    var shown = 0
    while shown < count {
      let part = min(layout.columns, count - shown)
      let memory = session.debugger.read(
        address &+ UInt64(shown * layout.size), part * layout.size)
      session.print(line(memory, format, columns: layout.columns, session))
      shown += part
    }
  }
}

extension MemoryDisplay {
  /// `dyb` and `dyd`: each bit for itself.
  static let bits: [Command] = [
    bits("dyb", size: 1, count: 32), bits("dyd", size: 4, count: 8),
  ]

  private static func bits(_ name: String, size: Int, count: Int) -> Command {
    Command(
      name, summary: "Show memory bit by bit, with its \(size == 1 ? "bytes" : "doublewords").",
      details: "Four bytes a line; the lines above the first number the bits.",
      examples: ["\(name) nt L2": "at the kernel's base"], related: ["db", "dd", ".formats"],
      repetition: .continued, grammar: switches,
      .optional(
        displayRange { @Sendable _ in (size, count) })
    ) { session, switches, range in
      let start = try range?.start ?? start(session)
      let length = range?.length ?? UInt64(size * count)
      printBitNumbers(size, session)
      var shown: UInt64 = 0
      while shown < length {
        try session.checkCancelled()
        let part = Int(min(4, length - shown))
        let memory = try session.readMemory(start &+ shown, part, physical: switches.isPhysical)
        session.print(bitLine(memory, size, session))
        shown += 4
      }
      session.displays["d"] = .init(address: start &+ length, command: name)
    }
  }

  /// The numbers of the bits, above their columns.
  private static func printBitNumbers(_ size: Int, _ session: Session) {
    let indent = String(repeating: " ", count: session.addressText(0).count + 2)
    if size == 1 {
      session.print(indent + "76543210 76543210 76543210 76543210")
    } else {
      session.print(indent + " 3          2          1          0")
      session.print(indent + "10987654 32109876 54321098 76543210")
    }
    session.print(indent + "-------- -------- -------- --------")
  }

  private static func bitLine(_ memory: MemoryRead, _ size: Int, _ session: Session) -> String {
    var groups: [String] = []
    var digits: [String] = []
    for offset in stride(from: 0, to: memory.bytes.count, by: size) {
      guard let value = memory.uint(at: offset, size: size) else {
        groups += [String](repeating: "????????", count: size)
        digits.append(String(repeating: "?", count: size * 2))
        continue
      }
      for byte in (0..<size).reversed() {
        let bits = value >> UInt64(byte * 8) & 0xFF
        groups.append(String(bits, radix: 2).leftPadded(8, with: "0"))
      }
      digits.append(value.hex(size * 2))
    }
    let columns = groups.joined(separator: " ").padded(35)
    return "\(session.addressText(memory.address))  \(columns)  \(digits.joined(separator: " "))"
  }
}
