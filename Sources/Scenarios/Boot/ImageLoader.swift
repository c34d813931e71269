import Bytes
import Foundation
import Guest
import Images

/// An image of the kernel's as the boot loader has placed it.
struct LoadedImage {
  /// The file's name, such as `hal.dll`.
  var name: String
  /// Where the guest's disk holds it.
  var path: String
  var base: UInt64
  var image: PEImage
  /// The image's bytes as they are to lie in memory, relocated.
  var bytes: [UInt8]
  var memoryType: PageSupply.MemoryType

  /// Bytes in memory, whole pages.
  var size: UInt64 { (UInt64(bytes.count) + 4095) & ~4095 }
}

/// Places the kernel, the HAL and the boot drivers, and binds them to each other: the part of the
/// boot manager.
struct ImageLoader {
  /// Reads an image and lays it out for `base`, or for the base it was linked for.
  static func load(
    _ name: String, path: String, at base: UInt64? = nil, as type: PageSupply.MemoryType
  ) throws(BootError) -> LoadedImage {
    guard let file = Guest.file(name) else { throw .missingFile(name) }
    do throws(FormatError) {
      let image = try PEImage(FileBytes(path: file.path))
      var bytes = try image.mapped()
      let base = base ?? image.imageBase
      try image.relocate(&bytes, to: base)
      return LoadedImage(
        name: name, path: path, base: base, image: image, bytes: bytes, memoryType: type)
    } catch {
      throw .badImage(file: name, reason: "\(error)")
    }
  }

  /// Fills every image's import address table from the others' exports.
  static func bind(_ images: inout [LoadedImage]) throws(BootError) {
    let exporters = images
    for index in images.indices {
      try bind(&images[index], to: exporters)
    }
  }

  private static func bind(
    _ importer: inout LoadedImage, to exporters: [LoadedImage]
  ) throws(BootError) {
    for module in try importer.describe({ image throws(FormatError) in try image.imports }) {
      let exporter = exporters.first {
        $0.name.caseInsensitiveCompare(module.name) == .orderedSame
      }
      let table = try exporter?.describe { image throws(FormatError) in try image.exports }
      for entry in module.imports {
        let export = entry.name.flatMap { table?.named($0) }
        guard let exporter, let export else {
          throw .unresolvedImport(
            importer: importer.name, library: module.name,
            name: entry.name ?? "#\(entry.ordinal ?? 0)")
        }
        importer.store(exporter.base &+ UInt64(export.rva), at: Int(entry.slot))
      }
    }
  }
}

extension LoadedImage {
  /// What a table of the image says; a table that cannot be read is the file's fault.
  fileprivate func describe<Value>(
    _ read: (PEImage) throws(FormatError) -> Value
  ) throws(BootError) -> Value {
    do throws(FormatError) {
      return try read(image)
    } catch {
      throw .badImage(file: name, reason: "\(error)")
    }
  }

  /// Puts an address into the image's bytes.
  fileprivate mutating func store(_ address: UInt64, at offset: Int) {
    guard offset >= 0, offset <= bytes.count - 8 else { return }
    withUnsafeBytes(of: address.littleEndian) {
      bytes.replaceSubrange(offset..<offset + 8, with: $0)
    }
  }
}
