import Engine
import X86

// Names and addresses, for expressions and displays.

extension Session {
  public var bindingEpoch: Int { localEpoch &+ Int(truncatingIfNeeded: debugger.moduleGeneration) }

  public var scopeEpoch: Int { Int(truncatingIfNeeded: debugger.generation) }

  public func bind(symbol name: String) -> SymbolBinding {
    if !name.contains("!"), local(named: name) != nil { return .scoped }
    let found = debugger.resolve(name)
    guard let first = found.first else { return .unknown }
    let candidates = found.filter { $0.name == first.name && $0.kind == first.kind }
    if first.kind != .constant, Set(candidates.map(\.address)).count > 1 {
      return .ambiguous(
        candidates.map { "\(addressText($0.address)) \($0.qualifiedName)" })
    }
    return first.module.isUser && debugger.target.kind == .kernel
      ? .processValue(first.address) : .value(first.address)
  }

  public func address(ofLocal name: String) -> UInt64? {
    guard let local = local(named: name) else { return nil }
    switch local.place {
    case .memory(let address): return address
    case .register(let name): return (try? context)?[name]
    case .constant(let value): return value
    case .unavailable: return nil
    }
  }

  public func address(ofLine line: Int?, file: String, module: String?) -> UInt64? {
    var file = file
    if file.isEmpty {
      guard let ip = try? context.ip, let here = debugger.sourceLine(at: ip) else { return nil }
      file = here.file
    }
    let found = debugger.addresses(file: file, line: line ?? 1, module: module)
    return line == nil ? found.min() : found.first
  }

  public func isSuccess(_ value: UInt64, ofFunctionAt address: UInt64, flag: UInt64) -> Bool {
    guard let module = debugger.module(containing: address),
      let procedure = module.procedure(containing: address), let index = procedure.type,
      case .procedure(let type) = TypeRef(module: module, index: index).definition
    else { return (value == 0) == (flag != 0) }
    switch TypeRef(module: module, index: type.returnType).unqualified.definition {
    case .pointer: return value != 0
    case .primitive(let primitive):
      switch primitive.kind {
      case .boolean: return value != 0
      // HRESULT and NTSTATUS are `long` in a symbol file, BOOL is `int`.
      case .hresult: return Int32(truncatingIfNeeded: value) >= 0
      case .signed where primitive.size == 4 && primitive.isLong:
        return Int32(truncatingIfNeeded: value) >= 0
      case .signed where primitive.size == 4: return UInt32(truncatingIfNeeded: value) != 0
      default: break
      }
    default: break
    }
    return (value == 0) == (flag != 0)
  }

  public func entryPoint(ofImageAt base: UInt64) -> UInt64? {
    // IMAGE_DOS_HEADER.e_lfanew leads to the PE signature; AddressOfEntryPoint stands 28h behind it.
    guard let header = readNumber(at: base &+ 0x3C, size: 4, physical: false),
      readNumber(at: base &+ header, size: 4, physical: false) == 0x4550,
      let entry = readNumber(at: base &+ header &+ 0x28, size: 4, physical: false)
    else { return nil }
    return base &+ entry
  }

  /// `module!symbol+0x12` for an address in a module, nil anywhere else.
  public func symbolText(_ address: UInt64) -> String? {
    guard let symbol = debugger.symbolize(address) else { return nil }
    guard symbol.displacement > 0 else { return symbol.qualifiedName }
    return "\(symbol.qualifiedName)+0x\(symbol.displacement.hex())"
  }

  /// `file @ line` of an address, nil when its line is not known.
  public func sourceText(_ address: UInt64) -> String? {
    debugger.sourceLine(at: address).map { "\($0.file) @ \($0.line)" }
  }

  /// Reads memory; what cannot be read is a hole.
  public func readMemory(_ address: UInt64, _ count: Int, physical: Bool) throws -> MemoryRead {
    physical ? try debugger.readPhysical(address, count) : debugger.read(address, count)
  }

  /// Names addresses for the text of instructions.
  public var symbolProvider: any SymbolProvider { DebuggerSymbols(debugger: debugger) }
}

/// A debugger's symbols as the instruction formatter asks for them.
private struct DebuggerSymbols: SymbolProvider {
  let debugger: Debugger

  func symbol(at address: UInt64) -> (name: String, displacement: UInt64)? {
    debugger.symbolize(address).map { ($0.qualifiedName, $0.displacement) }
  }
}
