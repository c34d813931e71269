import Bytes

// Source files that were put into the PDB.

extension PDB {
  /// Larger files are left out.
  private static let largestSource = 4 << 20

  /// The files kept inside the PDB whose names end so (in lower case, as they are stored), by name:
  /// what a linker's `/natvis` and the like put there. Only files that are not compressed.
  ///
  /// Facts: llvm.org/docs/PDB, `llvm/lib/DebugInfo/PDB/Native/NativeEnumInjectedSources`: named
  /// streams `/src/files/<name>`.
  public func injectedSources(endingIn suffix: String) -> [(name: String, text: String)] {
    let prefix = "/src/files/"
    var found: [(name: String, text: String)] = []
    for (name, index) in info.named.sorted(by: { $0.key < $1.key })
    where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      guard let stream = file.stream(index, "/src/files"), stream.size <= Self.largestSource,
        let bytes = try? stream.withReader(
          at: 0, count: stream.size, "/src/files",
          { reader throws(FormatError) in
            try reader.readBytes(UInt32(clamping: stream.size), "/src/files")
          })
      else { continue }
      found.append((String(name.dropFirst(prefix.count)), String(decoding: bytes, as: UTF8.self)))
    }
    return found
  }
}
