import X86

/// Names the parts in which two states after the same instruction differ.
public enum Comparison {
  private static let names = [
    "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13",
    "r14", "r15",
  ]

  /// The names of the differing parts with both values, ours first; empty if the states agree.
  public static func differences(_ i: Instruction, _ before: State, ours: State, theirs: State)
    -> [Difference]
  {
    if ours.base != theirs.base, equal(ours, theirs) { return [] }
    let mask = definedFlags(i, before, ours)
    let values = zip(parts(ours, flags: mask), parts(theirs, flags: mask))
    let isSameException = ours.vector == theirs.vector
    return values.enumerated().compactMap { place, pair in
      // Of different exceptions the codes and addresses tell nothing.
      guard pair.0 != pair.1, isSameException || !(1...2).contains(place) else { return nil }
      return Difference(part: partNames[place], ours: pair.0, theirs: pair.1)
    }
  }

  /// A digest of all that is compared of the state after an instruction.
  static func digest(_ i: Instruction, _ before: State, _ after: State) -> String {
    var digest = Digest()
    for value in parts(after, flags: definedFlags(i, before, after)) { digest.absorb(value) }
    return digest.text
  }

  private static func definedFlags(_ i: Instruction, _ before: State, _ after: State) -> UInt64 {
    0x24_0cd5 & ~undefinedFlags(i, before, after)
  }

  /// The names of what `parts` returns.
  private static let partNames: [String] =
    ["vector", "error", "address", "rip", "flags"] + names
    + ["fs", "gs", "stray", "mxcsr", "control", "status", "tag"]
    + (0..<8).flatMap { ["st\($0)", "st\($0)e"] }
    + (0..<16).flatMap { number in (0..<4).map { "ymm\(number).\($0)" } }
    + stride(from: 0, to: 1024, by: 8).map { "image+\($0)" }

  /// What is compared of a state, the flags under a mask.
  private static func parts(_ state: State, flags mask: UInt64) -> [UInt64] {
    var parts: [UInt64] = []
    parts.reserveCapacity(partNames.count)
    let isFault = state.vector != State.noVector
    parts.append(UInt64(state.vector))
    parts.append(isFault && Int64(bitPattern: state.address) >= 0 ? UInt64(state.error) : 0)
    parts.append(isFault ? state.address : 0)
    parts.append(state.rip)
    parts.append(state.rflags & mask)
    for number in 0..<16 { parts.append(state[gpr: number]) }
    parts.append(contentsOf: [state.fsBase, state.gsBase, state.stray, UInt64(state.mxcsr)])
    parts.append(contentsOf: [UInt64(state.control | 0x40), UInt64(state.status)])
    parts.append(UInt64(state.tag))
    for number in 0..<8 {
      parts.append(state[st: number].significand)
      parts.append(UInt64(state[st: number].exponent))
    }
    for number in 0..<16 {
      for word in 0..<4 { parts.append(state[vector: number, word]) }
    }
    for offset in stride(from: 0, to: 1024, by: 8) { parts.append(state[image: offset]) }
    return parts
  }

  /// Whether all that is compared is the same, flags and exception numbers included.
  private static func equal(_ one: State, _ other: State) -> Bool {
    for offset in stride(from: 0, to: State.bytes, by: 8) where offset != 200 {
      let a: UInt64 = one.load(offset)
      let b: UInt64 = other.load(offset)
      if a != b { return false }
    }
    return true
  }
}

/// One part of the state that differs.
public struct Difference {
  public let part: String
  public let ours: UInt64
  public let theirs: UInt64

  /// The part without its number: what reports are grouped by.
  public var kind: String {
    for name in ["ymm", "st", "image"]
    where part.hasPrefix(name) && part != "status"
      && part != "stray"
    {
      return name
    }
    return [
      "vector", "error", "address", "rip", "flags", "fs", "gs", "stray", "mxcsr", "control",
      "status", "tag",
    ].contains(part) ? part : "gpr"
  }
}
