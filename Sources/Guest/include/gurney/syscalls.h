// The system calls: one line each, in the order of their numbers.
//
//   #define SYSCALL(prefix, name, arguments) ...
//   #include <gurney/syscalls.h>
//
// Number in rax; arguments in r10 rdx r8 r9, then at [rsp+28h] on; status in rax. ntdll makes its
// stubs (NtX and ZwX) from these lines, nt its service table. <gurney/native.h> has the prototypes.
// Append only: a number is a fact that programs are built with.
#ifndef SYSCALL
#error "define SYSCALL(prefix, name, arguments) before including this file"
#endif

SYSCALL(Nt, Close, 1)
SYSCALL(Nt, CreateFile, 11)
SYSCALL(Nt, OpenFile, 6)
SYSCALL(Nt, ReadFile, 9)
SYSCALL(Nt, WriteFile, 9)
SYSCALL(Nt, DeviceIoControlFile, 10)
SYSCALL(Nt, AllocateVirtualMemory, 6)
SYSCALL(Nt, FreeVirtualMemory, 4)
SYSCALL(Nt, ProtectVirtualMemory, 5)
SYSCALL(Nt, QueryVirtualMemory, 6)
SYSCALL(Gurney, CreateProcess, 5)
SYSCALL(Nt, TerminateProcess, 2)
SYSCALL(Nt, TerminateThread, 2)
SYSCALL(Nt, WaitForSingleObject, 3)
SYSCALL(Nt, DelayExecution, 2)
SYSCALL(Nt, QueryInformationProcess, 5)
SYSCALL(Nt, QuerySystemInformation, 4)
SYSCALL(Nt, LoadDriver, 1)
SYSCALL(Nt, UnloadDriver, 1)
SYSCALL(Nt, RaiseException, 3)
SYSCALL(Nt, Continue, 2)
SYSCALL(Nt, QueryPerformanceCounter, 2)
SYSCALL(Nt, QuerySystemTime, 1)
SYSCALL(Nt, YieldExecution, 0)
SYSCALL(Nt, CreateThreadEx, 11)
SYSCALL(Nt, CreateEvent, 5)
SYSCALL(Nt, SetEvent, 2)
SYSCALL(Nt, ResetEvent, 2)
SYSCALL(Nt, CreateSection, 7)
SYSCALL(Nt, MapViewOfSection, 10)
SYSCALL(Nt, UnmapViewOfSection, 2)
SYSCALL(Nt, ShutdownSystem, 1)
SYSCALL(Nt, QueryDirectoryFile, 11)
SYSCALL(Nt, QueryInformationFile, 5)
SYSCALL(Nt, ResumeThread, 2)
SYSCALL(Nt, SetInformationThread, 4)
SYSCALL(Nt, SuspendThread, 2)
