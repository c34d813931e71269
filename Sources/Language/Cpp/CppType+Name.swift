import Engine
import Symbols

// Types in words, as the C++ evaluator, `dv /t` and `x /t` spell them.

extension CppType {
  /// `unsigned long`, `struct _IRP *`, `char [16]`, `int (*) [3]`.
  public var name: String { Self.name(of: self, depth: 0) }

  /// The name as `dx` has it, where records and enumerations go without their keyword.
  public var plainName: String { Self.name(of: self, depth: 0, isPlain: true) }

  /// Types nested deeper than this are cut off.
  private static let deepest = 16

  private static func name(of type: CppType, depth: Int, isPlain: Bool = false) -> String {
    guard depth < deepest else { return "..." }
    func inner(_ type: CppType) -> String { name(of: type, depth: depth + 1, isPlain: isPlain) }
    switch type.shape {
    case .primitive(let primitive): return name(of: primitive, isPlain: isPlain)
    case .pointer(let target, _):
      if isPlain, case .function(let type, let procedure) = target.shape {
        return function(type, procedure, "(__cdecl*)", inner)
      }
      return pointer("*", to: target, inner)
    case .reference(let target, _): return pointer("&", to: target, inner)
    case .array:
      let (element, bounds) = dimensions(of: type)
      return "\(inner(element)) \(bounds)"
    case .record(_, let record):
      let name = record.isAnonymous ? "<unnamed-tag>" : record.name
      return isPlain ? name : "\(keyword(record.kind)) \(record.name)"
    case .enumeration(_, let enumeration):
      return isPlain ? enumeration.name : "enum \(enumeration.name)"
    case .bitField(let base, _, let length):
      return isPlain ? inner(base) : "\(inner(base)) : \(length)"
    case .function(let type, let procedure):
      return isPlain ? function(type, procedure, "__cdecl", inner) : "<function>"
    case .unknown: return "<unknown>"
    }
  }

  /// `long (__cdecl*)(void *,unsigned long)`.
  private static func function(
    _ type: TypeRef, _ procedure: ProcedureType, _ mark: String, _ inner: (CppType) -> String
  ) -> String {
    var parameters = procedure.parameters.map { inner(.known(type.sibling($0))) }
    if procedure.isVariadic { parameters.append("...") }
    let result = inner(.known(type.sibling(procedure.returnType)))
    return "\(result) \(mark)(\(parameters.joined(separator: ",")))"
  }

  /// A pointer's name; the star of a pointer to a pointer stands at the first one's.
  private static func pointer(_ mark: String, to target: CppType, _ inner: (CppType) -> String)
    -> String
  {
    if case .array = target.shape {
      let (element, bounds) = dimensions(of: target)
      return "\(inner(element)) (\(mark)) \(bounds)"
    }
    let name = inner(target)
    return name.hasSuffix("*") ? name + mark : "\(name) \(mark)"
  }

  /// The element of an array of any number of dimensions, and these as written.
  private static func dimensions(of type: CppType) -> (CppType, String) {
    var element = type
    var bounds = ""
    for _ in 0..<deepest {
      guard case .array(let next, let count) = element.shape else { break }
      bounds += "[\(count)]"
      element = next
    }
    return (element, bounds)
  }

  /// `struct`, `class`, `union` or `interface`.
  public static func keyword(_ kind: Record.Kind) -> String {
    switch kind {
    case .structure: "struct"
    case .class: "class"
    case .union: "union"
    case .interface: "interface"
    }
  }

  private static func name(of primitive: Primitive, isPlain: Bool) -> String {
    let int64 = isPlain ? "__int64" : "int64"
    switch (primitive.kind, primitive.size) {
    case (.void, _), (.none, _): return "void"
    case (.hresult, _): return "HRESULT"
    case (.boolean, 1): return "bool"
    case (.boolean, let size): return "bool\(size * 8)"
    case (.character, _), (.signed, 1): return "char"
    case (.unsigned, 1): return "unsigned char"
    case (.wideCharacter, _): return "wchar_t"
    case (.unicode, let size): return "char\(size * 8)_t"
    case (.signed, 2): return "short"
    case (.unsigned, 2): return "unsigned short"
    case (.signed, 4): return primitive.isLong ? "long" : "int"
    case (.unsigned, 4): return primitive.isLong ? "unsigned long" : "unsigned int"
    case (.signed, 8): return int64
    case (.unsigned, 8): return "unsigned \(int64)"
    case (.signed, let size): return "int\(size * 8)"
    case (.unsigned, let size): return "unsigned int\(size * 8)"
    case (.float, 4): return "float"
    case (.float, let size): return size == 8 ? "double" : "float\(size * 8)"
    case (.complex, _): return "complex"
    }
  }
}

/// The types that need no symbols: the usual names of Windows' headers.
enum CppBuiltInType {
  /// The type of one of Windows' basic names, such as `ULONG`; pointers have the target's size.
  static func named(_ name: String, pointerSize: Int) -> CppType? {
    if let primitive = basic[name] { return .primitive(primitive) }
    if let isSigned = pointerSized[name] {
      return .primitive(Primitive(isSigned ? .signed : .unsigned, size: pointerSize))
    }
    let targets: [String: CppType] = [
      "HANDLE": .void, "LPVOID": .void, "PSTR": .char, "PWSTR": .wideChar,
    ]
    if let target = targets[name] { return .pointer(to: target, size: pointerSize) }
    guard name.hasPrefix("P"), let target = basic[String(name.dropFirst())] else { return nil }
    return .pointer(to: .primitive(target), size: pointerSize)
  }

  private static let pointerSized: [String: Bool] = [
    "SIZE_T": false, "SSIZE_T": true, "ULONG_PTR": false, "LONG_PTR": true, "UINT_PTR": false,
    "INT_PTR": true, "DWORD_PTR": false, "size_t": false, "ptrdiff_t": true, "KAFFINITY": false,
  ]

  private static let basic: [String: Primitive] = {
    var table: [String: Primitive] = ["VOID": Primitive(.void, size: 0)]
    func row(_ kind: Primitive.Kind, _ size: Int, _ names: String, isLong: Bool = false) {
      for name in names.split(separator: " ") {
        table[String(name)] = Primitive(kind, size: size, isLong: isLong)
      }
    }
    row(.character, 1, "CHAR CCHAR")
    row(.signed, 1, "INT8")
    row(.unsigned, 1, "UCHAR BYTE BOOLEAN UINT8")
    row(.wideCharacter, 2, "WCHAR")
    row(.signed, 2, "SHORT INT16")
    row(.unsigned, 2, "USHORT WORD UINT16")
    row(.signed, 4, "INT INT32 LONG32 BOOL")
    row(.unsigned, 4, "UINT UINT32 ULONG32")
    row(.signed, 4, "LONG NTSTATUS HRESULT", isLong: true)
    row(.unsigned, 4, "ULONG DWORD", isLong: true)
    row(.signed, 8, "LONG64 LONGLONG INT64")
    row(.unsigned, 8, "ULONG64 ULONGLONG DWORD64 DWORDLONG UINT64")
    row(.float, 4, "FLOAT")
    row(.float, 8, "DOUBLE")
    return table
  }()
}
