// What the shell's own files share.
#pragma once
#include <user/crt.h>

/// A command of the shell's own. `arguments` is the rest of the line.
typedef struct _BUILT_IN {
  PCWSTR Name;
  PCWSTR Summary;
  VOID (*Run)(PCWSTR arguments);
} BUILT_IN;

/// In alphabetical order; a null name ends them.
extern const BUILT_IN BuiltIns[];

// run.c
/// Starts a program. Waits for its end if `wait` and it is a console program.
VOID RunProgram(PCWSTR line, BOOLEAN wait);

// version.c
VOID PrintVersion(PCWSTR arguments);

// system.c
VOID ListTasks(PCWSTR arguments);
VOID ListDrivers(PCWSTR arguments);
VOID ShowMemory(PCWSTR arguments);
VOID ShutDown(PCWSTR arguments);

// files.c
#define SYSTEM_FOLDER L"C:\\Gurney\\System32"
/// Sees a file's name; false ends the walk.
typedef BOOLEAN (*FILE_VISITOR)(const UNICODE_STRING *name, PVOID context);
/// Walks a folder. False if there is none of that name.
BOOLEAN VisitDirectory(PCWSTR path, FILE_VISITOR visit, PVOID context);
VOID ListDirectory(PCWSTR arguments);
VOID TypeFile(PCWSTR arguments);
