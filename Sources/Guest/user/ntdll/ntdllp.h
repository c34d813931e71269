// What ntdll's own files share.
#pragma once
#include <user/ntdll.h>

FORCEINLINE VOID LdrpInitializeList(PLIST_ENTRY head) {
  head->Flink = head->Blink = head;
}

FORCEINLINE VOID LdrpInsertTail(PLIST_ENTRY head, PLIST_ENTRY entry) {
  entry->Flink = head;
  entry->Blink = head->Blink;
  head->Blink->Flink = entry;
  head->Blink = entry;
}

FORCEINLINE VOID LdrpRemove(PLIST_ENTRY entry) {
  entry->Blink->Flink = entry->Flink;
  entry->Flink->Blink = entry->Blink;
}

// LDR_DATA_TABLE_ENTRY.Flags.
#define LDRP_STATIC_LINK           0x00000002
#define LDRP_IMAGE_DLL             0x00000004
#define LDRP_ENTRY_PROCESSED       0x00004000
#define LDRP_PROCESS_ATTACH_CALLED 0x00080000

extern PVOID LdrpNtdllBase;
extern PEB_LDR_DATA PebLdr;
extern RTL_CRITICAL_SECTION LdrpLoaderLock;

/// kernel32!BaseThreadInitThunk, once kernel32 is there.
extern VOID (*Kernel32ThreadInitThunkFunction)(ULONG, PTHREAD_START_ROUTINE, PVOID);

// list.c
PLDR_DATA_TABLE_ENTRY LdrpAllocateEntry(PVOID base, PUNICODE_STRING fullName, ULONG flags);
NTSTATUS LdrpForget(PLDR_DATA_TABLE_ENTRY entry);
PLDR_DATA_TABLE_ENTRY LdrpFindByName(const UNICODE_STRING *baseName);
PLDR_DATA_TABLE_ENTRY LdrpFindByAddress(PVOID address);

// map.c
NTSTATUS LdrpMapImage(PUNICODE_STRING fullName, PVOID *base);

// snap.c
NTSTATUS LdrpSnapImports(PLDR_DATA_TABLE_ENTRY entry);
NTSTATUS LdrpLoadByName(PCSTR name, PLDR_DATA_TABLE_ENTRY *loaded);
NTSTATUS LdrpLoadByUnicodeName(const UNICODE_STRING *name, PLDR_DATA_TABLE_ENTRY *loaded);
NTSTATUS LdrpResolve(PVOID base, PCSTR name, ULONG ordinal, PVOID *procedure);

// initialize.c
NTSTATUS LdrpRunInitializers(PCONTEXT context);
