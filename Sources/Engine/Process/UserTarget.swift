import Dumps

/// A target that is one process: what a user-mode session sees besides memory and registers.
///
/// Where `Target` speaks of processors, such a target has threads, by the numbers that `~` shows.
public protocol UserTarget: Target {
  /// The process' number in its system.
  var processID: UInt64 { get }

  /// The program's path as the process was given it.
  var imagePath: String { get }

  /// How the debugger came to it.
  var origin: ProcessOrigin { get }

  /// The process environment block, nil when there is none.
  var peb: UInt64? { get }

  /// The threads that there are, by their numbers. A number is given once.
  var threads: [UserThread] { get }

  /// Images that are mapped before the process' loader has made its list: the program, and the
  /// library that starts it.
  var firstImages: [ImageNotice] { get }

  /// Whether the process has come to its end, and will not run again.
  var hasExited: Bool { get }

  /// The addresses that have memory, in ascending order.
  func mappedRanges() throws -> [Range<UInt64>]

  /// What a dump says of the process, as far as it was asked for; without threads' registers, modules,
  /// the exception of the present stop, and memory.
  func dumpFacts(_ options: MinidumpOptions) throws -> MinidumpContents
}

extension UserTarget {
  /// The thread of this number.
  public func thread(_ number: Int) -> UserThread? { threads.first { $0.number == number } }
}

/// One thread of a process that is debugged.
public struct UserThread: Equatable, Sendable {
  /// What the debugger counts it as.
  public var number: Int
  /// Its number in the system.
  public var id: UInt64
  /// Its environment block.
  public var teb: UInt64
  /// How often it was suspended; 0 for one that may run.
  public var suspendCount: UInt64
  /// Whether the debugger keeps it from running.
  public var isFrozen = false
  /// Its kernel object; 0 where there is none to be seen.
  public var object: UInt64
}

/// How a debugger came to a process.
public enum ProcessOrigin: Sendable {
  case attach
  case create
  case child
  /// It is a dump.
  case examine
}

/// What happens in a process, besides what can happen in any target.
public enum ProcessEvent: Equatable, Sendable {
  /// A thread begins: its number and id. It stands before its first instruction.
  case createThread(Int, id: UInt64)
  /// A thread ends, with this code.
  case exitThread(Int, id: UInt64, code: UInt32)
  /// The process ends with its last thread.
  case exitProcess(UInt64, code: UInt32)
  /// The machine that the process is in has stopped for its own debugger.
  case outside
}

extension Debugger {
  /// The target as a process; nil in a kernel session.
  public var userTarget: (any UserTarget)? { target as? any UserTarget }
}
