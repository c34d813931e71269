import Engine

// Completion is derived from the grammar of the commands: each parameter says what can stand there.

extension Session: Completer {
  /// The most candidates that are worth finding.
  private static let candidateLimit = 1_000

  public func completions(for line: String, cursor: Int) -> Completions {
    if let found = memberCompletions(line, cursor) { return found }
    let place = CompletionPlace(line, cursor: cursor)
    if place.isName {
      let names = commandNames(startingWith: place.word)
      if !names.isEmpty {
        let end = place.start + place.word.utf8.count
        return Completions(
          replacing: place.start..<end, candidates: names.map { .init($0, kind: .command) })
      }
    }
    for kind in kinds(at: place) {
      let found = completions(of: kind, at: place)
      if !found.candidates.isEmpty { return found }
    }
    return .none
  }

  /// Names and spellings of commands, extensions with their `!`; each once, in order. Behind `!` the
  /// modules are offered too, and behind `!module.` that module's commands, loaded or not.
  private func commandNames(startingWith prefix: Substring) -> [String] {
    var names = commands.sets.flatMap(\.commands).flatMap { $0.names + $0.spellings }
    for module in commands.extensions {
      names += module.commands.flatMap { ($0.names + $0.spellings).map { "!" + $0 } }
    }
    if prefix.hasPrefix("!") {
      names += commands.available.map { "!\($0.name)." }
      for module in commands.available
      where prefix.lowercased().hasPrefix("!\(module.name.lowercased()).") {
        names += module.commands.flatMap(\.names).map { "!\(module.name).\($0)" }
      }
    }
    let fitting = names.filter { $0.lowercased().hasPrefix(prefix.lowercased()) }
    return Set(fitting).sorted()
  }

  /// What can stand at a place, by its command's grammar. A command nobody knows may take anything.
  private func kinds(at place: CompletionPlace) -> [CompletionKind] {
    let line = CommandLine(String(place.command))
    let name = place.words.first.map(String.init) ?? ""
    guard let command = commands.command(named: name) ?? commands.match(line)?.command else {
      return [.expression]
    }
    let kinds = command.parameters.filter { !$0.isGlued }.map(\.completion)
    // After a type come its fields.
    if kinds.contains(.type), typeWord(place) != nil { return [.field, .expression] }
    let known = kinds.filter { $0 != .none }
    return known.isEmpty ? [.expression] : known
  }

  private func completions(of kind: CompletionKind, at place: CompletionPlace) -> Completions {
    switch kind {
    case .none: .none
    case .file: files(place)
    case .field: fields(place)
    case .command:
      list(commandNames(startingWith: place.word), .command, place.word, place.start)
    case .choice(let words):
      list(words.filter { $0.hasPrefix(place.word) }, .command, place.word, place.start)
    case .breakpoint:
      list(
        debugger.breakpoints.all.map { String($0.id) }.filter { $0.hasPrefix(place.word) },
        .command, place.word, place.start)
    case .alias:
      list(
        aliases.named.keys.filter { $0.hasPrefix(place.word) }.sorted(), .command, place.word,
        place.start)
    case .extensionModule:
      list(
        commands.available.map(\.name).filter { $0.hasPrefix(place.word) }.sorted(), .command,
        place.word, place.start)
    case .module: operands(place) { self.modules($0, suffix: "") }
    case .register: operands(place) { self.registers($0) }
    case .symbol: operands(place) { self.symbols($0) }
    case .type: operands(place) { self.types($0) }
    case .expression:
      operands(place) { word in word.hasPrefix("@") ? self.registers(word) : self.symbols(word) }
    case .typedExpression:
      operands(place) { word in
        word.hasPrefix("@") ? self.modelVariables(word) + self.registers(word) : self.symbols(word)
      }
    }
  }

  /// Members behind a period or an arrow, where a command takes C++ expressions. Braces and quotes are
  /// part of them.
  private func memberCompletions(_ line: String, _ cursor: Int) -> Completions? {
    let end = line.utf8.index(line.startIndex, offsetBy: max(0, min(cursor, line.utf8.count)))
    var start = line.startIndex
    var isQuoted = false
    for index in line[..<end].indices {
      if line[index] == "\"" { isQuoted.toggle() }
      if line[index] == ";", !isQuoted { start = line.index(after: index) }
    }
    let text = line[start..<end].drop(while: \.isWhitespace)
    guard let blank = text.firstIndex(where: \.isWhitespace),
      let command = commands.command(named: String(text[..<blank])),
      command.parameters.contains(where: { $0.completion == .typedExpression }),
      let (name, members) = members(at: text[blank...]), !members.isEmpty
    else { return nil }
    let offset = line.utf8.distance(from: line.startIndex, to: name.startIndex)
    return list(members, .field, name, offset)
  }

  private func list(
    _ words: [String], _ kind: Completions.Candidate.Kind, _ replaced: Substring, _ start: Int
  ) -> Completions {
    Completions(
      replacing: start..<start + replaced.utf8.count,
      candidates: words.prefix(Self.candidateLimit).map { .init($0, kind: kind) })
  }

  private func operands(_ place: CompletionPlace, _ find: (Substring) -> [String]) -> Completions {
    let operand = place.operand()
    return list(find(operand.text), .symbol, operand.text, operand.start)
  }

  private func files(_ place: CompletionPlace) -> Completions {
    // `$<file` has no blank; a list of folders is separated by `;`, which has been dealt with.
    let mark = place.word.lastIndex(where: { "<*".contains($0) })
    let path = mark.map { place.word[place.word.index(after: $0)...] } ?? place.word
    let start = place.start + place.word.utf8.count - path.utf8.count
    return list(FileCompletion.candidates(for: String(path)), .file, path, start)
  }
}

// Names from the target.

extension Session {
  private func registers(_ word: Substring) -> [String] {
    let mark = word.hasPrefix("@") ? "@" : ""
    let names = RegisterName.allNames + PseudoRegister.all.map(\.name)
    let prefix = word.dropFirst(mark.count).lowercased()
    return names.filter { $0.hasPrefix(prefix) }.sorted().map { mark + $0 }
  }

  /// `@$curprocess` and the other objects of the data model, the person's own included.
  private func modelVariables(_ word: Substring) -> [String] {
    (DebuggerObjects.variableNames + model.variables.map(\.name)).map { "@$\($0)" }
      .filter { $0.hasPrefix(word) }
  }

  private func modules(_ word: Substring, suffix: String) -> [String] {
    debugger.modules.map { $0.name + suffix }
      .filter { $0.lowercased().hasPrefix(word.lowercased()) }
  }

  /// `nt!Ke` becomes the symbols of nt; a word without a module the modules, or else the symbols of
  /// those whose symbols are loaded already.
  private func symbols(_ word: Substring) -> [String] {
    if word.contains("!") {
      return unique((try? debugger.symbols(matching: Self.literal(word) + "*")) ?? []) {
        $0.qualifiedName
      }
    }
    let modules = modules(word, suffix: "!")
    guard modules.isEmpty, word.count > 1 else { return modules }
    let found = debugger.modules.filter(\.hasLoadedSymbols).flatMap { module in
      (try? debugger.symbols(matching: Self.literal("\(module.name)!\(word)") + "*")) ?? []
    }
    return unique(found, \.name)
  }

  private func unique(_ symbols: [ResolvedSymbol], _ name: (ResolvedSymbol) -> String) -> [String] {
    Set(symbols.map(name).filter { !$0.contains(where: \.isWhitespace) }).sorted()
  }

  private func types(_ word: Substring) -> [String] {
    if let mark = word.firstIndex(of: "!") {
      let module = word[...mark]
      let found = (try? debugger.types(matching: Self.literal(word) + "*")) ?? []
      let names = Set(found.map(\.name).filter { !$0.contains("<") }).sorted()
      return names.map { module + $0 }
    }
    let modules = modules(word, suffix: "!")
    guard modules.isEmpty, word.count > 1 else { return modules }
    // A bare type is looked for in the kernel first; so is what it may become.
    guard let kernel = debugger.modules.first?.name else { return [] }
    let found = (try? debugger.types(matching: Self.literal("\(kernel)!\(word)") + "*")) ?? []
    return Set(found.map(\.name).filter { !$0.contains("<") }).sorted()
  }

  /// The type that a command's earlier words name, when one does.
  private func typeWord(_ place: CompletionPlace) -> TypeRef? {
    place.words.dropFirst().lazy.filter { !$0.hasPrefix("-") && !$0.hasPrefix("/") }
      .compactMap { try? self.debugger.type(String($0)) }.first
  }

  private func fields(_ place: CompletionPlace) -> Completions {
    guard let type = typeWord(place) else { return .none }
    let dot = place.word.lastIndex(of: ".")
    let path = dot.map { place.word[..<$0] } ?? ""
    let name = dot.map { place.word[place.word.index(after: $0)...] } ?? place.word
    guard let inner = try? type.place(of: String(path)).type else { return .none }
    let found = inner.fields.map(\.name).filter { $0.lowercased().hasPrefix(name.lowercased()) }
    return list(found, .field, name, place.start + place.word.utf8.count - name.utf8.count)
  }

  /// `text` with the characters that patterns give a meaning taken literally.
  private static func literal(_ text: some StringProtocol) -> String {
    text.map { "*?#[]+\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

extension Module {
  /// Whether the module's symbols are in use already, so that asking them costs little.
  fileprivate var hasLoadedSymbols: Bool {
    if case .deferred = symbolState { return false }
    return true
  }
}
