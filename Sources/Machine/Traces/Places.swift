/// Access to what operations of traces name by offset: registers, and memory through the buffers.
///
/// Handlers do the common case only, before any side effect; whatever else may happen (a translation
/// the buffers lack, a page crossing, a fault) goes to the generic executor for that instruction.
/// They are inlined into the C function pointers of the tables.
typealias Raw = UnsafeMutableRawPointer

/// An operand's width.
typealias Width = FixedWidthInteger & UnsignedInteger

@inline(__always)
func get<T: Width>(_ state: Raw, _ offset: UInt8, _ type: T.Type) -> T {
  state.load(fromByteOffset: Int(offset), as: T.self)
}

/// Writes a register; 32 bits clear the upper half.
@inline(__always)
func put<T: Width>(_ state: Raw, _ offset: UInt8, _ value: T) {
  if T.bitWidth == 32 {
    state.storeBytes(of: UInt64(value), toByteOffset: Int(offset), as: UInt64.self)
  } else {
    state.storeBytes(of: value, toByteOffset: Int(offset), as: T.self)
  }
}

/// How a memory operand's address is made.
protocol AddressForm {
  static func address(_ op: TraceOp, _ state: Raw) -> UInt64
}

/// A register (or none) and a displacement.
enum Based: AddressForm {
  @inline(__always)
  static func address(_ op: TraceOp, _ state: Raw) -> UInt64 {
    get(state, op.pointee.base, UInt64.self)
      &+ UInt64(bitPattern: Int64(op.pointee.displacement))
  }
}

/// A register, a scaled index and a displacement. A segment's base stands in the place of the index.
enum Indexed: AddressForm {
  @inline(__always)
  static func address(_ op: TraceOp, _ state: Raw) -> UInt64 {
    let index = get(state, op.pointee.index, UInt64.self) &<< UInt64(op.pointee.scale)
    return Based.address(op, state) &+ index
  }
}

/// The memory operand for reading, if the buffers know it.
@inline(__always)
func source<T: Width, A: AddressForm>(
  _ op: TraceOp, _ state: Raw, _: T.Type, _: A.Type
) -> Raw? {
  cpuState(state).readable(A.address(op, state), UInt64(MemoryLayout<T>.size))
}

/// The memory operand for writing, if the buffers know it.
@inline(__always)
func target<T: Width, A: AddressForm>(
  _ op: TraceOp, _ state: Raw, _: T.Type, _: A.Type
) -> Raw? {
  cpuState(state).writable(A.address(op, state), UInt64(MemoryLayout<T>.size))
}

/// A value sign-extended to 64 bits.
@inline(__always)
func signed<T: Width>(_ value: T) -> UInt64 {
  let shift = UInt64(64 &- T.bitWidth)
  let wide = Int64(bitPattern: UInt64(value) &<< shift)
  return UInt64(bitPattern: wide &>> Int64(shift))
}

/// Whether a value, taken as signed, is negative.
@inline(__always)
func isNegative<T: Width>(_ value: T) -> Bool { value &>> T(T.bitWidth &- 1) != 0 }

/// a < b, both taken as signed.
@inline(__always)
func isLess<T: Width>(_ a: T, _ b: T) -> Bool {
  Int64(bitPattern: signed(a)) < Int64(bitPattern: signed(b))
}
