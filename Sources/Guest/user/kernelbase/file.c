// Files and devices. Everything is synchronous: an OVERLAPPED is refused.
#include "kernelbase.h"

/// Only existing files open: the RAM disk is read-only.
HANDLE CreateFileW(PCWSTR name, DWORD access, DWORD share, PVOID security, DWORD disposition,
                   DWORD attributes, HANDLE templateFile) {
  UNICODE_STRING ntName;
  if (disposition != OPEN_EXISTING) {
    BaseSetLastNTError(STATUS_INVALID_PARAMETER);
    return INVALID_HANDLE_VALUE;
  }
  NTSTATUS status = RtlDosPathNameToNtPathName_U(name, &ntName, NULL, NULL);
  if (!NT_SUCCESS(status)) {
    BaseSetLastNTError(status);
    return INVALID_HANDLE_VALUE;
  }
  OBJECT_ATTRIBUTES objectAttributes = {.Length = sizeof(objectAttributes),
                                        .ObjectName = &ntName,
                                        .Attributes = OBJ_CASE_INSENSITIVE};
  IO_STATUS_BLOCK io;
  HANDLE file;
  status = NtCreateFile(&file, access | SYNCHRONIZE, &objectAttributes, &io, NULL, attributes,
                        share, FILE_OPEN, FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
  RtlFreeUnicodeString(&ntName);
  if (NT_SUCCESS(status)) return file;
  BaseSetLastNTError(status);
  return INVALID_HANDLE_VALUE;
}

/// Waits for a transfer that the system has not finished.
static NTSTATUS Finish(HANDLE file, NTSTATUS status, PIO_STATUS_BLOCK io) {
  if (status != STATUS_PENDING) return status;
  status = NtWaitForSingleObject(file, FALSE, NULL);
  return NT_SUCCESS(status) ? io->Status : status;
}

/// The end of a file is a success with nothing read.
BOOL ReadFile(HANDLE file, PVOID buffer, DWORD bytes, PULONG read, PVOID overlapped) {
  IO_STATUS_BLOCK io = {.Information = 0};
  if (read) *read = 0;
  if (overlapped) return BaseSetLastNTError(STATUS_NOT_SUPPORTED);
  NTSTATUS status = NtReadFile(file, NULL, NULL, NULL, &io, buffer, bytes, NULL, NULL);
  status = Finish(file, status, &io);
  if (status == STATUS_END_OF_FILE) return TRUE;
  if (!NT_SUCCESS(status)) return BaseSetLastNTError(status);
  if (read) *read = (ULONG)io.Information;
  return TRUE;
}

BOOL WriteFile(HANDLE file, LPCVOID buffer, DWORD bytes, PULONG written, PVOID overlapped) {
  IO_STATUS_BLOCK io = {.Information = 0};
  if (written) *written = 0;
  if (overlapped) return BaseSetLastNTError(STATUS_NOT_SUPPORTED);
  NTSTATUS status = NtWriteFile(file, NULL, NULL, NULL, &io, (PVOID)buffer, bytes, NULL, NULL);
  status = Finish(file, status, &io);
  if (!NT_SUCCESS(status)) return BaseSetLastNTError(status);
  if (written) *written = (ULONG)io.Information;
  return TRUE;
}

BOOL DeviceIoControl(HANDLE device, DWORD code, PVOID input, DWORD inputBytes, PVOID output,
                     DWORD outputBytes, PULONG returned, PVOID overlapped) {
  IO_STATUS_BLOCK io = {.Information = 0};
  if (overlapped) return BaseSetLastNTError(STATUS_NOT_SUPPORTED);
  NTSTATUS status = NtDeviceIoControlFile(device, NULL, NULL, NULL, &io, code, input, inputBytes,
                                          output, outputBytes);
  status = Finish(device, status, &io);
  if (returned) *returned = (ULONG)io.Information;
  return NT_SUCCESS(status) || BaseSetLastNTError(status);
}
