/// Operators, keys and control words, which are no declared commands: `tokens.tsv` names the test
/// that shows each of them at work, and a text that stands in it.
struct TokenProofs {
  let names: Set<String>
  let complaints: [String]

  init(_ package: Package) throws {
    var names: Set<String> = []
    var complaints: [String] = []
    for fields in try package.rows("tokens.tsv") {
      guard fields.count == 3 else {
        complaints.append("tokens.tsv: not three fields: \(fields.joined(separator: " "))")
        continue
      }
      let text = try? package.text(fields[1])
      guard text?.contains(fields[2]) ?? false else {
        complaints.append("tokens.tsv: '\(fields[2])' of \(fields[0]) is not in \(fields[1])")
        continue
      }
      names.insert(fields[0])
    }
    self.names = names
    self.complaints = complaints
  }
}
