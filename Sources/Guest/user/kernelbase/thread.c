// Threads and processes that exist: making threads, ending, asking.
#include "kernelbase.h"

HANDLE CreateThread(PVOID security, SIZE_T stackSize, PTHREAD_START_ROUTINE start, PVOID argument,
                    DWORD flags, PULONG id) {
  HANDLE thread;
  NTSTATUS status = RtlCreateUserThread(NtCurrentProcess(), security,
                                        (flags & CREATE_SUSPENDED) != 0, 0, 0, stackSize, start,
                                        argument, &thread, NULL);
  if (id) *id = 0;
  if (NT_SUCCESS(status)) return thread;
  BaseSetLastNTError(status);
  return NULL;
}

/// The count before; -1 for a failure.
DWORD SuspendThread(HANDLE thread) {
  ULONG previous;
  NTSTATUS status = NtSuspendThread(thread, &previous);
  if (NT_SUCCESS(status)) return previous;
  BaseSetLastNTError(status);
  return (DWORD)-1;
}

DWORD ResumeThread(HANDLE thread) {
  ULONG previous;
  NTSTATUS status = NtResumeThread(thread, &previous);
  if (NT_SUCCESS(status)) return previous;
  BaseSetLastNTError(status);
  return (DWORD)-1;
}

NORETURN VOID ExitProcess(DWORD code) {
  RtlExitUserProcess((NTSTATUS)code);
}

NORETURN VOID ExitThread(DWORD code) {
  RtlExitUserThread((NTSTATUS)code);
}

BOOL TerminateProcess(HANDLE process, DWORD code) {
  NTSTATUS status = NtTerminateProcess(process, (NTSTATUS)code);
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}

BOOL GetExitCodeProcess(HANDLE process, PULONG code) {
  PROCESS_BASIC_INFORMATION basic;
  NTSTATUS status = NtQueryInformationProcess(process, 0, &basic, sizeof(basic), NULL);
  if (!NT_SUCCESS(status)) return BaseSetLastNTError(status);
  *code = (ULONG)basic.ExitStatus;
  return TRUE;
}

HANDLE GetCurrentProcess(void) {
  return NtCurrentProcess();
}

HANDLE GetCurrentThread(void) {
  return NtCurrentThread();
}

DWORD GetCurrentProcessId(void) {
  return (DWORD)(ULONG_PTR)NtCurrentTeb()->ClientId.UniqueProcess;
}

DWORD GetCurrentThreadId(void) {
  return (DWORD)(ULONG_PTR)NtCurrentTeb()->ClientId.UniqueThread;
}

PWSTR GetCommandLineW(void) {
  return NtCurrentPeb()->ProcessParameters->CommandLine.Buffer;
}
