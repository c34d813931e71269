import Foundation
import Symbols
import Testing

/// The files of Tests/Fixtures.
enum Fixture {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  static func pdb(_ name: String) throws -> PDB { try PDB(path: path("pdb/" + name)) }

  /// The lines of another tool's output about a PDB, without the blanks around them.
  static func lines(_ name: String) throws -> [String] {
    try text("pdb/" + name).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

/// Random numbers that are the same in every run (splitmix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
