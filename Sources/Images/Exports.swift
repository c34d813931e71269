import Bytes

/// One exported function or variable.
public struct Export: Hashable, Sendable {
  /// The number by which it can be imported.
  public var ordinal: UInt32
  /// Its name, or nil if it is exported by ordinal alone.
  public var name: String?
  /// Offset from the image's base; of the forwarder's text if it is forwarded.
  public var rva: UInt32
  /// `MODULE.Name` or `MODULE.#ordinal` of what this stands for in another image.
  public var forwarder: String?
}

/// An image's exports: `IMAGE_EXPORT_DIRECTORY`, whose tables are read as they are needed.
public struct ExportTable {
  /// The name the image gives itself, such as `ntoskrnl.exe`.
  public let name: String
  public let timeDateStamp: UInt32
  /// The ordinal of the first function.
  public let ordinalBase: UInt32

  private let image: PEImage
  private let directory: DataDirectory
  private let addresses: [UInt32]
  private let namePointers: [UInt32]
  private let nameOrdinals: [UInt16]

  /// How many functions are exported, with or without name.
  public var count: Int { addresses.count }

  init(_ image: PEImage, _ directory: DataDirectory) throws(FormatError) {
    self.image = image
    self.directory = directory
    let header = try image.require(
      "IMAGE_EXPORT_DIRECTORY", rva: directory.virtualAddress, count: 40)
    var reader = ByteReader(
      header.span.bytes, base: UInt64(directory.virtualAddress), container: "image")
    try reader.skip(4, "Characteristics")
    timeDateStamp = try reader.read("TimeDateStamp")
    try reader.skip(4, "Version")
    let nameAddress: UInt32 = try reader.read("Name")
    ordinalBase = try reader.read("Base")
    let functions: UInt32 = try reader.read("NumberOfFunctions")
    let names: UInt32 = try reader.read("NumberOfNames")
    let functionTable: UInt32 = try reader.read("AddressOfFunctions")
    let nameTable: UInt32 = try reader.read("AddressOfNames")
    let ordinalTable: UInt32 = try reader.read("AddressOfNameOrdinals")
    name = nameAddress == 0 ? "" : try image.requireCString("Name", rva: nameAddress)
    // No ordinal is wider than 16 bits, so longer tables are lies and would only cost memory.
    for stated in [functions, names] where stated > 0x1_0000 {
      throw FormatError(
        "NumberOfFunctions", at: UInt64(directory.virtualAddress), in: "image",
        .outOfRange(value: UInt64(stated), limit: 0x1_0000))
    }
    addresses = try image.words("AddressOfFunctions", rva: functionTable, count: functions)
    namePointers = try image.words("AddressOfNames", rva: nameTable, count: names)
    nameOrdinals = try image.words("AddressOfNameOrdinals", rva: ordinalTable, count: names)
  }

  /// The export called `name` (its case matters), or nil. Reads the names on a binary search's way,
  /// for the table is sorted.
  public func named(_ name: String) -> Export? {
    var low = 0
    var high = namePointers.count
    let wanted = Array(name.utf8)
    while low < high {
      let middle = (low + high) / 2
      guard let found = try? image.requireCString("Export name", rva: namePointers[middle])
      else { return namedBySearch(name) }
      if found == name { return export(at: Int(nameOrdinals[middle]), name: found) }
      if found.utf8.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The export with `ordinal`, or nil; its name is looked for among all names.
  public func ordinal(_ ordinal: UInt32) -> Export? {
    guard ordinal >= ordinalBase else { return nil }
    let index = Int(ordinal - ordinalBase)
    guard index < addresses.count else { return nil }
    var name: String?
    if let place = nameOrdinals.firstIndex(where: { Int($0) == index }) {
      name = try? image.requireCString("Export name", rva: namePointers[place])
    }
    return export(at: index, name: name)
  }

  /// Every export, by ordinal. An address of 0 is a hole and left out; a function with several names
  /// appears once for each.
  public var all: [Export] {
    var names: [[Int]] = Array(repeating: [], count: addresses.count)
    for (place, index) in nameOrdinals.enumerated() where Int(index) < names.count {
      names[Int(index)].append(place)
    }
    var exports: [Export] = []
    for index in addresses.indices where addresses[index] != 0 {
      if names[index].isEmpty, let export = export(at: index, name: nil) { exports.append(export) }
      for place in names[index] {
        let name = try? image.requireCString("Export name", rva: namePointers[place])
        if let export = export(at: index, name: name) { exports.append(export) }
      }
    }
    return exports
  }

  private func namedBySearch(_ name: String) -> Export? {
    for (place, pointer) in namePointers.enumerated() {
      guard let found = try? image.requireCString("Export name", rva: pointer) else { continue }
      if found == name { return export(at: Int(nameOrdinals[place]), name: found) }
    }
    return nil
  }

  private func export(at index: Int, name: String?) -> Export? {
    guard index < addresses.count, addresses[index] != 0 else { return nil }
    let rva = addresses[index]
    var forwarder: String?
    // An address inside the directory itself is a text: the export lives in another image.
    if rva >= directory.virtualAddress, rva &- directory.virtualAddress < directory.size {
      forwarder = try? image.requireCString("Forwarder", rva: rva)
    }
    let ordinal = ordinalBase &+ UInt32(truncatingIfNeeded: index)
    return Export(ordinal: ordinal, name: name, rva: rva, forwarder: forwarder)
  }
}

extension PEImage {
  /// What the image exports, or nil if it exports nothing.
  public var exports: ExportTable? {
    get throws(FormatError) {
      guard let directory = optionalHeader.directory(.export) else { return nil }
      return try ExportTable(self, directory)
    }
  }

  /// A table of `count` integers at `rva`.
  func words<Word: FixedWidthInteger & BitwiseCopyable>(
    _ field: StaticString, rva: UInt32, count: UInt32
  ) throws(FormatError) -> [Word] {
    if count == 0 { return [] }
    let size = MemoryLayout<Word>.size
    let bytes = try require(field, rva: rva, count: Int(count) * size)
    var reader = ByteReader(bytes.span.bytes, base: UInt64(rva), container: "image")
    var words: [Word] = []
    words.reserveCapacity(Int(count))
    for _ in 0..<count { words.append(try reader.read(field)) }
    return words
  }
}
