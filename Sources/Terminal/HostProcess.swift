import Foundation
import Language

extension HostShell {
  /// The most that a command may print.
  private static let outputLimit = 16 << 20

  /// `/bin/sh` of this computer.
  public static var system: HostShell {
    HostShell { command, input, output, isCancelled in
      let child = try ShellProcess(command, input: try inputFile(input))
      defer { child.closeOutput() }
      var shown = 0
      var bytes = [UInt8](repeating: 0, count: 4096)
      while true {
        if isCancelled() { break }
        guard isReadable(child.output, timeout: 20) else { continue }
        let count = read(child.output, &bytes, bytes.count)
        guard count > 0 else { break }
        shown += count
        if shown > outputLimit {
          output("\n[the rest is not shown]\n")
          child.end()
          break
        }
        output(String(decoding: bytes[..<count], as: UTF8.self))
      }
      // It may have closed its outputs and go on.
      while true {
        if isCancelled() { child.end() }
        if let status = child.exitStatus() { return status }
        usleep(2000)
      }
    }
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
