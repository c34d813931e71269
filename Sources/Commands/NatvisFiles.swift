import Language

extension CommandSet {
  /// NatVis files: how `dx` shows values of the target's types.
  public static let natvis = CommandSet(
    "NatVis files",
    [
      Command(
        ".nvload", summary: "Load a NatVis file, by which dx shows values.",
        details: """
          A NatVis file says in XML how values of the types it names are shown: as a text, and with \
          what below. A module's name loads the files that its symbols hold. A file that is loaded \
          again takes the place of what was there. Nothing in a file changes the target, and it can \
          name no other file.
          """,
        examples: [
          ".nvload Examples/NatVis/gurney.natvis; dx nt!PsLoadedModuleList":
            "The kernel's modules as a list."
        ],
        related: ["dx", ".nvlist", ".nvunload", ".nvunloadall"],
        repetition: .none, grammar: fileOrModule
      ) { session, name in
        for path in try session.loadNatvis(name) {
          session.print("Successfully loaded visualizers in \"\(path)\"")
        }
      },
      Command(
        ".nvlist", summary: "List the loaded NatVis files.",
        examples: [".nvlist": "What dx shows values by."],
        related: [".nvload", ".nvunload"], repetition: .none
      ) { session in
        session.print("Loaded NatVis Files:")
        if session.natvisFiles.isEmpty { session.print("    <None Loaded>") }
        for file in session.natvisFiles {
          guard let module = file.module else {
            session.print("    \(file.path)")
            continue
          }
          session.print("    \(module) (embedded NatVis \"\(file.path)\")")
        }
      },
      Command(
        ".nvunload", summary: "Forget a NatVis file.",
        details: "A module's name forgets the files that came from its symbols.",
        examples: [
          ".nvload Examples/NatVis/gurney.natvis; .nvunload Examples/NatVis/gurney.natvis":
            "Loads and forgets a file."
        ],
        related: [".nvload", ".nvunloadall", ".nvlist"],
        repetition: .none, grammar: fileOrModule
      ) { session, name in
        for path in try session.unloadNatvis(name) {
          session.print("Successfully unloaded visualizers in \"\(path)\"")
        }
      },
      Command(
        ".nvunloadall", summary: "Forget all NatVis files.",
        examples: [".nvunloadall": "dx shows values by their fields again."],
        related: [".nvload", ".nvunload", ".nvlist"], repetition: .none
      ) { session in
        for path in session.unloadAllNatvis() {
          session.print("Successfully unloaded visualizers in \"\(path)\"")
        }
      },
    ])

  private static let fileOrModule = Parameter<String>.file("FileName|ModuleName")
    .explained("a .natvis file, or a module of the target")
}
