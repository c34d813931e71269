// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By destination and source.
  static let shiftLeft32: [LoopHandler] = [
    shiftLeft32AAK,
    shiftLeft32ABK,
    shiftLeft32ACK,
    shiftLeft32ADK,
    shiftLeft32BAK,
    shiftLeft32BBK,
    shiftLeft32BCK,
    shiftLeft32BDK,
    shiftLeft32CAK,
    shiftLeft32CBK,
    shiftLeft32CCK,
    shiftLeft32CDK,
    shiftLeft32DAK,
    shiftLeft32DBK,
    shiftLeft32DCK,
    shiftLeft32DDK,
  ]
  /// By destination and source.
  static let shiftLeft64: [LoopHandler] = [
    shiftLeft64AAK,
    shiftLeft64ABK,
    shiftLeft64ACK,
    shiftLeft64ADK,
    shiftLeft64BAK,
    shiftLeft64BBK,
    shiftLeft64BCK,
    shiftLeft64BDK,
    shiftLeft64CAK,
    shiftLeft64CBK,
    shiftLeft64CCK,
    shiftLeft64CDK,
    shiftLeft64DAK,
    shiftLeft64DBK,
    shiftLeft64DCK,
    shiftLeft64DDK,
  ]
  /// By destination and source.
  static let shiftRight32: [LoopHandler] = [
    shiftRight32AAK,
    shiftRight32ABK,
    shiftRight32ACK,
    shiftRight32ADK,
    shiftRight32BAK,
    shiftRight32BBK,
    shiftRight32BCK,
    shiftRight32BDK,
    shiftRight32CAK,
    shiftRight32CBK,
    shiftRight32CCK,
    shiftRight32CDK,
    shiftRight32DAK,
    shiftRight32DBK,
    shiftRight32DCK,
    shiftRight32DDK,
  ]
  /// By destination and source.
  static let shiftRight64: [LoopHandler] = [
    shiftRight64AAK,
    shiftRight64ABK,
    shiftRight64ACK,
    shiftRight64ADK,
    shiftRight64BAK,
    shiftRight64BBK,
    shiftRight64BCK,
    shiftRight64BDK,
    shiftRight64CAK,
    shiftRight64CBK,
    shiftRight64CCK,
    shiftRight64CDK,
    shiftRight64DAK,
    shiftRight64DBK,
    shiftRight64DCK,
    shiftRight64DDK,
  ]
  /// By destination and source.
  static let shiftRightSigned32: [LoopHandler] = [
    shiftRightSigned32AAK,
    shiftRightSigned32ABK,
    shiftRightSigned32ACK,
    shiftRightSigned32ADK,
    shiftRightSigned32BAK,
    shiftRightSigned32BBK,
    shiftRightSigned32BCK,
    shiftRightSigned32BDK,
    shiftRightSigned32CAK,
    shiftRightSigned32CBK,
    shiftRightSigned32CCK,
    shiftRightSigned32CDK,
    shiftRightSigned32DAK,
    shiftRightSigned32DBK,
    shiftRightSigned32DCK,
    shiftRightSigned32DDK,
  ]
  /// By destination and source.
  static let shiftRightSigned64: [LoopHandler] = [
    shiftRightSigned64AAK,
    shiftRightSigned64ABK,
    shiftRightSigned64ACK,
    shiftRightSigned64ADK,
    shiftRightSigned64BAK,
    shiftRightSigned64BBK,
    shiftRightSigned64BCK,
    shiftRightSigned64BDK,
    shiftRightSigned64CAK,
    shiftRightSigned64CBK,
    shiftRightSigned64CCK,
    shiftRightSigned64CDK,
    shiftRightSigned64DAK,
    shiftRightSigned64DBK,
    shiftRightSigned64DCK,
    shiftRightSigned64DDK,
  ]
  /// By destination and source.
  static let rotateLeft32: [LoopHandler] = [
    rotateLeft32AAK,
    rotateLeft32ABK,
    rotateLeft32ACK,
    rotateLeft32ADK,
    rotateLeft32BAK,
    rotateLeft32BBK,
    rotateLeft32BCK,
    rotateLeft32BDK,
    rotateLeft32CAK,
    rotateLeft32CBK,
    rotateLeft32CCK,
    rotateLeft32CDK,
    rotateLeft32DAK,
    rotateLeft32DBK,
    rotateLeft32DCK,
    rotateLeft32DDK,
  ]
  /// By destination and source.
  static let rotateLeft64: [LoopHandler] = [
    rotateLeft64AAK,
    rotateLeft64ABK,
    rotateLeft64ACK,
    rotateLeft64ADK,
    rotateLeft64BAK,
    rotateLeft64BBK,
    rotateLeft64BCK,
    rotateLeft64BDK,
    rotateLeft64CAK,
    rotateLeft64CBK,
    rotateLeft64CCK,
    rotateLeft64CDK,
    rotateLeft64DAK,
    rotateLeft64DBK,
    rotateLeft64DCK,
    rotateLeft64DDK,
  ]
}

@inline(__always) private func shiftLeft32AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftLeft32ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftLeft32ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftLeft32ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftLeft32BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftLeft32BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftLeft32BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftLeft32BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftLeft32CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftLeft32CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftLeft32CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftLeft32CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftLeft32DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftLeft32DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftLeft32DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftLeft32DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt32.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftLeft64AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftLeft64ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftLeft64ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftLeft64ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftLeft64BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftLeft64BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftLeft64BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftLeft64BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftLeft64CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftLeft64CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftLeft64CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftLeft64CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftLeft64DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftLeft64DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftLeft64DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftLeft64DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftLeft.self, UInt64.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRight32AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRight32ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRight32ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRight32ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRight32BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRight32BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRight32BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRight32BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRight32CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRight32CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRight32CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRight32CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRight32DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRight32DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRight32DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRight32DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt32.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRight64AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRight64ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRight64ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRight64ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRight64BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRight64BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRight64BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRight64BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRight64CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRight64CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRight64CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRight64CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRight64DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRight64DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRight64DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRight64DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRight.self, UInt64.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRightSigned32AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRightSigned32ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRightSigned32ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRightSigned32ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRightSigned32BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRightSigned32BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRightSigned32BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRightSigned32BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRightSigned32CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRightSigned32CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRightSigned32CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRightSigned32CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRightSigned32DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRightSigned32DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRightSigned32DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRightSigned32DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt32.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRightSigned64AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRightSigned64ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRightSigned64ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRightSigned64ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRightSigned64BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRightSigned64BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRightSigned64BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRightSigned64BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRightSigned64CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRightSigned64CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRightSigned64CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRightSigned64CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func shiftRightSigned64DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func shiftRightSigned64DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func shiftRightSigned64DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func shiftRightSigned64DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), ShiftRightSigned.self, UInt64.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func rotateLeft32AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func rotateLeft32ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func rotateLeft32ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func rotateLeft32ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func rotateLeft32BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func rotateLeft32BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func rotateLeft32BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func rotateLeft32BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func rotateLeft32CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func rotateLeft32CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func rotateLeft32CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func rotateLeft32CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func rotateLeft32DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func rotateLeft32DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func rotateLeft32DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func rotateLeft32DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt32.self, PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func rotateLeft64AAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func rotateLeft64ABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func rotateLeft64ACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func rotateLeft64ADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func rotateLeft64BAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func rotateLeft64BBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func rotateLeft64BCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func rotateLeft64BDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func rotateLeft64CAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func rotateLeft64CBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func rotateLeft64CCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func rotateLeft64CDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func rotateLeft64DAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func rotateLeft64DBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func rotateLeft64DCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func rotateLeft64DDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { compute(o, loopValues(p, a, b, c, d), RotateLeft.self, UInt64.self, PlaceD.self, PlaceD.self, Constant.self) }
