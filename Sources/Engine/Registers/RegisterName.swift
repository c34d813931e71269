/// A register as a person names it: a whole one, a part of one (`eax`, `ah`, `r8d`), a flag
/// (`zf`, `iopl`) or a half of a vector register (`xmm0l`, `xmm0h`).
public struct RegisterName: Hashable, Sendable {
  /// What holds the bits.
  public enum Storage: Hashable, Sendable {
    case register(Register)
    /// Low or high quadword of an XMM register.
    case xmm(Int, high: Bool)
    /// A whole XMM register; `Context.xmm` reads it.
    case vector(Int)
    /// A whole YMM register; `Context.ymmHigh` reads its upper half.
    case wide(Int)
    /// An x87 register, 80 bits; `Context.st` reads it. MMX registers are its mantissa.
    case st(Int)
    case mm(Int)
  }

  public var storage: Storage
  /// The lowest bit of the storage that belongs to the name.
  public var shift: Int
  /// How many bits belong to it.
  public var bits: Int
  /// The name in lower case.
  public var name: String

  init(_ name: String, _ storage: Storage, shift: Int = 0, bits: Int) {
    self.name = name
    self.storage = storage
    self.shift = shift
    self.bits = bits
  }

  /// The register of this name, case ignored; nil when there is none.
  public static func find(_ name: String) -> RegisterName? { table[name.lowercased()] }

  /// Every name, for completion.
  public static var allNames: [String] { table.keys.sorted() }

  /// Whether the name is a one-bit flag or `iopl`.
  public var isFlag: Bool { storage == .register(.efl) && bits < 32 }

  /// Whether 32-bit code has no such register.
  public var isOnly64Bit: Bool {
    switch storage {
    case .register(let register):
      switch register {
      case .r8, .r9, .r10, .r11, .r12, .r13, .r14, .r15, .cr8, .kernelGSBase: return true
      case .rsi, .rdi, .rbp, .rsp: return bits == 64 || bits == 8
      case .rax, .rbx, .rcx, .rdx, .rip: return bits == 64
      default: return false
      }
    case .xmm(let number, _), .vector(let number), .wide(let number): return number > 7
    case .st, .mm: return false
    }
  }

  private static let table: [String: RegisterName] = {
    var table: [String: RegisterName] = [:]
    func add(_ name: String, _ storage: Storage, _ shift: Int, _ bits: Int) {
      table[name] = RegisterName(name, storage, shift: shift, bits: bits)
    }
    for register in Register.allCases {
      add(register.name, .register(register), 0, register.bits)
    }
    for (letter, register) in lettered {
      add("e\(letter)x", .register(register), 0, 32)
      add("\(letter)x", .register(register), 0, 16)
      add("\(letter)l", .register(register), 0, 8)
      add("\(letter)h", .register(register), 8, 8)
    }
    for (name, register) in pointers {
      add("e\(name)", .register(register), 0, 32)
      add(name, .register(register), 0, 16)
      if register != .rip { add("\(name)l", .register(register), 0, 8) }
    }
    for number in 8..<16 {
      guard let register = Register.general(number) else { continue }
      add("r\(number)d", .register(register), 0, 32)
      add("r\(number)w", .register(register), 0, 16)
      add("r\(number)b", .register(register), 0, 8)
    }
    for (name, shift, bits) in flags { add(name, .register(.efl), shift, bits) }
    for number in 0..<16 {
      add("xmm\(number)", .vector(number), 0, 128)
      add("ymm\(number)", .wide(number), 0, 256)
      add("xmm\(number)l", .xmm(number, high: false), 0, 64)
      add("xmm\(number)h", .xmm(number, high: true), 0, 64)
    }
    for number in 0..<8 {
      add("st\(number)", .st(number), 0, 80)
      add("mm\(number)", .mm(number), 0, 64)
    }
    return table
  }()

  private static let lettered: [(String, Register)] = [
    ("a", .rax), ("b", .rbx), ("c", .rcx), ("d", .rdx),
  ]
  private static let pointers: [(String, Register)] = [
    ("si", .rsi), ("di", .rdi), ("bp", .rbp), ("sp", .rsp), ("ip", .rip),
  ]
  private static let flags: [(String, Int, Int)] = [
    ("cf", 0, 1), ("pf", 2, 1), ("af", 4, 1), ("zf", 6, 1), ("sf", 7, 1), ("tf", 8, 1),
    ("if", 9, 1), ("df", 10, 1), ("of", 11, 1), ("iopl", 12, 2), ("nt", 14, 1), ("rf", 16, 1),
    ("vm", 17, 1), ("ac", 18, 1), ("vif", 19, 1), ("vip", 20, 1),
  ]
}
