import Bytes

/// A dump of one process: a header, a directory of streams, and the streams (MDMP, as minidumpapiset.h
/// of the Windows SDK declares it). Written by 64-bit and 32-bit Windows, Breakpad and Crashpad alike.
///
///     let dump = try Minidump(FileBytes(path: "crash.dmp"))
///     dump.contents.system.architecture   // 9, x64
///     dump.memory.read(0x1000, upTo: 16)  // bytes, or nil
///
/// Opening reads every stream but the memory, which stays in the file. A stream that is cut short
/// keeps what could be read of it, and says so in ``damage``; only without header, directory and
/// system information there is nothing to look at.
public struct Minidump {
  /// The four letters that a file begins with.
  public static let signature: UInt32 = 0x504D_444D
  /// The low half of the version.
  static let version: UInt32 = 0xA793

  /// Everything that it says, but the memory.
  public internal(set) var contents = MinidumpContents()
  public internal(set) var memory: MinidumpMemory
  /// The directory: every stream's type, size and place, in its order.
  public let streams: [MinidumpStream]
  /// What could not be read of streams that are there.
  public internal(set) var damage: [FormatError] = []

  let source: any ByteSource
  /// The threads' stacks, which the lists of memory may lack.
  var stacks: [MinidumpMemory.Block] = []

  /// Where the file has the system information, which begins with the processor's architecture.
  public var systemOffset: UInt64 {
    streams.first { $0.type == MinidumpStreamType.systemInfo }.map { UInt64($0.offset) } ?? 0
  }

  /// Whether bytes begin as such a dump does.
  public static func isOne(_ source: any ByteSource) -> Bool {
    source.read(at: 0, count: 4) == [0x4D, 0x44, 0x4D, 0x50]
  }
}

/// What a minidump says of a process, besides its memory.
public struct MinidumpContents: Equatable, Sendable {
  /// When it was written, in seconds since 1970.
  public var timeDateStamp: UInt32 = 0
  /// MINIDUMP_TYPE: what its writer was asked for.
  public var flags: UInt64 = 0
  public var system = MinidumpSystem()
  public var process = MinidumpProcess()
  public var threads: [MinidumpThread] = []
  public var modules: [MinidumpModule] = []
  public var unloadedModules: [MinidumpUnloadedModule] = []
  public var exception: MinidumpException?
  /// How the process' addresses were laid out, in ascending order; empty when the file does not say.
  public var regions: [MinidumpRegion] = []
  public var handles: [MinidumpHandle] = []
  /// Texts that whoever made the dump put in, for people.
  public var comments: [String] = []

  public init() {}
}

/// One row of a minidump's directory.
public struct MinidumpStream: Equatable, Sendable {
  /// MINIDUMP_STREAM_TYPE.
  public var type: UInt32
  /// Bytes, and the offset in the file.
  public var size: UInt32
  public var offset: UInt32

  var isThreadList: Bool {
    type == MinidumpStreamType.threadList || type == MinidumpStreamType.threadExList
  }
}

/// MINIDUMP_SYSTEM_INFO: on what the process ran.
public struct MinidumpSystem: Equatable, Sendable {
  /// PROCESSOR_ARCHITECTURE: 0 x86, 5 ARM, 9 x64, 12 ARM64.
  public var architecture: UInt16 = 9
  public var processorLevel: UInt16 = 0
  public var processorRevision: UInt16 = 0
  public var processorCount: UInt8 = 1
  /// VER_NT: 1 workstation, 2 domain controller, 3 server.
  public var productType: UInt8 = 1
  public var majorVersion: UInt32 = 0
  public var minorVersion: UInt32 = 0
  public var buildNumber: UInt32 = 0
  /// VER_PLATFORM: 2 is NT; from 8000h on other systems that Breakpad numbers.
  public var platform: UInt32 = 2
  /// The service pack, in words.
  public var servicePack = ""

  public init() {}
}

/// MINIDUMP_MISC_INFO: the process itself.
public struct MinidumpProcess: Equatable, Sendable {
  public var id: UInt32?
  /// Seconds since 1970.
  public var createTime: UInt32?
  /// Seconds.
  public var userTime: UInt32?
  public var kernelTime: UInt32?
  /// What built the system that the dump is of, in words.
  public var build = ""

  public init() {}
}

/// A thread of a minidump.
public struct MinidumpThread: Equatable, Sendable {
  public var id: UInt32 = 0
  public var suspendCount: UInt32 = 0
  public var priorityClass: UInt32 = 0
  public var priority: UInt32 = 0
  public var teb: UInt64 = 0
  /// The part of its stack that is in the file.
  public var stack = MinidumpRange()
  /// The CONTEXT record of its processor architecture; empty when it could not be read.
  public var context: [UInt8] = []
  /// MINIDUMP_THREAD_INFO, where the file has it.
  public var info: MinidumpThreadInfo?
  /// What it calls itself; empty for most.
  public var name = ""

  public init() {}
}

/// MINIDUMP_THREAD_INFO.
public struct MinidumpThreadInfo: Equatable, Sendable {
  public var flags: UInt32 = 0
  public var exitStatus: UInt32 = 0
  /// FILETIMEs; `exitTime` 0 as long as it runs.
  public var createTime: UInt64 = 0
  public var exitTime: UInt64 = 0
  /// Units of 100 ns.
  public var kernelTime: UInt64 = 0
  public var userTime: UInt64 = 0
  public var startAddress: UInt64 = 0
  public var affinity: UInt64 = 0

  public init() {}
}

/// An image that was in the process.
public struct MinidumpModule: Equatable, Sendable {
  public var base: UInt64 = 0
  public var size: UInt32 = 0
  public var checkSum: UInt32 = 0
  public var timeDateStamp: UInt32 = 0
  /// The path, as the process' loader had it.
  public var path = ""
  /// VS_FIXEDFILEINFO, 52 bytes; empty when the image has none.
  public var versionInfo: [UInt8] = []
  /// The record that names the PDB (`RSDS`), nil when there is none of that form.
  public var symbolFile: SymbolFile?

  /// Which PDB an image was built with.
  public struct SymbolFile: Equatable, Sendable {
    public var guid: GUID
    public var age: UInt32
    public var path: String

    public init(guid: GUID, age: UInt32, path: String) {
      self.guid = guid
      self.age = age
      self.path = path
    }
  }

  public init() {}
}

/// An image that had been in the process.
public struct MinidumpUnloadedModule: Equatable, Sendable {
  public var base: UInt64 = 0
  public var size: UInt32 = 0
  public var checkSum: UInt32 = 0
  public var timeDateStamp: UInt32 = 0
  public var name = ""

  public init() {}
}

/// MINIDUMP_EXCEPTION_STREAM: why the dump was made.
public struct MinidumpException: Equatable, Sendable {
  public var threadID: UInt32 = 0
  public var record = DumpException()
  /// The CONTEXT record at the exception; empty when it could not be read.
  public var context: [UInt8] = []

  public init() {}
}

/// Part of an address space.
public struct MinidumpRange: Equatable, Sendable {
  public var start: UInt64 = 0
  public var size: UInt64 = 0

  public init(start: UInt64 = 0, size: UInt64 = 0) {
    self.start = start
    self.size = size
  }

  /// The address behind it, at most the last there is.
  public var end: UInt64 {
    let (end, isBeyond) = start.addingReportingOverflow(size)
    return isBeyond ? .max : end
  }
}

/// MINIDUMP_MEMORY_INFO: pages of one kind, as VirtualQuery tells them.
public struct MinidumpRegion: Equatable, Sendable {
  public var base: UInt64 = 0
  public var allocationBase: UInt64 = 0
  /// PAGE_ bits.
  public var allocationProtection: UInt32 = 0
  public var size: UInt64 = 0
  /// MEM_COMMIT 1000h, MEM_RESERVE 2000h, MEM_FREE 10000h.
  public var state: UInt32 = 0
  public var protection: UInt32 = 0
  /// MEM_PRIVATE 20000h, MEM_MAPPED 40000h, MEM_IMAGE 1000000h.
  public var type: UInt32 = 0

  public init() {}
}

/// MINIDUMP_HANDLE_DESCRIPTOR: a handle that the process had.
public struct MinidumpHandle: Equatable, Sendable {
  public var value: UInt64 = 0
  public var typeName = ""
  public var objectName = ""
  public var attributes: UInt32 = 0
  public var access: UInt32 = 0
  public var handleCount: UInt32 = 0
  public var pointerCount: UInt32 = 0

  public init() {}
}

/// MINIDUMP_STREAM_TYPE: those that are read here.
enum MinidumpStreamType {
  static let threadList: UInt32 = 3
  static let moduleList: UInt32 = 4
  static let memoryList: UInt32 = 5
  static let exception: UInt32 = 6
  static let systemInfo: UInt32 = 7
  static let threadExList: UInt32 = 8
  static let memory64List: UInt32 = 9
  static let commentA: UInt32 = 10
  static let commentW: UInt32 = 11
  static let handleData: UInt32 = 12
  static let unloadedModuleList: UInt32 = 14
  static let miscInfo: UInt32 = 15
  static let memoryInfoList: UInt32 = 16
  static let threadInfoList: UInt32 = 17
  static let threadNames: UInt32 = 24
}
