import Engine

/// The methods of lists, as LINQ has them.
struct ModelSequence {
  let evaluator: ModelEvaluator
  let list: ModelList

  typealias Method = @Sendable (ModelSequence, [ModelValue]) throws -> ModelValue

  static let methods = filters.merging(queries) { first, _ in first }
    .merging(aggregates) { first, _ in first }

  /// The same by their names in lower case.
  static let foldedMethods = Dictionary(
    methods.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })

  func function(_ arguments: [ModelValue], _ index: Int) throws -> ModelFunction {
    guard let function = try optionalFunction(arguments, index) else {
      throw CommandError.message("The method needs a function as its argument")
    }
    return function
  }

  func optionalFunction(_ arguments: [ModelValue], _ index: Int) throws -> ModelFunction? {
    guard index < arguments.count else { return nil }
    guard case .function(let function) = arguments[index] else {
      throw CommandError.message("The argument is not a function")
    }
    return function
  }

  func count(_ arguments: [ModelValue]) throws -> Int {
    guard let first = arguments.first else {
      throw CommandError.message("The method needs a number as its argument")
    }
    return max(0, try evaluator.integer(first))
  }

  func other(_ arguments: [ModelValue]) throws -> ModelList {
    guard let first = arguments.first, let list = try evaluator.list(of: first) else {
      throw CommandError.message("The method needs a list as its argument")
    }
    return list
  }

  /// Whether a function says yes to a value; cancelled with Ctrl+C.
  func holds(_ function: ModelFunction, _ value: ModelValue) throws -> Bool {
    try evaluator.session.checkCancelled()
    return try evaluator.isTrue(function.call([value]))
  }

  /// A list made from this one.
  func derived(_ make: @escaping ([ModelElement]) throws -> [ModelElement]) throws -> ModelValue {
    .list(
      try list.derived { elements in
        let made = try make(elements)
        guard made.count <= ModelState.longest else {
          throw CommandError.message("The list is too long")
        }
        return made
      })
  }

  /// Elements counted anew.
  static func counted(_ values: [ModelValue]) -> [ModelElement] {
    values.enumerated().map {
      ModelElement(key: .unsigned(UInt64($0.offset)), value: $0.element)
    }
  }

  /// Whether two values are the same, by a comparison where one was given.
  func same(_ left: ModelValue, _ right: ModelValue, _ comparator: ModelFunction?) throws -> Bool {
    try evaluator.session.checkCancelled()
    guard let comparator else { return try evaluator.isEqual(left, right) }
    let answer = try comparator.call([left, right])
    // A comparison answers true or false, or -1, 0 and 1.
    if case .number(let number) = answer, number.type == .bool {
      return try evaluator.isTrue(answer)
    }
    return try evaluator.integer(answer) == 0
  }

  func contains(_ values: [ModelValue], _ value: ModelValue, _ comparator: ModelFunction?) throws
    -> Bool
  {
    for other in values where try same(other, value, comparator) { return true }
    return false
  }
}

// Filtering, projecting, taking and skipping.

extension ModelSequence {
  private static let filters: [String: Method] = [
    "Where": { sequence, arguments in
      let predicate = try sequence.function(arguments, 0)
      return try sequence.derived { elements in
        try elements.filter { try sequence.holds(predicate, $0.value) }
      }
    },
    "Select": { sequence, arguments in
      let projection = try sequence.function(arguments, 0)
      return try sequence.derived { elements in
        try elements.map { element in
          try sequence.evaluator.session.checkCancelled()
          let value = try sequence.evaluator.caught { try projection.call([element.value]) }
          return ModelElement(key: element.key, value: value)
        }
      }
    },
    "SelectMany": { sequence, arguments in
      let projection = try sequence.function(arguments, 0)
      return try sequence.derived { elements in
        var values: [ModelValue] = []
        for element in elements {
          let inner = try projection.call([element.value])
          guard let list = try sequence.evaluator.list(of: inner) else {
            throw CommandError.message("SelectMany needs lists")
          }
          values += try list.elements().map(\.value)
        }
        return counted(values)
      }
    },
    "Flatten": { sequence, arguments in
      let projection = try sequence.optionalFunction(arguments, 0)
      return try sequence.derived { elements in
        counted(try sequence.flatten(elements, projection, 0))
      }
    },
    "Skip": { sequence, arguments in
      let count = try sequence.count(arguments)
      return try sequence.derived { Array($0.dropFirst(count)) }
    },
    "Take": { sequence, arguments in
      let count = try sequence.count(arguments)
      return try sequence.derived { Array($0.prefix(count)) }
    },
    "SkipWhile": { sequence, arguments in
      let predicate = try sequence.function(arguments, 0)
      return try sequence.derived { elements in
        Array(try elements.drop { try sequence.holds(predicate, $0.value) })
      }
    },
    "TakeWhile": { sequence, arguments in
      let predicate = try sequence.function(arguments, 0)
      return try sequence.derived { elements in
        Array(try elements.prefix { try sequence.holds(predicate, $0.value) })
      }
    },
    "Reverse": { sequence, _ in try sequence.derived { $0.reversed() } },
  ]

  /// Every element of a tree: of a list's lists, or of what a projection finds below an element.
  private func flatten(_ elements: [ModelElement], _ projection: ModelFunction?, _ depth: Int)
    throws
    -> [ModelValue]
  {
    guard depth < 64 else { throw CommandError.message("The tree is too deep") }
    var values: [ModelValue] = []
    for element in elements {
      try evaluator.session.checkCancelled()
      let inner = try projection.map { try $0.call([element.value]) } ?? element.value
      let list = try evaluator.list(of: inner)
      if projection != nil || list == nil { values.append(element.value) }
      guard let list else { continue }
      values += try flatten(list.elements(), projection, depth + 1)
      guard values.count <= ModelState.longest else {
        throw CommandError.message("The list is too long")
      }
    }
    return values
  }
}
