import Bytes
import Guest
import Symbols

/// Offsets of the structures the loader fills, as the kernel that reads them was compiled: taken from
/// its own PDB, so that no layout stands in two places.
struct KernelLayout {
  private let pdb: PDB
  private var records: [String: (size: UInt64, offsets: [String: UInt64])] = [:]

  init(symbolsOf stem: String) throws(BootError) {
    guard let file = Guest.file("\(stem).pdb") else { throw .missingFile("\(stem).pdb") }
    do throws(FormatError) {
      pdb = try PDB(path: file.path)
    } catch {
      throw .badImage(file: "\(stem).pdb", reason: "\(error)")
    }
  }

  /// Bytes in a structure.
  mutating func size(of type: String) throws(BootError) -> Int {
    Int(clamping: try record(type).size)
  }

  /// Where a field stands in its structure. `field` may lead through nested ones: `Nt.Size`.
  mutating func offset(_ type: String, _ field: String) throws(BootError) -> UInt64 {
    guard let offset = try record(type).offsets[field] else {
      throw .missingLayout(type: type, field: field)
    }
    return offset
  }

  private mutating func record(
    _ type: String
  ) throws(BootError) -> (size: UInt64, offsets: [String: UInt64]) {
    if let known = records[type] { return known }
    guard let index = pdb.type(named: type), case .record(let record) = pdb.type(index) else {
      throw .missingLayout(type: type, field: "(the type itself)")
    }
    var offsets: [String: UInt64] = [:]
    for field in pdb.fields(of: record) { offsets[field.name] = UInt64(field.offset) }
    let found = (size: pdb.size(of: index), offsets: offsets)
    records[type] = found
    return found
  }
}
