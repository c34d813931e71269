// The files of the RAM disk.
#include "cmd.h"

#define FileNamesInformation 12

static NTSTATUS OpenDirectory(PCWSTR path, PHANDLE directory) {
  UNICODE_STRING name;
  NTSTATUS status = RtlDosPathNameToNtPathName_U(path, &name, NULL, NULL);
  if (!NT_SUCCESS(status)) return status;
  OBJECT_ATTRIBUTES attributes = {
      .Length = sizeof(attributes), .ObjectName = &name, .Attributes = OBJ_CASE_INSENSITIVE};
  IO_STATUS_BLOCK io;
  status = NtOpenFile(directory, FILE_READ_DATA | SYNCHRONIZE, &attributes, &io, FILE_SHARE_READ,
                      FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT);
  RtlFreeUnicodeString(&name);
  return status;
}

/// Visits the entries of one answer. False once a visit has ended the walk.
static BOOLEAN VisitNames(PUCHAR names, FILE_VISITOR visit, PVOID context) {
  for (;;) {
    FILE_NAMES_INFORMATION *entry = (FILE_NAMES_INFORMATION *)names;
    UNICODE_STRING name = {(USHORT)entry->FileNameLength, (USHORT)entry->FileNameLength,
                           entry->FileName};
    if (!visit(&name, context)) return FALSE;
    if (!entry->NextEntryOffset) return TRUE;
    names += entry->NextEntryOffset;
  }
}

BOOLEAN VisitDirectory(PCWSTR path, FILE_VISITOR visit, PVOID context) {
  ULONG64 buffer[512];
  IO_STATUS_BLOCK io;
  HANDLE directory;
  if (!NT_SUCCESS(OpenDirectory(path, &directory))) return FALSE;
  BOOLEAN first = TRUE;
  while (NT_SUCCESS(NtQueryDirectoryFile(directory, NULL, NULL, NULL, &io, buffer, sizeof(buffer),
                                         FileNamesInformation, FALSE, NULL, first))) {
    if (!VisitNames((PUCHAR)buffer, visit, context)) break;
    first = FALSE;
  }
  CloseHandle(directory);
  return TRUE;
}

/// The first file is told by what is printed before it.
static BOOLEAN PrintName(const UNICODE_STRING *name, PVOID path) {
  PCWSTR *heading = path;
  if (*heading) Print(L" Directory of %ws\n\n", *heading);
  *heading = NULL;
  Print(L"%wZ\n", name);
  return TRUE;
}

VOID ListDirectory(PCWSTR arguments) {
  WCHAR folder[200], path[260];
  PCWSTR heading = path;
  NextWord(arguments, folder, COUNT_OF(folder));
  BOOLEAN whole = wcschr(folder, ':') != NULL || *folder == '\\';
  _snwprintf(path, COUNT_OF(path), L"%ws%ws%ws", whole ? L"" : SYSTEM_FOLDER,
             whole || !*folder ? L"" : L"\\", folder);
  if (!VisitDirectory(path, PrintName, &heading) || heading) Print(L"File Not Found\n");
}

VOID TypeFile(PCWSTR arguments) {
  WCHAR name[260];
  CHAR buffer[512];
  DWORD read;
  NextWord(arguments, name, COUNT_OF(name));
  HANDLE file = CreateFileW(name, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (!*name || file == INVALID_HANDLE_VALUE) {
    Print(L"The system cannot find the file specified.\n");
    return;
  }
  HANDLE console = GetStdHandle(STD_OUTPUT_HANDLE);
  while (ReadFile(file, buffer, sizeof(buffer), &read, NULL) && read) {
    if (!WriteFile(console, buffer, read, NULL, NULL)) break;
  }
  CloseHandle(file);
}
