import Engine
import Language

/// A device object and whom it belongs to.
struct DeviceObject {
  let device: Struct

  /// Reads the device at an address; throws where there is none.
  init(at address: UInt64, _ debugger: Debugger) throws {
    device = try debugger.structure("nt!_DEVICE_OBJECT", at: address)
    // IO_TYPE_DEVICE.
    guard let type = try? device["Type"].uint, type == 3 else {
      throw CommandError.message("\(address.hex(16)) is not a device object")
    }
  }

  var address: UInt64 { device.address }

  /// The object's own name, `Null`; empty for most devices of a stack.
  var name: String { (try? KernelObject(at: device.address, device.debugger).name) ?? "" }

  /// `\Driver\Null`.
  var driverName: String {
    get throws {
      let driver = try device["DriverObject"].pointer
      guard driver != 0 else { return "" }
      return try device.debugger.structure("nt!_DRIVER_OBJECT", at: driver)["DriverName"]
        .unicodeString
    }
  }

  /// The device above, or nil for the top of a stack.
  func upper() throws -> DeviceObject? {
    let next = try device["AttachedDevice"].pointer
    return next == 0 ? nil : try DeviceObject(at: next, device.debugger)
  }

  /// The device below, or nil for the bottom of a stack.
  func lower() throws -> DeviceObject? {
    let extended = try device["DeviceObjectExtension"].pointer
    guard extended != 0 else { return nil }
    let record = try device.debugger.structure("nt!_DEVOBJ_EXTENSION", at: extended)
    let next = try record["AttachedTo"].pointer
    return next == 0 ? nil : try DeviceObject(at: next, device.debugger)
  }

  /// The whole stack that the device is part of, the top first.
  func stack() throws -> [DeviceObject] {
    var top = self
    var seen: Set<UInt64> = [address]
    while let next = try top.upper() {
      guard seen.insert(next.address).inserted, seen.count < 256 else {
        throw LookupError.loop(at: next.address)
      }
      top = next
    }
    var stack = [top]
    seen = [top.address]
    while let last = stack.last, let next = try last.lower() {
      guard seen.insert(next.address).inserted, seen.count < 256 else {
        throw LookupError.loop(at: next.address)
      }
      stack.append(next)
    }
    return stack
  }
}
