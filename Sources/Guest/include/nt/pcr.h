// The processor control region and block: what stands at GS in kernel mode.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "mm.h"

typedef enum _PROCESSOR_CACHE_TYPE {
  CacheUnified = 0,
  CacheInstruction = 1,
  CacheData = 2,
  CacheTrace = 3,
} PROCESSOR_CACHE_TYPE;

typedef enum _PROC_HYPERVISOR_STATE {
  ProcHypervisorNone = 0,
  ProcHypervisorPresent = 1,
  ProcHypervisorPower = 2,
} PROC_HYPERVISOR_STATE;

struct _CACHE_DESCRIPTOR {
  UCHAR Level;
  UCHAR Associativity;
  USHORT LineSize;
  ULONG Size;
  PROCESSOR_CACHE_TYPE Type;
};

struct _PPM_FFH_THROTTLE_STATE_INFO {
  UCHAR EnableLogging;
  ULONG MismatchCount;
  UCHAR Initialized;
  ULONG64 LastValue;
  LARGE_INTEGER LastLogTickCount;
};

struct _PROC_IDLE_SNAP {
  ULONG64 Time;
  ULONG64 Idle;
};

struct _PROCESSOR_POWER_STATE {
  PPPM_IDLE_STATES IdleStates;
  ULONG64 IdleTimeLast;
  ULONG64 IdleTimeTotal;
  ULONG64 IdleTimeEntry;
  PPROC_IDLE_ACCOUNTING IdleAccounting;
  PROC_HYPERVISOR_STATE Hypervisor;
  ULONG PerfHistoryTotal;
  UCHAR ThermalConstraint;
  UCHAR PerfHistoryCount;
  UCHAR PerfHistorySlot;
  UCHAR Reserved;
  ULONG LastSysTime;
  ULONG64 WmiDispatchPtr;
  LONG WmiInterfaceEnabled;
  PPM_FFH_THROTTLE_STATE_INFO FFHThrottleStateInfo;
  KDPC PerfActionDpc;
  LONG PerfActionMask;
  PROC_IDLE_SNAP IdleCheck;
  PROC_IDLE_SNAP PerfCheck;
  PPROC_PERF_DOMAIN Domain;
  PPROC_PERF_CONSTRAINT PerfConstraint;
  PPROC_PERF_LOAD Load;
  PPROC_HISTORY_ENTRY PerfHistory;
  ULONG Utility;
  ULONG OverUtilizedHistory;
  ULONG AffinityCount;
  ULONG AffinityHistory;
};

struct _KREQUEST_PACKET {
  PVOID CurrentPacket[3];
  PVOID WorkerRoutine;
};

struct DECLSPEC_ALIGN(32) _REQUEST_MAILBOX {
  PREQUEST_MAILBOX Next;
  LONG64 RequestSummary;
  KREQUEST_PACKET RequestPacket;
};

struct _KPRCB {
  ULONG MxCsr;
  UCHAR LegacyNumber;
  UCHAR ReservedMustBeZero;
  UCHAR InterruptRequest;
  UCHAR IdleHalt;
  PKTHREAD CurrentThread;
  PKTHREAD NextThread;
  PKTHREAD IdleThread;
  UCHAR NestingLevel;
  UCHAR PrcbPad00[3];
  ULONG Number;
  ULONG64 RspBase;
  ULONG64 PrcbLock;
  ULONG64 PrcbPad01;
  KPROCESSOR_STATE ProcessorState;
  UCHAR CpuType;
  UCHAR CpuID;
  union {
    USHORT CpuStep;
    struct {
      UCHAR CpuStepping;
      UCHAR CpuModel;
    };
  };
  ULONG MHz;
  ULONG64 HalReserved[8];
  USHORT MinorVersion;
  USHORT MajorVersion;
  UCHAR BuildType;
  UCHAR CpuVendor;
  UCHAR CoresPerPhysicalProcessor;
  UCHAR LogicalProcessorsPerCore;
  ULONG ApicMask;
  ULONG CFlushSize;
  PVOID AcpiReserved;
  ULONG InitialApicId;
  ULONG Stride;
  USHORT Group;
  ULONG64 GroupSetMember;
  UCHAR GroupIndex;
  KSPIN_LOCK_QUEUE LockQueue[17];
  PP_LOOKASIDE_LIST PPLookasideList[16];
  GENERAL_LOOKASIDE_POOL PPNPagedLookasideList[32];
  GENERAL_LOOKASIDE_POOL PPPagedLookasideList[32];
  LONG PacketBarrier;
  SINGLE_LIST_ENTRY DeferredReadyListHead;
  LONG MmPageFaultCount;
  LONG MmCopyOnWriteCount;
  LONG MmTransitionCount;
  LONG MmDemandZeroCount;
  LONG MmPageReadCount;
  LONG MmPageReadIoCount;
  LONG MmDirtyPagesWriteCount;
  LONG MmDirtyWriteIoCount;
  LONG MmMappedPagesWriteCount;
  LONG MmMappedWriteIoCount;
  ULONG KeSystemCalls;
  ULONG KeContextSwitches;
  ULONG CcFastReadNoWait;
  ULONG CcFastReadWait;
  ULONG CcFastReadNotPossible;
  ULONG CcCopyReadNoWait;
  ULONG CcCopyReadWait;
  ULONG CcCopyReadNoWaitMiss;
  LONG LookasideIrpFloat;
  LONG IoReadOperationCount;
  LONG IoWriteOperationCount;
  LONG IoOtherOperationCount;
  LARGE_INTEGER IoReadTransferCount;
  LARGE_INTEGER IoWriteTransferCount;
  LARGE_INTEGER IoOtherTransferCount;
  LONG TargetCount;
  ULONG IpiFrozen;
  DECLSPEC_ALIGN(128) KDPC_DATA DpcData[2];
  PVOID DpcStack;
  LONG MaximumDpcQueueDepth;
  ULONG DpcRequestRate;
  ULONG MinimumDpcRate;
  ULONG DpcLastCount;
  UCHAR ThreadDpcEnable;
  UCHAR QuantumEnd;
  UCHAR DpcRoutineActive;
  UCHAR IdleSchedule;
  union {
    LONG DpcRequestSummary;
    SHORT DpcRequestSlot[2];
    struct {
      SHORT NormalDpcState;
      union {
        USHORT DpcThreadActive : 1;
        SHORT ThreadDpcState;
      };
    };
  };
  ULONG TimerHand;
  LONG MasterOffset;
  ULONG LastTick;
  ULONG UnusedPad;
  ULONG64 PrcbPad50[2];
  KTIMER_TABLE TimerTable;
  KGATE DpcGate;
  PVOID PrcbPad52;
  KDPC CallDpc;
  LONG ClockKeepAlive;
  UCHAR ClockCheckSlot;
  UCHAR ClockPollCycle;
  USHORT NmiActive;
  LONG DpcWatchdogPeriod;
  LONG DpcWatchdogCount;
  ULONG64 TickOffset;
  LONG KeSpinLockOrdering;
  ULONG PrcbPad70;
  LIST_ENTRY WaitListHead;
  ULONG64 WaitLock;
  ULONG ReadySummary;
  ULONG QueueIndex;
  KDPC TimerExpirationDpc;
  ULONG64 PrcbPad72[4];
  LIST_ENTRY DispatcherReadyListHead[32];
  ULONG InterruptCount;
  ULONG KernelTime;
  ULONG UserTime;
  ULONG DpcTime;
  ULONG InterruptTime;
  ULONG AdjustDpcThreshold;
  UCHAR DebuggerSavedIRQL;
  UCHAR PrcbPad80[7];
  ULONG DpcTimeCount;
  ULONG DpcTimeLimit;
  ULONG PeriodicCount;
  ULONG PeriodicBias;
  ULONG AvailableTime;
  ULONG KeExceptionDispatchCount;
  PKNODE ParentNode;
  ULONG64 StartCycles;
  ULONG64 PrcbPad82[3];
  LONG MmSpinLockOrdering;
  ULONG PageColor;
  ULONG NodeColor;
  ULONG NodeShiftedColor;
  ULONG SecondaryColorMask;
  ULONG PrcbPad83;
  ULONG64 CycleTime;
  ULONG CcFastMdlReadNoWait;
  ULONG CcFastMdlReadWait;
  ULONG CcFastMdlReadNotPossible;
  ULONG CcMapDataNoWait;
  ULONG CcMapDataWait;
  ULONG CcPinMappedDataCount;
  ULONG CcPinReadNoWait;
  ULONG CcPinReadWait;
  ULONG CcMdlReadNoWait;
  ULONG CcMdlReadWait;
  ULONG CcLazyWriteHotSpots;
  ULONG CcLazyWriteIos;
  ULONG CcLazyWritePages;
  ULONG CcDataFlushes;
  ULONG CcDataPages;
  ULONG CcLostDelayedWrites;
  ULONG CcFastReadResourceMiss;
  ULONG CcCopyReadWaitMiss;
  ULONG CcFastMdlReadResourceMiss;
  ULONG CcMapDataNoWaitMiss;
  ULONG CcMapDataWaitMiss;
  ULONG CcPinReadNoWaitMiss;
  ULONG CcPinReadWaitMiss;
  ULONG CcMdlReadNoWaitMiss;
  ULONG CcMdlReadWaitMiss;
  ULONG CcReadAheadIos;
  LONG MmCacheTransitionCount;
  LONG MmCacheReadCount;
  LONG MmCacheIoCount;
  ULONG PrcbPad91[1];
  ULONG64 RuntimeAccumulation;
  PROCESSOR_POWER_STATE PowerState;
  UCHAR PrcbPad92[16];
  ULONG KeAlignmentFixupCount;
  KDPC DpcWatchdogDpc;
  KTIMER DpcWatchdogTimer;
  CACHE_DESCRIPTOR Cache[5];
  ULONG CacheCount;
  ULONG CachedCommit;
  ULONG CachedResidentAvailable;
  PVOID HyperPte;
  PVOID WheaInfo;
  PVOID EtwSupport;
  SLIST_HEADER InterruptObjectPool;
  SLIST_HEADER HypercallPageList;
  PVOID HypercallPageVirtual;
  PVOID VirtualApicAssist;
  PULONG64 StatisticsPage;
  PVOID RateControl;
  ULONG64 CacheProcessorMask[5];
  KAFFINITY_EX PackageProcessorSet;
  ULONG64 CoreProcessorSet;
  PVOID PebsIndexAddress;
  ULONG64 PrcbPad93[12];
  ULONG SpinLockAcquireCount;
  ULONG SpinLockContentionCount;
  ULONG SpinLockSpinCount;
  ULONG IpiSendRequestBroadcastCount;
  ULONG IpiSendRequestRoutineCount;
  ULONG IpiSendSoftwareInterruptCount;
  ULONG ExInitializeResourceCount;
  ULONG ExReInitializeResourceCount;
  ULONG ExDeleteResourceCount;
  ULONG ExecutiveResourceAcquiresCount;
  ULONG ExecutiveResourceContentionsCount;
  ULONG ExecutiveResourceReleaseExclusiveCount;
  ULONG ExecutiveResourceReleaseSharedCount;
  ULONG ExecutiveResourceConvertsCount;
  ULONG ExAcqResExclusiveAttempts;
  ULONG ExAcqResExclusiveAcquiresExclusive;
  ULONG ExAcqResExclusiveAcquiresExclusiveRecursive;
  ULONG ExAcqResExclusiveWaits;
  ULONG ExAcqResExclusiveNotAcquires;
  ULONG ExAcqResSharedAttempts;
  ULONG ExAcqResSharedAcquiresExclusive;
  ULONG ExAcqResSharedAcquiresShared;
  ULONG ExAcqResSharedAcquiresSharedRecursive;
  ULONG ExAcqResSharedWaits;
  ULONG ExAcqResSharedNotAcquires;
  ULONG ExAcqResSharedStarveExclusiveAttempts;
  ULONG ExAcqResSharedStarveExclusiveAcquiresExclusive;
  ULONG ExAcqResSharedStarveExclusiveAcquiresShared;
  ULONG ExAcqResSharedStarveExclusiveAcquiresSharedRecursive;
  ULONG ExAcqResSharedStarveExclusiveWaits;
  ULONG ExAcqResSharedStarveExclusiveNotAcquires;
  ULONG ExAcqResSharedWaitForExclusiveAttempts;
  ULONG ExAcqResSharedWaitForExclusiveAcquiresExclusive;
  ULONG ExAcqResSharedWaitForExclusiveAcquiresShared;
  ULONG ExAcqResSharedWaitForExclusiveAcquiresSharedRecursive;
  ULONG ExAcqResSharedWaitForExclusiveWaits;
  ULONG ExAcqResSharedWaitForExclusiveNotAcquires;
  ULONG ExSetResOwnerPointerExclusive;
  ULONG ExSetResOwnerPointerSharedNew;
  ULONG ExSetResOwnerPointerSharedOld;
  ULONG ExTryToAcqExclusiveAttempts;
  ULONG ExTryToAcqExclusiveAcquires;
  ULONG ExBoostExclusiveOwner;
  ULONG ExBoostSharedOwners;
  ULONG ExEtwSynchTrackingNotificationsCount;
  ULONG ExEtwSynchTrackingNotificationsAccountedCount;
  UCHAR VendorString[13];
  UCHAR PrcbPad10[3];
  ULONG FeatureBits;
  LARGE_INTEGER UpdateSignature;
  PCONTEXT Context;
  ULONG ContextFlags;
  PXSAVE_AREA ExtendedState;
  DECLSPEC_ALIGN(32) PREQUEST_MAILBOX Mailbox;
  DECLSPEC_ALIGN(128) REQUEST_MAILBOX RequestMailbox[1];
};

struct _KPCR {
  union {
    NT_TIB NtTib;
    struct {
      PKGDTENTRY64 GdtBase;
      PKTSS64 TssBase;
      ULONG64 UserRsp;
      PKPCR Self;
      PKPRCB CurrentPrcb;
      PKSPIN_LOCK_QUEUE LockArray;
      PVOID Used_Self;
    };
  };
  PKIDTENTRY64 IdtBase;
  ULONG64 Unused[2];
  UCHAR Irql;
  UCHAR SecondLevelCacheAssociativity;
  UCHAR ObsoleteNumber;
  UCHAR Fill0;
  ULONG Unused0[3];
  USHORT MajorVersion;
  USHORT MinorVersion;
  ULONG StallScaleFactor;
  PVOID Unused1[3];
  ULONG KernelReserved[15];
  ULONG SecondLevelCacheSize;
  ULONG HalReserved[16];
  ULONG Unused2;
  PVOID KdVersionBlock;
  PVOID Unused3;
  ULONG PcrAlign1[24];
  KPRCB Prcb;
};

struct _PPM_IDLE_STATE {
  KAFFINITY_EX DomainMembers;
  PVOID IdleCheck;
  PVOID IdleHandler;
  ULONG64 HvConfig;
  PVOID Context;
  ULONG Latency;
  ULONG Power;
  ULONG TimeCheck;
  ULONG StateFlags;
  UCHAR PromotePercent;
  UCHAR DemotePercent;
  UCHAR PromotePercentBase;
  UCHAR DemotePercentBase;
  UCHAR StateType;
};

struct _PPM_IDLE_STATES {
  ULONG Count;
  union {
    ULONG AsULONG;
    struct {
      ULONG AllowScaling : 1;
      ULONG Disabled : 1;
      ULONG HvMaxCState : 4;
      ULONG Reserved : 26;
    };
  } Flags;
  ULONG TargetState;
  ULONG ActualState;
  ULONG OldState;
  KAFFINITY_EX TargetProcessors;
  PPM_IDLE_STATE State[1];
};

struct _PPM_PERF_STATE {
  ULONG Frequency;
  ULONG Power;
  UCHAR PercentFrequency;
  UCHAR IncreaseLevel;
  UCHAR DecreaseLevel;
  UCHAR Type;
  ULONG64 Control;
  ULONG64 Status;
  ULONG TotalHitCount;
  ULONG DesiredCount;
};

struct _PPM_PERF_STATES {
  ULONG Count;
  ULONG MaxFrequency;
  ULONG PStateCap;
  ULONG TStateCap;
  ULONG MaxPerfState;
  ULONG MinPerfState;
  ULONG LowestPState;
  ULONG IncreaseTime;
  ULONG DecreaseTime;
  UCHAR BusyAdjThreshold;
  UCHAR Reserved;
  UCHAR ThrottleStatesOnly;
  UCHAR PolicyType;
  ULONG TimerInterval;
  union {
    ULONG AsULONG;
    struct {
      ULONG IncreasePolicy : 2;
      ULONG DecreasePolicy : 2;
      ULONG Reserved : 28;
    };
  } Flags;
  KAFFINITY_EX TargetProcessors;
  PVOID PStateHandler;
  ULONG64 PStateContext;
  PVOID TStateHandler;
  ULONG64 TStateContext;
  PVOID FeedbackHandler;
  PVOID GetFFHThrottleState;
  PPM_PERF_STATE State[1];
};

struct _PROC_HISTORY_ENTRY {
  USHORT Utility;
  UCHAR Frequency;
  UCHAR Reserved;
};

struct _PROC_IDLE_STATE_BUCKET {
  ULONG64 TotalTime;
  ULONG64 MinTime;
  ULONG64 MaxTime;
  ULONG Count;
};

struct _PROC_IDLE_STATE_ACCOUNTING {
  ULONG64 TotalTime;
  ULONG IdleTransitions;
  ULONG FailedTransitions;
  ULONG InvalidBucketIndex;
  ULONG64 MinTime;
  ULONG64 MaxTime;
  PROC_IDLE_STATE_BUCKET IdleTimeBuckets[16];
};

struct _PROC_IDLE_ACCOUNTING {
  ULONG StateCount;
  ULONG TotalTransitions;
  ULONG ResetCount;
  ULONG64 StartTime;
  ULONG64 BucketLimits[16];
  PROC_IDLE_STATE_ACCOUNTING State[1];
};

struct _PROC_PERF_CONSTRAINT {
  PKPRCB Prcb;
  ULONG64 PerfContext;
  ULONG PercentageCap;
  ULONG ThermalCap;
  ULONG TargetFrequency;
  ULONG AcumulatedFullFrequency;
  ULONG AcumulatedZeroFrequency;
  ULONG FrequencyHistoryTotal;
  ULONG AverageFrequency;
};

struct _PROC_PERF_DOMAIN {
  LIST_ENTRY Link;
  PKPRCB Master;
  KAFFINITY_EX Members;
  PVOID FeedbackHandler;
  PVOID GetFFHThrottleState;
  PVOID BoostPolicyHandler;
  PVOID PerfSelectionHandler;
  PVOID PerfHandler;
  PPROC_PERF_CONSTRAINT Processors;
  ULONG64 PerfChangeTime;
  ULONG ProcessorCount;
  ULONG PreviousFrequencyMhz;
  ULONG CurrentFrequencyMhz;
  ULONG PreviousFrequency;
  ULONG CurrentFrequency;
  ULONG CurrentPerfContext;
  ULONG DesiredFrequency;
  ULONG MaxFrequency;
  ULONG MinPerfPercent;
  ULONG MinThrottlePercent;
  ULONG MaxPercent;
  ULONG MinPercent;
  ULONG ConstrainedMaxPercent;
  ULONG ConstrainedMinPercent;
  UCHAR Coordination;
  LONG PerfChangeIntervalCount;
};

struct _PROC_PERF_LOAD {
  UCHAR BusyPercentage;
  UCHAR FrequencyPercentage;
};
