/// The guest programs that are timed; the last four are C, compiled.
let workloads = [
  Workload(name: "xorshift loop", code: Programs.xorshift, entry: 0x1_1000, rounds: 8_000_000),
  Workload(name: "calls and recursion", code: Programs.calls, entry: 0x1_1000, rounds: 32),
  Workload(name: "byte loop and table", code: Programs.bytes, entry: 0x1_1000, rounds: 150),
  Workload(name: "list walk", code: Programs.lists, entry: 0x1_1000, rounds: 25_000_000),
  Workload(
    name: "C: integers", code: Programs.integers, entry: Programs.integersEntry,
    rounds: 200_000),
  Workload(
    name: "C: tables", code: Programs.tables, entry: Programs.tablesEntry, rounds: 80),
  Workload(
    name: "C: stack machine", code: Programs.machine, entry: Programs.machineEntry,
    rounds: 500),
  Workload(
    name: "C: mixed", code: Programs.mixed, entry: Programs.mixedEntry, rounds: 40),
]
