import Engine
import Scenarios
import Testing

/// The whole engine on the guest that comes with the project.
@Suite struct GurneyTests {
  private func booted() throws -> Debugger {
    let debugger = try #require(Scenario.all.first).open()
    try debugger.reloadModules()
    return debugger
  }

  private func names(_ frames: [Frame], _ debugger: Debugger) -> [String] {
    frames.map { debugger.symbolize($0.lookupAddress)?.qualifiedName ?? "?" }
  }

  /// Whether all of `wanted` occur in `names`, in this order.
  private func occur(_ wanted: [String], in names: [String]) -> Bool {
    var rest = wanted[...]
    for name in names where name == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  @Test func anIdleGuestIsBrokenInto() throws {
    let debugger = try booted()
    let stop = try debugger.go()
    #expect(stop.reason == .idle(forced: false))
    #expect(stop.loads.contains { $0.path.hasSuffix("hal.dll") })
    #expect(debugger.modules.map(\.name).starts(with: ["nt", "hal"]))
    let frames = try debugger.frames()
    #expect(names(frames, debugger).first == "nt!RtlpBreakWithStatusInstruction")
    #expect(frames.contains { $0.kind == .interrupted })
    #expect(frames.last?.returnAddress == 0 && frames.allSatisfy { $0.trust == .good })
  }

  @Test func stacksLeadThroughTheSystemCallIntoUserCode() throws {
    let debugger = try booted()
    let place = try debugger.address(of: "nt!NtWriteFile")
    try debugger.add(Breakpoint(id: 0, location: .address(place)))
    #expect(try debugger.go().reason == .breakpoints([0]))
    let frames = try debugger.frames()
    let names = names(frames, debugger)
    let wanted = ["nt!NtWriteFile", "ntdll!NtWriteFile", "ntdll!RtlUserThreadStart"]
    #expect(occur(wanted, in: names), "\(names)")
    #expect(frames.allSatisfy { $0.trust == .good })
    let user = try #require(frames.first { $0.kind == .interrupted })
    #expect(!user.context.isKernelMode && user.context[.cs] == 0x33)
    #expect(debugger.userModules.map(\.name).starts(with: ["cmd", "ntdll"]))
    // Out of the service, by p through its return to user mode, and on.
    debugger.breakpoints[0] = nil
    let out = try debugger.stepOut()
    #expect(out.reason == .stepped && out.context.ip == frames[0].returnAddress)
    let returned = try debugger.step(over: true) { context, _ in !context.isKernelMode }
    #expect(returned.reason == .stepped && returned.context.ip == user.ip)
    #expect(returned.context.sp == user.sp)
  }

  @Test func processesAndTheirWaitingThreadsAreListed() throws {
    let debugger = try booted()
    _ = try debugger.go()
    let processes = try debugger.global("nt!PsActiveProcessHead")
      .list("nt!_EPROCESS", "ActiveProcessLinks")
    let shell = try #require(
      try processes.first { try $0["ImageFileName"].text.hasPrefix("cmd") })
    try debugger.setProcess(shell.address)
    let thread = try #require(
      try shell["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry").first)
    let context = try debugger.switchedOutContext(thread: thread.address)
    debugger.setContextOverride(context, thread: thread.address)
    let names = names(try debugger.frames(), debugger)
    let wanted = ["nt!NtReadFile", "ntdll!NtReadFile", "ntdll!RtlUserThreadStart"]
    #expect(occur(wanted, in: names), "\(names)")
  }
}
