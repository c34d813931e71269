import Engine
import Language

extension GeneralExtension {
  static let moduleLoop: [Command] = [
    Command(
      "for_each_module", summary: "Carry out commands once for each module.",
      details: """
        In Commands the words @#ModuleName, @#ImageName, @#LoadedImageName, @#MappedImageName, \
        @#SymbolFileName, @#Base, @#End, @#Size, @#ModuleIndex, @#TimeDateStamp, @#Checksum, @#Flags, \
        @#SymbolType, @#FileVersion and @#ProductVersion stand for the module's facts, and those \
        ending in NameSize for the length of a name with its zero; ${@#Base} expands inside other \
        text. Without Commands, one line a module is printed.
        """,
      examples: [
        "!for_each_module": "the modules",
        "!for_each_module .echo @#ModuleName @#Base": "name and base of each",
        "!for_each_module s -[1]a @#Base @#End \"This program\"": "a search through every image",
      ],
      related: ["lm", "!for_each_function", "s", ".foreach"], extent: .line,
      repetition: .none, grammar: .rest("Commands", completion: .command)
    ) { session, typed in
      guard let commands = try AliasLoop.commands(typed, of: "for_each_module", session) else {
        return
      }
      for (index, module) in session.debugger.modules.enumerated() {
        try session.checkCancelled()
        let facts = facts(of: module, index: index, session)
        guard commands.isEmpty else {
          try AliasLoop.run(session, commands, with: facts)
          continue
        }
        let words = ["Base", "End", "ModuleName", "ImageName", "LoadedImageName"]
        let texts = words.map { facts["@#\($0)"] ?? "" }
        session.print("\(UInt64(index).hex(2)) : \(texts.joined(separator: " "))")
      }
    }
  ]

  private static func facts(of module: Module, index: Int, _ session: Session)
    -> [String: String]
  {
    var symbolFile = module.imageName
    if case .pdb(let path) = module.symbolState { symbolFile = path }
    let names = [
      "Module": module.name, "Image": module.path, "LoadedImage": module.imageName,
      "MappedImage": "", "SymbolFile": symbolFile,
    ]
    var facts = [
      "@#ModuleIndex": UInt64(index).hex(2),
      "@#Base": session.plainAddress(module.base),
      "@#End": session.plainAddress(module.end),
      "@#Size": "0x\(module.size.hex())",
      "@#TimeDateStamp": "0x\(module.timeDateStamp.hex(8))",
      "@#Checksum": "0x\(module.checkSum.hex(8))",
      "@#Flags": module.isUser ? "0x1" : "0x0",
      "@#SymbolType": "\(symbolType(module))",
      // No image of the target has a version resource.
      "@#FileVersion": "0.0.0.0", "@#ProductVersion": "0.0.0.0",
    ]
    for (name, text) in names {
      facts["@#\(name)Name"] = text
      facts["@#\(name)NameSize"] = "0x\(UInt64(text.utf8.count + 1).hex())"
    }
    return facts
  }

  /// `DEBUG_SYMTYPE_`: 0 none, 3 PDB, 4 exports, 5 deferred.
  private static func symbolType(_ module: Module) -> Int {
    switch module.symbolState {
    case .none: 0
    case .pdb: 3
    case .exports: 4
    case .deferred: 5
    }
  }
}
