// Leaking pool: one block a second.
#include "notmyfault.h"

int RunLeak(HANDLE driver, const LEAK *leak) {
  ULONG bytes = leak->Kilobytes * 1024;
  Print(L"Leaking %u KB of %ws pool a second for %u second%ws.\n", leak->Kilobytes, leak->Pool,
        leak->Seconds, leak->Seconds == 1 ? L"" : L"s");
  for (ULONG second = 0; second < leak->Seconds; second++) {
    DWORD returned;
    if (!DeviceIoControl(driver, leak->Code, &bytes, sizeof(bytes), NULL, 0, &returned, NULL)) {
      Print(L"NotMyfault: no more than %u blocks: error %u.\n", second, GetLastError());
      break;
    }
    Sleep(1000);
  }
  Sleep(INFINITE);
  return 0;
}
