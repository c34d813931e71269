/// A row's place in the opcode space, parsed from the manual's notation.
///
/// The notation is words separated by blanks, in this order:
/// - `VEX`, `EVEX` or `XOP` for rows so coded, then `L0`, `L1` or `L2` where the vector length is fixed;
/// - `NP` (none of 66 F2 F3), `66`, `F3` or `F2`: a mandatory prefix. Without such a word 66 is an
///   operand size prefix and F2/F3 do not matter, as far as no other row claims them. `NFx` is the
///   same but that F2 and F3 are not allowed; `N66` bars 66 beside F2 or F3;
/// - `o16 o32 o64`: only with this operand size (by mode, 66 and REX.W); `W0 W1`: only without or
///   with REX.W (or VEX.W); `noB`: only without REX.B;
/// - `0F`, `0F 38`, `0F 3A`, `M5`, `M6`, `M8`, `M9`, `MA`: the opcode map, none for the primary one;
///   behind `0F 0F` the byte is an opcode that stands after the operands;
/// - the opcode byte, with `+r` if its low three bits are a register (`50+r`), with `+cc` if its low
///   four bits are a condition (`70+cc`);
/// - `/r` for a ModRM byte, or `/0` to `/7` for one whose reg field has this value, or the one
///   ModRM byte that fits (`0F 01 F8`); then `mem` or `reg` if rm must be the one or the other, or
///   `reg!` if rm is a register whatever mod says, or `rm0` if it is register 0;
/// - for EVEX, as the manual's operands have them: `{k}` if a mask may be named, `{k}{z}` if it may
///   also zero, `{k!}` if one must be named; `{er}` if the register form may round, `{sae}` if it
///   may only suppress exceptions, `{b}` if EVEX.b means nothing there; `{distinct}` if the destination must be none of the sources.
public struct Encoding: Sendable, Hashable {
  /// Legacy encoding, or which of the vector prefixes carries it.
  public enum Scheme: UInt8, Sendable, CaseIterable {
    case legacy, vex, evex, xop
  }

  /// The opcode maps.
  public enum Map: UInt8, Sendable, CaseIterable {
    /// One-byte opcodes.
    case primary
    /// 0F.
    case secondary
    /// 0F 38.
    case map38
    /// 0F 3A.
    case map3A
    /// 0F 0F, whose opcode stands behind the operands: 3DNow!.
    case suffixed
    /// Maps of EVEX without a legacy counterpart: 5 and 6, half-precision arithmetic.
    case map5
    case map6
    /// The maps of XOP.
    case map8 = 8
    case map9, mapA

    /// Its number among the maps of its scheme, 0-7.
    var index: Int { Int(rawValue & 7) }
  }

  /// What a row demands of 66, F2 and F3. The raw values of the last four are VEX.pp's.
  public enum Prefix: UInt8, Sendable {
    case none, p66, pF3, pF2
    /// They keep their ordinary meaning.
    case any
    /// 66 keeps its ordinary meaning; F2 and F3 must not stand there.
    case noRepeat
  }

  /// What a row demands of operand size or W.
  public enum Size: UInt8, Sendable {
    case any, o16, o32, o64, w0, w1
  }

  /// What part of the opcode byte is an operand.
  public enum Span: UInt8, Sendable {
    /// None: one opcode.
    case one
    /// The low three bits are a register: eight opcodes.
    case register
    /// The low four bits are a condition: sixteen opcodes.
    case condition
  }

  /// What a row does with the mask that EVEX.aaa names.
  public enum Masking: UInt8, Sendable {
    /// There must be none.
    case none
    /// Elements that are masked out stay as they are.
    case merging
    /// They stay or become zero, as EVEX.z says.
    case zeroing
    /// There must be one; elements stay.
    case required
  }

  /// What EVEX.b means in the register form.
  public enum Rounding: UInt8, Sendable {
    /// It must be clear.
    case none
    /// It has no meaning: the conversion is exact.
    case ignored
    /// Exceptions are suppressed.
    case suppressed
    /// Exceptions are suppressed, and EVEX.L'L is the rounding mode.
    case explicit
  }

  /// What rm must be.
  public enum Target: UInt8, Sendable {
    case any, memory, register
    /// Register whatever mod says.
    case forcedRegister
  }

  public internal(set) var scheme = Scheme.legacy
  public internal(set) var map = Map.primary
  public internal(set) var opcode: UInt8 = 0
  public internal(set) var span = Span.one
  public internal(set) var prefix = Prefix.any
  public internal(set) var size = Size.any
  /// VEX.L must be 0 or 1, EVEX.L'L 0, 1 or 2; nil if it does not matter.
  public internal(set) var vectorLength: UInt8?
  /// The row is not meant when REX.B is set.
  public internal(set) var withoutRexB = false
  /// A ModRM byte follows the opcode.
  public internal(set) var hasModRM = false
  /// The value of ModRM.reg; nil if it is an operand.
  public internal(set) var digit: UInt8?
  /// The value of ModRM.rm; nil if it is an operand.
  public internal(set) var rm: UInt8?
  public internal(set) var target = Target.any
  public internal(set) var masking = Masking.none
  public internal(set) var rounding = Rounding.none
  /// The destination must be none of the sources, and of tiles all must differ.
  public internal(set) var isDistinct = false
  /// 66 makes the instruction undefined.
  public internal(set) var bars66 = false

  /// Parses the notation. A word that does not fit is a mistake in the table and stops the program
  /// at the table's first use, whatever is decoded.
  init(_ notation: String) {
    var bytes: [UInt8] = []
    var sawOpcode = false
    for word in notation.split(separator: " ") {
      let known =
        sawOpcode
        ? readModRM(word)
        : readConstraint(word, isFirst: bytes.isEmpty)
          || readOpcode(word, after: &bytes, done: &sawOpcode)
      precondition(known, "bad word \(word) in the row \(notation)")
    }
    if !sawOpcode, let last = bytes.last {
      opcode = last
      bytes.removeLast()
    }
    guard map == .primary else { return }
    switch bytes {
    case []: map = .primary
    case [0x0f]: map = .secondary
    case [0x0f, 0x0f]: map = .suffixed
    case [0x0f, 0x38]: map = .map38
    case [0x0f, 0x3a]: map = .map3A
    default: preconditionFailure("no opcode map \(bytes) in the row \(notation)")
    }
  }

  private mutating func readConstraint(_ word: Substring, isFirst: Bool) -> Bool {
    switch word {
    case "VEX": scheme = .vex
    case "EVEX": scheme = .evex
    case "XOP": scheme = .xop
    case "M8": map = .map8
    case "M9": map = .map9
    case "MA": map = .mapA
    case "N66": bars66 = true
    case "M5": map = .map5
    case "M6": map = .map6
    case "L0": vectorLength = 0
    case "L1": vectorLength = 1
    case "L2": vectorLength = 2
    case "NP": prefix = .none
    case "NFx": prefix = .noRepeat
    case "66" where isFirst: prefix = .p66
    case "F3" where isFirst: prefix = .pF3
    case "F2" where isFirst: prefix = .pF2
    case "o16": size = .o16
    case "o32": size = .o32
    case "o64": size = .o64
    case "W0": size = .w0
    case "W1": size = .w1
    case "noB": withoutRexB = true
    default: return false
    }
    return true
  }

  /// Reads a byte of the opcode. The last byte before a `/` word, or one with `+`, is the opcode; a
  /// byte that follows a whole opcode is a ModRM byte.
  private mutating func readOpcode(
    _ word: Substring, after bytes: inout [UInt8], done: inout Bool
  ) -> Bool {
    if word.hasPrefix("/") {
      guard let last = bytes.popLast() else { return false }
      opcode = last
      done = true
      return readModRM(word)
    }
    let parts = word.split(separator: "+")
    guard parts.count <= 2, let digits = parts.first, let byte = UInt8(digits, radix: 16) else {
      return false
    }
    if parts.count == 2 {
      switch parts[1] {
      case "r": span = .register
      case "cc": span = .condition
      default: return false
      }
      opcode = byte
      done = true
      return true
    }
    if Encoding.isWhole(bytes), let last = bytes.popLast() {
      opcode = last
      done = true
      hasModRM = true
      digit = byte >> 3 & 7
      rm = byte & 7
      target = .register
      return byte >= 0xc0
    }
    bytes.append(byte)
    return true
  }

  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    switch bytes.first {
    case nil: false
    case 0x0f: bytes.count == (bytes.count > 1 && [0x0f, 0x38, 0x3a].contains(bytes[1]) ? 3 : 2)
    default: true
    }
  }

  private mutating func readModRM(_ word: Substring) -> Bool {
    switch word {
    case "/r": hasModRM = true
    case "mem": target = .memory
    case "reg": target = .register
    case "reg!": target = .forcedRegister
    case "rm0":
      rm = 0
      target = .register
    case "{k}": masking = .merging
    case "{k}{z}": masking = .zeroing
    case "{k!}": masking = .required
    case "{b}": rounding = .ignored
    case "{distinct}": isDistinct = true
    case "{er}": rounding = .explicit
    case "{sae}": rounding = .suppressed
    default:
      guard word.count == 2, word.hasPrefix("/"), let value = UInt8(word.dropFirst(), radix: 8)
      else { return false }
      hasModRM = true
      digit = value
    }
    return true
  }

  /// How many opcode bytes the row occupies.
  var opcodeCount: Int {
    switch span {
    case .one: 1
    case .register: 8
    case .condition: 16
    }
  }

  /// How much the row demands: where two rows fit, the one with the higher number is meant.
  var specificity: Int {
    var points = 0
    if prefix != .any { points += 8 }
    if size != .any { points += 1 }
    if vectorLength != nil { points += 1 }
    if withoutRexB { points += 1 }
    if digit != nil { points += 1 }
    if rm != nil { points += 1 }
    if target != .any { points += 1 }
    if span == .one { points += 1 }
    return points
  }
}
