/// Where the fields stand by which a process' threads and their registers are found: offsets from
/// the kernel's symbols, read once.
struct ProcessLayout {
  /// `_EPROCESS`.
  let threadListHead, activeThreads: UInt64
  /// `_ETHREAD`.
  let threadListEntry, threadID, created: UInt64
  /// `_KTHREAD`, which begins an `_ETHREAD`.
  let owner, teb, trapFrame, kernelStack, initialStack, vectorState: UInt64
  let suspendCount, freezeCount: UInt64
  /// `_KTRAP_FRAME` and `_KEXCEPTION_FRAME`: where each register stands.
  let trap, exception: [(register: Register, offset: UInt64, bytes: Int)]
  /// `_KSWITCH_FRAME`.
  let switchReturn, switchRbp, switchSize: UInt64

  /// Throws when the kernel's symbols lack a type or a field.
  init(_ machine: Debugger) throws(LookupError) {
    let process = try machine.type("nt!_EPROCESS")
    threadListHead = try process.offset(of: "ThreadListHead")
    activeThreads = try process.offset(of: "ActiveThreads")
    let thread = try machine.type("nt!_ETHREAD")
    threadListEntry = try thread.offset(of: "ThreadListEntry")
    threadID = try thread.offset(of: "Cid.UniqueThread")
    created = try thread.offset(of: "CreateTime")
    owner = try thread.offset(of: "Tcb.Process")
    teb = try thread.offset(of: "Tcb.Teb")
    trapFrame = try thread.offset(of: "Tcb.TrapFrame")
    kernelStack = try thread.offset(of: "Tcb.KernelStack")
    initialStack = try thread.offset(of: "Tcb.InitialStack")
    vectorState = try thread.offset(of: "Tcb.NpxState")
    suspendCount = try thread.offset(of: "Tcb.SuspendCount")
    freezeCount = try thread.offset(of: "Tcb.FreezeCount")
    let trapType = try machine.type("nt!_KTRAP_FRAME")
    var rows: [(register: Register, offset: UInt64, bytes: Int)] = []
    for (register, field, bytes) in Self.trapFields {
      rows.append((register, try trapType.offset(of: field), bytes))
    }
    trap = rows
    let exceptionType = try machine.type("nt!_KEXCEPTION_FRAME")
    rows = []
    for (register, field) in Self.exceptionFields {
      rows.append((register, try exceptionType.offset(of: field), 8))
    }
    exception = rows
    let frame = try machine.type("nt!_KSWITCH_FRAME")
    switchReturn = try frame.offset(of: "Return")
    switchRbp = try frame.offset(of: "Rbp")
    switchSize = frame.size
  }

  private static let trapFields: [(Register, String, Int)] = [
    (.rax, "Rax", 8), (.rcx, "Rcx", 8), (.rdx, "Rdx", 8), (.r8, "R8", 8), (.r9, "R9", 8),
    (.r10, "R10", 8), (.r11, "R11", 8), (.rbp, "Rbp", 8), (.rip, "Rip", 8), (.rsp, "Rsp", 8),
    (.efl, "EFlags", 4), (.cs, "SegCs", 2), (.ss, "SegSs", 2),
  ]
  private static let exceptionFields: [(Register, String)] = [
    (.rbx, "Rbx"), (.rdi, "Rdi"), (.rsi, "Rsi"), (.r12, "R12"), (.r13, "R13"), (.r14, "R14"),
    (.r15, "R15"),
  ]
}
