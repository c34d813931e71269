import Bytes

/// A program database, PDB 7.00: an image's symbols, types and source lines.
///
/// Opening reads the headers only. Everything else is read where a question leads and the answer's
/// indexes are kept, so the first lookup by address or wildcard is slower than the next. A question
/// that runs into damaged data is answered from what can be read; ``damage`` then says what could not.
///
/// Not safe to share between threads, for answering fills its indexes.
///
///     let pdb = try PDB(path: "ntoskrnl.pdb")
///     for symbol in pdb.globals(named: "ExAllocatePoolWithTag") { ... }
///
/// Facts: llvm.org/docs/PDB, and github.com/microsoft/microsoft-pdb.
public final class PDB {
  /// Identity, to be compared with the image's CodeView record.
  public let guid: GUID
  public let age: UInt32
  /// What of the file could not be read so far, in the order it was met; at most 64 entries.
  public internal(set) var damage: [FormatError] = []

  /// Opens the PDB in `bytes`.
  ///
  /// - Throws: ``FormatError`` if it is none or its headers are damaged.
  public init(_ bytes: FileBytes) throws(FormatError) {
    guid = GUID(data1: 0, data2: 0, data3: 0, data4: 0)
    age = 0
  }

  /// Opens the PDB at `path`, mapped into memory.
  public convenience init(path: String) throws(FormatError) {
    try self.init(FileBytes(path: path))
  }

  /// Opens a PDB that is in memory already.
  public convenience init(_ bytes: [UInt8]) throws(FormatError) {
    try self.init(FileBytes(bytes))
  }
}

extension PDB {
  /// The symbols called `name`, whatever its case; those spelt exactly so come first. Reads the hash
  /// tables' one bucket and the records it names.
  public func globals(named name: String, kinds: SymbolKinds = .all) -> [Symbol] { [] }
  /// Every symbol whose name matches, in no particular order; a function with both a public name and
  /// its own record appears once, as the latter.
  public func symbols(matching pattern: WildcardPattern, kinds: SymbolKinds = .addresses)
    -> [Symbol]
  { [] }
  /// The symbol with the highest address not above `rva`, or nil.
  public func nearest(rva: UInt32) -> Symbol? { nil }
  /// The symbol with the lowest address above `rva`, or nil.
  public func next(after rva: UInt32) -> Symbol? { nil }
  /// The function that holds `rva`, or nil.
  public func procedure(containing rva: UInt32) -> Procedure? { nil }
  /// The parameters and variables of `procedure` that are in scope at `rva`, in the record's order,
  /// with their locations there. Outer blocks' variables come before inner blocks'.
  public func locals(of procedure: Procedure, at rva: UInt32) -> [Local] { [] }
  /// The inlined calls in `procedure` that cover `rva`, the outermost first.
  public func inlineSites(of procedure: Procedure, at rva: UInt32) -> [InlineSite] { [] }
  /// The labels of `procedure`.
  public func labels(of procedure: Procedure) -> [Symbol] { [] }
  /// The line that the instruction at `rva` came from, or nil.
  public func line(at rva: UInt32) -> SourceLine? { nil }
  /// The lines of the function's code in order of address.
  public func lines(of procedure: Procedure) -> [SourceLine] { [] }
  /// The first addresses of the code of `line` in the files whose path ends in `file`; if that line
  /// has none, of the next line below that does.
  public func rvas(file: String, line: Int) -> [UInt32] { [] }
  /// The paths of all source files whose name matches.
  public func sourceFiles(matching pattern: WildcardPattern) -> [String] { [] }
  /// The type called `name`, exactly or else whatever its case; a definition if there is one.
  public func type(named name: String) -> TypeIndex? { nil }
  /// The names and numbers of the record, union and enumeration types whose names match, each once.
  public func types(matching pattern: WildcardPattern) -> [(name: String, type: TypeIndex)] { [] }
  /// The type with this number; a forward reference is followed to its definition.
  public func type(_ index: TypeIndex) -> PDBType { .unknown(leaf: 0) }
  /// Bytes that a value of the type takes; 0 for `void` and functions.
  public func size(of index: TypeIndex) -> UInt64 { 0 }
  /// The fields of a record, base classes first, in the order of the source.
  public func fields(of record: Record) -> [Field] { [] }
  /// The types declared inside a record.
  public func nestedTypes(of record: Record) -> [NestedType] { [] }
  /// The values of an enumeration.
  public func values(of enumeration: Enumeration) -> [EnumerationValue] { [] }
}
