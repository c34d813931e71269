import Testing

@testable import Terminal

@Suite struct PromptTests {
  private let waiting =
    "The target waits for its console and nobody can type there: breaking in.\n"

  private func run(
    _ lines: [String], commands: [String] = [], at conversation: FakeConversation = .init()
  ) -> (status: Int32, text: String) {
    let written = Written()
    let prompt = Prompt(
      conversation: conversation, screen: written.screen(),
      lines: FakeLines(lines.map { .line($0) }))
    let status = prompt.run(commands: commands)
    return (status, written.text)
  }

  @Test func linesOfAFileAreShownAfterTheirPrompt() {
    let (status, text) = run(["k", "", "zz"])
    #expect(status == 0)
    #expect(
      text == """
        C:\\>
        \(waiting)0: kd> k
        frame 0
        frame 1
        0: kd>
            ^ Syntax error in ''
        0: kd> zz
            ^ Syntax error in 'zz'

        """)
  }

  @Test func theSessionEndsAtQ() {
    let conversation = FakeConversation()
    let (status, _) = run(["k", "q", "k"], at: conversation)
    #expect(status == 0)
    #expect(conversation.executed == ["k", "q"])
  }

  @Test func startCommandsComeFirst() {
    let conversation = FakeConversation()
    _ = run(["k"], commands: ["zz"], at: conversation)
    #expect(conversation.executed == ["zz", "k"])
  }

  @Test func aPromptNeverContinuesALine() {
    let (_, text) = run([".printf", "k"])
    #expect(text.contains("0: kd> .printf\nno line end\n0: kd> k\n"))
  }

  @Test func everyWaitForNobodyEnds() {
    let (_, text) = run(["g", "g"])
    #expect(text == "C:\\>\n" + waiting + "0: kd> g\n" + waiting + "0: kd> g\n" + waiting)
  }

  @Test func aTargetThatNeverWaitsIsStoppedToo() {
    let conversation = FakeConversation()
    conversation.isRestless = true
    let (_, text) = run(["g"], at: conversation)
    let ran = "The target has run for 30 seconds of its clock without a stop: breaking in.\n"
    #expect(text == "C:\\>\n" + ran + "0: kd> g\n" + ran)
  }
}

@Suite struct StyleTests {
  @Test(arguments: [
    // Terminal, NO_COLOR, TERM, coloured.
    (true, nil, "xterm-256color", true),
    (true, "", "xterm", true),
    (true, "1", "xterm", false),
    (true, nil, "dumb", false),
    (true, nil, nil, false),
    (false, nil, "xterm", false),
  ])
  func colourIsForTerminalsThatWantIt(
    isTerminal: Bool, noColor: String?, term: String?, isColoured: Bool
  ) {
    var environment: [String: String] = [:]
    environment["NO_COLOR"] = noColor
    environment["TERM"] = term
    #expect(Style(isTerminal: isTerminal, environment: environment).isColoured == isColoured)
  }

  @Test func plainTextStaysPlain() {
    #expect(Style(isColoured: false).paint("a", as: .prompt) == "a")
    #expect(Style(isColoured: true).paint("a", as: .prompt) == "\u{1B}[1;36ma\u{1B}[0m")
    #expect(Style(isColoured: false).paintForEditor("a", as: .prompt, mark: "|") == "a")
    #expect(
      Style(isColoured: true).paintForEditor("a", as: .prompt, mark: "|")
        == "|\u{1B}[1;36m|a|\u{1B}[0m|")
  }
}

@Suite struct ConsoleLineTests {
  @Test(arguments: [
    ("C:\\>", "C:\\>"),
    ("Gurney\r\nC:\\>dir", "C:\\>dir"),
    ("C:\\>dx\u{8} \u{8}ir", "C:\\>dir"),
    ("\u{8}\u{8}a", "a"),
    ("a\n", ""),
  ])
  func theCurrentLineIsFollowed(printed: String, line: String) {
    var console = ConsoleLine()
    console.add(Array(printed.utf8))
    #expect(String(decoding: console.text, as: UTF8.self) == line)
  }

  @Test func anEndlessLineIsBounded() {
    var console = ConsoleLine()
    console.add([UInt8](repeating: 0x61, count: 10_000))
    #expect(console.text.count == ConsoleLine.limit)
  }
}
