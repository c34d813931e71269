import CEdit
import Synchronization

/// The mode of the terminal on standard input, and its way back to what it was.
///
/// Whatever ends the process, a crash included, the person's terminal is as it was before.
final class TerminalMode: Sendable {
  /// The process' only one: the terminal belongs to the process.
  static let shared = TerminalMode()

  /// The mode at the start, in memory that a signal handler may read. Written once.
  private nonisolated(unsafe) let original: UnsafeMutablePointer<termios>
  private let isSaved = Atomic<Bool>(false)
  private let isConsole = Atomic<Bool>(false)
  /// The process group that had the terminal before; 0 when it is still ours.
  private let lender = Atomic<Int32>(0)

  private init() {
    original = .allocate(capacity: 1)
    original.initialize(to: termios())
  }

  /// Remembers the mode and restores it at every end of the process. To be called once.
  func install() {
    guard tcgetattr(STDIN_FILENO, original) == 0 else { return }
    isSaved.store(true, ordering: .sequentiallyConsistent)
    becomeForeground()
    atexit { TerminalMode.shared.giveBack() }
    for signal in [SIGTERM, SIGHUP, SIGPIPE] + Self.crashes {
      var action = sigaction()
      action.setHandler { TerminalMode.shared.ended(by: $0) }
      // The next arrival finds what was there before: the default, or Swift's backtracer.
      var previous = sigaction()
      sigaction(signal, nil, &previous)
      Self.previous.advanced(by: Int(signal)).pointee = previous
      sigaction(signal, &action, nil)
    }
  }

  /// The terminal as the target's console: no echo, no lines, no translation of Enter; Ctrl+C is
  /// still a signal, Ctrl+\ a key like any other.
  func enterConsole() {
    guard isSaved.load(ordering: .sequentiallyConsistent) else { return }
    var mode = original.pointee
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN)
    mode.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON)
    cedit_disable_quit_key(&mode)
    // Output keeps its translation of newlines.
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
    isConsole.store(true, ordering: .sequentiallyConsistent)
  }

  /// The terminal as it was before `enterConsole`.
  func leaveConsole() {
    if isConsole.exchange(false, ordering: .sequentiallyConsistent) { restore() }
  }

  /// Restores the mode. Async-signal-safe.
  func restore() {
    guard isSaved.load(ordering: .sequentiallyConsistent) else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, original)
  }

  /// Takes the terminal in a process group of our own.
  ///
  /// Started by a shell we have one. Started by make or a script we share theirs, and Ctrl+C, which
  /// is for the target, would end them too. Suspending is left to shells: the others do not expect
  /// it of a single process of theirs.
  private func becomeForeground() {
    let group = getpgrp()
    guard group != getpid(), tcgetpgrp(STDIN_FILENO) == group, setpgid(0, 0) == 0 else { return }
    let previous = signal(SIGTTOU, SIG_IGN)
    let isForeground = tcsetpgrp(STDIN_FILENO, getpid()) == 0
    signal(SIGTTOU, previous)
    guard isForeground else {
      setpgid(0, group)
      return
    }
    signal(SIGTSTP, SIG_IGN)
    lender.store(group, ordering: .sequentiallyConsistent)
  }

  /// Restores the mode and returns the terminal to whoever had it. Async-signal-safe.
  private func giveBack() {
    restore()
    let group = lender.exchange(0, ordering: .sequentiallyConsistent)
    if group != 0 { tcsetpgrp(STDIN_FILENO, group) }
  }

  /// Signals that mean a bug of ours.
  private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]
  /// What was installed for each signal before. Written before the handlers can run.
  private nonisolated(unsafe) static let previous: UnsafeMutablePointer<sigaction> = {
    let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)
    actions.initialize(repeating: sigaction(), count: 64)
    return actions
  }()

  /// The handler: puts the terminal back and lets the signal do what it would have done.
  private func ended(by signal: Int32) {
    giveBack()
    sigaction(signal, Self.previous.advanced(by: Int(signal)), nil)
    raise(signal)
  }
}
