import Testing

@testable import dev

/// Every example that a command is declared with, on the target that starts by default.
@Suite(.serialized) struct ExampleTests {
  static let titles = ExampleRun.groups().map(\.title)

  @Test(arguments: titles)
  func theExamplesOfAFamilyWork(title: String) throws {
    let commands = ExampleRun.groups().filter { $0.title == title }.flatMap(\.commands)
    for failure in try ExampleRun.failures(of: commands) {
      Issue.record("\(failure.command): \(failure.line)\n\(failure.answer)")
    }
  }
}
