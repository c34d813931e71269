// Registers of threads that are not running.

extension Debugger {
  /// The registers a thread that waits will go on with, as far as switching saved them: it left a
  /// `_KSWITCH_FRAME` at `_KTHREAD.KernelStack`, and its other nonvolatile registers stand in the
  /// frames above, where unwinding finds them.
  ///
  /// Throws `LookupError` without the kernel's types and `MemoryError` when its stack is not there.
  public func switchedOutContext(thread: UInt64) throws -> Context {
    let stack = try structure("nt!_KTHREAD", at: thread)["KernelStack"].pointer
    let frame = try structure("nt!_KSWITCH_FRAME", at: stack)
    var context = Context()
    context[.rip] = try frame["Return"].uint
    context[.rbp] = try frame["Rbp"].uint
    context[.rsp] = stack &+ frame.type.size
    return context
  }
}
