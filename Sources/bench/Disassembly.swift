import Engine
import Foundation
import Scenarios
import X86

/// How fast bytes become text.
struct DisassemblyMeasurement {
  /// Lines of text a second, the best of five.
  var linesPerSecond: Double
  /// Instructions decoded a second without text, the best of five.
  var decodesPerSecond: Double
  /// How many lines one pass has.
  var lines: Int
}

/// Decodes and formats machine code from its first byte to its last, as a linear sweep: where bytes
/// are no instruction it goes on with the next byte.
func measureDisassembly(of code: [UInt8], mode: Mode = .bits64) -> DisassemblyMeasurement {
  var result = DisassemblyMeasurement(linesPerSecond: 0, decodesPerSecond: 0, lines: 0)
  let formatter = X86.Formatter()
  var line: [UInt8] = []
  line.reserveCapacity(256)
  // What was made is added up, so that it cannot be left out.
  var sum = 0
  for _ in 0..<5 {
    result.lines = 0
    let formatting = seconds {
      sweep(code, mode) { instruction, place in
        line.removeAll(keepingCapacity: true)
        formatter.append(instruction, at: UInt64(place), to: &line)
        sum &+= line.count
        result.lines += 1
      }
    }
    let decoding = seconds {
      sweep(code, mode) { instruction, _ in sum &+= Int(instruction.length) }
    }
    result.linesPerSecond = max(result.linesPerSecond, Double(result.lines) / formatting)
    result.decodesPerSecond = max(result.decodesPerSecond, Double(result.lines) / decoding)
  }
  return sum == 0
    ? DisassemblyMeasurement(linesPerSecond: 0, decodesPerSecond: 0, lines: 0) : result
}

/// Machine code with instructions of every kind, the same on every host: random bytes, of which
/// `count` instructions are kept, two thirds of them as common as compilers make them.
func disassemblyWorkload(instructions count: Int) -> [UInt8] {
  let common: [[UInt8]] = [
    [0x48, 0x89, 0x5c, 0x24, 0x08], [0x48, 0x83, 0xec, 0x28], [0x48, 0x8b, 0xd9], [0x33, 0xc0],
    [0x48, 0x8d, 0x0d, 0x10, 0x20, 0, 0], [0xe8, 0x30, 0x12, 0, 0], [0x85, 0xc0], [0x74, 0x1f],
    [0x8b, 0x84, 0x8a, 0x40, 1, 0, 0], [0x0f, 0xb6, 0x04, 0x08], [0x48, 0xc1, 0xe8, 3], [0xc3],
    [0xf3, 0x0f, 0x10, 0x41, 0x10], [0x0f, 0x28, 0xc1], [0x41, 0xb8, 0xe8, 3, 0, 0], [0x57],
  ]
  var state: UInt64 = 88_172_645_463_325_252
  var code: [UInt8] = []
  for _ in 0..<count {
    state ^= state &<< 13
    state ^= state &>> 7
    state ^= state &<< 17
    if state % 3 != 0 {
      code += common[Int(state >> 33 & 15)]
      continue
    }
    var bytes: [UInt8] = []
    for shift in 0..<15 {
      bytes.append(UInt8(truncatingIfNeeded: (state &* 0x9e37_79b9_7f4a_7c15) >> UInt64(shift * 3)))
    }
    let instruction = Decoder.decode(bytes, mode: .bits64)
    code += instruction.isValid ? Array(bytes.prefix(Int(instruction.length))) : [0x90]
  }
  return code
}

private func sweep(_ code: [UInt8], _ mode: Mode, _ visit: (Instruction, Int) -> Void) {
  code.withUnsafeBytes { bytes in
    var place = 0
    while place < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
      let instruction = Decoder.decode(rest, mode: mode)
      visit(instruction, place)
      place += Int(instruction.length)
    }
  }
}

/// Lines a second on the kernel's and the processes' code, beside capstone's on the same bytes.
func reportDisassembly() throws {
  let code = try guestCode(atLeast: 1 << 20)
  let ours = measureDisassembly(of: code)
  print("\nDisassembly of \(fixed(Double(code.count) / 1e6, 1)) MB, \(ours.lines) lines")
  print("million instructions a second, decoded: \(fixed(ours.decodesPerSecond / 1e6, 1))")
  print("million lines a second, with text: \(fixed(ours.linesPerSecond / 1e6, 1))")
  if let theirs = Capstone.linesPerSecond(of: code) {
    print("capstone, with text: \(fixed(theirs / 1e6, 2))")
  }
}

/// The code of the default scenario's modules, again and again.
private func guestCode(atLeast count: Int) throws -> [UInt8] {
  let debugger = try Scenario.all[0].open()
  _ = try debugger.go()
  var once: [UInt8] = []
  for module in debugger.modules {
    guard let image = module.image else { continue }
    for section in image.sections where section.name == ".text" {
      let start = module.base &+ UInt64(section.virtualAddress)
      let memory = debugger.read(start, Int(section.virtualSize))
      once += memory.bytes[..<memory.validPrefix]
    }
  }
  var code = once
  while !once.isEmpty && code.count < count { code += once }
  return code
}

/// PyPI's `capstone`, by python3: its C function gets all bytes at once, so that python
/// costs nothing.
private enum Capstone {
  /// - Returns: nil where python3 or capstone are missing.
  static func linesPerSecond(of code: [UInt8]) -> Double? {
    let file = FileManager.default.temporaryDirectory.appending(path: "bench-code-\(getpid())")
    guard (try? Data(code).write(to: file)) != nil else { return nil }
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Where bytes are no instruction it goes on with the next byte, as we do; the best of five.
  private static let script = """
    import ctypes, sys, time
    import capstone
    library = capstone._cs
    code = open(sys.argv[1], "rb").read()
    handle = ctypes.c_size_t()
    library.cs_open(3, 8, ctypes.byref(handle))
    library.cs_option.argtypes = library.cs_disasm.argtypes = library.cs_free.argtypes = None
    library.cs_option(handle, 5, ctypes.c_size_t(3))
    library.cs_disasm.restype = ctypes.c_size_t
    best = 0
    for _ in range(5):
        lines = ctypes.c_void_p()
        start = time.perf_counter()
        count = library.cs_disasm(handle, code, ctypes.c_size_t(len(code)), ctypes.c_uint64(0),
                                  ctypes.c_size_t(0), ctypes.byref(lines))
        best = max(best, count / (time.perf_counter() - start))
        library.cs_free(lines, ctypes.c_size_t(count))
    print(best)
    """
}
