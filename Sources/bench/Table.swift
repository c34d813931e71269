import Foundation

/// A line of the table.
func row(
  _ name: String, _ instructions: UInt64?, _ seconds: Double?, _ mips: Double, _ ratio: Double,
  _ note: String
) -> String {
  let cells = [
    left(instructions.map { String($0) } ?? "", 12), left(seconds.map { fixed($0, 3) } ?? "", 9),
    left(fixed(mips, 1), 8), left(fixed(ratio, 3), 8),
  ]
  return name.padding(toLength: 24, withPad: " ", startingAt: 0) + " "
    + cells.joined(separator: " ") + note
}

/// A number with a fixed count of decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
  String(format: "%.\(decimals)f", value)
}

func geometricMean(_ product: Double, count: Int) -> Double {
  pow(product, 1 / Double(max(1, count)))
}

private func left(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
