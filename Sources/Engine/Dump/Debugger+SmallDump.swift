import Dumps

// Small kernel dumps: registers, the stack, the list of drivers, and a few structures.

extension Debugger {
  /// Writes a small dump of the target as it stands.
  func writeSmallDump(_ header: DumpHeader, to writer: DumpWriter) throws {
    let number = lastStop?.processor ?? scope.processor
    let context = try target.context(processor: number)
    let view = MemoryView(target: target, space: .processor(number))
    var contents = SmallDumpContents()
    contents.drivers = kernelModules.map {
      TriageDump.Driver(
        base: $0.base, size: UInt32(clamping: $0.size), timeDateStamp: $0.timeDateStamp,
        checkSum: $0.checkSum, name: $0.imageName)
    }
    let thread = currentThread(processor: number)
    let base = thread.flatMap { try? field("nt!_KTHREAD", "StackBase", at: $0) }
    contents.stack = stackBytes(context, base ?? 0, view)
    contents.debuggerData = view.bytes(header.debuggerDataBlock, 0x340) ?? []
    try addStructures(number, context, view, &contents)
    // The code that was run, as it was.
    addBlock(context.ip &- 0x80, 0x100, view, &contents)
    for (name, size) in Self.variables {
      guard let address = kernel?.symbol(name)?.address else { continue }
      addBlock(address, size, view, &contents)
    }
    try writer.write(header, contents)
  }

  /// Variables of the kernel that commands ask for, and their sizes.
  private static let variables: [(name: String, size: Int)] = [
    ("KiBugCheckData", 0x28), ("KiProcessorBlock", 0x200), ("NtBuildLab", 0x40),
    ("NtBuildNumber", 4), ("PsLoadedModuleList", 0x10), ("PsActiveProcessHead", 0x10),
    ("CmNtCSDVersion", 4), ("KdVersionBlock", 0x28),
  ]

  private func addBlock(
    _ address: UInt64, _ size: Int, _ view: MemoryView, _ contents: inout SmallDumpContents
  ) {
    guard let bytes = view.bytes(address, size) else { return }
    contents.blocks.append(DumpedBytes(address: address, bytes: bytes))
  }

  /// The stack from its pointer to the thread's own end of it, 32 KB at most.
  private func stackBytes(_ context: Context, _ base: UInt64, _ view: MemoryView) -> DumpedBytes {
    let start = context.sp & ~7
    let limit = base > start ? min(base &- start, 0x8000) : 0x8000
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let place = start &+ UInt64(bytes.count)
      let count = min(Int(limit) - bytes.count, Int(0x1000 - (place & 0xFFF)))
      guard let part = view.bytes(place, count) else { break }
      bytes += part
    }
    return DumpedBytes(address: start, bytes: bytes)
  }

  /// The processor's region, its thread and its process, with the registers where a crash saves them.
  private func addStructures(
    _ number: Int, _ context: Context, _ view: MemoryView, _ contents: inout SmallDumpContents
  ) throws {
    func size(_ name: String) -> Int { (try? type(name).size).map { Int(clamping: $0) } ?? 0 }
    if let block = kernel?.symbol("KdDebuggerDataBlock")?.address,
      let data = DebuggerDataBlock(at: block, view), let places = data.savedPlaces(number, view),
      let region = processorControlRegion(processor: number),
      var bytes = view.bytes(region, size("nt!_KPCR"))
    {
      func put(_ new: [UInt8], at address: UInt64) {
        let start = Int(clamping: address &- region)
        guard address >= region, start <= bytes.count, new.count <= bytes.count - start else {
          return
        }
        bytes.replaceSubrange(start..<(start + new.count), with: new)
      }
      put(ContextRecord.make(context), at: places.context)
      if var special = view.bytes(places.special, SpecialRegisters.byteCount) {
        SpecialRegisters.write(context, into: &special)
        put(special, at: places.special)
      }
      contents.blocks.append(DumpedBytes(address: region, bytes: bytes))
      contents.processorBlock = view.bytes(data.prcb(number, view), size("nt!_KPRCB")) ?? []
    }
    if let thread = currentThread(processor: number) {
      contents.thread = view.bytes(thread, size("nt!_ETHREAD")) ?? []
      contents.blocks.append(DumpedBytes(address: thread, bytes: contents.thread))
    }
    if let process = currentProcess(processor: number) {
      contents.process = view.bytes(process, size("nt!_EPROCESS")) ?? []
      contents.blocks.append(DumpedBytes(address: process, bytes: contents.process))
    }
  }
}
