import Foundation
import Testing

@testable import Machine

/// SSE arithmetic against a real processor: one hash for each block of cases. The environment
/// variable `CRASHCART_SSE_BLOCKS` names a longer file than the one that is kept.
@Suite struct FloatVectorTests {
  @Test func agreesWithARealProcessor() throws {
    let kept = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Vectors/floating/sse.txt")
    let other = ProcessInfo.processInfo.environment["CRASHCART_SSE_BLOCKS"]
    let url = other.map { URL(filePath: $0) } ?? kept
    var failures = 0
    var blocks = 0
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 6, let mxcsr = UInt32(words[2], radix: 16),
        let first = UInt64(words[3]), let count = UInt64(words[4])
      else {
        Issue.record("unreadable: \(line)")
        continue
      }
      blocks += 1
      let name = String(words[0])
      let found =
        switch words[1] {
        case "16": Block(name, mxcsr, first, count).widening()
        case "32": Block(name, mxcsr, first, count).hash(Binary32.self)
        default: Block(name, mxcsr, first, count).hash(Binary64.self)
        }
      if found != UInt64(words[5], radix: 16) {
        failures += 1
        if failures <= 40 { Issue.record("\(line): not \(String(found ?? 0, radix: 16))") }
      }
    }
    #expect(failures == 0)
    #expect(blocks > 900)
  }
}

private struct Block {
  let name: String
  let mxcsr: UInt32
  let first: UInt64
  let count: UInt64

  init(_ name: String, _ mxcsr: UInt32, _ first: UInt64, _ count: UInt64) {
    self.name = name
    self.mxcsr = mxcsr
    self.first = first
    self.count = count
  }

  func hash<F: FloatFormat>(_ format: F.Type) -> UInt64? {
    let digits = UInt64(F.precision - 1)
    let bits = Int64(F.exponentBits)
    var hash: UInt64 = 0
    for index in first..<(first + count) {
      func number(_ place: UInt64, _ near: UInt64) -> UInt64 {
        FloatOperands.number(
          FloatOperands.mix(index * 4 + place), fractionBits: digits, exponentBits: bits,
          near: near)
      }
      let a = number(0, 0)
      let b = number(1, a)
      let c = number(2, index & 1 != 0 ? a : b)
      var environment = FloatEnvironment(mxcsr: mxcsr)
      let operands = (F.Bits(a), F.Bits(b), F.Bits(c))
      guard
        let result = binary(F.self, operands, &environment) ?? other(F.self, (a, b), &environment)
      else { return nil }
      hash = FloatOperands.absorb(hash, result)
      hash = FloatOperands.absorb(hash, UInt64(environment.raised.rawValue))
    }
    return hash
  }

  func widening() -> UInt64? {
    var hash: UInt64 = 0
    for index in first..<(first + count) {
      let a = FloatOperands.number(
        FloatOperands.mix(index * 4), fractionBits: 10, exponentBits: 5, near: 0)
      var environment = FloatEnvironment(mxcsr: mxcsr)
      let result = Binary16.widen(UInt16(a), &environment)
      hash = FloatOperands.absorb(hash, UInt64(result))
      hash = FloatOperands.absorb(hash, UInt64(environment.raised.rawValue))
    }
    return hash
  }

  private func binary<F: FloatFormat>(
    _ format: F.Type, _ x: (F.Bits, F.Bits, F.Bits), _ environment: inout FloatEnvironment
  ) -> UInt64? {
    let (a, b, c) = x
    let result: F.Bits
    switch name {
    case "add": result = F.add(a, b, &environment)
    case "sub": result = F.subtract(a, b, &environment)
    case "mul": result = F.multiply(a, b, &environment)
    case "div": result = F.divide(a, b, &environment)
    case "sqrt": result = F.squareRoot(b, &environment)
    case "min": result = F.minimum(a, b, &environment)
    case "max": result = F.maximum(a, b, &environment)
    case "fma132", "fma213", "fma231": result = F.multiplyAdd(a, b, c, &environment)
    case "fms213": result = F.multiplyAdd(a, b, c, negatesAddend: true, &environment)
    case "fnma213": result = F.multiplyAdd(a, b, c, negatesProduct: true, &environment)
    case "fnms213":
      result = F.multiplyAdd(
        a, b, c, negatesProduct: true, negatesAddend: true, &environment)
    case "cmpeq", "cmplt", "cmple", "cmpunord":
      let relation = F.compare(
        a, b, signalsQuiet: name == "cmplt" || name == "cmple", &environment)
      let holds =
        switch name {
        case "cmpeq": relation == .equal
        case "cmplt": relation == .less
        case "cmple": relation == .less || relation == .equal
        default: relation == .unordered
        }
      result = holds ? ~0 : 0
    default: return nil
    }
    return UInt64(result)
  }

  private func other<F: FloatFormat>(
    _ format: F.Type, _ x: (UInt64, UInt64), _ environment: inout FloatEnvironment
  ) -> UInt64? {
    let a = F.Bits(x.0)
    let b = F.Bits(x.1)
    let mode = environment.rounding
    func integral(_ mode: RoundingMode, _ isExact: Bool = true) -> UInt64 {
      UInt64(F.roundToIntegral(b, mode: mode, isExact: isExact, &environment))
    }
    switch name {
    case "round0": return integral(.nearestEven)
    case "round1": return integral(.down)
    case "round2": return integral(.up)
    case "round3": return integral(.towardZero)
    case "round4": return integral(mode)
    case "round12": return integral(mode, false)
    case "toint32": return F.integer(a, width: 32, mode: mode, &environment)
    case "toint64": return F.integer(a, width: 64, mode: mode, &environment)
    case "truncate32": return F.integer(a, width: 32, mode: .towardZero, &environment)
    case "truncate64": return F.integer(a, width: 64, mode: .towardZero, &environment)
    case "fromint": return UInt64(F.convert(Int64(bitPattern: x.1), &environment))
    case "half":
      // vcvtps2ph does not flush its results to zero.
      environment.flushToZero = false
      return UInt64(Binary16.convert(a, from: F.self, &environment))
    case "convert":
      if F.precision == 24 { return Binary64.convert(a, from: F.self, &environment) }
      return UInt64(Binary32.convert(a, from: F.self, &environment))
    default: return nil
    }
  }
}
