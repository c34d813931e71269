// Starting programs.
#include "cmd.h"

/// How long a program with windows has to say something before the prompt comes back.
#define GUI_GRACE_MILLISECONDS 100

/// The subsystem that a program's header names, or 0 if it cannot be read.
static USHORT SubsystemOf(PCWSTR name) {
  UCHAR head[1024];
  DWORD read = 0;
  HANDLE file = CreateFileW(name, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return 0;
  ReadFile(file, head, sizeof(head), &read, NULL);
  CloseHandle(file);
  if (read < sizeof(head)) return 0;
  ULONG start = (ULONG)((PIMAGE_DOS_HEADER)head)->e_lfanew;
  if (start > sizeof(head) - sizeof(IMAGE_NT_HEADERS)) return 0;
  PIMAGE_NT_HEADERS headers = RtlImageNtHeader(head);
  return headers ? headers->OptionalHeader.Subsystem : 0;
}

/// As NT's shell does, this one waits for console programs only.
static VOID WaitFor(PCWSTR name, HANDLE process) {
  USHORT subsystem = SubsystemOf(name);
  BOOLEAN windows = subsystem == IMAGE_SUBSYSTEM_WINDOWS_GUI;
  WaitForSingleObject(process, windows ? GUI_GRACE_MILLISECONDS : INFINITE);
}

static VOID PrintFailure(PCWSTR name, DWORD error) {
  switch (error) {
  case ERROR_FILE_NOT_FOUND:
  case ERROR_PATH_NOT_FOUND:
  case ERROR_INVALID_NAME:
    Print(L"'%ws' is not recognized as an internal or external command,\n"
          L"operable program or batch file.\n",
          name);
    break;
  default:
    Print(L"%ws cannot be started: error %u.\n", name, error);
  }
}

VOID RunProgram(PCWSTR line, BOOLEAN wait) {
  WCHAR name[260], file[264];
  PROCESS_INFORMATION process;
  NextWord(line, name, COUNT_OF(name));
  if (!CreateProcessW(NULL, (PWSTR)line, NULL, NULL, FALSE, 0, NULL, NULL, NULL, &process)) {
    PrintFailure(name, GetLastError());
    return;
  }
  CloseHandle(process.hThread);
  _snwprintf(file, COUNT_OF(file), wcschr(name, '.') ? L"%ws" : L"%ws.exe", name);
  if (wait) WaitFor(file, process.hProcess);
  CloseHandle(process.hProcess);
}
