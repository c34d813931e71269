// Offsets of include/nt/ke.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE KAFFINITY_EX
SIZE(0x28)
AT(Count, 0x0) AT(Size, 0x2) AT(Reserved, 0x4) AT(Bitmap, 0x8)
#undef TYPE

#define TYPE ALIGNED_AFFINITY_SUMMARY
SIZE(0x80)
AT(CpuSet, 0x0) AT(SMTSet, 0x28)
#undef TYPE

#define TYPE CACHED_KSTACK_LIST
SIZE(0x20)
AT(SListHead, 0x0) AT(MinimumFree, 0x10) AT(Misses, 0x14) AT(MissesLast, 0x18) AT(Pad0, 0x1c)
#undef TYPE

#define TYPE DISPATCHER_HEADER
SIZE(0x18)
AT(Type, 0x0) AT(Lock, 0x0) AT(TimerControlFlags, 0x1) AT(Abandoned, 0x1) AT(Signalling, 0x1)
AT(ThreadControlFlags, 0x2) AT(Hand, 0x2) AT(Size, 0x2) AT(TimerMiscFlags, 0x3)
AT(DebugActive, 0x3) AT(DpcActive, 0x3) AT(SignalState, 0x4) AT(WaitListHead, 0x8)
#undef TYPE

#define TYPE KEVENT
SIZE(0x18)
AT(Header, 0x0)
#undef TYPE

#define TYPE FAST_MUTEX
SIZE(0x38)
AT(Count, 0x0) AT(Owner, 0x8) AT(Contention, 0x10) AT(Event, 0x18) AT(OldIrql, 0x30)
#undef TYPE

#define TYPE KAFFINITY_ENUMERATION_CONTEXT
SIZE(0x18)
AT(Affinity, 0x0) AT(CurrentMask, 0x8) AT(CurrentIndex, 0x10)
#undef TYPE

#define TYPE KAPC
SIZE(0x58)
AT(Type, 0x0) AT(SpareByte0, 0x1) AT(Size, 0x2) AT(SpareByte1, 0x3) AT(SpareLong0, 0x4)
AT(Thread, 0x8) AT(ApcListEntry, 0x10) AT(KernelRoutine, 0x20) AT(RundownRoutine, 0x28)
AT(NormalRoutine, 0x30) AT(NormalContext, 0x38) AT(SystemArgument1, 0x40)
AT(SystemArgument2, 0x48) AT(ApcStateIndex, 0x50) AT(ApcMode, 0x51) AT(Inserted, 0x52)
#undef TYPE

#define TYPE KAPC_STATE
SIZE(0x30)
AT(ApcListHead, 0x0) AT(Process, 0x20) AT(KernelApcInProgress, 0x28) AT(KernelApcPending, 0x29)
AT(UserApcPending, 0x2a)
#undef TYPE

#define TYPE KBUGCHECK_ACTIVE_STATE
SIZE(0x4)
AT(Value, 0x0)
#undef TYPE

#define TYPE KDEVICE_QUEUE
SIZE(0x28)
AT(Type, 0x0) AT(Size, 0x2) AT(DeviceListHead, 0x8) AT(Lock, 0x18) AT(Busy, 0x20)
#undef TYPE

#define TYPE KDEVICE_QUEUE_ENTRY
SIZE(0x18)
AT(DeviceListEntry, 0x0) AT(SortKey, 0x10) AT(Inserted, 0x14)
#undef TYPE

#define TYPE KDPC
SIZE(0x40)
AT(Type, 0x0) AT(Importance, 0x1) AT(Number, 0x2) AT(DpcListEntry, 0x8) AT(DeferredRoutine, 0x18)
AT(DeferredContext, 0x20) AT(SystemArgument1, 0x28) AT(SystemArgument2, 0x30) AT(DpcData, 0x38)
#undef TYPE

#define TYPE KDPC_DATA
SIZE(0x20)
AT(DpcListHead, 0x0) AT(DpcLock, 0x10) AT(DpcQueueDepth, 0x18) AT(DpcCount, 0x1c)
#undef TYPE

#define TYPE KERNEL_STACK_SEGMENT
SIZE(0x28)
AT(StackBase, 0x0) AT(StackLimit, 0x8) AT(KernelStack, 0x10) AT(InitialStack, 0x18)
AT(ActualLimit, 0x20)
#undef TYPE

#define TYPE KERNEL_STACK_CONTROL
SIZE(0x50)
AT(Current, 0x0) AT(Previous, 0x28)
#undef TYPE

#define TYPE KEXECUTE_OPTIONS
SIZE(0x1)
AT(ExecuteOptions, 0x0)
#undef TYPE

#define TYPE KGATE
SIZE(0x18)
AT(Header, 0x0)
#undef TYPE

#define TYPE KGUARDED_MUTEX
SIZE(0x38)
AT(Count, 0x0) AT(Owner, 0x8) AT(Contention, 0x10) AT(Gate, 0x18) AT(KernelApcDisable, 0x30)
AT(CombinedApcDisable, 0x30) AT(SpecialApcDisable, 0x32)
#undef TYPE

#define TYPE KINTERRUPT
SIZE(0xa0)
AT(Type, 0x0) AT(Size, 0x2) AT(InterruptListEntry, 0x8) AT(ServiceRoutine, 0x18)
AT(MessageServiceRoutine, 0x20) AT(MessageIndex, 0x28) AT(ServiceContext, 0x30) AT(SpinLock, 0x38)
AT(TickCount, 0x40) AT(ActualLock, 0x48) AT(DispatchAddress, 0x50) AT(Vector, 0x58) AT(Irql, 0x5c)
AT(SynchronizeIrql, 0x5d) AT(FloatingSave, 0x5e) AT(Connected, 0x5f) AT(Number, 0x60)
AT(ShareVector, 0x64) AT(Pad, 0x65) AT(Mode, 0x68) AT(Polarity, 0x6c) AT(ServiceCount, 0x70)
AT(DispatchCount, 0x74) AT(Rsvd1, 0x78) AT(TrapFrame, 0x80) AT(Reserved, 0x88)
AT(DispatchCode, 0x90)
#undef TYPE

#define TYPE KSPIN_LOCK_QUEUE
SIZE(0x10)
AT(Next, 0x0) AT(Lock, 0x8)
#undef TYPE

#define TYPE KLOCK_QUEUE_HANDLE
SIZE(0x18)
AT(LockQueue, 0x0) AT(OldIrql, 0x10)
#undef TYPE

#define TYPE KMUTANT
SIZE(0x38)
AT(Header, 0x0) AT(MutantListEntry, 0x18) AT(OwnerThread, 0x28) AT(Abandoned, 0x30)
AT(ApcDisable, 0x31)
#undef TYPE

#define TYPE KNODE
SIZE(0xc0)
AT(PagedPoolSListHead, 0x0) AT(NonPagedPoolSListHead, 0x10) AT(Affinity, 0x40)
AT(ProximityId, 0x50) AT(NodeNumber, 0x54) AT(PrimaryNodeNumber, 0x56) AT(MaximumProcessors, 0x58)
AT(Color, 0x59) AT(Flags, 0x5a) AT(NodePad0, 0x5b) AT(Seed, 0x5c) AT(MmShiftedColor, 0x60)
AT(FreeCount, 0x68) AT(Right, 0x78) AT(Left, 0x7c) AT(CachedKernelStacks, 0x80) AT(ParkLock, 0xa0)
AT(NodePad1, 0xa4)
#undef TYPE

#define TYPE KSTACK_COUNT
SIZE(0x4)
AT(Value, 0x0)
#undef TYPE

#define TYPE KPROCESS
SIZE(0x160)
AT(Header, 0x0) AT(ProfileListHead, 0x18) AT(DirectoryTableBase, 0x28) AT(ThreadListHead, 0x30)
AT(ProcessLock, 0x40) AT(Affinity, 0x48) AT(ReadyListHead, 0x70) AT(SwapListEntry, 0x80)
AT(ActiveProcessors, 0x88) AT(ProcessFlags, 0xb0) AT(BasePriority, 0xb4) AT(QuantumReset, 0xb5)
AT(Visited, 0xb6) AT(Unused3, 0xb7) AT(ThreadSeed, 0xb8) AT(IdealNode, 0xc8)
AT(IdealGlobalNode, 0xd0) AT(Flags, 0xd2) AT(Unused1, 0xd3) AT(Unused2, 0xd4) AT(Unused4, 0xd8)
AT(StackCount, 0xdc) AT(ProcessListEntry, 0xe0) AT(CycleTime, 0xf0) AT(KernelTime, 0xf8)
AT(UserTime, 0xfc) AT(InstrumentationCallback, 0x100) AT(LdtSystemDescriptor, 0x108)
AT(LdtBaseAddress, 0x118) AT(LdtProcessLock, 0x120) AT(LdtFreeSelectorHint, 0x158)
AT(LdtTableLength, 0x15a)
#undef TYPE

#define TYPE KQUEUE
SIZE(0x40)
AT(Header, 0x0) AT(EntryListHead, 0x18) AT(CurrentCount, 0x28) AT(MaximumCount, 0x2c)
AT(ThreadListHead, 0x30)
#undef TYPE

#define TYPE KSEMAPHORE
SIZE(0x20)
AT(Header, 0x0) AT(Limit, 0x18)
#undef TYPE

#define TYPE KSTACK_AREA
SIZE(0x250)
AT(StackControl, 0x0) AT(NpxFrame, 0x50)
#undef TYPE

#define TYPE KTIMER
SIZE(0x40)
AT(Header, 0x0) AT(DueTime, 0x18) AT(TimerListEntry, 0x20) AT(Dpc, 0x30) AT(Processor, 0x38)
AT(Period, 0x3c)
#undef TYPE

#define TYPE KWAIT_BLOCK
SIZE(0x30)
AT(WaitListEntry, 0x0) AT(Thread, 0x10) AT(Object, 0x18) AT(NextWaitBlock, 0x20) AT(WaitKey, 0x28)
AT(WaitType, 0x2a) AT(BlockState, 0x2b) AT(SpareLong, 0x2c)
#undef TYPE

#define TYPE KWAIT_STATUS_REGISTER
SIZE(0x1)
AT(Flags, 0x0)
#undef TYPE

#define TYPE KTHREAD
SIZE(0x360)
AT(Header, 0x0) AT(CycleTime, 0x18) AT(QuantumTarget, 0x20) AT(InitialStack, 0x28)
AT(StackLimit, 0x30) AT(KernelStack, 0x38) AT(ThreadLock, 0x40) AT(WaitRegister, 0x48)
AT(Running, 0x49) AT(Alerted, 0x4a) AT(MiscFlags, 0x4c) AT(ApcState, 0x50) AT(ApcStateFill, 0x50)
AT(Priority, 0x7b) AT(NextProcessor, 0x7c) AT(DeferredProcessor, 0x80) AT(ApcQueueLock, 0x88)
AT(WaitStatus, 0x90) AT(WaitBlockList, 0x98) AT(WaitListEntry, 0xa0) AT(SwapListEntry, 0xa0)
AT(Queue, 0xb0) AT(Teb, 0xb8) AT(Timer, 0xc0) AT(ThreadFlags, 0x100) AT(Spare0, 0x104)
AT(WaitBlock, 0x108) AT(WaitBlockFill4, 0x108) AT(WaitBlockFill5, 0x108) AT(WaitBlockFill6, 0x108)
AT(WaitBlockFill7, 0x108) AT(WaitBlockFill8, 0x108) AT(ContextSwitches, 0x134) AT(State, 0x164)
AT(NpxState, 0x165) AT(WaitIrql, 0x166) AT(WaitMode, 0x167) AT(WaitTime, 0x194)
AT(TebMappedLowVa, 0x1b0) AT(Ucb, 0x1b8) AT(KernelApcDisable, 0x1c4) AT(CombinedApcDisable, 0x1c4)
AT(SpecialApcDisable, 0x1c6) AT(QueueListEntry, 0x1c8) AT(TrapFrame, 0x1d8)
AT(FirstArgument, 0x1e0) AT(CallbackStack, 0x1e8) AT(CallbackDepth, 0x1e8)
AT(ApcStateIndex, 0x1f0) AT(BasePriority, 0x1f1) AT(PriorityDecrement, 0x1f2) AT(Preempted, 0x1f3)
AT(AdjustReason, 0x1f4) AT(AdjustIncrement, 0x1f5) AT(PreviousMode, 0x1f6) AT(Saturation, 0x1f7)
AT(SystemCallNumber, 0x1f8) AT(FreezeCount, 0x1fc) AT(UserAffinity, 0x200) AT(Process, 0x210)
AT(Affinity, 0x218) AT(IdealProcessor, 0x228) AT(UserIdealProcessor, 0x22c)
AT(ApcStatePointer, 0x230) AT(SavedApcState, 0x240) AT(SavedApcStateFill, 0x240)
AT(WaitReason, 0x26b) AT(SuspendCount, 0x26c) AT(Spare1, 0x26d) AT(CodePatchInProgress, 0x26e)
AT(Win32Thread, 0x270) AT(StackBase, 0x278) AT(SuspendApc, 0x280) AT(SuspendApcFill0, 0x280)
AT(SuspendApcFill1, 0x280) AT(SuspendApcFill2, 0x280) AT(SuspendApcFill3, 0x280)
AT(SuspendApcFill4, 0x280) AT(SuspendApcFill5, 0x280) AT(ResourceIndex, 0x281)
AT(QuantumReset, 0x283) AT(KernelTime, 0x284) AT(WaitPrcb, 0x2c0) AT(LegoData, 0x2c8)
AT(LargeStack, 0x2d3) AT(UserTime, 0x2d4) AT(SuspendSemaphore, 0x2d8)
AT(SuspendSemaphorefill, 0x2d8) AT(SListFaultCount, 0x2f4) AT(ThreadListEntry, 0x2f8)
AT(MutantListHead, 0x308) AT(SListFaultAddress, 0x318) AT(ReadOperationCount, 0x320)
AT(WriteOperationCount, 0x328) AT(OtherOperationCount, 0x330) AT(ReadTransferCount, 0x338)
AT(WriteTransferCount, 0x340) AT(OtherTransferCount, 0x348) AT(ThreadCounters, 0x350)
AT(XStateSave, 0x358)
#undef TYPE

#define TYPE KTHREAD_COUNTERS
SIZE(0x1a8)
AT(WaitReasonBitMap, 0x0) AT(UserData, 0x8) AT(Flags, 0x10) AT(ContextSwitches, 0x14)
AT(CycleTimeBias, 0x18) AT(HardwareCounters, 0x20) AT(HwCounter, 0x28)
#undef TYPE

#define TYPE KTIMER_TABLE_ENTRY
SIZE(0x20)
AT(Lock, 0x0) AT(Entry, 0x8) AT(Time, 0x18)
#undef TYPE

#define TYPE KTIMER_TABLE
SIZE(0x2200)
AT(TimerExpiry, 0x0) AT(TimerEntries, 0x200)
#undef TYPE

#define TYPE KUMS_CONTEXT_HEADER
SIZE(0x70)
AT(P1Home, 0x0) AT(P2Home, 0x8) AT(P3Home, 0x10) AT(P4Home, 0x18) AT(StackTop, 0x20)
AT(StackSize, 0x28) AT(RspOffset, 0x30) AT(Rip, 0x38) AT(FltSave, 0x40) AT(Flags, 0x48)
AT(TrapFrame, 0x50) AT(ExceptionFrame, 0x58) AT(SourceThread, 0x60) AT(Return, 0x68)
#undef TYPE
