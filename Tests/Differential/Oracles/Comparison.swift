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
    var found: [Difference] = []
    func check(_ name: String, _ one: UInt64, _ other: UInt64) {
      if one != other { found.append(Difference(part: name, ours: one, theirs: other)) }
    }
    check("vector", UInt64(ours.vector), UInt64(theirs.vector))
    if ours.vector == theirs.vector, ours.vector != State.noVector {
      if Int64(bitPattern: ours.address) >= 0 {
        check("error", UInt64(ours.error), UInt64(theirs.error))
      }
      check("address", ours.address, theirs.address)
    }
    check("rip", ours.rip, theirs.rip)
    let undefined = undefinedFlags(i, before, ours)
    let mask: UInt64 = 0x24_0cd5 & ~undefined
    check("flags", ours.rflags & mask, theirs.rflags & mask)
    for number in 0..<16 { check(names[number], ours[gpr: number], theirs[gpr: number]) }
    check("fs", ours.fsBase, theirs.fsBase)
    check("gs", ours.gsBase, theirs.gsBase)
    check("stray", ours.stray, theirs.stray)
    check("mxcsr", UInt64(ours.mxcsr), UInt64(theirs.mxcsr))
    check("control", UInt64(ours.control | 0x40), UInt64(theirs.control | 0x40))
    check("status", UInt64(ours.status), UInt64(theirs.status))
    check("tag", UInt64(ours.tag), UInt64(theirs.tag))
    for number in 0..<8 {
      check("st\(number)", ours[st: number].significand, theirs[st: number].significand)
      check("st\(number)e", UInt64(ours[st: number].exponent), UInt64(theirs[st: number].exponent))
    }
    for number in 0..<16 {
      for word in 0..<4 {
        check("ymm\(number).\(word)", ours[vector: number, word], theirs[vector: number, word])
      }
    }
    for offset in stride(from: 0, to: 1024, by: 8) {
      check("image+\(offset)", ours[image: offset], theirs[image: offset])
    }
    return found
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
