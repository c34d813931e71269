/// Where the debugger is looking: commands that name no place mean this one.
public struct Scope: Sendable {
  /// The current processor (kernel) or thread index (user).
  public var processor: Int
  /// The implicit process: the address of its `_EPROCESS`, or nil for the processor's own.
  public var process: UInt64?
  /// The root of the implicit process' page tables, or nil for the processor's own.
  public var directory: UInt64?
  /// The implicit thread: the address of its `_ETHREAD`, or nil for the processor's own.
  public var thread: UInt64?
  /// The registers that `.thread`, `.cxr` or `.trap` chose, in place of the processor's.
  public var context: Context?
  /// The current frame (`.frame`), 0 the innermost.
  public var frame: Int

  public init(processor: Int = 0) {
    self.processor = processor
    frame = 0
  }
}
