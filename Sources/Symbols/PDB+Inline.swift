import Bytes

extension PDB {
  /// The inlined calls in `procedure` that cover `rva`, the outermost first.
  public func inlineSites(of procedure: Procedure, at rva: UInt32) -> [InlineSite] {
    guard procedure.contains(rva: rva) else { return [] }
    let wanted = rva - procedure.rva
    /// The calls that enclose the record at hand.
    var open: [OpenSite] = []
    /// Which scopes are calls, to know what an end record ends.
    var scopes: [Bool] = []
    var found: [OpenSite] = []
    walk(procedure) { place, kind, reader throws(FormatError) in
      if SymbolKind.isInlineSite(kind) {
        let site = try OpenSite(place, kind, &reader)
        open.append(site)
        if site.annotations.stretch(at: wanted) != nil, open.count > found.count { found = open }
      }
      if SymbolKind.opensScope(kind) { scopes.append(SymbolKind.isInlineSite(kind)) }
      if SymbolKind.closesScope(kind), scopes.popLast() == true { open.removeLast() }
    }
    return found.enumerated().map { describe($1, depth: $0, in: procedure, at: wanted) }
  }

  /// A call whose scope has been entered.
  private struct OpenSite {
    var record: UInt32
    var item: UInt32
    var annotations: InlineAnnotations

    init(_ place: UInt32, _ kind: UInt16, _ reader: inout ByteReader) throws(FormatError) {
      record = place
      try reader.skip(8, "InlineSiteSym.Parent")
      item = try reader.read("InlineSiteSym.Inlinee")
      if kind == SymbolKind.S_INLINESITE2 { try reader.skip(4, "InlineSiteSym.Invocations") }
      annotations = InlineAnnotations(reading: &reader)
    }
  }

  private func describe(
    _ site: OpenSite, depth: Int, in procedure: Procedure, at wanted: UInt32
  ) -> InlineSite {
    let table = lines(ofModule: procedure.module)
    let inlinee = table?.inlinees[site.item]
    let stretch = site.annotations.stretch(at: wanted)
    var file: String?
    var line: Int?
    if let table, let inlinee, let stretch {
      file = table.path(of: stretch.file ?? inlinee.file, names)
      line = Int(inlinee.line) + Int(stretch.line)
    }
    var ranges: [Range<UInt32>] = []
    for part in site.annotations.stretches {
      let start = procedure.rva &+ part.offset
      let (end, overflow) = start.addingReportingOverflow(part.length ?? 0)
      if overflow || end == start { continue }
      if let last = ranges.last, last.upperBound == start {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(start..<end)
      }
    }
    let item = ipi?.functionItem(TypeIndex(site.item))
    return InlineSite(
      name: item.map(qualifiedName) ?? "", type: item?.type, file: file, line: line,
      rva: ranges.map(\.lowerBound).min() ?? procedure.rva, ranges: ranges, depth: depth,
      recordOffset: site.record)
  }

  /// The item's name behind that of its class or namespace.
  private func qualifiedName(_ item: FunctionItem) -> String {
    var scope: String?
    if item.isMethod {
      if case .record(let record) = type(item.parent) { scope = record.name }
    } else if item.parent != .none {
      scope = ipi?.string(item.parent)
    }
    return scope.map { $0 + "::" + item.name } ?? item.name
  }
}
