/// What `dx -h` says: members and methods with their meaning.
struct ModelHelp {
  let session: Session

  func print(_ value: ModelValue, _ expression: String, _ help: String) {
    session.print(help.isEmpty ? expression : "\(expression.padded(16)) [\(help)]")
    switch value {
    case .object(let object):
      for member in object.members { print(member.name, member.help) }
      for method in object.methods { print(method.name, method.help) }
    case .list: for row in ModelSequence.help { print(row.name, row.text) }
    case .string: for row in ModelStrings.help { print(row.name, row.text) }
    case .nothing, .native, .number, .function, .failure: break
    }
  }

  private func print(_ name: String, _ help: String) {
    session.print(help.isEmpty ? "    \(name)" : "    \(name.padded(16)) [\(help)]")
  }
}

extension ModelEvaluator {
  /// The meaning of the member that an expression names; empty for anything else.
  func help(of node: CppNode) throws -> String {
    guard case .member(let owner, let name, _, _) = node.kind,
      case .object(let object) = try evaluate(owner)
    else { return "" }
    return object.member(name)?.help ?? object.method(name)?.help ?? ""
  }
}

/// A method and its meaning.
struct ModelMethodHelp {
  var name: String
  var text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

extension ModelSequence {
  /// What the methods of lists do.
  static let help = [
    ModelMethodHelp("Where", "Where(test) - The elements that pass a test"),
    ModelMethodHelp("Select", "Select(function) - What a function makes of each element"),
    ModelMethodHelp("SelectMany", "SelectMany(function) - The elements of the lists it makes"),
    ModelMethodHelp("Flatten", "Flatten([children]) - All elements of a tree"),
    ModelMethodHelp("OrderBy", "OrderBy(key, [comparison]) - Sorted by a key"),
    ModelMethodHelp("OrderByDescending", "OrderByDescending(key, [comparison]) - The other way"),
    ModelMethodHelp("GroupBy", "GroupBy(key, [comparison]) - A list for each key"),
    ModelMethodHelp(
      "Join", "Join(list, outerKey, innerKey, result, [comparison]) - Pairs with the same key"),
    ModelMethodHelp("Distinct", "Distinct([comparison]) - Each value once"),
    ModelMethodHelp("Concat", "Concat(list) - Followed by another list"),
    ModelMethodHelp("Union", "Union(list, [comparison]) - What either list has"),
    ModelMethodHelp("Intersect", "Intersect(list, [comparison]) - What both have"),
    ModelMethodHelp("Except", "Except(list, [comparison]) - What the other has not"),
    ModelMethodHelp("Zip", "Zip(list, function) - Elements of two lists taken together"),
    ModelMethodHelp("Skip", "Skip(count) - Without the first"),
    ModelMethodHelp("SkipWhile", "SkipWhile(test) - From the first that fails a test"),
    ModelMethodHelp("Take", "Take(count) - The first"),
    ModelMethodHelp("TakeWhile", "TakeWhile(test) - Up to the first that fails a test"),
    ModelMethodHelp("Reverse", "Reverse() - The last first"),
    ModelMethodHelp("Count", "Count([test]) - How many there are"),
    ModelMethodHelp("First", "First([test]) - The first element"),
    ModelMethodHelp("FirstNonError", "FirstNonError([test]) - The first that can be read"),
    ModelMethodHelp("Last", "Last([test]) - The last element"),
    ModelMethodHelp("LastNonError", "LastNonError([test]) - The last that can be read"),
    ModelMethodHelp("Single", "Single([test]) - The only element"),
    ModelMethodHelp("Any", "Any([test]) - Whether there is one"),
    ModelMethodHelp("All", "All(test) - Whether all pass a test"),
    ModelMethodHelp("AllNonError", "AllNonError(test) - Whether all that can be read pass it"),
    ModelMethodHelp("Contains", "Contains(value, [comparison]) - Whether a value is there"),
    ModelMethodHelp("SequenceEqual", "SequenceEqual(list, [comparison]) - Whether lists are alike"),
    ModelMethodHelp("Sum", "Sum([function]) - All added up"),
    ModelMethodHelp("Average", "Average([function]) - The mean"),
    ModelMethodHelp("Min", "Min([key]) - The smallest"),
    ModelMethodHelp("Max", "Max([key]) - The largest"),
    ModelMethodHelp("Aggregate", "Aggregate([start], function) - All put together"),
  ]
}

extension ModelStrings {
  /// What the methods of strings do.
  static let help = [
    ModelMethodHelp("Length", "How many characters there are"),
    ModelMethodHelp("Contains", "Contains(text) - Whether a text is in it"),
    ModelMethodHelp("StartsWith", "StartsWith(text) - Whether it begins so"),
    ModelMethodHelp("EndsWith", "EndsWith(text) - Whether it ends so"),
    ModelMethodHelp("IndexOf", "IndexOf(text) - Where a text begins, or -1"),
    ModelMethodHelp("LastIndexOf", "LastIndexOf(text) - Where it begins last, or -1"),
    ModelMethodHelp("Substring", "Substring(start, [length]) - A part"),
    ModelMethodHelp("Remove", "Remove(start, [length]) - The rest without a part"),
    ModelMethodHelp("Replace", "Replace(text, other) - A text replaced by another"),
    ModelMethodHelp("PadLeft", "PadLeft(width) - Blanks in front up to a width"),
    ModelMethodHelp("PadRight", "PadRight(width) - Blanks behind up to a width"),
    ModelMethodHelp("ToLower", "ToLower() - In small letters"),
    ModelMethodHelp("ToUpper", "ToUpper() - In capitals"),
    ModelMethodHelp("ToDisplayString", "ToDisplayString([format]) - As it is shown"),
  ]
}
