import Engine
import Language
import Symbols

/// Prints a type's fields, with their values when there is an address.
struct TypeDisplay {
  let session: Session
  let options: TypeRequest.Options
  let fields: [TypeRequest.Choice]

  /// Elements of an array that `-a` without a number shows.
  private static let mostElements: UInt64 = 0x400

  /// Memory as a type, physical if that was asked for.
  func value(_ type: TypeRef, at address: UInt64) -> Struct {
    var value = Struct(session.debugger, type, at: address)
    value.isPhysical = options.isPhysical
    return value
  }

  /// Shows a type, or memory as that type.
  func show(_ type: TypeRef, at address: UInt64?) throws {
    if let count = options.elements, type.record != nil, fields.isEmpty, let address {
      return try showArray(of: type, count: min(count, Self.mostElements), at: address)
    }
    switch type.unqualified.definition {
    case .record:
      if options.isVerbose { session.print(TypeText.verbose(type)) }
      let wanted = fields.map(FieldPath.init)
      guard wanted.isEmpty || type.fields.contains(where: { isChosen($0, wanted) }) else {
        throw CommandError.message("Cannot find specified field members.")
      }
      if options.isCompact {
        showCompact(type, at: address, wanted)
      } else {
        try showFields(type, at: address, level: 0, wanted: wanted)
      }
      if let address { printReadError(type, at: address, wanted) }
    case .enumeration(let enumeration) where address == nil:
      if options.isVerbose { session.print(TypeText.verbose(type)) }
      for value in type.module.pdb?.values(of: enumeration) ?? [] {
        session.print("   \(value.name) = 0n\(Int64(bitPattern: value.value.bits))")
      }
    case .procedure(let procedure):
      let result = TypeText.c(type.sibling(procedure.returnType))
      session.print("   \(result) \(TypeText.arguments(type) ?? "")")
    default:
      guard let address else {
        return session.print(
          "   \(options.isVerbose ? TypeText.verbose(type) : TypeText.dt(type))")
      }
      session.print(" \(ValueText.dt(value(type, at: address), session))")
      if let elements = options.elements {
        try showElements(type, at: address, level: 0, most: elements)
      }
    }
  }

  /// So many values of a type that stand behind each other.
  func showArray(of type: TypeRef, count: UInt64, at address: UInt64?) throws {
    guard let address else {
      return session.print("   [\(count)] \(TypeText.dt(type))")
    }
    guard type.record != nil else {
      return session.print(
        " [\(count)] \(ValueText.elements(of: value(type, at: address), count: count, session))")
    }
    var single = options
    single.elements = nil
    let display = TypeDisplay(session: session, options: single, fields: fields)
    for index in 0..<min(count, Self.mostElements) {
      try session.checkCancelled()
      let place = address &+ index &* type.size
      session.print("[\(index)] @ \(session.addressText(place)) ")
      session.print("---------------------------------------------")
      try display.show(type, at: place)
      session.print()
    }
  }

  private func isChosen(_ field: FieldRef, _ wanted: [FieldPath]) -> Bool {
    wanted.isEmpty || wanted.contains { $0.takes(field.name) }
  }

  /// Tells the last place among the shown fields where nothing could be read.
  private func printReadError(_ type: TypeRef, at address: UInt64, _ wanted: [FieldPath]) {
    let unread = type.fields.last { field in
      field.kind != .static && isChosen(field, wanted)
        && (try? value(field.type, at: address &+ field.offset).read(1)) == nil
    }
    guard let unread else { return }
    session.print("Memory read error \(session.plainAddress(address &+ unread.offset))")
  }

  /// All fields in one line.
  private func showCompact(_ type: TypeRef, at address: UInt64?, _ wanted: [FieldPath]) {
    let parts = type.fields.filter { $0.kind != .static && isChosen($0, wanted) }.map { field in
      let offset = options.hidesOffsets ? "" : "+0x\(field.offset.hex(3)) "
      return "\(offset)\(field.name) : \(text(field, at: address.map { $0 &+ field.offset }))"
    }
    session.print("   " + parts.joined(separator: "  "))
  }

  /// One line a field: those that are wanted, all when nothing in particular is.
  private func showFields(
    _ type: TypeRef, at address: UInt64?, level: Int, wanted: [FieldPath]
  ) throws {
    for field in type.fields where field.kind != .static {
      try session.checkCancelled()
      let chosen = wanted.filter { $0.takes(field.name) }
      guard wanted.isEmpty || !chosen.isEmpty else { continue }
      let place = address.map { $0 &+ field.offset }
      if let element = chosen.first(where: { $0.index != nil }), let index = element.index {
        try showElement(index, of: field, at: place, level: level, chosen)
        continue
      }
      let elements = chosen.compactMap(\.elements).first ?? options.elements
      if let elements, field.type.isArray {
        session.print(line(field, at: nil, level: level, text: ""))
        try showElements(
          field.type, at: place, level: level + 1, most: elements,
          paths: chosen.compactMap(\.rest))
        continue
      }
      session.print(
        line(field, at: place, level: level, text: text(field, at: place)))
      try goDeeper(into: field.type, at: place, level: level, paths: chosen.compactMap(\.rest))
    }
  }

  /// `gn[3]`: one element of an array, and what its path leads to.
  private func showElement(
    _ index: UInt64, of field: FieldRef, at place: UInt64?, level: Int, _ chosen: [FieldPath]
  ) throws {
    guard let element = field.type.element else {
      throw LookupError.notAggregate(type: field.type.name)
    }
    let start: UInt64?
    if field.type.isPointer, let place {
      start = try value(field.type, at: place).pointer
    } else {
      start = place
    }
    let offset = index &* element.size
    let single = FieldRef(
      name: "\(field.name)[\(index)]",
      offset: field.type.isPointer ? field.offset : field.offset &+ offset, type: element,
      kind: field.kind)
    let at = start.map { $0 &+ offset }
    session.print(line(single, at: at, level: level, text: text(single, at: at)))
    try goDeeper(into: element, at: at, level: level, paths: chosen.compactMap(\.rest))
  }

  /// What stands below a field: what its path leads to, or what `-r` asks for.
  private func goDeeper(
    into type: TypeRef, at place: UInt64?, level: Int, paths: [FieldPath]
  ) throws {
    let isPathed = !paths.isEmpty
    guard isPathed || level < options.depth, level < 32 else { return }
    let wanted = paths.contains { $0.isEmpty } ? [] : paths
    switch type.unqualified.definition {
    case .record:
      guard isPathed || !type.fields.isEmpty else { return }
      try showFields(type, at: place, level: level + 1, wanted: wanted)
    case .pointer:
      guard isPathed || options.followsPointers && place != nil, let target = type.element,
        target.record != nil
      else { return }
      guard let place else {
        if isPathed { try showFields(target, at: nil, level: level + 1, wanted: wanted) }
        return
      }
      guard let pointer = try? value(type, at: place).pointer, pointer != 0 else { return }
      try showFields(target, at: pointer, level: level + 1, wanted: wanted)
    default: break
    }
  }

  /// ` [00] 0x1`: the elements of an array.
  private func showElements(
    _ type: TypeRef, at address: UInt64?, level: Int, most: UInt64, paths: [FieldPath] = []
  ) throws {
    guard case .array(let array) = type.unqualified.definition else { return }
    let element = type.sibling(array.element)
    let indent = String(repeating: " ", count: options.isFlat ? 1 : level * 3 + 1)
    for index in 0..<min(array.count, min(most, Self.mostElements)) {
      try session.checkCancelled()
      let number = String(index).leftPadded(2, with: "0")
      let place = address.map { $0 &+ index &* element.size }
      let text =
        place.map { ValueText.dt(value(element, at: $0), session) } ?? TypeText.dt(element)
      session.print("\(indent)[\(number)] \(text)")
      try goDeeper(into: element, at: place, level: level, paths: paths)
    }
  }

  /// What stands behind the colon.
  private func text(_ field: FieldRef, at place: UInt64?) -> String {
    guard let place else {
      return options.isVerbose ? TypeText.verbose(field.type) : TypeText.dt(field.type)
    }
    let text = ValueText.dt(value(field.type, at: place), session)
    guard options.isVerbose, let record = field.type.record ?? field.type.element?.record else {
      return text
    }
    return text.replacing(
      TypeText.recordName(record), with: TypeText.verbose(record), maxReplacements: 1)
  }

  /// `   +0x010 Name             : value`.
  private func line(_ field: FieldRef, at place: UInt64?, level: Int, text: String) -> String {
    let indent = options.isFlat ? "   " : String(repeating: "   ", count: level + 1)
    let offset = options.hidesOffsets ? "" : "+0x\(field.offset.hex(3)) "
    let name = field.kind == .base ? "__BaseClass" : field.name
    return "\(indent)\(offset)\(name.padded(16)) : \(text)"
  }
}

/// A field as it was typed: `Name`, `Nam*`, `Links.Flink`, `Ldr..`, `Table[3].Next`.
struct FieldPath {
  /// How many levels a path may lead down, as many as `-r` goes; every further dot would multiply the
  /// display.
  private static let mostLevels = 9

  /// The parts; an empty one stands for everything.
  private let parts: [String]
  private let isBeginning: Bool
  let elements: UInt64?

  init(_ choice: TypeRequest.Choice) {
    let parts = choice.text.split(separator: ".", omittingEmptySubsequences: false)
    self.init(
      parts: parts.prefix(Self.mostLevels + 1).map(String.init), isBeginning: choice.isBeginning,
      elements: choice.elements)
  }

  private init(parts: [String], isBeginning: Bool, elements: UInt64?) {
    self.parts = parts
    self.isBeginning = isBeginning
    self.elements = elements
  }

  /// Whether it says nothing more than a period: everything.
  var isEmpty: Bool { parts == [""] }

  /// The path below the first part; nil when that is the last.
  var rest: FieldPath? {
    guard parts.count > 1 else { return nil }
    return FieldPath(
      parts: Array(parts.dropFirst()), isBeginning: isBeginning, elements: elements)
  }

  /// The number in brackets behind the first part.
  var index: UInt64? {
    guard let part = parts.first, part.hasSuffix("]"), let open = part.firstIndex(of: "[") else {
      return nil
    }
    return UInt64(part[part.index(after: open)...].dropLast())
  }

  /// Whether the first part means a field: a name before a period is a beginning.
  func takes(_ name: String) -> Bool {
    guard let part = parts.first, !part.isEmpty else { return true }
    let bare = part.split(separator: "[").first.map(String.init) ?? part
    // With brackets it is a name, not a set of characters.
    let pattern = index != nil ? bare : part
    let takesBeginning = index == nil && (isBeginning || parts.count > 1)
    return WildcardPattern(takesBeginning ? pattern + "*" : pattern).matches(name)
  }
}

extension TypeRef {
  /// Whether it is an array, qualifiers aside.
  fileprivate var isArray: Bool {
    if case .array = unqualified.definition { return true }
    return false
  }
}
