// The run-time library that nt and ntdll share: its sources are compiled into both.
#pragma once
#include "image.h"
#include "status.h"

// Memory and C strings.
void *memcpy(void *to, const void *from, SIZE_T bytes);
void *memmove(void *to, const void *from, SIZE_T bytes);
void *memset(void *to, int value, SIZE_T bytes);
int memcmp(const void *left, const void *right, SIZE_T bytes);
SIZE_T strlen(const char *text);
int strcmp(const char *left, const char *right);
int strncmp(const char *left, const char *right, SIZE_T count);
int _stricmp(const char *left, const char *right);
SIZE_T wcslen(PCWSTR text);
int wcscmp(PCWSTR left, PCWSTR right);
int _wcsicmp(PCWSTR left, PCWSTR right);
int _wcsnicmp(PCWSTR left, PCWSTR right, SIZE_T count);
PWSTR wcscpy(PWSTR to, PCWSTR from);
PWSTR wcschr(PCWSTR text, WCHAR character);
PWSTR wcsrchr(PCWSTR text, WCHAR character);
ULONG wcstoul(PCWSTR text, PWSTR *end, int base);

// Counted strings. Lengths are in bytes.
typedef STRING ANSI_STRING, *PANSI_STRING;
VOID RtlInitUnicodeString(PUNICODE_STRING string, PCWSTR text);
VOID RtlInitAnsiString(PANSI_STRING string, PCSTR text);
WCHAR RtlUpcaseUnicodeChar(WCHAR character);
LONG RtlCompareUnicodeString(const UNICODE_STRING *left, const UNICODE_STRING *right,
                             BOOLEAN ignoreCase);
BOOLEAN RtlEqualUnicodeString(const UNICODE_STRING *left, const UNICODE_STRING *right,
                              BOOLEAN ignoreCase);
BOOLEAN RtlPrefixUnicodeString(const UNICODE_STRING *prefix, const UNICODE_STRING *string,
                               BOOLEAN ignoreCase);
VOID RtlCopyUnicodeString(PUNICODE_STRING to, const UNICODE_STRING *from);
NTSTATUS RtlAppendUnicodeToString(PUNICODE_STRING to, PCWSTR text);
NTSTATUS RtlAppendUnicodeStringToString(PUNICODE_STRING to, const UNICODE_STRING *from);
/// Byte characters are Latin-1: a code unit above FFh becomes '?'.
NTSTATUS RtlUnicodeToMultiByteN(PSTR to, ULONG room, PULONG bytes, PCWSTR from, ULONG fromBytes);
NTSTATUS RtlMultiByteToUnicodeN(PWSTR to, ULONG room, PULONG bytes, PCSTR from, ULONG fromBytes);

// Formatting. Beyond C's: %Z (ANSI_STRING *), %wZ (UNICODE_STRING *), %ws and %S, %I64x. Returns
// the characters written without the end, or -1 if they did not fit (the text is cut, and ended
// if there is any room at all). No floating point.
int _vsnprintf(PSTR buffer, SIZE_T room, PCSTR format, va_list arguments);
int _snprintf(PSTR buffer, SIZE_T room, PCSTR format, ...);
int _vsnwprintf(PWSTR buffer, SIZE_T room, PCWSTR format, va_list arguments);
int _snwprintf(PWSTR buffer, SIZE_T room, PCWSTR format, ...);

// Images, mapped as sections.
PIMAGE_NT_HEADERS RtlImageNtHeader(PVOID base);
PVOID RtlImageDirectoryEntryToData(PVOID base, BOOLEAN mapped, USHORT entry, PULONG bytes);
/// The exported address, or null. It may lie in the export directory: then it is a forwarder's
/// text, "MODULE.Name" (see RtlIsForwarder).
PVOID RtlFindExportedRoutineByName(PVOID base, PCSTR name);
PVOID RtlFindExportedRoutineByOrdinal(PVOID base, ULONG ordinal);
BOOLEAN RtlIsForwarder(PVOID base, PVOID export);
/// Moves the pointers of an image that lies at `base` but holds those of `linkedAt`. The pages
/// must be writable.
NTSTATUS RtlRelocateImage(PVOID base, ULONG64 linkedAt);

// Exceptions. The flags are those of EXCEPTION_RECORD.ExceptionFlags.
#define EXCEPTION_NONCONTINUABLE  0x01
#define EXCEPTION_UNWINDING       0x02
#define EXCEPTION_EXIT_UNWIND     0x04
#define EXCEPTION_STACK_INVALID   0x08
#define EXCEPTION_NESTED_CALL     0x10
#define EXCEPTION_TARGET_UNWIND   0x20
#define EXCEPTION_COLLIDED_UNWIND 0x40

#define EXCEPTION_EXECUTE_HANDLER    1
#define EXCEPTION_CONTINUE_SEARCH    0
#define EXCEPTION_CONTINUE_EXECUTION (-1)

typedef enum _EXCEPTION_DISPOSITION {
  ExceptionContinueExecution = 0,
  ExceptionContinueSearch = 1,
  ExceptionNestedException = 2,
  ExceptionCollidedUnwind = 3,
} EXCEPTION_DISPOSITION;

struct _DISPATCHER_CONTEXT;
typedef EXCEPTION_DISPOSITION (*PEXCEPTION_ROUTINE)(PEXCEPTION_RECORD record, PVOID frame,
                                                    PCONTEXT context,
                                                    struct _DISPATCHER_CONTEXT *dispatcher);

typedef struct _DISPATCHER_CONTEXT {
  ULONG64 ControlPc;
  ULONG64 ImageBase;
  PRUNTIME_FUNCTION FunctionEntry;
  ULONG64 EstablisherFrame;
  ULONG64 TargetIp;
  PCONTEXT ContextRecord;
  PEXCEPTION_ROUTINE LanguageHandler;
  PVOID HandlerData;
  PVOID HistoryTable;
  ULONG ScopeIndex;
  ULONG Fill0;
} DISPATCHER_CONTEXT, *PDISPATCHER_CONTEXT;

#define UNW_FLAG_NHANDLER  0
#define UNW_FLAG_EHANDLER  1
#define UNW_FLAG_UHANDLER  2
#define UNW_FLAG_CHAININFO 4

/// The address of a register that a frame saved on the stack, by register number; null if not.
typedef struct _KNONVOLATILE_CONTEXT_POINTERS {
  M128A *FloatingContext[16];
  ULONG64 *IntegerContext[16];
} KNONVOLATILE_CONTEXT_POINTERS, *PKNONVOLATILE_CONTEXT_POINTERS;

VOID RtlCaptureContext(PCONTEXT context);
/// Goes on in the context, at the same privilege. Does not return.
NORETURN VOID RtlRestoreContext(PCONTEXT context, PEXCEPTION_RECORD record);
PRUNTIME_FUNCTION RtlLookupFunctionTable(PVOID base, ULONG64 pc);
PEXCEPTION_ROUTINE RtlVirtualUnwind(ULONG handlerType, ULONG64 imageBase, ULONG64 pc,
                                    PRUNTIME_FUNCTION entry, PCONTEXT context,
                                    PVOID *handlerData, ULONG64 *establisherFrame,
                                    PKNONVOLATILE_CONTEXT_POINTERS pointers);
BOOLEAN RtlDispatchException(PEXCEPTION_RECORD record, PCONTEXT context);
VOID RtlUnwindEx(PVOID targetFrame, PVOID targetIp, PEXCEPTION_RECORD record, PVOID returnValue,
                 PCONTEXT context, PVOID historyTable);
VOID RtlUnwind(PVOID targetFrame, PVOID targetIp, PEXCEPTION_RECORD record, PVOID returnValue);
VOID RtlRaiseException(PEXCEPTION_RECORD record);
NORETURN VOID RtlRaiseStatus(NTSTATUS status);
EXCEPTION_DISPOSITION __C_specific_handler(PEXCEPTION_RECORD record, PVOID frame,
                                           PCONTEXT context, PDISPATCHER_CONTEXT dispatcher);

// What the library needs from the image that it is part of.
/// The row of .pdata for the code at `pc` and its image's base, or null: a leaf function, or none.
PRUNTIME_FUNCTION RtlLookupFunctionEntry(ULONG64 pc, ULONG64 *imageBase, PVOID historyTable);
/// The current stack's bounds.
VOID RtlpGetStackLimits(ULONG64 *low, ULONG64 *high);
/// Hands an exception to the system: NtRaiseException in ntdll, KiRaiseException's work in nt.
NTSTATUS RtlpRaiseException(PEXCEPTION_RECORD record, PCONTEXT context, BOOLEAN firstChance);
