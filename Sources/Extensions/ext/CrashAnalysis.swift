import Engine
import Language

/// What `!analyze` finds out about a crash or an exception: where it happened, and whose code it was.
struct CrashAnalysis {
  /// The bug check's code and arguments; all 0 where there is none.
  let data: [UInt64]
  /// What is known of the code.
  let bugCheck: BugCheck?
  /// The exception that stopped the target, where there is no bug check.
  let exception: ExceptionEvent?
  /// The stack of the processor, innermost first.
  let frames: [Frame]
  /// The first trap's frame on the stack and the index of what it interrupted.
  private(set) var trap: (address: UInt64, index: Int)?
  /// The instruction at fault, where it is known.
  private(set) var faultingIP: UInt64?
  /// The frame whose code is blamed.
  private(set) var culprit: Frame?
  /// The image file of the process that ran.
  let processName: String

  /// Modules that others call, so that they are not blamed as long as anybody else is there.
  private static let blameless: Set<String> = [
    "nt", "hal", "kdsim", "ntdll", "kernel32", "kernelbase",
  ]
  private static let mostFrames = 128

  /// Looks at the processor in scope.
  init(_ session: Session) throws {
    let debugger = session.debugger
    data = (try? debugger.bugCheckData()) ?? [0, 0, 0, 0, 0]
    bugCheck = BugCheck.find(UInt32(truncatingIfNeeded: data[0]))
    var event: ExceptionEvent?
    if debugger.target.kind == .user {
      event = session.lastException
    } else if data[0] == 0, case .exception? = debugger.lastStop?.reason {
      event = session.lastException
    }
    exception = event
    let stored = (debugger.target as? ProcessDumpTarget)?.exceptionContext?.context
    let context = try stored ?? debugger.target.context(processor: debugger.scope.processor)
    frames = debugger.unwind(context, limit: Self.mostFrames)
    processName = Self.processName(debugger)
    trap = Self.findTrap(frames, debugger)
    faultingIP = findFault()
    culprit = findCulprit(debugger)
  }

  /// Whether there is anything to analyse.
  var hasCrash: Bool { data[0] != 0 || exception != nil }

  private static func processName(_ debugger: Debugger) -> String {
    if let process = debugger.userTarget {
      let path = process.imagePath
      return path.split(separator: "\\").last.map(String.init) ?? path
    }
    guard let process = debugger.process,
      let name = try? debugger.structure("nt!_EPROCESS", at: process)["ImageFileName"].text,
      !name.isEmpty
    else { return "System" }
    return name
  }

  /// A handler keeps the trap frame at the bottom of its own stack frame; what it says must agree
  /// with the stack.
  private static func findTrap(_ frames: [Frame], _ debugger: Debugger)
    -> (address: UInt64, index: Int)?
  {
    for index in frames.indices.dropFirst() where frames[index].kind == .interrupted {
      guard let handler = frames[..<index].last(where: { !$0.isInline }),
        let saved = try? debugger.trapFrame(at: handler.sp), saved.ip == frames[index].ip
      else { continue }
      return (handler.sp, index)
    }
    return nil
  }

  private func findFault() -> UInt64? {
    if let exception { return exception.record.address }
    if let trap { return frames[trap.index].ip }
    guard let bugCheck, bugCheck.ip > 0 else { return nil }
    return data[bugCheck.ip]
  }

  /// The frames that may be blamed: from what was interrupted, or from who asked for the bug check.
  private var suspects: ArraySlice<Frame> {
    if let trap { return frames[trap.index...] }
    guard exception == nil else { return frames[...] }
    return frames.dropFirst()
  }

  private func findCulprit(_ debugger: Debugger) -> Frame? {
    let known = suspects.filter { frame in
      guard let module = debugger.module(containing: frame.lookupAddress) else { return false }
      return exception != nil || !module.isUser
    }
    let blamed = known.first { frame in
      let module = debugger.module(containing: frame.lookupAddress)
      return !Self.blameless.contains(module?.name.lowercased() ?? "")
    }
    if let fault = faultingIP, debugger.module(containing: fault) == nil { return blamed }
    return blamed ?? known.first { !Self.reportsCrashes($0, debugger) }
      ?? known.last { debugger.symbolize($0.lookupAddress)?.name.hasPrefix("KeBugCheck") ?? false }
      ?? known.first
  }

  /// Whether a frame belongs to the kernel's way of reporting, which says nothing about the cause.
  private static func reportsCrashes(_ frame: Frame, _ debugger: Debugger) -> Bool {
    let name = debugger.symbolize(frame.lookupAddress)?.name ?? ""
    return name.hasPrefix("KeBugCheck") || name.hasPrefix("KiBugCheck")
      || name.hasPrefix("RtlpBreakWithStatus") || name.hasPrefix("DbgBreakPoint")
  }
}

extension Frame {
  /// Whether it is a function expanded in another one.
  var isInline: Bool {
    if case .inline = kind { return true }
    return false
  }
}
