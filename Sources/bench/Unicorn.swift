import Foundation

/// Runs the workloads under unicorn (PyPI's `unicorn`, by python3) for comparison.
enum Unicorn {
  /// Seconds of a workload's whole run, and of its first instructions with an exact count.
  struct Times {
    var whole: Double
    var counted: Double
  }

  /// Instructions of the run with an exact count: enough to time, since it is slow.
  static let counted: UInt64 = 20_000_000

  /// - Returns: nil where python3 or unicorn are missing.
  static func run(_ workload: Workload) -> Times? {
    let hex = workload.code.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", script, hex.joined(), String(workload.entry), String(workload.rounds),
      String(counted),
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard process.terminationStatus == 0, numbers.count == 2 else { return nil }
    return Times(whole: numbers[0], counted: numbers[1])
  }

  /// The same memory, stack and registers as `measure` gives a workload; the best of six.
  private static let script = """
    import sys, time
    from unicorn import Uc, UC_ARCH_X86, UC_MODE_64
    from unicorn.x86_const import UC_X86_REG_RCX, UC_X86_REG_RSP
    code, entry, rounds, counted = bytes.fromhex(sys.argv[1]), *map(int, sys.argv[2:])
    def run(count):
        machine = Uc(UC_ARCH_X86, UC_MODE_64)
        machine.mem_map(0, 16 << 20)
        machine.mem_write(0x11000, code)
        machine.reg_write(UC_X86_REG_RSP, 0xe00000)
        machine.reg_write(UC_X86_REG_RCX, rounds)
        start = time.perf_counter()
        machine.emu_start(entry, 0, 0, count)
        return time.perf_counter() - start
    print(min(run(0) for _ in range(6)), run(counted))
    """
}
