/// An expected answer and an actual one laid side by side, line by line.
///
/// The alignment is one with the fewest differences, so that a missing line does not make
/// everything after it differ. Lines are compared folded; see `Transcript`.
public struct Comparison: Sendable, Equatable {
  /// One line of the alignment.
  public enum Row: Sendable, Equatable {
    /// A line that both have: the index of the expected one, the actual text.
    case same(expected: Int, actual: String)
    /// A line that both have in this place, with different text.
    case different(expected: Int, actual: String)
    /// An expected line that did not come.
    case missing(expected: Int)
    /// An actual line that nothing expected.
    case extra(actual: String)
    /// An actual line that a `...` stands for: the index of the `...`.
    case covered(expected: Int, actual: String)
  }

  /// The alignment, in order. A `...` that covers nothing has no row; blank actual lines have none.
  public var rows: [Row]

  /// How many expected lines came as expected.
  public var matched: Int {
    rows.count { if case .same = $0 { true } else { false } }
  }

  /// How many rows show a difference.
  public var differing: Int {
    rows.count(where: \.isDifference)
  }

  /// Aligns the lines of an answer with what came.
  ///
  /// - Parameters:
  ///   - expected: the lines of a step; notes take no part, their indices do not appear.
  ///   - actual: what came, as printed.
  public init(expected: [Transcript.Line], actual: [String]) {
    let wanted = expected.indices.filter { expected[$0].kind != .note }
    let came = actual.filter { !$0.allSatisfy(\.isWhitespace) }
    var rows: [Row] = []
    // The equal beginning needs no search, and is all there is when nothing differs.
    var start = 0
    let foldedCame = came.map { Transcript.folded($0) }
    let foldedWanted = wanted.map { Transcript.folded(expected[$0].text) }
    while start < min(wanted.count, came.count), expected[wanted[start]].kind == .answer,
      foldedWanted[start] == foldedCame[start]
    {
      rows.append(.same(expected: wanted[start], actual: came[start]))
      start += 1
    }
    let aligner = Aligner(
      wanted: wanted.dropFirst(start).map {
        expected[$0].kind == .anything ? nil : Transcript.folded(expected[$0].text)
      },
      came: Array(foldedCame.dropFirst(start)))
    for move in aligner.moves() {
      rows.append(move.row(wanted: wanted, came: came, offset: start))
    }
    self.rows = rows
  }
}

extension Comparison.Row {
  /// Whether expected and actual text are not the same here.
  public var isDifference: Bool {
    switch self {
    case .same, .covered: false
    case .different, .missing, .extra: true
    }
  }
}

/// Finds the alignment with the fewest differences, by the distance between all pairs of endings.
private struct Aligner {
  enum Step: UInt8 { case pair, missing, extra, cover, passOver }

  struct Move {
    var step: Step
    var isSame: Bool
    var wanted: Int
    var came: Int

    func row(wanted indices: [Int], came lines: [String], offset: Int) -> Comparison.Row {
      switch step {
      case .pair where isSame:
        .same(expected: indices[wanted + offset], actual: lines[came + offset])
      case .pair: .different(expected: indices[wanted + offset], actual: lines[came + offset])
      case .missing, .passOver: .missing(expected: indices[wanted + offset])
      case .extra: .extra(actual: lines[came + offset])
      case .cover: .covered(expected: indices[wanted + offset], actual: lines[came + offset])
      }
    }
  }

  /// The largest table that is worth its time; beyond it lines are paired by position.
  static let largestTable = 16_000_000

  /// The expected lines; nil is `...`.
  let wanted: [String?]
  let came: [String]

  func moves() -> [Move] {
    guard !wanted.isEmpty || !came.isEmpty else { return [] }
    guard (wanted.count + 1) * (came.count + 1) <= Self.largestTable else { return byPosition() }
    let steps = table()
    var moves: [Move] = []
    var row = 0
    var column = 0
    while row < wanted.count || column < came.count {
      let step = steps[row * (came.count + 1) + column]
      if step != .passOver {
        let isSame = step == .pair && wanted[row] == came[column]
        moves.append(Move(step: step, isSame: isSame, wanted: row, came: column))
      }
      if step == .pair || step == .missing || step == .passOver { row += 1 }
      if step == .pair || step == .extra || step == .cover { column += 1 }
    }
    return moves
  }

  /// For each pair of places, the first step of the cheapest way to the end.
  private func table() -> [Step] {
    let width = came.count + 1
    var steps = [Step](repeating: .extra, count: (wanted.count + 1) * width)
    // Costs of the row below: with no more expected lines, each line that came is one too many.
    var below = (0..<width).map { came.count - $0 }
    for row in stride(from: wanted.count - 1, through: 0, by: -1) {
      var costs = [Int](repeating: 0, count: width)
      for column in stride(from: came.count, through: 0, by: -1) {
        let (step, cost): (Step, Int)
        if let line = wanted[row] {
          (step, cost) = cheapest(line, column, costs: costs, below: below)
        } else if column < came.count, costs[column + 1] < below[column] {
          (step, cost) = (.cover, costs[column + 1])
        } else {
          (step, cost) = (.passOver, below[column])
        }
        steps[row * width + column] = step
        costs[column] = cost
      }
      below = costs
    }
    return steps
  }

  private func cheapest(_ line: String, _ column: Int, costs: [Int], below: [Int]) -> (Step, Int) {
    guard column < came.count else { return (.missing, below[column] + 1) }
    if line == came[column] { return (.pair, below[column + 1]) }
    let pair = below[column + 1] + 1
    let missing = below[column] + 1
    let extra = costs[column + 1] + 1
    if pair <= missing && pair <= extra { return (.pair, pair) }
    return missing <= extra ? (.missing, missing) : (.extra, extra)
  }

  private func byPosition() -> [Move] {
    (0..<max(wanted.count, came.count)).map { index in
      guard index < wanted.count else {
        return Move(step: .extra, isSame: false, wanted: 0, came: index)
      }
      guard index < came.count else {
        return Move(step: .missing, isSame: false, wanted: index, came: 0)
      }
      let isSame = wanted[index] == came[index]
      return Move(step: .pair, isSame: isSame, wanted: index, came: index)
    }
  }
}
