import Bytes
import Foundation
import Testing

@testable import Dumps

@Suite struct TriageDumpTests {
  @Test func whatIsWrittenIsRead() throws {
    let contents = Self.contents()
    let dump = try KernelDump(Self.bytes(contents))
    #expect(dump.header.kind == .triage)
    #expect(dump.header.miniDumpFields == 0x7F)
    #expect(dump.header.comment == "small")
    let triage = try #require(dump.triage)
    #expect(triage.drivers == contents.drivers)
    #expect(triage.damage == [])
    #expect(triage.processorBlock == contents.processorBlock)
    #expect(triage.thread == contents.thread)
    #expect(triage.process == contents.process)
    let stack = contents.stack
    #expect(triage.memory.read(stack.address, upTo: 0x4000) == stack.bytes)
    #expect(triage.memory.read(stack.address - 1, upTo: 1) == nil)
    #expect(triage.memory.read(0xFFFF_F800_0141_0010, upTo: 2) == [0x4B, 0x44])
    #expect(triage.memory.read(0xFFFF_FA80_0000_1000, upTo: 16) == contents.blocks[0].bytes)
    #expect(dump.page(0) == nil)
    #expect(dump.pageCount == 0)
  }

  /// Some readers take TopOfStack for the end of the stack; the stack pointer tells.
  @Test func theStackIsWhereItsPointerIs() throws {
    var bytes = try Self.bytes(Self.contents())
    let top = Self.contents().stack.address + UInt64(Self.contents().stack.bytes.count)
    for index in 0..<8 {
      bytes[0x2048 + index] = UInt8(truncatingIfNeeded: top >> UInt64(index * 8))
    }
    let triage = try #require(try KernelDump(bytes).triage)
    #expect(triage.memory.read(Self.contents().stack.address, upTo: 4) == [0, 1, 2, 3])
  }

  /// Newer systems have longer entries of drivers.
  @Test func longerEntriesOfDriversAreRead() throws {
    var bytes = try Self.bytes(Self.contents())
    let list = bytes.count
    let old = Int(
      try #require(try KernelDump(bytes).triage?.fields.first { $0.name == "DriverListOffset" })
        .value)
    for index in 0..<2 {
      bytes += bytes[(old + index * 0x90)..<(old + index * 0x90 + 0x90)]
      bytes += [UInt8](repeating: 0, count: 0x18)
    }
    for index in 0..<4 {
      bytes[0x2030 + index] = UInt8(truncatingIfNeeded: list >> (index * 8))
    }
    let triage = try #require(try KernelDump(bytes).triage)
    #expect(triage.drivers == Self.contents().drivers)
  }

  @Test func everyPrefixIsRefusedOrReadWithHoles() throws {
    let whole = try Self.bytes(Self.contents())
    for count in stride(from: 0, to: whole.count, by: 7) {
      guard let dump = try? KernelDump(Array(whole[..<count])) else {
        #expect(count < DumpHeader.byteCount + 0x80)
        continue
      }
      Self.touch(dump)
    }
  }

  @Test func changedBytesNeverTrap() throws {
    let whole = try Self.bytes(Self.contents())
    var state: UInt64 = 42
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        let place = 0x2000 + Int(state >> 33) % (whole.count - 0x2000)
        bytes[place] = state & 4 == 0 ? 0xFF : UInt8(truncatingIfNeeded: state >> 20)
      }
      if let dump = try? KernelDump(bytes) { Self.touch(dump) }
    }
  }

  private static func touch(_ dump: KernelDump) {
    guard let triage = dump.triage else { return }
    for address: UInt64 in [0, contents().stack.address, 0xFFFF_FA80_0000_1000, .max] {
      _ = triage.memory.read(address, upTo: 64)
    }
  }

  private static func bytes(_ contents: SmallDumpContents) throws -> [UInt8] {
    let path = NSTemporaryDirectory() + "crashcart-triage-\(UUID().uuidString).dmp"
    defer { unlink(path) }
    var header = DumpHeader()
    header.bugCheckCode = 0xD1
    header.debuggerDataBlock = 0xFFFF_F800_0141_0000
    header.comment = "small"
    header.context = [UInt8](repeating: 0, count: 0x4D0)
    for index in 0..<8 {
      header.context[0x98 + index] = UInt8(
        truncatingIfNeeded: contents.stack.address >> UInt64(index * 8))
    }
    try DumpWriter(path: path, replacing: false).write(header, contents)
    let file = try FileBytes(path: path)
    return file.read(at: 0, count: file.count) ?? []
  }

  private static func contents() -> SmallDumpContents {
    var contents = SmallDumpContents()
    contents.drivers = [
      .init(
        base: 0xFFFF_F800_0140_0000, size: 0x2F000, timeDateStamp: 0x1234_5678, checkSum: 7,
        name: "ntoskrnl.exe"),
      .init(
        base: 0xFFFF_F880_0010_0000, size: 0x3000, timeDateStamp: 1, checkSum: 0,
        name: "myfault.sys"),
    ]
    contents.stack = DumpedBytes(
      address: 0xFFFF_F880_0200_6E00, bytes: (0..<0x200).map { UInt8(truncatingIfNeeded: $0) })
    contents.debuggerData = [UInt8](repeating: 0, count: 0x10) + Array("KDBG".utf8)
    contents.debuggerData += [UInt8](repeating: 0, count: 0x32C)
    contents.processorBlock = [UInt8](repeating: 1, count: 0x40)
    contents.process = [UInt8](repeating: 2, count: 0x48)
    contents.thread = [UInt8](repeating: 3, count: 0x50)
    contents.blocks = [
      DumpedBytes(address: 0xFFFF_FA80_0000_1000, bytes: [UInt8](repeating: 9, count: 16))
    ]
    return contents
  }
}
