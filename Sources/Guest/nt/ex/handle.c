// Handle tables: one page of entries, a handle being four times its entry's index. Entry 0 is never
// given out.
#include "../ntos.h"

#define ENTRIES (PAGE_SIZE / sizeof(HANDLE_TABLE_ENTRY))

static PHANDLE_TABLE_ENTRY ExpEntries(PHANDLE_TABLE table) {
  return (PHANDLE_TABLE_ENTRY)(table->TableCode & ~7ull);
}

PHANDLE_TABLE ExCreateHandleTable(PEPROCESS process) {
  PHANDLE_TABLE table = ExpAllocateZeroed(NonPagedPool, sizeof *table, TAG('O', 'b', 't', 'b'));
  if (table == NULL) return NULL;
  PHANDLE_TABLE_ENTRY entries =
      ExpAllocateZeroed(PagedPool, ENTRIES * sizeof *entries, TAG('O', 'b', 't', 'b'));
  if (entries == NULL) {
    ExFreePoolWithTag(table, TAG('O', 'b', 't', 'b'));
    return NULL;
  }
  table->TableCode = (ULONG64)entries;
  table->QuotaProcess = process;
  table->UniqueProcessId = process ? process->UniqueProcessId : NULL;
  table->NextHandleNeedingPool = ENTRIES * 4;
  InitializeListHead(&table->HandleTableList);
  for (ULONG i = 1; i + 1 < ENTRIES; i++) entries[i].NextFreeTableEntry = (i + 1) * 4;
  table->FirstFreeHandle = 4;
  return table;
}

// The table's lock: the push lock's word as a spin lock.
static KIRQL ExpLockTable(PHANDLE_TABLE table) {
  return KeAcquireSpinLockRaiseToDpc((PKSPIN_LOCK)&table->HandleLock);
}
static VOID ExpUnlockTable(PHANDLE_TABLE table, KIRQL irql) {
  KeReleaseSpinLock((PKSPIN_LOCK)&table->HandleLock, irql);
}

// A handle for an object (whose low bits are the entry's attributes), or null.
HANDLE ExCreateHandle(PHANDLE_TABLE table, PVOID object, ULONG access) {
  KIRQL irql = ExpLockTable(table);
  ULONG handle = table->FirstFreeHandle;
  if (handle) {
    PHANDLE_TABLE_ENTRY entry = &ExpEntries(table)[handle / 4];
    table->FirstFreeHandle = entry->NextFreeTableEntry;
    entry->Object = object;
    entry->GrantedAccess = access;
    table->HandleCount++;
    if (table->HandleCount > table->HandleCountHighWatermark) {
      table->HandleCountHighWatermark = table->HandleCount;
    }
  }
  ExpUnlockTable(table, irql);
  return (HANDLE)(ULONG64)handle;
}

// The entry of a handle, or null if nobody has it.
PHANDLE_TABLE_ENTRY ExMapHandle(PHANDLE_TABLE table, HANDLE handle) {
  ULONG64 index = (ULONG64)handle / 4;
  if (index == 0 || index >= ENTRIES) return NULL;
  PHANDLE_TABLE_ENTRY entry = &ExpEntries(table)[index];
  return entry->Object ? entry : NULL;
}

BOOLEAN ExDestroyHandle(PHANDLE_TABLE table, HANDLE handle) {
  KIRQL irql = ExpLockTable(table);
  PHANDLE_TABLE_ENTRY entry = ExMapHandle(table, handle);
  if (entry) {
    entry->Object = NULL;
    entry->NextFreeTableEntry = table->FirstFreeHandle;
    table->FirstFreeHandle = (ULONG)(ULONG64)handle & ~3u;
    table->HandleCount--;
  }
  ExpUnlockTable(table, irql);
  return entry != NULL;
}

VOID ExSweepHandleTable(PHANDLE_TABLE table, VOID (*visit)(PHANDLE_TABLE, HANDLE)) {
  for (ULONG64 i = 1; i < ENTRIES; i++) {
    if (ExpEntries(table)[i].Object) visit(table, (HANDLE)(i * 4));
  }
}

VOID ExDestroyHandleTable(PHANDLE_TABLE table) {
  ExFreePoolWithTag(ExpEntries(table), TAG('O', 'b', 't', 'b'));
  ExFreePoolWithTag(table, TAG('O', 'b', 't', 'b'));
}
