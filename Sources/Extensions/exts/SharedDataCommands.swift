import Engine
import Language

extension SharedExtension {
  static let sharedDataCommands = [
    Command(
      "kuser", summary: "Show the page that the kernel shares with every process.",
      details: "KUSER_SHARED_DATA: ticks, times, the system's folder, version and product.",
      examples: ["!kuser": "Show it."], related: ["vertarget", ".time"]
    ) { session in try showSharedData(session) },
    Command(
      "gflag", summary: "Show or set the global flags.",
      details: """
        nt!NtGlobalFlag, or the NtGlobalFlag of the process in scope in a user session. +Bits sets \
        flags and -Bits clears them, Bits replaces all; each flag has a name of three letters too.
        """,
      examples: ["!gflag": "Show which flags are set."], related: ["!peb"],
      grammar: .rest("[+|-]Flags")
    ) { session, text in try globalFlags(session, text) },
  ]

  private static func showSharedData(_ session: Session) throws {
    let debugger = session.debugger
    // Kernel and processes see the page at these addresses (ntddk.h).
    let place: UInt64 = debugger.target.kind == .kernel ? 0xFFFF_F780_0000_0000 : 0x7FFE_0000
    let data = try debugger.structure("nt!_KUSER_SHARED_DATA", at: place)
    func time(_ field: String) throws -> UInt64 {
      let high = try data["\(field).High1Time"].uint
      return high << 32 | (try data["\(field).LowPart"].uint)
    }
    session.print("_KUSER_SHARED_DATA at \(session.plainAddress(place))")
    let ticks = try time("TickCount")
    session.print(
      "TickCount:    \(try data["TickCountMultiplier"].uint.hex()) * \(ticks.hex(16)) "
        + "(\(DebuggerTime.span(ticks &* 156_250).dropLeadingDays))")
    session.print("TimeZone Id: \(try data["TimeZoneId"].uint)")
    session.print(
      "ImageNumber Range: [\(try data["ImageNumberLow"].uint.hex()) .. "
        + "\(try data["ImageNumberHigh"].uint.hex())]")
    session.print("Crypto Exponent: \(try data["CryptoExponent"].uint)")
    session.print("SystemRoot: '\(try text(data["NtSystemRoot"]))'")
    session.print("System time: \(DebuggerTime.text(fileTime: try time("SystemTime")))")
    session.print(
      "Version: \(try data["NtMajorVersion"].uint).\(try data["NtMinorVersion"].uint), "
        + "active processors: \(try data["ActiveProcessorCount"].uint), "
        + "kernel debugger \(try data["KdDebuggerEnabled"].bool ? "enabled" : "disabled")")
  }

  /// The characters of an array of UTF-16 units up to its first zero.
  private static func text(_ array: Struct) throws -> String {
    let bytes = try array.bytes
    var units: [UInt16] = []
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let unit = UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
      if unit == 0 { break }
      units.append(unit)
    }
    return String(decoding: units, as: UTF16.self)
  }

  // MARK: Global flags

  private static func globalFlags(_ session: Session, _ text: String) throws {
    let debugger = session.debugger
    let isKernel = debugger.target.kind == .kernel
    let place =
      isKernel
      ? try debugger.address(of: "nt!NtGlobalFlag")
      : try processBlock(session, nil)["NtGlobalFlag"].address
    let before = try debugger.readUInt(place, 4)
    guard !text.isEmpty else {
      return show(before, "Current NtGlobalFlag contents", session)
    }
    let mark = text.first
    let rest = mark == "+" || mark == "-" ? String(text.dropFirst()) : text
    let bits: UInt64
    if let named = GlobalFlag.all.first(where: { $0.letters == rest.lowercased() }) {
      bits = named.bit
    } else {
      bits = try session.evaluate(rest) & 0xFFFF_FFFF
    }
    let after = mark == "+" ? before | bits : mark == "-" ? before & ~bits : bits
    try debugger.writeUInt(place, after, 4)
    show(after, "New NtGlobalFlag contents", session)
  }

  private static func show(_ flags: UInt64, _ title: String, _ session: Session) {
    session.print("\(title): 0x\(flags.hex(8))")
    for flag in GlobalFlag.all where flags & flag.bit != 0 {
      session.print("    \(flag.letters) - \(flag.meaning)")
    }
  }
}

/// A bit of NtGlobalFlag and the letters that GFlags calls it by ("GFlags Flag Table").
private struct GlobalFlag {
  let bit: UInt64
  let letters: String
  let meaning: String

  static let all = [
    GlobalFlag(bit: 0x1, letters: "soe", meaning: "Stop on exception"),
    GlobalFlag(bit: 0x2, letters: "sls", meaning: "Show loader snaps"),
    GlobalFlag(bit: 0x4, letters: "dic", meaning: "Debug initial command"),
    GlobalFlag(bit: 0x8, letters: "shg", meaning: "Stop on hung GUI"),
    GlobalFlag(bit: 0x10, letters: "htc", meaning: "Enable heap tail checking"),
    GlobalFlag(bit: 0x20, letters: "hfc", meaning: "Enable heap free checking"),
    GlobalFlag(bit: 0x40, letters: "hpc", meaning: "Enable heap parameter checking"),
    GlobalFlag(bit: 0x80, letters: "hvc", meaning: "Enable heap validation on call"),
    GlobalFlag(bit: 0x100, letters: "vrf", meaning: "Enable application verifier"),
    GlobalFlag(bit: 0x200, letters: "silent", meaning: "Enable silent process exit monitoring"),
    GlobalFlag(bit: 0x400, letters: "ptg", meaning: "Enable pool tagging"),
    GlobalFlag(bit: 0x800, letters: "htg", meaning: "Enable heap tagging"),
    GlobalFlag(bit: 0x1000, letters: "ust", meaning: "Create user mode stack trace database"),
    GlobalFlag(bit: 0x2000, letters: "kst", meaning: "Create kernel mode stack trace database"),
    GlobalFlag(bit: 0x4000, letters: "otl", meaning: "Maintain a list of objects for each type"),
    GlobalFlag(bit: 0x8000, letters: "htd", meaning: "Enable heap tagging by DLL"),
    GlobalFlag(bit: 0x1_0000, letters: "dse", meaning: "Disable stack extensions"),
    GlobalFlag(bit: 0x2_0000, letters: "d32", meaning: "Enable debugging of Win32 subsystem"),
    GlobalFlag(bit: 0x4_0000, letters: "ksl", meaning: "Enable loading of kernel debugger symbols"),
    GlobalFlag(bit: 0x8_0000, letters: "dps", meaning: "Disable paging of kernel stacks"),
    GlobalFlag(bit: 0x10_0000, letters: "scb", meaning: "Enable system critical breaks"),
    GlobalFlag(bit: 0x20_0000, letters: "dhc", meaning: "Disable heap coalesce on free"),
    GlobalFlag(bit: 0x40_0000, letters: "ece", meaning: "Enable close exception"),
    GlobalFlag(bit: 0x80_0000, letters: "eel", meaning: "Enable exception logging"),
    GlobalFlag(bit: 0x100_0000, letters: "eot", meaning: "Enable object handle type tagging"),
    GlobalFlag(bit: 0x200_0000, letters: "hpa", meaning: "Enable page heap"),
    GlobalFlag(bit: 0x400_0000, letters: "dwl", meaning: "Debug WinLogon"),
    GlobalFlag(bit: 0x800_0000, letters: "ddp", meaning: "Buffer DbgPrint output"),
    GlobalFlag(bit: 0x1000_0000, letters: "cse", meaning: "Early critical section event creation"),
    GlobalFlag(bit: 0x4000_0000, letters: "bhd", meaning: "Disable bad handles detection"),
    GlobalFlag(bit: 0x8000_0000, letters: "dpd", meaning: "Disable protected DLL verification"),
  ]
}

extension String {
  /// `0 days 0:00:01.000` without its days where there are none.
  fileprivate var dropLeadingDays: String {
    hasPrefix("0 days ") ? String(dropFirst(7)) : self
  }
}
