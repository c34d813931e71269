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
      var doubts: [Doubt] = []
      for (place, (instruction, number)) in batch.enumerated() {
        let record = oracle.record(place)
        subject.run(record, into: ours)
        if case .differs = note(record, instruction, &outcome) {
          doubts.append(Doubt(record, ours, instruction, number))
        }
      }
      for doubt in doubts { try settle(doubt, row, examples, &outcome) }
    }
    return outcome
  }

  private enum Verdict {
    case agrees
    case differs([Difference])
  }

  /// Compares `ours` with the oracle's state after an instruction, and counts all but a difference
  /// that nothing explains.
  private func note(_ record: Record, _ i: Instruction, _ outcome: inout Outcome) -> Verdict {
    let found = Comparison.differences(i, record.before, ours: ours, theirs: record.after)
    var isUnimplemented = false
    if !found.isEmpty {
      isUnimplemented =
        ours.vector == 6 && record.after.vector != 6
        && subject.unimplemented.contains("\(i.semantics)")
      if !isUnimplemented, !known.explains(oracle: oracleName, i, record, ours, found) {
        return .differs(found)
      }
    }
    outcome.instances += 1
    if record.after.vector != State.noVector { outcome.faults += 1 }
    if isUnimplemented {
      outcome.unimplemented += 1
    } else if !found.isEmpty {
      outcome.explained += 1
    }
    return .agrees
  }

  /// Asks the oracle again about an instruction that differs, alone: what earlier instructions of the
  /// batch stored into the code that branches lead to is gone then. Our state stays what it was.
  private func settle(
    _ doubt: Doubt, _ row: Int, _ examples: Int, _ outcome: inout Outcome
  ) throws {
    let record = oracle.record(0)
    doubt.restore(record, ours)
    try oracle.run(1)
    guard case .differs(let found) = note(record, doubt.instruction, &outcome) else { return }
    let theirs = record.after
    outcome.instances += 1
    if theirs.vector != State.noVector { outcome.faults += 1 }
    outcome.disagreements += 1
    let key = Array(Set(found.map(\.kind))).sorted().joined(separator: " ")
    var group = outcome.groups[key, default: (0, [])]
    group.count += 1
    if group.examples.count < examples {
      let code = record.code.map { hex(UInt64($0), 2) }.joined()
      let words = found.prefix(6).map { "\($0.part) \(hex($0.ours)) not \(hex($0.theirs))" }
      let flags = hex(record.before.rflags & 0xfff)
      group.examples.append(
        "--rows \(row) --from \(doubt.index) --count 1 --seed \(seed): \(code) flags \(flags) "
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

/// A record that differs, and our state after it, kept until the oracle is asked again.
private struct Doubt {
  let instruction: Instruction
  let index: UInt64
  private let record: [UInt8]
  private let ours: [UInt8]

  init(_ record: Record, _ ours: State, _ instruction: Instruction, _ index: UInt64) {
    self.instruction = instruction
    self.index = index
    self.record = [UInt8](UnsafeRawBufferPointer(start: record.base, count: Record.bytes))
    self.ours = [UInt8](UnsafeRawBufferPointer(start: ours.base, count: State.bytes))
  }

  /// Puts both back.
  func restore(_ record: Record, _ ours: State) {
    UnsafeMutableRawBufferPointer(start: record.base, count: Record.bytes)
      .copyBytes(from: self.record)
    UnsafeMutableRawBufferPointer(start: ours.base, count: State.bytes).copyBytes(from: self.ours)
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
      guard "\(form.encoding.scheme)" != "legacy" else { return true }
      switch form.semantics {
      case .andn, .bextr, .blsi, .blsmsk, .blsr, .bzhi, .mulx, .pdep, .pext, .rorx, .sarx, .shlx,
        .shrx:
        return true
      default: return false
      }
    }.filter {
      switch Form.all[$0].semantics {
      case .movControl, .movDebug, .movSegment, .cli, .sti, .rdmsr, .wrmsr, .swapgs, .clts, .invd,
        .wbinvd, .invlpg, .invpcid, .lgdt, .lidt, .lmsw, .lldt, .ltr, .int1, .xsetbv, .clac,
        // unicorn ends the process on some lengths.
        .pcmpestri, .pcmpestrm,
        .stac, .textOnly:
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
