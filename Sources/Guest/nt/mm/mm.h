// Memory management: the address map, page tables, and what its files offer each other.
#pragma once

//   0 - 7ff`fffeffff         user
//   fffff680`00000000        page tables, through PXE slot 1ED (the self-map)
//   fffff780`00000000        KUSER_SHARED_DATA
//   fffff800`00000000        nt, hal and what the boot loader placed
//   fffff880`00000000        system PTEs: kernel stacks, drivers
//   fffff8a0`00000000        paged pool
//   fffffa80`00000000        PFN database, then nonpaged pool
#define PTE_BASE 0xFFFFF68000000000ull
#define PDE_BASE 0xFFFFF6FB40000000ull
#define PPE_BASE 0xFFFFF6FB7DA00000ull
#define PXE_BASE 0xFFFFF6FB7DBED000ull
#define PXE_SELFMAP 0x1ED

#define PAGE_SIZE  0x1000ull
#define PAGE_SHIFT 12

#define MM_USER_PROBE_ADDRESS   0x000007FFFFFF0000ull
#define MM_HIGHEST_USER_ADDRESS 0x000007FFFFFEFFFFull
#define MM_LOWEST_USER_ADDRESS  0x0000000000010000ull
#define MM_SYSTEM_RANGE_START   0xFFFF080000000000ull
#define SHARED_DATA_VA          0xFFFFF78000000000ull
#define SHARED_DATA_USER_VA     0x000000007FFE0000ull

// Bits of a page table entry (MMPTE_HARDWARE).
#define PTE_VALID   0x001ull
#define PTE_DIRTY1  0x002ull  // what the processor calls R/W
#define PTE_OWNER   0x004ull
#define PTE_ACCESS  0x020ull
#define PTE_DIRTY   0x040ull
#define PTE_LARGE   0x080ull
#define PTE_WRITE   0x800ull
#define PTE_NX      0x8000000000000000ull
#define PTE_PFN     0x0000FFFFFFFFF000ull

#define MM_KERNEL_RW   (PTE_VALID | PTE_ACCESS | PTE_DIRTY | PTE_DIRTY1 | PTE_WRITE | PTE_NX)
#define MM_KERNEL_RX   (PTE_VALID | PTE_ACCESS)
#define MM_KERNEL_R    (PTE_VALID | PTE_ACCESS | PTE_NX)
#define MM_KERNEL_RWX  (MM_KERNEL_RW & ~PTE_NX)
#define MM_TABLE       (PTE_VALID | PTE_ACCESS | PTE_DIRTY | PTE_DIRTY1 | PTE_WRITE)

// Protections of MMVAD_FLAGS and software PTEs.
#define MM_READONLY          1
#define MM_EXECUTE           2
#define MM_EXECUTE_READ      3
#define MM_READWRITE         4
#define MM_WRITECOPY         5
#define MM_EXECUTE_READWRITE 6
#define MM_NOACCESS          0x18

// MMVAD_FLAGS.VadType
#define VadNone     0
#define VadImageMap 2

#define MiPte(va) ((ULONG64 *)(PTE_BASE + (((ULONG64)(va) >> 9) & 0x7FFFFFFFF8ull)))
#define MiPde(va) ((ULONG64 *)(PDE_BASE + (((ULONG64)(va) >> 18) & 0x3FFFFFF8ull)))
#define MiPpe(va) ((ULONG64 *)(PPE_BASE + (((ULONG64)(va) >> 27) & 0x1FFFF8ull)))
#define MiPxe(va) ((ULONG64 *)(PXE_BASE + (((ULONG64)(va) >> 36) & 0xFF8ull)))
#define PFN_OF(pte) (((pte) & PTE_PFN) >> PAGE_SHIFT)
#define BYTES_TO_PAGES(bytes) (((ULONG64)(bytes) + PAGE_SIZE - 1) >> PAGE_SHIFT)

/// A range of kernel addresses handed out by pages.
typedef struct _MI_REGION {
  ULONG64 Base;
  ULONG64 Pages;
  ULONG64 Used;
  ULONG64 Hint;      // the page to look at next
  ULONG64 *Bitmap;   // a set bit is a page in use
  KSPIN_LOCK Lock;
} MI_REGION;

extern MI_REGION MiNonPagedPool, MiPagedPool, MiSystemPtes;
extern PMMPFN MmPfnDatabase;
extern ULONG64 MmAvailablePages, MmNumberOfPhysicalPages, MmHighestPhysicalPage,
    MmLowestPhysicalPage, MmPteBase;
extern PVOID MmPagedPoolStart, MmPagedPoolEnd, MmNonPagedPoolStart, MmNonPagedPoolEnd;
extern PVOID MmSystemRangeStart, MmHighestUserAddress;
extern ULONG64 MmUserProbeAddress, MmSizeOfPagedPoolInBytes, MmMaximumNonPagedPoolInBytes;

VOID MmInitSystem(PLOADER_PARAMETER_BLOCK);
VOID MmInitPhysical(PLOADER_PARAMETER_BLOCK);
ULONG64 MiAllocatePage(void);
VOID MiFreePage(ULONG64 pfn);
ULONG64 MmTakeLowPage(void);

NTSTATUS MiMakeTables(PVOID va);
NTSTATUS MiMapPage(PVOID va, ULONG64 pfn, ULONG64 bits);
NTSTATUS MiMapNewPages(PVOID va, ULONG64 pages, ULONG64 bits);
VOID MiUnmapPages(PVOID va, ULONG64 pages, BOOLEAN free);
VOID MiSetProtection(PVOID va, ULONG64 pages, ULONG64 bits);
BOOLEAN MmIsAddressValid(PVOID va);

PVOID MiReserve(MI_REGION *, ULONG64 pages, ULONG64 guard);
VOID MiUnreserve(MI_REGION *, PVOID va, ULONG64 pages);
PVOID MiAllocateRegionPages(MI_REGION *, ULONG64 pages);
VOID MiFreeRegionPages(MI_REGION *, PVOID va, ULONG64 pages);
PVOID MmAllocateKernelStack(void);
VOID MmFreeKernelStack(PVOID top);

ULONG64 MmCreateDirectoryTable(void);
VOID MmDeleteDirectoryTable(ULONG64 cr3);
VOID MmCleanAddressSpace(PEPROCESS);

ULONG64 MiUserBits(ULONG protection);
ULONG MiProtectionFromPage(ULONG pageProtection);
ULONG MiPageFromProtection(ULONG protection);
PMMVAD MiFindVad(PEPROCESS, ULONG64 vpn);
NTSTATUS MiCreateVad(PEPROCESS, PVOID *base, SIZE_T bytes, ULONG protection, BOOLEAN commit,
                     ULONG type, BOOLEAN topDown, PMMVAD *);
VOID MiDeleteVad(PEPROCESS, PMMVAD);
NTSTATUS MmAllocateUser(PEPROCESS, PVOID *base, SIZE_T bytes, ULONG protection);
NTSTATUS MmMapUserImage(PEPROCESS, PVOID file, ULONG64 fileBytes, PVOID *base);
NTSTATUS MmAccessFault(ULONG64 code, PVOID va, KPROCESSOR_MODE, PKTRAP_FRAME);

NTSTATUS MmLoadSystemImage(const UNICODE_STRING *path, PLDR_DATA_TABLE_ENTRY *);
VOID MmUnloadSystemImage(PLDR_DATA_TABLE_ENTRY);
PLDR_DATA_TABLE_ENTRY MiLookupImage(ULONG64 address);
VOID MiInitializeLoadedModules(PLOADER_PARAMETER_BLOCK);
VOID MmInitImages(void);

NTSTATUS MmCopyFromUser(PVOID to, const VOID *userFrom, SIZE_T bytes);
NTSTATUS MmCopyToUser(PVOID userTo, const VOID *from, SIZE_T bytes);
BOOLEAN MmIsUserRange(const VOID *va, SIZE_T bytes);
