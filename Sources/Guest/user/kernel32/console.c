// The console: a file that gives lines and prints bytes.
#include "kernel32.h"

static PVOID *StandardHandle(DWORD which) {
  PRTL_USER_PROCESS_PARAMETERS parameters = NtCurrentPeb()->ProcessParameters;
  switch (which) {
  case STD_INPUT_HANDLE: return &parameters->StandardInput;
  case STD_OUTPUT_HANDLE: return &parameters->StandardOutput;
  case STD_ERROR_HANDLE: return &parameters->StandardError;
  default: return NULL;
  }
}

HANDLE GetStdHandle(DWORD which) {
  PVOID *handle = StandardHandle(which);
  if (handle) return *handle;
  BaseSetLastNTError(STATUS_INVALID_HANDLE);
  return INVALID_HANDLE_VALUE;
}

BOOL SetStdHandle(DWORD which, HANDLE handle) {
  PVOID *place = StandardHandle(which);
  if (!place) return BaseSetLastNTError(STATUS_INVALID_HANDLE);
  *place = handle;
  return TRUE;
}

BOOL WriteConsoleW(HANDLE console, LPCVOID text, DWORD count, PULONG written, PVOID reserved) {
  CHAR bytes[256];
  PCWSTR characters = text;
  if (written) *written = 0;
  while (count) {
    ULONG part = count < sizeof(bytes) ? count : sizeof(bytes), done;
    RtlUnicodeToMultiByteN(bytes, sizeof(bytes), &part, characters, part * sizeof(WCHAR));
    if (!WriteFile(console, bytes, part, &done, NULL)) return FALSE;
    if (written) *written += part;
    characters += part;
    count -= part;
  }
  return TRUE;
}

/// Reads a line, up to `count` characters, with its end.
BOOL ReadConsoleW(HANDLE console, PVOID buffer, DWORD count, PULONG read, PVOID control) {
  CHAR bytes[512];
  ULONG got = 0;
  *read = 0;
  if (count > sizeof(bytes)) count = sizeof(bytes);
  if (!ReadFile(console, bytes, count, &got, NULL)) return FALSE;
  RtlMultiByteToUnicodeN(buffer, count * sizeof(WCHAR), read, bytes, got);
  *read /= sizeof(WCHAR);
  return TRUE;
}
