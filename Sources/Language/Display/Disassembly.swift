import Engine
import X86

/// One line of disassembly.
public struct DisassemblyLine {
  /// Where the instruction stands.
  public var address: UInt64
  /// The instruction; not valid where memory cannot be read or holds none.
  public var instruction: Instruction
  /// Address, bytes, mnemonic and operands as the debugger lays them out.
  public var text: String

  /// The address after the instruction.
  public var end: UInt64 { address &+ UInt64(max(1, instruction.length)) }
}

/// What lines of disassembly look like (`.asm`).
public struct AssemblyOptions: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No bytes between address and mnemonic.
  public static let noCodeBytes = AssemblyOptions(rawValue: 1)
  /// The source line's number in front.
  public static let sourceLine = AssemblyOptions(rawValue: 2)
  /// Lines may be of any length: they always may here.
  public static let ignoreOutputWidth = AssemblyOptions(rawValue: 4)
  /// For processors with bundles; without effect here.
  public static let verbose = AssemblyOptions(rawValue: 8)
}

extension Session {
  /// Where what an instruction uses stands in its line, unless the text is longer.
  private static let hintColumn = 53

  /// The line of the instruction at an address.
  ///
  /// - Parameter context: registers to compute the effective address with, which is then shown with
  ///   what stands there; nil shows neither.
  public func disassemble(_ address: UInt64, context: Context? = nil) -> DisassemblyLine {
    let code = debugger.read(address, 15)
    let bytes = code.bytes[..<code.validPrefix]
    guard !bytes.isEmpty else {
      let text = "\(codeAddressText(address, context)) ??              ???"
      return DisassemblyLine(
        address: address, instruction: Instruction(.truncated, length: 1, mode: debugger.codeMode),
        text: text)
    }
    let instruction = Array(bytes).withUnsafeBytes { Decoder.decode($0, mode: debugger.codeMode) }
    let length = min(Int(max(1, instruction.length)), bytes.count)
    let digits = bytes[..<length].map { $0.hex(2) }.joined()
    var text = lineNumberText(address) + codeAddressText(address, context) + " "
    if !assemblyOptions.contains(.noCodeBytes) { text += "\(digits.padded(15)) " }
    guard instruction.isValid else {
      return DisassemblyLine(address: address, instruction: instruction, text: text + "???")
    }
    text += Formatter(symbols: symbolProvider).format(instruction, at: address).text
    if let context, let target = branchHint(instruction, context) {
      text += " \(target)"
    } else if let context, let hint = hint(instruction, at: address, context) {
      text = "\(text.padded(Self.hintColumn)) \(hint)"
    }
    return DisassemblyLine(address: address, instruction: instruction, text: text)
  }

  /// The address of an instruction. In a kernel session the current one of a program has the code
  /// segment's selector before it.
  private func codeAddressText(_ address: UInt64, _ context: Context?) -> String {
    guard let context, debugger.target.kind == .kernel, context.isKnown(.cs), context[.cs] & 3 == 3
    else { return addressText(address) }
    return "\(context[.cs].hex(4)):\(addressText(address))"
  }

  /// The number of the source line before a line of disassembly, where it is asked for.
  private func lineNumberText(_ address: UInt64) -> String {
    guard assemblyOptions.contains(.sourceLine) else { return "" }
    let line = debugger.sourceLine(at: address).map { String($0.line) } ?? ""
    return line.leftPadded(5) + " "
  }

  /// `ds:002b:addr=value` of an instruction that uses memory, without the selector in a 64-bit process
  /// and where the context has none; `[br=1]` of a conditional jump.
  private func hint(_ instruction: Instruction, at address: UInt64, _ context: Context) -> String? {
    if instruction.semantics == .jcc {
      return "[br=\(context.meets(condition: instruction.condition) ? 1 : 0)]"
    }
    guard let operand = instruction.memoryOperand, operand.size > 0,
      instruction.semantics != .lea, instruction.semantics != .nop,
      let place = instruction.effectiveOffset(at: address, context)
    else { return nil }
    let segment = instruction.memory.segment
    let isFlat = instruction.mode == .bits64 && debugger.target.kind == .user
    let selector =
      isFlat || !context.isKnown(segment.register) ? "" : "\(context[segment.register].hex(4)):"
    let base = segment == .gs ? context[.gsBase] : segment == .fs ? context[.fsBase] : 0
    return "\(segment.name):\(selector)\(addressText(place))="
      + valueText(at: place &+ base, size: Int(operand.size))
  }

  /// `{symbol (address)}` of a branch to where a register points.
  private func branchHint(_ instruction: Instruction, _ context: Context) -> String? {
    let operand = instruction.operands.0
    guard instruction.semantics == .callIndirect || instruction.semantics == .jmpIndirect,
      operand.kind == .gpr, let register = Register.general(Int(operand.register))
    else { return nil }
    let target = instruction.mode == .bits64 ? context[register] : context[register] & 0xffff_ffff
    let name = symbolText(target).map { "\($0) (\(addressText(target)))" }
    return "{\(name ?? addressText(target))}"
  }

  /// The number in memory as a hint shows it; a pointer to a symbol with its name.
  private func valueText(at address: UInt64, size: Int) -> String {
    let memory = debugger.read(address, size)
    guard memory.isComplete else { return String(repeating: "?", count: size * 2) }
    if size == pointerSize, let value = memory.uint(at: 0, size: size),
      let name = symbolText(value)
    {
      return "{\(name) (\(addressText(value)))}"
    }
    return memory.bytes.reversed().map { $0.hex(2) }.joined()
  }

  /// The addresses in memory that the instruction at an address uses: what `$ea` reads.
  func effectiveAddresses(at address: UInt64) -> [UInt64] {
    guard let instruction = debugger.instruction(at: address) else { return [] }
    let place = instruction.effectiveOffset(at: address) { number in
      Register.general(number).flatMap { try? debugger.register($0) } ?? 0
    }
    guard let place else { return [] }
    // A string instruction may have its destination besides.
    let kinds = (0..<Int(instruction.operandCount)).map { instruction.operand($0).kind }
    guard kinds.contains(.stringSource), kinds.contains(.stringDestination),
      let destination = try? debugger.register(.rdi)
    else { return [place] }
    return [place, destination]
  }
}

extension Instruction {
  /// The offset of the memory reference in its segment; nil when there is none.
  func effectiveOffset(at address: UInt64, _ context: Context) -> UInt64? {
    effectiveOffset(at: address) { number in
      Register.general(number).map { context[$0] } ?? 0
    }
  }
}

extension Segment {
  fileprivate var register: Register {
    switch self {
    case .es: .es
    case .cs: .cs
    case .ss: .ss
    case .ds: .ds
    case .fs: .fs
    case .gs: .gs
    }
  }
}

extension Context {
  /// Whether the flags meet a condition code of the instruction set (0 o, 1 no, 2 b ... 15 g).
  func meets(condition: UInt8) -> Bool {
    let flags = self[.efl]
    let carry = flags & 1 != 0
    let parity = flags & 4 != 0
    let zero = flags & 0x40 != 0
    let sign = flags & 0x80 != 0
    let overflow = flags & 0x800 != 0
    let holds: Bool
    switch condition >> 1 {
    case 0: holds = overflow
    case 1: holds = carry
    case 2: holds = zero
    case 3: holds = carry || zero
    case 4: holds = sign
    case 5: holds = parity
    case 6: holds = sign != overflow
    default: holds = zero || sign != overflow
    }
    return holds != (condition & 1 != 0)
  }
}
