/// The handlers of moves; operand widths are 8, 16, 32, 64 bits in the order of the tables.
enum MoveHandlers {
  static let registers: [TraceHandler] = [
    moveRR8,
    moveRR16,
    moveRR32,
    moveRR64,
  ]

  static let immediate: [TraceHandler] = [
    moveRI8,
    moveRI16,
    moveRI32,
    moveRI64,
  ]

  /// Without an index, then with one.
  static let load: [TraceHandler] = [
    moveRM8Based,
    moveRM16Based,
    moveRM32Based,
    moveRM64Based,
    moveRM8Indexed,
    moveRM16Indexed,
    moveRM32Indexed,
    moveRM64Indexed,
  ]

  /// Without an index, then with one.
  static let store: [TraceHandler] = [
    moveMR8Based,
    moveMR16Based,
    moveMR32Based,
    moveMR64Based,
    moveMR8Indexed,
    moveMR16Indexed,
    moveMR32Indexed,
    moveMR64Indexed,
  ]

  /// Without an index, then with one.
  static let storeImmediate: [TraceHandler] = [
    moveMI8Based,
    moveMI16Based,
    moveMI32Based,
    moveMI64Based,
    moveMI8Indexed,
    moveMI16Indexed,
    moveMI32Indexed,
    moveMI64Indexed,
  ]

  /// From 8 and 16 bits.
  static let zeroExtendRegister: [TraceHandler] = [
    zeroExtendR8,
    zeroExtendR16,
  ]

  /// From 8 and 16 bits, without an index, then with one.
  static let zeroExtendMemory: [TraceHandler] = [
    zeroExtendM8Based,
    zeroExtendM16Based,
    zeroExtendM8Indexed,
    zeroExtendM16Indexed,
  ]

  /// From 8, 16, 32 bits, each to 32 and 64.
  static let signExtendRegister: [TraceHandler] = [
    signExtendR8By32,
    signExtendR8By64,
    signExtendR16By32,
    signExtendR16By64,
    signExtendR32By32,
    signExtendR32By64,
  ]

  /// From 8, 16, 32 bits, each to 32 and 64.
  static let signExtendMemory: [TraceHandler] = [
    signExtendM8By32,
    signExtendM8By64,
    signExtendM16By32,
    signExtendM16By64,
    signExtendM32By32,
    signExtendM32By64,
  ]

  /// 32 and 64 bits without an index, then with one.
  static let loadAddressForms: [TraceHandler] = [
    loadAddress32Based,
    loadAddress64Based,
    loadAddress32Indexed,
    loadAddress64Indexed,
  ]

  /// 32 and 64 bits.
  static let exchangeForms: [TraceHandler] = [
    exchange32,
    exchange64,
  ]

  /// 32 and 64 bits.
  static let spreadSignForms: [TraceHandler] = [
    spreadSign32,
    spreadSign64,
  ]

  /// By condition code.
  static let setIfForms: [TraceHandler] = [
    setIf0,
    setIf1,
    setIf2,
    setIf3,
    setIf4,
    setIf5,
    setIf6,
    setIf7,
    setIf8,
    setIf9,
    setIf10,
    setIf11,
    setIf12,
    setIf13,
    setIf14,
    setIf15,
  ]

  /// By condition code, each 32 and 64 bits.
  static let moveIfForms: [TraceHandler] = [
    moveIf0By32,
    moveIf0By64,
    moveIf1By32,
    moveIf1By64,
    moveIf2By32,
    moveIf2By64,
    moveIf3By32,
    moveIf3By64,
    moveIf4By32,
    moveIf4By64,
    moveIf5By32,
    moveIf5By64,
    moveIf6By32,
    moveIf6By64,
    moveIf7By32,
    moveIf7By64,
    moveIf8By32,
    moveIf8By64,
    moveIf9By32,
    moveIf9By64,
    moveIf10By32,
    moveIf10By64,
    moveIf11By32,
    moveIf11By64,
    moveIf12By32,
    moveIf12By64,
    moveIf13By32,
    moveIf13By64,
    moveIf14By32,
    moveIf14By64,
    moveIf15By32,
    moveIf15By64,
  ]

  static let vectorRegisters: TraceHandler = vectorRR
  static let vectorLoad: TraceHandler = vectorRM0
  static let vectorStore: TraceHandler = vectorMR0
  static let vectorLoadAligned: TraceHandler = vectorRM15
  static let vectorStoreAligned: TraceHandler = vectorMR15
}

// The handlers by name: a function inlines into the C function that a table holds, a closure does not.
@inline(__always) private func moveRR8(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRR(a, b, c, UInt8.self)
}
@inline(__always) private func moveRR16(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRR(a, b, c, UInt16.self)
}
@inline(__always) private func moveRR32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRR(a, b, c, UInt32.self)
}
@inline(__always) private func moveRR64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRR(a, b, c, UInt64.self)
}
@inline(__always) private func moveRI8(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRI(a, b, c, UInt8.self)
}
@inline(__always) private func moveRI16(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRI(a, b, c, UInt16.self)
}
@inline(__always) private func moveRI32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRI(a, b, c, UInt32.self)
}
@inline(__always) private func moveRI64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRI(a, b, c, UInt64.self)
}
@inline(__always) private func moveRM8Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRM(a, b, c, UInt8.self, Based.self)
}
@inline(__always) private func moveRM16Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRM(a, b, c, UInt16.self, Based.self)
}
@inline(__always) private func moveRM32Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRM(a, b, c, UInt32.self, Based.self)
}
@inline(__always) private func moveRM64Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRM(a, b, c, UInt64.self, Based.self)
}
@inline(__always) private func moveRM8Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRM(a, b, c, UInt8.self, Indexed.self)
}
@inline(__always) private func moveRM16Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRM(a, b, c, UInt16.self, Indexed.self)
}
@inline(__always) private func moveRM32Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRM(a, b, c, UInt32.self, Indexed.self)
}
@inline(__always) private func moveRM64Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveRM(a, b, c, UInt64.self, Indexed.self)
}
@inline(__always) private func moveMR8Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMR(a, b, c, UInt8.self, Based.self)
}
@inline(__always) private func moveMR16Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMR(a, b, c, UInt16.self, Based.self)
}
@inline(__always) private func moveMR32Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMR(a, b, c, UInt32.self, Based.self)
}
@inline(__always) private func moveMR64Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMR(a, b, c, UInt64.self, Based.self)
}
@inline(__always) private func moveMR8Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMR(a, b, c, UInt8.self, Indexed.self)
}
@inline(__always) private func moveMR16Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMR(a, b, c, UInt16.self, Indexed.self)
}
@inline(__always) private func moveMR32Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMR(a, b, c, UInt32.self, Indexed.self)
}
@inline(__always) private func moveMR64Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMR(a, b, c, UInt64.self, Indexed.self)
}
@inline(__always) private func moveMI8Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMI(a, b, c, UInt8.self, Based.self)
}
@inline(__always) private func moveMI16Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMI(a, b, c, UInt16.self, Based.self)
}
@inline(__always) private func moveMI32Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMI(a, b, c, UInt32.self, Based.self)
}
@inline(__always) private func moveMI64Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMI(a, b, c, UInt64.self, Based.self)
}
@inline(__always) private func moveMI8Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMI(a, b, c, UInt8.self, Indexed.self)
}
@inline(__always) private func moveMI16Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMI(a, b, c, UInt16.self, Indexed.self)
}
@inline(__always) private func moveMI32Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMI(a, b, c, UInt32.self, Indexed.self)
}
@inline(__always) private func moveMI64Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveMI(a, b, c, UInt64.self, Indexed.self)
}
@inline(__always) private func zeroExtendR8(_ a: Raw, _ b: Raw, _ c: Int64) {
  zeroExtendR(a, b, c, UInt8.self)
}
@inline(__always) private func zeroExtendR16(_ a: Raw, _ b: Raw, _ c: Int64) {
  zeroExtendR(a, b, c, UInt16.self)
}
@inline(__always) private func zeroExtendM8Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  zeroExtendM(a, b, c, UInt8.self, Based.self)
}
@inline(__always) private func zeroExtendM16Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  zeroExtendM(a, b, c, UInt16.self, Based.self)
}
@inline(__always) private func zeroExtendM8Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  zeroExtendM(a, b, c, UInt8.self, Indexed.self)
}
@inline(__always) private func zeroExtendM16Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  zeroExtendM(a, b, c, UInt16.self, Indexed.self)
}
@inline(__always) private func signExtendR8By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendR(a, b, c, UInt8.self, UInt32.self)
}
@inline(__always) private func signExtendR8By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendR(a, b, c, UInt8.self, UInt64.self)
}
@inline(__always) private func signExtendR16By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendR(a, b, c, UInt16.self, UInt32.self)
}
@inline(__always) private func signExtendR16By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendR(a, b, c, UInt16.self, UInt64.self)
}
@inline(__always) private func signExtendR32By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendR(a, b, c, UInt32.self, UInt32.self)
}
@inline(__always) private func signExtendR32By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendR(a, b, c, UInt32.self, UInt64.self)
}
@inline(__always) private func signExtendM8By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendM(a, b, c, UInt8.self, UInt32.self)
}
@inline(__always) private func signExtendM8By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendM(a, b, c, UInt8.self, UInt64.self)
}
@inline(__always) private func signExtendM16By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendM(a, b, c, UInt16.self, UInt32.self)
}
@inline(__always) private func signExtendM16By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendM(a, b, c, UInt16.self, UInt64.self)
}
@inline(__always) private func signExtendM32By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendM(a, b, c, UInt32.self, UInt32.self)
}
@inline(__always) private func signExtendM32By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  signExtendM(a, b, c, UInt32.self, UInt64.self)
}
@inline(__always) private func loadAddress32Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  loadAddress(a, b, c, UInt32.self, Based.self)
}
@inline(__always) private func loadAddress64Based(_ a: Raw, _ b: Raw, _ c: Int64) {
  loadAddress(a, b, c, UInt64.self, Based.self)
}
@inline(__always) private func loadAddress32Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  loadAddress(a, b, c, UInt32.self, Indexed.self)
}
@inline(__always) private func loadAddress64Indexed(_ a: Raw, _ b: Raw, _ c: Int64) {
  loadAddress(a, b, c, UInt64.self, Indexed.self)
}
@inline(__always) private func exchange32(_ a: Raw, _ b: Raw, _ c: Int64) {
  exchange(a, b, c, UInt32.self)
}
@inline(__always) private func exchange64(_ a: Raw, _ b: Raw, _ c: Int64) {
  exchange(a, b, c, UInt64.self)
}
@inline(__always) private func spreadSign32(_ a: Raw, _ b: Raw, _ c: Int64) {
  spreadSign(a, b, c, UInt32.self)
}
@inline(__always) private func spreadSign64(_ a: Raw, _ b: Raw, _ c: Int64) {
  spreadSign(a, b, c, UInt64.self)
}
@inline(__always) private func setIf0(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 0) }
@inline(__always) private func setIf1(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 1) }
@inline(__always) private func setIf2(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 2) }
@inline(__always) private func setIf3(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 3) }
@inline(__always) private func setIf4(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 4) }
@inline(__always) private func setIf5(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 5) }
@inline(__always) private func setIf6(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 6) }
@inline(__always) private func setIf7(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 7) }
@inline(__always) private func setIf8(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 8) }
@inline(__always) private func setIf9(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 9) }
@inline(__always) private func setIf10(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 10) }
@inline(__always) private func setIf11(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 11) }
@inline(__always) private func setIf12(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 12) }
@inline(__always) private func setIf13(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 13) }
@inline(__always) private func setIf14(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 14) }
@inline(__always) private func setIf15(_ a: Raw, _ b: Raw, _ c: Int64) { setIf(a, b, c, 15) }
@inline(__always) private func moveIf0By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 0, UInt32.self)
}
@inline(__always) private func moveIf0By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 0, UInt64.self)
}
@inline(__always) private func moveIf1By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 1, UInt32.self)
}
@inline(__always) private func moveIf1By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 1, UInt64.self)
}
@inline(__always) private func moveIf2By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 2, UInt32.self)
}
@inline(__always) private func moveIf2By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 2, UInt64.self)
}
@inline(__always) private func moveIf3By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 3, UInt32.self)
}
@inline(__always) private func moveIf3By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 3, UInt64.self)
}
@inline(__always) private func moveIf4By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 4, UInt32.self)
}
@inline(__always) private func moveIf4By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 4, UInt64.self)
}
@inline(__always) private func moveIf5By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 5, UInt32.self)
}
@inline(__always) private func moveIf5By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 5, UInt64.self)
}
@inline(__always) private func moveIf6By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 6, UInt32.self)
}
@inline(__always) private func moveIf6By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 6, UInt64.self)
}
@inline(__always) private func moveIf7By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 7, UInt32.self)
}
@inline(__always) private func moveIf7By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 7, UInt64.self)
}
@inline(__always) private func moveIf8By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 8, UInt32.self)
}
@inline(__always) private func moveIf8By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 8, UInt64.self)
}
@inline(__always) private func moveIf9By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 9, UInt32.self)
}
@inline(__always) private func moveIf9By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 9, UInt64.self)
}
@inline(__always) private func moveIf10By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 10, UInt32.self)
}
@inline(__always) private func moveIf10By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 10, UInt64.self)
}
@inline(__always) private func moveIf11By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 11, UInt32.self)
}
@inline(__always) private func moveIf11By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 11, UInt64.self)
}
@inline(__always) private func moveIf12By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 12, UInt32.self)
}
@inline(__always) private func moveIf12By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 12, UInt64.self)
}
@inline(__always) private func moveIf13By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 13, UInt32.self)
}
@inline(__always) private func moveIf13By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 13, UInt64.self)
}
@inline(__always) private func moveIf14By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 14, UInt32.self)
}
@inline(__always) private func moveIf14By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 14, UInt64.self)
}
@inline(__always) private func moveIf15By32(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 15, UInt32.self)
}
@inline(__always) private func moveIf15By64(_ a: Raw, _ b: Raw, _ c: Int64) {
  moveIf(a, b, c, 15, UInt64.self)
}
@inline(__always) private func vectorRRForm(_ a: Raw, _ b: Raw, _ c: Int64) { vectorRR(a, b, c) }
@inline(__always) private func vectorRM0(_ a: Raw, _ b: Raw, _ c: Int64) { vectorRM(a, b, c, 0) }
@inline(__always) private func vectorMR0(_ a: Raw, _ b: Raw, _ c: Int64) { vectorMR(a, b, c, 0) }
@inline(__always) private func vectorRM15(_ a: Raw, _ b: Raw, _ c: Int64) { vectorRM(a, b, c, 15) }
@inline(__always) private func vectorMR15(_ a: Raw, _ b: Raw, _ c: Int64) { vectorMR(a, b, c, 15) }
