import Bytes
import Dumps
import Engine
import Language

extension CommandSet {
  /// Crash dumps.
  public static let dumps = CommandSet(
    "Crash dumps",
    [
      Command(
        ".dump", summary: "Write a crash dump of the target.",
        details:
          "Of a machine /f writes all of memory, /ka the pages that hold something, /m, the "
          + "default, registers, stack and drivers. Of a process /m writes a minidump; the letters behind it add to its threads, modules and stacks, /ma "
          + "adds everything. /o replaces a file that is there already, /c \"Comment\" stands in the dump, /? lists the options. The "
          + "target does not change. The file is opened with .opendump, or with -z on the command "
          + "line.",
        examples: [".dump /?": "List the options."], related: [".opendump", ".crash"],
        repetition: .none, grammar: .line("[Options] File", completion: .file)
      ) { session, line in
        guard let command = try DumpCommand(line, session) else {
          return DumpCommand.printOptions(session)
        }
        try DumpCommand.explainingErrors(command.path) { try command.run(session) }
      },
      Command(
        ".opendump", summary: "Open a crash dump as a further system.",
        details:
          "Minidumps of 64-bit processes, and small and complete kernel dumps of 64-bit systems "
          + "and those by bitmap or by ranges are understood. The dump becomes the current system; ||0s goes back to the first, || lists "
          + "them.",
        related: [".dump", "||", "||s"], repetition: .none, grammar: .file("File")
      ) { session, path in
        do {
          try session.addDump(path)
        } catch let error as FormatError {
          throw CommandError.message("Could not open dump file [\(path)]: \(error.withoutPath)")
        }
      },
      .dumpDebug,
    ])
}

/// `.dump` as it was typed.
struct DumpCommand {
  private var request = DumpRequest(.complete, path: "")
  private var process: ProcessDumpCommand?

  var path: String { request.path }

  /// Reads options up to the first word that is none, then the file's name; nil for `/?`.
  init?(_ line: CommandLine, _ session: Session) throws(CommandError) {
    var line = line
    var extent: DumpRequest.Extent?
    var letters: String?
    let isProcess = session.debugger.userTarget != nil
    while let option = Self.option(&line) {
      switch option {
      case "?": return nil
      case _ where isProcess && option.hasPrefix("m"): letters = String(option.dropFirst())
      case "m" where !isProcess: extent = .small
      case "f" where !isProcess: extent = .complete
      case "ka" where !isProcess: extent = .active
      case "f", "ka", "k":
        throw .message(
          "/\(option): such dumps are not written; use " + (isProcess ? "/ma" : "/f or /ka"))
      case "o": request.replaces = true
      case "c": request.comment = try Self.comment(&line)
      case "m", "b", "a", "j", "u":
        throw .message("/\(option): such dumps are not written; use /f or /ka")
      default: throw line.rejected(.syntax, at: line.position - option.utf8.count - 1)
      }
    }
    let path = line.takeQuoted(isRaw: true) ?? line.takeRest()
    guard line.isAtEnd() else { throw line.rejected(.extraCharacters) }
    guard !path.isEmpty else { throw line.rejected(.syntax) }
    request.path = path
    if isProcess {
      process = try ProcessDumpCommand(letters ?? "", path: path)
      process?.set(comment: request.comment, replaces: request.replaces)
      return
    }
    request.extent = extent ?? .small
  }

  /// The next option without its slash, nil before anything else; a slash may also begin a path.
  private static func option(_ line: inout CommandLine) -> String? {
    line.skipBlanks()
    let start = line.position
    guard line.take("/") else { return nil }
    let word = line.take { $0 > 0x20 }
    let isPath = word.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
    guard isPath else { return word }
    line.position = start
    return nil
  }

  static func printOptions(_ session: Session) {
    session.print("Usage: .dump [options] FileName")
    session.print("Options are:")
    session.print("  /c <comment> - Put a comment into the dump")
    if session.debugger.userTarget == nil {
      session.print("  /f           - Write all of memory")
      session.print("  /ka          - Write the pages that hold something")
      session.print("  /m           - Write registers, stack and drivers; the default")
    } else {
      session.print("  /m[...]      - Write threads, modules and stacks, and")
      for option in ProcessDumpCommand.options {
        session.print("      \(option.letter)        - \(option.meaning)")
      }
    }
    session.print("  /o           - Replace a file that is there already")
  }

  private static func comment(_ line: inout CommandLine) throws(CommandError) -> String {
    line.skipBlanks()
    guard let text = line.takeQuoted() else { throw line.rejected(.syntax) }
    return text
  }

  func run(_ session: Session) throws {
    if let process { return try process.run(session) }
    let kind =
      switch request.extent {
      case .complete: "Full"
      case .active: "Active"
      case .small: "Mini"
      }
    session.print("Creating \(request.path) - \(kind) kernel dump")
    try session.debugger.writeDump(request) { percent in
      if percent % 10 == 0 { session.print("Percent written \(percent)") }
    }
    session.print("Dump successfully written")
  }

  /// Says what became of the file.
  static func explainingErrors(_ path: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as DumpWriteError {
      throw CommandError.message(sentence(error, path: path))
    }
  }

  private static func sentence(_ error: DumpWriteError, path: String) -> String {
    switch error {
    case .exists:
      "Unable to create file '\(path)': the file exists; /o replaces it"
    case .system(let reason): "Unable to write file '\(path)': \(reason)"
    }
  }
}

extension FormatError {
  /// The sentence without the file's name, for messages that have it already.
  fileprivate var withoutPath: String {
    if case .notOpened(let reason) = reason { return reason }
    return "\(self)"
  }
}
