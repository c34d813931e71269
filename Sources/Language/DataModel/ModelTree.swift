import Engine
import Symbols

/// What stands below a value.
struct ModelChild {
  /// How the line begins: `Name`, `[0x4]`, `[+0x010] Link`; empty for what a pointer points to.
  var label: String
  /// The name alone, which heads a column of a grid.
  var name: String
  var value: ModelValue
  /// How it and what is below it is shown; nil as its parent is.
  var format: ModelFormat?
  /// Whether it is the raw view of a value that a NatVis entry shows.
  var isRaw = false
}

/// Values as trees of lines.
struct ModelTree {
  let evaluator: ModelEvaluator
  var format = ModelFormat()
  /// Levels that are shown below the first line.
  var levels = 1
  /// Elements of the first list that are left out in front.
  var skipped = 0
  /// Whether methods are shown.
  var isVerbose = false

  /// Elements of a list that are shown at once.
  private static let page = 100

  private var session: Session { evaluator.session }
  private var text: ModelText { ModelText(evaluator: evaluator, format: format) }

  /// Prints a value below the expression it came from.
  func print(_ value: ModelValue, expression: String) throws {
    let line: String
    if case .string(let string) = value {
      line = "\(expression.padded(16)) : \(string)"
    } else if isExpandable(value) || value.isFunction {
      line = expression + String(repeating: " ", count: 16) + (try ending(of: value))
    } else if case .nothing = value {
      return session.print(expression)
    } else {
      line = expression.padded(16) + (try ending(of: value))
    }
    session.print(line)
    if case .string(let string) = value, levels > 0 {
      session.print("    \("Length".padded(16)) : 0x\(UInt64(string.count).hex())")
    }
    try printChildren(of: value, level: 1, skipped: skipped)
  }

  /// ` : value [Type: T]`.
  private func ending(of value: ModelValue) throws -> String {
    let type = text.type(of: value).map { " [Type: \($0)]" } ?? ""
    do {
      guard let text = try text.text(of: value) else { return type }
      return " : \(text)\(type)"
    } catch {
      let error = CommandError(error)
      if error == .cancelled { throw error }
      // At the top this is the command's error.
      throw error
    }
  }

  private func printChildren(of value: ModelValue, level: Int, skipped: Int = 0) throws {
    guard level <= levels, level < 32 else { return }
    let indent = String(repeating: "    ", count: level)
    let children: [ModelChild]
    let isCut: Bool
    do {
      (children, isCut) = try self.children(of: value, skipped: skipped)
    } catch {
      // What cannot be read has said so on its own line.
      if level == 1 || CommandError(error) == .cancelled { throw error }
      return
    }
    for child in children {
      try session.checkCancelled()
      var tree = self
      if let format = child.format { tree.format = format }
      session.print(indent + tree.line(of: child))
      try tree.printChildren(of: child.value, level: level + 1)
    }
    if isCut { session.print("\(indent)\("[...]".padded(16))") }
    if isVerbose { printMethods(of: value, level: level) }
  }

  /// The methods of an object; of a list those that all lists have, below the expression only.
  private func printMethods(of value: ModelValue, level: Int) {
    let indent = String(repeating: "    ", count: level)
    var methods: [(name: String, help: String)] = []
    if case .object(let object) = value { methods = object.methods.map { ($0.name, $0.help) } }
    if case .list = value, level == 1 { methods = ModelSequence.help.map { ($0.name, $0.text) } }
    for method in methods {
      session.print("\(indent)\(method.name.padded(16)) [\(method.help)]")
    }
  }

  private func line(of child: ModelChild) -> String {
    var ending: String
    do {
      ending = try self.ending(of: child.value)
    } catch {
      ending = " : \(CommandError(error).message(promptWidth: 0))"
    }
    guard !child.label.isEmpty else { return String(ending.drop { $0 == " " || $0 == ":" }) }
    return child.label + ending
  }

  // Children.

  /// Whether a value has something below it.
  func isExpandable(_ value: ModelValue) -> Bool {
    switch value {
    case .list: return true
    case .object: return true
    case .native(let native):
      switch native.type.shape {
      case .record, .array, .function: return true
      case .pointer(let target, _):
        if case .primitive(let primitive) = target.shape { return primitive.kind != .void }
        if case .function = target.shape { return false }
        return true
      default: return false
      }
    case .nothing, .number, .string, .function, .failure: return false
    }
  }

  /// What stands below a value, and whether more would.
  func children(of value: ModelValue, skipped: Int = 0, limit: Int? = nil) throws -> (
    [ModelChild], isCut: Bool
  ) {
    switch value {
    case .object(let object):
      if let expansion = object.expansion {
        return try expansion(
          ModelWindow(skipped: skipped, limit: limit ?? format.count ?? Self.page))
      }
      return (
        try object.members.map { member in
          ModelChild(
            label: member.name.padded(16), name: member.name,
            value: try evaluator.caught { try member.value() })
        }, false
      )
    case .list(let list): return try elements(of: list, skipped, limit)
    case .native(let native): return try children(of: native, skipped, limit)
    case .nothing, .number, .string, .function, .failure: return ([], false)
    }
  }

  func elements(of list: ModelList, _ skipped: Int, _ limit: Int?) throws -> (
    [ModelChild], isCut: Bool
  ) {
    let most = limit ?? format.count ?? Self.page
    let wanted = max(skipped, 0).addingReportingOverflow(most).partialValue
    let all = try list.prefix?(min(wanted, ModelState.longest) &+ 1) ?? list.elements()
    let elements = all.dropFirst(skipped)
    let children = try elements.prefix(most).map { element in
      let label = "[\(try key(element.key))]"
      return ModelChild(label: label.padded(16), name: label, value: element.value)
    }
    return (children, elements.count > most)
  }

  /// An element's index as its line shows it.
  private func key(_ key: ModelValue) throws -> String {
    if case .string(let text) = key { return "\"\(text)\"" }
    return try text.text(of: key) ?? ""
  }

  private func children(of value: CppValue, _ skipped: Int, _ limit: Int?) throws -> (
    [ModelChild], isCut: Bool
  ) {
    if let view = try evaluator.natvisView(of: value, format) {
      var record = value
      if case .pointer(let target, _) = value.type.shape,
        case .bits(let bits) = try evaluator.read(value).place
      {
        record = CppValue(target, .memory(bits), space: value.space)
      }
      let window = ModelWindow(skipped: skipped, limit: limit ?? format.count ?? Self.page)
      return try view.children(of: record, format, self, window)
    }
    if let record = builtInRecord(value) {
      return format.hidesRawView ? ([], false) : ([rawView(of: record)], false)
    }
    switch value.type.shape {
    case .record(let type, _):
      return (fields(of: type, at: value.address ?? 0, value.space), false)
    case .array(let element, let count):
      let list = ModelList.native(
        element, at: value.address ?? 0, count: count, space: value.space)
      return try elements(of: list, skipped, limit)
    case .pointer(let target, _):
      guard case .bits(let bits) = try evaluator.read(value).place, bits != 0 else {
        return ([], false)
      }
      if let count = format.count {
        let list = ModelList.native(target, at: bits, count: UInt64(count), space: value.space)
        return try elements(of: list, skipped, limit)
      }
      if let record = target.record { return (fields(of: record, at: bits, value.space), false) }
      guard isExpandable(.native(value)) else { return ([], false) }
      let pointee = ModelValue.native(CppValue(target, .memory(bits), space: value.space))
      return ([ModelChild(label: "", name: "", value: pointee)], false)
    default: return ([], false)
    }
  }

  /// The record behind a value when the debugger itself shows it as more than its fields.
  private func builtInRecord(_ value: CppValue) -> CppValue? {
    var record = value
    if case .pointer(let target, _) = value.type.shape {
      guard target.record != nil, format.count == nil,
        case .bits(let bits)? = (try? evaluator.read(value))?.place, bits != 0
      else { return nil }
      record = CppValue(target, .memory(bits), space: value.space)
    }
    return text.builtInText(record) == nil ? nil : record
  }

  /// `[<Raw View>]`: a record's fields as they are.
  func rawView(of record: CppValue) -> ModelChild {
    var plain = format
    plain.isRawView = true
    let label = "[<Raw View>]"
    return ModelChild(
      label: label.padded(16), name: label, value: .native(record), format: plain, isRaw: true)
  }

  /// `[+0x010] Link`, `[+0x018 ( 3: 0)] Bits`.
  private func fields(of record: TypeRef, at address: UInt64, _ space: AddressSpace?)
    -> [ModelChild]
  {
    var below: ModelFormat?
    if format.isRawView {
      below = format
      below?.isRawView = false
    }
    return record.fields.filter { $0.kind != .static }.map { field in
      var place = "+0x\(field.offset.hex(3))"
      if let bits = field.bits {
        let high = String(bits.position + bits.length - 1).leftPadded(2)
        place += " (\(high):\(String(bits.position).leftPadded(2)))"
      }
      return ModelChild(
        label: "[\(place)] \(field.name.padded(16))", name: field.name,
        value: .native(
          CppValue(.known(field.type), .memory(address &+ field.offset), space: space)),
        format: below)
    }
  }
}
