import Bytes
import Dumps
import Foundation
import Testing

@testable import Engine

@Suite struct ProcessDumpTests {
  @Test func memoryIsWhatTheDumpHas() throws {
    let target = try Self.target(Self.contents())
    let engine = Debugger(target: target, symbols: SymbolStore())
    #expect(engine.read(0x1_2FFE, 4).holes == [2..<4])
    #expect(engine.read(0x1_1FFC, 8).holes == [0..<4])
    #expect(engine.read(0x1_1000, 0x3000).holes == [0..<0x1000, 0x2000..<0x3000])
    #expect(engine.read(0x1_2345, 4).bytes == Self.memory(0x1_2345, 4))
    // The end of the address space is an end.
    #expect(engine.read(.max - 3, 8).holes == [0..<8])
    #expect(engine.read(0, 0).holes == [])
    #expect(throws: TargetError.self) { try target.write(0x1_2000, [1], space: .processor(0)) }
  }

  @Test func threadsAndTheExceptionAreThere() throws {
    let target = try Self.target(Self.contents())
    let engine = Debugger(target: target, symbols: SymbolStore())
    try engine.enterDump()
    #expect(target.threads.map(\.id) == [0x24, 0x28])
    #expect(engine.scope.processor == 1)
    #expect(try engine.context()[.rip] == 0x1_4000_1200)
    #expect(target.exceptionContext?.context[.rip] == 0x1_4000_1234)
    #expect(target.exceptionContext?.thread == 1)
    guard case .exception(let record, _)? = engine.lastStop?.reason else {
      Issue.record("no exception")
      return
    }
    #expect(record.code == 0xC000_0005)
    #expect(record.parameters == [1, 0])
    #expect(engine.modules.map(\.name) == ["usertest"])
    #expect(engine.module(containing: 0x1_4000_1234)?.codeView?.age == 3)
    #expect(throws: TargetError.self) { try engine.go() }
  }

  @Test func otherProcessorsAreRefusedByName() {
    var contents = Self.contents()
    contents.system.architecture = 12
    #expect(throws: FormatError.self) { try Self.target(contents) }
  }

  @Test func damagedDumpsAreLookedAtWithoutATrap() throws {
    let whole = try Self.bytes(Self.contents())
    var state: UInt64 = 7
    for _ in 0..<600 {
      var bytes = whole
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        let place = Int(state >> 33) % bytes.count
        bytes[place] = state & 4 == 0 ? 0xFF : UInt8(truncatingIfNeeded: state >> 20)
      }
      guard let dump = try? Minidump(bytes),
        let target = try? ProcessDumpTarget(dump, path: "", symbols: SymbolStore())
      else { continue }
      let engine = Debugger(target: target, symbols: SymbolStore())
      try? engine.enterDump()
      if let context = try? engine.context() { _ = engine.unwind(context, limit: 16) }
      for module in engine.modules.prefix(4) {
        _ = module.image
        _ = engine.symbolize(module.base &+ 0x1000)
      }
      for address: UInt64 in [0, 0x1_2FF0, 0x1_4000_0FFF, .max - 8] { _ = engine.read(address, 32) }
      _ = engine.currentPEB
    }
  }

  private static func target(_ contents: MinidumpContents) throws -> ProcessDumpTarget {
    try ProcessDumpTarget(Minidump(bytes(contents)), path: "test.dmp", symbols: SymbolStore())
  }

  private static let ranges = [
    MinidumpRange(start: 0x1_2000, size: 0x1000),
    MinidumpRange(start: 0x7FF_FFFD_D000, size: 0x200),
  ]

  private static func memory(_ address: UInt64, _ count: Int) -> [UInt8] {
    (0..<UInt64(count)).map { UInt8(truncatingIfNeeded: (address + $0) &* 0x9E37_79B9 >> 9) }
  }

  private static func bytes(_ contents: MinidumpContents) throws -> [UInt8] {
    let path = NSTemporaryDirectory() + "crashcart-process-\(UUID().uuidString).dmp"
    defer { unlink(path) }
    try DumpWriter(path: path, replacing: false).write(contents, ranges: ranges, read: memory)
    let file = try FileBytes(path: path)
    return file.read(at: 0, count: file.count) ?? []
  }

  private static func contents() -> MinidumpContents {
    var contents = MinidumpContents()
    contents.process.id = 0x20
    for id: UInt32 in [0x24, 0x28] {
      var thread = MinidumpThread()
      thread.id = id
      thread.teb = 0x7FF_FFFD_D000
      thread.stack = ranges[0]
      thread.context = record(ip: 0x1_4000_1200)
      contents.threads.append(thread)
    }
    var module = MinidumpModule()
    module.base = 0x1_4000_0000
    module.size = 0x7000
    module.path = "C:\\usertest.exe"
    module.symbolFile = .init(
      guid: GUID(data1: 1, data2: 2, data3: 3, data4: 4), age: 3, path: "usertest.pdb")
    contents.modules = [module]
    var exception = MinidumpException()
    exception.threadID = 0x28
    exception.record.code = 0xC000_0005
    exception.record.address = 0x1_4000_1234
    exception.record.parameters = [1, 0]
    exception.context = record(ip: 0x1_4000_1234)
    contents.exception = exception
    return contents
  }

  private static func record(ip: UInt64) -> [UInt8] {
    var context = Context()
    context[.rip] = ip
    context[.rsp] = 0x1_2F00
    context[.cs] = 0x33
    return ContextRecord.make(context)
  }
}
