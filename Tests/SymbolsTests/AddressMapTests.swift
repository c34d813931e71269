import Testing

@testable import Symbols

private let areas = [
  AddressMap.Area(rva: 0x1000, size: 0x800), AddressMap.Area(rva: 0x2000, size: 0x100),
]

@Test(
  arguments: [
    (1, 0, 0x1000), (1, 0x7ff, 0x17ff), (2, 0x10, 0x2010), (0, 0, nil), (3, 0, nil),
    (1, 0xffff_ffff, nil),
  ] as [(UInt16, UInt32, UInt32?)])
func sectionsHaveAddresses(_ section: UInt16, _ offset: UInt32, _ rva: UInt32?) {
  let map = AddressMap(areas: areas, fromSource: [], toSource: [])
  #expect(map.rva(section: section, offset: offset) == rva)
  if let rva {
    #expect(map.place(of: rva)?.section == section)
    #expect(map.place(of: rva)?.offset == offset)
  }
}

@Test func addressesOutsideOfSections() {
  let map = AddressMap(areas: areas, fromSource: [], toSource: [])
  #expect(map.place(of: 0xfff) == nil)
  #expect(map.place(of: 0x1800) == nil)
  #expect(map.sectionStart(of: 0x20ff) == 0x2000)
  #expect(map.sectionStart(of: 0x2100) == nil)
}

/// Code that a later pass moved: 1100h to 17FFh went to 1400h and on, what was at 1080h is gone.
@Test(
  arguments: [(0x0, 0x1000), (0x7f, 0x107f), (0x80, nil), (0x100, 0x1400), (0x110, 0x1410)]
    as [(UInt32, UInt32?)])
func movedCodeIsFollowed(_ offset: UInt32, _ rva: UInt32?) {
  let map = AddressMap(
    areas: areas,
    fromSource: [
      .init(source: 0x1000, target: 0x1000), .init(source: 0x1080, target: 0),
      .init(source: 0x1100, target: 0x1400),
    ],
    toSource: [.init(source: 0x1000, target: 0x1000), .init(source: 0x1400, target: 0x1100)])
  #expect(map.rva(section: 1, offset: offset) == rva)
  if let rva { #expect(map.place(of: rva)?.offset == offset) }
}
