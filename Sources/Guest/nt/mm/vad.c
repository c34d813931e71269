// A process' address descriptors (VADs): which ranges of its addresses are what. A binary tree by
// page number, its root at EPROCESS.VadRoot.BalancedRoot.RightChild.
#include "../ntos.h"

#define USER_STEP 0x10000ull  // allocations begin at multiples of 64 KB

static PMMVAD MiRoot(PEPROCESS process) {
  return (PMMVAD)process->VadRoot.BalancedRoot.RightChild;
}

// The descriptor that holds a page, or null.
PMMVAD MiFindVad(PEPROCESS process, ULONG64 vpn) {
  PMMVAD vad = MiRoot(process);
  while (vad && (vpn < vad->StartingVpn || vpn > vad->EndingVpn)) {
    vad = vpn < vad->StartingVpn ? vad->LeftChild : vad->RightChild;
  }
  return vad;
}

// The lowest descriptor that ends at or after a page.
static PMMVAD MiFirstFrom(PEPROCESS process, ULONG64 vpn) {
  PMMVAD vad = MiRoot(process), best = NULL;
  while (vad) {
    if (vad->EndingVpn >= vpn) {
      best = vad;
      vad = vad->LeftChild;
    } else {
      vad = vad->RightChild;
    }
  }
  return best;
}

static BOOLEAN MiIsFree(PEPROCESS process, ULONG64 first, ULONG64 last) {
  PMMVAD vad = MiFirstFrom(process, first);
  return vad == NULL || vad->StartingVpn > last;
}

static ULONG64 MiFindGap(PEPROCESS process, ULONG64 pages, BOOLEAN topDown) {
  ULONG64 step = USER_STEP >> PAGE_SHIFT;
  if (topDown) {
    for (ULONG64 first = ROUND_DOWN((MM_USER_PROBE_ADDRESS >> PAGE_SHIFT) - 0x20 - pages, step);
         first >= step;) {
      PMMVAD vad = MiFirstFrom(process, first);
      if (vad == NULL || vad->StartingVpn > first + pages - 1) return first;
      if (vad->StartingVpn < pages + step) break;
      first = ROUND_DOWN(vad->StartingVpn - pages, step);
    }
    return 0;
  }
  for (ULONG64 first = MM_LOWEST_USER_ADDRESS >> PAGE_SHIFT;
       first + pages < MM_USER_PROBE_ADDRESS >> PAGE_SHIFT;) {
    PMMVAD vad = MiFirstFrom(process, first);
    if (vad == NULL || vad->StartingVpn > first + pages - 1) return first;
    first = ROUND_UP(vad->EndingVpn + 1, step);
  }
  return 0;
}

static VOID MiInsertVad(PEPROCESS process, PMMVAD vad) {
  PMMVAD *link = (PMMVAD *)&process->VadRoot.BalancedRoot.RightChild;
  PMMVAD parent = (PMMVAD)&process->VadRoot.BalancedRoot;
  while (*link) {
    parent = *link;
    link = vad->StartingVpn < parent->StartingVpn ? &parent->LeftChild : &parent->RightChild;
  }
  vad->u1.Parent = parent;
  *link = vad;
  process->VadRoot.NumberGenericTableElements++;
}

static VOID MiReplaceChild(PMMVAD parent, PMMVAD old, PMMVAD new) {
  if (parent->LeftChild == old) parent->LeftChild = new;
  else parent->RightChild = new;
  if (new) new->u1.Parent = parent;
}

VOID MiDeleteVad(PEPROCESS process, PMMVAD vad) {
  PMMVAD parent = vad->u1.Parent;
  if (vad->LeftChild && vad->RightChild) {
    PMMVAD next = vad->RightChild;
    while (next->LeftChild) next = next->LeftChild;
    if (next != vad->RightChild) {
      MiReplaceChild(next->u1.Parent, next, next->RightChild);
      next->RightChild = vad->RightChild;
      next->RightChild->u1.Parent = next;
    }
    next->LeftChild = vad->LeftChild;
    next->LeftChild->u1.Parent = next;
    MiReplaceChild(parent, vad, next);
  } else {
    MiReplaceChild(parent, vad, vad->LeftChild ? vad->LeftChild : vad->RightChild);
  }
  process->VadRoot.NumberGenericTableElements--;
  ExFreePoolWithTag(vad, TAG('V', 'a', 'd', ' '));
}

// Describes a range: at *base if that is not null, else where there is room.
NTSTATUS MiCreateVad(PEPROCESS process, PVOID *base, SIZE_T bytes, ULONG protection, BOOLEAN commit,
                     ULONG type, BOOLEAN topDown, PMMVAD *result) {
  ULONG64 va = (ULONG64)*base, pages;
  if (bytes == 0 || bytes > MM_USER_PROBE_ADDRESS) return STATUS_INVALID_PARAMETER;
  if (va) {
    if (va < MM_LOWEST_USER_ADDRESS || va + bytes > MM_USER_PROBE_ADDRESS) {
      return STATUS_CONFLICTING_ADDRESSES;
    }
    pages = BYTES_TO_PAGES((va & (PAGE_SIZE - 1)) + bytes);
    va = ROUND_DOWN(va, PAGE_SIZE);
    if (!MiIsFree(process, va >> PAGE_SHIFT, (va >> PAGE_SHIFT) + pages - 1)) {
      return STATUS_CONFLICTING_ADDRESSES;
    }
  } else {
    pages = BYTES_TO_PAGES(bytes);
    va = MiFindGap(process, pages, topDown) << PAGE_SHIFT;
    if (va == 0) return STATUS_NO_MEMORY;
  }
  PMMVAD vad = ExpAllocateZeroed(NonPagedPool, sizeof *vad, TAG('V', 'a', 'd', ' '));
  if (vad == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  vad->StartingVpn = va >> PAGE_SHIFT;
  vad->EndingVpn = vad->StartingVpn + pages - 1;
  vad->u.VadFlags.Protection = protection & 0x1F;
  vad->u.VadFlags.VadType = type & 7;
  vad->u.VadFlags.PrivateMemory = type == VadNone;
  vad->u.VadFlags.MemCommit = commit;
  vad->u.VadFlags.CommitCharge = commit ? pages : 0;
  vad->VadsProcess = process;
  MiInsertVad(process, vad);
  *base = (PVOID)va;
  if (result) *result = vad;
  return STATUS_SUCCESS;
}
