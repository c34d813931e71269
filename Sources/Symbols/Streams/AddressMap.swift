import Bytes

/// Turns sections and offsets, as the records hold them, into offsets from the image's base.
///
/// A linker's later pass may have moved code about; then the records speak of places as they were,
/// and two tables (OMAP) lead from there to the image and back.
struct AddressMap {
  /// One section as the records count it.
  struct Area {
    var rva: UInt32
    var size: UInt32
  }

  private let areas: [Area]
  private let fromSource: [Move]
  private let toSource: [Move]

  /// From `source` on, bytes stand at `target`; 0 means that they are gone.
  struct Move {
    var source: UInt32
    var target: UInt32
  }

  /// Makes a map of sections and of moves, which are sorted by their sources.
  init(areas: [Area], fromSource: [Move], toSource: [Move]) {
    self.areas = areas
    self.fromSource = fromSource
    self.toSource = toSource
  }

  init(_ dbi: DBIStream, _ file: MSF) throws(FormatError) {
    fromSource = Self.moves(dbi, file, .omapFromSource)
    toSource = Self.moves(dbi, file, .omapToSource)
    let original = fromSource.isEmpty ? nil : dbi.debugStream(.originalSectionHeaders)
    guard let number = original ?? dbi.debugStream(.sectionHeaders),
      let stream = file.stream(number, "section headers")
    else {
      areas = []
      return
    }
    areas = try stream.withReader(at: 0, count: stream.size, "Section header") {
      reader throws(FormatError) in
      var found: [Area] = []
      while reader.remaining >= 40 {
        try reader.skip(8, "Section.Name")
        let size: UInt32 = try reader.read("Section.VirtualSize")
        let rva: UInt32 = try reader.read("Section.VirtualAddress")
        let raw: UInt32 = try reader.read("Section.SizeOfRawData")
        try reader.skip(20, "Section.PointerToRawData")
        found.append(Area(rva: rva, size: max(size, raw)))
      }
      return found
    }
  }

  private static func moves(_ dbi: DBIStream, _ file: MSF, _ which: DBIStream.DebugStream) -> [Move]
  {
    guard let number = dbi.debugStream(which), let stream = file.stream(number, "OMAP"),
      let words: [UInt32] = try? stream.words(at: 0, count: stream.size / 8 * 2, "OMAP")
    else { return [] }
    var found: [Move] = []
    found.reserveCapacity(words.count / 2)
    for index in stride(from: 0, to: words.count, by: 2) {
      found.append(Move(source: words[index], target: words[index + 1]))
    }
    return found.sorted { $0.source < $1.source }
  }

  /// The offset from the image's base of a place in a section (1 is the first), or nil if there is
  /// no such section or the place is gone.
  func rva(section: UInt16, offset: UInt32) -> UInt32? {
    guard section >= 1, Int(section) <= areas.count else { return nil }
    let (source, overflow) = areas[Int(section) - 1].rva.addingReportingOverflow(offset)
    return overflow ? nil : Self.move(source, by: fromSource)
  }

  /// The section and offset that the records know `rva` by, or nil if it lies in no section.
  func place(of rva: UInt32) -> (section: UInt16, offset: UInt32)? {
    guard let source = Self.move(rva, by: toSource) else { return nil }
    for (index, area) in areas.enumerated() where source >= area.rva {
      let offset = source - area.rva
      if offset < area.size { return (UInt16(truncatingIfNeeded: index + 1), offset) }
    }
    return nil
  }

  /// The offset from the image's base at which the section that holds `rva` begins.
  func sectionStart(of rva: UInt32) -> UInt32? {
    areas.first { rva >= $0.rva && rva - $0.rva < $0.size }?.rva
  }

  private static func move(_ rva: UInt32, by moves: [Move]) -> UInt32? {
    guard let first = moves.first else { return rva }
    if rva < first.source { return rva }
    var low = 0
    var high = moves.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if moves[middle].source <= rva { low = middle } else { high = middle - 1 }
    }
    let move = moves[low]
    return move.target == 0 ? nil : move.target &+ (rva - move.source)
  }
}
