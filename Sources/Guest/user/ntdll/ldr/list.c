// The loader's lists of modules, which debuggers read through the PEB.
#include "../ntdllp.h"

/// What follows the last backslash.
static UNICODE_STRING BaseNameOf(const UNICODE_STRING *fullName) {
  USHORT start = fullName->Length / sizeof(WCHAR);
  while (start && fullName->Buffer[start - 1] != '\\') start--;
  USHORT bytes = fullName->Length - start * sizeof(WCHAR);
  return (UNICODE_STRING){bytes, bytes + sizeof(WCHAR), fullName->Buffer + start};
}

/// A zero-ended copy. Its Buffer is null if there is no memory.
static UNICODE_STRING CopyOf(const UNICODE_STRING *string) {
  UNICODE_STRING copy = {0, string->Length + sizeof(WCHAR), NULL};
  copy.Buffer = RtlAllocateHeap(RtlProcessHeap(), 0, copy.MaximumLength);
  if (copy.Buffer) RtlCopyUnicodeString(&copy, string);
  return copy;
}

/// Makes a module's entry and puts it at the end of the load and memory lists.
PLDR_DATA_TABLE_ENTRY LdrpAllocateEntry(PVOID base, PUNICODE_STRING fullName, ULONG flags) {
  PIMAGE_NT_HEADERS headers = RtlImageNtHeader(base);
  PLDR_DATA_TABLE_ENTRY entry = RtlAllocateHeap(RtlProcessHeap(), HEAP_ZERO_MEMORY,
                                                sizeof(LDR_DATA_TABLE_ENTRY));
  if (!headers || !entry) return NULL;
  ULONG start = headers->OptionalHeader.AddressOfEntryPoint;
  entry->DllBase = base;
  entry->EntryPoint = start ? (PUCHAR)base + start : NULL;
  entry->SizeOfImage = headers->OptionalHeader.SizeOfImage;
  entry->OriginalBase = headers->OptionalHeader.ImageBase;
  entry->TimeDateStamp = headers->FileHeader.TimeDateStamp;
  entry->FullDllName = CopyOf(fullName);
  if (!entry->FullDllName.Buffer) return NULL;
  entry->BaseDllName = BaseNameOf(&entry->FullDllName);
  entry->Flags = flags;
  entry->LoadCount = 0xFFFF;  // never unloaded; LdrLoadDll sets its own
  LdrpInitializeList(&entry->HashLinks);
  LdrpInitializeList(&entry->ForwarderLinks);
  LdrpInitializeList(&entry->ServiceTagLinks);
  LdrpInitializeList(&entry->StaticLinks);
  LdrpInitializeList(&entry->InInitializationOrderLinks);
  LdrpInsertTail(&PebLdr.InLoadOrderModuleList, &entry->InLoadOrderLinks);
  LdrpInsertTail(&PebLdr.InMemoryOrderModuleList, &entry->InMemoryOrderLinks);
  return entry;
}

/// Takes a module out of the lists and unmaps it.
NTSTATUS LdrpForget(PLDR_DATA_TABLE_ENTRY entry) {
  PVOID base = entry->DllBase;
  LdrpRemove(&entry->InLoadOrderLinks);
  LdrpRemove(&entry->InMemoryOrderLinks);
  LdrpRemove(&entry->InInitializationOrderLinks);
  RtlFreeHeap(RtlProcessHeap(), 0, entry->FullDllName.Buffer);
  RtlFreeHeap(RtlProcessHeap(), 0, entry);
  return NtUnmapViewOfSection(NtCurrentProcess(), base);
}

PLDR_DATA_TABLE_ENTRY LdrpFindByName(const UNICODE_STRING *baseName) {
  PLIST_ENTRY head = &PebLdr.InLoadOrderModuleList;
  for (PLIST_ENTRY link = head->Flink; link != head; link = link->Flink) {
    PLDR_DATA_TABLE_ENTRY entry = CONTAINING_RECORD(link, LDR_DATA_TABLE_ENTRY, InLoadOrderLinks);
    if (RtlEqualUnicodeString(&entry->BaseDllName, baseName, TRUE)) return entry;
  }
  return NULL;
}

PLDR_DATA_TABLE_ENTRY LdrpFindByAddress(PVOID address) {
  PLIST_ENTRY head = &PebLdr.InLoadOrderModuleList;
  if (!head->Flink) return NULL;  // not yet initialized
  for (PLIST_ENTRY link = head->Flink; link != head; link = link->Flink) {
    PLDR_DATA_TABLE_ENTRY entry = CONTAINING_RECORD(link, LDR_DATA_TABLE_ENTRY, InLoadOrderLinks);
    if ((PUCHAR)address - (PUCHAR)entry->DllBase < (LONG64)entry->SizeOfImage &&
        (PUCHAR)address >= (PUCHAR)entry->DllBase) {
      return entry;
    }
  }
  return NULL;
}
