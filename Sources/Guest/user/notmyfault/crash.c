// The ways to crash.
#include "notmyfault.h"

static const struct {
  PCWSTR Name;
  PCWSTR Summary;
  DWORD Code;
} Crashes[] = {
    {L"highirql", L"touches paged memory at DISPATCH_LEVEL", IOCTL_MYFAULT_HIGH_IRQL},
    {L"overflow", L"writes past a block of pool and frees it", IOCTL_MYFAULT_BUFFER_OVERFLOW},
    {L"code", L"writes over the driver's own code", IOCTL_MYFAULT_CODE_OVERWRITE},
    {L"stacktrash", L"writes over a return address", IOCTL_MYFAULT_STACK_TRASH},
    {L"pointer", L"reads an address that nothing maps", IOCTL_MYFAULT_WILD_POINTER},
    {L"breakpoint", L"runs into an int 3, and goes on from it", IOCTL_MYFAULT_BREAKPOINT},
    {L"stackoverflow", L"calls itself until the stack ends", IOCTL_MYFAULT_STACK_OVERFLOW},
    {L"doublefree", L"frees a block of pool twice", IOCTL_MYFAULT_DOUBLE_FREE},
    {L"hang", L"spins at DISPATCH_LEVEL for ever", IOCTL_MYFAULT_HANG},
};

VOID PrintCrashes(void) {
  for (ULONG i = 0; i < COUNT_OF(Crashes); i++) {
    Print(L"        %-14ws %ws\n", Crashes[i].Name, Crashes[i].Summary);
  }
}

DWORD CrashCodeOf(PCWSTR name) {
  for (ULONG i = 0; i < COUNT_OF(Crashes); i++) {
    if (!_wcsicmp(Crashes[i].Name, name)) return Crashes[i].Code;
  }
  return 0;
}

int RunCrash(HANDLE driver, DWORD code) {
  DWORD returned;
  if (DeviceIoControl(driver, code, NULL, 0, NULL, 0, &returned, NULL)) return 0;
  Print(L"NotMyfault: myfault.sys refuses: error %u.\n", GetLastError());
  return 1;
}
