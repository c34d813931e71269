import Bytes

/// A record of the symbol record stream, once its name has been judged to match.
struct RecordHead {
  enum Body {
    case reference(ReferenceRecord)
    case data(DataRecord)
    case publicName(PublicRecord)
    case constant(TypeIndex, Constant)
    case typedef(TypeIndex)
  }

  var kind: UInt16
  var body: Body
  var name: String
  var agreement: WantedName.Agreement

  /// Reads what follows the kind; nil if the record is of none of the wanted kinds or `judge` turns
  /// its name down, in which case no String was made.
  init?(
    kind: UInt16, kinds: SymbolKinds, isX86: Bool, _ reader: inout ByteReader,
    _ judge: (borrowing RawSpan) -> WantedName.Agreement
  ) throws(FormatError) {
    self.kind = kind
    switch kind {
    case SymbolKind.S_PROCREF, SymbolKind.S_LPROCREF:
      guard kinds.contains(.functions) else { return nil }
      body = .reference(try ReferenceRecord(reading: &reader))
    case _ where SymbolKind.isData(kind):
      guard kinds.contains(.data) else { return nil }
      body = .data(try DataRecord(reading: &reader))
    case SymbolKind.S_PUB32:
      guard kinds.contains(.publics) else { return nil }
      body = .publicName(try PublicRecord(reading: &reader))
    case SymbolKind.S_CONSTANT:
      guard kinds.contains(.constants) else { return nil }
      let type = TypeIndex(try reader.read("ConstantSym.Type"))
      guard let value = try reader.readNumeric("ConstantSym.Value") else { return nil }
      body = .constant(type, value)
    case SymbolKind.S_UDT:
      guard kinds.contains(.typedefs) else { return nil }
      body = .typedef(TypeIndex(try reader.read("UDTSym.Type")))
    default: return nil
    }
    // Public names of x86 code are decorated; they are matched without that.
    let trims = isX86 && kind == SymbolKind.S_PUB32
    let matched = try reader.withCString("Symbol name") {
      (bytes) -> (WantedName.Agreement, String) in
      let plain = trims ? bytes.undecorated : 0..<bytes.byteCount
      let piece = bytes.extracting(plain)
      var agreement = judge(piece)
      if agreement == .none, trims { agreement = judge(bytes) }
      return (agreement, agreement == .none ? "" : piece.text)
    }
    if matched.0 == .none { return nil }
    agreement = matched.0
    name = matched.1
  }
}

extension RawSpan {
  /// The part of an x86 C function's or variable's name that the source has: without the leading
  /// `_` (C, stdcall) or `@` (fastcall) and without `@` and the bytes of the parameters at the end.
  fileprivate var undecorated: Range<Int> {
    guard byteCount > 1 else { return 0..<byteCount }
    let first = byte(at: 0)
    guard first == UInt8(ascii: "_") || first == UInt8(ascii: "@") else { return 0..<byteCount }
    var end = byteCount
    while end > 1, byte(at: end - 1) >= 48, byte(at: end - 1) <= 57 { end -= 1 }
    if end > 2, end < byteCount, byte(at: end - 1) == UInt8(ascii: "@") { return 1..<(end - 1) }
    return first == UInt8(ascii: "_") ? 1..<byteCount : 0..<byteCount
  }
}
