import Engine
import Symbols

// Operators with two operands, and those that store.

extension CppEvaluator {
  func apply(_ binary: CppBinary, _ left: CppValue, _ right: CppValue, at offset: Int)
    throws(CommandError) -> CppValue
  {
    let left = try promoted(try decayed(left, at: offset), at: offset)
    let right = try promoted(try decayed(right, at: offset), at: offset)
    if left.isPointer || right.isPointer {
      return try pointerOperation(binary, left, right, at: offset)
    }
    guard let leftType = left.type.arithmetic, let rightType = right.type.arithmetic else {
      throw obstacle(.typeConflict, at: offset)
    }
    if binary == .shiftLeft || binary == .shiftRight {
      return try shift(binary, left, leftType, right, rightType, at: offset)
    }
    let common = Self.common(leftType, rightType)
    let a = convert(left, to: common)
    let b = convert(right, to: common)
    if case .real(let x) = a.place, case .real(let y) = b.place {
      return try real(binary, x, y, common, at: offset)
    }
    guard case .bits(let x) = a.place, case .bits(let y) = b.place else {
      throw obstacle(.typeConflict, at: offset)
    }
    return try integer(binary, x, y, common, at: offset)
  }

  private func shift(
    _ binary: CppBinary, _ left: CppValue, _ leftType: Primitive, _ right: CppValue,
    _ rightType: Primitive, at offset: Int
  ) throws(CommandError) -> CppValue {
    guard !leftType.isFloating, !rightType.isFloating, case .bits(let bits) = left.place else {
      throw obstacle(.typeConflict, at: offset)
    }
    let count = try number(right, at: offset)
    if binary == .shiftLeft { return CppValue(left.type, bits: bits << count) }
    if leftType.isSigned {
      let value = CppValue.signed(bits, size: UInt64(leftType.size))
      return CppValue(left.type, bits: UInt64(bitPattern: value >> Int64(clamping: count)))
    }
    return CppValue(left.type, bits: bits >> count)
  }

  private func real(
    _ binary: CppBinary, _ x: Double, _ y: Double, _ type: Primitive, at offset: Int
  ) throws(CommandError) -> CppValue {
    let result: Double
    switch binary {
    case .multiply: result = x * y
    case .divide:
      guard y != 0 else { throw obstacle(.operand, at: offset) }
      result = x / y
    case .add: result = x + y
    case .subtract: result = x - y
    case .less: return .truth(x < y)
    case .lessOrEqual: return .truth(x <= y)
    case .greater: return .truth(x > y)
    case .greaterOrEqual: return .truth(x >= y)
    case .equal: return .truth(x == y)
    case .notEqual: return .truth(x != y)
    case .remainder, .shiftLeft, .shiftRight, .and, .xor, .or:
      throw obstacle(.typeConflict, at: offset)
    }
    return CppValue(.primitive(type), .real(type.size == 4 ? Double(Float(result)) : result))
  }

  private func integer(
    _ binary: CppBinary, _ x: UInt64, _ y: UInt64, _ type: Primitive, at offset: Int
  ) throws(CommandError) -> CppValue {
    let size = UInt64(type.size)
    let signedX = CppValue.signed(x, size: size)
    let signedY = CppValue.signed(y, size: size)
    let isSigned = type.isSigned
    func value(_ bits: UInt64) -> CppValue { CppValue(.primitive(type), bits: bits) }
    switch binary {
    case .multiply: return value(x &* y)
    case .add: return value(x &+ y)
    case .subtract: return value(x &- y)
    case .divide, .remainder:
      guard y != 0 else { throw obstacle(.operand, at: offset) }
      let isQuotient = binary == .divide
      guard isSigned else { return value(isQuotient ? x / y : x % y) }
      let result =
        isQuotient
        ? signedX.dividedReportingOverflow(by: signedY).partialValue
        : signedX.remainderReportingOverflow(dividingBy: signedY).partialValue
      return value(UInt64(bitPattern: result))
    case .less: return .truth(isSigned ? signedX < signedY : x < y)
    case .lessOrEqual: return .truth(isSigned ? signedX <= signedY : x <= y)
    case .greater: return .truth(isSigned ? signedX > signedY : x > y)
    case .greaterOrEqual: return .truth(isSigned ? signedX >= signedY : x >= y)
    case .equal: return .truth(x == y)
    case .notEqual: return .truth(x != y)
    case .and: return value(x & y)
    case .xor: return value(x ^ y)
    case .or: return value(x | y)
    case .shiftLeft, .shiftRight: throw obstacle(.syntax, at: offset)
    }
  }

  /// A pointer and a number, or two pointers.
  private func pointerOperation(
    _ binary: CppBinary, _ left: CppValue, _ right: CppValue, at offset: Int
  ) throws(CommandError) -> CppValue {
    let x = try number(left, at: offset)
    let y = try number(right, at: offset)
    switch binary {
    case .add:
      guard left.isPointer != right.isPointer else { throw obstacle(.typeConflict, at: offset) }
      let pointer = left.isPointer ? left : right
      let distance = try step(of: pointer, at: offset) &* (left.isPointer ? y : x)
      return CppValue(
        pointer.type, bits: (left.isPointer ? x : y) &+ distance, space: pointer.space)
    case .subtract:
      guard left.isPointer else { throw obstacle(.typeConflict, at: offset) }
      let step = try step(of: left, at: offset)
      guard right.isPointer else {
        return CppValue(left.type, bits: x &- step &* y, space: left.space)
      }
      let distance = Int64(bitPattern: x &- y)
      let type: CppType = session.pointerSize == 8 ? .int64 : .int
      return CppValue(type, bits: UInt64(bitPattern: distance / Int64(clamping: step)))
    case .less: return .truth(x < y)
    case .lessOrEqual: return .truth(x <= y)
    case .greater: return .truth(x > y)
    case .greaterOrEqual: return .truth(x >= y)
    case .equal: return .truth(x == y)
    case .notEqual: return .truth(x != y)
    case .multiply, .divide, .remainder, .shiftLeft, .shiftRight, .and, .xor, .or:
      throw obstacle(.typeConflict, at: offset)
    }
  }

  /// How far 1 moves a pointer; nothing can be added to the address of a function.
  private func step(of pointer: CppValue, at offset: Int) throws(CommandError) -> UInt64 {
    guard case .pointer(let target, _) = pointer.type.shape else { return 1 }
    if case .function = target.shape { throw obstacle(.typeConflict, at: offset) }
    return max(1, target.size)
  }

  // Stores.

  func assign(_ binary: CppBinary?, _ left: CppNode, _ right: CppNode, at offset: Int)
    throws(CommandError) -> CppValue
  {
    let place = try referent(try evaluate(left), at: left.start)
    var value = try evaluate(right)
    if let binary { value = try apply(binary, place, value, at: offset) }
    return try store(value, into: place, at: left.start)
  }

  /// Writes a value to an lvalue, which is returned.
  func store(_ value: CppValue, into place: CppValue, at offset: Int) throws(CommandError)
    -> CppValue
  {
    try store(value, in: place, at: offset)
    return place
  }

  func increment(_ node: CppNode, by step: Int64, isPostfix: Bool, at offset: Int)
    throws(CommandError) -> CppValue
  {
    let place = try referent(try evaluate(node), at: node.start)
    let old = try rvalue(place, at: node.start)
    let one = CppValue(.int, bits: 1)
    let new = try apply(step > 0 ? .add : .subtract, old, one, at: offset)
    try store(new, in: place, at: node.start)
    return isPostfix ? old : place
  }

  /// Writes a value to the lvalue that a node led to. Registers that a person names are `r`'s to set.
  private func store(_ operand: CppValue, in place: CppValue, at offset: Int) throws(CommandError) {
    switch place.place {
    case .bits, .real: throw obstacle(.notLvalue, at: offset)
    case .memory, .register: break
    }
    guard let size = storedSize(place.type) else { throw obstacle(.typeConflict, at: offset) }
    let target: CppType
    if case .bitField(let base, _, _) = place.type.shape {
      target = base
    } else {
      target = place.type
    }
    let value = try cast(operand, to: target, at: offset)
    let bits: UInt64
    switch value.place {
    case .bits(let number): bits = number
    case .real(let number):
      bits = size == 4 ? UInt64(Float(number).bitPattern) : number.bitPattern
    case .memory, .register: throw obstacle(.typeConflict, at: offset)
    }
    try store(bits: bits, size: size, in: place, at: offset)
  }

  private func storedSize(_ type: CppType) -> Int? {
    switch type.shape {
    case .primitive, .pointer, .enumeration, .bitField:
      let size = type.size
      return (1...8).contains(size) ? Int(size) : nil
    default: return nil
    }
  }

  private func store(bits: UInt64, size: Int, in place: CppValue, at offset: Int)
    throws(CommandError)
  {
    do {
      switch place.place {
      case .memory(let address):
        if case .known(let type) = place.type {
          try Struct(session.debugger, type, at: address, space: place.space).set(bits)
        } else {
          let bytes = (0..<size).map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 8)) }
          try session.debugger.write(address, bytes, space: place.space)
        }
      case .register(let name):
        guard session.debugger.scope.frame == 0 else { throw obstacle(.notLvalue, at: offset) }
        var context = try session.context
        context[name] = bits
        try session.setContext(context)
      case .bits, .real: break
      }
    } catch let error as CommandError {
      throw error
    } catch {
      throw obstacle(.memory, at: offset)
    }
  }
}

extension CppValue {
  /// Whether it is a pointer.
  var isPointer: Bool {
    if case .pointer = type.shape { return true }
    return false
  }
}
