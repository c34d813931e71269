import Engine

// A process' handles as objects.

extension ProcessObjects {
  /// `Io`: what a process has open.
  func io(of process: UInt64) -> ModelObject {
    ModelObject(members: [
      Member("Handles", help: "Its handles, found by their numbers") {
        .list(
          ModelList {
            try handles(of: process).map { handle in
              ModelElement(key: .unsigned(handle.number), value: .object(object(of: handle)))
            }
          })
      }
    ])
  }

  /// An open handle: its number, and what its table's entry says.
  private struct Handle {
    var number: UInt64
    var header: UInt64
    var access: UInt64
  }

  private func handles(of process: UInt64) throws -> [Handle] {
    let address = try session.debugger.structure("nt!_EPROCESS", at: process)["ObjectTable"].pointer
    guard address != 0 else { return [] }
    let table = try session.debugger.structure("nt!_HANDLE_TABLE", at: address)
    var found: [Handle] = []
    try HandleTable(table).visit { number, entry in
      // The low bits are the entry's lock and the handle's attributes.
      let header = try entry["Value"].uint & ~7
      guard header != 0 else { return }
      let access = try entry["GrantedAccess"].uint & 0x1FF_FFFF
      found.append(Handle(number: number, header: header, access: access))
    }
    return found
  }

  private func object(of handle: Handle) -> ModelObject {
    ModelObject(members: [
      Member("Handle") { .unsigned(handle.number) },
      Member("Type") { .string(try typeName(ofObject: handle.header)) },
      Member("GrantedAccess") { .unsigned(handle.access) },
      Member("Object") {
        let type = try session.debugger.type("nt!_OBJECT_HEADER")
        return .native(CppValue(.known(type), .memory(handle.header)))
      },
    ])
  }

  /// The name of an object's type: `ObTypeIndexTable[TypeIndex]->Name`.
  private func typeName(ofObject header: UInt64) throws -> String {
    let debugger = session.debugger
    let index = try debugger.field("nt!_OBJECT_HEADER", "TypeIndex", at: header)
    let table = try debugger.address(of: "nt!ObTypeIndexTable")
    let type = try debugger.readPointer(table &+ index &* 8)
    return try debugger.structure("nt!_OBJECT_TYPE", at: type)["Name"].unicodeString
  }
}
