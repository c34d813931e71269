import Bytes

/// Records of the symbol record stream in the order of their addresses.
struct AddressIndex {
  /// The address in the high half, the record's offset in the low half.
  private let entries: [UInt64]

  init(_ pairs: [(rva: UInt32, record: UInt32)]) {
    entries = pairs.map { UInt64($0.rva) << 32 | UInt64($0.record) }.sorted()
  }

  /// The first of the records with the highest address not above `rva`, or nil.
  func last(notAbove rva: UInt32) -> (rva: UInt32, record: UInt32)? {
    let behind = entries.partitionIndex { $0 >> 32 > UInt64(rva) }
    guard behind > 0 else { return nil }
    let address = entries[behind - 1] >> 32
    let first = entries.partitionIndex { $0 >> 32 >= address }
    return pair(first)
  }

  /// The first of the records with the lowest address above `rva`, or nil.
  func first(above rva: UInt32) -> (rva: UInt32, record: UInt32)? {
    let behind = entries.partitionIndex { $0 >> 32 > UInt64(rva) }
    return behind < entries.count ? pair(behind) : nil
  }

  private func pair(_ index: Int) -> (rva: UInt32, record: UInt32) {
    (UInt32(entries[index] >> 32), UInt32(truncatingIfNeeded: entries[index]))
  }
}

extension PDB {
  /// Which records an index is of.
  enum IndexedRecords { case data, publics }

  func makeIndex(of hash: SymbolHash?, as which: IndexedRecords) -> AddressIndex {
    guard let hash, let records, let addresses else { return AddressIndex([]) }
    var pairs: [(rva: UInt32, record: UInt32)] = []
    for offset in attempt([], { () throws(FormatError) in try hash.allRecords() }) {
      let place: (section: UInt16, offset: UInt32)? = attempt(nil) { () throws(FormatError) in
        try records.withRecord(at: Int(offset), "Symbol record") {
          kind, reader throws(FormatError) in
          switch which {
          case .publics where kind == SymbolKind.S_PUB32:
            let record = try PublicRecord(reading: &reader)
            return (record.section, record.offset)
          case .data where kind == SymbolKind.S_GDATA32 || kind == SymbolKind.S_LDATA32:
            let record = try DataRecord(reading: &reader)
            return (record.section, record.offset)
          default: return nil
          }
        }
      }
      if let place, let rva = addresses.rva(section: place.section, offset: place.offset) {
        pairs.append((rva, offset))
      }
    }
    return AddressIndex(pairs)
  }
}
