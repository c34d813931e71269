import Foundation
import Language

extension CommandSet {
  /// Evaluating expressions and setting how they are read.
  public static let expressions = CommandSet(
    "Expressions",
    [
      Command(
        "?", summary: "Evaluate an expression, or list the commands.",
        details: "Shows the value as a signed decimal number and in hexadecimal. The default "
          + "evaluator reads the expression; $exp keeps the value.",
        examples: ["? 1+1": "2", "? nt!KeBugCheckEx": "a symbol's address"],
        related: ["??", ".formats", "n"], grammar: .optional(.expression("Expression"))
      ) { session, value in
        guard let value else { return Help.printSummary(session) }
        session.variables.lastExpression = value
        session.print(Expressions.evaluated(value, session))
      },
      Command(
        "??", summary: "Evaluate a C++ expression, and show its value with its type.",
        details:
          "Numbers are decimal unless they begin with 0x, registers and pseudo-registers need "
          + "an @, and symbols stand for their values. A pointer to a structure shows the fields. "
          + "Assignments and ++ change memory; r sets registers. @@( ) holds a MASM expression.",
        examples: [
          "?? 1 + 2 * 3": "A number and its type.",
          "?? sizeof(nt!_EPROCESS)": "The size of a structure.",
          "?? @$proc->UniqueProcessId": "A field of the current process.",
          "?? (char *)@$proc->ImageFileName": "A string.",
          "?? #FIELD_OFFSET(nt!_EPROCESS, ImageFileName)": "Where a field begins.",
        ],
        related: ["?", ".expr", "dt", "dx"],
        grammar: .line("Expression", completion: .typedExpression)
      ) { session, line in
        var line = line
        let value = try session.evaluateCpp(&line, withCommas: true)
        guard line.isAtEnd() else { throw Expressions.leftOver(line) }
        session.variables.lastExpression = session.number(value) ?? 0
        try TypedValueText.print(value, session)
      },
      Command(
        ".expr", summary: "Show or choose the default expression evaluator.",
        details:
          "/s masm and /s c++ choose it; /q lists both. Arguments of commands are read by the "
          + "default evaluator, ?? always by the C++ one; @@( ) holds an expression of the other.",
        examples: [
          ".expr": "Shows the default evaluator.",
          ".expr /q": "Lists the evaluators.",
          ".expr /s c++; ? sizeof(nt!_LIST_ENTRY); .expr /s masm":
            "Reads an argument as C++ and goes back.",
        ],
        related: ["?", "??", "n"],
        grammar: .switches("s:", "q")
      ) { session, switches in try Expressions.chooseEvaluator(switches, session) },
      Command(
        ".formats", summary: "Show a number in every format.",
        details: "Hexadecimal, decimal, octal, binary, characters, time and floating point.",
        examples: [".formats 41": "one number in every format"], related: ["?"],
        grammar: .expression("Expression")
      ) { session, value in
        session.variables.lastExpression = value
        Expressions.printFormats(value, session)
      },
      Command(
        "n", summary: "Show or set the number base.",
        details: "The base of numbers without a prefix: 8, 10 or 16. It is written in decimal.",
        examples: ["n": "shows the base", "n 10; ? 11; n 16": "eleven, then hexadecimal again"],
        related: ["?"], grammar: .rest("Radix")
      ) { session, text in
        if !text.isEmpty {
          guard let radix = Int(text), [8, 10, 16].contains(radix) else {
            throw CommandError.message("Invalid number base '\(text)': 8, 10 or 16")
          }
          session.radix = radix
        }
        session.print("base is \(session.radix)")
      },
    ])
}

/// What the commands of the family print.
enum Expressions {
  /// Refuses what stands behind a C++ expression.
  static func leftOver(_ line: CommandLine) -> CommandError {
    .expression(.syntax, rest: line.rest)
  }

  static func chooseEvaluator(_ switches: Switches, _ session: Session) throws {
    if let name = switches["s"] {
      switch name.lowercased() {
      case "masm": session.evaluator = .masm
      case "c++": session.evaluator = .cpp
      default: throw CommandError.message("Unknown expression evaluator '\(name)'")
      }
    }
    let names: [(Evaluator, String)] = [
      (.masm, "MASM - Microsoft Assembler expressions"), (.cpp, "C++ - C++ source expressions"),
    ]
    if switches.contains("q") {
      session.print("Available expression evaluators:")
      for (_, name) in names { session.print(name) }
    }
    for (evaluator, name) in names where evaluator == session.evaluator {
      session.print("Current expression evaluator: \(name)")
    }
  }

  /// ``Evaluate expression: 1033 = 00000000`00000409``.
  static func evaluated(_ value: UInt64, _ session: Session) -> String {
    // 32 bits, extended by zeros or by their sign.
    let isNarrow =
      session.pointerSize == 4 && (value <= 0xFFFF_FFFF || value >= 0xFFFF_FFFF_8000_0000)
    let digits =
      isNarrow
      ? UInt32(truncatingIfNeeded: value).hex(8) : value.split
    let decimal =
      isNarrow
      ? String(Int32(truncatingIfNeeded: value)) : String(Int64(bitPattern: value))
    return "Evaluate expression: \(decimal) = \(digits)"
  }

  static func printFormats(_ value: UInt64, _ session: Session) {
    let isWide = session.pointerSize == 8 || value > 0xFFFF_FFFF
    let size = isWide ? 8 : 4
    let bytes = (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
    let binary = bytes.map { String($0, radix: 2).leftPadded(8, with: "0") }
    let characters = bytes.map { byte in
      (0x20...0x7E).contains(byte) ? String(UnicodeScalar(byte)) : "."
    }
    session.print("Evaluate expression:")
    session.print("  Hex:     \(session.pointerSize == 8 || isWide ? value.split : value.hex(8))")
    session.print(
      "  Decimal: \(isWide ? Int64(bitPattern: value) : Int64(Int32(truncatingIfNeeded: value)))")
    if isWide { session.print("  Decimal (unsigned) : \(value)") }
    session.print(
      "  Octal:   \(String(value, radix: 8).leftPadded(isWide ? 22 : 11, with: "0"))")
    session.print("  Binary:  \(binary.joined(separator: " "))")
    session.print("  Chars:   \(characters.joined())")
    session.print("  Time:    \(DebuggerTime.text(ofNumber: value))")
    let low = Float(bitPattern: UInt32(truncatingIfNeeded: value))
    let high = Float(bitPattern: UInt32(truncatingIfNeeded: value >> 32))
    session.print(
      "  Float:   low \(FloatText.general(Double(low))) high \(FloatText.general(Double(high)))")
    session.print("  Double:  \(FloatText.general(Double(bitPattern: value)))")
  }
}

/// Floating-point numbers as the debugger's C library prints them.
enum FloatText {
  /// `%g` with `digits` significant digits and an exponent of at least three digits.
  static func general(_ value: Double, digits: Int = 6) -> String {
    if value.isNaN {
      // The indefinite number is the one that invalid operations give.
      let isIndefinite = value.bitPattern == 0xFFF8_0000_0000_0000
      return isIndefinite ? "-1.#IND" : value.sign == .minus ? "-1.#QNAN" : "1.#QNAN"
    }
    if value.isInfinite { return value < 0 ? "-1.#INF" : "1.#INF" }
    let text = String(format: "%.\(digits)g", value)
    return exponents(text)
  }

  /// A number as C prints it, with an exponent of at least three digits.
  static func exponents(_ text: String) -> String {
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return text }
    let sign = text.index(after: mark)
    guard sign < text.endIndex else { return text }
    let exponent = text[text.index(after: sign)...]
    return text[...sign] + String(exponent).leftPadded(3, with: "0")
  }
}
