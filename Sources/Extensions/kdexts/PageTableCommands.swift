import Engine
import Language

extension KernelExtension {
  static let pageTableCommands = [
    Command(
      "pte", summary: "Show each level of an address's translation.",
      details: """
        Shows where each entry stands in the page tables' own mapping, its contents, page frame and \
        flags. An address among the page tables is taken for that of an entry, and the address that \
        it maps is shown. With 1 behind it, an address is read as an entry itself, whatever it is; \
        a higher second address shows every page of the range.
        """,
      examples: [
        "!pte nt!PsLoadedModuleList": "a variable's page",
        "!pte fffff6fc0000a000": "the page that an entry maps",
        "!pte nt nt+2000": "three pages",
      ],
      related: ["!vtop", "!pte2va", "!ptov", "!address", "!pfn"], repetition: .none,
      grammar: .address("VirtualAddress"), .optional(.address("End"))
    ) { session, first, second in
      let map = SelfMap(session)
      guard let second else {
        try show(map.address(mappedBy: first) ?? first, map, session)
        return session.print()
      }
      guard second > max(first, 0xFFF) else { return try showLiteral(first, session) }
      var page = first & ~0xFFF
      while page <= second {
        try session.checkCancelled()
        try show(page == first & ~0xFFF ? first : page, map, session)
        session.print()
        let (next, isOver) = page.addingReportingOverflow(0x1000)
        if isOver { break }
        page = next
      }
    }
  ]

  /// The four lines of an address.
  private static func show(_ address: UInt64, _ map: SelfMap, _ session: Session) throws {
    session.print(String(repeating: " ", count: 43) + "VA \(address.hex(16))")
    for line in try translationLines(session, address, map) { session.print(line) }
  }

  /// The entry at an address, read as it is.
  private static func showLiteral(_ place: UInt64, _ session: Session) throws {
    guard let value = try? session.debugger.readUInt(place, 8) else {
      throw CommandError.message("Unable to read PTE at \(place.hex(16).uppercased())")
    }
    let entry = PageTableEntry(value: value)
    for (title, shift) in [("PDE", UInt64(21)), ("PTE", 12)] {
      session.print("\(title) at \(place.hex(16).uppercased())")
      session.print("contains \(value.hex(16).uppercased())")
      let isLarge = entry.isLarge && shift == 21
      let frame = "pfn \(entry.frame.hex())".padded(13)
      let flags = isLarge ? "\(entry.flags) LARGE PAGE" : entry.flags
      session.print(entry.isValid ? "\(frame) \(flags)" : "not valid")
      session.print()
    }
  }

  /// The lines of places, contents and frames, a column a level.
  private static func translationLines(
    _ session: Session, _ address: UInt64, _ map: SelfMap
  ) throws -> [String] {
    var places: [String] = []
    var contents: [String] = []
    var frames: [String] = []
    var tables = session.debugger.pageTables
    let path = tables?.walk(address) ?? []
    var isMapped = true
    for level in PageTableEntry.Level.allCases {
      let place = map.entryAddress(level, for: address)
      places.append("\(level.name) at \(place.hex(16).uppercased())")
      guard isMapped else { continue }
      guard path.count > level.rawValue else {
        contents.append("Unable to read \(level.name)")
        isMapped = false
        continue
      }
      let entry = PageTableEntry(value: path[level.rawValue].value)
      contents.append("contains \(entry.value.hex(16).uppercased())")
      guard entry.isValid else {
        frames.append("not valid")
        isMapped = false
        continue
      }
      frames.append("pfn \(entry.frame.hex().padded(9)) \(entry.flags)")
      if entry.isLarge, level == .ppe || level == .pde {
        let frame = path[level.rawValue].target >> 12 | address >> 12 & largeMask(level)
        frames.append("LARGE PAGE pfn \(frame.hex())")
        isMapped = false
      }
    }
    return [places, contents, frames].map { columns in
      let padded = columns.map { $0.padded(27) }.joined()
      return String(padded.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Which bits of a page number count inside a large page.
  private static func largeMask(_ level: PageTableEntry.Level) -> UInt64 {
    level == .ppe ? 0x3FFFF : 0x1FF
  }
}
