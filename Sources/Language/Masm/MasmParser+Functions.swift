import Symbols

/// The functions, whose names start with a dollar sign.
extension MasmParser {
  /// Compiles a call of the function named, the cursor being just past the name. Returns false when
  /// there is no such function.
  mutating func parseFunction(_ name: String) throws(CommandError) -> Bool {
    switch name {
    case "$iment", "$vvalid", "$fnsucc", "$scmp", "$sicmp", "$spat": break
    default: return false
    }
    line.skipBlanks()
    guard line.take("(") else { throw obstacle(.syntax) }
    switch name {
    case "$iment":
      emit(.entryPoint(offset: try parseArgument(last: true)))
    case "$vvalid":
      _ = try parseArgument(last: false)
      _ = try parseArgument(last: true)
      emit(.readable)
    case "$fnsucc":
      _ = try parseArgument(last: false)
      _ = try parseArgument(last: false)
      _ = try parseArgument(last: true)
      emit(.succeeded)
    default:
      try parseComparison(name)
    }
    return true
  }

  /// `$scmp("a", "b")`, `$sicmp` and `$spat`: constants, because their operands are.
  private mutating func parseComparison(_ name: String) throws(CommandError) {
    let left = try parseString()
    line.skipBlanks()
    guard line.take(",") else { throw obstacle(.syntax) }
    let right = try parseString()
    _ = try expectClosing()
    let result: Int
    switch name {
    case "$scmp": result = Self.compare(left, right)
    case "$sicmp": result = Self.compare(left.lowercased(), right.lowercased())
    default: result = WildcardPattern(right).matches(left) ? 1 : 0
    }
    emit(.constant(UInt64(bitPattern: Int64(result))))
  }

  private static func compare(_ left: String, _ right: String) -> Int {
    left == right ? 0 : left < right ? -1 : 1
  }

  /// A string between double quotes, raw when `@` precedes them.
  private mutating func parseString() throws(CommandError) -> String {
    line.skipBlanks()
    guard let text = line.takeQuoted() else { throw obstacle(.string) }
    return text
  }
}
