import Engine
import Language

extension UserExtension {
  static let handles = Command(
    "handle", summary: "Show handles of the process.",
    details: """
      Handle is one handle; without it, or with 0 or -1, all of them are shown, and counted by type. \
      Flags: 1 shows the type, 2 the access and the counts, 4 the name, 8 what is known of the object; \
      the default is 1. Type limits the display to handles of that type.
      """,
    examples: [".attach -pn cmd.exe; !uext.handle 0 f": "everything of the shell's handles"],
    related: ["!object", "!process", "!kdexts.handle"], repetition: .none,
    grammar: .optional(.expression("Handle")), .optional(.expression("Flags")),
    .optional(.word("Type"))
  ) { session, handle, flags, type in
    let wanted = handle.flatMap {
      $0 == 0 || UInt32(truncatingIfNeeded: $0) == .max ? nil : $0 & ~3
    }
    let detail = HandleFacts(rawValue: flags ?? 1)
    if let dump = session.debugger.target as? ProcessDumpTarget {
      return try show(dump.dump.contents.handles, wanted, detail, type, session)
    }
    guard let target = session.debugger.target as? ProcessTarget else {
      throw CommandError.message("The handles of this process are not known")
    }
    var counts: [String: Int] = [:]
    for entry in try openHandles(target) where wanted.map({ $0 == entry.handle }) ?? true {
      try session.checkCancelled()
      if let type, entry.object.typeName != type { continue }
      counts[entry.object.typeName, default: 0] += 1
      session.print("Handle \(entry.handle.hex())")
      for line in try lines(entry, detail, target.machine) { session.print("  \(line)") }
    }
    if let wanted {
      guard !counts.isEmpty else {
        throw CommandError.message("Handle \(wanted.hex()) is not open")
      }
      return
    }
    printCounts(counts, session)
  }

  /// The bits of `!handle`'s flags in a user session.
  struct HandleFacts: OptionSet {
    let rawValue: UInt64
    static let type = HandleFacts(rawValue: 1)
    static let basics = HandleFacts(rawValue: 2)
    static let name = HandleFacts(rawValue: 4)
    static let object = HandleFacts(rawValue: 8)
  }

  /// A handle that is open.
  struct OpenHandle {
    var handle: UInt64
    /// OBJ_PROTECT_CLOSE 1, OBJ_INHERIT 2, as the entry has them.
    var attributes: UInt64
    var access: UInt64
    var object: KernelObject
  }

  /// The handles of a process, in their order.
  private static func openHandles(_ target: ProcessTarget) throws -> [OpenHandle] {
    let kernel = target.machine
    let place = try kernel.structure("nt!_EPROCESS", at: target.process)["ObjectTable"].pointer
    guard place != 0 else { return [] }
    let bodyOffset = try kernel.type("nt!_OBJECT_HEADER").offset(of: "Body")
    var found: [OpenHandle] = []
    try HandleTable(kernel.structure("nt!_HANDLE_TABLE", at: place)).visit { number, entry in
      let value = try entry["Value"].uint
      let header = value & ~7
      guard header != 0 else { return }
      found.append(
        OpenHandle(
          handle: number, attributes: value & 6,
          access: try entry["GrantedAccess"].uint & 0x1FF_FFFF,
          object: try KernelObject(at: header &+ bodyOffset, kernel)))
    }
    return found
  }

  private static func lines(_ entry: OpenHandle, _ detail: HandleFacts, _ kernel: Debugger) throws
    -> [String]
  {
    let object = entry.object
    var lines: [String] = []
    func line(_ label: String, _ value: String) { lines.append("\(label.padded(14))\(value)") }
    if detail.contains(.type) { line("Type", object.typeName) }
    if detail.contains(.basics) {
      line("Attributes", entry.attributes == 0 ? "0" : "0x\(entry.attributes.hex())")
      line("GrantedAccess", entry.access == 0 ? "0:" : "0x\(entry.access.hex()):")
      lines.append("       \(HandleAccess.standard(entry.access))")
      if let own = HandleAccess.specific(entry.access, object.typeName) {
        lines.append("       \(own)")
      }
      line("HandleCount", "\(try object.header["HandleCount"].int)")
      line("PointerCount", "\(try object.header["PointerCount"].int)")
    }
    if detail.contains(.name) {
      let path = object.path(kernel)
      line("Name", path.isEmpty ? "<none>" : path)
    }
    if detail.contains(.object) {
      let known = try facts(object, kernel)
      lines.append(
        known.isEmpty ? "No object specific information available" : "Object Specific Information")
      lines += known.map { "  \($0)" }
    }
    return lines
  }

  /// What the object itself says.
  private static func facts(_ object: KernelObject, _ kernel: Debugger) throws -> [String] {
    switch object.typeName {
    case "Event":
      let header = try kernel.structure("nt!_DISPATCHER_HEADER", at: object.body)
      return [
        "Event Type \(try header["Type"].uint == 0 ? "Manual" : "Auto") Reset",
        "Event is \(try header["SignalState"].int == 0 ? "Waiting" : "Set")",
      ]
    case "Process":
      let process = try kernel.structure("nt!_EPROCESS", at: object.body)
      return [
        "Process Id  \(try process["UniqueProcessId"].uint)",
        "Parent Process  \(try process["InheritedFromUniqueProcessId"].uint)",
        "Base Priority \(try process["Pcb.BasePriority"].int)",
      ]
    case "Thread":
      let thread = try kernel.structure("nt!_ETHREAD", at: object.body)
      return [
        "Thread Id  \(try thread["Cid.UniqueProcess"].uint.hex())."
          + (try thread["Cid.UniqueThread"].uint.hex()),
        "Priority \(try thread["Tcb.Priority"].int)",
        "Base Priority \(try thread["Tcb.BasePriority"].int)",
      ]
    default: return []
    }
  }
}

/// The names of the bits of an access mask (winnt.h), as `!handle` prints them.
enum HandleAccess {
  /// Rights that every type has; `None` for none.
  static func standard(_ access: UInt64) -> String {
    names(access >> 16, ["Delete", "ReadControl", "WriteDac", "WriteOwner", "Synch"]) ?? "None"
  }

  /// Rights of a type's own; nil when there are none or their names are not known.
  static func specific(_ access: UInt64, _ type: String) -> String? {
    rights[type].flatMap { names(access & 0xFFFF, $0) }
  }

  private static let rights: [String: [String]] = [
    "Event": ["QueryState", "ModifyState"],
    "Semaphore": ["QueryState", "ModifyState"],
    "Mutant": ["QueryState"],
    "Directory": ["Query", "Traverse", "CreateObject", "CreateSubDirectory"],
    "SymbolicLink": ["Query"],
    "Section": ["Query", "MapWrite", "MapRead", "MapExecute", "Extend"],
    "File": [
      "Read/List", "Write/Add", "Append/SubDir/CreatePipe", "ReadEA", "WriteEA",
      "Execute/Traverse", "DeleteChild", "ReadAttr", "WriteAttr",
    ],
    "Process": [
      "Terminate", "CreateThread", "SetSession", "VMOp", "VMRead", "VMWrite", "DupHandle",
      "CreateProcess", "SetQuota", "SetInfo", "QueryInfo", "SetPort",
    ],
    "Thread": [
      "Terminate", "Suspend", "Alert", "GetContext", "SetContext", "SetInfo", "QueryInfo",
      "SetToken", "Impersonate", "DirectImpersonate",
    ],
  ]

  private static func names(_ bits: UInt64, _ names: [String]) -> String? {
    let set = names.indices.filter { bits >> UInt64($0) & 1 != 0 }.map { names[$0] }
    return set.isEmpty ? nil : set.joined(separator: ",")
  }
}
