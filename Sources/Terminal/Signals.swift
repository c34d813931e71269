import Engine
import Synchronization

/// The keys and events that the kernel reports as signals: Ctrl+C, Ctrl+\, a resized window, a return
/// from suspension.
///
/// The handlers store to atomics and write to a pipe that wakes whoever waits for input; Ctrl+\
/// writes a text to the terminal while the session is busy. Nothing else.
final class Signals: Sendable {
  /// The process' only one: signals belong to the process.
  static let shared = Signals()

  /// Ctrl+C was pressed and nobody has answered it yet.
  private let interrupted = Atomic<Bool>(false)
  private let resized = Atomic<Bool>(false)
  private let continued = Atomic<Bool>(false)
  /// Ctrl+\ was pressed at the prompt.
  private let debugged = Atomic<Bool>(false)
  /// Whether Ctrl+C is for a running command rather than for the line being typed.
  private let busy = Atomic<Bool>(false)
  private let wake = Pipe()
  /// What Ctrl+C raises while the session is busy. Written before the handlers are installed.
  private nonisolated(unsafe) var interrupt: Interrupt?
  /// What Ctrl+\ shows while the session is busy. Written before the handlers are installed.
  private nonisolated(unsafe) var advice = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  private init() {}

  /// Becomes readable when a signal came; see `drain`.
  var wakeDescriptor: Int32 { wake.reader }

  /// Starts to listen. While the session is busy, Ctrl+C raises `interrupt` and Ctrl+\ shows
  /// `advice`. To be called once.
  func install(interrupt: Interrupt, advice: String) {
    self.interrupt = interrupt
    let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: advice.utf8.count)
    _ = text.initialize(from: advice.utf8)
    self.advice = UnsafeBufferPointer(text)
    for signal in [SIGINT, SIGQUIT, SIGWINCH, SIGCONT] {
      var action = sigaction()
      action.setHandler { Signals.shared.arrived($0) }
      // Waiting for input has to end with Ctrl+C; other calls go on by themselves.
      action.sa_flags = signal == SIGINT ? 0 : Int32(SA_RESTART)
      sigaction(signal, &action, nil)
    }
  }

  /// Says whether a command is being carried out; Ctrl+C goes to it then.
  func setBusy(_ isBusy: Bool) {
    busy.store(isBusy, ordering: .sequentiallyConsistent)
    // What was pressed before was for what went on before.
    interrupted.store(false, ordering: .sequentiallyConsistent)
  }

  /// Whether Ctrl+C was pressed since the last call.
  func takeInterrupt() -> Bool { interrupted.exchange(false, ordering: .sequentiallyConsistent) }
  /// Whether the window was resized since the last call.
  func takeResize() -> Bool { resized.exchange(false, ordering: .sequentiallyConsistent) }
  /// Whether Ctrl+\ was pressed at the prompt since the last call.
  func takeDebugKey() -> Bool { debugged.exchange(false, ordering: .sequentiallyConsistent) }
  /// Whether the process came back from suspension since the last call.
  func takeContinue() -> Bool { continued.exchange(false, ordering: .sequentiallyConsistent) }

  /// Empties the wake pipe.
  func drain() { wake.drain() }

  /// The handler. Async-signal-safe: atomics and write(2).
  private func arrived(_ signal: Int32) {
    let saved = errno
    switch signal {
    case SIGINT:
      interrupted.store(true, ordering: .sequentiallyConsistent)
      if busy.load(ordering: .sequentiallyConsistent) { interrupt?.request() }
    case SIGQUIT:
      if busy.load(ordering: .sequentiallyConsistent) {
        _ = write(STDOUT_FILENO, advice.baseAddress, advice.count)
      } else {
        debugged.store(true, ordering: .sequentiallyConsistent)
      }
    case SIGWINCH: resized.store(true, ordering: .sequentiallyConsistent)
    case SIGCONT: continued.store(true, ordering: .sequentiallyConsistent)
    default: break
    }
    wake.poke()
    errno = saved
  }
}

/// A pipe to oneself that never blocks its writer.
struct Pipe: Sendable {
  let reader: Int32
  let writer: Int32

  /// A new pipe; without descriptors left, one that never carries anything.
  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    reader = ends[0]
    writer = ends[1]
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    _ = fcntl(writer, F_SETFL, O_NONBLOCK)
  }

  /// Sends a byte. Async-signal-safe; a full pipe has been noticed anyway.
  func poke() {
    var byte: UInt8 = 0
    _ = write(writer, &byte, 1)
  }

  /// Takes what is there without waiting.
  func drain() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while isReadable(reader, timeout: 0) {
      if read(reader, &bytes, bytes.count) < bytes.count { return }
    }
  }
}

/// Whether `descriptor` can be read, or has ended, within `timeout` milliseconds (-1: for ever).
func isReadable(_ descriptor: Int32, timeout: Int32) -> Bool {
  var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&entry, 1, timeout) > 0 && entry.revents != 0
}

extension sigaction {
  /// Sets the handler; the field's name differs by platform.
  mutating func setHandler(_ handler: @escaping @convention(c) (Int32) -> Void) {
    #if canImport(Darwin)
      __sigaction_u.__sa_handler = handler
    #else
      __sigaction_handler.sa_handler = handler
    #endif
  }
}
