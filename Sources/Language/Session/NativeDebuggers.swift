import Foundation

/// The debuggers of the computer that could be attached to this process, which `.dbgdbg` tells of.
///
/// Nothing is started and nothing is opened: whoever wants to debug the debugger does it from
/// another terminal.
public struct NativeDebuggers: Equatable, Sendable {
  /// This process' number.
  public let processID: Int32
  /// Those that were found, by name, the one that knows Swift first.
  public let names: [String]

  private static let known = ["lldb", "gdb"]

  /// The debuggers in the folders of a search path, separated by colons.
  public init(
    processID: Int32 = ProcessInfo.processInfo.processIdentifier,
    path: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) {
    self.processID = processID
    let folders = path.split(separator: ":").map(String.init)
    names = Self.known.filter { name in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
  }

  /// What to do to debug this debugger, in lines.
  public var advice: String {
    var lines = ["This debugger is process \(processID) of your computer."]
    if names.isEmpty {
      lines.append("No native debugger (lldb, gdb) is on the PATH; lldb would be attached with")
      lines.append("    lldb -p \(processID)")
    } else {
      lines.append("To debug it, type in another terminal:")
      lines += names.map { "    \($0) -p \(processID)" }
    }
    return lines.joined(separator: "\n")
  }
}
