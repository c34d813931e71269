import Engine
import Testing

@Suite struct ContextTests {
  static let names: [(String, UInt64)] = [
    ("rax", 0x8877_6655_4433_2211), ("EAX", 0x4433_2211), ("ax", 0x2211), ("al", 0x11),
    ("ah", 0x22), ("r9d", 0x9999_9999), ("r9w", 0x9999), ("r9b", 0x99), ("esp", 0x1000),
    ("spl", 0), ("zf", 1), ("cf", 0), ("iopl", 3), ("xmm1l", 5), ("xmm1h", 6), ("cs", 0x10),
  ]

  static func sample() -> Context {
    var context = Context()
    context[.rax] = 0x8877_6655_4433_2211
    context[.r9] = 0x9999_9999_9999_9999
    context[.rsp] = 0xFFFF_F880_0000_1000
    context[.efl] = 0x3040
    context[.cs] = 0x10
    context.setXMM(1, low: 5, high: 6)
    return context
  }

  @Test(arguments: names) func namesReachTheirBits(name: String, value: UInt64) throws {
    let register = try #require(RegisterName.find(name))
    #expect(Self.sample()[register] == value)
  }

  @Test func writingAPartKeepsTheRest() throws {
    var context = Self.sample()
    context[try #require(RegisterName.find("ah"))] = 0xFFEE
    #expect(context[.rax] == 0x8877_6655_4433_EE11)
    context[try #require(RegisterName.find("zf"))] = 0
    #expect(context[.efl] == 0x3000)
    context[try #require(RegisterName.find("eax"))] = 1
    #expect(context[.rax] == 0x8877_6655_0000_0001)
  }

  @Test func everyNameIsFound() {
    for name in RegisterName.allNames { #expect(RegisterName.find(name)?.name == name) }
    #expect(RegisterName.find("rflags") == nil)
  }

  @Test func contextRecordRoundTrips() throws {
    var context = Context()
    for (index, register) in Register.allCases.enumerated() {
      context[register] = UInt64(index + 1)
    }
    for number in 0..<16 {
      context.setXMM(number, low: UInt64(number), high: UInt64(number) << 32)
    }
    var bytes = [UInt8](repeating: 0, count: ContextRecord.size)
    bytes[0x30] = 0x1F  // control, integer, segments, floating point, debug registers
    bytes[0x32] = 0x10
    ContextRecord.write(context, into: &bytes)
    let back = try #require(ContextRecord.read(bytes))
    for register in Register.allCases where back.isKnown(register) {
      #expect(back[register] == context[register], "\(register)")
    }
    #expect(back.isKnown(.rip) && back.isKnown(.dr7) && !back.isKnown(.cr3))
    #expect(back.xmm(9) == (9, 9 << 32))
  }

  @Test func contextFlagsLeavePartsOut() throws {
    var bytes = [UInt8](repeating: 7, count: ContextRecord.size)
    bytes.replaceSubrange(0x30..<0x34, with: [1, 0, 0x10, 0])
    let context = try #require(ContextRecord.read(bytes))
    #expect(context.isKnown(.rip) && context.isKnown(.rsp) && context.isKnown(.cs))
    #expect(!context.isKnown(.rax) && !context.isKnown(.dr0) && !context.hasVectors)
    #expect(ContextRecord.read(Array(bytes.dropLast())) == nil)
  }
}
