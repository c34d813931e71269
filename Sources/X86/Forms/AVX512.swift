/// AVX-512 (Intel SDM volume 2): decoded and printed, not executed.
extension Form {
  static let avx512: [Form] =
    (avx512Arithmetic + avx512Scalars + avx512Moves).flatMap { $0.forms("EVEX") }
    + maskRegisters.flatMap { $0.forms("VEX") }

  /// Rows whose operands are the same.
  struct RowBlock {
    /// What is written behind the row's notation: masks and rounding.
    let suffix: String
    let operands: [OperandForm]
    /// A row a line: the notation without `EVEX`, then the mnemonic.
    let lines: String
    let modes: Modes

    init(_ suffix: String, _ operands: [OperandForm], _ lines: String, modes: Modes = .all) {
      self.suffix = suffix
      self.operands = operands
      self.lines = lines
      self.modes = modes
    }

    func forms(_ scheme: String) -> [Form] {
      lines.split(separator: "\n").map { line in form(scheme, line) }
    }

    private func form(_ scheme: String, _ line: Substring) -> Form {
      let end = line.lastIndex(of: " ") ?? line.startIndex
      let notation = "\(scheme) \(line[..<end]) \(suffix)"
      let places = operands + [OperandForm](repeating: .none, count: 4 - operands.count)
      let isAnyLength = operands.contains { $0.isOfAnyLength }
      let hasGeneral = operands.contains { $0.plan.width == .dwordOrQword }
      let width: WidthRule = isAnyLength ? .vector : hasGeneral ? .doubleOrQuad : .xmm
      // A name for each width of a general register: the wide one is of 64-bit mode.
      let isWide = (operands.contains(.rmY) || operands.contains(.rm64)) && line.contains(" W1 ")
      return Form(
        notation, String(line[end...].dropFirst()), .textOnly, places[0], places[1], places[2],
        places[3], width: width, modes: isWide ? .long : modes)
    }
  }

  /// The mask registers' own instructions, VEX-coded.
  private static let maskRegisters: [RowBlock] = [
    RowBlock(
      "", [.k, .kV, .kRM],
      """
      NP W0 L1 0F 41 /r reg kandw
      NP W1 L1 0F 41 /r reg kandq
      66 W0 L1 0F 41 /r reg kandb
      66 W1 L1 0F 41 /r reg kandd
      NP W0 L1 0F 42 /r reg kandnw
      NP W1 L1 0F 42 /r reg kandnq
      66 W0 L1 0F 42 /r reg kandnb
      66 W1 L1 0F 42 /r reg kandnd
      NP W0 L1 0F 45 /r reg korw
      NP W1 L1 0F 45 /r reg korq
      66 W0 L1 0F 45 /r reg korb
      66 W1 L1 0F 45 /r reg kord
      NP W0 L1 0F 46 /r reg kxnorw
      NP W1 L1 0F 46 /r reg kxnorq
      66 W0 L1 0F 46 /r reg kxnorb
      66 W1 L1 0F 46 /r reg kxnord
      NP W0 L1 0F 47 /r reg kxorw
      NP W1 L1 0F 47 /r reg kxorq
      66 W0 L1 0F 47 /r reg kxorb
      66 W1 L1 0F 47 /r reg kxord
      NP W0 L1 0F 4A /r reg kaddw
      NP W1 L1 0F 4A /r reg kaddq
      66 W0 L1 0F 4A /r reg kaddb
      66 W1 L1 0F 4A /r reg kaddd
      NP W0 L1 0F 4B /r reg kunpckwd
      NP W1 L1 0F 4B /r reg kunpckdq
      66 W0 L1 0F 4B /r reg kunpckbw
      """),
    RowBlock(
      "", [.k, .kRM],
      """
      NP W0 L0 0F 44 /r reg knotw
      NP W1 L0 0F 44 /r reg knotq
      66 W0 L0 0F 44 /r reg knotb
      66 W1 L0 0F 44 /r reg knotd
      NP W0 L0 0F 98 /r reg kortestw
      NP W1 L0 0F 98 /r reg kortestq
      66 W0 L0 0F 98 /r reg kortestb
      66 W1 L0 0F 98 /r reg kortestd
      NP W0 L0 0F 99 /r reg ktestw
      NP W1 L0 0F 99 /r reg ktestq
      66 W0 L0 0F 99 /r reg ktestb
      66 W1 L0 0F 99 /r reg ktestd
      NP W1 L0 0F 90 /r kmovq
      """),
    RowBlock(
      "", [.kRM, .k],
      """
      NP W1 L0 0F 91 /r mem kmovq
      """),
    RowBlock("", [.k, .kRM8], "66 W0 L0 0F 90 /r kmovb"),
    RowBlock("", [.k, .kRM16], "NP W0 L0 0F 90 /r kmovw"),
    RowBlock("", [.k, .kRM32], "66 W1 L0 0F 90 /r kmovd"),
    RowBlock("", [.kRM8, .k], "66 W0 L0 0F 91 /r mem kmovb"),
    RowBlock("", [.kRM16, .k], "NP W0 L0 0F 91 /r mem kmovw"),
    RowBlock("", [.kRM32, .k], "66 W1 L0 0F 91 /r mem kmovd"),
    RowBlock(
      "", [.k, .rm32],
      """
      NP W0 L0 0F 92 /r reg kmovw
      66 W0 L0 0F 92 /r reg kmovb
      F2 L0 0F 92 /r reg kmovd
      """),
    RowBlock("", [.k, .rmY], "F2 W1 L0 0F 92 /r reg kmovq"),
    RowBlock(
      "", [.r32, .kRM],
      """
      NP W0 L0 0F 93 /r reg kmovw
      66 W0 L0 0F 93 /r reg kmovb
      F2 L0 0F 93 /r reg kmovd
      """),
    RowBlock("", [.rY, .kRM], "F2 W1 L0 0F 93 /r reg kmovq", modes: .long),
    RowBlock(
      "", [.k, .kRM, .imm8Unsigned],
      """
      66 W0 L0 0F 3A 30 /r reg kshiftrb
      66 W1 L0 0F 3A 30 /r reg kshiftrw
      66 W0 L0 0F 3A 31 /r reg kshiftrd
      66 W1 L0 0F 3A 31 /r reg kshiftrq
      66 W0 L0 0F 3A 32 /r reg kshiftlb
      66 W1 L0 0F 3A 32 /r reg kshiftlw
      66 W0 L0 0F 3A 33 /r reg kshiftld
      66 W1 L0 0F 3A 33 /r reg kshiftlq
      """),
  ]
}
