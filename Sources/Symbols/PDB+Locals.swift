import Bytes

extension PDB {
  /// The parameters and variables of `procedure` that are in scope at `rva`, in the records' order,
  /// with their locations there. Outer blocks' variables come before inner blocks'.
  ///
  /// Given an inlined call, those of the function whose body stands there; otherwise inlined
  /// functions' variables are left out.
  public func locals(of procedure: Procedure, at rva: UInt32, in site: InlineSite? = nil) -> [Local]
  {
    var parameterCount = 0
    if let type = procedure.type, case .procedure(let signature) = self.type(type) {
      parameterCount = signature.parameters.count
    }
    var reader = LocalReader(
      at: rva, in: site?.recordOffset ?? procedure.recordOffset, parameterCount: parameterCount,
      machine: machine, addresses)
    walk(procedure) { place, kind, record throws(FormatError) in
      try reader.take(place, kind, &record)
    }
    reader.finish()
    return reader.locals
  }

  /// The labels of `procedure`.
  public func labels(of procedure: Procedure) -> [Symbol] {
    var found: [Symbol] = []
    walk(procedure) { _, kind, reader throws(FormatError) in
      guard kind == SymbolKind.S_LABEL32 else { return }
      let record = try LabelRecord(reading: &reader)
      found.append(
        Symbol(
          name: try reader.readCString("LabelSym.Name"), kind: .label,
          rva: addresses?.rva(section: record.section, offset: record.offset),
          section: record.section, offset: record.offset, type: nil, size: nil, isLocal: true))
    }
    return found
  }
}
