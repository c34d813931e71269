/// Which accesses a data watchpoint reports.
public enum WatchAccess: UInt8, Sendable {
  /// Writes only.
  case write
  /// Reads and writes.
  case readWrite
}

/// Why the machine stopped running. A normal result, never an error.
public enum StopReason: Equatable, Sendable {
  /// A processor is about to execute the instruction at a breakpoint.
  case breakpoint(processor: Int, address: UInt64)
  /// A processor has executed an instruction that touched a watched address; `rip` is the address
  /// of the next one.
  case watchpoint(processor: Int, address: UInt64, access: WatchAccess, rip: UInt64)
  /// A processor has executed the one instruction asked for.
  case stepped(processor: Int)
  /// The instruction count asked for is reached.
  case limit
  /// `requestStop` was called.
  case stopRequested
  /// A processor wrote a command to the debug port; the next run goes on after the write.
  case debugPort(processor: Int, command: UInt32, packet: UInt64)
  /// All processors are halted and no timer is armed: only outside input can wake the machine.
  case idle
  /// A processor raised an exception that has no interrupt table to go through, on a machine that
  /// stops for those (`Machine.stopsAtFaults`). The registers are those of the faulting instruction;
  /// of the next one for traps, `int3` apart.
  case fault(processor: Int, Fault)
  /// A processor faulted while delivering a double fault.
  case tripleFault(processor: Int)
  /// The guest switched the machine off.
  case powerOff
  /// The guest asked for a reset.
  case reset
}
