import Symbols

/// A place inside a value: where it begins and what it is.
public struct FieldPlace {
  /// Bytes from the beginning of the outer value.
  public var offset: UInt64
  public var type: TypeRef
}

extension TypeRef {
  /// The place that a path names, such as `Tcb.Header.SignalState` or `Lists[3].Flink`.
  ///
  /// The path stays inside the value: it follows members and array elements, no pointers. An
  /// element beyond an array's bound is found by its size, as C would.
  public func place(of path: String) throws(LookupError) -> FieldPlace {
    if let known = module.typePlaces[index]?[path] { return known }
    let place = try follow(path)
    module.typePlaces[index, default: [:]][path] = place
    return place
  }

  private func follow(_ path: String) throws(LookupError) -> FieldPlace {
    var place = FieldPlace(offset: 0, type: self)
    for part in path.split(separator: ".", omittingEmptySubsequences: true) {
      var name = part
      var indexes: [UInt64] = []
      if let bracket = part.firstIndex(of: "[") {
        name = part[..<bracket]
        indexes = try Self.indexes(part[bracket...], of: path, in: self)
      }
      if !name.isEmpty { try place.enter(String(name)) }
      for index in indexes { try place.enter(element: index) }
    }
    return place
  }

  /// Bytes from the beginning of the value to the place that a path names.
  public func offset(of path: String) throws(LookupError) -> UInt64 { try place(of: path).offset }

  /// The numbers in `[1][0x2]`, decimal unless they begin with 0x.
  private static func indexes(_ text: Substring, of path: String, in type: TypeRef)
    throws(LookupError) -> [UInt64]
  {
    var indexes: [UInt64] = []
    var rest = text
    while rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { break }
      let digits = rest[rest.index(after: rest.startIndex)..<end]
      let isHex = digits.lowercased().hasPrefix("0x")
      guard let index = isHex ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits) else {
        break
      }
      indexes.append(index)
      rest = rest[rest.index(after: end)...]
    }
    guard rest.isEmpty else { throw .noField(type: type.name, field: path) }
    return indexes
  }
}

extension FieldPlace {
  fileprivate mutating func enter(_ name: String) throws(LookupError) {
    guard type.record != nil else { throw .notAggregate(type: type.name) }
    guard let field = type.field(name), field.kind != .static else {
      throw .noField(type: type.name, field: name)
    }
    offset &+= field.offset
    type = field.type
  }

  fileprivate mutating func enter(element index: UInt64) throws(LookupError) {
    guard case .array(let array) = type.unqualified.definition else {
      throw .notAggregate(type: type.name)
    }
    type = type.sibling(array.element)
    offset &+= index &* type.size
  }
}
