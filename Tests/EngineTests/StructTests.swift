import Engine
import Testing

/// The list that `MakeList` of the fixture builds, written by hand at the variables' places.
@Suite struct StructTests {
  private func session() throws -> (Debugger, MemoryTarget, [UInt64]) {
    let (debugger, target) = try Walker.session()
    let head = try debugger.address(of: "nt!ListHead")
    let nodes = try debugger.global("nt!Nodes")
    let count = 3
    var addresses: [UInt64] = []
    for index in 0..<count {
      let node = nodes[index]
      addresses.append(node.address)
      try node["Id"].set(0x1122_3344_0000_0000 + UInt64(index))
      try node["Bits.Low"].set(5)
      try node["Bits.High"].set(17 + UInt64(index))
      try node["Bits.Signed"].set(UInt64(bitPattern: -7))
      try debugger.write(node["Name"].address, [0x6E, 0x30 + UInt8(index), 0])
      try node["Values[2]"].set(UInt64(bitPattern: -2))
      try node["Next"].set(index < 2 ? nodes[index + 1].address : 0)
      try node["Link.Blink"].set(0)
      try node["Link.Flink"].set(index < 2 ? try nodes[index + 1]["Link"].address : head)
    }
    try debugger.global("nt!ListHead")["Flink"].set(try nodes[0]["Link"].address)
    return (debugger, target, addresses)
  }

  @Test func fieldsReadAsTheirTypesSay() throws {
    let (debugger, _, nodes) = try session()
    let node = try debugger.structure("nt!_NODE", at: nodes[1])
    #expect(try node["Id"].uint == 0x1122_3344_0000_0001)
    #expect(try node["Bits.Low"].uint == 5)
    #expect(try node["Bits.High"].uint == 18)
    #expect(try node["Bits.Signed"].int == -7)
    #expect(try node["Bits.Signed"].uint == 0xFFFF_FFF9)
    #expect(try node["Name"].text == "n1")
    #expect(try node["Values[2]"].int == -2)
    #expect(try node["Values"][2].uint == 0xFFFE)
    #expect(try node["Next"].pointee["Id"].uint == 0x1122_3344_0000_0002)
    #expect(try node["Next"].pointer == nodes[2])
    #expect(try debugger.field("_NODE", "Id", at: nodes[2]) == 0x1122_3344_0000_0002)
    #expect(node.has("Link.Flink") && !node.has("Link.Wrong"))
    #expect(try node["link.flink"].address == node["Link"].address)
  }

  @Test func settingBitsKeepsTheirNeighbours() throws {
    let (debugger, _, nodes) = try session()
    let node = try debugger.structure("_NODE", at: nodes[0])
    try node["Bits.High"].set(0xFF)
    #expect(try node["Bits.High"].uint == 0x1F)
    #expect(try node["Bits.Low"].uint == 5)
  }

  @Test func listsAreWalked() throws {
    let (debugger, _, nodes) = try session()
    let head = try debugger.global("nt!ListHead")
    let found = try head.list("nt!_NODE", "Link")
    #expect(found.map(\.address) == nodes)
  }

  @Test func singlyLinkedListsEndAtZero() throws {
    let (debugger, target, _) = try session()
    target.add([0x08, 0, 0x70, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], at: 0x70_0000)
    let head = try Struct(debugger, debugger.type("_LIST_ENTRY"), at: 0x70_0000)
    #expect(try head.singleList("_LIST_ENTRY", "Flink").map(\.address) == [0x70_0008])
    try debugger.writeUInt(0x70_0008, 0x70_0008, 8)
    #expect(throws: LookupError.loop(at: 0x70_0008)) {
      try head.singleList("_LIST_ENTRY", "Flink")
    }
  }

  @Test func aListThatDoesNotCloseIsALoop() throws {
    let (debugger, _, nodes) = try session()
    let last = try debugger.structure("nt!_NODE", at: nodes[2])
    let second = try debugger.structure("nt!_NODE", at: nodes[1])["Link"].address
    try last["Link.Flink"].set(second)
    let head = try debugger.global("nt!ListHead")
    #expect(throws: LookupError.loop(at: second)) { try head.list("nt!_NODE", "Link") }
    try last["Link.Flink"].set(0x10)
    #expect(throws: MemoryError(address: 0x10)) { try head.list("nt!_NODE", "Link") }
    #expect(throws: LookupError.self) { try head.list("nt!_NODE", "Link", limit: 2) }
    debugger.interrupt.request()
    #expect(throws: Cancelled()) { try head.list("nt!_NODE", "Link") }
  }

  @Test func wrongNamesSayWhichPart() throws {
    let (debugger, _, nodes) = try session()
    let node = try debugger.structure("_NODE", at: nodes[0])
    #expect(throws: LookupError.noField(type: "_LIST_ENTRY", field: "Wrong")) {
      try node["Link.Wrong"]
    }
    #expect(throws: LookupError.self) { try node["Id.More"] }
    #expect(throws: LookupError.self) { try node["Id[1]"] }
    #expect(throws: LookupError.self) { try node["Values[x]"] }
    #expect(throws: LookupError.noType("nt!_NOBODY")) {
      try debugger.structure("nt!_NOBODY", at: 0)
    }
    #expect(throws: LookupError.noModule("x")) { try debugger.type("x!_NODE") }
    #expect(throws: LookupError.noType("_NOBODY")) { try debugger.type("_NOBODY") }
  }

  @Test func offsetsAndSizes() throws {
    let (debugger, _, _) = try session()
    #expect(try debugger.offset(of: "Link.Blink", in: "_NODE") == 0x18)
    #expect(try debugger.offset(of: "Values[3]", in: "_NODE") == 0x2E)
    #expect(try debugger.size(of: "_NODE") == 0x38)
    #expect(try debugger.types(matching: "nt!_N*E").map(\.name) == ["_NODE"])
    #expect(try debugger.type("_NODE").fields.map(\.name).prefix(2) == ["Id", "Bits"])
    let bits = try #require(debugger.type("_NODE").field("Bits")?.type.field("High")?.bits)
    #expect(bits == (3, 5))
    let node = try debugger.structure("_NODE", at: 0x1000)
    #expect(try node["Link"].container("_NODE", "Link").address == 0x1000)
  }
}
