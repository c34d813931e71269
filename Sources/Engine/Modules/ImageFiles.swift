import Bytes
import Foundation
import Images

/// An image as a target's module list tells it, where the image itself may not be readable.
public struct ListedImage: Sendable {
  public var base: UInt64
  public var size: UInt64
  /// The path as the target's loader had it.
  public var path: String
  public var checkSum: UInt32
  public var timeDateStamp: UInt32
  /// The record that names its PDB, where it is known.
  public var symbolFile: CodeViewRecord?
}

/// An image file as a loader places it in memory.
struct MappedImage {
  private let bytes: [UInt8]

  /// Reads a file's sections and moves the image to where it was loaded. Throws for a damaged file.
  init(_ file: PEImage, base: UInt64) throws(FormatError) {
    var mapped = try file.mapped(limit: 256 << 20)
    try file.relocate(&mapped, to: base)
    bytes = mapped
  }

  /// Bytes from an offset on, at most `count`; nil behind the end.
  func read(_ offset: Int, upTo count: Int) -> [UInt8]? {
    guard offset >= 0, offset < bytes.count, count > 0 else { return nil }
    return Array(bytes[offset..<min(bytes.count, offset + min(count, bytes.count - offset))])
  }
}

extension SymbolStore {
  /// The path of an image's file: one of its name with the same time stamp and size, in the folders
  /// given, along ``imagePath``, or along the symbol path, where a store has it as
  /// NAME/STAMPSIZE/NAME. Nil when there is none.
  public func imageFile(
    named name: String, timeDateStamp: UInt32, size: UInt64, folders: [String] = []
  ) -> String? {
    guard !name.isEmpty, name != ".", name != "..", !name.contains("/"), !name.contains("\0")
    else { return nil }
    let stamp = String(timeDateStamp, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: max(0, 8 - stamp.count)) + stamp
    let key = digits + String(size, radix: 16)
    let all = folders + imagePath.split(separator: ";").map(String.init) + path.folders
    let places = all.flatMap { ["\($0)/\(name)", "\($0)/\(name)/\(key)/\(name)"] }
    return places.first { place in
      guard FileManager.default.fileExists(atPath: place), let bytes = try? FileBytes(path: place),
        let image = try? PEImage(bytes)
      else { return false }
      return image.fileHeader.timeDateStamp == timeDateStamp
        && UInt64(image.optionalHeader.sizeOfImage) == size
    }
  }

  /// The file of an image, placed where it was; nil when there is none.
  func mappedImage(_ image: ListedImage) -> MappedImage? {
    let found = imageFile(
      named: fileName(image.path), timeDateStamp: image.timeDateStamp, size: image.size)
    guard let found, let bytes = try? FileBytes(path: found), let file = try? PEImage(bytes) else {
      return nil
    }
    return try? MappedImage(file, base: image.base)
  }
}
