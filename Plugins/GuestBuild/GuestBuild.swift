import Foundation
import PackagePlugin

/// Builds the guest's images from C and assembly with the toolchain's own clang and lld-link.
///
/// What is built is said in `Sources/Guest/images.txt` (see `ImageManifest`). Every source becomes one
/// object file, every image one link; all headers below the target are inputs of every compilation,
/// so that an edit to a header rebuilds what may include it.
@main
struct GuestBuild: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = target.directoryURL
    let manifestFile = root.appending(path: "images.txt")
    let images = try ImageManifest.read(String(contentsOf: manifestFile, encoding: .utf8))
    let toolchain = Toolchain(
      clang: try context.tool(named: "clang").url, linker: try context.tool(named: "lld-link").url,
      root: root, manifest: manifestFile, output: context.pluginWorkDirectoryURL,
      headers: try files(below: root, extensions: ["h", "inc"]))
    return try images.flatMap { image in
      let sources = try image.sources.flatMap { folder in
        try files(below: root.appending(path: folder), extensions: ["c", "S"])
      }
      guard !sources.isEmpty else { throw ManifestError("\(image.name): no sources") }
      return toolchain.commands(for: image, sources: sources)
    }
  }

  /// The files below a folder (or the file itself) with one of the given extensions, in path order.
  private func files(below folder: URL, extensions: Set<String>) throws -> [URL] {
    if extensions.contains(folder.pathExtension) { return [folder] }
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { throw ManifestError("\(folder.path): cannot be read") }
    return walk.compactMap { $0 as? URL }
      .filter { extensions.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}

/// The two tools and the places they work in.
private struct Toolchain {
  let clang: URL, linker: URL
  let root: URL, manifest: URL, output: URL
  let headers: [URL]

  /// One compilation a source, the import library if the image exports, and the link.
  func commands(for image: GuestImage, sources: [URL]) -> [Command] {
    let objects = sources.map { output.appending(path: objectName($0, in: image)) }
    var commands = zip(sources, objects).map { compile($0, to: $1, for: image) }
    if let exports = image.exports {
      commands.append(importLibrary(for: image, exports: root.appending(path: exports)))
    }
    commands.append(link(image, objects: objects))
    return commands
  }

  private func relativePath(_ file: URL) -> String {
    String(file.path.dropFirst(root.path.count)).trimmingCharacters(in: ["/"])
  }

  /// Resources share one folder, so that an object's name must hold its image and its whole path.
  private func objectName(_ source: URL, in image: GuestImage) -> String {
    let path = relativePath(source).replacingOccurrences(of: "/", with: "-")
    return "\(image.stem)-\(path).obj"
  }

  private func compile(_ source: URL, to object: URL, for image: GuestImage) -> Command {
    var arguments = [
      "--target=x86_64-pc-windows-msvc", "-ffreestanding", "-fms-extensions", "-std=c17",
      "-g", "-gcodeview", "-gno-codeview-command-line", "-fdebug-compilation-dir=.",
      "-ffile-prefix-map=\(root.path)/=", "-I", root.appending(path: "include").path,
      "-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-Wno-microsoft",
      "-O2", "-fno-strict-aliasing", "-fno-optimize-sibling-calls", "-fno-stack-protector",
      "-fno-builtin", "-fno-jump-tables", "-fasynchronous-unwind-tables",
      "-fno-eliminate-unused-debug-types",
    ]
    arguments += image.compilerOptions
    arguments += ["-c", source.path, "-o", object.path]
    return .buildCommand(
      displayName: "Compiling \(relativePath(source)) for \(image.name)", executable: clang,
      arguments: arguments, inputFiles: [source, manifest] + headers, outputFiles: [object])
  }

  private func importLibrary(for image: GuestImage, exports: URL) -> Command {
    let library = output.appending(path: "\(image.stem).lib")
    return .buildCommand(
      displayName: "Making \(image.stem).lib", executable: linker,
      arguments: ["/lib", "/machine:x64", "/def:\(exports.path)", "/out:\(library.path)"],
      inputFiles: [exports, manifest], outputFiles: [library])
  }

  private func link(_ image: GuestImage, objects: [URL]) -> Command {
    let file = output.appending(path: image.name)
    let symbols = output.appending(path: "\(image.stem).pdb")
    let libraries = image.imports.map { output.appending(path: $0) }
    var arguments = [
      "/nologo", "/machine:x64", "/nodefaultlib", "/debug", "/Brepro", "/opt:ref", "/opt:noicf",
      "/pdbaltpath:%_PDB%", "/pdbsourcepath:.", "/filealign:512", "/base:0x\(image.base)",
      image.entry.isEmpty ? "/noentry" : "/entry:\(image.entry)", "/out:\(file.path)",
      "/pdb:\(symbols.path)",
    ]
    var inputs = objects + libraries + [manifest]
    if let exports = image.exports {
      let definitions = root.appending(path: exports)
      arguments += ["/def:\(definitions.path)", "/implib:\(output.path)/\(image.stem).link.lib"]
      inputs.append(definitions)
    }
    arguments += image.linkerOptions
    arguments += (objects + libraries).map(\.path)
    return .buildCommand(
      displayName: "Linking \(image.name)", executable: linker, arguments: arguments,
      inputFiles: inputs, outputFiles: [file, symbols])
  }
}
