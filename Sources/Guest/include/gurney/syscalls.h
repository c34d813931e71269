// The system calls: one line each, in the order of their numbers.
//
//   #define SYSCALL(name, arguments) ...
//   #include <gurney/syscalls.h>
//
// Number in rax; arguments in r10 rdx r8 r9, then at [rsp+28h] on; status in rax. ntdll makes its
// stubs (NtX and ZwX) from these lines, nt its service table. <gurney/native.h> has the prototypes.
// Append only: a number is a fact that programs are built with.
#ifndef SYSCALL
#error "define SYSCALL(name, arguments) before including this file"
#endif

SYSCALL(NtClose, 1)
SYSCALL(NtCreateFile, 11)
SYSCALL(NtOpenFile, 6)
SYSCALL(NtReadFile, 9)
SYSCALL(NtWriteFile, 9)
SYSCALL(NtDeviceIoControlFile, 10)
SYSCALL(NtAllocateVirtualMemory, 6)
SYSCALL(NtFreeVirtualMemory, 4)
SYSCALL(NtProtectVirtualMemory, 5)
SYSCALL(NtQueryVirtualMemory, 6)
SYSCALL(GurneyCreateProcess, 5)
SYSCALL(NtTerminateProcess, 2)
SYSCALL(NtTerminateThread, 2)
SYSCALL(NtWaitForSingleObject, 3)
SYSCALL(NtDelayExecution, 2)
SYSCALL(NtQueryInformationProcess, 5)
SYSCALL(NtQuerySystemInformation, 4)
SYSCALL(NtLoadDriver, 1)
SYSCALL(NtUnloadDriver, 1)
SYSCALL(NtRaiseException, 3)
SYSCALL(NtContinue, 2)
SYSCALL(NtQueryPerformanceCounter, 2)
SYSCALL(NtQuerySystemTime, 1)
SYSCALL(NtYieldExecution, 0)
SYSCALL(NtCreateThreadEx, 11)
SYSCALL(NtCreateEvent, 5)
SYSCALL(NtSetEvent, 2)
SYSCALL(NtResetEvent, 2)
SYSCALL(NtCreateSection, 7)
SYSCALL(NtMapViewOfSection, 10)
SYSCALL(NtUnmapViewOfSection, 2)
SYSCALL(NtShutdownSystem, 1)
SYSCALL(NtQueryDirectoryFile, 11)
SYSCALL(NtQueryInformationFile, 5)
SYSCALL(NtResumeThread, 2)
SYSCALL(NtSetInformationThread, 4)
