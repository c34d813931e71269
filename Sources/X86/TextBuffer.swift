/// Collects the bytes of a line before they go to an array all at once.
struct TextBuffer {
  /// What the scratch memory must hold.
  static let capacity = 256

  private let scratch: UnsafeMutablePointer<UInt8>
  private var count = 0
  private(set) var output: [UInt8]

  /// A buffer that appends to `output` by way of `capacity` bytes at `scratch`.
  @inline(__always)
  init(_ output: consuming [UInt8], scratch: UnsafeMutablePointer<UInt8>) {
    self.output = output
    self.scratch = scratch
  }

  /// Moves what was collected to `output`.
  mutating func flush() {
    output.append(contentsOf: UnsafeBufferPointer(start: scratch, count: count))
    count = 0
  }

  /// Room for 32 bytes more.
  @inline(__always)
  private mutating func makeRoom() {
    if count > TextBuffer.capacity &- 32 { flush() }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom()
    scratch[count] = byte
    count &+= 1
  }

  /// Appends at most 32 bytes.
  @inline(__always)
  mutating func append(_ start: UnsafePointer<UInt8>, count length: Int) {
    makeRoom()
    let length = min(length, 32)
    (scratch + count).update(from: start, count: length)
    count &+= length
  }

  @inline(__always)
  mutating func append(literal text: StaticString) {
    append(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  @inline(__always)
  mutating func append(_ name: PackedName) {
    makeRoom()
    UnsafeMutableRawPointer(scratch + count).storeBytes(
      of: name.bytes.littleEndian, as: UInt64.self)
    count &+= name.count
  }

  /// Appends a text of any length.
  mutating func append(name text: String) {
    flush()
    output.append(contentsOf: text.utf8)
  }

  /// A number as an assembler reads it: 0-9 plain, otherwise hexadecimal with `h` and with a leading
  /// 0 before a letter: `8`, `10h`, `0E8h`.
  mutating func append(number value: UInt64) {
    guard value > 9 else { return append(0x30 &+ UInt8(truncatingIfNeeded: value)) }
    let digits = (67 &- value.leadingZeroBitCount) >> 2
    if (value >> UInt64(digits &* 4 &- 4)) & 15 > 9 { append(0x30) }
    append(value, digits: digits, letters: 0x37)
    append(0x68)
  }

  /// Appends the low `digits` hexadecimal digits of a value, at most 16.
  @inline(__always)
  mutating func append(_ value: UInt64, digits: Int, letters: UInt8 = 0x57) {
    makeRoom()
    var rest = value
    var place = count &+ digits
    while place > count {
      place &-= 1
      let digit = UInt8(truncatingIfNeeded: rest) & 15
      scratch[place] = digit &+ (digit > 9 ? letters : 0x30)
      rest &>>= 4
    }
    count &+= digits
  }

  /// An address in full: 16 digits with a back-tick, 8 digits outside 64-bit mode.
  mutating func append(address: UInt64, mode: Mode) {
    if mode == .bits64 {
      append(address >> 32, digits: 8)
      append(0x60)
    }
    append(address, digits: 8)
  }

  /// Appends blanks until `width` bytes stand in the scratch memory, and one at least.
  mutating func pad(to width: Int) {
    repeat { append(0x20) } while count < width
  }
}

/// A word of at most seven letters in one number: registers and the like.
struct PackedName: Sendable {
  /// The letters, the first one lowest.
  let bytes: UInt64
  let count: Int

  init(_ text: String) {
    var bytes: UInt64 = 0
    var count = 0
    for letter in text.utf8.prefix(7) {
      bytes |= UInt64(letter) << UInt64(count * 8)
      count += 1
    }
    self.bytes = bytes
    self.count = count
  }
}
