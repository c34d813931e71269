import Engine
import Language

extension SharedExtension {
  static let heapCommands = [
    Command(
      "heap", summary: "Show the heaps of a process, and what is in them.",
      details: """
        Without anything the process' heaps are listed. A heap is given by its address or its \
        number in the list; 0 is all of them. -a shows all of a heap: its figures, its free blocks \
        (-f), its segments (-m) and every block (-h); -v checks the headers of its blocks; -s is a \
        summary, -stat [-h Heap] counts the busy blocks by their sizes. -x Address and -p -a \
        Address find the block that holds an address, -flt s Size and -flt r Min Max those of a \
        size, -srch [-b|-w|-d|-q] Pattern those with a number in them.
        """,
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; !heap": "List the heaps of the last process.",
        ".process poi(nt!PsActiveProcessHead+8)-188; !heap -a 1": "All of its first heap.",
        ".process poi(nt!PsActiveProcessHead+8)-188; !heap -stat -h 0":
          "How its memory is used, by sizes.",
      ], related: ["!peb", "!address", "!cs"],
      grammar: .line("[-a|-h|-f|-m|-v|-s|-stat|-x|-p -a|-flt|-srch ...] [Heap]")
    ) { session, line in
      var line = line
      try HeapRequest(&line, session).run(session)
    }
  ]
}

/// What `!heap` was asked for.
private struct HeapRequest {
  private enum Subject {
    /// The heaps, and what is shown of the ones that were named.
    case heaps(parts: Set<Character>)
    case summary
    case statistics
    case block(UInt64)
    case table(HeapFilter)

    var isStatistics: Bool {
      if case .statistics = self { return true }
      return false
    }
  }

  private var subject = Subject.heaps(parts: [])
  /// The heap that was named: its address or number, 0 for all; nil for none.
  private var heap: UInt64?

  init(_ line: inout CommandLine, _ session: Session) throws {
    line.skipBlanks()
    while line.next == UInt8(ascii: "-") {
      try readSwitch(&line, session)
      line.skipBlanks()
    }
    if !line.isAtEnd() { heap = try session.evaluate(&line) }
    try line.expectEnd()
  }

  private mutating func readSwitch(_ line: inout CommandLine, _ session: Session) throws {
    let start = line.position
    let word = line.takeWord()
    switch word {
    case "-s": subject = .summary
    case "-stat": subject = .statistics
    // `-stat -h Heap`.
    case "-h" where subject.isStatistics: break
    case "-x":
      subject = .block(try session.evaluate(&line))
    case "-p":
      line.skipBlanks()
      guard line.takeWord() == "-a" else { throw line.rejected(.syntax, at: start) }
      subject = .table(.holding(try session.evaluate(&line)))
    case "-flt":
      subject = .table(try readSizes(&line, session))
    case "-srch":
      subject = .table(try readPattern(&line, session))
    default:
      let letters = Set(word.dropFirst())
      guard !letters.isEmpty, letters.isSubset(of: Set("ahfmv")) else {
        throw line.rejected(.syntax, at: start)
      }
      var parts = letters
      if case .heaps(let known) = subject { parts.formUnion(known) }
      subject = .heaps(parts: parts)
    }
  }

  /// `s Size`, `r Min Max`.
  private func readSizes(_ line: inout CommandLine, _ session: Session) throws -> HeapFilter {
    line.skipBlanks()
    let start = line.position
    switch line.takeWord() {
    case "s":
      let size = try session.evaluate(&line)
      return .sizes(size...size)
    case "r":
      let least = try session.evaluate(&line)
      let most = try session.evaluate(&line)
      guard least <= most else { throw line.rejected(.range, at: start) }
      return .sizes(least...most)
    default: throw line.rejected(.syntax, at: start)
    }
  }

  private func readPattern(_ line: inout CommandLine, _ session: Session) throws -> HeapFilter {
    line.skipBlanks()
    var size = session.pointerSize
    let sizes: [(word: StaticString, bytes: Int)] = [("-b", 1), ("-w", 2), ("-d", 4), ("-q", 8)]
    for (word, bytes) in sizes where line.starts(with: word) {
      line.position += 2
      size = bytes
      break
    }
    return .pattern(try session.evaluate(&line), size: size)
  }

  func run(_ session: Session) throws {
    let heaps = try chosen(try ProcessHeap.all(session), session)
    switch subject {
    case .heaps(let parts):
      try HeapDisplay(session: session).list(heaps, parts, isNamed: heap != nil)
    case .summary: try HeapDisplay(session: session).summarize(heaps)
    case .statistics: for heap in heaps { try HeapDisplay(session: session).count(heap) }
    case .block(let address): try HeapDisplay(session: session).locate(address, heaps)
    case .table(let filter): try HeapDisplay(session: session).find(filter, heaps)
    }
  }

  /// The heaps that were named.
  private func chosen(_ all: [ProcessHeap], _ session: Session) throws -> [ProcessHeap] {
    guard let heap, heap != 0 else { return all }
    if let found = all.first(where: { $0.address == heap || UInt64($0.number) == heap }) {
      return [found]
    }
    return [try ProcessHeap(session, at: heap, number: 0)]
  }
}

/// Which blocks are wanted.
enum HeapFilter {
  /// The one that an address lies in.
  case holding(UInt64)
  /// Busy ones of a size.
  case sizes(ClosedRange<UInt64>)
  /// Busy ones with a number in them.
  case pattern(UInt64, size: Int)
}
