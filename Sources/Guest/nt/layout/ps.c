// Offsets of include/nt/ps.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE ALPC_PROCESS_CONTEXT
SIZE(0x20)
AT(Lock, 0x0) AT(ViewListHead, 0x8) AT(PagedPoolQuotaCache, 0x18)
#undef TYPE

#define TYPE EJOB
SIZE(0x1c8)
AT(Event, 0x0) AT(JobLinks, 0x18) AT(ProcessListHead, 0x28) AT(JobLock, 0x38)
AT(TotalUserTime, 0xa0) AT(TotalKernelTime, 0xa8) AT(ThisPeriodTotalUserTime, 0xb0)
AT(ThisPeriodTotalKernelTime, 0xb8) AT(TotalPageFaultCount, 0xc0) AT(TotalProcesses, 0xc4)
AT(ActiveProcesses, 0xc8) AT(TotalTerminatedProcesses, 0xcc) AT(PerProcessUserTimeLimit, 0xd0)
AT(PerJobUserTimeLimit, 0xd8) AT(MinimumWorkingSetSize, 0xe0) AT(MaximumWorkingSetSize, 0xe8)
AT(LimitFlags, 0xf0) AT(ActiveProcessLimit, 0xf4) AT(Affinity, 0xf8) AT(PriorityClass, 0x120)
AT(AccessState, 0x128) AT(UIRestrictionsClass, 0x130) AT(EndOfJobTimeAction, 0x134)
AT(CompletionPort, 0x138) AT(CompletionKey, 0x140) AT(SessionId, 0x148) AT(SchedulingClass, 0x14c)
AT(ReadOperationCount, 0x150) AT(WriteOperationCount, 0x158) AT(OtherOperationCount, 0x160)
AT(ReadTransferCount, 0x168) AT(WriteTransferCount, 0x170) AT(OtherTransferCount, 0x178)
AT(ProcessMemoryLimit, 0x180) AT(JobMemoryLimit, 0x188) AT(PeakProcessMemoryUsed, 0x190)
AT(PeakJobMemoryUsed, 0x198) AT(CurrentJobMemoryUsed, 0x1a0) AT(MemoryLimitsLock, 0x1a8)
AT(JobSetLinks, 0x1b0) AT(MemberLevel, 0x1c0) AT(JobFlags, 0x1c4)
#undef TYPE

#define TYPE EPROCESS
SIZE(0x4d0)
AT(Pcb, 0x0) AT(ProcessLock, 0x160) AT(CreateTime, 0x168) AT(ExitTime, 0x170)
AT(RundownProtect, 0x178) AT(UniqueProcessId, 0x180) AT(ActiveProcessLinks, 0x188)
AT(ProcessQuotaUsage, 0x198) AT(ProcessQuotaPeak, 0x1a8) AT(CommitCharge, 0x1b8)
AT(QuotaBlock, 0x1c0) AT(CpuQuotaBlock, 0x1c8) AT(PeakVirtualSize, 0x1d0) AT(VirtualSize, 0x1d8)
AT(SessionProcessLinks, 0x1e0) AT(DebugPort, 0x1f0) AT(ExceptionPortData, 0x1f8)
AT(ExceptionPortValue, 0x1f8) AT(ObjectTable, 0x200) AT(Token, 0x208) AT(WorkingSetPage, 0x210)
AT(AddressCreationLock, 0x218) AT(RotateInProgress, 0x220) AT(ForkInProgress, 0x228)
AT(HardwareTrigger, 0x230) AT(PhysicalVadRoot, 0x238) AT(CloneRoot, 0x240)
AT(NumberOfPrivatePages, 0x248) AT(NumberOfLockedPages, 0x250) AT(Win32Process, 0x258)
AT(Job, 0x260) AT(SectionObject, 0x268) AT(SectionBaseAddress, 0x270) AT(Cookie, 0x278)
AT(UmsScheduledThreads, 0x27c) AT(WorkingSetWatch, 0x280) AT(Win32WindowStation, 0x288)
AT(InheritedFromUniqueProcessId, 0x290) AT(LdtInformation, 0x298) AT(Spare, 0x2a0)
AT(ConsoleHostProcess, 0x2a8) AT(DeviceMap, 0x2b0) AT(EtwDataSource, 0x2b8) AT(FreeTebHint, 0x2c0)
AT(FreeUmsTebHint, 0x2c8) AT(PageDirectoryPte, 0x2d0) AT(Filler, 0x2d0) AT(Session, 0x2d8)
AT(ImageFileName, 0x2e0) AT(PriorityClass, 0x2ef) AT(JobLinks, 0x2f0) AT(LockedPagesList, 0x300)
AT(ThreadListHead, 0x308) AT(SecurityPort, 0x318) AT(Wow64Process, 0x320) AT(ActiveThreads, 0x328)
AT(ImagePathHash, 0x32c) AT(DefaultHardErrorProcessing, 0x330) AT(LastThreadExitStatus, 0x334)
AT(Peb, 0x338) AT(PrefetchTrace, 0x340) AT(ReadOperationCount, 0x348)
AT(WriteOperationCount, 0x350) AT(OtherOperationCount, 0x358) AT(ReadTransferCount, 0x360)
AT(WriteTransferCount, 0x368) AT(OtherTransferCount, 0x370) AT(CommitChargeLimit, 0x378)
AT(CommitChargePeak, 0x380) AT(AweInfo, 0x388) AT(SeAuditProcessCreationInfo, 0x390) AT(Vm, 0x398)
AT(MmProcessLinks, 0x420) AT(HighestUserAddress, 0x430) AT(ModifiedPageCount, 0x438)
AT(Flags2, 0x43c) AT(Flags, 0x440) AT(ExitStatus, 0x444) AT(VadRoot, 0x448) AT(AlpcContext, 0x488)
AT(TimerResolutionLink, 0x4a8) AT(RequestedTimerResolution, 0x4b8)
AT(ActiveThreadsHighWatermark, 0x4bc) AT(SmallestTimerResolution, 0x4c0)
AT(TimerResolutionStackRecord, 0x4c8)
#undef TYPE

#define TYPE ETHREAD
SIZE(0x498)
AT(Tcb, 0x0) AT(CreateTime, 0x360) AT(ExitTime, 0x368) AT(KeyedWaitChain, 0x368)
AT(ExitStatus, 0x378) AT(PostBlockList, 0x380) AT(ForwardLinkShadow, 0x380)
AT(StartAddress, 0x388) AT(TerminationPort, 0x390) AT(ReaperLink, 0x390) AT(KeyedWaitValue, 0x390)
AT(ActiveTimerListLock, 0x398) AT(ActiveTimerListHead, 0x3a0) AT(Cid, 0x3b0)
AT(KeyedWaitSemaphore, 0x3c0) AT(AlpcWaitSemaphore, 0x3c0) AT(ClientSecurity, 0x3e0)
AT(IrpList, 0x3e8) AT(TopLevelIrp, 0x3f8) AT(DeviceToVerify, 0x400) AT(CpuQuotaApc, 0x408)
AT(Win32StartAddress, 0x410) AT(LegacyPowerObject, 0x418) AT(ThreadListEntry, 0x420)
AT(RundownProtect, 0x430) AT(ThreadLock, 0x438) AT(ReadClusterSize, 0x440)
AT(MmLockOrdering, 0x444) AT(CrossThreadFlags, 0x448) AT(SameThreadPassiveFlags, 0x44c)
AT(SameThreadApcFlags, 0x450) AT(PriorityRegionActive, 0x453) AT(CacheManagerActive, 0x454)
AT(DisablePageFaultClustering, 0x455) AT(ActiveFaultCount, 0x456) AT(LockOrderState, 0x457)
AT(AlpcMessageId, 0x458) AT(AlpcMessage, 0x460) AT(AlpcReceiveAttributeSet, 0x460)
AT(AlpcWaitListEntry, 0x468) AT(CacheManagerCount, 0x478) AT(IoBoostCount, 0x47c)
AT(IrpListLock, 0x480) AT(ReservedForSynchTracking, 0x488) AT(CmCallbackListHead, 0x490)
#undef TYPE

#define TYPE PSP_CPU_SHARE_CAPTURED_WEIGHT_DATA
SIZE(0x8)
AT(CapturedCpuShareWeight, 0x0) AT(CombinedData, 0x0) AT(CapturedTotalWeight, 0x4)
#undef TYPE

#define TYPE PS_PER_CPU_QUOTA_CACHE_AWARE
SIZE(0x40)
AT(SortedListEntry, 0x0) AT(IdleOnlyListHead, 0x10) AT(CycleBaseAllowance, 0x20)
AT(CyclesRemaining, 0x28) AT(CurrentGeneration, 0x30)
#undef TYPE

#define TYPE PS_CPU_QUOTA_BLOCK
SIZE(0x4080)
AT(ListEntry, 0x0) AT(BlockCurrentGenerationLock, 0x0) AT(CyclesAccumulated, 0x8)
AT(SessionId, 0x10) AT(CpuShareWeight, 0x14) AT(CapturedWeightData, 0x18) AT(MiscFlags, 0x20)
AT(CycleCredit, 0x40) AT(BlockCurrentGeneration, 0x48) AT(CpuCyclePercent, 0x4c)
AT(CyclesFinishedForCurrentGeneration, 0x50) AT(Cpu, 0x80)
#undef TYPE

#define TYPE TERMINATION_PORT
SIZE(0x10)
AT(Next, 0x0) AT(Port, 0x8)
#undef TYPE
