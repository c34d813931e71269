import Bytes

/// One place in an image that must change when the image does not lie at its preferred base.
public struct Relocation: Hashable, Sendable {
  /// What to change there.
  public enum Kind: UInt8, Sendable {
    /// Nothing; the entry fills its block.
    case absolute = 0
    /// Add the high 16 bits of the difference to a 16-bit word.
    case high = 1
    /// Add the low 16 bits of the difference to a 16-bit word.
    case low = 2
    /// Add the difference to a 32-bit word.
    case highLow = 3
    /// Add the difference to a 64-bit word.
    case dir64 = 10
  }

  public var kind: Kind
  /// Offset of the place from the image's base.
  public var rva: UInt32
}

extension PEImage {
  /// Every base relocation, without the entries that only fill; empty if there are none.
  public var relocations: [Relocation] {
    get throws(FormatError) {
      guard let directory = optionalHeader.directory(.baseRelocation) else { return [] }
      let bytes = try require(
        "IMAGE_BASE_RELOCATION", rva: directory.virtualAddress, count: Int(directory.size))
      var reader = ByteReader(
        bytes.span.bytes, base: UInt64(directory.virtualAddress), container: "image")
      var found: [Relocation] = []
      while reader.remaining >= 8 {
        let page: UInt32 = try reader.read("IMAGE_BASE_RELOCATION.VirtualAddress")
        let size: UInt32 = try reader.read("IMAGE_BASE_RELOCATION.SizeOfBlock")
        guard size >= 8 else {
          if page == 0 && size == 0 { break }
          throw reader.error(
            "IMAGE_BASE_RELOCATION.SizeOfBlock",
            .unexpected(value: UInt64(size), expected: "at least 8"))
        }
        var block = try reader.subreader(size - 8, "IMAGE_BASE_RELOCATION.SizeOfBlock")
        while block.remaining >= 2 {
          let entry: UInt16 = try block.read("TypeOffset")
          guard let kind = Relocation.Kind(rawValue: UInt8(entry >> 12)) else {
            throw block.error(
              "TypeOffset", .unexpected(value: UInt64(entry >> 12), expected: "0 to 3, or 10"))
          }
          if kind != .absolute {
            found.append(Relocation(kind: kind, rva: page &+ UInt32(entry & 0xfff)))
          }
        }
      }
      return found
    }
  }

  /// Changes `image`, which is this image as ``mapped(limit:)`` gives it, to lie at `base`.
  ///
  /// - Throws: ``FormatError`` if a relocation stands outside the image.
  public func relocate(_ image: inout [UInt8], to base: UInt64) throws(FormatError) {
    let difference = base &- imageBase
    if difference == 0 { return }
    for relocation in try relocations {
      switch relocation.kind {
      case .absolute: break
      case .dir64: try image.add(difference, at: relocation.rva, as: UInt64.self)
      case .highLow: try image.add(difference, at: relocation.rva, as: UInt32.self)
      case .low: try image.add(difference, at: relocation.rva, as: UInt16.self)
      case .high: try image.add(difference >> 16, at: relocation.rva, as: UInt16.self)
      }
    }
  }
}

extension [UInt8] {
  /// Adds `amount` to the little-endian word at `rva`, keeping its low bits.
  fileprivate mutating func add<Word: FixedWidthInteger>(
    _ amount: UInt64, at rva: UInt32, as: Word.Type
  ) throws(FormatError) {
    let size = Word.bitWidth / 8
    let start = Int(rva)
    guard start <= count - size else {
      throw FormatError(
        "Relocation", at: UInt64(rva), in: "image",
        .outOfRange(value: UInt64(start + size), limit: UInt64(count)))
    }
    var value: UInt64 = 0
    for index in 0..<size { value |= UInt64(self[start + index]) << UInt64(index * 8) }
    value = value &+ amount
    for index in 0..<size {
      self[start + index] = UInt8(truncatingIfNeeded: value >> UInt64(index * 8))
    }
  }
}
