import Bytes

/// One object file that was linked into the image: an entry of the DBI stream's module info.
struct ModuleInfo {
  /// The stream with its symbols and lines, or nil if it has none.
  var stream: Int?
  /// Bytes of symbols in that stream, their signature included.
  var symbolBytes: Int
  /// Bytes of old-style lines behind them.
  var c11Bytes: Int
  /// Bytes of lines behind those.
  var c13Bytes: Int
}

/// A stretch of a section that came from one module: `SECTIONCONTR`.
struct Contribution {
  var section: UInt16
  var offset: UInt32
  var size: UInt32
  var module: Int
}

extension DBIStream {
  /// Every module, in order; a module's number is its index.
  func readModules() throws(FormatError) -> [ModuleInfo] {
    try stream.withReader(at: modules.lowerBound, count: modules.count, "ModInfo") {
      reader throws(FormatError) in
      var found: [ModuleInfo] = []
      while reader.remaining >= 64 {
        try reader.skip(34, "ModInfo.SectionContr")
        let number: UInt16 = try reader.read("ModInfo.ModuleSymStream")
        let symbols: UInt32 = try reader.read("ModInfo.SymByteSize")
        let c11: UInt32 = try reader.read("ModInfo.C11ByteSize")
        let c13: UInt32 = try reader.read("ModInfo.C13ByteSize")
        try reader.skip(16, "ModInfo.SourceFileCount")
        try reader.skipCString("ModInfo.ModuleName")
        try reader.skipCString("ModInfo.ObjFileName")
        reader.align(to: 4)
        found.append(
          ModuleInfo(
            stream: number == 0xffff ? nil : Int(number), symbolBytes: Int(symbols),
            c11Bytes: Int(c11), c13Bytes: Int(c13)))
      }
      return found
    }
  }

  /// Every section contribution, sorted by section and offset.
  func readContributions() throws(FormatError) -> [Contribution] {
    guard !contributions.isEmpty else { return [] }
    let found = try stream.withReader(
      at: contributions.lowerBound, count: contributions.count, "SectionContr"
    ) { reader throws(FormatError) in
      let version: UInt32 = try reader.read("SectionContr.Version")
      // The second version adds the section's number in the object file.
      let extra = version == 0xf131_51e4 ? 4 : 0
      var found: [Contribution] = []
      found.reserveCapacity(reader.remaining / (28 + extra))
      while reader.remaining >= 28 + extra {
        let section: UInt16 = try reader.read("SectionContr.Section")
        try reader.skip(2, "SectionContr.Padding1")
        let offset: UInt32 = try reader.read("SectionContr.Offset")
        let size: UInt32 = try reader.read("SectionContr.Size")
        try reader.skip(4, "SectionContr.Characteristics")
        let module: UInt16 = try reader.read("SectionContr.ModuleIndex")
        try reader.skip(10 + extra, "SectionContr.Padding2")
        // Empty ones would hide what begins at the same place.
        if size == 0 { continue }
        found.append(
          Contribution(section: section, offset: offset, size: size, module: Int(module)))
      }
      return found
    }
    return found.sorted { ($0.section, $0.offset) < ($1.section, $1.offset) }
  }
}

/// Which source files each module was made from: the DBI stream's file info.
struct FileInfo {
  /// Per module, the offsets of its files' names.
  private let offsets: [UInt32]
  private let starts: [Int]
  private let names: Range<Int>
  private let stream: MSFStream

  init(_ dbi: DBIStream) throws(FormatError) {
    let place = dbi.fileInfo.lowerBound
    stream = dbi.stream
    let count = Int(try dbi.stream.word(at: place, "FileInfo.NumModules") as UInt16)
    // Behind the modules' first indexes, which are not needed, stand their counts. The stated total
    // has too few bits for large programs; the counts' sum is right.
    let counts: [UInt16] = try dbi.stream.words(
      at: place + 4 + count * 2, count: count, "FileInfo.ModFileCounts")
    var starts = [0]
    for files in counts { starts.append(starts[starts.count - 1] + Int(files)) }
    self.starts = starts
    let total = starts[starts.count - 1]
    let table = place + 4 + count * 4
    offsets = try dbi.stream.words(at: table, count: total, "FileInfo.FileNameOffsets")
    let first = table + total * 4
    guard first <= dbi.fileInfo.upperBound else {
      throw FormatError(
        "FileInfo.NamesBuffer", at: UInt64(first), in: "DBI stream",
        .outOfRange(value: UInt64(first), limit: UInt64(dbi.fileInfo.upperBound)))
    }
    names = first..<dbi.fileInfo.upperBound
  }

  var moduleCount: Int { starts.count - 1 }

  /// What stands for the names of the module's files; the same number is the same name.
  func files(of module: Int) -> ArraySlice<UInt32> {
    offsets[starts[module]..<starts[module + 1]]
  }

  /// The path that one of those numbers stands for.
  func path(_ offset: UInt32) throws(FormatError) -> String {
    try stream.cString(
      at: names.lowerBound + Int(offset), end: names.upperBound, "FileInfo.NamesBuffer")
  }
}
