/// What only the Xeon Phi had of AVX-512: AVX512PF, AVX512_4FMAPS and AVX512_4VNNIW (Intel SDM volume
/// 2 and the instruction set extensions reference).
extension Form {
  static let avx512Retired: [Form] = avx512RetiredRows.flatMap { $0.forms("EVEX") }

  private static let avx512RetiredRows: [RowBlock] = [
    RowBlock(
      "{k!}", [.indexed32],
      """
      66 W0 L2 0F 38 C6 /1 mem vgatherpf0dps
      66 W0 L2 0F 38 C6 /2 mem vgatherpf1dps
      66 W0 L2 0F 38 C6 /5 mem vscatterpf0dps
      66 W0 L2 0F 38 C6 /6 mem vscatterpf1dps
      66 W0 L2 0F 38 C7 /1 mem vgatherpf0qps
      66 W0 L2 0F 38 C7 /2 mem vgatherpf1qps
      66 W0 L2 0F 38 C7 /5 mem vscatterpf0qps
      66 W0 L2 0F 38 C7 /6 mem vscatterpf1qps
      """),
    RowBlock(
      "{k!}", [.indexedByHalf64],
      """
      66 W1 L2 0F 38 C6 /1 mem vgatherpf0dpd
      66 W1 L2 0F 38 C6 /2 mem vgatherpf1dpd
      66 W1 L2 0F 38 C6 /5 mem vscatterpf0dpd
      66 W1 L2 0F 38 C6 /6 mem vscatterpf1dpd
      """),
    RowBlock(
      "{k!}", [.indexed64],
      """
      66 W1 L2 0F 38 C7 /1 mem vgatherpf0qpd
      66 W1 L2 0F 38 C7 /2 mem vgatherpf1qpd
      66 W1 L2 0F 38 C7 /5 mem vscatterpf0qpd
      66 W1 L2 0F 38 C7 /6 mem vscatterpf1qpd
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecV, .m128],
      """
      F2 W0 L2 0F 38 9A /r mem v4fmaddps
      F2 W0 L2 0F 38 AA /r mem v4fnmaddps
      F2 W0 L2 0F 38 52 /r mem vp4dpwssd
      F2 W0 L2 0F 38 53 /r mem vp4dpwssds
      """),
    RowBlock(
      "{k}{z}", [.xmm, .xmmV, .m128],
      """
      F2 W0 0F 38 9B /r mem v4fmaddss
      F2 W0 0F 38 AB /r mem v4fnmaddss
      """),
  ]
}
