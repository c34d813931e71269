// Who is speaking.
#include "cmd.h"

VOID PrintVersion(PCWSTR arguments) {
  PPEB peb = NtCurrentPeb();
  Print(L"Gurney [Version %u.%u.%u]\n", peb->OSMajorVersion, peb->OSMinorVersion,
        peb->OSBuildNumber);
}
