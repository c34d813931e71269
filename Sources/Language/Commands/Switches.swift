/// The switches that were typed, with the values of those that take one.
public struct Switches: Equatable, Sendable {
  private var values: [String: String] = [:]

  /// No switch.
  public init() {}

  /// Reads the switches in front of a line.
  init(reading line: inout CommandLine, known: [String]) throws(CommandError) {
    while true {
      line.skipBlanks()
      guard line.next == UInt8(ascii: "-") || line.next == UInt8(ascii: "/"),
        let first = line.peek(1), first.isLetter || first.isDigit || first == UInt8(ascii: "?")
      else { return }
      // `-1` is a number, unless a switch begins with a digit.
      if first.isDigit, !known.contains(where: { $0.utf8.first?.isDigit ?? false }) { return }
      // `/tmp/x.log` is a path.
      if line.next == UInt8(ascii: "/"), Self.isPath(line) { return }
      let start = line.position
      line.position += 1
      // Switches of one letter may stand together (`-rv`), so what follows is looked at again.
      repeat {
        guard let name = known.first(where: { Self.comesNext($0, line) }) else {
          throw line.rejected(.syntax, at: start)
        }
        line.position += name.utf8.count - (name.hasSuffix(":") ? 1 : 0)
        if name.hasSuffix(":") {
          values[String(name.dropLast())] = line.takeWord()
          break
        }
        values[name] = ""
      } while line.next.map { !$0.isSpace && $0 != UInt8(ascii: ",") } ?? false
    }
  }

  private static func isPath(_ line: CommandLine) -> Bool {
    var ahead = line
    return ahead.takeWord().utf8.dropFirst().contains(UInt8(ascii: "/"))
  }

  private static func comesNext(_ name: String, _ line: CommandLine) -> Bool {
    let letters = name.hasSuffix(":") ? Array(name.utf8.dropLast()) : Array(name.utf8)
    return letters.indices.allSatisfy { line.peek($0) == letters[$0] }
  }

  /// Whether a switch was typed.
  public func contains(_ name: String) -> Bool { values[name] != nil }

  /// The value of a switch that takes one, nil when it was not typed.
  public subscript(name: String) -> String? { values[name] }

  /// Whether no switch was typed.
  public var isEmpty: Bool { values.isEmpty }
}
