import Engine
import Language

extension KernelExtension {
  static let linkCommands: [Command] = [
    links("dflink", isForward: true), links("dblink", isForward: false),
    Command(
      "validatelist", summary: "Check that a list's links agree in both directions.",
      details: "Address is that of a LIST_ENTRY. Every entry's Flink must lead to one whose Blink "
        + "leads back; the first that does not is named.",
      examples: ["!validatelist nt!PsLoadedModuleList": "the list of drivers"],
      related: ["dl", "!dflink", "!list"], repetition: .none, grammar: .address("Address")
    ) { session, head in try validate(head, session) },
  ]

  private static func links(_ name: String, isForward: Bool) -> Command {
    Command(
      name, summary: "Show a list's entries, \(isForward ? "forwards" : "backwards").",
      details: "Each entry is its address and four doublewords. Count entries at most, 20 unless "
        + "told otherwise; the bits of Bias are left out of each pointer that is followed.",
      examples: ["!\(name) nt!PsLoadedModuleList 4": "the first entries of the list of drivers"],
      related: ["dl", "!validatelist", "!list"], repetition: .none,
      grammar: .address("Address"), .optional(.count("Count")), .optional(.expression("Bias"))
    ) { session, head, count, bias in
      let size = UInt64(session.pointerSize)
      var place = head
      for _ in 0..<(count ?? 32) {
        try session.checkCancelled()
        let memory = session.debugger.read(place, 16)
        guard memory.isComplete else {
          throw CommandError.message("Can't read memory from \(session.plainAddress(place))")
        }
        let values = (0..<4).map { (memory.uint(at: $0 * 4, size: 4) ?? 0).hex(8) }
        session.print("\(session.plainAddress(place))  \(values.joined(separator: " "))")
        guard let next = try? session.debugger.readPointer(place &+ (isForward ? 0 : size)) else {
          return
        }
        place = next & ~(bias ?? 0)
        if place == head || place == 0 { return }
      }
    }
  }

  private static func validate(_ head: UInt64, _ session: Session) throws {
    let size = UInt64(session.pointerSize)
    var place = head
    var count: UInt64 = 0
    var seen: Set<UInt64> = []
    while true {
      try session.checkCancelled()
      guard let next = try? session.debugger.readPointer(place),
        let back = try? session.debugger.readPointer(next &+ size)
      else {
        throw CommandError.message(
          "Unable to read the entry behind \(session.plainAddress(place)), entry \(count)")
      }
      guard back == place else {
        throw CommandError.message(
          "Blink at \(session.plainAddress(next)) is \(session.plainAddress(back)), expected "
            + "\(session.plainAddress(place)), entry \(count)")
      }
      if next == head { break }
      guard seen.insert(next).inserted else {
        throw CommandError.message("The list does not return to its head")
      }
      place = next
      count += 1
    }
    session.print("Found list end after \(count) entries")
  }
}
