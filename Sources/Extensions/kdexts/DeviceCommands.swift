import Engine
import Language

extension KernelExtension {
  static let deviceCommands = [
    Command(
      "devobj", summary: "Show a device object.",
      details: "Device is the object's address, or its path in the namespace.",
      examples: ["!devobj \\Device\\Console": "Show the console's device."],
      related: ["!devstack", "!drvobj", "!object"],
      grammar: .rest("Device", completion: .expression)
    ) { session, text in
      try showDevice(DeviceObject(at: try object(text, session), session.debugger), session)
    },
    Command(
      "devstack", summary: "Show the device stack that a device is part of.",
      details: "The topmost device comes first; `>` marks the one asked for.",
      examples: ["!devstack \\Device\\Console": "Show the console's stack."],
      related: ["!devobj", "!drvobj"], grammar: .rest("Device", completion: .expression)
    ) { session, text in
      let device = try DeviceObject(at: try object(text, session), session.debugger)
      session.print("  !DevObj           !DrvObj            !DevExt           ObjectName")
      for member in try device.stack() {
        let mark = member.address == device.address ? ">" : " "
        let driver = try member.driverName.padded(18)
        let data = try member.device["DeviceExtension"].pointer.shortHex.padded(16)
        session.print(
          "\(mark) \(member.address.hex(16))  \(driver) \(data)  \(member.name)")
      }
    },
    Command(
      "devhandles", summary: "Show the handles that are open to a device.",
      details: "Looks through every process' handles for files of the device.",
      examples: ["!devhandles \\Device\\Console": "Show who has the console open."],
      related: ["!handle", "!devobj"], grammar: .rest("Device", completion: .expression)
    ) { session, text in
      let device = try DeviceObject(at: try object(text, session), session.debugger)
      for process in try processes(session, 0) { try showOpenHandles(of: device, process, session) }
    },
    Command(
      "drvobj", summary: "Show a driver object.",
      details: """
        Driver is the object's address, or its name with or without \\Driver\\. Flags: 1 shows the \
        devices, 2 the entry points and dispatch routines, 4 the devices in detail; the default is 1.
        """,
      examples: [
        "!drvobj \\Driver\\Console 7": "Show a driver with its routines and its devices.",
        "!drvobj Console": "Show the list of its devices.",
      ], related: ["!devobj", "!object"],
      grammar: .word("Driver", completion: .expression), .optional(.expression("Flags"))
    ) { session, text, flags in
      try showDriver(try driver(text, session), flags ?? 1, session)
    },
    Command(
      "fileobj", summary: "Show a file object.",
      details: "File is the object's address, as handles and requests have it.",
      examples: ["!handle 0 3 0 File": "Find file objects; !fileobj takes one's address."],
      related: ["!handle", "!irp"], grammar: .address("File")
    ) { session, address in
      try showFile(signExtended(address), session)
    },
  ]

  /// The object that an argument means: a path in the namespace, or an address.
  static func object(_ text: String, _ session: Session) throws -> UInt64 {
    guard !text.isEmpty else { throw session.rejectedAtEnd(.syntax) }
    guard text.hasPrefix("\\") else { return signExtended(try session.evaluate(text)) }
    guard let found = try KernelObject.named(text, session.debugger) else {
      throw CommandError.message("Object \(text) not found")
    }
    return found
  }

  private static func showDevice(_ object: DeviceObject, _ session: Session) throws {
    let device = object.device
    session.print("Device object (\(object.address.hex(16))) is for:")
    session.print(
      " \(object.name) \(try object.driverName) DriverObject "
        + (try device["DriverObject"].pointer).hex(16))
    session.print(
      "Current Irp \(try device["CurrentIrp"].pointer.shortHex)"
        + " RefCount \(try device["ReferenceCount"].int)"
        + " Type \(try device["DeviceType"].uint.hex(8))"
        + " Flags \(try device["Flags"].uint.hex(8))")
    session.print(
      "DevExt \(try device["DeviceExtension"].pointer.shortHex)"
        + " DevObjExt \(try device["DeviceObjectExtension"].pointer.shortHex)")
    let extended = try session.debugger.structure(
      "nt!_DEVOBJ_EXTENSION", at: try device["DeviceObjectExtension"].pointer)
    session.print("ExtensionFlags (0x\(try extended["ExtensionFlags"].uint.hex(8)))")
    let traits = try device["Characteristics"].uint
    session.print("Characteristics (0x\(traits.hex(8)))")
    if let upper = try object.upper() {
      session.print(
        "AttachedDevice (Upper) \(upper.address.hex(16)) \(try upper.driverName)")
    }
    if let lower = try object.lower() {
      session.print("AttachedTo (Lower) \(lower.address.hex(16)) \(try lower.driverName)")
    }
    let isBusy = try device["DeviceQueue.Busy"].bool
    session.print("Device queue is \(isBusy ? "busy -- Queue empty" : "not busy.")")
  }

  private static func showOpenHandles(
    of device: DeviceObject, _ process: Struct, _ session: Session
  ) throws {
    let debugger = session.debugger
    let address = try process["ObjectTable"].pointer
    guard address != 0 else { return }
    let table = try debugger.structure("nt!_HANDLE_TABLE", at: address)
    let bodyOffset = try debugger.type("nt!_OBJECT_HEADER").offset(of: "Body")
    try HandleTable(table).visit { number, entry in
      try session.checkCancelled()
      let header = try entry["Value"].uint & ~7
      guard header != 0, let object = try? KernelObject(at: header &+ bodyOffset, debugger),
        object.typeName == "File",
        try debugger.structure("nt!_FILE_OBJECT", at: object.body)["DeviceObject"].pointer
          == device.address
      else { return }
      session.print(
        "\(number.hex(4)): Object: \(object.body.hex(16))  Process: \(process.address.hex(16)) "
          + "(\(try process["ImageFileName"].text))")
    }
  }

  // MARK: Drivers

  private static func driver(_ text: String, _ session: Session) throws -> UInt64 {
    let debugger = session.debugger
    if text.hasPrefix("\\") { return try object(text, session) }
    for folder in ["\\Driver\\", "\\FileSystem\\"] {
      if let found = try KernelObject.named(folder + text, debugger) { return found }
    }
    return signExtended(try session.evaluate(text))
  }

  private static func showDriver(_ address: UInt64, _ flags: UInt64, _ session: Session) throws {
    let debugger = session.debugger
    let driver = try debugger.structure("nt!_DRIVER_OBJECT", at: address)
    // IO_TYPE_DRIVER.
    guard let type = try? driver["Type"].uint, type == 4 else {
      throw CommandError.message("\(address.hex(16)) is not a driver object")
    }
    session.print("Driver object (\(address.hex(16))) is for:")
    session.print(" \(try driver["DriverName"].unicodeString)")
    let devices = try devices(of: driver)
    if flags & 1 != 0 {
      session.print("Driver Extension List: (id , addr)\n")
      session.print("Device Object list:")
      for start in stride(from: 0, to: devices.count, by: 4) {
        let row = devices[start..<min(start + 4, devices.count)]
        session.print(row.map { $0.address.hex(16) }.joined(separator: "  "))
      }
      session.print()
    }
    if flags & 2 != 0 { try showRoutines(driver, session) }
    if flags & 4 != 0 {
      session.print("\nDevice Object stacks:")
      for device in devices {
        session.print()
        try session.run(commands: "!devstack \(device.address.hex())")
      }
    }
  }

  private static func devices(of driver: Struct) throws -> [DeviceObject] {
    var list: [DeviceObject] = []
    var next = try driver["DeviceObject"].pointer
    var seen: Set<UInt64> = []
    while next != 0 {
      guard seen.insert(next).inserted, seen.count < 0x1_0000 else {
        throw LookupError.loop(at: next)
      }
      try driver.debugger.checkCancelled()
      let device = try DeviceObject(at: next, driver.debugger)
      list.append(device)
      next = try device.device["NextDevice"].pointer
    }
    return list
  }

  private static func showRoutines(_ driver: Struct, _ session: Session) throws {
    func routine(_ label: String, _ address: UInt64) {
      let name = address == 0 ? "" : name(of: address, session)
      session.print("\(label)\(address.shortHex)\t\(name)")
    }
    routine("DriverEntry:   ", try driver["DriverInit"].pointer)
    routine("DriverStartIo: ", try driver["DriverStartIo"].pointer)
    routine("DriverUnload:  ", try driver["DriverUnload"].pointer)
    let record = try driver["DriverExtension"].pointer
    let added =
      record == 0
      ? 0 : try session.debugger.field("nt!_DRIVER_EXTENSION", "AddDevice", at: record)
    routine("AddDevice:     ", added)
    session.print("\nDispatch routines:")
    for code: UInt64 in 0..<28 {
      let place = try driver["MajorFunction[\(code)]"].pointer
      routine("[\(code.hex(2))] \(MajorFunction.name(code).padded(35))", place)
    }
  }

  // MARK: Files

  private static func showFile(_ address: UInt64, _ session: Session) throws {
    let file = try session.debugger.structure("nt!_FILE_OBJECT", at: address)
    // IO_TYPE_FILE.
    guard let type = try? file["Type"].uint, type == 5 else {
      throw CommandError.message("\(address.hex(16)) is not a file object")
    }
    let name = try file["FileName"].unicodeString
    session.print(name.isEmpty ? "\n" : "\(name)\n")
    let related = try file["RelatedFileObject"].pointer
    if related != 0 { session.print("Related File Object: 0x\(related.hex(16))") }
    let device = try file["DeviceObject"].pointer
    let driver = (try? DeviceObject(at: device, session.debugger).driverName) ?? ""
    session.print("Device Object: 0x\(device.hex(16))   \(driver)")
    let volume = try file["Vpb"].pointer
    session.print(volume == 0 ? "Vpb is NULL" : "Vpb: 0x\(volume.hex(16))")
    if try file["Event.Header.SignalState"].bool { session.print("Event signalled") }
    let granted = [
      ("ReadAccess", "Read"), ("WriteAccess", "Write"), ("DeleteAccess", "Delete"),
      ("SharedRead", "SharedRead"), ("SharedWrite", "SharedWrite"),
      ("SharedDelete", "SharedDelete"),
    ]
    let words = try granted.filter { try file[$0.0].bool }.map { $0.1 }
    session.print("Access: \(words.joined(separator: " "))")
    let flags = try file["Flags"].uint
    session.print("\nFlags:  0x\(flags.hex())")
    for (bit, meaning) in fileFlags where flags & bit != 0 { session.print("\t\(meaning)") }
    let context = try file["FsContext"].pointer
    if context != 0 {
      session.print(
        "\nFsContext: 0x\(context.hex(16)) FsContext2: 0x\(try file["FsContext2"].pointer.hex(16))")
    }
    session.print("CurrentByteOffset: \(try file["CurrentByteOffset.QuadPart"].uint.hex())")
  }

  /// FO_ flags (wdm.h).
  private static let fileFlags: [(UInt64, String)] = [
    (0x1, "File Open"), (0x2, "Synchronous IO"), (0x4, "Alertable"),
    (0x8, "No Intermediate Buffering"), (0x10, "Write Through"), (0x20, "Sequential Only"),
    (0x40, "Cache Supported"), (0x80, "Named Pipe"), (0x100, "Stream File"),
    (0x200, "Mailslot"), (0x800, "Direct Device Open"), (0x1000, "File Modified"),
    (0x2000, "File Size Changed"), (0x4000, "Cleanup Complete"), (0x8000, "Temporary File"),
    (0x1_0000, "Delete On Close"), (0x2_0000, "Opened Case Sensitive"),
    (0x4_0000, "Handle Created"), (0x8_0000, "File Fast IO Read"), (0x10_0000, "Random Access"),
    (0x20_0000, "File Open Cancelled"), (0x40_0000, "Volume Open"),
  ]
}
