import Bytes

/// `S_GPROC32` and its kin, without the name.
struct ProcedureRecord {
  /// Offset in the module's symbols of the record that ends the scope.
  var end: UInt32
  var codeSize: UInt32
  var debugStart: UInt32
  var debugEnd: UInt32
  /// A type, or an item of the IPI stream for the kinds whose names end in `_ID`.
  var type: TypeIndex
  var offset: UInt32
  var section: UInt16

  /// Reads what follows the kind, up to the name.
  init(reading reader: inout ByteReader) throws(FormatError) {
    try reader.skip(4, "ProcSym.Parent")
    end = try reader.read("ProcSym.End")
    try reader.skip(4, "ProcSym.Next")
    codeSize = try reader.read("ProcSym.CodeSize")
    debugStart = try reader.read("ProcSym.DbgStart")
    debugEnd = try reader.read("ProcSym.DbgEnd")
    type = TypeIndex(try reader.read("ProcSym.FunctionType"))
    offset = try reader.read("ProcSym.CodeOffset")
    section = try reader.read("ProcSym.Segment")
    try reader.skip(1, "ProcSym.Flags")
  }
}

/// `S_THUNK32`, without the name.
struct ThunkRecord {
  var offset: UInt32
  var section: UInt16
  var length: UInt16

  init(reading reader: inout ByteReader) throws(FormatError) {
    try reader.skip(12, "Thunk32Sym.Parent")
    offset = try reader.read("Thunk32Sym.Offset")
    section = try reader.read("Thunk32Sym.Segment")
    length = try reader.read("Thunk32Sym.Length")
    try reader.skip(1, "Thunk32Sym.Thunk")
  }
}

/// `S_BLOCK32`, without the name.
struct BlockRecord {
  var end: UInt32
  var codeSize: UInt32
  var offset: UInt32
  var section: UInt16

  init(reading reader: inout ByteReader) throws(FormatError) {
    try reader.skip(4, "BlockSym.Parent")
    end = try reader.read("BlockSym.End")
    codeSize = try reader.read("BlockSym.CodeSize")
    offset = try reader.read("BlockSym.CodeOffset")
    section = try reader.read("BlockSym.Segment")
  }
}

/// `S_GDATA32`, `S_LDATA32` and the thread variables' kinds, without the name.
struct DataRecord {
  var type: TypeIndex
  var offset: UInt32
  var section: UInt16

  init(reading reader: inout ByteReader) throws(FormatError) {
    type = TypeIndex(try reader.read("DataSym.Type"))
    offset = try reader.read("DataSym.DataOffset")
    section = try reader.read("DataSym.Segment")
  }
}

/// `S_PUB32`, without the name.
struct PublicRecord {
  /// Bit 0 code, bit 1 function.
  var flags: UInt32
  var offset: UInt32
  var section: UInt16
  var isCode: Bool { flags & 3 != 0 }

  init(reading reader: inout ByteReader) throws(FormatError) {
    flags = try reader.read("PublicSym32.Flags")
    offset = try reader.read("PublicSym32.Offset")
    section = try reader.read("PublicSym32.Segment")
  }
}

/// `S_LABEL32`, without the name.
struct LabelRecord {
  var offset: UInt32
  var section: UInt16

  init(reading reader: inout ByteReader) throws(FormatError) {
    offset = try reader.read("LabelSym.CodeOffset")
    section = try reader.read("LabelSym.Segment")
    try reader.skip(1, "LabelSym.Flags")
  }
}

/// `S_PROCREF` and `S_LPROCREF`, without the name: a symbol that stands in a module's stream.
struct ReferenceRecord {
  /// Offset in that module's symbols.
  var offset: UInt32
  /// Index of the module; stored plus one.
  var module: Int

  init(reading reader: inout ByteReader) throws(FormatError) {
    try reader.skip(4, "RefSym.SumName")
    offset = try reader.read("RefSym.SymOffset")
    module = Int(try reader.read("RefSym.Module", as: UInt16.self)) - 1
  }
}

extension ByteReader {
  /// Reads a number of variable length: two bytes that are the number itself or say what follows.
  /// Numbers of 16 bytes keep their low 8; floating-point ones are passed over and read as nil.
  mutating func readNumeric(_ field: StaticString) throws(FormatError) -> Constant? {
    let leaf: UInt16 = try read(field)
    switch leaf {
    case 0..<0x8000: return .unsigned(UInt64(leaf))
    case 0x8000: return .signed(Int64(try read(field, as: Int8.self)))
    case 0x8001: return .signed(Int64(try read(field, as: Int16.self)))
    case 0x8002: return .unsigned(UInt64(try read(field, as: UInt16.self)))
    case 0x8003: return .signed(Int64(try read(field, as: Int32.self)))
    case 0x8004: return .unsigned(UInt64(try read(field, as: UInt32.self)))
    case 0x8009: return .signed(try read(field))
    case 0x800a: return .unsigned(try read(field))
    case 0x8017:
      let low: UInt64 = try read(field)
      try skip(8, field)
      return .signed(Int64(bitPattern: low))
    case 0x8018:
      let low: UInt64 = try read(field)
      try skip(8, field)
      return .unsigned(low)
    case 0x8005: try skip(4, field)
    case 0x8006: try skip(8, field)
    case 0x8007: try skip(10, field)
    case 0x8008: try skip(16, field)
    default:
      throw error(field, .unexpected(value: UInt64(leaf), expected: "a numeric leaf"))
    }
    return nil
  }

  /// The same for what cannot be negative, such as sizes.
  mutating func readSize(_ field: StaticString) throws(FormatError) -> UInt64 {
    try readNumeric(field)?.bits ?? 0
  }
}
