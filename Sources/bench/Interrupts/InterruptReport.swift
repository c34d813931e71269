import Engine
import Foundation
import Language
import Workbench

/// How long lines of every family take to end after Ctrl+C, as a table: the worst of several presses, at
/// the beginning of a line, in the middle and late.
///
/// What counts is the processor time of the process between the press and the prompt, which is the same
/// on a busy host and on a quiet one. Lines that wait instead of working are judged by the clock on the
/// wall. A line that has come to its end before any press needs no Ctrl+C: it shows how long it took.
/// The names of places on the command line (`process`, `dump`) leave out the others.
func reportInterrupts() throws {
  print("\nMilliseconds from Ctrl+C to the prompt (processor time, wall time)")
  let asked = InterruptPlace.allCases.filter { Swift.CommandLine.arguments.contains("\($0)") }
  let places = asked.isEmpty ? InterruptPlace.allCases : asked
  var slow = 0
  var count = 0
  for place in places {
    let lines = interruptLines.filter { $0.place == place }
    guard !lines.isEmpty else { continue }
    let bench = InterruptBench(place)
    for line in lines {
      let result = try bench.measure(line)
      if !result.isPrompt(line) { slow += 1 }
      count += 1
      print(row(line, result))
      fflush(nil)
    }
  }
  let verdict = slow == 0 ? "all within 100 ms" : "\(slow) take longer than 100 ms"
  print("\(count) lines: \(verdict)")
}

private func row(_ line: InterruptLine, _ result: InterruptResult) -> String {
  let name = "\(line.place)  \(line.text)".padding(toLength: 78, withPad: " ", startingAt: 0)
  guard result.presses > 0 else {
    let outcome = result.isRefused ? "is refused" : "ends in \(fixed(result.length * 1000, 1))"
    return "\(name) \(outcome)"
  }
  let mark = result.isPrompt(line) ? "" : "  SLOW"
  return "\(name) \(fixed(result.processor * 1000, 1))  (\(fixed(result.wall * 1000, 1)))\(mark)"
}

/// What pressing Ctrl+C in a line came to.
struct InterruptResult {
  /// How many presses found the line still busy.
  var presses = 0
  /// The worst time to the prompt, in seconds of the process' processor time.
  var processor = 0.0
  /// The worst time to the prompt on the wall.
  var wall = 0.0
  /// How long the line took that ended by itself, in seconds of processor time.
  var length = 0.0
  /// Whether it ended by itself with an error.
  var isRefused = false

  /// Whether the prompt came within 100 ms, every time.
  func isPrompt(_ line: InterruptLine) -> Bool {
    (line.waits ? wall : processor) <= 0.1
  }
}

/// Sessions in which lines are typed and Ctrl+C is pressed.
final class InterruptBench {
  private let place: InterruptPlace
  private var session: Session?
  private let attendant = Waiting()

  /// Seconds of work after which the key is pressed.
  private static let delays = [0.001, 0.03, 0.25, 1]

  init(_ place: InterruptPlace) { self.place = place }

  /// Types a line as often as there are delays.
  func measure(_ line: InterruptLine) throws -> InterruptResult {
    var result = InterruptResult()
    for delay in Self.delays {
      let session = try opened()
      for text in line.before { _ = session.execute(text) }
      let failures = session.failureCount
      let press = Press(after: delay, session.debugger.interrupt)
      _ = session.execute(line.text)
      let (processor, wall, length) = press.end()
      if let processor, let wall {
        result.presses += 1
        result.processor = max(result.processor, processor)
        result.wall = max(result.wall, wall)
      } else {
        result.length = max(result.length, length)
        result.isRefused = session.failureCount != failures
      }
      for text in line.after { _ = session.execute(text) }
      if line.changesTarget || session.isOver { self.session = nil }
      // One that came to its end needs no later press.
      if processor == nil { break }
    }
    return result
  }

  private func opened() throws -> Session {
    if let session { return session }
    let session = try place.open(attendant)
    self.session = session
    return session
  }
}

/// Breaks into a target that waits for its console once, then lets it wait.
final class Waiting: ConsoleAttendant {
  /// Whether the next idle target is broken into.
  var breaksIn = true

  func consolePrinted(_ bytes: [UInt8]) {}

  func targetRuns(_ state: RunningState) -> RunningDecision {
    guard state.isIdle else { return .resume }
    if breaksIn {
      breaksIn = false
      return .breakIn
    }
    usleep(500)
    return .resume
  }
}

/// Ctrl+C pressed by a thread of its own once the process has worked for a while.
private final class Press: @unchecked Sendable {
  private let interrupt: Interrupt
  private let lock = NSLock()
  private let start = (processor: processorTime(), wall: wallTime())
  private var pressed: (processor: Double, wall: Double)?
  private var isOver = false

  init(after delay: Double, _ interrupt: Interrupt) {
    self.interrupt = interrupt
    Thread.detachNewThread { [self] in
      // One that waits has no processor time.
      while processorTime() - start.processor < delay, wallTime() - start.wall < 4 * delay {
        usleep(200)
        if lock.withLock({ isOver }) { return }
      }
      lock.withLock {
        guard !isOver else { return }
        pressed = (processorTime(), wallTime())
        interrupt.request()
      }
    }
  }

  /// The line is over: seconds since the key was pressed, nil when it was not, and since the beginning.
  func end() -> (processor: Double?, wall: Double?, length: Double) {
    let now = (processor: processorTime(), wall: wallTime())
    return lock.withLock {
      isOver = true
      interrupt.take()
      return (
        pressed.map { now.processor - $0.processor }, pressed.map { now.wall - $0.wall },
        now.processor - start.processor
      )
    }
  }
}

private func processorTime() -> Double { time(CLOCK_PROCESS_CPUTIME_ID) }
private func wallTime() -> Double { time(CLOCK_MONOTONIC) }

private func time(_ clock: clockid_t) -> Double {
  var value = timespec()
  clock_gettime(clock, &value)
  return Double(value.tv_sec) + Double(value.tv_nsec) * 1e-9
}
