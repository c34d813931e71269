import Engine
import Language
import Symbols

/// Prints a type's fields, with their values when there is an address.
struct TypeDisplay {
  let session: Session
  let options: TypeRequest.Options
  let fields: [String]

  /// Elements of an array that `-a` shows.
  private static let mostElements: UInt64 = 0x400

  /// Shows a type, or memory as that type.
  func show(_ type: TypeRef, at address: UInt64?) throws {
    switch type.unqualified.definition {
    case .record(let record):
      if options.isVerbose {
        let size = record.size.hex()
        session.print(
          "\(TypeText.keyword(record.kind)) \(record.name), \(type.fields.count) elements, "
            + "0x\(size) bytes")
      }
      let wanted = fields.map(Self.path)
      guard wanted.isEmpty || type.fields.contains(where: { isChosen($0, wanted) }) else {
        throw CommandError.message("Cannot find specified field members.")
      }
      try showFields(type, at: address, base: 0, level: 0, wanted: wanted)
      if let address { printReadError(type, at: address, wanted) }
    case .enumeration(let enumeration) where address == nil:
      if options.isVerbose {
        session.print("Enum \(enumeration.name),  \(enumeration.valueCount) total enums")
      }
      for value in type.module.pdb?.values(of: enumeration) ?? [] {
        session.print("   \(value.name) = 0n\(Int64(bitPattern: value.value.bits))")
      }
    case .procedure(let procedure):
      let result = TypeText.c(type.sibling(procedure.returnType))
      session.print("   \(result) \(TypeText.arguments(type) ?? "")")
    default:
      guard let address else { return session.print("   \(TypeText.dt(type))") }
      session.print(" \(ValueText.dt(type, at: address, session))")
      if options.showsElements {
        try showElements(type, at: address, level: 0)
      }
    }
  }

  private func isChosen(_ field: FieldRef, _ wanted: [[String]]) -> Bool {
    wanted.isEmpty || wanted.contains { matches(field.name, $0.first ?? "") }
  }

  /// Tells the last place among the shown fields where nothing could be read.
  private func printReadError(_ type: TypeRef, at address: UInt64, _ wanted: [[String]]) {
    let unread = type.fields.last { field in
      field.kind != .static && isChosen(field, wanted)
        && (try? session.debugger.readAll(address &+ field.offset, 1)) == nil
    }
    guard let unread else { return }
    session.print("Memory read error \(session.plainAddress(address &+ unread.offset))")
  }

  /// How many levels a field's path may lead down, as many as `-r` goes.
  private static let mostLevels = 9

  /// The parts of a field's path; an empty part (after a dot) stands for everything in it. What lies
  /// deeper than `mostLevels` is left out: every further dot would multiply the display.
  private static func path(_ text: String) -> [String] {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.prefix(mostLevels + 1).map(String.init)
  }

  /// One line a field: those that are wanted, all when nothing in particular is.
  ///
  /// - Parameter base: bytes from the record's beginning, where fields of nested records count from
  ///   their own.
  private func showFields(
    _ type: TypeRef, at address: UInt64?, base: UInt64, level: Int, wanted: [[String]]
  ) throws {
    for field in type.fields where field.kind != .static {
      try session.checkCancelled()
      let chosen = wanted.filter { matches(field.name, $0.first ?? "") }
      guard wanted.isEmpty || !chosen.isEmpty else { continue }
      if let size = options.size, field.type.size != size { continue }
      let place = address.map { $0 &+ field.offset }
      let deeper = chosen.filter { $0.count > 1 }.map { Array($0.dropFirst()) }
      session.print(line(field, at: place, level: level))
      try goDeeper(into: field.type, at: place, level: level, paths: deeper)
    }
  }

  private func matches(_ name: String, _ pattern: String) -> Bool {
    if pattern.isEmpty { return true }
    let bare = pattern.split(separator: "[").first.map(String.init) ?? pattern
    return WildcardPattern(options.takesBeginnings ? bare + "*" : bare).matches(name)
  }

  /// What stands below a field: what its path leads to, or what `-r` asks for.
  private func goDeeper(into type: TypeRef, at place: UInt64?, level: Int, paths: [[String]]) throws
  {
    if case .array = type.unqualified.definition, options.showsElements, let place {
      return try showElements(type, at: place, level: level + 1)
    }
    let isPathed = !paths.isEmpty
    guard isPathed || level < options.depth, level < 32 else { return }
    let wanted = paths.filter { $0 != [""] }
    switch type.unqualified.definition {
    case .record:
      guard isPathed || !isLeaf(type) else { return }
      try showFields(type, at: place, base: 0, level: level + 1, wanted: wanted)
    case .pointer:
      guard isPathed || options.followsPointers && place != nil, let target = type.element,
        target.record != nil
      else { return }
      guard let place else {
        if isPathed { try showFields(target, at: nil, base: 0, level: level + 1, wanted: wanted) }
        return
      }
      guard let pointer = try? session.debugger.readPointer(place), pointer != 0 else { return }
      try showFields(target, at: pointer, base: 0, level: level + 1, wanted: wanted)
    default: break
    }
  }

  /// Records whose line already says everything.
  private func isLeaf(_ type: TypeRef) -> Bool { type.fields.isEmpty }

  /// ` [00] 0x1`: the elements of an array.
  private func showElements(_ type: TypeRef, at address: UInt64, level: Int) throws {
    guard case .array(let array) = type.unqualified.definition else { return }
    let element = type.sibling(array.element)
    let indent = String(repeating: " ", count: level * 3 + 1)
    for index in 0..<min(array.count, Self.mostElements) {
      try session.checkCancelled()
      let place = address &+ index &* element.size
      let number = String(index).leftPadded(2, with: "0")
      session.print("\(indent)[\(number)] \(ValueText.dt(element, at: place, session))")
    }
  }

  /// `   +0x010 Name             : value`.
  private func line(_ field: FieldRef, at place: UInt64?, level: Int) -> String {
    let indent = options.isFlat ? "" : String(repeating: "   ", count: level + 1)
    let offset = options.hidesOffsets ? "" : "+0x\(field.offset.hex(3)) "
    let name = field.kind == .base ? "__BaseClass" : field.name
    var value: String
    if let place {
      value = ValueText.dt(field.type, at: place, session)
    } else {
      value = TypeText.dt(field.type)
    }
    if options.isVerbose, place == nil {
      value += ", \(field.type.size) bytes"
    }
    return "\(indent)\(offset)\(name.padded(16)) : \(value)"
  }
}
