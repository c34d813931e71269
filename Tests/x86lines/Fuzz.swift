import X86

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes and texts that nobody meant, through decoder, formatter, encoder and assembler, for a
/// while: `x86lines fuzz SECONDS [SEED]`. A trap ends the process after the line that says which
/// seed led to it; a broken promise is printed.
struct Fuzz {
  private var numbers: FuzzNumbers
  private let formatter = Formatter()
  private let namingFormatter = Formatter(symbols: EveryName())
  private var texts: [String] = ["mov eax,1"]
  private var codes: [[UInt8]] = [[0x90]]
  private(set) var instances = 0
  private(set) var lines = 0
  private(set) var valid = 0
  private(set) var broken = 0

  private static let prefixes: [UInt8] = [
    0x66, 0x67, 0xf2, 0xf3, 0xf0, 0x2e, 0x36, 0x3e, 0x26, 0x64, 0x65, 0x48, 0x41, 0x4f,
  ]
  private static let words: [String] = [
    "eax", "rax", "ah", "xmm31", "zmm0", "ymm15", "k7", "cr8", "dr7", "st(7)", "st", "mm0", "gs:",
    "fs:", "byte ptr ", "qword ptr ", "fword ptr ", "zmmword ptr ", "tbyte ptr ", "word bcst ",
    "[", "]", "+", "-", "*8", "*", ",", "{k1}", "{z}", "{rn-sae}", "{", "}", "lock ", "rep ",
    "repne ", "0ffffffffffffffffh", "7fffffffh", "80000000h", "0", "rip", "short ", "far ",
    "offset ", "`", "(", ")", ":", "0n", "db ", "\u{e9}", "\"", ";", " ", "\t",
  ]

  init(seed: UInt64) {
    numbers = FuzzNumbers(seed)
  }

  /// One string of bytes and what becomes of it, in every mode.
  mutating func step() {
    let code = bytes()
    for mode in Mode.allCases {
      instances += 1
      check(code, mode)
    }
    if numbers.next() % 4 == 0 { assemble() }
  }

  private mutating func bytes() -> [UInt8] {
    var code: [UInt8]
    if numbers.next() % 2 == 0 {
      code = (0..<numbers.below(17)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
      let heads: [[UInt8]] = [
        [], [0x0f], [0x0f, 0x38], [0x0f, 0x3a], [0xc5], [0xc4, 0xe2], [0xc4], [0x62], [0x62, 0xf1],
        [0x8f], [0x8f, 0xe8], [0x8f, 0xe9], [0x0f, 0x0f], [0xd9], [0x0f, 0x01], [0x0f, 0xc7],
      ]
      code.insert(contentsOf: heads[numbers.below(heads.count)], at: 0)
    } else {
      code = codes[numbers.below(codes.count)]
      for _ in 0..<numbers.below(4) where !code.isEmpty {
        code[numbers.below(code.count)] ^= 1 << UInt8(numbers.below(8))
      }
      if numbers.next() % 4 == 0, !code.isEmpty { code.removeLast(numbers.below(code.count)) }
    }
    for _ in 0..<numbers.below(4) {
      code.insert(Self.prefixes[numbers.below(Self.prefixes.count)], at: 0)
    }
    return code
  }

  private mutating func check(_ code: [UInt8], _ mode: Mode) {
    let instruction = Decoder.decode(code, mode: mode)
    let length = Int(instruction.length)
    _ = Decoder.exceedsLength(code, mode: mode)
    let address = numbers.next()
    let line = formatter.format(instruction, at: address)
    _ = namingFormatter.format(instruction, at: address)
    _ = instruction.branchTarget(at: address)
    _ = instruction.effectiveOffset(at: address) { UInt64($0) &* 0x0101_0101_0101_0101 }
    require((1...15).contains(length), "length", code, mode)
    guard instruction.isValid else { return }
    valid += 1
    require(length <= code.count, "longer than its bytes", code, mode)
    require(!line.mnemonic.isEmpty && !line.operands.contains("?"), "text", code, mode)
    let same = Decoder.decode(Array(code[..<length]), mode: mode)
    require(same == instruction, "bytes behind it matter", code, mode)
    if let again = Encoder.encode(instruction) {
      let other = formatter.format(Decoder.decode(again, mode: mode), at: address)
      // The length moves what is relative to the next instruction.
      let isRelative = instruction.memory.base == MemoryOperand.rip || instruction.isRelative
      let isSame = other == line || isRelative && other.mnemonic == line.mnemonic
      require(isSame, "encodes as \(other.text), not \(line.text)", code, mode)
    }
    keep(Array(code[..<length]), line.text)
    encodeChanged(instruction)
  }

  /// Asks for bytes of something that no decoder ever made.
  private mutating func encodeChanged(_ instruction: Instruction) {
    var changed = instruction
    let operand = Operand(
      Operand.Kind.allCases[numbers.below(Operand.Kind.allCases.count)],
      register: UInt8(truncatingIfNeeded: numbers.next()),
      size: UInt8(truncatingIfNeeded: numbers.next()))
    switch numbers.below(9) {
    case 0: changed.form = UInt16(truncatingIfNeeded: numbers.next())
    case 1: changed.operandSize = UInt8(truncatingIfNeeded: numbers.next())
    case 2: changed.addressSize = UInt8(truncatingIfNeeded: numbers.next())
    case 3: changed.operands.0 = operand
    case 4: changed.operands.1 = operand
    case 5: changed.immediate = Int64(bitPattern: numbers.next())
    case 6: changed.memory.displacement = Int64(bitPattern: numbers.next())
    case 7: changed.memory.index = UInt8(truncatingIfNeeded: numbers.next())
    default: changed.memory.base = UInt8(truncatingIfNeeded: numbers.next())
    }
    _ = Encoder.encode(changed)
    _ = formatter.format(changed, at: numbers.next())
  }

  private mutating func keep(_ code: [UInt8], _ text: String) {
    guard codes.count >= 4096 else {
      codes.append(code)
      texts.append(text)
      return
    }
    let place = numbers.below(codes.count)
    codes[place] = code
    texts[place] = text
  }

  /// A text of the disassembler's, or one that was changed, assembled.
  private mutating func assemble() {
    var text = texts[numbers.below(texts.count)]
    let changes = numbers.below(4)
    for _ in 0..<changes { text = changed(text) }
    for mode in Mode.allCases {
      lines += 1
      let assembler = Assembler(mode: mode, expressions: Numbers())
      guard let code = try? assembler.assemble(text, at: numbers.next() & 0xffff_ffff) else {
        continue
      }
      let isData = ["db", "dw", "dd", "dq"].contains { text.lowercased().contains($0) }
      guard !code.isEmpty, !isData else { continue }
      let decoded = Decoder.decode(code, mode: mode)
      let isWhole = decoded.isValid && Int(decoded.length) == code.count
      // MASM's fstcw and kin are two instructions: fwait and the other.
      let isPair = code[0] == 0x9b
      require(isWhole || isPair, "assembled from \(text)", code, mode)
    }
  }

  private mutating func changed(_ text: String) -> String {
    var letters = Array(text.unicodeScalars)
    let place = numbers.below(letters.count + 1)
    let word = Self.words[numbers.below(Self.words.count)]
    switch numbers.below(4) {
    case 0: letters.insert(contentsOf: word.unicodeScalars, at: place)
    case 1 where place < letters.count:
      letters.removeSubrange(place..<min(letters.count, place + 1 + numbers.below(6)))
    case 2 where place < letters.count:
      letters.replaceSubrange(place..<place + 1, with: word.unicodeScalars)
    default:
      let other = Array(texts[numbers.below(texts.count)].unicodeScalars)
      letters = Array(letters[..<place]) + other.suffix(numbers.below(other.count + 1))
    }
    return String(String.UnicodeScalarView(letters.prefix(200)))
  }

  private mutating func require(
    _ condition: Bool, _ promise: @autoclosure () -> String, _ code: [UInt8], _ mode: Mode
  ) {
    guard !condition else { return }
    broken += 1
    if broken <= 200 { print("broken:", mode, hexadecimal(code), promise()) }
  }

  /// Runs for so many seconds, a new seed each 20,000 steps.
  static func run(seconds: Int, seed: UInt64) -> Int {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var totals = (instances: 0, lines: 0, valid: 0, broken: 0)
    var current = seed
    repeat {
      // The last such line before a trap names the seed to repeat it with.
      print("seed \(current), \(totals.instances) instances")
      fflush(nil)
      var fuzz = Fuzz(seed: current)
      for _ in 0..<20_000 { fuzz.step() }
      totals.instances += fuzz.instances
      totals.lines += fuzz.lines
      totals.valid += fuzz.valid
      totals.broken += fuzz.broken
      current &+= 1
    } while clock.now < end
    print(
      "\(totals.instances) strings of bytes (\(totals.valid) valid), \(totals.lines) lines,",
      "\(totals.broken) promises broken")
    return totals.broken
  }
}

extension Instruction {
  /// Whether an operand is a distance from the next instruction.
  fileprivate var isRelative: Bool {
    (0..<Int(operandCount)).contains { operand($0).kind == .relative }
  }
}

/// A name for every address.
private struct EveryName: SymbolProvider {
  func symbol(at address: UInt64) -> (name: String, displacement: UInt64)? {
    address & 1 == 0 ? ("nt!Name", address & 0xfff) : nil
  }
}

/// A deterministic stream of numbers (xorshift64*).
private struct FuzzNumbers {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return (state &* 0x2545_f491_4f6c_dd1d) >> 3
  }

  /// A number below `limit`, which is at least 1.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next() % UInt64(max(1, limit)))
  }
}
