/// A value of the debugger's data model: what `dx` expressions compute with.
public indirect enum ModelValue {
  /// No value: what a method that only acts returns.
  case nothing
  /// A value or place of the target, shown with its type.
  case native(CppValue)
  /// A number of the model itself, shown without a type.
  case number(CppValue)
  case string(String)
  case list(ModelList)
  case object(ModelObject)
  case function(ModelFunction)
  /// What could not be computed, as an element of a list or a member shows it.
  case failure(String)

  /// A number that shows in hexadecimal, as ids, counts and addresses do.
  static func unsigned(_ value: UInt64) -> ModelValue {
    .number(CppValue(.unsignedInt64, bits: value))
  }

  /// A number that shows in decimal.
  static func signed(_ value: Int64) -> ModelValue {
    .number(CppValue(.int64, bits: UInt64(bitPattern: value)))
  }

  static func truth(_ value: Bool) -> ModelValue { .number(.truth(value)) }
}

/// One element of a list and the index it is found by.
struct ModelElement {
  var key: ModelValue
  var value: ModelValue
}

/// A list of the data model. Its elements are computed whenever somebody asks, so that a list kept in
/// a variable follows the target.
public struct ModelList {
  /// What stands behind its name; nil for nothing.
  var text: String?
  /// How many lists it is made from, one after the other.
  var depth = 0
  let elements: () throws -> [ModelElement]
  /// The first elements, where they can be had without computing all.
  var prefix: ((Int) -> [ModelElement])?
  /// Finds an element by its index; nil looks through the elements.
  var find: ((ModelValue) throws -> ModelValue?)?

  /// A list with its elements.
  init(text: String? = nil, _ elements: @escaping () throws -> [ModelElement]) {
    self.text = text
    self.elements = elements
  }

  /// A list of values, counted from 0.
  static func counted(_ values: @escaping () throws -> [ModelValue]) -> ModelList {
    ModelList {
      try values().enumerated().map {
        ModelElement(key: .unsigned(UInt64($0.offset)), value: $0.element)
      }
    }
  }

  /// Lists made one from the other to this depth are computed at once, so that computing them never
  /// nests deeper.
  private static let deepest = 50

  /// A list that is computed from this one.
  func derived(_ make: @escaping ([ModelElement]) throws -> [ModelElement]) throws -> ModelList {
    if depth >= Self.deepest {
      let now = try make(elements())
      return ModelList { now }
    }
    let source = elements
    var list = ModelList { try make(source()) }
    list.depth = depth + 1
    return list
  }
}

/// An object of the data model: named members, methods, and what stands behind its name.
public final class ModelObject {
  /// What stands behind its name; nil for nothing.
  let text: () throws -> String?
  let members: [Member]
  let methods: [ModelFunction]
  /// What stands below it in the place of its members; nil for these.
  var expansion: ((ModelWindow) throws -> ([ModelChild], isCut: Bool))?
  /// The list that it is besides; nil for none.
  var list: (() throws -> ModelList?)?

  /// A member, computed when it is asked for.
  struct Member {
    var name: String
    var help = ""
    var value: () throws -> ModelValue
    /// Gives it another value; nil for what cannot be assigned to.
    var assign: ((ModelValue, ModelEvaluator) throws -> Void)?

    init(_ name: String, help: String = "", _ value: @escaping () throws -> ModelValue) {
      self.name = name
      self.help = help
      self.value = value
    }
  }

  init(
    text: @escaping () throws -> String? = { nil }, members: [Member],
    methods: [ModelFunction] = []
  ) {
    self.text = text
    self.members = members
    self.methods = methods
  }

  func member(_ name: String) -> Member? {
    members.first { $0.name == name } ?? members.first { $0.name.lowercased() == name.lowercased() }
  }

  func method(_ name: String) -> ModelFunction? {
    methods.first { $0.name == name } ?? methods.first { $0.name.lowercased() == name.lowercased() }
  }
}

/// Something that can be called: a method, or a lambda.
public final class ModelFunction {
  let name: String
  /// What it does, for `dx -v`; a lambda's own text.
  let help: String
  let call: ([ModelValue]) throws -> ModelValue

  init(_ name: String, help: String, _ call: @escaping ([ModelValue]) throws -> ModelValue) {
    self.name = name
    self.help = help
    self.call = call
  }
}

/// What a session keeps for the data model.
final class ModelState {
  /// The variables that a person has made (`dx @$name = ...`), in the order they were made.
  var variables: [(name: String, value: ModelValue)] = []
  /// How deeply calls are nested.
  var depth = 0

  /// Calls nested deeper than this are refused.
  static let deepest = 40
  /// Lists of more elements are refused.
  static let longest = 1 << 16
  /// Strings of more bytes are refused.
  static let longestText = 1 << 20

  subscript(name: String) -> ModelValue? {
    get { variables.first { $0.name == name }?.value }
    set {
      if let place = variables.firstIndex(where: { $0.name == name }) {
        if let newValue { variables[place].value = newValue } else { variables.remove(at: place) }
      } else if let newValue {
        variables.append((name, newValue))
      }
    }
  }
}
