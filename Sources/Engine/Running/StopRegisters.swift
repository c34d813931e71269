/// The registers of a stop, which are read when somebody asks for them or before they change: most
/// steps of a script, and most hits of a breakpoint with commands, are asked for the instruction pointer
/// alone.
final class StopRegisters {
  let ip: UInt64
  let sp: UInt64
  private var known: Context?
  private var target: (any Target)?
  private let processor: Int

  /// The registers of a processor that stands at these pointers.
  init(_ target: any Target, processor: Int, ip: UInt64, sp: UInt64) {
    self.target = target
    self.processor = processor
    self.ip = ip
    self.sp = sp
  }

  /// Registers that were read already.
  init(_ context: Context, processor: Int) {
    known = context
    self.processor = processor
    ip = context.ip
    sp = context.sp
  }

  /// The registers; the two pointers alone when they were lost.
  var context: Context {
    read()
    if let known { return known }
    var context = Context()
    context.ip = ip
    context.sp = sp
    return context
  }

  /// Reads the registers unless that was done.
  func read() {
    guard let target else { return }
    known = try? target.context(processor: processor)
    self.target = nil
  }

  /// Gives up registers that were not read.
  func lose() { target = nil }
}
