/// Which number each thread of a process has.
struct ThreadNumbers {
  private struct Key: Hashable {
    var object: UInt64
    var id: UInt64
    var created: UInt64
  }

  private var numbers: [Key: Int] = [:]
  private var next = 0

  /// The number of a thread; the next one for a thread that was not seen before.
  /// Objects and ids are used again; when it was created tells it apart.
  mutating func number(object: UInt64, id: UInt64, created: UInt64) -> Int {
    let key = Key(object: object, id: id, created: created)
    if let known = numbers[key] { return known }
    defer { next += 1 }
    numbers[key] = next
    return next
  }
}

// The process' threads, from its kernel object.

extension ProcessTarget {
  /// How many threads are looked at, should the list not end.
  private static let mostThreads = 4096

  public var threads: [UserThread] {
    if isGone { return [] }
    if let knownThreads, knownThreads.clock == live.clock { return knownThreads.list }
    let list = readThreads()
    knownThreads = (live.clock, list)
    return list
  }

  private func readThreads() -> [UserThread] {
    let memory = kernelMemory
    let head = process &+ layout.threadListHead
    var list: [UserThread] = []
    var entry = memory.pointer(head)
    while let place = entry, place != head, list.count < Self.mostThreads {
      let object = place &- layout.threadListEntry
      guard let id = memory.pointer(object &+ layout.threadID) else { break }
      list.append(
        UserThread(
          number: numbers.number(
            object: object, id: id, created: memory.pointer(object &+ layout.created) ?? 0),
          id: id,
          teb: memory.pointer(object &+ layout.teb) ?? 0,
          suspendCount: memory.uint(object &+ layout.suspendCount, 1) ?? 0,
          isFrozen: memory.uint(object &+ layout.freezeCount, 4) ?? 0 != 0, object: object))
      entry = memory.pointer(place)
    }
    return list.sorted { $0.number < $1.number }
  }

  /// The thread of ours that a processor runs, whatever it does for it.
  func thread(onProcessor number: Int) -> UserThread? {
    guard let object = machine.currentThread(processor: number) else { return nil }
    return threads.first { $0.object == object }
  }

  /// The processor that runs a thread, nil when none does.
  func processor(running thread: UserThread) -> Int? {
    (0..<live.processorCount).first { machine.currentThread(processor: $0) == thread.object }
  }

  /// The processor that runs a thread's own code at this moment.
  func userProcessor(of thread: UserThread) -> Int? {
    processor(running: thread).flatMap { live.isInUserMode($0) ? $0 : nil }
  }

  /// A thread of ours to look at where none is named: the last one's, or the first there is.
  var currentThread: Int {
    if thread(lastThread) != nil { return lastThread }
    return threads.first?.number ?? lastThread
  }
}
