// Guest instructions per second, program by program, beside a loop that the host runs itself, so
// that figures of different machines and days can be compared by their ratios.

import Foundation

/// One guest program and its argument, of a length worth timing.
struct Workload {
  var name: String
  var code: [UInt8]
  var entry: UInt64
  var rounds: UInt64
}

let workloads = [
  Workload(
    name: "integer loop", code: Programs.integers, entry: 0x1_1000, rounds: 8_000_000),
  Workload(name: "calls and recursion", code: Programs.calls, entry: 0x1_1000, rounds: 30),
  Workload(name: "byte loop and table", code: Programs.bytes, entry: 0x1_1000, rounds: 150),
  Workload(name: "list walk", code: Programs.lists, entry: 0x1_1000, rounds: 25_000_000),
  Workload(
    name: "compiled C, mixed", code: Programs.mixed, entry: Programs.mixedEntry, rounds: 40),
]

if CommandLine.arguments.dropFirst().first == "stops" {
  try printStops()
  exit(0)
}

let reference = hostReference()
print("guest program            instructions   seconds     MIPS    ratio")
var product = 1.0
for workload in workloads {
  let result = measure(workload)
  let mips = Double(result.instructions) / result.seconds / 1e6
  product *= mips
  print(
    row(
      workload.name, result.instructions, result.seconds, mips, mips / reference,
      result.note))
}
let mean = geometricMean(product, count: workloads.count)
print(row("geometric mean", nil, nil, mean, mean / reference, ""))
print("host reference loop: \(fixed(reference, 0)) million steps a second (ratio 1)")
let boot = try measureBoot()
print(
  "boot to the console prompt: \(boot.instructions) instructions of its clock in "
    + "\(fixed(boot.seconds * 1000, 0)) ms")
