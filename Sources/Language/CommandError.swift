/// What the person at the prompt is told when a command cannot be carried out.
///
/// A case carries the facts; the sentence is made in `CommandError+Message.swift` and nowhere else.
public enum CommandError: Error, Equatable, Sendable {
  /// The command line cannot be accepted from a column on. Shown with a caret under that column.
  case rejected(Rejection, line: String, column: Int)
  /// No command is called so. Shown as a syntax error is.
  case unknownCommand(String, line: String, column: Int)
  /// An expression cannot be evaluated from a point on; `rest` is the text from there.
  case expression(Obstacle, rest: String)
  /// A name matches several symbols, each listed before the sentence.
  case ambiguous(matches: [String], rest: String)
  /// No loaded extension has a command of this name.
  case noExport(String)
  /// There is no extension module of this name.
  case loadFailed(String)
  /// Any other sentence, a command's own.
  case message(String)
  /// The person pressed Ctrl+C.
  case cancelled

  /// Why a command line is not accepted. The raw value is the debugger's word for it.
  public enum Rejection: String, Sendable {
    case syntax = "Syntax error"
    case extraCharacters = "Extra character error"
    case badRegister = "Bad register error"
    case badOpcode = "Bad opcode error"
    case range = "Range error"
    case memory = "Memory access error"
    case operand = "Operand error"
    case overflow = "Overflow error"
    case noDebuggee = "No runnable debuggees error"
    case notSupported = "Operation not supported by current debuggee error"
    case breakpointList = "Breakpoint list error"
    case noPreviousInstruction = "Unable to find valid previous instruction error"
    case unresolved = "Couldn't resolve"
    case illegalThread = "Illegal thread error"
  }

  /// Why an expression has no value. The raw value is the sentence up to the quoted text.
  public enum Obstacle: String, Sendable {
    case unresolved = "Couldn't resolve error at"
    case memory = "Memory access error at"
    case missingNumber = "Numeric expression missing from"
    case syntax = "Syntax error at"
    case badRegister = "Bad register error at"
    case operand = "Operand error at"
    case overflow = "Overflow error at"
    case string = "String expression missing from"
    // What the C++ evaluator says besides.
    case member = "Type does not have given member error at"
    case noType = "Type information missing error at"
    case typeConflict = "Type conflict error at"
    case notIndexable = "Type is not an array or pointer for operator[]"
    case notPointer = "Type is not a pointer at"
    case notRecord = "Type is not a struct, class or union at"
    case notLvalue = "Value is not an lvalue at"
    case unavailable = "Value unavailable error at"
  }
}
