import Foundation
import Testing

@testable import X86

/// The files of Tests/Vectors against decoder and formatter.
struct VectorTests {
  @Test func linesAsWinDbgPrintedThem() throws {
    let vectors = try Vector.read("windbg-lines.txt")
    #expect(vectors.count > 140)
    vectors.forEach(check)
  }

  @Test func aLineForEveryRow() throws {
    if ProcessInfo.processInfo.environment["RECORD_VECTORS"] != nil { try record() }
    let vectors = try Vector.read("instructions.txt")
    #expect(vectors.count > 1000)
    vectors.forEach(check)
  }

  private func check(_ vector: Vector) {
    let instruction = Decoder.decode(vector.bytes, mode: vector.mode)
    #expect(Int(instruction.length) == vector.bytes.count, "\(vector.testDescription)")
    let formatter = Formatter(symbols: NamesInText(vector.text))
    let line = formatter.format(instruction, at: vector.address)
    #expect(line.text == vector.text, "\(vector.testDescription)")
  }

  /// Writes instructions.txt anew from the rows; check-vectors.py compares it with another
  /// disassembler.
  private func record() throws {
    var lines = [
      "# Made from the rows by RECORD_VECTORS=1 swift test --filter VectorTests; see README.md.",
      "# bits address bytes | text",
    ]
    let address: UInt64 = 0x4000_1000
    for (mode, bits) in [(Mode.bits64, 64), (.bits32, 32)] {
      for row in 1..<Form.all.count {
        var sampler = Sampler(row: row, mode: mode, seed: 7)
        guard sampler.exists else { continue }
        var written = Set<[UInt8]>()
        for isInMemory in mode == .bits64 ? [true, false] : [true] {
          let size = sampler.operandSizes[row % sampler.operandSizes.count]
          let sample = sampler.sample(size: size, inMemory: isInMemory)
          guard let bytes = Encoder.encode(sample), written.insert(bytes).inserted else {
            continue
          }
          let instruction = Decoder.decode(bytes, mode: mode)
          let text = Formatter().format(instruction, at: address).text
          lines.append("\(bits) \(HexText.padded(address, 16)) \(bytes.hex) | \(text)")
        }
      }
    }
    let url = Vector.directory.appending(path: "instructions.txt")
    try (lines.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
  }
}
