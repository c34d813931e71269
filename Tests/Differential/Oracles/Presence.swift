import X86

/// Which meanings the machine executes, found by running an instruction of every row.
public enum Presence {
  /// The meanings that the machine decoded and did not execute, of the rows given.
  public static func missing(rows: [Int]) -> Set<String> {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: Record.bytes, alignment: 64)
    defer { memory.deallocate() }
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: Record.bytes)
    let record = Record(base: memory)
    let subject = Subject()
    for row in rows {
      let generator = Generator(row: row, seed: 1)
      for index in 0..<8 where generator.make(UInt64(index), into: record, slot: 0) != nil {
        subject.run(record, into: record.after)
      }
    }
    return subject.unimplemented
  }
}
