// The native interface as programs call it: prototypes, flags and information classes of the
// system calls in syscalls.h.
#pragma once
#include <nt/base.h>
#include "status.h"

// Object attributes.
#define OBJ_INHERIT          0x00000002
#define OBJ_PERMANENT        0x00000010
#define OBJ_CASE_INSENSITIVE 0x00000040
#define OBJ_KERNEL_HANDLE    0x00000200

// Access.
#define FILE_READ_DATA        0x00000001
#define FILE_WRITE_DATA       0x00000002
#define SYNCHRONIZE           0x00100000
#define GENERIC_READ          0x80000000
#define GENERIC_WRITE         0x40000000
#define EVENT_ALL_ACCESS      0x001F0003
#define PROCESS_ALL_ACCESS    0x001FFFFF
#define THREAD_ALL_ACCESS     0x001FFFFF

// NtCreateFile.
#define FILE_SHARE_READ              0x00000001
#define FILE_SHARE_WRITE             0x00000002
#define FILE_OPEN                    0x00000001
#define FILE_DIRECTORY_FILE          0x00000001
#define FILE_SYNCHRONOUS_IO_NONALERT 0x00000020
#define FILE_NON_DIRECTORY_FILE      0x00000040
#define FILE_OPENED                  0x00000001

// Memory.
#define PAGE_NOACCESS          0x01
#define PAGE_READONLY          0x02
#define PAGE_READWRITE         0x04
#define PAGE_WRITECOPY         0x08
#define PAGE_EXECUTE           0x10
#define PAGE_EXECUTE_READ      0x20
#define PAGE_EXECUTE_READWRITE 0x40
#define PAGE_GUARD             0x100
#define MEM_COMMIT             0x1000
#define MEM_RESERVE            0x2000
#define MEM_DECOMMIT           0x4000
#define MEM_RELEASE            0x8000
#define MEM_FREE               0x10000
#define MEM_PRIVATE            0x20000
#define MEM_MAPPED             0x40000
#define MEM_IMAGE              0x1000000
#define SEC_IMAGE              0x1000000

#define NtCurrentProcess() ((HANDLE)(LONG64)-1)
#define NtCurrentThread() ((HANDLE)(LONG64)-2)

/// What NtQueryVirtualMemory's MemoryBasicInformation (0) fills.
typedef struct _MEMORY_BASIC_INFORMATION {
  PVOID BaseAddress;
  PVOID AllocationBase;
  ULONG AllocationProtect;
  SIZE_T RegionSize;
  ULONG State;
  ULONG Protect;
  ULONG Type;
} MEMORY_BASIC_INFORMATION, *PMEMORY_BASIC_INFORMATION;

/// What NtQueryInformationProcess' ProcessBasicInformation (0) fills.
typedef struct _PROCESS_BASIC_INFORMATION {
  NTSTATUS ExitStatus;
  PVOID PebBaseAddress;
  ULONG_PTR AffinityMask;
  KPRIORITY BasePriority;
  ULONG_PTR UniqueProcessId;
  ULONG_PTR InheritedFromUniqueProcessId;
} PROCESS_BASIC_INFORMATION, *PPROCESS_BASIC_INFORMATION;

/// NtQuerySystemInformation's classes that Gurney answers.
typedef enum _SYSTEM_INFORMATION_CLASS {
  SystemBasicInformation = 0,
  SystemPerformanceInformation = 2,
  SystemTimeOfDayInformation = 3,
  SystemProcessInformation = 5,
  SystemModuleInformation = 11,
  SystemGurneyMemory = 0x1000,  // SYSTEM_GURNEY_MEMORY
} SYSTEM_INFORMATION_CLASS;

/// The figures a shell shows of memory; all in bytes.
typedef struct _SYSTEM_GURNEY_MEMORY {
  ULONG64 PhysicalBytes, AvailableBytes, NonPagedPoolBytes, PagedPoolBytes;
} SYSTEM_GURNEY_MEMORY;

/// SystemProcessInformation: a chain of these, NextEntryOffset 0 in the last.
typedef struct _SYSTEM_PROCESS_INFORMATION {
  ULONG NextEntryOffset;
  ULONG NumberOfThreads;
  LARGE_INTEGER Reserved[3];
  LARGE_INTEGER CreateTime;
  LARGE_INTEGER UserTime;
  LARGE_INTEGER KernelTime;
  UNICODE_STRING ImageName;  // its characters follow the entry
  KPRIORITY BasePriority;
  HANDLE UniqueProcessId;
  HANDLE InheritedFromUniqueProcessId;
  ULONG HandleCount;
  ULONG SessionId;
} SYSTEM_PROCESS_INFORMATION;

/// SystemModuleInformation: a count, then this a module.
typedef struct _RTL_PROCESS_MODULE_INFORMATION {
  HANDLE Section;
  PVOID MappedBase;
  PVOID ImageBase;
  ULONG ImageSize;
  ULONG Flags;
  USHORT LoadOrderIndex;
  USHORT InitOrderIndex;
  USHORT LoadCount;
  USHORT OffsetToFileName;
  CHAR FullPathName[256];
} RTL_PROCESS_MODULE_INFORMATION;

typedef struct _RTL_PROCESS_MODULES {
  ULONG NumberOfModules;
  RTL_PROCESS_MODULE_INFORMATION Modules[1];
} RTL_PROCESS_MODULES;

/// NtQueryDirectoryFile's FileNamesInformation (12): a chain, NextEntryOffset 0 in the last.
typedef struct _FILE_NAMES_INFORMATION {
  ULONG NextEntryOffset;
  ULONG FileIndex;
  ULONG FileNameLength;  // bytes
  WCHAR FileName[1];
} FILE_NAMES_INFORMATION;

typedef VOID (*PIO_APC_ROUTINE)(PVOID, PIO_STATUS_BLOCK, ULONG);

struct _CONTEXT;
struct _EXCEPTION_RECORD;

NTSTATUS NtClose(HANDLE);
NTSTATUS NtCreateFile(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, PIO_STATUS_BLOCK,
                      PLARGE_INTEGER allocation, ULONG attributes, ULONG share,
                      ULONG disposition, ULONG options, PVOID ea, ULONG eaBytes);
NTSTATUS NtOpenFile(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, PIO_STATUS_BLOCK, ULONG share,
                    ULONG options);
NTSTATUS NtReadFile(HANDLE, HANDLE event, PIO_APC_ROUTINE, PVOID apcContext, PIO_STATUS_BLOCK,
                    PVOID buffer, ULONG length, PLARGE_INTEGER offset, PULONG key);
NTSTATUS NtWriteFile(HANDLE, HANDLE event, PIO_APC_ROUTINE, PVOID apcContext, PIO_STATUS_BLOCK,
                     PVOID buffer, ULONG length, PLARGE_INTEGER offset, PULONG key);
NTSTATUS NtDeviceIoControlFile(HANDLE, HANDLE event, PIO_APC_ROUTINE, PVOID apcContext,
                               PIO_STATUS_BLOCK, ULONG code, PVOID input, ULONG inputLength,
                               PVOID output, ULONG outputLength);
NTSTATUS NtAllocateVirtualMemory(HANDLE process, PVOID *base, ULONG_PTR zeroBits, PSIZE_T size,
                                 ULONG type, ULONG protection);
NTSTATUS NtFreeVirtualMemory(HANDLE process, PVOID *base, PSIZE_T size, ULONG type);
NTSTATUS NtProtectVirtualMemory(HANDLE process, PVOID *base, PSIZE_T size, ULONG protection,
                                PULONG previous);
NTSTATUS NtQueryVirtualMemory(HANDLE process, PVOID address, ULONG informationClass,
                              PVOID buffer, SIZE_T length, PSIZE_T returned);
/// Creates a process from an image file and starts its first thread at ntdll!RtlUserThreadStart.
/// The child inherits the parent's console handles and current directory. `ids` may be null.
NTSTATUS GurneyCreateProcess(PUNICODE_STRING imagePath, PUNICODE_STRING commandLine,
                             PHANDLE process, PHANDLE thread, PCLIENT_ID ids);
NTSTATUS NtTerminateProcess(HANDLE process, NTSTATUS status);
NTSTATUS NtTerminateThread(HANDLE thread, NTSTATUS status);
NTSTATUS NtWaitForSingleObject(HANDLE, BOOLEAN alertable, PLARGE_INTEGER timeout);
NTSTATUS NtDelayExecution(BOOLEAN alertable, PLARGE_INTEGER interval);
NTSTATUS NtQueryInformationProcess(HANDLE, ULONG informationClass, PVOID buffer, ULONG length,
                                   PULONG returned);
NTSTATUS NtQuerySystemInformation(ULONG informationClass, PVOID buffer, ULONG length,
                                  PULONG returned);
/// `service` is \Registry\Machine\System\CurrentControlSet\Services\NAME or just NAME; the image
/// is \SystemRoot\System32\drivers\NAME.sys.
NTSTATUS NtLoadDriver(PUNICODE_STRING service);
NTSTATUS NtUnloadDriver(PUNICODE_STRING service);
NTSTATUS NtRaiseException(struct _EXCEPTION_RECORD *, struct _CONTEXT *, BOOLEAN firstChance);
NTSTATUS NtContinue(struct _CONTEXT *, BOOLEAN testAlert);
NTSTATUS NtQueryPerformanceCounter(PLARGE_INTEGER counter, PLARGE_INTEGER frequency);
NTSTATUS NtQuerySystemTime(PLARGE_INTEGER time);
NTSTATUS NtYieldExecution(void);
NTSTATUS NtCreateThreadEx(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, HANDLE process,
                          PVOID startRoutine, PVOID argument, ULONG flags, SIZE_T zeroBits,
                          SIZE_T stackSize, SIZE_T maximumStackSize, PVOID attributes);
NTSTATUS NtCreateEvent(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, ULONG eventType,
                       BOOLEAN initialState);
NTSTATUS NtSetEvent(HANDLE, PLONG previous);
NTSTATUS NtResetEvent(HANDLE, PLONG previous);
/// Only SEC_IMAGE sections of a file.
NTSTATUS NtCreateSection(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, PLARGE_INTEGER size,
                         ULONG protection, ULONG allocation, HANDLE file);
NTSTATUS NtMapViewOfSection(HANDLE section, HANDLE process, PVOID *base, ULONG_PTR zeroBits,
                            SIZE_T commit, PLARGE_INTEGER offset, PSIZE_T viewSize,
                            ULONG inherit, ULONG allocation, ULONG protection);
NTSTATUS NtUnmapViewOfSection(HANDLE process, PVOID base);
/// Action 0 powers the machine off, 1 (ShutdownReboot) resets it.
NTSTATUS NtShutdownSystem(ULONG action);
/// FileNamesInformation (12) of a directory of the RAM disk.
NTSTATUS NtQueryDirectoryFile(HANDLE, HANDLE event, PIO_APC_ROUTINE, PVOID apcContext,
                              PIO_STATUS_BLOCK, PVOID buffer, ULONG length,
                              ULONG informationClass, BOOLEAN single, PUNICODE_STRING pattern,
                              BOOLEAN restart);
/// FileStandardInformation (5) and FilePositionInformation (14).
NTSTATUS NtQueryInformationFile(HANDLE, PIO_STATUS_BLOCK, PVOID buffer, ULONG length,
                                ULONG informationClass);
NTSTATUS NtResumeThread(HANDLE, PULONG previous);
NTSTATUS NtSuspendThread(HANDLE, PULONG previous);
NTSTATUS NtSetInformationThread(HANDLE, ULONG informationClass, PVOID buffer, ULONG length);
