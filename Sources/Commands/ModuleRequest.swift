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
      case UInt8(ascii: "1"):
        // `1m` is one option.
        options.insert("1")
        _ = line.take("m")
      default:
        let option = Character(UnicodeScalar(letter))
        guard "olvukecfnptism".contains(option) else { throw line.rejected(.syntax, at: start) }
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
      options.contains("s") ? $0.name < $1.name : $0.base < $1.base
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
  }

  private func isWanted(_ module: Module) -> Bool {
    if let pattern, !pattern.matches(module.name) { return false }
    if let pathPattern, !pathPattern.matches(module.path) { return false }
    if let address, !module.contains(address) { return false }
    if options.contains("k"), module.isUser { return false }
    if options.contains("u"), !module.isUser { return false }
    if options.contains("l"), module.symbolState == .deferred { return false }
    if options.contains("e"), module.symbolState != .none { return false }
    return true
  }

  private func line(_ module: Module, _ session: Session) -> String {
    let start = "\(session.addressText(module.base)) \(session.addressText(module.end))   "
    let name = module.name.padded(8)
    if options.contains("f") { return "\(start)\(name) \(module.path)" }
    if options.contains("t") {
      let image = options.contains("n") ? "\(module.imageName.padded(12)) " : ""
      return "\(start)\(name) \(image)\(DebuggerTime.text(unix: Int64(module.timeDateStamp))) "
        + "(\(module.timeDateStamp.upperHex(8)))"
    }
    if options.contains("n") { return "\(start)\(name) \(module.imageName)" }
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
    let time = DebuggerTime.text(unix: Int64(module.timeDateStamp))
    session.print("    Timestamp:        \(time) (\(module.timeDateStamp.upperHex(8)))")
    session.print("    CheckSum:         \(module.checkSum.upperHex(8))")
    session.print("    ImageSize:        \(module.size.upperHex(8))")
  }
}
