/// Executes one operation of a trace and goes on to the next.
///
/// The arguments are the operation, the processor's state block and what is left of the budget as it
/// stood when the trace was entered. Handlers end by calling the next one (`go`), which optimised
/// builds turn into a jump.
typealias TraceHandler =
  @convention(c) (UnsafeMutableRawPointer, UnsafeMutableRawPointer, Int64) -> Void

typealias TraceOp = UnsafeMutablePointer<TraceOperation>

/// An instruction in a trace: half a cache line. Nothing in it depends on the virtual address its page
/// is mapped at.
struct TraceOperation {
  var handler: TraceHandler
  /// Byte offsets of registers in the state block.
  var destination: UInt8 = 0
  var source: UInt8 = 0
  var base: UInt8 = 128
  var index: UInt8 = 128
  /// The shift of the index.
  var scale: UInt8 = 0
  /// Instructions of the trace that come before this one.
  var before: UInt8 = 0
  /// Offset of the instruction in its page.
  var offset: UInt16 = 0
  /// An immediate; in branches, the operation they lead to, 0 until known.
  var immediate: UInt64 = 0
  /// A memory operand's displacement; in branches, the target's offset from the page's start.
  var displacement: Int32 = 0
  /// In compare-and-branch operations the immediate, in calls the return address's offset from the
  /// page's start.
  var small: Int32 = 0

  static var stride: Int { 32 }
}

/// What stands before the first operation of a trace, in the place of an operation.
struct TraceHeader {
  /// The next trace of the same code page; 0 ends the list.
  var next: UInt32 = 0
  /// How many operations the trace has.
  var count: UInt32 = 0
  /// The bytes of the page that the trace was made from lie in low..<high. That includes instructions
  /// that were only looked at to learn that flags are not needed.
  var low: UInt16 = 0
  var high: UInt16 = 0
  /// Where in the page the trace begins.
  var start: UInt16 = 0
}

/// The store of traces: handed out in order, emptied whole. Number 0 is never handed out.
struct TraceArena {
  /// Operations; untouched ones cost address space only.
  static let capacity = 1 << 19

  var operations: UnsafeMutableRawPointer
  var used: Int = 1

  init() {
    precondition(MemoryLayout<TraceOperation>.size == TraceOperation.stride)
    precondition(MemoryLayout<TraceHeader>.size <= TraceOperation.stride)
    operations = .allocate(byteCount: TraceArena.capacity * TraceOperation.stride, alignment: 64)
  }

  func deallocate() { operations.deallocate() }
}

extension UnsafeMutablePointer where Pointee == MachineCore {
  /// The operation of a number.
  @inline(__always)
  func traceOperation(_ number: UInt32) -> UnsafeMutableRawPointer {
    pointee.traces.operations + Int(number) &* TraceOperation.stride
  }

  /// The header of the trace whose first operation has a number.
  func traceHeader(_ number: UInt32) -> UnsafeMutablePointer<TraceHeader> {
    (traceOperation(number) - TraceOperation.stride).assumingMemoryBound(to: TraceHeader.self)
  }
}

@inline(__always)
func traceAt(_ raw: UnsafeMutableRawPointer) -> TraceOp {
  raw.assumingMemoryBound(to: TraceOperation.self)
}

extension UnsafeMutablePointer where Pointee == MachineCore {
  /// Forgets a page's traces that were made from any of the bytes given. Operations that are running
  /// stay readable, and lead back to the memory they came from.
  func forgetTraces(_ page: UnsafeMutableRawPointer, _ bytes: Range<Int>) {
    let heads = (page + CodePage.traces).assumingMemoryBound(to: UInt32.self)
    let list = page + CodePage.traceList
    var previous: UInt32 = 0
    var number = list.load(as: UInt32.self)
    while number != 0 {
      let header = traceHeader(number)
      let next = header.pointee.next
      if Int(header.pointee.low) < bytes.upperBound, Int(header.pointee.high) > bytes.lowerBound {
        heads[Int(header.pointee.start)] = 0
        for place in 0..<header.pointee.count {
          traceAt(traceOperation(number + place)).pointee.handler = TraceHandlers.forgottenForm
        }
        if previous == 0 {
          list.storeBytes(of: next, as: UInt32.self)
        } else {
          traceHeader(previous).pointee.next = next
        }
      } else {
        previous = number
      }
      number = next
    }
  }
}
