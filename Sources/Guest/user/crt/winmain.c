// Where a program with windows starts.
#include <user/crt.h>

NORETURN VOID WinMainCRTStartup(void) {
  WCHAR program[260];
  PCWSTR arguments = NextWord(GetCommandLineW(), program, COUNT_OF(program));
  ExitProcess((DWORD)WinMain(GetModuleHandleW(NULL), NULL, arguments, 1));
}
