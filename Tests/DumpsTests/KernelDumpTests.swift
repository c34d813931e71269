import Bytes
import Foundation
import Testing

@testable import Dumps

@Suite struct KernelDumpTests {
  @Test func aHeaderComesBackAsItWasWritten() throws {
    let header = Self.header()
    let read = try DumpHeader(header.bytes)
    var expected = header
    #expect(read.context.prefix(header.context.count) == header.context[...])
    expected.context = read.context
    #expect(read == expected)
    #expect(header.bytes.count == DumpHeader.byteCount)
  }

  @Test(arguments: [DumpKind.full, .bitmap])
  func writtenPagesAreRead(kind: DumpKind) throws {
    let path = Self.temporaryPath()
    defer { unlink(path) }
    var header = Self.header()
    header.kind = kind
    header.memory = [PageRun(firstFrame: 0, count: 40)]
    let pages =
      kind == .full
      ? header.memory
      : [PageRun(firstFrame: 1, count: 2), PageRun(firstFrame: 9, count: 1)]
    var told: [UInt64] = []
    try DumpWriter(path: path, replacing: false).write(header, pages: pages) { frame in
      frame == 2 ? [UInt8](repeating: 0, count: 0x1000) : Self.page(frame)
    } progress: {
      told.append($0)
    }
    let dump = try KernelDump(FileBytes(path: path))
    #expect(dump.pages == pages)
    #expect(told.last == dump.pageCount)
    #expect(dump.page(1) == Self.page(1))
    #expect(dump.page(2) == [UInt8](repeating: 0, count: 0x1000))
    #expect(dump.page(9) == Self.page(9))
    #expect(dump.page(40) == nil)
    #expect(dump.page(3) == (kind == .full ? Self.page(3) : nil))
    #expect(dump.header.requiredSpace == FileBytes.size(path))
  }

  @Test func aFileIsReplacedOnlyWhenAsked() throws {
    let path = Self.temporaryPath()
    defer { unlink(path) }
    _ = try DumpWriter(path: path, replacing: false)
    #expect(throws: DumpWriteError.exists(path)) { try DumpWriter(path: path, replacing: false) }
    _ = try DumpWriter(path: path, replacing: true)
  }

  /// The range form of newer systems, laid out by hand.
  @Test(arguments: [DumpKind.kernelRanges, .activeRanges, .fullRanges])
  func rangesAreRead(kind: DumpKind) throws {
    var header = Self.header()
    header.kind = kind
    var bytes = header.bytes
    let first = UInt64(0x3000)
    bytes += Self.little(0x40, 4) + Array("RDMPDUMP".utf8) + Self.little(0, 4)
    bytes += Self.little(first - 0x2020, 8) + Self.little(first, 8) + Self.little(0, 16)
    bytes += Self.little(5, 8) + Self.little(1, 8) + Self.little(0x100, 8) + Self.little(2, 8)
    bytes += [UInt8](repeating: 0, count: Int(first) - bytes.count)
    for frame: UInt64 in [5, 0x100, 0x101] { bytes += Self.page(frame) }
    let dump = try KernelDump(bytes)
    #expect(
      dump.pages == [PageRun(firstFrame: 5, count: 1), PageRun(firstFrame: 0x100, count: 2)])
    #expect(dump.page(0x101) == Self.page(0x101))
    #expect(dump.page(6) == nil)
  }

  @Test func everyPrefixIsRefusedOrReadWithHoles() throws {
    let whole = try Self.bitmapDump()
    for count in stride(from: 0, to: whole.count, by: 61) {
      let dump = try? KernelDump(Array(whole[..<count]))
      if count < DumpHeader.byteCount { #expect(dump == nil) }
      for frame: UInt64 in 0..<12 { _ = dump?.page(frame) }
    }
    let dump = try KernelDump(Array(whole[..<(whole.count - 1)]))
    #expect(dump.page(9) == nil)
    #expect(dump.page(1) == Self.page(1))
  }

  @Test func changedBytesNeverTrap() throws {
    let whole = try Self.bitmapDump()
    var state: UInt64 = 42
    for _ in 0..<4000 {
      var bytes = whole
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        let place = Int(state >> 33) % 0x2100
        bytes[place] = UInt8(truncatingIfNeeded: state >> 20)
      }
      guard let dump = try? KernelDump(bytes) else { continue }
      for frame: UInt64 in [0, 1, 9, 1 << 40, .max] { _ = dump.page(frame) }
    }
  }

  @Test func otherFilesAreNamedForWhatTheyAre() {
    var header = Self.header().bytes
    header.replaceSubrange(4..<8, with: Array("DUMP".utf8))
    #expect(
      Self.message(header)
        == "ValidDump at dump offset 0x4: 0x504d5544 found, 'DU64', not a 32-bit dump expected")
    header.replaceSubrange(0..<4, with: Array("MDMP".utf8))
    #expect(
      Self.message(header)
        == "Signature at dump offset 0x0: 0x504d444d found, 'PAGE', a kernel dump expected")
    #expect(Self.message([]) == "DUMP_HEADER64 at dump offset 0x0: 8192 bytes needed, 0 left")
  }

  private static func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try KernelDump(bytes)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private static func bitmapDump() throws -> [UInt8] {
    let path = temporaryPath()
    defer { unlink(path) }
    var header = header()
    header.kind = .bitmap
    header.memory = [PageRun(firstFrame: 0, count: 16)]
    let pages = [PageRun(firstFrame: 1, count: 2), PageRun(firstFrame: 9, count: 1)]
    try DumpWriter(path: path, replacing: false).write(header, pages: pages) { page($0) }
    let file = try FileBytes(path: path)
    return file.read(at: 0, count: file.count) ?? []
  }

  private static func header() -> DumpHeader {
    var header = DumpHeader()
    header.minorVersion = 7601
    header.directoryTableBase = 0x18_7000
    header.pfnDatabase = 0xFFFF_FA80_0000_0000
    header.loadedModuleList = 0xFFFF_F800_0141_A128
    header.activeProcessHead = 0xFFFF_F800_0141_A228
    header.processorCount = 2
    header.bugCheckCode = 0xD1
    header.bugCheckParameters = [1, 2, 3, 4]
    header.debuggerDataBlock = 0xFFFF_F800_0141_0000
    header.memory = [PageRun(firstFrame: 1, count: 2), PageRun(firstFrame: 9, count: 1)]
    header.context = (0..<0x4D0).map { UInt8(truncatingIfNeeded: $0) }
    header.exception.code = 0x8000_0003
    header.exception.address = 0xFFFF_F800_0140_76C2
    header.exception.parameters = [7]
    header.systemTime = 130_000_000_000_000_000
    header.upTime = 12_345
    header.comment = "A comment"
    return header
  }

  private static func page(_ frame: UInt64) -> [UInt8] {
    (0..<0x1000).map { UInt8(truncatingIfNeeded: UInt64($0) &* 7 &+ frame &+ 1) }
  }

  private static func little(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) : 0 }
  }

  private static func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appending(path: "crashcart-\(UUID()).dmp").path
  }
}

extension FileBytes {
  /// The size of a file on disk, 0 when there is none.
  fileprivate static func size(_ path: String) -> UInt64 {
    ((try? FileBytes(path: path))?.count).map(UInt64.init) ?? 0
  }
}
