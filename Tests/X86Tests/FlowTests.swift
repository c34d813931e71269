import Testing

@testable import X86

/// Where an instruction goes and which memory it names.
struct FlowTests {
  static let flows: [(String, Flow)] = [
    ("90", .sequential), ("e800000000", .call), ("ff10", .call), ("ff18", .call),
    ("eb00", .jump), ("ff20", .jump), ("7400", .conditional), ("0f8400000000", .conditional),
    ("e200", .conditional), ("e300", .conditional), ("c3", .return), ("c20800", .return),
    ("cb", .return), ("0f05", .systemCall), ("0f07", .systemReturn), ("48cf", .systemReturn),
    ("cc", .interrupt), ("cd29", .interrupt), ("0f0b", .undefined), ("06", .undefined),
  ]

  @Test(arguments: flows)
  func passesControlOn(hex: String, flow: Flow) throws {
    let bytes = try #require([UInt8](hex: hex[...]))
    #expect(Decoder.decode(bytes, mode: .bits64).flow == flow)
  }

  static let targets: [(Mode, String, UInt64?)] = [
    (.bits64, "eb10", 0x7fff_0000_0012),
    (.bits64, "ebfe", 0x7fff_0000_0000),
    (.bits64, "e8fbffffff", 0x7fff_0000_0000),
    (.bits64, "0f8500000080", 0x7ffe_8000_0006),
    (.bits64, "ff25f0000000", nil),
    (.bits32, "e9fbffffff", 0),
    (.bits32, "66e9fcff", 0),
    (.bits16, "e9fdff", 0),
    (.bits64, "c3", nil),
  ]

  @Test(arguments: targets)
  func knowsTheTargetOfADirectBranch(mode: Mode, hex: String, target: UInt64?) throws {
    let bytes = try #require([UInt8](hex: hex[...]))
    let instruction = Decoder.decode(bytes, mode: mode)
    #expect(instruction.branchTarget(at: 0x7fff_0000_0000) == target)
  }

  /// Register n holds n * 1000h + n; `fs` and `gs` have bases.
  static let addresses: [(Mode, String, UInt64?)] = [
    (.bits64, "8b00", 0),
    (.bits64, "8b4120", 0x1021),
    (.bits64, "8b4491ff", 0x1001 + 0x2002 * 4 - 1),
    (.bits64, "428b04a5f0ffffff", 0xc00c * 4 - 0x10),
    (.bits64, "8b0510000000", 0x7fff_0000_0016),
    (.bits64, "678b41f0", 0xff1),
    (.bits64, "65488b042530000000", 0x9_0000_0030),
    (.bits64, "2e8b4120", 0x1021),
    (.bits64, "a4", 0x6006),
    (.bits64, "aa", 0x7007),
    (.bits64, "d7", 0x3003),
    (.bits32, "8b4120", 0x1021),
    (.bits32, "648b4120", 0x1021),
    (.bits32, "8b40ff", 0xffff_ffff),
    (.bits16, "8b40ff", 0x9008),
    (.bits64, "90", nil),
    (.bits64, "01c8", nil),
  ]

  @Test(arguments: addresses)
  func knowsTheAddressOfItsMemory(mode: Mode, hex: String, address: UInt64?) throws {
    let bytes = try #require([UInt8](hex: hex[...]))
    let instruction = Decoder.decode(bytes, mode: mode)
    let found = instruction.effectiveAddress(at: 0x7fff_0000_0000) { register in
      UInt64(register) * 0x1001
    } segmentBase: { segment in
      segment == .gs ? 0x9_0000_0000 : mode == .bits32 && segment == .fs ? 0x1_0000_0000 : 0
    }
    #expect(found == address)
  }
}
