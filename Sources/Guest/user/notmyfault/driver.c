// Getting hold of the driver.
#include "notmyfault.h"

static HANDLE OpenDevice(void) {
  return CreateFileW(L"\\\\.\\MyFault", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0,
                     NULL);
}

HANDLE OpenDriver(void) {
  HANDLE device = OpenDevice();
  if (device != INVALID_HANDLE_VALUE) return device;
  UNICODE_STRING service;
  RtlInitUnicodeString(&service,
                       L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\myfault");
  NTSTATUS status = NtLoadDriver(&service);
  if (!NT_SUCCESS(status)) {
    Print(L"NotMyfault: myfault.sys cannot be loaded: %08lx.\n", status);
    return INVALID_HANDLE_VALUE;
  }
  device = OpenDevice();
  if (device == INVALID_HANDLE_VALUE) {
    Print(L"NotMyfault: \\\\.\\MyFault cannot be opened: error %u.\n", GetLastError());
  }
  return device;
}
