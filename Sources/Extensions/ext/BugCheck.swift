/// What a bug check code means: its name, when it is raised, and its four arguments.
///
/// Names and arguments are facts of the public bug check reference (learn.microsoft.com, "Bug check
/// code reference"); the words are ours.
struct BugCheck: Sendable {
  let code: UInt32
  let name: String
  let meaning: String
  /// What the arguments are; fewer than four where the others say nothing.
  let arguments: [String]
  /// Which argument, from 1, is the address of the code at fault, the memory it touched, the IRQL and
  /// the kind of access; 0 where none is.
  let ip: Int
  let address: Int
  let irql: Int
  let access: Int

  init(
    _ code: UInt32, _ name: String, _ meaning: String, _ arguments: [String], ip: Int = 0,
    address: Int = 0, irql: Int = 0, access: Int = 0
  ) {
    self.code = code
    self.name = name
    self.meaning = meaning
    self.arguments = arguments
    self.ip = ip
    self.address = address
    self.irql = irql
    self.access = access
  }

  /// The row of a code, nil for one that the table does not have.
  static func find(_ code: UInt32) -> BugCheck? {
    // A bug check of a thread of the system's has bit 28 set besides the code of its kind.
    let plain = code & 0xF000_0000 == 0x1000_0000 ? code & 0x0FFF_FFFF : code
    return (early + late).first { $0.code == code } ?? (early + late).first { $0.code == plain }
  }

  private static let early: [BugCheck] = [
    BugCheck(
      0x1, "APC_INDEX_MISMATCH",
      "A thread came back from a system call with kernel APCs still disabled, or disabled once too often.",
      ["address of the system call", "worker or thread flag", "APC state", "call type"]),
    BugCheck(
      0x2, "DEVICE_QUEUE_NOT_BUSY", "A device queue was expected to be busy and was not.", []),
    BugCheck(
      0x4, "INVALID_DATA_ACCESS_TRAP", "A trap on data came that nothing could have caused.", []),
    BugCheck(
      0x5, "INVALID_PROCESS_ATTACH_ATTEMPT",
      "A thread attached to a process while it was attached to another one, or in a DPC.",
      ["process to attach to", "process attached already", "APC state index", "nonzero in a DPC"]),
    BugCheck(
      0xA, "IRQL_NOT_LESS_OR_EQUAL",
      "Kernel code touched memory that is pageable or not there, at an IRQL at which no page fault can be served. Bad addresses in drivers are the usual cause.",
      [
        "memory referenced", "IRQL", "bit field: bit 0 write, bit 3 execute",
        "address which referenced memory",
      ], ip: 4, address: 1, irql: 2, access: 3),
    BugCheck(
      0xC, "MAXIMUM_WAIT_OBJECTS_EXCEEDED",
      "A thread waited for more objects at once than there may be.", []),
    BugCheck(
      0xD, "MUTEX_LEVEL_NUMBER_VIOLATION",
      "A thread took mutexes out of the order of their levels.",
      ["current level", "level asked for"]),
    BugCheck(
      0xF, "SPIN_LOCK_ALREADY_OWNED", "A processor asked for a spin lock that it holds.", []),
    BugCheck(
      0x10, "SPIN_LOCK_NOT_OWNED", "A spin lock was released by a processor that does not hold it.",
      []),
    BugCheck(0x12, "TRAP_CAUSE_UNKNOWN", "A trap came that cannot be explained.", ["kind of trap"]),
    BugCheck(
      0x18, "REFERENCE_BY_POINTER",
      "An object's reference count is wrong for what it is used for: it was dereferenced too often.",
      ["type of the object", "object", "why: 1 and 2 count below zero", "reserved"]),
    BugCheck(
      0x19, "BAD_POOL_HEADER",
      "The header of a block of pool is damaged. Whoever wrote past the end of the block before it, or into freed memory, is at fault.",
      [
        "kind of damage: 3 free list, 20 size of the block", "pool entry", "next entry",
        "size or expected entry",
      ]),
    BugCheck(
      0x1A, "MEMORY_MANAGEMENT",
      "The memory manager found its data inconsistent; the first argument says where.",
      ["kind of damage", "depends on it", "depends on it", "depends on it"]),
    BugCheck(
      0x1E, "KMODE_EXCEPTION_NOT_HANDLED",
      "Kernel code raised an exception that no handler took. The address of the exception is that of the code at fault.",
      [
        "exception code that was not handled", "address that the exception occurred at",
        "parameter 0 of the exception", "parameter 1 of the exception",
      ], ip: 2),
    BugCheck(
      0x20, "KERNEL_APC_PENDING_DURING_EXIT",
      "A thread ended with a kernel APC pending: its counts of disabling and enabling APCs differ.",
      ["APC", "disable count", "IRQL"]),
    BugCheck(
      0x21, "QUOTA_UNDERFLOW", "More quota was given back than was charged.",
      ["process", "quota type", "charge at first", "amount returned"]),
    BugCheck(
      0x23, "FAT_FILE_SYSTEM", "The FAT file system met something it cannot go on with.",
      ["source file and line", "exception record", "context record"]),
    BugCheck(
      0x24, "NTFS_FILE_SYSTEM", "The NTFS file system met something it cannot go on with.",
      ["source file and line", "exception record", "context record"]),
    BugCheck(
      0x25, "NPFS_FILE_SYSTEM", "The named pipe file system met something it cannot go on with.",
      ["source file and line"]),
    BugCheck(
      0x26, "CDFS_FILE_SYSTEM", "The CD file system met something it cannot go on with.",
      ["source file and line", "exception record", "context record"]),
    BugCheck(
      0x2B, "PANIC_STACK_SWITCH", "The kernel stack was overrun and another one had to be used.",
      ["trap frame"]),
    BugCheck(
      0x2E, "DATA_BUS_ERROR", "The hardware reported an error of memory: a parity error as a rule.",
      ["virtual address", "physical address", "status"]),
    BugCheck(
      0x34, "CACHE_MANAGER", "The cache manager met something it cannot go on with.",
      ["source file and line", "exception record", "context record"]),
    BugCheck(
      0x35, "NO_MORE_IRP_STACK_LOCATIONS",
      "A driver passed an IRP on that has no stack location left for the driver below.", ["IRP"]),
    BugCheck(
      0x3B, "SYSTEM_SERVICE_EXCEPTION",
      "A system service raised an exception that it did not handle.",
      ["exception code", "address of the instruction", "context record"], ip: 2),
    BugCheck(
      0x3D, "INTERRUPT_EXCEPTION_NOT_HANDLED",
      "Code of an interrupt raised an exception that was not handled.",
      ["exception record", "context record"]),
    BugCheck(
      0x3F, "NO_MORE_SYSTEM_PTES",
      "No page table entries for the system are left: they leak, or something asks for far too many.",
      ["type", "pages asked for", "free entries", "entries in all"]),
    BugCheck(
      0x44, "MULTIPLE_IRP_COMPLETE_REQUESTS",
      "An IRP was completed that had been completed already.", ["IRP"]),
    BugCheck(
      0x48, "CANCEL_STATE_IN_COMPLETED_IRP",
      "An IRP was completed that still has a cancel routine.", ["IRP", "cancel routine"]),
    BugCheck(
      0x4A, "IRQL_GT_ZERO_AT_SYSTEM_SERVICE",
      "A thread returned from a system call above PASSIVE_LEVEL.",
      ["address of the system call", "IRQL"]),
    BugCheck(
      0x4E, "PFN_LIST_CORRUPT",
      "The lists of page frames are damaged: a driver gave a wrong memory descriptor list back, as a rule.",
      ["kind of damage", "frame or list", "depends on the kind", "depends on the kind"]),
    BugCheck(
      0x50, "PAGE_FAULT_IN_NONPAGED_AREA",
      "Kernel code touched memory that is not there and that no page fault could bring. The address is wrong, or its memory was freed.",
      [
        "memory referenced", "value 0 = read operation, 1 = write operation",
        "address which referenced memory", "reserved",
      ], ip: 3, address: 1, access: 2),
    BugCheck(
      0x51, "REGISTRY_ERROR", "The registry met something it cannot go on with.",
      ["reserved", "reserved", "pointer to the hive", "code of the error"]),
    BugCheck(
      0x5A, "CRITICAL_SERVICE_FAILED",
      "A service without which the system cannot run failed to start.", []),
    BugCheck(
      0x6B, "PROCESS1_INITIALIZATION_FAILED", "The system process could not be set up.", ["status"]),
    BugCheck(
      0x74, "BAD_SYSTEM_CONFIG_INFO", "The system part of the registry cannot be used.",
      ["reserved", "reserved", "reserved", "status"]),
    BugCheck(
      0x76, "PROCESS_HAS_LOCKED_PAGES", "A process ended while a driver held pages of it locked.",
      ["0", "process", "number of locked pages"]),
    BugCheck(
      0x77, "KERNEL_STACK_INPAGE_ERROR", "A page of a kernel stack could not be read back.",
      ["status", "I/O status", "page file", "offset in it"]),
    BugCheck(
      0x7A, "KERNEL_DATA_INPAGE_ERROR",
      "A page of kernel data could not be read back from the page file.",
      ["lock type", "error status", "process or page file", "address that could not be brought in"]),
    BugCheck(
      0x7B, "INACCESSIBLE_BOOT_DEVICE", "The system could not get at the partition it starts from.",
      ["device or its name"]),
    BugCheck(
      0x7E, "SYSTEM_THREAD_EXCEPTION_NOT_HANDLED",
      "A system thread raised an exception that it did not handle.",
      [
        "exception code that was not handled", "address that the exception occurred at",
        "exception record", "context record",
      ], ip: 2),
  ]

  private static let late: [BugCheck] = [
    BugCheck(
      0x7F, "UNEXPECTED_KERNEL_MODE_TRAP",
      "The processor raised a trap in kernel mode that the kernel may not meet there. A double fault (8) is an overrun kernel stack as a rule.",
      ["trap number", "depends on the trap", "depends on the trap", "depends on the trap"]),
    BugCheck(0x80, "NMI_HARDWARE_FAILURE", "The hardware raised a non-maskable interrupt.", []),
    BugCheck(0x85, "SETUP_FAILURE", "Setup could not go on.", []),
    BugCheck(
      0x8E, "KERNEL_MODE_EXCEPTION_NOT_HANDLED",
      "Kernel code raised an exception that no handler took.",
      [
        "exception code that was not handled", "address that the exception occurred at",
        "trap frame",
      ], ip: 2),
    BugCheck(
      0x93, "INVALID_KERNEL_HANDLE",
      "Kernel code closed a handle that is not valid or protected from being closed.",
      ["handle", "0 protected, 1 invalid"]),
    BugCheck(
      0x96, "INVALID_WORK_QUEUE_ITEM",
      "A work item was found in a queue after it was freed or damaged.",
      ["queue entry", "queue", "work queue", "routine or entry"]),
    BugCheck(
      0x9C, "MACHINE_CHECK_EXCEPTION", "The processor reported an error of the hardware.",
      ["bank", "MCA record", "status, high", "status, low"]),
    BugCheck(
      0x9F, "DRIVER_POWER_STATE_FAILURE",
      "A driver is in a power state that does not fit, or has not ended a power request in time.",
      ["kind of failure", "depends on it", "depends on it", "depends on it"]),
    BugCheck(
      0xA0, "INTERNAL_POWER_ERROR", "The power manager met something it cannot go on with.",
      ["kind of error"]),
    BugCheck(
      0xA5, "ACPI_BIOS_ERROR", "The firmware's ACPI does not do what it has to.", ["kind of error"]),
    BugCheck(
      0xBE, "ATTEMPTED_WRITE_TO_READONLY_MEMORY", "A driver wrote to memory that may only be read.",
      ["virtual address of the write", "page table entry", "trap frame", "reserved"]),
    BugCheck(
      0xC1, "SPECIAL_POOL_DETECTED_MEMORY_CORRUPTION",
      "Special pool found that a driver wrote where it may not.",
      ["address that was freed", "depends on the kind", "depends on the kind", "kind of damage"]),
    BugCheck(
      0xC2, "BAD_POOL_CALLER",
      "The thread asked the pool for something that makes no sense: it freed a block twice, for one.",
      [
        "type of pool violation: 7 a block that is free already",
        "depends on it: pool tag or address", "depends on it", "address of the block",
      ]),
    BugCheck(
      0xC4, "DRIVER_VERIFIER_DETECTED_VIOLATION", "Driver verifier found a driver breaking a rule.",
      ["kind of violation", "depends on it", "depends on it", "depends on it"]),
    BugCheck(
      0xC5, "DRIVER_CORRUPTED_EXPOOL",
      "The pool was found damaged at an IRQL too high for page faults: a driver wrote where it may not.",
      [
        "memory referenced", "IRQL", "value 0 = read operation, 1 = write operation",
        "address which referenced memory",
      ], ip: 4, address: 1, irql: 2, access: 3),
    BugCheck(
      0xC9, "DRIVER_VERIFIER_IOMANAGER_VIOLATION",
      "Driver verifier found a driver breaking a rule about I/O.", ["kind of violation"]),
    BugCheck(
      0xCC, "PAGE_FAULT_IN_FREED_SPECIAL_POOL", "A driver touched special pool that it had freed.",
      [
        "memory referenced", "value 0 = read operation, 1 = write operation",
        "address which referenced memory",
      ], ip: 3, address: 1, access: 2),
    BugCheck(
      0xCE, "DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS",
      "A driver was unloaded while something of it was still to run.",
      [
        "memory referenced", "value 0 = read operation, 1 = write operation",
        "address which referenced memory",
      ], ip: 3, address: 1, access: 2),
    BugCheck(
      0xD1, "DRIVER_IRQL_NOT_LESS_OR_EQUAL",
      "A driver touched memory that is pageable or not there, at an IRQL at which no page fault can be served. A bad address is the usual cause.",
      [
        "memory referenced", "IRQL",
        "value 0 = read operation, 1 = write operation, 8 = execute operation",
        "address which referenced memory",
      ], ip: 4, address: 1, irql: 2, access: 3),
    BugCheck(
      0xD5, "DRIVER_PAGE_FAULT_IN_FREED_SPECIAL_POOL",
      "A driver touched special pool after it was freed.",
      [
        "memory referenced", "value 0 = read operation, 1 = write operation",
        "address which referenced memory",
      ], ip: 3, address: 1, access: 2),
    BugCheck(
      0xD8, "DRIVER_USED_EXCESSIVE_PTES",
      "A driver asked for more page table entries of the system than there are.",
      ["name of the driver", "entries it uses", "free entries", "entries in all"]),
    BugCheck(
      0xDA, "SYSTEM_PTE_MISUSE", "Page table entries of the system were used wrongly.",
      ["kind of misuse"]),
    BugCheck(
      0xE2, "MANUALLY_INITIATED_CRASH",
      "The crash was asked for, by the keyboard or by a debugger.", []),
    BugCheck(
      0xEA, "THREAD_STUCK_IN_DEVICE_DRIVER",
      "A thread spins in a driver, waiting for hardware that does not answer.",
      ["thread", "deferred watchdog", "name of the driver"]),
    BugCheck(
      0xED, "UNMOUNTABLE_BOOT_VOLUME",
      "The volume that the system starts from could not be mounted.", ["device object", "status"]),
    BugCheck(
      0xEF, "CRITICAL_PROCESS_DIED", "A process without which the system cannot run has ended.",
      ["process or thread", "0 a process, 1 a thread"]),
    BugCheck(
      0xF4, "CRITICAL_OBJECT_TERMINATION",
      "A process or thread without which the system cannot run has ended.",
      ["type: 3 process, 6 thread", "object", "image name", "explanation"]),
    BugCheck(
      0xF7, "DRIVER_OVERRAN_STACK_BUFFER",
      "A driver wrote past a buffer on its stack: the cookie that guards the return address has changed.",
      ["cookie found on the stack", "cookie expected", "its complement", "reserved"]),
    BugCheck(
      0xFC, "ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY",
      "Kernel code jumped into memory that may not be executed.",
      ["virtual address", "page table entry", "trap frame", "reserved"]),
    BugCheck(
      0xFE, "BUGCODE_USB_DRIVER", "A USB driver met something it cannot go on with.",
      ["kind of error"]),
    BugCheck(
      0x101, "CLOCK_WATCHDOG_TIMEOUT", "A processor does not answer the clock interrupt.",
      ["ticks of the interval", "0", "processor's PRCB", "its number"]),
    BugCheck(
      0x109, "CRITICAL_STRUCTURE_CORRUPTION",
      "Code or data that the kernel watches has been changed.",
      ["reserved", "reserved", "depends on the kind", "kind of region"]),
    BugCheck(
      0x116, "VIDEO_TDR_FAILURE", "The display driver did not answer and could not be reset.",
      ["recovery context", "address in the driver", "status"]),
    BugCheck(
      0x119, "VIDEO_SCHEDULER_INTERNAL_ERROR",
      "The video scheduler met something it cannot go on with.", ["kind of error"]),
    BugCheck(
      0x124, "WHEA_UNCORRECTABLE_ERROR", "The hardware reported an error that cannot be corrected.",
      ["source", "error record", "status, high", "status, low"]),
    BugCheck(
      0x12B, "FAULTY_HARDWARE_CORRUPTED_PAGE",
      "A page of memory changed although nobody wrote to it.",
      ["virtual address", "physical address"]),
    BugCheck(
      0x133, "DPC_WATCHDOG_VIOLATION",
      "A DPC ran too long, or the system stayed at DISPATCH_LEVEL or above for too long.",
      [
        "0 a single DPC, 1 all together", "time count in ticks", "time allotted in ticks",
        "triage block",
      ]),
    BugCheck(
      0x139, "KERNEL_SECURITY_CHECK_FAILURE",
      "The kernel found a structure damaged: a list entry, a stack cookie.",
      [
        "kind of damage: 2 stack cookie, 3 list entry", "trap frame", "exception record",
        "reserved",
      ]),
    BugCheck(
      0x13A, "KERNEL_MODE_HEAP_CORRUPTION", "The kernel's heap was found damaged.",
      ["kind of damage", "heap", "address"]),
    BugCheck(
      0x154, "UNEXPECTED_STORE_EXCEPTION",
      "The memory store raised an exception that nobody expected.", ["store", "exception"]),
    BugCheck(
      0xC000_021A, "STATUS_SYSTEM_PROCESS_TERMINATED",
      "A process of the system has ended unexpectedly.", ["name", "status"]),
  ]
}
