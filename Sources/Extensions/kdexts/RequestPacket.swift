import Engine
import Language

/// An I/O request packet and the stack locations behind it.
struct RequestPacket {
  let irp: Struct
  /// Stack locations in all.
  let stackCount: Int
  /// Counts down from `stackCount` + 1 as the packet goes from driver to driver.
  let currentLocation: Int

  /// Reads the packet at an address; throws where there is none.
  init(at address: UInt64, _ debugger: Debugger) throws {
    irp = try debugger.structure("nt!_IRP", at: address)
    guard let type = try? irp["Type"].uint else {
      throw CommandError.message("Could not read Irp @ \(address.hex(16))")
    }
    // IO_TYPE_IRP; a freed packet has another type, or none.
    let count = Int(try irp["StackCount"].int)
    guard type == 6, (0...127).contains(count) else {
      throw CommandError.message(
        "IRP signature does not match, probably not an IRP (type \(type.hex()) @ \(address.hex(16)))"
      )
    }
    stackCount = count
    currentLocation = Int(try irp["CurrentLocation"].int)
  }

  /// The stack location of this number, 1 the lowest driver's.
  func location(_ number: Int) throws -> Struct {
    let type = try irp.debugger.type("nt!_IO_STACK_LOCATION")
    let first = irp.address &+ irp.type.size
    return Struct(irp.debugger, type, at: first &+ UInt64(max(0, number - 1)) &* type.size)
  }

  /// The location whose driver has the packet now; nil once every driver is done with it.
  func current() throws -> Struct? {
    (1...max(1, stackCount)).contains(currentLocation) && stackCount > 0
      ? try location(currentLocation) : nil
  }

  /// Whether the packet is complete.
  var isComplete: Bool { currentLocation > stackCount }

  /// The lines of `!irp`.
  func lines(_ session: Session) throws -> [String] {
    var lines: [String] = []
    lines.append(
      "Irp is \(isComplete ? "complete" : "active") with \(stackCount) stacks "
        + "\(currentLocation) is current (= 0x\((try location(currentLocation)).address.hex(16)))")
    let list = try irp["MdlAddress"].pointer
    let buffer = try irp["AssociatedIrp.SystemBuffer"].pointer
    let thread = try irp["Tail.Overlay.Thread"].pointer
    lines.append(
      (list == 0 ? " No Mdl:" : " Mdl=\(list.hex(16)):")
        + (buffer == 0 ? " No System Buffer:" : " System buffer=\(buffer.hex(16)):")
        + " Thread \(thread.shortHex):  Irp stack trace.  "
        + (isComplete ? "Irp is completed, status \(try irp["IoStatus.Status"].uint.hex(8))" : ""))
    lines.append("     cmd  flg cl Device   File     Completion-Context")
    for number in 1...max(1, stackCount) where number <= stackCount {
      lines += try locationLines(number, session)
    }
    return lines
  }

  private func locationLines(_ number: Int, _ session: Session) throws -> [String] {
    let place = try location(number)
    let control = try place["Control"].uint
    let device = try place["DeviceObject"].pointer
    let routine = try place["CompletionRoutine"].pointer
    let major = try place["MajorFunction"].uint.hex().leftPadded(3)
    let minor = try place["MinorFunction"].uint.hex().leftPadded(2)
    let flags = try place["Flags"].uint.hex().leftPadded(2)
    let mark = number == currentLocation ? ">" : " "
    let file = try place["FileObject"].pointer.shortHex
    let context = try place["Context"].pointer.shortHex
    var lines = [
      "\(mark)[\(major),\(minor)]  \(flags) \(control.hex().leftPadded(2)) \(device.shortHex) "
        + "\(file) \(routine.shortHex)-\(context) \(Self.words(control))"
    ]
    let driver = driverName(device)
    let name = routine == 0 ? "" : KernelExtension.name(of: routine, session)
    lines.append(driver.isEmpty && name.isEmpty ? "" : "\t       \(driver)\t\(name)")
    let arguments = try (1...4).map {
      try place["Parameters.Others.Argument\($0)"].pointer.hex(8)
    }
    lines.append("\t\t\tArgs: \(arguments.joined(separator: " "))")
    return lines
  }

  /// When the completion routine is called, and whether the location is pending (SL_ bits, wdm.h).
  private static func words(_ control: UInt64) -> String {
    let bits: [(UInt64, String)] = [
      (0x40, "Success"), (0x80, "Error"), (0x20, "Cancel"), (0x01, "pending"),
    ]
    return bits.filter { control & $0.0 != 0 }.map { $0.1 }.joined(separator: " ")
  }

  /// The name of the driver a device belongs to; empty when it cannot be read.
  private func driverName(_ device: UInt64) -> String {
    guard device != 0, let object = try? irp.debugger.structure("nt!_DEVICE_OBJECT", at: device),
      let driver = try? object["DriverObject"].pointer, driver != 0,
      let record = try? irp.debugger.structure("nt!_DRIVER_OBJECT", at: driver)
    else { return "" }
    return (try? record["DriverName"].unicodeString) ?? ""
  }
}
