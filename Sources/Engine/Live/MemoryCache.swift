/// What a cache of a target's memory was asked for, since the session began.
public struct MemoryCacheCounts: Equatable, Sendable {
  /// Reads, and the parts they were broken into: one for each page.
  public var reads: UInt64 = 0
  public var parts: UInt64 = 0
  /// Parts that were in the cache.
  public var cachedParts: UInt64 = 0
  public var cachedBytes: UInt64 = 0
  public var uncachedBytes: UInt64 = 0
}

/// How much of a target's memory is kept, and how (`.cache`).
public struct MemoryCacheState: Sendable {
  /// Bytes that the cache may take; 0 when it is disabled.
  public var byteLimit: Int
  public var usedByteCount: Int
  public var regionCount: Int
  public var counts: MemoryCacheCounts
  public var isHeld: Bool
  public var decodesTransitions: Bool
  public var forced: ForcedDecoding
}

/// Which addresses are translated at every access, past the cache.
public enum ForcedDecoding: Equatable, Sendable {
  case none, user, all
}

/// The settings of the cache of translations, which is what is kept of a live target's memory.
extension LiveTarget {
  public var memoryCache: MemoryCacheState {
    MemoryCacheState(
      byteLimit: translations.byteLimit, usedByteCount: translations.usedByteCount,
      regionCount: translations.regionCount, counts: translations.counts,
      isHeld: translations.isHeld, decodesTransitions: decodesTransitions, forced: forcedDecoding)
  }

  /// Sets how many bytes the cache may take, at most 64 MB; 0 disables it.
  public func setCacheLimit(_ byteCount: Int) { translations.byteLimit = byteCount }

  /// Keeps what is cached although the target changes, or not.
  public func holdCache(_ isHeld: Bool) {
    translations.isHeld = isHeld
    if !isHeld { translations.flush() }
  }

  /// Whether page-table entries in transition count as mapped.
  public func decodeTransitions(_ decodes: Bool) {
    decodesTransitions = decodes
    translations.flush()
  }

  /// Has addresses translated at every access, until the target runs.
  public func forceDecoding(_ forced: ForcedDecoding) {
    forcedDecoding = forced
    translations.isBypassed = forced != .none
  }

  /// Forgets everything that is cached.
  public func flushCache() { translations.flush() }

  /// Forgets the pages whose addresses are wanted.
  public func flushCache(where isWanted: (UInt64) -> Bool) { translations.flush(where: isWanted) }
}
