import Symbols

/// A type in a module's symbol file: what `module!_TYPE` leads to.
public struct TypeRef: Equatable {
  public let module: Module
  /// The type's number in the file.
  public let index: TypeIndex

  public init(module: Module, index: TypeIndex) {
    self.module = module
    self.index = index
  }

  public static func == (left: TypeRef, right: TypeRef) -> Bool {
    left.module === right.module && left.index == right.index
  }

  /// The type one level deep, as the file has it.
  public var definition: PDBType { module.pdb?.type(index) ?? .unknown(leaf: 0) }

  /// Bytes that a value takes.
  public var size: UInt64 { facts.size }

  /// What reading a value needs; kept, for the same types are read over and over.
  var facts: TypeFacts {
    if let known = module.typeFacts[index] { return known }
    var facts = TypeFacts(size: module.pdb?.size(of: index) ?? 0)
    if case .bitField(let base, let position, let length) = definition {
      facts.size = module.pdb?.size(of: base) ?? facts.size
      if position >= 0, length > 0, position + length <= 64 {
        facts.bits = TypeFacts.Bits(position: UInt64(position), length: UInt64(length))
      }
    }
    module.typeFacts[index] = facts
    return facts
  }

  /// Another type of the same file.
  public func sibling(_ index: TypeIndex) -> TypeRef { TypeRef(module: module, index: index) }

  /// The type without `const` and `volatile`.
  public var unqualified: TypeRef {
    var type = self
    for _ in 0..<16 {
      guard case .modifier(let inner, _, _) = type.definition else { break }
      type = sibling(inner)
    }
    return type
  }

  /// The record behind the type, qualifiers aside; nil for anything else.
  public var record: Record? {
    if case .record(let record) = unqualified.definition { return record }
    return nil
  }

  /// What a pointer points to or an array consists of, qualifiers aside; nil for anything else.
  public var element: TypeRef? {
    switch unqualified.definition {
    case .pointer(let pointer): sibling(pointer.target)
    case .array(let array): sibling(array.element)
    default: nil
    }
  }

  /// Whether it is a pointer, qualifiers aside.
  public var isPointer: Bool {
    if case .pointer = unqualified.definition { return true }
    return false
  }

  /// The record's or enumeration's name, or a description such as `unsigned 4 bytes`.
  public var name: String {
    switch unqualified.definition {
    case .record(let record): record.name
    case .enumeration(let enumeration): enumeration.name
    case .pointer(let pointer): sibling(pointer.target).name + "*"
    case .array(let array): "\(sibling(array.element).name)[\(array.count)]"
    case .primitive(let primitive): "\(primitive.kind) \(primitive.size)"
    case .procedure: "function"
    case .bitField(let base, _, let length): "\(sibling(base).name):\(length)"
    case .modifier, .unknown: "type \(index.rawValue)"
    }
  }

  /// The fields of a record in the order of the source; empty for anything else.
  public var fields: [FieldRef] { table?.fields ?? [] }

  /// The field of this name, exactly or else whatever its case.
  public func field(_ name: String) -> FieldRef? { table?.named(name) }

  private var table: FieldTable? {
    let plain = unqualified
    if let known = module.fieldTables[plain.index] { return known }
    guard case .record(let record) = plain.definition, let pdb = module.pdb else { return nil }
    let fields = pdb.fields(of: record).map { field in
      FieldRef(
        name: field.name, offset: field.offset, type: sibling(field.type), kind: field.kind)
    }
    let table = FieldTable(fields)
    module.fieldTables[plain.index] = table
    return table
  }
}

/// One field of a record.
public struct FieldRef {
  public var name: String
  /// Bytes from the beginning of the record.
  public var offset: UInt64
  public var type: TypeRef
  public var kind: Field.Kind

  /// A field with these facts.
  public init(name: String, offset: UInt64, type: TypeRef, kind: Field.Kind) {
    self.name = name
    self.offset = offset
    self.type = type
    self.kind = kind
  }

  /// Position and length of a bit field in its storage; nil for other fields.
  public var bits: (position: Int, length: Int)? {
    if case .bitField(_, let position, let length) = type.definition { return (position, length) }
    return nil
  }
}

/// How a value of a type lies in memory.
struct TypeFacts {
  /// Bytes; of a bit field those of its storage.
  var size: UInt64
  var bits: Bits?

  /// Which bits of the storage a bit field has.
  struct Bits {
    var position: UInt64
    var length: UInt64
    var mask: UInt64 { length >= 64 ? .max : (1 << length) - 1 }
  }
}

/// A record's fields and where each name stands.
struct FieldTable {
  let fields: [FieldRef]
  private let exact: [String: Int]
  private let folded: [String: Int]

  init(_ fields: [FieldRef]) {
    self.fields = fields
    var exact: [String: Int] = [:]
    var folded: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      if exact[field.name] == nil { exact[field.name] = index }
      let lower = field.name.lowercased()
      if folded[lower] == nil { folded[lower] = index }
    }
    self.exact = exact
    self.folded = folded
  }

  func named(_ name: String) -> FieldRef? {
    guard let index = exact[name] ?? folded[name.lowercased()] else { return nil }
    return fields[index]
  }
}
