import Engine
import Symbols

/// An entry that shows a value.
struct NatvisView {
  let session: Session
  let entry: NatvisType
  /// Where its expressions are evaluated.
  let scope: NatvisScope
  /// The view that was asked for (`,view(name)`); nil for none.
  let view: String?

  /// Characters that the text of one value may have.
  private static let longest = 4096

  // Text.

  /// What stands behind the value's name; nil when the entry says nothing about it.
  func text(_ format: ModelFormat) throws -> String? {
    if let text = try text(entry.displayStrings, format) { return text }
    for expression in entry.stringViews where try scope.applies(expression.rule, view: view) {
      return try shown(expression.text, format)
    }
    return nil
  }

  /// The first text that applies.
  func text(_ texts: [NatvisText], _ format: ModelFormat) throws -> String? {
    for text in texts where try scope.applies(text.rule, view: view) {
      do {
        return try interpolate(text.text, format)
      } catch {
        if text.rule.isOptional, CommandError(error) != .cancelled { continue }
        throw error
      }
    }
    return nil
  }

  /// Text with its expressions in braces replaced by their values; `{{` and `}}` are braces.
  func interpolate(_ text: String, _ format: ModelFormat) throws -> String {
    guard session.natvis.depth < NatvisStore.deepest else { return "..." }
    session.natvis.depth += 1
    defer { session.natvis.depth -= 1 }
    var result = ""
    for piece in try NatvisPieces.split(text) {
      switch piece {
      case .text(let text): result += text
      case .expression(let text): result += try shown(text, format)
      }
      if result.utf8.count > Self.longest { return result.prefix(Self.longest) + "..." }
    }
    return result
  }

  /// The value of an expression in words, without its type.
  private func shown(_ text: String, _ format: ModelFormat) throws -> String {
    let compiled = try scope.compile(text)
    let evaluator = scope.evaluator(compiled.source)
    let format = try format.inner(compiled.specifiers, evaluator)
    let value = try scope.value(compiled)
    return try ModelText(evaluator: evaluator, format: format).text(of: value) ?? "{...}"
  }

  /// An expression's value, and the format that its specifiers make of one.
  func value(_ expression: NatvisExpression, _ format: ModelFormat) throws -> (
    ModelValue, ModelFormat
  ) {
    let compiled = try scope.compile(expression.text)
    let value = try scope.value(compiled)
    return (value, try format.inner(compiled.specifiers, scope.evaluator(compiled.source)))
  }

  /// Runs a part; nil when it cannot be computed and is optional.
  func optionally<Result>(_ rule: NatvisRule, _ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch {
      if rule.isOptional, CommandError(error) != .cancelled { return nil }
      throw error
    }
  }

  /// The value of the item of a name; nil when the entry has none.
  func item(named name: String) throws -> ModelValue? {
    for case .item(let label, let expression) in entry.expansion?.items ?? []
    where label.text == name {
      guard try scope.applies(expression.rule, view: view) else { continue }
      return try optionally(expression.rule) { try value(expression, ModelFormat()).0 }
    }
    for case .synthetic(let synthetic) in entry.expansion?.items ?? []
    where synthetic.name.text == name {
      let tree = ModelTree(evaluator: scope.evaluator(SourceText("")))
      if let child = try child(synthetic, ModelFormat(), tree) { return child.value }
    }
    return nil
  }

  /// A function of the entry.
  func function(named name: String) -> ModelFunction? {
    entry.intrinsics.first { $0.name == name }.map(scope.function)
  }
}

/// The pieces of a text with expressions in braces.
enum NatvisPieces {
  enum Piece: Equatable {
    case text(String)
    case expression(String)
  }

  /// Takes a text apart. Strings and brackets in an expression may hold braces.
  static func split(_ text: String) throws -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    let characters = Array(text)
    var place = 0
    func next(_ distance: Int) -> Character? {
      place + distance < characters.count ? characters[place + distance] : nil
    }
    while place < characters.count {
      let character = characters[place]
      if character == "{" || character == "}", next(1) == character {
        plain.append(character)
        place += 2
      } else if character == "{" {
        guard let end = end(of: characters, from: place) else {
          throw CommandError.message("A brace of '\(text)' is not closed")
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.expression(String(characters[(place + 1)..<end])))
        place = end + 1
      } else {
        plain.append(character)
        place += 1
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  private static func end(of characters: [Character], from start: Int) -> Int? {
    var level = 0
    var quote: Character?
    var place = start
    while place < characters.count {
      let character = characters[place]
      if let open = quote {
        if character == "\\" { place += 1 } else if character == open { quote = nil }
      } else {
        switch character {
        case "\"", "'": quote = character
        case "{": level += 1
        case "}":
          level -= 1
          if level == 0 { return place }
        default: break
        }
      }
      place += 1
    }
    return nil
  }
}

extension Session {
  /// The entry that shows a record of the target; nil when there is none, and for one whose fields
  /// are wanted.
  func natvisView(of value: CppValue, _ format: ModelFormat) -> NatvisView? {
    guard !format.isRaw, !format.isRawView, !natvis.files.isEmpty, let type = value.type.record,
      let address = value.address
    else { return nil }
    for match in natvis.entries(for: type) {
      let object = CppValue(
        .known(match.type), .memory(address &+ match.offset), space: value.space)
      let scope = NatvisScope(
        session: self, object: object, module: match.type.module, arguments: match.arguments,
        intrinsics: match.intrinsics)
      let view = NatvisView(session: self, entry: match.entry, scope: scope, view: format.view)
      let rule = match.entry.rule
      guard (try? scope.applies(rule, view: format.view)) == true else { continue }
      guard let why = match.verdict.obstacle(self, view) else { return view }
      natvis.refuse("Natvis: \(match.file)(\(why.line)): \(why.text)")
    }
    return nil
  }
}
