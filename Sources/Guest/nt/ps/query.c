// What programs may ask of processes and of the system; events and waits by handle.
#include "../ntos.h"

POBJECT_TYPE ExEventObjectType;

VOID ExInitEvents(void) { ExEventObjectType = ObCreateType(L"Event", NonPagedPool, NULL, NULL); }

static NTSTATUS PspReturn(PVOID buffer, const VOID *data, ULONG bytes, ULONG room,
                          PULONG userReturned) {
  if (userReturned) {
    NTSTATUS status = MmCopyToUser(userReturned, &bytes, sizeof bytes);
    if (!NT_SUCCESS(status)) return status;
  }
  return room < bytes ? STATUS_INFO_LENGTH_MISMATCH : MmCopyToUser(buffer, data, bytes);
}

// ProcessBasicInformation (0).
NTSTATUS NtQueryInformationProcess(HANDLE handle, ULONG informationClass, PVOID buffer,
                                   ULONG length, PULONG returned) {
  PEPROCESS process;
  if (informationClass != 0) return STATUS_INVALID_INFO_CLASS;
  NTSTATUS status = ObReferenceObjectByHandle(handle, 0, PsProcessType, UserMode,
                                              (PVOID *)&process, NULL);
  if (!NT_SUCCESS(status)) return status;
  PROCESS_BASIC_INFORMATION info = {
      .ExitStatus = process->Pcb.Header.SignalState ? process->ExitStatus : STATUS_PENDING,
      .PebBaseAddress = process->Peb,
      .AffinityMask = KeActiveProcessors,
      .BasePriority = process->Pcb.BasePriority,
      .UniqueProcessId = (ULONG_PTR)process->UniqueProcessId,
      .InheritedFromUniqueProcessId = (ULONG_PTR)process->InheritedFromUniqueProcessId,
  };
  ObDereferenceObject(process);
  return PspReturn(buffer, &info, sizeof info, length, returned);
}

// ---- The system ---------------------------------------------------------------------------------

// Fills a chain's next entry at `offset`, its name behind it. Returns the entry's end.
static ULONG ExpDescribeProcess(PUCHAR to, ULONG offset, ULONG room, PEPROCESS process,
                                ULONG64 userBuffer) {
  ULONG name = 0, entry = (ULONG)sizeof(SYSTEM_PROCESS_INFORMATION);
  while (name < sizeof process->ImageFileName && process->ImageFileName[name]) name++;
  ULONG bytes = (ULONG)ROUND_UP(entry + name * 2 + 2, 8);
  if (process == PsIdleProcess) name = 0;
  if (offset + bytes > room) return offset + bytes;
  SYSTEM_PROCESS_INFORMATION *info = (SYSTEM_PROCESS_INFORMATION *)(to + offset);
  memset(info, 0, bytes);
  PWSTR text = (PWSTR)(info + 1);
  for (ULONG i = 0; i < name; i++) text[i] = process->ImageFileName[i];
  info->NumberOfThreads = process == PsIdleProcess ? KeNumberProcessors : process->ActiveThreads;
  info->CreateTime = process->CreateTime;
  info->ImageName.Length = (USHORT)(name * 2);
  info->ImageName.MaximumLength = (USHORT)(name * 2 + 2);
  info->ImageName.Buffer = name ? (PWSTR)(userBuffer + offset + entry) : NULL;
  info->BasePriority = process->Pcb.BasePriority;
  info->UniqueProcessId = process->UniqueProcessId;
  info->InheritedFromUniqueProcessId = process->InheritedFromUniqueProcessId;
  info->HandleCount = process->ObjectTable ? process->ObjectTable->HandleCount : 0;
  return offset + bytes;
}

static NTSTATUS ExpQueryProcesses(PVOID buffer, ULONG length, PULONG returned) {
  PUCHAR copy = ExAllocatePoolWithTag(PagedPool, length ? length : 1, TAG('I', 'n', 'f', 'o'));
  if (copy == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  KIRQL irql = KiLockDispatcher();
  ULONG at = ExpDescribeProcess(copy, 0, length, PsIdleProcess, (ULONG64)buffer), last = 0;
  for (PLIST_ENTRY e = PsActiveProcessHead.Flink; e != &PsActiveProcessHead; e = e->Flink) {
    PEPROCESS process = CONTAINING_RECORD(e, EPROCESS, ActiveProcessLinks);
    ULONG next = ExpDescribeProcess(copy, at, length, process, (ULONG64)buffer);
    if (next <= length) {
      ((SYSTEM_PROCESS_INFORMATION *)(copy + last))->NextEntryOffset = at - last;
      last = at;
    }
    at = next;
  }
  KiUnlockDispatcher(irql);
  NTSTATUS status = PspReturn(buffer, copy, at, length, returned);
  ExFreePoolWithTag(copy, TAG('I', 'n', 'f', 'o'));
  return status;
}

static NTSTATUS ExpQueryModules(PVOID buffer, ULONG length, PULONG returned) {
  ULONG count = 0, index = 0;
  for (PLIST_ENTRY e = PsLoadedModuleList.Flink; e != &PsLoadedModuleList; e = e->Flink) count++;
  ULONG bytes = FIELD_OFFSET(RTL_PROCESS_MODULES, Modules) +
                count * (ULONG)sizeof(RTL_PROCESS_MODULE_INFORMATION);
  RTL_PROCESS_MODULES *list = ExpAllocateZeroed(PagedPool, bytes, TAG('I', 'n', 'f', 'o'));
  if (list == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  list->NumberOfModules = count;
  for (PLIST_ENTRY e = PsLoadedModuleList.Flink; e != &PsLoadedModuleList && index < count;
       e = e->Flink) {
    PLDR_DATA_TABLE_ENTRY entry = CONTAINING_RECORD(e, LDR_DATA_TABLE_ENTRY, InLoadOrderLinks);
    RTL_PROCESS_MODULE_INFORMATION *module = &list->Modules[index];
    ULONG used = 0;
    module->ImageBase = entry->DllBase;
    module->ImageSize = entry->SizeOfImage;
    module->LoadOrderIndex = (USHORT)index++;
    module->LoadCount = entry->LoadCount;
    module->OffsetToFileName = (entry->FullDllName.Length - entry->BaseDllName.Length) / 2;
    RtlUnicodeToMultiByteN(module->FullPathName, sizeof module->FullPathName - 1, &used,
                           entry->FullDllName.Buffer, entry->FullDllName.Length);
  }
  NTSTATUS status = PspReturn(buffer, list, bytes, length, returned);
  ExFreePoolWithTag(list, TAG('I', 'n', 'f', 'o'));
  return status;
}

extern POOL_DESCRIPTOR NonPagedPoolDescriptor, ExpPagedPoolDescriptorData;

NTSTATUS NtQuerySystemInformation(ULONG informationClass, PVOID buffer, ULONG length,
                                  PULONG returned) {
  SYSTEM_GURNEY_MEMORY memory = {
      .PhysicalBytes = MmNumberOfPhysicalPages << PAGE_SHIFT,
      .AvailableBytes = MmAvailablePages << PAGE_SHIFT,
      .NonPagedPoolBytes = NonPagedPoolDescriptor.TotalBytes,
      .PagedPoolBytes = ExpPagedPoolDescriptorData.TotalBytes,
  };
  switch (informationClass) {
  case SystemProcessInformation: return ExpQueryProcesses(buffer, length, returned);
  case SystemModuleInformation: return ExpQueryModules(buffer, length, returned);
  case SystemGurneyMemory: return PspReturn(buffer, &memory, sizeof memory, length, returned);
  }
  return STATUS_INVALID_INFO_CLASS;
}

// ---- Events and waits ---------------------------------------------------------------------------

NTSTATUS NtCreateEvent(PHANDLE userHandle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes,
                       ULONG type, BOOLEAN initialState) {
  PKEVENT event;
  HANDLE handle;
  if (type > SynchronizationEvent) return STATUS_INVALID_PARAMETER;
  NTSTATUS status = ObCreateObject(ExEventObjectType, sizeof *event, NULL, (PVOID *)&event);
  if (!NT_SUCCESS(status)) return status;
  KeInitializeEvent(event, (EVENT_TYPE)type, initialState != 0);
  status = ObOpenHandle(event, access, &handle);
  ObDereferenceObject(event);
  return NT_SUCCESS(status) ? MmCopyToUser(userHandle, &handle, sizeof handle) : status;
}

static NTSTATUS ExpChangeEvent(HANDLE handle, PLONG userPrevious, LONG (*change)(PKEVENT)) {
  PKEVENT event;
  NTSTATUS status = ObReferenceObjectByHandle(handle, 0, ExEventObjectType, UserMode,
                                              (PVOID *)&event, NULL);
  if (!NT_SUCCESS(status)) return status;
  LONG previous = change(event);
  ObDereferenceObject(event);
  return userPrevious ? MmCopyToUser(userPrevious, &previous, sizeof previous) : STATUS_SUCCESS;
}

static LONG ExpSet(PKEVENT event) { return KeSetEvent(event, 1, FALSE); }

NTSTATUS NtSetEvent(HANDLE handle, PLONG previous) {
  return ExpChangeEvent(handle, previous, ExpSet);
}

NTSTATUS NtResetEvent(HANDLE handle, PLONG previous) {
  return ExpChangeEvent(handle, previous, KeResetEvent);
}

NTSTATUS NtWaitForSingleObject(HANDLE handle, BOOLEAN alertable, PLARGE_INTEGER userTimeout) {
  PVOID object;
  LARGE_INTEGER timeout;
  NTSTATUS status = STATUS_SUCCESS;
  if (userTimeout) status = MmCopyFromUser(&timeout, userTimeout, sizeof timeout);
  if (NT_SUCCESS(status)) {
    status = ObReferenceObjectByHandle(handle, 0, NULL, UserMode, &object, NULL);
  }
  if (!NT_SUCCESS(status)) return status;
  POBJECT_TYPE type = ObGetType(object);
  PVOID waitable = type == IoFileObjectType ? (PVOID)&((PFILE_OBJECT)object)->Event : object;
  if (type == IoFileObjectType || type == ExEventObjectType || type == PsProcessType ||
      type == PsThreadType) {
    status = KeWaitForSingleObject(waitable, UserRequest, UserMode, alertable,
                                   userTimeout ? &timeout : NULL);
  } else {
    status = STATUS_OBJECT_TYPE_MISMATCH;
  }
  ObDereferenceObject(object);
  return status;
}
