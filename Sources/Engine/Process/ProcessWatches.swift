/// Where the kernel is watched for what happens in a process: addresses of its functions.
struct ProcessWatches {
  /// `KiDispatchException(record, exceptionFrame, trapFrame, mode, firstChance)`: every exception
  /// passes here before anybody is asked about it.
  let dispatch: UInt64
  /// `PspUserThreadStartup`: the first that a thread of a program does.
  let threadStart: UInt64
  /// `PspExitThread(status)`: the last.
  let threadExit: UInt64
  /// The variable `PspSystemDllBase`: where ntdll is, in every process.
  let systemLibrary: UInt64

  /// Throws when the kernel's symbols lack one of them.
  init(_ machine: Debugger) throws(LookupError) {
    func address(_ name: String) throws(LookupError) -> UInt64 {
      guard let found = machine.resolve(name).first else { throw .noSymbol(name) }
      return found.address
    }
    dispatch = try address("nt!KiDispatchException")
    threadStart = try address("nt!PspUserThreadStartup")
    threadExit = try address("nt!PspExitThread")
    systemLibrary = try address("nt!PspSystemDllBase")
  }

  /// Every place to stop at.
  var places: [UInt64] { [dispatch, threadStart, threadExit] }
}

/// Where a process' own loader is watched for images that come and go.
struct LoaderWatch {
  /// `ntdll!LdrpAllocateEntry`, which lists an image and returns its entry.
  var list: UInt64?
  /// `ntdll!LdrpForget(entry)`.
  var forget: UInt64?
  /// Where the first returns to, by the thread that is in it.
  var returns: [UInt64: UInt64] = [:]

  /// Every place to stop at.
  var places: [UInt64] { [list, forget].compactMap(\.self) + returns.values }
}

/// An exception on its way: the thread stands at the beginning of the kernel's dispatcher.
struct ExceptionDispatch {
  var processor: Int
  var thread: UInt64
  var isFirstChance: Bool
  /// The frames that hold the thread's registers, and that it will go on with.
  var trapFrame, exceptionFrame: UInt64
  /// Where the dispatcher returns to, and the stack it then has.
  var returnAddress, stack: UInt64
  /// Whether its thread was sent elsewhere: the exception is over then.
  var isDiverted = false
}

/// A thread that stands at a watched place, which was told.
struct WatchStop {
  var processor: Int
  var thread: UInt64
  var place: PassedPlace
}

/// Who arms the traps by which a process is watched; those of its breakpoints are its target's.
final class TrapOwner {}
