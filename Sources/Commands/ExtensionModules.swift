import Language
import Symbols

extension CommandSet {
  /// Extension modules: which there are, and in which order they are searched.
  public static let extensionModules = CommandSet(
    "Extension modules",
    [
      Command(
        ".load", summary: "Load an extension module.",
        details: """
          The module is put at the front of the chain, where a command is looked for first. \
          !Module.Command loads a module that is not loaded. Modules are part of the program: a \
          folder in front of the name is passed over, and nothing is read from a disk.
          """,
        examples: [".load ext": "ext is searched first from now on"],
        related: [".loadby", ".unload", ".chain", ".setdll"],
        repetition: .none, grammar: moduleName
      ) { session, name in try session.loadExtension(name) },
      Command(
        ".loadby", summary: "Load an extension module that stands beside a module of the target.",
        details: "The target's module has to be there; the extension comes with the program.",
        examples: [".loadby ext nt": "as .load ext, when there is a module nt"],
        related: [".load"],
        repetition: .none,
        grammar: .word("Extension", completion: .extensionModule).explained("an extension module"),
        .word("Module", completion: .module).explained("a module of the target")
      ) { session, name, target in
        let known = session.debugger.modules.contains {
          $0.name.lowercased() == target.lowercased()
            || $0.imageName.lowercased() == target.lowercased()
        }
        guard known else { throw CommandError.message("Unable to find module '\(target)'") }
        try session.loadExtension(name)
      },
      Command(
        ".unload", summary: "Take an extension module off the chain.",
        details: "Without a name, the one at the front. It can be loaded again.",
        examples: [".unload kdexts; .load kdexts": "takes a module off and brings it back"],
        related: [".load", ".unloadall"],
        repetition: .none, grammar: .optional(moduleName)
      ) { session, name in
        guard let name = name ?? session.commands.extensions.first?.name else {
          throw CommandError.message("No extensions are loaded")
        }
        try session.unloadExtension(name)
      },
      Command(
        ".unloadall", summary: "Take all extension modules off the chain.",
        examples: [".unloadall; .load kdexts": "only kdexts is left"],
        related: [".unload", ".load"], repetition: .none
      ) { session in
        for module in session.commands.extensions { try session.unloadExtension(module.name) }
      },
      Command(
        ".setdll", summary: "Choose the extension module that is searched first.",
        examples: [".setdll ext": "!name is looked for in ext first"],
        related: [".load", ".chain"],
        repetition: .none, grammar: moduleName
      ) { session, name in try session.loadExtension(name) },
      Command(
        ".extpath", summary: "Show or set the extension search path.",
        details: """
          + appends. The path is kept and shown, and nothing is ever loaded from it: modules are \
          part of the program.
          """,
        examples: [".extpath": "shows the path"], related: [".chain", ".load"],
        extent: .line, repetition: .none, grammar: .plusSign,
        .rest("[Directory;...]", completion: .file)
      ) { session, appends, path in
        if !path.isEmpty {
          let old = session.extensionPath
          session.extensionPath = appends && !old.isEmpty ? "\(old);\(path)" : path
        }
        session.print("Extension search path is: \(session.extensionPath)")
      },
      Command(
        ".chain", summary: "List the loaded extension modules in the order of the search.",
        details: "/D is understood; links need a window, so the list is the same.",
        examples: [".chain": "shows what is loaded"],
        related: [".load", ".setdll", ".extmatch", ".extpath"],
        repetition: .none, grammar: .switches("D")
      ) { session, _ in printChain(session) },
      Command(
        ".extmatch", summary: "List the extension commands that match a pattern.",
        details: """
          Commands of the loaded modules are listed in the order of the chain. /e takes only modules \
          that match a pattern, /n leaves the modules' names out.
          """,
        examples: [
          ".extmatch *": "every extension command that is loaded",
          ".extmatch /e kd* pool*": "those of kdexts that begin with pool",
        ], related: [".chain"],
        repetition: .none, grammar: .switches("e:", "n", "D"),
        .word("Pattern").explained("the commands' names, where * and ? stand for any letters")
      ) { session, switches, pattern in
        let modules = WildcardPattern(switches["e"] ?? "*")
        let commands = WildcardPattern(pattern)
        for module in session.commands.extensions where modules.matches(module.name) {
          let names = module.commands.flatMap(\.names).filter { commands.matches($0) }
          for name in Set(names).sorted() {
            session.print(switches.contains("n") ? "!\(name)" : "!\(module.name).\(name)")
          }
        }
      },
    ])

  private static let moduleName = Parameter<String>.file("Module")
    .explained("an extension module").completed(by: .extensionModule)

  private static func printChain(_ session: Session) {
    session.print("Extension DLL search Path:")
    session.print("    \(session.extensionPath)".trimmingTrailingBlanks)
    session.print("Extension DLL chain:")
    for module in session.commands.extensions {
      let version = module.version.isEmpty ? session.productVersion : module.version
      session.print("    \(module.name): image \(version), API 1.0.0, built in")
    }
  }
}

extension Parameter {
  /// A `+` glued to the command's name; whether it is there.
  static var plusSign: Parameter<Bool> {
    var parameter = Parameter<Bool>(usage: "[+]") { line, _ throws(CommandError) in line.take("+") }
    parameter.isGlued = true
    return parameter
  }
}
