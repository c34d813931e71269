/// Addresses with a segment or a mark before them.
extension MasmParser {
  /// The segments by name, with the register that holds the base where it may be other than 0.
  private static let bases: [String: String?] = [
    "cs": nil, "ds": nil, "es": nil, "ss": nil, "fs": "fs_base", "gs": "gs_base",
  ]

  /// `gs:[188]`, `cs:@rip`: an offset in a segment, in brackets or not. Returns false when the word at
  /// the cursor does not name a segment.
  mutating func parseSegment(_ word: String) throws(CommandError) -> Bool {
    guard let base = Self.bases[word.lowercased()],
      line.peek(word.utf8.count) == UInt8(ascii: ":")
    else { return false }
    if let base {
      guard let binding = context.bind(register: base) else { throw obstacle(.badRegister) }
      emit(.register(binding, offset: Int32(clamping: line.position)))
    } else {
      emit(.constant(0))
    }
    line.position += word.utf8.count + 1
    try parseOffset()
    return true
  }

  /// What follows a segment's colon, added to its base.
  private mutating func parseOffset() throws(CommandError) {
    line.skipBlanks()
    if line.take("[") {
      _ = try parseGroup(closing: "]")
    } else {
      try parseUnary()
    }
    emit(.binary(.add, offset: Int32(clamping: line.position)))
  }

  /// `%`, `&` and `#` before an address: flat, virtual-86 and real mode. Addresses are flat here, but
  /// `&segment:offset` is computed as real mode does.
  mutating func parseMarkedAddress(isReal: Bool) throws(CommandError) {
    line.position += 1
    guard line.next?.isWord == true || line.next == UInt8(ascii: "@") else {
      throw obstacle(.missingNumber)
    }
    try parseOperand()
    guard isReal, line.take(":") else { return }
    emit(.constant(16))
    emit(.binary(.multiply, offset: Int32(clamping: line.position)))
    try parseOffset()
  }
}
