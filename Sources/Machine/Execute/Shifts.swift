import X86

/// Executes shifts, rotates and bit instructions.
func executeShift(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  let size = first.size
  switch i.pointee.semantics {
  case .shl, .shr, .sar, .rol, .ror, .rcl, .rcr:
    let count = try cpu.value(second, i) & (size == 8 ? 63 : 31)
    try cpu.modify(first, i) { cpu.shift(i.pointee.semantics, $0, count, size) }
  case .shld, .shrd:
    let filler = try cpu.value(second, i)
    let count = try cpu.value(i.pointee.operands.2, i) & (size == 8 ? 63 : 31)
    let left = i.pointee.semantics == .shld
    try cpu.modify(first, i) { cpu.shiftDouble($0, filler, count, size, left: left) }
  case .bt, .bts, .btr, .btc: try executeBitTest(cpu, i)
  default: return try executeBits(cpu, i)
  }
  return .next
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// A shift or rotate with flags; a count of 0 changes nothing. Counts are masked already.
  @inline(__always)
  func shift(_ kind: Semantics, _ a: UInt64, _ count: UInt64, _ size: UInt8) -> UInt64 {
    if count == 0 { return a }
    let bits = UInt64(size) &* 8
    let all = mask(size)
    switch kind {
    case .shl:
      let result = count >= bits ? (a << count) & all : (a &<< count) & all
      let out = count <= bits ? (a >> (bits &- count)) & 1 : 0
      setShiftFlags(result, size, carry: out, overflow: (result >> (bits &- 1)) ^ out)
      return result
    case .shr:
      let result = a >> count
      let out = (a >> (count &- 1)) & 1
      setShiftFlags(result, size, carry: out, overflow: shrOverflow(a, result, bits))
      return result
    case .sar:
      let wide = Int64(bitPattern: extended(a, size))
      let result = UInt64(bitPattern: wide >> Int64(count)) & all
      let out = UInt64(bitPattern: wide >> Int64(count &- 1)) & 1
      setShiftFlags(result, size, carry: out, overflow: 0)
      return result
    default: return rotate(kind, a, count, size)
    }
  }

  /// OF of shr: the sign before a shift by one; for larger counts processors compute the exclusive
  /// or of the result's two top bits.
  @inline(__always)
  private func shrOverflow(_ a: UInt64, _ result: UInt64, _ bits: UInt64) -> UInt64 {
    ((result >> (bits &- 1)) ^ (result >> (bits &- 2))) & 1
  }

  @inline(__always)
  private func setShiftFlags(
    _ result: UInt64, _ size: UInt8, carry: UInt64, overflow: UInt64
  ) {
    let whole = extended(result, size)
    setFlags(result: whole, operands: whole ^ ((overflow ^ carry) << 63), carry: carry)
  }

  private func rotate(
    _ kind: Semantics, _ a: UInt64, _ count: UInt64, _ size: UInt8
  ) -> UInt64 {
    let bits = UInt64(size) &* 8
    let all = mask(size)
    let flags = arithmeticFlags & ~(Flag.carry | Flag.overflow)
    var result = a
    var out: UInt64
    var overflow: UInt64
    switch kind {
    case .rol:
      let turn = count % bits
      result = turn == 0 ? a : ((a << turn) | (a >> (bits &- turn))) & all
      out = result & 1
      overflow = (result >> (bits &- 1)) ^ out
    case .ror:
      let turn = count % bits
      result = turn == 0 ? a : ((a >> turn) | (a << (bits &- turn))) & all
      out = result >> (bits &- 1)
      overflow = out ^ (result >> (bits &- 2)) & 1
    default:
      // Through carry, one bit at a time: rare.
      let turns = count % (bits &+ 1)
      out = pointee.flagCarry & 1
      overflow = arithmeticFlags >> 11 & 1
      for _ in 0..<turns {
        if kind == .rcl {
          let top = result >> (bits &- 1)
          result = ((result << 1) | out) & all
          out = top
          overflow = (result >> (bits &- 1)) ^ out
        } else {
          let low = result & 1
          result = (result >> 1) | out << (bits &- 1)
          out = low
          overflow = (result >> (bits &- 1)) ^ (result >> (bits &- 2)) & 1
        }
      }
    }
    setArithmeticFlags(flags | out | (overflow & 1) << 11)
    return result
  }

  func shiftDouble(
    _ a: UInt64, _ filler: UInt64, _ count: UInt64, _ size: UInt8, left: Bool
  ) -> UInt64 {
    if count == 0 { return a }
    let bits = UInt64(size) &* 8
    let all = mask(size)
    var result: UInt64
    var out: UInt64
    if count <= bits {
      if left {
        result = ((a << count) | (filler >> (bits &- count))) & all
        out = (a >> (bits &- count)) & 1
      } else {
        result = ((a >> count) | (filler << (bits &- count))) & all
        out = (a >> (count &- 1)) & 1
      }
    } else {
      // 16-bit operands and a count above 16: the operand is shifted in again.
      let more = count &- bits
      if left {
        result = ((filler << more) | (a >> (bits &- more))) & all
        out = (filler >> (bits &- more)) & 1
      } else {
        result = ((filler >> more) | (a << (bits &- more))) & all
        out = (filler >> (more &- 1)) & 1
      }
    }
    // A change of sign where the count is 1; the same formulas serve larger counts.
    let top = (result >> (bits &- 1)) & 1
    let overflow = left ? top ^ out : top ^ (result >> (bits &- 2)) & 1
    setShiftFlags(result, size, carry: out, overflow: overflow)
    return result
  }
}
