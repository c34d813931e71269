import Engine
import Foundation

// Loading NatVis files.

extension Session {
  /// Loads a NatVis file, or those that a module's symbols hold. Returns their paths.
  public func loadNatvis(_ name: String) throws(CommandError) -> [String] {
    if let module = natvisModule(name) { return try loadNatvis(embeddedIn: module) }
    try addNatvis(try readText(name), path: name, module: nil)
    return [name]
  }

  /// Forgets a NatVis file, or those of a module. Returns their paths.
  public func unloadNatvis(_ name: String) throws(CommandError) -> [String] {
    let path = Self.fullPath(name)
    let module = natvisModule(name)?.name
    let removed = natvis.remove { file in
      file.module == nil ? file.fullPath == path : file.module == module
    }
    guard !removed.isEmpty else {
      throw .message("No NatVis file '\(name)' is loaded")
    }
    return removed.map(\.path)
  }

  /// Forgets all NatVis files. Returns their paths.
  public func unloadAllNatvis() -> [String] { natvis.remove { _ in true }.map(\.path) }

  /// The loaded NatVis files in the order they were loaded; those of symbol files with their module.
  public var natvisFiles: [(path: String, module: String?)] {
    natvis.files.map { ($0.path, $0.module) }
  }

  private func natvisModule(_ name: String) -> Module? {
    let wanted = name.lowercased()
    return debugger.modules.first {
      $0.name.lowercased() == wanted || $0.imageName.lowercased() == wanted
    }
  }

  private func loadNatvis(embeddedIn module: Module) throws(CommandError) -> [String] {
    guard let pdb = module.pdb else {
      throw .message("Symbols of '\(module.name)' could not be loaded")
    }
    let files = pdb.injectedSources(endingIn: ".natvis")
    guard !files.isEmpty else {
      throw .message("No NatVis files are embedded in the symbols of '\(module.name)'")
    }
    for file in files { try addNatvis(file.text, path: file.name, module: module.name) }
    return files.map(\.name)
  }

  private func addNatvis(_ text: String, path: String, module: String?) throws(CommandError) {
    do {
      var file = try NatvisFile(text, path: path, module: module)
      if module == nil { file.fullPath = Self.fullPath(path) }
      natvis.add(file)
    } catch {
      throw .message("Unable to load visualizers in \"\(path)\": \(error)")
    }
  }

  /// A path as the host has it, from its root on.
  private static func fullPath(_ name: String) -> String {
    URL(filePath: name).standardizedFileURL.path(percentEncoded: false)
  }
}
