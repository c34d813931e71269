import Engine
import Language

extension KernelExtension {
  static let objectCommands = [
    Command(
      "object", summary: "Show an object of the object manager.",
      details: """
        Object is an object's address, or its path in the namespace. A directory's contents and a \
        symbolic link's target are shown too; -r goes into directories within.
        """,
      examples: [
        "!object \\Device": "Show the directory of devices.",
        "!object \\": "Show the root directory.",
      ], related: ["!handle", "!drvobj", "!devobj"],
      grammar: .switches("r"), .rest("Object", completion: .expression)
    ) { session, switches, text in
      let debugger = session.debugger
      guard !text.isEmpty else { throw session.rejectedAtEnd(.syntax) }
      let body: UInt64
      if text.hasPrefix("\\") {
        guard let found = try KernelObject.named(text, debugger) else {
          throw CommandError.message("Object \(text) not found")
        }
        body = found
      } else {
        body = signExtended(try session.evaluate(text))
      }
      try showObject(session, body, recursive: switches.contains("r"), depth: 0)
    },
    Command(
      "handle", summary: "Show handles of a process.",
      details: """
        Handle is one handle, 0 for all of them. Flags: 1 shows the entry, 2 the object too, 4 \
        entries that are free; the default is 3. Process is the address of an _EPROCESS or a process \
        id, 0 for every process; the default is the current one. Type limits the display to objects \
        of that type.
        """,
      examples: [
        "!handle 0 3 10": "Show every handle of process 10h.",
        "!handle 0 3 0 File": "Show every handle of a file in the system.",
      ], related: ["!object", "!process"],
      grammar: .optional(.expression("Handle")), .optional(.expression("Flags")),
      .optional(.expression("Process")), .optional(.word("Type"))
    ) { session, handle, flags, selection, type in
      let chosen = try handleOwners(session, selection)
      for process in chosen {
        try session.checkCancelled()
        try showHandles(session, process, handle ?? 0, HandleDetail(rawValue: flags ?? 3), type)
      }
    },
  ]

  /// The bits of `!handle`'s flags.
  private struct HandleDetail: OptionSet {
    let rawValue: UInt64
    static let objects = HandleDetail(rawValue: 2)
    static let free = HandleDetail(rawValue: 4)
  }

  private static func showObject(
    _ session: Session, _ body: UInt64, recursive: Bool, depth: Int
  ) throws {
    let debugger = session.debugger
    let object = try KernelObject(at: body, debugger)
    for line in try object.lines(debugger) { session.print(line) }
    switch object.typeName {
    case "SymbolicLink":
      let link = try debugger.structure("nt!_OBJECT_SYMBOLIC_LINK", at: body)
      session.print("    Target String is '\(try link["LinkTarget"].unicodeString)'")
    case "Directory":
      try showDirectory(session, body, recursive: recursive, depth: depth)
    default: break
    }
  }

  private static func showDirectory(
    _ session: Session, _ body: UInt64, recursive: Bool, depth: Int
  ) throws {
    let debugger = session.debugger
    session.print("\n    Hash Address          Type          Name")
    session.print("    ---- -------          ----          ----")
    var last = -1
    var inner: [UInt64] = []
    for entry in try KernelObject.entries(ofDirectory: body, debugger) {
      try session.checkCancelled()
      let object = try KernelObject(at: entry.object, debugger)
      let hash = entry.bucket == last ? "  " : UInt64(entry.bucket).decimal(2)
      last = entry.bucket
      session.print(
        "     \(hash)  \(entry.object.hex(16)) \(object.typeName.padded(13)) \(object.name)")
      if object.typeName == "Directory" { inner.append(entry.object) }
    }
    guard recursive, depth < 32 else { return }
    for directory in inner {
      session.print()
      try showObject(session, directory, recursive: true, depth: depth + 1)
    }
  }

  // MARK: Handles

  private static func handleOwners(_ session: Session, _ selection: UInt64?) throws -> [Struct] {
    guard let selection else { return try processes(session, UInt64.max) }
    let found = try processes(session, selection)
    guard !found.isEmpty else {
      throw CommandError.message("Unable to get process with Cid \(selection.hex())")
    }
    return found
  }

  private static func showHandles(
    _ session: Session, _ process: Struct, _ handle: UInt64, _ detail: HandleDetail, _ type: String?
  ) throws {
    let debugger = session.debugger
    try show(session, process, ProcessDetail(rawValue: 0))
    let address = try process["ObjectTable"].pointer
    guard address != 0 else {
      session.print("Process has no handle table")
      return
    }
    let table = try debugger.structure("nt!_HANDLE_TABLE", at: address)
    session.print(
      "Handle table at \(address.hex(16)) with \(try table["HandleCount"].uint) entries in use\n")
    let wanted = handle & ~3
    var shown = false
    try HandleTable(table).visit { number, entry in
      try session.checkCancelled()
      guard wanted == 0 || number == wanted else { return }
      shown = try showEntry(session, number, entry, detail, type) || shown
    }
    if wanted != 0, !shown {
      session.print("\(wanted.hex(4)): free handle")
    }
  }

  /// Shows one entry; returns whether it was one to show.
  private static func showEntry(
    _ session: Session, _ number: UInt64, _ entry: Struct, _ detail: HandleDetail, _ type: String?
  ) throws -> Bool {
    let value = try entry["Value"].uint
    // The object's header, its low bits the handle's attributes.
    let header = value & ~7
    guard header != 0 else {
      guard detail.contains(.free), type == nil else { return false }
      let next = try entry["NextFreeTableEntry"].uint
      session.print(
        "\(number.hex(4)): free handle, Entry address \(entry.address.hex(16)), "
          + "Next Entry \(UInt64(next).hex(8))")
      return true
    }
    let bodyOffset = try session.debugger.type("nt!_OBJECT_HEADER").offset(of: "Body")
    let body = header &+ bodyOffset
    let object = try KernelObject(at: body, session.debugger)
    if let type, object.typeName.lowercased() != type.lowercased() { return false }
    let access = try entry["GrantedAccess"].uint & 0x1FF_FFFF
    session.print(
      "\(number.hex(4)): Object: \(body.hex(16))  GrantedAccess: \(access.hex(8)) "
        + "Entry: \(entry.address.hex(16))")
    if detail.contains(.objects) {
      for line in try object.lines(session.debugger, indent: "        ") { session.print(line) }
      session.print()
    }
    return true
  }
}

extension UInt64 {
  /// Decimal digits, at least `width` of them.
  func decimal(_ width: Int) -> String { String(self).leftPadded(width, with: "0") }
}
