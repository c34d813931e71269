/// What pool tags stand for: the notes that `pooltag.txt` holds for the tags of our kernel and of the
/// drivers that come with it.
enum PoolTags {
  /// The note `!poolused` prints behind a row.
  static func note(for tag: String) -> String {
    notes[tag] ?? "UNKNOWN pooltag '\(tag)', please update pooltag.txt"
  }

  /// A tag's four characters in byte order, `.` for what cannot be printed.
  static func text(_ key: UInt32) -> String {
    var text = ""
    for shift in [0, 8, 16, 24] as [UInt32] {
      let byte = UInt8(truncatingIfNeeded: key >> shift)
      text.unicodeScalars.append(
        byte >= 0x20 && byte < 0x7f ? Unicode.Scalar(byte) : Unicode.Scalar(UInt8(ascii: ".")))
    }
    return text
  }

  private static let notes: [String: String] = [
    "Devi": "Device objects , Binary: nt!io",
    "Driv": "Driver objects , Binary: nt!io",
    "Even": "Event objects , Binary: nt!ex",
    "File": "File objects , Binary: nt!io",
    "Io  ": "general IO allocations , Binary: nt!io",
    "IoNm": "Io parsing names , Binary: nt!io",
    "Irp ": "Io, IRP packets , Binary: nt!io",
    "KSta": "Kernel stacks , Binary: nt!mm",
    "Mdl ": "Io, Mdls , Binary: nt!io",
    "MmLd": "Mm load module database , Binary: nt!mm",
    "MmSt": "Mm section object prototype ptes , Binary: nt!mm",
    "ObDi": "object directory , Binary: nt!ob",
    "ObHd": "object headers , Binary: nt!ob",
    "ObNm": "object names , Binary: nt!ob",
    "Obtb": "object tables via EX handle.c , Binary: nt!ob",
    "ObTy": "object types , Binary: nt!ob",
    "Pool": "Pool tables, etc. , Binary: nt!mm",
    "Proc": "Process objects , Binary: nt!ps",
    "PsTp": "Process thread pointers , Binary: nt!ps",
    "Sect": "Section objects , Binary: nt!mm",
    "Symb": "Symbolic link objects , Binary: nt!ob",
    "Thre": "Thread objects , Binary: nt!ps",
    "Toke": "Token objects , Binary: nt!se",
    "VadS": "Mm virtual address descriptors (short) , Binary: nt!mm",
    "Vad ": "Mm virtual address descriptors , Binary: nt!mm",
  ]
}
