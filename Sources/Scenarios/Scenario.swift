/// A target that comes with the project: what it is made of and how it starts.
public struct Scenario: Sendable {
  /// What `--scenario` takes.
  public let name: String
  /// One sentence for `--list-scenarios`.
  public let summary: String
  /// What it is booted with unless the command line says otherwise.
  public let options: BootOptions
  let contents: Contents

  /// What is in the machine when it starts.
  enum Contents: Sendable {
    /// These images, and the boot loader's hand-off to the first.
    case system(BootImages)
    /// Nothing but memory.
    case bare(BareMachine.Mode)
  }

  /// Every scenario, the default one first.
  public static let all: [Scenario] = [
    Scenario(
      name: "default",
      summary: "Gurney on two processors with a console and NotMyfault.",
      options: BootOptions(), contents: .system(.gurney)),
    Scenario(
      name: "bare",
      summary:
        "No guest: 64 MB of memory and a 64-bit processor in ring 0, to try instructions on.",
      options: .bare, contents: .bare(.bits64)),
    Scenario(
      name: "bare32",
      summary: "The same in 32-bit protected mode, with flat segments and paging off.",
      options: .bare, contents: .bare(.bits32)),
  ]

  /// The scenario of that name, whatever its case.
  public static func named(_ name: String) throws(BootError) -> Scenario {
    guard let found = all.first(where: { $0.name == name.lowercased() }) else {
      throw .unknownScenario(name)
    }
    return found
  }
}
