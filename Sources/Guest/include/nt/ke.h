// Dispatcher objects, threads and processes as the scheduler sees them, DPCs, timers, interrupts.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "amd64.h"

typedef enum _HARDWARE_COUNTER_TYPE {
  PMCCounter = 0,
  MaxHardwareCounterType = 1,
} HARDWARE_COUNTER_TYPE;

typedef enum _KINTERRUPT_MODE {
  LevelSensitive = 0,
  Latched = 1,
} KINTERRUPT_MODE;

typedef enum _KINTERRUPT_POLARITY {
  InterruptPolarityUnknown = 0,
  InterruptActiveHigh = 1,
  InterruptActiveLow = 2,
} KINTERRUPT_POLARITY;

struct _KAFFINITY_EX {
  USHORT Count;
  USHORT Size;
  ULONG Reserved;
  ULONG64 Bitmap[4];
};

struct DECLSPEC_ALIGN(64) _ALIGNED_AFFINITY_SUMMARY {
  KAFFINITY_EX CpuSet;
  KAFFINITY_EX SMTSet;
};

struct _CACHED_KSTACK_LIST {
  SLIST_HEADER SListHead;
  LONG MinimumFree;
  ULONG Misses;
  ULONG MissesLast;
  ULONG Pad0;
};

struct _COUNTER_READING {
  HARDWARE_COUNTER_TYPE Type;
  ULONG Index;
  ULONG64 Start;
  ULONG64 Total;
};

struct _DISPATCHER_HEADER {
  union {
    struct {
      UCHAR Type;
      union {
        UCHAR TimerControlFlags;
        struct {
          UCHAR Absolute : 1;
          UCHAR Coalescable : 1;
          UCHAR KeepShifting : 1;
          UCHAR EncodedTolerableDelay : 5;
        };
        UCHAR Abandoned;
        UCHAR Signalling;
      };
      union {
        UCHAR ThreadControlFlags;
        struct {
          UCHAR CpuThrottled : 1;
          UCHAR CycleProfiling : 1;
          UCHAR CounterProfiling : 1;
          UCHAR Reserved : 5;
        };
        UCHAR Hand;
        UCHAR Size;
      };
      union {
        UCHAR TimerMiscFlags;
        struct {
          UCHAR Index : 6;
          UCHAR Inserted : 1;
          UCHAR Expired : 1;
        };
        UCHAR DebugActive;
        struct {
          UCHAR ActiveDR7 : 1;
          UCHAR Instrumented : 1;
          UCHAR Reserved2 : 4;
          UCHAR UmsScheduled : 1;
          UCHAR UmsPrimary : 1;
        };
        UCHAR DpcActive;
      };
    };
    LONG Lock;
  };
  LONG SignalState;
  LIST_ENTRY WaitListHead;
};

struct _KEVENT {
  DISPATCHER_HEADER Header;
};

struct _FAST_MUTEX {
  LONG Count;
  PKTHREAD Owner;
  ULONG Contention;
  KEVENT Event;
  ULONG OldIrql;
};

struct _KAFFINITY_ENUMERATION_CONTEXT {
  PKAFFINITY_EX Affinity;
  ULONG64 CurrentMask;
  USHORT CurrentIndex;
};

struct _KAPC {
  UCHAR Type;
  UCHAR SpareByte0;
  UCHAR Size;
  UCHAR SpareByte1;
  ULONG SpareLong0;
  PKTHREAD Thread;
  LIST_ENTRY ApcListEntry;
  PVOID KernelRoutine;
  PVOID RundownRoutine;
  PVOID NormalRoutine;
  PVOID NormalContext;
  PVOID SystemArgument1;
  PVOID SystemArgument2;
  UCHAR ApcStateIndex;
  UCHAR ApcMode;
  UCHAR Inserted;
};

struct _KAPC_STATE {
  LIST_ENTRY ApcListHead[2];
  PKPROCESS Process;
  UCHAR KernelApcInProgress;
  UCHAR KernelApcPending;
  UCHAR UserApcPending;
};

union _KBUGCHECK_ACTIVE_STATE {
  struct {
    ULONG BugCheckState : 2;
    ULONG RecursionCount : 2;
    ULONG BugCheckOwner : 28;
  };
  LONG Value;
};

struct _KDEVICE_QUEUE {
  SHORT Type;
  SHORT Size;
  LIST_ENTRY DeviceListHead;
  ULONG64 Lock;
  union {
    UCHAR Busy;
    struct {
      LONG64 Reserved : 8;
      LONG64 Hint : 56;
    };
  };
};

struct _KDEVICE_QUEUE_ENTRY {
  LIST_ENTRY DeviceListEntry;
  ULONG SortKey;
  UCHAR Inserted;
};

struct _KDPC {
  UCHAR Type;
  UCHAR Importance;
  USHORT Number;
  LIST_ENTRY DpcListEntry;
  PKDEFERRED_ROUTINE DeferredRoutine;
  PVOID DeferredContext;
  PVOID SystemArgument1;
  PVOID SystemArgument2;
  PVOID DpcData;
};

struct _KDPC_DATA {
  LIST_ENTRY DpcListHead;
  ULONG64 DpcLock;
  LONG DpcQueueDepth;
  ULONG DpcCount;
};

struct _KERNEL_STACK_SEGMENT {
  ULONG64 StackBase;
  ULONG64 StackLimit;
  ULONG64 KernelStack;
  ULONG64 InitialStack;
  ULONG64 ActualLimit;
};

struct _KERNEL_STACK_CONTROL {
  KERNEL_STACK_SEGMENT Current;
  KERNEL_STACK_SEGMENT Previous;
};

union _KEXECUTE_OPTIONS {
  struct {
    UCHAR ExecuteDisable : 1;
    UCHAR ExecuteEnable : 1;
    UCHAR DisableThunkEmulation : 1;
    UCHAR Permanent : 1;
    UCHAR ExecuteDispatchEnable : 1;
    UCHAR ImageDispatchEnable : 1;
    UCHAR DisableExceptionChainValidation : 1;
    UCHAR Spare : 1;
  };
  UCHAR ExecuteOptions;
};

struct _KGATE {
  DISPATCHER_HEADER Header;
};

struct _KGUARDED_MUTEX {
  LONG Count;
  PKTHREAD Owner;
  ULONG Contention;
  KGATE Gate;
  union {
    struct {
      SHORT KernelApcDisable;
      SHORT SpecialApcDisable;
    };
    ULONG CombinedApcDisable;
  };
};

struct _KINTERRUPT {
  SHORT Type;
  SHORT Size;
  LIST_ENTRY InterruptListEntry;
  PVOID ServiceRoutine;
  PVOID MessageServiceRoutine;
  ULONG MessageIndex;
  PVOID ServiceContext;
  ULONG64 SpinLock;
  ULONG TickCount;
  PULONG64 ActualLock;
  PVOID DispatchAddress;
  ULONG Vector;
  UCHAR Irql;
  UCHAR SynchronizeIrql;
  UCHAR FloatingSave;
  UCHAR Connected;
  ULONG Number;
  UCHAR ShareVector;
  UCHAR Pad[3];
  KINTERRUPT_MODE Mode;
  KINTERRUPT_POLARITY Polarity;
  ULONG ServiceCount;
  ULONG DispatchCount;
  ULONG64 Rsvd1;
  PKTRAP_FRAME TrapFrame;
  PVOID Reserved;
  ULONG DispatchCode[4];
};

struct _KSPIN_LOCK_QUEUE {
  PKSPIN_LOCK_QUEUE Next;
  PULONG64 Lock;
};

struct _KLOCK_QUEUE_HANDLE {
  KSPIN_LOCK_QUEUE LockQueue;
  UCHAR OldIrql;
};

struct _KMUTANT {
  DISPATCHER_HEADER Header;
  LIST_ENTRY MutantListEntry;
  PKTHREAD OwnerThread;
  UCHAR Abandoned;
  UCHAR ApcDisable;
};

struct _flags {
  UCHAR Removable : 1;
  UCHAR GroupAssigned : 1;
  UCHAR GroupCommitted : 1;
  UCHAR GroupAssignmentFixed : 1;
  UCHAR Fill : 4;
};

struct DECLSPEC_ALIGN(32) _KNODE {
  SLIST_HEADER PagedPoolSListHead;
  SLIST_HEADER NonPagedPoolSListHead[3];
  GROUP_AFFINITY Affinity;
  ULONG ProximityId;
  USHORT NodeNumber;
  USHORT PrimaryNodeNumber;
  UCHAR MaximumProcessors;
  UCHAR Color;
  flags Flags;
  UCHAR NodePad0;
  ULONG Seed;
  ULONG MmShiftedColor;
  ULONG64 FreeCount[2];
  ULONG Right;
  ULONG Left;
  CACHED_KSTACK_LIST CachedKernelStacks;
  LONG ParkLock;
  ULONG NodePad1;
};

union _KSTACK_COUNT {
  LONG Value;
  struct {
    ULONG State : 3;
    ULONG StackCount : 29;
  };
};

struct _KPROCESS {
  DISPATCHER_HEADER Header;
  LIST_ENTRY ProfileListHead;
  ULONG64 DirectoryTableBase;
  LIST_ENTRY ThreadListHead;
  ULONG64 ProcessLock;
  KAFFINITY_EX Affinity;
  LIST_ENTRY ReadyListHead;
  SINGLE_LIST_ENTRY SwapListEntry;
  KAFFINITY_EX ActiveProcessors;
  union {
    struct {
      LONG AutoAlignment : 1;
      LONG DisableBoost : 1;
      LONG DisableQuantum : 1;
      LONG : 4;
      LONG ReservedFlags : 25;
    };
    ULONG : 3;
    ULONG ActiveGroupsMask : 4;
    LONG ProcessFlags;
  };
  CHAR BasePriority;
  CHAR QuantumReset;
  UCHAR Visited;
  UCHAR Unused3;
  ULONG ThreadSeed[4];
  USHORT IdealNode[4];
  USHORT IdealGlobalNode;
  KEXECUTE_OPTIONS Flags;
  UCHAR Unused1;
  ULONG Unused2;
  ULONG Unused4;
  KSTACK_COUNT StackCount;
  LIST_ENTRY ProcessListEntry;
  ULONG64 CycleTime;
  ULONG KernelTime;
  ULONG UserTime;
  PVOID InstrumentationCallback;
  KGDTENTRY64 LdtSystemDescriptor;
  PVOID LdtBaseAddress;
  KGUARDED_MUTEX LdtProcessLock;
  USHORT LdtFreeSelectorHint;
  USHORT LdtTableLength;
};

struct _KQUEUE {
  DISPATCHER_HEADER Header;
  LIST_ENTRY EntryListHead;
  ULONG CurrentCount;
  ULONG MaximumCount;
  LIST_ENTRY ThreadListHead;
};

struct _KSEMAPHORE {
  DISPATCHER_HEADER Header;
  LONG Limit;
};

struct _KSTACK_AREA {
  KERNEL_STACK_CONTROL StackControl;
  XSAVE_FORMAT NpxFrame;
};

struct _KTIMER {
  DISPATCHER_HEADER Header;
  ULARGE_INTEGER DueTime;
  LIST_ENTRY TimerListEntry;
  PKDPC Dpc;
  ULONG Processor;
  ULONG Period;
};

struct _KWAIT_BLOCK {
  LIST_ENTRY WaitListEntry;
  PKTHREAD Thread;
  PVOID Object;
  PKWAIT_BLOCK NextWaitBlock;
  USHORT WaitKey;
  UCHAR WaitType;
  UCHAR BlockState;
  LONG SpareLong;
};

union _KWAIT_STATUS_REGISTER {
  UCHAR Flags;
  struct {
    UCHAR State : 2;
    UCHAR Affinity : 1;
    UCHAR Priority : 1;
    UCHAR Apc : 1;
    UCHAR UserApc : 1;
    UCHAR Alert : 1;
    UCHAR Unused : 1;
  };
};

struct _KTHREAD {
  DISPATCHER_HEADER Header;
  ULONG64 CycleTime;
  ULONG64 QuantumTarget;
  PVOID InitialStack;
  PVOID StackLimit;
  PVOID KernelStack;
  ULONG64 ThreadLock;
  KWAIT_STATUS_REGISTER WaitRegister;
  UCHAR Running;
  UCHAR Alerted[2];
  union {
    struct {
      ULONG KernelStackResident : 1;
      ULONG ReadyTransition : 1;
      ULONG ProcessReadyQueue : 1;
      ULONG WaitNext : 1;
      ULONG SystemAffinityActive : 1;
      ULONG Alertable : 1;
      ULONG GdiFlushActive : 1;
      ULONG UserStackWalkActive : 1;
      ULONG ApcInterruptRequest : 1;
      ULONG ForceDeferSchedule : 1;
      ULONG QuantumEndMigrate : 1;
      ULONG UmsDirectedSwitchEnable : 1;
      ULONG TimerActive : 1;
      ULONG SystemThread : 1;
      ULONG Reserved : 18;
    };
    LONG MiscFlags;
  };
  union {
    KAPC_STATE ApcState;
    struct {
      UCHAR ApcStateFill[43];
      CHAR Priority;
      ULONG NextProcessor;
    };
  };
  ULONG DeferredProcessor;
  ULONG64 ApcQueueLock;
  LONG64 WaitStatus;
  PKWAIT_BLOCK WaitBlockList;
  union {
    LIST_ENTRY WaitListEntry;
    SINGLE_LIST_ENTRY SwapListEntry;
  };
  PKQUEUE Queue;
  PVOID Teb;
  KTIMER Timer;
  union {
    struct {
      ULONG AutoAlignment : 1;
      ULONG DisableBoost : 1;
      ULONG EtwStackTraceApc1Inserted : 1;
      ULONG EtwStackTraceApc2Inserted : 1;
      ULONG CalloutActive : 1;
      ULONG ApcQueueable : 1;
      ULONG EnableStackSwap : 1;
      ULONG GuiThread : 1;
      ULONG UmsPerformingSyscall : 1;
      ULONG VdmSafe : 1;
      ULONG UmsDispatched : 1;
      ULONG ReservedFlags : 21;
    };
    LONG ThreadFlags;
  };
  ULONG Spare0;
  union {
    KWAIT_BLOCK WaitBlock[4];
    struct {
      UCHAR WaitBlockFill4[44];
      ULONG ContextSwitches;
    };
    struct {
      UCHAR WaitBlockFill5[92];
      UCHAR State;
      UCHAR NpxState;
      UCHAR WaitIrql;
      CHAR WaitMode;
    };
    struct {
      UCHAR WaitBlockFill6[140];
      ULONG WaitTime;
    };
    struct {
      UCHAR WaitBlockFill7[168];
      PVOID TebMappedLowVa;
      PUMS_CONTROL_BLOCK Ucb;
      UCHAR Gap1C0[4];
      ULONG CombinedApcDisable;
    };
    struct {
      UCHAR WaitBlockFill8[188];
      SHORT KernelApcDisable;
      SHORT SpecialApcDisable;
    };
  };
  LIST_ENTRY QueueListEntry;
  PKTRAP_FRAME TrapFrame;
  PVOID FirstArgument;
  union {
    PVOID CallbackStack;
    ULONG64 CallbackDepth;
  };
  UCHAR ApcStateIndex;
  CHAR BasePriority;
  union {
    CHAR PriorityDecrement;
    struct {
      UCHAR ForegroundBoost : 4;
      UCHAR UnusualBoost : 4;
    };
  };
  UCHAR Preempted;
  UCHAR AdjustReason;
  UCHAR AdjustIncrement;
  CHAR PreviousMode;
  UCHAR Saturation;
  ULONG SystemCallNumber;
  ULONG FreezeCount;
  GROUP_AFFINITY UserAffinity;
  PKPROCESS Process;
  GROUP_AFFINITY Affinity;
  ULONG IdealProcessor;
  ULONG UserIdealProcessor;
  PKAPC_STATE ApcStatePointer[2];
  union {
    KAPC_STATE SavedApcState;
    struct {
      UCHAR SavedApcStateFill[43];
      UCHAR WaitReason;
      UCHAR SuspendCount;
      UCHAR Spare1;
      UCHAR CodePatchInProgress;
    };
  };
  PVOID Win32Thread;
  PVOID StackBase;
  union {
    KAPC SuspendApc;
    struct {
      UCHAR SuspendApcFill0[1];
      UCHAR ResourceIndex;
    };
    struct {
      UCHAR SuspendApcFill1[3];
      UCHAR QuantumReset;
    };
    struct {
      UCHAR SuspendApcFill2[4];
      ULONG KernelTime;
    };
    struct {
      UCHAR SuspendApcFill3[64];
      PKPRCB WaitPrcb;
    };
    struct {
      UCHAR SuspendApcFill4[72];
      PVOID LegoData;
    };
    struct {
      UCHAR SuspendApcFill5[83];
      UCHAR LargeStack;
      ULONG UserTime;
    };
  };
  union {
    KSEMAPHORE SuspendSemaphore;
    struct {
      UCHAR SuspendSemaphorefill[28];
      ULONG SListFaultCount;
    };
  };
  LIST_ENTRY ThreadListEntry;
  LIST_ENTRY MutantListHead;
  PVOID SListFaultAddress;
  LONG64 ReadOperationCount;
  LONG64 WriteOperationCount;
  LONG64 OtherOperationCount;
  LONG64 ReadTransferCount;
  LONG64 WriteTransferCount;
  LONG64 OtherTransferCount;
  PKTHREAD_COUNTERS ThreadCounters;
  PXSTATE_SAVE XStateSave;
};

struct _KTHREAD_COUNTERS {
  ULONG64 WaitReasonBitMap;
  PTHREAD_PERFORMANCE_DATA UserData;
  ULONG Flags;
  ULONG ContextSwitches;
  ULONG64 CycleTimeBias;
  ULONG64 HardwareCounters;
  COUNTER_READING HwCounter[16];
};

struct _KTIMER_TABLE_ENTRY {
  ULONG64 Lock;
  LIST_ENTRY Entry;
  ULARGE_INTEGER Time;
};

struct _KTIMER_TABLE {
  PKTIMER TimerExpiry[64];
  KTIMER_TABLE_ENTRY TimerEntries[256];
};

struct _KUMS_CONTEXT_HEADER {
  ULONG64 P1Home;
  ULONG64 P2Home;
  ULONG64 P3Home;
  ULONG64 P4Home;
  PVOID StackTop;
  ULONG64 StackSize;
  ULONG64 RspOffset;
  ULONG64 Rip;
  PXSAVE_FORMAT FltSave;
  union {
    struct {
      ULONG64 Volatile : 1;
      ULONG64 Reserved : 63;
    };
    ULONG64 Flags;
  };
  PKTRAP_FRAME TrapFrame;
  PKEXCEPTION_FRAME ExceptionFrame;
  PKTHREAD SourceThread;
  ULONG64 Return;
};
