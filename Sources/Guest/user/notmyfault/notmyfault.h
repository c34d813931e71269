// What NotMyfault's own files share.
#pragma once
#include <gurney/myfault.h>
#include <user/crt.h>

#define DEFAULT_SECONDS 10
#define MOST_KILOBYTES  (64 * 1024)

// driver.c
/// Opens \\.\MyFault; loads myfault.sys first if it is not there. INVALID_HANDLE_VALUE, and a line
/// on the console, if that fails.
HANDLE OpenDriver(void);

// leak.c
typedef struct _LEAK {
  PCWSTR Pool;      // as it is printed
  DWORD Code;       // of myfault.sys
  ULONG Kilobytes;  // a second
  ULONG Seconds;
} LEAK;

/// Leaks, then waits for its end, which never comes by itself.
int RunLeak(HANDLE driver, const LEAK *leak);

// crash.c
/// Crashes the machine in the way named. Returns if there is no such way, or the driver refuses.
int RunCrash(HANDLE driver, DWORD code);
/// The driver's code for a way to crash, or 0 if there is none of that name.
DWORD CrashCodeOf(PCWSTR name);
VOID PrintCrashes(void);
