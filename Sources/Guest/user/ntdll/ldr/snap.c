// Binding a module's imports to the exports of others, loading those first.
#include "../ntdllp.h"

/// The module an export is forwarded to and the export's name, from "MODULE.Name" or "MODULE.#1".
static NTSTATUS LdrpFollowForwarder(PCSTR forwarder, PVOID *procedure) {
  CHAR module[64];
  SIZE_T length = 0;
  while (forwarder[length] && forwarder[length] != '.') length++;
  if (!forwarder[length] || length + sizeof(".dll") > sizeof(module)) {
    return STATUS_INVALID_IMAGE_FORMAT;
  }
  memcpy(module, forwarder, length);
  memcpy(module + length, ".dll", sizeof(".dll"));
  PLDR_DATA_TABLE_ENTRY entry;
  NTSTATUS status = LdrpLoadByName(module, &entry);
  if (!NT_SUCCESS(status)) return status;
  PCSTR name = forwarder + length + 1;
  if (*name != '#') return LdrpResolve(entry->DllBase, name, 0, procedure);
  ULONG ordinal = 0;
  for (name++; *name >= '0' && *name <= '9'; name++) ordinal = ordinal * 10 + *name - '0';
  return LdrpResolve(entry->DllBase, NULL, ordinal, procedure);
}

/// Finds an export by name, or by ordinal if `name` is null.
NTSTATUS LdrpResolve(PVOID base, PCSTR name, ULONG ordinal, PVOID *procedure) {
  *procedure = name ? RtlFindExportedRoutineByName(base, name)
                    : RtlFindExportedRoutineByOrdinal(base, ordinal);
  if (!*procedure) return name ? STATUS_ENTRYPOINT_NOT_FOUND : STATUS_ORDINAL_NOT_FOUND;
  if (RtlIsForwarder(base, *procedure)) return LdrpFollowForwarder(*procedure, procedure);
  return STATUS_SUCCESS;
}

/// Fills one DLL's part of the import address table.
static NTSTATUS LdrpSnapDescriptor(PVOID base, PIMAGE_IMPORT_DESCRIPTOR descriptor, PVOID from) {
  PULONG64 address = (PULONG64)((PUCHAR)base + descriptor->FirstThunk);
  ULONG names = descriptor->OriginalFirstThunk;
  PULONG64 name = names ? (PULONG64)((PUCHAR)base + names) : address;
  for (; *name; name++, address++) {
    BOOLEAN byOrdinal = (*name & IMAGE_ORDINAL_FLAG64) != 0;
    PIMAGE_IMPORT_BY_NAME import = (PIMAGE_IMPORT_BY_NAME)((PUCHAR)base + (ULONG)*name);
    PVOID procedure;
    NTSTATUS status =
        LdrpResolve(from, byOrdinal ? NULL : import->Name, (USHORT)*name, &procedure);
    if (!NT_SUCCESS(status)) {
      if (!byOrdinal) DbgPrint("LDR: %s is exported by no module\n", import->Name);
      return status;
    }
    *address = (ULONG64)procedure;
  }
  return STATUS_SUCCESS;
}

static NTSTATUS LdrpSnapDescriptors(PVOID base, PIMAGE_IMPORT_DESCRIPTOR descriptor) {
  for (; descriptor->Name; descriptor++) {
    PLDR_DATA_TABLE_ENTRY from;
    PCSTR name = (PCSTR)base + descriptor->Name;
    NTSTATUS status = LdrpLoadByName(name, &from);
    if (NT_SUCCESS(status)) status = LdrpSnapDescriptor(base, descriptor, from->DllBase);
    if (!NT_SUCCESS(status)) {
      DbgPrint("LDR: %s cannot be bound: %08lx\n", name, status);
      return status;
    }
  }
  return STATUS_SUCCESS;
}

/// Loads what a module imports and fills its import address table, which is writable meanwhile.
NTSTATUS LdrpSnapImports(PLDR_DATA_TABLE_ENTRY entry) {
  ULONG bytes, tableBytes;
  PVOID imports = RtlImageDirectoryEntryToData(entry->DllBase, TRUE, IMAGE_DIRECTORY_ENTRY_IMPORT,
                                               &bytes);
  PVOID table = RtlImageDirectoryEntryToData(entry->DllBase, TRUE, IMAGE_DIRECTORY_ENTRY_IAT,
                                             &tableBytes);
  if (!imports) return STATUS_SUCCESS;
  if (!table) return STATUS_INVALID_IMAGE_FORMAT;
  SIZE_T size = tableBytes;
  ULONG protection;
  NTSTATUS status =
      NtProtectVirtualMemory(NtCurrentProcess(), &table, &size, PAGE_READWRITE, &protection);
  if (!NT_SUCCESS(status)) return status;
  status = LdrpSnapDescriptors(entry->DllBase, imports);
  NtProtectVirtualMemory(NtCurrentProcess(), &table, &size, protection, &protection);
  return status;
}

/// Loads a DLL of C:\Gurney\System32 by its file name, with what it imports, or finds it loaded.
/// Its entry point is not called here.
NTSTATUS LdrpLoadByUnicodeName(const UNICODE_STRING *name, PLDR_DATA_TABLE_ENTRY *loaded) {
  *loaded = LdrpFindByName(name);
  if (*loaded) return STATUS_SUCCESS;
  WCHAR buffer[128];
  UNICODE_STRING fullName = {0, sizeof(buffer), buffer};
  RtlAppendUnicodeToString(&fullName, L"C:\\Gurney\\System32\\");
  if (fullName.Length + name->Length + sizeof(WCHAR) > fullName.MaximumLength) {
    return STATUS_DLL_NOT_FOUND;
  }
  RtlAppendUnicodeStringToString(&fullName, name);
  PVOID base;
  NTSTATUS status = LdrpMapImage(&fullName, &base);
  if (!NT_SUCCESS(status)) return STATUS_DLL_NOT_FOUND;
  *loaded = LdrpAllocateEntry(base, &fullName, LDRP_IMAGE_DLL);
  if (!*loaded) return STATUS_NO_MEMORY;
  status = LdrpSnapImports(*loaded);
  if (!NT_SUCCESS(status)) {
    LdrpForget(*loaded);
    return status;
  }
  LdrpInsertTail(&PebLdr.InInitializationOrderModuleList, &(*loaded)->InInitializationOrderLinks);
  return STATUS_SUCCESS;
}

NTSTATUS LdrpLoadByName(PCSTR name, PLDR_DATA_TABLE_ENTRY *loaded) {
  WCHAR buffer[64];
  ULONG bytes;
  NTSTATUS status =
      RtlMultiByteToUnicodeN(buffer, sizeof(buffer), &bytes, name, (ULONG)strlen(name));
  if (status != STATUS_SUCCESS) return STATUS_DLL_NOT_FOUND;
  UNICODE_STRING wide = {(USHORT)bytes, (USHORT)bytes, buffer};
  return LdrpLoadByUnicodeName(&wide, loaded);
}
