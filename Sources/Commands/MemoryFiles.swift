import Engine
import Foundation
import Language

extension CommandSet {
  /// Memory to files and back.
  public static let memoryFiles = CommandSet("Memory files", [MemoryFiles.write, MemoryFiles.read])
}

/// `.writemem` and `.readmem`.
enum MemoryFiles {
  /// Bytes between two dots of the progress.
  private static let chunk: UInt64 = 0x800

  static let write = Command(
    ".writemem", summary: "Write memory to a file.",
    details:
      "The file is made anew, byte for byte as the memory is. Its name stands between double "
      + "quotes when there are blanks in it. Ends at the first byte that cannot be read.",
    related: [".readmem", "m", ".dump", "db"], repetition: .none,
    grammar: fileName, .range("Range", objectSize: 1, defaultCount: 0)
  ) { session, name, range in
    guard range.isExplicit else { throw session.rejectedAtEnd(.range) }
    guard FileManager.default.createFile(atPath: name, contents: nil),
      let file = FileHandle(forWritingAtPath: name)
    else { throw CommandError.message("Unable to create file '\(name)'") }
    defer { try? file.close() }
    session.print("Writing \(range.length.hex()) bytes", terminator: "")
    var done: UInt64 = 0
    while done < range.length {
      try session.checkCancelled()
      let count = Int(min(chunk, range.length - done))
      let memory = session.debugger.read(range.start &+ done, count)
      guard (try? file.write(contentsOf: Data(memory.bytes[..<memory.validPrefix]))) != nil else {
        session.print()
        throw CommandError.message("Unable to write to file '\(name)'")
      }
      guard memory.isComplete else {
        session.print()
        let place = session.addressText(memory.address &+ UInt64(memory.validPrefix))
        throw CommandError.message("Unable to read memory at \(place), file is incomplete")
      }
      session.print(".", terminator: "")
      done += UInt64(count)
    }
    session.print()
  }

  static let read = Command(
    ".readmem", summary: "Read a file into memory.",
    details:
      "As many bytes as the range has, from the beginning of the file; without a length, the "
      + "whole file. A file that is shorter than the range is refused.",
    related: [".writemem", "f", "e"], repetition: .none,
    grammar: fileName, .range("Range", objectSize: 1, defaultCount: 0)
  ) { session, name, range in
    guard let file = FileHandle(forReadingAtPath: name) else {
      throw CommandError.message("Unable to open file '\(name)'")
    }
    defer { try? file.close() }
    let size = (try? file.seekToEnd()) ?? 0
    try? file.seek(toOffset: 0)
    let length = range.isExplicit ? range.length : size
    guard length <= size else {
      throw CommandError.message(
        "File '\(name)' has \(size.hex()) bytes, fewer than \(length.hex())")
    }
    session.print("Reading \(length.hex()) bytes", terminator: "")
    var done: UInt64 = 0
    do {
      while done < length {
        try session.checkCancelled()
        let count = Int(min(chunk, length - done))
        guard let part = try? file.read(upToCount: count), part.count == count else {
          throw CommandError.message("Unable to read from file '\(name)'")
        }
        try MemoryEntry.write(range.start &+ done, Array(part), session)
        session.print(".", terminator: "")
        done += UInt64(count)
      }
    } catch {
      session.print()
      throw error
    }
    session.print()
  }

  /// A file's name: a word, or text between double quotes.
  private static let fileName = Parameter<String>(usage: "FileName", completion: .file) {
    line, _ throws(CommandError) in
    line.skipBlanks()
    let start = line.position
    let name = line.takeQuoted(isRaw: true) ?? line.takeWord()
    guard !name.isEmpty else { throw line.rejected(.syntax, at: start) }
    return name
  }
}
