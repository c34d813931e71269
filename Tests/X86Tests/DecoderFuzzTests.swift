import Testing

@testable import X86

/// Bytes that nobody meant as instructions.
struct DecoderFuzzTests {
  @Test(arguments: [Mode.bits64, .bits32, .bits16])
  func randomBytesNeverTrap(mode: Mode) {
    var random = SeededNumbers(20_240_229)
    let formatter = Formatter()
    var bytes = [UInt8](repeating: 0, count: 15)
    for round in 0..<40_000 {
      for place in bytes.indices { bytes[place] = UInt8(truncatingIfNeeded: random.next() >> 24) }
      let count = round % 16
      let instruction = Decoder.decode(Array(bytes[..<count]), mode: mode)
      #expect((1...15).contains(instruction.length))
      if instruction.isValid {
        #expect(Int(instruction.length) <= count)
        let line = formatter.format(instruction, at: random.next())
        #expect(!line.mnemonic.isEmpty && !line.operands.contains("?"), "\(bytes.hex)")
      }
      if instruction.semantics == .truncated {
        #expect(count < 15)
      }
    }
  }

  @Test(arguments: [Mode.bits64, .bits32, .bits16])
  func everyShortOpcodeDecodesOrFails(mode: Mode) {
    let maps: [[UInt8]] = [[], [0x0f], [0x0f, 0x38], [0x0f, 0x3a], [0x66, 0x0f], [0xf3, 0x0f]]
    let tail = [UInt8](repeating: 0x11, count: 8)
    for map in maps {
      for opcode in UInt8.min...UInt8.max {
        for modRM in UInt8.min...UInt8.max {
          let bytes = map + [opcode, modRM] + tail
          let instruction = Decoder.decode(bytes, mode: mode)
          let isSound =
            (1...15).contains(instruction.length)
            && (instruction.semantics != .truncated || map.isEmpty)
          if !isSound { Issue.record("\(bytes.hex)") }
        }
      }
    }
  }
}
