// DOS names of files and devices as names in the object namespace.
#include "ntdllp.h"

typedef struct _PREFIX {
  PCWSTR Dos;
  PCWSTR Nt;
} PREFIX;

/// The first that fits wins. A name that starts with a backslash is in the namespace already.
static const PREFIX Prefixes[] = {
    {L"\\\\.\\", L"\\??\\"},
    {L"\\\\?\\C:\\Gurney\\", L"\\SystemRoot\\"},
    {L"C:\\Gurney\\", L"\\SystemRoot\\"},
    {L"C:\\", L"\\??\\C:\\"},
    {L"\\", L"\\"},
    {L"", L"\\SystemRoot\\System32\\"},
};

static BOOLEAN IsConsole(PCWSTR name) {
  return !_wcsicmp(name, L"CON") || !_wcsicmp(name, L"CONIN$") || !_wcsicmp(name, L"CONOUT$");
}

NTSTATUS RtlDosPathNameToNtPathName_U(PCWSTR dosName, PUNICODE_STRING ntName, PWSTR *filePart,
                                      PVOID relativeName) {
  PREFIX prefix = {L"", L"\\Device\\Console"};
  PCWSTR rest = L"";
  if (!IsConsole(dosName)) {
    const PREFIX *candidate = Prefixes;
    while (_wcsnicmp(dosName, candidate->Dos, wcslen(candidate->Dos))) candidate++;
    prefix = *candidate;
    rest = dosName + wcslen(prefix.Dos);
  }
  SIZE_T bytes = (wcslen(prefix.Nt) + wcslen(rest) + 1) * sizeof(WCHAR);
  if (bytes > 0xFFFE) return STATUS_OBJECT_NAME_INVALID;
  ntName->Length = 0;
  ntName->MaximumLength = (USHORT)bytes;
  ntName->Buffer = RtlAllocateHeap(RtlProcessHeap(), 0, bytes);
  if (!ntName->Buffer) return STATUS_NO_MEMORY;
  RtlAppendUnicodeToString(ntName, prefix.Nt);
  RtlAppendUnicodeToString(ntName, rest);
  if (filePart) {
    PWSTR slash = wcsrchr(ntName->Buffer, '\\');
    *filePart = slash && slash[1] ? slash + 1 : NULL;
  }
  return STATUS_SUCCESS;
}
