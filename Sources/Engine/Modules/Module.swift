import Bytes
import Images
import Symbols

/// An image in the target, with its symbols once somebody has asked for them.
public final class Module {
  /// Where it begins.
  public let base: UInt64
  /// Bytes it covers.
  public let size: UInt64
  /// The name symbols are written with: `nt`, `myfault`.
  public let name: String
  /// The file's name: `ntoskrnl.exe`.
  public let imageName: String
  /// The path as the target's loader has it.
  public internal(set) var path: String
  /// TimeDateStamp of the header, or of the loader's entry.
  public let timeDateStamp: UInt32
  public internal(set) var checkSum: UInt32
  /// Whether it belongs to a process rather than to the kernel.
  public let isUser: Bool
  /// What is known of its symbols.
  public internal(set) var symbolState: SymbolState = .deferred

  /// The image as it lies in the target's memory, or nil when its headers cannot be read.
  public private(set) lazy var image: PEImage? = try? PEImage(source, layout: .memory)

  /// The record that names the PDB, or nil.
  public private(set) lazy var codeView: CodeViewRecord? = image.flatMap { try? $0.codeView }

  /// Whether the header's time stamp is a hash of the contents: the debug directory says so
  /// (IMAGE_DEBUG_TYPE_REPRO, 16).
  public private(set) lazy var isReproducible: Bool =
    ((try? image?.debugDirectory) ?? [])?.contains { $0.type == 16 } ?? false

  private let source: any ByteSource
  private let store: SymbolStore
  private var database: PDB?
  /// Exported names by ascending address.
  private(set) lazy var exports: [(rva: UInt32, name: String)] = readExports()
  /// The function table by ascending address; see `Module+Unwind`.
  lazy var functions: [RuntimeFunction] = (try? image?.functionTable?.all) ?? []
  /// Unwind records that were read, by their place.
  var unwindInfos: [UInt32: UnwindInfo] = [:]
  /// Fields of records that were asked for; see `TypeRef`.
  var fieldTables: [TypeIndex: FieldTable] = [:]
  /// What reading values needs to know of types that were read.
  var typeFacts: [TypeIndex: TypeFacts] = [:]
  /// Paths into records that were followed.
  var typePlaces: [TypeIndex: [String: FieldPlace]] = [:]
  /// Types that were found by name.
  var typeNames: [String: TypeIndex?] = [:]

  /// An image whose bytes `source` shows, offset 0 being its base.
  public init(
    base: UInt64, size: UInt64, name: String, imageName: String, path: String,
    timeDateStamp: UInt32 = 0, checkSum: UInt32 = 0, isUser: Bool = false,
    source: any ByteSource, store: SymbolStore, codeView: CodeViewRecord? = nil
  ) {
    self.base = base
    self.size = size
    self.name = name
    self.imageName = imageName
    self.path = path
    self.timeDateStamp = timeDateStamp
    self.checkSum = checkSum
    self.isUser = isUser
    self.source = source
    self.store = store
    // What a dump says of its images holds where they cannot be read.
    if let codeView { self.codeView = codeView }
  }

  /// The address after its last byte.
  public var end: UInt64 { base &+ size }

  /// Whether an address lies inside.
  public func contains(_ address: UInt64) -> Bool { address >= base && address &- base < size }

  /// An address inside as an offset from the base, or nil.
  public func rva(_ address: UInt64) -> UInt32? {
    contains(address) ? UInt32(exactly: address &- base) : nil
  }

  /// The symbol file, found at the first call; nil when there is none that matches.
  public var pdb: PDB? {
    loadSymbols()
    return database
  }

  /// Looks for the symbol file unless that was done; `.reload /f` and every lookup come here.
  public func loadSymbols() {
    guard symbolState == .deferred else { return }
    if let codeView, let found = store.find(codeView) {
      database = found.pdb
      symbolState = .pdb(path: found.path)
    } else {
      symbolState = exports.isEmpty ? .none : .exports
    }
  }

  /// Forgets the symbol file, so that the next lookup searches again.
  public func unloadSymbols() {
    database = nil
    symbolState = .deferred
    fieldTables = [:]
    typeFacts = [:]
    typePlaces = [:]
    typeNames = [:]
  }

  private func readExports() -> [(rva: UInt32, name: String)] {
    guard let table = try? image?.exports else { return [] }
    let rows = table.all.compactMap { export -> (rva: UInt32, name: String)? in
      guard export.forwarder == nil else { return nil }
      return (export.rva, export.name ?? "Ordinal\(export.ordinal)")
    }
    return rows.sorted { ($0.rva, $0.name) < ($1.rva, $1.name) }
  }
}

/// What a module's symbols come from.
public enum SymbolState: Equatable, Sendable {
  /// Nobody has asked yet.
  case deferred
  /// A PDB that matches; its path.
  case pdb(path: String)
  /// The image's export table.
  case exports
  /// Nothing was found.
  case none
}
