// User memory: allocation, protection, faults, and copying to and from it.
//
// A committed page exists once it is touched. Until then its page table entry is zero, and its
// descriptor says how it shall be, or it holds a protection of its own (MMPTE_SOFTWARE).
#include "../ntos.h"

#define SOFTWARE_PTE(protection) ((ULONG64)(protection) << 5)
#define SOFTWARE_PROTECTION(pte) ((ULONG)((pte) >> 5 & 0x1F))

// What an MM_ protection is in a hardware entry; 0 for no access.
ULONG64 MiUserBits(ULONG protection) {
  ULONG64 bits = PTE_VALID | PTE_ACCESS | PTE_OWNER;
  switch (protection) {
  case MM_READONLY: return bits | PTE_NX;
  case MM_EXECUTE:
  case MM_EXECUTE_READ: return bits;
  case MM_READWRITE:
  case MM_WRITECOPY: return bits | PTE_DIRTY1 | PTE_WRITE | PTE_DIRTY | PTE_NX;
  case MM_EXECUTE_READWRITE: return bits | PTE_DIRTY1 | PTE_WRITE | PTE_DIRTY;
  }
  return 0;
}

ULONG MiProtectionFromPage(ULONG page) {
  switch (page & 0xFF) {
  case PAGE_READONLY: return MM_READONLY;
  case PAGE_READWRITE: return MM_READWRITE;
  case PAGE_WRITECOPY: return MM_WRITECOPY;
  case PAGE_EXECUTE: return MM_EXECUTE;
  case PAGE_EXECUTE_READ: return MM_EXECUTE_READ;
  case PAGE_EXECUTE_READWRITE: return MM_EXECUTE_READWRITE;
  case PAGE_NOACCESS: return MM_NOACCESS;
  }
  return 0;
}

ULONG MiPageFromProtection(ULONG protection) {
  static const UCHAR pages[] = {0, PAGE_READONLY, PAGE_EXECUTE, PAGE_EXECUTE_READ, PAGE_READWRITE,
                                PAGE_WRITECOPY, PAGE_EXECUTE_READWRITE};
  return protection < COUNT_OF(pages) ? pages[protection] : PAGE_NOACCESS;
}

// Tables on the way to a user address may be missing: then the entry is as good as zero.
static ULONG64 MiReadUserPte(ULONG64 va) {
  if (!(*MiPxe(va) & PTE_VALID) || !(*MiPpe(va) & PTE_VALID) || !(*MiPde(va) & PTE_VALID)) return 0;
  return *MiPte(va);
}

// The protection of a page of a descriptor, 0 if it is not committed.
static ULONG MiPageProtection(PMMVAD vad, ULONG64 va) {
  ULONG64 pte = MiReadUserPte(va);
  if (pte & PTE_VALID) {
    if (pte & PTE_WRITE) return pte & PTE_NX ? MM_READWRITE : MM_EXECUTE_READWRITE;
    return pte & PTE_NX ? MM_READONLY : MM_EXECUTE_READ;
  }
  if (pte) return SOFTWARE_PROTECTION(pte);
  return vad->u.VadFlags.MemCommit ? vad->u.VadFlags.Protection & 0x1F : 0;
}

static BOOLEAN MiAllows(ULONG64 pte, ULONG64 code, KPROCESSOR_MODE mode) {
  if (!(pte & PTE_VALID)) return FALSE;
  if (mode == UserMode && !(pte & PTE_OWNER)) return FALSE;
  if ((code & 2) && !(pte & PTE_DIRTY1)) return FALSE;
  if ((code & 0x10) && (pte & PTE_NX)) return FALSE;
  return TRUE;
}

// An access to kernel memory that is not there, or not so.
static NTSTATUS MiKernelFault(ULONG64 code, ULONG64 va, KPROCESSOR_MODE mode, PKTRAP_FRAME trap) {
  ULONG64 access = code & 0x10 ? 8 : code >> 1 & 1;
  if (MmIsAddressValid((PVOID)va) && MiAllows(*MiPte(va), code, mode)) {
    InvalidatePage((PVOID)va);  // somebody mapped it meanwhile
    return STATUS_SUCCESS;
  }
  if (mode == UserMode) return STATUS_ACCESS_VIOLATION;
  if (KeGetCurrentIrql() >= DISPATCH_LEVEL) {
    PLDR_DATA_TABLE_ENTRY image = MiLookupImage(trap->Rip);
    BOOLEAN driver = image && image->DllBase >= (PVOID)MiSystemPtes.Base;
    KeBugCheckEx(driver ? 0xD1 : 0x0A, va, KeGetCurrentIrql(), access, trap->Rip);
  }
  if (code & 1) KeBugCheckEx(code & 0x10 ? 0xFC : 0xBE, va, *MiPte(va), (ULONG_PTR)trap, 0xB);
  KeBugCheckEx(0x50, va, access, trap->Rip, 0);
}

// From KiPageFault. `code` is the processor's: 1 present, 2 write, 4 user, 10 fetch.
NTSTATUS MmAccessFault(ULONG64 code, PVOID address, KPROCESSOR_MODE mode, PKTRAP_FRAME trap) {
  ULONG64 va = (ULONG64)address;
  PEPROCESS process = PsGetCurrentProcess();
  if (va >= MM_USER_PROBE_ADDRESS) return MiKernelFault(code, va, mode, trap);
  if (KeGetCurrentIrql() >= DISPATCH_LEVEL) {
    KeBugCheckEx(MiLookupImage(trap->Rip) ? 0xD1 : 0x0A, va, KeGetCurrentIrql(), code >> 1 & 1,
                 trap->Rip);
  }
  PMMVAD vad = MiFindVad(process, va >> PAGE_SHIFT);
  if (vad == NULL) return STATUS_ACCESS_VIOLATION;
  ULONG64 pte = MiReadUserPte(va);
  if (pte & PTE_VALID) {
    if (!MiAllows(pte, code, mode)) return STATUS_ACCESS_VIOLATION;
    InvalidatePage(address);
    return STATUS_SUCCESS;
  }
  ULONG64 bits = MiUserBits(MiPageProtection(vad, va));
  if (!MiAllows(bits, code, mode)) return STATUS_ACCESS_VIOLATION;
  KeGetCurrentPrcb()->MmDemandZeroCount++;
  return MiMapNewPages((PVOID)ROUND_DOWN(va, PAGE_SIZE), 1, bits);
}

// ---- Copying ------------------------------------------------------------------------------------

BOOLEAN MmIsUserRange(const VOID *va, SIZE_T bytes) {
  ULONG64 start = (ULONG64)va;
  return start + bytes >= start && start + bytes <= MM_USER_PROBE_ADDRESS;
}

// A system call's arguments are the user's addresses; the kernel's own calls may pass its own.
static BOOLEAN MiMayTouch(const VOID *va, SIZE_T bytes) {
  return KeGetCurrentThread()->PreviousMode == KernelMode || MmIsUserRange(va, bytes);
}

NTSTATUS MmCopyFromUser(PVOID to, const VOID *from, SIZE_T bytes) {
  return MiMayTouch(from, bytes) ? KiUserCopy(to, from, bytes) : STATUS_ACCESS_VIOLATION;
}

NTSTATUS MmCopyToUser(PVOID to, const VOID *from, SIZE_T bytes) {
  return MiMayTouch(to, bytes) ? KiUserCopy(to, from, bytes) : STATUS_ACCESS_VIOLATION;
}

// ---- System calls -------------------------------------------------------------------------------

NTSTATUS MmAllocateUser(PEPROCESS process, PVOID *base, SIZE_T bytes, ULONG protection) {
  return MiCreateVad(process, base, bytes, protection, TRUE, VadNone, FALSE, NULL);
}

// The process a handle means, referenced.
static NTSTATUS MiProcessOf(HANDLE handle, PEPROCESS *process) {
  return ObReferenceObjectByHandle(handle, 0, PsProcessType, UserMode, (PVOID *)process, NULL);
}

// Marks pages of a reserved range as existing with a protection.
static NTSTATUS MiCommit(PMMVAD vad, ULONG64 va, ULONG64 pages, ULONG protection) {
  for (ULONG64 i = 0; i < pages; i++, va += PAGE_SIZE) {
    NTSTATUS status = MiMakeTables((PVOID)va);
    if (!NT_SUCCESS(status)) return status;
    if (!(*MiPte(va) & PTE_VALID)) *MiPte(va) = SOFTWARE_PTE(protection);
    else MiSetProtection((PVOID)va, 1, MiUserBits(protection));
  }
  return STATUS_SUCCESS;
}

// Allocates memory of a process. `base` and `size` are kernel memory, changed to what there is then.
NTSTATUS MmAllocateVirtualMemory(PEPROCESS process, PVOID *base, PSIZE_T size, ULONG type,
                                 ULONG pageProtection) {
  PEPROCESS previous;
  NTSTATUS status;
  ULONG protection = MiProtectionFromPage(pageProtection);
  if (protection == 0) return STATUS_INVALID_PAGE_PROTECTION;
  if (!(type & (MEM_COMMIT | MEM_RESERVE))) return STATUS_INVALID_PARAMETER;
  if (*size == 0 || *size > MM_USER_PROBE_ADDRESS) return STATUS_INVALID_PARAMETER;
  ULONG64 first = ROUND_DOWN(*base, PAGE_SIZE), end = ROUND_UP((ULONG64)*base + *size, PAGE_SIZE);
  KeAttachProcess(process, &previous);
  if ((type & MEM_RESERVE) || *base == NULL) {
    status = MiCreateVad(process, base, *size, protection, (type & MEM_COMMIT) != 0, VadNone,
                         FALSE, NULL);
    *size = ROUND_UP(*size, PAGE_SIZE);
  } else {
    PMMVAD vad = MiFindVad(process, first >> PAGE_SHIFT);
    if (vad == NULL || (end >> PAGE_SHIFT) - 1 > vad->EndingVpn) {
      status = STATUS_CONFLICTING_ADDRESSES;
    } else {
      status = MiCommit(vad, first, (end - first) >> PAGE_SHIFT, protection);
      *base = (PVOID)first;
      *size = end - first;
    }
  }
  KeDetachProcess(previous);
  return status;
}

// Makes committed pages of a process present, for a debugger, whose writes cause no faults.
NTSTATUS MmTouchVirtualMemory(PEPROCESS process, PVOID base, SIZE_T size) {
  PEPROCESS previous;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG64 va = ROUND_DOWN(base, PAGE_SIZE), end = (ULONG64)base + size;
  KeAttachProcess(process, &previous);
  for (; va < end && NT_SUCCESS(status); va += PAGE_SIZE) {
    status = MmAccessFault(4, (PVOID)va, UserMode, NULL);
  }
  KeDetachProcess(previous);
  return status;
}

NTSTATUS NtAllocateVirtualMemory(HANDLE handle, PVOID *userBase, ULONG_PTR zeroBits,
                                 PSIZE_T userSize, ULONG type, ULONG pageProtection) {
  PVOID base;
  SIZE_T size;
  PEPROCESS process;
  if (!NT_SUCCESS(MmCopyFromUser(&base, userBase, sizeof base)) ||
      !NT_SUCCESS(MmCopyFromUser(&size, userSize, sizeof size))) {
    return STATUS_ACCESS_VIOLATION;
  }
  NTSTATUS status = MiProcessOf(handle, &process);
  if (!NT_SUCCESS(status)) return status;
  status = MmAllocateVirtualMemory(process, &base, &size, type, pageProtection);
  ObDereferenceObject(process);
  if (NT_SUCCESS(status)) status = MmCopyToUser(userBase, &base, sizeof base);
  if (NT_SUCCESS(status)) status = MmCopyToUser(userSize, &size, sizeof size);
  return status;
}

// Frees memory of a process, likewise.
NTSTATUS MmFreeVirtualMemory(PEPROCESS process, PVOID *base, PSIZE_T size, ULONG type) {
  PEPROCESS previous;
  NTSTATUS status = STATUS_SUCCESS;
  if (type != MEM_RELEASE && type != MEM_DECOMMIT) return STATUS_INVALID_PARAMETER;
  KeAttachProcess(process, &previous);
  ULONG64 first = ROUND_DOWN(*base, PAGE_SIZE);
  PMMVAD vad = MiFindVad(process, first >> PAGE_SHIFT);
  if (vad == NULL || vad->u.VadFlags.VadType != VadNone) {
    status = STATUS_MEMORY_NOT_ALLOCATED;
  } else {
    ULONG64 pages = *size ? BYTES_TO_PAGES(((ULONG64)*base & (PAGE_SIZE - 1)) + *size)
                          : vad->EndingVpn - (first >> PAGE_SHIFT) + 1;
    ULONG64 rest = vad->EndingVpn - (first >> PAGE_SHIFT) + 1;
    if (pages > rest) pages = rest;
    MiUnmapPages((PVOID)first, pages, TRUE);
    *size = pages << PAGE_SHIFT;
    if (type == MEM_RELEASE) {
      MiUnmapPages((PVOID)(vad->StartingVpn << PAGE_SHIFT), vad->EndingVpn - vad->StartingVpn + 1,
                   TRUE);
      MiDeleteVad(process, vad);
    } else if (vad->u.VadFlags.MemCommit) {
      MiCommit(vad, first, pages, MM_NOACCESS);
    }
  }
  KeDetachProcess(previous);
  *base = (PVOID)first;
  return status;
}

NTSTATUS NtFreeVirtualMemory(HANDLE handle, PVOID *userBase, PSIZE_T userSize, ULONG type) {
  PVOID base;
  SIZE_T size;
  PEPROCESS process;
  if (!NT_SUCCESS(MmCopyFromUser(&base, userBase, sizeof base)) ||
      !NT_SUCCESS(MmCopyFromUser(&size, userSize, sizeof size))) {
    return STATUS_ACCESS_VIOLATION;
  }
  NTSTATUS status = MiProcessOf(handle, &process);
  if (!NT_SUCCESS(status)) return status;
  status = MmFreeVirtualMemory(process, &base, &size, type);
  ObDereferenceObject(process);
  if (NT_SUCCESS(status)) status = MmCopyToUser(userBase, &base, sizeof base);
  if (NT_SUCCESS(status)) status = MmCopyToUser(userSize, &size, sizeof size);
  return status;
}

NTSTATUS NtProtectVirtualMemory(HANDLE handle, PVOID *userBase, PSIZE_T userSize,
                                ULONG pageProtection, PULONG userPrevious) {
  PVOID base;
  SIZE_T size;
  ULONG protection = MiProtectionFromPage(pageProtection), old = 0;
  if (protection == 0) return STATUS_INVALID_PAGE_PROTECTION;
  if (!NT_SUCCESS(MmCopyFromUser(&base, userBase, sizeof base)) ||
      !NT_SUCCESS(MmCopyFromUser(&size, userSize, sizeof size)) || !MmIsUserRange(base, size)) {
    return STATUS_ACCESS_VIOLATION;
  }
  PEPROCESS process, previous;
  NTSTATUS status = MiProcessOf(handle, &process);
  if (!NT_SUCCESS(status)) return status;
  ULONG64 first = ROUND_DOWN(base, PAGE_SIZE), end = ROUND_UP((ULONG64)base + size, PAGE_SIZE);
  KeAttachProcess(process, &previous);
  PMMVAD vad = MiFindVad(process, first >> PAGE_SHIFT);
  if (vad == NULL || end == first || (end >> PAGE_SHIFT) - 1 > vad->EndingVpn) {
    status = STATUS_CONFLICTING_ADDRESSES;
  } else {
    old = MiPageFromProtection(MiPageProtection(vad, first));
    status = MiCommit(vad, first, (end - first) >> PAGE_SHIFT, protection);
  }
  KeDetachProcess(previous);
  ObDereferenceObject(process);
  base = (PVOID)first;
  size = end - first;
  if (NT_SUCCESS(status)) status = MmCopyToUser(userBase, &base, sizeof base);
  if (NT_SUCCESS(status)) status = MmCopyToUser(userSize, &size, sizeof size);
  if (NT_SUCCESS(status)) status = MmCopyToUser(userPrevious, &old, sizeof old);
  return status;
}

NTSTATUS NtQueryVirtualMemory(HANDLE handle, PVOID address, ULONG informationClass, PVOID buffer,
                              SIZE_T length, PSIZE_T returned) {
  MEMORY_BASIC_INFORMATION info = {0};
  SIZE_T bytes = sizeof info;
  ULONG64 va = ROUND_DOWN(address, PAGE_SIZE);
  if (informationClass != 0) return STATUS_INVALID_INFO_CLASS;
  if (length < sizeof info) return STATUS_INFO_LENGTH_MISMATCH;
  if ((ULONG64)address > MM_HIGHEST_USER_ADDRESS) return STATUS_INVALID_PARAMETER;
  PEPROCESS process, previous;
  NTSTATUS status = MiProcessOf(handle, &process);
  if (!NT_SUCCESS(status)) return status;
  KeAttachProcess(process, &previous);
  PMMVAD vad = MiFindVad(process, va >> PAGE_SHIFT);
  info.BaseAddress = (PVOID)va;
  if (vad == NULL) {
    info.State = MEM_FREE;
    info.Protect = PAGE_NOACCESS;
    while (va < MM_USER_PROBE_ADDRESS && MiFindVad(process, va >> PAGE_SHIFT) == NULL) {
      va += 0x10000;
    }
    info.RegionSize = va - (ULONG64)info.BaseAddress;
  } else {
    ULONG protection = MiPageProtection(vad, va);
    info.AllocationBase = (PVOID)(vad->StartingVpn << PAGE_SHIFT);
    info.AllocationProtect = MiPageFromProtection(vad->u.VadFlags.Protection & 0x1F);
    info.State = protection ? MEM_COMMIT : MEM_RESERVE;
    info.Protect = protection ? MiPageFromProtection(protection) : 0;
    info.Type = vad->u.VadFlags.VadType == VadImageMap ? MEM_IMAGE : MEM_PRIVATE;
    do {
      va += PAGE_SIZE;
    } while (va >> PAGE_SHIFT <= vad->EndingVpn && MiPageProtection(vad, va) == protection);
    info.RegionSize = va - (ULONG64)info.BaseAddress;
  }
  KeDetachProcess(previous);
  ObDereferenceObject(process);
  status = MmCopyToUser(buffer, &info, sizeof info);
  if (NT_SUCCESS(status) && returned) status = MmCopyToUser(returned, &bytes, sizeof bytes);
  return status;
}
