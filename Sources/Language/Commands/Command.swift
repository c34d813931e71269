/// A command, declared whole: its names, its help, its grammar, and what it does.
///
///     Command(
///       "bp", summary: "Set a breakpoint.",
///       grammar: .address("Address"), .optional(.count("Passes"))
///     ) { session, address, passes in ... }
///
/// The usage line, `.hh`, completion and the manual come from the same value.
public struct Command: Sendable {
  /// What it answers to; the first is the name the manual files it under.
  public let names: [String]
  /// Spellings that help and completion show although they are a name with a first argument (`kb`).
  public let spellings: [String]
  /// One sentence for lists.
  public let summary: String
  /// Paragraphs for `.hh`.
  public let details: String
  /// Lines to type on the target that starts by default, for `.hh` and the manual; all of them work.
  public let examples: [Example]
  /// Names of related commands, extensions with their `!`.
  public let related: [String]
  /// Whether it only says that it is not for this kind of session: coverage does not count it.
  public let isRefusal: Bool
  /// The grammar as help and completion see it.
  public let parameters: [ParameterDescription]
  /// How much of the line belongs to the command.
  public let extent: Extent
  /// What an empty line does after it.
  public let repetition: Repetition
  /// What can be known of it before it is carried out.
  public let effect: Effect

  private let perform: @Sendable (inout CommandLine, Session) throws -> Void

  /// A line that shows a use of a command, and what it does.
  public struct Example: Sendable {
    public let line: String
    public let meaning: String
  }

  /// How much of a line belongs to a command.
  public enum Extent: Sendable {
    /// Up to the next `;` outside double quotes and braces.
    case statement
    /// As `statement`, single quotes protecting a `;` too (`j`).
    case quoted
    /// The whole rest of the line (`as`, `$<`, `*`).
    case line
    /// The rest of the line when a condition on the text after the name holds, else the statement.
    case lineIf(@Sendable (CommandLine) -> Bool)
  }

  /// What an empty line (ENTER) does after a command.
  public enum Repetition: Sendable {
    /// Carries out the same line again.
    case same
    /// Carries out the command without its arguments, so that a display goes on where it ended.
    case continued
    /// Nothing.
    case none
  }

  /// What can be known of a command before it is carried out.
  public enum Effect: Sendable {
    /// Anything.
    case any
    /// Nothing: a comment.
    case none
    /// The target runs on as before (`gc`).
    case resumes
    /// One of two commands in its arguments is carried out (`j`).
    case chooses
  }

  /// A command whose body takes the values of its grammar.
  @_disfavoredOverload
  public init<each Value>(
    _ names: String..., spellings: [String] = [], summary: String, details: String = "",
    examples: KeyValuePairs<String, String> = [:], related: [String] = [],
    isRefusal: Bool = false, extent: Extent = .statement, repetition: Repetition = .same,
    effect: Effect = .any, grammar: repeat Parameter<each Value>,
    body: @escaping @Sendable (Session, repeat each Value) throws -> Void
  ) {
    var descriptions: [ParameterDescription] = []
    for parameter in repeat each grammar { descriptions.append(ParameterDescription(parameter)) }
    self.init(
      names, spellings, summary, details, examples, related, isRefusal, extent, repetition, effect,
      descriptions
    ) { line, session in
      let values = try (repeat (each grammar).read(&line, session))
      try line.expectEnd()
      session.currentLine = line
      try body(session, repeat each values)
    }
  }

  /// As above for one parameter, without the types that any number of them looks up at every run.
  public init<A>(
    _ names: String..., spellings: [String] = [], summary: String, details: String = "",
    examples: KeyValuePairs<String, String> = [:], related: [String] = [],
    isRefusal: Bool = false, extent: Extent = .statement, repetition: Repetition = .same,
    effect: Effect = .any, grammar first: Parameter<A>,
    body: @escaping @Sendable (Session, A) throws -> Void
  ) {
    self.init(
      names, spellings, summary, details, examples, related, isRefusal, extent, repetition, effect,
      [ParameterDescription(first)]
    ) { line, session in
      let valueA = try first.read(&line, session)
      try line.expectEnd()
      session.currentLine = line
      try body(session, valueA)
    }
  }

  /// As above for three parameters, which the steps have.
  public init<A, B, C>(
    _ names: String..., spellings: [String] = [], summary: String, details: String = "",
    examples: KeyValuePairs<String, String> = [:], related: [String] = [],
    isRefusal: Bool = false, extent: Extent = .statement, repetition: Repetition = .same,
    effect: Effect = .any, grammar first: Parameter<A>, _ second: Parameter<B>,
    _ third: Parameter<C>,
    body: @escaping @Sendable (Session, A, B, C) throws -> Void
  ) {
    self.init(
      names, spellings, summary, details, examples, related, isRefusal, extent, repetition, effect,
      [ParameterDescription(first), ParameterDescription(second), ParameterDescription(third)]
    ) { line, session in
      let valueA = try first.read(&line, session)
      let valueB = try second.read(&line, session)
      let valueC = try third.read(&line, session)
      try line.expectEnd()
      session.currentLine = line
      try body(session, valueA, valueB, valueC)
    }
  }

  private init(
    _ names: [String], _ spellings: [String], _ summary: String, _ details: String,
    _ examples: KeyValuePairs<String, String>, _ related: [String], _ isRefusal: Bool,
    _ extent: Extent, _ repetition: Repetition, _ effect: Effect,
    _ parameters: [ParameterDescription],
    perform: @escaping @Sendable (inout CommandLine, Session) throws -> Void
  ) {
    self.names = names
    self.spellings = spellings
    self.summary = summary
    self.details = details
    self.examples = examples.map { Example(line: $0.key, meaning: $0.value) }
    self.related = related
    self.isRefusal = isRefusal
    self.extent = extent
    self.repetition = repetition
    self.effect = effect
    self.parameters = parameters
    self.perform = perform
  }

  /// Reads the arguments off a line and carries the command out.
  func run(_ line: inout CommandLine, _ session: Session) throws { try perform(&line, session) }

  /// The line that shows how it is typed: `bp Address [Passes]`.
  public var usage: String {
    let name = names.first ?? ""
    return parameters.reduce(name) { text, parameter in
      parameter.usage.isEmpty ? text : text + (parameter.isGlued ? "" : " ") + parameter.usage
    }
  }
}
