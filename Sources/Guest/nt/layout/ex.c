// Offsets of include/nt/ex.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE OWNER_ENTRY
SIZE(0x10)
AT(OwnerThread, 0x0) AT(TableSize, 0x8)
#undef TYPE

#define TYPE ERESOURCE
SIZE(0x68)
AT(SystemResourcesList, 0x0) AT(OwnerTable, 0x10) AT(ActiveCount, 0x18) AT(Flag, 0x1a)
AT(SharedWaiters, 0x20) AT(ExclusiveWaiters, 0x28) AT(OwnerEntry, 0x30) AT(ActiveEntries, 0x40)
AT(ContentionCount, 0x44) AT(NumberOfSharedWaiters, 0x48) AT(NumberOfExclusiveWaiters, 0x4c)
AT(Reserved2, 0x50) AT(Address, 0x58) AT(CreatorBackTraceIndex, 0x58) AT(SpinLock, 0x60)
#undef TYPE

#define TYPE ETIMER
SIZE(0x110)
AT(KeTimer, 0x0) AT(TimerApc, 0x40) AT(TimerDpc, 0x98) AT(ActiveTimerListEntry, 0xd8)
AT(Lock, 0xe8) AT(Period, 0xf0) AT(ApcAssociated, 0xf4) AT(WakeReason, 0xf8)
AT(WakeTimerListEntry, 0x100)
#undef TYPE

#define TYPE EX_PUSH_LOCK_CACHE_AWARE
SIZE(0x100)
AT(Locks, 0x0)
#undef TYPE

#define TYPE EX_PUSH_LOCK_WAIT_BLOCK
SIZE(0x40)
AT(WakeEvent, 0x0) AT(Next, 0x18) AT(Last, 0x20) AT(Previous, 0x28) AT(ShareCount, 0x30)
AT(Flags, 0x34)
#undef TYPE

#define TYPE EX_WORK_QUEUE
SIZE(0x58)
AT(WorkerQueue, 0x0) AT(DynamicThreadCount, 0x40) AT(WorkItemsProcessed, 0x44)
AT(WorkItemsProcessedLastPass, 0x48) AT(QueueDepthLastPass, 0x4c) AT(Info, 0x50)
#undef TYPE

#define TYPE GENERAL_LOOKASIDE
SIZE(0x80)
AT(ListHead, 0x0) AT(SingleListHead, 0x0) AT(Depth, 0x10) AT(MaximumDepth, 0x12)
AT(TotalAllocates, 0x14) AT(AllocateMisses, 0x18) AT(AllocateHits, 0x18) AT(TotalFrees, 0x1c)
AT(FreeMisses, 0x20) AT(FreeHits, 0x20) AT(Type, 0x24) AT(Tag, 0x28) AT(Size, 0x2c)
AT(AllocateEx, 0x30) AT(Allocate, 0x30) AT(FreeEx, 0x38) AT(Free, 0x38) AT(ListEntry, 0x40)
AT(LastTotalAllocates, 0x50) AT(LastAllocateMisses, 0x54) AT(LastAllocateHits, 0x54)
AT(Future, 0x58)
#undef TYPE

#define TYPE GENERAL_LOOKASIDE_POOL
SIZE(0x60)
AT(ListHead, 0x0) AT(SingleListHead, 0x0) AT(Depth, 0x10) AT(MaximumDepth, 0x12)
AT(TotalAllocates, 0x14) AT(AllocateMisses, 0x18) AT(AllocateHits, 0x18) AT(TotalFrees, 0x1c)
AT(FreeMisses, 0x20) AT(FreeHits, 0x20) AT(Type, 0x24) AT(Tag, 0x28) AT(Size, 0x2c)
AT(AllocateEx, 0x30) AT(Allocate, 0x30) AT(FreeEx, 0x38) AT(Free, 0x38) AT(ListEntry, 0x40)
AT(LastTotalAllocates, 0x50) AT(LastAllocateMisses, 0x54) AT(LastAllocateHits, 0x54)
AT(Future, 0x58)
#undef TYPE

#define TYPE HANDLE_TABLE
SIZE(0x68)
AT(TableCode, 0x0) AT(QuotaProcess, 0x8) AT(UniqueProcessId, 0x10) AT(HandleLock, 0x18)
AT(HandleTableList, 0x20) AT(HandleContentionEvent, 0x30) AT(DebugInfo, 0x38)
AT(ExtraInfoPages, 0x40) AT(Flags, 0x44) AT(FirstFreeHandle, 0x48) AT(LastFreeHandleEntry, 0x50)
AT(HandleCount, 0x58) AT(NextHandleNeedingPool, 0x5c) AT(HandleCountHighWatermark, 0x60)
#undef TYPE

#define TYPE HANDLE_TABLE_ENTRY
SIZE(0x10)
AT(Object, 0x0) AT(ObAttributes, 0x0) AT(InfoTable, 0x0) AT(Value, 0x0) AT(GrantedAccess, 0x8)
AT(GrantedAccessIndex, 0x8) AT(NextFreeTableEntry, 0x8) AT(CreatorBackTraceIndex, 0xa)
#undef TYPE

#define TYPE HANDLE_TABLE_ENTRY_INFO
SIZE(0x4)
AT(AuditMask, 0x0)
#undef TYPE

#define TYPE HANDLE_TRACE_DB_ENTRY
SIZE(0xa0)
AT(ClientId, 0x0) AT(Handle, 0x10) AT(Type, 0x18) AT(StackTrace, 0x20)
#undef TYPE

#define TYPE HANDLE_TRACE_DEBUG_INFO
SIZE(0xf0)
AT(RefCount, 0x0) AT(TableSize, 0x4) AT(BitMaskFlags, 0x8) AT(CloseCompactionLock, 0x10)
AT(CurrentStackIndex, 0x48) AT(TraceDb, 0x50)
#undef TYPE

#define TYPE LOOKASIDE_LIST_EX
SIZE(0x60)
AT(L, 0x0)
#undef TYPE

#define TYPE NPAGED_LOOKASIDE_LIST
SIZE(0x80)
AT(L, 0x0)
#undef TYPE

#define TYPE PAGED_LOOKASIDE_LIST
SIZE(0x80)
AT(L, 0x0)
#undef TYPE

#define TYPE PHYSICAL_MEMORY_RUN
SIZE(0x10)
AT(BasePage, 0x0) AT(PageCount, 0x8)
#undef TYPE

#define TYPE PHYSICAL_MEMORY_DESCRIPTOR
SIZE(0x20)
AT(NumberOfRuns, 0x0) AT(NumberOfPages, 0x8) AT(Run, 0x10)
#undef TYPE

#define TYPE POOL_HEADER
SIZE(0x10)
AT(Ulong1, 0x0) AT(PoolTag, 0x4) AT(ProcessBilled, 0x8) AT(AllocatorBackTraceIndex, 0x8)
AT(PoolTagHash, 0xa)
#undef TYPE

#define TYPE POOL_BLOCK_HEAD
SIZE(0x20)
AT(Header, 0x0) AT(List, 0x10)
#undef TYPE

#define TYPE POOL_DESCRIPTOR
SIZE(0x1140)
AT(PoolType, 0x0) AT(PagedLock, 0x8) AT(NonPagedLock, 0x8) AT(RunningAllocs, 0x40)
AT(RunningDeAllocs, 0x44) AT(TotalBigPages, 0x48) AT(ThreadsProcessingDeferrals, 0x4c)
AT(TotalBytes, 0x50) AT(PoolIndex, 0x80) AT(TotalPages, 0xc0) AT(PendingFrees, 0x100)
AT(PendingFreeDepth, 0x108) AT(ListHeads, 0x140)
#undef TYPE

#define TYPE POOL_HACKER
SIZE(0x30)
AT(Header, 0x0) AT(Contents, 0x10)
#undef TYPE

#define TYPE POOL_TRACKER_BIG_PAGES
SIZE(0x18)
AT(Va, 0x0) AT(Key, 0x8) AT(PoolType, 0xc) AT(NumberOfBytes, 0x10)
#undef TYPE

#define TYPE POOL_TRACKER_TABLE
SIZE(0x28)
AT(Key, 0x0) AT(NonPagedAllocs, 0x4) AT(NonPagedFrees, 0x8) AT(NonPagedBytes, 0x10)
AT(PagedAllocs, 0x18) AT(PagedFrees, 0x1c) AT(PagedBytes, 0x20)
#undef TYPE

#define TYPE PP_LOOKASIDE_LIST
SIZE(0x10)
AT(P, 0x0) AT(L, 0x8)
#undef TYPE

#define TYPE WORK_QUEUE_ITEM
SIZE(0x20)
AT(List, 0x0) AT(WorkerRoutine, 0x10) AT(Parameter, 0x18)
#undef TYPE
