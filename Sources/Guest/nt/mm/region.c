// Kernel address ranges handed out by pages, and the start of memory management.
#include "../ntos.h"

#define NONPAGED_PAGES   0x30000ull  // 768 MB
#define PAGED_PAGES      0x20000ull  // 512 MB
#define SYSTEM_PTE_PAGES 0x8000ull   // 128 MB

static ULONG64 MiNonPagedBitmap[NONPAGED_PAGES / 64], MiPagedBitmap[PAGED_PAGES / 64],
    MiSystemBitmap[SYSTEM_PTE_PAGES / 64];

MI_REGION MiNonPagedPool = {0, NONPAGED_PAGES, 0, 0, MiNonPagedBitmap, 0};
MI_REGION MiPagedPool = {0xFFFFF8A000000000ull, PAGED_PAGES, 0, 0, MiPagedBitmap, 0};
MI_REGION MiSystemPtes = {0xFFFFF88002000000ull, SYSTEM_PTE_PAGES, 0, 0, MiSystemBitmap, 0};

PVOID MmPagedPoolStart, MmPagedPoolEnd, MmNonPagedPoolStart, MmNonPagedPoolEnd;
PVOID MmSystemRangeStart = (PVOID)MM_SYSTEM_RANGE_START;
PVOID MmHighestUserAddress = (PVOID)MM_HIGHEST_USER_ADDRESS;
ULONG64 MmUserProbeAddress = MM_USER_PROBE_ADDRESS;
ULONG64 MmSizeOfPagedPoolInBytes = PAGED_PAGES << PAGE_SHIFT;
ULONG64 MmMaximumNonPagedPoolInBytes = NONPAGED_PAGES << PAGE_SHIFT;

// The first of `count` free pages at or after `from`, or ~0.
static ULONG64 MiFindClear(MI_REGION *region, ULONG64 count, ULONG64 from) {
  ULONG64 run = 0;
  for (ULONG64 i = from; i < region->Pages;) {
    ULONG64 word = region->Bitmap[i / 64];
    if (i % 64 == 0 && word == ~0ull) {
      run = 0;
      i += 64;
    } else if (i % 64 == 0 && word == 0) {
      run += 64;
      i += 64;
    } else {
      run = word >> (i % 64) & 1 ? 0 : run + 1;
      i++;
    }
    if (run >= count) return i - run;
  }
  return ~0ull;
}

static VOID MiSetBits(MI_REGION *region, ULONG64 first, ULONG64 count, BOOLEAN set) {
  for (ULONG64 i = first; i < first + count;) {
    ULONG64 mask = 1ull << (i % 64), step = 1;
    if (i % 64 == 0 && first + count - i >= 64) {
      mask = ~0ull;
      step = 64;
    }
    if (set) region->Bitmap[i / 64] |= mask;
    else region->Bitmap[i / 64] &= ~mask;
    i += step;
  }
}

// Takes addresses, `guard` pages below them too; nothing is mapped. Null if there are none.
PVOID MiReserve(MI_REGION *region, ULONG64 pages, ULONG64 guard) {
  ULONG64 count = pages + guard;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&region->Lock);
  ULONG64 first = MiFindClear(region, count, region->Hint);
  if (first == ~0ull) first = MiFindClear(region, count, 0);
  if (first != ~0ull) {
    MiSetBits(region, first, count, TRUE);
    region->Used += count;
    region->Hint = first + count;
  }
  KeReleaseSpinLock(&region->Lock, irql);
  return first == ~0ull ? NULL : (PVOID)(region->Base + ((first + guard) << PAGE_SHIFT));
}

VOID MiUnreserve(MI_REGION *region, PVOID va, ULONG64 pages) {
  ULONG64 first = ((ULONG64)va - region->Base) >> PAGE_SHIFT;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&region->Lock);
  MiSetBits(region, first, pages, FALSE);
  region->Used -= pages;
  if (first < region->Hint) region->Hint = first;
  KeReleaseSpinLock(&region->Lock, irql);
}

// Addresses with zeroed pages behind them, or null.
PVOID MiAllocateRegionPages(MI_REGION *region, ULONG64 pages) {
  PVOID va = MiReserve(region, pages, 0);
  if (va && !NT_SUCCESS(MiMapNewPages(va, pages, MM_KERNEL_RWX))) {
    MiUnreserve(region, va, pages);
    va = NULL;
  }
  return va;
}

VOID MiFreeRegionPages(MI_REGION *region, PVOID va, ULONG64 pages) {
  MiUnmapPages(va, pages, TRUE);
  MiUnreserve(region, va, pages);
}

// A kernel stack with a hole below it. Returns its upper end, or null.
PVOID MmAllocateKernelStack(void) {
  PUCHAR va = MiReserve(&MiSystemPtes, KERNEL_STACK_SIZE / PAGE_SIZE, 1);
  if (va && !NT_SUCCESS(MiMapNewPages(va, KERNEL_STACK_SIZE / PAGE_SIZE, MM_KERNEL_RW))) {
    MiUnreserve(&MiSystemPtes, va - PAGE_SIZE, KERNEL_STACK_SIZE / PAGE_SIZE + 1);
    return NULL;
  }
  return va ? va + KERNEL_STACK_SIZE : NULL;
}

VOID MmFreeKernelStack(PVOID top) {
  PUCHAR va = (PUCHAR)top - KERNEL_STACK_SIZE;
  MiUnmapPages(va, KERNEL_STACK_SIZE / PAGE_SIZE, TRUE);
  MiUnreserve(&MiSystemPtes, va - PAGE_SIZE, KERNEL_STACK_SIZE / PAGE_SIZE + 1);
}

// Points an entry of the top table at an empty table.
static VOID MiMakeTopEntry(ULONG64 va) {
  if (*MiPxe(va) & PTE_VALID) return;
  ULONG64 page = MiAllocatePage();
  *MiPxe(va) = page << PAGE_SHIFT | MM_TABLE;
  memset((PVOID)ROUND_DOWN(MiPpe(va), PAGE_SIZE), 0, PAGE_SIZE);
}

static VOID MiInitializeSharedData(void) {
  KUSER_SHARED_DATA *shared = (KUSER_SHARED_DATA *)SHARED_DATA_VA;
  MiMapNewPages(shared, 1, MM_KERNEL_RW);
  shared->NtMajorVersion = 6;
  shared->NtMinorVersion = 1;
  shared->NtProductType = NtProductWinNt;
  shared->ProductTypeIsValid = TRUE;
  shared->TickCountMultiplier = 0xFA00000;
  shared->ImageNumberLow = shared->ImageNumberHigh = 0x8664;
  shared->NumberOfPhysicalPages = (ULONG)MmNumberOfPhysicalPages;
  memcpy(shared->NtSystemRoot, L"C:\\Gurney", 20);
  KeUpdateSharedTime();
}

// The database's tables come first: MiAllocatePage needs them. They are taken by hand, from the
// start of free memory.
static VOID MiMapDatabaseTables(PLOADER_PARAMETER_BLOCK block) {
  ULONG64 end = (ULONG64)&MmPfnDatabase[MmHighestPhysicalPage + 1];
  ULONG64 page = 0;
  PMEMORY_ALLOCATION_DESCRIPTOR free = NULL;
  for (PLIST_ENTRY e = block->MemoryDescriptorListHead.Flink; e != &block->MemoryDescriptorListHead;
       e = e->Flink) {
    PMEMORY_ALLOCATION_DESCRIPTOR d =
        CONTAINING_RECORD(e, MEMORY_ALLOCATION_DESCRIPTOR, ListEntry);
    if (d->MemoryType == LoaderFree && d->BasePage >= 0x100 && d->PageCount > 0x100) free = d;
  }
  if (free == NULL) KeBugCheck(0x7D);
  for (ULONG64 va = (ULONG64)MmPfnDatabase; va < end; va += 0x200000) {
    ULONG64 *entries[] = {MiPxe(va), MiPpe(va), MiPde(va)};
    PVOID tables[] = {MiPpe(va), MiPde(va), MiPte(va)};
    for (ULONG level = 0; level < 3; level++) {
      if (*entries[level] & PTE_VALID) continue;
      page = free->BasePage++;
      free->PageCount--;
      *entries[level] = page << PAGE_SHIFT | MM_TABLE;
      memset((PVOID)ROUND_DOWN(tables[level], PAGE_SIZE), 0, PAGE_SIZE);
    }
  }
  MiNonPagedPool.Base = ROUND_UP(end, 0x200000);
}

VOID MmInitSystem(PLOADER_PARAMETER_BLOCK block) {
  for (PLIST_ENTRY e = block->MemoryDescriptorListHead.Flink; e != &block->MemoryDescriptorListHead;
       e = e->Flink) {
    PMEMORY_ALLOCATION_DESCRIPTOR d =
        CONTAINING_RECORD(e, MEMORY_ALLOCATION_DESCRIPTOR, ListEntry);
    if (d->BasePage + d->PageCount > MmHighestPhysicalPage + 1) {
      MmHighestPhysicalPage = d->BasePage + d->PageCount - 1;
    }
  }
  MiMapDatabaseTables(block);
  MmInitPhysical(block);
  // Every process shares the kernel's half of the top table by copying its entries: they must all
  // be there before the first copy.
  MiMakeTopEntry(SHARED_DATA_VA);
  MiMakeTopEntry(MiSystemPtes.Base);
  MiMakeTopEntry(MiNonPagedPool.Base);
  MmPagedPoolStart = (PVOID)MiPagedPool.Base;
  MmPagedPoolEnd = (PVOID)(MiPagedPool.Base + (MiPagedPool.Pages << PAGE_SHIFT) - 1);
  MmNonPagedPoolStart = (PVOID)MiNonPagedPool.Base;
  MmNonPagedPoolEnd = (PVOID)(MiNonPagedPool.Base + (MiNonPagedPool.Pages << PAGE_SHIFT));
  MiInitializeSharedData();
  KiInitialProcess.Pcb.DirectoryTableBase = ReadCr3();
}
