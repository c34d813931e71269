/// A stream of numbers that its seed determines (SplitMix64).
struct FuzzRandom {
  private var state: UInt64

  /// The stream of a round.
  init(seed: UInt64, round: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ round &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number below a bound, 0 for bounds below 1.
  mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(truncatingIfNeeded: next() >> 1) % bound : 0
  }

  /// Whether something happens that does so `percent` times of a hundred.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some choices; an empty list gives an empty text.
  mutating func pick(_ choices: [String]) -> String {
    choices.isEmpty ? "" : choices[below(choices.count)]
  }
}
