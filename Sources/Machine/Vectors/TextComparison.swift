import X86

/// The SSE4.2 text comparisons (Intel SDM vol. 2B §4.1).
func compareText(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let kind = i.pointee.semantics
  let a = cpu.xmm(i.pointee.operands.0.register)
  let b = try cpu.vectorValue(i.pointee.operands.1, i, aligned: false).low
  let isExplicit = kind == .pcmpestrm || kind == .pcmpestri
  var comparison = TextComparison(a: a, b: b, control: i.pointee.control)
  if isExplicit {
    let size: UInt8 = i.pointee.prefixes.contains(.rexW) && i.pointee.mode == .bits64 ? 8 : 4
    comparison.setLengths(
      cpu.extended(cpu.gpr(0).pointee, size), cpu.extended(cpu.gpr(2).pointee, size))
  } else {
    comparison.findLengths()
  }
  let bits = comparison.result()
  let count = comparison.count
  var flags: UInt64 = bits != 0 ? Flag.carry : 0
  if comparison.lengthB < count { flags |= Flag.zero }
  if comparison.lengthA < count { flags |= Flag.sign }
  if bits & 1 != 0 { flags |= Flag.overflow }
  if kind == .pcmpestri || kind == .pcmpistri {
    let first = bits.trailingZeroBitCount
    let last = 31 &- bits.leadingZeroBitCount
    let index = bits == 0 ? count : (i.pointee.control & 0x40 == 0 ? first : last)
    cpu.setRegister(1, 4, UInt64(index))
  } else {
    cpu.setVector(0, i, Wide(comparison.mask(bits)))
  }
  cpu.setArithmeticFlags(flags)
}

private struct TextComparison {
  var a: Vector
  var b: Vector
  var control: UInt8
  var lengthA = 0
  var lengthB = 0

  init(a: Vector, b: Vector, control: UInt8) {
    self.a = a
    self.b = b
    self.control = control
  }

  var isWords: Bool { control & 1 != 0 }
  /// Elements in a vector.
  var count: Int { isWords ? 8 : 16 }

  /// Explicit lengths: the magnitudes, at most a whole vector.
  mutating func setLengths(_ first: UInt64, _ second: UInt64) {
    lengthA = Int(min(Int64(bitPattern: first).magnitude, UInt64(count)))
    lengthB = Int(min(Int64(bitPattern: second).magnitude, UInt64(count)))
  }

  /// Implicit lengths: up to the first zero.
  mutating func findLengths() {
    lengthA = 0
    while lengthA < count, element(a, lengthA) != 0 { lengthA &+= 1 }
    lengthB = 0
    while lengthB < count, element(b, lengthB) != 0 { lengthB &+= 1 }
  }

  /// An element, extended as the control says.
  private func element(_ value: Vector, _ place: Int) -> Int32 {
    switch control & 3 {
    case 0: Int32(value.bytes[place])
    case 1: Int32(value.words[place])
    case 2: Int32(value.signedBytes[place])
    default: Int32(value.signedWords[place])
    }
  }

  /// One bit for each element of the second text, polarity applied.
  func result() -> UInt32 {
    var bits: UInt32 = 0
    for place in 0..<count where holds(at: place) { bits |= 1 &<< UInt32(place) }
    let all: UInt32 = (1 &<< UInt32(count)) &- 1
    let valid: UInt32 = (1 &<< UInt32(lengthB)) &- 1
    switch (control >> 4) & 3 {
    case 1: return bits ^ all
    case 3: return bits ^ valid
    default: return bits
    }
  }

  private func holds(at place: Int) -> Bool {
    switch (control >> 2) & 3 {
    case 0:
      guard place < lengthB else { return false }
      for other in 0..<lengthA where element(a, other) == element(b, place) { return true }
      return false
    case 1:
      guard place < lengthB else { return false }
      let value = element(b, place)
      for pair in 0..<(lengthA &>> 1)
      where element(a, pair &* 2) <= value && value <= element(a, pair &* 2 &+ 1) { return true }
      return false
    case 2:
      guard place < lengthA, place < lengthB else { return place >= lengthA && place >= lengthB }
      return element(a, place) == element(b, place)
    default:
      for other in 0..<min(lengthA, count &- place) {
        let at = place &+ other
        guard at < lengthB, element(a, other) == element(b, at) else { return false }
      }
      return true
    }
  }

  /// The bits as the mask instructions give them: low bits, or whole elements.
  func mask(_ bits: UInt32) -> Vector {
    guard control & 0x40 != 0 else { return Vector(UInt64(bits), 0) }
    if isWords {
      var result = Words8()
      for place in 0..<8 where bits &>> UInt32(place) & 1 != 0 { result[place] = ~0 }
      return Vector(result)
    }
    var result = Bytes16()
    for place in 0..<16 where bits &>> UInt32(place) & 1 != 0 { result[place] = ~0 }
    return Vector(result)
  }
}
