/// A fault the guest sees: an exception about to go through its interrupt descriptor table.
///
/// Neither an error nor a stop; the guest's handler decides what becomes of it.
public struct Fault: Error, Equatable, Sendable {
  /// The vector, 0-31.
  public var vector: UInt8
  /// The error code; nil for vectors that push none.
  public var errorCode: UInt32?
  /// The linear address of a page fault, which goes to CR2.
  public var address: UInt64

  init(_ vector: UInt8, errorCode: UInt32? = nil, address: UInt64 = 0) {
    self.vector = vector
    self.errorCode = errorCode
    self.address = address
  }

  static var divide: Fault { Fault(0) }
  static var debug: Fault { Fault(1) }
  static var invalidOpcode: Fault { Fault(6) }
  static var deviceNotAvailable: Fault { Fault(7) }
  static var floatingPoint: Fault { Fault(16) }
  static var simd: Fault { Fault(19) }
  static func doubleFault() -> Fault { Fault(8, errorCode: 0) }
  static func invalidTSS(_ selector: UInt16) -> Fault { Fault(10, errorCode: UInt32(selector)) }
  static func notPresent(_ code: UInt32) -> Fault { Fault(11, errorCode: code) }
  static func stack(_ code: UInt32 = 0) -> Fault { Fault(12, errorCode: code) }
  static func protection(_ code: UInt32 = 0) -> Fault { Fault(13, errorCode: code) }
  static func page(_ address: UInt64, _ code: UInt32) -> Fault {
    Fault(14, errorCode: code, address: address)
  }
}
