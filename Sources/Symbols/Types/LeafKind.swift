// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// The kinds of type records that the reader knows: `LEAF_ENUM_e`, spelt as there.
///
/// Facts: cvinfo.h of microsoft-pdb; llvm.org/docs/PDB/CodeViewTypes.html.
enum LeafKind {
  static let LF_MODIFIER: UInt16 = 0x1001
  static let LF_POINTER: UInt16 = 0x1002
  static let LF_PROCEDURE: UInt16 = 0x1008
  static let LF_MFUNCTION: UInt16 = 0x1009
  static let LF_ARGLIST: UInt16 = 0x1201
  static let LF_FIELDLIST: UInt16 = 0x1203
  static let LF_BITFIELD: UInt16 = 0x1205
  static let LF_BCLASS: UInt16 = 0x1400
  static let LF_VBCLASS: UInt16 = 0x1401
  static let LF_IVBCLASS: UInt16 = 0x1402
  static let LF_INDEX: UInt16 = 0x1404
  static let LF_VFUNCTAB: UInt16 = 0x1409
  static let LF_FRIENDCLS: UInt16 = 0x140a
  static let LF_FRIENDFCN: UInt16 = 0x140b
  static let LF_VFUNCOFF: UInt16 = 0x140c
  static let LF_ENUMERATE: UInt16 = 0x1502
  static let LF_ARRAY: UInt16 = 0x1503
  static let LF_CLASS: UInt16 = 0x1504
  static let LF_STRUCTURE: UInt16 = 0x1505
  static let LF_UNION: UInt16 = 0x1506
  static let LF_ENUM: UInt16 = 0x1507
  static let LF_MEMBER: UInt16 = 0x150d
  static let LF_STMEMBER: UInt16 = 0x150e
  static let LF_METHOD: UInt16 = 0x150f
  static let LF_NESTTYPE: UInt16 = 0x1510
  static let LF_ONEMETHOD: UInt16 = 0x1511
  static let LF_NESTTYPEEX: UInt16 = 0x1512
  static let LF_MEMBERMODIFY: UInt16 = 0x1513
  static let LF_INTERFACE: UInt16 = 0x1519
  static let LF_BINTERFACE: UInt16 = 0x151a
  static let LF_FUNC_ID: UInt16 = 0x1601
  static let LF_MFUNC_ID: UInt16 = 0x1602
  static let LF_STRING_ID: UInt16 = 0x1605

  /// Whether the record gives a type its name: a structure, class, union or enumeration.
  static func isTag(_ kind: UInt16) -> Bool {
    kind == LF_ENUM || kind == LF_UNION || isStructure(kind)
  }

  static func isStructure(_ kind: UInt16) -> Bool {
    kind == LF_STRUCTURE || kind == LF_CLASS || kind == LF_INTERFACE
  }
}
