import Engine
import Language

extension KernelExtension {
  static let poolCommands = [
    poolUsed,
    Command(
      "pool", summary: "Show the pool page around an address.",
      details: """
        Lists every block of the page that holds Address; the block it lies in is marked with `*`. \
        A large allocation is shown as such. Flags: 2 shows only the block that holds the address.
        """,
      examples: [
        "!pool poi(nt!PsActiveProcessHead)": "the page of the first process",
        "!pool poi(nt!PsActiveProcessHead) 2": "its block alone",
      ],
      related: ["!poolused", "!poolfind", "!poolval", "!pte"], repetition: .none,
      grammar: .address("Address"), .optional(.expression("Flags"))
    ) { session, address, flags in
      try showPool(session, signExtended(address), ownerOnly: (flags ?? 0) & 2 != 0)
    },
  ]

  private static func showPool(
    _ session: Session, _ address: UInt64, ownerOnly: Bool
  ) throws {
    let debugger = session.debugger
    let page = address & ~0xfff
    session.print("Pool page \(address.hex(16)) region is \(region(of: address))")
    if let big = try BigPoolBlock.holding(address, debugger) {
      session.print(
        "*\(big.address.hex(16)) : large page allocation, tag is \(PoolTags.text(big.tag)), "
          + "size is 0x\(String(big.size, radix: 16)) bytes")
      session.print(
        "\t\tPooltag \(PoolTags.text(big.tag)) : \(PoolTags.note(for: PoolTags.text(big.tag)))")
      return
    }
    let memory = debugger.read(page, 0x1000)
    guard memory.isComplete else {
      throw CommandError.message(
        "\(page.hex(16)) is not valid pool. Checking for freed (or corrupt) pool")
    }
    for block in try PoolBlock.blocks(of: memory, debugger) {
      let isOwner = address >= block.address && address < block.address &+ block.size
      if ownerOnly && !isOwner { continue }
      session.print(block.line(isOwner: isOwner))
      if isOwner {
        session.print("\t\tPooltag \(block.tagText) : \(PoolTags.note(for: block.tagText))")
      }
    }
  }

  /// Which pool an address belongs to, by the kernel's map of its address space.
  private static func region(of address: UInt64) -> String {
    switch address >> 32 {
    case 0xffff_f8a0...0xffff_f8bf: "Paged pool"
    case 0xffff_f900...0xffff_f97f: "Paged session pool"
    case 0xffff_fa80...0xffff_faff: "Nonpaged pool"
    default: "Unknown"
    }
  }
}
