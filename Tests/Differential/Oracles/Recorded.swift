import X86

/// What an oracle answered for a few instances of a row, kept as a digest of each state: the
/// comparison without the oracle. A line of a file is
/// `mnemonic row | digest of the inputs | a digest for each instance`, with instances that one of
/// `known.txt`'s lines explains left out (`-`).
public struct Recorded {
  /// Instances of each row.
  public static let instances = 10
  private static let seed: UInt64 = 20_240_229

  /// The row's mnemonic and encoding, which stay when rows are added to the table.
  public let row: String
  /// A digest over the instructions' bytes and the states before them. It changes with the
  /// generator, and then the file must be recorded anew.
  public let inputs: String
  /// Digests of the states after them; nil where the oracle and the machine may differ.
  public let outcomes: [String?]

  /// Reads a line; nil for comments and what is no such line.
  public init?(_ line: Substring) {
    let columns = line.split(separator: " | ")
    guard !line.hasPrefix("#"), columns.count == 3 else { return nil }
    row = String(columns[0])
    inputs = String(columns[1])
    outcomes = columns[2].split(separator: " ").map { $0 == "-" ? nil : String($0) }
  }

  /// The line that was read.
  public var line: String {
    "\(row) | \(inputs) | \(outcomes.map { $0 ?? "-" }.joined(separator: " "))"
  }

  /// Asks an oracle about a row; what it and the machine disagree in is left out.
  public init(row number: Int, _ oracle: OracleProcess, _ subject: Subject) throws {
    var inputs = Digest()
    let made = Self.make(number, &inputs) { oracle.record($0) }
    if !made.isEmpty { try oracle.run(made.count) }
    let ours = Recorded.blankState()
    defer { ours.base.deallocate() }
    row = Self.name(of: number)
    self.inputs = inputs.text
    outcomes = made.enumerated().map { place, instruction in
      let record = oracle.record(place)
      subject.run(record, into: ours)
      let theirs = Comparison.digest(instruction, record.before, record.after)
      return theirs == Comparison.digest(instruction, record.before, ours) ? theirs : nil
    }
  }

  /// Runs a row's instances on the machine alone.
  public init(row number: Int, _ subject: Subject) {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: Record.bytes * Self.instances, alignment: 64)
    defer { memory.deallocate() }
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: Record.bytes * Self.instances)
    let records = (0..<Self.instances).map { Record(base: memory + $0 * Record.bytes) }
    var inputs = Digest()
    let made = Self.make(number, &inputs) { records[min($0, Self.instances - 1)] }
    row = Self.name(of: number)
    self.inputs = inputs.text
    outcomes = made.enumerated().map { place, instruction in
      let record = records[place]
      subject.run(record, into: record.after)
      return Comparison.digest(instruction, record.before, record.after)
    }
  }

  /// Makes the instances of a row in records.
  private static func make(
    _ row: Int, _ inputs: inout Digest, _ record: (Int) -> Record
  ) -> [Instruction] {
    var stream = Digest()
    for byte in name(of: row).utf8 { stream.absorb(UInt64(byte)) }
    let generator = Generator(row: row, seed: seed ^ stream.value, stream: 0)
    var made: [Instruction] = []
    var index: UInt64 = 0
    while made.count < instances, index < UInt64(instances) * 8 {
      let place = record(made.count)
      if let instruction = generator.make(index, into: place, slot: made.count * 37 % 512) {
        for byte in place.code { inputs.absorb(UInt64(byte)) }
        for offset in stride(from: 0, to: State.image + 1024, by: 8) where !isAfterOnly(offset) {
          inputs.absorb(place.before.load(offset))
        }
        made.append(instruction)
      }
      index &+= 1
    }
    return made
  }

  /// The exception and the stray bytes of a state before an instruction mean nothing.
  private static func isAfterOnly(_ offset: Int) -> Bool { offset >= 168 && offset < 208 }

  /// A row's mnemonic, opcode and operands.
  private static func name(of row: Int) -> String {
    let form = Form.all[row]
    let place = form.encoding
    var words = ["\(place.scheme)", "\(place.map)", String(place.opcode, radix: 16)]
    if place.prefix != .any { words.append("\(place.prefix)") }
    if place.size != .any { words.append("\(place.size)") }
    if let length = place.vectorLength { words.append("l\(length)") }
    if let digit = place.digit { words.append("d\(digit)") }
    if let rm = place.rm { words.append("rm\(rm)") }
    if place.target != .any { words.append("\(place.target)") }
    if form.modes == .long { words.append("long") }
    return form.mnemonic + " " + words.joined(separator: ".")
  }

  private static func blankState() -> State {
    let base = UnsafeMutableRawPointer.allocate(byteCount: State.bytes, alignment: 64)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: State.bytes)
    return State(base: base)
  }
}

/// A running digest of words (FNV-1a over words, mixed).
struct Digest {
  private(set) var value: UInt64 = 14_695_981_039_346_656_037

  mutating func absorb(_ word: UInt64) {
    let product = (value ^ word) &* 1_099_511_628_211
    value = product ^ product >> 29
  }

  /// Eight digits.
  var text: String {
    let text = String((value ^ value >> 32) & 0xffff_ffff, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }
}

extension Rows {
  /// Why no vector is recorded for a row; nil where one must be.
  public static func exemption(of row: Int) -> String? {
    let form = Form.all[row]
    if form.semantics == .textOnly { return "shown, not executed" }
    if !form.modes.contains(.long) { return "not in 64-bit mode: Tests/Transcripts/bare" }
    if !comparableRows.contains(row) {
      return "tells of the processor, or of privilege: Tests/System"
    }
    switch form.semantics {
    case .int1: return "known.txt: virtual machines report its address otherwise"
    case .gf2p8mulb, .gf2p8affineqb, .gf2p8affineinvqb, .vpdpbusd, .vpdpbusds, .vpdpwssd,
      .vpdpwssds:
      return "a feature that no processor of ours offers"
    case .aesenc, .aesenclast, .aesdec, .aesdeclast, .pclmulqdq:
      let isWide = form.encoding.scheme == .vex && form.operand(0) == .vec
      return isWide ? "256 bits are a feature that no processor of ours offers" : nil
    default: return nil
    }
  }

  private static let comparableRows = Set(comparable)
}
