// Counted strings.
#include <gurney/rtl.h>

VOID RtlInitUnicodeString(PUNICODE_STRING string, PCWSTR text) {
  SIZE_T bytes = text ? wcslen(text) * sizeof(WCHAR) : 0;
  if (bytes > 0xFFFC) bytes = 0xFFFC;
  string->Length = (USHORT)bytes;
  string->MaximumLength = text ? (USHORT)(bytes + sizeof(WCHAR)) : 0;
  string->Buffer = (PWSTR)text;
}

VOID RtlInitAnsiString(PANSI_STRING string, PCSTR text) {
  SIZE_T bytes = text ? strlen(text) : 0;
  if (bytes > 0xFFFE) bytes = 0xFFFE;
  string->Length = (USHORT)bytes;
  string->MaximumLength = text ? (USHORT)(bytes + 1) : 0;
  string->Buffer = (PUCHAR)text;
}

/// ASCII and Latin-1 letters only: nothing else is in a name here.
WCHAR RtlUpcaseUnicodeChar(WCHAR character) {
  BOOLEAN latin = character >= 0xE0 && character <= 0xFE && character != 0xF7;
  if ((character >= 'a' && character <= 'z') || latin) return character - 32;
  return character;
}

LONG RtlCompareUnicodeString(const UNICODE_STRING *left, const UNICODE_STRING *right,
                             BOOLEAN ignoreCase) {
  ULONG common = left->Length < right->Length ? left->Length : right->Length;
  for (ULONG i = 0; i < common / sizeof(WCHAR); i++) {
    WCHAR a = left->Buffer[i], b = right->Buffer[i];
    if (ignoreCase) a = RtlUpcaseUnicodeChar(a), b = RtlUpcaseUnicodeChar(b);
    if (a != b) return (LONG)a - (LONG)b;
  }
  return (LONG)left->Length - (LONG)right->Length;
}

BOOLEAN RtlEqualUnicodeString(const UNICODE_STRING *left, const UNICODE_STRING *right,
                              BOOLEAN ignoreCase) {
  return left->Length == right->Length && RtlCompareUnicodeString(left, right, ignoreCase) == 0;
}

BOOLEAN RtlPrefixUnicodeString(const UNICODE_STRING *prefix, const UNICODE_STRING *string,
                               BOOLEAN ignoreCase) {
  if (prefix->Length > string->Length) return FALSE;
  UNICODE_STRING head = {prefix->Length, prefix->Length, string->Buffer};
  return RtlEqualUnicodeString(prefix, &head, ignoreCase);
}

/// Ends the text with a null character if there is room for one.
static VOID Terminate(PUNICODE_STRING string) {
  if (string->Length + sizeof(WCHAR) <= string->MaximumLength) {
    string->Buffer[string->Length / sizeof(WCHAR)] = 0;
  }
}

VOID RtlCopyUnicodeString(PUNICODE_STRING to, const UNICODE_STRING *from) {
  to->Length = 0;
  if (!from) return;
  USHORT bytes = from->Length < to->MaximumLength ? from->Length : to->MaximumLength;
  memcpy(to->Buffer, from->Buffer, bytes);
  to->Length = bytes;
  Terminate(to);
}

NTSTATUS RtlAppendUnicodeStringToString(PUNICODE_STRING to, const UNICODE_STRING *from) {
  if (to->Length + from->Length > to->MaximumLength) return STATUS_BUFFER_TOO_SMALL;
  memmove(to->Buffer + to->Length / sizeof(WCHAR), from->Buffer, from->Length);
  to->Length += from->Length;
  Terminate(to);
  return STATUS_SUCCESS;
}

NTSTATUS RtlAppendUnicodeToString(PUNICODE_STRING to, PCWSTR text) {
  UNICODE_STRING from;
  RtlInitUnicodeString(&from, text);
  return RtlAppendUnicodeStringToString(to, &from);
}

NTSTATUS RtlUnicodeToMultiByteN(PSTR to, ULONG room, PULONG bytes, PCWSTR from, ULONG fromBytes) {
  ULONG count = fromBytes / sizeof(WCHAR);
  if (count > room) count = room;
  for (ULONG i = 0; i < count; i++) to[i] = from[i] < 0x100 ? (CHAR)from[i] : '?';
  if (bytes) *bytes = count;
  return count < fromBytes / sizeof(WCHAR) ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

NTSTATUS RtlMultiByteToUnicodeN(PWSTR to, ULONG room, PULONG bytes, PCSTR from, ULONG fromBytes) {
  ULONG count = room / sizeof(WCHAR);
  if (count > fromBytes) count = fromBytes;
  for (ULONG i = 0; i < count; i++) to[i] = (UCHAR)from[i];
  if (bytes) *bytes = count * sizeof(WCHAR);
  return count < fromBytes ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}
