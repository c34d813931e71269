import Language
import Workbench

/// The manual of commands as pages of Markdown, made from the declarations: one a family, one an
/// extension module, and an index.
struct Manual {
  /// Where the pages are in the project.
  static let folder = "Docs/Manual/commands"

  /// A page.
  struct Page {
    let file: String
    let text: String
  }

  private struct Chapter {
    let title: String
    let file: String
    let commands: [Command]
    let prefix: String
  }

  private let chapters: [Chapter]
  /// The page and place of every name, `!` included.
  private var places: [String: String] = [:]

  /// The manual of everything that a session of ours can know.
  init(_ table: CommandTable = Workbench.commands) {
    let families = table.sets.map { set in
      Chapter(title: set.title, file: Self.slug(set.title), commands: set.commands, prefix: "")
    }
    let modules = table.extensions.sorted { $0.name < $1.name }.map { module in
      Chapter(
        title: "\(module.name) (extension module)", file: "extension-\(Self.slug(module.name))",
        commands: module.commands, prefix: "!")
    }
    chapters = families + modules
    for chapter in chapters {
      for command in chapter.commands {
        let name = chapter.prefix + (command.names.first ?? "")
        for other in command.names + command.spellings where places[chapter.prefix + other] == nil {
          places[chapter.prefix + other] = "\(chapter.file).md#\(Self.anchor(name))"
        }
      }
    }
  }

  /// Every page, the index first.
  var pages: [Page] {
    [index] + chapters.map { Page(file: "\($0.file).md", text: text(of: $0)) }
  }

  private static let notice =
    "<!-- Made from the declarations by `swift run dev manual`; edits belong there. -->\n"

  private var index: Page {
    var lines = [Self.notice, "# Commands", ""]
    for chapter in chapters {
      lines.append("- [\(chapter.title)](\(chapter.file).md)")
    }
    lines += ["", "## All commands", "", "| Command | What it does |", "|---|---|"]
    let rows = chapters.flatMap { chapter in
      chapter.commands.map { (name: chapter.prefix + ($0.names.first ?? ""), summary: $0.summary) }
    }
    for row in rows.sorted(by: { $0.name < $1.name }) {
      lines.append("| \(link(row.name)) | \(Self.cell(row.summary)) |")
    }
    return Page(file: "README.md", text: lines.joined(separator: "\n") + "\n")
  }

  private func text(of chapter: Chapter) -> String {
    var lines = [Self.notice, "# \(chapter.title)", "", "[All commands](README.md)"]
    for command in chapter.commands { lines += section(command, chapter.prefix) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ command: Command, _ prefix: String) -> [String] {
    let name = prefix + (command.names.first ?? "")
    var lines = ["", "<a id=\"\(Self.anchor(name))\"></a>", "## \(Self.code(name))", ""]
    lines += [Self.prose(command.summary), "", "    \(prefix)\(command.usage)"]
    let others = (command.names.dropFirst() + command.spellings).map { Self.code(prefix + $0) }
    if !others.isEmpty { lines += ["", "Also: \(others.joined(separator: ", "))"] }
    if !command.details.isEmpty { lines += ["", Self.prose(command.details)] }
    let explained = command.parameters.filter { !$0.note.isEmpty && !$0.usage.isEmpty }
    if !explained.isEmpty {
      lines.append("")
      lines += explained.map { "- \(Self.code($0.usage)): \(Self.prose($0.note))" }
    }
    if !command.examples.isEmpty {
      lines += ["", "Examples:", ""]
      let width = command.examples.map(\.line.count).max() ?? 0
      lines += command.examples.map { "    \($0.line.padded(width))  \($0.meaning)" }
    }
    if !command.related.isEmpty {
      lines += ["", "See also: \(command.related.map(link).joined(separator: ", "))"]
    }
    return lines
  }

  /// A name that leads to its section, when it has one.
  private func link(_ name: String) -> String {
    guard let place = places[name] else { return Self.code(name) }
    return "[\(Self.code(name))](\(place))"
  }

  /// A word in Markdown's quotes for code, backticks and the bars of tables allowed for.
  private static func code(_ text: String) -> String {
    let safe = text.replacing("|", with: "\\|")
    return safe.contains("`") ? "`` \(safe) ``" : "`\(safe)`"
  }

  private static func cell(_ text: String) -> String { prose(text).replacing("|", with: "\\|") }

  /// Text in which nothing is taken for markup but backticks.
  private static func prose(_ text: String) -> String {
    var isCode = false
    return text.map { character in
      if character == "`" { isCode.toggle() }
      return !isCode && "*_<>[]".contains(character) ? "\\\(character)" : String(character)
    }.joined()
  }

  private static func slug(_ title: String) -> String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// An anchor that is another for every name: signs by their numbers.
  private static func anchor(_ name: String) -> String {
    name.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar)
        ? String(scalar) : "-\(scalar.value)-"
    }.joined()
  }
}
