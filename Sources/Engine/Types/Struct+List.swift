// Walking the kernel's lists.

extension Struct {
  /// The records of the doubly linked list whose head (`_LIST_ENTRY`) is here; `link` is the path
  /// of the `_LIST_ENTRY` in each.
  ///
  /// Throws `LookupError.loop` when an entry comes again without the head being reached or when
  /// there are more than `limit`, and `MemoryError` at an entry that cannot be read.
  public func list(_ type: String, _ link: String, limit: Int = 0x10_0000) throws -> [Struct] {
    let record = try debugger.type(type)
    return try list(record, offset: try record.offset(of: link), limit: limit)
  }

  /// As `list(_:_:limit:)`, with the link's offset known.
  public func list(_ record: TypeRef, offset: UInt64, limit: Int = 0x10_0000) throws -> [Struct] {
    try debugger.links(from: address, limit: limit, space: space).map {
      Struct(debugger, record, at: $0 &- offset, space: space)
    }
  }

  /// The records of the singly linked list (`_SINGLE_LIST_ENTRY`, or any pointer to the next link)
  /// whose head is here; it ends at 0.
  public func singleList(_ type: String, _ link: String, limit: Int = 0x10_0000) throws -> [Struct]
  {
    let record = try debugger.type(type)
    let offset = try record.offset(of: link)
    var found: [Struct] = []
    var seen: Set<UInt64> = []
    var next = try pointer
    while next != 0 {
      guard seen.insert(next).inserted, found.count < limit else {
        throw LookupError.loop(at: next)
      }
      try debugger.checkCancelled()
      let item = Struct(debugger, record, at: next &- offset, space: space)
      found.append(item)
      next = try Struct(debugger, record, at: next, space: space).pointer
    }
    return found
  }
}

extension Debugger {
  /// The addresses of the links of the list whose head is at `head`, the head not included.
  public func links(from head: UInt64, limit: Int = 0x10_0000, space: AddressSpace? = nil) throws
    -> [UInt64]
  {
    let memory = MemoryView(target: target, space: space ?? addressSpace)
    var found: [UInt64] = []
    var seen: Set<UInt64> = [head]
    var place = head
    while true {
      guard let next = memory.uint(place, target.pointerSize) else {
        throw MemoryError(address: place)
      }
      // A head of zeros is a list nobody has made yet.
      if next == head || (next == 0 && place == head) { return found }
      guard seen.insert(next).inserted, found.count < limit else {
        throw LookupError.loop(at: next)
      }
      try checkCancelled()
      found.append(next)
      place = next
    }
  }
}
