import Engine
import Symbols

/// Where the expressions of a NatVis entry are evaluated: in an object, whose fields are names.
///
/// Nothing in it changes the target or the session: assignments, the debugger's own objects and
/// variables are refused.
struct NatvisScope {
  let session: Session
  /// The object that the entry shows, a record in memory: what `this` points to.
  var object: CppValue
  /// The module of the object's type, whose names come first.
  var module: Module?
  /// What `$T1`, `$T2`... stand for.
  var arguments: [String] = []
  /// Functions of the entry and of its file.
  var intrinsics: [NatvisIntrinsic] = []
  /// The variables of a `CustomListItems`, which its steps assign to.
  var variables: NatvisVariables?

  /// The same in another object of the same entry.
  func inside(_ object: CppValue) -> NatvisScope {
    var scope = self
    scope.object = object
    return scope
  }

  /// An expression that has been read, and its format specifiers.
  struct Compiled {
    var node: CppNode
    var source: SourceText
    /// What stands behind the comma.
    var specifiers: String
  }

  /// Reads an expression.
  func compile(_ text: String) throws -> Compiled {
    let (node, source, specifiers) = try Session.parseModel(
      NatvisNames(scope: self).prepared(text),
      types: NatvisTypes(session: session, module: module))
    return Compiled(node: node, source: source, specifiers: specifiers)
  }

  /// Evaluates in this scope, with parameters beside.
  func evaluator(_ source: SourceText, _ parameters: [(name: String, value: ModelValue)] = [])
    -> ModelEvaluator
  {
    ModelEvaluator(session: session, source: source, parameters: parameters, scope: self)
  }

  func value(_ compiled: Compiled, index: UInt64? = nil) throws -> ModelValue {
    try session.natvis.step(session)
    var parameters: [(name: String, value: ModelValue)] = []
    if let index { parameters.append(("$i", .unsigned(index))) }
    return try evaluator(compiled.source, parameters).evaluate(compiled.node)
  }

  func value(_ text: String, index: UInt64? = nil) throws -> ModelValue {
    try value(compile(text), index: index)
  }

  /// A whole number.
  func number(_ compiled: Compiled, index: UInt64? = nil) throws -> UInt64 {
    let evaluator = evaluator(compiled.source)
    let value = try evaluator.native(value(compiled, index: index))
    return try evaluator.cpp.number(evaluator.read(value), at: compiled.node.start)
  }

  func isTrue(_ text: String, index: UInt64? = nil) throws -> Bool {
    let compiled = try compile(text)
    return try evaluator(compiled.source).isTrue(value(compiled, index: index))
  }

  /// Whether a part applies in a view. A condition that cannot be computed is an error unless the
  /// part is optional.
  func applies(_ rule: NatvisRule, view: String?, index: UInt64? = nil) throws -> Bool {
    if !rule.includedViews.isEmpty, !rule.includedViews.contains(where: { $0 == view }) {
      return false
    }
    if let view, rule.excludedViews.contains(view) { return false }
    guard let condition = rule.condition else { return true }
    do {
      return try isTrue(condition, index: index)
    } catch {
      if rule.isOptional, CommandError(error) != .cancelled { return false }
      throw error
    }
  }

  // Names.

  /// What a name stands for; nil when nothing has it.
  func find(_ name: String, _ evaluator: ModelEvaluator) throws -> ModelValue? {
    if let value = variables?[name] { return value }
    let cpp = evaluator.cpp
    if name == "this", let address = object.address {
      return .native(CppValue(cpp.pointer(to: object.type), bits: address, space: object.space))
    }
    if let field = field(name) { return .native(field) }
    if let intrinsic = intrinsics.first(where: { $0.name == name }) {
      return .function(function(intrinsic))
    }
    if let function = NatvisBuiltIns(session: session).function(name) { return .function(function) }
    if let module, !name.contains("!"),
      let value = try cpp.find("\(module.name)!\(name)", at: 0)
    {
      return .native(value)
    }
    return try cpp.find(name, at: 0, withLocals: false).map { .native($0) }
  }

  /// A field of the object.
  private func field(_ name: String) -> CppValue? {
    guard let record = object.type.record, let address = object.address,
      let field = CppEvaluator.field(name, of: record)
    else { return nil }
    return CppValue(
      .known(field.type), .memory(address &+ field.offset), space: object.space)
  }

  /// A function of the entry, which is evaluated in the object it was found in.
  func function(_ intrinsic: NatvisIntrinsic) -> ModelFunction {
    ModelFunction(intrinsic.name, help: intrinsic.expression.text) { arguments in
      guard arguments.count == intrinsic.parameters.count else {
        throw CommandError.message(
          "'\(intrinsic.name)' takes \(intrinsic.parameters.count) arguments")
      }
      var scope = self
      scope.variables = nil
      let compiled = try scope.compile(intrinsic.expression.text)
      try session.natvis.step(session)
      return try scope.evaluator(
        compiled.source, Array(zip(intrinsic.parameters, arguments).map { ($0, $1) })
      ).evaluate(compiled.node)
    }
  }
}

/// The variables of a `CustomListItems`.
final class NatvisVariables {
  private var values: [String: ModelValue] = [:]

  subscript(name: String) -> ModelValue? {
    get { values[name] }
    set { values[name] = newValue }
  }
}

/// The types that an entry's expressions name: those of the object's module first.
struct NatvisTypes: CppTypes {
  let session: Session
  let module: Module?

  var pointerSize: Int { session.pointerSize }

  func cppType(named name: String) -> CppType? {
    if let module, !name.contains("!"),
      let type = try? session.debugger.type("\(module.name)!\(name)")
    {
      return .known(type)
    }
    if let type = try? session.debugger.type(name) { return .known(type) }
    return CppBuiltInType.named(name, pointerSize: pointerSize)
  }
}

/// The functions that a debugger offers to every entry.
struct NatvisBuiltIns {
  let session: Session

  /// Elements or characters that are looked at.
  private static let longest: UInt64 = 1 << 16

  func function(_ name: String) -> ModelFunction? {
    switch name {
    case "__findnonnull":
      return ModelFunction(name, help: "__findnonnull(array, count)") { arguments in
        try findNonNull(arguments)
      }
    case "strlen", "wcslen":
      let width = name == "strlen" ? 1 : 2
      return ModelFunction(name, help: "\(name)(text)") { arguments in
        try length(arguments, width: width)
      }
    default: return nil
    }
  }

  private func pointer(_ arguments: [ModelValue], count: Int) throws -> CppValue {
    let evaluator = ModelEvaluator(session: session, source: SourceText(""))
    guard arguments.count == count else {
      throw CommandError.message("The function takes \(count) arguments")
    }
    return try evaluator.read(evaluator.native(arguments[0]))
  }

  private func findNonNull(_ arguments: [ModelValue]) throws -> ModelValue {
    let array = try pointer(arguments, count: 2)
    let evaluator = ModelEvaluator(session: session, source: SourceText(""))
    let count = UInt64(clamping: try evaluator.integer(arguments[1]))
    guard case .pointer(let target, _) = array.type.shape, case .bits(let base) = array.place else {
      throw CommandError.message("__findnonnull needs a pointer to pointers")
    }
    let size = Int(clamping: target.size)
    for index in 0..<min(count, Self.longest) {
      try session.natvis.step(session)
      let place = base &+ index &* target.size
      guard let value = evaluator.cpp.readMemory(place, size, array.space) else {
        throw CommandError.message("Unable to read memory at Address 0x\(place.hex())")
      }
      if value != 0 { return .signed(Int64(index)) }
    }
    return .signed(-1)
  }

  private func length(_ arguments: [ModelValue], width: Int) throws -> ModelValue {
    let text = try pointer(arguments, count: 1)
    let evaluator = ModelEvaluator(session: session, source: SourceText(""))
    guard case .bits(let base) = text.place else {
      throw CommandError.message("The function needs a pointer")
    }
    for index in 0..<Self.longest {
      let place = base &+ index &* UInt64(width)
      guard let unit = evaluator.cpp.readMemory(place, width, text.space) else {
        throw CommandError.message("Unable to read memory at Address 0x\(place.hex())")
      }
      if unit == 0 { return .unsigned(index) }
    }
    return .unsigned(Self.longest)
  }
}
