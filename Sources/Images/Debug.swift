import Bytes

/// One entry of an image's debug directory: `IMAGE_DEBUG_DIRECTORY`.
public struct DebugEntry: Hashable, Sendable {
  public var timeDateStamp: UInt32
  public var majorVersion: UInt16
  public var minorVersion: UInt16
  /// `IMAGE_DEBUG_TYPE_*`: 2 CodeView, 16 reproducible build, ...
  public var type: UInt32
  public var sizeOfData: UInt32
  /// Offset of the data from the base, 0 if it is not mapped.
  public var addressOfRawData: UInt32
  /// Offset of the data in the file.
  public var pointerToRawData: UInt32
}

/// Which PDB belongs to an image: the `RSDS` record of its debug directory.
public struct CodeViewRecord: Hashable, Sendable {
  /// The PDB's identity.
  public var guid: GUID
  /// How often the PDB has been written since it was made.
  public var age: UInt32
  /// The PDB's path as the linker wrote it.
  public var path: String

  /// A record that names this PDB.
  public init(guid: GUID, age: UInt32, path: String) {
    self.guid = guid
    self.age = age
    self.path = path
  }

  /// The PDB's file name without folders.
  public var fileName: String {
    let last = path.utf8.lastIndex { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "/") }
    guard let last else { return path }
    return String(path[path.utf8.index(after: last)...])
  }
}

extension PEImage {
  /// The entries of the debug directory; empty if there is none.
  public var debugDirectory: [DebugEntry] {
    get throws(FormatError) {
      guard let directory = optionalHeader.directory(.debug) else { return [] }
      let count = min(Int(directory.size) / 28, 256)
      let bytes = try require(
        "IMAGE_DEBUG_DIRECTORY", rva: directory.virtualAddress, count: count * 28)
      var reader = ByteReader(
        bytes.span.bytes, base: UInt64(directory.virtualAddress), container: "image")
      var entries: [DebugEntry] = []
      for _ in 0..<count {
        try reader.skip(4, "Characteristics")
        entries.append(
          DebugEntry(
            timeDateStamp: try reader.read("TimeDateStamp"),
            majorVersion: try reader.read("MajorVersion"),
            minorVersion: try reader.read("MinorVersion"),
            type: try reader.read("Type"),
            sizeOfData: try reader.read("SizeOfData"),
            addressOfRawData: try reader.read("AddressOfRawData"),
            pointerToRawData: try reader.read("PointerToRawData")))
      }
      return entries
    }
  }

  /// The CodeView record that names the image's PDB, or nil if the image has none.
  public var codeView: CodeViewRecord? {
    get throws(FormatError) {
      for entry in try debugDirectory where entry.type == 2 {
        let size = Int(min(entry.sizeOfData, 0x1000))
        guard size >= 24, let bytes = debugData(entry, count: size) else { continue }
        var reader = ByteReader(
          bytes.span.bytes, base: UInt64(entry.addressOfRawData), container: "image")
        let signature: UInt32 = try reader.read("CvSignature")
        guard signature == 0x5344_5352 else { continue }  // RSDS
        let guid = try GUID(reading: &reader)
        let age: UInt32 = try reader.read("Age")
        return CodeViewRecord(
          guid: guid, age: age, path: try reader.readString(reader.remaining, "PdbFileName"))
      }
      return nil
    }
  }

  private func debugData(_ entry: DebugEntry, count: Int) -> [UInt8]? {
    if entry.addressOfRawData != 0 { return read(rva: entry.addressOfRawData, count: count) }
    if layout == .memory { return nil }
    return source.read(at: UInt64(entry.pointerToRawData), count: count)
  }
}
