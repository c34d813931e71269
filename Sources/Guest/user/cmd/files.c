// The files of the RAM disk.
#include "cmd.h"

#define FileNamesInformation 12

static VOID PrintNames(PUCHAR names) {
  for (;;) {
    FILE_NAMES_INFORMATION *entry = (FILE_NAMES_INFORMATION *)names;
    UNICODE_STRING name = {(USHORT)entry->FileNameLength, (USHORT)entry->FileNameLength,
                           entry->FileName};
    Print(L"%wZ\n", &name);
    if (!entry->NextEntryOffset) return;
    names += entry->NextEntryOffset;
  }
}

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

VOID ListDirectory(PCWSTR arguments) {
  WCHAR folder[200], path[260];
  ULONG64 buffer[512];
  IO_STATUS_BLOCK io;
  HANDLE directory;
  NextWord(arguments, folder, COUNT_OF(folder));
  BOOLEAN whole = wcschr(folder, ':') != NULL || *folder == '\\';
  _snwprintf(path, COUNT_OF(path), L"%ws%ws%ws", whole ? L"" : L"C:\\Gurney\\System32",
             whole || !*folder ? L"" : L"\\", folder);
  NTSTATUS status = OpenDirectory(path, &directory);
  if (!NT_SUCCESS(status)) {
    Print(L"File Not Found\n");
    return;
  }
  Print(L" Directory of %ws\n\n", path);
  BOOLEAN first = TRUE;
  while (NT_SUCCESS(NtQueryDirectoryFile(directory, NULL, NULL, NULL, &io, buffer, sizeof(buffer),
                                         FileNamesInformation, FALSE, NULL, first))) {
    PrintNames((PUCHAR)buffer);
    first = FALSE;
  }
  CloseHandle(directory);
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
