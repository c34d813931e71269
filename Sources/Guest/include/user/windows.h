// What kernel32 gives programs. Names and meanings are Win32's.
#pragma once
#include <user/ntdll.h>
#include <user/winerror.h>

#define INVALID_HANDLE_VALUE ((HANDLE)(LONG64)-1)
#define INFINITE             0xFFFFFFFF
#define WAIT_OBJECT_0        0
#define WAIT_FAILED          0xFFFFFFFF
#define STILL_ACTIVE         259

#define STD_INPUT_HANDLE  ((DWORD)-10)
#define STD_OUTPUT_HANDLE ((DWORD)-11)
#define STD_ERROR_HANDLE  ((DWORD)-12)

#define OPEN_EXISTING          3
#define FILE_SHARE_DELETE      4
#define CREATE_SUSPENDED       0x00000004

typedef PVOID HMODULE;
typedef VOID (*FARPROC)(void);
typedef const void *LPCVOID;

typedef struct _PROCESS_INFORMATION {
  HANDLE hProcess;
  HANDLE hThread;
  DWORD dwProcessId;
  DWORD dwThreadId;
} PROCESS_INFORMATION, *LPPROCESS_INFORMATION;

// Files and devices.
HANDLE CreateFileW(PCWSTR name, DWORD access, DWORD share, PVOID security, DWORD disposition,
                   DWORD attributes, HANDLE templateFile);
BOOL ReadFile(HANDLE file, PVOID buffer, DWORD bytes, PULONG read, PVOID overlapped);
BOOL WriteFile(HANDLE file, LPCVOID buffer, DWORD bytes, PULONG written, PVOID overlapped);
BOOL DeviceIoControl(HANDLE device, DWORD code, PVOID input, DWORD inputBytes, PVOID output,
                     DWORD outputBytes, PULONG returned, PVOID overlapped);
BOOL CloseHandle(HANDLE handle);

// The console. Text is Latin-1 there.
HANDLE GetStdHandle(DWORD which);
BOOL SetStdHandle(DWORD which, HANDLE handle);
BOOL WriteConsoleW(HANDLE console, LPCVOID text, DWORD count, PULONG written, PVOID reserved);
BOOL ReadConsoleW(HANDLE console, PVOID buffer, DWORD count, PULONG read, PVOID control);

// Processes and threads.
BOOL CreateProcessW(PCWSTR application, PWSTR commandLine, PVOID processSecurity,
                    PVOID threadSecurity, BOOL inherit, DWORD flags, PVOID environment,
                    PCWSTR directory, PVOID startup, LPPROCESS_INFORMATION information);
HANDLE CreateThread(PVOID security, SIZE_T stackSize, PTHREAD_START_ROUTINE start, PVOID argument,
                    DWORD flags, PULONG id);
DWORD SuspendThread(HANDLE thread);
DWORD ResumeThread(HANDLE thread);
NORETURN VOID ExitProcess(DWORD code);
NORETURN VOID ExitThread(DWORD code);
BOOL TerminateProcess(HANDLE process, DWORD code);
BOOL GetExitCodeProcess(HANDLE process, PULONG code);
HANDLE GetCurrentProcess(void);
HANDLE GetCurrentThread(void);
DWORD GetCurrentProcessId(void);
DWORD GetCurrentThreadId(void);
PWSTR GetCommandLineW(void);

// Waiting and time.
DWORD WaitForSingleObject(HANDLE object, DWORD milliseconds);
HANDLE CreateEventW(PVOID security, BOOL manualReset, BOOL initialState, PCWSTR name);
BOOL SetEvent(HANDLE event);
BOOL ResetEvent(HANDLE event);
VOID Sleep(DWORD milliseconds);
DWORD GetTickCount(void);
BOOL QueryPerformanceCounter(PLARGE_INTEGER counter);
BOOL QueryPerformanceFrequency(PLARGE_INTEGER frequency);
VOID GetSystemTimeAsFileTime(PLARGE_INTEGER time);

// Memory.
PVOID VirtualAlloc(PVOID address, SIZE_T bytes, DWORD type, DWORD protection);
BOOL VirtualFree(PVOID address, SIZE_T bytes, DWORD type);
BOOL VirtualProtect(PVOID address, SIZE_T bytes, DWORD protection, PULONG previous);
SIZE_T VirtualQuery(PVOID address, PMEMORY_BASIC_INFORMATION information, SIZE_T bytes);
HANDLE GetProcessHeap(void);
PVOID HeapAlloc(HANDLE heap, DWORD flags, SIZE_T bytes);
PVOID HeapReAlloc(HANDLE heap, DWORD flags, PVOID block, SIZE_T bytes);
BOOL HeapFree(HANDLE heap, DWORD flags, PVOID block);
SIZE_T HeapSize(HANDLE heap, DWORD flags, PVOID block);

// Modules.
HMODULE LoadLibraryW(PCWSTR name);
BOOL FreeLibrary(HMODULE module);
HMODULE GetModuleHandleW(PCWSTR name);
FARPROC GetProcAddress(HMODULE module, PCSTR name);

// Errors and the debugger.
DWORD GetLastError(void);
VOID SetLastError(DWORD error);
VOID OutputDebugStringA(PCSTR text);
VOID DebugBreak(void);
BOOL IsDebuggerPresent(void);
