import Engine
import Language

/// `ntsdexts`: commands for user sessions.
public enum SymbolicExtension: ExtensionModule {
  public static let name = "ntsdexts"
  public static let commands: [Command] = [
    Command(
      "critsec", summary: "Show a critical section.",
      details: "In the form of !locks.",
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; "
          + "!ntsdexts.critsec ntdll!LdrpLoaderLock": "Show the loader's lock of the last process."
      ], related: ["!cs", "!locks"], grammar: .address("Section")
    ) { session, address in try CriticalSection(session, at: address).show() },
    Command(
      "locks", summary: "List the critical sections of the process that are locked.",
      details: """
        From ntdll's list of all that were initialized. -v shows those that are free too; -o shows \
        what is orphaned instead: entries of the list whose section is not one any more.
        """,
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; !ntsdexts.locks -v":
          "every section of the last process"
      ], related: ["!cs", "!critsec"], grammar: .switches("v", "o")
    ) { session, switches in
      let entries = try CriticalSection.listed(session)
      for entry in entries {
        try session.checkCancelled()
        let isOrphan = try entry.isOrphaned
        if switches.contains("o") {
          if isOrphan { entry.showOrphan() }
          continue
        }
        guard !isOrphan, try switches.contains("v") || entry.section.isLocked else { continue }
        try entry.section.show()
        session.print()
      }
      session.print("Scanned \(entries.count) critical sections")
    },
  ]
}

/// A critical section as these commands show it.
private struct CriticalSection {
  private let session: Session
  private let record: Struct

  /// An entry of ntdll's list.
  struct Entry {
    let session: Session
    /// The `_RTL_CRITICAL_SECTION_DEBUG`.
    let record: Struct
    let section: CriticalSection

    /// Whether the section does not know of the entry.
    var isOrphaned: Bool {
      get throws {
        guard (try? section.record["DebugInfo"].pointer) == record.address else { return true }
        return false
      }
    }

    func showOrphan() {
      session.print(
        "Orphaned debug info at \(session.plainAddress(record.address)), "
          + "section at \(session.plainAddress(section.record.address))")
    }
  }

  init(_ session: Session, at address: UInt64) throws {
    self.session = session
    record = try session.debugger.structure("nt!_RTL_CRITICAL_SECTION", at: address)
    guard session.debugger.read(address, Int(clamping: record.type.size)).isComplete else {
      throw CommandError.message(
        "Unable to read critical section at \(session.plainAddress(address))")
    }
  }

  private init(_ session: Session, _ record: Struct) {
    self.session = session
    self.record = record
  }

  /// Those that were initialized, in the order of the list.
  static func listed(_ session: Session) throws -> [Entry] {
    let debugger = session.debugger
    let head = try debugger.structure(
      "nt!_LIST_ENTRY", at: debugger.address(of: "ntdll!RtlCriticalSectionList"))
    return try head.list("nt!_RTL_CRITICAL_SECTION_DEBUG", "ProcessLocksList").map { record in
      let section = try debugger.structure(
        "nt!_RTL_CRITICAL_SECTION", at: try record["CriticalSection"].pointer)
      return Entry(session: session, record: record, section: CriticalSection(session, section))
    }
  }

  /// The count is -1 when nobody is inside.
  var isLocked: Bool { get throws { try record["LockCount"].int != -1 } }

  func show() throws {
    let debugger = session.debugger
    let name = debugger.symbolize(record.address).map {
      "\($0.qualifiedName)+\($0.displacement.hex())"
    }
    session.print("CritSec \(name ?? "+0") at \(session.plainAddress(record.address))")
    func line(_ label: String, _ value: String) { session.print("\(label.padded(19))\(value)") }
    let recursion = try record["RecursionCount"].int
    // Each entry, a waiter's too, adds one to the count.
    let waiting = max(0, try record["LockCount"].int - recursion + 1)
    let isLocked = try isLocked
    line("LockCount", isLocked ? UInt64(waiting).hex() : "NOT LOCKED")
    line("RecursionCount", UInt64(clamping: recursion).hex())
    line("OwningThread", try record["OwningThread"].pointer.hex())
    let debug = try record["DebugInfo"].pointer
    if debug != 0, let counts = try? debugger.structure("nt!_RTL_CRITICAL_SECTION_DEBUG", at: debug)
    {
      line("EntryCount", try counts["EntryCount"].uint.hex())
      line("ContentionCount", try counts["ContentionCount"].uint.hex())
    }
    if isLocked { session.print("*** Locked") }
  }
}
