import Bytes

/// The symbols of one module, indexed by address when first asked for.
final class ModuleSymbols {
  /// A record that has an address.
  struct Entry {
    var rva: UInt32
    /// Bytes; 0 for data, whose size is its type's.
    var length: UInt32
    /// Offset of the record in the module's symbols.
    var record: UInt32
  }

  let info: ModuleInfo
  let stream: MSFStream
  /// Procedures and thunks, sorted by address.
  private(set) var procedures: [Entry] = []
  /// Variables, those inside of procedures too, sorted by address.
  private(set) var data: [Entry] = []
  /// What ended the reading early, if something did.
  private(set) var damage: FormatError?

  init(_ info: ModuleInfo, _ stream: MSFStream, _ addresses: AddressMap) {
    self.info = info
    self.stream = stream
    do {
      try read(addresses)
    } catch {
      damage = error
    }
    procedures.sort { $0.rva < $1.rva }
    data.sort { $0.rva < $1.rva }
  }

  /// The symbols' range in the stream; the first four bytes are a signature.
  var symbolRange: Range<Int> { 4..<max(4, min(info.symbolBytes, stream.size)) }

  private func read(_ addresses: AddressMap) throws(FormatError) {
    let range = symbolRange
    try stream.withReader(at: range.lowerBound, count: range.count, "Module symbols") {
      reader throws(FormatError) in
      while reader.remaining >= 4 {
        let place = range.lowerBound + reader.position
        let length: UInt16 = try reader.read("RecordLen")
        var record = try reader.subreader(max(2, length), "RecordLen")
        let kind: UInt16 = try record.read("RecordKind")
        try index(kind, &record, UInt32(truncatingIfNeeded: place), addresses)
      }
    }
  }

  private func index(
    _ kind: UInt16, _ reader: inout ByteReader, _ place: UInt32, _ addresses: AddressMap
  ) throws(FormatError) {
    if SymbolKind.isProcedure(kind) {
      let record = try ProcedureRecord(reading: &reader)
      guard let rva = addresses.rva(section: record.section, offset: record.offset) else { return }
      procedures.append(Entry(rva: rva, length: record.codeSize, record: place))
    } else if kind == SymbolKind.S_THUNK32 {
      let record = try ThunkRecord(reading: &reader)
      guard let rva = addresses.rva(section: record.section, offset: record.offset) else { return }
      procedures.append(Entry(rva: rva, length: UInt32(record.length), record: place))
    } else if kind == SymbolKind.S_GDATA32 || kind == SymbolKind.S_LDATA32 {
      let record = try DataRecord(reading: &reader)
      guard let rva = addresses.rva(section: record.section, offset: record.offset) else { return }
      data.append(Entry(rva: rva, length: 0, record: place))
    }
  }
}

extension Array {
  /// The index of the first element for which `isBehind` holds, in an array sorted so that it holds
  /// for all that follow; the count if there is none.
  func partitionIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
