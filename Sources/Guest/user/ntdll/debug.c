// Printing to the debugger, and breaking in.
#include "ntdllp.h"

#define DPFLTR_DEFAULT_ID 101
#define DPFLTR_INFO_LEVEL 3

ULONG DebugPrint(PCSTR text, ULONG length, ULONG component, ULONG level);

static ULONG Print(ULONG component, ULONG level, PCSTR format, va_list arguments) {
  CHAR text[512];
  int length = _vsnprintf(text, sizeof(text), format, arguments);
  if (length < 0) length = sizeof(text) - 1;
  DebugPrint(text, (ULONG)length, component, level);
  return STATUS_SUCCESS;
}

ULONG DbgPrint(PCSTR format, ...) {
  va_list arguments;
  va_start(arguments, format);
  ULONG status = Print(DPFLTR_DEFAULT_ID, DPFLTR_INFO_LEVEL, format, arguments);
  va_end(arguments);
  return status;
}

ULONG DbgPrintEx(ULONG component, ULONG level, PCSTR format, ...) {
  va_list arguments;
  va_start(arguments, format);
  ULONG status = Print(component, level, format, arguments);
  va_end(arguments);
  return status;
}

/// The thread that a user-mode debugger starts in a process to stop it.
NORETURN VOID DbgUiRemoteBreakin(PVOID context) {
  DbgBreakPoint();
  RtlExitUserThread(STATUS_SUCCESS);
}
