import Machine

/// The state before an instruction of the vector files, made from a seed.
struct VectorState {
  var registers: [UInt64]
  var flags: UInt64
  var memory: [UInt64]
  var vectors: [(UInt64, UInt64)]

  static let buffer: UInt64 = 0x20_0000

  init(kind: Character, seed: UInt64, repeats: Bool) {
    registers = (0..<16).map { Self.value(seed, $0) }
    registers[4] = 0x20_8000
    registers[15] = 0x20_0020
    registers[14] &= 7
    flags = 0x202 | (Self.mix(seed * 256 + 200) & 0x8d5)
    memory = (0..<16).map { Self.value(seed, 32 + $0) }
    vectors = (0..<16).map { (Self.value(seed, 64 + 2 * $0), Self.value(seed, 65 + 2 * $0)) }
    switch kind {
    case "s", "d":
      let float: (UInt64) -> UInt64 = {
        kind == "d" ? Self.double(seed, $0) : Self.singles(seed, $0)
      }
      vectors = (0..<16).map { (float(2 * $0), float(2 * $0 + 1)) }
      memory = (0..<16).map { float(40 + $0) }
    case "t":
      registers[6] = Self.buffer + 8 + (seed & 3)
      registers[7] = Self.buffer + 40
      if repeats { registers[1] = seed }
      if seed == 6 { registers[1] = 0 }
    case "a":
      registers[3] = Self.buffer + 0x10
      registers[0] = (registers[0] & ~0xff) | (registers[0] & 0x3f)
    case "b": registers[5] = Self.buffer + 0x28
    default: break
    }
  }

  /// splitmix64.
  static func mix(_ seed: UInt64) -> UInt64 {
    var x = seed &+ 0x9e37_79b9_7f4a_7c15
    x = (x ^ (x >> 30)) &* 0xbf58_476d_1ce4_e5b9
    x = (x ^ (x >> 27)) &* 0x94d0_49bb_1331_11eb
    return x ^ (x >> 31)
  }

  private static let edges: [UInt64] = [
    0, 1, ~0, 0x7fff_ffff_ffff_ffff, 0x8000_0000_0000_0000, 0x7fff_ffff, 0x8000_0000, 0xff,
  ]

  private static func value(_ seed: UInt64, _ index: UInt64) -> UInt64 {
    let r = mix(seed * 256 + index)
    switch r & 3 {
    case 0: return edges[Int((r >> 2) & 7)]
    case 1: return r >> (8 + ((r >> 2) & 31))
    default: return mix(r)
    }
  }

  private static let doubles: [UInt64] = [
    0x3ff0_0000_0000_0000, 0xbff8_0000_0000_0000, 0x7ff0_0000_0000_0000, 0x7ff8_0000_0000_0001,
    0, 0x8000_0000_0000_0000, 0x40b3_8800_0000_0000, 0xc1e0_0000_0000_0000,
  ]

  private static let floats: [UInt32] = [
    0x3f80_0000, 0xbfc0_0000, 0x7f80_0000, 0x7fc0_0001, 0, 0x8000_0000, 0x459c_4000, 0xcf00_0000,
  ]

  private static func double(_ seed: UInt64, _ index: UInt64) -> UInt64 {
    let r = mix(seed * 256 + 128 + index)
    if r & 8 != 0 { return doubles[Int(r & 7)] }
    return (Double((r >> 8) & 0xff_ffff) / 1000 - 5000).bitPattern
  }

  private static func singles(_ seed: UInt64, _ index: UInt64) -> UInt64 {
    let r = mix(seed * 256 + 128 + index)
    let low = Double((r >> 8) & 0xf_ffff) / 100 - 500
    let high = Double((r >> 41) & 0xf_ffff) / 10 - 5000
    let a = r & 8 != 0 ? floats[Int(r & 7)] : Float(low).bitPattern
    let b = r & (1 << 40) != 0 ? floats[Int((r >> 32) & 7)] : Float(high).bitPattern
    return UInt64(a) | UInt64(b) << 32
  }

  /// Puts the state into a machine.
  func apply(to machine: Machine) {
    let target = machine.processors[0].registers
    for number in 0..<16 {
      target[gpr: number] = registers[number]
      target[xmm: number] = vectors[number]
      machine.memory.store(Self.buffer + UInt64(number) * 8, memory[number])
    }
    target.rflags = flags
  }
}
