import Engine
import Language

/// An analysis in words, as `!analyze` lays it out.
struct CrashReport {
  private let session: Session
  private let analysis: CrashAnalysis

  init(_ session: Session, _ analysis: CrashAnalysis) {
    self.session = session
    self.analysis = analysis
  }

  /// The box with the title.
  private func printTitle() {
    let rule = String(repeating: "*", count: 79)
    let blank = "*" + String(repeating: " ", count: 77) + "*"
    let title = analysis.exception == nil ? "Bugcheck Analysis" : "Exception Analysis"
    let line = "*" + String(repeating: " ", count: 24) + title
    for text in [rule, blank, line.padded(78) + "*", blank, rule, ""] { session.print(text) }
  }

  /// `!analyze`: a few lines.
  func printBrief() {
    printTitle()
    if let exception = analysis.exception {
      session.print("Use !analyze -v to get detailed debugging information.")
      session.print()
      session.print("Exception \(exception.record.code.hex(8)) in \(analysis.processName)")
    } else {
      session.print("Use !analyze -v to get detailed debugging information.")
      session.print()
      let code = UInt32(truncatingIfNeeded: analysis.data[0]).upperHex()
      let arguments = analysis.data[1...].map { $0.hex() }.joined(separator: ", ")
      session.print("BugCheck \(code), {\(arguments)}")
    }
    session.print()
    session.print("Probably caused by : \(image) ( \(symbol ?? "Unknown_Symbol") )")
    session.print()
    printFollowup()
  }

  /// `!analyze -v`.
  func printDetails() throws {
    printTitle()
    if analysis.exception == nil {
      Self.printMeaning(
        UInt32(truncatingIfNeeded: analysis.data[0]), Array(analysis.data[1...]), session)
      session.print()
    }
    session.print("Debugging Details:")
    session.print("------------------")
    session.print()
    printAccess()
    try printPlace("FAULTING_IP", analysis.faultingIP)
    if let exception = analysis.exception { try printException(exception) }
    field("DEFAULT_BUCKET_ID", bucketKind)
    field("BUGCHECK_STR", bugCheckText)
    field("PROCESS_NAME", analysis.processName)
    if let irql { field("CURRENT_IRQL", irql) }
    try printTrap()
    if let frame = analysis.frames.first {
      field(
        "LAST_CONTROL_TRANSFER",
        "from \(session.plainAddress(frame.returnAddress)) to \(session.plainAddress(frame.ip))")
    }
    printStack()
    field("STACK_COMMAND", stackCommand)
    try printPlace("FOLLOWUP_IP", analysis.culprit?.ip)
    field("SYMBOL_NAME", symbol ?? "Unknown_Symbol")
    field("FOLLOWUP_NAME", "MachineOwner")
    field("MODULE_NAME", module?.name ?? "Unknown_Module", gap: " ")
    field("IMAGE_NAME", image)
    field("DEBUG_FLR_IMAGE_TIMESTAMP", module?.timeDateStamp.hex() ?? "0")
    field("FAILURE_BUCKET_ID", bucket)
    field("BUCKET_ID", bucket)
    printFollowup()
  }

  /// Name, meaning and arguments of a bug check.
  static func printMeaning(_ code: UInt32, _ arguments: [UInt64], _ session: Session) {
    let row = BugCheck.find(code)
    if let row {
      session.print("\(row.name) (\(code.hex()))")
      for line in wrapped(row.meaning) { session.print(line) }
    } else {
      session.print("Unknown bugcheck code (\(code.hex()))")
      session.print("Unknown bugcheck description")
    }
    session.print("Arguments:")
    for index in 0..<4 {
      let value = index < arguments.count ? arguments[index] : 0
      var text = "Arg\(index + 1): \(session.plainAddress(value))"
      if let row, index < row.arguments.count { text += ", \(row.arguments[index])" }
      session.print(text)
    }
  }

  /// Text in lines of at most 78 characters.
  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= 78 {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private func field(_ name: String, _ value: String, gap: String = "  ") {
    session.print("\(name):\(gap)\(value)")
    session.print()
  }

  /// `READ_ADDRESS` or `WRITE_ADDRESS` of a bug check about memory.
  private func printAccess() {
    guard let row = analysis.bugCheck, analysis.data[0] != 0, row.address > 0 else { return }
    let kind: String
    switch row.access > 0 ? analysis.data[row.access] & 9 : 0 {
    case 0: kind = "READ_ADDRESS"
    case 1: kind = "WRITE_ADDRESS"
    default: kind = "EXECUTE_ADDRESS"
    }
    field(kind, session.plainAddress(analysis.data[row.address]), gap: " ")
  }

  /// The IRQL that the bug check's arguments tell.
  private var irql: String? {
    guard let row = analysis.bugCheck, analysis.data[0] != 0, row.irql > 0 else { return nil }
    return analysis.data[row.irql].hex()
  }

  /// A place in code: its symbol and its instruction.
  private func printPlace(_ name: String, _ address: UInt64?) throws {
    guard let address else { return }
    session.print("\(name): ")
    session.print(symbolText(address) ?? "+\(address.hex())")
    session.print(session.disassemble(address).text)
    session.print()
  }

  private func printException(_ exception: ExceptionEvent) throws {
    session.print("EXCEPTION_RECORD:  ffffffffffffffff -- (.exr 0xffffffffffffffff)")
    try session.run(commands: ".exr -1")
    session.print()
    let code = exception.record.code
    field("EXCEPTION_CODE", "(NTSTATUS) 0x\(code.hex()) - \(ExceptionName.text(code))", gap: " ")
    for (index, value) in exception.record.parameters.prefix(2).enumerated() {
      field("EXCEPTION_PARAMETER\(index + 1)", session.plainAddress(value))
    }
  }

  private func printTrap() throws {
    guard let trap = analysis.trap else { return }
    let address = session.plainAddress(trap.address)
    session.print("TRAP_FRAME:  \(address) -- (.trap 0x\(address))")
    let scope = session.debugger.scope
    defer { session.debugger.restore(scope) }
    try session.run(commands: ".trap 0x\(address)")
    session.print("Resetting default scope")
    session.print()
  }

  private func printStack() {
    session.print("STACK_TEXT:  ")
    for frame in analysis.frames {
      let place = session.symbolText(frame.ip) ?? "0x\(frame.ip.hex())"
      if case .inline(let site) = frame.kind {
        let module = session.debugger.module(containing: frame.lookupAddress)
        let name = module.map { "\($0.name)!\(site.name)" } ?? site.name
        session.print("(Inline Function) --------`-------- : \(name)")
        continue
      }
      let homes = frame.homes.map { $0.map(session.addressText) ?? "????????`????????" }
      session.print(
        "\(session.addressText(frame.sp)) \(session.addressText(frame.returnAddress)) : "
          + "\(homes.joined(separator: " ")) : \(place)")
    }
    session.print()
    session.print()
  }

  private var stackCommand: String {
    analysis.trap.map { ".trap 0x\(session.plainAddress($0.address)) ; kb" } ?? "kb"
  }

  private func printFollowup() {
    session.print("Followup: MachineOwner")
    session.print("---------")
    session.print()
  }

  private var module: Module? {
    analysis.culprit.flatMap { session.debugger.module(containing: $0.lookupAddress) }
  }

  private var image: String { module?.imageName ?? "Unknown_Image" }

  private var symbol: String? { analysis.culprit.flatMap { symbolText($0.ip) } }

  /// `module!function+7c`: the offset without `0x`.
  private func symbolText(_ address: UInt64) -> String? {
    guard let symbol = session.debugger.symbolize(address) else { return nil }
    guard symbol.displacement > 0 else { return symbol.qualifiedName }
    return "\(symbol.qualifiedName)+\(symbol.displacement.hex())"
  }

  /// `0xD1`, `0x1E_c0000094`, `0x7f_8`; an exception's code.
  private var bugCheckText: String {
    if let exception = analysis.exception { return exception.record.code.hex(8) }
    let code = UInt32(truncatingIfNeeded: analysis.data[0])
    switch code {
    case 0x1E, 0x7E, 0x8E, 0x3B:
      return "0x\(code.upperHex())_\(UInt32(truncatingIfNeeded: analysis.data[1]).hex())"
    case 0x7F, 0xC2, 0x19, 0x139: return "0x\(code.hex())_\(analysis.data[1].hex())"
    default: return "0x\(code.upperHex())"
    }
  }

  private var bucketKind: String {
    if let exception = analysis.exception {
      return exception.record.code == ExceptionRecord.breakpointCode
        ? "STATUS_BREAKPOINT" : module?.isUser == true ? "APPLICATION_FAULT" : "DRIVER_FAULT"
    }
    return "DRIVER_FAULT"
  }

  private var bucket: String { "X64_\(bugCheckText)_\(symbol ?? image)" }
}
