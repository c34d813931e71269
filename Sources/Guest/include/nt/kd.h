// The debugger's data and protocol blocks.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "ldr.h"

#pragma pack(push, 4)
struct _AMD64_DBGKD_CONTROL_SET {
  ULONG TraceFlag;
  ULONG64 Dr7;
  ULONG64 CurrentSymbolStart;
  ULONG64 CurrentSymbolEnd;
};
#pragma pack(pop)

#pragma pack(push, 4)
struct _ARM_DBGKD_CONTROL_SET {
  ULONG Continue;
  ULONG CurrentSymbolStart;
  ULONG CurrentSymbolEnd;
};
#pragma pack(pop)

#pragma pack(push, 4)
struct _IA64_DBGKD_CONTROL_SET {
  ULONG Continue;
  ULONG64 CurrentSymbolStart;
  ULONG64 CurrentSymbolEnd;
};
#pragma pack(pop)

#pragma pack(push, 4)
struct _PPC_DBGKD_CONTROL_SET {
  ULONG Continue;
  ULONG CurrentSymbolStart;
  ULONG CurrentSymbolEnd;
};
#pragma pack(pop)

#pragma pack(push, 4)
struct _X86_DBGKD_CONTROL_SET {
  ULONG TraceFlag;
  ULONG Dr7;
  ULONG CurrentSymbolStart;
  ULONG CurrentSymbolEnd;
};
#pragma pack(pop)

#pragma pack(push, 4)
union _DBGKD_ANY_CONTROL_SET {
  X86_DBGKD_CONTROL_SET X86ControlSet;
  ULONG AlphaControlSet;
  IA64_DBGKD_CONTROL_SET IA64ControlSet;
  AMD64_DBGKD_CONTROL_SET Amd64ControlSet;
  ARM_DBGKD_CONTROL_SET ArmControlSet;
  PPC_DBGKD_CONTROL_SET PpcControlSet;
};
#pragma pack(pop)

struct _DBGKD_BREAKPOINTEX {
  ULONG BreakPointCount;
  LONG ContinueStatus;
};

struct _DBGKD_CONTINUE {
  LONG ContinueStatus;
};

struct _DBGKD_CONTINUE2 {
  LONG ContinueStatus;
  union {
    AMD64_DBGKD_CONTROL_SET ControlSet;
    DBGKD_ANY_CONTROL_SET AnyControlSet;
  };
};

struct _DBGKD_FILL_MEMORY {
  ULONG64 Address;
  ULONG Length;
  USHORT Flags;
  USHORT PatternLength;
};

struct _DBGKD_GET_CONTEXT {
  ULONG Unused;
};

struct _DBGKD_GET_INTERNAL_BREAKPOINT64 {
  ULONG64 BreakpointAddress;
  ULONG Flags;
  ULONG Calls;
  ULONG MaxCallsPerPeriod;
  ULONG MinInstructions;
  ULONG MaxInstructions;
  ULONG TotalInstructions;
};

struct _DBGKD_GET_SET_BUS_DATA {
  ULONG BusDataType;
  ULONG BusNumber;
  ULONG SlotNumber;
  ULONG Offset;
  ULONG Length;
};

struct _DBGKD_GET_VERSION64 {
  USHORT MajorVersion;
  USHORT MinorVersion;
  UCHAR ProtocolVersion;
  UCHAR KdSecondaryVersion;
  USHORT Flags;
  USHORT MachineType;
  UCHAR MaxPacketType;
  UCHAR MaxStateChange;
  UCHAR MaxManipulate;
  UCHAR Simulation;
  USHORT Unused[1];
  ULONG64 KernBase;
  ULONG64 PsLoadedModuleList;
  ULONG64 DebuggerDataList;
};

struct _DBGKD_LOAD_SYMBOLS64 {
  ULONG PathNameLength;
  ULONG64 BaseOfDll;
  ULONG64 ProcessId;
  ULONG CheckSum;
  ULONG SizeOfImage;
  UCHAR UnloadSymbols;
};

struct _DBGKD_QUERY_MEMORY {
  ULONG64 Address;
  ULONG64 Reserved;
  ULONG AddressSpace;
  ULONG Flags;
};

struct _DBGKD_QUERY_SPECIAL_CALLS {
  ULONG NumberOfSpecialCalls;
};

struct _DBGKD_READ_MEMORY64 {
  ULONG64 TargetBaseAddress;
  ULONG TransferCount;
  ULONG ActualBytesRead;
};

struct _DBGKD_READ_WRITE_IO64 {
  ULONG64 IoAddress;
  ULONG DataSize;
  ULONG DataValue;
};

struct _DBGKD_READ_WRITE_IO_EXTENDED64 {
  ULONG DataSize;
  ULONG InterfaceType;
  ULONG BusNumber;
  ULONG AddressSpace;
  ULONG64 IoAddress;
  ULONG DataValue;
};

struct _DBGKD_READ_WRITE_MSR {
  ULONG Msr;
  ULONG DataValueLow;
  ULONG DataValueHigh;
};

struct _DBGKD_RESTORE_BREAKPOINT {
  ULONG BreakPointHandle;
};

struct _DBGKD_SEARCH_MEMORY {
  union {
    ULONG64 SearchAddress;
    ULONG64 FoundAddress;
  };
  ULONG64 SearchLength;
  ULONG PatternLength;
};

struct _DBGKD_SET_CONTEXT {
  ULONG ContextFlags;
};

struct _DBGKD_SET_INTERNAL_BREAKPOINT64 {
  ULONG64 BreakpointAddress;
  ULONG Flags;
};

struct _DBGKD_SET_SPECIAL_CALL64 {
  ULONG64 SpecialCall;
};

struct _DBGKD_SWITCH_PARTITION {
  ULONG Partition;
};

struct _DBGKD_WRITE_BREAKPOINT64 {
  ULONG64 BreakPointAddress;
  ULONG BreakPointHandle;
};

struct _DBGKD_WRITE_MEMORY64 {
  ULONG64 TargetBaseAddress;
  ULONG TransferCount;
  ULONG ActualBytesWritten;
};

struct _DBGKD_MANIPULATE_STATE64 {
  ULONG ApiNumber;
  USHORT ProcessorLevel;
  USHORT Processor;
  LONG ReturnStatus;
  union {
    DBGKD_READ_MEMORY64 ReadMemory;
    DBGKD_WRITE_MEMORY64 WriteMemory;
    DBGKD_GET_CONTEXT GetContext;
    DBGKD_SET_CONTEXT SetContext;
    DBGKD_WRITE_BREAKPOINT64 WriteBreakPoint;
    DBGKD_RESTORE_BREAKPOINT RestoreBreakPoint;
    DBGKD_CONTINUE Continue;
    DBGKD_CONTINUE2 Continue2;
    DBGKD_READ_WRITE_IO64 ReadWriteIo;
    DBGKD_READ_WRITE_IO_EXTENDED64 ReadWriteIoExtended;
    DBGKD_QUERY_SPECIAL_CALLS QuerySpecialCalls;
    DBGKD_SET_SPECIAL_CALL64 SetSpecialCall;
    DBGKD_SET_INTERNAL_BREAKPOINT64 SetInternalBreakpoint;
    DBGKD_GET_INTERNAL_BREAKPOINT64 GetInternalBreakpoint;
    DBGKD_GET_VERSION64 GetVersion64;
    DBGKD_BREAKPOINTEX BreakPointEx;
    DBGKD_READ_WRITE_MSR ReadWriteMsr;
    DBGKD_SEARCH_MEMORY SearchMemory;
    DBGKD_GET_SET_BUS_DATA GetSetBusData;
    DBGKD_FILL_MEMORY FillMemory;
    DBGKD_QUERY_MEMORY QueryMemory;
    DBGKD_SWITCH_PARTITION SwitchPartition;
  } u;
};
