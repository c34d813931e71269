/// AMX (Intel SDM volume 1, chapter 18, and volume 2): tiles, shown but not executed. Memory of a
/// tile's rows has a SIB byte, whose index is the distance from row to row.
extension Form {
  static let amx: [Form] = amxRows.flatMap { $0.forms("VEX") }

  private static let amxRows: [RowBlock] = [
    RowBlock("", [], "NP W0 L0 0F 38 49 C0 tilerelease", modes: .long),
    RowBlock("", [.t], "F2 W0 L0 0F 38 49 /r rm0 tilezero", modes: .long),
    RowBlock(
      "", [.m],
      """
      NP W0 L0 0F 38 49 /0 mem ldtilecfg
      66 W0 L0 0F 38 49 /0 mem sttilecfg
      """, modes: .long),
    RowBlock(
      "", [.t, .mSIB],
      """
      F2 W0 L0 0F 38 4B /r mem tileloadd
      66 W0 L0 0F 38 4B /r mem tileloaddt1
      """, modes: .long),
    RowBlock(
      "", [.mSIB, .t],
      """
      F3 W0 L0 0F 38 4B /r mem tilestored
      """, modes: .long),
    RowBlock(
      "{distinct}", [.t, .tRM, .tV],
      """
      F3 W0 L0 0F 38 5C /r reg tdpbf16ps
      F2 W0 L0 0F 38 5C /r reg tdpfp16ps
      F2 W0 L0 0F 38 5E /r reg tdpbssd
      F3 W0 L0 0F 38 5E /r reg tdpbsud
      66 W0 L0 0F 38 5E /r reg tdpbusd
      NP W0 L0 0F 38 5E /r reg tdpbuud
      66 W0 L0 0F 38 6C /r reg tcmmimfp16ps
      NP W0 L0 0F 38 6C /r reg tcmmrlfp16ps
      """, modes: .long),
  ]
}
