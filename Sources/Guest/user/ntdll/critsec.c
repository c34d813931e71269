// Critical sections: LockCount is -1 when free; each thread inside or waiting adds one.
//
// Those that were initialized are listed for debuggers, each by a record of its own
// (DebugInfo). The first records are static: the heap needs a section itself.
#include "ntdllp.h"

#define SYNCHRONIZATION_EVENT 1
#define STATIC_RECORDS        64

extern RTL_CRITICAL_SECTION RtlCriticalSectionLock;
extern LIST_ENTRY RtlCriticalSectionList;
static RTL_CRITICAL_SECTION_DEBUG LockRecord = {
    .CriticalSection = &RtlCriticalSectionLock,
    .ProcessLocksList = {&RtlCriticalSectionList, &RtlCriticalSectionList},
};
LIST_ENTRY RtlCriticalSectionList = {&LockRecord.ProcessLocksList, &LockRecord.ProcessLocksList};
/// Guards the list.
RTL_CRITICAL_SECTION RtlCriticalSectionLock = {.DebugInfo = &LockRecord, .LockCount = -1};
static RTL_CRITICAL_SECTION_DEBUG StaticRecords[STATIC_RECORDS];

static BOOLEAN IsStatic(PRTL_CRITICAL_SECTION_DEBUG record) {
  return record >= StaticRecords && record < StaticRecords + STATIC_RECORDS;
}

/// Takes a free static record for a section; null when there is none. The list's lock is held.
static PRTL_CRITICAL_SECTION_DEBUG TakeStaticRecord(PRTL_CRITICAL_SECTION section) {
  for (ULONG i = 0; i < STATIC_RECORDS; i++) {
    if (StaticRecords[i].CriticalSection == NULL) {
      StaticRecords[i].CriticalSection = section;
      return &StaticRecords[i];
    }
  }
  return NULL;
}

/// Lists a section. Without memory for a record it works as well, unlisted.
static VOID List(PRTL_CRITICAL_SECTION section) {
  PVOID heap = NtCurrentPeb()->ProcessHeap;
  RtlEnterCriticalSection(&RtlCriticalSectionLock);
  PRTL_CRITICAL_SECTION_DEBUG record = TakeStaticRecord(section);
  RtlLeaveCriticalSection(&RtlCriticalSectionLock);
  if (!record && heap) record = RtlAllocateHeap(heap, 0, sizeof(*record));
  if (!record) return;
  memset(record, 0, sizeof(*record));
  record->CriticalSection = section;
  section->DebugInfo = record;
  RtlEnterCriticalSection(&RtlCriticalSectionLock);
  LdrpInsertTail(&RtlCriticalSectionList, &record->ProcessLocksList);
  RtlLeaveCriticalSection(&RtlCriticalSectionLock);
}

static VOID Unlist(PRTL_CRITICAL_SECTION section) {
  PRTL_CRITICAL_SECTION_DEBUG record = section->DebugInfo;
  if (!record) return;
  RtlEnterCriticalSection(&RtlCriticalSectionLock);
  LdrpRemove(&record->ProcessLocksList);
  record->CriticalSection = NULL;
  RtlLeaveCriticalSection(&RtlCriticalSectionLock);
  if (!IsStatic(record)) RtlFreeHeap(NtCurrentPeb()->ProcessHeap, 0, record);
}

NTSTATUS RtlInitializeCriticalSection(PRTL_CRITICAL_SECTION section) {
  memset(section, 0, sizeof(*section));
  section->LockCount = -1;
  List(section);
  return STATUS_SUCCESS;
}

NTSTATUS RtlDeleteCriticalSection(PRTL_CRITICAL_SECTION section) {
  Unlist(section);
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
    if (section->DebugInfo) {
      __atomic_add_fetch(&section->DebugInfo->EntryCount, 1, __ATOMIC_SEQ_CST);
      __atomic_add_fetch(&section->DebugInfo->ContentionCount, 1, __ATOMIC_SEQ_CST);
    }
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
