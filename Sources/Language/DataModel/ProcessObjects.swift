import Engine
import Symbols

/// Processes, threads and modules as objects.
struct ProcessObjects {
  let session: Session

  init(_ session: Session) { self.session = session }

  typealias Member = ModelObject.Member

  private var debugger: Debugger { session.debugger }

  /// Every process by its id, the idle process first.
  var processes: ModelList {
    var list = ModelList {
      try records().map { record in
        ModelElement(
          key: .unsigned(try record["UniqueProcessId"].uint),
          value: .object(process(at: record.address)))
      }
    }
    list.find = { key in
      guard case .number(let number) = key.plain, let id = session.number(number) else {
        return nil
      }
      for record in try records() where try record["UniqueProcessId"].uint == id {
        return .object(process(at: record.address))
      }
      return nil
    }
    return list
  }

  private func records() throws -> [Struct] {
    let head = try debugger.structure(
      "nt!_LIST_ENTRY", at: debugger.address(of: "nt!PsActiveProcessHead"))
    let listed = try head.list("nt!_EPROCESS", "ActiveProcessLinks")
    guard let idle = idleProcess, !listed.contains(where: { $0.address == idle }) else {
      return listed
    }
    return [try debugger.structure("nt!_EPROCESS", at: idle)] + listed
  }

  private var idleProcess: UInt64? {
    guard let place = try? debugger.address(of: "nt!PsIdleProcess"),
      let process = try? debugger.readPointer(place), process != 0
    else { return nil }
    return process
  }

  func currentProcess() throws -> ModelObject {
    guard let process = debugger.process else {
      throw CommandError.message("There is no current process")
    }
    return self.process(at: process)
  }

  func process(at address: UInt64) -> ModelObject {
    func record() throws -> Struct { try debugger.structure("nt!_EPROCESS", at: address) }
    func name() throws -> String { try record()["ImageFileName"].text }
    return ModelObject(
      text: { "\(try name()) [Switch To]" },
      members: [
        Member("KernelObject", help: "The process' _EPROCESS") {
          .native(CppValue(.known(try debugger.type("nt!_EPROCESS")), .memory(address)))
        },
        Member("Name", help: "The name of its program") { .string(try name()) },
        Member("Id", help: "Its id") { .unsigned(try record()["UniqueProcessId"].uint) },
        // What the debugger's engine hands out for every process of a kernel target.
        Member("Handle", help: "Its handle") { .unsigned(0xf0f0_f0f0) },
        Member("Threads", help: "Its threads, found by their ids") {
          .list(threads(of: address))
        },
        Member("Modules", help: "The kernel's modules and its own") { .list(modules(of: address)) },
        Member("Environment", help: "Its environment") {
          .object(try environment(of: record()))
        },
        Member("Io", help: "What it has open") { .object(io(of: address)) },
      ],
      methods: [
        ModelFunction("SwitchTo", help: "SwitchTo() - Makes it the current process") { _ in
          try debugger.setProcess(address)
          return .nothing
        }
      ])
  }

  /// The page tables of a process.
  private func space(of process: Struct) throws -> AddressSpace {
    .directory(try process["Pcb.DirectoryTableBase"].uint)
  }

  private func environment(of process: Struct) throws -> ModelObject {
    let space = try space(of: process)
    return ModelObject(members: [
      Member("EnvironmentBlock", help: "Its PEB") {
        let peb = try process["Peb"].pointer
        return .native(CppValue(.known(try debugger.type("nt!_PEB")), .memory(peb), space: space))
      }
    ])
  }

  // Threads.

  private func threads(of process: UInt64) -> ModelList {
    func all() throws -> [Struct] {
      let record = try debugger.structure("nt!_EPROCESS", at: process)
      return try record["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry")
    }
    var list = ModelList {
      try all().map { thread in
        ModelElement(
          key: .unsigned(try thread["Cid.UniqueThread"].uint),
          value: .object(self.thread(at: thread.address)))
      }
    }
    list.find = { key in
      guard case .number(let number) = key.plain, let id = session.number(number) else {
        return nil
      }
      for thread in try all() where try thread["Cid.UniqueThread"].uint == id {
        return .object(self.thread(at: thread.address))
      }
      return nil
    }
    return list
  }

  func currentThread() throws -> ModelObject {
    guard let thread = debugger.thread else {
      throw CommandError.message("There is no current thread")
    }
    return self.thread(at: thread)
  }

  func thread(at address: UInt64) -> ModelObject {
    func record() throws -> Struct { try debugger.structure("nt!_ETHREAD", at: address) }
    return ModelObject(
      text: { "\(try place(of: address))  [Switch To]" },
      members: [
        Member("KernelObject", help: "The thread's _ETHREAD") {
          .native(CppValue(.known(try debugger.type("nt!_ETHREAD")), .memory(address)))
        },
        Member("Id", help: "Its id") { .unsigned(try record()["Cid.UniqueThread"].uint) },
        Member("Stack", help: "Its stack") {
          .object(stack(ofThread: address))
        },
        Member("Registers", help: "Its registers") {
          .object(registers(try looking(at: address) { try debugger.context() }))
        },
        Member("Environment", help: "Its environment") {
          .object(try environment(ofThread: record()))
        },
      ],
      methods: [
        ModelFunction("SwitchTo", help: "SwitchTo() - Makes it the current thread") { _ in
          try enter(thread: address)
          return .nothing
        }
      ])
  }

  private func environment(ofThread thread: Struct) throws -> ModelObject {
    let process = try debugger.structure(
      "nt!_EPROCESS", at: try thread["Tcb.Process"].pointer)
    let space = try space(of: process)
    return ModelObject(members: [
      Member("EnvironmentBlock", help: "Its TEB") {
        let teb = try thread["Tcb.Teb"].pointer
        return .native(CppValue(.known(try debugger.type("nt!_TEB")), .memory(teb), space: space))
      }
    ])
  }

  /// Where a thread stands: `nt!KiSwapContext+0x76 (fffff800...)`.
  private func place(of thread: UInt64) throws -> String {
    do {
      return try looking(at: thread) {
        let ip = try debugger.context().ip
        let text = session.symbolText(ip).map { "\($0) " } ?? ""
        return "\(text)(\(session.addressText(ip)))"
      }
    } catch {
      return "<Unable to get stack trace>"
    }
  }

  /// Looks at a thread's registers and memory for a while; nil is the current one.
  func looking<Result>(at thread: UInt64?, _ body: () throws -> Result) throws -> Result {
    guard let thread, thread != debugger.thread else { return try body() }
    let scope = debugger.scope
    defer { debugger.restore(scope) }
    try enter(thread: thread)
    return try body()
  }

  func enter(thread: UInt64) throws {
    let record = try debugger.structure("nt!_KTHREAD", at: thread)
    let context: Context
    if try record["State"].uint == 2 {
      let processor = Int(clamping: try record["NextProcessor"].uint)
      context = try debugger.target.context(processor: processor)
    } else {
      context = try debugger.switchedOutContext(thread: thread)
    }
    try debugger.setProcess(try record["Process"].pointer)
    debugger.setContextOverride(context, thread: thread)
  }

  // Modules.

  private func modules(of process: UInt64) -> ModelList {
    func all() throws -> [Module] {
      if process == debugger.process { return debugger.modules }
      let scope = debugger.scope
      defer { debugger.restore(scope) }
      try debugger.setProcess(process)
      return debugger.modules
    }
    var list = ModelList.counted { try all().map { .object(module($0)) } }
    list.find = { key in
      let modules = try all()
      if case .string(let name) = key {
        let wanted = name.lowercased()
        let found = modules.first {
          [$0.name.lowercased(), $0.imageName.lowercased()].contains(wanted)
        }
        return found.map { .object(module($0)) }
      }
      guard case .number(let number) = key.plain, let index = session.number(number),
        index < UInt64(modules.count)
      else { return nil }
      return .object(module(modules[Int(index)]))
    }
    return list
  }

  private func module(_ module: Module) -> ModelObject {
    ModelObject(
      text: { module.imageName },
      members: [
        Member("BaseAddress", help: "Where it begins") { .unsigned(module.base) },
        Member("Name", help: "Its file's name") { .string(module.imageName) },
        Member("Size", help: "Bytes that it covers") { .unsigned(module.size) },
        Member("Symbols", help: "Its symbols") {
          .object(ModelObject(text: { "[SymbolModule]\(module.name)" }, members: []))
        },
      ])
  }
}
