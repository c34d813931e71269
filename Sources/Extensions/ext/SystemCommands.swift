import Engine
import Language

extension GeneralExtension {
  static let systemCommands = [
    Command(
      "exchain", summary: "Show the exception handlers of the stack.",
      details: """
        On x64 handlers belong to functions, not to a chain: the frames of the stack in scope whose \
        functions have one, and its kind: E for exceptions, U for unwinding.
        """,
      examples: ["!exchain": "Show who would handle an exception here."], related: ["k", ".fnent"]
    ) { session in try showHandlers(session) },
    Command(
      "cpuid", summary: "Show what the processors are.",
      details: "Processor limits the display to one.",
      examples: ["!cpuid": "Show every processor."], related: ["!cpuinfo"],
      grammar: .optional(.expression("Processor"))
    ) { session, number in
      let debugger = session.debugger
      let count = debugger.target.processorCount
      let numbers = number.map { [Int(clamping: $0)] } ?? Array(0..<count)
      session.print("CP  F/M/S  Manufacturer     MHz")
      for processor in numbers {
        guard (0..<count).contains(processor) else {
          throw CommandError.message("Unable to get information for processor \(processor)")
        }
        let table = try debugger.address(of: "nt!KiProcessorBlock")
        let place = try debugger.readPointer(table &+ UInt64(processor) &* 8)
        let block = try debugger.structure("nt!_KPRCB", at: place)
        let kind =
          "\(try block["CpuType"].uint),\(try block["CpuModel"].uint),"
          + "\(try block["CpuStepping"].uint)"
        session.print(
          "\(String(processor).leftPadded(2))  \(kind.padded(6)) "
            + "\(try block["VendorString"].text.padded(15)) \(try block["MHz"].uint)")
      }
    },
    Command(
      "version", summary: "Show the version of an extension module.",
      details: "Without a name that of the first on the chain; with one, of that module.",
      examples: ["!version kdexts": "Show that of kdexts."], related: [".chain"],
      grammar: .optional(.word("Module"))
    ) { session, name in
      let loaded = session.commands.extensions
      guard
        let module = name.map({ wanted in
          loaded.first { $0.name.lowercased() == wanted.lowercased() }
        }) ?? loaded.first
      else {
        throw CommandError.message("\(name ?? "") is not loaded")
      }
      session.print(
        "\(module.name): \(module.commands.count) commands, part of Crashcart "
          + session.productVersion)
    },
    Command(
      "dml_proc", summary: "List the processes.",
      details: "Process limits the display to one and shows its threads.",
      examples: ["!dml_proc": "List them."], related: ["!process", "!for_each_process"],
      grammar: .optional(.address("Process"))
    ) { session, address in
      let debugger = session.debugger
      if let address {
        let process = try debugger.structure("nt!_EPROCESS", at: address)
        guard debugger.read(address, Int(clamping: process.type.size)).isComplete else {
          throw CommandError.message("Unable to read nt!_EPROCESS at \(address.hex(16))")
        }
        session.print("Address          Image file name")
        session.print("\(address.hex(16)) \(try process["ImageFileName"].text)\n")
        session.print("Thread           Id")
        for thread in try process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry") {
          session.print(
            "\(thread.address.hex(16)) \(try thread["Cid.UniqueThread"].uint.hex())")
        }
        return
      }
      session.print("Address          PID  Image file name")
      let head = try debugger.structure(
        "nt!_LIST_ENTRY", at: debugger.address(of: "nt!PsActiveProcessHead"))
      for process in try head.list("nt!_EPROCESS", "ActiveProcessLinks") {
        try session.checkCancelled()
        session.print(
          "\(process.address.hex(16)) \(try process["UniqueProcessId"].uint.hex().padded(4)) "
            + (try process["ImageFileName"].text))
      }
    },
  ]

  private static func showHandlers(_ session: Session) throws {
    let debugger = session.debugger
    guard debugger.target.pointerSize == 8 else {
      throw CommandError.message("The chain of 32-bit code is at fs:0: dd fs:[0]")
    }
    let frames = try debugger.frames(limit: session.stackDepth)
    session.print("\(frames.count) stack frames, scanning for handlers...")
    var found = false
    for frame in frames {
      guard let function = frame.function, let module = debugger.module(containing: frame.ip),
        let handler = try handler(of: function, base: module.base, debugger)
      else { continue }
      found = true
      session.print(
        "Frame 0x\(UInt64(max(0, frame.number)).hex(2)): \(place(frame.ip, session)) "
          + "(\(session.addressText(frame.ip)))")
      session.print(
        "  \(handler.kinds)handler \(place(handler.address, session)) "
          + "(\(session.addressText(handler.address)))")
    }
    if !found { session.print("no handlers") }
  }

  /// The handler in a function's UNWIND_INFO ("x64 exception handling", struct UNWIND_INFO): flags in
  /// bits 3-7 of the first byte, the number of codes in the third, the handler behind them.
  private static func handler(
    of function: FunctionRange, base: UInt64, _ debugger: Debugger
  ) throws -> (kinds: String, address: UInt64)? {
    guard let head = try? debugger.readUInt(function.unwindInfo, 4) else { return nil }
    let flags = head >> 3 & 0x1F
    guard flags & 3 != 0, flags & 4 == 0 else { return nil }
    let codes = (head >> 16 & 0xFF &+ 1) & ~1
    let rva = try debugger.readUInt(function.unwindInfo &+ 4 &+ codes &* 2, 4)
    let kinds = (flags & 1 != 0 ? "e" : "") + (flags & 2 != 0 ? "u" : "")
    return (kinds, base &+ rva)
  }

  private static func place(_ address: UInt64, _ session: Session) -> String {
    guard let symbol = session.debugger.symbolize(address) else { return "" }
    let rest = symbol.displacement == 0 ? "" : "+0x\(symbol.displacement.hex())"
    return symbol.qualifiedName + rest
  }
}
