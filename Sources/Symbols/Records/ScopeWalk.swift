import Bytes

extension PDB {
  /// Calls `body` with every record of a procedure's scope, the procedure's own first, in order.
  func walk(
    _ procedure: Procedure,
    _ body: (_ place: UInt32, _ kind: UInt16, _ reader: inout ByteReader) throws(FormatError) ->
      Void
  ) {
    guard let stream = stream(ofModule: procedure.module), procedure.module < modules.count
    else { return }
    let start = Int(procedure.recordOffset)
    let limit = min(modules[procedure.module].symbolBytes, stream.size)
    attempt(()) { () throws(FormatError) in
      // The record says where its scope ends, which saves reading the rest of the module.
      let end: Int = try stream.withRecord(at: start, "Module symbol") {
        kind, reader throws(FormatError) in
        guard SymbolKind.isProcedure(kind) else { return limit }
        let stated = Int(try ProcedureRecord(reading: &reader).end)
        return stated > start && stated + 4 <= limit ? stated + 4 : limit
      }
      try stream.withReader(at: start, count: max(0, end - start), "Module symbols") {
        reader throws(FormatError) in
        var depth = 0
        while reader.remaining >= 4 {
          let place = procedure.recordOffset &+ UInt32(truncatingIfNeeded: reader.position)
          let length: UInt16 = try reader.read("RecordLen")
          var record = try reader.subreader(max(2, length), "RecordLen")
          let kind: UInt16 = try record.read("RecordKind")
          try body(place, kind, &record)
          if SymbolKind.opensScope(kind) { depth += 1 }
          if SymbolKind.closesScope(kind) { depth -= 1 }
          if depth <= 0 { return }
        }
      }
    }
  }
}

/// `S_FRAMEPROC`: which registers reach a function's parameters and variables.
struct FrameRecord {
  /// The register's code for variables and for parameters: 0 none, and 1 to 3 as the processor has it.
  private var variables: UInt32
  private var parameters: UInt32

  init(reading reader: inout ByteReader) throws(FormatError) {
    try reader.skip(22, "FrameProcSym.TotalFrameBytes")
    let flags: UInt32 = try reader.read("FrameProcSym.Flags")
    variables = flags >> 14 & 3
    parameters = flags >> 16 & 3
  }

  /// The register that `S_DEFRANGE_FRAMEPOINTER_REL` means, or nil if the frame has none.
  func register(forParameter isParameter: Bool, machine: UInt16) -> CVRegister? {
    let code = Int(isParameter ? parameters : variables)
    if code == 0 { return nil }
    if machine == 0x14c { return [.vframe, .ebp, .ebx][code - 1] }
    return machine == 0x8664 ? [.rsp, .rbp, .r13][code - 1] : nil
  }
}

/// Where a location holds: `LocalVariableAddrRange` and the gaps in it.
struct LocalRange {
  private var offset: UInt32
  private var section: UInt16
  private var length: UInt16
  private var gaps: [(start: UInt16, length: UInt16)] = []

  init(reading reader: inout ByteReader) throws(FormatError) {
    offset = try reader.read("LocalVariableAddrRange.OffsetStart")
    section = try reader.read("LocalVariableAddrRange.ISectStart")
    length = try reader.read("LocalVariableAddrRange.Range")
    while reader.remaining >= 4 {
      let start: UInt16 = try reader.read("LocalVariableAddrGap.GapStartOffset")
      let length: UInt16 = try reader.read("LocalVariableAddrGap.Range")
      gaps.append((start, length))
    }
  }

  func contains(_ rva: UInt32, _ addresses: AddressMap?) -> Bool {
    guard let start = addresses?.rva(section: section, offset: offset), rva >= start,
      rva - start < UInt32(length)
    else { return false }
    let place = rva - start
    return !gaps.contains { place >= UInt32($0.start) && place - UInt32($0.start) < $0.length }
  }
}
