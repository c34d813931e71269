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
    "Dire": "Directory objects , Binary: nt!ob",
    "Driv": "Driver objects , Binary: nt!io",
    "Even": "Event objects , Binary: nt!ex",
    "File": "File objects , Binary: nt!io",
    "Info": "General system information queries , Binary: nt!ex",
    "Io  ": "general IO allocations , Binary: nt!io",
    "IoDn": "Io device name info , Binary: nt!io",
    "IoNm": "Io parsing names , Binary: nt!io",
    "IoSB": "Io system buffer , Binary: nt!io",
    "Irp ": "Io, IRP packets , Binary: nt!io",
    "KDBG": "Kernel debugger data , Binary: nt!kd",
    "KInt": "Interrupt dispatch tables , Binary: nt!ke",
    "Kpcr": "Processor control regions , Binary: nt!ke",
    "Kstk": "Kernel stacks , Binary: nt!mm",
    "Mdl ": "Io, Mdls , Binary: nt!io",
    "MmLd": "Mm load module database , Binary: nt!mm",
    "MmUn": "Mm unloaded module list , Binary: nt!mm",
    "None": "call to ExAllocatePool",
    "ObDi": "object directory , Binary: nt!ob",
    "ObjT": "object type objects , Binary: nt!ob",
    "ObNm": "object names , Binary: nt!ob",
    "Obtb": "object tables via EX handle.c , Binary: nt!ob",
    "Ovfl": "The internal pool tag table has overflowed",
    "Proc": "Process objects , Binary: nt!ps",
    "Sect": "Section objects , Binary: nt!mm",
    "Symb": "Symbolic link objects , Binary: nt!ob",
    "Thre": "Thread objects , Binary: nt!ps",
    "Type": "Type objects , Binary: nt!ob",
    "Vad ": "Mm virtual address descriptors , Binary: nt!mm",
  ]
}
