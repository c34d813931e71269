import Engine
import Language

/// What the address space of a process is made of: `!address -summary` of a user session.
struct AddressSummary {
  /// How much belongs to one heading.
  private struct Total {
    var count = 0
    var size: UInt64 = 0
    /// The greatest region of it.
    var largest: MemoryRegion?

    mutating func add(_ region: MemoryRegion) {
      count += 1
      size &+= region.size
      if region.size > largest?.size ?? 0 { largest = region }
    }
  }

  private let regions: [MemoryRegion]
  private let total: UInt64
  private let busy: UInt64

  /// A summary of these regions.
  init(_ regions: [MemoryRegion]) {
    self.regions = regions
    total = regions.reduce(0) { $0 &+ $1.size }
    busy = regions.reduce(0) { $1.isFree ? $0 : $0 &+ $1.size }
  }

  func print(to session: Session) {
    session.print()
    section("--- Usage Summary ----------------", session) { $0.usage }
    section("--- Type Summary (for busy) ------", session) { $0.isFree ? nil : $0.type }
    section("--- State Summary ----------------", session) { $0.state }
    section("--- Protect Summary (for commit) -", session) { region in
      region.state == "MEM_COMMIT" ? region.protection : nil
    }
    session.print(
      "--- Largest Region by Usage ----------- Base Address -------- Region Size ----------")
    for (name, total) in totals({ $0.usage }) {
      guard let region = total.largest else { continue }
      session.print(
        "\(name.padded(37))\(Self.split(region.start).leftPadded(18))"
          + "\(Self.split(region.size).leftPadded(18)) (\(Self.amount(region.size)))")
    }
  }

  private func section(
    _ title: String, _ session: Session, _ name: (MemoryRegion) -> String?
  ) {
    session.print(title + " RgnCount ----------- Total Size -------- %ofBusy %ofTotal")
    for (name, sum) in totals(name) {
      let isFree = name == "Free" || name == "MEM_FREE"
      let ofBusy = isFree ? String(repeating: " ", count: 8) : percent(sum.size, busy, width: 8)
      session.print(
        "\(name.padded(34)) \("\(sum.count)".leftPadded(8)) \(Self.split(sum.size).leftPadded(17))"
          + " (\(Self.amount(sum.size)))\(ofBusy)\(percent(sum.size, total, width: 9))")
    }
    session.print()
  }

  /// The sums of what has the same name, the greatest first.
  private func totals(_ name: (MemoryRegion) -> String?) -> [(name: String, total: Total)] {
    var sums: [String: Total] = [:]
    for region in regions {
      guard let name = name(region), !name.isEmpty else { continue }
      sums[name, default: Total()].add(region)
    }
    return sums.sorted { ($1.value.size, $0.key) < ($0.value.size, $1.key) }
      .map { ($0.key, $0.value) }
  }

  private func percent(_ part: UInt64, _ whole: UInt64, width: Int) -> String {
    let value = whole == 0 ? 0 : Double(part) / Double(whole) * 100
    return "\(Self.decimals(value, 2))%".leftPadded(width)
  }

  /// ``7ff`f5fa3000``: the high half without zeros in front.
  private static func split(_ value: UInt64) -> String {
    "\((value >> 32).hex())`\((value & 0xFFFF_FFFF).hex(8))"
  }

  /// ` 125.426 MB`: in the unit that leaves at most four digits before the point.
  private static func amount(_ size: UInt64) -> String {
    let units = ["kB", "MB", "GB", "TB"]
    var value = Double(size) / 1024
    var index = 0
    while value >= 1024, index < units.count - 1 {
      value /= 1024
      index += 1
    }
    return "\(decimals(value, 3).leftPadded(8)) \(units[index])"
  }

  /// A number that is not negative with so many digits behind its point, rounded.
  private static func decimals(_ value: Double, _ digits: Int) -> String {
    let scale: UInt64 = digits == 2 ? 100 : 1000
    let scaled = UInt64((value * Double(scale)).rounded())
    return "\(scaled / scale)." + "\(scaled % scale)".leftPadded(digits, with: "0")
  }
}

extension MemoryRegion {
  /// Whether nothing is allocated there.
  var isFree: Bool { usage == "Free" }
}
