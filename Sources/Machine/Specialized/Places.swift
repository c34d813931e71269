/// Handlers specialised by operation, width and kinds of operands.
///
/// Each does the common case only, before any side effect; whatever else may happen (a translation
/// the buffers lack, a page crossing, a fault) goes to the generic executor for that instruction.
/// They are inlined into the C function pointers of the tables.
typealias Raw = UnsafeMutableRawPointer

/// An operand's width.
typealias Width = FixedWidthInteger & UnsignedInteger

/// The next operation.
@inline(__always)
func after(_ op: Raw) -> Raw? { op + Operation.stride }

/// Runs the instruction with the generic executor.
@inline(never)
func generic(_ op: Raw, _ state: Raw) -> Raw? { runGeneric(op, state, executeAny) }

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

/// The linear address of the memory operand. A segment's base stands in the place of the index.
@inline(__always)
func effective(_ op: Op, _ state: Raw) -> UInt64 {
  let base = get(state, op.pointee.base, UInt64.self)
  let index = get(state, op.pointee.index, UInt64.self)
  return base &+ (index &<< UInt64(op.pointee.scale)) &+ op.pointee.displacement
}

/// The memory operand for reading, if the buffers know it.
@inline(__always)
func source<T: Width>(_ op: Op, _ state: Raw, _ type: T.Type) -> Raw? {
  cpuState(state).readable(effective(op, state), UInt64(MemoryLayout<T>.size))
}

/// The memory operand for writing, if the buffers know it.
@inline(__always)
func target<T: Width>(_ op: Op, _ state: Raw, _ type: T.Type) -> Raw? {
  cpuState(state).writable(effective(op, state), UInt64(MemoryLayout<T>.size))
}

/// A value sign-extended to 64 bits.
@inline(__always)
func signed<T: Width>(_ value: T) -> UInt64 {
  let shift = UInt64(64 &- T.bitWidth)
  let wide = Int64(bitPattern: UInt64(value) &<< shift)
  return UInt64(bitPattern: wide &>> Int64(shift))
}
