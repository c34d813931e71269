// The library's own beginning, and what its other files share.
#include "kernelbase.h"

BOOLEAN KernelBaseDllInitialize(PVOID base, ULONG reason, PCONTEXT context) {
  return TRUE;
}

BOOL BaseSetLastNTError(NTSTATUS status) {
  RtlSetLastWin32ErrorAndNtStatusFromNtStatus(status);
  return FALSE;
}

PLARGE_INTEGER BaseFormatTimeOut(PLARGE_INTEGER time, DWORD milliseconds) {
  if (milliseconds == INFINITE) return NULL;
  time->QuadPart = -10000LL * milliseconds;
  return time;
}

DWORD GetLastError(void) {
  return NtCurrentTeb()->LastErrorValue;
}

VOID SetLastError(DWORD error) {
  NtCurrentTeb()->LastErrorValue = error;
}

VOID OutputDebugStringA(PCSTR text) {
  DbgPrint("%s", text);
}

VOID DebugBreak(void) {
  DbgBreakPoint();
}

BOOL IsDebuggerPresent(void) {
  return NtCurrentPeb()->BeingDebugged;
}

BOOL CloseHandle(HANDLE handle) {
  NTSTATUS status = NtClose(handle);
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}
