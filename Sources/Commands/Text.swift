import Language

extension CommandSet {
  /// Printing text.
  public static let text = CommandSet(
    "Text",
    [
      Command(
        ".echo", summary: "Print text.",
        details: "The text is printed as it stands; a semicolon ends it unless double quotes stand "
          + "around it.",
        grammar: .rest("Text")
      ) { session, text in
        session.print(unquoted(text))
      },
      Command(
        ".printf", summary: "Print values as a format says.",
        details: "Conversions are those of C, and %p pointer, %ma %mu text in memory, %msa %msu "
          + "counted strings, %y symbol, %ly symbol and line, %I64x 64-bit numbers. No line end "
          + "is added.",
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
