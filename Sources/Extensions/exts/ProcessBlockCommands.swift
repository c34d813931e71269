import Engine
import Language

extension SharedExtension {
  static let processBlocks = [
    Command(
      "peb", summary: "Show a process environment block.",
      details: """
        Flags, the loader's lists and modules, the parameters the process was started with, and its \
        environment. Without an address the block of the process in scope.
        """,
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; !peb": "Show the block of the last process."
      ], related: ["!teb", "!dlls", "!process"], grammar: .optional(.address("PEB"))
    ) { session, address in try showProcessBlock(session, address) },
    Command(
      "teb", summary: "Show a thread environment block.",
      details: "Without an address the block of the thread in scope.",
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; !teb 7fffffdd000":
          "Show a block by its address."
      ], related: ["!peb", "!gle", "!thread"], grammar: .optional(.address("TEB"))
    ) { session, address in try showThreadBlock(session, address) },
    Command(
      "dlls", summary: "Show the modules that a process' loader has.",
      details: """
        Base, size, entry point, load count and flags, in load order; -i shows them in the order of \
        initialization, -m in that of memory; -s leaves all but the paths out; -c ADDRESS shows the \
        module that holds an address.
        """,
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; !dlls -i":
          "Show the modules of the last process as they were initialized."
      ], related: ["!peb", "lm"], grammar: .switches("i", "l", "m", "s", "a", "c:")
    ) { session, switches in try showModules(session, switches) },
    Command(
      "envvar", summary: "Show a variable of a process' environment.",
      details: "The process is the one in scope.",
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; !envvar PATH":
          "Show where programs are looked for."
      ], related: ["!peb"], grammar: .word("Name")
    ) { session, name in
      let block = try processBlock(session, nil)
      let variables = try environment(of: block)
      let wanted = name.lowercased() + "="
      guard let found = variables.first(where: { $0.lowercased().hasPrefix(wanted) }) else {
        throw CommandError.message("\t\(name) is not set")
      }
      session.print("\t\(name) = \(found.dropFirst(wanted.count))")
    },
    Command(
      "tls", summary: "Show a thread's local storage.",
      details: """
        Slot is a slot's number in hexadecimal, -1 for every one that holds something. Without TEB \
        the thread in scope.
        """,
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; !tls -1 7fffffdd000": "Show every slot in use."
      ], related: ["!teb"], grammar: .expression("Slot"), .optional(.address("TEB"))
    ) { session, slot, address in try showStorage(session, slot, address) },
  ]

  // MARK: The blocks

  /// The `_PEB` at an address, or that of the process in scope.
  static func processBlock(_ session: Session, _ address: UInt64?) throws -> Struct {
    let debugger = session.debugger
    guard let place = address ?? debugger.currentPEB, place != 0 else {
      throw CommandError.message("PEB NULL...")
    }
    let block = try debugger.structure("nt!_PEB", at: place)
    guard debugger.read(place, 8).isComplete else {
      throw CommandError.message(
        "error 3 InitTypeRead( nt!_PEB at \(session.plainAddress(place)))...")
    }
    return block
  }

  /// The `_TEB` at an address, or that of the thread in scope.
  static func threadBlock(_ session: Session, _ address: UInt64?) throws -> Struct {
    let debugger = session.debugger
    guard let place = try address ?? currentThreadBlock(debugger), place != 0 else {
      throw CommandError.message("TEB NULL...")
    }
    guard debugger.read(place, 8).isComplete else {
      throw CommandError.message("error InitTypeRead( TEB )...")
    }
    return try debugger.structure("nt!_TEB", at: place)
  }

  /// Where the `_TEB` of the thread in scope is; nil for a thread without one.
  private static func currentThreadBlock(_ debugger: Debugger) throws -> UInt64? {
    if let process = debugger.userTarget { return process.thread(debugger.scope.processor)?.teb }
    guard let thread = debugger.thread else { return nil }
    return try debugger.structure("nt!_KTHREAD", at: thread)["Teb"].pointer
  }

  private static func showProcessBlock(_ session: Session, _ address: UInt64?) throws {
    let block = try processBlock(session, address)
    session.print("PEB at \(session.plainAddress(block.address))")
    func line(_ label: String, _ value: String) {
      session.print("    \((label + ":").padded(26))\(value)")
    }
    func flag(_ field: String) throws { line(field, try block[field].bool ? "Yes" : "No") }
    try flag("InheritedAddressSpace")
    try flag("ReadImageFileExecOptions")
    try flag("BeingDebugged")
    line("ImageBaseAddress", session.plainAddress(try block["ImageBaseAddress"].pointer))
    let global = try block["NtGlobalFlag"].uint
    line("NtGlobalFlag", global.hex())
    let loader = try block["Ldr"].pointer
    session.print("    Ldr                       \(session.plainAddress(loader))")
    if loader != 0 {
      let data = try session.debugger.structure("nt!_PEB_LDR_DATA", at: loader)
      line("Ldr.Initialized", try data["Initialized"].bool ? "Yes" : "No")
      for list in [
        "InInitializationOrderModuleList", "InLoadOrderModuleList", "InMemoryOrderModuleList",
      ] {
        let head = try data[list]
        session.print(
          "    \("Ldr.\(list):".padded(37))\(session.plainAddress(try head["Flink"].pointer)) . "
            + session.plainAddress(try head["Blink"].pointer))
      }
      session.print("                    Base TimeStamp                     Module")
      for module in try loaderModules(data, "InLoadOrder") {
        let base = try module["DllBase"].pointer
        let stamp = try module["TimeDateStamp"].uint
        session.print(
          "\(base.hex().leftPadded(24)) \(stamp.hex(8)) "
            + "\(DebuggerTime.text(unix: Int64(stamp)).dropFirst(4)) "
            + (try module["FullDllName"].unicodeString))
      }
    }
    line("SubSystemData", session.plainAddress(try block["SubSystemData"].pointer))
    line("ProcessHeap", session.plainAddress(try block["ProcessHeap"].pointer))
    try showParameters(session, block)
  }

  private static func showParameters(_ session: Session, _ block: Struct) throws {
    let address = try block["ProcessParameters"].pointer
    session.print("    ProcessParameters: \(session.plainAddress(address))")
    guard address != 0 else { return }
    let parameters = try block.debugger.structure("nt!_RTL_USER_PROCESS_PARAMETERS", at: address)
    for (label, path) in [
      ("CurrentDirectory:  ", "CurrentDirectory.DosPath"), ("WindowTitle:  ", "WindowTitle"),
      ("ImageFile:    ", "ImagePathName"), ("CommandLine:  ", "CommandLine"),
      ("DllPath:      ", "DllPath"),
    ] {
      session.print("    \(label)'\(try parameters[path].unicodeString)'")
    }
    let environment = try parameters["Environment"].pointer
    session.print("    Environment:  \(session.plainAddress(environment))")
    for variable in try self.environment(of: block) { session.print("        \(variable)") }
  }

  /// The variables of a process' environment, `NAME=value` each.
  static func environment(of block: Struct) throws -> [String] {
    let debugger = block.debugger
    let address = try block["ProcessParameters"].pointer
    guard address != 0 else { return [] }
    let parameters = try debugger.structure("nt!_RTL_USER_PROCESS_PARAMETERS", at: address)
    var place = try parameters["Environment"].pointer
    var list: [String] = []
    // UTF-16 strings, each with its end, and an empty one behind the last.
    while place != 0, list.count < 4096 {
      try debugger.checkCancelled()
      var units: [UInt16] = []
      while units.count < 0x8000 {
        let unit = try debugger.readUInt(place &+ UInt64(units.count * 2), 2)
        if unit == 0 { break }
        units.append(UInt16(truncatingIfNeeded: unit))
      }
      if units.isEmpty { break }
      list.append(String(decoding: units, as: UTF16.self))
      place &+= UInt64(units.count * 2 + 2)
    }
    return list
  }

  /// The loader's entries along one of its three lists: `InLoadOrder`, `InMemoryOrder`,
  /// `InInitializationOrder`.
  static func loaderModules(_ data: Struct, _ order: String) throws -> [Struct] {
    try data["\(order)ModuleList"].list("nt!_LDR_DATA_TABLE_ENTRY", "\(order)Links", limit: 4096)
  }

  private static func showThreadBlock(_ session: Session, _ address: UInt64?) throws {
    let block = try threadBlock(session, address)
    session.print("TEB at \(session.plainAddress(block.address))")
    func line(_ label: String, _ value: String) {
      session.print("    \((label + ":").padded(22))\(value)")
    }
    func pointer(_ label: String, _ path: String) throws {
      line(label, session.plainAddress(try block[path].pointer))
    }
    try pointer("ExceptionList", "NtTib.ExceptionList")
    for field in [
      "StackBase", "StackLimit", "SubSystemTib", "FiberData", "ArbitraryUserPointer", "Self",
    ]
    where block.has("NtTib.\(field)") { try pointer(field, "NtTib.\(field)") }
    try pointer("EnvironmentPointer", "EnvironmentPointer")
    line(
      "ClientId",
      session.plainAddress(try block["ClientId.UniqueProcess"].pointer) + " . "
        + session.plainAddress(try block["ClientId.UniqueThread"].pointer))
    try pointer("RpcHandle", "ActiveRpcHandle")
    try pointer("Tls Storage", "ThreadLocalStoragePointer")
    try pointer("PEB Address", "ProcessEnvironmentBlock")
    line("LastErrorValue", String(try block["LastErrorValue"].uint))
    line("LastStatusValue", try block["LastStatusValue"].uint.hex())
    line("Count Owned Locks", String(try block["CountOfOwnedCriticalSections"].uint))
    line("HardErrorMode", String(try block["HardErrorMode"].uint))
  }

  // MARK: Modules and storage

  private static func showModules(_ session: Session, _ switches: Switches) throws {
    let debugger = session.debugger
    let loader = try processBlock(session, nil)["Ldr"].pointer
    guard loader != 0 else { throw CommandError.message("The process' loader has no data yet") }
    let data = try debugger.structure("nt!_PEB_LDR_DATA", at: loader)
    let order =
      switches.contains("i")
      ? "InInitializationOrder" : switches.contains("m") ? "InMemoryOrder" : "InLoadOrder"
    let wanted = try switches["c"].map { try session.evaluate($0) }
    var isShown = false
    for module in try loaderModules(data, order) {
      try session.checkCancelled()
      let base = try module["DllBase"].pointer
      let size = try module["SizeOfImage"].uint
      if let wanted, !(wanted >= base && wanted &- base < size) { continue }
      isShown = true
      let path = try module["FullDllName"].unicodeString
      if switches.contains("s") {
        session.print("0x\(module.address.hex(8)): \(path)")
        continue
      }
      session.print("\n0x\(module.address.hex(8)): \(path)")
      session.print(
        "      Base   0x\(base.hex(8))  EntryPoint  0x\(try module["EntryPoint"].pointer.hex(8))  "
          + "Size        0x\(size.hex(8))    DdagNode     0x00000000")
      session.print(
        "      Flags  0x\(try module["Flags"].uint.hex(8))  TlsIndex    "
          + "0x\(try module["TlsIndex"].uint.hex(8))  LoadCount   "
          + "0x\(try module["LoadCount"].uint.hex(8))")
    }
    if let wanted, !isShown {
      throw CommandError.message("No module of the process holds \(session.plainAddress(wanted))")
    }
  }

  private static func showStorage(_ session: Session, _ slot: UInt64, _ address: UInt64?) throws {
    let block = try threadBlock(session, address)
    let all = slot == UInt64.max || slot == 0xFFFF_FFFF
    guard all || slot < 1088 else {
      throw CommandError.message("TLS slot \(slot.hex()) is beyond 43f, the last one")
    }
    let id = try block["ClientId.UniqueProcess"].pointer.hex()
    let thread = try block["ClientId.UniqueThread"].pointer.hex()
    session.print("TEB: \(session.plainAddress(block.address)) (\(id).\(thread))")
    let expansion = try block["TlsExpansionSlots"].pointer
    // 64 slots in the block, 1024 in a table that is made when they are used up.
    for number: UInt64 in 0..<1088 where all || number == slot {
      let value: UInt64
      if number < 64 {
        value = try block["TlsSlots[\(number)]"].pointer
      } else {
        guard expansion != 0 else { break }
        value = try block.debugger.readPointer(expansion &+ (number &- 64) &* 8)
      }
      if all, value == 0 { continue }
      session.print("0x\(number.hex(4)) : \(session.plainAddress(value))")
    }
  }
}
