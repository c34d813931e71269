/// An image in the target.
public final class Module: @unchecked Sendable {
  /// Where it begins.
  public let base: UInt64
  /// Bytes it covers.
  public let size: UInt64
  /// The name symbols are written with: `nt`, `myfault`.
  public let name: String
  /// The file's name: `ntoskrnl.exe`.
  public let imageName: String
  /// The path as the target's loader has it.
  public let path: String
  /// TimeDateStamp of the loader's entry or the header.
  public let timeDateStamp: UInt32
  public let checkSum: UInt32
  /// Whether it belongs to a process rather than to the kernel.
  public let isUser: Bool
  /// What is known of its symbols.
  public internal(set) var symbolState: SymbolState = .deferred

  public init(
    base: UInt64, size: UInt64, name: String, imageName: String, path: String,
    timeDateStamp: UInt32 = 0, checkSum: UInt32 = 0, isUser: Bool = false
  ) {
    self.base = base
    self.size = size
    self.name = name
    self.imageName = imageName
    self.path = path
    self.timeDateStamp = timeDateStamp
    self.checkSum = checkSum
    self.isUser = isUser
  }

  /// The address after its last byte.
  public var end: UInt64 { base &+ size }

  /// Whether an address lies inside.
  public func contains(_ address: UInt64) -> Bool { address >= base && address &- base < size }
}

/// What a module's symbols come from.
public enum SymbolState: Equatable, Sendable {
  /// Nobody has asked yet.
  case deferred
  /// A PDB that matches; its path.
  case pdb(path: String, hasPrivate: Bool)
  /// The image's export table.
  case exports
  /// Nothing was found.
  case none
}
