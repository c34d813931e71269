import Bytes

/// One function or variable that an image takes from another.
public struct Import: Hashable, Sendable {
  /// Its name, or nil if it is imported by ordinal.
  public var name: String?
  /// The name's probable index in the exporter's name table.
  public var hint: UInt16
  /// The ordinal, if it is imported by ordinal.
  public var ordinal: UInt16?
  /// Offset from the image's base of the import address table's slot that the loader fills.
  public var slot: UInt32
}

/// What an image takes from one other image: `IMAGE_IMPORT_DESCRIPTOR`.
public struct ImportedModule: Hashable, Sendable {
  /// The exporter's file name as stored, such as `hal.dll`.
  public var name: String
  public var timeDateStamp: UInt32
  public var imports: [Import]
}

extension PEImage {
  /// Whom the image imports from, in the order of its descriptors; empty if nobody.
  ///
  /// Names are read from the import lookup table, so it does not matter whether a loader has filled
  /// the address table already (unless the linker made no lookup table).
  public var imports: [ImportedModule] {
    get throws(FormatError) {
      guard let directory = optionalHeader.directory(.import) else { return [] }
      var modules: [ImportedModule] = []
      var place = directory.virtualAddress
      // The table ends in a zero descriptor; the stated size is not to be trusted as its length.
      while modules.count < 4096 {
        let bytes = try require("IMAGE_IMPORT_DESCRIPTOR", rva: place, count: 20)
        var reader = ByteReader(bytes.span.bytes, base: UInt64(place), container: "image")
        let lookup: UInt32 = try reader.read("OriginalFirstThunk")
        let stamp: UInt32 = try reader.read("TimeDateStamp")
        try reader.skip(4, "ForwarderChain")
        let name: UInt32 = try reader.read("Name")
        let slots: UInt32 = try reader.read("FirstThunk")
        if name == 0 || slots == 0 { return modules }
        modules.append(
          ImportedModule(
            name: try requireCString("Import descriptor name", rva: name),
            timeDateStamp: stamp,
            imports: try importEntries(lookup: lookup == 0 ? slots : lookup, slots: slots)))
        place = place &+ 20
      }
      throw FormatError(
        "IMAGE_IMPORT_DESCRIPTOR", at: UInt64(directory.virtualAddress), in: "image", .endless)
    }
  }

  private func importEntries(lookup: UInt32, slots: UInt32) throws(FormatError) -> [Import] {
    var entries: [Import] = []
    let size = UInt32(pointerSize)
    let byOrdinal: UInt64 = is64Bit ? 1 << 63 : 1 << 31
    var offset: UInt32 = 0
    while entries.count < 0x1_0000 {
      let place = lookup &+ offset
      let bytes = try require("Import lookup entry", rva: place, count: Int(size))
      var reader = ByteReader(bytes.span.bytes, base: UInt64(place), container: "image")
      let entry = try reader.readPointer("Import lookup entry", wide: is64Bit)
      if entry == 0 { return entries }
      let slot = slots &+ offset
      if entry & byOrdinal != 0 {
        let ordinal = UInt16(truncatingIfNeeded: entry)
        entries.append(Import(name: nil, hint: 0, ordinal: ordinal, slot: slot))
      } else {
        let address = UInt32(truncatingIfNeeded: entry & 0x7fff_ffff)
        let hint: [UInt16] = try words("Import hint", rva: address, count: 1)
        let name = try requireCString("Import name", rva: address &+ 2)
        entries.append(Import(name: name, hint: hint[0], ordinal: nil, slot: slot))
      }
      offset = offset &+ size
    }
    throw FormatError("Import lookup entry", at: UInt64(lookup), in: "image", .endless)
  }
}
