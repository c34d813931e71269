// The console's shell: reads a line, runs it, and so on.
#include "cmd.h"

static VOID Echo(PCWSTR arguments) {
  Print(L"%ws\n", arguments);
}

static VOID ClearScreen(PCWSTR arguments) {
  Print(L"\x1b[2J\x1b[H");
}

static VOID Exit(PCWSTR arguments) {
  ExitProcess(wcstoul(arguments, NULL, 10));
}

static VOID Start(PCWSTR arguments) {
  if (*arguments) RunProgram(arguments, FALSE);
  else Print(L"start NAME [arguments]\n");
}

static VOID Help(PCWSTR arguments);

const BUILT_IN BuiltIns[] = {
    {L"cls", L"Clears the screen.", ClearScreen},
    {L"dir", L"Lists the files of C:\\Gurney\\System32, or of C:\\Gurney\\System32\\NAME.",
     ListDirectory},
    {L"driverquery", L"Lists the kernel's modules.", ListDrivers},
    {L"echo", L"Prints the rest of the line.", Echo},
    {L"exit", L"Ends the shell; the machine goes with the first one.", Exit},
    {L"help", L"Lists these commands.", Help},
    {L"mem", L"Shows how much memory is in use, and how much of it is pool.", ShowMemory},
    {L"shutdown", L"Powers the machine off; /r starts it again.", ShutDown},
    {L"start", L"Starts a program and does not wait for it.", Start},
    {L"tasklist", L"Lists the processes.", ListTasks},
    {L"type", L"Prints a file.", TypeFile},
    {L"ver", L"Shows the system's version.", PrintVersion},
    {NULL, NULL, NULL},
};

static VOID Help(PCWSTR arguments) {
  for (const BUILT_IN *command = BuiltIns; command->Name; command++) {
    Print(L"%-12ws %ws\n", command->Name, command->Summary);
  }
  Print(L"\nAny other name starts that program of C:\\Gurney\\System32, for example\n"
        L"notmyfault /?\n");
}

static VOID Execute(PCWSTR line) {
  WCHAR name[64];
  PCWSTR arguments = NextWord(line, name, COUNT_OF(name));
  if (!*name) return;
  for (const BUILT_IN *command = BuiltIns; command->Name; command++) {
    if (_wcsicmp(command->Name, name)) continue;
    command->Run(arguments);
    return;
  }
  RunProgram(line, TRUE);
}

/// Reads a line without its end. False if the console has no more.
static BOOLEAN ReadLine(PWSTR line, DWORD room) {
  DWORD length;
  HANDLE console = GetStdHandle(STD_INPUT_HANDLE);
  if (!ReadConsoleW(console, line, room - 1, &length, NULL) || !length) return FALSE;
  while (length && (line[length - 1] == '\n' || line[length - 1] == '\r')) length--;
  line[length] = 0;
  return TRUE;
}

int main(PCWSTR arguments) {
  WCHAR line[512];
  PrintVersion(arguments);
  for (;;) {
    Print(L"\nC:\\>");
    if (!ReadLine(line, COUNT_OF(line))) return 1;
    Execute(line);
  }
}
