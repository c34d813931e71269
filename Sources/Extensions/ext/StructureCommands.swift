import Engine
import Language

extension GeneralExtension {
  static let structureCommands: [Command] = [
    Command(
      "str", summary: "Show an ANSI_STRING.",
      details: "Its length and maximum in decimal, its address and its text.",
      examples: [
        "eq nt+e00 40004 nt+4e; !str nt+e00": "a string made of four letters of the image's header"
      ],
      related: ["ds", "!ustr", "da"], grammar: .address("Address")
    ) { session, address in try showString(address, unit: 1, session) },
    Command(
      "ustr", summary: "Show a UNICODE_STRING.",
      details: "Its length and maximum in decimal, its address and its text.",
      examples: ["!ustr poi(nt!PsLoadedModuleList)+58": "the name of the first module"],
      related: ["dS", "!str", "du"], grammar: .address("Address")
    ) { session, address in try showString(address, unit: 2, session) },
    Command(
      "obja", summary: "Show an OBJECT_ATTRIBUTES structure.",
      details: "The object's name and the flags that are set.",
      examples: [
        "eq nt+e00 30 0 poi(nt!PsLoadedModuleList)+58 40; !obja nt+e00":
          "a structure that was made for it: a name and a flag"
      ],
      related: ["!object", "!ustr"], grammar: .address("Address")
    ) { session, address in try showAttributes(address, session) },
    Command(
      "rtlavl", summary: "Show the entries of an RTL_AVL_TABLE.",
      details: "In their order. With a type, each entry is shown as that.",
      examples: [
        "eq nt+e00 0 0 nt+e80; eq nt+e80 nt+e00 0 0 0 5; !rtlavl nt+e00":
          "a table that was made for it: one entry"
      ],
      related: ["dt", "!list"], repetition: .none, grammar: .address("Address"),
      .optional(.word("Module!Type", completion: .type))
    ) { session, address, type in
      if type == nil { session.print("Entries of the table at \(session.plainAddress(address)):") }
      for entry in try tableEntries(address, session) {
        session.print(session.plainAddress(entry))
        if let type {
          try AliasLoop.run(session, "dt \(type) 0x\(session.plainAddress(entry))")
        }
      }
    },
  ]

  /// A counted string: Length u16, MaximumLength u16, Buffer pointer.
  private static func showString(_ address: UInt64, unit: Int, _ session: Session) throws {
    let debugger = session.debugger
    let length = try debugger.readUInt(address, 2)
    let most = try debugger.readUInt(address &+ 2, 2)
    let buffer = try debugger.readPointer(address &+ UInt64(session.pointerSize))
    let text =
      unit == 2
      ? try debugger.readUTF16(buffer, byteCount: Int(length))
      : String(
        decoding: try debugger.readAll(buffer, Int(length)).map {
          (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: ".")
        }, as: UTF8.self)
    session.print("String(\(length),\(most)) at \(session.plainAddress(address)): \(text)")
  }

  /// OBJECT_ATTRIBUTES: Length, RootDirectory, ObjectName, Attributes, each at a pointer's step.
  private static func showAttributes(_ address: UInt64, _ session: Session) throws {
    let debugger = session.debugger
    let step = UInt64(session.pointerSize)
    let name = try debugger.readPointer(address &+ 2 &* step)
    let flags = try debugger.readUInt(address &+ 3 &* step, 4)
    let place = session.plainAddress(address)
    session.print("Obja +\(place) at \(place):")
    if name != 0, let text = try? debugger.readUnicodeString(name) {
      session.print("\tName is \(text)")
    }
    let names: [(UInt64, String)] = [
      (0x2, "OBJ_INHERIT"), (0x10, "OBJ_PERMANENT"), (0x20, "OBJ_EXCLUSIVE"),
      (0x40, "OBJ_CASE_INSENSITIVE"), (0x80, "OBJ_OPENIF"), (0x100, "OBJ_OPENLINK"),
      (0x200, "OBJ_KERNEL_HANDLE"), (0x400, "OBJ_FORCE_ACCESS_CHECK"),
    ]
    for (bit, name) in names where flags & bit != 0 { session.print("\t\(name)") }
  }

  /// What lies behind the links of an RTL_AVL_TABLE's nodes, in order. The table begins with the
  /// root's RTL_BALANCED_LINKS (Parent, LeftChild, RightChild, Balance), whose right child is the
  /// top of the tree.
  private static func tableEntries(_ table: UInt64, _ session: Session) throws -> [UInt64] {
    let debugger = session.debugger
    let step = UInt64(session.pointerSize)
    var entries: [UInt64] = []
    var path: [UInt64] = []
    var seen: Set<UInt64> = []
    var node = try debugger.readPointer(table &+ 2 &* step)
    while node != 0 || !path.isEmpty {
      try session.checkCancelled()
      while node != 0 {
        guard seen.insert(node).inserted else { throw LookupError.loop(at: node) }
        path.append(node)
        node = try debugger.readPointer(node &+ step)
      }
      guard let next = path.popLast() else { break }
      entries.append(next &+ 4 &* step)
      node = try debugger.readPointer(next &+ 2 &* step)
    }
    return entries
  }
}
