extension TypeIndex {
  /// What a number below 1000h stands for: a built-in type or a pointer to one.
  ///
  /// Facts: `TYPE_ENUM_e`; llvm.org/docs/PDB/TpiStream.html, "Type Indices".
  var simpleType: PDBType {
    let mode = rawValue >> 8 & 15
    if mode == 0 {
      return .primitive(Self.primitives[rawValue & 0xff] ?? Primitive(.none, size: 0))
    }
    let sizes: [UInt32: Int] = [1: 2, 2: 4, 3: 4, 4: 4, 5: 6, 6: 8, 7: 16]
    return .pointer(
      PointerType(
        target: TypeIndex(rawValue & 0xff), size: sizes[mode] ?? 8, mode: .pointer, isConst: false,
        isVolatile: false))
  }

  private static let primitives: [UInt32: Primitive] = [
    0x00: Primitive(.none, size: 0),
    0x03: Primitive(.void, size: 0),
    0x08: Primitive(.hresult, size: 4),
    0x10: Primitive(.signed, size: 1),
    0x11: Primitive(.signed, size: 2),
    0x12: Primitive(.signed, size: 4, isLong: true),
    0x13: Primitive(.signed, size: 8),
    0x14: Primitive(.signed, size: 16),
    0x20: Primitive(.unsigned, size: 1),
    0x21: Primitive(.unsigned, size: 2),
    0x22: Primitive(.unsigned, size: 4, isLong: true),
    0x23: Primitive(.unsigned, size: 8),
    0x24: Primitive(.unsigned, size: 16),
    0x30: Primitive(.boolean, size: 1),
    0x31: Primitive(.boolean, size: 2),
    0x32: Primitive(.boolean, size: 4),
    0x33: Primitive(.boolean, size: 8),
    0x40: Primitive(.float, size: 4),
    0x41: Primitive(.float, size: 8),
    0x42: Primitive(.float, size: 10),
    0x43: Primitive(.float, size: 16),
    0x45: Primitive(.float, size: 4),
    0x46: Primitive(.float, size: 2),
    0x50: Primitive(.complex, size: 8),
    0x51: Primitive(.complex, size: 16),
    0x68: Primitive(.signed, size: 1),
    0x69: Primitive(.unsigned, size: 1),
    0x70: Primitive(.character, size: 1),
    0x71: Primitive(.wideCharacter, size: 2),
    0x72: Primitive(.signed, size: 2),
    0x73: Primitive(.unsigned, size: 2),
    0x74: Primitive(.signed, size: 4),
    0x75: Primitive(.unsigned, size: 4),
    0x76: Primitive(.signed, size: 8),
    0x77: Primitive(.unsigned, size: 8),
    0x78: Primitive(.signed, size: 16),
    0x79: Primitive(.unsigned, size: 16),
    0x7a: Primitive(.unicode, size: 2),
    0x7b: Primitive(.unicode, size: 4),
    0x7c: Primitive(.unicode, size: 1),
  ]
}
