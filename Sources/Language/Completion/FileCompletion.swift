import Foundation

/// Completes the names of files and folders.
enum FileCompletion {
  /// The files that a path could become, as the path is written; a folder ends in `/`.
  ///
  /// Names that start with a dot are offered only when the dot is there. `~/` is the home folder.
  static func candidates(for path: String) -> [String] {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let prefix = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let place = folder.isEmpty ? "." : (folder as NSString).expandingTildeInPath
    let files = FileManager.default
    guard let names = try? files.contentsOfDirectory(atPath: place) else { return [] }
    return names.sorted()
      .filter { $0.hasPrefix(prefix) && (prefix.hasPrefix(".") || !$0.hasPrefix(".")) }
      .map { name in
        var isFolder: ObjCBool = false
        let exists = files.fileExists(atPath: place + "/" + name, isDirectory: &isFolder)
        return folder + name + (exists && isFolder.boolValue ? "/" : "")
      }
  }
}
