import Symbols

/// A typed place in the target's memory. Reading happens when a value is asked for.
///
///     let process = try debugger.structure("nt!_EPROCESS", at: address)
///     let id = try process["UniqueProcessId"].uint
///     let name = try process["ImageFileName"].text
///     for thread in try process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry") { ... }
public struct Struct {
  public let debugger: Debugger
  public let type: TypeRef
  public let address: UInt64
  /// Whose memory it is; nil follows the debugger's scope.
  public var space: AddressSpace?
  /// Whether the address is physical; what is found through pointers is virtual.
  public var isPhysical = false

  /// The value of `type` at `address`.
  public init(_ debugger: Debugger, _ type: TypeRef, at address: UInt64, space: AddressSpace? = nil)
  {
    self.debugger = debugger
    self.type = type
    self.address = address
    self.space = space
  }

  /// The field or element at a path: `Tcb.State`, `Lists[2]`. Reads nothing.
  public subscript(path: String) -> Struct {
    get throws(LookupError) {
      let place = try type.place(of: path)
      return moved(to: address &+ place.offset, as: place.type)
    }
  }

  /// An array's element, or the value that many sizes away. Reads nothing.
  public subscript(index: Int) -> Struct {
    let element = type.isPointer ? type : type.element ?? type
    let distance = UInt64(bitPattern: Int64(index)) &* element.size
    return moved(to: address &+ distance, as: element)
  }

  /// A value in the same memory.
  private func moved(to place: UInt64, as type: TypeRef) -> Struct {
    var value = Struct(debugger, type, at: place, space: space)
    value.isPhysical = isPhysical
    return value
  }

  /// Whether the record has a field of this path; layouts differ between versions.
  public func has(_ path: String) -> Bool { (try? type.place(of: path)) != nil }

  /// The same place seen as another type.
  public func cast(to type: String) throws(LookupError) -> Struct {
    Struct(debugger, try debugger.type(type), at: address, space: space)
  }

  /// The record that holds this place as its field `path` (CONTAINING_RECORD).
  public func container(_ type: String, _ path: String) throws(LookupError) -> Struct {
    let record = try debugger.type(type)
    return Struct(debugger, record, at: address &- (try record.offset(of: path)), space: space)
  }

  /// The number here, zero-extended; of a bit field its bits only.
  public var uint: UInt64 {
    get throws {
      let facts = type.facts
      let word = try load(Int(clamping: facts.size))
      guard let bits = facts.bits else { return word }
      return (word >> bits.position) & bits.mask
    }
  }

  /// The number here, sign-extended from its width.
  public var int: Int64 {
    get throws {
      let facts = type.facts
      let width = facts.bits?.length ?? min(8, facts.size) * 8
      let value = try uint
      guard width > 0, width < 64 else { return Int64(bitPattern: value) }
      return Int64(bitPattern: value << (64 - width)) >> Int64(64 - width)
    }
  }

  /// Whether the number here is not 0.
  public var bool: Bool { get throws { try uint != 0 } }

  /// The pointer here, of the target's size whatever the type says.
  public var pointer: UInt64 { get throws { try load(debugger.target.pointerSize) } }

  /// What the pointer here points to, with the pointer's target type; the address may be 0.
  public var pointee: Struct {
    get throws {
      guard type.isPointer, let target = type.element else {
        throw LookupError.notAggregate(type: type.name)
      }
      return Struct(debugger, target, at: try pointer, space: space)
    }
  }

  /// All the bytes of the value.
  public var bytes: [UInt8] { get throws { try read(Int(clamping: min(type.size, 1 << 24))) } }

  /// The characters of an array up to its first zero (`ImageFileName`).
  public var text: String {
    get throws { String(decoding: try bytes.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// The text of the `_UNICODE_STRING` here; empty when its buffer is 0.
  public var unicodeString: String {
    get throws {
      let memory = MemoryView(target: debugger.target, space: space ?? debugger.addressSpace)
      return memory.unicodeString(try read(16), 0)
    }
  }

  /// Stores a number: the bits of a bit field, or as many bytes as the type has.
  public func set(_ value: UInt64) throws {
    let facts = type.facts
    let size = Int(clamping: max(1, min(8, facts.size)))
    var word = value
    if let bits = facts.bits {
      let kept = try load(size) & ~(bits.mask << bits.position)
      word = kept | (value & bits.mask) << bits.position
    }
    let memory = space ?? debugger.addressSpace
    try debugger.target.write(address, littleEndianBytes(word, size), space: memory)
    debugger.stateChanged()
  }

  private func load(_ size: Int) throws(MemoryError) -> UInt64 {
    if isPhysical { return littleEndian(try readPhysical(max(1, min(8, size))), 0, 8) }
    var value: UInt64 = 0
    let memory = space ?? debugger.addressSpace
    let holes = withUnsafeMutableBytes(of: &value) { buffer in
      let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[0..<max(1, min(8, size))])
      return debugger.target.read(address, into: wanted, space: memory)
    }
    if let hole = holes.first { throw MemoryError(address: address &+ UInt64(hole.lowerBound)) }
    return UInt64(littleEndian: value)
  }

  private func readPhysical(_ count: Int) throws(MemoryError) -> [UInt8] {
    guard let memory = try? debugger.readPhysical(address, count), memory.isComplete else {
      throw MemoryError(address: address, isPhysical: true)
    }
    return memory.bytes
  }

  /// So many bytes from here on, however large the type is.
  public func read(_ count: Int) throws(MemoryError) -> [UInt8] {
    if isPhysical { return try readPhysical(count) }
    var bytes = [UInt8](repeating: 0, count: count)
    let memory = space ?? debugger.addressSpace
    let holes = bytes.withUnsafeMutableBytes {
      debugger.target.read(address, into: $0, space: memory)
    }
    if let hole = holes.first { throw MemoryError(address: address &+ UInt64(hole.lowerBound)) }
    return bytes
  }
}
