import X86

// Decodes byte strings for Tests/Vectors/compare-disassemblers.py. A line of standard input is the
// mode (16, 32, 64) and the bytes in hexadecimal; the answer is a line with the length in bytes (0
// where there is no instruction, -1 where there are too few bytes) and the text at address 0x1000.

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

let formatter = Formatter()
var answers = ""
while let line = readLine() {
  let mode: Mode = line.hasPrefix("16") ? .bits16 : line.hasPrefix("32") ? .bits32 : .bits64
  let instruction = Decoder.decode(bytes(line.dropFirst(3).utf8), mode: mode)
  if instruction.isValid {
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
