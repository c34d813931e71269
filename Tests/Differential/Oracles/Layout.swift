/// The address space in which instructions run, the same for the machine and for the oracles;
/// `native.c` and `unicorn-oracle.py` have these numbers too.
public enum Layout {
  /// Code pages, readable, writable and executable, filled with CC.
  public static let code: UInt64 = 0x20_0000
  public static let codeBytes: UInt64 = 0x8_0000
  /// The pages that data instructions may write.
  public static let data: UInt64 = 0x30_0000
  public static let dataBytes: UInt64 = 0x2000
  /// The first part of the image: it straddles the boundary of the two data pages.
  public static let middle: UInt64 = data + 0xe40
  public static let middleBytes: UInt64 = 896
  /// The second part: it ends where the data pages do, and what follows is not mapped.
  public static let end: UInt64 = data + 0x1f80
  public static let endBytes: UInt64 = 128
  /// A page that can only be read; byte i is 7 i + 3.
  public static let readOnly: UInt64 = 0x30_4000
  /// Where branches that were made to stay in the code pages lead.
  public static let landing: UInt64 = code + 0x7_0000
  public static let landingBytes: UInt64 = 0x1_0000
}

/// The state before or after an instruction, in the oracles' format.
public struct State {
  let base: UnsafeMutableRawPointer

  /// Bytes of a state.
  public static let bytes = 1872
  static let vectors = 336
  static let image = 848
  /// `vector` when the instruction completed.
  public static let noVector: UInt32 = .max
  /// `vector` when the instruction did not end; plus a signal's number from `killed` on.
  public static let timeout: UInt32 = 0x200
  public static let killed: UInt32 = 0x100

  @inline(__always)
  func load<T: BitwiseCopyable>(_ offset: Int, as type: T.Type = T.self) -> T {
    base.loadUnaligned(fromByteOffset: offset, as: T.self)
  }

  @inline(__always)
  func store<T: BitwiseCopyable>(_ offset: Int, _ value: T) {
    base.storeBytes(of: value, toByteOffset: offset, as: T.self)
  }

  public subscript(gpr number: Int) -> UInt64 {
    get { load(number & 15 &* 8) }
    nonmutating set { store(number & 15 &* 8, newValue) }
  }
  public var rip: UInt64 {
    get { load(128) }
    nonmutating set { store(128, newValue) }
  }
  public var rflags: UInt64 {
    get { load(136) }
    nonmutating set { store(136, newValue) }
  }
  public var fsBase: UInt64 {
    get { load(144) }
    nonmutating set { store(144, newValue) }
  }
  public var gsBase: UInt64 {
    get { load(152) }
    nonmutating set { store(152, newValue) }
  }
  public var mxcsr: UInt32 {
    get { load(160) }
    nonmutating set { store(160, newValue) }
  }
  public var control: UInt16 {
    get { load(164) }
    nonmutating set { store(164, newValue) }
  }
  public var status: UInt16 {
    get { load(166) }
    nonmutating set { store(166, newValue) }
  }
  /// The x87 tag word as fxsave has it.
  public var tag: UInt8 {
    get { load(168) }
    nonmutating set { store(168, newValue) }
  }
  /// The exception's vector, or `noVector`.
  public var vector: UInt32 {
    get { load(176) }
    nonmutating set { store(176, newValue) }
  }
  public var error: UInt32 {
    get { load(180) }
    nonmutating set { store(180, newValue) }
  }
  /// The address of a page fault.
  public var address: UInt64 {
    get { load(184) }
    nonmutating set { store(184, newValue) }
  }
  /// Not 0 if bytes of the data pages outside the image were written.
  public var stray: UInt64 {
    get { load(192) }
    nonmutating set { store(192, newValue) }
  }
  /// An x87 register counted from the top of the stack.
  public subscript(st number: Int) -> (significand: UInt64, exponent: UInt16) {
    get { (load(208 &+ (number & 7) &* 16), load(216 &+ (number & 7) &* 16)) }
    nonmutating set {
      store(208 &+ (number & 7) &* 16, newValue.significand)
      store(216 &+ (number & 7) &* 16, UInt64(newValue.exponent))
    }
  }
  /// A quarter of a vector register.
  public subscript(vector number: Int, word: Int) -> UInt64 {
    get { load(Self.vectors &+ (number & 15) &* 32 &+ (word & 3) &* 8) }
    nonmutating set { store(Self.vectors &+ (number & 15) &* 32 &+ (word & 3) &* 8, newValue) }
  }
  /// A word of the image at any offset up to 1016.
  public subscript(image offset: Int) -> UInt64 {
    get { load(Self.image &+ min(offset & 1023, 1016)) }
    nonmutating set { store(Self.image &+ min(offset & 1023, 1016), newValue) }
  }

  /// Sets a byte of the image.
  func setImage(_ offset: Int, _ byte: UInt8) { store(Self.image &+ (offset & 1023), byte) }

  /// The image's offset of an address whose bytes all lie in it; nil if they do not.
  static func imageOffset(_ address: UInt64, _ count: UInt64) -> Int? {
    if address >= Layout.middle, address &- Layout.middle <= Layout.middleBytes &- count {
      return Int(address &- Layout.middle)
    }
    if address >= Layout.end, address &- Layout.end <= Layout.endBytes &- count {
      return Int(address &- Layout.end &+ Layout.middleBytes)
    }
    return nil
  }
}

/// One instruction and the states before and after it.
public struct Record {
  let base: UnsafeMutableRawPointer

  /// Bytes of a record, and of the header before the first.
  public static let bytes = 32 + 2 * State.bytes
  public static let headerBytes = 64

  /// The instruction's bytes, `length` of them.
  public var code: [UInt8] {
    get { (0..<length).map { base.load(fromByteOffset: $0, as: UInt8.self) } }
    nonmutating set {
      for index in 0..<16 {
        let byte = index < newValue.count ? newValue[index] : 0
        base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
      }
      base.storeBytes(of: UInt8(min(15, newValue.count)), toByteOffset: 16, as: UInt8.self)
    }
  }

  /// How many bytes the instruction has.
  public var length: Int { min(15, Int(base.load(fromByteOffset: 16, as: UInt8.self))) }
  /// The state before.
  public var before: State { State(base: base + 32) }
  /// The state after, as the oracle found it.
  public var after: State { State(base: base + 32 + State.bytes) }
}
