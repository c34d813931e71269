// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// The kinds of symbol records that the reader knows: `SYM_ENUM_e`, spelt as there.
///
/// Facts: cvinfo.h of microsoft-pdb; llvm.org/docs/PDB/CodeViewSymbols.html.
enum SymbolKind {
  static let S_END: UInt16 = 0x0006
  static let S_FRAMEPROC: UInt16 = 0x1012
  static let S_THUNK32: UInt16 = 0x1102
  static let S_BLOCK32: UInt16 = 0x1103
  static let S_WITH32: UInt16 = 0x1104
  static let S_LABEL32: UInt16 = 0x1105
  static let S_REGISTER: UInt16 = 0x1106
  static let S_CONSTANT: UInt16 = 0x1107
  static let S_UDT: UInt16 = 0x1108
  static let S_BPREL32: UInt16 = 0x110b
  static let S_LDATA32: UInt16 = 0x110c
  static let S_GDATA32: UInt16 = 0x110d
  static let S_PUB32: UInt16 = 0x110e
  static let S_LPROC32: UInt16 = 0x110f
  static let S_GPROC32: UInt16 = 0x1110
  static let S_REGREL32: UInt16 = 0x1111
  static let S_LTHREAD32: UInt16 = 0x1112
  static let S_GTHREAD32: UInt16 = 0x1113
  static let S_PROCREF: UInt16 = 0x1125
  static let S_DATAREF: UInt16 = 0x1126
  static let S_LPROCREF: UInt16 = 0x1127
  static let S_SEPCODE: UInt16 = 0x1132
  static let S_LOCAL: UInt16 = 0x113e
  static let S_DEFRANGE: UInt16 = 0x113f
  static let S_DEFRANGE_SUBFIELD: UInt16 = 0x1140
  static let S_DEFRANGE_REGISTER: UInt16 = 0x1141
  static let S_DEFRANGE_FRAMEPOINTER_REL: UInt16 = 0x1142
  static let S_DEFRANGE_SUBFIELD_REGISTER: UInt16 = 0x1143
  static let S_DEFRANGE_FRAMEPOINTER_REL_FULL_SCOPE: UInt16 = 0x1144
  static let S_DEFRANGE_REGISTER_REL: UInt16 = 0x1145
  static let S_LPROC32_ID: UInt16 = 0x1146
  static let S_GPROC32_ID: UInt16 = 0x1147
  static let S_INLINESITE: UInt16 = 0x114d
  static let S_INLINESITE_END: UInt16 = 0x114e
  static let S_PROC_ID_END: UInt16 = 0x114f
  static let S_LPROC32_DPC: UInt16 = 0x1155
  static let S_LPROC32_DPC_ID: UInt16 = 0x1156
  static let S_INLINESITE2: UInt16 = 0x115d

  static func isProcedure(_ kind: UInt16) -> Bool {
    switch kind {
    case S_GPROC32, S_LPROC32, S_GPROC32_ID, S_LPROC32_ID, S_LPROC32_DPC, S_LPROC32_DPC_ID: true
    default: false
    }
  }

  /// Whether a procedure's type field holds an item of the IPI stream.
  static func holdsItem(_ kind: UInt16) -> Bool {
    kind == S_GPROC32_ID || kind == S_LPROC32_ID || kind == S_LPROC32_DPC_ID
  }

  static func isLocalProcedure(_ kind: UInt16) -> Bool {
    kind != S_GPROC32 && kind != S_GPROC32_ID
  }

  static func isInlineSite(_ kind: UInt16) -> Bool {
    kind == S_INLINESITE || kind == S_INLINESITE2
  }

  /// Whether records up to an end record belong to this one.
  static func opensScope(_ kind: UInt16) -> Bool {
    switch kind {
    case S_THUNK32, S_BLOCK32, S_WITH32, S_SEPCODE: true
    default: isProcedure(kind) || isInlineSite(kind)
    }
  }

  static func closesScope(_ kind: UInt16) -> Bool {
    kind == S_END || kind == S_INLINESITE_END || kind == S_PROC_ID_END
  }

  static func isData(_ kind: UInt16) -> Bool {
    kind == S_GDATA32 || kind == S_LDATA32 || isThreadData(kind)
  }

  static func isThreadData(_ kind: UInt16) -> Bool {
    kind == S_GTHREAD32 || kind == S_LTHREAD32
  }

  static func isProcedureReference(_ kind: UInt16) -> Bool {
    kind == S_PROCREF || kind == S_LPROCREF
  }
}
