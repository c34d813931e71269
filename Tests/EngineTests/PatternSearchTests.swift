import Testing

@testable import Engine

@Suite("Searching bytes")
struct PatternSearchTests {
  /// The places of a pattern in pieces that follow each other from address 1000h on.
  private func places(_ wanted: [UInt8], in pieces: [[UInt8]], gaps: [Int: UInt64] = [:]) throws
    -> [UInt64]
  {
    let pattern = try #require(BytePattern(wanted))
    var search = PatternSearch(pattern)
    var found: [UInt64] = []
    var address: UInt64 = 0x1000
    for (index, piece) in pieces.enumerated() {
      address += gaps[index] ?? 0
      _ = piece.withUnsafeBytes { bytes in
        search.take(address, bytes) { hit in
          found.append(hit)
          return true
        }
      }
      address += UInt64(piece.count)
    }
    return found
  }

  @Test("nothing is no pattern")
  func empty() { #expect(BytePattern([]) == nil) }

  @Test("occurrences may overlap")
  func overlapping() throws {
    #expect(try places([1, 1], in: [[1, 1, 1, 0, 1]]) == [0x1000, 0x1001])
  }

  @Test("the first and the last place of a piece count")
  func edges() throws {
    #expect(try places([7, 0], in: [[7, 0, 0, 0, 7, 0]]) == [0x1000, 0x1004])
  }

  @Test("a pattern may lie across a seam, and across pieces smaller than itself")
  func seams() throws {
    #expect(try places([1, 2, 3, 4], in: [[0, 1, 2], [3, 4, 0]]) == [0x1001])
    #expect(try places([1, 2, 3, 4], in: [[0, 1], [2], [3], [4, 1]]) == [0x1001])
    #expect(try places([0, 0, 0], in: [[0, 0], [0, 0]]) == [0x1000, 0x1001])
  }

  @Test("across a gap there is no occurrence")
  func gap() throws {
    #expect(try places([1, 2], in: [[0, 1], [2, 0]], gaps: [1: 0x1000]).isEmpty)
    #expect(try places([1, 2], in: [[0, 1], [2, 0]]) == [0x1001])
  }

  @Test("every way to cut a text into two finds the same")
  func cuts() throws {
    let text: [UInt8] = [5, 0, 5, 0, 0, 5, 0, 5, 0, 0, 5]
    let wanted: [UInt8] = [5, 0, 0, 5]
    let whole = try places(wanted, in: [text])
    #expect(whole == [0x1002, 0x1007])
    for cut in 1..<text.count {
      #expect(try places(wanted, in: [Array(text[..<cut]), Array(text[cut...])]) == whole)
    }
  }
}
