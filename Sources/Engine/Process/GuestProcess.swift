/// A process of a system that is debugged in kernel mode.
public struct GuestProcess: Equatable, Sendable {
  /// Its `_EPROCESS`.
  public var object: UInt64
  public var id: UInt64
  /// The image's file name, at most 15 characters of it.
  public var name: String
  /// The PEB, 0 for one that is the system's own.
  public var peb: UInt64
  /// The physical address of its page tables.
  public var directory: UInt64
  /// When it was made, as a FILETIME. Objects and numbers are used again.
  public var created: UInt64
}

extension Debugger {
  /// How many processes are looked at, should the list not end.
  private static let mostProcesses = 4096

  /// The system's processes in the order of its list. Throws without the kernel's symbols and types.
  public func processes() throws -> [GuestProcess] {
    guard let head = resolve("nt!PsActiveProcessHead").first?.address else {
      throw LookupError.noSymbol("nt!PsActiveProcessHead")
    }
    let type = try self.type("nt!_EPROCESS")
    let links = try type.offset(of: "ActiveProcessLinks")
    let memory = MemoryView(target: target, space: .processor(0))
    var found: [GuestProcess] = []
    var entry = memory.pointer(head)
    while let place = entry, place != head, found.count < Self.mostProcesses {
      try checkCancelled()
      let record = Struct(self, type, at: place &- links, space: .processor(0))
      found.append(
        GuestProcess(
          object: record.address, id: try record["UniqueProcessId"].uint,
          name: try record["ImageFileName"].text, peb: try record["Peb"].uint,
          directory: try record["Pcb.DirectoryTableBase"].uint,
          created: try record["CreateTime"].uint))
      entry = memory.pointer(place)
    }
    return found
  }

  /// The command line in a process' parameters; empty for one without.
  public func commandLine(of process: GuestProcess) -> String {
    parameter("CommandLine", 0x70, of: process)
  }

  /// The path of a process' program; its short name for one without parameters.
  public func imagePath(of process: GuestProcess) -> String {
    let path = parameter("ImagePathName", 0x60, of: process)
    return path.isEmpty ? process.name : path
  }

  /// A text of a process' `_RTL_USER_PROCESS_PARAMETERS`, whose address the PEB has at 20h (x64).
  private func parameter(_ field: String, _ offset: UInt64, of process: GuestProcess) -> String {
    guard process.peb != 0 else { return "" }
    let memory = MemoryView(target: target, space: .directory(process.directory))
    let known = try? self.offset(of: field, in: "nt!_RTL_USER_PROCESS_PARAMETERS")
    guard let parameters = memory.pointer(process.peb &+ 0x20), parameters != 0,
      let text = memory.bytes(parameters &+ (known ?? offset), 16)
    else { return "" }
    return memory.unicodeString(text, 0)
  }
}
