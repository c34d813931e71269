/// The methods of strings.
enum ModelStrings {
  typealias Method = @Sendable (String, [ModelValue], ModelEvaluator) throws -> ModelValue

  static let methods: [String: Method] = [
    "Contains": { text, arguments, evaluator in
      .truth(try find(text, arguments, evaluator) != nil)
    },
    "StartsWith": { text, arguments, evaluator in
      .truth(text.hasPrefix(try argument(arguments, 0, evaluator)))
    },
    "EndsWith": { text, arguments, evaluator in
      .truth(text.hasSuffix(try argument(arguments, 0, evaluator)))
    },
    "IndexOf": { text, arguments, evaluator in
      .signed(Int64(try find(text, arguments, evaluator) ?? -1))
    },
    "LastIndexOf": { text, arguments, evaluator in
      .signed(Int64(try find(text, arguments, evaluator, fromEnd: true) ?? -1))
    },
    "Substring": { text, arguments, evaluator in
      let start = try position(arguments, 0, evaluator, limit: text.count)
      let rest = text.dropFirst(start)
      guard arguments.count > 1 else { return .string(String(rest)) }
      let length = try position(arguments, 1, evaluator, limit: rest.count)
      return .string(String(rest.prefix(length)))
    },
    "Remove": { text, arguments, evaluator in
      let start = try position(arguments, 0, evaluator, limit: text.count)
      let rest = text.dropFirst(start)
      let length =
        arguments.count > 1
        ? try position(arguments, 1, evaluator, limit: rest.count) : rest.count
      return .string(String(text.prefix(start)) + String(rest.dropFirst(length)))
    },
    "Replace": { text, arguments, evaluator in
      let wanted = try argument(arguments, 0, evaluator)
      guard !wanted.isEmpty else { return .string(text) }
      let replacement = try argument(arguments, 1, evaluator)
      let (size, overflow) = text.utf8.count.multipliedReportingOverflow(
        by: replacement.utf8.count + 1)
      guard !overflow, size <= ModelState.longestText else {
        throw CommandError.message("The string is too long")
      }
      return .string(text.replacing(wanted, with: replacement))
    },
    "PadLeft": { text, arguments, evaluator in
      .string(text.leftPadded(try position(arguments, 0, evaluator, limit: 0x1000)))
    },
    "PadRight": { text, arguments, evaluator in
      .string(text.padded(try position(arguments, 0, evaluator, limit: 0x1000)))
    },
    "ToLower": { text, _, _ in .string(text.lowercased()) },
    "ToUpper": { text, _, _ in .string(text.uppercased()) },
    "Length": { text, _, _ in .unsigned(UInt64(text.count)) },
    "ToDisplayString": { text, arguments, evaluator in
      guard !arguments.isEmpty else { return .string(text) }
      var format = ModelFormat()
      try format.read(argument(arguments, 0, evaluator), evaluator)
      return .string(format.strings == .quoted ? "\"\(text)\"" : text)
    },
  ]

  private static func argument(_ arguments: [ModelValue], _ index: Int, _ evaluator: ModelEvaluator)
    throws -> String
  {
    guard index < arguments.count else {
      throw CommandError.message("The method needs a string as its argument")
    }
    return try evaluator.text(arguments[index])
  }

  /// A position or length, within a limit.
  private static func position(
    _ arguments: [ModelValue], _ index: Int, _ evaluator: ModelEvaluator, limit: Int
  ) throws -> Int {
    guard index < arguments.count else {
      throw CommandError.message("The method needs a number as its argument")
    }
    let value = try evaluator.integer(arguments[index])
    guard (0...limit).contains(value) else {
      throw CommandError.message("\(value) lies outside the string")
    }
    return value
  }

  /// Where a string begins in another, in characters.
  private static func find(
    _ text: String, _ arguments: [ModelValue], _ evaluator: ModelEvaluator, fromEnd: Bool = false
  ) throws -> Int? {
    let wanted = try argument(arguments, 0, evaluator)
    guard !wanted.isEmpty else { return fromEnd ? text.count : 0 }
    let range = fromEnd ? text.ranges(of: wanted).last : text.firstRange(of: wanted)
    return range.map { text.distance(from: text.startIndex, to: $0.lowerBound) }
  }
}
