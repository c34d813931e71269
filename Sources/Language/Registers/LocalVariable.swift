import Engine
import Symbols

/// A parameter or variable of a frame's function, and where it is there.
public struct LocalVariable {
  /// Where its value is.
  public enum Place: Equatable, Sendable {
    case memory(UInt64)
    case register(RegisterName)
    case constant(UInt64)
    /// The compiler keeps no copy here.
    case unavailable
  }

  public var name: String
  public var type: TypeRef
  public var isParameter: Bool
  public var place: Place
  /// How its memory is found, as `dv /V` shows it: `@rsp+0x0020`; nil outside memory.
  public var recipe: String?
}

extension Session {
  /// The locals of the frame in scope, parameters first as their function declares them; nil when
  /// the function's symbols do not have them.
  public var locals: [LocalVariable]? {
    guard let frame = try? scopedFrame else { return nil }
    return locals(of: frame)
  }

  /// The frame in scope. Unwinds no further than it has to.
  public var scopedFrame: Frame? {
    get throws {
      if debugger.scope.frame == 0 { return try debugger.frames(limit: 1).first }
      return try debugger.currentFrame()
    }
  }

  /// The locals of a frame; nil when its function's symbols do not have them.
  public func locals(of frame: Frame) -> [LocalVariable]? {
    guard let module = debugger.module(containing: frame.ip), let pdb = module.pdb,
      let procedure = module.procedure(containing: frame.lookupAddress)
    else { return nil }
    let rva = UInt32(truncatingIfNeeded: frame.lookupAddress &- module.base)
    return pdb.locals(of: procedure, at: rva).map { local in
      let (place, recipe) = place(of: local.location, frame, module)
      return LocalVariable(
        name: local.name, type: TypeRef(module: module, index: local.type),
        isParameter: local.isParameter, place: place, recipe: recipe)
    }
  }

  /// The parameters and locals that code at an address has, wherever it is running: none has a value,
  /// and `recipe` tells where each would be. Nil when the symbols do not have them.
  public func locals(at address: UInt64) -> [LocalVariable]? {
    guard let module = debugger.module(containing: address), let pdb = module.pdb,
      let procedure = module.procedure(containing: address)
    else { return nil }
    let rva = UInt32(truncatingIfNeeded: address &- module.base)
    return pdb.locals(of: procedure, at: rva).map { local in
      LocalVariable(
        name: local.name, type: TypeRef(module: module, index: local.type),
        isParameter: local.isParameter, place: .unavailable,
        recipe: recipe(local.location, module))
    }
  }

  /// Where a location is, in words.
  private func recipe(_ location: Local.Location, _ module: Module) -> String? {
    switch location {
    case .register(let register): register.name.map { "@\($0)" }
    case .registerRelative(let register, let offset): register.name.map { recipe($0, offset) }
    case .framePointerRelative(let offset): recipe("rsp", offset)
    case .image(let rva): addressText(module.base &+ UInt64(rva))
    case .constant(let value): "constant 0x\(value.bits.hex())"
    case .pieces(let pieces): pieces.first.flatMap { recipe($0.location, module) }
    case .unavailable: nil
    }
  }

  /// The innermost local of a name in the frame in scope.
  func local(named name: String) -> LocalVariable? {
    locals?.last { $0.name == name }
  }

  private func place(of location: Local.Location, _ frame: Frame, _ module: Module) -> (
    LocalVariable.Place, String?
  ) {
    switch location {
    case .register(let register):
      guard let name = register.name.flatMap({ RegisterName.find($0) }) else {
        return (.unavailable, nil)
      }
      return (isKnown(name, in: frame) ? .register(name) : .unavailable, nil)
    case .registerRelative(let register, let offset):
      guard let name = register.name, let found = RegisterName.find(name) else {
        return (.unavailable, nil)
      }
      guard isKnown(found, in: frame) else { return (.unavailable, nil) }
      let base = name == "rsp" ? frame.sp : frame.context[found]
      return (.memory(base &+ UInt64(bitPattern: Int64(offset))), recipe(name, offset))
    case .framePointerRelative(let offset):
      let address = frame.framePointer &+ UInt64(bitPattern: Int64(offset))
      return (.memory(address), recipe("rsp", offset))
    case .image(let rva): return (.memory(module.base &+ UInt64(rva)), nil)
    case .constant(let value): return (.constant(value.bits), nil)
    case .pieces(let pieces):
      guard let first = pieces.first, first.offset == 0 else { return (.unavailable, nil) }
      return place(of: first.location, frame, module)
    case .unavailable: return (.unavailable, nil)
    }
  }

  /// Whether a frame has a register's value: outer frames do not have those that calls may change.
  private func isKnown(_ name: RegisterName, in frame: Frame) -> Bool {
    guard case .register(let register) = name.storage else { return true }
    return frame.context.isKnown(register)
  }

  private func recipe(_ register: String, _ offset: Int32) -> String {
    let digits = UInt64(offset.magnitude).hex(4)
    return "@\(register)\(offset < 0 ? "-" : "+")0x\(digits)"
  }
}
