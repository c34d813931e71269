/// Runs commands of the host's shell on behalf of `.shell`. A session has none unless whoever starts
/// the program asks for it.
public struct HostShell {
  /// Runs a command and returns its exit status.
  ///
  /// - `input` is what it reads; `output` takes what it prints, in pieces; `isCancelled` is asked
  ///   again and again, and the command is ended when it says so.
  /// - Throws when the command cannot be started.
  public let run:
    (
      _ command: String, _ input: String, _ output: (String) -> Void, _ isCancelled: () -> Bool
    ) throws -> Int32

  /// A shell that runs commands in this way.
  public init(
    run:
      @escaping (
        _ command: String, _ input: String, _ output: (String) -> Void, _ isCancelled: () -> Bool
      ) throws -> Int32
  ) {
    self.run = run
  }
}
