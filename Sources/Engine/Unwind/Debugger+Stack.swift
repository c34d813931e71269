import Symbols

// The stack in scope.

/// A stack that was unwound, and for what.
struct FrameCache {
  var generation: UInt64
  var limit: Int
  var frames: [Frame]
}

extension Debugger {
  /// The frames of the stack in scope, innermost first, at most `limit`. Kept until something
  /// changes.
  public func frames(limit: Int = 256) throws(TargetError) -> [Frame] {
    if let cache = frameCache, cache.generation == generation,
      cache.limit >= limit || cache.frames.count < cache.limit
    {
      return Array(cache.frames.prefix(limit))
    }
    let frames = unwind(try context(), limit: limit)
    frameCache = FrameCache(generation: generation, limit: limit, frames: frames)
    return frames
  }

  /// The frame in scope (`.frame`), or the innermost.
  public func currentFrame() throws(TargetError) -> Frame? {
    let frames = try frames(limit: max(64, scope.frame + 1))
    return scope.frame < frames.count ? frames[scope.frame] : frames.first
  }

  /// The registers of the frame in scope.
  public func frameContext() throws(TargetError) -> Context {
    if let frame = try currentFrame() { return frame.context }
    return try context()
  }

  /// Unwinds from `context`; at most `limit` physical frames, inlined functions besides.
  ///
  /// The walk ends where the return address is 0, where the stack cannot be read or does not grow,
  /// and when it is interrupted.
  public func unwind(_ context: Context, limit: Int = 256, inlines: Bool = true) -> [Frame] {
    let memory = MemoryView(target: target, space: addressSpace)
    let unwinder = Unwinder(memory: memory)
    var frames: [Frame] = []
    var current = context
    var isInterrupted = false
    var count = 0
    while count < limit, !interrupt.isRequested {
      let module = module(containing: current.ip)
      let result = unwinder.step(current, in: module)
      let ends = result.map { ended($0, current) } ?? true
      var frame = makeFrame(current, result, memory)
      frame.kind = isInterrupted ? .interrupted : .normal
      frame.ipIsReturnAddress = count > 0 && !isInterrupted
      if inlines { frames += inlineFrames(frame, module) }
      frames.append(frame)
      count += 1
      guard let result, !ends else { break }
      current = result.context
      isInterrupted = result.isInterruption
    }
    for index in frames.indices { frames[index].number = index }
    return frames
  }

  /// Whether the walk cannot go on from a step's result.
  private func ended(_ result: Unwinder.Result, _ from: Context) -> Bool {
    if result.context.ip == 0 { return true }
    if result.isInterruption { return result.context.sp == from.sp && result.context.ip == from.ip }
    return result.context.sp <= from.sp
  }

  private func makeFrame(_ context: Context, _ result: Unwinder.Result?, _ memory: MemoryView)
    -> Frame
  {
    let callerSP = result?.context.sp ?? context.sp
    let homes = (0..<4).map { memory.pointer(callerSP &+ UInt64($0 * 8)) }
    return Frame(
      number: 0, context: context, ip: context.ip, sp: context.sp,
      returnAddress: result?.context.ip ?? 0, callerSP: callerSP,
      framePointer: result?.framePointer ?? context.sp, homes: homes, kind: .normal,
      trust: result?.trust ?? .guessed, function: result?.function)
  }

  /// The functions expanded at a frame's place, innermost first.
  private func inlineFrames(_ frame: Frame, _ module: Module?) -> [Frame] {
    guard let module, let pdb = module.pdb else { return [] }
    guard let rva = module.rva(frame.lookupAddress),
      let procedure = pdb.procedure(containing: rva)
    else { return [] }
    return pdb.inlineSites(of: procedure, at: rva).reversed().map { site in
      var inline = frame
      inline.kind = .inline(site)
      return inline
    }
  }
}
