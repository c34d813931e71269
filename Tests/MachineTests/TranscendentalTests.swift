import Foundation
import Testing

@testable import Machine

/// Transcendental functions against a real processor's, to within a unit in the last place. A line
/// is `bytes st0 st1 result pushed`. `CRASHCART_X87_FUNCTIONS` names a longer file.
@Suite struct TranscendentalTests {
  private func number(_ text: Substring) -> (significand: UInt64, exponent: UInt16)? {
    let words = text.split(separator: ":")
    guard words.count == 2, let head = UInt16(words[0], radix: 16),
      let bits = UInt64(words[1], radix: 16)
    else { return nil }
    return (bits, head)
  }

  /// The distance in units in the last place.
  private func distance(
    _ a: (significand: UInt64, exponent: UInt16), _ b: (significand: UInt64, exponent: UInt16)
  ) -> UInt64 {
    func place(_ x: (significand: UInt64, exponent: UInt16)) -> Int128 {
      let magnitude = Int128(x.exponent & 0x7fff) << 63 + Int128(x.significand & ~(1 << 63))
      return x.exponent & 0x8000 != 0 ? -magnitude : magnitude
    }
    return UInt64(clamping: (place(a) - place(b)).magnitude)
  }

  @Test func areWithinAUnitOfARealProcessor() throws {
    let kept = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Vectors/floating/transcendental.txt")
    let other = ProcessInfo.processInfo.environment["CRASHCART_X87_FUNCTIONS"]
    let text = try String(contentsOf: other.map { URL(filePath: $0) } ?? kept, encoding: .utf8)
    let machine = Machine.bare(memoryBytes: 8 << 20)
    let registers = machine.processors[0].registers
    var count = 0
    var worst: [Substring: UInt64] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 5, let code = UInt16(words[0], radix: 16), let x = number(words[1]),
        let y = number(words[2]), let expected = number(words[3]), let pushed = number(words[4])
      else {
        Issue.record("unreadable: \(line)")
        continue
      }
      count += 1
      machine.load([UInt8(code >> 8), UInt8(code & 255), 0xf4], at: 0x1_0000)
      registers.rip = 0x1_0000
      registers.fpuControl = 0x37f
      registers.fpuStatus = 0x3000
      registers.fpuTag = 0xc0
      registers[fpu: 6] = x
      registers[fpu: 7] = y
      #expect(machine.run(limit: 10) == .idle)
      let top = Int(registers.fpuStatus >> 11) & 7
      var found = registers[fpu: top]
      if top == 5 {
        worst[words[0], default: 0] = max(
          worst[words[0], default: 0], distance(found, pushed))
        found = registers[fpu: 6]
      }
      worst[words[0], default: 0] = max(worst[words[0], default: 0], distance(found, expected))
    }
    #expect(count >= 160)
    for (name, units) in worst { #expect(units <= 1, "\(name)") }
  }

  @Test func argumentsBeyondTheRangeSetC2() {
    for code: UInt8 in [0xf2, 0xfb, 0xfe, 0xff] {
      let fixture = Fixture([0xd9, code, 0xf4])
      fixture.registers.fpuStatus = 0x3000
      fixture.registers.fpuTag = 0x40
      fixture.registers[fpu: 6] = (1 << 63, 0x403e)
      #expect(fixture.runToVector() == nil)
      #expect(fixture.registers.fpuStatus == 0x3400)
      #expect(fixture.registers[fpu: 6].exponent == 0x403e)
    }
  }
}
