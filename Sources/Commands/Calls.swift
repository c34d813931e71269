import Engine
import Foundation
import Language
import Symbols

extension CommandSet {
  /// Functions and memory of a process that is debugged.
  public static let calls = CommandSet(
    "Calls",
    [
      Command(
        ".call", summary: "Call a function of the program.",
        details: """
          The current thread is set up for the call, g runs it. When the function returns the target \
          stops, what was returned is shown and kept in $callret, and the thread stands where it \
          stood. Arguments are C++ expressions, converted to the parameters' types. /v shows them \
          and where they are passed; /s takes the type from another function, as symbols that are \
          public only have none; /c forgets a call that has not returned, /C takes the thread back \
          to where it stood as well. A thread that waits in the kernel cannot be called in: let it \
          come to a breakpoint.
          """,
        examples: [
          ".create usertest text; .call ntdll!RtlNtStatusToDosError(0xc0000005); g":
            "what a status is as a Win32 error"
        ],
        related: ["g", ".fnret", ".dvalloc", "??"], repetition: .none,
        grammar: .line("[/v] [/s Prototype] Function(Arguments) | /c | /C")
      ) { session, line in try FunctionCalls.call(line, session) },
      Command(
        ".dvalloc", summary: "Allocate memory of the process.",
        details: "Size is in bytes; whole pages are allocated, which can be read, written and "
          + "executed. /b chooses the address, /r reserves addresses without memory.",
        examples: [".attach -pn cmd.exe; .dvalloc 1000": "a page"],
        related: [".dvfree", "!vprot", "f"], repetition: .none,
        grammar: .line("[/r] [/b BaseAddress] Size")
      ) { session, line in try ProcessMemory.allocate(line, session) },
      Command(
        ".dvfree", summary: "Free memory of the process.",
        details: "What .dvalloc or the program itself allocated. /d keeps the addresses reserved.",
        examples: [
          ".attach -pn cmd.exe; .dvalloc /b 20000000 1000; .dvfree 20000000 1000":
            "a page that comes and goes"
        ], related: [".dvalloc", "!vprot"], repetition: .none,
        grammar: .switches("d"), .address("BaseAddress"), .expression("Size")
      ) { session, switches, base, size in
        let process = try ProcessMemory.process(session)
        let result = try process.free(base, size, isDecommitted: switches.contains("d"))
        session.debugger.refresh()
        try ProcessMemory.tell(result, "Freed", "free memory", session)
      },
    ])
}

/// The bodies of `.dvalloc` and `.dvfree`.
enum ProcessMemory {
  static func process(_ session: Session) throws -> ProcessTarget {
    guard let process = session.process else { throw session.rejected(.notSupported) }
    return process
  }

  static func allocate(_ arguments: CommandLine, _ session: Session) throws {
    let process = try process(session)
    var line = arguments
    var base: UInt64?
    var isReserved = false
    while true {
      line.skipBlanks()
      guard line.take("/") || line.take("-") else { break }
      if line.take("b") {
        base = try session.evaluate(&line)
      } else if line.take("r") {
        isReserved = true
      } else {
        throw line.rejected(.syntax)
      }
    }
    let size = try session.evaluate(&line)
    try line.expectEnd()
    let result = try process.allocate(size, at: base, isReserved: isReserved)
    session.debugger.refresh()
    try tell(result, isReserved ? "Reserved" : "Allocated", "allocate memory", session)
  }

  /// `Allocated 1000 bytes starting at 00000000`00230000`.
  static func tell(
    _ result: MemoryResult, _ done: String, _ wanted: String, _ session: Session
  ) throws {
    guard result.isGranted else {
      throw CommandError.message(
        "Unable to \(wanted), NTSTATUS 0x\(UInt64(result.status).hex(8).uppercased())")
    }
    session.print(
      "\(done) \(result.size.hex()) bytes starting at \(session.addressText(result.base))")
  }
}

/// The body of `.call`.
enum FunctionCalls {
  static func call(_ arguments: CommandLine, _ session: Session) throws {
    guard session.process != nil else { throw session.rejected(.notSupported) }
    var line = arguments
    var isVerbose = false
    var prototype: String?
    while true {
      line.skipBlanks()
      guard line.next == UInt8(ascii: "/") || line.next == UInt8(ascii: "-") else { break }
      let start = line.position
      switch line.takeWord().dropFirst() {
      case "v": isVerbose = true
      case "c": return try clear(restoring: false, line, session)
      case "C": return try clear(restoring: true, line, session)
      case "s":
        line.skipBlanks()
        prototype = line.takeWord()
      default: throw line.rejected(.syntax, at: start)
      }
    }
    let request = try FunctionRequest(&line, prototype: prototype, session)
    let values = try request.arguments(&line, session)
    try session.debugger.setUpCall(of: request.address, values)
    session.callReturned = { session, result in request.show(result, session) }
    if isVerbose { request.describe(values, session) }
    session.print("Thread is set up for call, 'g' will execute.")
    session.print("WARNING: This can have serious side-effects,")
    session.print("including deadlocks and corruption of the debuggee.")
  }

  private static func clear(restoring: Bool, _ line: CommandLine, _ session: Session) throws {
    var line = line
    try line.expectEnd()
    guard try session.debugger.clearCall(restoring: restoring) else {
      throw CommandError.message("The current thread has no outstanding call")
    }
  }
}

/// A function to call, and the type that says how.
private struct FunctionRequest {
  let address: UInt64
  let name: String
  private let type: TypeRef
  private let procedure: ProcedureType

  /// Reads `Function(`; the cursor moves past the parenthesis.
  init(_ line: inout CommandLine, prototype: String?, _ session: Session) throws {
    let start = line.position
    guard let open = Self.argumentsStart(of: line) else { throw line.rejected(.syntax) }
    let text = String(decoding: line.source.bytes[start..<open], as: UTF8.self)
    name = text.trimmingCharacters(in: .whitespaces)
    line.position = open + 1
    let place: UInt64
    if let function = try? session.evaluateCpp(name),
      let found = function.address ?? session.number(function)
    {
      place = found
    } else {
      place = try session.evaluate(name)
    }
    address = place
    let model = prototype ?? session.debugger.symbolize(place).map(\.qualifiedName) ?? name
    let known = session.debugger.resolve(model).first { $0.type != nil }?.type
    guard let known, case .procedure(let procedure) = known.unqualified.definition else {
      throw CommandError.message("No type information for \(model)")
    }
    type = known.unqualified
    self.procedure = procedure
  }

  /// Where the parenthesis stands that the last one of the line closes.
  private static func argumentsStart(of line: CommandLine) -> Int? {
    var depth = 0
    var at = line.position
    var open: Int?
    var close: Int?
    while at < line.limit {
      switch line.source.bytes[at] {
      case UInt8(ascii: "("):
        if depth == 0 { open = at }
        depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        guard depth >= 0 else { return nil }
        if depth == 0 { close = at }
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: if depth == 0 { close = nil }
      }
      at += 1
    }
    return depth == 0 && close != nil ? open : nil
  }

  /// Reads the arguments and the parenthesis behind them.
  func arguments(_ line: inout CommandLine, _ session: Session) throws -> [CallArgument] {
    let result = type.sibling(procedure.returnType)
    if case .record = result.unqualified.definition {
      throw CommandError.message("\(name) returns a structure, which .call does not know")
    }
    var values: [CallArgument] = []
    line.skipBlanks()
    while !line.take(")") {
      if !values.isEmpty {
        guard line.take(",") else { throw line.rejected(.syntax) }
      }
      let value = try session.evaluateCpp(&line)
      values.append(try argument(value, values.count, session))
      line.skipBlanks()
    }
    try line.expectEnd()
    let wanted = procedure.parameters.count
    guard values.count == wanted || (procedure.isVariadic && values.count > wanted) else {
      throw CommandError.message("\(name) takes \(wanted) arguments, not \(values.count)")
    }
    return values
  }

  private func argument(
    _ value: CppValue, _ index: Int, _ session: Session
  ) throws -> CallArgument {
    let parameters = procedure.parameters
    let wanted = parameters.indices.contains(index) ? type.sibling(parameters[index]) : nil
    if let size = wanted.flatMap(Self.floatingSize) ?? Self.floatingSize(value) {
      let number: Double
      if case .real(let real) = value.place {
        number = real
      } else {
        number = Double(Int64(bitPattern: session.number(value) ?? 0))
      }
      return .real(size == 4 ? UInt64(Float(number).bitPattern) : number.bitPattern)
    }
    // A function or an array is passed as a pointer to it.
    guard let bits = value.address ?? session.number(value) else {
      throw CommandError.message("Argument \(index + 1) is no value that can be passed")
    }
    return .integer(bits)
  }

  /// Bytes of a floating-point type.
  private static func floatingSize(_ type: TypeRef) -> Int? {
    guard case .primitive(let primitive) = type.unqualified.definition, primitive.kind == .float
    else {
      return nil
    }
    return primitive.size
  }

  private static func floatingSize(_ value: CppValue) -> Int? {
    if case .real = value.place { return 8 }
    return nil
  }

  /// What `/v` shows: the function, and each argument with the place it is passed in.
  func describe(_ values: [CallArgument], _ session: Session) {
    session.print("Calling \(name) at \(session.addressText(address))")
    for (index, value) in values.enumerated() {
      let parameters = procedure.parameters
      let type = parameters.indices.contains(index) ? type.sibling(parameters[index]) : nil
      let text = type.map { TypeText.c($0) } ?? "..."
      switch value {
      case .integer(let bits):
        let place = ["rcx", "rdx", "r8", "r9"].dropFirst(index).first
        session.print("    \(text) 0x\(bits.hex()) in \(place ?? "the stack")")
      case .real(let bits):
        session.print("    \(text) 0x\(bits.hex()) in \(index < 4 ? "xmm\(index)" : "the stack")")
      }
    }
  }

  /// Shows what the function returned.
  func show(_ result: FunctionResult, _ session: Session) {
    let returned = type.sibling(procedure.returnType)
    let bits = Self.floatingSize(returned) == nil ? result.integer : result.real
    session.variables.callResult = bits
    session.print(".call returns:")
    session.print(FunctionData.text(of: bits, as: returned, session))
    session.print()
  }
}
