/// Why a target could not do what was asked. Cases carry facts; `TargetError+Message` the words.
public enum TargetError: Error, Equatable, Sendable {
  /// The target has no such ability: "run", "write memory" ...
  case unsupported(String)
  /// No memory at this address.
  case unwritable(UInt64)
  /// There is no processor of this number.
  case noProcessor(Int)
  /// The target has powered off or cannot run on; the reason.
  case ended(TargetEnd)
  /// A data trap whose length is not 1, 2, 4 or 8 or whose address is not aligned to it.
  case badTrap(address: UInt64, length: Int)
}

/// Why a target will never run again.
public enum TargetEnd: Equatable, Sendable {
  case powerOff
  case reset
  case tripleFault
}

/// Memory that could not be read or written.
public struct MemoryError: Error, Equatable, Sendable {
  /// The first address that failed.
  public var address: UInt64
  /// Whether the attempt was a write.
  public var isWrite: Bool
  /// Whether `address` is physical.
  public var isPhysical: Bool

  public init(address: UInt64, isWrite: Bool = false, isPhysical: Bool = false) {
    self.address = address
    self.isWrite = isWrite
    self.isPhysical = isPhysical
  }
}

/// A name that leads nowhere.
public enum LookupError: Error, Equatable, Sendable {
  case noModule(String)
  case noSymbol(String)
  /// Several symbols of this name; their addresses.
  case ambiguousSymbol(String, [UInt64])
  case noType(String)
  case noField(type: String, field: String)
  /// The type has no fields, elements or target to follow.
  case notAggregate(type: String)
  /// A list or chain came back to a place it had visited, or ran past its bound.
  case loop(at: UInt64)
}

/// The person asked to stop.
public struct Cancelled: Error, Equatable, Sendable {
  public init() {}
}
