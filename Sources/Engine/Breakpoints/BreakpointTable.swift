/// The session's breakpoints, by number.
public struct BreakpointTable: Sendable {
  /// In the order of their numbers.
  private var rows: [Breakpoint] = []
  /// Counts changes of the traps that the rows want armed.
  private(set) var trapGeneration = 0

  public init() {}

  /// All breakpoints in the order of their numbers.
  public var all: [Breakpoint] { rows }

  /// The breakpoint of this number. Setting nil clears it.
  public subscript(id: Int) -> Breakpoint? {
    get {
      let index = index(of: id)
      return has(id, at: index) ? rows[index] : nil
    }
    set {
      let index = index(of: id)
      let isThere = has(id, at: index)
      let old = isThere ? rows[index].trap : nil
      if let newValue {
        if isThere { rows[index] = newValue } else { rows.insert(newValue, at: index) }
      } else if isThere {
        rows.remove(at: index)
      }
      if old != newValue?.trap { trapGeneration += 1 }
    }
  }

  /// The commands of a breakpoint, nil when there is no such one.
  public func commands(of id: Int) -> String? {
    let index = index(of: id)
    return has(id, at: index) ? rows[index].commands : nil
  }

  /// How many there are.
  var count: Int { rows.count }

  /// The breakpoint at a place in the order of numbers.
  func row(_ index: Int) -> Breakpoint { rows[index] }

  /// Whether the breakpoint at a place in the order of numbers is enabled and meets a condition.
  func isEnabled(_ index: Int, where isMeant: (Breakpoint) -> Bool) -> Bool {
    rows[index].isEnabled && isMeant(rows[index])
  }

  /// Counts a hit of a breakpoint. Returns whether it stops there, which it does from its last pass on.
  mutating func countHit(of id: Int, passes: Bool) -> Bool {
    let index = index(of: id)
    guard has(id, at: index) else { return false }
    rows[index].hits += 1
    if rows[index].remaining <= 1 { return true }
    if passes { rows[index].remaining -= 1 }
    return false
  }

  /// Where a number is or would be in the order.
  private func index(of id: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func has(_ id: Int, at index: Int) -> Bool { index < rows.count && rows[index].id == id }

  public var isEmpty: Bool { rows.isEmpty }

  /// The lowest number that is free.
  public var nextID: Int {
    var id = 0
    while self[id] != nil { id += 1 }
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
    guard var breakpoint = self[old], self[new] == nil else { return false }
    self[old] = nil
    breakpoint.id = new
    self[new] = breakpoint
    return true
  }
}
