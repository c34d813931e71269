// The little that every program shares: formatted output, words of a command line, the start.
#pragma once
#include <user/windows.h>

/// Formats (see <gurney/rtl.h>) and writes to standard output; text beyond 1,000 characters is
/// cut.
VOID Print(PCWSTR format, ...);

/// Copies the next word of a line, which may stand in quotes, and returns what follows it and its
/// blanks. The word is empty at the line's end; one longer than the room is cut.
PCWSTR NextWord(PCWSTR line, PWSTR word, SIZE_T room);

/// A console program's own main, and a program with windows' own. The line is without the
/// program's name.
int main(PCWSTR arguments);
int WinMain(HMODULE instance, HMODULE previous, PCWSTR arguments, int show);

// Entry points for images.txt.
NORETURN VOID mainCRTStartup(void);
NORETURN VOID WinMainCRTStartup(void);
