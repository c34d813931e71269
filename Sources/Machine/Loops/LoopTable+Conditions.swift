// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By the operands: the places, then the constant.
  static let below32: [LoopHandler] = [
    below32AA,
    below32AB,
    below32AC,
    below32AD,
    below32AK,
    below32BA,
    below32BB,
    below32BC,
    below32BD,
    below32BK,
    below32CA,
    below32CB,
    below32CC,
    below32CD,
    below32CK,
    below32DA,
    below32DB,
    below32DC,
    below32DD,
    below32DK,
    below32KA,
    below32KB,
    below32KC,
    below32KD,
    below32KK,
  ]
  /// By the operands: the places, then the constant.
  static let below64: [LoopHandler] = [
    below64AA,
    below64AB,
    below64AC,
    below64AD,
    below64AK,
    below64BA,
    below64BB,
    below64BC,
    below64BD,
    below64BK,
    below64CA,
    below64CB,
    below64CC,
    below64CD,
    below64CK,
    below64DA,
    below64DB,
    below64DC,
    below64DD,
    below64DK,
    below64KA,
    below64KB,
    below64KC,
    below64KD,
    below64KK,
  ]
  /// By the operands: the places, then the constant.
  static let less32: [LoopHandler] = [
    less32AA,
    less32AB,
    less32AC,
    less32AD,
    less32AK,
    less32BA,
    less32BB,
    less32BC,
    less32BD,
    less32BK,
    less32CA,
    less32CB,
    less32CC,
    less32CD,
    less32CK,
    less32DA,
    less32DB,
    less32DC,
    less32DD,
    less32DK,
    less32KA,
    less32KB,
    less32KC,
    less32KD,
    less32KK,
  ]
  /// By the operands: the places, then the constant.
  static let less64: [LoopHandler] = [
    less64AA,
    less64AB,
    less64AC,
    less64AD,
    less64AK,
    less64BA,
    less64BB,
    less64BC,
    less64BD,
    less64BK,
    less64CA,
    less64CB,
    less64CC,
    less64CD,
    less64CK,
    less64DA,
    less64DB,
    less64DC,
    less64DD,
    less64DK,
    less64KA,
    less64KB,
    less64KC,
    less64KD,
    less64KK,
  ]
  /// By the operands: the places, then the constant.
  static let equal32: [LoopHandler] = [
    equal32AA,
    equal32AB,
    equal32AC,
    equal32AD,
    equal32AK,
    equal32AB,
    equal32BB,
    equal32BC,
    equal32BD,
    equal32BK,
    equal32AC,
    equal32BC,
    equal32CC,
    equal32CD,
    equal32CK,
    equal32AD,
    equal32BD,
    equal32CD,
    equal32DD,
    equal32DK,
    equal32AK,
    equal32BK,
    equal32CK,
    equal32DK,
    equal32KK,
  ]
  /// By the operands: the places, then the constant.
  static let equal64: [LoopHandler] = [
    equal64AA,
    equal64AB,
    equal64AC,
    equal64AD,
    equal64AK,
    equal64AB,
    equal64BB,
    equal64BC,
    equal64BD,
    equal64BK,
    equal64AC,
    equal64BC,
    equal64CC,
    equal64CD,
    equal64CK,
    equal64AD,
    equal64BD,
    equal64CD,
    equal64DD,
    equal64DK,
    equal64AK,
    equal64BK,
    equal64CK,
    equal64DK,
    equal64KK,
  ]
  /// By the operands: the places, then the constant.
  static let clear32: [LoopHandler] = [
    clear32AA,
    clear32AB,
    clear32AC,
    clear32AD,
    clear32AK,
    clear32AB,
    clear32BB,
    clear32BC,
    clear32BD,
    clear32BK,
    clear32AC,
    clear32BC,
    clear32CC,
    clear32CD,
    clear32CK,
    clear32AD,
    clear32BD,
    clear32CD,
    clear32DD,
    clear32DK,
    clear32AK,
    clear32BK,
    clear32CK,
    clear32DK,
    clear32KK,
  ]
  /// By the operands: the places, then the constant.
  static let clear64: [LoopHandler] = [
    clear64AA,
    clear64AB,
    clear64AC,
    clear64AD,
    clear64AK,
    clear64AB,
    clear64BB,
    clear64BC,
    clear64BD,
    clear64BK,
    clear64AC,
    clear64BC,
    clear64CC,
    clear64CD,
    clear64CK,
    clear64AD,
    clear64BD,
    clear64CD,
    clear64DD,
    clear64DK,
    clear64AK,
    clear64BK,
    clear64CK,
    clear64DK,
    clear64KK,
  ]
}

@inline(__always) private func below32AA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func below32AB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func below32AC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func below32AD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func below32AK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceA.self, Constant.self) }
@inline(__always) private func below32BA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func below32BB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func below32BC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func below32BD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func below32BK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceB.self, Constant.self) }
@inline(__always) private func below32CA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func below32CB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func below32CC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func below32CD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func below32CK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceC.self, Constant.self) }
@inline(__always) private func below32DA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func below32DB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func below32DC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func below32DD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func below32DK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, PlaceD.self, Constant.self) }
@inline(__always) private func below32KA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, Constant.self, PlaceA.self) }
@inline(__always) private func below32KB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, Constant.self, PlaceB.self) }
@inline(__always) private func below32KC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, Constant.self, PlaceC.self) }
@inline(__always) private func below32KD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, Constant.self, PlaceD.self) }
@inline(__always) private func below32KK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt32.self, Constant.self, Constant.self) }
@inline(__always) private func below64AA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func below64AB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func below64AC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func below64AD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func below64AK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceA.self, Constant.self) }
@inline(__always) private func below64BA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func below64BB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func below64BC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func below64BD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func below64BK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceB.self, Constant.self) }
@inline(__always) private func below64CA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func below64CB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func below64CC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func below64CD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func below64CK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceC.self, Constant.self) }
@inline(__always) private func below64DA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func below64DB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func below64DC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func below64DD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func below64DK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, PlaceD.self, Constant.self) }
@inline(__always) private func below64KA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, Constant.self, PlaceA.self) }
@inline(__always) private func below64KB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, Constant.self, PlaceB.self) }
@inline(__always) private func below64KC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, Constant.self, PlaceC.self) }
@inline(__always) private func below64KD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, Constant.self, PlaceD.self) }
@inline(__always) private func below64KK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Below.self, UInt64.self, Constant.self, Constant.self) }
@inline(__always) private func less32AA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func less32AB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func less32AC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func less32AD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func less32AK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceA.self, Constant.self) }
@inline(__always) private func less32BA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func less32BB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func less32BC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func less32BD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func less32BK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceB.self, Constant.self) }
@inline(__always) private func less32CA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func less32CB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func less32CC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func less32CD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func less32CK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceC.self, Constant.self) }
@inline(__always) private func less32DA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func less32DB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func less32DC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func less32DD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func less32DK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, PlaceD.self, Constant.self) }
@inline(__always) private func less32KA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, Constant.self, PlaceA.self) }
@inline(__always) private func less32KB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, Constant.self, PlaceB.self) }
@inline(__always) private func less32KC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, Constant.self, PlaceC.self) }
@inline(__always) private func less32KD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, Constant.self, PlaceD.self) }
@inline(__always) private func less32KK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt32.self, Constant.self, Constant.self) }
@inline(__always) private func less64AA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func less64AB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func less64AC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func less64AD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func less64AK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceA.self, Constant.self) }
@inline(__always) private func less64BA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func less64BB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func less64BC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func less64BD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func less64BK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceB.self, Constant.self) }
@inline(__always) private func less64CA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func less64CB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func less64CC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func less64CD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func less64CK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceC.self, Constant.self) }
@inline(__always) private func less64DA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func less64DB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func less64DC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func less64DD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func less64DK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, PlaceD.self, Constant.self) }
@inline(__always) private func less64KA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, Constant.self, PlaceA.self) }
@inline(__always) private func less64KB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, Constant.self, PlaceB.self) }
@inline(__always) private func less64KC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, Constant.self, PlaceC.self) }
@inline(__always) private func less64KD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, Constant.self, PlaceD.self) }
@inline(__always) private func less64KK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Less.self, UInt64.self, Constant.self, Constant.self) }
@inline(__always) private func equal32AA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func equal32AB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func equal32AC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func equal32AD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func equal32AK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceA.self, Constant.self) }
@inline(__always) private func equal32BB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func equal32BC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func equal32BD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func equal32BK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceB.self, Constant.self) }
@inline(__always) private func equal32CC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func equal32CD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func equal32CK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceC.self, Constant.self) }
@inline(__always) private func equal32DD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func equal32DK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, PlaceD.self, Constant.self) }
@inline(__always) private func equal32KK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt32.self, Constant.self, Constant.self) }
@inline(__always) private func equal64AA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func equal64AB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func equal64AC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func equal64AD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func equal64AK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceA.self, Constant.self) }
@inline(__always) private func equal64BB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func equal64BC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func equal64BD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func equal64BK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceB.self, Constant.self) }
@inline(__always) private func equal64CC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func equal64CD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func equal64CK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceC.self, Constant.self) }
@inline(__always) private func equal64DD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func equal64DK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, PlaceD.self, Constant.self) }
@inline(__always) private func equal64KK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), Subtract.self, Equal.self, UInt64.self, Constant.self, Constant.self) }
@inline(__always) private func clear32AA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func clear32AB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func clear32AC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func clear32AD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func clear32AK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceA.self, Constant.self) }
@inline(__always) private func clear32BB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func clear32BC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func clear32BD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func clear32BK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceB.self, Constant.self) }
@inline(__always) private func clear32CC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func clear32CD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func clear32CK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceC.self, Constant.self) }
@inline(__always) private func clear32DD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func clear32DK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, PlaceD.self, Constant.self) }
@inline(__always) private func clear32KK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt32.self, Constant.self, Constant.self) }
@inline(__always) private func clear64AA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func clear64AB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func clear64AC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func clear64AD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func clear64AK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceA.self, Constant.self) }
@inline(__always) private func clear64BB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func clear64BC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func clear64BD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func clear64BK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceB.self, Constant.self) }
@inline(__always) private func clear64CC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func clear64CD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func clear64CK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceC.self, Constant.self) }
@inline(__always) private func clear64DD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func clear64DK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, PlaceD.self, Constant.self) }
@inline(__always) private func clear64KK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { decideInLoop(o, loopValues(p, a, b, c, d), And.self, Equal.self, UInt64.self, Constant.self, Constant.self) }
