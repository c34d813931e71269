import Engine
import Language
import X86

extension CommandSet {
  /// Assembling.
  public static let assembly = CommandSet(
    "Assembly",
    [
      Command(
        "a", summary: "Assemble instructions into memory.",
        details: "Shows the address and reads an instruction for it, then the next, until an empty "
          + "line; in a script the lines that follow are read. Without an address it goes on where "
          + "the last one ended, at first at the instruction pointer. Operands are written as u "
          + "shows them; numbers and symbols in them are MASM expressions.",
        repetition: .none, grammar: .optional(.address("Address"))
      ) { session, address in try Assembly.run(from: address, session) }
    ])
}

/// The body of `a`.
enum Assembly {
  static func run(from start: UInt64?, _ session: Session) throws {
    var address = try start ?? session.displays["a"]?.address ?? session.context.ip
    let assembler = Assembler(
      mode: session.debugger.codeMode, expressions: SessionExpressions(session: session))
    while true {
      try session.checkCancelled()
      session.displays["a"] = .init(address: address, command: "a")
      let prompt = session.addressText(address)
      guard let line = session.askLine(prompt), !line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 })
      else {
        return
      }
      do {
        let bytes = try assemble(line, at: address, assembler)
        try write(bytes, at: address, line, session)
        address = address &+ UInt64(bytes.count)
      } catch {
        let sentence = CommandError(error).message(promptWidth: prompt.utf8.count + 1)
        session.print(sentence)
      }
    }
  }

  private static func assemble(
    _ line: String, at address: UInt64, _ assembler: Assembler
  ) throws -> [UInt8] {
    do {
      return try assembler.assemble(line, at: address)
    } catch let error as AssemblyError {
      throw CommandLine(line).rejected(error.reason.rejection, at: error.offset)
    }
  }

  private static func write(
    _ bytes: [UInt8], at address: UInt64, _ line: String, _ session: Session
  ) throws {
    guard !bytes.isEmpty else { return }
    do {
      try session.debugger.write(address, bytes)
    } catch .unwritable {
      throw CommandLine(line).rejected(.memory)
    }
  }
}

/// The session's expressions as operands.
private struct SessionExpressions: AssemblyExpressions {
  let session: Session

  func value(of text: String, at offset: Int) throws -> UInt64 { try session.evaluate(text) }
}

extension AssemblyError.Reason {
  /// The debugger's word for it.
  var rejection: CommandError.Rejection {
    switch self {
    case .badOpcode: .badOpcode
    case .syntax: .syntax
    case .operand, .size: .operand
    case .extraCharacters: .extraCharacters
    case .badRegister: .badRegister
    case .overflow: .overflow
    case .range: .range
    }
  }
}
