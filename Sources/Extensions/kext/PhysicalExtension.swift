import Engine
import Language

/// `kext`: physical memory.
public enum PhysicalExtension: ExtensionModule {
  public static let name = "kext"
  public static let commands: [Command] = formats.map(display) + [enter("eb", 1), enter("ed", 4)]

  /// A way to show physical memory.
  private struct Format {
    var name: String
    var what: String
    /// Bytes of a value, 0 for a pointer.
    var size: Int
    var hasText = false
  }

  private static let formats: [Format] = [
    Format(name: "db", what: "bytes and characters", size: 1, hasText: true),
    Format(name: "dc", what: "doublewords and characters", size: 4, hasText: true),
    Format(name: "dd", what: "doublewords", size: 4),
    Format(name: "dp", what: "pointers", size: 0),
    Format(name: "dq", what: "quadwords", size: 8),
    Format(name: "du", what: "UTF-16 text", size: 2),
    Format(name: "dw", what: "words", size: 2),
  ]

  /// `[c]`, `[uc]` or `[wc]`, and `-m`: how the memory is read, which makes no difference here.
  private static let options = Parameter<Void>(usage: "[Caching] [-m]") { line, _ in
    line.skipBlanks()
    for kind in ["[c]", "[uc]", "[wc]"] where line.rest.hasPrefix(kind) {
      line.position += kind.utf8.count
      break
    }
    line.skipBlanks()
    _ = line.take("-m")
  }

  private static func size(_ format: Format, _ session: Session) -> Int {
    format.size == 0 ? session.pointerSize : format.size
  }

  private static func start(_ session: Session) -> UInt64 {
    session.displays["!d"]?.address ?? 0
  }

  private static func display(_ format: Format) -> Command {
    Command(
      format.name, summary: "Show physical memory as \(format.what).",
      details: "Without an address it goes on where the last of these displays ended, at first at "
        + "0. L Count says how many values; 128 bytes unless told otherwise.",
      examples: ["!\(format.name) 100000 L4": "four values at one megabyte"],
      related: ["!eb", "!search", "!vtop", "d", "!pte"], repetition: .continued,
      grammar: options,
      .optional(
        .range("PhysicalAddress [L Size]", defaultStart: { @Sendable in start($0) }) {
          @Sendable session in
          let size = size(format, session)
          return (size, 128 / size)
        })
    ) { session, _, range in
      let size = size(format, session)
      let from = range?.start ?? start(session)
      let length = range?.length ?? 128
      var done: UInt64 = 0
      while done < length {
        try session.checkCancelled()
        let count = Int(min(format.name == "du" ? 64 : 16, length - done))
        let memory = try session.debugger.readPhysical(from &+ done, count)
        guard !memory.holes.contains(where: { $0.lowerBound == 0 }) else {
          throw CommandError.message(
            "Physical memory read at \((from &+ done).hex()) failed")
        }
        session.print(line(memory, format, size))
        done += UInt64(count)
      }
      session.displays["!d"] = .init(address: from &+ length, command: format.name)
    }
  }

  /// `#  100000 00000000 00000000`: the address and the values of a line.
  private static func line(_ memory: MemoryRead, _ format: Format, _ size: Int) -> String {
    let place = "#\(memory.address.hex().leftPadded(8))"
    if format.name == "du" { return "\(place) \"\(wideText(memory))\"" }
    var values: [String] = []
    for offset in stride(from: 0, to: memory.bytes.count, by: size) {
      if let value = memory.uint(at: offset, size: size) {
        values.append(size == 8 ? value.split : value.hex(size * 2))
      } else {
        values.append(String(repeating: "?", count: size == 8 ? 17 : size * 2))
      }
    }
    let text = "\(place) \(values.joined(separator: " "))"
    guard format.hasText else { return text }
    let width = place.count + 16 / size * (size * 2 + 1)
    let characters = memory.bytes.map { byte in
      (0x20...0x7E).contains(byte) ? Character(UnicodeScalar(byte)) : "."
    }
    return "\(text.padded(width)) \(String(characters))"
  }

  private static func wideText(_ memory: MemoryRead) -> String {
    var text = ""
    for offset in stride(from: 0, to: memory.bytes.count, by: 2) {
      guard let unit = memory.uint(at: offset, size: 2), unit != 0 else { break }
      let scalar = UnicodeScalar(UInt16(truncatingIfNeeded: unit)) ?? "."
      text.unicodeScalars.append(unit < 0x20 ? "." : scalar)
    }
    return text
  }

  private static let data: Parameter<[UInt64]> = .list(.expression("Data"))

  /// `!eb` and `!ed`.
  private static func enter(_ name: String, _ size: Int) -> Command {
    Command(
      name, summary: "Enter \(size == 1 ? "bytes" : "doublewords") into physical memory.",
      details: "[uc] and [wc] in front of the address say how the memory is cached; here there is "
        + "no difference.",
      examples: ["!\(name) 100000 1 2": "two values at one megabyte"],
      related: ["!db", "!dd", "fp", "e"], repetition: .none, grammar: options,
      .address("PhysicalAddress"), data
    ) { session, _, address, values in
      guard !values.isEmpty else { throw session.rejectedAtEnd(.syntax) }
      var bytes: [UInt8] = []
      for value in values {
        for index in 0..<size {
          bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(index * 8)))
        }
      }
      do throws(TargetError) {
        try session.debugger.writePhysical(address, bytes)
      } catch .unwritable {
        throw CommandError.message("Physical memory write at \(address.hex()) failed")
      }
    }
  }
}
