import Engine
import Language

extension CommandSet {
  /// What is being debugged, and by what.
  public static let versions = CommandSet(
    "Versions",
    [
      Command(
        "vertarget", summary: "Tell what the target is.",
        examples: ["vertarget": "what the target is"], related: ["version", ".time"]
      ) { session in
        Versions.printTarget(session)
      },
      Command(
        "version", summary: "Tell what the target is, and the debugger's version.",
        examples: ["version": "the target, the debugger and its extension modules"],
        related: ["vertarget", ".chain"]
      ) { session in
        Versions.printTarget(session)
        session.print("Crashcart \(session.productVersion)".trimmingTrailingBlanks)
        for module in session.commands.extensions {
          session.print("    \(module.name): \(module.commands.count) commands")
        }
      },
      Command(
        ".time", summary: "Tell the target's time.", examples: [".time": "the target's clock"],
        related: [".echotime", "vertarget"]
      ) { session in
        Versions.printTimes(session)
      },
    ])
}

/// The bodies of the family.
enum Versions {
  static func printTarget(_ session: Session) {
    let target = session.debugger.target
    let facts = target.facts
    if let dump = target as? ProcessDumpTarget { return printTarget(of: dump, session) }
    guard target.kind == .kernel else {
      if session.process != nil { printSystem(session.machineDebugger, "Gurney Version", session) }
      session.print("Target: \(facts.connection)")
      return printTimes(session)
    }
    let processors = processorText(target)
    if target.isBare {
      let machine = session.pointerSize == 8 ? "x64" : "x86"
      session.print("Bare machine, no kernel, \(processors) \(machine)")
      session.print("Target: \(facts.connection)")
      return printTimes(session)
    }
    printSystem(session.debugger, "Gurney Kernel Version", session)
    session.print("Target: \(facts.connection)")
    if let kernel = session.debugger.kernel {
      let list = session.debugger.resolve("nt!PsLoadedModuleList").first?.address ?? 0
      session.print(
        "Kernel base = 0x\(session.addressText(kernel.base)) "
          + "PsLoadedModuleList = 0x\(session.addressText(list))")
    }
    printTimes(session)
  }

  /// VER_PLATFORM, and what Breakpad and Crashpad number.
  private static let platforms: [UInt32: String] = [
    2: "Windows", 0x8101: "macOS", 0x8102: "iOS", 0x8201: "Linux", 0x8203: "Android",
  ]

  /// The system that a dump of a process is of, and the process' times.
  private static func printTarget(of target: ProcessDumpTarget, _ session: Session) {
    let contents = target.dump.contents
    let system = contents.system
    let isGurney = contents.process.build.contains("gurney")
    let name = isGurney ? "Gurney" : platforms[system.platform] ?? "Unknown system"
    let pack = system.servicePack.isEmpty ? "" : " (\(system.servicePack))"
    let count = system.processorCount
    let processors = count > 1 ? "MP (\(count) procs)" : "UP"
    session.print("\(name) Version \(system.buildNumber)\(pack) \(processors) Free x64")
    if !contents.process.build.isEmpty { session.print("Built by: \(contents.process.build)") }
    session.print("Target: \(target.path)")
    printTimes(session)
    guard let time = target.processUpTime else { return }
    session.print("Process Uptime: \(DebuggerTime.span(time))")
    if let kernel = contents.process.kernelTime, let user = contents.process.userTime {
      session.print("  Kernel time: \(DebuggerTime.span(UInt64(kernel) * 10_000_000))")
      session.print("  User time: \(DebuggerTime.span(UInt64(user) * 10_000_000))")
    }
  }

  /// The system's name, version and build, as its kernel tells them.
  private static func printSystem(_ kernel: Debugger, _ name: String, _ session: Session) {
    let build = (kernel.target.facts.build ?? buildNumber(kernel)).map { " \($0)" } ?? ""
    session.print("\(name)\(build) \(processorText(kernel.target)) Free x64")
    if let lab = text(of: "nt!NtBuildLab", kernel) { session.print("Built by: \(lab)") }
  }

  /// `MP (2 procs)`, `UP` for one.
  private static func processorText(_ target: any Target) -> String {
    target.processorCount > 1 ? "MP (\(target.processorCount) procs)" : "UP"
  }

  /// The build's number as the kernel keeps it; the bits above it tell a free build.
  private static func buildNumber(_ kernel: Debugger) -> UInt32? {
    guard let address = kernel.resolve("nt!NtBuildNumber").first?.address,
      let number = kernel.read(address, 2).uint(at: 0, size: 2)
    else { return nil }
    return UInt32(number)
  }

  /// The text of a variable of characters.
  private static func text(of name: String, _ kernel: Debugger) -> String? {
    guard let address = kernel.resolve(name).first?.address,
      let bytes = try? kernel.readCString(address, limit: 128), !bytes.isEmpty
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The target's clock, as far as the target knows it.
  static func printTimes(_ session: Session) {
    let facts = session.debugger.target.facts
    if let time = facts.systemTime {
      session.print("Debug session time: \(DebuggerTime.text(fileTime: time))")
    }
    if let time = facts.upTime { session.print("System Uptime: \(DebuggerTime.span(time))") }
    if let process = session.process, let now = facts.systemTime {
      printProcessTimes(process, now, session)
    }
  }

  /// How long the process is there, and how long it ran.
  private static func printProcessTimes(
    _ process: ProcessTarget, _ now: UInt64, _ session: Session
  ) {
    guard let record = try? process.machine.structure("nt!_EPROCESS", at: process.process),
      let start = try? record["CreateTime"].uint, start != 0, start <= now
    else { return }
    session.print("Process Uptime: \(DebuggerTime.span(now - start))")
    // Clock ticks of 1/64 s, in units of 100 ns.
    for (name, field) in [("Kernel", "Pcb.KernelTime"), ("User", "Pcb.UserTime")] {
      guard let ticks = try? record[field].uint else { continue }
      session.print("  \(name) time: \(DebuggerTime.span(ticks &* 156_250))")
    }
  }
}
