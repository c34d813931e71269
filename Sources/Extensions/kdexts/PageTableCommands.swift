import Engine
import Language

extension KernelExtension {
  static let pageTableCommands = [
    Command(
      "pte", summary: "Show each level of an address's translation.",
      details: """
        Reads the page-table entries of Address through the page tables' own mapping and prints \
        each entry's address, contents, page frame and flags. Example: !pte nt!PsLoadedModuleList
        """,
      grammar: .address("Address")
    ) { session, address in
      for line in try translationLines(session, address) { session.print(line) }
      session.print()
    }
  ]

  /// The four lines of `!pte`.
  private static func translationLines(
    _ session: Session, _ address: UInt64
  ) throws -> [String] {
    var places: [String] = []
    var contents: [String] = []
    var frames: [String] = []
    var isMapped = true
    for level in PageTableEntry.Level.allCases {
      let place = level.entryAddress(for: address)
      places.append("\(level.name) at \(place.hex(16).uppercased())")
      guard isMapped else { continue }
      guard let value = try? session.debugger.readUInt(place, 8) else {
        contents.append("Unable to read \(level.name)")
        isMapped = false
        continue
      }
      let entry = PageTableEntry(value: value)
      contents.append("contains \(value.hex(16).uppercased())")
      guard entry.isValid else {
        frames.append("not valid")
        isMapped = false
        continue
      }
      frames.append("pfn \(String(entry.frame, radix: 16).padded(9)) \(entry.flags)")
      if entry.isLarge, level == .ppe || level == .pde {
        frames.append("LARGE PAGE pfn \(String(largeFrame(entry, level, address), radix: 16))")
        isMapped = false
      }
    }
    let title = String(repeating: " ", count: 43) + "VA \(address.hex(16))"
    return [title]
      + [places, contents, frames].map { columns in
        let padded = columns.map { ($0).padded(27) }.joined()
        return String(padded.reversed().drop { $0 == " " }.reversed())
      }
  }

  /// The 4 KiB frame inside a large page that an address leads to.
  private static func largeFrame(
    _ entry: PageTableEntry, _ level: PageTableEntry.Level, _ address: UInt64
  ) -> UInt64 {
    let pages: UInt64 = 1 << (level.shift - 12)
    return (entry.frame & ~(pages - 1)) | ((address >> 12) & (pages - 1))
  }
}
