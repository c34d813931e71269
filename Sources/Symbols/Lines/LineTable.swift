import Bytes

/// A module's source lines (C13 line information), indexed by address when first asked for.
///
/// Facts: llvm.org/docs/PDB/ModiStream.html; `CV_DebugS*` of cvinfo.h.
final class LineTable {
  /// The code of one line.
  struct Entry {
    var rva: UInt32
    var length: UInt32
    var line: UInt32
    /// What names the file: an offset in the module's file checksums.
    var file: UInt32
    var isStatement: Bool
  }

  /// Where an inlined function's text begins.
  struct Inlinee {
    var file: UInt32
    var line: UInt32
  }

  /// Every line's code, sorted by address.
  private(set) var entries: [Entry] = []
  /// The inlined functions by their items' numbers.
  private(set) var inlinees: [UInt32: Inlinee] = [:]
  /// What ended the reading early, if something did.
  private(set) var damage: FormatError?

  private let stream: MSFStream
  private var checksums = 0..<0
  private var paths: [UInt32: String] = [:]

  private enum Subsection {
    static let lines: UInt32 = 0xf2
    static let fileChecksums: UInt32 = 0xf4
    static let inlineeLines: UInt32 = 0xf6
  }

  init(_ info: ModuleInfo, _ stream: MSFStream, _ addresses: AddressMap) {
    self.stream = stream
    let start = info.symbolBytes + info.c11Bytes
    do {
      try stream.withReader(at: start, count: info.c13Bytes, "C13 lines") {
        reader throws(FormatError) in
        while reader.remaining >= 8 {
          let kind: UInt32 = try reader.read("DebugSubsectionHeader.Kind")
          let length: UInt32 = try reader.read("DebugSubsectionHeader.Length")
          let place = start + reader.position
          var part = try reader.subreader(length, "DebugSubsectionHeader.Length")
          reader.align(to: 4)
          switch kind {
          case Subsection.lines: try readLines(&part, addresses)
          case Subsection.fileChecksums: checksums = place..<(place + Int(length))
          case Subsection.inlineeLines: try readInlinees(&part)
          default: break
          }
        }
      }
    } catch {
      damage = error
    }
    entries.sort { $0.rva < $1.rva }
  }

  /// The entry whose code holds `rva`, or nil.
  func entry(at rva: UInt32) -> Entry? {
    let behind = entries.partitionIndex { $0.rva > rva }
    guard behind > 0 else { return nil }
    let entry = entries[behind - 1]
    return rva - entry.rva < entry.length ? entry : nil
  }

  /// The path of a file by the number that entries hold, or nil if it cannot be told.
  func path(of file: UInt32, _ names: StringTable?) -> String? {
    if let known = paths[file] { return known }
    guard let names, Int(file) <= checksums.count - 4,
      let offset: UInt32 = try? stream.word(
        at: checksums.lowerBound + Int(file), "FileChecksumEntry.FileNameOffset"),
      let path = try? names.string(at: offset)
    else { return nil }
    paths[file] = path
    return path
  }

  private func readLines(_ reader: inout ByteReader, _ addresses: AddressMap) throws(FormatError) {
    let offset: UInt32 = try reader.read("LineFragmentHeader.RelocOffset")
    let section: UInt16 = try reader.read("LineFragmentHeader.RelocSegment")
    try reader.skip(2, "LineFragmentHeader.Flags")
    let size: UInt32 = try reader.read("LineFragmentHeader.CodeSize")
    // The lengths follow from the next line's begin, whichever file that is in.
    var first = entries.count
    while reader.remaining >= 12 {
      let file: UInt32 = try reader.read("LineBlockFragmentHeader.NameIndex")
      let count: UInt32 = try reader.read("LineBlockFragmentHeader.NumLines")
      let length: UInt32 = try reader.read("LineBlockFragmentHeader.BlockSize")
      var block = try reader.subreader(max(12, length) - 12, "LineBlockFragmentHeader.BlockSize")
      for _ in 0..<count {
        let place: UInt32 = try block.read("LineNumberEntry.Offset")
        let packed: UInt32 = try block.read("LineNumberEntry.Flags")
        guard place <= size,
          let rva = addresses.rva(section: section, offset: offset &+ place)
        else { continue }
        // Until the next one is known, the rest of the fragment.
        entries.append(
          Entry(
            rva: rva, length: size - place, line: packed & 0xff_ffff, file: file,
            isStatement: packed >> 31 != 0))
      }
    }
    while first + 1 < entries.count {
      let next = entries[first + 1].rva
      if next >= entries[first].rva {
        entries[first].length = min(entries[first].length, next - entries[first].rva)
      }
      first += 1
    }
  }

  private func readInlinees(_ reader: inout ByteReader) throws(FormatError) {
    let signature: UInt32 = try reader.read("InlineeLines.Signature")
    while reader.remaining >= 12 {
      let item: UInt32 = try reader.read("InlineeSourceLine.Inlinee")
      let file: UInt32 = try reader.read("InlineeSourceLine.FileID")
      let line: UInt32 = try reader.read("InlineeSourceLine.SourceLineNum")
      if signature == 1 {
        let more: UInt32 = try reader.read("InlineeSourceLine.ExtraFileCount")
        try reader.skip(UInt64(more) * 4, "InlineeSourceLine.ExtraFiles")
      }
      inlinees[item] = Inlinee(file: file, line: line)
    }
  }
}
