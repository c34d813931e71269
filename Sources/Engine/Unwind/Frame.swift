import Symbols

/// One frame of a stack, innermost first.
public struct Frame: Sendable {
  /// 0 for the innermost.
  public var number: Int
  /// The registers while this frame runs; only nonvolatile ones are known beyond the first.
  public var context: Context
  /// Where this frame runs: its ip, or the return address its callee goes back to.
  public var ip: UInt64
  /// The stack pointer as this frame's body has it (`Child-SP`).
  public var sp: UInt64
  /// Where this frame returns to, or 0 for the outermost.
  public var returnAddress: UInt64
  /// The stack pointer of the caller: the address above the return address.
  public var callerSP: UInt64
  /// The register frame variables are addressed by, resolved to a value.
  public var framePointer: UInt64
  /// The four parameter home slots as they stand in memory; a slot that cannot be read is nil.
  public var homes: [UInt64?]
  public var kind: Kind
  /// How sure the walk was of this frame.
  public var trust: Trust
  /// The function's unwind entry, for `kv` and `.fnent`.
  public var function: FunctionRange?

  public enum Kind: Equatable, Sendable {
    /// A physical frame.
    case normal
    /// Its callee's frame is a trap, interrupt or system call: `ip` is the interrupted
    /// instruction itself, not a return address.
    case interrupted
    /// A function expanded inside the next physical frame.
    case inline(InlineSite)
  }

  public enum Trust: Equatable, Sendable {
    case good
    /// The ip lies in no known module; this frame and the next ones may be wrong.
    case noModule
    /// A leaf was assumed because its module's unwind data could not be read.
    case guessed
  }

  /// Whether `ip` is a return address, so that the call stands before it.
  public var ipIsReturnAddress = false

  /// The address to look symbols and lines up by: inside the call for a return address.
  public var lookupAddress: UInt64 { ipIsReturnAddress ? ip &- 1 : ip }
}

/// A function as its unwind entry bounds it: absolute addresses.
public struct FunctionRange: Equatable, Sendable {
  public var begin: UInt64
  public var end: UInt64
  public var unwindInfo: UInt64

  public init(begin: UInt64, end: UInt64, unwindInfo: UInt64) {
    self.begin = begin
    self.end = end
    self.unwindInfo = unwindInfo
  }
}
