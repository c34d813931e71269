import Engine
import Language
import Symbols

/// What `lm` was asked for, and its lines.
struct ModuleRequest {
  private var options: Set<Character> = []
  private var pattern: WildcardPattern?
  private var pathPattern: WildcardPattern?
  private var address: UInt64?

  /// Reads letters, glued to the command or not, with the arguments of `a`, `m` and `M`.
  init(_ line: CommandLine, _ session: Session) throws(CommandError) {
    var line = line
    while !line.isAtEnd() {
      let start = line.position
      let letter = line.next ?? 0
      line.position += 1
      switch letter {
      case UInt8(ascii: "m"):
        // The name's extension does not belong to the module's name.
        if !line.isAtEnd() { pattern = WildcardPattern(Self.withoutExtension(line.takeWord())) }
      case UInt8(ascii: "M"): pathPattern = WildcardPattern(line.takeWord())
      case UInt8(ascii: "a"): address = try session.evaluate(&line)
      case UInt8(ascii: "D"): break
      default:
        let option = Character(UnicodeScalar(letter))
        guard "olvukecfnptis1".contains(option) else { throw line.rejected(.syntax, at: start) }
        options.insert(option)
        // `1m` and `sm` are options of two letters.
        if option == "1" || option == "s" { _ = line.take("m") }
      }
    }
  }

  private static func withoutExtension(_ name: String) -> String {
    let lower = name.lowercased()
    let known = [".exe", ".dll", ".sys"]
    return known.contains { lower.hasSuffix($0) } ? String(name.dropLast(4)) : name
  }

  func run(_ session: Session) throws {
    let modules = session.debugger.modules.filter(isWanted).sorted {
      options.contains("s") ? $0.name.lowercased() < $1.name.lowercased() : $0.base < $1.base
    }
    if options.contains("1") {
      for module in modules { session.print(module.name) }
      return
    }
    if session.pointerSize == 8 {
      session.print("start             end                 module name")
    } else {
      session.print("start    end        module name")
    }
    for module in modules {
      try session.checkCancelled()
      session.print(line(module, session))
      if options.contains("v") { printDetails(module, session) }
    }
    try printUnloaded(session)
  }

  private func isWanted(_ module: Module) -> Bool {
    if let pattern, !pattern.matches(module.name) { return false }
    if let pathPattern, !pathPattern.matches(module.path) { return false }
    if let address, !module.contains(address) { return false }
    if options.contains("k"), module.isUser { return false }
    if options.contains("u"), !module.isUser { return false }
    if options.contains("l"), module.symbolState == .deferred { return false }
    if options.contains("e"), !hasTrouble(module) { return false }
    return true
  }

  /// Whether symbols were looked for and are not what they should be.
  private func hasTrouble(_ module: Module) -> Bool {
    module.symbolState == .none || module.symbolState == .exports
  }

  private func line(_ module: Module, _ session: Session) -> String {
    let start = "\(session.addressText(module.base)) \(session.addressText(module.end))   "
    let name = module.name.padded(8)
    if options.contains("f") { return "\(start)\(name) \(module.path)" }
    if options.contains("t") {
      let image = options.contains("n") ? "\(module.imageName.padded(12)) " : ""
      return "\(start)\(name) \(image)\(ModuleTime.text(module))"
    }
    if options.contains("n") { return "\(start)\(name) \(module.imageName)" }
    if options.contains("i") { return "\(start)\(name) \(module.imageName)" }
    if options.contains("p") { return "\(start)\(name) \(module.path)" }
    if options.contains("c") {
      return "\(start)\(name)   CheckSum: \(module.checkSum.upperHex(8))"
    }
    return "\(start)\(name)   \(state(module))".trimmingTrailingBlanks
  }

  /// `(pdb symbols)          path`.
  private func state(_ module: Module) -> String {
    switch module.symbolState {
    case .deferred: return "(deferred)"
    case .pdb(let path): return "\("(pdb symbols)".padded(22)) \(path)"
    case .exports: return "\("(export symbols)".padded(22)) \(module.imageName)"
    case .none: return "(no symbols)"
    }
  }

  private func printDetails(_ module: Module, _ session: Session) {
    session.print("    Loaded symbol image file: \(module.imageName)")
    session.print("    Image path: \(module.path)")
    session.print("    Image name: \(module.imageName)")
    session.print("    Timestamp:        \(ModuleTime.text(module))")
    session.print("    CheckSum:         \(module.checkSum.upperHex(8))")
    session.print("    ImageSize:        \(module.size.upperHex(8))")
    session.print("    Translations:     0000.04b0 0000.04e4 0409.04b0 0409.04e4")
    session.print("    Information from resource tables:")
  }

  /// The drivers that the kernel remembers to have unloaded, unless only some modules were wanted.
  private func printUnloaded(_ session: Session) throws {
    let isLimited =
      pattern != nil || pathPattern != nil || address != nil
      || !options.isDisjoint(with: ["o", "u", "l", "e"])
    guard !isLimited else { return }
    let unloaded = try UnloadedModule.all(session)
    guard !unloaded.isEmpty else { return }
    session.print()
    session.print("Unloaded modules:")
    for module in unloaded {
      session.print(
        "\(session.addressText(module.start)) \(session.addressText(module.end))   \(module.name)")
    }
  }
}

/// What a module's header says of its time.
enum ModuleTime {
  /// `Tue Jan 24 14:12:06 2017 (5887D136)`; of a reproducible build, whose header has a hash in the
  /// place, what it is.
  static func text(_ module: Module) -> String {
    let stamp = module.timeDateStamp.upperHex(8)
    guard !module.isReproducible else {
      return "\(stamp) (This is a reproducible build file hash, not a timestamp)"
    }
    return "\(DebuggerTime.text(unix: Int64(module.timeDateStamp))) (\(stamp))"
  }
}

/// A driver that was unloaded: an entry of `nt!MmUnloadedDrivers`.
struct UnloadedModule {
  var name: String
  var start: UInt64
  var end: UInt64

  /// Entries in the kernel's table.
  private static let capacity: UInt64 = 50

  /// The entries, in the order of the table; empty where there is no such table.
  ///
  /// Each is a UNICODE_STRING, two addresses and a time (x64: 28h bytes).
  static func all(_ session: Session) throws -> [UnloadedModule] {
    let debugger = session.debugger
    guard session.pointerSize == 8, debugger.target.kind == .kernel,
      let table = debugger.resolve("nt!MmUnloadedDrivers").first,
      let first = try? debugger.readPointer(table.address), first != 0
    else { return [] }
    var found: [UnloadedModule] = []
    for index in 0..<capacity {
      try session.checkCancelled()
      let entry = first &+ index &* 0x28
      guard let name = try? debugger.readUnicodeString(entry), !name.isEmpty,
        let start = try? debugger.readPointer(entry &+ 0x10),
        let end = try? debugger.readPointer(entry &+ 0x18)
      else { continue }
      found.append(UnloadedModule(name: name, start: start, end: end))
    }
    return found
  }
}
