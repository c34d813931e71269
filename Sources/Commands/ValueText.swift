import Engine
import Language
import Symbols

/// Values in words, as `dt` and `dv` show them.
enum ValueText {
  /// What follows the colon of a `dt` line for the value of a type at an address.
  static func dt(_ type: TypeRef, at address: UInt64, _ session: Session) -> String {
    dt(Struct(session.debugger, type, at: address), session)
  }

  /// What follows the colon of a `dt` line for a value in memory.
  static func dt(_ value: Struct, _ session: Session) -> String {
    let type = value.type
    switch type.unqualified.definition {
    case .record(let record): return self.record(record, value, session)
    case .array(let array):
      return "[\(array.count)] " + self.array(array, value, session)
    case .bitField(_, _, let length):
      guard let bits = try? value.uint else { return "??" }
      let digits = String(bits, radix: 2).leftPadded(length, with: "0")
      // From five bits on the number follows in hexadecimal.
      return length < 5 ? "0y\(digits)" : "0y\(digits) (\(bits == 0 ? "0" : bits.prefixed))"
    default:
      guard let bits = try? value.uint else { return "???? " }
      return scalar(type, bits, session)
    }
  }

  /// A number, character, pointer or enumerator as `dt` shows it.
  static func scalar(_ type: TypeRef, _ bits: UInt64, _ session: Session) -> String {
    switch type.unqualified.definition {
    case .primitive(let primitive): return number(primitive, bits)
    case .pointer(let pointer): return self.pointer(type.sibling(pointer.target), bits, session)
    case .enumeration(let enumeration):
      let size = Int(clamping: type.size)
      let value = signed(bits, size)
      guard let name = name(of: bits, size: size, enumeration, type) else {
        return "\(value) (No matching name)"
      }
      return "\(value) ( \(name) )"
    default: return bits.prefixed
    }
  }

  /// The name of an enumeration's value.
  static func name(of bits: UInt64, size: Int, _ enumeration: Enumeration, _ type: TypeRef)
    -> String?
  {
    let mask: UInt64 = size >= 8 ? .max : (1 << UInt64(size * 8)) - 1
    let values = type.module.pdb?.values(of: enumeration) ?? []
    return values.first { $0.value.bits & mask == bits & mask }?.name
  }

  static func signed(_ bits: UInt64, _ size: Int) -> Int64 {
    guard size > 0, size < 8 else { return Int64(bitPattern: bits) }
    let shift = UInt64(64 - size * 8)
    return Int64(bitPattern: bits << shift) >> Int64(shift)
  }

  private static func number(_ primitive: Primitive, _ bits: UInt64) -> String {
    let size = primitive.size
    switch primitive.kind {
    case .signed where size == 1, .character:
      return "\(signed(bits, 1)) '\(character(bits))'"
    case .unsigned where size == 1:
      return "\(bits == 0 ? "0" : bits.prefixed) '\(character(bits))'"
    case .signed: return "0n\(signed(bits, size))"
    case .boolean: return bits == 0 ? "0" : "\(bits)"
    case .float where size == 4:
      return FloatText.general(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case .float: return FloatText.general(Double(bitPattern: bits))
    case .hresult: return "0x\(UInt32(truncatingIfNeeded: bits).hex(8))"
    default: return unsigned(bits)
    }
  }

  /// Hexadecimal, but a single digit up to 9 stands alone.
  private static func unsigned(_ bits: UInt64) -> String {
    bits < 10 ? String(bits) : bits.prefixed
  }

  private static func character(_ bits: UInt64) -> String {
    let byte = UInt8(truncatingIfNeeded: bits)
    return (0x20...0x7E).contains(byte) ? String(UnicodeScalar(byte)) : ""
  }

  private static func pointer(_ target: TypeRef, _ bits: UInt64, _ session: Session) -> String {
    guard bits != 0 else { return "(null) " }
    let text = "0x\(session.addressText(bits))"
    switch target.unqualified.definition {
    case .procedure(let procedure):
      let result = TypeText.c(target.sibling(procedure.returnType))
      guard let symbol = session.debugger.symbolize(bits) else { return "\(text)     \(result)  " }
      return "\(text)     \(result)  \(symbol.qualifiedName)+\(symbol.displacement.hex())"
    case .primitive(let primitive):
      guard let string = string(primitive, at: bits, session) else {
        return "\(text) \(TypeText.dt(target))"
      }
      return "\(text)  \(string)"
    default:
      return "\(text) \(TypeText.dt(target))"
    }
  }

  /// The text that a pointer to characters points to, in quotes; nil for any other type.
  static func string(_ primitive: Primitive, at address: UInt64, _ session: Session) -> String? {
    if primitive.size == 1, primitive.kind != .boolean {
      guard let string = try? session.debugger.readCString(address, limit: 256) else {
        return "\"--- memory read error at address 0x\(session.addressText(address)) ---\""
      }
      return "\"\(printable(string))\""
    }
    guard primitive.kind == .wideCharacter else { return nil }
    return "\"\(MemoryDisplay.text(session.debugger.read(address, 512), unit: 2).text)\""
  }

  private static func printable(_ bytes: [UInt8]) -> String {
    String(bytes.map { (0x20...0x7E).contains($0) ? Character(UnicodeScalar($0)) : "." })
  }

  /// A record's name, and for some well-known ones what is in it.
  private static func record(_ record: Record, _ value: Struct, _ session: Session) -> String {
    let name = TypeText.recordName(record)
    switch record.name {
    case "_LIST_ENTRY":
      guard let forward = try? value["Flink"].pointer, let back = try? value["Blink"].pointer
      else { return name }
      return "\(name) [ 0x\(session.addressText(forward)) - 0x\(session.addressText(back)) ]"
    case "_UNICODE_STRING":
      guard let text = try? value.unicodeString else { return name }
      return "\(name) \"\(text)\""
    case "_STRING":
      guard let length = try? value["Length"].uint, let buffer = try? value["Buffer"].pointer,
        let bytes = try? session.debugger.readAll(buffer, Int(min(length, 256)))
      else { return name }
      return "\(name) \"\(printable(bytes))\""
    case "_LARGE_INTEGER", "_ULARGE_INTEGER":
      guard let bits = try? value["QuadPart"].uint else { return name }
      return "\(name) \(bits == 0 ? "0x0" : bits.prefixed)"
    case "_GUID":
      guard let bytes = try? value.bytes, bytes.count == 16 else { return name }
      return "\(name) {\(guid(bytes))}"
    default: return name
    }
  }

  private static func guid(_ bytes: [UInt8]) -> String {
    func digits(_ indexes: [Int]) -> String { indexes.map { bytes[$0].hex(2) }.joined() }
    return [
      digits([3, 2, 1, 0]), digits([5, 4]), digits([7, 6]), digits([8, 9]),
      digits([10, 11, 12, 13, 14, 15]),
    ].joined(separator: "-")
  }

  /// What stands behind an array's bound: its text, its first element, or its element's type.
  private static func array(_ array: ArrayType, _ value: Struct, _ session: Session) -> String {
    var first = value[0]
    first.isPhysical = value.isPhysical
    return elements(of: first, count: array.count, session)
  }

  /// The same of so many values of a type, of which the first is given.
  static func elements(of first: Struct, count: UInt64, _ session: Session) -> String {
    switch first.type.unqualified.definition {
    case .primitive(let primitive) where primitive.size == 1 && primitive.kind != .boolean:
      guard let bytes = try? first.read(Int(min(count, 256))) else { return " \"??\"" }
      return " \"\(printable(Array(bytes.prefix { $0 != 0 })))\""
    case .primitive(let primitive) where primitive.kind == .wideCharacter:
      guard let bytes = try? first.read(Int(min(count, 256)) * 2) else { return " \"??\"" }
      let memory = MemoryRead(address: first.address, bytes: bytes)
      return " \"\(MemoryDisplay.text(memory, unit: 2).text)\""
    case .record(let record): return TypeText.recordName(record)
    default: return dt(first, session)
    }
  }
}

extension ValueText {
  /// The value of a type at an address as `dv` and `x` show it.
  static func brief(_ type: TypeRef, at address: UInt64, _ session: Session) -> String {
    switch type.unqualified.definition {
    case .record(let record): return "\(TypeText.keyword(record.kind)) \(record.name)"
    case .array(let array):
      let element = type.sibling(array.element)
      guard case .primitive(let primitive) = element.unqualified.definition, primitive.size == 1,
        let bytes = try? session.debugger.readAll(address, Int(min(array.count, 256)))
      else { return TypeText.c(type) }
      return "\(TypeText.c(type)) \"\(printable(Array(bytes.prefix { $0 != 0 })))\""
    default:
      guard let bits = try? Struct(session.debugger, type, at: address).uint else {
        return "<memory read error>"
      }
      return brief(type, bits: bits, session)
    }
  }

  /// The same of a value that is at hand, as in a register.
  static func brief(_ type: TypeRef, bits: UInt64, _ session: Session) -> String {
    let size = Int(clamping: type.size)
    switch type.unqualified.definition {
    case .pointer: return "0x\(session.addressText(bits))"
    case .enumeration(let enumeration):
      let value = signed(bits, size)
      let name = name(of: bits, size: size, enumeration, type) ?? "<invalid>"
      return "\(name) (0n\(value))"
    case .primitive(let primitive):
      return brief(primitive, bits: bits)
    default: return unsigned(bits)
    }
  }

  /// The same of a value of a built-in type.
  static func brief(_ primitive: Primitive, bits: UInt64) -> String {
    let size = primitive.size
    switch primitive.kind {
    case .boolean: return bits & 0xFF == 0 ? "false" : "true"
    case .character where size == 1, .signed where size == 1:
      return "0n\(signed(bits, 1)) '\(character(bits))'"
    case .unsigned where size == 1:
      return "0x\((bits & 0xFF).hex(2)) '\(character(bits))'"
    default: return number(primitive, size < 8 ? bits & ((1 << UInt64(size * 8)) - 1) : bits)
    }
  }
}
