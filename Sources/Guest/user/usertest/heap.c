// The heap: many blocks of many sizes, in an order that is always the same.
#include "usertest.h"

#define SLOTS  300
#define ROUNDS 5000

static PUCHAR Blocks[SLOTS];

static ULONG NextRandom(void) {
  static ULONG seed = 1;
  seed = seed * 1103515245 + 12345;
  return seed >> 8;
}

static VOID Fill(ULONG slot, ULONG bytes) {
  Blocks[slot] = HeapAlloc(GetProcessHeap(), 0, bytes);
  CHECK(Blocks[slot] && ((ULONG_PTR)Blocks[slot] & 15) == 0);
  if (!Blocks[slot]) return;
  memset(Blocks[slot], (UCHAR)slot, bytes);
  CHECK(HeapSize(GetProcessHeap(), 0, Blocks[slot]) == bytes);
}

static VOID Empty(ULONG slot) {
  SIZE_T bytes = HeapSize(GetProcessHeap(), 0, Blocks[slot]);
  CHECK(Blocks[slot][0] == (UCHAR)slot && Blocks[slot][bytes - 1] == (UCHAR)slot);
  CHECK(HeapFree(GetProcessHeap(), 0, Blocks[slot]));
  Blocks[slot] = NULL;
}

/// Once everything is free again, each segment is one free block.
static VOID CheckWhole(void) {
  PHEAP heap = GetProcessHeap();
  ULONG segments = 0, freeBlocks = 0;
  PLIST_ENTRY link;
  for (link = heap->SegmentList.Flink; link != &heap->SegmentList; link = link->Flink) segments++;
  for (link = heap->FreeLists.Flink; link != &heap->FreeLists; link = link->Flink) freeBlocks++;
  CHECK(freeBlocks <= segments + 2);  // what the loader holds may lie between
}

VOID TestHeap(void) {
  for (ULONG round = 0; round < ROUNDS; round++) {
    ULONG slot = NextRandom() % SLOTS, size = NextRandom();
    if (Blocks[slot]) Empty(slot);
    else Fill(slot, 1 + size % (size % 64 ? 3000 : 600000));
  }
  for (ULONG slot = 0; slot < SLOTS; slot++) {
    if (Blocks[slot]) Empty(slot);
  }
  CheckWhole();
  PCHAR text = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 10);
  CHECK(text[0] == 0 && text[9] == 0);
  memcpy(text, "123456789", 10);
  text = HeapReAlloc(GetProcessHeap(), 0, text, 5000);
  CHECK(text && !strcmp(text, "123456789"));
  HeapFree(GetProcessHeap(), 0, text);
}
