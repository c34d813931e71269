import Symbols
import Testing

@Test(
  arguments: [
    // pattern, text, whether it matches
    ("", "", true), ("", "a", false),
    ("*", "", true), ("*", "anything", true), ("**", "x", true),
    ("ExAllocatePool", "exallocatepool", true), ("ExAllocatePool", "ExAllocatePoolX", false),
    ("?", "", false), ("?", "a", true), ("?", "ab", false),
    ("a?c", "abc", true), ("a?c", "ac", false),
    ("Ex*Pool*", "ExAllocatePoolWithTag", true), ("Ex*Pool", "ExAllocatePoolWithTag", false),
    ("*Pool*Tag", "ExAllocatePoolWithTag", true), ("*ab", "aab", true), ("*aab", "aaab", true),
    ("[abc]x", "Bx", true), ("[abc]x", "dx", false), ("[a-c]x", "cx", true), ("[A-C]x", "bx", true),
    ("[c-a]x", "bx", true), ("[a-c5]", "5", true), ("[a-]", "-", true), ("[abc", "[abc", true),
    ("[]", "[]", true), ("[*]", "*", true), ("[*]", "x", false),
    ("ab#", "a", true), ("ab#", "abbb", true), ("ab#", "abc", false), ("ab#c", "ac", true),
    ("ab+", "a", false), ("ab+", "ab", true), ("ab+c", "abbbc", true),
    ("[ab]#c", "ababc", true), ("[ab]+c", "c", false), ("?#", "", true), ("a*+b", "axxb", true),
    ("#a", "#a", true), ("+", "+", true),
    ("\\*", "*", true), ("\\*", "x", false), ("a\\?", "a?", true), ("a\\", "a\\", true),
    ("\\#", "#", true), ("\\[a]", "[a]", true),
    ("_foo", "_foo", true), ("_foo", "__foo", false),
    ("\u{e4}?", "\u{c4}\u{f6}", true), ("?", "\u{20ac}", true), ("??", "\u{20ac}", false),
  ] as [(String, String, Bool)])
func patterns(_ pattern: String, _ text: String, _ matches: Bool) {
  #expect(WildcardPattern(pattern).matches(text) == matches)
}

@Test(
  arguments: [
    ("_foo", "foo", true), ("_foo", "_foo", true), ("_foo", "___foo", true),
    ("_foo", "_x_foo", false),
    ("__foo", "_foo", true), ("__foo", "foo", false), ("fo_o", "foo", false),
    ("_*", "anything", true),
  ] as [(String, String, Bool)])
func symbolPatternsTakeAnyNumberOfLeadingUnderscores(
  _ pattern: String, _ text: String, _ matches: Bool
) {
  #expect(WildcardPattern(pattern, style: .symbol).matches(text) == matches)
}

@Test func patternsWithoutWildcardsAreLiterals() {
  #expect(WildcardPattern("ExAllocatePool").literal == "ExAllocatePool")
  #expect(WildcardPattern("a\\*b").literal == "a*b")
  #expect(WildcardPattern("a#").literal == nil)
  #expect(WildcardPattern("a*").literal == nil)
  #expect(WildcardPattern("[a]").literal == nil)
  #expect(WildcardPattern("_foo", style: .symbol).literal == nil)
  #expect(WildcardPattern("*").matchesEverything)
  #expect(WildcardPattern("***").matchesEverything)
  #expect(!WildcardPattern("*a").matchesEverything)
}

/// The time of a match is bounded by the product of the lengths, whatever the pattern.
@Test func hostilePatternsAreQuick() {
  let text = String(repeating: "a", count: 2_000)
  let short = String(repeating: "a*", count: 25) + "b"
  let long = String(repeating: "a*", count: 60) + "b"
  #expect(!WildcardPattern(short).matches(text))
  #expect(!WildcardPattern(long).matches(text))
  #expect(WildcardPattern(long).matches(text + "b"))
  #expect(
    WildcardPattern(String(repeating: "x+", count: 50)).matches(String(repeating: "x", count: 50)))
  #expect(
    !WildcardPattern(String(repeating: "x+", count: 50)).matches(String(repeating: "x", count: 49)))
}

/// Patterns that fit a machine word and longer ones must agree.
@Test func longPatternsMatchAsShortOnesDo() {
  let padding = String(repeating: "q", count: 70)
  for (pattern, text) in [("a*c", "abc"), ("a[b-d]#e", "abcde"), ("a?", "ab"), ("a+b", "b")] {
    let short = WildcardPattern(pattern).matches(text)
    #expect(WildcardPattern(padding + pattern).matches(padding + text) == short)
  }
}
