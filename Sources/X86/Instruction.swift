/// A decoded instruction: a trivial value without references, made by `Decoder` and ready to run.
///
/// It is independent of its address: branch targets and rip-relative operands count from the next
/// instruction.
///
/// Operands stand in text order, destination first. A few families need a word:
/// - Arithmetic and moves: 0 destination (and first source), 1 source, further sources after it.
/// - `xchg` with memory: 0 is the register, 1 the memory; LOCK or not, it is atomic.
/// - `mul div idiv` name the accumulator: 0 accumulator (al, ax, eax, rax), 1 the r/m operand. The
///   one-operand `imul` (semantics `imul`) has only the r/m operand. `imul2` is destination,
///   source; `imul3` is destination, source, immediate.
/// - Shifts and rotates: 1 is an `immediate` of size 1 (the by-one forms have `immediate` 1) or the
///   register cl. Mask the count yourself. `shld shrd`: 0 destination, 1 filler, 2 count.
/// - `push pop`: one operand; `operandSize` is the width of the stack slot (8 in 64-bit mode, 2
///   with 66). A pushed immediate is already sign-extended. `pushf popf pusha popa enter leave`
///   take the width from `operandSize` too. `enter` has the frame's size in `immediate`
///   (zero-extended) and the level in `immediate2`.
/// - Near branches: one operand, `relative`, or the r/m operand for the indirect forms;
///   `operandSize` is the width of the instruction pointer and of a pushed return address. `ret`
///   with an operand has the byte count, zero-extended, in `immediate`. Far branches through
///   memory have a `memory` operand of size 4, 6 or 10 (selector after an offset of `operandSize`
///   bytes); `retFar iret` pop slots of `operandSize` bytes.
/// - `lds les lss lfs lgs` (semantics `loadFar`): 0 register, 1 memory (offset of `operandSize` bytes,
///   then a selector). Not in the text: operand 2 is the segment register that is loaded.
/// - `loop loope loopne jrcxz` count in rCX of `addressSize` bytes.
/// - `jcc setcc cmovcc` hold the condition in `condition`.
/// - String instructions: `stringDestination` and `stringSource` operands, `operandSize` is the
///   element's width, the counter and index registers are `addressSize` wide, the accumulator of
///   `lods stos scas` and (text only) is implied; `ins outs` also list `dx`. `memory` holds the
///   source if there is one (base 6 in the effective segment), otherwise the destination (base 7,
///   `es`). `rep`, `repne` in `prefixes`.
/// - `in out`: the accumulator and a port, which is an `immediate` (0...255) or the register dx.
/// - `cbw` (cbw, cwde, cdqe) and `cwd` (cwd, cdq, cqo): no operands; `operandSize` is the width of
///   the result half that is written: 2, 4 or 8.
/// - `xlat`: operand 0 is the byte at [rBX]; add al (zero-extended) to the address yourself.
/// - `movControl movDebug`: the general register is 8 bytes wide in 64-bit mode, otherwise 4.
/// - `bt bts btr btc` with a register bit index and a memory operand reach beyond the operand.
/// - `nop` may list an r/m operand that is not accessed; `prefetch` likewise.
/// - x87: the operands as written; the no-operand forms imply st(0) and st(1) as the manual says.
/// - AVX (`prefixes` has `vex`, or `evex`): the meaning is that of the SSE operation (`vaddps` is
///   `addps`), `operandSize` is 16 or 32 (16 in scalar forms whatever VEX.L says; 64 with EVEX), and
///   bytes of the destination register beyond it become zero. What SSE reads from its destination,
///   AVX reads from operand 1, and the further sources follow: `vaddps a,b,c` is a = b + c,
///   `vshufps a,b,c,8`, `vpinsrd a,b,ecx,1`, `vroundss a,b,c,8`, `vcvtsi2sd a,b,rcx`, `vsqrtss a,b,c`.
///   SSE forms that do not read their destination have the same operands as in SSE: `vsqrtps`,
///   `vpabsd`, `vpshufd`, `vroundps`, `vcvtdq2ps`, `vucomiss`, `vptest`, all packed moves. `vmovss
///   vmovsd` have three operands between registers and two with memory; `vmovlps vmovhps` have three
///   as loads and two as stores. Shifts by an immediate are destination, source, immediate; shifts
///   by a count have the count in operand 2, of 16 bytes. `vblendvps vblendvpd vpblendvb` have the
///   mask in operand 3. FMA: operands 0, 1, 2 are the manual's first, second, third, and 0 is read.
/// - Gathers: destination, `vectorMemory`, mask (which becomes zero); see `Operand.Kind.vectorMemory`.
/// - `textOnly` rows, AVX-512 among them, have their operands in the order of the text.
/// - SSE: operand sizes say how much is meant: `addss` has xmm of size 16 as destination and xmm
///   or memory of size 4 as source; `operandSize` is 16 for them, except where a general register
///   takes part (`cvtsi2sd cvttsd2si movd movq pinsr.. pextr.. movmsk..`): then its width.
public struct Instruction: Sendable {
  /// What the instruction does.
  public var semantics: Semantics = .invalid
  /// The row of `Form.all` it was decoded from; 0 (the row of `invalid`) when it was not.
  public var form: UInt16 = 0
  /// Bytes, 1...15, prefixes included; at least 1 even for `invalid` and `truncated`.
  public var length: UInt8 = 0
  /// The mode it was decoded for.
  public var mode: Mode = .bits64
  /// The effective operand size in bytes: 1 for byte forms, 2, 4, 8 by mode, 66 and REX.W (and the
  /// row's own rules), 16 or 32 for vectors.
  public var operandSize: UInt8 = 0
  /// The effective address size in bytes: 2, 4 or 8.
  public var addressSize: UInt8 = 0
  /// The condition code 0-15 (o no b ae e ne be a s ns p np l ge le g) of `jcc`, `setcc` and
  /// `cmovcc`; otherwise 0.
  public var condition: UInt8 = 0
  /// Mask, zeroing, broadcast and rounding of an EVEX-coded instruction.
  public var vectorControl = VectorControl()
  /// The prefixes that were there.
  public var prefixes: Prefixes = []
  /// How many of `operands` are used.
  public var operandCount: UInt8 = 0
  /// The operands in text order.
  public var operands: (Operand, Operand, Operand, Operand) = (.none, .none, .none, .none)
  /// The memory operand, valid when an operand's kind is `memory` or a string one.
  public var memory = MemoryOperand()
  /// The first immediate, sign-extended from the encoded bytes where the manual says so (all
  /// immediates of arithmetic, `push`, `mov`), zero-extended for ports, counts, interrupt numbers,
  /// selectors' offsets and SSE controls. Branches: the displacement from the next instruction.
  public var immediate: Int64 = 0
  /// The second immediate: `enter`'s level, a far pointer's selector, the fourth operand of VEX
  /// forms.
  public var immediate2: Int64 = 0

  /// An empty instruction to fill in.
  @inlinable
  public init() {}

  /// An instruction with no row, as decoding failures are: `semantics` is `.invalid` or
  /// `.truncated`.
  @inlinable
  public init(_ semantics: Semantics, length: UInt8, mode: Mode) {
    self.semantics = semantics
    self.length = length
    self.mode = mode
  }

  /// The operand at a place 0-3; the empty operand elsewhere.
  @inlinable
  public func operand(_ place: Int) -> Operand {
    switch place {
    case 0: operands.0
    case 1: operands.1
    case 2: operands.2
    case 3: operands.3
    default: .none
    }
  }

  /// Whether the bytes were a whole, known instruction.
  @inlinable
  public var isValid: Bool {
    semantics != .invalid && semantics != .truncated
  }
}

extension Instruction: Equatable {
  /// Whether all fields are the same.
  public static func == (one: Instruction, other: Instruction) -> Bool {
    one.semantics == other.semantics && one.form == other.form && one.length == other.length
      && one.mode == other.mode && one.operandSize == other.operandSize
      && one.addressSize == other.addressSize && one.condition == other.condition
      && one.vectorControl == other.vectorControl && one.prefixes == other.prefixes
      && one.operandCount == other.operandCount
      && one.operands == other.operands && one.memory == other.memory
      && one.immediate == other.immediate && one.immediate2 == other.immediate2
  }
}
