// Physical pages: which are free, and the page frame database.
//
// Free memory is what the boot loader's descriptors say. Pages are taken from its start, one after
// the other, and what is given back goes on a list through the database's entries, which are mapped
// as they are needed: memory that nobody touched costs nothing, not even its entry.
#include "../ntos.h"

#define LOWEST_PAGE   0x100  // what lies below is for start-up blocks
#define MAXIMUM_RUNS  32
#define NO_PAGE       0

PMMPFN MmPfnDatabase = (PMMPFN)0xFFFFFA8000000000ull;
ULONG64 MmAvailablePages, MmNumberOfPhysicalPages, MmHighestPhysicalPage, MmLowestPhysicalPage;

static struct { ULONG64 Next, End; } MiRuns[MAXIMUM_RUNS];
static ULONG MiRunCount;
static ULONG64 MiFreeList;  // page numbers through MMPFN.u1.Flink
static ULONG64 MiLowPage;
static KSPIN_LOCK MiPfnLock;

// MMPFNENTRY.PageLocation takes the values of MMLISTS.

VOID MmInitPhysical(PLOADER_PARAMETER_BLOCK block) {
  MmLowestPhysicalPage = ~0ull;
  for (PLIST_ENTRY e = block->MemoryDescriptorListHead.Flink; e != &block->MemoryDescriptorListHead;
       e = e->Flink) {
    PMEMORY_ALLOCATION_DESCRIPTOR d =
        CONTAINING_RECORD(e, MEMORY_ALLOCATION_DESCRIPTOR, ListEntry);
    ULONG64 first = d->BasePage, end = first + d->PageCount;
    MmNumberOfPhysicalPages += d->PageCount;
    if (first < MmLowestPhysicalPage) MmLowestPhysicalPage = first;
    if (end > MmHighestPhysicalPage + 1) MmHighestPhysicalPage = end - 1;
    if (d->MemoryType != LoaderFree) continue;
    if (first < LOWEST_PAGE && end > 8) MiLowPage = first > 8 ? first : 8;
    if (first < LOWEST_PAGE) first = LOWEST_PAGE;
    if (first >= end || MiRunCount == MAXIMUM_RUNS) continue;
    MiRuns[MiRunCount].Next = first;
    MiRuns[MiRunCount++].End = end;
    MmAvailablePages += end - first;
  }
}

// A page below 1 MB; there is one.
ULONG64 MmTakeLowPage(void) {
  ULONG64 page = MiLowPage;
  MiLowPage = NO_PAGE;
  return page;
}

static ULONG64 MiTakeFresh(void) {
  for (ULONG i = 0; i < MiRunCount; i++) {
    if (MiRuns[i].Next < MiRuns[i].End) {
      MmAvailablePages--;
      return MiRuns[i].Next++;
    }
  }
  return NO_PAGE;
}

// Maps the part of the database that holds a page's entry. Its page tables were made before.
static BOOLEAN MiMapPfnEntry(ULONG64 pfn) {
  ULONG64 first = ROUND_DOWN(&MmPfnDatabase[pfn], PAGE_SIZE);
  ULONG64 last = (ULONG64)&MmPfnDatabase[pfn + 1] - 1;
  for (ULONG64 va = first; va <= last; va += PAGE_SIZE) {
    if (*MiPte(va) & PTE_VALID) continue;
    ULONG64 page = MiTakeFresh();
    if (page == NO_PAGE) return FALSE;
    *MiPte(va) = page << PAGE_SHIFT | MM_KERNEL_RW;
    memset((PVOID)va, 0, PAGE_SIZE);
  }
  return TRUE;
}

// A page's number, or 0 if there is none left.
ULONG64 MiAllocatePage(void) {
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&MiPfnLock);
  ULONG64 pfn = MiFreeList;
  if (pfn != NO_PAGE) {
    MiFreeList = MmPfnDatabase[pfn].u1.Flink;
    MmAvailablePages--;
  } else {
    pfn = MiTakeFresh();
    if (pfn != NO_PAGE && !MiMapPfnEntry(pfn)) pfn = NO_PAGE;
  }
  if (pfn != NO_PAGE) {
    PMMPFN entry = &MmPfnDatabase[pfn];
    memset(entry, 0, sizeof *entry);
    entry->u2.ShareCount = 1;
    entry->u3.ReferenceCount = 1;
    entry->u3.e1.PageLocation = ActiveAndValid;
  }
  KeReleaseSpinLock(&MiPfnLock, irql);
  return pfn;
}

VOID MiFreePage(ULONG64 pfn) {
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&MiPfnLock);
  PMMPFN entry = &MmPfnDatabase[pfn];
  entry->u1.Flink = MiFreeList;
  entry->u2.ShareCount = 0;
  entry->PteLong = 0;
  entry->u3.ReferenceCount = 0;
  entry->u3.e1.PageLocation = FreePageList;
  MiFreeList = pfn;
  MmAvailablePages++;
  KeReleaseSpinLock(&MiPfnLock, irql);
}
