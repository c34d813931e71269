import Foundation

/// The guest operating system's files as this package's build made them.
public enum Guest {
  /// The folder that holds every image and its PDB, under their own names.
  public static var folder: URL { Bundle.module.bundleURL }

  /// Where a file of the guest lies, or nil if the build made none of that name.
  public static func file(_ name: String) -> URL? {
    let url = folder.appending(path: name)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
