// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By destination and by the other operand.
  static let or32: [LoopHandler] = [
    or32AAB,
    or32AAC,
    or32AAD,
    or32BBA,
    or32BBC,
    or32BBD,
    or32CCA,
    or32CCB,
    or32CCD,
    or32DDA,
    or32DDB,
    or32DDC,
  ]
  /// By destination.
  static let orConstant32: [LoopHandler] = [
    or32AAK,
    or32BBK,
    or32CCK,
    or32DDK,
  ]
  /// By destination and by the other operand.
  static let or64: [LoopHandler] = [
    or64AAB,
    or64AAC,
    or64AAD,
    or64BBA,
    or64BBC,
    or64BBD,
    or64CCA,
    or64CCB,
    or64CCD,
    or64DDA,
    or64DDB,
    or64DDC,
  ]
  /// By destination.
  static let orConstant64: [LoopHandler] = [
    or64AAK,
    or64BBK,
    or64CCK,
    or64DDK,
  ]
}

@inline(__always) private func or32AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func or32AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func or32AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func or32BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func or32BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func or32BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func or32CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func or32CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func or32CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func or32DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func or32DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func or32DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func or32AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func or32BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func or32CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func or32DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt32.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func or64AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func or64AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func or64AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func or64BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func or64BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func or64BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func or64CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func or64CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func or64CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func or64DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func or64DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func or64DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func or64AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func or64BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func or64CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func or64DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Or.self, UInt64.self, PlaceD.self, PlaceD.self, Constant.self) }
