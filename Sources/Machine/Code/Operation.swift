import X86

/// Executes one operation.
///
/// The first argument is the operation, the second the processor's state block. The result is the
/// next operation of the code page, or nil when the loop must be left: `rip` and `exit` say where
/// and why.
typealias Handler =
  @convention(c) (
    UnsafeMutableRawPointer, UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer?

typealias Op = UnsafeMutablePointer<Operation>

/// A decoded instruction, ready for its generic executor: one cache line.
///
/// Operations of consecutive instructions are adjacent, so the next one is 64 bytes on. Nothing in
/// them depends on the virtual address the page is mapped at.
struct Operation {
  var handler: Handler
  /// The operation that one which is no instruction leads to.
  var link: UnsafeMutableRawPointer?
  /// The bytes that an instruction across pages was decoded from.
  var bytes: (UInt64, UInt64) = (0, 0)
  /// Offset of the instruction in its page.
  var offset: UInt16 = 0
  /// The instruction's length in bytes; 0 for one across pages that was not run yet.
  var length: UInt8 = 0
  /// The whole decoded instruction.
  var instruction: UnsafeMutableRawPointer?
  /// The handler that a breakpoint check stands before.
  var inner: Handler?

  static var stride: Int { 64 }

  /// The instruction; an empty one for operations that are none.
  var decodedInstruction: Instruction {
    instruction?.assumingMemoryBound(to: Instruction.self).pointee ?? Instruction()
  }
}

/// The store of operations: handed out in order, emptied whole. Number 0 is never handed out.
struct CodeArena {
  /// Operations; untouched ones cost address space only.
  static let capacity = 1 << 20

  var operations: UnsafeMutableRawPointer
  var instructions: UnsafeMutablePointer<Instruction>
  var used: Int = 1

  init() {
    precondition(MemoryLayout<Operation>.size <= Operation.stride)
    operations = .allocate(byteCount: CodeArena.capacity * Operation.stride, alignment: 64)
    instructions = .allocate(capacity: CodeArena.capacity)
  }

  /// Whether there is no room for another run of instructions.
  var isNearlyFull: Bool { used &+ CodePage.runLength &+ 2 > CodeArena.capacity }

  /// Where the decoded instruction of an operation is kept.
  func instruction(_ number: UInt32) -> UnsafeMutablePointer<Instruction> {
    instructions + Int(number)
  }

  func deallocate() {
    operations.deallocate()
    instructions.deallocate()
  }
}
