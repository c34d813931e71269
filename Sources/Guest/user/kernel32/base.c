// The library's beginning, and the frame under every thread of a program that uses it.
#include "kernel32.h"

BOOLEAN BaseDllInitialize(PVOID base, ULONG reason, PCONTEXT context) {
  return TRUE;
}

NORETURN VOID BaseThreadInitThunk(ULONG reserved, PTHREAD_START_ROUTINE start, PVOID argument) {
  RtlExitUserThread((NTSTATUS)start(argument));
}
