import Testing

/// One rule of the MASM evaluator: a text, its value, and the rule in words.
struct MasmRow: Sendable, CustomTestStringConvertible {
  let text: String
  let value: UInt64
  let testDescription: String

  init(_ text: String, _ value: UInt64, _ rule: String) {
    self.text = text
    self.value = value
    testDescription = "\(text): \(rule)"
  }
}
