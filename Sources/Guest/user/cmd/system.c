// What the system tells of itself: processes, modules, memory; and its end.
#include "cmd.h"

/// A list whose length is not known before: asks with more room until it fits. Free it with
/// HeapFree; null (and a line on the console) if the system does not answer.
static PVOID Query(SYSTEM_INFORMATION_CLASS class) {
  for (ULONG room = 0x4000; room <= 0x400000; room *= 2) {
    PVOID buffer = HeapAlloc(GetProcessHeap(), 0, room);
    if (!buffer) break;
    NTSTATUS status = NtQuerySystemInformation(class, buffer, room, NULL);
    if (NT_SUCCESS(status)) return buffer;
    HeapFree(GetProcessHeap(), 0, buffer);
    if (status != STATUS_INFO_LENGTH_MISMATCH) {
      Print(L"The system does not answer: %08lx.\n", status);
      return NULL;
    }
  }
  Print(L"There is not enough memory.\n");
  return NULL;
}

VOID ListTasks(PCWSTR arguments) {
  PUCHAR list = Query(SystemProcessInformation), next = list;
  if (!list) return;
  Print(L"Image Name                     PID   Parent  Threads  Handles\n"
        L"========================= ======== ======== ======== ========\n");
  for (;;) {
    SYSTEM_PROCESS_INFORMATION *process = (SYSTEM_PROCESS_INFORMATION *)next;
    UNICODE_STRING idle, *name = &process->ImageName;
    RtlInitUnicodeString(&idle, L"System Idle Process");
    if (!name->Length) name = &idle;
    Print(L"%-25wZ %8u %8u %8u %8u\n", name, (ULONG)(ULONG_PTR)process->UniqueProcessId,
          (ULONG)(ULONG_PTR)process->InheritedFromUniqueProcessId, process->NumberOfThreads,
          process->HandleCount);
    if (!process->NextEntryOffset) break;
    next += process->NextEntryOffset;
  }
  HeapFree(GetProcessHeap(), 0, list);
}

VOID ListDrivers(PCWSTR arguments) {
  RTL_PROCESS_MODULES *list = Query(SystemModuleInformation);
  if (!list) return;
  Print(L"Module Name      Base                  Size  File\n"
        L"================ ================ ========= =====================================\n");
  for (ULONG i = 0; i < list->NumberOfModules; i++) {
    RTL_PROCESS_MODULE_INFORMATION *module = &list->Modules[i];
    Print(L"%-16hs %016I64x %9x %hs\n", module->FullPathName + module->OffsetToFileName,
          module->ImageBase, module->ImageSize, module->FullPathName);
  }
  HeapFree(GetProcessHeap(), 0, list);
}

VOID ShowMemory(PCWSTR arguments) {
  SYSTEM_GURNEY_MEMORY memory;
  NTSTATUS status = NtQuerySystemInformation(SystemGurneyMemory, &memory, sizeof(memory), NULL);
  if (!NT_SUCCESS(status)) {
    Print(L"The system does not answer: %08lx.\n", status);
    return;
  }
  Print(L"Physical memory: %10I64u KB\n", memory.PhysicalBytes / 1024);
  Print(L"Available:       %10I64u KB\n", memory.AvailableBytes / 1024);
  Print(L"Nonpaged pool:   %10I64u KB\n", memory.NonPagedPoolBytes / 1024);
  Print(L"Paged pool:      %10I64u KB\n", memory.PagedPoolBytes / 1024);
}

VOID ShutDown(PCWSTR arguments) {
  WCHAR option[8];
  NextWord(arguments, option, COUNT_OF(option));
  BOOLEAN restart = !_wcsicmp(option, L"/r");
  if (*option && !restart && _wcsicmp(option, L"/s")) {
    Print(L"shutdown [/s | /r]\n");
    return;
  }
  NTSTATUS status = NtShutdownSystem(restart ? 1 : 0);
  Print(L"The machine does not go: %08lx.\n", status);
}
