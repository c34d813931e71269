import Oracles
import Testing
import X86

@Suite struct PresenceTests {
  /// Every MMX, SSE, AVX, FMA and F16C row executes, but those of features that CPUID never offers.
  @Test func everyVectorRowExecutes() {
    let rows = Rows.comparable.filter { number in
      let operands = (0..<4).map { Form.all[number].operand($0) }
      return operands.contains { "\($0)".contains("mm") || "\($0)".contains("vec") }
    }
    #expect(rows.count > 700)
    let missing = Presence.missing(rows: rows)
    let never: Set<String> = [
      // GFNI and AVX-VNNI; AES and carry-less products of 256 bits.
      "gf2p8mulb", "gf2p8affineqb", "gf2p8affineinvqb", "vpdpbusd", "vpdpbusds", "vpdpwssd",
      "vpdpwssds", "textOnly", "aesenc", "aesenclast", "aesdec", "aesdeclast", "pclmulqdq",
    ]
    #expect(missing.subtracting(never) == [])
    #expect(missing.isSuperset(of: ["gf2p8mulb", "vpdpbusd"]))
  }

  /// Of all rows, those that 64-bit user mode reaches execute, but for what CPUID never offers.
  @Test func everyRowExecutesButThoseListed() {
    let missing = Presence.missing(rows: Array(Form.all.indices.dropFirst()))
    let listed: Set<String> = [
      "gf2p8mulb", "gf2p8affineqb", "gf2p8affineinvqb", "vpdpbusd", "vpdpbusds", "vpdpwssd",
      "vpdpwssds", "textOnly", "aesenc", "aesenclast", "aesdec", "aesdeclast", "pclmulqdq",
    ]
    #expect(missing.subtracting(listed) == [])
    #expect(missing.isSuperset(of: ["textOnly", "vpdpbusd"]))
  }
}
