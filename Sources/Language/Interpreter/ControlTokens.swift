// The control tokens, for help and completion. `StatementParser` reads them before commands are looked
// for, so that a body here is reached by nothing that can be carried out.

extension CommandSet {
  /// Conditions, loops and blocks.
  public static let control = CommandSet(
    "Control flow",
    [
      token(
        ".if", "Carry out a block if a condition is not 0.",
        "(Condition) { Commands } [.elsif (Condition) { Commands }] [.else { Commands }]",
        details:
          "The conditions are looked at in turn; the block of the first that is not 0 is carried "
          + "out, else that of .else. Aliases in a block are replaced when it is entered.",
        examples: [
          ".if (@$ptrsize == 8) {.echo 64 bits} .else {.echo 32 bits}": "One of the two is printed."
        ], related: [".elsif", ".else", "j"]),
      token(
        ".elsif", "Go on with another condition after .if.", "(Condition) { Commands }",
        examples: [".if (0) {.echo a} .elsif (1) {.echo b}": "b is printed."],
        related: [".if", ".else"]),
      token(
        ".else", "Say what is done when no condition of .if holds.", "{ Commands }",
        examples: [".if (0) {.echo a} .else {.echo b}": "b is printed."],
        related: [".if", ".elsif"]),
      token(
        ".for", "Carry out a block with a beginning, a condition and a step.",
        "(Beginning ; Condition ; Steps) { Commands }",
        details: "The steps may be several commands with semicolons between them.",
        examples: [
          ".for (r $t0=0; @$t0<3; r $t0=@$t0+1) {.printf \"%d\\n\", @$t0}": "Counts from 0 to 2."
        ], related: loops),
      token(
        ".while", "Carry out a block while a condition is not 0.", "(Condition) { Commands }",
        examples: ["r $t0=2; .while (@$t0) {r $t0=@$t0-1; .echo again}": "Runs twice."],
        related: loops),
      token(
        ".do", "Carry out a block, and again while a condition is not 0.",
        "{ Commands } (Condition)",
        examples: [".do {r $t0=@$t0+1} (@$t0 < 5)": "Runs at least once."], related: loops),
      token(
        ".foreach", "Carry out a block for each word of what commands print.",
        "[/pS First] [/ps Between] [/s|/f] (Variable { Commands }) { Commands }",
        details:
          "The words come from commands, with /s from a text in double quotes, with /f from a "
          + "file named in double quotes. /pS leaves out so many words at first, /ps so many after "
          + "each one. The variable is replaced where blanks stand around it, and in ${}.",
        examples: [
          ".foreach (m {lm1m}) {.echo module m}": "One line for each module.",
          ".foreach /s (w \"a b c\") {.echo ${w}!}": "The words of a text.",
        ], related: loops + ["!for_each_module"]),
      token(
        ".break", "Leave the innermost loop.", "",
        examples: [".while (1) {.break}": "The loop ends at once."], related: loops),
      token(
        ".continue", "Go on with the innermost loop's next pass.", "",
        examples: [
          ".for (r $t0=0; @$t0<3; r $t0=@$t0+1) {.if (@$t0==1) .continue; r $t0}": "Leaves 1 out."
        ], related: loops),
      token(
        ".block", "Carry out a block, with its aliases replaced now.", "{ Commands }",
        examples: [
          "aS /x Five 4+1; .block {.echo Five}; ad Five": "An alias used on its own line."
        ],
        related: ["as", ".catch"]),
      token(
        ".catch", "Carry out a block; an error in it ends the block only.", "{ Commands }",
        examples: [
          ".catch {.echo a; .leave; .echo b}; .echo c": "An error, or .leave, goes on behind it."
        ],
        related: [".leave", ".block"]),
      token(
        ".leave", "Leave the enclosing .catch.", "",
        examples: [".catch {.leave; .echo never}; .echo after": "after is printed."],
        related: [".catch"]),
    ])

  private static let loops = [".for", ".while", ".do", ".foreach", ".break", ".continue"]

  private static func token(
    _ name: String, _ summary: String, _ usage: String, details: String = "",
    examples: KeyValuePairs<String, String>, related: [String]
  ) -> Command {
    Command(
      name, summary: summary, details: details, examples: examples,
      related: related.filter { $0 != name }, grammar: .line(usage, completion: .expression)
    ) { session, _ in throw session.rejected(.syntax) }
  }
}
