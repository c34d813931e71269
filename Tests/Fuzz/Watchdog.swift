import Engine
import Foundation
import Synchronization

/// Presses Ctrl+C when a line takes long, and ends the process when that does not help.
final class Watchdog: Sendable {
  /// A line is interrupted after so many milliseconds, and again as often.
  static let patience = 400
  /// A line that goes on so many milliseconds after the first interrupt hangs.
  static let limit = 15_000
  /// The status with which a process ends that hangs.
  static let hangStatus: Int32 = 86
  /// More bytes in memory than this are too many.
  static let memoryLimit = 3 << 30
  /// The status with which a process ends that takes too much memory.
  static let memoryStatus: Int32 = 87

  /// Whether there is anything left to watch.
  private let isOver = Atomic<Bool>(false)
  /// When the current line began, in milliseconds of the host's clock; 0 while none runs.
  private let begin = Atomic<Int>(0)
  /// When Ctrl+C was pressed first in the current line; 0 before.
  private let pressed = Atomic<Int>(0)

  /// Starts to watch. `interrupt` is the session's key.
  init(interrupt: Interrupt) {
    Thread.detachNewThread { [self] in
      var last = 0
      while !isOver.load(ordering: .acquiring) {
        usleep(20_000)
        let start = begin.load(ordering: .acquiring)
        guard start != 0 else { continue }
        let now = Self.now()
        let first = pressed.load(ordering: .acquiring)
        if now - start > Self.patience, first == 0 || now - last > Self.patience {
          last = now
          if first == 0 { pressed.store(now, ordering: .releasing) }
          interrupt.request()
        }
        if first != 0, now - first > Self.limit { _exit(Self.hangStatus) }
        if Self.residentBytes() > Self.memoryLimit { _exit(Self.memoryStatus) }
      }
    }
  }

  /// The round is over.
  func stop() { isOver.store(true, ordering: .releasing) }

  /// A line begins.
  func lineBegins() {
    pressed.store(0, ordering: .releasing)
    begin.store(Self.now(), ordering: .releasing)
  }

  /// A line has ended.
  ///
  /// - Returns: how many milliseconds it took, and how many of them after Ctrl+C; nil when it was
  ///   not pressed.
  func lineEnds() -> (took: Int, afterInterrupt: Int?) {
    let start = begin.exchange(0, ordering: .acquiringAndReleasing)
    let first = pressed.exchange(0, ordering: .acquiringAndReleasing)
    let now = Self.now()
    return (now - start, first == 0 ? nil : now - first)
  }

  private static func now() -> Int {
    Int(DispatchTime.now().uptimeNanoseconds / 1_000_000)
  }

  /// Bytes of this process in memory; 0 where the host does not tell.
  private static func residentBytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4096
  }
}
