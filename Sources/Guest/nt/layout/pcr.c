// Offsets of include/nt/pcr.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE CACHE_DESCRIPTOR
SIZE(0xc)
AT(Level, 0x0) AT(Associativity, 0x1) AT(LineSize, 0x2) AT(Size, 0x4) AT(Type, 0x8)
#undef TYPE

#define TYPE PPM_FFH_THROTTLE_STATE_INFO
SIZE(0x20)
AT(EnableLogging, 0x0) AT(MismatchCount, 0x4) AT(Initialized, 0x8) AT(LastValue, 0x10)
AT(LastLogTickCount, 0x18)
#undef TYPE

#define TYPE PROC_IDLE_SNAP
SIZE(0x10)
AT(Time, 0x0) AT(Idle, 0x8)
#undef TYPE

#define TYPE PROCESSOR_POWER_STATE
SIZE(0x100)
AT(IdleStates, 0x0) AT(IdleTimeLast, 0x8) AT(IdleTimeTotal, 0x10) AT(IdleTimeEntry, 0x18)
AT(IdleAccounting, 0x20) AT(Hypervisor, 0x28) AT(PerfHistoryTotal, 0x2c)
AT(ThermalConstraint, 0x30) AT(PerfHistoryCount, 0x31) AT(PerfHistorySlot, 0x32)
AT(Reserved, 0x33) AT(LastSysTime, 0x34) AT(WmiDispatchPtr, 0x38) AT(WmiInterfaceEnabled, 0x40)
AT(FFHThrottleStateInfo, 0x48) AT(PerfActionDpc, 0x68) AT(PerfActionMask, 0xa8)
AT(IdleCheck, 0xb0) AT(PerfCheck, 0xc0) AT(Domain, 0xd0) AT(PerfConstraint, 0xd8) AT(Load, 0xe0)
AT(PerfHistory, 0xe8) AT(Utility, 0xf0) AT(OverUtilizedHistory, 0xf4) AT(AffinityCount, 0xf8)
AT(AffinityHistory, 0xfc)
#undef TYPE

#define TYPE KREQUEST_PACKET
SIZE(0x20)
AT(CurrentPacket, 0x0) AT(WorkerRoutine, 0x18)
#undef TYPE

#define TYPE REQUEST_MAILBOX
SIZE(0x40)
AT(Next, 0x0) AT(RequestSummary, 0x8) AT(RequestPacket, 0x10)
#undef TYPE

#define TYPE KPRCB
SIZE(0x4d00)
AT(MxCsr, 0x0) AT(LegacyNumber, 0x4) AT(ReservedMustBeZero, 0x5) AT(InterruptRequest, 0x6)
AT(IdleHalt, 0x7) AT(CurrentThread, 0x8) AT(NextThread, 0x10) AT(IdleThread, 0x18)
AT(NestingLevel, 0x20) AT(PrcbPad00, 0x21) AT(Number, 0x24) AT(RspBase, 0x28) AT(PrcbLock, 0x30)
AT(PrcbPad01, 0x38) AT(ProcessorState, 0x40) AT(CpuType, 0x5f0) AT(CpuID, 0x5f1)
AT(CpuStep, 0x5f2) AT(CpuStepping, 0x5f2) AT(CpuModel, 0x5f3) AT(MHz, 0x5f4)
AT(HalReserved, 0x5f8) AT(MinorVersion, 0x638) AT(MajorVersion, 0x63a) AT(BuildType, 0x63c)
AT(CpuVendor, 0x63d) AT(CoresPerPhysicalProcessor, 0x63e) AT(LogicalProcessorsPerCore, 0x63f)
AT(ApicMask, 0x640) AT(CFlushSize, 0x644) AT(AcpiReserved, 0x648) AT(InitialApicId, 0x650)
AT(Stride, 0x654) AT(Group, 0x658) AT(GroupSetMember, 0x660) AT(GroupIndex, 0x668)
AT(LockQueue, 0x670) AT(PPLookasideList, 0x780) AT(PPNPagedLookasideList, 0x880)
AT(PPPagedLookasideList, 0x1480) AT(PacketBarrier, 0x2080) AT(DeferredReadyListHead, 0x2088)
AT(MmPageFaultCount, 0x2090) AT(MmCopyOnWriteCount, 0x2094) AT(MmTransitionCount, 0x2098)
AT(MmDemandZeroCount, 0x209c) AT(MmPageReadCount, 0x20a0) AT(MmPageReadIoCount, 0x20a4)
AT(MmDirtyPagesWriteCount, 0x20a8) AT(MmDirtyWriteIoCount, 0x20ac)
AT(MmMappedPagesWriteCount, 0x20b0) AT(MmMappedWriteIoCount, 0x20b4) AT(KeSystemCalls, 0x20b8)
AT(KeContextSwitches, 0x20bc) AT(CcFastReadNoWait, 0x20c0) AT(CcFastReadWait, 0x20c4)
AT(CcFastReadNotPossible, 0x20c8) AT(CcCopyReadNoWait, 0x20cc) AT(CcCopyReadWait, 0x20d0)
AT(CcCopyReadNoWaitMiss, 0x20d4) AT(LookasideIrpFloat, 0x20d8) AT(IoReadOperationCount, 0x20dc)
AT(IoWriteOperationCount, 0x20e0) AT(IoOtherOperationCount, 0x20e4)
AT(IoReadTransferCount, 0x20e8) AT(IoWriteTransferCount, 0x20f0) AT(IoOtherTransferCount, 0x20f8)
AT(TargetCount, 0x2100) AT(IpiFrozen, 0x2104) AT(DpcData, 0x2180) AT(DpcStack, 0x21c0)
AT(MaximumDpcQueueDepth, 0x21c8) AT(DpcRequestRate, 0x21cc) AT(MinimumDpcRate, 0x21d0)
AT(DpcLastCount, 0x21d4) AT(ThreadDpcEnable, 0x21d8) AT(QuantumEnd, 0x21d9)
AT(DpcRoutineActive, 0x21da) AT(IdleSchedule, 0x21db) AT(DpcRequestSummary, 0x21dc)
AT(DpcRequestSlot, 0x21dc) AT(NormalDpcState, 0x21dc) AT(ThreadDpcState, 0x21de)
AT(TimerHand, 0x21e0) AT(MasterOffset, 0x21e4) AT(LastTick, 0x21e8) AT(UnusedPad, 0x21ec)
AT(PrcbPad50, 0x21f0) AT(TimerTable, 0x2200) AT(DpcGate, 0x4400) AT(PrcbPad52, 0x4418)
AT(CallDpc, 0x4420) AT(ClockKeepAlive, 0x4460) AT(ClockCheckSlot, 0x4464)
AT(ClockPollCycle, 0x4465) AT(NmiActive, 0x4466) AT(DpcWatchdogPeriod, 0x4468)
AT(DpcWatchdogCount, 0x446c) AT(TickOffset, 0x4470) AT(KeSpinLockOrdering, 0x4478)
AT(PrcbPad70, 0x447c) AT(WaitListHead, 0x4480) AT(WaitLock, 0x4490) AT(ReadySummary, 0x4498)
AT(QueueIndex, 0x449c) AT(TimerExpirationDpc, 0x44a0) AT(PrcbPad72, 0x44e0)
AT(DispatcherReadyListHead, 0x4500) AT(InterruptCount, 0x4700) AT(KernelTime, 0x4704)
AT(UserTime, 0x4708) AT(DpcTime, 0x470c) AT(InterruptTime, 0x4710) AT(AdjustDpcThreshold, 0x4714)
AT(DebuggerSavedIRQL, 0x4718) AT(PrcbPad80, 0x4719) AT(DpcTimeCount, 0x4720)
AT(DpcTimeLimit, 0x4724) AT(PeriodicCount, 0x4728) AT(PeriodicBias, 0x472c)
AT(AvailableTime, 0x4730) AT(KeExceptionDispatchCount, 0x4734) AT(ParentNode, 0x4738)
AT(StartCycles, 0x4740) AT(PrcbPad82, 0x4748) AT(MmSpinLockOrdering, 0x4760) AT(PageColor, 0x4764)
AT(NodeColor, 0x4768) AT(NodeShiftedColor, 0x476c) AT(SecondaryColorMask, 0x4770)
AT(PrcbPad83, 0x4774) AT(CycleTime, 0x4778) AT(CcFastMdlReadNoWait, 0x4780)
AT(CcFastMdlReadWait, 0x4784) AT(CcFastMdlReadNotPossible, 0x4788) AT(CcMapDataNoWait, 0x478c)
AT(CcMapDataWait, 0x4790) AT(CcPinMappedDataCount, 0x4794) AT(CcPinReadNoWait, 0x4798)
AT(CcPinReadWait, 0x479c) AT(CcMdlReadNoWait, 0x47a0) AT(CcMdlReadWait, 0x47a4)
AT(CcLazyWriteHotSpots, 0x47a8) AT(CcLazyWriteIos, 0x47ac) AT(CcLazyWritePages, 0x47b0)
AT(CcDataFlushes, 0x47b4) AT(CcDataPages, 0x47b8) AT(CcLostDelayedWrites, 0x47bc)
AT(CcFastReadResourceMiss, 0x47c0) AT(CcCopyReadWaitMiss, 0x47c4)
AT(CcFastMdlReadResourceMiss, 0x47c8) AT(CcMapDataNoWaitMiss, 0x47cc)
AT(CcMapDataWaitMiss, 0x47d0) AT(CcPinReadNoWaitMiss, 0x47d4) AT(CcPinReadWaitMiss, 0x47d8)
AT(CcMdlReadNoWaitMiss, 0x47dc) AT(CcMdlReadWaitMiss, 0x47e0) AT(CcReadAheadIos, 0x47e4)
AT(MmCacheTransitionCount, 0x47e8) AT(MmCacheReadCount, 0x47ec) AT(MmCacheIoCount, 0x47f0)
AT(PrcbPad91, 0x47f4) AT(RuntimeAccumulation, 0x47f8) AT(PowerState, 0x4800) AT(PrcbPad92, 0x4900)
AT(KeAlignmentFixupCount, 0x4910) AT(DpcWatchdogDpc, 0x4918) AT(DpcWatchdogTimer, 0x4958)
AT(Cache, 0x4998) AT(CacheCount, 0x49d4) AT(CachedCommit, 0x49d8)
AT(CachedResidentAvailable, 0x49dc) AT(HyperPte, 0x49e0) AT(WheaInfo, 0x49e8)
AT(EtwSupport, 0x49f0) AT(InterruptObjectPool, 0x4a00) AT(HypercallPageList, 0x4a10)
AT(HypercallPageVirtual, 0x4a20) AT(VirtualApicAssist, 0x4a28) AT(StatisticsPage, 0x4a30)
AT(RateControl, 0x4a38) AT(CacheProcessorMask, 0x4a40) AT(PackageProcessorSet, 0x4a68)
AT(CoreProcessorSet, 0x4a90) AT(PebsIndexAddress, 0x4a98) AT(PrcbPad93, 0x4aa0)
AT(SpinLockAcquireCount, 0x4b00) AT(SpinLockContentionCount, 0x4b04) AT(SpinLockSpinCount, 0x4b08)
AT(IpiSendRequestBroadcastCount, 0x4b0c) AT(IpiSendRequestRoutineCount, 0x4b10)
AT(IpiSendSoftwareInterruptCount, 0x4b14) AT(ExInitializeResourceCount, 0x4b18)
AT(ExReInitializeResourceCount, 0x4b1c) AT(ExDeleteResourceCount, 0x4b20)
AT(ExecutiveResourceAcquiresCount, 0x4b24) AT(ExecutiveResourceContentionsCount, 0x4b28)
AT(ExecutiveResourceReleaseExclusiveCount, 0x4b2c) AT(ExecutiveResourceReleaseSharedCount, 0x4b30)
AT(ExecutiveResourceConvertsCount, 0x4b34) AT(ExAcqResExclusiveAttempts, 0x4b38)
AT(ExAcqResExclusiveAcquiresExclusive, 0x4b3c)
AT(ExAcqResExclusiveAcquiresExclusiveRecursive, 0x4b40) AT(ExAcqResExclusiveWaits, 0x4b44)
AT(ExAcqResExclusiveNotAcquires, 0x4b48) AT(ExAcqResSharedAttempts, 0x4b4c)
AT(ExAcqResSharedAcquiresExclusive, 0x4b50) AT(ExAcqResSharedAcquiresShared, 0x4b54)
AT(ExAcqResSharedAcquiresSharedRecursive, 0x4b58) AT(ExAcqResSharedWaits, 0x4b5c)
AT(ExAcqResSharedNotAcquires, 0x4b60) AT(ExAcqResSharedStarveExclusiveAttempts, 0x4b64)
AT(ExAcqResSharedStarveExclusiveAcquiresExclusive, 0x4b68)
AT(ExAcqResSharedStarveExclusiveAcquiresShared, 0x4b6c)
AT(ExAcqResSharedStarveExclusiveAcquiresSharedRecursive, 0x4b70)
AT(ExAcqResSharedStarveExclusiveWaits, 0x4b74)
AT(ExAcqResSharedStarveExclusiveNotAcquires, 0x4b78)
AT(ExAcqResSharedWaitForExclusiveAttempts, 0x4b7c)
AT(ExAcqResSharedWaitForExclusiveAcquiresExclusive, 0x4b80)
AT(ExAcqResSharedWaitForExclusiveAcquiresShared, 0x4b84)
AT(ExAcqResSharedWaitForExclusiveAcquiresSharedRecursive, 0x4b88)
AT(ExAcqResSharedWaitForExclusiveWaits, 0x4b8c)
AT(ExAcqResSharedWaitForExclusiveNotAcquires, 0x4b90) AT(ExSetResOwnerPointerExclusive, 0x4b94)
AT(ExSetResOwnerPointerSharedNew, 0x4b98) AT(ExSetResOwnerPointerSharedOld, 0x4b9c)
AT(ExTryToAcqExclusiveAttempts, 0x4ba0) AT(ExTryToAcqExclusiveAcquires, 0x4ba4)
AT(ExBoostExclusiveOwner, 0x4ba8) AT(ExBoostSharedOwners, 0x4bac)
AT(ExEtwSynchTrackingNotificationsCount, 0x4bb0)
AT(ExEtwSynchTrackingNotificationsAccountedCount, 0x4bb4) AT(VendorString, 0x4bb8)
AT(PrcbPad10, 0x4bc5) AT(FeatureBits, 0x4bc8) AT(UpdateSignature, 0x4bd0) AT(Context, 0x4bd8)
AT(ContextFlags, 0x4be0) AT(ExtendedState, 0x4be8) AT(Mailbox, 0x4c00) AT(RequestMailbox, 0x4c80)
#undef TYPE

#define TYPE KPCR
SIZE(0x4e80)
AT(NtTib, 0x0) AT(GdtBase, 0x0) AT(TssBase, 0x8) AT(UserRsp, 0x10) AT(Self, 0x18)
AT(CurrentPrcb, 0x20) AT(LockArray, 0x28) AT(Used_Self, 0x30) AT(IdtBase, 0x38) AT(Unused, 0x40)
AT(Irql, 0x50) AT(SecondLevelCacheAssociativity, 0x51) AT(ObsoleteNumber, 0x52) AT(Fill0, 0x53)
AT(Unused0, 0x54) AT(MajorVersion, 0x60) AT(MinorVersion, 0x62) AT(StallScaleFactor, 0x64)
AT(Unused1, 0x68) AT(KernelReserved, 0x80) AT(SecondLevelCacheSize, 0xbc) AT(HalReserved, 0xc0)
AT(Unused2, 0x100) AT(KdVersionBlock, 0x108) AT(Unused3, 0x110) AT(PcrAlign1, 0x118)
AT(Prcb, 0x180)
#undef TYPE

#define TYPE PPM_IDLE_STATE
SIZE(0x60)
AT(DomainMembers, 0x0) AT(IdleCheck, 0x28) AT(IdleHandler, 0x30) AT(HvConfig, 0x38)
AT(Context, 0x40) AT(Latency, 0x48) AT(Power, 0x4c) AT(TimeCheck, 0x50) AT(StateFlags, 0x54)
AT(PromotePercent, 0x58) AT(DemotePercent, 0x59) AT(PromotePercentBase, 0x5a)
AT(DemotePercentBase, 0x5b) AT(StateType, 0x5c)
#undef TYPE

#define TYPE PPM_IDLE_STATES
SIZE(0xa0)
AT(Count, 0x0) AT(Flags, 0x4) AT(TargetState, 0x8) AT(ActualState, 0xc) AT(OldState, 0x10)
AT(TargetProcessors, 0x18) AT(State, 0x40)
#undef TYPE

#define TYPE PPM_PERF_STATE
SIZE(0x28)
AT(Frequency, 0x0) AT(Power, 0x4) AT(PercentFrequency, 0x8) AT(IncreaseLevel, 0x9)
AT(DecreaseLevel, 0xa) AT(Type, 0xb) AT(Control, 0x10) AT(Status, 0x18) AT(TotalHitCount, 0x20)
AT(DesiredCount, 0x24)
#undef TYPE

#define TYPE PPM_PERF_STATES
SIZE(0xb0)
AT(Count, 0x0) AT(MaxFrequency, 0x4) AT(PStateCap, 0x8) AT(TStateCap, 0xc) AT(MaxPerfState, 0x10)
AT(MinPerfState, 0x14) AT(LowestPState, 0x18) AT(IncreaseTime, 0x1c) AT(DecreaseTime, 0x20)
AT(BusyAdjThreshold, 0x24) AT(Reserved, 0x25) AT(ThrottleStatesOnly, 0x26) AT(PolicyType, 0x27)
AT(TimerInterval, 0x28) AT(Flags, 0x2c) AT(TargetProcessors, 0x30) AT(PStateHandler, 0x58)
AT(PStateContext, 0x60) AT(TStateHandler, 0x68) AT(TStateContext, 0x70) AT(FeedbackHandler, 0x78)
AT(GetFFHThrottleState, 0x80) AT(State, 0x88)
#undef TYPE

#define TYPE PROC_HISTORY_ENTRY
SIZE(0x4)
AT(Utility, 0x0) AT(Frequency, 0x2) AT(Reserved, 0x3)
#undef TYPE

#define TYPE PROC_IDLE_STATE_BUCKET
SIZE(0x20)
AT(TotalTime, 0x0) AT(MinTime, 0x8) AT(MaxTime, 0x10) AT(Count, 0x18)
#undef TYPE

#define TYPE PROC_IDLE_STATE_ACCOUNTING
SIZE(0x228)
AT(TotalTime, 0x0) AT(IdleTransitions, 0x8) AT(FailedTransitions, 0xc)
AT(InvalidBucketIndex, 0x10) AT(MinTime, 0x18) AT(MaxTime, 0x20) AT(IdleTimeBuckets, 0x28)
#undef TYPE

#define TYPE PROC_IDLE_ACCOUNTING
SIZE(0x2c0)
AT(StateCount, 0x0) AT(TotalTransitions, 0x4) AT(ResetCount, 0x8) AT(StartTime, 0x10)
AT(BucketLimits, 0x18) AT(State, 0x98)
#undef TYPE

#define TYPE PROC_PERF_CONSTRAINT
SIZE(0x30)
AT(Prcb, 0x0) AT(PerfContext, 0x8) AT(PercentageCap, 0x10) AT(ThermalCap, 0x14)
AT(TargetFrequency, 0x18) AT(AcumulatedFullFrequency, 0x1c) AT(AcumulatedZeroFrequency, 0x20)
AT(FrequencyHistoryTotal, 0x24) AT(AverageFrequency, 0x28)
#undef TYPE

#define TYPE PROC_PERF_DOMAIN
SIZE(0xb8)
AT(Link, 0x0) AT(Master, 0x10) AT(Members, 0x18) AT(FeedbackHandler, 0x40)
AT(GetFFHThrottleState, 0x48) AT(BoostPolicyHandler, 0x50) AT(PerfSelectionHandler, 0x58)
AT(PerfHandler, 0x60) AT(Processors, 0x68) AT(PerfChangeTime, 0x70) AT(ProcessorCount, 0x78)
AT(PreviousFrequencyMhz, 0x7c) AT(CurrentFrequencyMhz, 0x80) AT(PreviousFrequency, 0x84)
AT(CurrentFrequency, 0x88) AT(CurrentPerfContext, 0x8c) AT(DesiredFrequency, 0x90)
AT(MaxFrequency, 0x94) AT(MinPerfPercent, 0x98) AT(MinThrottlePercent, 0x9c) AT(MaxPercent, 0xa0)
AT(MinPercent, 0xa4) AT(ConstrainedMaxPercent, 0xa8) AT(ConstrainedMinPercent, 0xac)
AT(Coordination, 0xb0) AT(PerfChangeIntervalCount, 0xb4)
#undef TYPE

#define TYPE PROC_PERF_LOAD
SIZE(0x2)
AT(BusyPercentage, 0x0) AT(FrequencyPercentage, 0x1)
#undef TYPE
