/// A target that comes with the project: what it is made of and how it starts.
public struct Scenario: Sendable {
  /// What `--scenario` takes.
  public let name: String
  /// One sentence for `--list-scenarios`.
  public let summary: String
  /// What it is booted with unless the command line says otherwise.
  public let options: BootOptions
  let images: BootImages

  /// Every scenario, the default one first.
  public static let all: [Scenario] = [
    Scenario(
      name: "default",
      summary: "Gurney on two processors with a console and NotMyfault.",
      options: BootOptions(), images: .gurney)
  ]

  /// The scenario of that name, whatever its case.
  public static func named(_ name: String) throws(BootError) -> Scenario {
    guard let found = all.first(where: { $0.name == name.lowercased() }) else {
      throw .unknownScenario(name)
    }
    return found
  }
}
