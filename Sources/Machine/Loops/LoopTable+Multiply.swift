// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By destination and by the other operand.
  static let multiply32: [LoopHandler] = [
    multiply32AAB,
    multiply32AAC,
    multiply32AAD,
    multiply32BBA,
    multiply32BBC,
    multiply32BBD,
    multiply32CCA,
    multiply32CCB,
    multiply32CCD,
    multiply32DDA,
    multiply32DDB,
    multiply32DDC,
  ]
  /// By destination and source.
  static let multiplyConstant32: [LoopHandler] = [
    multiply32AAK,
    multiply32ABK,
    multiply32ACK,
    multiply32ADK,
    multiply32BAK,
    multiply32BBK,
    multiply32BCK,
    multiply32BDK,
    multiply32CAK,
    multiply32CBK,
    multiply32CCK,
    multiply32CDK,
    multiply32DAK,
    multiply32DBK,
    multiply32DCK,
    multiply32DDK,
  ]
  /// By destination and by the other operand.
  static let multiply64: [LoopHandler] = [
    multiply64AAB,
    multiply64AAC,
    multiply64AAD,
    multiply64BBA,
    multiply64BBC,
    multiply64BBD,
    multiply64CCA,
    multiply64CCB,
    multiply64CCD,
    multiply64DDA,
    multiply64DDB,
    multiply64DDC,
  ]
  /// By destination and source.
  static let multiplyConstant64: [LoopHandler] = [
    multiply64AAK,
    multiply64ABK,
    multiply64ACK,
    multiply64ADK,
    multiply64BAK,
    multiply64BBK,
    multiply64BCK,
    multiply64BDK,
    multiply64CAK,
    multiply64CBK,
    multiply64CCK,
    multiply64CDK,
    multiply64DAK,
    multiply64DBK,
    multiply64DCK,
    multiply64DDK,
  ]
}

@inline(__always) private func multiply32AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func multiply32AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func multiply32AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func multiply32BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func multiply32BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func multiply32BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func multiply32CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func multiply32CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func multiply32CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func multiply32DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func multiply32DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func multiply32DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func multiply32AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func multiply32ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func multiply32ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func multiply32ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func multiply32BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func multiply32BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func multiply32BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func multiply32BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func multiply32CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func multiply32CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func multiply32CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func multiply32CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func multiply32DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func multiply32DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func multiply32DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func multiply32DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt32.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func multiply64AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func multiply64AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func multiply64AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func multiply64BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func multiply64BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func multiply64BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func multiply64CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func multiply64CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func multiply64CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func multiply64DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func multiply64DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func multiply64DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func multiply64AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func multiply64ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func multiply64ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func multiply64ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func multiply64BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func multiply64BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func multiply64BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func multiply64BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func multiply64CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func multiply64CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func multiply64CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func multiply64CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func multiply64DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func multiply64DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func multiply64DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func multiply64DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Multiply.self, UInt64.self, PlaceD.self, PlaceD.self, Constant.self) }
