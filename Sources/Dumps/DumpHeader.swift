import Bytes

/// The first two pages of a 64-bit kernel dump (DUMP_HEADER64 of the Windows SDK): which machine
/// it was, how it stopped, and where a debugger finds its way.
public struct DumpHeader: Equatable, Sendable {
  /// Bytes that the header takes in the file.
  public static let byteCount = 0x2000
  /// Bytes of the CONTEXT record's place in the header.
  public static let contextByteCount = 3000

  /// F for a free build, C for a checked one.
  public var majorVersion: UInt32 = 0xF
  /// The build number.
  public var minorVersion: UInt32 = 0
  /// CR3 of the process that was current.
  public var directoryTableBase: UInt64 = 0
  /// The address of the PFN database.
  public var pfnDatabase: UInt64 = 0
  /// The address of PsLoadedModuleList.
  public var loadedModuleList: UInt64 = 0
  /// The address of PsActiveProcessHead.
  public var activeProcessHead: UInt64 = 0
  /// IMAGE_FILE_MACHINE, 8664 for x64.
  public var machine: UInt32 = 0x8664
  public var processorCount: UInt32 = 1
  public var bugCheckCode: UInt32 = 0
  /// The bug check's four parameters.
  public var bugCheckParameters: [UInt64] = [0, 0, 0, 0]
  /// The address of KdDebuggerDataBlock, 0 when nobody knew it.
  public var debuggerDataBlock: UInt64 = 0
  /// The physical memory of the machine, in ascending order; empty when the file does not say.
  public var memory: [PageRun] = []
  /// The CONTEXT record of the processor that stopped.
  public var context: [UInt8] = []
  public var exception = DumpException()
  public var kind = DumpKind.full
  /// The size of the whole file.
  public var requiredSpace: UInt64 = 0
  /// FILETIME at the moment of the dump.
  public var systemTime: UInt64 = 0
  /// What whoever made the dump said about it.
  public var comment = ""
  /// Time since the start of the system, in 100 ns units.
  public var upTime: UInt64 = 0
  /// Of a small dump, which parts it has (MiniDumpFields); 0 where nobody says.
  public var miniDumpFields: UInt32 = 0

  public init() {}
}

/// Which pages a kernel dump has, and how it says so (DumpType of the header).
public enum DumpKind: UInt32, Sendable {
  /// Every page of the memory runs, one after the other.
  case full = 1
  /// The kernel's pages by a bitmap.
  case kernelBitmap = 2
  /// A small dump: a few pages of virtual memory, no physical ones.
  case triage = 4
  /// Pages by a bitmap.
  case bitmap = 5
  /// The kernel's pages by ranges of frames.
  case kernelRanges = 8
  /// The kernel's and the active processes' pages by ranges.
  case activeRanges = 9
  /// Every page, by ranges.
  case fullRanges = 10
}

/// The exception record in a dump's header (EXCEPTION_RECORD64).
public struct DumpException: Equatable, Sendable {
  public var code: UInt32 = 0
  public var flags: UInt32 = 0
  /// The address of a nested record, or 0.
  public var nested: UInt64 = 0
  public var address: UInt64 = 0
  /// At most 15.
  public var parameters: [UInt64] = []

  public init() {}
}

/// Physical pages that follow each other.
public struct PageRun: Equatable, Sendable {
  /// The first one's frame number: its address divided by 1000h.
  public var firstFrame: UInt64
  public var count: UInt64

  public init(firstFrame: UInt64, count: UInt64) {
    self.firstFrame = firstFrame
    self.count = count
  }
}

/// Where each field of the header stands.
enum HeaderOffset {
  static let signature = 0x000
  static let validDump = 0x004
  static let majorVersion = 0x008
  static let minorVersion = 0x00C
  static let directoryTableBase = 0x010
  static let pfnDatabase = 0x018
  static let loadedModuleList = 0x020
  static let activeProcessHead = 0x028
  static let machine = 0x030
  static let processorCount = 0x034
  static let bugCheckCode = 0x038
  static let bugCheckParameters = 0x040
  static let debuggerDataBlock = 0x080
  static let memoryBlock = 0x088
  static let memoryBlockEnd = 0x344
  static let context = 0x348
  static let exception = 0xF00
  static let exceptionParameters = 0xF20
  static let kind = 0xF98
  static let requiredSpace = 0xFA0
  static let systemTime = 0xFA8
  static let comment = 0xFB0
  static let commentEnd = 0x1030
  static let upTime = 0x1030
  static let miniDumpFields = 0x1038

  /// `PAGE`, and `DU64` or, for a 32-bit system, `DUMP`.
  static let page: UInt32 = 0x4547_4150
  static let dump64: UInt32 = 0x3436_5544
  static let dump32: UInt32 = 0x504D_5544
  /// How many runs of memory the header has room for.
  static let mostRuns = (memoryBlockEnd - memoryBlock - 16) / 16
}
