import Foundation
import Language
import Testing

/// The control tokens and scripts.
struct ControlFlowTests {
  @Test func branches() throws {
    try TestSession().expect(
      """
      kd> .if (1) {.echo yes} .else {.echo no}
      yes
      kd> .if (0) {.echo a} .elsif (2==2) {.echo b} .else {.echo c}; .echo after
      b
      after
      kd> .if 0 {.echo a}
      kd> .if (1==1) and (2==2) {.echo both}
      both
      kd> .if (1) {.if (0) {.echo x} .else {.echo inner}}
      inner
      """)
  }

  @Test func loops() throws {
    try TestSession().expect(
      """
      kd> .for (r $t0=0; @$t0<3; r $t0=@$t0+1) {.printf "%d ", @$t0}
      0 1 2 
      kd> r $t0=3; .while (@$t0) {r $t0=@$t0-1; .printf "%d ", @$t0}
      2 1 0 
      kd> .do {r $t0=@$t0+1} (@$t0<5); ? @$t0
      Evaluate expression: 5 = 00000000`00000005
      kd> .for (r $t0=0; ; r $t0=@$t0+1) {.if (@$t0==2) .continue; .if (@$t0==4) .break; .printf "%d ", @$t0}
      0 1 3 
      kd> .catch {? foo; .echo not here}; .echo on
      Couldn't resolve error at 'foo; .echo not here}; .echo on'
      on
      kd> .catch {.echo a; .if (1) .leave; .echo b}; .echo c
      a
      c
      kd> .foreach (v {.echo one two three}) {.echo <${v}> v}
      <one> one
      <two> two
      <three> three
      kd> .foreach /pS 1 /ps 1 (v {.echo 0 1 2 3 4 5}) {.printf "v "}
      1 3 5 
      kd> .foreach /s (v "x y") {.echo v}
      x
      y
      """)
  }

  @Test func runsScripts() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "crashcart-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ text: String) throws -> String {
      let place = folder.appending(path: name)
      try Data(text.utf8).write(to: place)
      return place.path(percentEncoded: false)
    }
    let lines = try file("lines.txt", "? 1\n.echo two\n")
    let block = try file("block.txt", ".if (1)\n{\n.echo in\n}\n")
    let arguments = try file("arguments.txt", ".echo ${$arg1}-${$arg2}-${/d:$arg3}\n")
    let test = try TestSession()
    #expect(
      test.type("$<\(lines)")
        == "kd> ? 1\nEvaluate expression: 1 = 00000000`00000001\nkd> .echo two\ntwo\n")
    #expect(test.type("$$><\(block); .echo out") == "kd> .if (1);{;.echo in;}\nin\nout\n")
    #expect(test.type("$$>a<\(arguments) \"a b\" c; .echo out") == "a b-c-0\nout\n")
    let itself = try file("itself.txt", ".echo ${$arg0}")
    #expect(test.type("$$>a<\(itself)") == "\(itself)\n")
    #expect(test.type("$<\(lines).missing") == "Unable to open '\(lines).missing'\n")
    // A script that runs itself ends with an error, not with the process.
    let endless = try file("endless.txt", "$$><\(folder.path(percentEncoded: false))/endless.txt")
    #expect(test.type("$$><\(endless)").contains("Overflow error"))
  }

  @Test func deepBlocksAreRefused() throws {
    let test = try TestSession()
    let text =
      String(repeating: ".block{", count: 5000) + ".echo deep" + String(repeating: "}", count: 5000)
    #expect(test.type(text).contains("Overflow error"))
  }

  @Test func endsLoopsOnInterrupt() throws {
    let test = try TestSession()
    test.session.interrupt()
    #expect(test.type(".while (1) {r $t0=1}").hasPrefix("Command cancelled."))
    #expect(test.type("? 1").hasPrefix("Evaluate"))
  }

  /// Lines of odd pieces: whatever is typed, the prompt comes back.
  @Test func anythingTypedIsSurvived() throws {
    let test = try TestSession(withImage: true)
    let pieces = [
      "db", "dd", "u", "bp", "bl", "r", "s", "-a", "e", "eb", ".if", "(", ")", "{", "}", ";", "\"",
      " ", "L", "L?", "L-", "1", "rax", "@", "$t0", "=", "nt!Leaf", ".for", ".foreach", "v",
      ".echo",
      "as", "al", "*", "~", "k", "!", "x", "dt", "nt!_NODE", "-r", ",", "%", ".printf", "%y", "'",
      "`", "$<", "?", "ln", "lm", "m", "uf", "ub", "ba", "w4", "bm", ".frame", "dv", "poi", "$$",
    ]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<2000 {
      let line = (0..<next(9) + 1).map { _ in pieces[next(pieces.count)] }
      _ = test.type(line.joined(separator: next(2) == 0 ? "" : " "))
    }
  }
}
