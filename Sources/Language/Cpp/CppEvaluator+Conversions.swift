import Engine
import Symbols

// Loading values, promotions and casts.

extension CppEvaluator {
  /// What a reference refers to; any other value as it is.
  func referent(_ value: CppValue, at offset: Int) throws(CommandError) -> CppValue {
    guard case .reference(let target, let size) = value.type.shape else { return value }
    return CppValue(
      target, .memory(try load(value, size: UInt64(size), at: offset)), space: value.space)
  }

  /// The bits of an lvalue.
  private func load(_ value: CppValue, size: UInt64, at offset: Int) throws(CommandError) -> UInt64
  {
    switch value.place {
    case .bits(let bits): return bits
    case .real(let number): return number.bitPattern
    case .register(let name):
      do {
        let context = try session.scopedFrame?.context ?? session.context
        return context[name] & CppValue.mask(size)
      } catch {
        throw CommandError(error)
      }
    case .memory(let address):
      guard (1...8).contains(size) else { throw obstacle(.typeConflict, at: offset) }
      guard let bits = readMemory(address, Int(size), value.space) else {
        throw obstacle(.memory, at: offset)
      }
      return bits
    }
  }

  /// A little-endian number in somebody's memory, nil when it cannot be read whole.
  func readMemory(_ address: UInt64, _ size: Int, _ space: AddressSpace?) -> UInt64? {
    guard let space else { return session.readNumber(at: address, size: size, physical: false) }
    guard (1...8).contains(size) else { return nil }
    var value: UInt64 = 0
    let holes = withUnsafeMutableBytes(of: &value) { buffer in
      let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[0..<size])
      return session.debugger.target.read(address, into: wanted, space: space)
    }
    return holes.isEmpty ? UInt64(littleEndian: value) : nil
  }

  /// The value itself: numbers and pointers are read, arrays and functions become pointers; a record
  /// stays where it is.
  func rvalue(_ operand: CppValue, at offset: Int) throws(CommandError) -> CppValue {
    let value = try referent(operand, at: offset)
    switch value.place {
    case .bits, .real: return value
    case .memory, .register: break
    }
    switch value.type.shape {
    case .primitive(let primitive):
      guard primitive.isNumber else { throw obstacle(.noType, at: offset) }
      let bits = try load(value, size: UInt64(primitive.size), at: offset)
      guard primitive.isFloating else { return CppValue(value.type, bits: bits) }
      return CppValue(value.type, .real(Self.real(bits, size: primitive.size)))
    case .pointer(_, let size):
      return CppValue(
        value.type, bits: try load(value, size: UInt64(size), at: offset), space: value.space)
    case .enumeration:
      return CppValue(value.type, bits: try load(value, size: value.type.size, at: offset))
    case .bitField(let base, let position, let length):
      let word = try load(value, size: base.size, at: offset)
      guard position >= 0, length > 0, position + length <= 64 else {
        throw obstacle(.typeConflict, at: offset)
      }
      let mask: UInt64 = length >= 64 ? .max : (1 << UInt64(length)) - 1
      var bits = (word >> UInt64(position)) & mask
      if base.arithmetic?.isSigned == true {
        let unused = UInt64(64 - length)
        bits = UInt64(bitPattern: Int64(bitPattern: bits << unused) >> Int64(unused))
      }
      return CppValue(base, bits: bits)
    case .array, .function: return try decayed(value, at: offset)
    case .record, .reference: return value
    case .unknown: throw obstacle(.noType, at: offset)
    }
  }

  /// As `rvalue`, an array being the pointer to its first element, a function that to itself.
  func decayed(_ operand: CppValue, at offset: Int) throws(CommandError) -> CppValue {
    let value = try referent(operand, at: offset)
    if let address = value.address {
      switch value.type.shape {
      case .array(let element, _):
        return CppValue(pointer(to: element), bits: address, space: value.space)
      case .function: return CppValue(pointer(to: value.type), bits: address)
      default: break
      }
    }
    return try rvalue(value, at: offset)
  }

  static func real(_ bits: UInt64, size: Int) -> Double {
    size == 4
      ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits)
  }

  /// A number as arithmetic takes it: what is smaller than `int` becomes `int`. Pointers stay.
  func promoted(_ operand: CppValue, at offset: Int) throws(CommandError) -> CppValue {
    let value = try rvalue(operand, at: offset)
    guard let primitive = value.type.arithmetic else { return value }
    if primitive.isFloating { return value }
    guard case .bits(let bits) = value.place else { return value }
    let integer = Self.promoted(primitive)
    let signed = primitive.isSigned ? CppValue.signed(bits, size: UInt64(primitive.size)) : nil
    return CppValue(.primitive(integer), bits: signed.map { UInt64(bitPattern: $0) } ?? bits)
  }

  private static func promoted(_ primitive: Primitive) -> Primitive {
    if primitive.size < 4 { return Primitive(.signed, size: 4) }
    return Primitive(
      primitive.isSigned ? .signed : .unsigned, size: primitive.size, isLong: primitive.isLong)
  }

  /// The type in which two promoted numbers are combined.
  static func common(_ left: Primitive, _ right: Primitive) -> Primitive {
    if left.isFloating || right.isFloating {
      let sizes = (left.isFloating ? left.size : 0, right.isFloating ? right.size : 0)
      return Primitive(.float, size: max(sizes.0, sizes.1))
    }
    let size = max(left.size, right.size)
    func isOneOfTheWide(_ property: (Primitive) -> Bool) -> Bool {
      (left.size == size && property(left)) || (right.size == size && property(right))
    }
    let isUnsigned = isOneOfTheWide { !$0.isSigned }
    let isLong = size == 4 && isOneOfTheWide(\.isLong)
    return Primitive(isUnsigned ? .unsigned : .signed, size: size, isLong: isLong)
  }

  /// A number as another arithmetic type.
  func convert(_ value: CppValue, to primitive: Primitive) -> CppValue {
    let type = CppType.primitive(primitive)
    switch value.place {
    case .real(let number):
      if primitive.isFloating {
        return CppValue(type, .real(primitive.size == 4 ? Double(Float(number)) : number))
      }
      return CppValue(type, bits: Self.integer(number, isSigned: primitive.isSigned))
    case .bits(let bits):
      let from = value.type.arithmetic
      let size = UInt64(from?.size ?? Int(clamping: value.type.size))
      if primitive.isFloating {
        let number =
          from?.isSigned == true ? Double(CppValue.signed(bits, size: size)) : Double(bits)
        return CppValue(type, .real(primitive.size == 4 ? Double(Float(number)) : number))
      }
      guard from?.isSigned == true else { return CppValue(type, bits: bits) }
      return CppValue(type, bits: UInt64(bitPattern: CppValue.signed(bits, size: size)))
    case .memory, .register: return value
    }
  }

  /// A floating-point number cut to an integer; one that does not fit is the nearest that does.
  private static func integer(_ number: Double, isSigned: Bool) -> UInt64 {
    guard number.isFinite else { return 0x8000_0000_0000_0000 }
    if !isSigned, number >= 0 { return number >= 0x1p64 ? .max : UInt64(number) }
    if number >= 0x1p63 { return UInt64(Int64.max) }
    return number < -0x1p63 ? UInt64(bitPattern: Int64.min) : UInt64(bitPattern: Int64(number))
  }

  /// `(type)value`.
  func cast(_ operand: CppValue, to type: CppType, at offset: Int) throws(CommandError) -> CppValue
  {
    switch type.shape {
    case .record, .array:
      // The same place, looked at another way; an array may also be what a pointer points to.
      let value = try referent(operand, at: offset)
      if case .array = type.shape, value.isPointer, case .bits(let address) = value.place {
        return CppValue(type, .memory(address), space: value.space)
      }
      guard case .memory = value.place else { throw obstacle(.typeConflict, at: offset) }
      return CppValue(type, value.place, space: value.space)
    case .reference(let target, _):
      guard case .memory = operand.place else { throw obstacle(.typeConflict, at: offset) }
      return CppValue(target, operand.place, space: operand.space)
    case .pointer(_, let size):
      let bits = try number(operand, at: offset)
      return CppValue(type, bits: bits & CppValue.mask(UInt64(size)), space: operand.space)
    case .enumeration:
      return CppValue(type, bits: try number(operand, at: offset))
    case .primitive(let primitive):
      if primitive.kind == .void { return CppValue(type, bits: 0) }
      guard primitive.isNumber else { throw obstacle(.typeConflict, at: offset) }
      let value = try decayed(operand, at: offset)
      if primitive.kind == .boolean {
        return CppValue(type, bits: try isTrue(value, at: offset) ? 1 : 0)
      }
      switch value.place {
      case .bits, .real:
        var converted = convert(value, to: primitive)
        converted.type = type
        return converted
      case .memory, .register: throw obstacle(.typeConflict, at: offset)
      }
    case .bitField, .function, .unknown: throw obstacle(.typeConflict, at: offset)
    }
  }

  /// A value as a number of 64 bits, as commands take it: negative ones extended by their sign.
  func number(_ operand: CppValue, at offset: Int) throws(CommandError) -> UInt64 {
    let value = try decayed(operand, at: offset)
    switch value.place {
    case .real(let number): return Self.integer(number, isSigned: true)
    case .bits(let bits):
      guard let primitive = value.type.arithmetic, primitive.isSigned else { return bits }
      return UInt64(bitPattern: CppValue.signed(bits, size: UInt64(primitive.size)))
    case .memory, .register: throw obstacle(.typeConflict, at: offset)
    }
  }
}
