import Bytes

extension PEImage {
  var containerName: StaticString { layout == .file ? "file" : "image" }

  /// Where `rva` stands in the file, or nil where no byte of the file is mapped there.
  public func fileOffset(of rva: UInt32) -> UInt64? {
    if rva < optionalHeader.sizeOfHeaders { return UInt64(rva) }
    guard let section = section(containing: rva) else { return nil }
    let inside = rva - section.virtualAddress
    guard inside < section.sizeOfRawData else { return nil }
    return UInt64(section.pointerToRawData) + UInt64(inside)
  }

  /// The `count` bytes that stand at `rva` once the image is mapped, or nil unless all can be read.
  ///
  /// In a file, what a section has in memory beyond its raw data reads as zeros. No relocation is
  /// applied.
  public func read(rva: UInt32, count: Int) -> [UInt8]? {
    guard count >= 0 else { return nil }
    if layout == .memory { return source.read(at: UInt64(rva), count: count) }
    if count == 0 { return [] }
    let end = UInt64(rva) + UInt64(count)
    if end <= UInt64(optionalHeader.sizeOfHeaders) {
      return source.read(at: UInt64(rva), count: count)
    }
    guard let section = section(containing: rva) else { return nil }
    let sectionEnd = UInt64(section.virtualAddress) + UInt64(section.memorySize)
    guard end <= sectionEnd else { return nil }
    let inside = Int(rva - section.virtualAddress)
    let raw = max(0, min(count, Int(section.sizeOfRawData) - inside))
    var bytes: [UInt8] = []
    if raw > 0 {
      let place = UInt64(section.pointerToRawData) + UInt64(inside)
      guard let stored = source.read(at: place, count: raw) else { return nil }
      bytes = stored
    }
    if raw < count { bytes.append(contentsOf: repeatElement(0, count: count - raw)) }
    return bytes
  }

  /// The bytes at `rva`, or an error that names `field`.
  func require(_ field: StaticString, rva: UInt32, count: Int) throws(FormatError) -> [UInt8] {
    guard let bytes = read(rva: rva, count: count) else {
      throw FormatError("\(field)", at: UInt64(rva), in: "image", .unreadable(needed: count))
    }
    return bytes
  }

  /// A string of UTF-8 that ends in a zero byte, read in small pieces up to `limit` bytes.
  func requireCString(_ field: StaticString, rva: UInt32, limit: Int = 4096)
    throws(FormatError) -> String
  {
    var bytes: [UInt8] = []
    var place = rva
    while bytes.count < limit {
      guard let piece = readPiece(rva: place, atMost: 64) else { break }
      if let end = piece.firstIndex(of: 0) {
        bytes.append(contentsOf: piece[..<end])
        return String(decoding: bytes, as: UTF8.self)
      }
      bytes.append(contentsOf: piece)
      let (next, overflow) = place.addingReportingOverflow(UInt32(piece.count))
      if overflow { break }
      place = next
    }
    throw FormatError("\(field)", at: UInt64(rva), in: "image", .unterminated)
  }

  /// Up to `atMost` bytes at `rva`, halving the count until that many can be read.
  private func readPiece(rva: UInt32, atMost: Int) -> [UInt8]? {
    var count = atMost
    while count > 0 {
      if let bytes = read(rva: rva, count: count) { return bytes }
      count /= 2
    }
    return nil
  }

  /// The image as a loader lays it out at its base, `sizeOfImage` bytes: headers and sections in
  /// their places, the rest zero. No relocation or import is applied.
  ///
  /// - Parameter limit: the largest image to make, so that a lying header cannot exhaust memory.
  /// - Throws: ``FormatError`` if a section does not fit or cannot be read.
  public func mapped(limit: Int = 1 << 30) throws(FormatError) -> [UInt8] {
    let size = Int(sizeOfImage)
    guard size <= limit else {
      throw FormatError(
        "SizeOfImage", at: UInt64(headerOffset) + 80, in: "\(containerName)",
        .outOfRange(value: UInt64(size), limit: UInt64(limit)))
    }
    if layout == .memory { return try require("SizeOfImage", rva: 0, count: size) }
    var image = [UInt8](repeating: 0, count: size)
    let headers = min(Int(optionalHeader.sizeOfHeaders), size)
    let first = try source.require("SizeOfHeaders", at: 0, count: headers)
    image.replaceSubrange(0..<headers, with: first)
    for section in sections {
      let stored = min(section.sizeOfRawData, section.memorySize)
      guard stored > 0 else { continue }
      let start = Int(section.virtualAddress)
      let end = start + Int(stored)
      guard end <= size else {
        throw FormatError(
          "Section.VirtualAddress", at: UInt64(start), in: "image",
          .outOfRange(value: UInt64(end), limit: UInt64(size)))
      }
      let place = UInt64(section.pointerToRawData)
      let bytes = try source.require("Section.PointerToRawData", at: place, count: Int(stored))
      image.replaceSubrange(start..<end, with: bytes)
    }
    return image
  }
}
