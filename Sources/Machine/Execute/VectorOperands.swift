import X86

typealias Bytes16 = SIMD16<UInt8>
typealias Words8 = SIMD8<UInt16>
typealias Doubles4 = SIMD4<UInt32>

extension SIMD2<UInt64> {
  @inline(__always) var bytes: Bytes16 { unsafeBitCast(self, to: Bytes16.self) }
  @inline(__always) var words: Words8 { unsafeBitCast(self, to: Words8.self) }
  @inline(__always) var doubles: Doubles4 { unsafeBitCast(self, to: Doubles4.self) }
  @inline(__always) var signedBytes: SIMD16<Int8> { unsafeBitCast(self, to: SIMD16<Int8>.self) }
  @inline(__always) var signedWords: SIMD8<Int16> { unsafeBitCast(self, to: SIMD8<Int16>.self) }
  @inline(__always) var signedDoubles: SIMD4<Int32> { unsafeBitCast(self, to: SIMD4<Int32>.self) }
  @inline(__always) init(_ v: Bytes16) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: Words8) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: Doubles4) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: SIMD16<Int8>) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: SIMD8<Int16>) { self = unsafeBitCast(v, to: Self.self) }
  @inline(__always) init(_ v: SIMD4<Int32>) { self = unsafeBitCast(v, to: Self.self) }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Faults unless SSE is enabled (Intel SDM vol. 3A §2.5).
  @inline(__always)
  func requireSSE() throws(Fault) {
    if pointee.cr0 & 0xc != 0 || pointee.cr4 & 0x200 == 0 {
      if pointee.cr0 & 4 != 0 || pointee.cr4 & 0x200 == 0 { throw .invalidOpcode }
      throw .deviceNotAvailable
    }
  }

  @inline(__always)
  func xmm(_ number: UInt8) -> Vector {
    UnsafeRawPointer(vector(number)).load(as: Vector.self)
  }

  @inline(__always)
  func setXMM(_ number: UInt8, _ value: Vector) {
    UnsafeMutableRawPointer(vector(number)).storeBytes(of: value, as: Vector.self)
  }

  /// A vector operand: a register whole, or `size` bytes of memory with zeros above. 16 bytes of
  /// memory must be aligned unless `aligned` is false.
  @inline(__always)
  func vectorValue(
    _ operand: Operand, _ i: Decoded, aligned: Bool = true
  ) throws(Fault) -> Vector {
    switch operand.kind {
    case .xmm: return xmm(operand.register)
    case .memory:
      let va = address(i)
      if operand.size == 16 {
        if aligned, va & 15 != 0 { throw .protection() }
        return try load128(va)
      }
      return Vector(try loadSized(va, operand.size), 0)
    case .gpr: return Vector(register(operand.register, operand.size), 0)
    default: throw unimplemented(i)
    }
  }
}
