/// Pages of address spaces and the physical pages behind them, until the machine runs or its memory is
/// written. Forgetting costs nothing, for it happens at every step.
struct TranslationCache {
  private struct Entry {
    var root: UInt64 = 0
    var page: UInt64 = 0
    var physical: UInt64 = 0
    /// The entry counts while this is the cache's own stamp.
    var stamp: UInt64 = 0
  }

  private static let size = 256
  private var entries = [Entry](repeating: Entry(), count: size)
  private var stamp: UInt64 = 1

  /// Forgets everything.
  mutating func forget() { stamp &+= 1 }

  /// The physical page behind a page's number under a root, nil when it is not remembered.
  subscript(root: UInt64, page: UInt64) -> UInt64? {
    get {
      let entry = entries[Self.index(root, page)]
      guard entry.stamp == stamp, entry.page == page, entry.root == root else { return nil }
      return entry.physical
    }
    set {
      guard let newValue else { return }
      entries[Self.index(root, page)] = Entry(
        root: root, page: page, physical: newValue, stamp: stamp)
    }
  }

  private static func index(_ root: UInt64, _ page: UInt64) -> Int {
    Int(truncatingIfNeeded: (page ^ (root >> 12)) & UInt64(size - 1))
  }
}
