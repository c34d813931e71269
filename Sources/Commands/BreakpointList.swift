import Engine
import Language
import Symbols

/// Reading which breakpoints are meant, and showing them.
enum BreakpointList {
  /// The numbers of existing breakpoints that a text names, in order; numbers are decimal.
  static func read(_ text: String, _ session: Session) throws(CommandError) -> [Int] {
    var line = CommandLine(text)
    let all = session.debugger.breakpoints.all
    var chosen: Set<Int> = []
    line.skipSeparators()
    while let byte = line.next {
      let start = line.position
      switch byte {
      case UInt8(ascii: "*"):
        line.position += 1
        chosen.formUnion(all.map(\.id))
      case UInt8(ascii: "["):
        line.position += 1
        chosen.insert(Int(clamping: try session.evaluate(&line)))
        line.skipBlanks()
        guard line.take("]") else { throw session.rejectedAtEnd(.syntax) }
      case UInt8(ascii: "\""):
        guard let text = line.takeQuoted() else { throw session.rejectedAtEnd(.syntax) }
        let pattern = WildcardPattern(text, style: .symbol)
        chosen.formUnion(all.filter { pattern.matches(name($0, session)) }.map(\.id))
      default:
        let first = Int(line.take { (0x30...0x39).contains($0) })
        var last = first
        if line.take("-") { last = Int(line.take { (0x30...0x39).contains($0) }) }
        guard let first, let last else { throw session.rejectedAtEnd(.breakpointList) }
        chosen.formUnion(all.map(\.id).filter { $0 >= first && $0 <= last })
      }
      line.skipSeparators()
      guard line.position > start else { throw session.rejectedAtEnd(.syntax) }
    }
    return all.map(\.id).filter(chosen.contains)
  }

  private static func name(_ breakpoint: Breakpoint, _ session: Session) -> String {
    breakpoint.address.flatMap(session.symbolText) ?? breakpoint.text ?? ""
  }

  /// The lines of `bl` for a breakpoint; with `showsSource` its source line follows the address.
  static func lines(
    _ breakpoint: Breakpoint, showsSource: Bool, _ session: Session
  ) -> [String] {
    var text = String(breakpoint.id).leftPadded(2) + " " + (breakpoint.isEnabled ? "e" : "d")
    text += breakpoint.isUnresolved ? "u" : " "
    let blank = String(repeating: " ", count: session.pointerSize == 8 ? 17 : 8)
    text += breakpoint.address.map(session.addressText) ?? blank
    if showsSource, let source = breakpoint.address.flatMap(session.sourceText) {
      text += "  [\(source)]"
    }
    text += " \(access(breakpoint)) ".padded(5)
    text += "\(UInt64(clamping: breakpoint.remaining).hex(4)) "
    text += "(\(UInt64(clamping: breakpoint.passes).hex(4))) "
    if session.debugger.target.kind == .user { text += " 0:**** " }
    if let address = breakpoint.address {
      text += session.symbolText(address) ?? ""
    } else {
      text += "(\(breakpoint.text ?? ""))"
    }
    if !breakpoint.commands.isEmpty { text += " \"\(breakpoint.commands)\"" }
    return [text.trimmingTrailingBlanks] + restrictions(breakpoint, session)
  }

  /// One line for each thing that limits a breakpoint.
  private static func restrictions(_ breakpoint: Breakpoint, _ session: Session) -> [String] {
    var lines: [String] = []
    if let thread = breakpoint.thread {
      lines.append("     Match thread data \(session.addressText(thread))")
    }
    if let process = breakpoint.process {
      lines.append("     Match process data \(session.addressText(process))")
    }
    if let depth = breakpoint.maximumDepth {
      lines.append("     Call stack shallower than: \(UInt32(clamping: depth).hex(8))")
    }
    if let depth = breakpoint.minimumDepth {
      lines.append("     Call stack deeper than: \(UInt32(clamping: depth).hex(8))")
    }
    if let condition = breakpoint.condition { lines.append("     Condition: \(condition)") }
    if breakpoint.isOneShot { lines.append("     One shot") }
    return lines
  }

  /// `w 4`, `r 8`, `e 1` of a breakpoint on access, else blank.
  private static func access(_ breakpoint: Breakpoint) -> String {
    switch breakpoint.kind {
    case .code: "   "
    case .data(let access, let length): "\(access == .write ? "w" : "r") \(length)"
    case .processorExecute: "e 1"
    }
  }

  /// The command that sets a breakpoint again.
  static func recipe(_ breakpoint: Breakpoint) -> String {
    var name = "bp"
    var place: String
    switch breakpoint.location {
    case .address(let address): place = "0x\(address.split) "
    case .deferred(let text):
      place = text
      name = "bu"
    }
    var start = ""
    if breakpoint.kind != .code {
      name = "ba"
      start = " " + access(breakpoint).filter { $0 != " " }
    }
    start += options(breakpoint)
    var rest = ""
    if breakpoint.passes > 1 { rest += " 0x\(UInt64(clamping: breakpoint.passes).hex())" }
    if !breakpoint.commands.isEmpty { rest += " \"\(escaped(breakpoint.commands))\"" }
    if !rest.isEmpty, place.hasSuffix(" ") { place.removeLast() }
    return "\(name)\(breakpoint.id)\(start) \(place)\(rest);"
  }

  private static func options(_ breakpoint: Breakpoint) -> String {
    var text = breakpoint.isOneShot ? " /1" : ""
    if let process = breakpoint.process { text += " /p 0x\(process.split)" }
    if let thread = breakpoint.thread { text += " /t 0x\(thread.split)" }
    if let depth = breakpoint.maximumDepth { text += " /c 0x\(UInt32(clamping: depth).hex())" }
    if let depth = breakpoint.minimumDepth { text += " /C 0x\(UInt32(clamping: depth).hex())" }
    if let condition = breakpoint.condition { text += " /w \"\(escaped(condition))\"" }
    return text
  }

  /// Text for double quotes.
  private static func escaped(_ text: String) -> String {
    text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
