import Engine
import Language

extension Survey {
  /// `!stackuse`: how deep in their kernel stacks the threads are.
  static let stackUse = Command(
    "stackuse", summary: "Show how much of its kernel stack each thread uses.",
    details: """
      The threads of all processes are shown. A thread that runs is counted to where its registers \
      were saved last.
      """,
    examples: ["!survey.stackuse": "a line for every thread"], related: ["!process", "!thread"]
  ) { session in
    let debugger = session.debugger
    let head = try debugger.structure(
      "nt!_LIST_ENTRY", at: debugger.address(of: "nt!PsActiveProcessHead"))
    session.print("Thread              Used    Size  Process")
    for process in try head.list("nt!_EPROCESS", "ActiveProcessLinks") {
      let name = try process["ImageFileName"].text
      for thread in try process["Pcb.ThreadListHead"].list("nt!_KTHREAD", "ThreadListEntry") {
        try session.checkCancelled()
        let base = try thread["InitialStack"].pointer
        let used = base &- (try thread["KernelStack"].pointer)
        let size = base &- (try thread["StackLimit"].pointer)
        session.print("\(thread.address.hex(16))  \(used.hex(6))  \(size.hex(6))  \(name)")
      }
    }
  }
}
