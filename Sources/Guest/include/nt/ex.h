// The executive's pool, lookaside lists, resources, handle tables and work items.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "ke.h"

typedef enum _POOL_TYPE {
  NonPagedPool = 0,
  PagedPool = 1,
  NonPagedPoolMustSucceed = 2,
  DontUseThisType = 3,
  NonPagedPoolCacheAligned = 4,
  PagedPoolCacheAligned = 5,
  NonPagedPoolCacheAlignedMustS = 6,
  MaxPoolType = 7,
  NonPagedPoolSession = 32,
  PagedPoolSession = 33,
  NonPagedPoolMustSucceedSession = 34,
  DontUseThisTypeSession = 35,
  NonPagedPoolCacheAlignedSession = 36,
  PagedPoolCacheAlignedSession = 37,
  NonPagedPoolCacheAlignedMustSSession = 38,
} POOL_TYPE;

typedef union EX_QUEUE_WORKER_INFO {
  struct {
    ULONG QueueDisabled : 1;
    ULONG MakeThreadsAsNecessary : 1;
    ULONG WaitMode : 1;
    ULONG WorkerCount : 29;
  };
  LONG QueueWorkerInfo;
} EX_QUEUE_WORKER_INFO;

struct _OWNER_ENTRY {
  ULONG64 OwnerThread;
  union {
    struct {
      ULONG IoPriorityBoosted : 1;
      ULONG OwnerReferenced : 1;
      ULONG OwnerCount : 30;
    };
    ULONG TableSize;
  };
};

struct _ERESOURCE {
  LIST_ENTRY SystemResourcesList;
  POWNER_ENTRY OwnerTable;
  SHORT ActiveCount;
  USHORT Flag;
  PKSEMAPHORE SharedWaiters;
  PKEVENT ExclusiveWaiters;
  OWNER_ENTRY OwnerEntry;
  ULONG ActiveEntries;
  ULONG ContentionCount;
  ULONG NumberOfSharedWaiters;
  ULONG NumberOfExclusiveWaiters;
  PVOID Reserved2;
  union {
    PVOID Address;
    ULONG64 CreatorBackTraceIndex;
  };
  ULONG64 SpinLock;
};

struct _ETIMER {
  KTIMER KeTimer;
  KAPC TimerApc;
  KDPC TimerDpc;
  LIST_ENTRY ActiveTimerListEntry;
  ULONG64 Lock;
  LONG Period;
  UCHAR ApcAssociated;
  PDIAGNOSTIC_CONTEXT WakeReason;
  LIST_ENTRY WakeTimerListEntry;
};

struct _EX_PUSH_LOCK_CACHE_AWARE {
  PEX_PUSH_LOCK Locks[32];
};

struct DECLSPEC_ALIGN(16) _EX_PUSH_LOCK_WAIT_BLOCK {
  KEVENT WakeEvent;
  PEX_PUSH_LOCK_WAIT_BLOCK Next;
  PEX_PUSH_LOCK_WAIT_BLOCK Last;
  PEX_PUSH_LOCK_WAIT_BLOCK Previous;
  LONG ShareCount;
  LONG Flags;
};

struct _EX_WORK_QUEUE {
  KQUEUE WorkerQueue;
  ULONG DynamicThreadCount;
  ULONG WorkItemsProcessed;
  ULONG WorkItemsProcessedLastPass;
  ULONG QueueDepthLastPass;
  EX_QUEUE_WORKER_INFO Info;
};

struct DECLSPEC_ALIGN(64) _GENERAL_LOOKASIDE {
  union {
    SLIST_HEADER ListHead;
    SINGLE_LIST_ENTRY SingleListHead;
  };
  USHORT Depth;
  USHORT MaximumDepth;
  ULONG TotalAllocates;
  union {
    ULONG AllocateMisses;
    ULONG AllocateHits;
  };
  ULONG TotalFrees;
  union {
    ULONG FreeMisses;
    ULONG FreeHits;
  };
  POOL_TYPE Type;
  ULONG Tag;
  ULONG Size;
  union {
    PVOID AllocateEx;
    PVOID Allocate;
  };
  union {
    PVOID FreeEx;
    PVOID Free;
  };
  LIST_ENTRY ListEntry;
  ULONG LastTotalAllocates;
  union {
    ULONG LastAllocateMisses;
    ULONG LastAllocateHits;
  };
  ULONG Future[2];
};

struct _GENERAL_LOOKASIDE_POOL {
  union {
    SLIST_HEADER ListHead;
    SINGLE_LIST_ENTRY SingleListHead;
  };
  USHORT Depth;
  USHORT MaximumDepth;
  ULONG TotalAllocates;
  union {
    ULONG AllocateMisses;
    ULONG AllocateHits;
  };
  ULONG TotalFrees;
  union {
    ULONG FreeMisses;
    ULONG FreeHits;
  };
  POOL_TYPE Type;
  ULONG Tag;
  ULONG Size;
  union {
    PVOID AllocateEx;
    PVOID Allocate;
  };
  union {
    PVOID FreeEx;
    PVOID Free;
  };
  LIST_ENTRY ListEntry;
  ULONG LastTotalAllocates;
  union {
    ULONG LastAllocateMisses;
    ULONG LastAllocateHits;
  };
  ULONG Future[2];
};

struct _HANDLE_TABLE {
  ULONG64 TableCode;
  PEPROCESS QuotaProcess;
  PVOID UniqueProcessId;
  EX_PUSH_LOCK HandleLock;
  LIST_ENTRY HandleTableList;
  EX_PUSH_LOCK HandleContentionEvent;
  PHANDLE_TRACE_DEBUG_INFO DebugInfo;
  LONG ExtraInfoPages;
  union {
    ULONG Flags;
    UCHAR StrictFIFO : 1;
  };
  ULONG FirstFreeHandle;
  PHANDLE_TABLE_ENTRY LastFreeHandleEntry;
  ULONG HandleCount;
  ULONG NextHandleNeedingPool;
  ULONG HandleCountHighWatermark;
};

struct _HANDLE_TABLE_ENTRY {
  union {
    PVOID Object;
    PHANDLE_TABLE_ENTRY_INFO InfoTable;
    ULONG64 Value;
    ULONG ObAttributes;
  };
  union {
    ULONG GrantedAccess;
    ULONG NextFreeTableEntry;
    struct {
      USHORT GrantedAccessIndex;
      USHORT CreatorBackTraceIndex;
    };
  };
};

struct _HANDLE_TABLE_ENTRY_INFO {
  ULONG AuditMask;
};

struct _HANDLE_TRACE_DB_ENTRY {
  CLIENT_ID ClientId;
  PVOID Handle;
  ULONG Type;
  PVOID StackTrace[16];
};

struct _HANDLE_TRACE_DEBUG_INFO {
  LONG RefCount;
  ULONG TableSize;
  ULONG BitMaskFlags;
  FAST_MUTEX CloseCompactionLock;
  ULONG CurrentStackIndex;
  HANDLE_TRACE_DB_ENTRY TraceDb[1];
};

struct _LOOKASIDE_LIST_EX {
  GENERAL_LOOKASIDE_POOL L;
};

struct _NPAGED_LOOKASIDE_LIST {
  GENERAL_LOOKASIDE L;
};

struct _PAGED_LOOKASIDE_LIST {
  GENERAL_LOOKASIDE L;
};

struct _PHYSICAL_MEMORY_RUN {
  ULONG64 BasePage;
  ULONG64 PageCount;
};

struct _PHYSICAL_MEMORY_DESCRIPTOR {
  ULONG NumberOfRuns;
  ULONG64 NumberOfPages;
  PHYSICAL_MEMORY_RUN Run[1];
};

struct _POOL_HEADER {
  union {
    struct {
      ULONG PreviousSize : 8;
      ULONG PoolIndex : 8;
      ULONG BlockSize : 8;
      ULONG PoolType : 8;
    };
    ULONG Ulong1;
  };
  ULONG PoolTag;
  union {
    PEPROCESS ProcessBilled;
    struct {
      USHORT AllocatorBackTraceIndex;
      USHORT PoolTagHash;
    };
  };
};

struct _POOL_BLOCK_HEAD {
  POOL_HEADER Header;
  LIST_ENTRY List;
};

struct _POOL_DESCRIPTOR {
  POOL_TYPE PoolType;
  union {
    KGUARDED_MUTEX PagedLock;
    ULONG64 NonPagedLock;
  };
  LONG RunningAllocs;
  LONG RunningDeAllocs;
  LONG TotalBigPages;
  LONG ThreadsProcessingDeferrals;
  ULONG64 TotalBytes;
  DECLSPEC_ALIGN(64) ULONG PoolIndex;
  DECLSPEC_ALIGN(64) LONG TotalPages;
  DECLSPEC_ALIGN(64) PVOID *PendingFrees;
  LONG PendingFreeDepth;
  DECLSPEC_ALIGN(64) LIST_ENTRY ListHeads[256];
};

struct _POOL_HACKER {
  POOL_HEADER Header;
  ULONG Contents[8];
};

struct _POOL_TRACKER_BIG_PAGES {
  PVOID Va;
  ULONG Key;
  ULONG PoolType;
  ULONG64 NumberOfBytes;
};

struct _POOL_TRACKER_TABLE {
  LONG Key;
  LONG NonPagedAllocs;
  LONG NonPagedFrees;
  ULONG64 NonPagedBytes;
  ULONG PagedAllocs;
  ULONG PagedFrees;
  ULONG64 PagedBytes;
};

struct _PP_LOOKASIDE_LIST {
  PGENERAL_LOOKASIDE P;
  PGENERAL_LOOKASIDE L;
};

struct _WORK_QUEUE_ITEM {
  LIST_ENTRY List;
  PVOID WorkerRoutine;
  PVOID Parameter;
};
