import X86

/// A comparison of the machine with an oracle over some rows.
public final class Campaign {
  /// What came out for a row.
  public struct Outcome {
    public var instances = 0
    public var faults = 0
    public var disagreements = 0
    public var explained = 0
    public var unimplemented = 0
    /// Disagreements by the parts that differ: how many, and the first few in words.
    public var groups: [String: (count: Int, examples: [String])] = [:]

    /// Nothing yet.
    public init() {}
  }

  private let oracle: OracleProcess
  private let oracleName: String
  private let subject = Subject()
  private let seed: UInt64
  private let known: Known
  private let ours: State

  /// A campaign against an oracle named in the list of known differences.
  public init(_ oracle: OracleProcess, name: String, seed: UInt64, known: Known) {
    self.oracle = oracle
    self.seed = seed
    self.known = known
    oracleName = name
    ours = State(base: .allocate(byteCount: State.bytes, alignment: 64))
    ours.base.initializeMemory(as: UInt8.self, repeating: 0, count: State.bytes)
  }

  deinit { ours.base.deallocate() }

  /// Runs the instances of a row from an index on.
  public func run(row: Int, from: UInt64 = 0, count: Int, examples: Int = 3) throws -> Outcome {
    let generator = Generator(row: row, seed: seed)
    var outcome = Outcome()
    var index = from
    var tries = 0
    while outcome.instances < count, tries < count * 4 + 64 {
      var batch: [(Instruction, UInt64)] = []
      let wanted = min(OracleProcess.capacity, count - outcome.instances)
      while batch.count < wanted, tries < count * 4 + 64 {
        let record = oracle.record(batch.count)
        if let i = generator.make(index, into: record, slot: batch.count % 512) {
          batch.append((i, index))
        }
        index &+= 1
        tries += 1
      }
      if batch.isEmpty { break }
      try oracle.run(batch.count)
      for (place, (instruction, number)) in batch.enumerated() {
        judge(oracle.record(place), instruction, number, row, examples, &outcome)
      }
    }
    return outcome
  }

  private func judge(
    _ record: Record, _ i: Instruction, _ index: UInt64, _ row: Int, _ examples: Int,
    _ outcome: inout Outcome
  ) {
    outcome.instances += 1
    subject.run(record, into: ours)
    let theirs = record.after
    if theirs.vector != State.noVector { outcome.faults += 1 }
    let found = Comparison.differences(i, record.before, ours: ours, theirs: theirs)
    if found.isEmpty { return }
    if ours.vector == 6, theirs.vector != 6, subject.unimplemented.contains("\(i.semantics)") {
      outcome.unimplemented += 1
      return
    }
    let kinds = found.map(\.kind)
    if known.explains(oracle: oracleName, i, record, found) {
      outcome.explained += 1
      return
    }
    outcome.disagreements += 1
    let key = Array(Set(kinds)).sorted().joined(separator: " ")
    var group = outcome.groups[key, default: (0, [])]
    group.count += 1
    if group.examples.count < examples {
      let code = record.code.map { hex(UInt64($0), 2) }.joined()
      let words = found.prefix(6).map { "\($0.part) \(hex($0.ours)) not \(hex($0.theirs))" }
      let flags = hex(record.before.rflags & 0xfff)
      group.examples.append(
        "--rows \(row) --from \(index) --count 1 --seed \(seed): \(code) flags \(flags) "
          + "mxcsr \(hex(UInt64(record.before.mxcsr))): "
          + words.joined(separator: ", ")
          + (theirs.vector == 14 ? " at \(hex(theirs.address))" : ""))
    }
    outcome.groups[key] = group
  }

  private func hex(_ value: UInt64, _ digits: Int = 1) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

/// The rows that can be compared in user mode.
public enum Rows {
  /// Rows of 64-bit mode whose outcome depends on the state alone and that a sandbox allows.
  public static var comparable: [Int] {
    Form.all.indices.dropFirst().filter { number in
      let form = Form.all[number]
      return form.modes.contains(.long) && isSuitable(form)
        && ["legacy", "vex"].contains("\(form.encoding.scheme)")
    }
  }

  /// Those that unicorn executes: it has no AVX, and runs privileged instructions.
  public static var comparableWithUnicorn: [Int] {
    comparable.filter { number in
      let form = Form.all[number]
      let isVector = (0..<4).contains { "\(form.operand($0))".contains("mm") }
      return "\(form.encoding.scheme)" == "legacy" || !isVector
    }.filter {
      switch Form.all[$0].semantics {
      case .movControl, .movDebug, .movSegment, .cli, .sti, .rdmsr, .wrmsr, .swapgs, .clts, .invd,
        .wbinvd, .invlpg, .invpcid, .lgdt, .lidt, .lmsw, .lldt, .ltr, .int1:
        false
      default: true
      }
    }
  }

  /// Those that touch neither x87 nor vector registers: the families that come first in the table.
  public static var integer: [Int] {
    Array(comparable.prefix { Form.all[$0].mnemonic != "fadd" })
  }

  private static func isSuitable(_ form: Form) -> Bool {
    switch form.semantics {
    case .syscall, .sysenter, .sysexit, .sysret, .cpuid, .rdtsc, .rdtscp, .rdpmc, .rdpid, .rdrand,
      .rdseed, .xgetbv, .sgdt, .sidt, .sldt, .str, .smsw, .verr, .verw, .lar, .lsl, .vmcall,
      .vmmcall,
      .rdpkru, .wrpkru, .monitor, .mwait, .rsm, .hlt, .in, .out, .ins, .outs, .loadFar, .iret,
      .retFar, .callFar, .jmpFar:
      false
    case .movSegment: form.operand(0) != .segment
    case .pop: !["fs", "gs"].contains("\(form.operand(0))")
    case .int: false
    case .fxsave, .fxrstor, .xsave, .xsavec, .xsaveopt, .xsaves, .xrstor, .xrstors, .fnsave,
      .frstor,
      .fldenv, .fnstenv:
      false
    default: true
    }
  }
}
