/// What is not there and why, by `standing.tsv`: a row's name or a whole module (`module:usbkd`),
/// whether it waits or stays out, and for what.
struct Standing {
  private var states: [String: Coverage.State] = [:]
  private var malformed: [String] = []
  /// The names in the table, `module:` ones left out.
  var names: Set<String> { Set(states.keys.filter { !$0.hasPrefix("module:") }) }

  init(_ package: Package) throws {
    for fields in try package.rows("standing.tsv") {
      guard fields.count == 3, !fields[2].isEmpty, states[fields[0]] == nil else {
        malformed.append(
          "standing.tsv: not a row, or a second one: \(fields.joined(separator: " "))")
        continue
      }
      switch fields[1] {
      case "waits": states[fields[0]] = .waiting(for: fields[2])
      case "out": states[fields[0]] = .out(fields[2])
      default: malformed.append("standing.tsv: '\(fields[1])' is neither waits nor out")
      }
    }
  }

  /// What the table says of a row; the row's own line goes before its module's.
  func state(of row: ReferenceRow) -> Coverage.State? {
    if let own = states[row.name] { return own }
    guard !row.modules.isEmpty else { return nil }
    let ofModules = row.modules.compactMap { states["module:\($0)"] }
    return ofModules.count == row.modules.count ? ofModules.first : nil
  }

  /// Lines that name nothing of the reference table.
  func complaints(_ rows: [ReferenceRow]) -> [String] {
    let names = Set(rows.map(\.name))
    let modules = Set(rows.flatMap(\.modules).map { "module:\($0)" })
    return malformed
      + states.keys.filter { !names.contains($0) && !modules.contains($0) }.sorted()
      .map { "standing.tsv: no row '\($0)'" }
  }
}
