import Engine

// Ordering, grouping, and lists as sets.

extension ModelSequence {
  static let queries: [String: Method] = [
    "OrderBy": { sequence, arguments in try sequence.ordered(arguments, isDescending: false) },
    "OrderByDescending": { sequence, arguments in
      try sequence.ordered(arguments, isDescending: true)
    },
    "GroupBy": { sequence, arguments in try sequence.grouped(arguments) },
    "Join": { sequence, arguments in try sequence.joined(arguments) },
    "Distinct": { sequence, arguments in
      let comparator = try sequence.optionalFunction(arguments, 0)
      return try sequence.derived { elements in
        var kept: [ModelValue] = []
        for element in elements where try !sequence.contains(kept, element.value, comparator) {
          kept.append(element.value)
        }
        return counted(kept)
      }
    },
    "Concat": { sequence, arguments in
      let other = try sequence.other(arguments)
      return try sequence.derived { elements in
        counted(elements.map(\.value) + (try other.elements().map(\.value)))
      }
    },
    "Union": { sequence, arguments in
      let other = try sequence.other(arguments)
      let comparator = try sequence.optionalFunction(arguments, 1)
      return try sequence.derived { elements in
        var kept: [ModelValue] = []
        for element in try elements + other.elements()
        where try !sequence.contains(kept, element.value, comparator) {
          kept.append(element.value)
        }
        return counted(kept)
      }
    },
    "Intersect": { sequence, arguments in try sequence.common(arguments, isKept: true) },
    "Except": { sequence, arguments in try sequence.common(arguments, isKept: false) },
    "Zip": { sequence, arguments in
      let other = try sequence.other(arguments)
      let function = try sequence.function(arguments, 1)
      return try sequence.derived { elements in
        counted(
          try zip(elements, other.elements()).map { try function.call([$0.value, $1.value]) })
      }
    },
    "SequenceEqual": { sequence, arguments in
      let other = try sequence.other(arguments).elements()
      let comparator = try sequence.optionalFunction(arguments, 1)
      let elements = try sequence.list.elements()
      guard elements.count == other.count else { return .truth(false) }
      for (left, right) in zip(elements, other)
      where try !sequence.same(left.value, right.value, comparator) {
        return .truth(false)
      }
      return .truth(true)
    },
  ]

  /// `OrderBy(key, [comparison])`; equal keys keep their order.
  private func ordered(_ arguments: [ModelValue], isDescending: Bool) throws -> ModelValue {
    let projection = try function(arguments, 0)
    let comparator = try optionalFunction(arguments, 1)
    return try derived { elements in
      var rows = try elements.map { (element: $0, key: try projection.call([$0.value])) }
      try rows.sort { left, right in
        try evaluator.session.checkCancelled()
        let order =
          try comparator.map { try evaluator.integer($0.call([left.key, right.key])) }
          ?? evaluator.compare(left.key, right.key)
        return isDescending ? order > 0 : order < 0
      }
      return rows.map(\.element)
    }
  }

  /// `GroupBy(key)`: a list for each key, in the order in which the keys come.
  private func grouped(_ arguments: [ModelValue]) throws -> ModelValue {
    let projection = try function(arguments, 0)
    let comparator = try optionalFunction(arguments, 1)
    return try derived { elements in
      var groups: [(key: ModelValue, elements: [ModelElement])] = []
      for element in elements {
        let key = try projection.call([element.value])
        let place = try groups.firstIndex { try same($0.key, key, comparator) }
        if let place {
          groups[place].elements.append(element)
        } else {
          groups.append((key, [element]))
        }
      }
      return groups.map { group in
        ModelElement(key: group.key, value: .list(ModelList { group.elements }))
      }
    }
  }

  /// `Join(inner, outerKey, innerKey, result)`.
  private func joined(_ arguments: [ModelValue]) throws -> ModelValue {
    let other = try other(arguments)
    let outerKey = try function(arguments, 1)
    let innerKey = try function(arguments, 2)
    let result = try function(arguments, 3)
    let comparator = try optionalFunction(arguments, 4)
    return try derived { elements in
      let inner = try other.elements().map { (value: $0.value, key: try innerKey.call([$0.value])) }
      var values: [ModelValue] = []
      for element in elements {
        let key = try outerKey.call([element.value])
        for row in inner where try same(key, row.key, comparator) {
          values.append(try result.call([element.value, row.value]))
        }
      }
      return Self.counted(values)
    }
  }

  /// What another list has as well, or has not.
  private func common(_ arguments: [ModelValue], isKept: Bool) throws -> ModelValue {
    let other = try other(arguments)
    let comparator = try optionalFunction(arguments, 1)
    return try derived { elements in
      let others = try other.elements().map(\.value)
      return Self.counted(
        try elements.map(\.value).filter { try contains(others, $0, comparator) == isKept })
    }
  }
}
