// What kernel32 exports as CreateFileW, ReadFile and so on: KERNELBASE does the work.
#include "kernel32.h"

HANDLE CreateFileWImplementation(PCWSTR name, DWORD access, DWORD share, PVOID security,
                                 DWORD disposition, DWORD attributes, HANDLE templateFile) {
  return CreateFileW(name, access, share, security, disposition, attributes, templateFile);
}

BOOL ReadFileImplementation(HANDLE file, PVOID buffer, DWORD bytes, PULONG read,
                            PVOID overlapped) {
  return ReadFile(file, buffer, bytes, read, overlapped);
}

BOOL WriteFileImplementation(HANDLE file, LPCVOID buffer, DWORD bytes, PULONG written,
                             PVOID overlapped) {
  return WriteFile(file, buffer, bytes, written, overlapped);
}

BOOL DeviceIoControlImplementation(HANDLE device, DWORD code, PVOID input, DWORD inputBytes,
                                   PVOID output, DWORD outputBytes, PULONG returned,
                                   PVOID overlapped) {
  return DeviceIoControl(device, code, input, inputBytes, output, outputBytes, returned,
                         overlapped);
}

BOOL CloseHandleImplementation(HANDLE handle) {
  return CloseHandle(handle);
}
