/// A breakpoint as the person at the prompt knows it.
public struct Breakpoint: Sendable {
  /// Where it stands.
  public enum Location: Equatable, Sendable {
    /// A place that stays (`bp`, `ba`).
    case address(UInt64)
    /// An expression to resolve again whenever modules come or go (`bu`).
    case deferred(String)
  }

  /// What stops the target there.
  public enum Kind: Equatable, Sendable {
    /// Running the instruction (`bp`, `bu`, `bm`).
    case code
    /// Touching memory (`ba w`, `ba r`).
    case data(DataAccess, length: Int)
    /// Running the instruction, set with `ba e`.
    case processorExecute
  }

  /// Its number; 0 to 99999.
  public var id: Int
  public var location: Location
  public var kind: Kind
  public var isEnabled = true
  /// Gone after its first hit (`bp /1`).
  public var isOneShot = false
  /// Stop from this hit on.
  public var passes: Int
  /// Hits still to come before it stops, at least 1; counts down under `go` only.
  public var remaining: Int
  /// How often it was reached with its filters satisfied.
  public var hits = 0
  /// The text to show for the place: the symbol it was set by.
  public var text: String?
  /// Commands to run at a hit.
  public var commands: String
  /// An expression that must be true for a hit to count; Language reads it.
  public var condition: String?
  /// Only in this process (`_EPROCESS` address).
  public var process: UInt64?
  /// Only in this thread (`_ETHREAD` address, or thread index in a user session).
  public var thread: UInt64?
  /// Only on this processor.
  public var processor: Int?
  /// Call depth limits `/c` and `/C`.
  public var maximumDepth: Int?
  public var minimumDepth: Int?
  /// Where it stands now, or nil while a deferred location has no answer.
  public internal(set) var address: UInt64?

  public init(
    id: Int, location: Location, kind: Kind = .code, passes: Int = 1, commands: String = "",
    text: String? = nil
  ) {
    self.id = id
    self.location = location
    self.kind = kind
    self.passes = max(1, passes)
    remaining = max(1, passes)
    self.commands = commands
    self.text = text
    if case .address(let address) = location { self.address = address }
  }

  /// Whether it is limited to the process, thread, processor and call depths of another one.
  func hasRestrictions(of other: Breakpoint) -> Bool {
    process == other.process && thread == other.thread && processor == other.processor
      && maximumDepth == other.maximumDepth && minimumDepth == other.minimumDepth
  }

  /// Whether it waits for a module.
  public var isUnresolved: Bool { address == nil }

  /// Whether it is one on running the instruction at an address.
  func stands(at place: UInt64) -> Bool {
    guard address == place else { return false }
    if case .data = kind { return false }
    return true
  }

  /// The trap that the target must arm for it, or nil while it is disabled or unresolved.
  var trap: Trap? {
    guard isEnabled, let address else { return nil }
    switch kind {
    case .code, .processorExecute: return .execute(address)
    case .data(let access, let length):
      return .data(address: address, length: length, access: access)
    }
  }
}
