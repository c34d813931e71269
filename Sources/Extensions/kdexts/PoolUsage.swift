import Engine
import Language

/// One row of the kernel's table of pool use by tag: `_POOL_TRACKER_TABLE`.
struct PoolUsage {
  /// One kind of pool's share of a row.
  struct Share {
    var allocations: UInt64
    var frees: UInt64
    var bytes: UInt64

    /// Blocks that are allocated now.
    var outstanding: UInt64 { allocations >= frees ? allocations &- frees : 0 }
  }

  var key: UInt32
  var nonPaged: Share
  var paged: Share

  var tag: String { PoolTags.text(key) }

  /// Whether anything under the tag is allocated now.
  var isInUse: Bool { nonPaged.outstanding != 0 || paged.outstanding != 0 }
}

extension PoolUsage {
  /// Every row in use, from the hashed table and from the one that takes its overflow.
  static func all(_ session: Session) throws -> [PoolUsage] {
    let debugger = session.debugger
    let layout = try Layout(debugger.type("nt!_POOL_TRACKER_TABLE"))
    var rows: [PoolUsage] = []
    for (table, count) in [
      ("nt!PoolTrackTable", "nt!PoolTrackTableSize"),
      ("nt!PoolTrackTableExpansion", "nt!PoolTrackTableExpansionSize"),
    ] {
      let address = try debugger.readPointer(try debugger.address(of: table))
      let entries = try debugger.readUInt(try debugger.address(of: count), 8)
      guard address != 0, entries != 0 else { continue }
      guard entries <= mostEntries else {
        throw CommandError.message("\(table) says it has \(entries) rows, which cannot be.")
      }
      let memory = debugger.read(address, Int(entries) * layout.size)
      for index in 0..<Int(entries) {
        if let row = layout.row(memory, at: index * layout.size) { rows.append(row) }
      }
    }
    return rows
  }

  /// A table larger than this is no table: the kernel's has a few thousand rows.
  private static let mostEntries: UInt64 = 1 << 20

  /// Where the fields stand in a row.
  private struct Layout {
    let size: Int
    private let key: Int
    private let nonPaged: [FieldSlot]
    private let paged: [FieldSlot]

    init(_ type: TypeRef) throws {
      size = Int(clamping: type.size)
      key = Int(clamping: try type.offset(of: "Key"))
      nonPaged = try ["NonPagedAllocs", "NonPagedFrees", "NonPagedBytes"].map {
        FieldSlot(try type.place(of: $0))
      }
      paged = try ["PagedAllocs", "PagedFrees", "PagedBytes"].map {
        FieldSlot(try type.place(of: $0))
      }
    }

    /// The row at an offset; nil for an unused one and for one that cannot be read.
    func row(_ memory: MemoryRead, at offset: Int) -> PoolUsage? {
      guard let key = memory.uint(at: offset + key, size: 4), key != 0 else { return nil }
      return PoolUsage(
        key: UInt32(truncatingIfNeeded: key), nonPaged: share(memory, offset, nonPaged),
        paged: share(memory, offset, paged))
    }

    private func share(_ memory: MemoryRead, _ offset: Int, _ slots: [FieldSlot]) -> Share {
      let values = slots.map { memory.uint(at: offset + $0.offset, size: $0.size) ?? 0 }
      return Share(allocations: values[0], frees: values[1], bytes: values[2])
    }
  }

  /// A number's place in a row.
  private struct FieldSlot {
    let offset: Int
    let size: Int

    init(_ place: FieldPlace) {
      offset = Int(clamping: place.offset)
      size = min(8, max(1, Int(clamping: place.type.size)))
    }
  }
}
