import X86

typealias Bytes16 = SIMD16<UInt8>
typealias Words8 = SIMD8<UInt16>
typealias Dwords4 = SIMD4<UInt32>
typealias SignedBytes16 = SIMD16<Int8>
typealias SignedWords8 = SIMD8<Int16>
typealias SignedDwords4 = SIMD4<Int32>
typealias SignedQwords2 = SIMD2<Int64>

/// The views of 128 bits as lanes of the widths that instructions know.
extension SIMD2<UInt64> {
  @inline(__always) var bytes: Bytes16 { unsafeBitCast(self, to: Bytes16.self) }
  @inline(__always) var words: Words8 { unsafeBitCast(self, to: Words8.self) }
  @inline(__always) var dwords: Dwords4 { unsafeBitCast(self, to: Dwords4.self) }
  @inline(__always) var signedBytes: SignedBytes16 { unsafeBitCast(self, to: SignedBytes16.self) }
  @inline(__always) var signedWords: SignedWords8 { unsafeBitCast(self, to: SignedWords8.self) }
  @inline(__always) var signedDwords: SignedDwords4 {
    unsafeBitCast(self, to: SignedDwords4.self)
  }
  @inline(__always) var signedQwords: SignedQwords2 {
    unsafeBitCast(self, to: SignedQwords2.self)
  }
  @inline(__always) init(_ v: Bytes16) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: Words8) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: Dwords4) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: SignedBytes16) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: SignedWords8) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: SignedDwords4) { self = unsafeBitCast(v, to: Self.self) }

  /// Shifts the 128 bits right by whole bytes, zeros coming in.
  @inline(__always)
  func shiftedRight(bytes: Int) -> Vector {
    let bits = UInt64(truncatingIfNeeded: bytes &* 8)
    switch bytes {
    case ...0: return self
    case 1...7: return Vector(self[0] &>> bits | self[1] &<< (64 &- bits), self[1] &>> bits)
    case 8...15: return Vector(self[1] &>> (bits &- 64), 0)
    default: return Vector()
    }
  }

  /// Shifts the 128 bits left by whole bytes, zeros coming in.
  @inline(__always)
  func shiftedLeft(bytes: Int) -> Vector {
    let bits = UInt64(truncatingIfNeeded: bytes &* 8)
    switch bytes {
    case ...0: return self
    case 1...7: return Vector(self[0] &<< bits, self[1] &<< bits | self[0] &>> (64 &- bits))
    case 8...15: return Vector(0, self[0] &<< (bits &- 64))
    default: return Vector()
    }
  }

  /// The doubleword at a place, which is cut to 0-3.
  @inline(__always)
  func dword(_ place: Int) -> UInt32 { dwords[place & 3] }
}

/// 256 bits: the low lane of 128 bits and the high one.
struct Wide {
  var low: Vector
  var high: Vector

  @inline(__always)
  init(_ low: Vector, _ high: Vector = Vector()) {
    self.low = low
    self.high = high
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// The low 128 bits of a vector register.
  @inline(__always)
  func xmm(_ number: UInt8) -> Vector {
    UnsafeRawPointer(vector(number)).load(as: Vector.self)
  }

  /// Sets the low 128 bits and leaves those above.
  @inline(__always)
  func setXMM(_ number: UInt8, _ value: Vector) {
    UnsafeMutableRawPointer(vector(number)).storeBytes(of: value, as: Vector.self)
  }

  /// 256 bits of a vector register.
  @inline(__always)
  func ymm(_ number: UInt8) -> Wide {
    let at = UnsafeRawPointer(vector(number))
    return Wide(
      at.load(as: Vector.self), at.load(fromByteOffset: 16, as: Vector.self))
  }

  /// Sets 256 bits of a vector register.
  @inline(__always)
  func setYMM(_ number: UInt8, _ value: Wide) {
    let at = UnsafeMutableRawPointer(vector(number))
    at.storeBytes(of: value.low, as: Vector.self)
    at.storeBytes(of: value.high, toByteOffset: 16, as: Vector.self)
  }

  /// Sets a vector register as an instruction does: a legacy one leaves what is above bit 127, a
  /// VEX-coded one clears what it does not write.
  @inline(__always)
  func setVector(_ number: UInt8, _ i: Decoded, _ value: Wide) {
    guard i.pointee.isVEX else { return setXMM(number, value.low) }
    setYMM(number, i.pointee.is256 ? value : Wide(value.low))
  }

  /// An MMX register: the significand of the x87 register of that number.
  @inline(__always)
  func mmx(_ number: UInt8) -> UInt64 {
    (raw + (StateOffset.fpu &+ Int(number & 7) &* 16)).load(as: UInt64.self)
  }

  /// Sets an MMX register; the exponent becomes all ones (Intel SDM vol. 1 §9.5.1).
  @inline(__always)
  func setMMX(_ number: UInt8, _ value: UInt64) {
    let at = raw + (StateOffset.fpu &+ Int(number & 7) &* 16)
    at.storeBytes(of: value, as: UInt64.self)
    at.storeBytes(of: 0xffff, toByteOffset: 8, as: UInt16.self)
  }
}

extension Instruction {
  /// Whether the instruction is VEX-coded.
  @inline(__always)
  var isVEX: Bool { prefixes.contains(.vex) }

  /// Whether the instruction works on 256 bits.
  @inline(__always)
  var is256: Bool { operandSize == 32 }

  /// The control byte.
  @inline(__always)
  var control: UInt8 { UInt8(truncatingIfNeeded: immediate) }
}
