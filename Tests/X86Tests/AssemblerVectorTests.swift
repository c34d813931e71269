import Foundation
import Testing

@testable import X86

/// Lines against the bytes that clang makes of them; see Tests/Vectors/README.md.
struct AssemblerVectorTests {
  private struct Line {
    var mode: Mode
    var bytes: [UInt8]
    var text: String
  }

  private func lines() throws -> [Line] {
    let url = Vector.directory.appending(path: "assembled.txt")
    var lines: [Line] = []
    for row in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      guard !row.hasPrefix("#"), let bar = row.range(of: " | ") else { continue }
      let bytes = try #require([UInt8](hex: row[..<bar.lowerBound].dropFirst(3)))
      lines.append(
        Line(
          mode: row.hasPrefix("32") ? .bits32 : .bits64, bytes: bytes,
          text: String(row[bar.upperBound...])))
    }
    return lines
  }

  @Test func noLineIsLongerThanClangs() throws {
    let formatter = X86.Formatter()
    var same = 0
    let lines = try lines()
    for line in lines {
      let assembler = Assembler(mode: line.mode, expressions: HexExpressions())
      let bytes = try assembler.assemble(line.text, at: 0x1000)
      if bytes == line.bytes {
        same += 1
        continue
      }
      #expect(bytes.count <= line.bytes.count, "\(line.text): \(bytes.hex), not \(line.bytes.hex)")
      let texts: [String] = [bytes, line.bytes].map {
        formatter.format(Decoder.decode($0, mode: line.mode), at: 0x1000).text
      }
      #expect(texts[0] == texts[1])
    }
    #expect(lines.count > 5000)
    #expect(same * 10 > lines.count * 9, "\(same) of \(lines.count) are the same")
  }
}
