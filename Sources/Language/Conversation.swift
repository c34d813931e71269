import Engine

/// One debugger as whoever types at it sees it: a prompt, lines typed, text that comes back.
///
/// The terminal, a file of commands and a replayed transcript all drive a session through this.
/// Every call returns when the debugger waits for the next line; a command that lets the target
/// run returns when the target has stopped, and asks `attendant` in the meantime.
public protocol Conversation: AnyObject {
  /// The prompt that stands, without the space after it: `0: kd>`.
  var prompt: String { get }
  /// Takes everything the debugger prints, in pieces of any size.
  var output: (String) -> Void { get set }
  /// Asks for a line that a command reads besides its own; nil when there is none.
  var ask: ((_ prompt: String) -> String?)? { get set }
  /// Tends the target's console while the target runs. Not retained.
  var attendant: (any ConsoleAttendant)? { get set }
  /// How many instructions the target's clock counts as one second.
  var instructionsPerSecond: UInt64 { get }
  /// The target's clock: instructions retired since power-on.
  var clock: UInt64 { get }

  /// Starts the target and returns when it stops for the first time.
  func start() -> ConversationState
  /// Carries out a line as if typed at the prompt. An empty line is the Enter key.
  func execute(_ line: String) -> ConversationState
  /// Asks a running target or a long command to stop. May be called from any thread.
  func interrupt()
}

/// Whether a conversation goes on.
public enum ConversationState: Sendable, Equatable {
  /// The prompt stands.
  case prompt
  /// The debugger was told to quit.
  case over
}

extension Session {
  /// The target's clock: instructions retired since power-on.
  public var clock: UInt64 { debugger.target.clock }
}
