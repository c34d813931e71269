import Testing

@testable import X86

/// Numbers as the debugger reads them in base 16, and no symbols.
struct HexExpressions: AssemblyExpressions {
  struct Unknown: Error, Equatable {
    let text: String
    let offset: Int
  }

  var symbols: [String: UInt64] = [:]

  func value(of text: String, at offset: Int) throws -> UInt64 {
    if let value = symbols[text] { return value }
    if text.hasPrefix("-") { return 0 &- (try value(of: String(text.dropFirst()), at: offset)) }
    var digits = text.filter { $0 != "`" }
    var radix = 16
    if digits.hasPrefix("0n") {
      digits.removeFirst(2)
      radix = 10
    } else if digits.hasPrefix("0x") {
      digits.removeFirst(2)
    } else if digits.hasSuffix("h") {
      digits.removeLast()
    }
    guard let value = UInt64(digits, radix: radix) else {
      throw Unknown(text: text, offset: offset)
    }
    return value
  }
}

/// What the disassembler prints, assembled again: the same text, in no more bytes.
struct AssemblyRoundTripTests {
  static let address: UInt64 = 0x1000

  @Test(arguments: [Mode.bits64, .bits32, .bits16])
  func everyRowsTextAssembles(mode: Mode) {
    let formatter = Formatter()
    let assembler = Assembler(mode: mode, expressions: HexExpressions())
    var failures: [String: [String]] = [:]
    var count = 0
    for (_, bytes) in RoundTripTests.samples(mode, count: 12) {
      let decoded = Decoder.decode(bytes, mode: mode)
      // A far branch through four bytes of memory reads as a near one outside 64-bit mode.
      let isFar = decoded.semantics == .callFar || decoded.semantics == .jmpFar
      guard !isFar || decoded.operands.0.size != 4 else { continue }
      let text = formatter.format(decoded, at: Self.address).text
      count += 1
      var complaint: String?
      do {
        let again = try assembler.assemble(text, at: Self.address)
        let other = Decoder.decode(again, mode: mode)
        let otherText = formatter.format(other, at: Self.address).text
        if otherText != text && !Self.isEqual(decoded, other) {
          complaint = "became \(again.hex) \(otherText)"
        } else if again.count > bytes.count && !Self.mayGrow(decoded) {
          complaint = "grew to \(again.hex)"
        }
      } catch {
        complaint = "\(error)"
      }
      if let complaint {
        failures[Form.all[Int(decoded.form)].mnemonic, default: []].append(
          "\(bytes.hex) \(text): \(complaint)")
      }
    }
    #expect(count > 3000)
    for (_, lines) in failures { Issue.record("\(lines.count): \(lines[0])") }
  }

  /// Plain addresses outside 64-bit mode, by ModRM and by offset alone, up to the highest.
  @Test(arguments: [Mode.bits32, .bits16])
  func plainAddressesAssemble(mode: Mode) throws {
    let formatter = Formatter()
    let assembler = Assembler(mode: mode, expressions: HexExpressions())
    let places: [UInt32] = [
      0, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff,
    ]
    for opcode: [UInt8] in [[0xa0], [0x8a, 0x0d], [0x2e, 0xa2], [0x64, 0xfe, 0x05]] {
      for place in places {
        var code: [UInt8] = (mode == .bits16 ? [0x67] : []) + opcode
        for shift in 0..<4 { code.append(UInt8(truncatingIfNeeded: place >> UInt32(shift * 8))) }
        let decoded = Decoder.decode(code, mode: mode)
        #expect(decoded.isValid && Int(decoded.length) == code.count)
        let text = formatter.format(decoded, at: Self.address).text
        let again = try assembler.assemble(text, at: Self.address)
        let other = Decoder.decode(again, mode: mode)
        let offset = other.effectiveOffset(at: Self.address) { _ in 0 }
        #expect(offset == UInt64(place), "\(text) became \(again.hex)")
        #expect(again.count <= code.count, "\(text) became \(again.hex)")
        #expect(other.prefixes.segmentOverride == decoded.prefixes.segmentOverride)
        // 16 bits where they are enough.
        if mode == .bits16 && place <= 0xffff { #expect(!again.contains(0x67), "\(again.hex)") }
      }
    }
  }

  /// Whether the instruction differs only in its spelling: an index without a scale became the
  /// base, 67 went from a plain address, `xchg` named its registers the other way round,
  /// `qword ptr` became `mmword ptr`, and `iret` is the mode's own.
  private static func isEqual(_ one: Instruction, _ other: Instruction) -> Bool {
    if one.semantics == .xchg, other.semantics == .xchg, one.operands.0 == other.operands.1 {
      return one.operands.1 == other.operands.0
    }
    if one.semantics == .iret, one.operandSize == 2 {
      return other.semantics == .iret && other.operandSize == 4
    }
    func register(_ number: Int) -> UInt64 { UInt64(number) &* 0x1_0001 }
    let place = one.effectiveOffset(at: address, register: register)
    let mnemonics = [one, other].map { Form.all[Int($0.form)].mnemonic }
    // How many elements a repeated one fills is not in the text where the result is narrow.
    let isNarrow = one.vectorControl.isBroadcast && one.vectorControl == other.vectorControl
    return mnemonics[0] == mnemonics[1] && (isNarrow || one.operands == other.operands)
      && one.immediate == other.immediate && one.immediate2 == other.immediate2
      && place == other.effectiveOffset(at: address, register: register)
      && one.prefixes.segmentOverride == other.prefixes.segmentOverride
  }

  /// Whether the text leaves out a prefix that makes the instruction shorter: 67 before a plain
  /// address, 66 before a branch or a pushed number.
  private static func mayGrow(_ instruction: Instruction) -> Bool {
    let isSized = instruction.operands.0.kind == .relative || instruction.semantics == .push
    return instruction.addressSize != instruction.mode.addressSize
      || instruction.prefixes.contains(.evex)
      || instruction.prefixes.contains(.operandSize) && isSized
  }
}
