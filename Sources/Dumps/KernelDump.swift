import Bytes
import Foundation

/// A kernel crash dump of a 64-bit system: its header, and its physical memory page by page.
///
///     let dump = try KernelDump(FileBytes(path: "MEMORY.DMP"))
///     dump.header.bugCheckCode      // 0xD1
///     dump.page(0x1AB)              // 4096 bytes, or nil
///
/// Understood are complete dumps, dumps by bitmap, and the dumps by ranges of newer systems. The
/// layouts are those that rekall and kdmp-parser document. A small dump has no physical memory; what it
/// has is told by ``triage``.
public final class KernelDump {
  public let header: DumpHeader
  /// What a small dump has; nil for other kinds.
  public let triage: TriageDump?
  private let source: any ByteSource
  private let map: PageMap

  /// Opens a dump. Nothing but the header and the page map is read.
  public init(_ source: any ByteSource) throws(FormatError) {
    self.source = source
    header = try DumpHeader(
      source.require("DUMP_HEADER64", at: 0, count: DumpHeader.byteCount, in: "dump"))
    map = try Self.pageMap(header, source)
    // CONTEXT.Rsp.
    let context = header.context
    let reader = ByteReader(context.span.bytes, container: "dump")
    let pointer: UInt64 = try reader.peek("ContextRecord", at: 0x98)
    triage =
      header.kind == .triage ? try TriageDump(source, header, stackPointer: pointer) : nil
  }

  /// How many pages of physical memory the file has.
  public var pageCount: UInt64 { map.pageCount }

  /// The frames that the file has, in ascending order.
  public var pages: [PageRun] {
    map.extents.map { PageRun(firstFrame: $0.firstFrame, count: $0.count) }
  }

  /// The 4096 bytes of a frame; nil when the dump lacks them or the file ends before them.
  public func page(_ frame: UInt64) -> [UInt8]? {
    guard let offset = map.offset(ofFrame: frame) else { return nil }
    return source.read(at: offset, count: 0x1000)
  }

  /// Whether a page holds nothing but zeros.
  public static func isBlank(_ page: [UInt8]) -> Bool {
    page.withUnsafeBytes { bytes in
      // Every byte equals its neighbour, and the first is 0.
      guard let start = bytes.baseAddress, bytes.count > 1 else {
        return bytes.allSatisfy { $0 == 0 }
      }
      return bytes[0] == 0 && memcmp(start, start + 1, bytes.count - 1) == 0
    }
  }

  private static func pageMap(_ header: DumpHeader, _ source: any ByteSource) throws(FormatError)
    -> PageMap
  {
    switch header.kind {
    case .full: try PageMap(header.memory, from: UInt64(DumpHeader.byteCount))
    case .kernelBitmap, .bitmap: try bitmap(source)
    case .kernelRanges, .activeRanges: try ranges(source, at: 0x30)
    case .fullRanges: try ranges(source, at: 0x30)
    case .triage: try PageMap([], from: 0)
    }
  }

  /// BMP_HEADER64 behind the header: `SDMP` or `FDMP`, `DUMP`, FirstPage at 20h, TotalPresentPages
  /// at 28h, Pages at 30h, the bitmap at 38h.
  private static func bitmap(_ source: any ByteSource) throws(FormatError) -> PageMap {
    let start = UInt64(DumpHeader.byteCount)
    let bytes = try source.require("BitmapHeader", at: start, count: 0x38, in: "dump")
    let reader = ByteReader(bytes.span.bytes, base: start, container: "dump")
    let signature: UInt32 = try reader.peek("BitmapSignature", at: 0)
    guard signature == 0x504D_4453 || signature == 0x504D_4446 else {
      throw FormatError(
        "BitmapSignature", at: start, in: "dump",
        .unexpected(value: UInt64(signature), expected: "'SDMP' or 'FDMP'"))
    }
    let first: UInt64 = try reader.peek("FirstPage", at: 0x20)
    let bits: UInt64 = try reader.peek("Pages", at: 0x30)
    // A bitmap cannot be longer than the file before its pages.
    guard bits / 8 <= first, first <= source.byteCount ?? .max else {
      throw FormatError(
        "Pages", at: start &+ 0x30, in: "dump", .outOfRange(value: bits, limit: first &* 8))
    }
    let count = Int(clamping: (bits &+ 7) / 8)
    let bitmap = try source.require("Bitmap", at: start &+ 0x38, count: count, in: "dump")
    return PageMap(bitmap: bitmap.span.bytes, from: first)
  }

  /// The range header of newer systems behind the header: 40h, `RDMP`, `DUMP`, the metadata's size at
  /// 10h, the first page's offset at 18h, then pairs of a first frame and a count.
  private static func ranges(_ source: any ByteSource, at table: UInt64) throws(FormatError)
    -> PageMap
  {
    let start = UInt64(DumpHeader.byteCount)
    let bytes = try source.require("RangeHeader", at: start, count: 0x30, in: "dump")
    let reader = ByteReader(bytes.span.bytes, base: start, container: "dump")
    let signature: UInt32 = try reader.peek("RangeSignature", at: 4)
    guard signature == 0x504D_4452 else {
      throw FormatError(
        "RangeSignature", at: start &+ 4, in: "dump",
        .unexpected(value: UInt64(signature), expected: "'RDMP'"))
    }
    let first: UInt64 = try reader.peek("FirstPageOffset", at: 0x18)
    let limit = source.byteCount ?? .max
    guard first >= start &+ table, first <= limit else {
      throw FormatError(
        "FirstPageOffset", at: start &+ 0x18, in: "dump", .outOfRange(value: first, limit: limit))
    }
    let size = Int(clamping: (first &- start &- table) & ~0xF)
    let pairs = try source.require("PfnRange", at: start &+ table, count: size, in: "dump")
    var list = ByteReader(pairs.span.bytes, base: start &+ table, container: "dump")
    var runs: [PageRun] = []
    while list.remaining >= 16 {
      let frame: UInt64 = try list.read("PageFileNumber")
      let count: UInt64 = try list.read("NumberOfPages")
      if count == 0 { break }
      runs.append(PageRun(firstFrame: frame, count: count))
    }
    return try PageMap(runs, from: first)
  }
}
