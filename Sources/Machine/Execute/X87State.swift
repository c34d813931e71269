import X86

/// The x87 status word's bits (Intel SDM vol. 1 §8.1.3).
enum X87Status {
  static var stackFault: UInt16 { 0x40 }
  /// The summary of unmasked exceptions, and the busy bit that follows it.
  static var summary: UInt16 { 0x8080 }
  static var c0: UInt16 { 0x100 }
  static var c1: UInt16 { 0x200 }
  static var c2: UInt16 { 0x400 }
  static var c3: UInt16 { 0x4000 }
  static var conditions: UInt16 { 0x4700 }
}

/// The register stack.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  @inline(__always)
  var fpuTop: Int {
    get { Int((pointee.fpuStatus &>> 11) & 7) }
    nonmutating set {
      let field = UInt16(truncatingIfNeeded: newValue & 7) &<< 11
      pointee.fpuStatus = (pointee.fpuStatus & 0xc7ff) | field
    }
  }

  /// A register by its physical number.
  @inline(__always)
  func fpuRegister(_ number: Int) -> Extended {
    let at = raw + (StateOffset.fpu &+ (number & 7) &* 16)
    return Extended(
      head: at.load(fromByteOffset: 8, as: UInt16.self), significand: at.load(as: UInt64.self))
  }

  @inline(__always)
  func setFPURegister(_ number: Int, _ value: Extended) {
    let at = raw + (StateOffset.fpu &+ (number & 7) &* 16)
    at.storeBytes(of: value.significand, as: UInt64.self)
    at.storeBytes(of: value.head, toByteOffset: 8, as: UInt16.self)
  }

  /// Whether st(n) is empty.
  @inline(__always)
  func isEmpty(_ n: UInt8) -> Bool {
    pointee.fpuTag &>> UInt8(truncatingIfNeeded: (fpuTop &+ Int(n)) & 7) & 1 == 0
  }

  /// st(n), whether empty or not.
  @inline(__always)
  func st(_ n: UInt8) -> Extended { fpuRegister(fpuTop &+ Int(n)) }

  /// Sets st(n) and marks it in use.
  @inline(__always)
  func setST(_ n: UInt8, _ value: Extended) {
    let number = (fpuTop &+ Int(n)) & 7
    setFPURegister(number, value)
    pointee.fpuTag |= 1 &<< UInt8(truncatingIfNeeded: number)
  }

  @inline(__always)
  func emptyST(_ n: UInt8) {
    pointee.fpuTag &= ~(1 &<< UInt8(truncatingIfNeeded: (fpuTop &+ Int(n)) & 7))
  }

  @inline(__always)
  func popFPU() {
    emptyST(0)
    fpuTop = fpuTop &+ 1
  }

  /// Pushes a value; onto a register in use it is a stack overflow.
  func pushFPU(_ value: Extended) {
    if !isEmpty(7) {
      guard stackFault(overflow: true) else { return }
      fpuTop = fpuTop &- 1
      setST(0, .indefinite)
      return
    }
    pointee.fpuStatus &= ~X87Status.c1
    fpuTop = fpuTop &- 1
    setST(0, value)
  }
}

/// Exceptions.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  @inline(__always)
  var fpuEnvironment: FloatEnvironment { FloatEnvironment(control: pointee.fpuControl) }

  /// Delivers an exception that an earlier instruction left pending. With CR0.NE clear it is passed
  /// over, as on a processor whose IGNNE# is asserted: there is no interrupt 13 that FERR# would
  /// lead to (Intel SDM vol. 1, "MS-DOS* Compatibility Sub-mode").
  @inline(__always)
  func requireNoPendingException() throws(Fault) {
    if pointee.fpuStatus & 0x80 != 0, pointee.cr0 & 0x20 != 0 { throw .floatingPoint }
  }

  /// Makes the summary bits follow the exceptions and their masks.
  @inline(__always)
  func summariseExceptions() {
    if pointee.fpuStatus & ~pointee.fpuControl & 63 != 0 {
      pointee.fpuStatus |= X87Status.summary
    } else {
      pointee.fpuStatus &= ~X87Status.summary
    }
  }

  /// Notes a stack overflow or underflow: C1 tells which.
  ///
  /// - Returns: whether it is masked, so that the indefinite value is the result.
  func stackFault(overflow: Bool) -> Bool {
    pointee.fpuStatus |= 1 | X87Status.stackFault
    setC1(overflow)
    summariseExceptions()
    return pointee.fpuControl & 1 != 0
  }

  @inline(__always)
  func setC1(_ on: Bool) {
    if on {
      pointee.fpuStatus |= X87Status.c1
    } else {
      pointee.fpuStatus &= ~X87Status.c1
    }
  }

  /// Puts an operation's exceptions into the status word.
  ///
  /// - Returns: whether the result may be written: no unmasked exception was found before the
  ///   operation.
  @inline(__always)
  func report(_ environment: FloatEnvironment) -> Bool {
    let before = environment.raised.rawValue & FloatExceptions.beforeOperation.rawValue
    let stops = before & ~environment.masked.rawValue != 0
    pointee.fpuStatus |= UInt16(stops ? before : environment.raised.rawValue)
    setC1(!stops && environment.roundedUp)
    if environment.raised.rawValue != 0 { summariseExceptions() }
    return !stops
  }
}
