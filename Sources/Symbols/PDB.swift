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
  /// How often the PDB was written; what the image's CodeView record holds as its age.
  public let age: UInt32
  /// `IMAGE_FILE_MACHINE_*` of the image, or 0 if the PDB does not say.
  public let machine: UInt16
  /// Bytes of the file.
  public var size: Int { file.bytes.count }
  /// What of the file could not be read so far, in the order it was met; at most 64 entries.
  public internal(set) var damage: [FormatError] = []

  let file: MSF
  let info: InfoStream
  let dbi: DBIStream?
  let tpi: TypeStream?
  let ipi: TypeStream?

  // Indexes, each made by the first question that needs it.
  private(set) lazy var addresses: AddressMap? = attempt(nil) { () throws(FormatError) in
    guard let dbi else { return nil }
    return try AddressMap(dbi, file)
  }
  private(set) lazy var records: MSFStream? = dbi.flatMap {
    file.stream($0.symbolRecordStream, "symbol records")
  }
  private(set) lazy var globalHash: SymbolHash? = attempt(nil) { () throws(FormatError) in
    guard let stream = dbi.flatMap({ file.stream($0.globalStream, "globals") }) else { return nil }
    return try SymbolHash(stream, at: 0)
  }
  private(set) lazy var publicHash: SymbolHash? = attempt(nil) { () throws(FormatError) in
    guard let stream = dbi.flatMap({ file.stream($0.publicStream, "publics") }) else { return nil }
    return try SymbolHash(stream, at: Self.publicsHeaderSize)
  }
  private(set) lazy var dataIndex: AddressIndex = makeIndex(of: globalHash, as: .data)
  private(set) lazy var publicIndex: AddressIndex = makeIndex(of: publicHash, as: .publics)
  private(set) lazy var modules: [ModuleInfo] = attempt([]) { () throws(FormatError) in
    try dbi?.readModules() ?? []
  }
  private(set) lazy var contributions: [Contribution] = attempt([]) { () throws(FormatError) in
    try dbi?.readContributions() ?? []
  }
  private(set) lazy var fileInfo: FileInfo? = attempt(nil) { () throws(FormatError) in
    guard let dbi, !dbi.fileInfo.isEmpty else { return nil }
    return try FileInfo(dbi)
  }
  private(set) lazy var names: StringTable? = attempt(nil) { () throws(FormatError) in
    guard let stream = info.named["/names"].flatMap({ file.stream($0, "/names") }) else {
      return nil
    }
    return try StringTable(stream)
  }
  var moduleStreams: [Int: MSFStream] = [:]
  var moduleSymbols: [Int: ModuleSymbols] = [:]
  var moduleLines: [Int: LineTable] = [:]
  var typeCache: [TypeIndex: PDBType] = [:]
  var fieldCache: [TypeIndex: FieldList] = [:]
  var typedefCache: [String: TypeIndex?] = [:]
  /// Which enumeration has a value of a name, once that was asked.
  var enumerators: [String: TypeIndex]?

  /// Bytes of the publics stream in front of its hash table.
  private static let publicsHeaderSize = 28

  /// Opens the PDB in `bytes`.
  ///
  /// - Throws: ``FormatError`` if it is none or its headers are damaged.
  public init(_ bytes: FileBytes) throws(FormatError) {
    file = try MSF(bytes)
    guard let stream = file.stream(1, "PDB stream") else {
      throw FormatError("PDB stream", at: 0, in: "stream directory", .missing)
    }
    info = try InfoStream(stream)
    var dbi: DBIStream?
    if let stream = file.stream(3, "DBI stream"), stream.size > 0 { dbi = try DBIStream(stream) }
    self.dbi = dbi
    var types: [TypeStream?] = []
    for (index, name) in [(2, "TPI stream"), (4, "IPI stream")] as [(Int, StaticString)] {
      if let stream = file.stream(index, name), stream.size > 0 {
        types.append(try TypeStream(stream, file))
      } else {
        types.append(nil)
      }
    }
    tpi = types[0]
    ipi = types[1]
    guid = info.guid
    age = dbi?.age ?? info.age
    machine = dbi?.machine ?? 0
  }

  /// Opens the PDB at `path`, mapped into memory.
  public convenience init(path: String) throws(FormatError) {
    try self.init(FileBytes(path: path))
  }

  /// Opens a PDB that is in memory already.
  public convenience init(_ bytes: [UInt8]) throws(FormatError) {
    try self.init(FileBytes(bytes))
  }

  /// How many bytes the questions so far have read of the streams, which is what laziness saves.
  /// Bytes that are read twice count twice.
  public var bytesRead: Int { file.bytesRead.values.reduce(0, +) }

  /// What `body` returns, or `fallback` after noting what was wrong.
  func attempt<Result>(_ fallback: Result, _ body: () throws(FormatError) -> Result) -> Result {
    do {
      return try body()
    } catch {
      note(error)
      return fallback
    }
  }

  /// Remembers that a part of the file could not be read.
  func note(_ error: FormatError) {
    if damage.count < 64, !damage.contains(error) { damage.append(error) }
  }
}
