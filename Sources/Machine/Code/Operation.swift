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

/// A decoded instruction, lowered for execution: one cache line.
///
/// Operations of consecutive instructions are adjacent, so the next one is 64 bytes on. Nothing in
/// them depends on the virtual address the page is mapped at.
struct Operation {
  var handler: Handler
  /// The operation a direct jump within the page leads to, once known.
  var link: UnsafeMutableRawPointer?
  var immediate: UInt64 = 0
  var displacement: UInt64 = 0
  /// Byte offsets in the state block.
  var destination: UInt8 = 0
  var source: UInt8 = 0
  var base: UInt8 = 128
  var index: UInt8 = 128
  var segment: UInt8 = 128
  var scale: UInt8 = 0
  /// The instruction's length in bytes.
  var length: UInt8 = 0
  var condition: UInt8 = 0
  /// Offset of the instruction in its page.
  var offset: UInt16 = 0
  var size: UInt8 = 0
  var flags: UInt8 = 0
  var reserved: UInt32 = 0
  /// The whole decoded instruction, for the generic executor.
  var instruction: UnsafeMutableRawPointer?
  /// The handler that a breakpoint check stands before.
  var inner: Handler?

  static var stride: Int { 64 }
}

/// The store of operations: handed out in order, emptied whole. Number 0 is never handed out.
struct CodeArena {
  /// Operations; untouched ones cost address space only.
  static let capacity = 1 << 21

  var operations: UnsafeMutableRawPointer
  var instructions: UnsafeMutablePointer<Instruction>
  var used: Int = 1

  init() {
    precondition(MemoryLayout<Operation>.size <= Operation.stride)
    operations = .allocate(byteCount: CodeArena.capacity * Operation.stride, alignment: 64)
    instructions = .allocate(capacity: CodeArena.capacity)
  }

  /// Where the decoded instruction of an operation is kept.
  func instruction(_ number: UInt32) -> UnsafeMutablePointer<Instruction> {
    instructions + Int(number)
  }

  func deallocate() {
    operations.deallocate()
    instructions.deallocate()
  }
}
