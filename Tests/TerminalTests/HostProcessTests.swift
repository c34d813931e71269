import Language
import Testing

@testable import Terminal

/// `.shell`: commands of this computer, run only where the person allowed it.
@Suite struct HostProcessTests {
  private func run(_ command: String, input: String = "", cancelled: Bool = false) throws -> (
    status: Int32, text: String
  ) {
    var text = ""
    let status = try HostShell.system.run(command, input, { text += $0 }, { cancelled })
    return (status, text)
  }

  @Test func outputComesBack() throws {
    let result = try run("echo out; echo err >&2")
    #expect(result.status == 0)
    #expect(result.text == "out\nerr\n")
  }

  @Test func inputIsRead() throws {
    #expect(try run("wc -l", input: "a\nb\n").text.contains("2"))
    #expect(try run("cat").text == "")
  }

  @Test func theStatusIsTold() throws {
    #expect(try run("exit 3").status == 3)
  }

  /// Whatever it has started, and whatever it does to its outputs and signals.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "exec sleep 600", "sleep 600; true", "sleep 600 | cat",
      "trap '' INT TERM HUP; sleep 600; sleep 600",
      "exec >&- 2>&-; sleep 600; true", "yes", "yes | cat", "sleep 600 &",
    ])
  func cancellingEndsIt(command: String) throws {
    let clock = ContinuousClock()
    var started: ContinuousClock.Instant?
    var text = 0
    let status = try HostShell.system.run(
      command, "", { text += $0.count },
      {
        let start = started ?? clock.now
        started = start
        return clock.now - start > .milliseconds(200)
      })
    #expect(status != 0 || command.hasSuffix("&"))
  }
}
