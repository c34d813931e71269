/// A C++ expression, or a part of one, as it was read.
///
/// Parsers refuse expressions of more than `highest` levels, so walking one may recurse.
struct CppNode {
  var kind: CppSyntax
  /// Where it begins in its text; errors quote the text from there on.
  var start: Int
  /// Levels of nodes in it.
  var height: Int

  /// Expressions higher than this are refused as an overflow.
  static let highest = 200
}

/// What a part of a C++ expression is.
indirect enum CppSyntax {
  case literal(CppValue)
  case string(String)
  /// `$"text {expression}"`: text in which expressions in braces are replaced by their values; in the
  /// data model only.
  case template(String)
  /// A symbol, a local or an enumerator; in the data model also an object or a lambda's parameter.
  case name(String)
  /// A register or pseudo-register, without its `@`.
  case register(String)
  /// A number that the MASM evaluator computes.
  case masm(SourceText)
  case unary(CppUnary, CppNode)
  case binary(CppBinary, CppNode, CppNode)
  case both(CppNode, CppNode)
  case either(CppNode, CppNode)
  case conditional(CppNode, CppNode, CppNode)
  /// `a = b`, or with an operator `a += b`.
  case assignment(CppBinary?, CppNode, CppNode)
  /// `++a` and the like; the value is the old one when the operator stands behind.
  case increment(by: Int64, isPostfix: Bool, CppNode)
  case cast(CppType, CppNode)
  case sizeOfType(CppType)
  case sizeOf(CppNode)
  /// `a.b`, `a->b`; `nameStart` is where the member's name begins.
  case member(CppNode, String, isArrow: Bool, nameStart: Int)
  /// `a[b]`; `bracket` is where the bracket stands.
  case index(CppNode, CppNode, bracket: Int)
  case comma(CppNode, CppNode)
  /// `#CONTAINING_RECORD(address, type, field)`.
  case container(CppNode, CppType, offset: UInt64)
  /// `#RTL_NUMBER_OF(array)`.
  case count(CppNode)
  /// `#RTL_CONTAINS_FIELD(structure, size, field)`.
  case contains(CppNode, size: CppNode, field: String)
  /// `a(b, c)`, in the data model only.
  case call(CppNode, [CppNode])
  /// `(a, b) => c`, in the data model only.
  case lambda([String], CppNode)
  /// `new { a = b }`, in the data model only.
  case object([(name: String, value: CppNode)])
}

/// An operator before its operand.
enum CppUnary {
  case plus, negate, complement, not, dereference, address
}

/// An operator between two values.
enum CppBinary: String {
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case add = "+"
  case subtract = "-"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and = "&"
  case xor = "^"
  case or = "|"

  /// How tightly it binds; `&&` has 2, `||` has 1.
  var precedence: Int {
    switch self {
    case .multiply, .divide, .remainder: 10
    case .add, .subtract: 9
    case .shiftLeft, .shiftRight: 8
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 7
    case .equal, .notEqual: 6
    case .and: 5
    case .xor: 4
    case .or: 3
    }
  }

  /// Whether its result is a truth value.
  var isComparison: Bool { precedence == 6 || precedence == 7 }
}
