// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By the place tested, the other source, and when it is taken.
  static let chooseIfClearA: [LoopHandler] = [
    chooseIfClearAAATrue,
    chooseIfClearAAAFalse,
    chooseIfClearAABTrue,
    chooseIfClearAABFalse,
    chooseIfClearAACTrue,
    chooseIfClearAACFalse,
    chooseIfClearAADTrue,
    chooseIfClearAADFalse,
    chooseIfClearABATrue,
    chooseIfClearABAFalse,
    chooseIfClearABBTrue,
    chooseIfClearABBFalse,
    chooseIfClearABCTrue,
    chooseIfClearABCFalse,
    chooseIfClearABDTrue,
    chooseIfClearABDFalse,
    chooseIfClearACATrue,
    chooseIfClearACAFalse,
    chooseIfClearACBTrue,
    chooseIfClearACBFalse,
    chooseIfClearACCTrue,
    chooseIfClearACCFalse,
    chooseIfClearACDTrue,
    chooseIfClearACDFalse,
    chooseIfClearADATrue,
    chooseIfClearADAFalse,
    chooseIfClearADBTrue,
    chooseIfClearADBFalse,
    chooseIfClearADCTrue,
    chooseIfClearADCFalse,
    chooseIfClearADDTrue,
    chooseIfClearADDFalse,
  ]
  /// By the place tested, the other source, and when it is taken.
  static let chooseIfClearB: [LoopHandler] = [
    chooseIfClearBAATrue,
    chooseIfClearBAAFalse,
    chooseIfClearBABTrue,
    chooseIfClearBABFalse,
    chooseIfClearBACTrue,
    chooseIfClearBACFalse,
    chooseIfClearBADTrue,
    chooseIfClearBADFalse,
    chooseIfClearBBATrue,
    chooseIfClearBBAFalse,
    chooseIfClearBBBTrue,
    chooseIfClearBBBFalse,
    chooseIfClearBBCTrue,
    chooseIfClearBBCFalse,
    chooseIfClearBBDTrue,
    chooseIfClearBBDFalse,
    chooseIfClearBCATrue,
    chooseIfClearBCAFalse,
    chooseIfClearBCBTrue,
    chooseIfClearBCBFalse,
    chooseIfClearBCCTrue,
    chooseIfClearBCCFalse,
    chooseIfClearBCDTrue,
    chooseIfClearBCDFalse,
    chooseIfClearBDATrue,
    chooseIfClearBDAFalse,
    chooseIfClearBDBTrue,
    chooseIfClearBDBFalse,
    chooseIfClearBDCTrue,
    chooseIfClearBDCFalse,
    chooseIfClearBDDTrue,
    chooseIfClearBDDFalse,
  ]
  /// By the place tested, the other source, and when it is taken.
  static let chooseIfClearC: [LoopHandler] = [
    chooseIfClearCAATrue,
    chooseIfClearCAAFalse,
    chooseIfClearCABTrue,
    chooseIfClearCABFalse,
    chooseIfClearCACTrue,
    chooseIfClearCACFalse,
    chooseIfClearCADTrue,
    chooseIfClearCADFalse,
    chooseIfClearCBATrue,
    chooseIfClearCBAFalse,
    chooseIfClearCBBTrue,
    chooseIfClearCBBFalse,
    chooseIfClearCBCTrue,
    chooseIfClearCBCFalse,
    chooseIfClearCBDTrue,
    chooseIfClearCBDFalse,
    chooseIfClearCCATrue,
    chooseIfClearCCAFalse,
    chooseIfClearCCBTrue,
    chooseIfClearCCBFalse,
    chooseIfClearCCCTrue,
    chooseIfClearCCCFalse,
    chooseIfClearCCDTrue,
    chooseIfClearCCDFalse,
    chooseIfClearCDATrue,
    chooseIfClearCDAFalse,
    chooseIfClearCDBTrue,
    chooseIfClearCDBFalse,
    chooseIfClearCDCTrue,
    chooseIfClearCDCFalse,
    chooseIfClearCDDTrue,
    chooseIfClearCDDFalse,
  ]
  /// By the place tested, the other source, and when it is taken.
  static let chooseIfClearD: [LoopHandler] = [
    chooseIfClearDAATrue,
    chooseIfClearDAAFalse,
    chooseIfClearDABTrue,
    chooseIfClearDABFalse,
    chooseIfClearDACTrue,
    chooseIfClearDACFalse,
    chooseIfClearDADTrue,
    chooseIfClearDADFalse,
    chooseIfClearDBATrue,
    chooseIfClearDBAFalse,
    chooseIfClearDBBTrue,
    chooseIfClearDBBFalse,
    chooseIfClearDBCTrue,
    chooseIfClearDBCFalse,
    chooseIfClearDBDTrue,
    chooseIfClearDBDFalse,
    chooseIfClearDCATrue,
    chooseIfClearDCAFalse,
    chooseIfClearDCBTrue,
    chooseIfClearDCBFalse,
    chooseIfClearDCCTrue,
    chooseIfClearDCCFalse,
    chooseIfClearDCDTrue,
    chooseIfClearDCDFalse,
    chooseIfClearDDATrue,
    chooseIfClearDDAFalse,
    chooseIfClearDDBTrue,
    chooseIfClearDDBFalse,
    chooseIfClearDDCTrue,
    chooseIfClearDDCFalse,
    chooseIfClearDDDTrue,
    chooseIfClearDDDFalse,
  ]
}

@inline(__always) private func chooseIfClearAAATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearAAAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearAABTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearAABFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearAACTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearAACFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearAADTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearAADFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearABATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearABAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearABBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearABBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearABCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearABCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearABDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearABDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearACATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearACAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearACBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearACBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearACCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearACCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearACDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearACDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearADATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearADAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearADBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearADBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearADCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearADCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearADDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearADDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBAATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBAAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBABTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBABFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBACTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBACFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBADTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBADFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBBATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBBAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBBBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBBBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBBCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBBCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBBDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBBDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBCATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBCAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBCBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBCBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBCCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBCCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBCDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBCDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBDATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBDAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBDBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBDBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBDCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBDCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearBDDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearBDDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCAATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCAAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCABTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCABFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCACTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCACFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCADTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCADFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCBATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCBAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCBBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCBBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCBCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCBCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCBDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCBDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCCATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCCAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCCBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCCBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCCCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCCCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCCDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCCDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCDATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCDAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCDBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCDBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCDCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCDCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearCDDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearCDDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDAATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDAAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDABTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDABFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDACTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDACFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDADTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDADFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDBATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDBAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDBBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDBBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDBCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDBCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDBDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDBDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDCATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDCAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDCBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDCBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDCCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDCCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDCDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDCDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceD.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDDATrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceA.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDDAFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceA.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDDBTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceB.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDDBFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceB.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDDCTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceC.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDDCFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceC.self, WhenFalse.self) }
@inline(__always) private func chooseIfClearDDDTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceD.self, WhenTrue.self) }
@inline(__always) private func chooseIfClearDDDFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { chooseIfClear(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceD.self, WhenFalse.self) }
