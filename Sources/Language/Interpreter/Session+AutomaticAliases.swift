import Engine

extension Session {
  /// The aliases that the debugger sets: the module that NT's symbols are in, of the native code and of
  /// what the code runs as; and where the dump comes from that was opened last.
  var automaticAliases: [String: String] {
    let module = debugger.target.kind == .kernel ? "nt" : "ntdll"
    var aliases = ["$ntnsym": module, "$ntsym": module, "$ntwsym": module]
    guard let dump = systems.lazy.compactMap({ $0.target as? DumpTarget }).last else {
      return aliases
    }
    let parts = dump.path.split(separator: "/", omittingEmptySubsequences: false)
    aliases["$CurrentDumpFile"] = parts.last.map(String.init) ?? ""
    aliases["$CurrentDumpPath"] = parts.dropLast().joined(separator: "/")
    return aliases
  }
}
