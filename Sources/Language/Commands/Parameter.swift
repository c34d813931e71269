/// One argument of a command: how help spells it, what completes it, how it is read.
///
/// A command's grammar is a row of these; the types they read are the types its body takes.
public struct Parameter<Value>: Sendable {
  /// How the usage line spells it: `Address`, `[Passes]`, `"Commands"`.
  public var usage: String
  /// What can stand there, for completion.
  public var completion: CompletionKind
  /// What it means, for `.hh`: a sentence without a full stop, or nothing.
  public var note = ""
  /// Whether it stands right after the command's name, without a blank (`kb` of `k`).
  public var isGlued = false
  /// Reads the value off a command line and moves past it.
  public var read: @Sendable (inout CommandLine, Session) throws(CommandError) -> Value

  /// A parameter with these parts.
  public init(
    usage: String, completion: CompletionKind = .none, note: String = "",
    read: @escaping @Sendable (inout CommandLine, Session) throws(CommandError) -> Value
  ) {
    self.usage = usage
    self.completion = completion
    self.note = note
    self.read = read
  }

  /// The same parameter with its value changed on the way; `transform` may refuse it.
  public func map<Other>(
    _ transform: @escaping @Sendable (Value) throws(CommandError) -> Other
  ) -> Parameter<Other> {
    let read = self.read
    var mapped = Parameter<Other>(usage: usage, completion: completion) {
      line, session throws(CommandError) in try transform(read(&line, session))
    }
    mapped.isGlued = isGlued
    mapped.note = note
    return mapped
  }

  /// The same parameter spelled another way in help.
  public func spelled(_ usage: String) -> Parameter {
    var copy = self
    copy.usage = usage
    return copy
  }

  /// The same parameter with another meaning in help.
  public func explained(_ note: String) -> Parameter {
    var copy = self
    copy.note = note
    return copy
  }

  /// The same parameter completed in another way.
  public func completed(by completion: CompletionKind) -> Parameter {
    var copy = self
    copy.completion = completion
    return copy
  }
}

/// What can complete an argument.
public enum CompletionKind: Sendable, Equatable {
  case none
  /// Symbols, registers and pseudo-registers.
  case expression
  /// A C++ expression: as an expression, and members behind a period or an arrow.
  case typedExpression
  case register
  case symbol
  case type
  case field
  case module
  case file
  case command
  /// Numbers of breakpoints.
  case breakpoint
  /// Names of aliases.
  case alias
  /// Names of extension modules.
  case extensionModule
  /// One of these words.
  case choice([String])
}

/// A parameter without its type: what help and completion need.
public struct ParameterDescription: Sendable {
  public var usage: String
  public var completion: CompletionKind
  public var isGlued: Bool
  public var note: String

  init<Value>(_ parameter: Parameter<Value>) {
    usage = parameter.usage
    completion = parameter.completion
    isGlued = parameter.isGlued
    note = parameter.note
  }
}
