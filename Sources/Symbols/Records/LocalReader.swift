import Bytes

/// Gathers the variables that are in scope at an address from a function's records.
struct LocalReader {
  private(set) var locals: [Local] = []

  private let rva: UInt32
  /// The record of the function or of the inlined call whose variables are wanted.
  private let target: UInt32
  private let machine: UInt16
  private let addresses: AddressMap?
  /// How many of the function's first variables are its parameters, where records do not say.
  private var unnamedParameters: Int
  private var frame: FrameRecord?
  /// Whether each open scope's variables are wanted.
  private var scopes: [Bool] = []
  private var pending: Local?
  private var pendingFlags: UInt16 = 0

  init(
    at rva: UInt32, in target: UInt32, parameterCount: Int, machine: UInt16,
    _ addresses: AddressMap?
  ) {
    self.rva = rva
    self.target = target
    self.machine = machine
    self.addresses = addresses
    unnamedParameters = parameterCount
  }

  /// Takes the next record.
  mutating func take(_ place: UInt32, _ kind: UInt16, _ reader: inout ByteReader)
    throws(FormatError)
  {
    if try takeLocation(kind, &reader) { return }
    finish()
    if SymbolKind.opensScope(kind) {
      var isWanted = scopes.last ?? false
      if SymbolKind.isProcedure(kind) || SymbolKind.isInlineSite(kind) {
        isWanted = place == target
      } else if kind == SymbolKind.S_BLOCK32 {
        let block = try BlockRecord(reading: &reader)
        let start = addresses?.rva(section: block.section, offset: block.offset)
        isWanted = isWanted && start.map { rva >= $0 && rva - $0 < block.codeSize } ?? false
      }
      scopes.append(isWanted)
    } else if SymbolKind.closesScope(kind) {
      _ = scopes.popLast()
    } else if kind == SymbolKind.S_FRAMEPROC {
      frame = try FrameRecord(reading: &reader)
    } else if scopes.last ?? false {
      try takeVariable(kind, &reader)
    }
  }

  /// Ends the variable whose locations were being gathered.
  mutating func finish() {
    if let local = pending { locals.append(local) }
    pending = nil
  }

  private mutating func takeVariable(_ kind: UInt16, _ reader: inout ByteReader)
    throws(FormatError)
  {
    switch kind {
    case SymbolKind.S_LOCAL:
      let type = TypeIndex(try reader.read("LocalSym.Type"))
      pendingFlags = try reader.read("LocalSym.Flags")
      let name = try reader.readCString("LocalSym.Name")
      pending = Local(
        name: name, type: type, isParameter: pendingFlags & 1 != 0, location: .unavailable)
    case SymbolKind.S_REGREL32:
      let offset: Int32 = try reader.read("RegRelativeSym.Offset")
      let type = TypeIndex(try reader.read("RegRelativeSym.Type"))
      let register = CVRegister(rawValue: try reader.read("RegRelativeSym.Register"))
      add(try reader.readCString("Name"), type, .registerRelative(register, offset: offset))
    case SymbolKind.S_BPREL32:
      let offset: Int32 = try reader.read("BPRelativeSym.Offset")
      let type = TypeIndex(try reader.read("BPRelativeSym.Type"))
      let register: CVRegister = machine == 0x8664 ? .rbp : .ebp
      add(try reader.readCString("Name"), type, .registerRelative(register, offset: offset))
    case SymbolKind.S_REGISTER:
      let type = TypeIndex(try reader.read("RegisterSym.Index"))
      let register = CVRegister(rawValue: try reader.read("RegisterSym.Register"))
      add(try reader.readCString("Name"), type, .register(register))
    case SymbolKind.S_GDATA32, SymbolKind.S_LDATA32:
      let record = try DataRecord(reading: &reader)
      guard let place = addresses?.rva(section: record.section, offset: record.offset) else {
        return
      }
      let name = try reader.readCString("DataSym.Name")
      locals.append(
        Local(name: name, type: record.type, isParameter: false, location: .image(rva: place)))
    case SymbolKind.S_CONSTANT:
      let type = TypeIndex(try reader.read("ConstantSym.Type"))
      guard let value = try reader.readNumeric("ConstantSym.Value") else { return }
      let name = try reader.readCString("ConstantSym.Name")
      locals.append(
        Local(name: name, type: type, isParameter: false, location: .constant(value)))
    default: break
    }
  }

  /// A variable of the old kinds, which do not say whether it is a parameter: those come first.
  private mutating func add(_ name: String, _ type: TypeIndex, _ location: Local.Location) {
    let isParameter = scopes.count == 1 && unnamedParameters > 0
    if isParameter { unnamedParameters -= 1 }
    locals.append(Local(name: name, type: type, isParameter: isParameter, location: location))
  }

  /// Takes a record that says where the pending variable is; false if it is none of those.
  private mutating func takeLocation(_ kind: UInt16, _ reader: inout ByteReader)
    throws(FormatError) -> Bool
  {
    switch kind {
    case SymbolKind.S_DEFRANGE_REGISTER:
      let register = CVRegister(rawValue: try reader.read("DefRangeRegister.Register"))
      try reader.skip(2, "DefRangeRegister.MayHaveNoName")
      if try holds(&reader) { place(.register(register)) }
    case SymbolKind.S_DEFRANGE_SUBFIELD_REGISTER:
      let register = CVRegister(rawValue: try reader.read("DefRangeSubfieldRegister.Register"))
      try reader.skip(2, "DefRangeSubfieldRegister.MayHaveNoName")
      let offset: UInt32 = try reader.read("DefRangeSubfieldRegister.OffsetInParent")
      if try holds(&reader) { addPiece(Int(offset & 0xfff), .register(register)) }
    case SymbolKind.S_DEFRANGE_FRAMEPOINTER_REL:
      let offset: Int32 = try reader.read("DefRangeFramePointerRel.Offset")
      if try holds(&reader) { place(frameRelative(offset)) }
    case SymbolKind.S_DEFRANGE_FRAMEPOINTER_REL_FULL_SCOPE:
      let offset: Int32 = try reader.read("DefRangeFramePointerRelFullScope.Offset")
      place(frameRelative(offset))
    case SymbolKind.S_DEFRANGE_REGISTER_REL:
      let register = CVRegister(rawValue: try reader.read("DefRangeRegisterRel.BaseRegister"))
      let flags: UInt16 = try reader.read("DefRangeRegisterRel.Flags")
      let offset: Int32 = try reader.read("DefRangeRegisterRel.BasePointerOffset")
      guard try holds(&reader) else { break }
      let location = Local.Location.registerRelative(register, offset: offset)
      if flags & 1 != 0 {
        addPiece(Int(flags >> 4), location)
      } else {
        pending?.location = location
      }
    // Locations by a program for the debug interface access library, which no compiler writes now.
    case SymbolKind.S_DEFRANGE, SymbolKind.S_DEFRANGE_SUBFIELD: break
    default: return false
    }
    return true
  }

  private func holds(_ reader: inout ByteReader) throws(FormatError) -> Bool {
    try LocalRange(reading: &reader).contains(rva, addresses)
  }

  private mutating func place(_ location: Local.Location) { pending?.location = location }

  private func frameRelative(_ offset: Int32) -> Local.Location {
    let register = frame?.register(forParameter: pendingFlags & 1 != 0, machine: machine)
    return register.map { .registerRelative($0, offset: offset) }
      ?? .framePointerRelative(offset: offset)
  }

  private mutating func addPiece(_ offset: Int, _ location: Local.Location) {
    let piece = Local.Piece(offset: offset, location: location)
    if case .pieces(let others) = pending?.location {
      place(.pieces(others + [piece]))
    } else {
      place(.pieces([piece]))
    }
  }
}
