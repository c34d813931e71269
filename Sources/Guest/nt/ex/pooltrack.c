// The pool tracker: how much every tag has, and the table of big allocations.
#include "../ntos.h"
#include "pool.h"

#define TRACK_ROWS 1024
#define BIG_ROWS   4096

/// Rows by tag: open addressing from a hash of the tag; a Key of 0 is free. The last row counts
/// what found no place.
PPOOL_TRACKER_TABLE PoolTrackTable;
SIZE_T PoolTrackTableSize = TRACK_ROWS + 1;
SIZE_T PoolTrackTableMask = TRACK_ROWS - 1;
PPOOL_TRACKER_TABLE PoolTrackTableExpansion;
SIZE_T PoolTrackTableExpansionSize;

/// Rows by address: open addressing; bit 0 of Va is set in a free row.
PPOOL_TRACKER_BIG_PAGES PoolBigPageTable;
SIZE_T PoolBigPageTableSize = BIG_ROWS;
SIZE_T PoolBigPageTableHash = BIG_ROWS - 1;
static KSPIN_LOCK ExpTaggedPoolLock, ExpLargePoolTableLock;

#define BIG_FREE 1ull

// Both tables are pages of their own, outside the pool that they describe.
VOID ExpInitializeTracking(void) {
  PoolTrackTable = MiAllocateRegionPages(
      &MiNonPagedPool, BYTES_TO_PAGES(PoolTrackTableSize * sizeof *PoolTrackTable));
  PoolBigPageTable = MiAllocateRegionPages(
      &MiNonPagedPool, BYTES_TO_PAGES(PoolBigPageTableSize * sizeof *PoolBigPageTable));
  if (PoolTrackTable == NULL || PoolBigPageTable == NULL) KeBugCheck(0x41);
  PoolTrackTable[TRACK_ROWS].Key = (LONG)TAG('O', 'v', 'f', 'l');
  for (SIZE_T i = 0; i < PoolBigPageTableSize; i++) PoolBigPageTable[i].Va = (PVOID)BIG_FREE;
}

// The row of a tag: the one it has, or a free one that becomes its own.
static PPOOL_TRACKER_TABLE ExpFindTrackRow(ULONG tag) {
  SIZE_T start = (tag * 0x9E3779B1u >> 16) & PoolTrackTableMask, i = start;
  do {
    PPOOL_TRACKER_TABLE row = &PoolTrackTable[i];
    if (row->Key == (LONG)tag) return row;
    if (row->Key == 0) {
      KIRQL irql = KeAcquireSpinLockRaiseToDpc(&ExpTaggedPoolLock);
      if (row->Key == 0) row->Key = (LONG)tag;
      KeReleaseSpinLock(&ExpTaggedPoolLock, irql);
      if (row->Key == (LONG)tag) return row;
    }
    i = (i + 1) & PoolTrackTableMask;
  } while (i != start);
  return &PoolTrackTable[TRACK_ROWS];
}

VOID ExpTrackAllocation(POOL_TYPE type, ULONG tag, ULONG64 bytes) {
  PPOOL_TRACKER_TABLE row = ExpFindTrackRow(tag);
  if (type & 1) {
    InterlockedIncrement((LONG *)&row->PagedAllocs);
    InterlockedExchangeAdd64((LONG64 *)&row->PagedBytes, (LONG64)bytes);
  } else {
    InterlockedIncrement(&row->NonPagedAllocs);
    InterlockedExchangeAdd64((LONG64 *)&row->NonPagedBytes, (LONG64)bytes);
  }
}

VOID ExpTrackFree(POOL_TYPE type, ULONG tag, ULONG64 bytes) {
  PPOOL_TRACKER_TABLE row = ExpFindTrackRow(tag);
  if (type & 1) {
    InterlockedIncrement((LONG *)&row->PagedFrees);
    InterlockedExchangeAdd64((LONG64 *)&row->PagedBytes, -(LONG64)bytes);
  } else {
    InterlockedIncrement(&row->NonPagedFrees);
    InterlockedExchangeAdd64((LONG64 *)&row->NonPagedBytes, -(LONG64)bytes);
  }
}

// ---- Big allocations: whole pages ---------------------------------------------------------------

static SIZE_T ExpBigHash(PVOID va) {
  return (SIZE_T)(((ULONG64)va >> PAGE_SHIFT) * 0x9E3779B1u >> 8) & PoolBigPageTableHash;
}

static BOOLEAN ExpInsertBig(PPOOL_TRACKER_BIG_PAGES table, SIZE_T size,
                            const POOL_TRACKER_BIG_PAGES *entry) {
  SIZE_T i = ExpBigHash(entry->Va);
  for (SIZE_T n = 0; n < size; n++, i = (i + 1) & (size - 1)) {
    if ((ULONG64)table[i].Va & BIG_FREE) {
      table[i] = *entry;
      return TRUE;
    }
  }
  return FALSE;
}

// Doubles the table. Its lock is held.
static BOOLEAN ExpGrowBigTable(void) {
  SIZE_T size = PoolBigPageTableSize * 2;
  PPOOL_TRACKER_BIG_PAGES old = PoolBigPageTable;
  PPOOL_TRACKER_BIG_PAGES new =
      MiAllocateRegionPages(&MiNonPagedPool, BYTES_TO_PAGES(size * sizeof *new));
  if (new == NULL) return FALSE;
  for (SIZE_T i = 0; i < size; i++) new[i].Va = (PVOID)BIG_FREE;
  PoolBigPageTableHash = size - 1;
  for (SIZE_T i = 0; i < PoolBigPageTableSize; i++) {
    if (!((ULONG64)old[i].Va & BIG_FREE)) ExpInsertBig(new, size, &old[i]);
  }
  SIZE_T pages = BYTES_TO_PAGES(PoolBigPageTableSize * sizeof *old);
  PoolBigPageTable = new;
  PoolBigPageTableSize = size;
  MiFreeRegionPages(&MiNonPagedPool, old, pages);
  return TRUE;
}

PVOID ExpAllocateBigPool(POOL_TYPE type, SIZE_T bytes, ULONG tag) {
  MI_REGION *region = type & 1 ? &MiPagedPool : &MiNonPagedPool;
  PPOOL_DESCRIPTOR pool = PoolVector[type & 1];
  if (bytes > region->Pages << PAGE_SHIFT) return NULL;
  ULONG64 pages = BYTES_TO_PAGES(bytes);
  POOL_TRACKER_BIG_PAGES entry = {MiAllocateRegionPages(region, pages), tag, type & 1,
                                  pages << PAGE_SHIFT};
  if (entry.Va == NULL) return NULL;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&ExpLargePoolTableLock);
  BOOLEAN inserted = ExpInsertBig(PoolBigPageTable, PoolBigPageTableSize, &entry) ||
                     (ExpGrowBigTable() &&
                      ExpInsertBig(PoolBigPageTable, PoolBigPageTableSize, &entry));
  KeReleaseSpinLock(&ExpLargePoolTableLock, irql);
  if (!inserted) {
    MiFreeRegionPages(region, entry.Va, pages);
    return NULL;
  }
  InterlockedIncrement(&pool->RunningAllocs);
  InterlockedExchangeAdd(&pool->TotalBigPages, (LONG)pages);
  InterlockedExchangeAdd64((LONG64 *)&pool->TotalBytes, (LONG64)entry.NumberOfBytes);
  ExpTrackAllocation(type, tag, entry.NumberOfBytes);
  return entry.Va;
}

VOID ExpFreeBigPool(PVOID va) {
  POOL_TRACKER_BIG_PAGES entry = {0};
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&ExpLargePoolTableLock);
  SIZE_T i = ExpBigHash(va);
  for (SIZE_T n = 0; n < PoolBigPageTableSize; n++, i = (i + 1) & PoolBigPageTableHash) {
    if (PoolBigPageTable[i].Va != va) continue;
    entry = PoolBigPageTable[i];
    PoolBigPageTable[i].Va = (PVOID)((ULONG64)va | BIG_FREE);
    break;
  }
  KeReleaseSpinLock(&ExpLargePoolTableLock, irql);
  if (entry.Va == NULL) KeBugCheckEx(0xC2, 0x46, (ULONG_PTR)va, 0, 0);  // not allocated
  if (entry.Key == PoolHitTag) __debugbreak();
  PPOOL_DESCRIPTOR pool = PoolVector[entry.PoolType & 1];
  InterlockedIncrement(&pool->RunningDeAllocs);
  InterlockedExchangeAdd(&pool->TotalBigPages, -(LONG)(entry.NumberOfBytes >> PAGE_SHIFT));
  InterlockedExchangeAdd64((LONG64 *)&pool->TotalBytes, -(LONG64)entry.NumberOfBytes);
  ExpTrackFree(entry.PoolType, entry.Key, entry.NumberOfBytes);
  MiFreeRegionPages(entry.PoolType & 1 ? &MiPagedPool : &MiNonPagedPool, va,
                    entry.NumberOfBytes >> PAGE_SHIFT);
}
