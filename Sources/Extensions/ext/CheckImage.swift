import Bytes
import Engine
import Foundation
import Images
import Language

extension GeneralExtension {
  static let imageCommands: [Command] = [
    Command(
      "chkimg", summary: "Compare an image in memory with its file.",
      details:
        "The code of Module, or of every module of the kernel without one, is compared with the "
        + "image file that is found along .exepath or the symbol path; what the loader changes is "
        + "left out. -d shows each difference with the nearest symbol, -lo N at most N of them, -v "
        + "what is compared; -f writes the file's bytes back into memory.",
      examples: ["!chkimg nt": "the kernel", "!chkimg -v hal": "what was compared"],
      related: ["c", "lm", ".exepath", "u"], repetition: .none,
      grammar: .switches(
        "p:", "f", "nar", "ss:", "as", "r", "nospec", "noplock", "np", "d", "db", "lo:", "v"),
      .optional(.word("Module", completion: .module))
    ) { session, switches, name in
      let most = try switches["lo"].map { Int(clamping: try session.evaluate($0)) } ?? .max
      let options = ImageCheck.Options(
        showsDifferences: switches.contains("d") || switches.contains("db"),
        isVerbose: switches.contains("v"), repairs: switches.contains("f"), most: most,
        folder: switches["p"])
      var modules = session.debugger.kernelModules
      if let name {
        let plain = name.hasPrefix("!") ? String(name.dropFirst()) : name
        modules = [try SymbolExtension.module(plain, session)]
      }
      for module in modules {
        try session.checkCancelled()
        try ImageCheck(module: module, options: options, session: session).run()
      }
    }
  ]
}

/// A module's code in memory against its file.
private struct ImageCheck {
  struct Options {
    var showsDifferences: Bool
    var isVerbose: Bool
    var repairs: Bool
    /// Differences that are shown at most.
    var most: Int
    /// Where the file is looked for first (`-p`).
    var folder: String?
  }

  /// Bytes that differ without a gap.
  private struct Difference {
    var address: UInt64
    var expected: [UInt8]
    var found: [UInt8]
  }

  let module: Module
  let options: Options
  let session: Session

  func run() throws {
    guard let path = filePath() else {
      throw CommandError.message(
        "Unable to find the image file of \(module.imageName); set .exepath")
    }
    let file: PEImage
    var mapped: [UInt8]
    do {
      file = try PEImage(try FileBytes(path: path))
      mapped = try file.mapped(limit: 256 << 20)
      try file.relocate(&mapped, to: module.base)
    } catch {
      throw CommandError.message("Unable to read '\(path)': \(error)")
    }
    if options.isVerbose { session.print("Comparison image path: \(path)") }
    var differences: [Difference] = []
    for section in file.sections where section.isExecutable && !section.isWritable {
      try session.checkCancelled()
      differences += compare(section, mapped)
    }
    try report(differences)
  }

  /// The image file: a file of the image's name with the same header.
  private func filePath() -> String? {
    session.debugger.symbols.imageFile(
      named: module.imageName, timeDateStamp: module.timeDateStamp, size: module.size,
      folders: options.folder.map { [$0] } ?? [])
  }

  private func compare(_ section: Images.Section, _ mapped: [UInt8]) -> [Difference] {
    let start = Int(section.virtualAddress)
    let end = min(start + Int(section.memorySize), mapped.count)
    guard start < end else { return [] }
    let place = module.base &+ UInt64(start)
    let memory = session.debugger.read(place, end - start)
    if options.isVerbose {
      session.print("Scanning section:    \(section.name)")
      session.print("Size: \(end - start)")
      session.print(
        "Range to scan: \(session.plainAddress(place))-"
          + session.plainAddress(place &+ UInt64(end - start)))
    }
    var found: [Difference] = []
    for offset in 0..<(end - start) {
      let wanted = mapped[start + offset]
      guard memory.isValid(offset..<offset + 1), memory.bytes[offset] != wanted else { continue }
      let address = place &+ UInt64(offset)
      if let last = found.last, last.address &+ UInt64(last.found.count) == address {
        found[found.count - 1].expected.append(wanted)
        found[found.count - 1].found.append(memory.bytes[offset])
      } else {
        found.append(
          Difference(address: address, expected: [wanted], found: [memory.bytes[offset]]))
      }
    }
    return found
  }

  private func report(_ differences: [Difference]) throws {
    let count = differences.reduce(0) { $0 + $1.found.count }
    if options.showsDifferences {
      for difference in differences.prefix(options.most) { show(difference) }
    }
    var range = ""
    if let first = differences.first, let last = differences.last {
      let end = last.address &+ UInt64(last.found.count - 1)
      range = " (\(session.plainAddress(first.address))-\(session.plainAddress(end)))"
    }
    session.print("\(count) error\(count == 1 ? "" : "s") : \(module.name)\(range)")
    guard options.repairs, count > 0 else { return }
    for difference in differences {
      try session.debugger.write(difference.address, difference.expected)
    }
    session.print("\(count) byte\(count == 1 ? "" : "s") repaired")
  }

  private func show(_ difference: Difference) {
    let count = difference.found.count
    let end = difference.address &+ UInt64(count - 1)
    let start = session.plainAddress(difference.address)
    let range = count == 1 ? start : "\(start)-\(session.plainAddress(end))"
    let size = count == 1 ? "" : "  \(count) bytes"
    let symbol = session.symbolText(difference.address) ?? ""
    session.print("    \(range)\(size) - \(symbol)")
    func digits(_ bytes: [UInt8]) -> String {
      bytes.prefix(16).map { UInt64($0).hex(2) }.joined(separator: " ")
    }
    session.print("\t[ \(digits(difference.expected)):\(digits(difference.found)) ]")
  }
}
