// Starting programs.
#include "cmd.h"

/// How long a program that is not waited for has to say something before the prompt comes back.
#define GRACE_MILLISECONDS 100

/// The subsystem that a program's header names, or 0 if it cannot be read.
static USHORT SubsystemOf(PCWSTR path) {
  UCHAR head[1024];
  DWORD read = 0;
  HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
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
static BOOLEAN IsWaitedFor(PCWSTR path) {
  return SubsystemOf(path) != IMAGE_SUBSYSTEM_WINDOWS_GUI;
}

/// What a program is looked for by, and what is found: its file's name as the file spells it.
typedef struct _SEARCH {
  WCHAR Name[128];
  WCHAR Found[128];
} SEARCH;

static BOOLEAN IsWanted(const UNICODE_STRING *file, PVOID context) {
  SEARCH *search = context;
  UNICODE_STRING wanted;
  RtlInitUnicodeString(&wanted, search->Name);
  if (!RtlEqualUnicodeString(file, &wanted, TRUE)) return TRUE;
  _snwprintf(search->Found, COUNT_OF(search->Found), L"%wZ", file);
  return FALSE;
}

/// Finds a program by a command's first word, with or without ".exe".
static BOOLEAN FindProgram(PCWSTR word, PWSTR path, SIZE_T room) {
  SEARCH search = {.Found = {0}};
  PCWSTR extension = wcschr(word, '.') ? L"" : L".exe";
  if (_snwprintf(search.Name, COUNT_OF(search.Name), L"%ws%ws", word, extension) < 0) return FALSE;
  VisitDirectory(SYSTEM_FOLDER, IsWanted, &search);
  if (!*search.Found) return FALSE;
  return _snwprintf(path, room, L"%ws\\%ws", SYSTEM_FOLDER, search.Found) > 0;
}

static VOID PrintFailure(PCWSTR path, DWORD error) {
  if (error == ERROR_BAD_EXE_FORMAT) {
    Print(L"The system cannot execute the specified program.\n");
  } else {
    Print(L"%ws cannot be started: error %u.\n", path, error);
  }
}

VOID RunProgram(PCWSTR line, BOOLEAN wait) {
  WCHAR word[128], path[260];
  PROCESS_INFORMATION process;
  NextWord(line, word, COUNT_OF(word));
  if (!FindProgram(word, path, COUNT_OF(path))) {
    Print(L"'%ws' is not recognized as an internal or external command,\n"
          L"operable program or batch file.\n",
          word);
    return;
  }
  if (!CreateProcessW(path, (PWSTR)line, NULL, NULL, FALSE, 0, NULL, NULL, NULL, &process)) {
    PrintFailure(path, GetLastError());
    return;
  }
  CloseHandle(process.hThread);
  DWORD milliseconds = wait && IsWaitedFor(path) ? INFINITE : GRACE_MILLISECONDS;
  WaitForSingleObject(process.hProcess, milliseconds);
  CloseHandle(process.hProcess);
}
