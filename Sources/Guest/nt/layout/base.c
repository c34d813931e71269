// Offsets of include/nt/base.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE LIST_ENTRY32
SIZE(0x8)
AT(Flink, 0x0) AT(Blink, 0x4)
#undef TYPE

#define TYPE LIST_ENTRY64
SIZE(0x10)
AT(Flink, 0x0) AT(Blink, 0x8)
#undef TYPE

#define TYPE CLIENT_ID
SIZE(0x10)
AT(UniqueProcess, 0x0) AT(UniqueThread, 0x8)
#undef TYPE

#define TYPE CLIENT_ID32
SIZE(0x8)
AT(UniqueProcess, 0x0) AT(UniqueThread, 0x4)
#undef TYPE

#define TYPE CLIENT_ID64
SIZE(0x10)
AT(UniqueProcess, 0x0) AT(UniqueThread, 0x8)
#undef TYPE

#define TYPE EXCEPTION_POINTERS
SIZE(0x10)
AT(ExceptionRecord, 0x0) AT(ContextRecord, 0x8)
#undef TYPE

#define TYPE EXCEPTION_RECORD
SIZE(0x98)
AT(ExceptionCode, 0x0) AT(ExceptionFlags, 0x4) AT(ExceptionRecord, 0x8) AT(ExceptionAddress, 0x10)
AT(NumberParameters, 0x18) AT(ExceptionInformation, 0x20)
#undef TYPE

#define TYPE EXCEPTION_RECORD32
SIZE(0x50)
AT(ExceptionCode, 0x0) AT(ExceptionFlags, 0x4) AT(ExceptionRecord, 0x8) AT(ExceptionAddress, 0xc)
AT(NumberParameters, 0x10) AT(ExceptionInformation, 0x14)
#undef TYPE

#define TYPE EXCEPTION_RECORD64
SIZE(0x98)
AT(ExceptionCode, 0x0) AT(ExceptionFlags, 0x4) AT(ExceptionRecord, 0x8) AT(ExceptionAddress, 0x10)
AT(NumberParameters, 0x18) AT(__unusedAlignment, 0x1c) AT(ExceptionInformation, 0x20)
#undef TYPE

#define TYPE EXCEPTION_REGISTRATION_RECORD
SIZE(0x10)
AT(Next, 0x0) AT(Handler, 0x8)
#undef TYPE

#define TYPE EX_FAST_REF
SIZE(0x8)
AT(Object, 0x0) AT(Value, 0x0)
#undef TYPE

#define TYPE EX_PUSH_LOCK
SIZE(0x8)
AT(Value, 0x0) AT(Ptr, 0x0)
#undef TYPE

#define TYPE EX_RUNDOWN_REF
SIZE(0x8)
AT(Count, 0x0) AT(Ptr, 0x0)
#undef TYPE

#define TYPE GROUP_AFFINITY
SIZE(0x10)
AT(Mask, 0x0) AT(Group, 0x8) AT(Reserved, 0xa)
#undef TYPE

#define TYPE GUID
SIZE(0x10)
AT(Data1, 0x0) AT(Data2, 0x4) AT(Data3, 0x6) AT(Data4, 0x8)
#undef TYPE

#define TYPE IO_STATUS_BLOCK
SIZE(0x10)
AT(Status, 0x0) AT(Pointer, 0x0) AT(Information, 0x8)
#undef TYPE

#define TYPE KSYSTEM_TIME
SIZE(0xc)
AT(LowPart, 0x0) AT(High1Time, 0x4) AT(High2Time, 0x8)
#undef TYPE

#define TYPE LARGE_INTEGER
SIZE(0x8)
AT(LowPart, 0x0) AT(u, 0x0) AT(QuadPart, 0x0) AT(HighPart, 0x4)
#undef TYPE

#define TYPE LIST_ENTRY
SIZE(0x10)
AT(Flink, 0x0) AT(Blink, 0x8)
#undef TYPE

#define TYPE LUID
SIZE(0x8)
AT(LowPart, 0x0) AT(HighPart, 0x4)
#undef TYPE

#define TYPE M128A
SIZE(0x10)
AT(Low, 0x0) AT(High, 0x8)
#undef TYPE

#define TYPE NT_TIB
SIZE(0x38)
AT(ExceptionList, 0x0) AT(StackBase, 0x8) AT(StackLimit, 0x10) AT(SubSystemTib, 0x18)
AT(FiberData, 0x20) AT(Version, 0x20) AT(ArbitraryUserPointer, 0x28) AT(Self, 0x30)
#undef TYPE

#define TYPE NT_TIB32
SIZE(0x1c)
AT(ExceptionList, 0x0) AT(StackBase, 0x4) AT(StackLimit, 0x8) AT(SubSystemTib, 0xc)
AT(FiberData, 0x10) AT(Version, 0x10) AT(ArbitraryUserPointer, 0x14) AT(Self, 0x18)
#undef TYPE

#define TYPE NT_TIB64
SIZE(0x38)
AT(ExceptionList, 0x0) AT(StackBase, 0x8) AT(StackLimit, 0x10) AT(SubSystemTib, 0x18)
AT(FiberData, 0x20) AT(Version, 0x20) AT(ArbitraryUserPointer, 0x28) AT(Self, 0x30)
#undef TYPE

#define TYPE OBJECT_ATTRIBUTES
SIZE(0x30)
AT(Length, 0x0) AT(RootDirectory, 0x8) AT(ObjectName, 0x10) AT(Attributes, 0x18)
AT(SecurityDescriptor, 0x20) AT(SecurityQualityOfService, 0x28)
#undef TYPE

#define TYPE PROCESSOR_NUMBER
SIZE(0x4)
AT(Group, 0x0) AT(Number, 0x2) AT(Reserved, 0x3)
#undef TYPE

#define TYPE QUAD
SIZE(0x8)
AT(UseThisFieldToCopy, 0x0) AT(DoNotUseThisField, 0x0)
#undef TYPE

#define TYPE RTL_BALANCED_LINKS
SIZE(0x20)
AT(Parent, 0x0) AT(LeftChild, 0x8) AT(RightChild, 0x10) AT(Balance, 0x18) AT(Reserved, 0x19)
#undef TYPE

#define TYPE RTL_AVL_TABLE
SIZE(0x68)
AT(BalancedRoot, 0x0) AT(OrderedPointer, 0x20) AT(WhichOrderedElement, 0x28)
AT(NumberGenericTableElements, 0x2c) AT(DepthOfTree, 0x30) AT(RestartKey, 0x38)
AT(DeleteCount, 0x40) AT(CompareRoutine, 0x48) AT(AllocateRoutine, 0x50) AT(FreeRoutine, 0x58)
AT(TableContext, 0x60)
#undef TYPE

#define TYPE RTL_BITMAP
SIZE(0x10)
AT(SizeOfBitMap, 0x0) AT(Buffer, 0x8)
#undef TYPE

#define TYPE RTL_CRITICAL_SECTION
SIZE(0x28)
AT(DebugInfo, 0x0) AT(LockCount, 0x8) AT(RecursionCount, 0xc) AT(OwningThread, 0x10)
AT(LockSemaphore, 0x18) AT(SpinCount, 0x20)
#undef TYPE

#define TYPE RTL_CRITICAL_SECTION_DEBUG
SIZE(0x30)
AT(Type, 0x0) AT(CreatorBackTraceIndex, 0x2) AT(CriticalSection, 0x8) AT(ProcessLocksList, 0x10)
AT(EntryCount, 0x20) AT(ContentionCount, 0x24) AT(Flags, 0x28) AT(CreatorBackTraceIndexHigh, 0x2c)
AT(SpareUSHORT, 0x2e)
#undef TYPE

#define TYPE RTL_SRWLOCK
SIZE(0x8)
AT(Value, 0x0) AT(Ptr, 0x0)
#undef TYPE

#define TYPE SINGLE_LIST_ENTRY
SIZE(0x8)
AT(Next, 0x0)
#undef TYPE

#define TYPE SINGLE_LIST_ENTRY32
SIZE(0x4)
AT(Next, 0x0)
#undef TYPE

#define TYPE SLIST_ENTRY
SIZE(0x10)
AT(Next, 0x0)
#undef TYPE

#define TYPE SLIST_HEADER
SIZE(0x10)
AT(Alignment, 0x0) AT(Header8, 0x0) AT(Header16, 0x0) AT(HeaderX64, 0x0) AT(Region, 0x8)
#undef TYPE

#define TYPE STRING
SIZE(0x10)
AT(Length, 0x0) AT(MaximumLength, 0x2) AT(Buffer, 0x8)
#undef TYPE

#define TYPE STRING32
SIZE(0x8)
AT(Length, 0x0) AT(MaximumLength, 0x2) AT(Buffer, 0x4)
#undef TYPE

#define TYPE STRING64
SIZE(0x10)
AT(Length, 0x0) AT(MaximumLength, 0x2) AT(Buffer, 0x8)
#undef TYPE

#define TYPE TIME_FIELDS
SIZE(0x10)
AT(Year, 0x0) AT(Month, 0x2) AT(Day, 0x4) AT(Hour, 0x6) AT(Minute, 0x8) AT(Second, 0xa)
AT(Milliseconds, 0xc) AT(Weekday, 0xe)
#undef TYPE

#define TYPE ULARGE_INTEGER
SIZE(0x8)
AT(LowPart, 0x0) AT(u, 0x0) AT(QuadPart, 0x0) AT(HighPart, 0x4)
#undef TYPE

#define TYPE UNICODE_STRING
SIZE(0x10)
AT(Length, 0x0) AT(MaximumLength, 0x2) AT(Buffer, 0x8)
#undef TYPE
