/// Guest instructions per second, program by program, beside unicorn in the same run.
func reportExecution() {
  print("Million instructions a second; ratios are ours to theirs.")
  let heads = ["instructions", "traces", "generic", "unicorn", "ratio", "counted", "ratio"]
  print(columns("guest program", heads))
  var products = (traces: 1.0, generic: 1.0, unicorn: 1.0, counted: 1.0)
  var compared = 0
  for workload in workloads {
    let ours = measure(workload)
    let generic = measure(workload, traces: false, limit: 10_000_000)
    products.traces *= ours.mips
    products.generic *= generic.mips
    var cells = [String(ours.instructions), fixed(ours.mips, 0), fixed(generic.mips, 0)]
    if let times = Unicorn.run(workload) {
      let theirs = Double(ours.instructions) / times.whole / 1e6
      let counted = Double(min(Unicorn.counted, ours.instructions)) / times.counted / 1e6
      products.unicorn *= ours.mips / theirs
      products.counted *= ours.mips / counted
      compared += 1
      cells += [
        fixed(theirs, 0), fixed(ours.mips / theirs, 2), fixed(counted, 0),
        fixed(ours.mips / counted, 1),
      ]
    }
    print(columns(workload.name, cells) + ours.note + generic.note)
  }
  let count = workloads.count
  var means = [
    "", fixed(geometricMean(products.traces, count: count), 0),
    fixed(geometricMean(products.generic, count: count), 0),
  ]
  if compared == count {
    means += [
      "", fixed(geometricMean(products.unicorn, count: count), 2), "",
      fixed(geometricMean(products.counted, count: count), 1),
    ]
  }
  print(columns("geometric mean", means))
  if compared == 0 { print("(no unicorn: pip install unicorn)") }
}
