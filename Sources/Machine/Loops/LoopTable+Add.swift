// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By destination and by the other operand.
  static let add32: [LoopHandler] = [
    add32AAB,
    add32AAC,
    add32AAD,
    add32BBA,
    add32BBC,
    add32BBD,
    add32CCA,
    add32CCB,
    add32CCD,
    add32DDA,
    add32DDB,
    add32DDC,
  ]
  /// By destination and source.
  static let addConstant32: [LoopHandler] = [
    add32AAK,
    add32ABK,
    add32ACK,
    add32ADK,
    add32BAK,
    add32BBK,
    add32BCK,
    add32BDK,
    add32CAK,
    add32CBK,
    add32CCK,
    add32CDK,
    add32DAK,
    add32DBK,
    add32DCK,
    add32DDK,
  ]
  /// By destination and by the other operand.
  static let add64: [LoopHandler] = [
    add64AAB,
    add64AAC,
    add64AAD,
    add64BBA,
    add64BBC,
    add64BBD,
    add64CCA,
    add64CCB,
    add64CCD,
    add64DDA,
    add64DDB,
    add64DDC,
  ]
  /// By destination and source.
  static let addConstant64: [LoopHandler] = [
    add64AAK,
    add64ABK,
    add64ACK,
    add64ADK,
    add64BAK,
    add64BBK,
    add64BCK,
    add64BDK,
    add64CAK,
    add64CBK,
    add64CCK,
    add64CDK,
    add64DAK,
    add64DBK,
    add64DCK,
    add64DDK,
  ]
}

@inline(__always) private func add32AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func add32AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func add32AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func add32BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func add32BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func add32BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func add32CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func add32CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func add32CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func add32DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func add32DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func add32DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func add32AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func add32ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func add32ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func add32ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func add32BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func add32BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func add32BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func add32BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func add32CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func add32CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func add32CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func add32CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func add32DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func add32DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func add32DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func add32DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt32.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func add64AAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func add64AAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func add64AAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func add64BBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func add64BBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func add64BBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func add64CCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func add64CCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func add64CCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func add64DDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func add64DDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func add64DDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func add64AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func add64ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func add64ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func add64ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func add64BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func add64BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func add64BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func add64BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func add64CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func add64CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func add64CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func add64CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func add64DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func add64DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func add64DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func add64DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), Add.self, UInt64.self, PlaceD.self, PlaceD.self, Constant.self) }
