// What ntdll gives programs beside the system calls and the shared run-time library.
#pragma once
#include <gurney/native.h>
#include <gurney/rtl.h>
#include <nt/nt.h>

typedef PVOID __attribute__((address_space(256))) *PGS_POINTER;

FORCEINLINE PTEB NtCurrentTeb(void) {
  return *(PGS_POINTER)FIELD_OFFSET(NT_TIB, Self);
}

FORCEINLINE PPEB NtCurrentPeb(void) {
  return NtCurrentTeb()->ProcessEnvironmentBlock;
}

typedef ULONG (*PTHREAD_START_ROUTINE)(PVOID argument);
typedef BOOLEAN (*PDLL_INIT_ROUTINE)(PVOID base, ULONG reason, PCONTEXT context);

#define DLL_PROCESS_DETACH 0
#define DLL_PROCESS_ATTACH 1
#define DLL_THREAD_ATTACH  2
#define DLL_THREAD_DETACH  3

// Threads and processes: where they begin and end.
NORETURN VOID LdrInitializeThunk(PCONTEXT context, PVOID ntdllBase);
NORETURN VOID RtlUserThreadStart(PTHREAD_START_ROUTINE start, PVOID argument);
NORETURN VOID RtlExitUserThread(NTSTATUS status);
NORETURN VOID RtlExitUserProcess(NTSTATUS status);
NTSTATUS RtlCreateUserThread(HANDLE process, PVOID securityDescriptor, BOOLEAN suspended,
                             ULONG zeroBits, SIZE_T reserve, SIZE_T commit,
                             PTHREAD_START_ROUTINE start, PVOID argument, PHANDLE thread,
                             PCLIENT_ID ids);

// The loader.
NTSTATUS LdrLoadDll(PCWSTR path, PULONG characteristics, PUNICODE_STRING name, PVOID *base);
NTSTATUS LdrUnloadDll(PVOID base);
NTSTATUS LdrGetDllHandle(PCWSTR path, PULONG characteristics, PUNICODE_STRING name, PVOID *base);
NTSTATUS LdrGetProcedureAddress(PVOID base, PANSI_STRING name, ULONG ordinal, PVOID *procedure);
VOID LdrShutdownProcess(void);
VOID LdrShutdownThread(void);

// Names of files: C:\Gurney is \SystemRoot, and a name without a folder is one of
// C:\Gurney\System32. Free the buffer with RtlFreeUnicodeString.
NTSTATUS RtlDosPathNameToNtPathName_U(PCWSTR dosName, PUNICODE_STRING ntName, PWSTR *filePart,
                                      PVOID relativeName);

// The heap.
#define HEAP_NO_SERIALIZE 0x00000001
#define HEAP_GROWABLE     0x00000002
#define HEAP_ZERO_MEMORY  0x00000008
PVOID RtlCreateHeap(ULONG flags, PVOID base, SIZE_T reserve, SIZE_T commit, PVOID lock,
                    PVOID parameters);
PVOID RtlAllocateHeap(PVOID heap, ULONG flags, SIZE_T bytes);
BOOLEAN RtlFreeHeap(PVOID heap, ULONG flags, PVOID block);
PVOID RtlReAllocateHeap(PVOID heap, ULONG flags, PVOID block, SIZE_T bytes);
SIZE_T RtlSizeHeap(PVOID heap, ULONG flags, PVOID block);
#define RtlProcessHeap() (NtCurrentPeb()->ProcessHeap)

NTSTATUS RtlCreateUnicodeString(PUNICODE_STRING string, PCWSTR text);
VOID RtlFreeUnicodeString(PUNICODE_STRING string);

// Critical sections.
NTSTATUS RtlInitializeCriticalSection(PRTL_CRITICAL_SECTION section);
NTSTATUS RtlEnterCriticalSection(PRTL_CRITICAL_SECTION section);
BOOLEAN RtlTryEnterCriticalSection(PRTL_CRITICAL_SECTION section);
NTSTATUS RtlLeaveCriticalSection(PRTL_CRITICAL_SECTION section);
NTSTATUS RtlDeleteCriticalSection(PRTL_CRITICAL_SECTION section);

// Errors: Win32's number for a status, and the thread's last one.
ULONG RtlNtStatusToDosError(NTSTATUS status);
ULONG RtlGetLastWin32Error(void);
VOID RtlSetLastWin32Error(ULONG error);
ULONG RtlSetLastWin32ErrorAndNtStatusFromNtStatus(NTSTATUS status);

// The debugger.
ULONG DbgPrint(PCSTR format, ...);
ULONG DbgPrintEx(ULONG component, ULONG level, PCSTR format, ...);
VOID DbgBreakPoint(void);
VOID DbgUserBreakPoint(void);
NORETURN VOID DbgUiRemoteBreakin(PVOID context);

// Exceptions from the kernel arrive here: [rsp] CONTEXT, [rsp+4F0h] EXCEPTION_RECORD.
VOID KiUserExceptionDispatcher(void);
