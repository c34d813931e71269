// Waiting, events and time.
#include "kernelbase.h"

#define NOTIFICATION_EVENT    0
#define SYNCHRONIZATION_EVENT 1

DWORD WaitForSingleObject(HANDLE object, DWORD milliseconds) {
  LARGE_INTEGER time;
  NTSTATUS status =
      NtWaitForSingleObject(object, FALSE, BaseFormatTimeOut(&time, milliseconds));
  if (NT_SUCCESS(status)) return (DWORD)status;
  BaseSetLastNTError(status);
  return WAIT_FAILED;
}

/// Events have no names here.
HANDLE CreateEventW(PVOID security, BOOL manualReset, BOOL initialState, PCWSTR name) {
  HANDLE event;
  NTSTATUS status = STATUS_NOT_SUPPORTED;
  if (!name) {
    status = NtCreateEvent(&event, EVENT_ALL_ACCESS, NULL,
                           manualReset ? NOTIFICATION_EVENT : SYNCHRONIZATION_EVENT,
                           initialState != 0);
  }
  if (NT_SUCCESS(status)) return event;
  BaseSetLastNTError(status);
  return NULL;
}

BOOL SetEvent(HANDLE event) {
  NTSTATUS status = NtSetEvent(event, NULL);
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}

BOOL ResetEvent(HANDLE event) {
  NTSTATUS status = NtResetEvent(event, NULL);
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}

VOID Sleep(DWORD milliseconds) {
  LARGE_INTEGER time;
  if (!BaseFormatTimeOut(&time, milliseconds)) time.QuadPart = (LONG64)1 << 63;  // for ever
  NtDelayExecution(FALSE, &time);
}

BOOL QueryPerformanceCounter(PLARGE_INTEGER counter) {
  NTSTATUS status = NtQueryPerformanceCounter(counter, NULL);
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}

BOOL QueryPerformanceFrequency(PLARGE_INTEGER frequency) {
  LARGE_INTEGER counter;
  NTSTATUS status = NtQueryPerformanceCounter(&counter, frequency);
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}

/// Milliseconds since the machine started. It runs over after 49.7 days.
DWORD GetTickCount(void) {
  LARGE_INTEGER counter, frequency;
  if (!NT_SUCCESS(NtQueryPerformanceCounter(&counter, &frequency))) return 0;
  if (frequency.QuadPart < 1000) return 0;
  return (DWORD)(counter.QuadPart / (frequency.QuadPart / 1000));
}

VOID GetSystemTimeAsFileTime(PLARGE_INTEGER time) {
  NtQuerySystemTime(time);
}
