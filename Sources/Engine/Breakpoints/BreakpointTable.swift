/// The session's breakpoints, by number.
public struct BreakpointTable: Sendable {
  private var rows: [Int: Breakpoint] = [:]
  /// The numbers in their order.
  private var order: [Int] = []
  /// Counts changes of the traps that the rows want armed.
  private(set) var trapGeneration = 0

  public init() {}

  /// All breakpoints in the order of their numbers.
  public var all: [Breakpoint] { order.compactMap { rows[$0] } }

  /// The breakpoint of this number. Setting nil clears it.
  public subscript(id: Int) -> Breakpoint? {
    get { rows[id] }
    set {
      let old = rows.updateOptional(newValue, forKey: id)
      if old?.trap != newValue?.trap { trapGeneration += 1 }
      if (old == nil) != (newValue == nil) { order = rows.keys.sorted() }
    }
  }

  public var isEmpty: Bool { rows.isEmpty }

  /// The lowest number that is free.
  public var nextID: Int {
    var id = 0
    while rows[id] != nil { id += 1 }
    return id
  }

  /// The breakpoint that stands at `address` and is of another one's kind and restrictions: what
  /// setting that one redefines.
  public func existing(at address: UInt64, like other: Breakpoint) -> Breakpoint? {
    all.first { $0.address == address && $0.kind == other.kind && $0.hasRestrictions(of: other) }
  }

  /// Adds a breakpoint under its number, replacing one that has it.
  public mutating func insert(_ breakpoint: Breakpoint) { self[breakpoint.id] = breakpoint }

  /// Gives a breakpoint another number; false when there is none or the new number is taken.
  public mutating func renumber(_ old: Int, to new: Int) -> Bool {
    guard var breakpoint = rows[old], rows[new] == nil else { return false }
    self[old] = nil
    breakpoint.id = new
    self[new] = breakpoint
    return true
  }
}

extension Dictionary {
  /// Sets or removes a value; returns the one before.
  fileprivate mutating func updateOptional(_ value: Value?, forKey key: Key) -> Value? {
    guard let value else { return removeValue(forKey: key) }
    return updateValue(value, forKey: key)
  }
}
