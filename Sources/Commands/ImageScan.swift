import Engine
import Language

extension CommandSet {
  /// Memory that is kept to compare, and images that no list has.
  public static let memoryScans = CommandSet(
    "Memory scans", [ImageScan.scan, HeldMemory.hold])
}

/// `.imgscan`.
enum ImageScan {
  static let scan = Command(
    ".imgscan", summary: "Look for images in memory.",
    details:
      "Every page that begins with the header of an image is shown, whether a module list has "
      + "it or not. /r Range limits the search; without it, all memory that is mapped is searched. "
      + "/l makes symbols known for images that no list has, which is not possible here; /v shows "
      + "what is looked at.",
    examples: [".imgscan /r nt L?100000": "the kernel's neighbourhood", ".imgscan": "everywhere"],
    related: ["lm", "!dh", "s"], repetition: .none,
    grammar: .line("[/v] [/r Range]", completion: .expression)
  ) { session, line in
    var line = line
    var range: AddressRange?
    var isVerbose = false
    while !line.isAtEnd() {
      let start = line.position
      if line.take("/v") || line.take("-v") {
        isVerbose = true
      } else if line.take("/r") || line.take("-r") {
        let parameter: Parameter<AddressRange> = .range(
          "Range", objectSize: 1, defaultCount: 0x10000)
        range = try parameter.read(&line, session)
      } else {
        throw line.rejected(.syntax, at: start)
      }
    }
    try find(range, isVerbose: isVerbose, session)
  }

  private static func find(_ range: AddressRange?, isVerbose: Bool, _ session: Session) throws {
    let debugger = session.debugger
    let first = range?.start ?? 0
    let last = range?.last ?? .max
    if isVerbose {
      session.print("Scanning \(session.addressText(first)) - \(session.addressText(last))")
    }
    try debugger.scan(from: first, through: last) { address, piece in
      for offset in stride(from: 0, to: piece.count, by: 0x1000) where piece.count - offset >= 2 {
        let place = address &+ UInt64(offset)
        guard place & 0xFFF == 0, piece[offset] == 0x4D, piece[offset + 1] == 0x5A,
          let size = imageSize(at: place, debugger)
        else { continue }
        try session.checkCancelled()
        session.print(
          "MZ at \(session.addressText(place)), prot 00000000, type 00000000 - size \(size.hex())")
        if let module = debugger.module(containing: place), module.base == place {
          session.print("  Name: \(module.imageName)")
        }
      }
      return true
    }
  }

  /// SizeOfImage of the header at an address; nil when there is none.
  private static func imageSize(at base: UInt64, _ debugger: Debugger) -> UInt64? {
    guard let offset = try? debugger.readUInt(base &+ 0x3C, 4), offset < 0x1000,
      (try? debugger.readUInt(base &+ offset, 4)) == 0x4550
    else { return nil }
    return try? debugger.readUInt(base &+ offset &+ 0x50, 4)
  }
}

/// `.holdmem`.
enum HeldMemory {
  /// Bytes that all ranges together may have.
  private static let mostBytes: UInt64 = 64 << 20

  static let hold = Command(
    ".holdmem", summary: "Keep memory, to compare it later.",
    details:
      "-a Range keeps a range as it is now, -o shows what is kept, -c Range shows where a kept "
      + "range differs from memory, -d Range or Address forgets what overlaps it, -D everything.",
    examples: [
      ".holdmem -a nt+e00 L20": "keep 32 bytes", ".holdmem -c nt+e00 L20": "what has changed since",
      ".holdmem -o": "what is kept", ".holdmem -D": "forget it",
    ],
    related: ["c", ".writemem", "ba"], repetition: .none,
    grammar: .line("{-a | -c | -d} Range | -o | -D", completion: .expression)
  ) { session, line in
    var line = line
    line.skipBlanks()
    let start = line.position
    let word = line.takeWord()
    switch word {
    case "-o":
      try line.expectEnd()
      for held in session.heldMemory { showContents(held, session) }
    case "-D":
      try line.expectEnd()
      session.heldMemory = []
    case "-a", "-c", "-d":
      let parameter: Parameter<AddressRange> = .range("Range", objectSize: 1, defaultCount: 1)
      let range = try parameter.read(&line, session)
      try line.expectEnd()
      try carryOut(word, range, session)
    default: throw line.rejected(.syntax, at: start)
    }
  }

  private static func carryOut(_ word: String, _ range: AddressRange, _ session: Session) throws {
    let overlapping = session.heldMemory.filter { overlaps($0, range) }
    switch word {
    case "-a":
      let kept = session.heldMemory.reduce(UInt64(0)) { $0 + UInt64($1.bytes.count) }
      guard range.length <= mostBytes - min(kept, mostBytes) else {
        throw session.rejectedAtEnd(.range)
      }
      let memory = session.debugger.read(range.start, Int(range.length))
      guard memory.isComplete else { throw session.rejected(.memory) }
      session.heldMemory.removeAll { $0.address == range.start }
      session.heldMemory.append(memory)
    case "-d":
      session.heldMemory.removeAll { overlaps($0, range) }
    default:
      guard !overlapping.isEmpty else {
        throw CommandError.message("No saved memory in that range")
      }
      for held in overlapping { compare(held, range, session) }
    }
  }

  private static func overlaps(_ held: MemoryRead, _ range: AddressRange) -> Bool {
    held.address <= range.last && range.start <= held.address &+ UInt64(held.bytes.count) &- 1
  }

  private static func showContents(_ held: MemoryRead, _ session: Session) {
    let format = MemoryFormat.tables[0]
    for offset in stride(from: 0, to: held.bytes.count, by: 16) {
      let end = min(offset + 16, held.bytes.count)
      let part = MemoryRead(
        address: held.address &+ UInt64(offset), bytes: Array(held.bytes[offset..<end]))
      session.print(MemoryDisplay.line(part, format, columns: 16, session))
    }
  }

  /// Shows each byte that differs: what was kept, and what is there now.
  private static func compare(_ held: MemoryRead, _ range: AddressRange, _ session: Session) {
    let now = session.debugger.read(held.address, held.bytes.count)
    var differs = false
    for (offset, before) in held.bytes.enumerated() {
      let place = held.address &+ UInt64(offset)
      guard place >= range.start, place <= range.last else { continue }
      let after = now.uint(at: offset, size: 1)
      guard after != UInt64(before) else { continue }
      differs = true
      session.print(
        "\(session.addressText(place))  \(UInt64(before).hex(2)) - \(after?.hex(2) ?? "??")")
    }
    if !differs { session.print("No differences") }
  }
}
