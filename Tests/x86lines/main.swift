import X86

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Decodes byte strings for Tests/Vectors/compare-disassemblers.py. A line of standard input is the
// mode (16, 32, 64) and the bytes in hexadecimal; the answer is a line with the length in bytes (0
// where there is no instruction, -1 where there are too few bytes) and the text at address 0x1000.
// With `fuzz SECONDS [SEED]` it makes up bytes and texts instead (Fuzz.swift).
// For compare-assemblers.py a line is `a`, the mode and a text; the answer is the text's bytes in
// hexadecimal, or 0.

/// Numbers in hexadecimal, as the disassembler writes them.
struct Numbers: AssemblyExpressions {
  struct NoNumber: Error {}

  func value(of text: String, at offset: Int) throws -> UInt64 {
    var digits = text.filter { $0 != "`" }
    if digits.hasSuffix("h") { digits.removeLast() }
    if digits.hasPrefix("0x") { digits.removeFirst(2) }
    guard let value = UInt64(digits, radix: 16) else { throw NoNumber() }
    return value
  }
}

/// The bytes of an instruction at 0x1000 as digits; 0 where it cannot be assembled.
func assembled(_ text: String, _ mode: Mode) -> String {
  let assembler = Assembler(mode: mode, expressions: Numbers())
  guard let bytes = try? assembler.assemble(text, at: 0x1000), !bytes.isEmpty else { return "0" }
  return hexadecimal(bytes)
}

/// Two digits for each byte.
func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

func mode(_ line: Substring) -> Mode {
  line.hasPrefix("16") ? .bits16 : line.hasPrefix("32") ? .bits32 : .bits64
}

/// The bytes that pairs of digits stand for, as far as they are digits.
func bytes(_ digits: Substring.UTF8View) -> [UInt8] {
  var result: [UInt8] = []
  var high: UInt8?
  for digit in digits {
    let value = digit > 0x39 ? (digit | 0x20) &- 0x57 : digit &- 0x30
    if let first = high {
      result.append(first << 4 | value & 15)
      high = nil
    } else {
      high = value & 15
    }
  }
  return result
}

if CommandLine.arguments.count > 2, CommandLine.arguments[1] == "fuzz" {
  let numbers = CommandLine.arguments.dropFirst(2).compactMap { Int($0) }
  let seed = numbers.count > 1 ? UInt64(bitPattern: Int64(numbers[1])) : 1
  exit(Fuzz.run(seconds: numbers.first ?? 60, seed: seed) == 0 ? 0 : 1)
}

let formatter = Formatter()
var answers = ""
while let line = readLine() {
  let instruction = Decoder.decode(bytes(line.dropFirst(3).utf8), mode: mode(line[...]))
  if line.hasPrefix("a") {
    answers += assembled(String(line.dropFirst(4)), mode(line.dropFirst())) + "\n"
  } else if instruction.isValid {
    let text = formatter.format(instruction, at: 0x1000).text
    answers += "\(instruction.length) \(text)\n"
  } else {
    answers += instruction.semantics == .truncated ? "-1\n" : "0\n"
  }
  if answers.utf8.count > 60_000 {
    print(answers, terminator: "")
    answers = ""
  }
}
print(answers, terminator: "")
