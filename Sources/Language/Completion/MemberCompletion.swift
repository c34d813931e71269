import Foundation

// Completing what stands behind a period or an arrow in C++ expressions.

/// The end of a text that asks for a member: `@$proc->Pcb.Hea`.
struct MemberPlace {
  /// The expression whose member it is: `@$proc->Pcb`.
  var owner: Substring
  /// The beginning of the member's name: `Hea`.
  var name: Substring

  /// Finds the place at the end of a text; nil when no period or arrow stands there.
  init?(_ text: Substring) {
    let bytes = Array(text.utf8)
    var end = bytes.count
    while end > 0, Self.isName(bytes[end - 1]) { end -= 1 }
    let nameStart = end
    if end > 0, bytes[end - 1] == UInt8(ascii: ".") {
      end -= 1
    } else if end > 1, bytes[end - 2] == UInt8(ascii: "-"), bytes[end - 1] == UInt8(ascii: ">") {
      end -= 2
    } else {
      return nil
    }
    guard let start = Self.start(of: bytes, before: end), start < end else { return nil }
    func slice(_ range: Range<Int>) -> Substring {
      let from = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[from..<text.utf8.index(text.startIndex, offsetBy: range.upperBound)]
    }
    owner = slice(start..<end)
    name = slice(nameStart..<bytes.count)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Where the expression begins that ends at an offset: names, members, calls and indexes back from
  /// there. Nil when its parentheses or quotes do not close.
  private static func start(of bytes: [UInt8], before end: Int) -> Int? {
    var place = end
    while place > 0 {
      let byte = bytes[place - 1]
      if isName(byte) || "@!$.".utf8.contains(byte) {
        place -= 1
      } else if byte == UInt8(ascii: ":"), place > 1, bytes[place - 2] == byte {
        place -= 2
      } else if byte == UInt8(ascii: ">"), place > 1, bytes[place - 2] == UInt8(ascii: "-") {
        place -= 2
      } else if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
        guard let open = opening(of: bytes, before: place) else { return nil }
        place = open
      } else if byte == UInt8(ascii: "\""), let quote = bytes[..<(place - 1)].lastIndex(of: byte) {
        place = quote
      } else {
        break
      }
    }
    return place
  }

  /// The offset of the parenthesis or bracket that the one before an offset closes.
  private static func opening(of bytes: [UInt8], before end: Int) -> Int? {
    var level = 0
    var isQuoted = false
    for place in (0..<end).reversed() {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { level += 1 }
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { level -= 1 }
      if level == 0 { return place }
    }
    return nil
  }
}

extension Session {
  /// The members that may complete the end of a C++ expression. Nothing is evaluated that changes
  /// anything.
  func members(at text: Substring) -> (name: Substring, members: [String])? {
    guard let place = MemberPlace(text) else { return nil }
    let wanted = place.name.lowercased()
    guard let value = value(of: place.owner, in: text, depth: 0) else { return nil }
    let evaluator = ModelEvaluator(session: self, source: SourceText(""))
    let names = evaluator.memberNames(of: value).filter { $0.lowercased().hasPrefix(wanted) }
    return (place.name, names)
  }

  /// The value of a part of a text, what lambdas around it name being their lists' first elements.
  private func value(of owner: Substring, in text: Substring, depth: Int) -> ModelValue? {
    let source = SourceText(String(owner))
    var parser = CppParser(CommandLine(source), types: self, isModel: true)
    guard let node = try? parser.parseAssignment(), parser.token.kind == .end, node.isHarmless
    else { return nil }
    var evaluator = ModelEvaluator(session: self, source: source)
    let first = owner.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    if !first.isEmpty, depth < 4,
      let element = lambdaElement(named: first, before: owner.startIndex, in: text, depth)
    {
      evaluator.parameters = [(String(first), element)]
    }
    return try? evaluator.evaluate(node)
  }

  /// What a lambda's parameter stands for: `p` of `Processes.Where(p => ` is the first process.
  private func lambdaElement(
    named name: Substring, before end: Substring.Index, in text: Substring, _ depth: Int
  ) -> ModelValue? {
    let before = text[..<end]
    let arrow = before.ranges(of: "=>").last { range in
      let words = before[..<range.lowerBound].drop(while: \.isWhitespace)
      let parameter = words.reversed().drop(while: \.isWhitespace).prefix {
        $0.isLetter || $0.isNumber || $0 == "_"
      }
      return String(parameter.reversed()) == name
    }
    guard let arrow,
      let start = before[..<arrow.lowerBound].range(of: name, options: .backwards)?.lowerBound
    else { return nil }
    // Back over the parenthesis to the method and the list that has it.
    let call = before[..<start].reversed().drop(while: \.isWhitespace)
    guard call.first == "(" else { return nil }
    guard let place = MemberPlace(before[..<call.dropFirst().startIndex.base]) else { return nil }
    guard let list = value(of: place.owner, in: before[..<place.name.startIndex], depth: depth + 1)
    else { return nil }
    let evaluator = ModelEvaluator(session: self, source: SourceText(""))
    let found = try? evaluator.list(of: list)
    return try? found?.elements().first?.value
  }
}

extension ModelEvaluator {
  /// What may stand behind a value and a period.
  func memberNames(of value: ModelValue) -> [String] {
    switch value {
    case .object(let object): return object.members.map(\.name) + object.methods.map(\.name)
    case .string: return ModelStrings.methods.keys.sorted()
    case .list: return ModelSequence.methods.keys.sorted()
    case .native(let native):
      var type = native.type
      if case .pointer(let target, _) = type.shape { type = target }
      if let record = type.record { return record.fields.map(\.name) }
      if case .array = type.shape { return ModelSequence.methods.keys.sorted() }
      return []
    case .nothing, .number, .function, .failure: return []
    }
  }
}

extension CppNode {
  /// Whether evaluating it changes nothing.
  var isHarmless: Bool {
    switch kind {
    case .assignment, .increment: return false
    case .literal, .string, .name, .register, .sizeOfType: return true
    case .masm, .template: return false
    case .unary(_, let node), .cast(_, let node), .sizeOf(let node), .count(let node),
      .member(let node, _, _, _), .container(let node, _, _), .lambda(_, let node):
      return node.isHarmless
    case .binary(_, let a, let b), .both(let a, let b), .either(let a, let b), .comma(let a, let b),
      .index(let a, let b, _), .contains(let a, let b, _):
      return a.isHarmless && b.isHarmless
    case .conditional(let a, let b, let c): return a.isHarmless && b.isHarmless && c.isHarmless
    case .object(let members): return members.allSatisfy(\.value.isHarmless)
    case .call(let callee, let arguments):
      guard case .member(let owner, let name, _, _) = callee.kind else { return false }
      let isKnown =
        ModelSequence.methods[name] != nil || ModelStrings.methods[name] != nil
        || name == "FromListEntry"
      return isKnown && owner.isHarmless && arguments.allSatisfy(\.isHarmless)
    }
  }
}
