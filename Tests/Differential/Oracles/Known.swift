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
    oracle: String, _ instruction: Instruction, _ record: Record, _ ours: State,
    _ found: [Difference]
  ) -> Bool {
    let mnemonic = Form.all[Int(instruction.form)].mnemonic
    return lines.contains { line in
      guard line.oracle == oracle else { return false }
      let fits = Self.matches(mnemonic, line.mnemonic)
      return fits
        && found.allSatisfy { ($0.ours ^ $0.theirs) & ~(line.parts[$0.kind] ?? 0) == 0 }
        && line.conditions.allSatisfy { Self.holds($0, instruction, record, ours, found) }
    }
  }

  /// Whether a mnemonic is the one named; a star stands for any end or beginning.
  private static func matches(_ mnemonic: String, _ pattern: String) -> Bool {
    if pattern.hasSuffix("*") { return mnemonic.hasPrefix(pattern.dropLast()) }
    if pattern.hasPrefix("*") { return mnemonic.hasSuffix(pattern.dropFirst()) }
    return mnemonic == pattern
  }

  /// Conditions of a line; README.md lists them.
  private static func holds(
    _ name: String, _ i: Instruction, _ record: Record, _ ours: State, _ found: [Difference]
  ) -> Bool {
    let theirs = record.after
    let before = record.before
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
    case "beyond":
      // fyl2xp1 is defined from sqrt(1/2) - 1 to sqrt(2) - 1.
      let (significand, head) = before[st: 0]
      let limit: UInt64 = head >> 15 == 0 ? 0xd413_cccf_e779_9211 : 0x95f6_1998_0c43_36f7
      let exponent = head & 0x7fff
      return exponent > 0x3ffd || (exponent == 0x3ffd && significand > limit)
    case "ulp": return found.allSatisfy(isLastPlace)
    default: return holdsForUnicorn(name, i, record, ours, found)
    }
  }

  /// Conditions that the lines of unicorn need.
  private static func holdsForUnicorn(
    _ name: String, _ i: Instruction, _ record: Record, _ ours: State, _ found: [Difference]
  ) -> Bool {
    let theirs = record.after
    let before = record.before
    let rex = prefixes(record.code).last { $0 >> 4 == 4 } ?? 0
    switch name {
    case "refused": return theirs.vector == 6
    case "ours-fault": return ours.vector != State.noVector
    case "ours-gp": return ours.vector == 13
    case "ours-pf": return ours.vector == 14
    case "divide": return ours.vector == 0
    case "simd": return ours.vector == 19
    case "gap":
      return (ours.vector == 12 || ours.vector == 13) && theirs.vector == 14
        && reachesGap(i, record)
    case "dropped":
      return (ours.vector == 12 || ours.vector == 13) && theirs.vector == State.noVector
        && reachesGap(i, record)
    case "other-page": return theirs.address >> 12 == ours.address >> 12 &+ 1
    case "reads-more": return ours.vector == State.noVector && theirs.vector == 14
    case "cut-address": return theirs.address == ours.address & 0xf_ffff_ffff_ffff
    case "ours-underflow": return ours.status & 0x10 != 0
    case "ours-denormal": return ours.status & 2 != 0
    case "rip-relative": return i.memory.base == MemoryOperand.rip
    case "null-segment":
      let all = prefixes(record.code)
      return all.contains { $0 == 0x64 || $0 == 0x65 }
        && all.contains { [0x26, 0x2e, 0x36, 0x3e].contains($0) }
    case "sse-nan": return found.allSatisfy { $0.kind != "ymm" || holdsNaN($0.ours, $0.theirs) }
    case "bad-target": return ours.vector == 13 && !isCanonical(theirs.rip)
    case "waiting": return ours.vector == 16 && before.status & 0x80 != 0
    case "unmasked": return ours.status & 0x80 != 0
    case "stack": return ours.status & 0x40 != 0
    case "ours-invalid": return ours.status & 1 != 0
    case "denormal-mode": return before.mxcsr & 0x8040 != 0
    case "mmx": return (0..<4).contains { i.operand($0).kind == .mmx } || i.semantics == .emms
    case "rex": return rex != 0
    case "rexw": return rex & 8 != 0
    case "rexr": return rex & 4 != 0
    case "rexrb": return rex & 5 != 0
    case "lock": return prefixes(record.code).contains(0xf0)
    case "same": return i.operands.0 == i.operands.1
    case "high": return found.allSatisfy { $0.part.hasSuffix(".2") || $0.part.hasSuffix(".3") }
    case "dword": return i.operands.0.size == 4
    default: return false
    }
  }

  /// Whether an operand begins or ends at a non-canonical address; of string instructions any.
  private static func reachesGap(_ i: Instruction, _ record: Record) -> Bool {
    if !isCanonical(record.after.address) { return true }
    guard let first = Special.effectiveAddress(i, record.before) else {
      return !isCanonical(record.before[gpr: 6]) || !isCanonical(record.before[gpr: 7])
    }
    let size = UInt64(max(1, i.memorySize))
    return [first, first &+ size &- 1, record.before[gpr: 6], record.before[gpr: 7]].contains {
      !isCanonical($0)
    }
  }

  /// Whether what differs in a quarter of a register is a double or a single that is not a number.
  private static func holdsNaN(_ ours: UInt64, _ theirs: UInt64) -> Bool {
    if ours << 1 > 0xffe0_0000_0000_0000 { return true }
    return [UInt64(0), 32].allSatisfy { shift in
      let (one, other) = (
        UInt32(ours >> shift & 0xffff_ffff), UInt32(theirs >> shift & 0xffff_ffff)
      )
      return one == other || one << 1 > 0xff00_0000
    }
  }

  private static func isCanonical(_ address: UInt64) -> Bool {
    Int64(bitPattern: address << 16) >> 16 == Int64(bitPattern: address)
  }

  /// Whether a part differs by one unit in the last place of an x87 number, or is not of one.
  private static func isLastPlace(_ part: Difference) -> Bool {
    guard part.kind == "st" else { return true }
    if part.part.hasSuffix("e") { return part.ours &- part.theirs &+ 1 <= 2 }
    // Across a power of two the significand changes to that of the next exponent.
    let ends: Set<UInt64> = [part.ours, part.theirs]
    return part.ours &- part.theirs &+ 1 <= 2 || ends == [.max, 1 << 63]
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
