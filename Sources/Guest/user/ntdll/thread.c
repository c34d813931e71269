// The first and last frames of threads and processes.
#include "ntdllp.h"

/// Where every thread goes on once LdrInitializeThunk has made it ready.
NORETURN VOID RtlUserThreadStart(PTHREAD_START_ROUTINE start, PVOID argument) {
  if (Kernel32ThreadInitThunkFunction) Kernel32ThreadInitThunkFunction(0, start, argument);
  RtlExitUserThread((NTSTATUS)start(argument));
}

NORETURN VOID RtlExitUserThread(NTSTATUS status) {
  LdrShutdownThread();
  for (;;) NtTerminateThread(NtCurrentThread(), status);
}

NORETURN VOID RtlExitUserProcess(NTSTATUS status) {
  LdrShutdownProcess();
  for (;;) NtTerminateProcess(NtCurrentProcess(), status);
}

/// The stack sizes are the image's. `ids` is not filled: NtCreateThreadEx does not tell.
NTSTATUS RtlCreateUserThread(HANDLE process, PVOID securityDescriptor, BOOLEAN suspended,
                             ULONG zeroBits, SIZE_T reserve, SIZE_T commit,
                             PTHREAD_START_ROUTINE start, PVOID argument, PHANDLE thread,
                             PCLIENT_ID ids) {
  return NtCreateThreadEx(thread, THREAD_ALL_ACCESS, NULL, process, (PVOID)start, argument,
                          suspended ? 1 : 0, zeroBits, commit, reserve, NULL);
}
