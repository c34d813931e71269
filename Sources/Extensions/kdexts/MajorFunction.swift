/// The kinds of I/O requests, by IRP_MJ_ code (wdm.h).
enum MajorFunction {
  static let names = [
    "CREATE", "CREATE_NAMED_PIPE", "CLOSE", "READ", "WRITE", "QUERY_INFORMATION",
    "SET_INFORMATION", "QUERY_EA", "SET_EA", "FLUSH_BUFFERS", "QUERY_VOLUME_INFORMATION",
    "SET_VOLUME_INFORMATION", "DIRECTORY_CONTROL", "FILE_SYSTEM_CONTROL", "DEVICE_CONTROL",
    "INTERNAL_DEVICE_CONTROL", "SHUTDOWN", "LOCK_CONTROL", "CLEANUP", "CREATE_MAILSLOT",
    "QUERY_SECURITY", "SET_SECURITY", "POWER", "SYSTEM_CONTROL", "DEVICE_CHANGE", "QUERY_QUOTA",
    "SET_QUOTA", "PNP",
  ]

  /// `IRP_MJ_READ`; a code without a name by its number.
  static func name(_ code: UInt64) -> String {
    code < UInt64(names.count) ? "IRP_MJ_\(names[Int(code)])" : "IRP_MJ_\(code.hex(2))"
  }
}
