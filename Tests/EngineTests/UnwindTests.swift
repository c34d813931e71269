import Engine
import Machine
import Testing
import X86

@Suite struct UnwindTests {
  /// One call that has not returned, as the processor saw it.
  struct Call {
    var returnAddress: UInt64
    /// The stack pointer after the return.
    var sp: UInt64
    var saved: [UInt64]
  }

  static let nonvolatile: [Register] = [.rbx, .rbp, .rsi, .rdi, .r12, .r13, .r14, .r15]

  /// Runs `function` instruction by instruction, keeping the true stack of calls, and compares what
  /// unwinding finds before each instruction: return addresses, stack pointers, and the nonvolatile
  /// registers as they were at the call.
  @Test(arguments: ["Entry", "Interrupts"])
  func everyInstructionUnwinds(function: String) throws {
    let guest = try Guest(function)
    let start = try guest.context()
    var calls = [
      Call(
        returnAddress: Guest.exit, sp: Guest.stackTop,
        saved: Self.nonvolatile.map { start[$0] })
    ]
    for step in 0..<4000 {
      let context = try guest.context()
      if context.ip == Guest.exit {
        #expect(calls.isEmpty && step > 20)
        return
      }
      let frames = guest.debugger.unwind(context, inlines: false)
      let name = guest.debugger.symbolize(context.ip).map { "\($0.name)+\($0.displacement)" } ?? "?"
      guard check(frames, calls, "step \(step) at \(name)") else { return }
      follow(context, guest, &calls)
      let reason = guest.machine.step(0)
      guard reason == .stepped(processor: 0) else {
        Issue.record("\(name): \(reason)")
        return
      }
    }
    Issue.record("\(function) does not end")
  }

  private func check(_ frames: [Frame], _ calls: [Call], _ place: String) -> Bool {
    guard frames.count > calls.count else {
      Issue.record("\(place): \(frames.count) frames, \(calls.count) calls")
      return false
    }
    for (depth, call) in calls.reversed().enumerated() {
      let frame = frames[depth + 1]
      let saved = Self.nonvolatile.map { frame.context[$0] }
      let isRight =
        frame.ip == call.returnAddress && frame.sp == call.sp && saved == call.saved
        && frames[depth].returnAddress == call.returnAddress
        && frames[depth].callerSP == call.sp
      guard isRight else {
        Issue.record("\(place), depth \(depth): \(frame) instead of \(call)")
        return false
      }
    }
    return true
  }

  /// Keeps the stack of calls over the instruction at ip.
  private func follow(_ context: Context, _ guest: Guest, _ calls: inout [Call]) {
    guard let instruction = guest.debugger.instruction(at: context.ip) else { return }
    let next = context.ip + UInt64(instruction.length)
    let saved = Self.nonvolatile.map { context[$0] }
    switch instruction.flow {
    case .call, .interrupt:
      calls.append(Call(returnAddress: next, sp: context.sp, saved: saved))
    case .return, .systemReturn: calls.removeLast()
    default: break
    }
  }

  @Test func framesKnowWhatTheyAre() throws {
    let guest = try Guest("Interrupts")
    _ = try guest.debugger.go(until: [try guest.address("Leaf")])
    let frames = try guest.debugger.frames()
    let names = frames.map { guest.debugger.symbolize($0.lookupAddress)?.name ?? "" }
    #expect(names == ["Leaf", "Handler", "Interrupts", ""])
    #expect(frames.map(\.number) == [0, 1, 2, 3])
    #expect(frames[1].kind == .normal && frames[1].ipIsReturnAddress)
    #expect(frames[2].kind == .interrupted && !frames[2].ipIsReturnAddress)
    #expect(frames[3].trust == .noModule && frames[3].returnAddress == 0)
    #expect(frames[0].function == nil && frames[1].function != nil)
    #expect(frames[2].context.isKnown(.rdi) && !frames[2].context.isKnown(.rax))
  }

  @Test func limitsAndScopeHold() throws {
    let guest = try Guest("Recurse", argument: 20)
    _ = try guest.debugger.go(until: [try guest.address("Leaf")])
    #expect(try guest.debugger.frames(limit: 5).count == 5)
    #expect(try guest.debugger.frames(limit: 100).count == 22)
    guest.debugger.setFrame(3)
    #expect(try guest.debugger.currentFrame()?.number == 3)
    guest.debugger.setFrame(0)
    var context = try guest.debugger.context()
    context.ip = Guest.exit
    context.sp = Guest.stackTop
    guest.debugger.setContextOverride(context)
    #expect(try guest.debugger.frames().count == 1)
    guest.debugger.setContextOverride(nil)
    #expect(try guest.debugger.frames().count == 22)
  }

  @Test func badStacksEnd() throws {
    let guest = try Guest("Leaf")
    var context = try guest.context()
    for sp in [0, 0x3000_0000, 0xFFFF_FFFF_FFFF_FFF8, 0x8000_0000_0000_0000] as [UInt64] {
      context.sp = sp
      for ip in [0, context.ip, try guest.address("Pushes") + 40, 0xFFFF_FFFF_FFFF_FFFF] {
        var bad = context
        bad.ip = ip
        #expect(guest.debugger.unwind(bad, limit: 64).count <= 64)
      }
    }
    // A stack of its own addresses goes up and ends.
    for slot in 0..<0x1000 {
      guest.machine.memory.store(0x20_0000 + UInt64(slot) * 8, UInt64(0x20_0000))
    }
    context.sp = 0x20_0000
    context.ip = 0x20_0000
    let frames = guest.debugger.unwind(context, limit: 256)
    #expect(frames.count == 256 && frames.allSatisfy { $0.trust == .noModule })
  }

  @Test func inlinedFunctionsHaveFrames() throws {
    let guest = try Guest("Inlines", argument: 5)
    _ = try guest.debugger.go(until: [try guest.address("Leaf")])
    let kinds = try guest.debugger.frames().map { frame -> String in
      if case .inline(let site) = frame.kind { return "inline \(site.name)" }
      return guest.debugger.symbolize(frame.lookupAddress)?.name ?? ""
    }
    #expect(kinds.prefix(3) == ["Leaf", "inline Expanded", "Inlines"])
  }
}
