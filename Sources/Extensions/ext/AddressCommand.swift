import Engine
import Language

extension GeneralExtension {
  static let addressCommands: [Command] = [
    Command(
      "address", summary: "Show what a stretch of memory is for.",
      details: """
        For an address: the region that holds it, with its use and, in a process, its state and \
        protection. Without one, all regions of the kernel, or of the process of a user session. \
        -summary adds up what each use takes; -f:Use,... chooses regions by use, state, type or \
        protection; -c:"Commands" carries out commands for each, %1 standing for its base, %2 its \
        end, %3 its size, %4 its type, %5 its state, %6 its protection and %7 its use; -o:1 lists the \
        bases only.
        """,
      examples: [
        "!address nt": "the kernel's image", "!address @rsp": "a stack",
        "!address -summary": "how much is what", "!address -f:Module": "all images",
      ],
      related: ["!vprot", "!pte", "lm", "!vm"], extent: .line,
      repetition: .none, grammar: .rest("[Address] [-f:Filters] [-o:1] [-c:\"Command\"] [-summary]")
    ) { session, typed in
      let request = try AddressRequest(typed, session)
      try request.run(session)
    }
  ]
}

/// What `!address` was asked for.
private struct AddressRequest {
  private var address: UInt64?
  private var filters: [String] = []
  private var commands: String?
  private var isBare = false
  private var isSummary = false

  init(_ typed: String, _ session: Session) throws {
    var text = typed.replacing("/f:", with: "-f:").replacing("/c:", with: "-c:")
    if let found = AliasLoop.value(of: "-c:", in: text, takesRest: true) {
      commands = found
      if let cut = text.firstRange(of: "-c:") { text = String(text[..<cut.lowerBound]) }
    }
    var line = CommandLine(text)
    while !line.isAtEnd() {
      guard line.next == UInt8(ascii: "-") else {
        address = try session.evaluate(&line)
        continue
      }
      // Filters are separated by commas.
      let word = line.take { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      if word == "-summary" {
        isSummary = true
      } else if word.hasPrefix("-f:") {
        filters = word.dropFirst(3).split(separator: ",").map { $0.lowercased() }
      } else if word == "-o:1" {
        isBare = true
      } else if word != "-v" {
        throw session.rejectedAtEnd(.syntax)
      }
    }
  }

  func run(_ session: Session) throws {
    if let address { return try showOne(address, session) }
    let regions = try MemoryRegion.all(session).filter(isWanted)
    let isProcess = session.debugger.target.kind == .user
    if isSummary {
      return isProcess
        ? AddressSummary(regions).print(to: session) : printSummary(regions, session)
    }
    if isProcess, commands == nil, !isBare { return printTable(regions, session) }
    for region in regions {
      try session.checkCancelled()
      if let commands {
        let line = region.expand(commands, session)
        session.print("*** Executing: \(line)")
        try AliasLoop.run(session, line)
      } else if isBare {
        session.print("0x\(region.start.hex())")
      } else {
        let size = session.addressText(region.size)
        session.print("  \(session.addressText(region.start)) - \(size)")
        session.print("          Usage       \(region.usage)")
        for (name, value) in region.notes {
          session.print("          \(name.padded(11)) \(value)")
        }
        session.print()
      }
    }
  }

  /// The regions of a process in a table: where they are, and what they are.
  private func printTable(_ regions: [MemoryRegion], _ session: Session) {
    let header =
      "        BaseAddress      EndAddress+1        RegionSize     Type       State"
      + "                 Protect             Usage"
    session.print("\n\(header)")
    session.print(String(repeating: "-", count: 122))
    var allocation: UInt64?
    for region in regions {
      let base = region.allocation?.base
      // A plus stands where another allocation begins.
      let mark = base == nil || base != allocation ? "+" : " "
      allocation = base
      let places = [region.start, region.end, region.size].map {
        "\(($0 >> 32).hex())`\(($0 & 0xFFFF_FFFF).hex(8))".leftPadded(18)
      }
      let kind = "\(region.type.padded(11)) \(region.state.padded(11))"
      let use = "\(region.protection.padded(34)) \(region.usage.padded(10))"
      session.print("\(mark)\(places.joined()) \(kind) \(use)")
    }
  }

  private func isWanted(_ region: MemoryRegion) -> Bool {
    guard !filters.isEmpty else { return true }
    let words = [region.usage, region.type, region.state, region.protection]
    let lower = words.map { $0.lowercased() }
    return filters.contains { filter in
      lower.contains(filter) || lower[0].replacing(" ", with: "") == filter
    }
  }

  private func showOne(_ address: UInt64, _ session: Session) throws {
    guard let region = try MemoryRegion.containing(address, session) else {
      session.print("Usage:                  Free")
      return session.print("Nothing is known of \(session.addressText(address))")
    }
    func line(_ label: String, _ value: String) {
      if !value.isEmpty { session.print("\(label.padded(24))\(value)") }
    }
    line("Usage:", region.usage)
    line("Base Address:", session.addressText(region.start))
    line("End Address:", session.addressText(region.end))
    line("Region Size:", session.addressText(region.size))
    line("State:", MemoryConstants.spelled(region.state))
    line("Protect:", MemoryConstants.spelled(region.protection))
    line("Type:", MemoryConstants.spelled(region.type))
    for (name, value) in region.notes { line("\(name):", value) }
  }

  /// How much memory each use takes, the greatest first.
  private func printSummary(_ regions: [MemoryRegion], _ session: Session) {
    var totals: [String: (count: Int, size: UInt64)] = [:]
    for region in regions {
      let before = totals[region.usage] ?? (0, 0)
      totals[region.usage] = (before.count + 1, before.size &+ region.size)
    }
    session.print("--- Usage Summary ---------------- RgnCount ------- Total Size --------")
    let rows = totals.sorted { ($1.value.size, $0.key) < ($0.value.size, $1.key) }
    for (usage, total) in rows {
      let count = "\(total.count)".leftPadded(10)
      session.print(
        "\(usage.padded(33))\(count) \(session.addressText(total.size).leftPadded(22))")
    }
  }
}
