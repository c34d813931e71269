import Engine
import Language
import Symbols

/// Values with their types, as `??` shows them.
enum TypedValueText {
  /// Prints `unsigned int64 5`, `struct _PEB * 0x...` with the fields below, `char [16] 0x...`.
  static func print(_ value: CppValue, _ session: Session) throws {
    let name = value.type.name
    switch (value.type.shape, value.place) {
    case (.record(let type, let record), .memory(let address)):
      session.print(name)
      try printContents(type, record, at: address, session)
    case (.array(let element, _), .memory(let address)):
      session.print("\(name) 0x\(session.addressText(address))")
      try printFirst(element, at: address, session)
    case (.function, .memory(let address)):
      session.print(pointer("\(name) *", to: value.type, address, session))
    case (.pointer(let target, _), .bits(let bits)):
      session.print(pointer(name, to: target, bits, session))
      try printPointee(target, at: bits, session)
    case (_, .real(let number)):
      session.print("\(name) \(FloatText.general(number))")
    case (.primitive(let primitive), .bits(let bits)):
      let text = primitive.kind == .void ? "" : " \(ValueText.brief(primitive, bits: bits))"
      session.print(name + text)
    case (.enumeration(let type, _), .bits(let bits)):
      session.print("\(name) \(ValueText.brief(type, bits: bits, session))")
    default: session.print(name)
    }
  }

  private static func pointer(
    _ name: String, to target: CppType, _ bits: UInt64, _ session: Session
  ) -> String {
    let text = "\(name) 0x\(session.addressText(bits))"
    guard case .function = target.shape, let symbol = session.debugger.symbolize(bits) else {
      return text
    }
    return "\(text)  \(symbol.qualifiedName)+\(symbol.displacement.hex())"
  }

  /// What stands below a pointer: the fields of a record, the text of a string.
  private static func printPointee(_ target: CppType, at address: UInt64, _ session: Session) throws
  {
    switch target.shape {
    case .record(let type, let record):
      try printContents(type, record, at: address, session)
    case .primitive(let primitive) where address != 0:
      guard let text = ValueText.string(primitive, at: address, session) else { return }
      session.print(" \(text)")
    default: break
    }
  }

  /// A record's fields as `dt` shows them, below what some well-known ones mean.
  private static func printContents(
    _ type: TypeRef, _ record: Record, at address: UInt64, _ session: Session
  ) throws {
    let text = ValueText.dt(type, at: address, session).dropFirst(record.name.count)
    if !text.isEmpty, !record.isAnonymous { session.print(String(text)) }
    let display = TypeDisplay(session: session, options: TypeRequest.Options(), fields: [])
    try display.show(type, at: address)
  }

  /// The first element of an array.
  private static func printFirst(_ element: CppType, at address: UInt64, _ session: Session) throws
  {
    switch element.shape {
    case .record(let type, let record): try printContents(type, record, at: address, session)
    case .primitive(let primitive):
      let size = min(8, max(1, primitive.size))
      guard let bits = session.readNumber(at: address, size: size, physical: false) else {
        return session.print("Memory read error \(session.plainAddress(address))")
      }
      session.print(ValueText.brief(primitive, bits: bits))
    default:
      guard case .known(let type) = element else { return }
      session.print(ValueText.dt(type, at: address, session))
    }
  }
}
