import Engine
import Language

extension CommandSet {
  /// Exception records, saved registers, bug checks.
  public static let exceptionRecords = CommandSet(
    "Exceptions",
    [
      Command(
        ".exr", summary: "Show an exception record.",
        details: "-1 stands for the exception that stopped the target.",
        examples: [".exr -1": "after Ctrl+C: the break instruction"],
        related: [".cxr", ".exptr", ".lastevent", "!analyze"], repetition: .none,
        grammar: .expression("Address")
      ) { session, address in
        guard address == .max else {
          return try ExceptionRecords.show(at: address, session)
        }
        guard let record = session.lastException?.record else {
          throw CommandError.message("Target has no current exception")
        }
        ExceptionRecords.show(record, session)
      },
      Command(
        ".exptr", summary: "Show an exception record and a context record by their pointers.",
        details: "The EXCEPTION_POINTERS structure holds two pointers: of the exception record and "
          + "of the context record.",
        related: [".exr", ".cxr"], repetition: .none, grammar: .address("Address")
      ) { session, address in try ExceptionRecords.showPointers(at: address, session) },
      Command(
        ".bugcheck", summary: "Show the bug check code and its arguments.",
        examples: [".bugcheck": "all zero as long as the system has not crashed"],
        related: ["!analyze", ".crash"], repetition: .none
      ) { session in
        guard let data = try? session.debugger.bugCheckData() else {
          throw CommandError.message("Unable to read bug check data")
        }
        session.print("Bugcheck code \(UInt32(truncatingIfNeeded: data[0]).upperHex(8))")
        let arguments = data[1...].map(session.addressText).joined(separator: " ")
        session.print("Arguments \(arguments)")
      },
      .cxr,
      Command(
        ".ecxr", ".excr", summary: "Choose the registers of the current exception (dumps).",
        details:
          "Only a dump of a process carries them; a live target has the registers themselves.",
        related: [".cxr", ".exr", ".opendump"], repetition: .none
      ) { session in
        guard let dump = session.debugger.target as? ProcessDumpTarget else {
          throw CommandError.message("Unable to get exception context, HRESULT 0x80004001")
        }
        guard let (context, thread) = dump.exceptionContext else {
          session.print("Minidump doesn't have an exception context")
          throw CommandError.message("Unable to get exception context, HRESULT 0x80004002")
        }
        try session.debugger.setProcessor(thread)
        try ContextRecords.show(context, session)
      },
      .trap,
    ])
}

extension Command {
  fileprivate static let cxr = Command(
    ".cxr", summary: "Show a context record and choose its registers.",
    details: "Without an address the processor's own registers are chosen again. /w writes the "
      + "registers to the address, /f tells the record's size.",
    examples: [".cxr": "look at the processor's own registers again"],
    related: [".exr", ".trap", ".thread", "k"], repetition: .none,
    grammar: .switches("f:", "w"), .optional(.address("Address"))
  ) { session, switches, address in
    if let text = switches["f"] {
      guard try session.evaluate(text) == UInt64(ContextRecord.size) else {
        throw CommandError.message("Unable to convert context to canonical form")
      }
    }
    guard let address, address != 0 else { return ContextRecords.reset(session) }
    if switches.contains("w") {
      try session.debugger.writeContextRecord(at: address)
      return session.print("Context written at \(session.addressText(address))")
    }
    try ContextRecords.show(at: address, session)
  }

  fileprivate static let trap = Command(
    ".trap", summary: "Show a trap frame and choose its registers.",
    details: "Without an address the processor's own registers are chosen again.",
    examples: [".trap": "look at the processor's own registers again"],
    related: [".cxr", ".exr", "k"], repetition: .none, grammar: .optional(.address("Address"))
  ) { session, address in
    guard let address, address != 0 else { return ContextRecords.reset(session) }
    try ContextRecords.showTrap(at: address, session)
  }
}

/// Exception records in words.
enum ExceptionRecords {
  /// The record at an address.
  static func show(at address: UInt64, _ session: Session) throws {
    guard let record = session.debugger.exceptionRecord(at: address) else {
      throw CommandError.message("Cannot read Exception record @ \(session.plainAddress(address))")
    }
    show(record, session)
  }

  /// `.exr`'s lines of a record.
  static func show(_ record: ExceptionRecord, _ session: Session) {
    let place = symbol(record.address, session).map { " (\($0))" } ?? ""
    let name = ExceptionName.known(record.code).map { " (\($0))" } ?? ""
    session.print("ExceptionAddress: \(session.plainAddress(record.address))\(place)")
    session.print("   ExceptionCode: \(record.code.hex(8))\(name)")
    session.print("  ExceptionFlags: \(record.flags.hex(8))")
    session.print("NumberParameters: \(record.parameters.count)")
    for (index, value) in record.parameters.enumerated() {
      session.print("   Parameter[\(index)]: \(session.plainAddress(value))")
    }
    if let sentence = meaning(record, session) { session.print(sentence) }
  }

  /// `module!symbol+0x000000000000000d`: the offset has all its digits.
  private static func symbol(_ address: UInt64, _ session: Session) -> String? {
    guard let symbol = session.debugger.symbolize(address) else { return nil }
    guard symbol.displacement > 0 else { return symbol.qualifiedName }
    return "\(symbol.qualifiedName)+0x\(symbol.displacement.hex(16))"
  }

  /// What the parameters of a memory fault say.
  static func meaning(_ record: ExceptionRecord, _ session: Session) -> String? {
    guard record.parameters.count >= 2 else { return nil }
    let address = session.plainAddress(record.parameters[1])
    if record.code == 0xC000_0006, record.parameters.count >= 3 {
      let status = UInt32(truncatingIfNeeded: record.parameters[2]).hex(8)
      return "Inpage operation failed at \(address), due to I/O error \(status)"
    }
    guard record.code == 0xC000_0005 || record.code == 0x8000_0001 else { return nil }
    switch record.parameters[0] {
    case 0: return "Attempt to read from address \(address)"
    case 1: return "Attempt to write to address \(address)"
    case 8: return "Attempt to execute non-executable address \(address)"
    default: return nil
    }
  }

  /// The two records that an `EXCEPTION_POINTERS` points to.
  static func showPointers(at address: UInt64, _ session: Session) throws {
    let size = UInt64(session.pointerSize)
    guard let record = try? session.debugger.readPointer(address),
      let context = try? session.debugger.readPointer(address &+ size)
    else {
      throw CommandError.message(
        "Unable to read exception pointers at \(session.addressText(address))")
    }
    session.print("----- Exception record at \(session.addressText(record)):")
    try show(at: record, session)
    session.print("----- Context record at \(session.addressText(context)):")
    try ContextRecords.show(at: context, session)
  }
}

/// Registers that memory holds.
enum ContextRecords {
  /// Looks at the processor's own registers again.
  static func reset(_ session: Session) {
    session.debugger.setContextOverride(nil)
    session.print("Resetting default scope")
  }

  /// Chooses the registers of the record at an address and shows them.
  static func show(at address: UInt64, _ session: Session) throws {
    guard let context = session.debugger.contextRecord(at: address) else {
      throw CommandError.message("Unable to read context, Win32 error 0n30")
    }
    try show(context, session)
  }

  /// Chooses these registers and shows them.
  static func show(_ context: Context, _ session: Session) throws {
    session.debugger.setContextOverride(context, thread: session.debugger.scope.thread)
    try Registers.show(session.registerMask, session)
    try session.printLocation()
  }

  /// Chooses the registers of the trap frame at an address and shows them.
  static func showTrap(at address: UInt64, _ session: Session) throws {
    let context: Context
    do {
      context = try session.debugger.trapFrame(at: address)
    } catch is MemoryError {
      throw CommandError.message("Unable to read trap frame at \(session.addressText(address))")
    }
    session.debugger.setContextOverride(context, thread: session.debugger.scope.thread)
    session.print("NOTE: The trap frame does not contain all registers.")
    session.print("Some register values may be zeroed or incorrect.")
    try Registers.show([.integer, .integer64], session)
    try session.printLocation()
  }
}
