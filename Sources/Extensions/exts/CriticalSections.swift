import Engine
import Language

extension SharedExtension {
  static let criticalSections = [
    Command(
      "cs", summary: "Show a critical section.",
      details: """
        Who owns it, how often it was entered and who waits. Type is searched for the layout, \
        _RTL_CRITICAL_SECTION in the kernel's or ntdll's symbols; without one every section that was initialized. \
        -l says nothing about a section that is free, -o shows the owner's stack.
        """,
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; !cs ntdll!LdrpLoaderLock":
          "Show the loader's lock of the last process."
      ], related: ["!locks", "!peb"],
      grammar: .switches("l", "o", "s"), .optional(.address("Section"))
    ) { session, switches, address in
      for place in try address.map({ [$0] }) ?? sections(session) {
        try session.checkCancelled()
        try showSection(
          session, place, lockedOnly: switches.contains("l"), owner: switches.contains("o"))
      }
    }
  ]

  /// Every section of ntdll's list.
  private static func sections(_ session: Session) throws -> [UInt64] {
    let head = try session.debugger.structure(
      "nt!_LIST_ENTRY", at: session.debugger.address(of: "ntdll!RtlCriticalSectionList"))
    return try head.list("nt!_RTL_CRITICAL_SECTION_DEBUG", "ProcessLocksList").map {
      try $0["CriticalSection"].pointer
    }
  }

  static func showSection(
    _ session: Session, _ address: UInt64, lockedOnly: Bool, owner: Bool
  ) throws {
    let debugger = session.debugger
    let section = try debugger.structure("nt!_RTL_CRITICAL_SECTION", at: address)
    guard debugger.read(address, Int(clamping: section.type.size)).isComplete else {
      throw CommandError.message(
        "Cannot read structure field value at 0x\(session.plainAddress(address)), error 0")
    }
    let count = try section["LockCount"].int
    if lockedOnly, count == -1 { return }
    let name = debugger.symbolize(address).map {
      " (\($0.qualifiedName)+0x\($0.displacement.hex()))"
    }
    session.print(String(repeating: "-", count: 41))
    session.print("Critical section   = 0x\(session.plainAddress(address))\(name ?? "")")
    session.print(
      "DebugInfo          = 0x\(session.plainAddress(try section["DebugInfo"].pointer))")
    guard count != -1 else { return session.print("NOT LOCKED") }
    let thread = try section["OwningThread"].pointer
    session.print("LOCKED")
    // The count is -1 when free; each entry, a waiter's too, adds one.
    let recursion = try section["RecursionCount"].int
    session.print(
      "LockCount          = 0x\(UInt64(bitPattern: max(0, count - recursion + 1)).hex())")
    session.print("OwningThread       = 0x\(session.plainAddress(thread))")
    session.print("RecursionCount     = 0x\(UInt64(bitPattern: recursion).hex())")
    session.print("LockSemaphore      = 0x\(try section["LockSemaphore"].pointer.hex())")
    session.print("SpinCount          = 0x\(session.plainAddress(try section["SpinCount"].uint))")
    if owner, let found = try owningThread(thread, debugger) {
      session.print("OwningThread Stack =")
      try session.run(commands: "!thread \(found.hex()) 4")
    }
  }

  /// The `_ETHREAD` with a thread id, looked for in every process.
  private static func owningThread(_ id: UInt64, _ debugger: Debugger) throws -> UInt64? {
    let head = try debugger.structure(
      "nt!_LIST_ENTRY", at: debugger.address(of: "nt!PsActiveProcessHead"))
    for process in try head.list("nt!_EPROCESS", "ActiveProcessLinks") {
      for thread in try process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry")
      where try thread["Cid.UniqueThread"].pointer == id { return thread.address }
    }
    return nil
  }
}
