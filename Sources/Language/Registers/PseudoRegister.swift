import Engine
import Foundation

/// A name that starts with a dollar sign and reads like a register.
///
/// One row says the name, what it reads and, where it can be set, how. `$t0` to `$t19` and `$bpN` are
/// families and are recognised by their numbers instead.
public struct PseudoRegister: Sendable {
  /// The name with its dollar sign.
  public let name: String
  /// The present value, nil when there is none.
  let read: @Sendable (Session) throws -> UInt64?
  /// Sets the value; nil when it cannot be set.
  let write: (@Sendable (Session, UInt64) throws -> Void)?

  init(
    _ name: String, read: @escaping @Sendable (Session) throws -> UInt64?,
    write: (@Sendable (Session, UInt64) throws -> Void)? = nil
  ) {
    self.name = name
    self.read = read
    self.write = write
  }

  /// Every pseudo-register except the families.
  public static let all = target + exception + places + session

  private static let target: [PseudoRegister] = [
    PseudoRegister("$ptrsize", read: { UInt64($0.pointerSize) }),
    PseudoRegister("$pagesize", read: { _ in 0x1000 }),
    PseudoRegister("$proc", read: currentProcess),
    PseudoRegister("$thread", read: currentThread),
    PseudoRegister("$peb", read: { $0.debugger.currentPEB }),
    PseudoRegister("$teb", read: currentTEB),
    PseudoRegister("$pcr", read: processorRegion),
    PseudoRegister("$pcrb", read: { processorRegion($0).map { $0 &+ 0x180 } }),
    PseudoRegister("$tpid", read: { clientID($0, "UniqueProcess") }),
    PseudoRegister("$tid", read: { clientID($0, "UniqueThread") }),
    PseudoRegister("$dbgtime", read: { _ in debuggerTime() }),
  ]

  /// The exception that the target reported last, and the bug check it died of.
  private static let exception: [PseudoRegister] =
    [
      PseudoRegister("$exr_code", read: { exception($0).map { UInt64($0.code) } }),
      PseudoRegister("$exr_chance", read: exceptionChance),
      PseudoRegister("$exr_numparams", read: { exception($0).map { UInt64($0.parameters.count) } }),
      PseudoRegister("$bug_code", read: { bugCheck($0, 0) }),
      PseudoRegister("$clrex", read: { _ in nil }),
      PseudoRegister("$lastclrex", read: { _ in nil }),
    ]
    + (0..<15).map { number in
      PseudoRegister(
        "$exr_param\(number)",
        read: { session in
          guard let parameters = exception(session)?.parameters else { return nil }
          return number < parameters.count ? parameters[number] : 0
        })
    }
    + (1...4).map { number in
      PseudoRegister("$bug_param\(number)", read: { bugCheck($0, number) })
    }

  private static let places: [PseudoRegister] = [
    PseudoRegister(
      "$ip", read: { try $0.debugger.position().ip }, write: { try $0.setRegister("rip", $1) }),
    PseudoRegister(
      "$csp", read: { try $0.debugger.position().sp }, write: { try $0.setRegister("rsp", $1) }),
    PseudoRegister(
      "$retreg", read: { try $0.debugger.register(.rax) }, write: { try $0.setRegister("rax", $1) }),
    PseudoRegister("$retreg64", read: wideReturn),
    PseudoRegister(
      "$argreg", read: { try $0.debugger.register(.rcx) }, write: { try $0.setRegister("rcx", $1) }),
    PseudoRegister("$ra", read: { try $0.scopedFrame?.returnAddress }),
    PseudoRegister("$scopeip", read: { try $0.scopedFrame?.ip }),
    PseudoRegister("$exentry", read: executableEntry),
    PseudoRegister("$frame", read: { UInt64($0.debugger.scope.frame) }),
    PseudoRegister("$eventip", read: { $0.variables.eventIP }),
    PseudoRegister("$previp", read: { $0.variables.previousIP }),
    PseudoRegister("$relip", read: { $0.variables.relatedIP }),
    PseudoRegister("$ea", read: { $0.variables.effectiveAddresses.first }),
    PseudoRegister("$ea2", read: { $0.variables.effectiveAddresses.dropFirst().first }),
  ]

  private static let session: [PseudoRegister] = [
    PseudoRegister("$exp", read: { $0.variables.lastExpression }),
    PseudoRegister("$p", read: { $0.variables.lastDisplayed }),
    PseudoRegister(
      "$callret", read: { $0.variables.callResult }, write: { $0.variables.callResult = $1 }),
    PseudoRegister(
      "$extret", read: { $0.variables.extensionResult },
      write: { $0.variables.extensionResult = $1 }),
    PseudoRegister(
      "$extin", read: { $0.variables.extensionInput }, write: { $0.variables.extensionInput = $1 }),
    PseudoRegister("$dpid", read: { _ in 0 }),
    PseudoRegister("$dtid", read: { UInt64($0.debugger.scope.processor) }),
    PseudoRegister("$dsid", read: { _ in 0 }),
  ]

  /// The KPCR of the processor in scope.
  private static func processorRegion(_ session: Session) -> UInt64? {
    session.debugger.processorControlRegion(processor: session.debugger.scope.processor)
  }

  /// The thread in scope of a user session.
  private static func userThread(_ session: Session) -> UserThread? {
    session.debugger.userTarget?.thread(session.debugger.scope.processor)
  }

  /// The `_EPROCESS` in a kernel session, the process' environment block in a user session.
  private static func currentProcess(_ session: Session) -> UInt64? {
    session.debugger.userTarget.map { $0.peb ?? 0 } ?? session.debugger.process
  }

  /// The `_ETHREAD` in a kernel session, the thread's environment block in a user session.
  private static func currentThread(_ session: Session) throws -> UInt64? {
    guard session.debugger.target.kind == .user else { return session.debugger.thread }
    return try currentTEB(session)
  }

  /// rax, or edx:eax where registers have 32 bits.
  private static func wideReturn(_ session: Session) throws -> UInt64? {
    let context = try session.context
    guard session.pointerSize == 4 else { return context[.rax] }
    return context[.rdx] << 32 | context[.rax] & 0xFFFF_FFFF
  }

  /// A number of `nt!KiBugCheckData`, the code at 0; nil unless a bug check has happened.
  private static func bugCheck(_ session: Session, _ number: Int) -> UInt64? {
    if let check = (session.debugger.target as? DumpTarget)?.bugCheck {
      let values = [UInt64(check.code)] + check.parameters
      return number < values.count ? values[number] : nil
    }
    guard let data = session.debugger.resolve("nt!KiBugCheckData").first?.address,
      let code = session.readNumber(at: data, size: 8, physical: false), code != 0
    else { return nil }
    return session.readNumber(at: data &+ UInt64(number * 8), size: 8, physical: false)
  }

  private static func currentTEB(_ session: Session) throws -> UInt64? {
    if let thread = userThread(session) { return thread.teb }
    guard let thread = session.debugger.thread else { return nil }
    return try session.debugger.field("nt!_KTHREAD", "Teb", at: thread)
  }

  private static func clientID(_ session: Session, _ part: String) -> UInt64? {
    if let user = session.debugger.userTarget {
      return part == "UniqueProcess" ? user.processID : userThread(session)?.id
    }
    guard let thread = session.debugger.thread else { return nil }
    return try? session.debugger.field("nt!_ETHREAD", "Cid.\(part)", at: thread)
  }

  private static func exception(_ session: Session) -> ExceptionRecord? {
    session.lastException?.record
  }

  private static func exceptionChance(_ session: Session) -> UInt64? {
    session.lastException.map { $0.isFirstChance ? 1 : 2 }
  }

  /// The host's time as a FILETIME: 100 ns units since 1601.
  private static func debuggerTime() -> UInt64 {
    let sinceUnixEpoch = Date().timeIntervalSince1970
    return UInt64(max(0, sinceUnixEpoch) * 10_000_000) &+ 116_444_736_000_000_000
  }

  private static func executableEntry(_ session: Session) -> UInt64? {
    session.debugger.modules.first.flatMap { session.entryPoint(ofImageAt: $0.base) }
  }
}
