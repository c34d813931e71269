/// Values that only a session knows, behind pseudo-registers.
public struct SessionVariables: Sendable {
  /// `$t0` to `$t19`.
  public var user = [UInt64](repeating: 0, count: 20)
  /// `$exp`: the value of the last `?`.
  public var lastExpression: UInt64 = 0
  /// `$p`: the value shown by the last `d*`.
  public var lastDisplayed: UInt64 = 0
  /// `$ea` and `$ea2`: the addresses the last instruction shown uses in memory.
  public var effectiveAddresses: [UInt64] = []
  /// `$eventip`, `$previp`: where the target stopped last and the time before.
  public var eventIP: UInt64 = 0
  public var previousIP: UInt64 = 0
  /// `$callret`, `$extret`, `$extin`, `$relip`: set by commands and extensions.
  public var callResult: UInt64 = 0
  public var extensionResult: UInt64 = 0
  public var extensionInput: UInt64 = 0
  public var relatedIP: UInt64 = 0

  /// Everything 0.
  public init() {}
}
