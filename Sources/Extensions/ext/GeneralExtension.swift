import Engine
import Language

/// `ext`: commands for every kind of target.
public enum GeneralExtension: ExtensionModule {
  public static let name = "ext"
  public static let commands: [Command] = [forEachModule]

  private static let forEachModule = Command(
    "for_each_module", summary: "Carry out commands once for each module.",
    details: """
      In Commands the words @#ModuleName, @#ImageName, @#LoadedImageName, @#Base, @#End, @#Size, \
      @#ModuleIndex, @#TimeDateStamp and @#Checksum stand for the module's facts; ${@#Base} expands \
      inside other text. Without Commands, one line a module is printed. \
      Example: !for_each_module s -a @#Base @#End "Leak"
      """,
    extent: .line, grammar: .rest("Commands", completion: .command)
  ) { session, typed in
    let commands = unquoted(typed)
    for (index, module) in session.debugger.modules.enumerated() {
      try session.checkCancelled()
      let facts = facts(of: module, index: index)
      if commands.isEmpty {
        let words = ["Base", "End", "ModuleName", "ImageName", "LoadedImageName"]
        let texts = words.map { facts["@#\($0)"] ?? "" }
        session.print("\(UInt64(index).hex(2)) : \(texts.joined(separator: " "))")
        continue
      }
      try run(session, commands, with: facts)
    }
  }

  private static func facts(of module: Module, index: Int) -> [String: String] {
    [
      "@#ModuleIndex": UInt64(index).hex(2),
      "@#ModuleName": module.name,
      "@#ImageName": module.path,
      "@#LoadedImageName": module.imageName,
      "@#Base": "0x\(module.base.hex(16))",
      "@#End": "0x\(module.end.hex(16))",
      "@#Size": "0x\(String(module.size, radix: 16))",
      "@#TimeDateStamp": "0x\(UInt64(module.timeDateStamp).hex(8))",
      "@#Checksum": "0x\(UInt64(module.checkSum).hex(8))",
    ]
  }

  /// Runs commands while the facts stand as aliases; what stood under their names comes back.
  private static func run(
    _ session: Session, _ commands: String, with facts: [String: String]
  ) throws {
    let before = session.aliases
    for (name, text) in facts { session.aliases[name] = text }
    defer {
      for name in facts.keys { session.aliases[name] = before[name] }
    }
    do {
      try session.run(commands: commands)
    } catch {
      // Commands nested too deep would be refused again for every module, level by level.
      switch CommandError(error) {
      case .cancelled, .rejected(.overflow, _, _): throw error
      default: break
      }
      session.print(CommandError(error).message(promptWidth: session.prompt.count + 1))
    }
  }

  /// The commands without the double quotes around them.
  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    let inside = String(text.dropFirst().dropLast())
    return inside.contains("\"") && !inside.contains("\\\"")
      ? text : inside.replacing("\\\"", with: "\"")
  }
}
