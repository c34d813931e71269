import Machine

/// How a program ended.
public enum LinuxEnd: Equatable, CustomStringConvertible {
  case exited(status: Int)
  /// It sent itself a signal.
  case signal(Int)
  /// An exception, for which Linux would have sent a signal.
  case fault(vector: Int, rip: UInt64, address: UInt64)
  case limit
  /// The machine stopped for a reason that no program should reach.
  case stopped(String)

  public var description: String {
    switch self {
    case .exited(let status): "exited with status \(status)"
    case .signal(let number): "ended by signal \(number)"
    case .fault(let vector, let rip, let address):
      "exception \(vector) at rip \(hex(rip))"
        + (vector == 14 ? ", address \(hex(address))" : "")
    case .limit: "stopped at the limit of instructions"
    case .stopped(let reason): "stopped: \(reason)"
    }
  }

  /// What a shell would show as the status.
  public var status: Int {
    switch self {
    case .exited(let status): status
    case .signal(let number): 128 + number
    case .fault(let vector, _, _):
      switch vector {
      case 0, 16, 19: 128 + 8
      case 1, 3: 128 + 5
      case 6: 128 + 4
      case 17: 128 + 7
      default: 128 + 11
      }
    case .limit, .stopped: 124
    }
  }

  private func hex(_ value: UInt64) -> String { String(value, radix: 16) }
}

/// A Linux program in user mode of a machine of its own, with a handful of system calls.
///
/// It reaches nothing of the host: what it writes to descriptors 1 and 2 goes to `output`, and every
/// file it asks for is not there. Runs repeat exactly: time is the count of instructions, and random
/// bytes are fixed.
public final class LinuxProcess {
  /// How a run is set up.
  public struct Options {
    public var features: ProcessorFeatures = .default
    public var memoryBytes: UInt64 = 256 << 20
    /// The number of instructions after which the run ends.
    public var limit: UInt64 = 20_000_000_000
    /// Called with the number and result of each system call.
    public var onSystemCall: ((_ number: UInt64, _ result: UInt64) -> Void)?

    public init() {}
  }

  public let machine: Machine
  let memory: UserMemory
  let options: Options
  let output: (_ descriptor: Int, _ bytes: [UInt8]) -> Void
  var registers: Registers { machine.processors[0].registers }
  /// The heap's first address and its end, which `brk` moves.
  let heap: UInt64
  var heapEnd: UInt64
  /// Where `mmap` looks for room.
  let mappings: UInt64
  /// What a system call ended the program with.
  var end: LinuxEnd?

  private static let stackBytes: UInt64 = 8 << 20

  /// Loads a program and puts a processor before its first instruction.
  public init(
    _ program: LinuxProgram, arguments: [String], environment: [String] = [],
    options: Options = Options(), output: @escaping (_ descriptor: Int, _ bytes: [UInt8]) -> Void
  ) throws(LinuxProgramError) {
    let size = min(max(options.memoryBytes, 32 << 20), UserMemory.largest) & ~0x1f_ffff
    machine = Machine(
      MachineConfiguration(
        processors: 1, memoryBytes: size + (2 << 20), features: options.features))
    memory = UserMemory(machine: machine, size: size)
    self.options = options
    self.output = output
    var last: UInt64 = 0
    let stack = size - Self.stackBytes
    for segment in program.segments {
      guard memory.isPlace(segment.address, segment.memorySize),
        segment.address + segment.memorySize <= stack
      else {
        throw LinuxProgramError("a segment lies outside the memory; see --memory")
      }
      memory.map(segment.address, segment.memorySize, segment.protection, adding: true)
      machine.memory.write(segment.address, Array(segment.bytes))
      last = max(last, segment.address + segment.memorySize)
    }
    heap = (last + 0xfff) & ~0xfff
    heapEnd = heap
    mappings = min(heap + (stack - heap) / 2, stack) & ~0xfff
    let protection: Protection =
      program.stackIsExecutable ? [.read, .write, .execute] : [.read, .write]
    memory.map(stack, Self.stackBytes, protection)
    enterUserMode()
    registers.rip = program.entry
    registers[gpr: 4] = try pushArguments(program, arguments, environment)
  }

  /// Runs the program to its end.
  public func run() -> LinuxEnd {
    while end == nil {
      memory.settle()
      let left = options.limit - min(options.limit, machine.instructionCount)
      guard left > 0 else { return .limit }
      switch machine.run(limit: left) {
      case .breakpoint: systemCall()
      case .limit: return .limit
      case .fault(_, let fault):
        return .fault(vector: Int(fault.vector), rip: registers.rip, address: fault.address)
      case let reason: return .stopped("\(reason)")
      }
    }
    return end ?? .limit
  }
}

extension LinuxProcess {
  /// User mode as Linux starts programs in it: flat segments, SSE switched on, and AVX where there is
  /// such. A system call leads to a `sysret` with a breakpoint.
  private func enterUserMode() {
    let system = memory.size
    // By selector: 10 and 18 ring 0 code and data; 20, 28, 30 ring 3 code of 32 bits, data, code of
    // 64 bits, in the order `sysret` wants.
    let descriptors: [UInt64] = [
      0, 0, 0x0020_9b00_0000_0000, 0x00cf_9300_0000_ffff, 0x00cf_fb00_0000_ffff,
      0x00cf_f300_0000_ffff, 0x0020_fb00_0000_0000,
    ]
    for (index, descriptor) in descriptors.enumerated() {
      machine.memory.store(system + UserMemory.descriptors + UInt64(index) * 8, descriptor)
    }
    let target = UserMemory.systemAddress + UserMemory.systemCallTarget
    machine.memory.write(system + UserMemory.systemCallTarget, [0x48, 0x0f, 0x07])  // sysret
    machine.setBreakpoint(target)
    machine.stopsAtFaults = true
    let registers = registers
    registers.cr0 = 0x8005_0033  // PG AM WP NE ET MP PE
    registers.cr4 = 0x1_0628  // FSGSBASE OSXMMEXCPT OSFXSR PAE DE
    if options.features.contains(.avx) {
      registers.cr4 = 0x5_0628  // OSXSAVE
      registers.xcr0 = 7
    }
    registers.efer = 0xd01  // NXE LMA LME SCE
    registers.cr3 = system
    registers.gdtr = TableRegister(
      base: UserMemory.systemAddress + UserMemory.descriptors,
      limit: UInt16(descriptors.count * 8 - 1))
    registers.setMSR(0xc000_0081, 0x0020_0010_0000_0000)  // STAR
    registers.setMSR(0xc000_0082, target)  // LSTAR
    registers.setMSR(0xc000_0084, 0x4_7700)  // FMASK: AC NT IOPL DF IF TF
    registers[.cs] = SegmentRegister(selector: 0x33, attributes: 0x2fb)
    registers[.ss] = SegmentRegister(selector: 0x2b, attributes: 0xcf3, limit: ~0)
    registers.rflags = 0x202
  }

  /// Puts arguments, environment and the auxiliary vector on the stack (System V ABI, AMD64
  /// supplement, 3.4.1).
  ///
  /// - Returns: the stack pointer.
  private func pushArguments(
    _ program: LinuxProgram, _ arguments: [String], _ environment: [String]
  ) throws(LinuxProgramError) -> UInt64 {
    var top = memory.size - 0x1000
    let bottom = memory.size - Self.stackBytes / 2
    func push(_ bytes: [UInt8]) throws(LinuxProgramError) -> UInt64 {
      guard UInt64(bytes.count) < top - bottom else {
        throw LinuxProgramError("its arguments are too long")
      }
      top -= UInt64(bytes.count)
      machine.memory.write(top, bytes)
      return top
    }
    let random = try push((0..<16).map { UInt8($0 * 17) })
    let platform = try push(Array("x86_64\0".utf8))
    let name = try push(Array((arguments.first ?? "program").utf8) + [0])
    var words = [UInt64(arguments.count)]
    for argument in arguments { words.append(try push(Array(argument.utf8) + [0])) }
    words.append(0)
    for variable in environment { words.append(try push(Array(variable.utf8) + [0])) }
    words.append(0)
    let auxiliary: [(UInt64, UInt64)] = [
      (3, program.headersAddress ?? 0), (4, 56),  // AT_PHDR, AT_PHENT
      (5, program.headersAddress == nil ? 0 : program.headerCount),  // AT_PHNUM
      (6, 4096), (7, 0), (8, 0), (9, program.entry),  // AT_PAGESZ, AT_BASE, AT_FLAGS, AT_ENTRY
      (11, 1000), (12, 1000), (13, 1000), (14, 1000),  // AT_UID, AT_EUID, AT_GID, AT_EGID
      (15, platform),  // AT_PLATFORM
      (16, UInt64(options.features.bits(.leaf1EDX))), (17, 100),  // AT_HWCAP, AT_CLKTCK
      (23, 0), (25, random), (26, 2), (31, name),  // AT_SECURE, AT_RANDOM, AT_HWCAP2, AT_EXECFN
      (0, 0),
    ]
    for (type, value) in auxiliary { words += [type, value] }
    // The stack pointer is a multiple of 16.
    top &= ~15
    if words.count % 2 != 0 { top -= 8 }
    var bytes: [UInt8] = []
    for word in words { bytes += word.littleEndianBytes }
    return try push(bytes)
  }
}

extension FixedWidthInteger {
  var littleEndianBytes: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }
}
