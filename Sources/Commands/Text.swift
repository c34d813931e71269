import Language

extension CommandSet {
  /// Printing text.
  public static let text = CommandSet(
    "Text",
    [
      Command(
        ".echo", summary: "Print text.",
        details: "The text is printed as it stands; a semicolon ends it unless double quotes stand "
          + "around it. Aliases are replaced, expressions are not evaluated.",
        examples: [
          ".echo where are we; r rip": "Text, then a register.",
          ".echo \"one; two\"": "Double quotes hold a semicolon.",
        ], related: [".printf", "as", "*"],
        grammar: .rest("Text")
      ) { session, text in
        session.print(unquoted(text))
      },
      Command(
        ".printf", summary: "Print values as a format says.",
        details: "Conversions are those of C, and %p pointer, %N number of a pointer's size, "
          + "%ma %mu text in memory, %msa %msu counted strings, %y symbol, %ly symbol and line, "
          + "%I64x 64-bit numbers. Floating-point arguments are 32 bits, with l 64. No line end is "
          + "added. /D: the format has tags of the debugger's markup, which are dropped here; the "
          + "/o options choose colours elsewhere.",
        examples: [
          ".printf \"%y is at %p\\n\", @rip, @rip": "A symbol and an address.",
          ".printf \"%ma\\n\", nt!NtBuildLab": "Text in memory.",
          ".printf \"%d = %08x\\n\", @$t0, @$t0": "A number twice.",
        ], related: [".echo", ".formats", "?"],
        grammar: .line("\"Format\" [, Arguments]", completion: .expression)
      ) { session, line in
        var formatter = try PrintFormatter(reading: line, session)
        session.print(try formatter.text(), terminator: "")
      },
    ])

  /// Text without the double quotes around it, if there are two.
  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast())
  }
}
