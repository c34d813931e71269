import Bytes

/// One section of an image: `IMAGE_SECTION_HEADER`.
public struct Section: Hashable, Sendable {
  /// Up to eight characters, such as `.text`.
  public var name: String
  /// Bytes in memory; 0 means as many as in the file.
  public var virtualSize: UInt32
  /// Offset of the section from the image's base.
  public var virtualAddress: UInt32
  /// Bytes in the file.
  public var sizeOfRawData: UInt32
  /// File offset of the bytes.
  public var pointerToRawData: UInt32
  /// `IMAGE_SCN_*` bits.
  public var characteristics: UInt32

  /// Bytes that the section takes in memory.
  public var memorySize: UInt32 { virtualSize == 0 ? sizeOfRawData : virtualSize }
  /// Whether code in the section may run (`IMAGE_SCN_MEM_EXECUTE`).
  public var isExecutable: Bool { characteristics & 0x2000_0000 != 0 }
  /// Whether the section may be read (`IMAGE_SCN_MEM_READ`).
  public var isReadable: Bool { characteristics & 0x4000_0000 != 0 }
  /// Whether the section may be written (`IMAGE_SCN_MEM_WRITE`).
  public var isWritable: Bool { characteristics & 0x8000_0000 != 0 }
  /// Whether a loader may drop the section once the image runs (`IMAGE_SCN_MEM_DISCARDABLE`).
  public var isDiscardable: Bool { characteristics & 0x0200_0000 != 0 }

  /// Whether `rva` lies in the section as it stands in memory.
  public func contains(rva: UInt32) -> Bool {
    rva >= virtualAddress && rva &- virtualAddress < memorySize
  }

  /// Bytes of one header in the file.
  public static let headerSize = 40

  /// Reads one header.
  public init(reading reader: inout ByteReader) throws(FormatError) {
    name = try reader.readString(8, "Section.Name")
    virtualSize = try reader.read("Section.VirtualSize")
    virtualAddress = try reader.read("Section.VirtualAddress")
    sizeOfRawData = try reader.read("Section.SizeOfRawData")
    pointerToRawData = try reader.read("Section.PointerToRawData")
    try reader.skip(12, "Section.PointerToRelocations")
    characteristics = try reader.read("Section.Characteristics")
  }
}
