import Bytes

/// The hash under which names stand in a PDB's tables.
///
/// It sets every byte's lower-case bit, so names that differ only in the case of letters share it,
/// which makes case-blind lookups as quick as exact ones.
/// Facts: "hashStringV1" of llvm.org/docs/PDB/HashTable.html; `HashSz` of microsoft-pdb.
enum NameHash {
  static func hash(_ name: String) -> UInt32 { name.withRawSpan { hash($0) } }

  static func hash(_ bytes: borrowing RawSpan) -> UInt32 {
    var value: UInt32 = 0
    var place = 0
    let count = bytes.byteCount
    while place + 4 <= count {
      let low = UInt32(bytes.byte(at: place)) | UInt32(bytes.byte(at: place + 1)) << 8
      let high = UInt32(bytes.byte(at: place + 2)) | UInt32(bytes.byte(at: place + 3)) << 8
      value ^= low | high << 16
      place += 4
    }
    if place + 2 <= count {
      value ^= UInt32(bytes.byte(at: place)) | UInt32(bytes.byte(at: place + 1)) << 8
      place += 2
    }
    if place < count { value ^= UInt32(bytes.byte(at: place)) }
    value |= 0x2020_2020
    value ^= value >> 11
    return value ^ (value >> 16)
  }
}

/// A name to compare with names as they lie in records.
struct WantedName {
  let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Bytes of the name.
  var length: Int { bytes.count }

  var hash: UInt32 { NameHash.hash(text) }

  /// How a stored name agrees with this one.
  enum Agreement { case exact, caseBlind, none }

  func agreement(_ stored: borrowing RawSpan) -> Agreement {
    guard stored.byteCount == bytes.count else { return .none }
    var result = Agreement.exact
    for index in bytes.indices {
      let left = bytes[index]
      let right = stored.byte(at: index)
      if left == right { continue }
      guard left.loweredASCII == right.loweredASCII else { return .none }
      result = .caseBlind
    }
    return result
  }
}

extension UInt8 {
  /// The lower-case letter of an ASCII capital, otherwise the byte itself.
  var loweredASCII: UInt8 { self >= 65 && self <= 90 ? self + 32 : self }
}
