import Engine
import Language

extension MemoryDisplay {
  /// `dg`: segment descriptors.
  static let selectors = Command(
    "dg", summary: "Show the segment descriptors of selectors.",
    details: "Reads the descriptor tables that the current processor uses: base, limit, type, "
      + "privilege, size (Bg 32 bits, Nb 16 or 64), granularity of the limit (By byte, Pg page), "
      + "whether it is present (P) and 64-bit code (Lo), and the flags as they are stored.",
    examples: ["dg cs": "the code segment", "dg 0 60": "all up to selector 60"],
    related: ["r", "!pcr"], repetition: .none,
    grammar: .address("FirstSelector"), .optional(.address("LastSelector"))
  ) { session, first, last in
    let end = min(last ?? first, 0xFFFF)
    guard first <= end else { throw session.rejectedAtEnd(.range) }
    printSelectorHeads(session)
    // A context that was set (.trap) has no tables; the processor's are meant.
    var context = try session.context
    if !context.isKnown(.gdtr) {
      let debugger = session.debugger
      context = try debugger.target.context(processor: debugger.scope.processor)
    }
    var selector = first & ~7 | first & 7
    // As many as the debugger shows at most.
    for _ in 0..<256 where selector <= end {
      try session.checkCancelled()
      let text = selectorLine(UInt16(truncatingIfNeeded: selector), context, session)
      session.print(text)
      selector = (selector & ~7) + 8
    }
  }

  private static func printSelectorHeads(_ session: Session) {
    if session.pointerSize == 8 {
      session.print(String(repeating: " ", count: 52) + "P Si Gr Pr Lo")
      session.print(
        "Sel        Base              Limit          Type    l ze an es ng Flags")
      session.print(
        "---- ----------------- ----------------- ---------- - -- -- -- -- --------")
    } else {
      session.print(String(repeating: " ", count: 34) + "P Si Gr Pr Lo")
      session.print("Sel    Base     Limit     Type    l ze an es ng Flags")
      session.print("---- -------- -------- ---------- - -- -- -- -- --------")
    }
  }

  /// One descriptor in a line, or why there is none.
  private static func selectorLine(_ selector: UInt16, _ context: Context, _ session: Session)
    -> String
  {
    let name = UInt64(selector).hex(4).uppercased()
    guard let raw = descriptor(selector, context, session) else {
      return "\(name) Unable to get descriptor"
    }
    let low = raw.low
    let access = low >> 40 & 0xFF
    let flags = low >> 52 & 0xF
    var base = low >> 16 & 0xFF_FFFF | (low >> 56) << 24
    var limit = low & 0xFFFF | low >> 32 & 0xF_0000
    if flags & 8 != 0 { limit = limit << 12 | 0xFFF }
    // System descriptors have 16 bytes where code can be 64-bit.
    let isSystem = access & 0x10 == 0 && access & 0xF != 0
    if isSystem, session.pointerSize == 8 { base |= raw.high << 32 }
    let is64 = access & 0x18 == 0x18 && flags & 2 != 0
    let parts: [String] = [
      name, session.addressText(base), session.addressText(limit),
      typeText(access).padded(10), "\(access >> 5 & 3)", flags & 4 != 0 ? "Bg" : "Nb",
      flags & 8 != 0 ? "Pg" : "By", access & 0x80 != 0 ? "P " : "NP", is64 ? "Lo" : "Nl",
      (access | flags << 8).hex(8),
    ]
    return parts.joined(separator: " ")
  }

  /// The 16 bytes from a selector's descriptor on; nil when it lies beyond its table.
  private static func descriptor(_ selector: UInt16, _ context: Context, _ session: Session)
    -> (low: UInt64, high: UInt64)?
  {
    var table = context[.gdtr]
    var limit = context[.gdtl]
    if selector & 4 != 0 {
      guard selector & 0xFFF8 != 0, context[.ldtr] & 0xFFF8 != 0,
        context[.ldtr] & 4 == 0,
        let own = descriptor(UInt16(truncatingIfNeeded: context[.ldtr]), context, session)
      else { return nil }
      table = own.low >> 16 & 0xFF_FFFF | (own.low >> 56) << 24
      if session.pointerSize == 8 { table |= own.high << 32 }
      limit = own.low & 0xFFFF | own.low >> 32 & 0xF_0000
    }
    let offset = UInt64(selector & 0xFFF8)
    guard offset &+ 7 <= limit, let low = try? session.debugger.readUInt(table &+ offset, 8) else {
      return nil
    }
    let high = (try? session.debugger.readUInt(table &+ offset &+ 8, 8)) ?? 0
    return (low, high & 0xFFFF_FFFF)
  }

  /// The kind of segment by its access byte (Intel SDM vol. 3A, 3.4.5.1 and 3.5).
  private static func typeText(_ access: UInt64) -> String {
    let type = access & 0xF
    if access & 0x10 == 0 {
      switch type {
      case 1: return "TSS16 Avl"
      case 2: return "LDT"
      case 3: return "TSS16 Busy"
      case 4: return "CallGate16"
      case 5: return "TaskGate"
      case 6: return "IntGate16"
      case 7: return "TrapGate16"
      case 9: return "TSS32 Avl"
      case 11: return "TSS32 Busy"
      case 12: return "CallGate32"
      case 14: return "IntGate32"
      case 15: return "TrapGate32"
      default: return "<Reserved>"
      }
    }
    let touched = type & 1 != 0 ? " Ac" : "   "
    let readable = type & 2 != 0
    let text =
      type & 8 != 0 ? "Code \(readable ? "RE" : "EO")" : "Data \(readable ? "RW" : "RO")"
    return text + touched
  }
}
