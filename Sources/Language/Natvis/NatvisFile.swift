/// A NatVis file: how values of named types are shown.
///
/// Facts: learn.microsoft.com, "Create custom views of C++ objects in the debugger using the Natvis
/// framework", and the schema `natvis.xsd` that Visual Studio Code's documentation prints.
struct NatvisFile {
  /// The file's path as it was typed; of what a symbol file holds, the name it has there.
  var path: String
  /// The full path, by which a file is known; empty for what a symbol file holds.
  var fullPath = ""
  /// The module whose symbol file holds it, to whose types it is confined; nil for a file of its own.
  var module: String?
  var types: [NatvisType] = []
  /// Functions that every entry may call.
  var intrinsics: [NatvisIntrinsic] = []

  /// What messages call the file.
  var name: String { path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? path }
}

/// An entry: how the values of one type, or of all that match a pattern, are shown.
struct NatvisType {
  /// A name that the entry is for.
  struct Name {
    var pattern: NatvisTypeName
    /// From -2, low, to 2, high.
    var priority = 0
    /// Whether types that are derived from it are shown so too.
    var isInheritable = true
  }

  /// A module and its versions that the entry is for.
  struct Version {
    var module: String
    var lowest: [UInt64]?
    var highest: [UInt64]?
  }

  var names: [Name]
  var rule: NatvisRule
  var versions: [Version] = []
  var displayStrings: [NatvisText] = []
  var stringViews: [NatvisExpression] = []
  /// What a pointer's operators work on.
  var smartPointer: NatvisExpression?
  var expansion: NatvisExpansion?
  var intrinsics: [NatvisIntrinsic] = []
}

/// When a part of an entry applies.
struct NatvisRule {
  var condition: String?
  /// Whether the part is left out when it cannot be computed.
  var isOptional = false
  /// Views that the part is in only, and those it is not in.
  var includedViews: [String] = []
  var excludedViews: [String] = []
  /// Line in the file.
  var line: Int
}

/// Text with expressions in braces.
struct NatvisText {
  var rule: NatvisRule
  var text: String
}

/// An expression, with format specifiers behind a comma.
struct NatvisExpression {
  var rule: NatvisRule
  var text: String
}

/// A function that expressions can call.
struct NatvisIntrinsic {
  var name: String
  var parameters: [String]
  var expression: NatvisExpression
}

/// What stands below a value.
struct NatvisExpansion {
  var items: [NatvisItem] = []
  var hidesRawView = false
}

/// One part of what stands below a value.
indirect enum NatvisItem {
  case item(name: NatvisText, NatvisExpression)
  /// The children of another value.
  case expanded(NatvisExpression)
  case array(NatvisArray)
  case indexList(NatvisIndexList)
  case linkedList(NatvisLinkedList)
  case tree(NatvisTree)
  case custom(NatvisCustomList)
  case synthetic(NatvisSynthetic)
}

/// `ArrayItems`: elements one behind the other.
struct NatvisArray {
  var rule: NatvisRule
  /// Dimensions; nil for one.
  var rank: NatvisExpression?
  /// Whether the first index changes fastest.
  var isColumnMajor = false
  var sizes: [NatvisExpression]
  var pointers: [NatvisExpression]
  var lowerBound: NatvisExpression?
}

/// `IndexListItems`: elements that are computed from their index.
struct NatvisIndexList {
  var rule: NatvisRule
  var sizes: [NatvisExpression]
  var values: [NatvisExpression]
}

/// `LinkedListItems`.
struct NatvisLinkedList {
  var rule: NatvisRule
  var sizes: [NatvisExpression]
  var head: NatvisExpression
  var next: NatvisExpression
  var value: NatvisNodeValue
}

/// `TreeItems`.
struct NatvisTree {
  var rule: NatvisRule
  var sizes: [NatvisExpression]
  var head: NatvisExpression
  var left: NatvisExpression
  var right: NatvisExpression
  var value: NatvisNodeValue
}

/// What is shown for a node of a list or tree: an expression of the node, empty for the node itself.
struct NatvisNodeValue {
  var name: NatvisText?
  var expression: NatvisExpression
}

/// `Synthetic`: a child that is no value.
struct NatvisSynthetic {
  var rule: NatvisRule
  var name: NatvisText
  var expression: NatvisExpression?
  var displayStrings: [NatvisText]
  var expansion: NatvisExpansion?
}

/// `CustomListItems`: a small program that finds the elements.
struct NatvisCustomList {
  var rule: NatvisRule
  var variables: [(name: String, value: NatvisExpression)]
  var sizes: [NatvisExpression]
  var body: [NatvisStep]
}

/// A step of a `CustomListItems`.
indirect enum NatvisStep {
  case execute(NatvisExpression)
  case item(name: NatvisText?, NatvisExpression)
  case leave(NatvisRule)
  case loop(NatvisRule, [NatvisStep])
  /// Branches in their order; the last may have no condition.
  case choice([(condition: String?, steps: [NatvisStep])], line: Int)
}
