import Foundation
import Guest

/// The files a scenario boots with: what the loader places itself, and what it puts on the RAM disk.
struct BootImages: Sendable {
  /// Images that the loader places, the kernel first, with what the kernel is told they are.
  var loaded: [(name: String, type: PageSupply.MemoryType)]
  /// Files for the guest to load itself, under the folder that holds them in the guest.
  var onDisk: [(name: String, folder: String)]

  static let system = "\\SystemRoot\\System32\\"
  static let drivers = "\\SystemRoot\\System32\\drivers\\"

  /// What every scenario of Gurney's has.
  static let gurney = BootImages(
    loaded: [
      ("ntoskrnl.exe", .systemCode), ("hal.dll", .halCode), ("kdsim.dll", .bootDriver),
    ],
    onDisk: [
      ("ntdll.dll", system), ("KERNELBASE.dll", system), ("kernel32.dll", system),
      ("cmd.exe", system), ("NotMyfault.exe", system), ("usertest.exe", system),
      ("myfault.sys", drivers),
    ])

  /// Reads, relocates and binds the images that the loader places.
  func load() throws(BootError) -> [LoadedImage] {
    var images: [LoadedImage] = []
    for (name, type) in loaded {
      images.append(try ImageLoader.load(name, path: Self.system + name, as: type))
    }
    try ImageLoader.bind(&images)
    return images
  }

  /// The RAM disk with the other files.
  func disk() throws(BootError) -> RamDisk {
    var entries: [RamDisk.Entry] = []
    for (name, folder) in onDisk {
      guard let file = Guest.file(name), let contents = try? Data(contentsOf: file) else {
        throw .missingFile(name)
      }
      entries.append(RamDisk.Entry(path: folder + name, contents: contents))
    }
    return RamDisk(entries)
  }
}
