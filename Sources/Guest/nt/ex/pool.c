// Tagged pool: memory in blocks that say whose they are.
//
// A block of up to a page less two units lies in a page that pool shares out: a POOL_HEADER stands
// before it, and headers know their own and their left neighbour's size in units of 16 bytes, so
// that a page can be walked and free neighbours joined. Free blocks hang in their descriptor's
// ListHeads by size. Larger requests get whole pages (bigpool.c). Every tag's allocations are
// counted in PoolTrackTable.
#include "../ntos.h"
#include "pool.h"

#define UNIT      16ull
#define MAX_SMALL (PAGE_SIZE - 2 * UNIT)
#define IN_USE    2

STATIC_ASSERT(sizeof(POOL_HEADER) == UNIT);

POOL_DESCRIPTOR NonPagedPoolDescriptor, ExpPagedPoolDescriptorData;
PPOOL_DESCRIPTOR ExpPagedPoolDescriptor[17] = {&ExpPagedPoolDescriptorData};
ULONG ExpNumberOfPagedPools = 1;
PPOOL_DESCRIPTOR PoolVector[2] = {&NonPagedPoolDescriptor, &ExpPagedPoolDescriptorData};

/// An allocation or free with this tag runs int 3. The default is a tag nobody has.
ULONG PoolHitTag = 0xFFFFFF0F;

static VOID ExpInitializeDescriptor(PPOOL_DESCRIPTOR pool, POOL_TYPE type, ULONG index) {
  pool->PoolType = type;
  pool->PoolIndex = index;
  for (ULONG i = 0; i < COUNT_OF(pool->ListHeads); i++) InitializeListHead(&pool->ListHeads[i]);
}

VOID ExInitializePool(void) {
  ExpInitializeDescriptor(&NonPagedPoolDescriptor, NonPagedPool, 0);
  ExpInitializeDescriptor(&ExpPagedPoolDescriptorData, PagedPool, 0);
  ExpInitializeTracking();
}

static PPOOL_HEADER ExpHeaderOf(PLIST_ENTRY links) { return (PPOOL_HEADER)links - 1; }
static PLIST_ENTRY ExpLinksOf(PPOOL_HEADER header) { return (PLIST_ENTRY)(header + 1); }
static PPOOL_HEADER ExpNext(PPOOL_HEADER header) { return header + header->BlockSize; }
static BOOLEAN ExpAtPageStart(PVOID va) { return ((ULONG64)va & (PAGE_SIZE - 1)) == 0; }

static NORETURN VOID ExpBadHeader(ULONG_PTR kind, PPOOL_HEADER header, PPOOL_HEADER other) {
  KeBugCheckEx(0x19, kind, (ULONG_PTR)header, (ULONG_PTR)other, header->Ulong1);
}

static VOID ExpInsertFree(PPOOL_DESCRIPTOR pool, PPOOL_HEADER header) {
  header->PoolType = pool->PoolType == PagedPool;
  if (header->BlockSize == 1) return;  // no room for its links
  InsertHeadList(&pool->ListHeads[header->BlockSize], ExpLinksOf(header));
}

static VOID ExpRemoveFree(PPOOL_HEADER header) {
  if (header->BlockSize == 1) return;
  PLIST_ENTRY links = ExpLinksOf(header);
  if (links->Flink->Blink != links || links->Blink->Flink != links) {
    ExpBadHeader(3, header, (PPOOL_HEADER)links->Flink);  // its links were overwritten
  }
  RemoveEntryList(links);
}

// A page is 256 units, one more than BlockSize holds: it starts as a free block of 255 and one of a
// single unit, which is on no list for want of room for its links.
static PPOOL_HEADER ExpAddPage(PPOOL_DESCRIPTOR pool) {
  MI_REGION *region = pool->PoolType == PagedPool ? &MiPagedPool : &MiNonPagedPool;
  PPOOL_HEADER first = MiAllocateRegionPages(region, 1);
  if (first == NULL) return NULL;
  pool->TotalPages++;
  first->BlockSize = 255;
  PPOOL_HEADER last = first + 255;
  last->PreviousSize = 255;
  last->BlockSize = 1;
  last->PoolType = pool->PoolType == PagedPool;
  ExpInsertFree(pool, first);
  return first;
}

// Takes a free block of at least `units`, and gives back what it has too much.
static PPOOL_HEADER ExpTakeBlock(PPOOL_DESCRIPTOR pool, ULONG units) {
  PPOOL_HEADER header = NULL;
  for (ULONG size = units; size < COUNT_OF(pool->ListHeads) && header == NULL; size++) {
    if (!IsListEmpty(&pool->ListHeads[size])) header = ExpHeaderOf(pool->ListHeads[size].Flink);
  }
  if (header == NULL) header = ExpAddPage(pool);
  if (header == NULL) return NULL;
  ExpRemoveFree(header);
  ULONG rest = header->BlockSize - units;
  if (rest) {
    header->BlockSize = units & 0xFF;
    PPOOL_HEADER tail = ExpNext(header);
    memset(tail, 0, sizeof *tail);
    tail->PreviousSize = units & 0xFF;
    tail->BlockSize = rest & 0xFF;
    PPOOL_HEADER after = ExpNext(tail);
    if (!ExpAtPageStart(after)) after->PreviousSize = rest & 0xFF;
    ExpInsertFree(pool, tail);
  }
  return header;
}

PVOID ExAllocatePoolWithTag(POOL_TYPE type, SIZE_T bytes, ULONG tag) {
  if (tag == PoolHitTag) __debugbreak();
  if (bytes > MAX_SMALL) return ExpAllocateBigPool(type, bytes, tag);
  PPOOL_DESCRIPTOR pool = PoolVector[type & 1];
  ULONG units = (ULONG)((bytes + 2 * UNIT - 1) / UNIT);
  if (units < 2) units = 2;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&pool->NonPagedLock);
  PPOOL_HEADER header = ExpTakeBlock(pool, units);
  if (header) {
    header->PoolType = (type & 1) | IN_USE;
    header->PoolIndex = 0;
    header->PoolTag = tag;
    header->ProcessBilled = NULL;
    pool->RunningAllocs++;
    pool->TotalBytes += units * UNIT;
  }
  KeReleaseSpinLock(&pool->NonPagedLock, irql);
  if (header == NULL) return NULL;
  ExpTrackAllocation(type, tag, units * UNIT);
  return header + 1;
}

PVOID ExAllocatePool(POOL_TYPE type, SIZE_T bytes) {
  return ExAllocatePoolWithTag(type, bytes, TAG('N', 'o', 'n', 'e'));
}

PVOID ExpAllocateZeroed(POOL_TYPE type, SIZE_T bytes, ULONG tag) {
  PVOID block = ExAllocatePoolWithTag(type, bytes, tag);
  if (block) memset(block, 0, bytes);
  return block;
}

// Are a block's header and its neighbours' what they must be? If not, somebody wrote past his own.
static VOID ExpCheckNeighbours(PPOOL_HEADER header) {
  PPOOL_HEADER next = ExpNext(header);
  if (!(header->PoolType & IN_USE)) {
    KeBugCheckEx(0xC2, 7, 0, header->Ulong1, (ULONG_PTR)(header + 1));  // freed already
  }
  if (header->BlockSize == 0) ExpBadHeader(0x20, header, next);
  if (!ExpAtPageStart(next) && next->PreviousSize != header->BlockSize) {
    ExpBadHeader(0x20, header, next);
  }
  PPOOL_HEADER previous = header - header->PreviousSize;
  if (!ExpAtPageStart(header) && previous->BlockSize != header->PreviousSize) {
    ExpBadHeader(0x20, previous, header);
  }
}

VOID ExFreePoolWithTag(PVOID block, ULONG tag) {
  if (ExpAtPageStart(block)) {
    ExpFreeBigPool(block);
    return;
  }
  PPOOL_HEADER header = (PPOOL_HEADER)block - 1;
  if (header->PoolTag == PoolHitTag) __debugbreak();
  PPOOL_DESCRIPTOR pool = PoolVector[header->PoolType & 1];
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&pool->NonPagedLock);
  ExpCheckNeighbours(header);
  ULONG64 bytes = header->BlockSize * UNIT;
  ULONG was = header->PoolTag;
  pool->RunningDeAllocs++;
  pool->TotalBytes -= bytes;
  header->PoolType &= ~IN_USE & 0xFF;
  PPOOL_HEADER next = ExpNext(header);
  if (!ExpAtPageStart(next) && !(next->PoolType & IN_USE) &&
      header->BlockSize + next->BlockSize <= 255) {
    ExpRemoveFree(next);
    header->BlockSize += next->BlockSize;
  }
  if (!ExpAtPageStart(header)) {
    PPOOL_HEADER previous = header - header->PreviousSize;
    if (!(previous->PoolType & IN_USE) && previous->BlockSize + header->BlockSize <= 255) {
      ExpRemoveFree(previous);
      previous->BlockSize += header->BlockSize;
      header = previous;
    }
  }
  next = ExpNext(header);
  if (!ExpAtPageStart(next)) next->PreviousSize = header->BlockSize;
  ExpInsertFree(pool, header);
  KeReleaseSpinLock(&pool->NonPagedLock, irql);
  ExpTrackFree(pool->PoolType, was, bytes);
}

VOID ExFreePool(PVOID block) { ExFreePoolWithTag(block, 0); }
