/// What the guest's kernel debugger layer says through the debug port (KDPORT_PACKET).
struct PortReport {
  /// The commands, as the guest writes them to port F0h.
  enum Command: UInt32 {
    case exception = 1
    case loadSymbols = 2
    case print = 3
    case bugCheck = 4
  }

  /// NTSTATUS answers for the packet's Continue field.
  static let handled: UInt32 = 0x0001_0002
  static let notHandled: UInt32 = 0x8001_0001
  /// Bytes of a packet, and where its Continue field stands.
  static let size = 0x68
  static let continueOffset: UInt64 = 12

  /// The processor that stands in the debugger layer.
  let processor: Int
  let command: Command
  /// Where the packet lies.
  let address: UInt64
  /// The CONTEXT record of an exception; 0 for other reports.
  let contextRecord: UInt64
  let exceptionRecord: UInt64
  let isFirstChance: Bool
  let string: (address: UInt64, length: Int)
  let isUnload: Bool
  let module: (base: UInt64, size: UInt64, checkSum: UInt32)
  let path: (address: UInt64, length: Int)

  /// Reads the packet at `address`; nil when the command is unknown or the packet unreadable.
  init?(processor: Int, command: UInt32, address: UInt64, _ memory: MemoryView) {
    guard let command = Command(rawValue: command), let bytes = memory.bytes(address, Self.size)
    else { return nil }
    self.processor = processor
    self.command = command
    self.address = address
    contextRecord = command == .exception ? littleEndian(bytes, 0x20, 8) : 0
    exceptionRecord = littleEndian(bytes, 0x28, 8)
    isFirstChance = littleEndian(bytes, 0x30, 4) != 0
    string = (littleEndian(bytes, 0x38, 8), Int(littleEndian(bytes, 0x40, 4)))
    isUnload = littleEndian(bytes, 0x44, 4) != 0
    module = (
      littleEndian(bytes, 0x48, 8), littleEndian(bytes, 0x50, 8),
      UInt32(truncatingIfNeeded: littleEndian(bytes, 0x64, 4))
    )
    path = (littleEndian(bytes, 0x58, 8), Int(littleEndian(bytes, 0x60, 4)))
  }

  /// The report as an event; nil for one that needs no attention.
  func event(_ memory: MemoryView) -> TargetEvent.Kind? {
    switch command {
    case .exception:
      guard let record = ExceptionRecord(at: exceptionRecord, memory) else { return nil }
      return .exception(record, firstChance: isFirstChance)
    case .loadSymbols:
      let notice = ImageNotice(
        path: String(decoding: text(path, memory), as: UTF8.self), base: module.base,
        size: module.size, checkSum: module.checkSum)
      return isUnload ? .unload(notice) : .load(notice)
    case .print:
      return .print(text(string, memory))
    case .bugCheck:
      return nil
    }
  }

  /// A string that the guest points to, at most a page of it.
  private func text(_ place: (address: UInt64, length: Int), _ memory: MemoryView) -> [UInt8] {
    memory.bytes(place.address, min(place.length, 0x1000)) ?? []
  }
}

extension ExceptionRecord {
  /// The EXCEPTION_RECORD64 at an address, or nil when it cannot be read.
  init?(at address: UInt64, _ memory: MemoryView) {
    guard let bytes = memory.bytes(address, 0x98) else { return nil }
    let count = min(15, Int(littleEndian(bytes, 0x18, 4)))
    self.init(
      code: UInt32(truncatingIfNeeded: littleEndian(bytes, 0, 4)),
      flags: UInt32(truncatingIfNeeded: littleEndian(bytes, 4, 4)),
      nested: littleEndian(bytes, 8, 8), address: littleEndian(bytes, 0x10, 8),
      parameters: (0..<count).map { littleEndian(bytes, 0x20 + $0 * 8, 8) })
  }
}
