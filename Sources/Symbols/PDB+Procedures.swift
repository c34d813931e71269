import Bytes

extension PDB {
  /// The function that the record at `offset` of a module's symbols describes, or nil.
  func procedure(module: Int, record offset: UInt32) -> Procedure? {
    guard let stream = stream(ofModule: module) else { return nil }
    return attempt(nil) { () throws(FormatError) in
      try stream.withRecord(at: Int(offset), "Module symbol") { kind, reader throws(FormatError) in
        if kind == SymbolKind.S_THUNK32 {
          let record = try ThunkRecord(reading: &reader)
          guard let rva = addresses?.rva(section: record.section, offset: record.offset) else {
            return nil
          }
          return Procedure(
            name: try reader.readCString("Thunk32Sym.Name"), rva: rva,
            length: UInt32(record.length), type: nil, debugStart: 0, debugEnd: 0, isLocal: true,
            module: module, recordOffset: offset)
        }
        guard SymbolKind.isProcedure(kind) else { return nil }
        let record = try ProcedureRecord(reading: &reader)
        guard let rva = addresses?.rva(section: record.section, offset: record.offset) else {
          return nil
        }
        return Procedure(
          name: try reader.readCString("ProcSym.Name"), rva: rva, length: record.codeSize,
          type: procedureType(kind, record.type), debugStart: record.debugStart,
          debugEnd: record.debugEnd, isLocal: SymbolKind.isLocalProcedure(kind), module: module,
          recordOffset: offset)
      }
    }
  }

  /// The same as a symbol.
  func functionSymbol(module: Int, record: UInt32) -> Symbol? {
    guard let procedure = procedure(module: module, record: record) else { return nil }
    let place = addresses?.place(of: procedure.rva)
    return Symbol(
      name: procedure.name, kind: .function, rva: procedure.rva, section: place?.section ?? 0,
      offset: place?.offset ?? 0, type: procedure.type, size: procedure.length,
      isLocal: procedure.isLocal)
  }

  /// The variable that the record at `offset` of a module's symbols describes, or nil.
  func dataSymbol(module: Int, record offset: UInt32) -> Symbol? {
    guard let stream = stream(ofModule: module) else { return nil }
    return attempt(nil) { () throws(FormatError) in
      try stream.withRecord(at: Int(offset), "Module symbol") { kind, reader throws(FormatError) in
        guard SymbolKind.isData(kind) else { return nil }
        let record = try DataRecord(reading: &reader)
        return Symbol(
          name: try reader.readCString("DataSym.Name"), kind: .data,
          rva: addresses?.rva(section: record.section, offset: record.offset),
          section: record.section, offset: record.offset, type: record.type, size: nil,
          isLocal: kind == SymbolKind.S_LDATA32)
      }
    }
  }

  /// A procedure record's type, which some kinds name by way of an item.
  private func procedureType(_ kind: UInt16, _ stored: TypeIndex) -> TypeIndex? {
    let type = SymbolKind.holdsItem(kind) ? ipi?.functionItem(stored)?.type : stored
    return type == TypeIndex.none ? nil : type
  }
}
