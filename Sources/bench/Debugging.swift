import Machine

/// What a debugger costs the machine: breakpoints that are not hit, stops, switching, code that changes.
func reportDebugging() {
  print("\nBreakpoints and changing code, in the machine alone")
  let mixed = workloads.last ?? workloads[0]
  // In turn, and the best of many, because the difference is smaller than what others on the host make.
  var plain = measure(mixed, times: 1)
  var armed = plain
  armed.seconds = .infinity
  for _ in 0..<8 {
    let one = measure(mixed, times: 1)
    if one.seconds < plain.seconds { plain = one }
    let other = measure(mixed, times: 1) { machine in
      // Places in the program's pages at which it never arrives: behind its end.
      for number in 0..<100 { machine.setBreakpoint(0x1_1700 + UInt64(number) * 7) }
    }
    if other.seconds < armed.seconds { armed = other }
  }
  print(
    "100 breakpoints that are not hit: \(fixed((plain.mips / armed.mips - 1) * 100, 1)) % slower")
  print("stops at a breakpoint in a loop: \(fixed(stops() / 1e6, 2)) million a second")
  print("single steps: \(fixed(steps() / 1e6, 2)) million a second")
  print(
    "switching a breakpoint off, 10 instructions, on again: \(fixed(switches() / 1e6, 2)) million a"
      + " second")
  print("a program that patches its loop each time: \(fixed(patches() / 1e6, 2)) million a second")
}

/// 11000h: add eax,1 / loop back / hlt.
private func counting() -> Machine {
  prepare(
    Workload(
      name: "", code: [0x83, 0xc0, 1, 0xe2, 0xfb, 0xf4], entry: 0x1_1000, rounds: 1 << 40))
}

private func stops() -> Double {
  let machine = counting()
  machine.setBreakpoint(0x1_1000)
  let count = 1_000_000
  return Double(count) / seconds { for _ in 0..<count { machine.run() } }
}

private func steps() -> Double {
  let machine = counting()
  let count = 1_000_000
  return Double(count) / seconds { for _ in 0..<count { machine.step(0) } }
}

private func switches() -> Double {
  let machine = counting()
  let count = 1_000_000
  return Double(count)
    / seconds {
      for _ in 0..<count {
        machine.setBreakpoint(0x1_1003)
        machine.removeBreakpoint(0x1_1003)
        machine.run(limit: 10)
      }
    }
}

/// inc byte ptr [the mov's immediate] / mov al,0 / add rbx,rax / loop back / hlt.
private func patches() -> Double {
  let count: UInt64 = 1_000_000
  let machine = prepare(
    Workload(
      name: "",
      code: [
        0xfe, 0x05, 1, 0, 0, 0, 0xb0, 0, 0x48, 0x01, 0xc3, 0xe2, 0xf3, 0xf4,
      ], entry: 0x1_1000, rounds: count))
  return Double(count) / seconds { machine.run() }
}
