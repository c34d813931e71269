// Starting a program.
#include "kernel32.h"

/// The program's name at the start of a command line, without its quotes.
static NTSTATUS FirstWord(PCWSTR commandLine, PUNICODE_STRING word) {
  while (*commandLine == ' ') commandLine++;
  WCHAR end = *commandLine == '"' ? *commandLine++ : ' ';
  SIZE_T count = 0;
  while (commandLine[count] && commandLine[count] != end) count++;
  UNICODE_STRING text = {(USHORT)(count * sizeof(WCHAR)), 0, (PWSTR)commandLine};
  return RtlAppendUnicodeStringToString(word, &text);
}

/// The name in the object namespace of the program to start; ".exe" is added to a name without an
/// extension. Free it with RtlFreeUnicodeString.
static NTSTATUS ImageName(PCWSTR application, PCWSTR commandLine, PUNICODE_STRING ntName) {
  WCHAR buffer[260];
  UNICODE_STRING name = {0, sizeof(buffer) - sizeof(WCHAR), buffer};
  NTSTATUS status = application ? RtlAppendUnicodeToString(&name, application)
                                : FirstWord(commandLine, &name);
  if (!NT_SUCCESS(status)) return STATUS_OBJECT_NAME_INVALID;
  buffer[name.Length / sizeof(WCHAR)] = 0;
  PWSTR tail = wcsrchr(buffer, '\\');
  if (!wcschr(tail ? tail : buffer, '.')) {
    status = RtlAppendUnicodeToString(&name, L".exe");
    if (!NT_SUCCESS(status)) return STATUS_OBJECT_NAME_INVALID;
    buffer[name.Length / sizeof(WCHAR)] = 0;
  }
  return RtlDosPathNameToNtPathName_U(buffer, ntName, NULL, NULL);
}

/// Security, environment, directory and start-up information are not looked at: the child has the
/// parent's. It runs at once: CREATE_SUSPENDED is refused.
BOOL CreateProcessW(PCWSTR application, PWSTR commandLine, PVOID processSecurity,
                    PVOID threadSecurity, BOOL inherit, DWORD flags, PVOID environment,
                    PCWSTR directory, PVOID startup, LPPROCESS_INFORMATION information) {
  if ((!application && !commandLine) || (flags & CREATE_SUSPENDED)) {
    return BaseSetLastNTError(STATUS_INVALID_PARAMETER);
  }
  UNICODE_STRING image, line;
  NTSTATUS status = ImageName(application, commandLine, &image);
  if (!NT_SUCCESS(status)) return BaseSetLastNTError(status);
  RtlInitUnicodeString(&line, commandLine ? commandLine : application);
  CLIENT_ID ids;
  status = GurneyCreateProcess(&image, &line, &information->hProcess, &information->hThread, &ids);
  RtlFreeUnicodeString(&image);
  if (!NT_SUCCESS(status)) return BaseSetLastNTError(status);
  information->dwProcessId = (DWORD)(ULONG_PTR)ids.UniqueProcess;
  information->dwThreadId = (DWORD)(ULONG_PTR)ids.UniqueThread;
  return TRUE;
}
