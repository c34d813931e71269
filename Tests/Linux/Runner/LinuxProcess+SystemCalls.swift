import Machine

/// Error numbers of Linux, as system calls return them.
enum LinuxError: UInt64 {
  case noEntry = 2
  case badDescriptor = 9
  case tryAgain = 11
  case noMemory = 12
  case badAddress = 14
  case invalid = 22
  case notTerminal = 25
  case noSeek = 29
  case noSystemCall = 38

  var result: UInt64 { 0 &- rawValue }
}

extension LinuxProcess {
  /// Carries out the call whose number is in rax; the arguments are in rdi, rsi, rdx, r10, r8, r9,
  /// the result goes to rax (System V ABI, AMD64 supplement, A.2.1).
  func systemCall() {
    let number = registers[gpr: 0]
    let arguments = [7, 6, 2, 10, 8, 9].map { registers[gpr: $0] }
    let result = systemCall(number, arguments)
    registers[gpr: 0] = result
    options.onSystemCall?(number, result)
  }

  private func systemCall(_ number: UInt64, _ a: [UInt64]) -> UInt64 {
    switch number {
    case 0: a[0] == 0 ? 0 : LinuxError.badDescriptor.result  // read: nothing to read
    case 1: write(a[0], a[1], a[2])
    case 2, 4, 6, 21, 257: LinuxError.noEntry.result  // open, stat, lstat, access, openat
    case 3: a[0] < 3 ? 0 : LinuxError.badDescriptor.result  // close
    case 5: fileStatus(a[0], a[1])
    case 8: a[0] < 3 ? LinuxError.noSeek.result : LinuxError.badDescriptor.result  // lseek
    case 9: map(a)
    case 10: protect(a[0], a[1], a[2])
    case 11: unmap(a[0], a[1])
    case 12: moveHeapEnd(a[0])
    case 13, 14, 28, 131: 0  // rt_sigaction, rt_sigprocmask, madvise, sigaltstack
    case 16: a[0] < 3 ? LinuxError.notTerminal.result : LinuxError.badDescriptor.result  // ioctl
    case 20: writeParts(a[0], a[1], a[2])
    case 24, 35, 230: 0  // sched_yield, nanosleep, clock_nanosleep
    case 39, 186, 218: 1000  // getpid, gettid, set_tid_address
    case 60, 231: finish(.exited(status: Int(a[0] & 0xff)))
    case 62: finish(.signal(Int(a[1] & 0x7f)))  // kill
    case 200: finish(.signal(Int(a[1] & 0x7f)))  // tkill
    case 234: finish(.signal(Int(a[2] & 0x7f)))  // tgkill
    case 63: systemName(a[0])
    case 89, 267: LinuxError.noEntry.result  // readlink, readlinkat
    case 96, 228: time(number, a)
    case 102, 104, 107, 108: 1000  // getuid, getgid, geteuid, getegid
    case 110: 1  // getppid
    case 158: setBase(a[0], a[1])
    case 202: a[1] & 0x7f == 0 ? LinuxError.tryAgain.result : 0  // futex: no one else is there
    case 229: store(a[1], [1, 0])  // clock_getres: seconds, nanoseconds
    case 262: fileStatusAt(a)
    case 273: 0  // set_robust_list
    case 302: resourceLimit(a)
    case 318: a[2] > 7 ? LinuxError.invalid.result : randomBytes(a[0], a[1])
    default: LinuxError.noSystemCall.result
    }
  }

  private func finish(_ how: LinuxEnd) -> UInt64 {
    end = how
    return 0
  }

  /// Gives the program 64-bit numbers; an address of 0 is none.
  private func store(_ address: UInt64, _ words: [UInt64]) -> UInt64 {
    if address == 0 { return 0 }
    let bytes = words.flatMap(\.littleEndianBytes)
    return memory.write(address, bytes) ? 0 : LinuxError.badAddress.result
  }
}

/// Output and questions about files.
extension LinuxProcess {
  private static let largestWrite: UInt64 = 1 << 20

  private func write(_ descriptor: UInt64, _ address: UInt64, _ length: UInt64) -> UInt64 {
    guard descriptor == 1 || descriptor == 2 else { return LinuxError.badDescriptor.result }
    // A shorter write than asked for is allowed; the program goes on with the rest.
    let length = min(length, Self.largestWrite)
    if length == 0 { return 0 }
    guard let bytes = memory.read(address, length) else { return LinuxError.badAddress.result }
    output(Int(descriptor), bytes)
    return length
  }

  private func writeParts(_ descriptor: UInt64, _ vector: UInt64, _ count: UInt64) -> UInt64 {
    guard count <= 1024 else { return LinuxError.invalid.result }
    var total: UInt64 = 0
    for index in 0..<count {
      let entry = vector &+ index * 16
      guard memory.allows(.read, entry, 16) else { return LinuxError.badAddress.result }
      let length = machine.memory.load(entry + 8, as: UInt64.self)
      let written = write(descriptor, machine.memory.load(entry, as: UInt64.self), length)
      guard written <= Self.largestWrite else { return total > 0 ? total : written }
      total += written
      if written < length { break }
    }
    return total
  }

  /// `struct stat` of a pipe.
  private func fileStatus(_ descriptor: UInt64, _ address: UInt64) -> UInt64 {
    guard descriptor < 3 else { return LinuxError.badDescriptor.result }
    var words = [UInt64](repeating: 0, count: 18)
    words[2] = 1  // st_nlink
    words[3] = 0x1180 | 1000 << 32  // st_mode: S_IFIFO, 0600; st_uid
    words[7] = 4096  // st_blksize
    return address == 0 ? LinuxError.badAddress.result : store(address, words)
  }

  private func fileStatusAt(_ a: [UInt64]) -> UInt64 {
    // AT_EMPTY_PATH asks about the descriptor itself.
    guard let path = memory.string(a[1]) else { return LinuxError.badAddress.result }
    return path.isEmpty && a[3] & 0x1000 != 0
      ? fileStatus(a[0], a[2]) : LinuxError.noEntry.result
  }
}

/// Memory.
extension LinuxProcess {
  private func rounded(_ length: UInt64) -> UInt64? {
    length == 0 || length > memory.size ? nil : (length + 0xfff) & ~0xfff
  }

  private func map(_ a: [UInt64]) -> UInt64 {
    let isAnonymous = a[3] & 0x20 != 0
    guard isAnonymous else { return LinuxError.badDescriptor.result }
    guard a[1] != 0, a[0] & 0xfff == 0 || a[3] & 0x10 == 0 else { return LinuxError.invalid.result }
    guard let length = rounded(a[1]) else { return LinuxError.noMemory.result }
    let protection = Protection(rawValue: UInt8(a[2] & 7))
    var place = memory.free(from: mappings, length)
    if a[3] & 0x10 != 0 {  // MAP_FIXED
      place = memory.isPlace(a[0], length) ? a[0] : nil
    }
    guard let place else { return LinuxError.noMemory.result }
    memory.map(place, length, protection)
    return place
  }

  private func unmap(_ address: UInt64, _ length: UInt64) -> UInt64 {
    guard address & 0xfff == 0, let length = rounded(length) else {
      return LinuxError.invalid.result
    }
    memory.unmap(address, length)
    return 0
  }

  private func protect(_ address: UInt64, _ length: UInt64, _ protection: UInt64) -> UInt64 {
    guard address & 0xfff == 0 else { return LinuxError.invalid.result }
    if length == 0 { return 0 }
    guard let length = rounded(length) else { return LinuxError.noMemory.result }
    return memory.protect(address, length, Protection(rawValue: UInt8(protection & 7)))
      ? 0 : LinuxError.noMemory.result
  }

  private func moveHeapEnd(_ wanted: UInt64) -> UInt64 {
    guard wanted >= heap, wanted <= mappings else { return heapEnd }
    let old = (heapEnd + 0xfff) & ~0xfff
    let new = (wanted + 0xfff) & ~0xfff
    if new > old { memory.map(old, new - old, [.read, .write]) }
    if new < old { memory.unmap(new, old - new) }
    heapEnd = wanted
    return wanted
  }
}

/// The rest of what a C library asks for at its start.
extension LinuxProcess {
  /// `arch_prctl`: the bases of fs and gs.
  private func setBase(_ code: UInt64, _ value: UInt64) -> UInt64 {
    switch code {
    case 0x1001: registers.setMSR(0xc000_0101, value) ? 0 : LinuxError.invalid.result
    case 0x1002: registers.setMSR(0xc000_0100, value) ? 0 : LinuxError.invalid.result
    case 0x1003: store(value, [registers[.fs].base])
    case 0x1004: store(value, [registers[.gs].base])
    default: LinuxError.invalid.result
    }
  }

  /// The six names of `uname`, 65 bytes each.
  private func systemName(_ address: UInt64) -> UInt64 {
    var bytes: [UInt8] = []
    for name in ["Linux", "machine", "6.1.0", "#1", "x86_64", ""] {
      bytes += Array(name.utf8) + [UInt8](repeating: 0, count: 65 - name.utf8.count)
    }
    return memory.write(address, bytes) ? 0 : LinuxError.badAddress.result
  }

  /// `gettimeofday` and `clock_gettime`: 100 million instructions are a second.
  private func time(_ number: UInt64, _ a: [UInt64]) -> UInt64 {
    let (seconds, rest) = machine.instructionCount.quotientAndRemainder(dividingBy: 100_000_000)
    return number == 96 ? store(a[0], [seconds, rest / 100]) : store(a[1], [seconds, rest * 10])
  }

  /// `prlimit64`: what there is of stack, and of anything else as much as wanted.
  private func resourceLimit(_ a: [UInt64]) -> UInt64 {
    store(a[3], a[1] == 3 ? [8 << 20, 8 << 20] : [.max, .max])
  }

  private func randomBytes(_ address: UInt64, _ length: UInt64) -> UInt64 {
    let length = min(length, 256)
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    return memory.write(address, bytes) ? length : LinuxError.badAddress.result
  }
}
