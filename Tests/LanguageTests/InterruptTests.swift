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
    #expect(seconds < Self.patience)
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
    #expect(seconds < Self.patience)
    #expect(live.test.type("? 1").hasPrefix("Evaluate"))
  }

  /// Ctrl+C that came before a line has no business with it... but ends it if it is still up.
  @Test func anEarlyOneEndsTheNextLine() throws {
    let test = try TestSession()
    test.session.interrupt()
    #expect(test.type(".while (1) {}") == "Command cancelled.\n")
    #expect(test.type("? 1").hasPrefix("Evaluate"))
  }

  /// Seconds of its thread's processor time in which a line ends. A release build needs less than 0.1
  /// (`bench interrupts` measures it); a debug build is some thirty times slower.
  static let patience = 3.0

  /// What a line printed that Ctrl+C ended, pressed after 50 ms and again until it is over, and the
  /// processor time of this thread from the first press to the end.
  private func interrupted(_ test: TestSession, _ line: String) -> (String, Double) {
    let interrupt = test.session.debugger.interrupt
    let isOver = Flag()
    let clock = ThreadClock()
    let pressed = Moment(clock.nanoseconds)
    Thread.detachNewThread {
      usleep(50_000)
      pressed.value.store(clock.nanoseconds, ordering: .releasing)
      while !isOver.value.load(ordering: .acquiring) {
        interrupt.request()
        usleep(20_000)
      }
    }
    let answer = test.type(line)
    isOver.value.store(true, ordering: .releasing)
    let ended = clock.nanoseconds
    usleep(40_000)
    interrupt.take()
    let first = pressed.value.load(ordering: .acquiring)
    return (answer, Double(ended &- min(first, ended)) * 1e-9)
  }

  /// The processor time of the thread that makes it, to be read by any: what others do on the host does
  /// not count.
  private struct ThreadClock: Sendable {
    #if os(Linux)
      private let id: clockid_t

      init() {
        var id = CLOCK_MONOTONIC
        pthread_getcpuclockid(pthread_self(), &id)
        self.id = id
      }
    #else
      private let id = CLOCK_MONOTONIC
    #endif

    var nanoseconds: UInt64 {
      var time = timespec()
      clock_gettime(id, &time)
      return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
  }

  private final class Moment: Sendable {
    let value: Atomic<UInt64>
    init(_ nanoseconds: UInt64) { value = Atomic(nanoseconds) }
  }

  private final class Flag: Sendable {
    let value = Atomic<Bool>(false)
  }
}
