// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By destination and by the other operand.
  static let exclusiveOr32: [LoopHandler] = [
    exclusiveOr32AAB,
    exclusiveOr32AAC,
    exclusiveOr32AAD,
    exclusiveOr32BBA,
    exclusiveOr32BBC,
    exclusiveOr32BBD,
    exclusiveOr32CCA,
    exclusiveOr32CCB,
    exclusiveOr32CCD,
    exclusiveOr32DDA,
    exclusiveOr32DDB,
    exclusiveOr32DDC,
  ]
  /// By destination.
  static let exclusiveOrConstant32: [LoopHandler] = [
    exclusiveOr32AAK,
    exclusiveOr32BBK,
    exclusiveOr32CCK,
    exclusiveOr32DDK,
  ]
  /// By destination and by the other operand.
  static let exclusiveOr64: [LoopHandler] = [
    exclusiveOr64AAB,
    exclusiveOr64AAC,
    exclusiveOr64AAD,
    exclusiveOr64BBA,
    exclusiveOr64BBC,
    exclusiveOr64BBD,
    exclusiveOr64CCA,
    exclusiveOr64CCB,
    exclusiveOr64CCD,
    exclusiveOr64DDA,
    exclusiveOr64DDB,
    exclusiveOr64DDC,
  ]
  /// By destination.
  static let exclusiveOrConstant64: [LoopHandler] = [
    exclusiveOr64AAK,
    exclusiveOr64BBK,
    exclusiveOr64CCK,
    exclusiveOr64DDK,
  ]
}

@inline(__always) private func exclusiveOr32AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func exclusiveOr32AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func exclusiveOr32AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func exclusiveOr32BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func exclusiveOr32BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func exclusiveOr32BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func exclusiveOr32CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func exclusiveOr32CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func exclusiveOr32CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func exclusiveOr32DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func exclusiveOr32DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func exclusiveOr32DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func exclusiveOr32AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func exclusiveOr32BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func exclusiveOr32CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func exclusiveOr32DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt32.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func exclusiveOr64AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func exclusiveOr64AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func exclusiveOr64AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func exclusiveOr64BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func exclusiveOr64BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func exclusiveOr64BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func exclusiveOr64CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func exclusiveOr64CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func exclusiveOr64CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func exclusiveOr64DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func exclusiveOr64DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func exclusiveOr64DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func exclusiveOr64AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func exclusiveOr64BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func exclusiveOr64CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func exclusiveOr64DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ExclusiveOr.self, UInt64.self, PlaceD.self, PlaceD.self, Constant.self) }
