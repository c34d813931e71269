// The loader: modules by name, exports, forwarders.
#include "usertest.h"

VOID TestModules(void) {
  HMODULE kernel32 = GetModuleHandleW(L"kernel32");
  HMODULE base = GetModuleHandleW(L"KernelBase.dll");
  CHECK(kernel32 && base && kernel32 != base);
  CHECK(LoadLibraryW(L"kernel32.dll") == kernel32);
  CHECK(GetProcAddress(kernel32, "Sleep") == GetProcAddress(base, "Sleep"));
  CHECK(GetProcAddress(kernel32, "ReadFile") != GetProcAddress(base, "ReadFile"));
  CHECK(!GetProcAddress(kernel32, "NoSuchExport") && GetLastError() == ERROR_PROC_NOT_FOUND);
  CHECK(!LoadLibraryW(L"nosuch") && GetLastError() == ERROR_MOD_NOT_FOUND);
  CHECK(GetModuleHandleW(NULL) == NtCurrentPeb()->ImageBaseAddress);
}
