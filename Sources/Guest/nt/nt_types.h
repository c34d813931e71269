// Structures that NT's public symbols leave out, or that are Gurney's own.
#pragma once
#include <nt/nt.h>

/// What SwapContext leaves at KTHREAD.KernelStack.
typedef struct _KSWITCH_FRAME {
  ULONG64 P1Home, P2Home, P3Home, P4Home, P5Home;
  UCHAR ApcBypass;
  UCHAR Fill1[7];
  ULONG64 Rbp;
  ULONG64 Return;
} KSWITCH_FRAME, *PKSWITCH_FRAME;

/// The bytes between GDT and limit, as lgdt and lidt read them.
#pragma pack(push, 2)
typedef struct _TABLE_REGISTER {
  USHORT Limit;
  ULONG64 Base;
} TABLE_REGISTER;
#pragma pack(pop)

/// How images are announced to the debugger (DebugService 3 and 4).
typedef struct _KD_SYMBOLS_INFO {
  PVOID BaseOfDll;
  ULONG64 ProcessId;
  ULONG CheckSum;
  ULONG SizeOfImage;
} KD_SYMBOLS_INFO, *PKD_SYMBOLS_INFO;

/// Where user mode finds itself when an exception is delivered; ntdll!KiUserExceptionDispatcher
/// is entered with rsp here.
typedef struct _KUSER_EXCEPTION_STACK {
  CONTEXT Context;
  UCHAR Pad[0x20];
  EXCEPTION_RECORD Record;   // at 4F0h
  ULONG64 Align;
  ULONG64 Rip, Cs, Flags, Rsp, Ss;  // at 590h: a machine frame
} KUSER_EXCEPTION_STACK;

STATIC_ASSERT(FIELD_OFFSET(KUSER_EXCEPTION_STACK, Record) == 0x4f0);
STATIC_ASSERT(FIELD_OFFSET(KUSER_EXCEPTION_STACK, Rip) == 0x590);
STATIC_ASSERT(sizeof(KSWITCH_FRAME) == 0x40);
