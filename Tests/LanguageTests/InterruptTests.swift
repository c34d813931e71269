import Engine
import Foundation
import Language
import Synchronization
import Testing

/// Ctrl+C ends whatever goes on for long.
struct InterruptTests {
  /// Lines that would go on for hours, or for ever.
  static let endless = [
    ".while (1) {}", ".while (1) {r $t0=@$t0+1}", ".for (;;) {}", ".do {} (1)", "z(1)",
    "r $t0=1; z(@$t0)", ".while (1) {.while (1) {.continue}}", ".while (1) {.catch {? nosuch}}",
    ".for (;;) {.foreach (v {.echo a b}) {.echo v}}", ".while (1) {j (1) 'r $t0' ; ''}",
    ".while (1) {.printf \"%ma\", 200400}", ".while (1) {.block {as /x n 1}}",
    "db 0 L?ffffffff`ff", "dw 0 L?ffffffff`ff", "dd 0 L?ffffffff`ff", "dq 0 L?ffffffff`ff",
    "dps 0 L?ffffffff`ff", "dpp 0 L?ffffffff`ff", "df 0 L?ffffffff`ff",
    "s -b 0 L?ffffffff`ffffffff 1 2 3 f9 55",
    ".foreach /pS 1 (v {db 0 L?ffffffff`ff}) {.echo v}", "as /c N db 0 L?ffffffff`ff",
  ]

  @Test(arguments: endless)
  func ends(line: String) throws {
    let test = try TestSession(withImage: true)
    let (answer, seconds) = interrupted(test, line)
    #expect(answer.hasSuffix("Command cancelled.\n"), "\(answer.suffix(200))")
    #expect(seconds < 20)
    #expect(test.type("? 1").hasPrefix("Evaluate"))
  }

  /// The same on a program that runs: it stands where it was stopped.
  static let running = [
    "t ffffffff", "p 7fffffff", "pc ffffffff", "tt ffffffff", ".while (1) {t}", ".while (1) {p 10}",
    "pa 0", "ta 0", "z(1); g",
    ".while (1) {g = nt!Leaf nt!Leaf}",
  ]

  @Test(arguments: running)
  func endsWhatRuns(line: String) throws {
    let live = try LiveSession("nt!Leaf")
    // A jump to itself, so that nothing comes to an end.
    _ = live.test.type("eb nt!Leaf eb fe")
    let (_, seconds) = interrupted(live.test, line)
    #expect(seconds < 20)
    #expect(live.test.type("? 1").hasPrefix("Evaluate"))
  }

  /// Ctrl+C that came before a line has no business with it... but ends it if it is still up.
  @Test func anEarlyOneEndsTheNextLine() throws {
    let test = try TestSession()
    test.session.interrupt()
    #expect(test.type(".while (1) {}") == "Command cancelled.\n")
    #expect(test.type("? 1").hasPrefix("Evaluate"))
  }

  /// What a line printed that Ctrl+C ended, pressed after 50 ms and again until it is over.
  private func interrupted(_ test: TestSession, _ line: String) -> (String, Double) {
    let interrupt = test.session.debugger.interrupt
    let isOver = Flag()
    let clock = ContinuousClock()
    let start = clock.now
    Thread.detachNewThread {
      usleep(50_000)
      while !isOver.value.load(ordering: .acquiring) {
        interrupt.request()
        usleep(20_000)
      }
    }
    let answer = test.type(line)
    isOver.value.store(true, ordering: .releasing)
    usleep(40_000)
    interrupt.take()
    return (answer, (clock.now - start) / .seconds(1))
  }

  private final class Flag: Sendable {
    let value = Atomic<Bool>(false)
  }
}
