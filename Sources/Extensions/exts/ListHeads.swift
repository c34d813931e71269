import Engine
import Language

extension SharedExtension {
  static let listHeads: [Command] = [
    Command(
      "slist", summary: "Show a singly linked list with a depth (SLIST_HEADER).",
      details: "The head's fields, then its entries as four pointers each. With a type, each entry "
        + "is shown as that; Offset is where the link stands in it.",
      examples: [
        "eq nt+e00 10001 nt+e81; eq nt+e80 0 1 2 3; !slist nt+e00":
          "a list that was made for it: one entry"
      ],
      related: ["dl", "!list", "dt"], repetition: .none, grammar: .address("Address"),
      .optional(.word("Symbol", completion: .type)), .optional(.expression("Offset"))
    ) { session, head, type, offset in
      let first = try printHead(head, session)
      session.print()
      session.print("SLIST CONTENTS:")
      try printEntries(first, type, offset ?? 0, session)
    }
  ]

  /// Prints the fields of the head and returns the first entry. On x64 an SLIST_HEADER of 16 bytes
  /// has the depth in bits 0-15, the sequence in bits 16-63 and the entry's bits 4-63 in bits 68-127.
  private static func printHead(_ head: UInt64, _ session: Session) throws -> UInt64 {
    let low = try session.debugger.readUInt(head, 8)
    session.print("SLIST HEADER:")
    if session.pointerSize == 4 {
      let first = low & 0xFFFF_FFFF
      session.print("   +0x000 Alignment          : \(low.hex())")
      session.print("   +0x000 Next               : \(first.hex())")
      session.print("   +0x004 Depth              : \((low >> 32 & 0xFFFF).hex())")
      session.print("   +0x006 Sequence           : \((low >> 48).hex())")
      return first
    }
    let high = try session.debugger.readUInt(head &+ 8, 8)
    let first = high & ~0xF
    session.print("   +0x000 Alignment          : \(low.hex())")
    session.print("   +0x000 HeaderX64.Depth    : \((low & 0xFFFF).hex())")
    session.print("   +0x000 HeaderX64.Sequence : \((low >> 16).hex())")
    session.print("   +0x008 HeaderX64.NextEntry : \(first.hex())")
    return first
  }

  private static func printEntries(
    _ first: UInt64, _ type: String?, _ offset: UInt64, _ session: Session
  ) throws {
    var seen: Set<UInt64> = []
    var entry = first
    while entry != 0 {
      try session.checkCancelled()
      guard seen.insert(entry).inserted else { throw LookupError.loop(at: entry) }
      if let type {
        session.print(session.plainAddress(entry))
        try session.run(commands: "dt \(type) 0x\(session.plainAddress(entry &- offset))")
      } else {
        let size = session.pointerSize
        let memory = session.debugger.read(entry, 4 * size)
        let values = (0..<4).map { index in
          memory.uint(at: index * size, size: size).map(session.plainAddress) ?? "????????"
        }
        session.print("\(session.plainAddress(entry))  \(values.joined(separator: " "))")
      }
      entry = try session.debugger.readPointer(entry)
    }
  }
}
