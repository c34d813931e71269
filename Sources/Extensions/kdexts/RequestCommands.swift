import Engine
import Language

extension KernelExtension {
  static let requestCommands = [
    Command(
      "irp", summary: "Show an I/O request packet.",
      details: """
        A line for each stack location: major and minor function, flags, control, the device, the \
        file, the completion routine and its context, when it is called; the driver's name; the \
        arguments. `>` marks the location whose driver has the packet. With Detail 1 the packet's \
        fields are shown as well.
        """,
      examples: ["!irpfind": "Find packets first; !irp takes one of their addresses."],
      related: ["!irpfind", "!processirps", "!devobj", "!ioctldecode"],
      grammar: .address("Irp"), .optional(.expression("Detail"))
    ) { session, address, detail in
      let packet = try RequestPacket(at: signExtended(address), session.debugger)
      for line in try packet.lines(session) { session.print(line) }
      if (detail ?? 0) & 1 != 0 {
        session.print()
        try session.run(commands: "dt nt!_IRP \(packet.irp.address.hex())")
      }
    },
    Command(
      "irpfind", summary: "Find I/O request packets in pool.",
      details: """
        Looks through nonpaged pool for packets. Pool is 0, the only one that holds any. With a \
        criterion only some are shown: device, fileobject, thread or userevent and an address, or \
        irp for every one.
        """,
      examples: ["!irpfind": "Show every packet in nonpaged pool."],
      related: ["!irp", "!processirps"],
      grammar: .switches("v"), .optional(.expression("Pool")), .optional(.expression("Start")),
      .optional(.word("Criterion")), .optional(.expression("Data"))
    ) { session, _, _, start, criterion, data in
      try findPackets(session, from: start ?? 0, criterion?.lowercased(), data ?? 0)
    },
    Command(
      "processirps", summary: "Show the I/O request packets of a process' threads.",
      details: "Process is the address of an _EPROCESS; the default is the current one.",
      examples: ["!processirps": "Show what the current process waits for."],
      related: ["!irp", "!irpfind"], grammar: .optional(.address("Process"))
    ) { session, address in
      for process in try processes(session, address ?? UInt64.max) {
        try showPackets(of: process, session)
      }
    },
    Command(
      "ioctldecode", summary: "Decode an I/O control code.",
      details: "Its device type, function, method and access.",
      examples: ["!ioctldecode 0x83350018": "Decode NotMyfault's code."], related: ["!irp"],
      grammar: .expression("Code")
    ) { session, code in
      let methods = [
        "METHOD_BUFFERED", "METHOD_IN_DIRECT", "METHOD_OUT_DIRECT", "METHOD_NEITHER",
      ]
      let accesses = [
        "FILE_ANY_ACCESS", "FILE_READ_ACCESS", "FILE_WRITE_ACCESS", "FILE_READ_WRITE",
      ]
      let value = code & 0xFFFF_FFFF
      func line(_ label: String, _ number: UInt64, _ name: String) {
        session.print("\(label): 0x\(number.hex())\(name.isEmpty ? "" : " (\(name))")")
      }
      line("Device Type", value >> 16, deviceTypeName(value >> 16))
      line("Method", value & 3, methods[Int(value & 3)])
      line("Access", value >> 14 & 3, accesses[Int(value >> 14 & 3)])
      line("Function", value >> 2 & 0xFFF, "")
    },
  ]

  private static func findPackets(
    _ session: Session, from start: UInt64, _ criterion: String?, _ data: UInt64
  ) throws {
    let known = ["device", "fileobject", "thread", "userevent", "irp"]
    if let criterion, !known.contains(criterion) {
      throw CommandError.message("'\(criterion)' is not one of \(known.joined(separator: ", "))")
    }
    session.print(
      "  Irp            [ Thread ]         irpStack: (Mj,Mn)   DevObj          [Driver]"
        + "         MDL Process")
    let headerSize = try session.debugger.type("nt!_POOL_HEADER").size
    try PoolScan(session, from: start).visit { block in
      guard block.isAllocated, block.tagText.hasPrefix("Irp"),
        let packet = try? RequestPacket(at: block.address &+ headerSize, session.debugger),
        try meets(packet, criterion, data)
      else { return }
      session.print(try packetLine(packet, session))
    }
  }

  private static func meets(_ packet: RequestPacket, _ criterion: String?, _ data: UInt64) throws
    -> Bool
  {
    switch criterion {
    case "device":
      return try packet.stackCount > 0
        && (1...packet.stackCount).contains {
          try packet.location($0)["DeviceObject"].pointer == data
        }
    case "fileobject": return try packet.irp["Tail.Overlay.OriginalFileObject"].pointer == data
    case "thread": return try packet.irp["Tail.Overlay.Thread"].pointer == data
    case "userevent": return try packet.irp["UserEvent"].pointer == data
    default: return true
    }
  }

  /// One line of `!irpfind`.
  private static func packetLine(_ packet: RequestPacket, _ session: Session) throws -> String {
    let thread = try packet.irp["Tail.Overlay.Thread"].pointer
    let list = try packet.irp["MdlAddress"].pointer
    var text = "\(packet.irp.address.hex(16)) [\(thread.hex(16))] "
    if let location = try packet.current() {
      let major = try location["MajorFunction"].uint.hex().leftPadded(2)
      let minor = try location["MinorFunction"].uint.hex().leftPadded(2)
      let device = try location["DeviceObject"].pointer
      text += "irpStack: (\(major),\(minor))  \(device.hex(16))"
      if let driver = try? DeviceObject(at: device, session.debugger).driverName {
        text += " [ \(driver)]"
      }
    } else {
      text +=
        "Irp is complete (CurrentLocation \(packet.currentLocation) > "
        + "StackCount \(packet.stackCount))"
    }
    return list == 0 ? text : text + " 0x\(list.hex(16))"
  }

  private static func showPackets(of process: Struct, _ session: Session) throws {
    try show(session, process, ProcessDetail(rawValue: 0))
    var count = 0
    for thread in try process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry") {
      for irp in try thread["IrpList"].list("nt!_IRP", "ThreadListEntry", limit: 4096) {
        try session.checkCancelled()
        let packet = try RequestPacket(at: irp.address, session.debugger)
        session.print("Thread \(thread.address.hex(16)):")
        for line in try packet.lines(session) { session.print(line) }
        session.print()
        count += 1
      }
    }
    if count == 0 { session.print("No IRPs are queued to the process' threads") }
  }

  /// FILE_DEVICE_ codes (wdm.h); those above 8000 are a vendor's own.
  static func deviceTypeName(_ type: UInt64) -> String {
    let names = [
      "", "BEEP", "CD_ROM", "CD_ROM_FILE_SYSTEM", "CONTROLLER", "DATALINK", "DFS", "DISK",
      "DISK_FILE_SYSTEM", "FILE_SYSTEM", "INPORT_PORT", "KEYBOARD", "MAILSLOT", "MIDI_IN",
      "MIDI_OUT", "MOUSE", "MULTI_UNC_PROVIDER", "NAMED_PIPE", "NETWORK", "NETWORK_BROWSER",
      "NETWORK_FILE_SYSTEM", "NULL", "PARALLEL_PORT", "PHYSICAL_NETCARD", "PRINTER", "SCANNER",
      "SERIAL_MOUSE_PORT", "SERIAL_PORT", "SCREEN", "SOUND", "STREAMS", "TAPE",
      "TAPE_FILE_SYSTEM", "TRANSPORT", "UNKNOWN", "VIDEO", "VIRTUAL_DISK",
    ]
    guard type > 0, type < UInt64(names.count) else { return "" }
    return "FILE_DEVICE_\(names[Int(type)])"
  }

  /// A routine's name: `nt!Name+0x12`, or the address alone.
  static func name(of address: UInt64, _ session: Session) -> String {
    guard let symbol = session.debugger.symbolize(address) else { return "0x\(address.hex(16))" }
    let rest = symbol.displacement == 0 ? "" : "+0x\(symbol.displacement.hex())"
    return symbol.qualifiedName + rest
  }
}
