import Engine
import Symbols

/// Evaluates C++ expressions in a session: in the scope's memory, registers and locals.
struct CppEvaluator {
  let session: Session
  /// The text the expression stands in, which errors quote.
  let source: SourceText

  /// What stops an evaluation, quoting the text from an offset on.
  func obstacle(_ why: CommandError.Obstacle, at offset: Int) -> CommandError {
    let start = max(0, offset)
    return .expression(why, rest: source.string(start..<max(start, source.bytes.count)))
  }

  /// The value of a node: an lvalue stays one.
  func evaluate(_ node: CppNode) throws(CommandError) -> CppValue {
    switch node.kind {
    case .literal(let value): return value
    case .name(let name): return try lookUp(name, at: node.start)
    case .register(let name): return try register(name, at: node.start)
    case .masm(let text):
      return CppValue(.unsignedInt64, bits: try masm(text))
    case .unary(let unary, let operand): return try apply(unary, operand, at: node.start)
    case .binary(let binary, let left, let right):
      return try apply(binary, try evaluate(left), try evaluate(right), at: node.start)
    case .both(let left, let right):
      guard try isTrue(left) else { return .truth(false) }
      return .truth(try isTrue(right))
    case .either(let left, let right):
      if try isTrue(left) { return .truth(true) }
      return .truth(try isTrue(right))
    case .conditional(let condition, let yes, let no):
      return try evaluate(try isTrue(condition) ? yes : no)
    case .assignment(let binary, let left, let right):
      return try assign(binary, left, right, at: node.start)
    case .increment(let step, let isPostfix, let operand):
      return try increment(operand, by: step, isPostfix: isPostfix, at: node.start)
    case .cast(let type, let operand):
      return try cast(try evaluate(operand), to: type, at: node.start)
    case .sizeOfType(let type): return size(type.size)
    case .sizeOf(let operand): return size(try evaluate(operand).type.size)
    case .member(let owner, let name, let isArrow, let nameStart):
      let value = try evaluate(owner)
      return try member(name, of: value, isArrow: isArrow, at: nameStart)
    case .index(let array, let index, let bracket):
      return try element(try evaluate(array), try evaluate(index), at: bracket)
    case .comma(let left, let right):
      _ = try evaluate(left)
      return try evaluate(right)
    case .container(let address, let type, let offset):
      let place = try number(try evaluate(address), at: address.start) &- offset
      return CppValue(pointer(to: type), bits: place)
    case .count(let array):
      guard case .array(_, let count) = try evaluate(array).type.shape else {
        throw obstacle(.notIndexable, at: array.start)
      }
      return size(count)
    case .contains(let structure, let bytes, let field):
      return try contains(structure, bytes, field)
    case .string, .template, .call, .lambda, .object: throw obstacle(.syntax, at: node.start)
    }
  }

  /// What `sizeof` gives: a number of the size of a pointer.
  func size(_ bytes: UInt64) -> CppValue {
    CppValue(session.pointerSize == 8 ? .unsignedInt64 : .unsignedInt, bits: bytes)
  }

  func pointer(to type: CppType) -> CppType { .pointer(to: type, size: session.pointerSize) }

  private func masm(_ text: SourceText) throws(CommandError) -> UInt64 {
    var line = CommandLine(text)
    let value = try session.evaluateMasm(&line)
    guard line.isAtEnd() else {
      throw .expression(.syntax, rest: line.rest)
    }
    return value
  }

  private func contains(_ structure: CppNode, _ bytes: CppNode, _ field: String)
    throws(CommandError) -> CppValue
  {
    var type = try evaluate(structure).type
    if case .pointer(let target, _) = type.shape { type = target }
    guard let record = type.record, let found = record.field(field) else {
      throw obstacle(.member, at: structure.start)
    }
    let wanted = try number(try evaluate(bytes), at: bytes.start)
    return .truth(found.offset &+ found.type.size <= wanted)
  }

  private func isTrue(_ node: CppNode) throws(CommandError) -> Bool {
    try isTrue(try evaluate(node), at: node.start)
  }

  /// Whether a value is not 0.
  func isTrue(_ value: CppValue, at offset: Int) throws(CommandError) -> Bool {
    let plain = try rvalue(value, at: offset)
    switch plain.place {
    case .real(let number): return number != 0
    case .bits(let bits): return bits != 0
    case .memory, .register: throw obstacle(.typeConflict, at: offset)
    }
  }

  // Operators with one operand.

  private func apply(_ unary: CppUnary, _ node: CppNode, at offset: Int) throws(CommandError)
    -> CppValue
  {
    let operand = try evaluate(node)
    return try apply(unary, operand, at: offset, operandStart: node.start)
  }

  func apply(_ unary: CppUnary, _ operand: CppValue, at offset: Int, operandStart: Int)
    throws(CommandError) -> CppValue
  {
    switch unary {
    case .dereference: return try dereference(operand, at: operandStart)
    case .address: return try address(of: operand, at: operandStart)
    case .not: return .truth(!(try isTrue(operand, at: operandStart)))
    case .plus, .negate, .complement:
      let value = try promoted(operand, at: operandStart)
      if case .real(let number) = value.place {
        guard unary != .complement else { throw obstacle(.typeConflict, at: offset) }
        return CppValue(value.type, .real(unary == .negate ? -number : number))
      }
      guard case .bits(let bits) = value.place, value.type.arithmetic != nil else {
        throw obstacle(.typeConflict, at: offset)
      }
      switch unary {
      case .negate: return CppValue(value.type, bits: 0 &- bits)
      case .complement: return CppValue(value.type, bits: ~bits)
      default: return value
      }
    }
  }

  private func dereference(_ operand: CppValue, at offset: Int) throws(CommandError) -> CppValue {
    let value = try rvalue(operand, at: offset)
    guard case .pointer(let target, _) = value.type.shape, case .bits(let bits) = value.place
    else { throw obstacle(.notPointer, at: offset) }
    return CppValue(target, .memory(bits), space: value.space)
  }

  private func address(of operand: CppValue, at offset: Int) throws(CommandError) -> CppValue {
    let value = try referent(operand, at: offset)
    guard case .memory(let address) = value.place else { throw obstacle(.notLvalue, at: offset) }
    if case .bitField = value.type.shape { throw obstacle(.notLvalue, at: offset) }
    return CppValue(pointer(to: value.type), bits: address, space: value.space)
  }

  // Members and elements.

  /// `value.name` or `value->name`. A pointer takes a period as well, a record no arrow.
  func member(_ name: String, of value: CppValue, isArrow: Bool, at offset: Int)
    throws(CommandError) -> CppValue
  {
    var owner = try referent(value, at: offset)
    if case .pointer(let target, _) = owner.type.shape {
      guard case .bits(let bits) = try rvalue(owner, at: offset).place else {
        throw obstacle(.typeConflict, at: offset)
      }
      owner = CppValue(target, .memory(bits), space: owner.space)
    } else if isArrow {
      throw obstacle(.notPointer, at: offset)
    }
    guard let record = owner.type.record else { throw obstacle(.notRecord, at: offset) }
    guard let field = Self.field(name, of: record), let address = owner.address else {
      throw obstacle(.member, at: offset)
    }
    return CppValue(.known(field.type), .memory(address &+ field.offset), space: owner.space)
  }

  /// A record's field, or one of its base classes'.
  static func field(_ name: String, of record: TypeRef, depth: Int = 0) -> (
    offset: UInt64, type: TypeRef
  )? {
    if let field = record.field(name), field.kind != .static { return (field.offset, field.type) }
    guard depth < 16 else { return nil }
    for base in record.fields where base.kind == .base {
      if let place = Self.field(name, of: base.type, depth: depth + 1) {
        return (place.offset &+ base.offset, place.type)
      }
    }
    return nil
  }

  /// `value[index]`, in either order as C has it.
  func element(_ value: CppValue, _ index: CppValue, at offset: Int) throws(CommandError)
    -> CppValue
  {
    let array = try decayed(value, at: offset)
    guard case .pointer(let target, _) = array.type.shape, case .bits(let base) = array.place else {
      throw obstacle(.notIndexable, at: offset)
    }
    let distance = try number(index, at: offset)
    return CppValue(
      target, .memory(base &+ distance &* max(1, target.size)), space: array.space)
  }
}
