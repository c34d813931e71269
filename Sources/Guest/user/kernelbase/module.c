// DLLs by name, and their exports.
#include "kernelbase.h"

static HMODULE Loaded(NTSTATUS status, PVOID base) {
  if (NT_SUCCESS(status)) return base;
  BaseSetLastNTError(status);
  return NULL;
}

HMODULE LoadLibraryW(PCWSTR name) {
  UNICODE_STRING string;
  PVOID base = NULL;
  RtlInitUnicodeString(&string, name);
  NTSTATUS status = LdrLoadDll(NULL, NULL, &string, &base);
  return Loaded(status, base);
}

BOOL FreeLibrary(HMODULE module) {
  NTSTATUS status = LdrUnloadDll(module);
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}

HMODULE GetModuleHandleW(PCWSTR name) {
  if (!name) return NtCurrentPeb()->ImageBaseAddress;
  UNICODE_STRING string;
  PVOID base = NULL;
  RtlInitUnicodeString(&string, name);
  NTSTATUS status = LdrGetDllHandle(NULL, NULL, &string, &base);
  return Loaded(status, base);
}

/// `name` may be an ordinal below 64 Ki.
FARPROC GetProcAddress(HMODULE module, PCSTR name) {
  ANSI_STRING string;
  PVOID procedure = NULL;
  if (!module) module = NtCurrentPeb()->ImageBaseAddress;
  BOOLEAN byOrdinal = (ULONG_PTR)name < 0x10000;
  if (!byOrdinal) RtlInitAnsiString(&string, name);
  NTSTATUS status = LdrGetProcedureAddress(module, byOrdinal ? NULL : &string,
                                           byOrdinal ? (ULONG)(ULONG_PTR)name : 0, &procedure);
  return (FARPROC)Loaded(status, procedure);
}
