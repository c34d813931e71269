/// Pages of address spaces and the physical pages behind them, until the machine runs or its memory is
/// written. It is all that is kept of a live target's memory (`.cache`): the memory itself is read in
/// place. Forgetting costs nothing, for it happens at every step.
struct TranslationCache {
  private struct Entry {
    var root: UInt64 = 0
    var page: UInt64 = 0
    var physical: UInt64 = 0
    /// The entry counts while this is the cache's own stamp.
    var stamp: UInt64 = 0
  }

  /// The size that WinDbg's cache has as well.
  static let defaultByteCount = 0x10_0000
  /// More is not kept, whatever is asked for.
  static let mostBytes = 0x400_0000

  /// Bytes that it may take; 0 keeps nothing.
  var byteLimit = defaultByteCount {
    didSet {
      byteLimit = max(0, min(byteLimit, Self.mostBytes))
      resize()
    }
  }
  /// Whether what is kept stays although the target has changed (`.cache hold`).
  var isHeld = false
  /// Whether every address is translated anew.
  var isBypassed = false
  private(set) var counts = MemoryCacheCounts()

  private var entries: [Entry] = []
  private var stamp: UInt64 = 1
  private var wasHit = false

  init() { resize() }

  private mutating func resize() {
    let most = byteLimit / MemoryLayout<Entry>.stride
    guard most > 0 else {
      entries = []
      return
    }
    // A power of two, so that a place is found by a mask.
    let count = 1 << (Int.bitWidth - 1 - most.leadingZeroBitCount)
    entries = [Entry](repeating: Entry(), count: count)
  }

  /// Forgets everything, unless it is held.
  mutating func forget() { if !isHeld { stamp &+= 1 } }

  /// Forgets everything in any case.
  mutating func flush() { stamp &+= 1 }

  /// Forgets the entries whose page's address is wanted.
  mutating func flush(where isWanted: (UInt64) -> Bool) {
    for index in entries.indices where entries[index].stamp == stamp {
      if isWanted(entries[index].page << 12) { entries[index].stamp = 0 }
    }
  }

  /// How many pages are known at this moment.
  var regionCount: Int { entries.reduce(0) { $0 + ($1.stamp == stamp ? 1 : 0) } }
  /// Bytes that they take.
  var usedByteCount: Int { regionCount * MemoryLayout<Entry>.stride }

  /// Counts a part of a read whose translation was looked for last.
  mutating func count(part byteCount: Int) {
    counts.parts &+= 1
    if wasHit {
      counts.cachedParts &+= 1
      counts.cachedBytes &+= UInt64(byteCount)
    } else {
      counts.uncachedBytes &+= UInt64(byteCount)
    }
  }

  /// Counts a read as a whole.
  mutating func countRead() { counts.reads &+= 1 }

  /// The physical page behind a page's number under a root, nil when it is not remembered.
  subscript(root: UInt64, page: UInt64) -> UInt64? {
    mutating get {
      wasHit = false
      guard !entries.isEmpty, !isBypassed else { return nil }
      let entry = entries[index(root, page)]
      guard entry.stamp == stamp, entry.page == page, entry.root == root else { return nil }
      wasHit = true
      return entry.physical
    }
    set {
      guard let newValue, !entries.isEmpty, !isBypassed else { return }
      entries[index(root, page)] = Entry(root: root, page: page, physical: newValue, stamp: stamp)
    }
  }

  private func index(_ root: UInt64, _ page: UInt64) -> Int {
    Int(truncatingIfNeeded: (page ^ (root >> 12)) & UInt64(entries.count - 1))
  }
}
