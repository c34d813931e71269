// NotMyfault: makes the kernel misbehave, through myfault.sys, so that there is something to debug.
#include "notmyfault.h"

static VOID PrintUsage(void) {
  Print(L"notmyfault /leak nonpaged|paged KILOBYTES [/for SECONDS]\n"
        L"    Leaks KILOBYTES of pool (up to %u) in one block each second of the machine's\n"
        L"    time, beginning at once, for SECONDS (%u unless told). Time passes at once\n"
        L"    while the machine is idle, so the blocks are soon there; more come when it\n"
        L"    is started again. NotMyfault stays in memory, and so does what it leaked.\n"
        L"notmyfault /crash KIND\n"
        L"    Crashes the machine. KIND is one of:\n",
        MOST_KILOBYTES, DEFAULT_SECONDS);
  PrintCrashes();
  Print(L"notmyfault /?\n");
}

static int Misused(PCWSTR what, PCWSTR word) {
  Print(L"NotMyfault: %ws '%ws'. See notmyfault /?\n", what, word);
  return 1;
}

/// Reads a whole word as a number from 1 to `most`. 0 if it is none.
static ULONG NumberIn(PCWSTR word, ULONG most) {
  PWSTR end;
  ULONG number = wcstoul(word, &end, 10);
  return *word && !*end && number <= most ? number : 0;
}

static int Leak(PCWSTR arguments) {
  WCHAR word[64];
  LEAK leak = {.Seconds = DEFAULT_SECONDS};
  arguments = NextWord(arguments, word, COUNT_OF(word));
  if (!_wcsicmp(word, L"nonpaged")) {
    leak.Pool = L"nonpaged";
    leak.Code = IOCTL_MYFAULT_LEAK_NONPAGED;
  } else if (!_wcsicmp(word, L"paged")) {
    leak.Pool = L"paged";
    leak.Code = IOCTL_MYFAULT_LEAK_PAGED;
  } else {
    return Misused(L"nonpaged or paged is expected instead of", word);
  }
  arguments = NextWord(arguments, word, COUNT_OF(word));
  leak.Kilobytes = NumberIn(word, MOST_KILOBYTES);
  if (!leak.Kilobytes) return Misused(L"a number of kilobytes is expected instead of", word);
  arguments = NextWord(arguments, word, COUNT_OF(word));
  if (*word) {
    if (_wcsicmp(word, L"/for")) return Misused(L"there is no option", word);
    arguments = NextWord(arguments, word, COUNT_OF(word));
    leak.Seconds = NumberIn(word, 0xFFFFFFFF);
    if (!leak.Seconds) return Misused(L"a number of seconds is expected instead of", word);
  }
  HANDLE driver = OpenDriver();
  return driver == INVALID_HANDLE_VALUE ? 1 : RunLeak(driver, &leak);
}

static int Crash(PCWSTR arguments) {
  WCHAR word[64];
  NextWord(arguments, word, COUNT_OF(word));
  DWORD code = CrashCodeOf(word);
  if (!code) return Misused(L"there is no crash", word);
  HANDLE driver = OpenDriver();
  return driver == INVALID_HANDLE_VALUE ? 1 : RunCrash(driver, code);
}

int WinMain(HMODULE instance, HMODULE previous, PCWSTR arguments, int show) {
  WCHAR word[64];
  arguments = NextWord(arguments, word, COUNT_OF(word));
  if (!_wcsicmp(word, L"/leak")) return Leak(arguments);
  if (!_wcsicmp(word, L"/crash")) return Crash(arguments);
  if (*word && _wcsicmp(word, L"/?")) return Misused(L"there is no option", word);
  PrintUsage();
  return 0;
}
