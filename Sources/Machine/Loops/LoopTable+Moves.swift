// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By destination and source: the places, then the constant.
  static let copy: [LoopHandler] = [
    copyAA,
    copyAB,
    copyAC,
    copyAD,
    copyAK,
    copyBA,
    copyBB,
    copyBC,
    copyBD,
    copyBK,
    copyCA,
    copyCB,
    copyCC,
    copyCD,
    copyCK,
    copyDA,
    copyDB,
    copyDC,
    copyDD,
    copyDK,
  ]
  /// By what it is if the condition holds and if not: the places, then the constant.
  static let chooseA: [LoopHandler] = [
    chooseAAA,
    chooseAAB,
    chooseAAC,
    chooseAAD,
    chooseAAK,
    chooseABA,
    chooseABB,
    chooseABC,
    chooseABD,
    chooseABK,
    chooseACA,
    chooseACB,
    chooseACC,
    chooseACD,
    chooseACK,
    chooseADA,
    chooseADB,
    chooseADC,
    chooseADD,
    chooseADK,
    chooseAKA,
    chooseAKB,
    chooseAKC,
    chooseAKD,
    chooseAKK,
  ]
  /// By what it is if the condition holds and if not: the places, then the constant.
  static let chooseB: [LoopHandler] = [
    chooseBAA,
    chooseBAB,
    chooseBAC,
    chooseBAD,
    chooseBAK,
    chooseBBA,
    chooseBBB,
    chooseBBC,
    chooseBBD,
    chooseBBK,
    chooseBCA,
    chooseBCB,
    chooseBCC,
    chooseBCD,
    chooseBCK,
    chooseBDA,
    chooseBDB,
    chooseBDC,
    chooseBDD,
    chooseBDK,
    chooseBKA,
    chooseBKB,
    chooseBKC,
    chooseBKD,
    chooseBKK,
  ]
  /// By what it is if the condition holds and if not: the places, then the constant.
  static let chooseC: [LoopHandler] = [
    chooseCAA,
    chooseCAB,
    chooseCAC,
    chooseCAD,
    chooseCAK,
    chooseCBA,
    chooseCBB,
    chooseCBC,
    chooseCBD,
    chooseCBK,
    chooseCCA,
    chooseCCB,
    chooseCCC,
    chooseCCD,
    chooseCCK,
    chooseCDA,
    chooseCDB,
    chooseCDC,
    chooseCDD,
    chooseCDK,
    chooseCKA,
    chooseCKB,
    chooseCKC,
    chooseCKD,
    chooseCKK,
  ]
  /// By what it is if the condition holds and if not: the places, then the constant.
  static let chooseD: [LoopHandler] = [
    chooseDAA,
    chooseDAB,
    chooseDAC,
    chooseDAD,
    chooseDAK,
    chooseDBA,
    chooseDBB,
    chooseDBC,
    chooseDBD,
    chooseDBK,
    chooseDCA,
    chooseDCB,
    chooseDCC,
    chooseDCD,
    chooseDCK,
    chooseDDA,
    chooseDDB,
    chooseDDC,
    chooseDDD,
    chooseDDK,
    chooseDKA,
    chooseDKB,
    chooseDKC,
    chooseDKD,
    chooseDKK,
  ]
  /// By destination, base and index.
  static let address: [LoopHandler] = [
    addressAAA,
    addressAAB,
    addressAAC,
    addressAAD,
    addressABA,
    addressABB,
    addressABC,
    addressABD,
    addressACA,
    addressACB,
    addressACC,
    addressACD,
    addressADA,
    addressADB,
    addressADC,
    addressADD,
    addressBAA,
    addressBAB,
    addressBAC,
    addressBAD,
    addressBBA,
    addressBBB,
    addressBBC,
    addressBBD,
    addressBCA,
    addressBCB,
    addressBCC,
    addressBCD,
    addressBDA,
    addressBDB,
    addressBDC,
    addressBDD,
    addressCAA,
    addressCAB,
    addressCAC,
    addressCAD,
    addressCBA,
    addressCBB,
    addressCBC,
    addressCBD,
    addressCCA,
    addressCCB,
    addressCCC,
    addressCCD,
    addressCDA,
    addressCDB,
    addressCDC,
    addressCDD,
    addressDAA,
    addressDAB,
    addressDAC,
    addressDAD,
    addressDBA,
    addressDBB,
    addressDBC,
    addressDBD,
    addressDCA,
    addressDCB,
    addressDCC,
    addressDCD,
    addressDDA,
    addressDDB,
    addressDDC,
    addressDDD,
  ]
}

@inline(__always) private func copyAA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self) }
@inline(__always) private func copyAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self) }
@inline(__always) private func copyAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self) }
@inline(__always) private func copyAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self) }
@inline(__always) private func copyAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceA.self, Constant.self) }
@inline(__always) private func copyBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self) }
@inline(__always) private func copyBB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self) }
@inline(__always) private func copyBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self) }
@inline(__always) private func copyBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self) }
@inline(__always) private func copyBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceB.self, Constant.self) }
@inline(__always) private func copyCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self) }
@inline(__always) private func copyCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self) }
@inline(__always) private func copyCC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self) }
@inline(__always) private func copyCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self) }
@inline(__always) private func copyCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceC.self, Constant.self) }
@inline(__always) private func copyDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self) }
@inline(__always) private func copyDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self) }
@inline(__always) private func copyDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self) }
@inline(__always) private func copyDD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self) }
@inline(__always) private func copyDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { copy(o, loopValues(p, a, b, c, d), PlaceD.self, Constant.self) }
@inline(__always) private func chooseAAA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func chooseAAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func chooseAAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func chooseAAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func chooseAAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, Constant.self) }
@inline(__always) private func chooseABA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func chooseABB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func chooseABC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func chooseABD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func chooseABK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, Constant.self) }
@inline(__always) private func chooseACA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func chooseACB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func chooseACC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func chooseACD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func chooseACK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, Constant.self) }
@inline(__always) private func chooseADA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func chooseADB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func chooseADC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func chooseADD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func chooseADK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, Constant.self) }
@inline(__always) private func chooseAKA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, Constant.self, PlaceA.self) }
@inline(__always) private func chooseAKB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, Constant.self, PlaceB.self) }
@inline(__always) private func chooseAKC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, Constant.self, PlaceC.self) }
@inline(__always) private func chooseAKD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, Constant.self, PlaceD.self) }
@inline(__always) private func chooseAKK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceA.self, Constant.self, Constant.self) }
@inline(__always) private func chooseBAA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func chooseBAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func chooseBAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func chooseBAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func chooseBAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, Constant.self) }
@inline(__always) private func chooseBBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func chooseBBB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func chooseBBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func chooseBBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func chooseBBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, Constant.self) }
@inline(__always) private func chooseBCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func chooseBCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func chooseBCC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func chooseBCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func chooseBCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, Constant.self) }
@inline(__always) private func chooseBDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func chooseBDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func chooseBDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func chooseBDD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func chooseBDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, Constant.self) }
@inline(__always) private func chooseBKA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, Constant.self, PlaceA.self) }
@inline(__always) private func chooseBKB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, Constant.self, PlaceB.self) }
@inline(__always) private func chooseBKC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, Constant.self, PlaceC.self) }
@inline(__always) private func chooseBKD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, Constant.self, PlaceD.self) }
@inline(__always) private func chooseBKK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceB.self, Constant.self, Constant.self) }
@inline(__always) private func chooseCAA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func chooseCAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func chooseCAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func chooseCAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func chooseCAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, Constant.self) }
@inline(__always) private func chooseCBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func chooseCBB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func chooseCBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func chooseCBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func chooseCBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, Constant.self) }
@inline(__always) private func chooseCCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func chooseCCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func chooseCCC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func chooseCCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func chooseCCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, Constant.self) }
@inline(__always) private func chooseCDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func chooseCDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func chooseCDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func chooseCDD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func chooseCDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, Constant.self) }
@inline(__always) private func chooseCKA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, Constant.self, PlaceA.self) }
@inline(__always) private func chooseCKB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, Constant.self, PlaceB.self) }
@inline(__always) private func chooseCKC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, Constant.self, PlaceC.self) }
@inline(__always) private func chooseCKD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, Constant.self, PlaceD.self) }
@inline(__always) private func chooseCKK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceC.self, Constant.self, Constant.self) }
@inline(__always) private func chooseDAA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func chooseDAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func chooseDAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func chooseDAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func chooseDAK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, Constant.self) }
@inline(__always) private func chooseDBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func chooseDBB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func chooseDBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func chooseDBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func chooseDBK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, Constant.self) }
@inline(__always) private func chooseDCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func chooseDCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func chooseDCC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func chooseDCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func chooseDCK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, Constant.self) }
@inline(__always) private func chooseDDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func chooseDDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func chooseDDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func chooseDDD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func chooseDDK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, Constant.self) }
@inline(__always) private func chooseDKA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, Constant.self, PlaceA.self) }
@inline(__always) private func chooseDKB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, Constant.self, PlaceB.self) }
@inline(__always) private func chooseDKC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, Constant.self, PlaceC.self) }
@inline(__always) private func chooseDKD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, Constant.self, PlaceD.self) }
@inline(__always) private func chooseDKK(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { choose(o, loopValues(p, a, b, c, d), PlaceD.self, Constant.self, Constant.self) }
@inline(__always) private func addressAAA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func addressAAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func addressAAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func addressAAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func addressABA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func addressABB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func addressABC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func addressABD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func addressACA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func addressACB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func addressACC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func addressACD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func addressADA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func addressADB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func addressADC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func addressADD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceA.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func addressBAA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func addressBAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func addressBAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func addressBAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func addressBBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func addressBBB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func addressBBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func addressBBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func addressBCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func addressBCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func addressBCC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func addressBCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func addressBDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func addressBDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func addressBDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func addressBDD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceB.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func addressCAA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func addressCAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func addressCAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func addressCAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func addressCBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func addressCBB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func addressCBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func addressCBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func addressCCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func addressCCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func addressCCC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func addressCCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func addressCDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func addressCDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func addressCDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func addressCDD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceC.self, PlaceD.self, PlaceD.self) }
@inline(__always) private func addressDAA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceA.self) }
@inline(__always) private func addressDAB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceB.self) }
@inline(__always) private func addressDAC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceC.self) }
@inline(__always) private func addressDAD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceA.self, PlaceD.self) }
@inline(__always) private func addressDBA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceA.self) }
@inline(__always) private func addressDBB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceB.self) }
@inline(__always) private func addressDBC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceC.self) }
@inline(__always) private func addressDBD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceB.self, PlaceD.self) }
@inline(__always) private func addressDCA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceA.self) }
@inline(__always) private func addressDCB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceB.self) }
@inline(__always) private func addressDCC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceC.self) }
@inline(__always) private func addressDCD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceC.self, PlaceD.self) }
@inline(__always) private func addressDDA(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceA.self) }
@inline(__always) private func addressDDB(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceB.self) }
@inline(__always) private func addressDDC(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceC.self) }
@inline(__always) private func addressDDD(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { address(o, loopValues(p, a, b, c, d), PlaceD.self, PlaceD.self, PlaceD.self) }
