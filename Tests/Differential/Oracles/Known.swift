import Foundation
import X86

/// Differences that a manual explains: lines of `known.txt`, each an oracle, a mnemonic (a star at
/// its end or beginning stands for any rest), the parts that may differ (with `&` and a hexadecimal mask only in
/// those bits), conditions that begin with `?`, and after `:` the reason.
public struct Known: Sendable {
  private struct Line {
    var oracle: String
    var mnemonic: String
    var parts: [String: UInt64] = [:]
    var conditions: [String] = []
  }
  private var lines: [Line] = []

  /// Reads the list.
  public init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: ":")[0].split(separator: " ").map(String.init)
      guard words.count >= 3 else { continue }
      var entry = Line(oracle: words[0], mnemonic: words[1])
      for word in words.dropFirst(2) {
        let halves = word.split(separator: "&").map(String.init)
        if word.hasPrefix("?") {
          entry.conditions.append(String(word.dropFirst()))
        } else if halves.count == 2 {
          entry.parts[halves[0]] = UInt64(halves[1], radix: 16) ?? 0
        } else {
          entry.parts[word] = .max
        }
      }
      lines.append(entry)
    }
  }

  /// The list that stands beside the sources.
  public static func standard() -> Known {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "known.txt")
    return Known((try? String(contentsOf: file, encoding: .utf8)) ?? "")
  }

  /// Whether one line explains every difference.
  func explains(
    oracle: String, _ instruction: Instruction, _ record: Record, _ found: [Difference]
  ) -> Bool {
    let mnemonic = Form.all[Int(instruction.form)].mnemonic
    return lines.contains { line in
      guard line.oracle == oracle else { return false }
      let fits = Self.matches(mnemonic, line.mnemonic)
      return fits
        && found.allSatisfy { ($0.ours ^ $0.theirs) & ~(line.parts[$0.kind] ?? 0) == 0 }
        && line.conditions.allSatisfy { Self.holds($0, instruction, record) }
    }
  }

  /// Whether a mnemonic is the one named; a star stands for any end or beginning.
  private static func matches(_ mnemonic: String, _ pattern: String) -> Bool {
    if pattern.hasSuffix("*") { return mnemonic.hasPrefix(pattern.dropLast()) }
    if pattern.hasPrefix("*") { return mnemonic.hasSuffix(pattern.dropFirst()) }
    return mnemonic == pattern
  }

  /// Conditions of a line; README.md lists them.
  private static func holds(_ name: String, _ i: Instruction, _ record: Record) -> Bool {
    let theirs = record.after
    switch name {
    case "66": return prefixes(record.code).contains(0x66)
    case "rep":
      return prefixes(record.code).contains(0xf2) || prefixes(record.code).contains(0xf3)
    case "nan":
      return theirs[st: 0].exponent & 0x7fff == 0x7fff && theirs[st: 0].significand << 1 != 0
    case "top": return theirs.address >> 12 == 0x7_ffff_ffff
    case "memory": return i.hasMemory
    case "register": return !i.hasMemory
    case "unaligned": return (Special.effectiveAddress(i, record.before) ?? 0) & 15 != 0
    case "fault": return theirs.vector != State.noVector
    case "pagefault": return theirs.vector == 14
    case "pending": return theirs.status & 0x80 != 0
    case "invalid": return theirs.status & 1 != 0
    case "misaligned-mask": return theirs.mxcsr & 0x2_0000 != 0
    case "count>16":
      let last = i.operand(2)
      let count =
        last.kind == .immediate ? UInt64(bitPattern: i.immediate) : record.before[gpr: 1]
      return i.operands.0.size == 2 && count & 31 > 16
    case "d9": return opcode(record.code) == 0xd9
    default: return false
    }
  }

  private static func prefixes(_ code: [UInt8]) -> ArraySlice<UInt8> {
    code.prefix {
      [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3].contains($0)
        || $0 >> 4 == 4
    }
  }

  private static func opcode(_ code: [UInt8]) -> UInt8? {
    code.dropFirst(prefixes(code).count).first
  }
}
