import Workbench

/// The reference table against the declarations: what is there, what waits, what is missing.
struct Coverage {
  /// A row of the reference table and how it stands.
  struct Entry {
    let row: ReferenceRow
    let state: State
  }

  /// How a documented command stands.
  enum State: Equatable {
    case implemented
    /// Not there before something else is.
    case waiting(for: String)
    /// Not there for good, for a reason.
    case out(String)
    /// Not there; these spellings of it are not.
    case missing([String])
  }

  /// Every row of the reference table, in its order.
  let entries: [Entry]
  /// What is wrong with the tables beside it, a sentence each.
  let complaints: [String]

  /// Compares the tables of a package with the declarations of this program.
  init(of package: Package) throws {
    let rows = try package.rows("commands.tsv").dropFirst().compactMap(ReferenceRow.init)
    let declared = DeclaredCommands(Workbench.commands)
    let tokens = try TokenProofs(package)
    let standing = try Standing(package)
    var complaints = tokens.complaints + standing.complaints(rows)
    let known = Set(rows.map(\.name))
    complaints += tokens.names.filter { !known.contains($0) }.map { "tokens.tsv: no row '\($0)'" }
    entries = rows.map { row in
      let lacking = Coverage.lacking(row, declared, tokens)
      let noted = standing.state(of: row)
      if lacking.isEmpty {
        if noted != nil, standing.names.contains(row.name) {
          complaints.append("standing.tsv: '\(row.name)' is implemented")
        }
        return Entry(row: row, state: .implemented)
      }
      return Entry(row: row, state: noted ?? .missing(lacking))
    }
    // A name may be in the table twice, with a module each.
    var modules: [String: Set<String>] = [:]
    for row in rows {
      for spelling in row.spellings { modules[spelling, default: []].formUnion(row.modules) }
    }
    for row in rows {
      for spelling in row.spellings where !declared.contains(spelling, of: row) {
        let others = declared.otherModules(with: spelling, than: row).filter {
          !(modules[spelling] ?? []).contains($0)
        }
        if !others.isEmpty, row.modules.allSatisfy({ !$0.hasPrefix("kdextx86") }) {
          complaints.append(
            "\(spelling) is declared in \(others.joined(separator: ", ")); "
              + "the table has it in \(row.modules.joined(separator: ", "))")
        }
      }
    }
    self.complaints = complaints
  }

  /// The spellings of a row that are not there. A declaration counts, or the test that
  /// `tokens.tsv` names.
  private static func lacking(
    _ row: ReferenceRow, _ declared: DeclaredCommands, _ tokens: TokenProofs
  ) -> [String] {
    if tokens.names.contains(row.name) { return [] }
    // `~` and `|` mean processors or threads, systems or processes, by what is debugged.
    if row.name.hasPrefix("~") || row.name.hasPrefix("|") { return [row.name] }
    return row.spellings.filter { !declared.contains($0, of: row) }
  }
}
