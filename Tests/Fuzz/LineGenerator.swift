import Language

/// Makes lines to type: out of the commands' declarations, out of the corpus, out of nothing.
struct LineGenerator {
  let corpus: [String]
  let commands: [String]
  let switches: [String]
  let expressions: ExpressionGenerator

  /// What the lines are about.
  enum Subject: String {
    /// Everything that can be typed.
    case commands
    /// Expressions of both languages, in the commands that evaluate them.
    case expressions
  }

  /// Lines out of a corpus and of what a session knows.
  init(corpus: FuzzCorpus, session: Session) {
    var names: [String] = []
    var usages: [String] = []
    var lines = corpus.lines
    let table = session.commands
    for command in table.sets.flatMap(\.commands) {
      names += command.names + command.spellings
      usages += command.parameters.map(\.usage)
      lines += command.examples.map(\.line)
    }
    for module in table.extensions {
      for command in module.commands {
        names += command.names.map { "!\($0)" }
        names.append("!\(module.name).\(command.names.first ?? "")")
        usages += command.parameters.map(\.usage)
        lines += command.examples.map(\.line)
      }
    }
    names += [
      ".if", ".elsif", ".else", ".while", ".do", ".for", ".foreach", ".block", ".catch", ".break",
      ".continue", ".leave",
    ]
    self.corpus = lines
    self.commands = names
    switches = usages.flatMap { usage in
      usage.split { " []|,.".contains($0) }.filter { $0.hasPrefix("-") || $0.hasPrefix("/") }
        .map(String.init)
    }
    let pseudo = PseudoRegister.all.map(\.name) + ["$t0", "$t1", "$t19", "$t20", "$bp0", "$u0"]
    expressions = ExpressionGenerator(
      registers: pseudo + ["rax", "eax", "rip", "cr3", "xmm0", "st0", "ah", "zf", "efl", "nosuch"])
  }

  /// The next line.
  func line(_ subject: Subject, _ random: inout FuzzRandom) -> String {
    var line: String
    switch subject {
    case .commands: line = command(&random)
    case .expressions: line = expression(&random)
    }
    if random.chance(25) { line = damaged(line, &random) }
    return line
  }

  private func expression(_ random: inout FuzzRandom) -> String {
    let masm = expressions.masm(&random)
    let cpp = expressions.cpp(&random)
    switch random.below(12) {
    case 0..<4: return "? \(masm)"
    case 4..<7: return "?? \(cpp)"
    case 7: return "r \(random.chance(50) ? "?" : "") $t\(random.below(20))=\(masm)"
    case 8: return "r? $t\(random.below(20)) = \(cpp)"
    case 9: return ".printf \"%p %d %y %f %ma\\n\", \(masm), \(masm), \(masm), 0, \(cpp)"
    case 10:
      return "dx \(random.pick(["", "-r2 ", "-g ", "-c 3 ", "-v "]))\(expressions.model(&random))"
    default: return ".if (\(masm)) {? \(masm)} .else {?? \(cpp)}"
    }
  }

  private func command(_ random: inout FuzzRandom) -> String {
    switch random.below(20) {
    case 0..<6: return known(&random)
    case 6..<8: return spliced(&random)
    case 8..<14: return declared(&random)
    case 14..<18: return wrapped(&random)
    case 18: return expression(&random)
    default: return noise(&random)
    }
  }

  private func known(_ random: inout FuzzRandom) -> String { random.pick(corpus) }

  /// The beginning of a known line with the end of another.
  private func spliced(_ random: inout FuzzRandom) -> String {
    let first = random.pick(corpus)
    let second = random.pick(corpus)
    let glue = random.pick(["", " ", ";", ",", "\n", "; "])
    return String(first.prefix(random.below(first.count + 1))) + glue
      + String(second.suffix(random.below(second.count + 1)))
  }

  /// A command with arguments of every kind.
  private func declared(_ random: inout FuzzRandom) -> String {
    var text = random.pick(commands)
    if random.chance(10) { text = "~\(random.pick(["*", ".", "#", "0", "1", "9", "[0]"]))" + text }
    if random.chance(5) { text = "\(random.below(4)) " + text }
    for _ in 0..<random.below(5) {
      text += random.pick([" ", " ", " ", ",", ""]) + argument(&random)
    }
    return text
  }

  private func argument(_ random: inout FuzzRandom) -> String {
    switch random.below(12) {
    case 0..<3: return expressions.masm(&random, depth: 4)
    case 3:
      let start = expressions.masm(&random, depth: 5)
      return start + random.pick([" L4", " L?ffffffff", " L-4", " L10000000", " 10", " L", " l0"])
    case 4, 5: return random.pick(switches)
    case 6: return random.pick(["-", "/"]) + random.pick(Self.letters)
    case 7: return "\"" + known(&random) + "\""
    case 8: return random.pick(["nt!*", "*!*", "nt!Ke*", "*", "nt!?", "[", "nt!_E*", "a*#+", "\\"])
    case 9: return expressions.type(&random)
    case 10: return expressions.field(&random)
    default:
      return random.pick(["{", "}", "(", ")", "=", "'", "\"", "${", "$", "@", ";", "*", "`"])
    }
  }

  private static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!?"
    .map(String.init)

  /// A known line inside the control tokens, aliases and quotes.
  private func wrapped(_ random: inout FuzzRandom) -> String {
    let inner = random.chance(30) ? wrapped(&random) : known(&random)
    let other = known(&random)
    let condition = expressions.masm(&random, depth: 4)
    switch random.below(17) {
    case 0: return ".if (\(condition)) {\(inner)} .else {\(other)}"
    case 1: return ".for (r $t0=0; @$t0<\(random.below(5)); r $t0=@$t0+1) {\(inner)}"
    case 2: return ".while (\(condition)) {\(inner); .break}"
    case 3: return ".do {\(inner)} (\(condition))"
    case 4: return ".foreach (v {\(inner)}) {\(random.pick([".echo v", "? v", other, "${v}"]))}"
    case 5: return ".foreach /pS \(random.below(4)) /ps 2 /s (v \"\(other)\") {? v; .echo ${v}}"
    case 6: return ".block {\(inner)}"
    case 7: return ".catch {\(inner); .leave; \(other)}"
    case 8: return "as x\(random.below(3)) \(inner)"
    case 9: return "aS /x x\(random.below(3)) \(condition); .block {\(inner) ${x0}}"
    case 10: return "as /c x\(random.below(3)) \(inner)"
    case 11: return "x\(random.below(3)) ${x\(random.below(3))} ${/f:x1} \(other)"
    case 12: return "j (\(condition)) '\(inner)' ; '\(other)'"
    case 13: return "\(inner); z(\(condition))"
    case 14: return "~\(random.pick(["*", ".", "#", "0", "1s", "* e"])) \(inner)"
    case 15: return "\(random.pick(["bp", "bu", "bm", "t", "p", "g"])) \(condition) \"\(inner)\""
    default: return "r $.u\(random.below(10))=\(inner)"
    }
  }

  private func noise(_ random: inout FuzzRandom) -> String {
    let pieces = [
      "\u{0}", "\n", "\r", "\t", "é", "😀", "\u{FFFF}", "\"", "'", "`", "{", "}", "(", ")", ";",
      "$$",
      "*", "$<", "${x}", "%s", "\\", "~", "|", "||", "!", "?", "@", "#", "0", "A", " ",
    ]
    let count = random.chance(10) ? 2000 : random.below(20)
    return (0..<count).map { _ in random.pick(pieces) }.joined()
  }

  /// A line with a few bytes or words changed, moved or taken away.
  private func damaged(_ line: String, _ random: inout FuzzRandom) -> String {
    var bytes = Array(line.utf8)
    for _ in 0...random.below(3) {
      let place = random.below(bytes.count + 1)
      switch random.below(6) {
      case 0 where place < bytes.count: bytes.remove(at: place)
      case 1: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
      case 2:
        bytes.insert(contentsOf: Array("\"'{}()[];$@!`\\,-/=*".utf8).shuffled(&random), at: place)
      case 3: bytes = Array(bytes.prefix(place))
      case 4 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
      default:
        let from = random.below(bytes.count + 1)
        bytes.insert(contentsOf: bytes[min(from, place)..<max(from, place)], at: place)
      }
    }
    return String(decoding: bytes.prefix(20_000), as: UTF8.self)
  }
}

extension Array where Element == UInt8 {
  /// Up to three of the elements.
  fileprivate func shuffled(_ random: inout FuzzRandom) -> [UInt8] {
    (0...random.below(2)).map { _ in self[random.below(count)] }
  }
}
