import Engine

// What lists are summed up to.

extension ModelSequence {
  static let aggregates: [String: Method] = [
    "Count": { sequence, arguments in
      var elements = try sequence.list.elements()
      if let predicate = try sequence.optionalFunction(arguments, 0) {
        elements = try elements.filter { try sequence.holds(predicate, $0.value) }
      }
      return .unsigned(UInt64(elements.count))
    },
    "First": { sequence, arguments in
      guard let found = try sequence.first(arguments, from: sequence.list.elements()) else {
        throw CommandError.message("The sequence has no such element")
      }
      return found
    },
    "Last": { sequence, arguments in
      guard let found = try sequence.first(arguments, from: sequence.list.elements().reversed())
      else { throw CommandError.message("The sequence has no such element") }
      return found
    },
    "FirstNonError": { sequence, arguments in
      let elements = try sequence.list.elements().filter { !$0.value.isFailure }
      guard let found = try sequence.first(arguments, from: elements) else {
        throw CommandError.message("The sequence has no such element")
      }
      return found
    },
    "LastNonError": { sequence, arguments in
      let elements = try sequence.list.elements().filter { !$0.value.isFailure }
      guard let found = try sequence.first(arguments, from: elements.reversed()) else {
        throw CommandError.message("The sequence has no such element")
      }
      return found
    },
    "Single": { sequence, arguments in
      let elements = try sequence.matching(arguments)
      guard elements.count == 1 else {
        throw CommandError.message("The sequence has \(elements.count) such elements, not one")
      }
      return elements[0].value
    },
    "Any": { sequence, arguments in
      .truth(try sequence.first(arguments, from: sequence.list.elements()) != nil)
    },
    "All": { sequence, arguments in
      let predicate = try sequence.function(arguments, 0)
      return .truth(
        try sequence.list.elements().allSatisfy { try sequence.holds(predicate, $0.value) })
    },
    "AllNonError": { sequence, arguments in
      let predicate = try sequence.function(arguments, 0)
      let elements = try sequence.list.elements().filter { !$0.value.isFailure }
      return .truth(try elements.allSatisfy { try sequence.holds(predicate, $0.value) })
    },
    "Contains": { sequence, arguments in
      guard let value = arguments.first else {
        throw CommandError.message("Contains needs a value as its argument")
      }
      let values = try sequence.list.elements().map(\.value)
      let comparator = try sequence.optionalFunction(arguments, 1)
      return .truth(try sequence.contains(values, value, comparator))
    },
    "Sum": { sequence, arguments in
      let values = try sequence.projected(arguments)
      guard let first = values.first else { return .signed(0) }
      return try values.dropFirst().reduce(first.plain) { sum, value in
        try sequence.evaluator.apply(.add, sum, value, at: 0)
      }
    },
    "Average": { sequence, arguments in
      let values = try sequence.projected(arguments)
      guard !values.isEmpty else { throw CommandError.message("The sequence has no element") }
      let zero = ModelValue.number(CppValue(.double, .real(0)))
      let sum = try values.reduce(zero) { try sequence.evaluator.apply(.add, $0, $1, at: 0) }
      return try sequence.evaluator.apply(.divide, sum, .signed(Int64(values.count)), at: 0)
    },
    "Min": { sequence, arguments in try sequence.extreme(arguments, sign: -1) },
    "Max": { sequence, arguments in try sequence.extreme(arguments, sign: 1) },
    "Aggregate": { sequence, arguments in
      var values = try sequence.list.elements().map(\.value)
      var result: ModelValue
      if case .function? = arguments.first {
        guard !values.isEmpty else { throw CommandError.message("The sequence has no element") }
        result = values.removeFirst()
      } else {
        result = arguments.first ?? .nothing
      }
      let function = try sequence.function(arguments, arguments.count - 1)
      for value in values {
        try sequence.evaluator.session.checkCancelled()
        result = try function.call([result, value])
      }
      return result
    },
  ]

  private func matching(_ arguments: [ModelValue]) throws -> [ModelElement] {
    let elements = try list.elements()
    guard let predicate = try optionalFunction(arguments, 0) else { return elements }
    return try elements.filter { try holds(predicate, $0.value) }
  }

  private func first(_ arguments: [ModelValue], from elements: [ModelElement]) throws -> ModelValue?
  {
    guard let predicate = try optionalFunction(arguments, 0) else { return elements.first?.value }
    return try elements.first { try holds(predicate, $0.value) }?.value
  }

  /// The elements, or what a projection makes of them.
  private func projected(_ arguments: [ModelValue]) throws -> [ModelValue] {
    let values = try list.elements().map(\.value)
    guard let projection = try optionalFunction(arguments, 0) else { return values }
    return try values.map { value in
      try evaluator.session.checkCancelled()
      return try projection.call([value])
    }
  }

  /// The element (with a projection, the one whose key) is smallest or largest.
  private func extreme(_ arguments: [ModelValue], sign: Int) throws -> ModelValue {
    let values = try list.elements().map(\.value)
    let keys = try projected(arguments)
    guard var best = keys.indices.first else {
      throw CommandError.message("The sequence has no element")
    }
    for index in keys.indices.dropFirst()
    where try evaluator.compare(keys[index], keys[best]) == sign {
      best = index
    }
    return values[best]
  }
}

extension ModelValue {
  var isFailure: Bool {
    if case .failure = self { return true }
    return false
  }
}
