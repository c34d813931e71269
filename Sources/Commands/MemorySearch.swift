import Engine
import Language

extension CommandSet {
  /// Searching, filling, moving and comparing memory.
  public static let memorySearch = CommandSet(
    "Memory search and copies",
    [
      MemorySearch.search, MemorySearch.fill, MemorySearch.fillPhysical, MemorySearch.move,
      MemorySearch.compare,
    ])
}

/// `s` and the commands on whole ranges.
enum MemorySearch {
  /// `s`.
  static let search = Command(
    "s", summary: "Search memory for values or text.",
    details: "-b bytes, -w words, -d doublewords, -q quadwords, -a ASCII text, -u UTF-16 text, "
      + "-v objects with the same table of virtual functions; -sa and -su find any printable text. "
      + "Flags stand in brackets before the type: 1 shows addresses only, w looks into writable "
      + "memory only, lN finds text of N characters or more, s saves the hits, nN at most N of "
      + "them, and r looks at saved hits only. Memory that is not there is passed over. A range "
      + "over 256 MB needs L?.",
    examples: [
      "s -a nt L1000 \"MZ\"": "ASCII text",
      "s -b nt L?100000 4d 5a 78": "three bytes, in a megabyte",
      "s -[1]q nt!PsLoadedModuleList L10 poi(nt!PsLoadedModuleList)": "where a pointer stands",
      "s -[l10]sa nt L400": "any text of 16 characters or more",
      "s -[1]a fffff800`00000000 L?10000000 \"PAGE\"": "every mapped page of 256 MB",
    ],
    related: ["#", "!search", "d", "!for_each_module", ".foreach"],
    repetition: .none, grammar: .line("[-[Flags]Type] Range Pattern", completion: .expression)
  ) { session, line in
    var line = line
    let request = try SearchRequest(reading: &line, session)
    try line.expectEnd()
    try request.run(session)
  }

  /// `f`.
  static let fill = Command(
    "f", summary: "Fill memory with a pattern of bytes.",
    details:
      "The bytes are repeated to the end of the range. Text between double quotes stands for "
      + "its characters.",
    examples: ["f nt+e00 L20 'A' 'B'": "32 bytes of the kernel's header page"],
    related: ["fp", "e", "m", "c"], repetition: .none,
    grammar: .range("Range", objectSize: 1, defaultCount: 128), pattern
  ) { session, range, pattern in
    try fill(range, pattern, session) { try MemoryEntry.write($0, $1, session) }
  }

  /// `fp`.
  static let fillPhysical = Command(
    "fp", summary: "Fill physical memory with a pattern of bytes.",
    details:
      "As f, by physical address. [c], [uc] and [wc] in front of the range say how memory is "
      + "cached; here there is no difference.",
    examples: ["fp 100000 L10 0": "16 bytes at one megabyte"],
    related: ["f", "!eb", "!db"], repetition: .none, grammar: MemorySearch.caching,
    .range("PhysicalRange", objectSize: 1, defaultCount: 128), pattern
  ) { session, _, range, pattern in
    try fill(range, pattern, session) { try MemoryEntry.writePhysical($0, $1, session) }
  }

  /// `[c]`, `[uc]` or `[wc]`, if one comes next.
  static let caching = Parameter<String>(usage: "[MemoryType]") { line, _ in
    line.skipBlanks()
    for kind in ["[c]", "[uc]", "[wc]"] where line.rest.hasPrefix(kind) {
      line.position += kind.utf8.count
      return kind
    }
    return ""
  }

  /// Bytes, and texts between double quotes.
  private static let pattern = Parameter<[UInt8]>(usage: "Pattern", completion: .expression) {
    line, session throws(CommandError) in
    var bytes: [UInt8] = []
    while !line.isAtEnd() {
      line.skipSeparators()
      let before = line.position
      if let text = line.takeQuoted() {
        bytes += Array(text.utf8)
      } else {
        bytes.append(UInt8(truncatingIfNeeded: try MemoryEntry.value(of: 1, &line, session)))
      }
      line.skipSeparators()
      guard line.position > before else { throw line.rejected(.syntax) }
    }
    guard !bytes.isEmpty else { throw line.rejected(.syntax) }
    return bytes
  }

  private static func fill(
    _ range: AddressRange, _ pattern: [UInt8], _ session: Session,
    write: (UInt64, [UInt8]) throws -> Void
  ) throws {
    var written: UInt64 = 0
    while written < range.length {
      try session.checkCancelled()
      let count = Int(min(0x10000, range.length - written))
      let phase = Int(written % UInt64(pattern.count))
      let bytes = (0..<count).map { pattern[(phase + $0) % pattern.count] }
      try write(range.start &+ written, bytes)
      written += UInt64(count)
    }
    session.print("Filled 0x\(range.length.hex()) bytes")
  }

  /// `m`.
  static let move = Command(
    "m", summary: "Copy memory to another place.",
    details:
      "The ranges may overlap. Nothing is copied after the first byte that cannot be read or "
      + "written.",
    examples: [
      "m nt L20 nt+e40": "the first 32 bytes of the kernel's image to the end of their page"
    ],
    related: ["c", "f", "e", ".writemem"], repetition: .none,
    grammar: .range("Range", objectSize: 1, defaultCount: 128), .address("Destination")
  ) { session, range, destination in
    // Towards higher addresses the copy starts at the end, so that the ranges may overlap.
    let isUpwards = destination &- range.start < range.length
    var done: UInt64 = 0
    while done < range.length {
      try session.checkCancelled()
      let count = min(0x10000, range.length - done)
      let offset = isUpwards ? range.length - done - count : done
      guard let bytes = try? session.debugger.readAll(range.start &+ offset, Int(count)) else {
        throw session.rejected(.memory)
      }
      try MemoryEntry.write(destination &+ offset, bytes, session)
      done += count
    }
  }

  /// `c`.
  static let compare = Command(
    "c", summary: "Compare memory with another place.",
    details: "Every byte that differs is a line: both addresses and both bytes. Ends at the first "
      + "byte that cannot be read.",
    examples: ["c nt L10 hal": "the beginnings of two images"],
    related: ["m", "s", "!chkimg"], repetition: .none,
    grammar: .range("Range", objectSize: 1, defaultCount: 128), .address("Address")
  ) { session, range, other in
    var done: UInt64 = 0
    while done < range.length {
      try session.checkCancelled()
      let count = Int(min(0x1000, range.length - done))
      let left = session.debugger.read(range.start &+ done, count)
      let right = session.debugger.read(other &+ done, count)
      let valid = min(left.validPrefix, right.validPrefix)
      for offset in 0..<valid where left.bytes[offset] != right.bytes[offset] {
        let place = session.addressText(left.address &+ UInt64(offset))
        let otherPlace = session.addressText(right.address &+ UInt64(offset))
        let first = UInt64(left.bytes[offset]).hex(2)
        let second = UInt64(right.bytes[offset]).hex(2)
        session.print("\(place)  \(first) - \(otherPlace)  \(second)")
      }
      if valid < count { throw session.rejected(.memory) }
      done += UInt64(count)
    }
  }
}
