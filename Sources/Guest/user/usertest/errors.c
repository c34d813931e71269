// What calls say when they are misused.
#include "usertest.h"

VOID TestErrors(void) {
  PROCESS_INFORMATION process;
  DWORD bytes;
  HANDLE none = INVALID_HANDLE_VALUE;
  CHECK(CreateFileW(L"nosuch.txt", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL) == none);
  CHECK(GetLastError() == ERROR_FILE_NOT_FOUND);
  CHECK(!ReadFile((HANDLE)0x7770, &bytes, 1, &bytes, NULL));
  CHECK(GetLastError() == ERROR_INVALID_HANDLE);
  CHECK(!CreateProcessW(L"nosuch.exe", NULL, NULL, NULL, FALSE, 0, NULL, NULL, NULL, &process));
  CHECK(GetLastError() == ERROR_FILE_NOT_FOUND);
  CHECK(!CreateProcessW(NULL, L"no/such? thing", NULL, NULL, FALSE, 0, NULL, NULL, NULL, &process));
  // A pointer that the kernel cannot follow fails the call, and nothing else.
  CHECK(NtQuerySystemTime((PLARGE_INTEGER)0x10) == STATUS_ACCESS_VIOLATION);
  CHECK(NtClose((HANDLE)(ULONG_PTR)0xDEAD0) == STATUS_INVALID_HANDLE);
}
