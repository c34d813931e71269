// Where a console program starts.
#include <user/crt.h>

NORETURN VOID mainCRTStartup(void) {
  WCHAR program[260];
  ExitProcess((DWORD)main(NextWord(GetCommandLineW(), program, COUNT_OF(program))));
}
