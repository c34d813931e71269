import Foundation
import Language

extension HostShell {
  /// The most that a command may print.
  private static let outputLimit = 16 << 20

  /// `/bin/sh` of this computer.
  public static var system: HostShell {
    HostShell { command, input, output, isCancelled in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", command]
      process.standardInput = try inputFile(input)
      let pipe = Foundation.Pipe()
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      try? pipe.fileHandleForWriting.close()
      var shown = 0
      let reader = pipe.fileHandleForReading.fileDescriptor
      var bytes = [UInt8](repeating: 0, count: 4096)
      while true {
        if isCancelled() { end(process) }
        guard isReadable(reader, timeout: 50) else {
          if isCancelled() { break }
          continue
        }
        let count = read(reader, &bytes, bytes.count)
        guard count > 0 else { break }
        shown += count
        if shown > outputLimit {
          output("\n[the rest is not shown]\n")
          end(process)
          break
        }
        output(String(decoding: bytes[..<count], as: UTF8.self))
      }
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  /// Ends a process for good: it may have been born with the gentler signals blocked.
  private static func end(_ process: Process) {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// A file with a text, which has no name any more when it is read; nothing to read without text.
  private static func inputFile(_ text: String) throws -> FileHandle {
    guard !text.isEmpty else { return .nullDevice }
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("crashcart-\(UUID().uuidString)")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try FileHandle(forReadingFrom: url)
  }
}
