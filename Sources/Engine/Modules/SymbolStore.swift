import Bytes
import Foundation
import Images
import Symbols

/// Finds PDB files by search path and keeps those that are open.
///
/// A file counts only when its GUID and age are those of the image's CodeView record.
public final class SymbolStore {
  /// The search path; changing it does not drop what is already loaded.
  public var path: SymbolPath {
    didSet { forgetMisses() }
  }
  /// Where image files are looked for besides (`.exepath`), folders with semicolons between them.
  public var imagePath = "" {
    didSet { forgetMisses() }
  }
  /// Counts how often what is found may have changed.
  private(set) var generation = 0
  /// Receives a line for each place that was looked at (`!sym noisy`).
  public var onSearch: ((_ path: String, _ result: SearchResult) -> Void)?

  /// What became of one place of the search.
  public enum SearchResult: Equatable, Sendable {
    case found, missing, mismatched
    /// The file is no PDB; why.
    case damaged(String)
  }

  private var open: [String: (pdb: PDB, path: String)] = [:]
  private var misses: Set<String> = []

  /// A store that looks along `path`, in the form of `.sympath`.
  public init(path: String = "") { self.path = SymbolPath(path) }

  /// Makes a PDB known without the search path having to lead to it.
  public func add(_ pdb: PDB, path: String) { open[Self.key(pdb.guid, pdb.age)] = (pdb, path) }

  /// The PDB that belongs to an image, or nil. A failed search is remembered until the path
  /// changes or `forgetMisses` is called.
  public func find(_ record: CodeViewRecord) -> (pdb: PDB, path: String)? {
    let key = Self.key(record.guid, record.age)
    if let known = open[key] { return known }
    if misses.contains(key) { return nil }
    for place in places(record, key) {
      if let pdb = load(place, record) {
        open[key] = (pdb, place)
        return (pdb, place)
      }
    }
    misses.insert(key)
    return nil
  }

  /// Lets the next lookups search anew (`.reload`).
  public func forgetMisses() {
    misses = []
    generation &+= 1
  }

  /// The key of a store's folders: GUID digits and age.
  static func key(_ guid: GUID, _ age: UInt32) -> String {
    guid.symbolServerText + String(age, radix: 16, uppercase: true)
  }

  private func places(_ record: CodeViewRecord, _ key: String) -> [String] {
    let name = record.fileName
    guard !name.isEmpty, name != "..", name != "." else { return [] }
    var places: [String] = []
    for folder in path.folders {
      places.append("\(folder)/\(name)")
      places.append("\(folder)/symbols/\(name)")
      places.append("\(folder)/\(name)/\(key)/\(name)")
    }
    if record.path.hasPrefix("/") { places.append(record.path) }
    return places
  }

  private func load(_ place: String, _ record: CodeViewRecord) -> PDB? {
    guard FileManager.default.fileExists(atPath: place) else {
      onSearch?(place, .missing)
      return nil
    }
    do {
      let pdb = try PDB(path: place)
      guard pdb.guid == record.guid, pdb.age == record.age else {
        onSearch?(place, .mismatched)
        return nil
      }
      onSearch?(place, .found)
      return pdb
    } catch {
      onSearch?(place, .damaged("\(error)"))
      return nil
    }
  }
}
