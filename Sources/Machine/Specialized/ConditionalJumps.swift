/// The handlers of conditional jumps by condition code.
enum ConditionalJumps {
  static let all: [Handler] = [
    { jumpIf($0, $1, 0) },
    { jumpIf($0, $1, 1) },
    { jumpIf($0, $1, 2) },
    { jumpIf($0, $1, 3) },
    { jumpIf($0, $1, 4) },
    { jumpIf($0, $1, 5) },
    { jumpIf($0, $1, 6) },
    { jumpIf($0, $1, 7) },
    { jumpIf($0, $1, 8) },
    { jumpIf($0, $1, 9) },
    { jumpIf($0, $1, 10) },
    { jumpIf($0, $1, 11) },
    { jumpIf($0, $1, 12) },
    { jumpIf($0, $1, 13) },
    { jumpIf($0, $1, 14) },
    { jumpIf($0, $1, 15) },
  ]
}
