import Foundation
import Testing

@testable import X86

/// A line of a file in Tests/Vectors: `bits address bytes | text`.
struct Vector: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  let mode: Mode
  let address: UInt64
  let bytes: [UInt8]
  let text: String

  var testDescription: String { "\(file):\(line) \(text)" }

  /// The vectors of a file, which must all be well formed.
  static func read(_ file: String) throws -> [Vector] {
    let url = directory.appending(path: file)
    let content = try String(contentsOf: url, encoding: .utf8)
    var vectors: [Vector] = []
    var number = 0
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      guard let vector = Vector(line, file, number) else {
        throw BadVector(place: "\(file):\(number)")
      }
      vectors.append(vector)
    }
    return vectors
  }

  static var directory: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Vectors")
  }

  private init?(_ line: Substring, _ file: String, _ number: Int) {
    guard let bar = line.range(of: " | ") else { return nil }
    let words = line[..<bar.lowerBound].split(separator: " ")
    guard words.count == 3, let mode = Vector.mode(words[0]),
      let address = UInt64(words[1], radix: 16), let bytes = [UInt8](hex: words[2])
    else { return nil }
    self.file = file
    self.line = number
    self.mode = mode
    self.address = address
    self.bytes = bytes
    self.text = String(line[bar.upperBound...])
  }

  private static func mode(_ bits: Substring) -> Mode? {
    switch bits {
    case "16": .bits16
    case "32": .bits32
    case "64": .bits64
    default: nil
    }
  }

  struct BadVector: Error {
    let place: String
  }
}

extension [UInt8] {
  /// Bytes from pairs of hexadecimal digits; nil if there is anything else.
  init?(hex: Substring) {
    self = []
    var rest = hex
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16), rest.count >= 2 else { return nil }
      append(byte)
      rest = rest.dropFirst(2)
    }
  }

  var hex: String {
    map { HexText.padded(UInt64($0), 2) }.joined()
  }
}

/// The names that a text itself uses: every `name (address)` or `name+0x12 (address)` in it.
struct NamesInText: SymbolProvider {
  private var names: [UInt64: (name: String, displacement: UInt64)] = [:]

  init(_ text: String) {
    guard let open = text.range(of: " ("), let close = text.range(of: ")", options: .backwards),
      open.upperBound < close.lowerBound
    else { return }
    let digits = text[open.upperBound..<close.lowerBound].filter { $0 != "`" }
    guard let address = UInt64(digits, radix: 16) else { return }
    let before = text[..<open.lowerBound]
    let start = before.lastIndex { " [,".contains($0) }.map { before.index(after: $0) }
    let parts = before[(start ?? before.startIndex)...].split(separator: "+0x")
    let displacement = parts.count == 2 ? UInt64(parts[1], radix: 16) ?? 0 : 0
    names[address] = (String(parts.first ?? ""), displacement)
  }

  func symbol(at address: UInt64) -> (name: String, displacement: UInt64)? {
    names[address]
  }
}
