// Processes, threads and jobs as the executive sees them.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "io.h"

struct _ALPC_PROCESS_CONTEXT {
  EX_PUSH_LOCK Lock;
  LIST_ENTRY ViewListHead;
  ULONG64 PagedPoolQuotaCache;
};

struct _EJOB {
  KEVENT Event;
  LIST_ENTRY JobLinks;
  LIST_ENTRY ProcessListHead;
  ERESOURCE JobLock;
  LARGE_INTEGER TotalUserTime;
  LARGE_INTEGER TotalKernelTime;
  LARGE_INTEGER ThisPeriodTotalUserTime;
  LARGE_INTEGER ThisPeriodTotalKernelTime;
  ULONG TotalPageFaultCount;
  ULONG TotalProcesses;
  ULONG ActiveProcesses;
  ULONG TotalTerminatedProcesses;
  LARGE_INTEGER PerProcessUserTimeLimit;
  LARGE_INTEGER PerJobUserTimeLimit;
  ULONG64 MinimumWorkingSetSize;
  ULONG64 MaximumWorkingSetSize;
  ULONG LimitFlags;
  ULONG ActiveProcessLimit;
  KAFFINITY_EX Affinity;
  UCHAR PriorityClass;
  PJOB_ACCESS_STATE AccessState;
  ULONG UIRestrictionsClass;
  ULONG EndOfJobTimeAction;
  PVOID CompletionPort;
  PVOID CompletionKey;
  ULONG SessionId;
  ULONG SchedulingClass;
  ULONG64 ReadOperationCount;
  ULONG64 WriteOperationCount;
  ULONG64 OtherOperationCount;
  ULONG64 ReadTransferCount;
  ULONG64 WriteTransferCount;
  ULONG64 OtherTransferCount;
  ULONG64 ProcessMemoryLimit;
  ULONG64 JobMemoryLimit;
  ULONG64 PeakProcessMemoryUsed;
  ULONG64 PeakJobMemoryUsed;
  ULONG64 CurrentJobMemoryUsed;
  EX_PUSH_LOCK MemoryLimitsLock;
  LIST_ENTRY JobSetLinks;
  ULONG MemberLevel;
  ULONG JobFlags;
};

struct _EPROCESS {
  KPROCESS Pcb;
  EX_PUSH_LOCK ProcessLock;
  LARGE_INTEGER CreateTime;
  LARGE_INTEGER ExitTime;
  EX_RUNDOWN_REF RundownProtect;
  PVOID UniqueProcessId;
  LIST_ENTRY ActiveProcessLinks;
  ULONG64 ProcessQuotaUsage[2];
  ULONG64 ProcessQuotaPeak[2];
  ULONG64 CommitCharge;
  PEPROCESS_QUOTA_BLOCK QuotaBlock;
  PPS_CPU_QUOTA_BLOCK CpuQuotaBlock;
  ULONG64 PeakVirtualSize;
  ULONG64 VirtualSize;
  LIST_ENTRY SessionProcessLinks;
  PVOID DebugPort;
  union {
    PVOID ExceptionPortData;
    ULONG64 ExceptionPortValue;
    ULONG64 ExceptionPortState : 3;
  };
  PHANDLE_TABLE ObjectTable;
  EX_FAST_REF Token;
  ULONG64 WorkingSetPage;
  EX_PUSH_LOCK AddressCreationLock;
  PETHREAD RotateInProgress;
  PETHREAD ForkInProgress;
  ULONG64 HardwareTrigger;
  PMM_AVL_TABLE PhysicalVadRoot;
  PVOID CloneRoot;
  ULONG64 NumberOfPrivatePages;
  ULONG64 NumberOfLockedPages;
  PVOID Win32Process;
  PEJOB Job;
  PVOID SectionObject;
  PVOID SectionBaseAddress;
  ULONG Cookie;
  ULONG UmsScheduledThreads;
  PPAGEFAULT_HISTORY WorkingSetWatch;
  PVOID Win32WindowStation;
  PVOID InheritedFromUniqueProcessId;
  PVOID LdtInformation;
  PVOID Spare;
  ULONG64 ConsoleHostProcess;
  PVOID DeviceMap;
  PVOID EtwDataSource;
  PVOID FreeTebHint;
  PVOID FreeUmsTebHint;
  union {
    HARDWARE_PTE PageDirectoryPte;
    ULONG64 Filler;
  };
  PVOID Session;
  UCHAR ImageFileName[15];
  UCHAR PriorityClass;
  LIST_ENTRY JobLinks;
  PVOID LockedPagesList;
  LIST_ENTRY ThreadListHead;
  PVOID SecurityPort;
  PVOID Wow64Process;
  ULONG ActiveThreads;
  ULONG ImagePathHash;
  ULONG DefaultHardErrorProcessing;
  LONG LastThreadExitStatus;
  PPEB Peb;
  EX_FAST_REF PrefetchTrace;
  LARGE_INTEGER ReadOperationCount;
  LARGE_INTEGER WriteOperationCount;
  LARGE_INTEGER OtherOperationCount;
  LARGE_INTEGER ReadTransferCount;
  LARGE_INTEGER WriteTransferCount;
  LARGE_INTEGER OtherTransferCount;
  ULONG64 CommitChargeLimit;
  ULONG64 CommitChargePeak;
  PVOID AweInfo;
  SE_AUDIT_PROCESS_CREATION_INFO SeAuditProcessCreationInfo;
  MMSUPPORT Vm;
  LIST_ENTRY MmProcessLinks;
  PVOID HighestUserAddress;
  ULONG ModifiedPageCount;
  union {
    ULONG Flags2;
    struct {
      ULONG JobNotReallyActive : 1;
      ULONG AccountingFolded : 1;
      ULONG NewProcessReported : 1;
      ULONG ExitProcessReported : 1;
      ULONG ReportCommitChanges : 1;
      ULONG LastReportMemory : 1;
      ULONG ReportPhysicalPageChanges : 1;
      ULONG HandleTableRundown : 1;
      ULONG NeedsHandleRundown : 1;
      ULONG RefTraceEnabled : 1;
      ULONG NumaAware : 1;
      ULONG ProtectedProcess : 1;
      ULONG DefaultPagePriority : 3;
      ULONG PrimaryTokenFrozen : 1;
      ULONG ProcessVerifierTarget : 1;
      ULONG StackRandomizationDisabled : 1;
      ULONG AffinityPermanent : 1;
      ULONG AffinityUpdateEnable : 1;
      ULONG PropagateNode : 1;
      ULONG ExplicitAffinity : 1;
    };
  };
  union {
    ULONG Flags;
    struct {
      ULONG CreateReported : 1;
      ULONG NoDebugInherit : 1;
      ULONG ProcessExiting : 1;
      ULONG ProcessDelete : 1;
      ULONG Wow64SplitPages : 1;
      ULONG VmDeleted : 1;
      ULONG OutswapEnabled : 1;
      ULONG Outswapped : 1;
      ULONG ForkFailed : 1;
      ULONG Wow64VaSpace4Gb : 1;
      ULONG AddressSpaceInitialized : 2;
      ULONG SetTimerResolution : 1;
      ULONG BreakOnTermination : 1;
      ULONG DeprioritizeViews : 1;
      ULONG WriteWatch : 1;
      ULONG ProcessInSession : 1;
      ULONG OverrideAddressSpace : 1;
      ULONG HasAddressSpace : 1;
      ULONG LaunchPrefetched : 1;
      ULONG InjectInpageErrors : 1;
      ULONG VmTopDown : 1;
      ULONG ImageNotifyDone : 1;
      ULONG PdeUpdateNeeded : 1;
      ULONG VdmAllowed : 1;
      ULONG CrossSessionCreate : 1;
      ULONG ProcessInserted : 1;
      ULONG DefaultIoPriority : 3;
      ULONG ProcessSelfDelete : 1;
      ULONG SetTimerResolutionLink : 1;
    };
  };
  LONG ExitStatus;
  MM_AVL_TABLE VadRoot;
  ALPC_PROCESS_CONTEXT AlpcContext;
  LIST_ENTRY TimerResolutionLink;
  ULONG RequestedTimerResolution;
  ULONG ActiveThreadsHighWatermark;
  ULONG SmallestTimerResolution;
  PPO_DIAG_STACK_RECORD TimerResolutionStackRecord;
};

struct _ETHREAD {
  KTHREAD Tcb;
  LARGE_INTEGER CreateTime;
  union {
    LARGE_INTEGER ExitTime;
    LIST_ENTRY KeyedWaitChain;
  };
  LONG ExitStatus;
  union {
    LIST_ENTRY PostBlockList;
    struct {
      PVOID ForwardLinkShadow;
      PVOID StartAddress;
    };
  };
  union {
    PTERMINATION_PORT TerminationPort;
    PETHREAD ReaperLink;
    PVOID KeyedWaitValue;
  };
  ULONG64 ActiveTimerListLock;
  LIST_ENTRY ActiveTimerListHead;
  CLIENT_ID Cid;
  union {
    KSEMAPHORE KeyedWaitSemaphore;
    KSEMAPHORE AlpcWaitSemaphore;
  };
  PS_CLIENT_SECURITY_CONTEXT ClientSecurity;
  LIST_ENTRY IrpList;
  ULONG64 TopLevelIrp;
  PDEVICE_OBJECT DeviceToVerify;
  PPSP_CPU_QUOTA_APC CpuQuotaApc;
  PVOID Win32StartAddress;
  PVOID LegacyPowerObject;
  LIST_ENTRY ThreadListEntry;
  EX_RUNDOWN_REF RundownProtect;
  EX_PUSH_LOCK ThreadLock;
  ULONG ReadClusterSize;
  LONG MmLockOrdering;
  union {
    ULONG CrossThreadFlags;
    struct {
      ULONG Terminated : 1;
      ULONG ThreadInserted : 1;
      ULONG HideFromDebugger : 1;
      ULONG ActiveImpersonationInfo : 1;
      ULONG Reserved : 1;
      ULONG HardErrorsAreDisabled : 1;
      ULONG BreakOnTermination : 1;
      ULONG SkipCreationMsg : 1;
      ULONG SkipTerminationMsg : 1;
      ULONG CopyTokenOnOpen : 1;
      ULONG ThreadIoPriority : 3;
      ULONG ThreadPagePriority : 3;
      ULONG RundownFail : 1;
      ULONG NeedsWorkingSetAging : 1;
    };
  };
  union {
    ULONG SameThreadPassiveFlags;
    struct {
      ULONG ActiveExWorker : 1;
      ULONG ExWorkerCanWaitUser : 1;
      ULONG MemoryMaker : 1;
      ULONG ClonedThread : 1;
      ULONG KeyedEventInUse : 1;
      ULONG RateApcState : 2;
      ULONG SelfTerminate : 1;
    };
  };
  union {
    ULONG SameThreadApcFlags;
    struct {
      UCHAR Spare : 1;
      UCHAR StartAddressInvalid : 1;
      UCHAR EtwPageFaultCalloutActive : 1;
      UCHAR OwnsProcessWorkingSetExclusive : 1;
      UCHAR OwnsProcessWorkingSetShared : 1;
      UCHAR OwnsSystemCacheWorkingSetExclusive : 1;
      UCHAR OwnsSystemCacheWorkingSetShared : 1;
      UCHAR OwnsSessionWorkingSetExclusive : 1;
      UCHAR OwnsSessionWorkingSetShared : 1;
      UCHAR OwnsProcessAddressSpaceExclusive : 1;
      UCHAR OwnsProcessAddressSpaceShared : 1;
      UCHAR SuppressSymbolLoad : 1;
      UCHAR Prefetching : 1;
      UCHAR OwnsDynamicMemoryShared : 1;
      UCHAR OwnsChangeControlAreaExclusive : 1;
      UCHAR OwnsChangeControlAreaShared : 1;
      UCHAR OwnsPagedPoolWorkingSetExclusive : 1;
      UCHAR OwnsPagedPoolWorkingSetShared : 1;
      UCHAR OwnsSystemPtesWorkingSetExclusive : 1;
      UCHAR OwnsSystemPtesWorkingSetShared : 1;
      UCHAR TrimTrigger : 2;
      UCHAR Spare1 : 2;
      UCHAR PriorityRegionActive;
    };
  };
  UCHAR CacheManagerActive;
  UCHAR DisablePageFaultClustering;
  UCHAR ActiveFaultCount;
  UCHAR LockOrderState;
  ULONG64 AlpcMessageId;
  union {
    PVOID AlpcMessage;
    ULONG AlpcReceiveAttributeSet;
  };
  LIST_ENTRY AlpcWaitListEntry;
  ULONG CacheManagerCount;
  ULONG IoBoostCount;
  ULONG64 IrpListLock;
  PVOID ReservedForSynchTracking;
  SINGLE_LIST_ENTRY CmCallbackListHead;
};

union _PSP_CPU_SHARE_CAPTURED_WEIGHT_DATA {
  struct {
    ULONG CapturedCpuShareWeight;
    ULONG CapturedTotalWeight;
  };
  LONG64 CombinedData;
};

struct DECLSPEC_ALIGN(16) _PS_PER_CPU_QUOTA_CACHE_AWARE {
  LIST_ENTRY SortedListEntry;
  LIST_ENTRY IdleOnlyListHead;
  ULONG64 CycleBaseAllowance;
  LONG64 CyclesRemaining;
  ULONG CurrentGeneration;
};

struct _PS_CPU_QUOTA_BLOCK {
  union {
    LIST_ENTRY ListEntry;
    struct {
      ULONG64 BlockCurrentGenerationLock;
      ULONG64 CyclesAccumulated;
    };
  };
  ULONG SessionId;
  ULONG CpuShareWeight;
  PSP_CPU_SHARE_CAPTURED_WEIGHT_DATA CapturedWeightData;
  union {
    struct {
      ULONG DuplicateInputMarker : 1;
      ULONG Reserved : 31;
    };
    LONG MiscFlags;
  };
  DECLSPEC_ALIGN(32) ULONG64 CycleCredit;
  ULONG BlockCurrentGeneration;
  ULONG CpuCyclePercent;
  UCHAR CyclesFinishedForCurrentGeneration;
  DECLSPEC_ALIGN(64) PS_PER_CPU_QUOTA_CACHE_AWARE Cpu[256];
};

struct _TERMINATION_PORT {
  PTERMINATION_PORT Next;
  PVOID Port;
};
