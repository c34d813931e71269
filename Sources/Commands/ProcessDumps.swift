import Bytes
import Dumps
import Engine
import Language

/// `.dump /m` of a process as it was typed.
struct ProcessDumpCommand {
  private var request: ProcessDumpRequest

  /// Takes the letters behind `/m`; throws for one that means nothing.
  init(_ letters: String, path: String) throws(CommandError) {
    var options: MinidumpOptions = []
    for letter in letters {
      guard let option = Self.options.first(where: { $0.letter == letter }) else {
        throw .message("Unknown option '\(letter)' of /m\(letters)")
      }
      options.formUnion(option.value)
    }
    request = ProcessDumpRequest(options, path: path)
  }

  /// The letters and what they add.
  static let options: [(letter: Character, value: MinidumpOptions, meaning: String)] = [
    (
      "a", [.fullMemory, .memoryInfo, .handles, .unloadedModules, .threadInfo],
      "As fFhut: all of it"
    ),
    ("A", [.fullMemory, .memoryInfo, .handles, .unloadedModules, .threadInfo], "As a"),
    ("f", .fullMemory, "All memory of the process"),
    ("F", .memoryInfo, "How the addresses are laid out"),
    ("h", .handles, "Handles"),
    ("u", .unloadedModules, "Images that are gone"),
    ("t", .threadInfo, "When threads began and how long they ran"),
    ("i", .indirectMemory, "Memory that the stacks point to"),
    ("p", .processThreadData, "Environment blocks of process and threads"),
    ("w", .privateMemory, "Private memory that can be written to"),
    ("d", .dataSegments, "Sections of images that are written to"),
    ("c", .codeSegments, "Sections of images that hold code"),
    ("R", .bareModuleNames, "No folders before the images' names"),
  ]

  mutating func set(comment: String, replaces: Bool) {
    request.comment = comment
    request.replaces = replaces
  }

  func run(_ session: Session) throws {
    session.print("Creating \(request.path) - mini user dump")
    try session.debugger.writeProcessDump(request) { _ in }
    session.print("Dump successfully written")
  }
}

extension Command {
  /// `.dumpdebug`.
  static let dumpDebug = Command(
    ".dumpdebug", summary: "Show what the file of a crash dump consists of.",
    details: "Of a process' dump the directory of its streams, and what could not be read; of a "
      + "kernel's dump its header.",
    related: [".opendump", ".dump"], repetition: .none
  ) { session in
    switch session.debugger.target {
    case let dump as ProcessDumpTarget: DumpStructure.show(dump.dump, session)
    case let dump as DumpTarget: DumpStructure.show(dump.dump, session)
    default: throw session.rejected(.notSupported)
    }
  }
}

/// What a dump's file consists of.
private enum DumpStructure {
  static func show(_ dump: Minidump, _ session: Session) {
    let contents = dump.contents
    session.print("----- User Mini Dump Analysis")
    session.print()
    session.print("MINIDUMP_HEADER:")
    session.print("Version         A793")
    session.print("NumberOfStreams \(dump.streams.count)")
    session.print("Flags           \(contents.flags.hex())")
    session.print()
    session.print("Streams:")
    for (index, stream) in dump.streams.enumerated() {
      let name = names[stream.type] ?? "unknown"
      session.print(
        "Stream \(index): type \(name) (\(stream.type)), size \(stream.size.hex(8)), "
          + "RVA \(stream.offset.hex(8))")
      for line in lines(stream.type, dump, session) { session.print("  \(line)") }
    }
    guard !dump.damage.isEmpty else { return }
    session.print()
    session.print("Not readable:")
    for error in dump.damage.prefix(64) { session.print("  \(error)") }
  }

  private static func lines(_ type: UInt32, _ dump: Minidump, _ session: Session) -> [String] {
    let contents = dump.contents
    switch type {
    case 3, 8: return ["\(contents.threads.count) threads"]
    case 4:
      return ["\(contents.modules.count) modules"]
        + contents.modules.prefix(1024).map { "\(session.addressText($0.base)) \($0.path)" }
    case 5, 9:
      return ["\(dump.memory.blocks.count) memory ranges, 0x\(dump.memory.byteCount.hex()) bytes"]
    case 6:
      guard let exception = contents.exception else { return [] }
      return [
        "ThreadId \(exception.threadID), code \(exception.record.code.hex(8)), "
          + "address \(session.addressText(exception.record.address))"
      ]
    case 7:
      let system = contents.system
      return [
        "ProcessorArchitecture \(system.architecture), NumberOfProcessors "
          + "\(system.processorCount), version "
          + "\(system.majorVersion).\(system.minorVersion).\(system.buildNumber)"
      ]
    case 12: return ["\(contents.handles.count) handles"]
    case 14: return ["\(contents.unloadedModules.count) unloaded modules"]
    case 16: return ["\(contents.regions.count) regions"]
    default: return []
    }
  }

  /// MINIDUMP_STREAM_TYPE.
  private static let names: [UInt32: String] = [
    0: "UnusedStream", 3: "ThreadListStream", 4: "ModuleListStream", 5: "MemoryListStream",
    6: "ExceptionStream", 7: "SystemInfoStream", 8: "ThreadExListStream", 9: "Memory64ListStream",
    10: "CommentStreamA", 11: "CommentStreamW", 12: "HandleDataStream", 13: "FunctionTableStream",
    14: "UnloadedModuleListStream", 15: "MiscInfoStream", 16: "MemoryInfoListStream",
    17: "ThreadInfoListStream", 18: "HandleOperationListStream", 19: "TokenStream",
    20: "JavaScriptDataStream", 21: "SystemMemoryInfoStream", 22: "ProcessVmCountersStream",
    23: "IptTraceStream", 24: "ThreadNamesStream",
  ]

  private static func show(_ triage: TriageDump, _ session: Session) {
    session.print("TRIAGE_DUMP64:")
    for (name, value) in triage.fields { session.print("\(name.padded(22)) \(value.hex(8))") }
    session.print()
    session.print("\(triage.drivers.count) drivers")
    for driver in triage.drivers {
      session.print("  \(session.addressText(driver.base)) \(driver.name)")
    }
    session.print("\(triage.memory.blocks.count) memory ranges")
    for block in triage.memory.blocks.prefix(4096) {
      session.print("  \(session.addressText(block.start)) \(block.size.hex())")
    }
    for error in triage.damage { session.print("\(error)") }
  }

  static func show(_ dump: KernelDump, _ session: Session) {
    let header = dump.header
    session.print("----- 64 bit Kernel Dump Analysis")
    session.print()
    session.print("DUMP_HEADER64:")
    let rows: [(String, String)] = [
      ("MajorVersion", header.majorVersion.hex(8)), ("MinorVersion", header.minorVersion.hex(8)),
      ("DirectoryTableBase", session.addressText(header.directoryTableBase)),
      ("PfnDataBase", session.addressText(header.pfnDatabase)),
      ("PsLoadedModuleList", session.addressText(header.loadedModuleList)),
      ("PsActiveProcessHead", session.addressText(header.activeProcessHead)),
      ("MachineImageType", header.machine.hex(8)),
      ("NumberProcessors", header.processorCount.hex(8)),
      ("BugCheckCode", header.bugCheckCode.hex(8)),
    ]
    var all = rows
    for (index, value) in header.bugCheckParameters.enumerated() {
      all.append(("BugCheckParameter\(index + 1)", session.addressText(value)))
    }
    all.append(("KdDebuggerDataBlock", session.addressText(header.debuggerDataBlock)))
    all.append(("DumpType", header.kind.rawValue.hex(8)))
    all.append(("ExceptionCode", header.exception.code.hex(8)))
    all.append(("ExceptionAddress", session.addressText(header.exception.address)))
    for (name, value) in all { session.print("\(name.padded(20)) \(value)") }
    session.print()
    if let triage = dump.triage { return show(triage, session) }
    session.print("Physical Memory Description:")
    session.print("Number of pages: \(dump.pageCount.hex())")
    session.print("  Base Page            Page Count")
    for run in dump.pages.prefix(4096) {
      session.print(
        "  \(session.addressText(run.firstFrame))    \(session.addressText(run.count))")
    }
  }
}
