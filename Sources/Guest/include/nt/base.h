// Strings, lists, numbers: what every other header builds on.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "forward.h"

typedef struct LIST_ENTRY32 {
  ULONG Flink;
  ULONG Blink;
} LIST_ENTRY32;

typedef struct LIST_ENTRY64 {
  ULONG64 Flink;
  ULONG64 Blink;
} LIST_ENTRY64;

struct _CLIENT_ID {
  PVOID UniqueProcess;
  PVOID UniqueThread;
};

struct _CLIENT_ID32 {
  ULONG UniqueProcess;
  ULONG UniqueThread;
};

struct _CLIENT_ID64 {
  ULONG64 UniqueProcess;
  ULONG64 UniqueThread;
};

struct _EXCEPTION_POINTERS {
  PEXCEPTION_RECORD ExceptionRecord;
  PCONTEXT ContextRecord;
};

struct _EXCEPTION_RECORD {
  LONG ExceptionCode;
  ULONG ExceptionFlags;
  PEXCEPTION_RECORD ExceptionRecord;
  PVOID ExceptionAddress;
  ULONG NumberParameters;
  ULONG64 ExceptionInformation[15];
};

struct _EXCEPTION_RECORD32 {
  LONG ExceptionCode;
  ULONG ExceptionFlags;
  ULONG ExceptionRecord;
  ULONG ExceptionAddress;
  ULONG NumberParameters;
  ULONG ExceptionInformation[15];
};

struct _EXCEPTION_RECORD64 {
  LONG ExceptionCode;
  ULONG ExceptionFlags;
  ULONG64 ExceptionRecord;
  ULONG64 ExceptionAddress;
  ULONG NumberParameters;
  ULONG __unusedAlignment;
  ULONG64 ExceptionInformation[15];
};

struct _EXCEPTION_REGISTRATION_RECORD {
  PEXCEPTION_REGISTRATION_RECORD Next;
  PVOID Handler;
};

union _EX_FAST_REF {
  PVOID Object;
  ULONG64 RefCnt : 4;
  ULONG64 Value;
};

union _EX_PUSH_LOCK {
  struct {
    ULONG64 Locked : 1;
    ULONG64 Waiting : 1;
    ULONG64 Waking : 1;
    ULONG64 MultipleShared : 1;
    ULONG64 Shared : 60;
  };
  ULONG64 Value;
  PVOID Ptr;
};

union _EX_RUNDOWN_REF {
  ULONG64 Count;
  PVOID Ptr;
};

struct _GROUP_AFFINITY {
  ULONG64 Mask;
  USHORT Group;
  USHORT Reserved[3];
};

struct _GUID {
  ULONG Data1;
  USHORT Data2;
  USHORT Data3;
  UCHAR Data4[8];
};

struct _IO_STATUS_BLOCK {
  union {
    LONG Status;
    PVOID Pointer;
  };
  ULONG64 Information;
};

struct _KSYSTEM_TIME {
  ULONG LowPart;
  LONG High1Time;
  LONG High2Time;
};

union _LARGE_INTEGER {
  struct {
    ULONG LowPart;
    LONG HighPart;
  };
  struct {
    ULONG LowPart;
    LONG HighPart;
  } u;
  LONG64 QuadPart;
};

struct _LIST_ENTRY {
  PLIST_ENTRY Flink;
  PLIST_ENTRY Blink;
};

struct _LUID {
  ULONG LowPart;
  LONG HighPart;
};

struct DECLSPEC_ALIGN(16) _M128A {
  ULONG64 Low;
  LONG64 High;
};

struct _NT_TIB {
  PEXCEPTION_REGISTRATION_RECORD ExceptionList;
  PVOID StackBase;
  PVOID StackLimit;
  PVOID SubSystemTib;
  union {
    PVOID FiberData;
    ULONG Version;
  };
  PVOID ArbitraryUserPointer;
  PNT_TIB Self;
};

struct _NT_TIB32 {
  ULONG ExceptionList;
  ULONG StackBase;
  ULONG StackLimit;
  ULONG SubSystemTib;
  union {
    ULONG FiberData;
    ULONG Version;
  };
  ULONG ArbitraryUserPointer;
  ULONG Self;
};

struct _NT_TIB64 {
  ULONG64 ExceptionList;
  ULONG64 StackBase;
  ULONG64 StackLimit;
  ULONG64 SubSystemTib;
  union {
    ULONG64 FiberData;
    ULONG Version;
  };
  ULONG64 ArbitraryUserPointer;
  ULONG64 Self;
};

struct _OBJECT_ATTRIBUTES {
  ULONG Length;
  PVOID RootDirectory;
  PUNICODE_STRING ObjectName;
  ULONG Attributes;
  PVOID SecurityDescriptor;
  PVOID SecurityQualityOfService;
};

struct _PROCESSOR_NUMBER {
  USHORT Group;
  UCHAR Number;
  UCHAR Reserved;
};

union _QUAD {
  LONG64 UseThisFieldToCopy;
  DOUBLE DoNotUseThisField;
};

struct _RTL_BALANCED_LINKS {
  PRTL_BALANCED_LINKS Parent;
  PRTL_BALANCED_LINKS LeftChild;
  PRTL_BALANCED_LINKS RightChild;
  UCHAR Balance;
  UCHAR Reserved[3];
};

struct _RTL_AVL_TABLE {
  RTL_BALANCED_LINKS BalancedRoot;
  PVOID OrderedPointer;
  ULONG WhichOrderedElement;
  ULONG NumberGenericTableElements;
  ULONG DepthOfTree;
  PRTL_BALANCED_LINKS RestartKey;
  ULONG DeleteCount;
  PVOID CompareRoutine;
  PVOID AllocateRoutine;
  PVOID FreeRoutine;
  PVOID TableContext;
};

struct _RTL_BITMAP {
  ULONG SizeOfBitMap;
  PULONG Buffer;
};

struct _RTL_CRITICAL_SECTION {
  PRTL_CRITICAL_SECTION_DEBUG DebugInfo;
  LONG LockCount;
  LONG RecursionCount;
  PVOID OwningThread;
  PVOID LockSemaphore;
  ULONG64 SpinCount;
};

struct _RTL_CRITICAL_SECTION_DEBUG {
  USHORT Type;
  USHORT CreatorBackTraceIndex;
  PRTL_CRITICAL_SECTION CriticalSection;
  LIST_ENTRY ProcessLocksList;
  ULONG EntryCount;
  ULONG ContentionCount;
  ULONG Flags;
  USHORT CreatorBackTraceIndexHigh;
  USHORT SpareUSHORT;
};

union _RTL_SRWLOCK {
  struct {
    ULONG64 Locked : 1;
    ULONG64 Waiting : 1;
    ULONG64 Waking : 1;
    ULONG64 MultipleShared : 1;
    ULONG64 Shared : 60;
  };
  ULONG64 Value;
  PVOID Ptr;
};

struct _SINGLE_LIST_ENTRY {
  PSINGLE_LIST_ENTRY Next;
};

struct _SINGLE_LIST_ENTRY32 {
  ULONG Next;
};

struct DECLSPEC_ALIGN(16) _SLIST_ENTRY {
  PSLIST_ENTRY Next;
};

union DECLSPEC_ALIGN(16) _SLIST_HEADER {
  struct {
    ULONG64 Alignment;
    ULONG64 Region;
  };
  struct {
    ULONG64 Depth : 16;
    ULONG64 Sequence : 9;
    ULONG64 NextEntry : 39;
    ULONG64 HeaderType : 1;
    ULONG64 Init : 1;
    ULONG64 Reserved : 59;
    ULONG64 Region : 3;
  } Header8;
  struct {
    ULONG64 Depth : 16;
    ULONG64 Sequence : 48;
    ULONG64 HeaderType : 1;
    ULONG64 Init : 1;
    ULONG64 Reserved : 2;
    ULONG64 NextEntry : 60;
  } Header16;
  struct {
    ULONG64 Depth : 16;
    ULONG64 Sequence : 48;
    ULONG64 HeaderType : 1;
    ULONG64 Reserved : 3;
    ULONG64 NextEntry : 60;
  } HeaderX64;
};

struct _STRING {
  USHORT Length;
  USHORT MaximumLength;
  PUCHAR Buffer;
};

struct _STRING32 {
  USHORT Length;
  USHORT MaximumLength;
  ULONG Buffer;
};

struct _STRING64 {
  USHORT Length;
  USHORT MaximumLength;
  ULONG64 Buffer;
};

struct _TIME_FIELDS {
  SHORT Year;
  SHORT Month;
  SHORT Day;
  SHORT Hour;
  SHORT Minute;
  SHORT Second;
  SHORT Milliseconds;
  SHORT Weekday;
};

union _ULARGE_INTEGER {
  struct {
    ULONG LowPart;
    ULONG HighPart;
  };
  struct {
    ULONG LowPart;
    ULONG HighPart;
  } u;
  ULONG64 QuadPart;
};

struct _UNICODE_STRING {
  USHORT Length;
  USHORT MaximumLength;
  PUSHORT Buffer;
};
