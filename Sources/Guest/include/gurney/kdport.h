// The debug port: what nt's KD layer tells the debugger through kdsim.dll.
//
// `out 0F0h, eax` with the command in eax and the packet's address in rcx stops the machine; the
// debugger reads and edits the packet, and execution goes on behind the instruction.
#pragma once
#include "types.h"

#define KDPORT_DATA        0xF0  // write: command; read: bit 0 debugger present, bit 1 break-in
#define KDPORT_INTERRUPT   0xF1  // write: vector of the break-in interrupt on processor 0
#define KDPORT_POWER       0xF4  // write: 0 power off, 1 reset
#define KDPORT_PRESENT     0x01
#define KDPORT_BREAK_IN    0x02

#define KDPORT_CONSOLE_DATA   0xE0  // write: print a byte; read: next byte of input or 0
#define KDPORT_CONSOLE_STATUS 0xE1  // read: bit 0 input waits
#define KDPORT_CONSOLE_VECTOR 0xE2  // write: vector of the input interrupt on processor 0

typedef enum _KDPORT_COMMAND {
  KdPortException = 1,    // a state change with a context
  KdPortLoadSymbols = 2,  // an image came or (Unload) went
  KdPortPrint = 3,        // a string to show
  KdPortBugCheck = 4,     // a bug check is about to be reported; KiBugCheckData is filled
} KDPORT_COMMAND;

typedef struct _KDPORT_PACKET {
  ULONG Size;
  ULONG Command;
  ULONG Processor;
  NTSTATUS Continue;        // out: DBG_CONTINUE or DBG_EXCEPTION_NOT_HANDLED
  ULONG64 Thread;           // ETHREAD
  ULONG64 ProgramCounter;
  ULONG64 ContextRecord;    // CONTEXT *, for KdPortException; may be edited
  ULONG64 ExceptionRecord;  // EXCEPTION_RECORD *
  ULONG FirstChance;
  ULONG Pad;
  ULONG64 StringAddress;    // char *, not terminated
  ULONG StringLength;
  ULONG Unload;
  ULONG64 ModuleBase;
  ULONG64 ModuleSize;
  ULONG64 PathAddress;      // char *, not terminated
  ULONG PathLength;
  ULONG CheckSum;
} KDPORT_PACKET, *PKDPORT_PACKET;

STATIC_ASSERT(sizeof(KDPORT_PACKET) == 0x68);
STATIC_ASSERT(__builtin_offsetof(KDPORT_PACKET, StringAddress) == 0x38);
