import Foundation
import Testing

@testable import Machine

/// x87 instructions against a real processor: each runs between frstor and fnsave from generated
/// states, and the hash of the states and memory after it is compared. The environment variable
/// `CRASHCART_X87_BLOCKS` names a longer file than the one that is kept.
@Suite struct X87VectorTests {
  @Test func agreesWithARealProcessor() throws {
    let kept = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Vectors/floating/x87.txt")
    let other = ProcessInfo.processInfo.environment["CRASHCART_X87_BLOCKS"]
    let url = other.map { URL(filePath: $0) } ?? kept
    let machine = Machine.bare(memoryBytes: 8 << 20)
    var failures: [Substring] = []
    var blocks = 0
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 6, let code = UInt16(words[0], radix: 16),
        let first = UInt64(words[3]), let count = UInt64(words[4])
      else {
        Issue.record("unreadable: \(line)")
        continue
      }
      blocks += 1
      machine.load(
        [0xdd, 0x27, UInt8(code >> 8), UInt8(code & 255), 0xdd, 0x32, 0xf4], at: 0x1_0000)
      var hash: UInt64 = 0
      for index in first..<(first + count) {
        let state = X87State(
          index, unmasked: words[2] == "1", memory: words[1].first ?? "-")
        hash = state.run(on: machine, hash)
      }
      if hash != UInt64(words[5], radix: 16) { failures.append(line) }
    }
    for line in failures.prefix(80) { Issue.record("\(line)") }
    #expect(failures.isEmpty)
    #expect(blocks > 200)
  }
}

/// A state to begin with, as `Vectors/floating/x87.c` makes it.
private struct X87State {
  static let image: UInt64 = 0x20_0000
  static let operand: UInt64 = 0x20_1000
  static let after: UInt64 = 0x20_2000
  var image = [UInt8](repeating: 0, count: 108)
  var memory = [UInt8](repeating: 0xa5, count: 16)
  let index: UInt64

  private static func head(_ r: UInt64, _ near: UInt64) -> UInt64 {
    let field = FloatOperands.exponentField(
      r, digits: 64, bits: 15, near: Int64(near) & 0x7fff)
    return (r >> 63) << 15 | UInt64(field)
  }

  private static func put(_ bytes: inout [UInt8], _ at: Int, _ value: UInt64, _ count: Int) {
    for byte in 0..<count {
      bytes[at + byte] = UInt8(truncatingIfNeeded: value >> UInt64(byte * 8))
    }
  }

  init(_ index: UInt64, unmasked: Bool, memory kind: Character) {
    self.index = index
    let r = FloatOperands.mix(index * 32)
    var near: UInt64 = 0x3fff
    let precision: UInt64 = r & 0x1000 != 0 ? 0x300 : (r & 0x2000 != 0 ? 0x200 : 0)
    let masks = unmasked ? (r >> 16) & 63 : 63
    Self.put(&image, 0, 0x40 | (r & 0xc00) | precision | masks, 2)
    Self.put(&image, 4, (r >> 24) & 0x7f00, 2)
    Self.put(&image, 8, r >> 60 != 0 ? 0 : FloatOperands.mix(r) & 0xffff, 2)
    var top: UInt64 = 0
    for n in 0..<8 {
      let q = FloatOperands.mix(index * 32 + 1 + UInt64(n))
      let head = Self.head(q, near)
      var whole = head & 0x7fff != 0
      if FloatOperands.mix(q) & 31 == 0 { whole.toggle() }
      let bits = FloatOperands.fraction(q, bits: 63) | (whole ? 1 << 63 : 0)
      Self.put(&image, 28 + n * 10, bits, 8)
      Self.put(&image, 36 + n * 10, head, 2)
      if n == 0 { top = head & 0x7fff }
      near = head
    }
    makeMemory(kind, top)
  }

  private mutating func makeMemory(_ kind: Character, _ top: UInt64) {
    let q = FloatOperands.mix(index * 32 + 9)
    let e = Int64(top) - 0x3fff
    switch kind {
    case "s":
      let near = UInt64((e + 127) & 255) << 23
      let value = FloatOperands.number(q, fractionBits: 23, exponentBits: 8, near: near)
      Self.put(&memory, 0, value, 4)
    case "d":
      let near = UInt64((e + 1023) & 2047) << 52
      let value = FloatOperands.number(q, fractionBits: 52, exponentBits: 11, near: near)
      Self.put(&memory, 0, value, 8)
    case "i":
      let m = FloatOperands.mix(q)
      let small = UInt64(bitPattern: Int64(bitPattern: m) >> Int64(q >> 58))
      Self.put(&memory, 0, q & 1 != 0 ? m : small, 8)
    case "t":
      Self.put(&memory, 0, FloatOperands.fraction(q, bits: 63) | ((q >> 62) & 1) << 63, 8)
      Self.put(&memory, 8, Self.head(q, top), 2)
    case "b":
      for n in 0..<9 {
        let d = FloatOperands.mix(q + UInt64(n))
        memory[n] = UInt8(d % 10 | ((d >> 32) % 10) << 4)
      }
      memory[9] = q & 1 != 0 ? 0x80 : 0
    default: break
    }
  }

  func run(on machine: Machine, _ start: UInt64) -> UInt64 {
    let registers = machine.processors[0].registers
    machine.load(image, at: Self.image)
    machine.load(memory, at: Self.operand)
    registers.rip = 0x1_0000
    registers[gpr: 7] = Self.image
    registers[gpr: 6] = Self.operand
    registers[gpr: 2] = Self.after
    registers.rflags = 0x202 | (FloatOperands.mix(index) & 0x45)
    guard machine.run(limit: 100) == .idle else { return 0 }
    var hash = start
    for offset: UInt64 in [0, 4, 8] {
      let word: UInt64 = machine.memory.load(Self.after + offset)
      hash = FloatOperands.absorb(hash, word & 0xffff)
    }
    for n in 0..<8 {
      let at = Self.after + 28 + UInt64(n) * 10
      let low: UInt64 = machine.memory.load(at)
      let high: UInt64 = machine.memory.load(at + 8)
      hash = FloatOperands.absorb(hash, low)
      hash = FloatOperands.absorb(hash, high & 0xffff)
    }
    for offset: UInt64 in [0, 8] {
      hash = FloatOperands.absorb(hash, machine.memory.load(Self.operand + offset))
    }
    return FloatOperands.absorb(hash, registers.rflags & 0x45)
  }
}
