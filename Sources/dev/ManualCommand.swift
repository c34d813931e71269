import ArgumentParser
import Foundation

/// `dev manual`: the pages of Docs/Manual/commands.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Write the manual's pages on commands from the declarations.")

  @OptionGroup var options: PackageOptions

  @Flag(help: "Write nothing; fail when a page is not what it would be.")
  var check = false

  func run() throws {
    let drift = try Manual().drift(in: options.project)
    if check {
      for file in drift { print("\(Manual.folder)/\(file) is not what 'dev manual' writes") }
      if !drift.isEmpty { throw ExitCode(1) }
      return
    }
    try Manual().write(to: options.project)
    print("\(drift.count) pages changed")
  }
}

extension Manual {
  /// The names of pages that are missing, out of date or not of this manual.
  func drift(in package: Package) throws -> [String] {
    let pages = pages
    let folder = "\(package.folder)/\(Self.folder)"
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let extra = Set(present).subtracting(pages.map(\.file))
    let changed = pages.filter { (try? package.text("\(Self.folder)/\($0.file)")) != $0.text }
    return changed.map(\.file) + extra.sorted()
  }

  /// Writes every page and removes those that are not of this manual.
  func write(to package: Package) throws {
    let pages = pages
    let drift = try drift(in: package)
    for page in pages where drift.contains(page.file) {
      try package.write(page.text, to: "\(Self.folder)/\(page.file)")
    }
    for file in drift where !pages.contains(where: { $0.file == file }) {
      try FileManager.default.removeItem(atPath: "\(package.folder)/\(Self.folder)/\(file)")
    }
  }
}
