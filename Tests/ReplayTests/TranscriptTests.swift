import Testing

@testable import Replay

@Suite struct TranscriptTests {
  @Test(arguments: [
    ("0: kd> g", "0: kd>", "g"),
    ("kd>  r rip ", "kd>", "r rip"),
    ("lkd> dt", "lkd>", "dt"),
    ("23: kd> !pte 0", "23: kd>", "!pte 0"),
    ("0:000> k", "0:000>", "k"),
    ("0:004:x86> k", "0:004:x86>", "k"),
    ("||1:1:017> |", "||1:1:017>", "|"),
    ("||0:0: kd> k", "||0:0: kd>", "k"),
    ("Input> nop", "Input>", "nop"),
    ("0: kd>", "0: kd>", ""),
    ("C:\\> dir", "C:\\>", "dir"),
    ("C:\\tools>dir", "C:\\tools>", "dir"),
  ])
  func aPromptStartsAnInput(line: String, prompt: String, typed: String) throws {
    let read = try #require(PromptLine(line))
    #expect(read.prompt == prompt)
    #expect(read.typed == typed)
  }

  @Test(arguments: [
    " 0: kd> g", "kd>g", "0:00> k", "x: kd> g", "fffff880`0496e3aa  4c 65 >", ">[  4,34]  1c e0",
    "a -> b", "C:\\symbols", "",
  ])
  func anythingElseIsNot(line: String) {
    #expect(PromptLine(line) == nil)
  }

  @Test func everyLineFindsItsPlace() {
    let transcript = Transcript(
      parsing: """
        # scenario: leak
        # A note.
        0: kd> !poolused
        Tag  Allocs
        ...
        #~ 
        lost
         # Child-SP
        # run: 2.5
        <Ctrl+C>
        C:\\> dir
        0: kd>

        """)
    #expect(transcript.scenario == "leak")
    #expect(
      transcript.steps.map(\.input) == [
        .opening, .command(prompt: "0: kd>", text: "!poolused"), .interrupt,
        .console(prompt: "C:\\>", text: "dir"),
      ])
    #expect(transcript.steps.map(\.lineNumber) == [0, 3, 10, 11])
    #expect(
      transcript.steps[1].lines.map(\.kind) == [.answer, .anything, .note, .answer, .answer, .note])
    #expect(transcript.steps[2].runSeconds == 2.5)
    #expect(transcript.steps[3].lines.map(\.text) == ["0: kd>"])
    #expect(transcript.steps[3].lines.map(\.kind) == [.note])
  }

  @Test func aBarePromptInTheMiddleIsTheEnterKey() {
    let transcript = Transcript(parsing: "0: kd> p\na\n0: kd>\nb\n")
    #expect(transcript.steps.last?.input == .command(prompt: "0: kd>", text: ""))
    #expect(transcript.steps.last?.lines.map(\.text) == ["b"])
  }

  @Test func debuggersAreToldApart() {
    let transcript = Transcript(
      parsing: "[debugger1]\n23: kd> k\n[debugger2]\n0:000> g\n<Ctrl+C>\n")
    #expect(transcript.steps.dropFirst().map(\.debugger) == [1, 2, 2])
    #expect(transcript.debuggers == [1, 2])
  }

  @Test func noTextIsNoTranscriptOfNothing() {
    #expect(Transcript(parsing: "").steps.map(\.input) == [.opening])
  }
}
