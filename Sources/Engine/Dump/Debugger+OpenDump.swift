import Bytes
import Dumps

extension Debugger {
  /// A crash dump as a target: of a process or of a kernel, as the file's first letters say.
  ///
  /// Throws when the file cannot be read, or is none that is understood.
  public static func dumpTarget(path: String, symbols: SymbolStore) throws(FormatError)
    -> any Target
  {
    let file = try FileBytes(path: path)
    if Minidump.isOne(file) {
      return try ProcessDumpTarget(Minidump(file), path: path, symbols: symbols)
    }
    return DumpTarget(try KernelDump(file), path: path, symbols: symbols)
  }

  /// Takes up a dump that was opened: its modules, the processor that stopped, and why.
  ///
  /// Throws when no kernel can be found in it; memory can be looked at even then.
  public func enterDump() throws {
    if let dump = target as? ProcessDumpTarget { return try enter(dump) }
    guard let dump = target as? DumpTarget else { return }
    let processor = dump.stoppedProcessor
    scope = Scope(processor: processor)
    let context = (try? target.context(processor: processor)) ?? Context()
    lastStop = Stop(
      reason: .exception(dump.exception, firstChance: true), processor: processor,
      registers: StopRegisters(context, processor: processor))
    try reloadModules()
  }

  /// The thread that had the exception is looked at first, as it was listed: what it did when the dump
  /// was written.
  private func enter(_ dump: ProcessDumpTarget) throws {
    let thread = dump.firstThread
    scope = Scope(processor: thread)
    let context = (try? target.context(processor: thread)) ?? Context()
    let reason: Stop.Reason =
      dump.exception.map { .exception($0, firstChance: true) } ?? .breakIn(forced: true)
    lastStop = Stop(
      reason: reason, processor: thread, registers: StopRegisters(context, processor: thread))
    try reloadModules()
  }
}
