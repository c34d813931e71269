import Engine
import Language

extension CommandSet {
  /// How the target's memory is reached: what is kept of it, and bringing pages in.
  public static let targetMemory = CommandSet("The target's memory", [.cache, .pagein])
}

extension Command {
  fileprivate static let cache = Command(
    ".cache", summary: "Show or set how the target's memory is cached.",
    details: """
      The target's memory is read in place; what is kept of it are translations of addresses, until \
      the target runs or its memory is written. Size is in kilobytes, 0 disables the cache. hold keeps \
      what is there although the target changes, unhold ends that. nodecodeptes has pages in transition \
      count as not mapped, decodeptes as mapped. forcedecodeuser and forcedecodeptes translate user \
      addresses or all of them at every access, past the cache, until the target runs; \
      noforcedecodeptes ends that. flushall forgets everything, flushu user addresses, flush Address \
      one page.
      """,
    examples: [".cache": "the present state", ".cache flushall": "translate everything anew"],
    related: [".process", ".context", "!pte"], repetition: .none,
    grammar: .line("[Size | Option]")
  ) { session, line in
    guard let live = session.debugger.target as? LiveTarget else {
      throw session.rejected(.notSupported)
    }
    try CacheOptions.carryOut(line, live, session)
    CacheOptions.show(live.memoryCache, session)
  }

  fileprivate static let pagein = Command(
    ".pagein", summary: "Have the target bring a page in when it runs.",
    details: """
      With the next g a thread of the kernel attaches to the process, touches the address and breaks in \
      there. /p names another process than the one in scope, 0 stands for that. An address that cannot \
      be had only breaks in. /f is for kernel addresses on systems that do not support them; this one \
      does.
      """,
    examples: [
      ".pagein /p poi(nt!PsActiveProcessHead+8)-188 7fffffdf000": "a page of the last process"
    ],
    related: [".process", "!pte", "!vtop"], repetition: .none,
    grammar: .switches("p:", "f"), .address("Address")
  ) { session, switches, address in
    let wanted = try switches["p"].map { try session.evaluate($0) }
    try PageRequests.bringIn(address, wanted, session)
  }
}

/// `.cache` as it was typed.
private enum CacheOptions {
  static func carryOut(_ typed: CommandLine, _ live: LiveTarget, _ session: Session) throws {
    var line = typed
    if line.isAtEnd() { return }
    line.skipBlanks()
    let start = line.position
    let word = line.takeWord().lowercased()
    if let option = options[word] {
      try line.expectEnd()
      return option(live)
    }
    if word == "flush", !line.isAtEnd() {
      let page = try session.evaluate(&line) & ~0xFFF
      try line.expectEnd()
      return live.flushCache { $0 == page }
    }
    line.position = start
    let (size, isHuge) = try session.evaluate(&line).multipliedReportingOverflow(by: 1024)
    try line.expectEnd()
    live.setCacheLimit(isHuge ? .max : Int(clamping: size))
  }

  private static let options: [String: @Sendable (LiveTarget) -> Void] = [
    "hold": { $0.holdCache(true) },
    "unhold": { $0.holdCache(false) },
    "decodeptes": { $0.decodeTransitions(true) },
    "nodecodeptes": { $0.decodeTransitions(false) },
    "forcedecodeptes": { $0.forceDecoding(.all) },
    "forcedecodeuser": { $0.forceDecoding(.user) },
    "noforcedecodeptes": { $0.forceDecoding(.none) },
    "flushall": { $0.flushCache() },
    "flushu": { $0.flushCache { $0 < 0x8000_0000_0000_0000 } },
  ]

  static func show(_ cache: MemoryCacheState, _ session: Session) {
    let counts = cache.counts
    let uncached = counts.parts &- counts.cachedParts
    session.print("Max cache size is       : \(kilobytes(cache.byteLimit))")
    session.print("Total memory in cache   : \(kilobytes(cache.usedByteCount))")
    session.print("Number of regions cached: \(cache.regionCount)")
    session.print("\(counts.reads) full reads broken into \(counts.parts) partial reads")
    session.print(
      "    counts: \(counts.cachedParts) cached/\(uncached) uncached, "
        + "\(percentage(counts.cachedParts, counts.parts)) cached")
    let bytes = counts.cachedBytes &+ counts.uncachedBytes
    session.print(
      "    bytes : \(counts.cachedBytes) cached/\(counts.uncachedBytes) uncached, "
        + "\(percentage(counts.cachedBytes, bytes)) cached")
    if cache.byteLimit == 0 || cache.forced != .none { session.print("** Cache is disabled") }
    if cache.isHeld { session.print("** Implicit cache flushing is disabled") }
    if cache.decodesTransitions {
      session.print("** Transition PTEs are implicitly decoded")
    }
    switch cache.forced {
    case .none: break
    case .user:
      session.print("** User virtual addresses are translated to physical addresses before access")
    case .all:
      session.print("** Virtual addresses are translated to physical addresses before access")
    }
  }

  private static func kilobytes(_ count: Int) -> String {
    "\(count) bytes (0x\(UInt64(count / 1024).hex()) KB)"
  }

  /// `75.95%`, of exact integers.
  private static func percentage(_ part: UInt64, _ whole: UInt64) -> String {
    guard whole > 0 else { return "0.00%" }
    let hundredths = part.multipliedFullWidth(by: 10_000)
    let value = hundredths.high < whole ? whole.dividingFullWidth(hundredths).quotient : 10_000
    let fraction = String(value % 100)
    return "\(value / 100).\(fraction.count < 2 ? "0" : "")\(fraction)%"
  }
}

/// What the target is to do for the debugger when it runs on.
enum PageRequests {
  /// `.process /i`.
  static func enter(_ process: UInt64?, _ session: Session) throws {
    try request(process, page: nil, session)
    session.print("You need to continue execution (press 'g' <enter>) for the context")
    session.print("to be switched. When the debugger breaks in again, you will be in")
    session.print("the new process context.")
  }

  /// `.pagein`.
  static func bringIn(_ address: UInt64, _ process: UInt64?, _ session: Session) throws {
    try request(process, page: address, session)
    session.print("You need to continue execution (press 'g' <enter>) for the pagein to be brought")
    session.print("in.  When the debugger breaks in again, the page will be present.")
  }

  static func noProcess(_ address: UInt64, _ session: Session) -> CommandError {
    let process = session.addressText(address)
    return .message("Unable to read the page directory base of process \(process)")
  }

  private static func request(_ process: UInt64?, page: UInt64?, _ session: Session) throws {
    let debugger = session.debugger
    guard debugger.target is LiveTarget else { throw session.rejected(.notSupported) }
    let wanted = process == 0 ? nil : process
    if let wanted, try !debugger.processes().contains(where: { $0.object == wanted }) {
      throw noProcess(wanted, session)
    }
    try debugger.requestBreakIn(in: wanted ?? debugger.process ?? 0, page: page)
  }
}
