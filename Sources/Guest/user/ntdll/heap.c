// The heap: segments of blocks, each behind a HEAP_ENTRY, with one list of the free ones.
//
//   HEAP (the first segment's header) | block | block | ... | committed end ... reserved end
//
// Sizes are in units of 16 bytes, the header's own included. The last block of what is committed
// has HEAP_ENTRY_LAST; a segment grows by committing behind it. Blocks too large for a segment are
// regions of their own.
#include "ntdllp.h"

#define UNIT               sizeof(HEAP_ENTRY)
#define PAGE               0x1000
#define HEAP_ENTRY_BUSY    0x01
#define HEAP_ENTRY_VIRTUAL 0x08
#define HEAP_ENTRY_LAST    0x10
#define HEAP_SIGNATURE     0xEEFFEEFF
#define SEGMENT_SIGNATURE  0xFFEEFFEE
#define SEGMENT_RESERVE    0xFF000  // what a USHORT of units can name
#define SEGMENT_COMMIT     0x10000
#define VIRTUAL_THRESHOLD  0x7F000

/// A heap's first page: the header and its lock.
typedef struct _PROCESS_HEAP {
  HEAP Heap;
  HEAP_LOCK Lock;
} PROCESS_HEAP;

static PHEAP_ENTRY Next(PHEAP_ENTRY block) {
  return block + block->Size;
}

static VOID LinkFree(PHEAP heap, PHEAP_ENTRY block) {
  LdrpInsertTail(&heap->FreeLists, &((PHEAP_FREE_ENTRY)block)->FreeList);
  heap->TotalFreeSize += block->Size;
}

static VOID UnlinkFree(PHEAP heap, PHEAP_ENTRY block) {
  LdrpRemove(&((PHEAP_FREE_ENTRY)block)->FreeList);
  heap->TotalFreeSize -= block->Size;
}

/// Tells the block behind `block` how large that is.
static VOID UpdateNext(PHEAP_ENTRY block) {
  if (!(block->Flags & HEAP_ENTRY_LAST)) Next(block)->PreviousSize = block->Size;
}

/// Makes `block` and its free neighbours one free block.
static VOID Release(PHEAP heap, PHEAP_ENTRY block) {
  block->Flags &= ~HEAP_ENTRY_BUSY;
  block->UnusedBytes = 0;
  PHEAP_ENTRY before = block - block->PreviousSize;
  if (block->PreviousSize && !(before->Flags & HEAP_ENTRY_BUSY)) {
    UnlinkFree(heap, before);
    before->Flags |= block->Flags & HEAP_ENTRY_LAST;
    before->Size += block->Size;
    block = before;
  }
  if (!(block->Flags & HEAP_ENTRY_LAST) && !(Next(block)->Flags & HEAP_ENTRY_BUSY)) {
    PHEAP_ENTRY after = Next(block);
    UnlinkFree(heap, after);
    block->Flags |= after->Flags & HEAP_ENTRY_LAST;
    block->Size += after->Size;
  }
  UpdateNext(block);
  LinkFree(heap, block);
}

/// Commits `bytes` more of a segment as a free block at its end.
static BOOLEAN Extend(PHEAP heap, PHEAP_SEGMENT segment, SIZE_T bytes) {
  bytes = ROUND_UP(bytes, SEGMENT_COMMIT);
  SIZE_T left = (SIZE_T)segment->NumberOfUnCommittedPages * PAGE;
  if (bytes > left) bytes = left;
  if (!bytes) return FALSE;
  PVOID end = (PUCHAR)segment->LastValidEntry - left;
  SIZE_T size = bytes;
  if (!NT_SUCCESS(NtAllocateVirtualMemory(NtCurrentProcess(), &end, 0, &size, MEM_COMMIT,
                                          PAGE_READWRITE))) {
    return FALSE;
  }
  segment->NumberOfUnCommittedPages -= (ULONG)(bytes / PAGE);
  PHEAP_ENTRY last = segment->FirstEntry;
  while (last != end && !(last->Flags & HEAP_ENTRY_LAST)) last = Next(last);
  PHEAP_ENTRY added = end;
  added->Size = (USHORT)(bytes / UNIT);
  added->Flags = HEAP_ENTRY_LAST;
  added->PreviousSize = last == added ? 0 : last->Size;
  if (last != added) last->Flags &= ~HEAP_ENTRY_LAST;
  Release(heap, added);
  return TRUE;
}

/// Reserves a segment whose header takes `headerBytes`, commits its first pages, and makes the
/// rest of them a free block.
static PHEAP_SEGMENT CreateSegment(SIZE_T headerBytes) {
  PVOID base = NULL;
  SIZE_T reserve = SEGMENT_RESERVE, commit = SEGMENT_COMMIT;
  if (!NT_SUCCESS(NtAllocateVirtualMemory(NtCurrentProcess(), &base, 0, &reserve, MEM_RESERVE,
                                          PAGE_READWRITE)) ||
      !NT_SUCCESS(NtAllocateVirtualMemory(NtCurrentProcess(), &base, 0, &commit, MEM_COMMIT,
                                          PAGE_READWRITE))) {
    return NULL;
  }
  PHEAP_SEGMENT segment = base;
  headerBytes = ROUND_UP(headerBytes, UNIT);
  segment->Entry.Size = (USHORT)(headerBytes / UNIT);
  segment->Entry.Flags = HEAP_ENTRY_BUSY;
  segment->SegmentSignature = SEGMENT_SIGNATURE;
  segment->BaseAddress = base;
  segment->NumberOfPages = SEGMENT_RESERVE / PAGE;
  segment->NumberOfUnCommittedPages = (SEGMENT_RESERVE - SEGMENT_COMMIT) / PAGE;
  segment->FirstEntry = (PHEAP_ENTRY)((PUCHAR)base + headerBytes);
  segment->LastValidEntry = (PHEAP_ENTRY)((PUCHAR)base + SEGMENT_RESERVE);
  segment->FirstEntry->Size = (USHORT)((SEGMENT_COMMIT - headerBytes) / UNIT);
  segment->FirstEntry->Flags = HEAP_ENTRY_LAST;
  return segment;
}

static VOID AddSegment(PHEAP heap, PHEAP_SEGMENT segment) {
  segment->Heap = heap;
  LdrpInsertTail(&heap->SegmentList, &segment->SegmentListEntry);
  LinkFree(heap, segment->FirstEntry);
}

/// The sizes are this heap's own; `base`, `reserve`, `commit` and `parameters` are not looked at.
PVOID RtlCreateHeap(ULONG flags, PVOID base, SIZE_T reserve, SIZE_T commit, PVOID lock,
                    PVOID parameters) {
  PHEAP_SEGMENT segment = CreateSegment(sizeof(PROCESS_HEAP));
  if (!segment) return NULL;
  PHEAP heap = (PHEAP)segment;
  heap->Signature = HEAP_SIGNATURE;
  heap->Flags = flags;
  heap->VirtualMemoryThreshold = VIRTUAL_THRESHOLD / UNIT;
  heap->SegmentReserve = SEGMENT_RESERVE;
  heap->SegmentCommit = SEGMENT_COMMIT;
  heap->LockVariable = &((PROCESS_HEAP *)heap)->Lock;
  RtlInitializeCriticalSection(&heap->LockVariable->Lock.CriticalSection);
  LdrpInitializeList(&heap->VirtualAllocdBlocks);
  LdrpInitializeList(&heap->SegmentList);
  LdrpInitializeList(&heap->UCRList);
  LdrpInitializeList(&heap->FreeLists);
  AddSegment(heap, segment);
  return heap;
}

static VOID Lock(PHEAP heap, ULONG flags) {
  if ((heap->Flags | flags) & HEAP_NO_SERIALIZE) return;
  RtlEnterCriticalSection(&heap->LockVariable->Lock.CriticalSection);
}

static VOID Unlock(PHEAP heap, ULONG flags) {
  if ((heap->Flags | flags) & HEAP_NO_SERIALIZE) return;
  RtlLeaveCriticalSection(&heap->LockVariable->Lock.CriticalSection);
}

/// Takes `units` from a free block; the rest stays free if a block fits there.
static PHEAP_ENTRY Take(PHEAP heap, PHEAP_ENTRY block, ULONG units) {
  UnlinkFree(heap, block);
  if (block->Size - units >= sizeof(HEAP_FREE_ENTRY) / UNIT) {
    PHEAP_ENTRY rest = block + units;
    memset(rest, 0, sizeof(*rest));
    rest->Size = (USHORT)(block->Size - units);
    rest->Flags = block->Flags & HEAP_ENTRY_LAST;
    rest->PreviousSize = (USHORT)units;
    block->Size = (USHORT)units;
    block->Flags &= ~HEAP_ENTRY_LAST;
    UpdateNext(rest);
    LinkFree(heap, rest);
  }
  block->Flags |= HEAP_ENTRY_BUSY;
  return block;
}

static PHEAP_ENTRY FindFree(PHEAP heap, ULONG units) {
  for (PLIST_ENTRY link = heap->FreeLists.Flink; link != &heap->FreeLists; link = link->Flink) {
    PHEAP_ENTRY block = (PHEAP_ENTRY)CONTAINING_RECORD(link, HEAP_FREE_ENTRY, FreeList);
    if (block->Size >= units) return block;
  }
  return NULL;
}

static BOOLEAN Grow(PHEAP heap, SIZE_T bytes) {
  for (PLIST_ENTRY link = heap->SegmentList.Flink; link != &heap->SegmentList;
       link = link->Flink) {
    if (Extend(heap, CONTAINING_RECORD(link, HEAP_SEGMENT, SegmentListEntry), bytes)) return TRUE;
  }
  PHEAP_SEGMENT segment = CreateSegment(sizeof(HEAP_SEGMENT));
  if (segment) AddSegment(heap, segment);
  return segment != NULL;
}

static PHEAP_ENTRY AllocateVirtual(PHEAP heap, SIZE_T bytes) {
  PVOID base = NULL;
  SIZE_T size = bytes + sizeof(HEAP_VIRTUAL_ALLOC_ENTRY);
  if (size < bytes || !NT_SUCCESS(NtAllocateVirtualMemory(NtCurrentProcess(), &base, 0, &size,
                                                          MEM_RESERVE | MEM_COMMIT,
                                                          PAGE_READWRITE))) {
    return NULL;
  }
  PHEAP_VIRTUAL_ALLOC_ENTRY block = base;
  block->CommitSize = block->ReserveSize = size;
  block->BusyBlock.Flags = HEAP_ENTRY_BUSY | HEAP_ENTRY_VIRTUAL;
  LdrpInsertTail(&heap->VirtualAllocdBlocks, &block->Entry);
  block->ExtraStuff.Settable = bytes;
  return &block->BusyBlock;
}

static PHEAP_ENTRY AllocateBlock(PHEAP heap, SIZE_T bytes) {
  if (bytes >= VIRTUAL_THRESHOLD) return AllocateVirtual(heap, bytes);
  ULONG units = (ULONG)((bytes + UNIT + UNIT - 1) / UNIT);
  if (units < sizeof(HEAP_FREE_ENTRY) / UNIT) units = sizeof(HEAP_FREE_ENTRY) / UNIT;
  PHEAP_ENTRY block;
  while (!(block = FindFree(heap, units))) {
    if (!Grow(heap, units * UNIT)) return NULL;
  }
  block = Take(heap, block, units);
  block->UnusedBytes = (UCHAR)(block->Size * UNIT - bytes);
  return block;
}

PVOID RtlAllocateHeap(PVOID heapHandle, ULONG flags, SIZE_T bytes) {
  PHEAP heap = heapHandle;
  Lock(heap, flags);
  PHEAP_ENTRY block = AllocateBlock(heap, bytes);
  Unlock(heap, flags);
  if (!block) return NULL;
  if (flags & HEAP_ZERO_MEMORY) memset(block + 1, 0, bytes);
  return block + 1;
}

BOOLEAN RtlFreeHeap(PVOID heapHandle, ULONG flags, PVOID memory) {
  PHEAP heap = heapHandle;
  if (!memory) return TRUE;
  PHEAP_ENTRY block = (PHEAP_ENTRY)memory - 1;
  if (!(block->Flags & HEAP_ENTRY_BUSY)) return FALSE;
  Lock(heap, flags);
  if (block->Flags & HEAP_ENTRY_VIRTUAL) {
    PHEAP_VIRTUAL_ALLOC_ENTRY large =
        CONTAINING_RECORD(block, HEAP_VIRTUAL_ALLOC_ENTRY, BusyBlock);
    LdrpRemove(&large->Entry);
    PVOID base = large;
    SIZE_T size = 0;
    NtFreeVirtualMemory(NtCurrentProcess(), &base, &size, MEM_RELEASE);
  } else {
    Release(heap, block);
  }
  Unlock(heap, flags);
  return TRUE;
}

/// The bytes that were asked for.
SIZE_T RtlSizeHeap(PVOID heap, ULONG flags, PVOID memory) {
  PHEAP_ENTRY block = (PHEAP_ENTRY)memory - 1;
  if (block->Flags & HEAP_ENTRY_VIRTUAL) {
    return CONTAINING_RECORD(block, HEAP_VIRTUAL_ALLOC_ENTRY, BusyBlock)->ExtraStuff.Settable;
  }
  return block->Size * UNIT - block->UnusedBytes;
}

PVOID RtlReAllocateHeap(PVOID heap, ULONG flags, PVOID memory, SIZE_T bytes) {
  SIZE_T old = RtlSizeHeap(heap, flags, memory);
  PVOID moved = RtlAllocateHeap(heap, flags, bytes);
  if (!moved) return NULL;
  memcpy(moved, memory, old < bytes ? old : bytes);
  RtlFreeHeap(heap, flags, memory);
  return moved;
}
