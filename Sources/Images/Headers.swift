import Bytes

/// The processor an image is for: `IMAGE_FILE_HEADER.Machine`.
public enum ImageMachine: UInt16, Sendable {
  /// 32-bit x86 (`IMAGE_FILE_MACHINE_I386`).
  case i386 = 0x14c
  /// x64 (`IMAGE_FILE_MACHINE_AMD64`).
  case amd64 = 0x8664
  /// ARM64 (`IMAGE_FILE_MACHINE_ARM64`).
  case arm64 = 0xaa64
}

/// `IMAGE_FILE_HEADER`: what the image is for and what follows it.
public struct FileHeader: Hashable, Sendable {
  /// The processor as stored; ``PEImage/machine`` names it.
  public var machine: UInt16
  /// How many section headers follow the optional header.
  public var numberOfSections: UInt16
  /// When the image was linked, in seconds since 1970, or a hash for a reproducible build.
  public var timeDateStamp: UInt32
  /// File offset of the COFF symbol table, 0 in images.
  public var pointerToSymbolTable: UInt32
  /// Entries in the COFF symbol table.
  public var numberOfSymbols: UInt32
  /// Bytes of the optional header.
  public var sizeOfOptionalHeader: UInt16
  /// `IMAGE_FILE_*` bits.
  public var characteristics: UInt16

  /// Reads the 20 bytes behind the signature.
  public init(reading reader: inout ByteReader) throws(FormatError) {
    machine = try reader.read("Machine")
    numberOfSections = try reader.read("NumberOfSections")
    timeDateStamp = try reader.read("TimeDateStamp")
    pointerToSymbolTable = try reader.read("PointerToSymbolTable")
    numberOfSymbols = try reader.read("NumberOfSymbols")
    sizeOfOptionalHeader = try reader.read("SizeOfOptionalHeader")
    characteristics = try reader.read("Characteristics")
  }
}

/// Where one of an image's tables lies: `IMAGE_DATA_DIRECTORY`.
public struct DataDirectory: Hashable, Sendable {
  /// Offset from the image's base; for the certificate table alone it is a file offset.
  public var virtualAddress: UInt32
  /// Bytes of the table.
  public var size: UInt32

  /// Makes a directory entry.
  public init(virtualAddress: UInt32, size: UInt32) {
    self.virtualAddress = virtualAddress
    self.size = size
  }

  /// The index of each table in the optional header (`IMAGE_DIRECTORY_ENTRY_*`).
  public enum Index: Int, CaseIterable, Sendable {
    case export, `import`, resource, exception, security, baseRelocation, debug, architecture
    case globalPointer, tls, loadConfiguration, boundImport, importAddressTable, delayImport
    case comDescriptor, reserved
  }
}

/// `IMAGE_OPTIONAL_HEADER32` or `IMAGE_OPTIONAL_HEADER64`; the fields that only differ in width are
/// held in the wider one.
public struct OptionalHeader: Hashable, Sendable {
  /// 10Bh for PE32, 20Bh for PE32+.
  public var magic: UInt16
  /// Whether this is PE32+.
  public var isPlus: Bool { magic == 0x20b }
  public var majorLinkerVersion: UInt8
  public var minorLinkerVersion: UInt8
  public var sizeOfCode: UInt32
  public var sizeOfInitializedData: UInt32
  public var sizeOfUninitializedData: UInt32
  /// Offset of the entry point from the base, 0 if the image has none.
  public var addressOfEntryPoint: UInt32
  public var baseOfCode: UInt32
  /// PE32 only, otherwise 0.
  public var baseOfData: UInt32
  /// The address the image was linked for.
  public var imageBase: UInt64
  public var sectionAlignment: UInt32
  public var fileAlignment: UInt32
  public var majorOperatingSystemVersion: UInt16
  public var minorOperatingSystemVersion: UInt16
  public var majorImageVersion: UInt16
  public var minorImageVersion: UInt16
  public var majorSubsystemVersion: UInt16
  public var minorSubsystemVersion: UInt16
  public var win32VersionValue: UInt32
  /// Bytes from the base to the end of the last section.
  public var sizeOfImage: UInt32
  /// Bytes of all headers, rounded up to the file alignment.
  public var sizeOfHeaders: UInt32
  public var checkSum: UInt32
  /// `IMAGE_SUBSYSTEM_*`: 1 native, 2 GUI, 3 console.
  public var subsystem: UInt16
  /// `IMAGE_DLLCHARACTERISTICS_*` bits.
  public var dllCharacteristics: UInt16
  public var sizeOfStackReserve: UInt64
  public var sizeOfStackCommit: UInt64
  public var sizeOfHeapReserve: UInt64
  public var sizeOfHeapCommit: UInt64
  public var loaderFlags: UInt32
  /// The data directories that the header holds, 16 at most.
  public var dataDirectories: [DataDirectory]

  /// The directory at `index`, or nil where the header holds none or it is empty.
  public func directory(_ index: DataDirectory.Index) -> DataDirectory? {
    guard index.rawValue < dataDirectories.count else { return nil }
    let entry = dataDirectories[index.rawValue]
    return entry.virtualAddress == 0 || entry.size == 0 ? nil : entry
  }

  /// Reads the header; `reader` ends where `SizeOfOptionalHeader` says.
  public init(reading reader: inout ByteReader) throws(FormatError) {
    magic = try reader.read("Magic")
    guard magic == 0x10b || magic == 0x20b else {
      throw reader.error("Magic", .unexpected(value: UInt64(magic), expected: "10Bh or 20Bh"))
    }
    let plus = magic == 0x20b
    majorLinkerVersion = try reader.read("MajorLinkerVersion")
    minorLinkerVersion = try reader.read("MinorLinkerVersion")
    sizeOfCode = try reader.read("SizeOfCode")
    sizeOfInitializedData = try reader.read("SizeOfInitializedData")
    sizeOfUninitializedData = try reader.read("SizeOfUninitializedData")
    addressOfEntryPoint = try reader.read("AddressOfEntryPoint")
    baseOfCode = try reader.read("BaseOfCode")
    baseOfData = plus ? 0 : try reader.read("BaseOfData")
    imageBase = try reader.readPointer("ImageBase", wide: plus)
    sectionAlignment = try reader.read("SectionAlignment")
    fileAlignment = try reader.read("FileAlignment")
    majorOperatingSystemVersion = try reader.read("MajorOperatingSystemVersion")
    minorOperatingSystemVersion = try reader.read("MinorOperatingSystemVersion")
    majorImageVersion = try reader.read("MajorImageVersion")
    minorImageVersion = try reader.read("MinorImageVersion")
    majorSubsystemVersion = try reader.read("MajorSubsystemVersion")
    minorSubsystemVersion = try reader.read("MinorSubsystemVersion")
    win32VersionValue = try reader.read("Win32VersionValue")
    sizeOfImage = try reader.read("SizeOfImage")
    sizeOfHeaders = try reader.read("SizeOfHeaders")
    checkSum = try reader.read("CheckSum")
    subsystem = try reader.read("Subsystem")
    dllCharacteristics = try reader.read("DllCharacteristics")
    sizeOfStackReserve = try reader.readPointer("SizeOfStackReserve", wide: plus)
    sizeOfStackCommit = try reader.readPointer("SizeOfStackCommit", wide: plus)
    sizeOfHeapReserve = try reader.readPointer("SizeOfHeapReserve", wide: plus)
    sizeOfHeapCommit = try reader.readPointer("SizeOfHeapCommit", wide: plus)
    loaderFlags = try reader.read("LoaderFlags")
    let stated: UInt32 = try reader.read("NumberOfRvaAndSizes")
    dataDirectories = []
    for _ in 0..<min(stated, 16) {
      let address: UInt32 = try reader.read("DataDirectory.VirtualAddress")
      let size: UInt32 = try reader.read("DataDirectory.Size")
      dataDirectories.append(DataDirectory(virtualAddress: address, size: size))
    }
  }
}

extension ByteReader {
  /// Reads eight bytes if `wide`, otherwise four, as an unsigned number.
  mutating func readPointer(_ field: StaticString, wide: Bool) throws(FormatError) -> UInt64 {
    wide ? try read(field, as: UInt64.self) : UInt64(try read(field, as: UInt32.self))
  }
}
