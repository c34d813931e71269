import Engine

/// What is printed about a stop before the place where the target stands.
struct StopText {
  /// The lines, without line ends.
  var lines: [String] = []

  /// The lines of a stop in a kernel or a user session.
  ///
  /// - Parameter thread: what stands before an event of a thread, in a user session.
  init(_ stop: Stop, isKernel: Bool, isBare: Bool = false, thread: String = "") {
    switch stop.reason {
    case .output: break
    case .breakpoints(let ids): lines += ids.map { "Breakpoint \($0) hit" }
    case .exception(let record, let firstChance):
      lines += Self.exception(record, firstChance, thread: thread)
    case .stepped: break
    case .breakIn where !isKernel, .idle where !isKernel:
      lines.append(thread + Session.wakeDebugger)
    case .breakIn(let forced): lines += Self.breakIn(forced: forced, isBare: isBare)
    case .idle: lines += isBare ? Self.halted : Self.idle
    case .load(let notice): lines.append(Self.load(notice))
    case .unload(let notice): lines.append(Self.unload(notice))
    case .process, .called: break
    case .ended(let end): lines.append("The target has ended: \(end).")
    }
  }

  /// `ModLoad: start end   path`.
  static func load(_ notice: ImageNotice) -> String {
    "ModLoad: \(notice.base.split) \((notice.base &+ notice.size).split)   \(notice.path)"
  }

  /// `Unload module path at base`.
  static func unload(_ notice: ImageNotice) -> String {
    "Unload module \(notice.path) at \(notice.base.split)"
  }

  /// The lines that tell an exception.
  static func exception(_ record: ExceptionRecord, _ firstChance: Bool, thread: String = "")
    -> [String]
  {
    let chance = firstChance ? "first chance" : "!!! second chance !!!"
    let name = ExceptionName.text(record.code)
    let line = "\(thread)\(name) - code \(record.code.hex(8)) (\(chance))"
    if let fault = record.processorFault { return [line, Self.fault(fault)] }
    let isBreak =
      record.code == ExceptionRecord.breakpointCode || record.code == ExceptionRecord.singleStepCode
    guard firstChance, !isBreak else { return [line] }
    return [
      line, "First chance exceptions are reported before any exception handling.",
      "This exception may be expected and handled.",
    ]
  }

  /// `#PF (vector 0e), error code 0002, cr2=0000000005000000`.
  private static func fault(_ fault: ProcessorFault) -> String {
    let vector = Int(fault.vector)
    let name = vector < mnemonics.count ? mnemonics[vector] : ""
    var text = "\(name.isEmpty ? "" : name + " ")(vector \(UInt64(vector).hex(2)))"
    if let code = fault.errorCode { text += ", error code \(code.hex(4))" }
    if let address = fault.address { text += ", cr2=\(address.hex(16))" }
    return text
  }

  /// The processor's exceptions by vector (Intel SDM vol. 3A, table 6-1).
  private static let mnemonics = [
    "#DE", "#DB", "NMI", "#BP", "#OF", "#BR", "#UD", "#NM", "#DF", "", "#TS", "#NP", "#SS", "#GP",
    "#PF", "", "#MF", "#AC", "#MC", "#XM", "#VE", "#CP",
  ]

  private static func breakIn(forced: Bool, isBare: Bool) -> [String] {
    let code = ExceptionRecord.breakpointCode.hex(8)
    let first = "Break instruction exception - code \(code) (first chance)"
    if isBare { return ["Broken in."] }
    if forced { return ["The target did not answer and was stopped where it stood."] }
    return [first]
      + box([
        "The target was asked to break in (Ctrl+C does), and has stopped.",
        "This is neither an error nor a crash. Type g and Enter to let it run on.",
      ])
  }

  private static let idle = [
    "The target waits for its console, and nobody is there to type: broken in."
  ]

  private static let halted = [
    "The processor is halted, and nothing is left that could wake it: broken in."
  ]

  /// Text between lines of stars.
  private static func box(_ text: [String]) -> [String] {
    let rule = String(repeating: "*", count: 79)
    return [rule] + text.map { "*   \($0)".padded(78) + "*" } + [rule]
  }
}

/// The names of exceptions.
public enum ExceptionName {
  /// Names of exceptions that no event filter has.
  private static let others: [UInt32: String] = [
    0xC000_008C: "Array bounds exceeded", 0xC000_008D: "Floating-point denormal operand",
    0xC000_008E: "Floating-point division by zero", 0xC000_008F: "Floating-point inexact result",
    0xC000_0090: "Floating-point invalid operation", 0xC000_0091: "Floating-point overflow",
    0xC000_0092: "Floating-point stack check", 0xC000_0093: "Floating-point underflow",
    0xC000_0096: "Privileged instruction",
  ]

  /// The name of an NTSTATUS code, `Unknown exception` for one that has none here.
  public static func text(_ code: UInt32) -> String { known(code) ?? "Unknown exception" }

  /// The name of an NTSTATUS code, nil for one that has none here.
  public static func known(_ code: UInt32) -> String? {
    EventFilters.exceptions.first { $0.subject == .exception(code) }?.name ?? others[code]
  }
}
