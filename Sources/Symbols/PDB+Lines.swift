import Bytes

extension PDB {
  /// The line that the instruction at `rva` came from, or nil. For code of an inlined call this is
  /// the line of the outermost call; the inner ones' lines are in ``inlineSites(of:at:)``.
  public func line(at rva: UInt32) -> SourceLine? {
    guard let index = indexOfContribution(at: rva),
      let table = lines(ofModule: contributions[index].module),
      let entry = table.entry(at: rva)
    else { return nil }
    return sourceLine(entry, table)
  }

  /// The lines of the function's code in order of address.
  public func lines(of procedure: Procedure) -> [SourceLine] {
    guard let table = lines(ofModule: procedure.module) else { return [] }
    let first = table.entries.partitionIndex { $0.rva >= procedure.rva }
    return table.entries[first...].prefix { procedure.contains(rva: $0.rva) }
      .compactMap { sourceLine($0, table) }
  }

  /// The first address in each function of the code of `line` in the files whose paths end in `file`
  /// (whole names, whatever their case and slashes); if that line has none, of the next line below
  /// that does.
  public func rvas(file: String, line: Int) -> [UInt32] {
    guard line > 0, line < Self.hiddenLines, let fileInfo else { return [] }
    let wanted = PathSuffix(file)
    var best = UInt32.max
    var found: [UInt32] = []
    for module in 0..<fileInfo.moduleCount where has(wanted, module, fileInfo) {
      guard let table = lines(ofModule: module) else { continue }
      var matching: [UInt32: Bool] = [:]
      for entry in table.entries where entry.line >= line && entry.line < Self.hiddenLines {
        if entry.line > best { continue }
        let matches =
          matching[entry.file] ?? (table.path(of: entry.file, names).map(wanted.ends) ?? false)
        matching[entry.file] = matches
        guard matches else { continue }
        if entry.line < best {
          best = entry.line
          found = []
        }
        found.append(entry.rva)
      }
    }
    return firstInEachFunction(found)
  }

  /// The paths of all source files that match, each once: the whole path, or its last part.
  public func sourceFiles(matching pattern: WildcardPattern) -> [String] {
    guard let fileInfo else { return [] }
    var seen: Set<UInt32> = []
    var found: [String] = []
    for module in 0..<fileInfo.moduleCount {
      for file in fileInfo.files(of: module) where seen.insert(file).inserted {
        guard
          let path = attempt(nil as String?, { () throws(FormatError) in try fileInfo.path(file) })
        else { continue }
        let last = path.split { $0 == "\\" || $0 == "/" }.last.map(String.init) ?? path
        if pattern.matches(path) || pattern.matches(last) { found.append(path) }
      }
    }
    return found
  }

  /// A module's lines, or nil if it has none.
  func lines(ofModule module: Int) -> LineTable? {
    if let known = moduleLines[module] { return known }
    guard let addresses, let stream = stream(ofModule: module) else { return nil }
    let table = LineTable(modules[module], stream, addresses)
    if let error = table.damage { note(error) }
    moduleLines[module] = table
    return table
  }

  /// Compilers give code that no line made, and that a step passes over, numbers from here on
  /// (FEEFEEh, F00F00h).
  private static let hiddenLines = 0xf00f00

  private func sourceLine(_ entry: LineTable.Entry, _ table: LineTable) -> SourceLine? {
    guard entry.line < Self.hiddenLines, let path = table.path(of: entry.file, names) else {
      return nil
    }
    return SourceLine(
      file: path, line: Int(entry.line), rva: entry.rva, length: entry.length,
      isStatement: entry.isStatement)
  }

  private func has(_ wanted: PathSuffix, _ module: Int, _ fileInfo: FileInfo) -> Bool {
    fileInfo.files(of: module).contains { file in
      let path = attempt(nil as String?) { () throws(FormatError) in try fileInfo.path(file) }
      return path.map(wanted.ends) ?? false
    }
  }

  private func firstInEachFunction(_ rvas: [UInt32]) -> [UInt32] {
    var seen: Set<UInt32> = []
    return rvas.sorted().filter { rva in
      seen.insert(procedure(containing: rva)?.rva ?? rva).inserted
    }
  }
}

/// The end of a path, compared by whole names without regard to case or the kind of slash.
struct PathSuffix {
  private let text: [UInt8]

  init(_ text: String) { self.text = Self.normal(text) }

  /// Whether `path` ends so.
  func ends(_ path: String) -> Bool {
    let path = Self.normal(path)
    guard !text.isEmpty, path.count >= text.count, path.suffix(text.count).elementsEqual(text)
    else { return false }
    let before = path.count - text.count - 1
    return before < 0 || path[before] == UInt8(ascii: "\\") || text[0] == UInt8(ascii: "\\")
  }

  private static func normal(_ path: String) -> [UInt8] {
    path.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "\\") : $0.loweredASCII }
  }
}
