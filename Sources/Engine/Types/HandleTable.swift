/// A process' handles: a table of one, two or three levels of pages (the low bits of TableCode say
/// which), four times an entry's index being its handle.
public struct HandleTable {
  private let table: Struct

  /// The handles of the `_HANDLE_TABLE` given.
  public init(_ table: Struct) { self.table = table }

  /// Calls a body with each handle and its entry, those in use and those that are free.
  public func visit(_ body: (UInt64, Struct) throws -> Void) throws {
    let code = try table["TableCode"].uint
    let end = try table["NextHandleNeedingPool"].uint
    try walk(code & ~7, level: Int(code & 3), first: 0, end: min(end, 1 << 26), body)
  }

  private func walk(
    _ page: UInt64, level: Int, first: UInt64, end: UInt64, _ body: (UInt64, Struct) throws -> Void
  ) throws {
    let debugger = table.debugger
    try debugger.checkCancelled()
    if level == 0 {
      let type = try debugger.type("nt!_HANDLE_TABLE_ENTRY")
      let count = 0x1000 / max(1, type.size)
      for index in 0..<count where first &+ index &* 4 < end && first &+ index > 0 {
        let entry = Struct(debugger, type, at: page &+ index &* type.size)
        try body(first &+ index &* 4, entry)
      }
      return
    }
    // A page of entries covers 256 handles, a page of pointers 512 pages.
    let span: UInt64 = level == 1 ? 0x400 : 0x8_0000
    for index: UInt64 in 0..<512 where first &+ index &* span < end {
      let inner = try debugger.readPointer(page &+ index &* 8)
      guard inner != 0 else { continue }
      try walk(inner, level: level - 1, first: first &+ index &* span, end: end, body)
    }
  }
}
