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

  @Test(.timeLimit(.minutes(1))) func cancellingEndsIt() throws {
    #expect(try run("exec sleep 600", cancelled: true).status != 0)
  }
}
