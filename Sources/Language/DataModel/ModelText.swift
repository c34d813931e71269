import Engine
import Symbols

/// Values of the data model in words.
struct ModelText {
  let evaluator: ModelEvaluator
  var format = ModelFormat()

  private var session: Session { evaluator.session }

  /// What stands behind the colon; nil for what only has members.
  func text(of value: ModelValue) throws -> String? {
    switch value {
    case .nothing: return nil
    case .native(let native): return try text(native)
    case .number(let number): return try scalar(number)
    case .string(let text): return text
    case .list(let list): return list.text
    case .object(let object): return try object.text()
    case .function: return nil
    case .failure(let why): return why
    }
  }

  /// What stands behind a value's text: its type, when it is the target's and can be read.
  func type(of value: ModelValue) -> String? {
    guard case .native(let native) = value else { return nil }
    return native.type.plainName
  }

  private func text(_ value: CppValue) throws -> String? {
    switch value.type.shape {
    case .record: return try recordText(value)
    case .array(let element, let count):
      guard let address = value.address else { return nil }
      return string(element, at: address, value.space, limit: count).map { quoted($0) }
    case .function:
      return session.debugger.symbolize(value.address ?? 0).map {
        "\($0.qualifiedName)+0x\($0.displacement.hex())"
      }
    case .primitive(let primitive) where primitive.kind == .void && value.address != nil:
      let address = value.address ?? 0
      throw CommandError.message(
        "No type (or void) for object at Address 0x\(address.hex())")
    default: return try scalar(value)
    }
  }

  /// A number, pointer, truth value or enumerator.
  private func scalar(_ operand: CppValue) throws -> String? {
    let value = try evaluator.read(operand)
    if case .real(let number) = value.place { return real(number) }
    guard case .bits(let bits) = value.place else { return nil }
    switch value.type.shape {
    case .pointer(let target, _): return pointer(to: target, bits, value.space)
    case .enumeration(let type, let enumeration):
      return enumerator(bits, type, enumeration)
    case .primitive(let primitive):
      switch primitive.kind {
      case .void, .none: return nil
      case .boolean: return bits == 0 ? "false" : "true"
      default: break
      }
      let size = UInt64(primitive.size)
      let signed = primitive.isSigned ? CppValue.signed(bits, size: size) : nil
      if format.isCharacter { return "'\(character(bits))'" }
      let number = format.number(bits, signed: signed)
      let isCharacter =
        primitive.kind == .character || primitive.kind == .wideCharacter
        || primitive.kind == .signed && size == 1
      return isCharacter ? "\(number) '\(character(bits))'" : number
    default: return format.number(bits, signed: nil)
    }
  }

  private func real(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
  }

  private func character(_ bits: UInt64) -> String {
    (0x20...0x7E).contains(bits) ? String(UnicodeScalar(UInt8(bits))) : ""
  }

  private func enumerator(_ bits: UInt64, _ type: TypeRef, _ enumeration: Enumeration) -> String {
    let size = type.size
    let mask = CppValue.mask(size)
    let values = type.module.pdb?.values(of: enumeration) ?? []
    let name = values.first { $0.value.bits & mask == bits & mask }?.name
    let number = format.number(bits, signed: CppValue.signed(bits, size: size))
    guard let name else { return number }
    return format.isNameOnly ? name : "\(name) (\(number))"
  }

  // Pointers.

  private func pointer(to target: CppType, _ bits: UInt64, _ space: AddressSpace?) -> String {
    let address =
      format.radix == nil ? "0x\(bits.hex())" : format.number(bits, signed: nil)
    guard bits != 0 else { return address }
    if target.record != nil {
      let record = CppValue(target, .memory(bits), space: space)
      guard let text = (try? recordText(record)) ?? nil else { return address }
      return format.hasNoAddress ? text : "\(address) : \(text)"
    }
    switch target.shape {
    case .function:
      guard let symbol = session.debugger.symbolize(bits) else { return address }
      return "\(address) : \(symbol.qualifiedName)+0x\(symbol.displacement.hex())"
    case .primitive(let primitive) where primitive.kind != .void:
      if let text = string(target, at: bits, space, limit: 0x1000) {
        let isPlain = format.strings == .standard && !format.hasNoAddress
        return isPlain ? "\(address) : \(quoted(text))" : quoted(text)
      }
      guard let value = try? scalar(CppValue(target, .memory(bits), space: space)) else {
        return address
      }
      return "\(address) : \(value)"
    case .pointer, .enumeration:
      guard let value = try? scalar(CppValue(target, .memory(bits), space: space)) else {
        return address
      }
      return "\(address) : \(value)"
    default: return address
    }
  }

  private func quoted(_ text: String) -> String {
    format.strings == .bare ? text : "\"\(text)\""
  }

  /// The characters at an address up to a zero; nil when the type is no character or nothing can be
  /// read.
  private func string(
    _ element: CppType, at address: UInt64, _ space: AddressSpace?, limit: UInt64
  ) -> String? {
    guard case .primitive(let primitive) = element.shape else { return nil }
    let most = Int(min(limit, 0x1000))
    var width = primitive.kind == .wideCharacter ? 2 : 1
    if let size = format.characterSize, primitive.size == size { width = size }
    guard width > 1 || isCharacter(primitive, isArray: limit < 0x1000) else { return nil }
    var units: [UInt32] = []
    while units.count < most {
      let place = address &+ UInt64(units.count * width)
      guard let unit = evaluator.cpp.readMemory(place, width, space) else {
        return units.isEmpty ? nil : characters(units, width)
      }
      if unit == 0 { break }
      units.append(UInt32(truncatingIfNeeded: unit))
    }
    return characters(units, width)
  }

  private func characters(_ units: [UInt32], _ width: Int) -> String {
    guard width == 4 else {
      let units = units.map { UInt16(truncatingIfNeeded: $0) }
      return printable(String(decoding: units, as: UTF16.self))
    }
    return printable(String(decoding: units, as: UTF32.self))
  }

  /// Whether bytes of a type are text: `unsigned char` is in arrays only, and where a specifier says so.
  private func isCharacter(_ primitive: Primitive, isArray: Bool) -> Bool {
    guard primitive.size == 1 else { return false }
    switch primitive.kind {
    case .character, .signed: return true
    case .unsigned: return isArray || format.strings != .standard
    default: return false
    }
  }

  private func printable(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.asciiValue ?? 0) < 0x20 ? "." : $0 })
  }

  // Records that are more than their fields.

  private func recordText(_ record: CppValue) throws -> String? {
    guard !format.isRaw, !format.isRawView else { return nil }
    if let text = try session.natvisView(of: record, format)?.text(format) { return text }
    return builtInText(record)
  }

  /// What the debugger itself makes of a record; nil for its fields only.
  func builtInText(_ record: CppValue) -> String? {
    guard !format.isRaw, !format.isRawView,
      case .record(let type, let definition) = record.type.shape, let address = record.address
    else { return nil }
    let value = Struct(session.debugger, type, at: address, space: record.space)
    switch definition.name {
    case "_UNICODE_STRING": return (try? value.unicodeString).map { quoted(printable($0)) }
    case "_STRING":
      guard let length = try? value["Length"].uint, let buffer = try? value["Buffer"].pointer
      else { return nil }
      return string(.char, at: buffer, record.space, limit: length).map { quoted($0) }
    case "_LARGE_INTEGER": return (try? value["QuadPart"].int).map { "{\($0)}" }
    case "_ULARGE_INTEGER": return (try? value["QuadPart"].uint).map { "{\($0)}" }
    case "_GUID": return guid(address, record.space)
    default: return nil
    }
  }

  /// `{487E9220-E000-FFFF-30F1-D24900E0FFFF}`.
  private func guid(_ address: UInt64, _ space: AddressSpace?) -> String? {
    let parts: [(offset: UInt64, size: Int)] = [(0, 4), (4, 2), (6, 2)]
    var text: [String] = []
    for part in parts {
      guard let number = evaluator.cpp.readMemory(address &+ part.offset, part.size, space) else {
        return nil
      }
      text.append(number.hex(part.size * 2))
    }
    guard let bytes = evaluator.cpp.readMemory(address &+ 8, 8, space) else { return nil }
    let digits = bytes.byteSwapped.hex(16)
    text += [String(digits.prefix(4)), String(digits.dropFirst(4))]
    return "{\(text.joined(separator: "-").uppercased())}"
  }
}
