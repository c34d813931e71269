import Foundation

/// A command of the host's shell that runs in a process group of its own, so that everything it has
/// started ends with it and the terminal's keys do not reach it.
struct ShellProcess {
  /// What it prints, on both of its outputs, to be read.
  let output: Int32
  private let id: pid_t

  /// Starts `/bin/sh -c command`. Throws `POSIXError` when it cannot be started.
  init(_ command: String, input: FileHandle) throws {
    var ends: [Int32] = [-1, -1]
    try Self.check(pipe(&ends) == 0 ? 0 : errno)
    defer { close(ends[1]) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    do {
      id = try Self.spawn(["/bin/sh", "-c", command], input.fileDescriptor, ends[1])
    } catch {
      close(ends[0])
      throw error
    }
    output = ends[0]
  }

  /// Ends the command and what it has started, for good.
  func end() { kill(-id, SIGKILL) }

  /// The command's exit status, or the number of the signal that ended it; nil while it runs. Ask no
  /// more once it was told.
  func exitStatus() -> Int32? {
    var status: Int32 = 0
    switch waitpid(id, &status, WNOHANG) {
    case 0: return nil
    case id:
      let signal = status & 0x7F
      return signal == 0 ? status >> 8 & 0xFF : signal
    default: return errno == EINTR ? nil : -1
    }
  }

  /// Closes what it prints to.
  func closeOutput() { close(output) }

  private static func spawn(_ words: [String], _ input: Int32, _ output: Int32) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    posix_spawn_file_actions_addclose(&actions, output)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, and the signals as they are by default.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
    var arguments = words.map { strdup($0) } + [nil]
    var environment =
      ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var id: pid_t = 0
    try check(posix_spawn(&id, words[0], &actions, &attributes, &arguments, &environment))
    return id
  }

  private static func check(_ code: Int32) throws {
    if code != 0 { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
  }
}
