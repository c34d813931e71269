// Critical sections: LockCount is -1 when free; each thread inside or waiting adds one.
#include "ntdllp.h"

#define SYNCHRONIZATION_EVENT 1

NTSTATUS RtlInitializeCriticalSection(PRTL_CRITICAL_SECTION section) {
  memset(section, 0, sizeof(*section));
  section->LockCount = -1;
  return STATUS_SUCCESS;
}

NTSTATUS RtlDeleteCriticalSection(PRTL_CRITICAL_SECTION section) {
  if (section->LockSemaphore) NtClose(section->LockSemaphore);
  memset(section, 0, sizeof(*section));
  return STATUS_SUCCESS;
}

/// The event that waiting threads wait for, made by the first who needs it.
static HANDLE EventOf(PRTL_CRITICAL_SECTION section) {
  HANDLE event;
  while (!section->LockSemaphore) {
    NTSTATUS status = NtCreateEvent(&event, EVENT_ALL_ACCESS, NULL, SYNCHRONIZATION_EVENT, FALSE);
    if (!NT_SUCCESS(status)) RtlRaiseStatus(status);
    HANDLE none = NULL;
    if (!__atomic_compare_exchange_n(&section->LockSemaphore, &none, event, FALSE,
                                     __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
      NtClose(event);
    }
  }
  return section->LockSemaphore;
}

static VOID Own(PRTL_CRITICAL_SECTION section) {
  section->OwningThread = NtCurrentTeb()->ClientId.UniqueThread;
  section->RecursionCount = 1;
}

NTSTATUS RtlEnterCriticalSection(PRTL_CRITICAL_SECTION section) {
  BOOLEAN mine = section->OwningThread == NtCurrentTeb()->ClientId.UniqueThread;
  if (__atomic_add_fetch(&section->LockCount, 1, __ATOMIC_SEQ_CST) == 0) {
    Own(section);
  } else if (mine) {
    section->RecursionCount++;
  } else {
    NTSTATUS status = NtWaitForSingleObject(EventOf(section), FALSE, NULL);
    if (!NT_SUCCESS(status)) RtlRaiseStatus(status);
    Own(section);
  }
  return STATUS_SUCCESS;
}

BOOLEAN RtlTryEnterCriticalSection(PRTL_CRITICAL_SECTION section) {
  LONG freeCount = -1;
  if (__atomic_compare_exchange_n(&section->LockCount, &freeCount, 0, FALSE, __ATOMIC_SEQ_CST,
                                  __ATOMIC_SEQ_CST)) {
    Own(section);
    return TRUE;
  }
  if (section->OwningThread != NtCurrentTeb()->ClientId.UniqueThread) return FALSE;
  __atomic_add_fetch(&section->LockCount, 1, __ATOMIC_SEQ_CST);
  section->RecursionCount++;
  return TRUE;
}

NTSTATUS RtlLeaveCriticalSection(PRTL_CRITICAL_SECTION section) {
  if (--section->RecursionCount) {
    __atomic_sub_fetch(&section->LockCount, 1, __ATOMIC_SEQ_CST);
    return STATUS_SUCCESS;
  }
  section->OwningThread = NULL;
  if (__atomic_sub_fetch(&section->LockCount, 1, __ATOMIC_SEQ_CST) >= 0) {
    NtSetEvent(EventOf(section), NULL);
  }
  return STATUS_SUCCESS;
}
