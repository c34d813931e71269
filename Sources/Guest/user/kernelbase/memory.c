// Virtual memory and the process heap.
#include "kernelbase.h"

PVOID VirtualAlloc(PVOID address, SIZE_T bytes, DWORD type, DWORD protection) {
  NTSTATUS status = NtAllocateVirtualMemory(NtCurrentProcess(), &address, 0, &bytes, type,
                                            protection);
  if (NT_SUCCESS(status)) return address;
  BaseSetLastNTError(status);
  return NULL;
}

BOOL VirtualFree(PVOID address, SIZE_T bytes, DWORD type) {
  NTSTATUS status = NtFreeVirtualMemory(NtCurrentProcess(), &address, &bytes, type);
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}

BOOL VirtualProtect(PVOID address, SIZE_T bytes, DWORD protection, PULONG previous) {
  NTSTATUS status =
      NtProtectVirtualMemory(NtCurrentProcess(), &address, &bytes, protection, previous);
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}

SIZE_T VirtualQuery(PVOID address, PMEMORY_BASIC_INFORMATION information, SIZE_T bytes) {
  SIZE_T returned = 0;
  NTSTATUS status =
      NtQueryVirtualMemory(NtCurrentProcess(), address, 0, information, bytes, &returned);
  if (NT_SUCCESS(status)) return returned;
  BaseSetLastNTError(status);
  return 0;
}

HANDLE GetProcessHeap(void) {
  return RtlProcessHeap();
}
