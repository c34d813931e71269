import Engine
import Language

extension KernelExtension {
  static let translationCommands: [Command] = [
    Command(
      "vtop", summary: "Translate a virtual address, step by step.",
      details: "DirBase is the page directory's base or its page frame, as !process shows it; 0 "
        + "stands for the process in scope. Each step shows the physical address of the entry that "
        + "was read.",
      examples: [
        "!vtop 0 nt": "where the kernel lies in physical memory",
        "!vtop 100 nt": "by the tables in page frame 100",
      ],
      related: ["!pte", "!ptov", "!db", ".process"], repetition: .none,
      grammar: .expression("DirBase"), .address("VirtualAddress")
    ) { session, base, address in
      var tables = try pageTables(base, session)
      try showTranslation(of: address, &tables, session)
    },
    Command(
      "ptov", summary: "List every page of an address space, by physical address.",
      details: "DirBase is the page directory's base, as !process shows it, or its page frame; 0 "
        + "stands for the process in scope. A line is a physical and a virtual address; a large "
        + "page is one line. The list is long.",
      examples: ["!ptov @cr3": "the pages of the processor's address space"],
      related: ["!vtop", "!pte", "!process"], repetition: .none, grammar: .expression("DirBase")
    ) { session, base in
      var tables = try pageTables(base, session)
      session.print("Amd64PtoV: pagedir \(tables.root.hex())")
      var place: UInt64 = 0
      while let page = tables.nextMapping(from: place, through: .max) {
        try session.checkCancelled()
        let large = page.size > 0x1000 ? " (large page, 0x\(page.size.hex()) bytes)" : ""
        session.print("\(short(page.physical)) \(short(page.address))\(large)")
        let (next, isOver) = page.address.addingReportingOverflow(page.size)
        if isOver { break }
        place = next
      }
    },
    Command(
      "pte2va", summary: "Show the address that a page table entry maps.",
      details: "Address is that of an entry in the page tables' own mapping.",
      examples: ["!pte2va fffff6fc0000a000": "the kernel's base, whose entry stands there"],
      related: ["!pte", "!vtop"], repetition: .none, grammar: .address("Address")
    ) { session, address in
      let map = SelfMap(session)
      guard let mapped = map.address(mappedBy: address) else {
        throw CommandError.message("\(address.hex(16)) is not the address of a page table entry")
      }
      session.print(mapped.hex(16))
    },
  ]

  /// The page tables that `!vtop` and `!ptov` mean by their first argument.
  private static func pageTables(_ base: UInt64, _ session: Session) throws -> PageTables {
    guard session.debugger.target.capabilities.contains(.physicalMemory) else {
      throw TargetError.unsupported("read physical memory")
    }
    if base == 0 {
      guard let tables = session.debugger.pageTables else {
        throw CommandError.message("The processor does not use page tables of 64-bit mode")
      }
      return tables
    }
    // A directory's base ends in three zeros, a page frame's number is short.
    let isFrame = base & 0xFFF != 0 || base < 0x1000
    return PageTables(
      target: session.debugger.target, root: isFrame ? base << 12 : base)
  }

  /// Digits in two halves when there are more than eight, without zeros in front otherwise.
  private static func short(_ value: UInt64) -> String {
    value > 0xFFFF_FFFF ? value.split : value.hex()
  }

  private static let levelNames = [4: "PML4E", 3: "PDPE", 2: "PDE", 1: "PTE"]

  private static func showTranslation(
    of address: UInt64, _ tables: inout PageTables, _ session: Session
  ) throws {
    session.print("Amd64VtoP: Virt \(address.split), pagedir \(tables.root.split)")
    let path = tables.walk(address)
    for entry in path {
      let name = levelNames[entry.level] ?? ""
      session.print("Amd64VtoP: \(name) \(entry.physicalAddress.split)")
    }
    guard let last = path.last, last.isPresent, last.isLeaf else {
      if let last = path.last {
        let name = levelNames[last.level] ?? ""
        let kind = last.value == 0 ? "zero" : "invalid"
        session.print("Amd64VtoP: \(kind) \(name)")
      } else {
        session.print("Amd64VtoP: no PML4E")
      }
      return session.print(
        "Virtual address \(address.hex()) translation fails, error 0xD0000147.")
    }
    let physical = last.target | address & (last.span - 1)
    let large = last.level > 1 ? "Large page mapped" : "Mapped"
    session.print("Amd64VtoP: \(large) phys \(physical.split)")
    session.print(
      "Virtual address \(address.hex()) translates to physical address \(physical.hex()).")
  }
}
