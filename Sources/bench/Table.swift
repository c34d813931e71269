import Foundation

/// A line of a table: a name and right-aligned cells.
func columns(_ name: String, _ cells: [String]) -> String {
  name.padding(toLength: 30, withPad: " ", startingAt: 0)
    + cells.map { left($0, 13) }.joined()
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
