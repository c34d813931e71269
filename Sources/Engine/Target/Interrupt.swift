import Synchronization

/// The flag that Ctrl+C raises: a running target breaks in on it, long work ends on it.
///
/// `request` may be called from any thread and from a signal handler.
public final class Interrupt: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  /// Raises the flag.
  public func request() { flag.store(true, ordering: .releasing) }

  /// Whether the flag is up.
  public var isRequested: Bool { flag.load(ordering: .acquiring) }

  /// Lowers the flag; returns whether it was up.
  @discardableResult
  public func take() -> Bool { flag.exchange(false, ordering: .acquiringAndReleasing) }

  /// Throws `Cancelled`, lowering the flag, when it is up. Long work calls this in its loops.
  public func check() throws(Cancelled) {
    if isRequested {
      take()
      throw Cancelled()
    }
  }
}
