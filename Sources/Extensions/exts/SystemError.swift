/// What numbers of errors mean: Win32 and socket errors (winerror.h) and NTSTATUS values (ntstatus.h).
enum SystemError {
  /// The sentence of a Win32 error, nil for one that has none here.
  static func win32(_ code: UInt32) -> String? { win32Texts[code] }

  /// The name and the sentence of an NTSTATUS, nil for one that has none here. The sentence may be
  /// empty.
  static func status(_ code: UInt32) -> (name: String, text: String)? { statusTexts[code] }

  private static let win32Texts = [UInt32: String](
    uniqueKeysWithValues: win32Rows1 + win32Rows2 + win32Rows3)
  private static let statusTexts: [UInt32: (name: String, text: String)] = {
    let rows = statusRows1 + statusRows2
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.code, ($0.name, $0.text)) })
  }()

  private typealias Status = (code: UInt32, name: String, text: String)

  private static let win32Rows1: [(UInt32, String)] = [
    (0x0, "The operation completed successfully."),
    (0x1, "Incorrect function."),
    (0x2, "The system cannot find the file specified."),
    (0x3, "The system cannot find the path specified."),
    (0x4, "The system cannot open the file."),
    (0x5, "Access is denied."),
    (0x6, "The handle is invalid."),
    (0x7, "The storage control blocks were destroyed."),
    (0x8, "Not enough storage is available to process this command."),
    (0xA, "The environment is incorrect."),
    (0xB, "An attempt was made to load a program with an incorrect format."),
    (0xC, "The access code is invalid."),
    (0xD, "The data is invalid."),
    (0xE, "Not enough storage is available to complete this operation."),
    (0xF, "The system cannot find the drive specified."),
    (0x10, "The directory cannot be removed."),
    (0x11, "The system cannot move the file to a different disk drive."),
    (0x12, "There are no more files."),
    (0x13, "The media is write protected."),
    (0x14, "The system cannot find the device specified."),
    (0x15, "The device is not ready."),
    (0x16, "The device does not recognize the command."),
    (0x17, "Data error (cyclic redundancy check)."),
    (0x18, "The program issued a command but the command length is incorrect."),
    (0x19, "The drive cannot locate a specific area or track on the disk."),
    (0x1D, "The system cannot write to the specified device."),
    (0x1E, "The system cannot read from the specified device."),
    (0x1F, "A device attached to the system is not functioning."),
    (0x20, "The process cannot access the file because it is being used by another process."),
    (
      0x21,
      "The process cannot access the file because another process has locked a portion of the file."
    ),
    (0x26, "Reached the end of the file."),
    (0x27, "The disk is full."),
    (0x32, "The request is not supported."),
    (0x35, "The network path was not found."),
    (0x39, "A network adapter hardware error occurred."),
    (0x40, "The specified network name is no longer available."),
    (0x41, "Network access is denied."),
    (0x43, "The network name cannot be found."),
    (0x50, "The file exists."),
    (0x52, "The directory or file cannot be created."),
    (0x57, "The parameter is incorrect."),
    (0x6D, "The pipe has been ended."),
    (0x6E, "The system cannot open the device or file specified."),
    (0x6F, "The file name is too long."),
    (0x70, "There is not enough space on the disk."),
    (0x78, "This function is not supported on this system."),
    (0x79, "The semaphore timeout period has expired."),
    (0x7A, "The data area passed to a system call is too small."),
    (0x7B, "The filename, directory name, or volume label syntax is incorrect."),
    (0x7E, "The specified module could not be found."),
  ]

  private static let win32Rows2: [(UInt32, String)] = [
    (0x7F, "The specified procedure could not be found."),
    (0x80, "There are no child processes to wait for."),
    (0x91, "The directory is not empty."),
    (0x9E, "The segment is already unlocked."),
    (0xA1, "The specified path is invalid."),
    (0xAA, "The requested resource is in use."),
    (0xB7, "Cannot create a file when that file already exists."),
    (0xBB, "The specified system semaphore name was not found."),
    (0xC1, "%1 is not a valid Win32 application."),
    (0xCB, "The system could not find the environment option that was entered."),
    (0xCE, "The filename or extension is too long."),
    (0xE6, "The pipe state is invalid."),
    (0xE7, "All pipe instances are busy."),
    (0xE8, "The pipe is being closed."),
    (0xE9, "No process is on the other end of the pipe."),
    (0xEA, "More data is available."),
    (0x102, "The wait operation timed out."),
    (0x103, "No more data is available."),
    (0x10B, "The directory name is invalid."),
    (0x120, "Attempt to release mutex not owned by caller."),
    (0x12A, "Too many posts were made to a semaphore."),
    (0x1E7, "Attempt to access invalid address."),
    (0x216, "Arithmetic result exceeded 32 bits."),
    (0x217, "There is a process on other end of the pipe."),
    (0x218, "Waiting for a process to open the other end of the pipe."),
    (
      0x3E3,
      "The I/O operation has been aborted because of either a thread exit or an application request."
    ),
    (0x3E4, "Overlapped I/O event is not in a signaled state."),
    (0x3E5, "Overlapped I/O operation is in progress."),
    (0x3E6, "Invalid access to memory location."),
    (0x3E9, "Recursion too deep; the stack overflowed."),
    (0x3EB, "Cannot complete this function."),
    (0x3ED, "The volume does not contain a recognized file system."),
    (0x3F0, "An attempt was made to reference a token that does not exist."),
    (0x3F2, "The configuration registry key is invalid."),
    (0x41D, "The service did not respond to the start or control request in a timely fashion."),
    (0x420, "An instance of the service is already running."),
    (0x424, "The specified service does not exist as an installed service."),
    (0x426, "The service has not been started."),
    (0x45A, "A dynamic link library (DLL) initialization routine failed."),
    (0x45D, "The request could not be performed because of an I/O device error."),
    (0x461, "A shutdown in progress cannot be aborted because none is in progress."),
    (0x475, "No such device."),
    (0x490, "Element not found."),
    (0x4C7, "The operation was canceled by the user."),
    (0x4DC, "The requested address is not valid in its context."),
    (0x51A, "Indicates two revision levels are incompatible."),
    (0x51F, "The security ID structure is invalid."),
    (0x521, "A required privilege is not held by the client."),
    (0x52E, "The user name or password is incorrect."),
    (
      0x569,
      "Logon failure: the user has not been granted the requested logon type at this computer."
    ),
  ]

  private static let win32Rows3: [(UInt32, String)] = [
    (0x5AA, "Insufficient system resources exist to complete the requested service."),
    (0x5AD, "Insufficient quota to complete the requested service."),
    (0x5AF, "The paging file is too small for this operation to complete."),
    (0x5B4, "This operation returned because the timeout period expired."),
    (0x6B5, "The interface is unknown."),
    (0x6BA, "The RPC server is unavailable."),
    (0x6BB, "The RPC server is too busy to complete this operation."),
    (0x6BE, "The remote procedure call failed."),
    (0x6BF, "The remote procedure call failed and did not execute."),
    (0x715, "Invalid access to a system resource; the request was out of order."),
    (0x2733, "A non-blocking socket operation could not be completed immediately."),
    (
      0x2740,
      "Only one usage of each socket address (protocol/network address/port) is normally permitted."
    ),
    (0x2742, "A socket operation encountered a dead network."),
    (0x2746, "An existing connection was forcibly closed by the remote host."),
    (0x274C, "A connection attempt failed because the connected party did not respond in time."),
    (0x274D, "No connection could be made because the target machine actively refused it."),
    (0x2AF9, "No such host is known."),
  ]

  private static let statusRows1: [Status] = [
    (0x0000_0000, "STATUS_SUCCESS", ""),
    (0x0000_0001, "STATUS_WAIT_1", ""),
    (0x0000_0080, "STATUS_ABANDONED_WAIT_0", ""),
    (0x0000_00C0, "STATUS_USER_APC", ""),
    (0x0000_0101, "STATUS_ALERTED", ""),
    (0x0000_0102, "STATUS_TIMEOUT", ""),
    (0x0000_0103, "STATUS_PENDING", "The operation that was requested is pending completion."),
    (0x0000_0104, "STATUS_REPARSE", ""),
    (0x0000_0105, "STATUS_MORE_ENTRIES", ""),
    (0x4000_0000, "STATUS_OBJECT_NAME_EXISTS", "An object of that name exists already."),
    (
      0x4000_0003, "STATUS_IMAGE_NOT_AT_BASE",
      "The image could not be mapped at its preferred address."
    ),
    (
      0x8000_0001, "STATUS_GUARD_PAGE_VIOLATION",
      "A page of memory that marks the end of a data structure was accessed."
    ),
    (
      0x8000_0002, "STATUS_DATATYPE_MISALIGNMENT",
      "A load or store was not aligned to the size of its datum."
    ),
    (0x8000_0003, "STATUS_BREAKPOINT", "A breakpoint has been reached."),
    (
      0x8000_0004, "STATUS_SINGLE_STEP", "A single step or trace operation has just been completed."
    ),
    (
      0x8000_0005, "STATUS_BUFFER_OVERFLOW",
      "The data was too large to fit into the specified buffer."
    ),
    (
      0x8000_0006, "STATUS_NO_MORE_FILES",
      "No more files were found which match the file specification."
    ),
    (0x8000_0011, "STATUS_DEVICE_BUSY", "The device is currently busy."),
    (
      0x8000_001A, "STATUS_NO_MORE_ENTRIES",
      "No more entries are available from an enumeration operation."
    ),
    (0xC000_0001, "STATUS_UNSUCCESSFUL", "The requested operation was unsuccessful."),
    (0xC000_0002, "STATUS_NOT_IMPLEMENTED", "The requested operation is not implemented."),
    (
      0xC000_0003, "STATUS_INVALID_INFO_CLASS",
      "The specified information class is not valid for the specified object."
    ),
    (
      0xC000_0004, "STATUS_INFO_LENGTH_MISMATCH",
      "The specified information record length does not match the length required."
    ),
    (
      0xC000_0005, "STATUS_ACCESS_VIOLATION",
      "The instruction at 0x%p referenced memory at 0x%p. The memory could not be %s."
    ),
    (
      0xC000_0006, "STATUS_IN_PAGE_ERROR",
      "The required data was not placed into memory because of an I/O error."
    ),
    (0xC000_0008, "STATUS_INVALID_HANDLE", "An invalid HANDLE was specified."),
    (0xC000_000B, "STATUS_INVALID_CID", "An invalid client ID was specified."),
    (
      0xC000_000D, "STATUS_INVALID_PARAMETER",
      "An invalid parameter was passed to a service or function."
    ),
    (0xC000_000E, "STATUS_NO_SUCH_DEVICE", "A device which does not exist was specified."),
    (0xC000_000F, "STATUS_NO_SUCH_FILE", "The file does not exist."),
    (
      0xC000_0010, "STATUS_INVALID_DEVICE_REQUEST",
      "The specified request is not a valid operation for the target device."
    ),
    (0xC000_0011, "STATUS_END_OF_FILE", "The end-of-file marker has been reached."),
    (0xC000_0013, "STATUS_NO_MEDIA_IN_DEVICE", "There is no disk in the drive."),
    (
      0xC000_0017, "STATUS_NO_MEMORY",
      "Not enough virtual memory or paging file quota is available."
    ),
    (
      0xC000_0018, "STATUS_CONFLICTING_ADDRESSES",
      "The specified address range conflicts with the address space."
    ),
    (
      0xC000_001C, "STATUS_INVALID_SYSTEM_SERVICE",
      "An invalid system service was specified in a system service call."
    ),
    (
      0xC000_001D, "STATUS_ILLEGAL_INSTRUCTION",
      "An attempt was made to execute an illegal instruction."
    ),
    (
      0xC000_0022, "STATUS_ACCESS_DENIED",
      "A process has requested access to an object, but has not been granted those access rights."
    ),
    (0xC000_0023, "STATUS_BUFFER_TOO_SMALL", "The buffer is too small to contain the entry."),
    (
      0xC000_0024, "STATUS_OBJECT_TYPE_MISMATCH",
      "The type of the object is not the one the request needs."
    ),
    (0xC000_0025, "STATUS_NONCONTINUABLE_EXCEPTION", "An exception was continued that cannot be."),
    (0xC000_002C, "STATUS_UNABLE_TO_FREE_VM", "Virtual memory cannot be freed."),
    (0xC000_0033, "STATUS_OBJECT_NAME_INVALID", "Object Name invalid."),
    (0xC000_0034, "STATUS_OBJECT_NAME_NOT_FOUND", "Object Name not found."),
    (0xC000_0035, "STATUS_OBJECT_NAME_COLLISION", "Object Name already exists."),
    (
      0xC000_0039, "STATUS_OBJECT_PATH_INVALID", "Object Path Component was not a directory object."
    ),
    (0xC000_003A, "STATUS_OBJECT_PATH_NOT_FOUND", "The path does not exist."),
    (
      0xC000_0043, "STATUS_SHARING_VIOLATION",
      "A file cannot be opened because the share access flags are incompatible."
    ),
    (0xC000_004B, "STATUS_THREAD_IS_TERMINATING", "The thread is being terminated."),
    (0xC000_0056, "STATUS_DELETE_PENDING", "A file that shall be deleted cannot be opened."),
  ]

  private static let statusRows2: [Status] = [
    (0xC000_0061, "STATUS_PRIVILEGE_NOT_HELD", "A required privilege is not held by the client."),
    (0xC000_006D, "STATUS_LOGON_FAILURE", "The attempted logon is invalid."),
    (0xC000_007B, "STATUS_INVALID_IMAGE_FORMAT", "The file is not a valid image for this system."),
    (0xC000_007F, "STATUS_DISK_FULL", "There is no more space on the disk."),
    (0xC000_008C, "STATUS_ARRAY_BOUNDS_EXCEEDED", "Array bounds exceeded."),
    (0xC000_008E, "STATUS_FLOAT_DIVIDE_BY_ZERO", "Floating-point division by zero."),
    (0xC000_0094, "STATUS_INTEGER_DIVIDE_BY_ZERO", "Integer division by zero."),
    (0xC000_0095, "STATUS_INTEGER_OVERFLOW", "Integer overflow."),
    (0xC000_0096, "STATUS_PRIVILEGED_INSTRUCTION", "Privileged instruction."),
    (
      0xC000_009A, "STATUS_INSUFFICIENT_RESOURCES",
      "Insufficient system resources exist to complete the API."
    ),
    (0xC000_009D, "STATUS_DEVICE_NOT_CONNECTED", "The device is not connected."),
    (0xC000_00A3, "STATUS_DEVICE_NOT_READY", "The device is not ready."),
    (0xC000_00B5, "STATUS_IO_TIMEOUT", "The operation did not complete before its timeout."),
    (0xC000_00BA, "STATUS_FILE_IS_A_DIRECTORY", "The file is a directory."),
    (0xC000_00BB, "STATUS_NOT_SUPPORTED", "The request is not supported."),
    (0xC000_00E5, "STATUS_INTERNAL_ERROR", "An internal error occurred."),
    (0xC000_00FD, "STATUS_STACK_OVERFLOW", "A new guard page for the stack cannot be created."),
    (0xC000_0101, "STATUS_DIRECTORY_NOT_EMPTY", "The directory is not empty."),
    (0xC000_010A, "STATUS_PROCESS_IS_TERMINATING", "The process is about to end."),
    (0xC000_010E, "STATUS_IMAGE_ALREADY_LOADED", "The driver's image is loaded already."),
    (0xC000_0120, "STATUS_CANCELLED", "The I/O request was canceled."),
    (0xC000_0128, "STATUS_FILE_CLOSED", "The file is closed."),
    (0xC000_0135, "STATUS_DLL_NOT_FOUND", "A DLL that the program needs was not found."),
    (0xC000_0138, "STATUS_ORDINAL_NOT_FOUND", "The DLL does not export the ordinal."),
    (0xC000_0139, "STATUS_ENTRYPOINT_NOT_FOUND", "The DLL does not export the procedure."),
    (0xC000_013A, "STATUS_CONTROL_C_EXIT", "The program ended after Ctrl+C."),
    (0xC000_0142, "STATUS_DLL_INIT_FAILED", "The initialization of a DLL failed."),
    (0xC000_0185, "STATUS_IO_DEVICE_ERROR", "The I/O device reported an I/O error."),
    (0xC000_0194, "STATUS_POSSIBLE_DEADLOCK", "A possible deadlock was found."),
    (
      0xC000_01A3, "STATUS_INVALID_DEVICE_STATE",
      "The device is not in a valid state to perform this request."
    ),
    (0xC000_0225, "STATUS_NOT_FOUND", "The object was not found."),
    (0xC000_0354, "STATUS_DEBUGGER_INACTIVE", "No debugger is active."),
    (0xC000_0374, "STATUS_HEAP_CORRUPTION", "A heap has been corrupted."),
    (
      0xC000_0409, "STATUS_STACK_BUFFER_OVERRUN",
      "The system detected an overrun of a stack-based buffer."
    ),
    (0xC000_0420, "STATUS_ASSERTION_FAILURE", "An assertion failure has occurred."),
  ]
}
