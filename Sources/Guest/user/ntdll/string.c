// Strings that live on the process heap.
#include "ntdllp.h"

NTSTATUS RtlCreateUnicodeString(PUNICODE_STRING string, PCWSTR text) {
  UNICODE_STRING source;
  RtlInitUnicodeString(&source, text);
  string->Length = 0;
  string->MaximumLength = source.Length + sizeof(WCHAR);
  string->Buffer = RtlAllocateHeap(RtlProcessHeap(), 0, string->MaximumLength);
  if (!string->Buffer) return STATUS_NO_MEMORY;
  RtlCopyUnicodeString(string, &source);
  return STATUS_SUCCESS;
}

VOID RtlFreeUnicodeString(PUNICODE_STRING string) {
  if (string->Buffer) RtlFreeHeap(RtlProcessHeap(), 0, string->Buffer);
  *string = (UNICODE_STRING){0, 0, NULL};
}
