// Forms that only the data model has: calls, lambdas, objects.

extension CppParser {
  /// `(a, b)` behind a value that is called.
  mutating func parseArguments() throws(CommandError) -> [CppNode] {
    try expect("(")
    var arguments: [CppNode] = []
    if take(")") { return arguments }
    while true {
      arguments.append(try parseAssignment())
      if take(")") { return arguments }
      try expect(",")
    }
  }

  /// `a => b`, `(a, b) => c`; nil, without moving, when something else comes next.
  mutating func parseLambda() throws(CommandError) -> CppNode? {
    var ahead = self
    let start = token.start
    var parameters: [String] = []
    if case .name(let name) = token.kind {
      ahead.advance()
      parameters = [name]
    } else if ahead.take("(") {
      while case .name(let name) = ahead.token.kind {
        ahead.advance()
        parameters.append(name)
        guard ahead.take(",") else { break }
      }
      guard ahead.take(")") else { return nil }
    } else {
      return nil
    }
    guard ahead.take("=>") else { return nil }
    self = ahead
    let body = try parseAssignment()
    return try node(.lambda(parameters, body), at: start, over: [body])
  }

  /// `new { a = b, c = d }`.
  mutating func parseObject() throws(CommandError) -> CppNode {
    let start = token.start
    advance()
    try expect("{")
    var members: [(name: String, value: CppNode)] = []
    while !token.isMark("}") {
      guard case .name(let name) = token.kind else { throw obstacle(.syntax) }
      advance()
      try expect("=")
      members.append((name, try parseAssignment()))
      guard take(",") else { break }
    }
    try expect("}")
    return try node(.object(members), at: start, over: members.map(\.value))
  }
}
