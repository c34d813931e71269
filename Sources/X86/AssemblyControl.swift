/// What EVEX adds to an operand as written: `{k1}{z}`, `{rn-sae}`, `dword bcst`.
struct AssemblyControl {
  /// As `VectorControl` has it.
  var bits: UInt8 = 0
  var isBroadcast = false
  var rounding = Encoding.Rounding.none

  var isEmpty: Bool { bits == 0 && !isBroadcast && rounding == .none }

  /// Takes a word between braces; false if it is none.
  mutating func read(_ word: String) -> Bool {
    switch word {
    case "z": bits |= 8
    case "sae": rounding = .suppressed
    case "rn-sae", "rd-sae", "ru-sae", "rz-sae":
      rounding = .explicit
      switch word {
      case "rd-sae": bits |= 0x20
      case "ru-sae": bits |= 0x40
      case "rz-sae": bits |= 0x60
      default: break
      }
    case "1to2", "1to4", "1to8", "1to16", "1to32": isBroadcast = true
    default:
      guard let mask = AssemblerIndex.shared.registers[word], mask.kind == .mask,
        mask.register != 0
      else { return false }
      bits |= mask.register
    }
    return true
  }

  /// The bits of the instruction.
  var value: UInt8 {
    bits | (isBroadcast || rounding != .none ? 0x10 : 0)
  }
}

extension AssemblyScanner {
  /// Takes the words in braces at the end of the part off it.
  mutating func readBraces(_ control: inout AssemblyControl) throws(AssemblyError) {
    while true {
      let rest = trimmed(position..<limit)
      guard rest.count > 2, self[rest.upperBound - 1] == UInt8(ascii: "}"),
        let open = rest.last(where: { self[$0] == UInt8(ascii: "{") })
      else { return }
      let word = trimmed(open + 1..<rest.upperBound - 1)
      guard control.read(lowercased(word)) else { throw AssemblyError(.syntax, at: open) }
      self = part(position..<open)
    }
  }
}
