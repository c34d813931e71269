// usertest: runs the user side of the system through its paces, from inside. The last line says
// how many checks held; the exit code is how many did not.
#include "usertest.h"

static ULONG Checks, Failures;

VOID Check(BOOLEAN holds, PCSTR condition, PCSTR file, ULONG line) {
  Checks++;
  if (holds) return;
  Failures++;
  Print(L"%hs:%u: %hs does not hold\n", file, line, condition);
}

static const struct {
  PCWSTR Name;
  VOID (*Run)(void);
} Tests[] = {
    {L"text", TestText},       {L"exceptions", TestExceptions}, {L"heap", TestHeap},
    {L"modules", TestModules}, {L"memory", TestMemory},         {L"threads", TestThreads},
    {L"errors", TestErrors},
};

/// Runs every test, or the one that is named.
int main(PCWSTR arguments) {
  WCHAR name[32];
  NextWord(arguments, name, COUNT_OF(name));
  for (ULONG i = 0; i < COUNT_OF(Tests); i++) {
    if (!*name || !_wcsicmp(name, Tests[i].Name)) Tests[i].Run();
  }
  Print(L"%u of %u checks hold.\n", Checks - Failures, Checks);
  return (int)Failures;
}
