import Engine
import Language

extension Survey {
  /// `!strings`: text in memory.
  static let strings = Command(
    "strings", summary: "Show the readable ASCII text in a range.",
    details: "Text of at least Length characters counts; the default is 6.",
    examples: ["!survey.strings nt L1000": "the text in the kernel's first page"], related: ["s"],
    grammar: .range("Range", objectSize: 1, defaultCount: 0x1000), .optional(.count("Length"))
  ) { session, range, length in
    let shortest = max(1, length ?? 6)
    var address = range.start
    var found: [UInt8] = []
    func finish() {
      if found.count >= shortest {
        let start = address &- UInt64(found.count)
        session.print("\(session.addressText(start))  \(String(decoding: found, as: UTF8.self))")
      }
      found = []
    }
    for piece in pieces(of: range) {
      try session.checkCancelled()
      let memory = session.debugger.read(piece.start, Int(piece.length))
      address = piece.start
      for (offset, byte) in memory.bytes.enumerated() {
        if memory.isValid(offset..<offset + 1), (0x20...0x7E).contains(byte), found.count < 4096 {
          found.append(byte)
        } else {
          finish()
        }
        address &+= 1
      }
    }
    finish()
  }

  /// `!holes`: what cannot be read.
  static let holes = Command(
    "holes", summary: "Show which parts of a range cannot be read.",
    examples: ["!survey.holes nt L100000": "pages of the kernel that are not there"],
    related: ["!pte"], grammar: .range("Range", objectSize: 1, defaultCount: 0x1000)
  ) { session, range in
    var missing: UInt64 = 0
    for piece in pieces(of: range) {
      try session.checkCancelled()
      let memory = session.debugger.read(piece.start, Int(piece.length))
      for hole in memory.holes {
        let start = piece.start &+ UInt64(hole.lowerBound)
        let end = piece.start &+ UInt64(hole.upperBound) &- 1
        session.print("\(session.addressText(start)) - \(session.addressText(end))")
        missing &+= UInt64(hole.count)
      }
    }
    session.print("0x\(missing.hex()) of 0x\(range.length.hex()) bytes cannot be read")
  }

  /// A range in pieces small enough to look at between two presses of Ctrl+C.
  private static func pieces(of range: AddressRange) -> some Sequence<AddressRange> {
    let size: UInt64 = 1 << 16
    return sequence(state: range) { rest -> AddressRange? in
      guard rest.length > 0 else { return nil }
      let piece = AddressRange(start: rest.start, length: min(size, rest.length))
      rest = AddressRange(start: rest.start &+ piece.length, length: rest.length - piece.length)
      return piece
    }
  }
}
