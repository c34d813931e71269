/// The handlers of moves; operand widths are 8, 16, 32, 64 bits in the order of the tables.
enum MoveHandlers {
  static let registers: [TraceHandler] = [
    { moveRR($0, $1, $2, UInt8.self) },
    { moveRR($0, $1, $2, UInt16.self) },
    { moveRR($0, $1, $2, UInt32.self) },
    { moveRR($0, $1, $2, UInt64.self) },
  ]

  static let immediate: [TraceHandler] = [
    { moveRI($0, $1, $2, UInt8.self) },
    { moveRI($0, $1, $2, UInt16.self) },
    { moveRI($0, $1, $2, UInt32.self) },
    { moveRI($0, $1, $2, UInt64.self) },
  ]

  /// Without an index, then with one.
  static let load: [TraceHandler] = [
    { moveRM($0, $1, $2, UInt8.self, Based.self) },
    { moveRM($0, $1, $2, UInt16.self, Based.self) },
    { moveRM($0, $1, $2, UInt32.self, Based.self) },
    { moveRM($0, $1, $2, UInt64.self, Based.self) },
    { moveRM($0, $1, $2, UInt8.self, Indexed.self) },
    { moveRM($0, $1, $2, UInt16.self, Indexed.self) },
    { moveRM($0, $1, $2, UInt32.self, Indexed.self) },
    { moveRM($0, $1, $2, UInt64.self, Indexed.self) },
  ]

  /// Without an index, then with one.
  static let store: [TraceHandler] = [
    { moveMR($0, $1, $2, UInt8.self, Based.self) },
    { moveMR($0, $1, $2, UInt16.self, Based.self) },
    { moveMR($0, $1, $2, UInt32.self, Based.self) },
    { moveMR($0, $1, $2, UInt64.self, Based.self) },
    { moveMR($0, $1, $2, UInt8.self, Indexed.self) },
    { moveMR($0, $1, $2, UInt16.self, Indexed.self) },
    { moveMR($0, $1, $2, UInt32.self, Indexed.self) },
    { moveMR($0, $1, $2, UInt64.self, Indexed.self) },
  ]

  /// Without an index, then with one.
  static let storeImmediate: [TraceHandler] = [
    { moveMI($0, $1, $2, UInt8.self, Based.self) },
    { moveMI($0, $1, $2, UInt16.self, Based.self) },
    { moveMI($0, $1, $2, UInt32.self, Based.self) },
    { moveMI($0, $1, $2, UInt64.self, Based.self) },
    { moveMI($0, $1, $2, UInt8.self, Indexed.self) },
    { moveMI($0, $1, $2, UInt16.self, Indexed.self) },
    { moveMI($0, $1, $2, UInt32.self, Indexed.self) },
    { moveMI($0, $1, $2, UInt64.self, Indexed.self) },
  ]

  /// From 8 and 16 bits.
  static let zeroExtendRegister: [TraceHandler] = [
    { zeroExtendR($0, $1, $2, UInt8.self) },
    { zeroExtendR($0, $1, $2, UInt16.self) },
  ]

  /// From 8 and 16 bits, without an index, then with one.
  static let zeroExtendMemory: [TraceHandler] = [
    { zeroExtendM($0, $1, $2, UInt8.self, Based.self) },
    { zeroExtendM($0, $1, $2, UInt16.self, Based.self) },
    { zeroExtendM($0, $1, $2, UInt8.self, Indexed.self) },
    { zeroExtendM($0, $1, $2, UInt16.self, Indexed.self) },
  ]

  /// From 8, 16, 32 bits, each to 32 and 64.
  static let signExtendRegister: [TraceHandler] = [
    { signExtendR($0, $1, $2, UInt8.self, UInt32.self) },
    { signExtendR($0, $1, $2, UInt8.self, UInt64.self) },
    { signExtendR($0, $1, $2, UInt16.self, UInt32.self) },
    { signExtendR($0, $1, $2, UInt16.self, UInt64.self) },
    { signExtendR($0, $1, $2, UInt32.self, UInt32.self) },
    { signExtendR($0, $1, $2, UInt32.self, UInt64.self) },
  ]

  /// From 8, 16, 32 bits, each to 32 and 64.
  static let signExtendMemory: [TraceHandler] = [
    { signExtendM($0, $1, $2, UInt8.self, UInt32.self) },
    { signExtendM($0, $1, $2, UInt8.self, UInt64.self) },
    { signExtendM($0, $1, $2, UInt16.self, UInt32.self) },
    { signExtendM($0, $1, $2, UInt16.self, UInt64.self) },
    { signExtendM($0, $1, $2, UInt32.self, UInt32.self) },
    { signExtendM($0, $1, $2, UInt32.self, UInt64.self) },
  ]

  /// 32 and 64 bits without an index, then with one.
  static let loadAddressForms: [TraceHandler] = [
    { loadAddress($0, $1, $2, UInt32.self, Based.self) },
    { loadAddress($0, $1, $2, UInt64.self, Based.self) },
    { loadAddress($0, $1, $2, UInt32.self, Indexed.self) },
    { loadAddress($0, $1, $2, UInt64.self, Indexed.self) },
  ]

  /// 32 and 64 bits.
  static let exchangeForms: [TraceHandler] = [
    { exchange($0, $1, $2, UInt32.self) },
    { exchange($0, $1, $2, UInt64.self) },
  ]

  /// 32 and 64 bits.
  static let spreadSignForms: [TraceHandler] = [
    { spreadSign($0, $1, $2, UInt32.self) },
    { spreadSign($0, $1, $2, UInt64.self) },
  ]

  /// By condition code.
  static let setIfForms: [TraceHandler] = [
    { setIf($0, $1, $2, 0) },
    { setIf($0, $1, $2, 1) },
    { setIf($0, $1, $2, 2) },
    { setIf($0, $1, $2, 3) },
    { setIf($0, $1, $2, 4) },
    { setIf($0, $1, $2, 5) },
    { setIf($0, $1, $2, 6) },
    { setIf($0, $1, $2, 7) },
    { setIf($0, $1, $2, 8) },
    { setIf($0, $1, $2, 9) },
    { setIf($0, $1, $2, 10) },
    { setIf($0, $1, $2, 11) },
    { setIf($0, $1, $2, 12) },
    { setIf($0, $1, $2, 13) },
    { setIf($0, $1, $2, 14) },
    { setIf($0, $1, $2, 15) },
  ]

  /// By condition code, each 32 and 64 bits.
  static let moveIfForms: [TraceHandler] = [
    { moveIf($0, $1, $2, 0, UInt32.self) },
    { moveIf($0, $1, $2, 0, UInt64.self) },
    { moveIf($0, $1, $2, 1, UInt32.self) },
    { moveIf($0, $1, $2, 1, UInt64.self) },
    { moveIf($0, $1, $2, 2, UInt32.self) },
    { moveIf($0, $1, $2, 2, UInt64.self) },
    { moveIf($0, $1, $2, 3, UInt32.self) },
    { moveIf($0, $1, $2, 3, UInt64.self) },
    { moveIf($0, $1, $2, 4, UInt32.self) },
    { moveIf($0, $1, $2, 4, UInt64.self) },
    { moveIf($0, $1, $2, 5, UInt32.self) },
    { moveIf($0, $1, $2, 5, UInt64.self) },
    { moveIf($0, $1, $2, 6, UInt32.self) },
    { moveIf($0, $1, $2, 6, UInt64.self) },
    { moveIf($0, $1, $2, 7, UInt32.self) },
    { moveIf($0, $1, $2, 7, UInt64.self) },
    { moveIf($0, $1, $2, 8, UInt32.self) },
    { moveIf($0, $1, $2, 8, UInt64.self) },
    { moveIf($0, $1, $2, 9, UInt32.self) },
    { moveIf($0, $1, $2, 9, UInt64.self) },
    { moveIf($0, $1, $2, 10, UInt32.self) },
    { moveIf($0, $1, $2, 10, UInt64.self) },
    { moveIf($0, $1, $2, 11, UInt32.self) },
    { moveIf($0, $1, $2, 11, UInt64.self) },
    { moveIf($0, $1, $2, 12, UInt32.self) },
    { moveIf($0, $1, $2, 12, UInt64.self) },
    { moveIf($0, $1, $2, 13, UInt32.self) },
    { moveIf($0, $1, $2, 13, UInt64.self) },
    { moveIf($0, $1, $2, 14, UInt32.self) },
    { moveIf($0, $1, $2, 14, UInt64.self) },
    { moveIf($0, $1, $2, 15, UInt32.self) },
    { moveIf($0, $1, $2, 15, UInt64.self) },
  ]

  static let vectorRegisters: TraceHandler = { vectorRR($0, $1, $2) }
  static let vectorLoad: TraceHandler = { vectorRM($0, $1, $2, 0) }
  static let vectorStore: TraceHandler = { vectorMR($0, $1, $2, 0) }
  static let vectorLoadAligned: TraceHandler = { vectorRM($0, $1, $2, 15) }
  static let vectorStoreAligned: TraceHandler = { vectorMR($0, $1, $2, 15) }
}
