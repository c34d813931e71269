// Virtual memory.
#include "usertest.h"

#define PAGE 0x1000

VOID TestMemory(void) {
  MEMORY_BASIC_INFORMATION information;
  DWORD previous;
  ULONG code = 0;
  PUCHAR memory = VirtualAlloc(NULL, 16 * PAGE, MEM_RESERVE, PAGE_READWRITE);
  CHECK(memory != NULL);
  CHECK(VirtualAlloc(memory + 4 * PAGE, 2 * PAGE, MEM_COMMIT, PAGE_READWRITE) == memory + 4 * PAGE);
  memory[4 * PAGE] = 1;
  memory[6 * PAGE - 1] = 2;
  CHECK(memory[4 * PAGE + 1] == 0);
  CHECK(VirtualQuery(memory + 4 * PAGE, &information, sizeof(information)));
  CHECK(information.State == MEM_COMMIT && information.AllocationBase == memory);
  CHECK(VirtualProtect(memory + 4 * PAGE, PAGE, PAGE_READONLY, &previous));
  CHECK(previous == PAGE_READWRITE);
  __try {
    memset(memory + 4 * PAGE, 3, 1);
  } __except (code = _exception_code(), EXCEPTION_EXECUTE_HANDLER) {
  }
  CHECK(code == (ULONG)STATUS_ACCESS_VIOLATION && memory[4 * PAGE] == 1);
  CHECK(VirtualFree(memory, 0, MEM_RELEASE));
  code = 0;
  __try {
    memset(memory + 5 * PAGE, 3, 1);
  } __except (code = _exception_code(), EXCEPTION_EXECUTE_HANDLER) {
  }
  CHECK(code == (ULONG)STATUS_ACCESS_VIOLATION);
}
