import Engine
import Testing

/// A kernel found the hard way: GS base to KPCR to version block to PsLoadedModuleList.
@Suite struct ModuleTests {
  static let control: UInt64 = 0xFFFF_F800_0100_0000
  static let kernel: UInt64 = 0xFFFF_F800_0140_0000
  static let driver: UInt64 = 0xFFFF_F880_0300_0000
  static let head: UInt64 = control + 0x2000
  static let entries: [UInt64] = [control + 0x2100, control + 0x2200]

  static func words(_ values: [(Int, UInt64)], count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    for (offset, value) in values {
      for index in 0..<8 where offset + index < count {
        bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(index * 8))
      }
    }
    return bytes
  }

  static func text(_ text: String, at address: UInt64, _ target: MemoryTarget) {
    target.add(Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, at: address)
  }

  /// A `_LDR_DATA_TABLE_ENTRY` whose names lie behind it.
  static func entry(_ index: Int, next: UInt64, base: UInt64, name: String, _ target: MemoryTarget)
  {
    let place = entries[index]
    let path = "\\SystemRoot\\System32\\" + name
    let pathAt = control + 0x3000 + UInt64(index) * 0x200
    func counted(_ text: String) -> UInt64 { UInt64(text.utf16.count * 2) * 0x1_0001 }
    target.add(
      words(
        [
          (0, next), (0x30, base), (0x40, 0x5000), (0x48, counted(path)), (0x50, pathAt),
          (0x58, counted(name)), (0x60, pathAt + UInt64((path.utf16.count - name.utf16.count) * 2)),
          (0x78, 0x1234),
        ], count: 0x100), at: place)
    text(path, at: pathAt, target)
  }

  private func session() throws -> (Debugger, MemoryTarget) {
    let target = MemoryTarget()
    target.contexts[0][.gsBase] = 0x7FF_0000_0000
    target.contexts[0][.kernelGSBase] = Self.control
    target.add(
      Self.words([(0x108, Self.control + 0x1000), (0x188, 0xFFFF_FA80_0000_1000)], count: 0x1000),
      at: Self.control)
    target.add(
      Self.words([(0x10, Self.kernel), (0x18, Self.head)], count: 0x100), at: Self.control + 0x1000)
    target.add(Self.words([(0, Self.entries[0])], count: 0x10), at: Self.head)
    Self.entry(0, next: Self.entries[1], base: Self.kernel, name: "ntoskrnl.exe", target)
    Self.entry(1, next: Self.head, base: Self.driver, name: "Extra.sys", target)
    target.add(try Walker.mapped(), at: Self.kernel)
    target.add(try Walker.mapped(), at: Self.driver)
    let debugger = Debugger(target: target, symbols: SymbolStore(path: Walker.folder))
    return (debugger, target)
  }

  @Test func theListIsRead() throws {
    let (debugger, _) = try session()
    try debugger.reloadModules()
    #expect(debugger.modules.map(\.name) == ["nt", "Extra"])
    #expect(debugger.modules.map(\.base) == [Self.kernel, Self.driver])
    let driver = try #require(debugger.module(named: "extra"))
    #expect(driver.path == "\\SystemRoot\\System32\\Extra.sys" && driver.imageName == "Extra.sys")
    #expect(driver.size == 0x5000 && driver.timeDateStamp != 0 && !driver.isUser)
    #expect(driver.symbolState == .deferred)
    #expect(debugger.module(containing: Self.driver + 0x4FFF) === driver)
    #expect(debugger.module(containing: Self.driver + 0x5000) == nil)
    #expect(try debugger.address(of: "Extra!Leaf") == Self.driver + 0x1000)
    #expect(try debugger.address(of: "Leaf") == Self.kernel + 0x1000, "the kernel comes first")
    #expect(debugger.processorControlRegion(processor: 0) == Self.control)
    #expect(debugger.currentThread(processor: 0) == 0xFFFF_FA80_0000_1000)
  }

  @Test func modulesOutliveAReload() throws {
    let (debugger, _) = try session()
    try debugger.reloadModules()
    let before = debugger.modules
    try debugger.reloadModules()
    #expect(zip(before, debugger.modules).allSatisfy { $0 === $1 })
    // A driver that has gone is gone.
    try debugger.writeUInt(Self.entries[0], Self.head, 8)
    try debugger.reloadModules()
    #expect(debugger.modules.map(\.name) == ["nt"])
  }

  @Test func brokenListsAreReadAsFarAsTheyGo() throws {
    let (debugger, _) = try session()
    for bad in [0x10, Self.entries[0], Self.entries[1]] as [UInt64] {
      try debugger.writeUInt(Self.entries[1], bad, 8)
      try debugger.reloadModules()
      #expect(debugger.modules.map(\.name) == ["nt", "Extra"])
    }
    try debugger.writeUInt(Self.head, 0, 8)
    try debugger.reloadModules()
    #expect(debugger.modules.map(\.name) == ["nt"])
  }

  @Test func withoutAKernelThereIsAnError() {
    let debugger = Debugger(target: MemoryTarget(), symbols: SymbolStore())
    #expect(throws: LookupError.noModule("nt")) { try debugger.reloadModules() }
    #expect(debugger.modules.isEmpty && debugger.symbolize(0x1000) == nil)
  }

  @Test func theInterruptTableLeadsToTheKernel() throws {
    let target = MemoryTarget()
    target.contexts[0][.idtr] = 0xFFFF_F800_0001_0000
    target.contexts[0][.idtl] = 0xFFF
    let handler = Self.kernel + 0x1234
    let low = (handler & 0xFFFF) | 0x10 << 16 | 0x8E00 << 32 | (handler >> 16 & 0xFFFF) << 48
    target.add(Self.words([(0, low), (8, handler >> 32)], count: 16), at: 0xFFFF_F800_0001_0000)
    target.add(try Walker.mapped(), at: Self.kernel)
    let debugger = Debugger(target: target, symbols: SymbolStore(path: Walker.folder))
    try debugger.reloadModules()
    #expect(debugger.kernelBase == Self.kernel)
  }
}
