import Engine

/// `Debugger.Settings`: the session's settings by name, to be read and assigned to.
struct SettingsObjects {
  let session: Session

  init(_ session: Session) { self.session = session }

  typealias Member = ModelObject.Member

  /// The namespaces that the documentation names. One that has no setting here is empty.
  var root: ModelObject {
    ModelObject(members: [
      group("Debug", "How the target is debugged", []),
      group(
        "Display", "How things are shown",
        [
          truth("PreferDMLOutput", "Whether links are wanted", \.prefersLinks),
          number("StackDepth", "Frames that k shows", \.stackDepth),
        ]),
      group("EngineInitialization", "What is set at the start", []),
      group(
        "Extensions", "Extension modules",
        [text("ExtensionSearchPath", "What .extpath shows", \.extensionPath)]),
      group("Input", "What is typed", [number("Radix", "The base of numbers", \.radix, radixes)]),
      group(
        "Sources", "Source files",
        [
          truth("DisplaySourceLines", "Whether lines are shown beside symbols", \.showsSourceLines),
          text("SourcePath", "Where source files are looked for", \.sources.path),
        ]),
      group(
        "Symbols", "Symbol files",
        [
          text("Sympath", "Where symbol files are looked for", \.symbolPath),
          truth("NoisySymbols", "Whether the search is told", \.isSymbolSearchNoisy),
        ]),
      // Nothing of a session is kept for the next.
      Member("AutoSaveSettings", help: "Whether settings are kept for the next session") {
        .truth(false)
      },
    ])
  }

  private let radixes = [8, 10, 16]

  private func group(_ name: String, _ help: String, _ members: [Member]) -> Member {
    Member(name, help: help) { .object(ModelObject(members: members)) }
  }

  private func truth(
    _ name: String, _ help: String, _ path: ReferenceWritableKeyPath<Session, Bool>
  ) -> Member {
    let session = session
    var member = Member(name, help: help) { .truth(session[keyPath: path]) }
    member.assign = { value, evaluator in session[keyPath: path] = try evaluator.isTrue(value) }
    return member
  }

  private func number(
    _ name: String, _ help: String, _ path: ReferenceWritableKeyPath<Session, Int>,
    _ allowed: [Int]? = nil
  ) -> Member {
    let session = session
    var member = Member(name, help: help) { .unsigned(UInt64(clamping: session[keyPath: path])) }
    member.assign = { value, evaluator in
      let number = try evaluator.integer(value)
      guard allowed?.contains(number) ?? (1...0xFFFF).contains(number) else {
        throw CommandError.message("\(number) is no value of '\(name)'")
      }
      session[keyPath: path] = number
    }
    return member
  }

  private func text(
    _ name: String, _ help: String, _ path: ReferenceWritableKeyPath<Session, String>
  ) -> Member {
    let session = session
    var member = Member(name, help: help) { .string(session[keyPath: path]) }
    member.assign = { value, evaluator in session[keyPath: path] = try evaluator.text(value) }
    return member
  }
}

extension Session {
  /// Where symbol files are looked for, as `.sympath` has it.
  var symbolPath: String {
    get { debugger.symbols.path.text }
    set { debugger.symbols.path = SymbolPath(newValue) }
  }
}
