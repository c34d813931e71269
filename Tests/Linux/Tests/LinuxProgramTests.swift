import Foundation
import LinuxRunner
import Machine
import Testing

/// A file of one segment at 400000h: header, program header, code from 400078h.
func file(_ code: [UInt8], type: UInt8 = 2) -> [UInt8] {
  func word(_ value: UInt64) -> [UInt8] { (0..<8).map { UInt8(value >> ($0 * 8) & 0xff) } }
  let base: UInt64 = type == 2 ? 0x40_0000 : 0
  let size = UInt64(0x78 + code.count)
  var bytes: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0] + word(0)
  bytes += [type, 0, 62, 0, 1, 0, 0, 0] + word(base + 0x78) + word(64) + word(0)
  bytes += [0, 0, 0, 0, 64, 0, 56, 0, 1, 0, 0, 0, 0, 0, 0, 0]
  bytes += [1, 0, 0, 0, 5, 0, 0, 0] + word(0) + word(base) + word(base)
  bytes += word(size) + word(size) + word(0x1000)
  return bytes + code
}

func run(
  _ bytes: [UInt8], _ arguments: [String] = ["program"], limit: UInt64 = 1_000_000_000,
  features: ProcessorFeatures = .default
) throws -> (end: LinuxEnd, output: String) {
  var options = LinuxProcess.Options()
  options.limit = limit
  options.features = features
  var output: [UInt8] = []
  let process = try LinuxProcess(
    LinuxProgram(bytes), arguments: arguments, options: options,
    output: { output += $0 == 1 ? $1 : [] })
  return (process.run(), String(decoding: output, as: UTF8.self))
}

@Suite struct LinuxProgramTests {
  /// mov edi,1 / lea rsi,[rip+text] / mov edx,3 / mov eax,1 / syscall / mov edi,eax / mov eax,60 /
  /// syscall / text
  let hello: [UInt8] =
    [
      0xbf, 1, 0, 0, 0, 0x48, 0x8d, 0x35, 21, 0, 0, 0, 0xba, 3, 0, 0, 0, 0xb8, 1, 0, 0, 0, 0x0f, 5,
      0x89, 0xc7, 0xb8, 60, 0, 0, 0, 0x0f, 5,
    ] + Array("Hi\n".utf8)

  @Test(arguments: [2, 3] as [UInt8])
  func writesAndExits(type: UInt8) throws {
    let result = try run(file(hello, type: type))
    #expect(result.output == "Hi\n")
    #expect(result.end == .exited(status: 3))
  }

  @Test func runsInUserMode() throws {
    // hlt
    #expect(try run(file([0xf4])).end == .fault(vector: 13, rip: 0x40_0078, address: 0))
    // mov cs:[400000],al, to a page that is not writable
    let code: [UInt8] = [0x88, 0x04, 0x25, 0, 0, 0x40, 0]
    #expect(try run(file(code)).end == .fault(vector: 14, rip: 0x40_0078, address: 0x40_0000))
    // mov al,[fffffffffffe08000]: the machine's own memory
    let system: [UInt8] = [0x8a, 0x04, 0x25, 0, 0x80, 0xe0, 0xff]
    #expect(
      try run(file(system)).end
        == .fault(vector: 14, rip: 0x40_0078, address: 0xffff_ffff_ffe0_8000))
  }

  @Test func stopsAtTheLimit() throws {
    #expect(try run(file([0xeb, 0xfe]), limit: 1000).end == .limit)
  }

  @Test func findsArgumentCountOnTheStack() throws {
    // pop rdi / mov eax,60 / syscall
    let code: [UInt8] = [0x5f, 0xb8, 60, 0, 0, 0, 0x0f, 5]
    #expect(try run(file(code), ["a", "b", "c"]).end == .exited(status: 3))
  }

  @Test func damagedFilesAreRefusedOrRun() {
    let whole = file(hello)
    for length in 0..<0x78 {
      #expect(throws: LinuxProgramError.self) { try run(Array(whole.prefix(length))) }
    }
    for place in 0..<0x78 {
      for value in [0, 1, 0x7f, 0x80, 0xff] as [UInt8] {
        var bytes = whole
        bytes[place] = value
        // Whatever comes of it, it comes back.
        _ = try? run(bytes, limit: 10_000)
      }
    }
  }
}

/// C programs, compiled where there is a compiler that links statically.
@Suite struct CompiledProgramTests {
  private func execute(_ path: String, _ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test(arguments: ["-static", "-static-pie"])
  func printsWhatTheHostPrints(kind: String) throws {
    #if os(Linux) && arch(x86_64)
      let compiler = "/usr/bin/gcc"
      let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Programs/primes.c").path
      let built = FileManager.default.temporaryDirectory
        .appendingPathComponent("primes-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: built) }
      guard FileManager.default.isExecutableFile(atPath: compiler),
        try execute(compiler, [kind, "-O2", source, "-o", built, "-lm"]).0 == 0
      else { return }
      let (status, output) = try execute(built, ["text"])
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: built)))
      let result = try run(bytes, [built, "text"])
      #expect(result.output == output)
      #expect(result.end == .exited(status: Int(status)))
    #endif
  }
}
