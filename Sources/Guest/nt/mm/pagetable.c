// Page tables, reached through the self-map: PXE slot 1ED points at the top table itself, so that
// every entry of every level has an address computed from the address it maps.
#include "../ntos.h"

static KSPIN_LOCK MiTableLock;

// Makes one level's entry point at an empty table, unless it does already.
static BOOLEAN MiMakeTable(ULONG64 *entry, PVOID table, ULONG64 owner) {
  if (*entry & PTE_VALID) return TRUE;
  ULONG64 page = MiAllocatePage();
  if (page == 0) return FALSE;
  *entry = page << PAGE_SHIFT | MM_TABLE | owner;
  InvalidatePage(table);
  memset((PVOID)ROUND_DOWN(table, PAGE_SIZE), 0, PAGE_SIZE);
  return TRUE;
}

// Makes every table on the way to a page's entry.
NTSTATUS MiMakeTables(PVOID va) {
  if ((*MiPxe(va) & PTE_VALID) && (*MiPpe(va) & PTE_VALID) && (*MiPde(va) & PTE_VALID)) {
    return STATUS_SUCCESS;
  }
  ULONG64 owner = (ULONG64)va < MM_USER_PROBE_ADDRESS ? PTE_OWNER : 0;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&MiTableLock);
  BOOLEAN made = MiMakeTable(MiPxe(va), MiPpe(va), owner) &&
                 MiMakeTable(MiPpe(va), MiPde(va), owner) &&
                 MiMakeTable(MiPde(va), MiPte(va), owner);
  KeReleaseSpinLock(&MiTableLock, irql);
  return made ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

NTSTATUS MiMapPage(PVOID va, ULONG64 pfn, ULONG64 bits) {
  NTSTATUS status = MiMakeTables(va);
  if (!NT_SUCCESS(status)) return status;
  *MiPte(va) = pfn << PAGE_SHIFT | bits;
  return STATUS_SUCCESS;
}

// Maps zeroed pages. On failure nothing stays mapped.
NTSTATUS MiMapNewPages(PVOID va, ULONG64 pages, ULONG64 bits) {
  PUCHAR at = va;
  for (ULONG64 i = 0; i < pages; i++, at += PAGE_SIZE) {
    ULONG64 pfn = MiAllocatePage();
    NTSTATUS status = pfn ? MiMapPage(at, pfn, bits | PTE_DIRTY1) : STATUS_INSUFFICIENT_RESOURCES;
    if (!NT_SUCCESS(status)) {
      if (pfn) MiFreePage(pfn);
      MiUnmapPages(va, i, TRUE);
      return status;
    }
    memset(at, 0, PAGE_SIZE);
    MmPfnDatabase[pfn].PteAddress = (PMMPTE)MiPte(at);
    if (!(bits & PTE_DIRTY1)) {
      *MiPte(at) = pfn << PAGE_SHIFT | bits;
      InvalidatePage(at);
    }
  }
  return STATUS_SUCCESS;
}

BOOLEAN MmIsAddressValid(PVOID va) {
  LONG64 extended = (LONG64)((ULONG64)va << 16) >> 16;
  if (extended != (LONG64)va) return FALSE;
  if (!(*MiPxe(va) & PTE_VALID) || !(*MiPpe(va) & PTE_VALID)) return FALSE;
  ULONG64 pde = *MiPde(va);
  if (!(pde & PTE_VALID)) return FALSE;
  return (pde & PTE_LARGE) || (*MiPte(va) & PTE_VALID);
}

// Unmaps what is mapped in a range; `free` gives its pages back. Entries that only say how a page
// shall be (demand-zero) go too.
VOID MiUnmapPages(PVOID va, ULONG64 pages, BOOLEAN free) {
  PUCHAR at = va;
  BOOLEAN any = FALSE;
  for (ULONG64 i = 0; i < pages; i++, at += PAGE_SIZE) {
    if (!(*MiPxe(at) & PTE_VALID) || !(*MiPpe(at) & PTE_VALID) || !(*MiPde(at) & PTE_VALID)) {
      continue;
    }
    ULONG64 pte = *MiPte(at);
    *MiPte(at) = 0;
    if (!(pte & PTE_VALID)) continue;
    InvalidatePage(at);
    any = TRUE;
    if (free) MiFreePage(PFN_OF(pte));
  }
  if (any && (ULONG64)va >= MM_SYSTEM_RANGE_START) KiFlushTb();
}

// Gives mapped pages other bits.
VOID MiSetProtection(PVOID va, ULONG64 pages, ULONG64 bits) {
  PUCHAR at = va;
  for (ULONG64 i = 0; i < pages; i++, at += PAGE_SIZE) {
    if (!MmIsAddressValid(at)) continue;
    *MiPte(at) = (*MiPte(at) & PTE_PFN) | bits;
    InvalidatePage(at);
  }
}

// ---- Address spaces -----------------------------------------------------------------------------

// A new top table: the kernel's half is shared, the user's empty. Returns what goes into cr3, or 0.
ULONG64 MmCreateDirectoryTable(void) {
  ULONG64 page = MiAllocatePage();
  ULONG64 *table = MiReserve(&MiSystemPtes, 1, 0);
  if (page == 0 || table == NULL || !NT_SUCCESS(MiMapPage(table, page, MM_KERNEL_RW))) return 0;
  memset(table, 0, PAGE_SIZE / 2);
  memcpy(table + 256, (ULONG64 *)PXE_BASE + 256, PAGE_SIZE / 2);
  table[PXE_SELFMAP] = page << PAGE_SHIFT | MM_TABLE;
  MiUnmapPages(table, 1, FALSE);
  MiUnreserve(&MiSystemPtes, table, 1);
  return page << PAGE_SHIFT;
}

// Gives back the current address space's user half: pages, then tables.
static VOID MiFreeUserHalf(void) {
  for (ULONG64 x = 0; x < 256; x++) {
    ULONG64 *pxe = (ULONG64 *)PXE_BASE + x;
    if (!(*pxe & PTE_VALID)) continue;
    for (ULONG64 p = x * 512; p < (x + 1) * 512; p++) {
      ULONG64 *ppe = (ULONG64 *)PPE_BASE + p;
      if (!(*ppe & PTE_VALID)) continue;
      for (ULONG64 d = p * 512; d < (p + 1) * 512; d++) {
        ULONG64 *pde = (ULONG64 *)PDE_BASE + d;
        if (!(*pde & PTE_VALID)) continue;
        for (ULONG64 t = d * 512; t < (d + 1) * 512; t++) {
          ULONG64 *pte = (ULONG64 *)PTE_BASE + t;
          BOOLEAN shared = t == SHARED_DATA_USER_VA >> PAGE_SHIFT;
          if ((*pte & PTE_VALID) && !shared) MiFreePage(PFN_OF(*pte));
        }
        MiFreePage(PFN_OF(*pde));
      }
      MiFreePage(PFN_OF(*ppe));
    }
    MiFreePage(PFN_OF(*pxe));
    *pxe = 0;
  }
  WriteCr3(ReadCr3());
}

// Empties a process' address space. Its threads, the caller apart, no longer run.
VOID MmCleanAddressSpace(PEPROCESS process) {
  PEPROCESS previous;
  KeAttachProcess(process, &previous);
  MiFreeUserHalf();
  while (process->VadRoot.BalancedRoot.RightChild) {
    MiDeleteVad(process, (PMMVAD)process->VadRoot.BalancedRoot.RightChild);
  }
  KeDetachProcess(previous);
}

VOID MmDeleteDirectoryTable(ULONG64 cr3) { MiFreePage(cr3 >> PAGE_SHIFT); }
