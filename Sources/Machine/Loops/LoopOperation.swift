/// Loops that touch registers only, with the registers they change in the host's.
///
/// A loop has at most four places for registers; its operations pass their values on as arguments and
/// carry everything else as a constant. The values at the beginning of a round are kept: whatever ends the
/// loop, the last round is done over by the ordinary trace, which knows flags, exits and counts exactly.
/// Nothing in a round can be seen from outside, so nobody can tell.

/// Executes one operation of a loop and goes on to the next.
///
/// The arguments are the operation, the condition computed last and the values of the four places.
typealias LoopHandler =
  @convention(c) (UnsafeMutableRawPointer, UInt64, UInt64, UInt64, UInt64, UInt64) -> Void

typealias LoopOp = UnsafeMutablePointer<LoopOperation>

/// An operation of a loop.
struct LoopOperation {
  var handler: LoopHandler
  /// The constant operand.
  var immediate: UInt64 = 0
  /// Where a jump leads.
  var link: UnsafeMutableRawPointer
  /// In jumps forward the instructions left out, at the end of the loop those of a round.
  var count: Int32 = 0
  /// Operations before this one.
  var index: UInt16 = 0
  /// The shift of an index.
  var scale: UInt8 = 0

  static var stride: Int { TraceOperation.stride }
}

/// A register whose value is the constant operand of an operation.
struct LoopInvariant {
  /// The operation's number in the loop.
  var operation: UInt16
  /// The register's byte offset in the state block.
  var register: UInt8
}

/// What stands before the first operation of a loop.
struct LoopHeader {
  /// The processor that runs the loop.
  var state: UnsafeMutableRawPointer
  /// The operation after the one that enters the loop: the same code as an ordinary trace.
  var plain: UnsafeMutableRawPointer
  /// What is left of the budget, as if the round ran whole from here on.
  var left: Int64 = 0
  /// What was left at the beginning of the round.
  var checkpoint: Int64 = 0
  /// What was left when the loop was entered.
  var entered: Int64 = 0
  /// The instructions of a round.
  var count: Int64
  /// Byte offsets of the places' registers in the state block.
  var places: (UInt8, UInt8, UInt8, UInt8)
  /// Short visits, less long ones.
  var briefVisits: Int32 = 0
  var invariantCount: Int = 0
  var invariants: (LoopInvariant, LoopInvariant, LoopInvariant, LoopInvariant) = (
    LoopInvariant(operation: 0, register: 0), LoopInvariant(operation: 0, register: 0),
    LoopInvariant(operation: 0, register: 0), LoopInvariant(operation: 0, register: 0)
  )
  /// The values of the places at the beginning of the round.
  var values = LoopValues()
  /// The operation a debug build runs next, and its arguments.
  var next: UnsafeMutableRawPointer?
  var arguments = LoopValues()

  /// Operations that the header takes the room of.
  static var slots: Int { 6 }
  static var bytes: Int { slots &* LoopOperation.stride }
  /// Visits of less than this many rounds are not worth entering the loop.
  static var brief: Int64 { 6 }
}

/// The arguments of an operation: the condition and the places.
struct LoopValues {
  var condition: UInt64 = 0
  var a: UInt64 = 0
  var b: UInt64 = 0
  var c: UInt64 = 0
  var d: UInt64 = 0
}

@inline(__always)
func loopAt(_ raw: UnsafeMutableRawPointer) -> LoopOp {
  raw.assumingMemoryBound(to: LoopOperation.self)
}

/// The header of the loop whose first operation is given.
@inline(__always)
func loopHeader(_ first: UnsafeMutableRawPointer) -> UnsafeMutablePointer<LoopHeader> {
  (first - LoopHeader.bytes).assumingMemoryBound(to: LoopHeader.self)
}

/// The header of an operation's loop.
@inline(__always)
func loopHeader(of op: UnsafeMutableRawPointer) -> UnsafeMutablePointer<LoopHeader> {
  loopHeader(op - Int(loopAt(op).pointee.index) &* LoopOperation.stride)
}
