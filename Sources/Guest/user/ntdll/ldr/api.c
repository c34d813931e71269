// What programs ask of the loader while they run.
#include "../ntdllp.h"

/// The last component of a name, with ".dll" if it has no extension.
static NTSTATUS FileNameOf(const UNICODE_STRING *name, PUNICODE_STRING file) {
  USHORT count = name->Length / sizeof(WCHAR), start = count;
  BOOLEAN extension = FALSE;
  while (start && name->Buffer[start - 1] != '\\') extension |= name->Buffer[--start] == '.';
  UNICODE_STRING tail = {(count - start) * sizeof(WCHAR), 0, name->Buffer + start};
  file->Length = 0;
  NTSTATUS status = RtlAppendUnicodeStringToString(file, &tail);
  if (NT_SUCCESS(status) && !extension) status = RtlAppendUnicodeToString(file, L".dll");
  return status;
}

/// Loads a DLL, or counts one more use of it. Every DLL is in C:\Gurney\System32; a folder in the
/// name is not looked at.
NTSTATUS LdrLoadDll(PCWSTR path, PULONG characteristics, PUNICODE_STRING name, PVOID *base) {
  WCHAR buffer[64];
  UNICODE_STRING file = {0, sizeof(buffer), buffer};
  NTSTATUS status = FileNameOf(name, &file);
  if (!NT_SUCCESS(status)) return STATUS_DLL_NOT_FOUND;
  RtlEnterCriticalSection(&LdrpLoaderLock);
  BOOLEAN first = LdrpFindByName(&file) == NULL;
  PLDR_DATA_TABLE_ENTRY entry;
  status = LdrpLoadByUnicodeName(&file, &entry);
  if (NT_SUCCESS(status)) {
    *base = entry->DllBase;
    if (first) entry->LoadCount = 0;
    if (entry->LoadCount != 0xFFFF) entry->LoadCount++;
    status = LdrpRunInitializers(NULL);
  }
  RtlLeaveCriticalSection(&LdrpLoaderLock);
  return status;
}

NTSTATUS LdrGetDllHandle(PCWSTR path, PULONG characteristics, PUNICODE_STRING name, PVOID *base) {
  WCHAR buffer[64];
  UNICODE_STRING file = {0, sizeof(buffer), buffer};
  NTSTATUS status = FileNameOf(name, &file);
  if (!NT_SUCCESS(status)) return STATUS_DLL_NOT_FOUND;
  RtlEnterCriticalSection(&LdrpLoaderLock);
  PLDR_DATA_TABLE_ENTRY entry = LdrpFindByName(&file);
  RtlLeaveCriticalSection(&LdrpLoaderLock);
  *base = entry ? entry->DllBase : NULL;
  return entry ? STATUS_SUCCESS : STATUS_DLL_NOT_FOUND;
}

/// Ends one use of a DLL; the last unmaps it. What it imported stays.
NTSTATUS LdrUnloadDll(PVOID base) {
  NTSTATUS status = STATUS_SUCCESS;
  RtlEnterCriticalSection(&LdrpLoaderLock);
  PLDR_DATA_TABLE_ENTRY entry = LdrpFindByAddress(base);
  if (!entry || entry->DllBase != base) {
    status = STATUS_DLL_NOT_FOUND;
  } else if (entry->LoadCount != 0xFFFF && --entry->LoadCount == 0) {
    if (entry->Flags & LDRP_PROCESS_ATTACH_CALLED) {
      ((PDLL_INIT_ROUTINE)entry->EntryPoint)(base, DLL_PROCESS_DETACH, NULL);
    }
    status = LdrpForget(entry);
  }
  RtlLeaveCriticalSection(&LdrpLoaderLock);
  return status;
}

NTSTATUS LdrGetProcedureAddress(PVOID base, PANSI_STRING name, ULONG ordinal, PVOID *procedure) {
  CHAR text[128];
  if (name) {
    if (name->Length >= sizeof(text)) return STATUS_ENTRYPOINT_NOT_FOUND;
    memcpy(text, name->Buffer, name->Length);
    text[name->Length] = 0;
  }
  RtlEnterCriticalSection(&LdrpLoaderLock);
  NTSTATUS status = LdrpResolve(base, name ? text : NULL, ordinal, procedure);
  RtlLeaveCriticalSection(&LdrpLoaderLock);
  return status;
}
