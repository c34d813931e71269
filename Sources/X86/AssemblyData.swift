/// `db`, `dw`, `dd`, `dq`: values as they stand, texts between double quotes.
struct AssemblyData {
  let size: Int
  let assembler: Assembler

  init(size: Int, _ assembler: Assembler) {
    self.size = size
    self.assembler = assembler
  }

  /// The bytes of the values in the rest of the line.
  func bytes(_ scanner: inout AssemblyScanner) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for part in scanner.parts() {
      let range = part.trimmed(part.position..<part.limit)
      guard !range.isEmpty else { throw AssemblyError(.operand, at: range.lowerBound) }
      if part[range.lowerBound] == UInt8(ascii: "\"") {
        try append(part, range, to: &bytes)
        continue
      }
      let value = try part.expression(range, assembler)
      guard let number = value.signed(bytes: UInt8(size)) else {
        throw AssemblyError(.overflow, at: range.lowerBound)
      }
      bytes.append(number, bytes: size)
    }
    return bytes
  }

  private func append(
    _ part: AssemblyScanner, _ range: Range<Int>, to bytes: inout [UInt8]
  ) throws {
    guard range.count >= 2, part[range.upperBound - 1] == UInt8(ascii: "\"") else {
      throw AssemblyError(.syntax, at: range.lowerBound)
    }
    for offset in range.lowerBound + 1..<range.upperBound - 1 {
      bytes.append(Int64(part[offset]), bytes: size)
    }
  }
}

extension AssemblyScanner {
  /// Moves over a data directive if one comes next.
  mutating func dataDirective() -> (size: Int, start: Int)? {
    let before = self
    if let word = word() {
      switch word.text {
      case "db": return (1, word.start)
      case "dw": return (2, word.start)
      case "dd": return (4, word.start)
      case "dq": return (8, word.start)
      default: break
      }
    }
    self = before
    return nil
  }
}
