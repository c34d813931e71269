import Synchronization

/// Requests to a running machine that may come from any thread or from a signal handler.
public final class StopFlag: Sendable {
  private let bits = Atomic<UInt32>(0)

  init() {}

  /// Asks the machine to return `.stopRequested` soon.
  public func requestStop() { bits.bitwiseOr(1, ordering: .relaxed) }

  /// Asks the machine to raise the debug port's break-in interrupt soon.
  public func requestBreakIn() { bits.bitwiseOr(2, ordering: .relaxed) }

  var isSet: Bool { bits.load(ordering: .relaxed) != 0 }

  func takeStop() -> Bool { take(1) }
  func takeBreakIn() -> Bool { take(2) }

  private func take(_ bit: UInt32) -> Bool {
    guard bits.load(ordering: .relaxed) & bit != 0 else { return false }
    return bits.bitwiseAnd(~bit, ordering: .relaxed).oldValue & bit != 0
  }
}
