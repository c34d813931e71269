extension Debugger {
  /// Takes up a dump that was opened: its modules, the processor that stopped, and why.
  ///
  /// Throws when no kernel can be found in it; memory can be looked at even then.
  public func enterDump() throws {
    guard let dump = target as? DumpTarget else { return }
    let processor = dump.stoppedProcessor
    scope = Scope(processor: processor)
    let context = (try? target.context(processor: processor)) ?? Context()
    lastStop = Stop(
      reason: .exception(dump.exception, firstChance: true), processor: processor,
      registers: StopRegisters(context, processor: processor))
    try reloadModules()
  }
}
