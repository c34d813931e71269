/// The debug port, F0h and F1h: how the guest's kernel debugger layer reaches the debugger.
struct DebugPort {
  /// Whether a debugger is there to answer: bit 0 of a read of F0h.
  var present = true
  /// A break-in waits to be noticed: bit 1 of a read of F0h, which clears it.
  var breakIn = false
  /// The vector raised on processor 0 for a break-in; 0 is none.
  var vector: UInt8 = 0
}
