/// Makes expressions of both languages: mostly right ones, some of them damaged.
struct ExpressionGenerator {
  /// Names of registers and pseudo-registers, without `@`.
  let registers: [String]

  private static let numbers = [
    "0", "1", "2", "8", "10", "1f", "ff", "7fffffff", "80000000", "ffffffff", "0`80000000",
    "ffffffff`ffffffff", "fffff800`01401000", "10000000000000000", "0n10", "0n18446744073709551615",
    "0t17", "0y101", "0x", "0n", "4ab3h", "12zz", "'a'", "'abcdefghij'", "''", "0x1`", "`", "1.5",
    "0n-1", "00000000000000000000000000001",
  ]
  private static let symbols = [
    "nt", "nt!KeBugCheckEx", "KeBugCheckEx", "!nt", "nt!", "!", "nt!*", "nt!PsActiveProcessHead",
    "nt!PsLoadedModuleList", "nt!NtBuildLab", "nosuch", "nt!nosuch", "hal!nosuch", "$!local",
    "@!\"nt!KeBugCheckEx\"", "@!\"", "nt!a::b", "a__b", ".", "..", "`a.c:1`", "`:1`", "`nt!a.c`",
    "`bugcheck.c:40`", "nt!`x'", "_EPROCESS", "nt!_EPROCESS",
  ]
  private static let binary = [
    "+", "-", "*", "/", "%", " mod ", "<<", ">>", ">>>", "=", "==", "!=", "<", ">", "<=", ">=",
    " and ", "&", " xor ", "^", " or ", "|", "&&", "||", ",", "->", ".", "::", "+=", "?", ":",
  ]
  private static let unary = [
    "-", "+", "not ", "hi ", "low ", "by ", "wo ", "dwo ", "qwo ", "poi ", "$pby ", "$pwo ",
    "$pdwo ", "$pqwo ", "$ppoi ", "~", "!", "*", "&", "++", "--", "sizeof ", "%", "#",
  ]
  private static let types = [
    "nt!_EPROCESS", "_EPROCESS", "nt!_LIST_ENTRY", "_UNICODE_STRING", "int", "unsigned char",
    "char *", "void *", "nt!_EPROCESS *", "unsigned int64", "nosuch", "nt!_KTHREAD **", "long",
    "nt!_TEB", "_PEB *", "wchar_t *", "float", "double", "struct _EPROCESS *",
  ]
  private static let fields = [
    "Pcb", "ActiveProcessLinks", "ActiveProcessLinks.Flink", "UniqueProcessId", "ImageFileName",
    "Flink", "Blink", "Buffer", "Length", "nosuch", "0", "Pcb.Header", "Tcb", "",
  ]
  private static let strings = [
    "\"a\"", "\"\"", "\"*\"", "@\"a\\\"", "\"a", "\"\\n\"", "a", "\"[a-\"",
  ]

  /// An expression of the MASM language.
  func masm(_ random: inout FuzzRandom, depth: Int = 0) -> String {
    guard depth < 6, random.chance(60) else { return atom(&random) }
    func inner(_ random: inout FuzzRandom) -> String { masm(&random, depth: depth + 1) }
    switch random.below(10) {
    case 0..<4: return inner(&random) + random.pick(Self.binary) + inner(&random)
    case 4, 5: return random.pick(Self.unary) + inner(&random)
    case 6: return "(" + inner(&random) + ")"
    case 7: return random.pick(["poi", "by", "dwo", "hi", "not"]) + "(" + inner(&random) + ")"
    case 8: return function(&random, depth)
    default:
      return random.pick(["@@", "@@c++", "@@masm", "@@x"]) + "(" + cpp(&random, depth: depth + 1)
        + ")"
    }
  }

  private func function(_ random: inout FuzzRandom, _ depth: Int) -> String {
    let name = random.pick([
      "$iment", "$vvalid", "$fnsucc", "$scmp", "$sicmp", "$spat", "$nosuch",
    ])
    if name.hasPrefix("$s") {
      return "\(name)(\(random.pick(Self.strings)),\(random.pick(Self.strings)))"
    }
    let count = random.below(4)
    let arguments = (0..<count).map { _ in masm(&random, depth: depth + 2) }
    return "\(name)(\(arguments.joined(separator: ",")))"
  }

  private func atom(_ random: inout FuzzRandom) -> String {
    switch random.below(10) {
    case 0..<4: return random.pick(Self.numbers)
    case 4..<7: return (random.chance(70) ? "@" : "") + random.pick(registers)
    default: return random.pick(Self.symbols)
    }
  }

  /// An expression of the C++ language.
  func cpp(_ random: inout FuzzRandom, depth: Int = 0) -> String {
    guard depth < 6, random.chance(65) else {
      return random.chance(20) ? random.pick(Self.strings) : atom(&random)
    }
    func inner(_ random: inout FuzzRandom) -> String { cpp(&random, depth: depth + 1) }
    switch random.below(12) {
    case 0..<3: return inner(&random) + random.pick(Self.binary) + inner(&random)
    case 3: return random.pick(Self.unary) + inner(&random)
    case 4: return "(" + random.pick(Self.types) + ")" + inner(&random)
    case 5: return inner(&random) + random.pick(["->", "."]) + random.pick(Self.fields)
    case 6: return inner(&random) + "[" + inner(&random) + "]"
    case 7: return "sizeof(" + random.pick(Self.types) + ")"
    case 8:
      let name = random.pick([
        "#FIELD_OFFSET", "#RTL_FIELD_SIZE", "#CONTAINING_RECORD", "#RTL_NUMBER_OF",
        "#RTL_CONTAINS_FIELD", "#RTL_SIZEOF_THROUGH_FIELD", "#NOSUCH",
      ])
      let field = random.pick(Self.fields)
      return name == "#CONTAINING_RECORD"
        ? "\(name)(\(inner(&random)),\(random.pick(Self.types)),\(field))"
        : "\(name)(\(random.pick(Self.types)),\(field))"
    case 9: return inner(&random) + "?" + inner(&random) + ":" + inner(&random)
    case 10: return "(" + inner(&random) + ")"
    default:
      return random.pick(["static_cast<", "reinterpret_cast<", "const_cast<"])
        + random.pick(Self.types) + ">(" + inner(&random) + ")"
    }
  }

  /// A query of the data model.
  func model(_ random: inout FuzzRandom) -> String {
    var text = random.pick([
      "@$cursession", "@$curprocess", "@$curthread", "@$curstack", "Debugger", "@$vars",
      "@$curprocess.Threads", "@$cursession.Processes", "@$curprocess.Modules",
      "@$curstack.Frames", "new { A = 1 }", cpp(&random, depth: 3), "nt!PsActiveProcessHead",
    ])
    for _ in 0..<random.below(4) {
      text += random.pick([
        ".Where(x => x.Id > 4)", ".Select(x => x.Name)", ".First()", ".Count()", ".Take(2)",
        ".OrderBy(x => x.Id)", ".Skip(1)", ".Flatten()", ".GroupBy(x => x.Id)", "[0]", ".Name",
        ".Threads", ".Sum(x => x.Id)", ".Any()", ".ToDisplayString(\"x\")", ".nosuch", ",x", ",d",
        ".Where(", "[", ".", ".Select(x => new { A = x })",
      ])
    }
    return text
  }

  /// A word that may stand for a type.
  func type(_ random: inout FuzzRandom) -> String { random.pick(Self.types) }

  /// A word that may stand for a field.
  func field(_ random: inout FuzzRandom) -> String { random.pick(Self.fields) }
}
