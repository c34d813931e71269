/// MINIDUMP_TYPE: what a minidump has besides threads, modules and stacks (minidumpapiset.h).
public struct MinidumpOptions: OptionSet, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The sections of images that are written to (`d`).
  public static let dataSegments = MinidumpOptions(rawValue: 0x1)
  /// All memory (`f`).
  public static let fullMemory = MinidumpOptions(rawValue: 0x2)
  /// Handles (`h`).
  public static let handles = MinidumpOptions(rawValue: 0x4)
  /// Images that are gone (`u`).
  public static let unloadedModules = MinidumpOptions(rawValue: 0x20)
  /// What pointers on the stacks lead to (`i`).
  public static let indirectMemory = MinidumpOptions(rawValue: 0x40)
  /// No folders before images' names (`R`).
  public static let bareModuleNames = MinidumpOptions(rawValue: 0x80)
  /// Environment blocks of the process and its threads (`p`).
  public static let processThreadData = MinidumpOptions(rawValue: 0x100)
  /// Private memory that can be written to (`w`).
  public static let privateMemory = MinidumpOptions(rawValue: 0x200)
  /// How all addresses are laid out (`F`).
  public static let memoryInfo = MinidumpOptions(rawValue: 0x800)
  /// When threads began and how long they ran (`t`).
  public static let threadInfo = MinidumpOptions(rawValue: 0x1000)
  /// The sections of images that hold code (`c`).
  public static let codeSegments = MinidumpOptions(rawValue: 0x2000)
}
