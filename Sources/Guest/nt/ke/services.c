// The system service table, from the one list of system calls.
#include "../ntos.h"

#define SYSCALL(prefix, name, arguments) extern NTSTATUS Service##name(void) __asm__(#prefix #name);
#include <gurney/syscalls.h>
#undef SYSCALL

PVOID const KiServiceTable[] = {
#define SYSCALL(prefix, name, arguments) (PVOID)Service##name,
#include <gurney/syscalls.h>
#undef SYSCALL
};

// How many of a call's arguments are on the caller's stack.
UCHAR const KiArgumentTable[] = {
#define SYSCALL(prefix, name, arguments) (arguments) > 4 ? (arguments) - 4 : 0,
#include <gurney/syscalls.h>
#undef SYSCALL
};

ULONG const KiServiceLimit = COUNT_OF(KiServiceTable);

// KiSystemCall64 makes room for ten arguments on the stack.
#define SYSCALL(prefix, name, arguments) STATIC_ASSERT((arguments) <= 14);
#include <gurney/syscalls.h>
#undef SYSCALL

NTSTATUS NtYieldExecution(void) {
  KeYield();
  return STATUS_SUCCESS;
}

NTSTATUS NtDelayExecution(BOOLEAN alertable, PLARGE_INTEGER userInterval) {
  LARGE_INTEGER interval;
  NTSTATUS status = MmCopyFromUser(&interval, userInterval, sizeof interval);
  return NT_SUCCESS(status) ? KeDelayExecutionThread(UserMode, alertable, &interval) : status;
}

NTSTATUS NtQueryPerformanceCounter(PLARGE_INTEGER userCounter, PLARGE_INTEGER userFrequency) {
  LARGE_INTEGER frequency, counter = KeQueryPerformanceCounter(&frequency);
  NTSTATUS status = MmCopyToUser(userCounter, &counter, sizeof counter);
  if (NT_SUCCESS(status) && userFrequency) {
    status = MmCopyToUser(userFrequency, &frequency, sizeof frequency);
  }
  return status;
}

NTSTATUS NtQuerySystemTime(PLARGE_INTEGER userTime) {
  LARGE_INTEGER time;
  KeQuerySystemTime(&time);
  return MmCopyToUser(userTime, &time, sizeof time);
}

NTSTATUS NtShutdownSystem(ULONG action) { HalReturnToFirmware(action == 1); }
