import X86

/// How fast bytes become text.
struct DisassemblyMeasurement {
  /// Lines of text a second, the best of five.
  var linesPerSecond: Double
  /// Instructions decoded a second without text, the best of five.
  var decodesPerSecond: Double
  /// How many lines one pass has.
  var lines: Int
}

/// Decodes and formats machine code from its first byte to its last, as a linear sweep: where bytes
/// are no instruction it goes on with the next byte.
func measureDisassembly(of code: [UInt8], mode: Mode = .bits64) -> DisassemblyMeasurement {
  var result = DisassemblyMeasurement(linesPerSecond: 0, decodesPerSecond: 0, lines: 0)
  let formatter = Formatter()
  var line: [UInt8] = []
  line.reserveCapacity(256)
  // What was made is added up, so that it cannot be left out.
  var sum = 0
  for _ in 0..<5 {
    result.lines = 0
    let formatting = seconds {
      sweep(code, mode) { instruction, place in
        line.removeAll(keepingCapacity: true)
        formatter.append(instruction, at: UInt64(place), to: &line)
        sum &+= line.count
        result.lines += 1
      }
    }
    let decoding = seconds {
      sweep(code, mode) { instruction, _ in sum &+= Int(instruction.length) }
    }
    result.linesPerSecond = max(result.linesPerSecond, Double(result.lines) / formatting)
    result.decodesPerSecond = max(result.decodesPerSecond, Double(result.lines) / decoding)
  }
  return sum == 0
    ? DisassemblyMeasurement(linesPerSecond: 0, decodesPerSecond: 0, lines: 0) : result
}

/// Machine code with instructions of every kind, the same on every host: random bytes, of which
/// `count` instructions are kept, two thirds of them as common as compilers make them.
func disassemblyWorkload(instructions count: Int) -> [UInt8] {
  let common: [[UInt8]] = [
    [0x48, 0x89, 0x5c, 0x24, 0x08], [0x48, 0x83, 0xec, 0x28], [0x48, 0x8b, 0xd9], [0x33, 0xc0],
    [0x48, 0x8d, 0x0d, 0x10, 0x20, 0, 0], [0xe8, 0x30, 0x12, 0, 0], [0x85, 0xc0], [0x74, 0x1f],
    [0x8b, 0x84, 0x8a, 0x40, 1, 0, 0], [0x0f, 0xb6, 0x04, 0x08], [0x48, 0xc1, 0xe8, 3], [0xc3],
    [0xf3, 0x0f, 0x10, 0x41, 0x10], [0x0f, 0x28, 0xc1], [0x41, 0xb8, 0xe8, 3, 0, 0], [0x57],
  ]
  var state: UInt64 = 88_172_645_463_325_252
  var code: [UInt8] = []
  for _ in 0..<count {
    state ^= state &<< 13
    state ^= state &>> 7
    state ^= state &<< 17
    if state % 3 != 0 {
      code += common[Int(state >> 33 & 15)]
      continue
    }
    var bytes: [UInt8] = []
    for shift in 0..<15 {
      bytes.append(UInt8(truncatingIfNeeded: (state &* 0x9e37_79b9_7f4a_7c15) >> UInt64(shift * 3)))
    }
    let instruction = Decoder.decode(bytes, mode: .bits64)
    code += instruction.isValid ? Array(bytes.prefix(Int(instruction.length))) : [0x90]
  }
  return code
}

private func sweep(_ code: [UInt8], _ mode: Mode, _ visit: (Instruction, Int) -> Void) {
  code.withUnsafeBytes { bytes in
    var place = 0
    while place < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
      let instruction = Decoder.decode(rest, mode: mode)
      visit(instruction, place)
      place += Int(instruction.length)
    }
  }
}
