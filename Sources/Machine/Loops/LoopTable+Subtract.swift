// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By destination and by the other operand.
  static let subtract32: [LoopHandler] = [
    subtract32AAB,
    subtract32AAC,
    subtract32AAD,
    subtract32BBA,
    subtract32BBC,
    subtract32BBD,
    subtract32CCA,
    subtract32CCB,
    subtract32CCD,
    subtract32DDA,
    subtract32DDB,
    subtract32DDC,
  ]
  /// By destination.
  static let subtractConstant32: [LoopHandler] = [
    subtract32AAK,
    subtract32BBK,
    subtract32CCK,
    subtract32DDK,
  ]
  /// By destination and by the other operand.
  static let subtract64: [LoopHandler] = [
    subtract64AAB,
    subtract64AAC,
    subtract64AAD,
    subtract64BBA,
    subtract64BBC,
    subtract64BBD,
    subtract64CCA,
    subtract64CCB,
    subtract64CCD,
    subtract64DDA,
    subtract64DDB,
    subtract64DDC,
  ]
  /// By destination.
  static let subtractConstant64: [LoopHandler] = [
    subtract64AAK,
    subtract64BBK,
    subtract64CCK,
    subtract64DDK,
  ]
}

@inline(__always) private func subtract32AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func subtract32AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func subtract32AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func subtract32BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func subtract32BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func subtract32BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func subtract32CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func subtract32CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func subtract32CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func subtract32DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func subtract32DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func subtract32DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func subtract32AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func subtract32BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func subtract32CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func subtract32DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt32.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func subtract64AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func subtract64AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func subtract64AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func subtract64BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func subtract64BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func subtract64BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func subtract64CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func subtract64CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func subtract64CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func subtract64DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func subtract64DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func subtract64DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func subtract64AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func subtract64BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func subtract64CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func subtract64DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Subtract.self, UInt64.self, PlaceD.self, PlaceD.self, Constant.self) }
