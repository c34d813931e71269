import Language
import Symbols

extension KernelExtension {
  /// Bits of `!poolused`'s flags.
  private enum PoolUsedFlags {
    static let verbose: UInt64 = 1
    static let byNonPaged: UInt64 = 2
    static let byPaged: UInt64 = 4
  }

  static let poolUsed = Command(
    "poolused", summary: "Show pool use by tag.",
    details: """
      Flags: 1 shows allocations and frees apart, 2 sorts by nonpaged pool consumed, 4 by paged pool \
      consumed; without either the rows are sorted by tag. Tag limits the display to tags that match \
      (`*` and `?` are wildcards, letter case counts). /tN shows the first N rows only. \
      Example: !poolused /t5 2
      """,
    examples: ["!poolused": "every tag", "!poolused 2 Proc": "one, by nonpaged use"],
    related: ["!pool", "!poolfind"], grammar: .switches("t:"), .optional(.expression("Flags")),
    .optional(.word("Tag"))
  ) { session, switches, flags, tag in
    let flags = flags ?? 0
    let isVerbose = flags & PoolUsedFlags.verbose != 0
    var rows = try PoolUsage.all(session).filter { isVerbose || $0.isInUse }
    if let tag {
      let pattern = WildcardPattern(tag)
      rows = rows.filter { pattern.matches($0.tag) }
    }
    session.print("   Sorting by \(order(flags))")
    session.print()
    sort(&rows, flags)
    let shown = switches["t"].flatMap { UInt64($0) }.map { rows.prefix(Int(clamping: $0)) }
    printTable(session, Array(shown ?? rows[...]), of: rows, isVerbose: isVerbose)
  }

  private static func order(_ flags: UInt64) -> String {
    if flags & PoolUsedFlags.byNonPaged != 0 { return "NonPaged Pool Consumed" }
    if flags & PoolUsedFlags.byPaged != 0 { return "Paged Pool Consumed" }
    return "Tag"
  }

  private static func sort(_ rows: inout [PoolUsage], _ flags: UInt64) {
    rows.sort { first, second in
      if flags & PoolUsedFlags.byNonPaged != 0, first.nonPaged.bytes != second.nonPaged.bytes {
        return first.nonPaged.bytes > second.nonPaged.bytes
      }
      if flags & PoolUsedFlags.byPaged != 0, first.paged.bytes != second.paged.bytes {
        return first.paged.bytes > second.paged.bytes
      }
      return first.key.byteSwapped < second.key.byteSwapped
    }
  }

  private static func printTable(
    _ session: Session, _ rows: [PoolUsage], of all: [PoolUsage], isVerbose: Bool
  ) {
    if isVerbose {
      session.print(
        "                            NonPaged                                         Paged")
      session.print(
        " Tag       Allocs       Frees      Diff         Used"
          + "       Allocs       Frees      Diff         Used")
    } else {
      session.print("               NonPaged                  Paged")
      session.print(" Tag     Allocs         Used     Allocs         Used")
    }
    session.print()
    for row in rows {
      session.print(
        " \(row.tag)\(columns(row.nonPaged, row.paged, isVerbose))  \(PoolTags.note(for: row.tag))")
    }
    session.print()
    let total = columns(sum(all.map(\.nonPaged)), sum(all.map(\.paged)), isVerbose)
    session.print(" TOTAL\(total.dropFirst())")
  }

  private static func columns(
    _ nonPaged: PoolUsage.Share, _ paged: PoolUsage.Share, _ isVerbose: Bool
  ) -> String {
    if isVerbose {
      return [nonPaged, paged].map { share in
        "\(share.allocations)".leftPadded(13) + "\(share.frees)".leftPadded(12)
          + "\(share.outstanding)".leftPadded(10) + "\(share.bytes)".leftPadded(13)
      }.joined()
    }
    return "\(nonPaged.outstanding)".leftPadded(10) + "\(nonPaged.bytes)".leftPadded(13)
      + "\(paged.outstanding)".leftPadded(11) + "\(paged.bytes)".leftPadded(13)
  }

  private static func sum(_ shares: [PoolUsage.Share]) -> PoolUsage.Share {
    shares.reduce(PoolUsage.Share(allocations: 0, frees: 0, bytes: 0)) { sum, share in
      PoolUsage.Share(
        allocations: sum.allocations &+ share.allocations, frees: sum.frees &+ share.frees,
        bytes: sum.bytes &+ share.bytes)
    }
  }
}
