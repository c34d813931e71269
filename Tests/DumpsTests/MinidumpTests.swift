import Bytes
import Foundation
import Testing

@testable import Dumps

@Suite struct MinidumpTests {
  @Test(arguments: [UInt64(0), 2])
  func whatIsWrittenIsRead(flags: UInt64) throws {
    var contents = Self.contents()
    contents.flags = flags
    let dump = try Minidump(Self.bytes(contents))
    #expect(dump.damage == [])
    #expect(dump.contents == contents)
    #expect(dump.memory.blocks.map(\.start) == Self.ranges.map(\.start))
    #expect(dump.memory.blocks.map(\.size) == Self.ranges.map(\.size))
    #expect(dump.memory.read(0x1_2345, upTo: 4) == Self.memory(0x1_2345, 4))
    // Up to the end of the block, and nothing before or behind it.
    #expect(dump.memory.read(0x1_2FFE, upTo: 16) == Self.memory(0x1_2FFE, 2))
    #expect(dump.memory.read(0x1_3000, upTo: 1) == nil)
    #expect(dump.memory.read(0x1_1FFF, upTo: 1) == nil)
    #expect(dump.memory.nextStart(after: 0x1_2FFF) == 0x7FF_FFFD_D000)
  }

  @Test func rowsMayBePaddedAndLonger() throws {
    // A module list whose rows begin eight bytes behind its place, as some writers align them.
    var bytes = Self.header([(4, 8 + 108, 0x100), (7, 56, 0x400)])
    bytes += [UInt8](repeating: 0, count: 0x100 - bytes.count)
    bytes += Self.little(1, 4) + Self.little(0, 4) + Self.little(0x1_4000_0000, 8)
    bytes += [UInt8](repeating: 0, count: 0x400 - bytes.count) + Self.little(9, 2)
    bytes += [UInt8](repeating: 0, count: 54)
    #expect(try Minidump(bytes).contents.modules.map(\.base) == [0x1_4000_0000])

    // Regions with rows of 56 bytes behind a header of 24.
    bytes = Self.header([(16, 24 + 2 * 56, 0x100), (7, 56, 0x400)])
    bytes += [UInt8](repeating: 0, count: 0x100 - bytes.count)
    bytes += Self.little(24, 4) + Self.little(56, 4) + Self.little(2, 8) + Self.little(0, 8)
    for base: UInt64 in [0x2000, 0x1000] {
      bytes += Self.little(base, 8) + [UInt8](repeating: 0, count: 48)
    }
    bytes += [UInt8](repeating: 0, count: 0x400 - bytes.count) + Self.little(9, 2)
    bytes += [UInt8](repeating: 0, count: 54)
    #expect(try Minidump(bytes).contents.regions.map(\.base) == [0x1000, 0x2000])
  }

  @Test func overlappingMemoryIsTakenOnce() {
    let memory = MinidumpMemory(
      [
        .init(start: 0x2000, size: 0x100, offset: 0x10),
        .init(start: 0x1000, size: 0x1080, offset: 0),
        .init(start: 0x1800, size: 8, offset: 0), .init(start: .max, size: .max, offset: 5),
        .init(start: 0, size: 0, offset: 0), .init(start: .max - 1, size: 1, offset: .max),
        .init(start: 0x9000, size: 1 << 60, offset: 0x2FF0),
      ], [UInt8](repeating: 7, count: 0x3000))
    #expect(
      memory.blocks == [
        .init(start: 0x1000, size: 0x1080, offset: 0),
        .init(start: 0x2080, size: 0x80, offset: 0x90),
        .init(start: 0x9000, size: 0x10, offset: 0x2FF0),
        .init(start: .max, size: 1, offset: 5),
      ])
    #expect(memory.read(.max, upTo: 8) == [7])
    #expect(memory.read(.max - 1, upTo: 8) == nil)
    #expect(memory.nextStart(after: .max) == nil)
  }

  @Test func everyPrefixIsRefusedOrSaysWhatItLacks() throws {
    let whole = try Self.bytes(Self.contents())
    let streams = try Minidump(whole).streams.count
    for count in 0..<whole.count {
      guard let dump = try? Minidump(Array(whole[..<count])) else {
        #expect(count < 0x200)
        continue
      }
      #expect(count >= 32 + streams * 12)
      Self.touch(dump)
    }
    // The memory stands last: without its end a block is shorter.
    let dump = try Minidump(Array(whole[..<(whole.count - 1)]))
    #expect(dump.contents == Self.contents())
    #expect(dump.memory.read(0x7FF_FFFD_DFFE, upTo: 2)?.count == 1)
  }

  @Test func changedBytesNeverTrap() throws {
    for flags: UInt64 in [0, 2] {
      var contents = Self.contents()
      contents.flags = flags
      let whole = try Self.bytes(contents)
      let front = whole.count - Int(Self.ranges.reduce(0) { $0 + $1.size })
      var state: UInt64 = 42
      for _ in 0..<4000 {
        var bytes = whole
        for _ in 0..<3 {
          state = state &* 6_364_136_223_846_793_005 &+ 1
          let place = Int(state >> 33) % front
          bytes[place] = state & 4 == 0 ? 0xFF : UInt8(truncatingIfNeeded: state >> 20)
        }
        if let dump = try? Minidump(bytes) { Self.touch(dump) }
      }
    }
  }

  @Test func otherFilesAreNamedForWhatTheyAre() {
    #expect(
      Self.message(Array("PAGEDU64".utf8) + [UInt8](repeating: 0, count: 64))
        == "Signature at minidump offset 0x0: 0x45474150 found, 'MDMP' expected")
    #expect(Self.message([]) == "MINIDUMP_HEADER at minidump offset 0x0: 32 bytes needed, 0 left")
    #expect(
      Self.message(Self.header([(3, 4, 0)]))
        == "SystemInfoStream at minidump offset 0x20: missing")
    var old = Self.header([])
    old[4] = 0x92
    #expect(Self.message(old) == "Version at minidump offset 0x4: 0xa792 found, a793 expected")
  }

  private static func touch(_ dump: Minidump) {
    for address: UInt64 in [0, 0x1_2345, 0x7FF_FFFD_D000, 1 << 63, .max] {
      _ = dump.memory.read(address, upTo: 64)
      _ = dump.memory.nextStart(after: address)
    }
    for block in dump.memory.blocks.prefix(16) { _ = dump.memory.read(block.start, upTo: 64) }
  }

  private static func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try Minidump(bytes)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  /// A header and a directory of streams: type, size, place.
  private static func header(_ streams: [(type: UInt64, size: UInt64, place: UInt64)]) -> [UInt8] {
    var bytes = Array("MDMP".utf8) + little(0xA793, 4) + little(UInt64(streams.count), 4)
    bytes += little(32, 4) + [UInt8](repeating: 0, count: 16)
    for stream in streams {
      bytes += little(stream.type, 4) + little(stream.size, 4) + little(stream.place, 4)
    }
    return bytes
  }

  private static func little(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
  }

  static let ranges = [
    MinidumpRange(start: 0x1_2000, size: 0x1000),
    MinidumpRange(start: 0x7FF_FFFD_D000, size: 0x1000),
  ]

  static func memory(_ address: UInt64, _ count: Int) -> [UInt8] {
    (0..<UInt64(count)).map { UInt8(truncatingIfNeeded: (address + $0) &* 0x9E37_79B9 >> 9) }
  }

  private static func bytes(_ contents: MinidumpContents) throws -> [UInt8] {
    let path = NSTemporaryDirectory() + "crashcart-minidump-\(UUID().uuidString).dmp"
    defer { unlink(path) }
    try DumpWriter(path: path, replacing: false).write(contents, ranges: ranges, read: memory)
    let file = try FileBytes(path: path)
    return file.read(at: 0, count: file.count) ?? []
  }

  static func contents() -> MinidumpContents {
    var contents = MinidumpContents()
    contents.timeDateStamp = 0x5130_9B90
    contents.system.majorVersion = 6
    contents.system.minorVersion = 1
    contents.system.buildNumber = 7601
    contents.system.servicePack = "Service Pack 1"
    contents.process.id = 0x20
    contents.process.createTime = 0x5130_9B80
    contents.process.userTime = 1
    contents.process.kernelTime = 2
    contents.process.build = "7601.gurney.amd64fre"
    for number in 0..<2 {
      var thread = MinidumpThread()
      thread.id = UInt32(0x24 + number * 4)
      thread.priorityClass = 0x20
      thread.teb = 0x7FF_FFFD_D000
      thread.stack = number == 0 ? ranges[0] : MinidumpRange(start: 0x1_2800, size: 0x800)
      thread.context = (0..<0x4D0).map { UInt8(truncatingIfNeeded: $0 + number) }
      contents.threads.append(thread)
    }
    contents.threads[1].name = "worker"
    contents.threads[0].info = MinidumpThreadInfo()
    contents.threads[0].info?.startAddress = 0x1_4000_1000
    var module = MinidumpModule()
    module.base = 0x1_4000_0000
    module.size = 0x7000
    module.timeDateStamp = 0x4CE7_AB44
    module.path = "C:\\usertest.exe"
    module.versionInfo = [0xBD, 0x04, 0xEF, 0xFE] + [UInt8](repeating: 1, count: 48)
    module.symbolFile = .init(
      guid: GUID(data1: 1, data2: 2, data3: 3, data4: 4), age: 1, path: "usertest.pdb")
    contents.modules = [module]
    var unloaded = MinidumpUnloadedModule()
    unloaded.base = 0x1000_0000
    unloaded.size = 0x1000
    unloaded.name = "gone.dll"
    contents.unloadedModules = [unloaded]
    var exception = MinidumpException()
    exception.threadID = 0x24
    exception.record.code = 0xC000_0005
    exception.record.address = 0x1_4000_1234
    exception.record.parameters = [1, 0]
    exception.context = contents.threads[0].context
    contents.exception = exception
    var region = MinidumpRegion()
    region.base = 0x1_2000
    region.allocationBase = 0x1_0000
    region.size = 0x1000
    region.state = 0x1000
    region.protection = 4
    region.type = 0x2_0000
    contents.regions = [region]
    var handle = MinidumpHandle()
    handle.value = 4
    handle.typeName = "File"
    handle.objectName = "\\Device\\Console"
    handle.pointerCount = 2
    contents.handles = [handle]
    contents.comments = ["A test"]
    return contents
  }
}
