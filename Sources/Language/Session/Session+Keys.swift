// Keys that are commands: a line of nothing but one of these characters, as CDB and KD take them.

extension Session {
  /// Carries out a line that is a key; false when it is none.
  func executeKey(_ line: String) -> Bool {
    switch line.trimmingKeyBlanks {
    // Ctrl+B
    case "\u{02}": isOver = true
    // Ctrl+V
    case "\u{16}":
      isVerbose.toggle()
      print("Verbose mode \(isVerbose ? "ON" : "OFF").")
    // Ctrl+W
    case "\u{17}": guarded { try runLine("version") }
    // Ctrl+\
    case "\u{1C}": guarded { try runLine(".dbgdbg") }
    default: return false
    }
    return true
  }
}

extension String {
  fileprivate var trimmingKeyBlanks: String {
    filter { $0 != " " && $0 != "\t" && $0 != "\r" }
  }
}
