// Offsets of include/nt/kd.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE AMD64_DBGKD_CONTROL_SET
SIZE(0x1c)
AT(TraceFlag, 0x0) AT(Dr7, 0x4) AT(CurrentSymbolStart, 0xc) AT(CurrentSymbolEnd, 0x14)
#undef TYPE

#define TYPE ARM_DBGKD_CONTROL_SET
SIZE(0xc)
AT(Continue, 0x0) AT(CurrentSymbolStart, 0x4) AT(CurrentSymbolEnd, 0x8)
#undef TYPE

#define TYPE IA64_DBGKD_CONTROL_SET
SIZE(0x14)
AT(Continue, 0x0) AT(CurrentSymbolStart, 0x4) AT(CurrentSymbolEnd, 0xc)
#undef TYPE

#define TYPE PPC_DBGKD_CONTROL_SET
SIZE(0xc)
AT(Continue, 0x0) AT(CurrentSymbolStart, 0x4) AT(CurrentSymbolEnd, 0x8)
#undef TYPE

#define TYPE X86_DBGKD_CONTROL_SET
SIZE(0x10)
AT(TraceFlag, 0x0) AT(Dr7, 0x4) AT(CurrentSymbolStart, 0x8) AT(CurrentSymbolEnd, 0xc)
#undef TYPE

#define TYPE DBGKD_ANY_CONTROL_SET
SIZE(0x1c)
AT(X86ControlSet, 0x0) AT(AlphaControlSet, 0x0) AT(IA64ControlSet, 0x0) AT(Amd64ControlSet, 0x0)
AT(ArmControlSet, 0x0) AT(PpcControlSet, 0x0)
#undef TYPE

#define TYPE DBGKD_BREAKPOINTEX
SIZE(0x8)
AT(BreakPointCount, 0x0) AT(ContinueStatus, 0x4)
#undef TYPE

#define TYPE DBGKD_CONTINUE
SIZE(0x4)
AT(ContinueStatus, 0x0)
#undef TYPE

#define TYPE DBGKD_CONTINUE2
SIZE(0x20)
AT(ContinueStatus, 0x0) AT(ControlSet, 0x4) AT(AnyControlSet, 0x4)
#undef TYPE

#define TYPE DBGKD_FILL_MEMORY
SIZE(0x10)
AT(Address, 0x0) AT(Length, 0x8) AT(Flags, 0xc) AT(PatternLength, 0xe)
#undef TYPE

#define TYPE DBGKD_GET_CONTEXT
SIZE(0x4)
AT(Unused, 0x0)
#undef TYPE

#define TYPE DBGKD_GET_INTERNAL_BREAKPOINT64
SIZE(0x20)
AT(BreakpointAddress, 0x0) AT(Flags, 0x8) AT(Calls, 0xc) AT(MaxCallsPerPeriod, 0x10)
AT(MinInstructions, 0x14) AT(MaxInstructions, 0x18) AT(TotalInstructions, 0x1c)
#undef TYPE

#define TYPE DBGKD_GET_SET_BUS_DATA
SIZE(0x14)
AT(BusDataType, 0x0) AT(BusNumber, 0x4) AT(SlotNumber, 0x8) AT(Offset, 0xc) AT(Length, 0x10)
#undef TYPE

#define TYPE DBGKD_GET_VERSION64
SIZE(0x28)
AT(MajorVersion, 0x0) AT(MinorVersion, 0x2) AT(ProtocolVersion, 0x4) AT(KdSecondaryVersion, 0x5)
AT(Flags, 0x6) AT(MachineType, 0x8) AT(MaxPacketType, 0xa) AT(MaxStateChange, 0xb)
AT(MaxManipulate, 0xc) AT(Simulation, 0xd) AT(Unused, 0xe) AT(KernBase, 0x10)
AT(PsLoadedModuleList, 0x18) AT(DebuggerDataList, 0x20)
#undef TYPE

#define TYPE DBGKD_LOAD_SYMBOLS64
SIZE(0x28)
AT(PathNameLength, 0x0) AT(BaseOfDll, 0x8) AT(ProcessId, 0x10) AT(CheckSum, 0x18)
AT(SizeOfImage, 0x1c) AT(UnloadSymbols, 0x20)
#undef TYPE

#define TYPE DBGKD_QUERY_MEMORY
SIZE(0x18)
AT(Address, 0x0) AT(Reserved, 0x8) AT(AddressSpace, 0x10) AT(Flags, 0x14)
#undef TYPE

#define TYPE DBGKD_QUERY_SPECIAL_CALLS
SIZE(0x4)
AT(NumberOfSpecialCalls, 0x0)
#undef TYPE

#define TYPE DBGKD_READ_MEMORY64
SIZE(0x10)
AT(TargetBaseAddress, 0x0) AT(TransferCount, 0x8) AT(ActualBytesRead, 0xc)
#undef TYPE

#define TYPE DBGKD_READ_WRITE_IO64
SIZE(0x10)
AT(IoAddress, 0x0) AT(DataSize, 0x8) AT(DataValue, 0xc)
#undef TYPE

#define TYPE DBGKD_READ_WRITE_IO_EXTENDED64
SIZE(0x20)
AT(DataSize, 0x0) AT(InterfaceType, 0x4) AT(BusNumber, 0x8) AT(AddressSpace, 0xc)
AT(IoAddress, 0x10) AT(DataValue, 0x18)
#undef TYPE

#define TYPE DBGKD_READ_WRITE_MSR
SIZE(0xc)
AT(Msr, 0x0) AT(DataValueLow, 0x4) AT(DataValueHigh, 0x8)
#undef TYPE

#define TYPE DBGKD_RESTORE_BREAKPOINT
SIZE(0x4)
AT(BreakPointHandle, 0x0)
#undef TYPE

#define TYPE DBGKD_SEARCH_MEMORY
SIZE(0x18)
AT(SearchAddress, 0x0) AT(FoundAddress, 0x0) AT(SearchLength, 0x8) AT(PatternLength, 0x10)
#undef TYPE

#define TYPE DBGKD_SET_CONTEXT
SIZE(0x4)
AT(ContextFlags, 0x0)
#undef TYPE

#define TYPE DBGKD_SET_INTERNAL_BREAKPOINT64
SIZE(0x10)
AT(BreakpointAddress, 0x0) AT(Flags, 0x8)
#undef TYPE

#define TYPE DBGKD_SET_SPECIAL_CALL64
SIZE(0x8)
AT(SpecialCall, 0x0)
#undef TYPE

#define TYPE DBGKD_SWITCH_PARTITION
SIZE(0x4)
AT(Partition, 0x0)
#undef TYPE

#define TYPE DBGKD_WRITE_BREAKPOINT64
SIZE(0x10)
AT(BreakPointAddress, 0x0) AT(BreakPointHandle, 0x8)
#undef TYPE

#define TYPE DBGKD_WRITE_MEMORY64
SIZE(0x10)
AT(TargetBaseAddress, 0x0) AT(TransferCount, 0x8) AT(ActualBytesWritten, 0xc)
#undef TYPE

#define TYPE DBGKD_MANIPULATE_STATE64
SIZE(0x38)
AT(ApiNumber, 0x0) AT(ProcessorLevel, 0x4) AT(Processor, 0x6) AT(ReturnStatus, 0x8) AT(u, 0x10)
#undef TYPE
