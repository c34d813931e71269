/// What an expression may ask of the world it is evaluated in.
///
/// `Session` is the usual one; a test supplies its own. Binding happens once, when an expression is
/// compiled; reading happens at every evaluation.
public protocol ExpressionContext: AnyObject {
  /// The base of numbers written without a prefix: 8, 10 or 16.
  var radix: Int { get }
  /// Bytes in a pointer of the target, 4 or 8.
  var pointerSize: Int { get }
  /// Whether constants 80000000h to FFFFFFFFh are extended to 64 bits by their sign, as kernel-mode
  /// sessions do.
  var extendsConstants: Bool { get }
  /// Changes whenever a symbol may have got another address or the number base has changed;
  /// expressions compiled before are then compiled anew.
  var bindingEpoch: Int { get }
  /// Changes whenever another process may be looked at; expressions that name something of a process
  /// are then compiled anew.
  var scopeEpoch: Int { get }

  /// The register or pseudo-register of this name, without `@`; nil when there is none.
  func bind(register name: String) -> RegisterBinding?
  /// The present value of a register, nil when the target cannot say.
  func value(of register: RegisterBinding) throws(CommandError) -> UInt64?
  /// What a symbol's name stands for.
  func bind(symbol name: String) -> SymbolBinding
  /// The present address of a symbol whose binding was `.scoped`.
  func address(ofLocal name: String) -> UInt64?
  /// The address of a source line, written `[[module!]file][:line]`. Without a line the file's first
  /// code; an empty file is the one of the instruction pointer.
  func address(ofLine line: Int?, file: String, module: String?) -> UInt64?
  /// An unsigned number of 1, 2, 4 or 8 bytes in memory, nil when it cannot be read whole.
  func readNumber(at address: UInt64, size: Int, physical: Bool) -> UInt64?
  /// Whether every byte of a range can be read.
  func isReadable(at address: UInt64, count: UInt64) -> Bool
  /// The entry point of the image that is loaded at an address.
  func entryPoint(ofImageAt base: UInt64) -> UInt64?
  /// Whether a value that a function returned means success. `flag` decides about types that do not
  /// tell: 0 when others than 0 succeed.
  func isSuccess(_ value: UInt64, ofFunctionAt address: UInt64, flag: UInt64) -> Bool
  /// Compiles an expression of the other evaluator, which is all of a line's unread text.
  func compileForeign(_ line: CommandLine, evaluator: Evaluator) throws(CommandError)
    -> (any ForeignExpression)?
}

/// The two expression languages.
public enum Evaluator: Sendable {
  case masm
  case cpp
}

/// A compiled expression of an evaluator other than the one that contains it.
public protocol ForeignExpression {
  /// The present value, converted to 64 bits.
  func number(in context: any ExpressionContext) throws(CommandError) -> UInt64
}

/// A register as a context knows it. The number means something to that context only.
public struct RegisterBinding: Equatable, Sendable {
  /// The context's own number for the register.
  public var token: Int32

  /// A binding with the context's own number.
  public init(token: Int32) { self.token = token }
}

/// What a symbol's name stands for in an expression.
public enum SymbolBinding: Equatable, Sendable {
  /// One address (or a constant's value), good until the binding epoch changes.
  case value(UInt64)
  /// One address in the process looked at, good until the scope epoch changes.
  case processValue(UInt64)
  /// A local variable, whose address depends on the frame.
  case scoped
  /// Several symbols, each in words for the person to choose from.
  case ambiguous([String])
  /// No symbol has this name.
  case unknown
}
