import Bytes

/// A Portable Executable image, PE32 or PE32+, in a file or as it lies in memory.
///
/// Opening reads the headers and nothing else; every table is read when it is asked for, through the
/// source, so an image in a running target shows what the target's memory holds now.
///
///     let image = try PEImage(FileBytes(path: "ntoskrnl.exe"))
///     let entry = image.imageBase + UInt64(image.entryPoint)
///
/// Facts: "PE Format", learn.microsoft.com/windows/win32/debug/pe-format.
public struct PEImage {
  /// How the source's bytes are laid out.
  public enum Layout: Sendable {
    /// As on disk: sections stand at `PointerToRawData`.
    case file
    /// As a loader maps them: offset 0 is the base, and sections stand at `VirtualAddress`.
    case memory
  }

  /// Where the bytes come from.
  public let source: any ByteSource
  /// How they are laid out.
  public let layout: Layout
  /// Offset of the `PE` signature: `IMAGE_DOS_HEADER.e_lfanew`.
  public let headerOffset: UInt32
  public let fileHeader: FileHeader
  public let optionalHeader: OptionalHeader
  /// The sections in the order of their headers; number 1 is the first.
  public let sections: [Section]

  /// Reads the headers of the image in `source`.
  ///
  /// - Throws: ``FormatError`` if they are cut short, unreadable, or not an image's.
  public init(_ source: any ByteSource, layout: Layout = .file) throws(FormatError) {
    self.source = source
    self.layout = layout
    let container: StaticString = layout == .file ? "file" : "image"
    let dos = try source.require("IMAGE_DOS_HEADER", at: 0, count: 64, in: container)
    var reader = ByteReader(dos.span.bytes, container: container)
    let magic: UInt16 = try reader.read("e_magic")
    guard magic == 0x5a4d else {
      throw FormatError(
        "e_magic", at: 0, in: "\(container)",
        .unexpected(value: UInt64(magic), expected: "5A4Dh (MZ)"))
    }
    headerOffset = try reader.peek("e_lfanew", at: 60)
    let start = UInt64(headerOffset)
    let fixed = try source.require("IMAGE_NT_HEADERS", at: start, count: 24, in: container)
    var header = ByteReader(fixed.span.bytes, base: start, container: container)
    let signature: UInt32 = try header.read("Signature")
    guard signature == 0x4550 else {
      throw FormatError(
        "Signature", at: start, in: "\(container)",
        .unexpected(value: UInt64(signature), expected: "4550h (PE)"))
    }
    fileHeader = try FileHeader(reading: &header)
    let size = Int(fileHeader.sizeOfOptionalHeader)
    let table = Int(fileHeader.numberOfSections) * Section.headerSize
    let place = start + 24
    let rest = try source.require(
      "IMAGE_OPTIONAL_HEADER", at: place, count: size + table, in: container)
    var all = ByteReader(rest.span.bytes, base: place, container: container)
    var optional = try all.subreader(size, "IMAGE_OPTIONAL_HEADER")
    optionalHeader = try OptionalHeader(reading: &optional)
    var found: [Section] = []
    for _ in 0..<fileHeader.numberOfSections { found.append(try Section(reading: &all)) }
    sections = found
  }

  /// The processor the image is for, or nil for one this program has no name for.
  public var machine: ImageMachine? { ImageMachine(rawValue: fileHeader.machine) }
  /// Whether the image is PE32+.
  public var is64Bit: Bool { optionalHeader.isPlus }
  /// 8 for PE32+, 4 for PE32.
  public var pointerSize: Int { is64Bit ? 8 : 4 }
  /// The address the image was linked for. In memory a loader may have put the actual base here.
  public var imageBase: UInt64 { optionalHeader.imageBase }
  /// Bytes from the base to the end of the last section.
  public var sizeOfImage: UInt32 { optionalHeader.sizeOfImage }
  /// When the image was linked, in seconds since 1970, or a hash.
  public var timeDateStamp: UInt32 { fileHeader.timeDateStamp }
  public var checkSum: UInt32 { optionalHeader.checkSum }
  /// Offset of the entry point from the base, 0 if there is none.
  public var entryPoint: UInt32 { optionalHeader.addressOfEntryPoint }
  /// Whether the image is a DLL (`IMAGE_FILE_DLL`).
  public var isDLL: Bool { fileHeader.characteristics & 0x2000 != 0 }

  /// The section that holds `rva` in memory, or nil.
  public func section(containing rva: UInt32) -> Section? {
    sections.first { $0.contains(rva: rva) }
  }
}
