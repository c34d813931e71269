// Page table entries, page frames, address descriptors, sections.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "ex.h"

typedef enum _MMLISTS {
  ZeroedPageList = 0,
  FreePageList = 1,
  StandbyPageList = 2,
  ModifiedPageList = 3,
  ModifiedNoWritePageList = 4,
  BadPageList = 5,
  ActiveAndValid = 6,
  TransitionPage = 7,
} MMLISTS;

typedef enum _IO_SESSION_STATE {
  IoSessionStateCreated = 1,
  IoSessionStateInitialized = 2,
  IoSessionStateConnected = 3,
  IoSessionStateDisconnected = 4,
  IoSessionStateDisconnectedLoggedOn = 5,
  IoSessionStateLoggedOn = 6,
  IoSessionStateLoggedOff = 7,
  IoSessionStateTerminated = 8,
  IoSessionStateMax = 9,
} IO_SESSION_STATE;

struct _MMSECTION_FLAGS {
  ULONG BeingDeleted : 1;
  ULONG BeingCreated : 1;
  ULONG BeingPurged : 1;
  ULONG NoModifiedWriting : 1;
  ULONG FailAllIo : 1;
  ULONG Image : 1;
  ULONG Based : 1;
  ULONG File : 1;
  ULONG Networked : 1;
  ULONG Rom : 1;
  ULONG PhysicalMemory : 1;
  ULONG CopyOnWrite : 1;
  ULONG Reserve : 1;
  ULONG Commit : 1;
  ULONG Accessed : 1;
  ULONG WasPurged : 1;
  ULONG UserReference : 1;
  ULONG GlobalMemory : 1;
  ULONG DeleteOnClose : 1;
  ULONG FilePointerNull : 1;
  ULONG GlobalOnlyPerSession : 1;
  ULONG SetMappedFileIoComplete : 1;
  ULONG CollidedFlush : 1;
  ULONG NoChange : 1;
  ULONG Spare : 1;
  ULONG UserWritable : 1;
  ULONG PreferredNode : 6;
};

struct _CONTROL_AREA {
  PSEGMENT Segment;
  LIST_ENTRY DereferenceList;
  ULONG64 NumberOfSectionReferences;
  ULONG64 NumberOfPfnReferences;
  ULONG64 NumberOfMappedViews;
  ULONG64 NumberOfUserReferences;
  union {
    ULONG LongFlags;
    MMSECTION_FLAGS Flags;
  } u;
  ULONG FlushInProgressCount;
  EX_FAST_REF FilePointer;
  LONG ControlAreaLock;
  union {
    ULONG ModifiedWriteCount;
    ULONG StartingFrame;
  };
  PMI_SECTION_CREATION_GATE WaitingForDeletion;
  struct {
    struct {
      union {
        ULONG NumberOfSystemCacheViews;
        ULONG ImageRelocationStartBit;
      };
      union {
        LONG WritableUserReferences;
        struct {
          ULONG ImageRelocationSizeIn64k : 16;
          ULONG Unused : 14;
          ULONG BitMap64 : 1;
          ULONG ImageActive : 1;
        };
      };
      union {
        PMM_SUBSECTION_AVL_TABLE SubsectionRoot;
        PMI_IMAGE_SECURITY_REFERENCE SeImageStub;
      };
    } e2;
  } u2;
  LONG64 LockedPages;
  LIST_ENTRY ViewList;
};

struct _MDL {
  PMDL Next;
  SHORT Size;
  SHORT MdlFlags;
  PEPROCESS Process;
  PVOID MappedSystemVa;
  PVOID StartVa;
  ULONG ByteCount;
  ULONG ByteOffset;
};

struct _MI_EXTRA_IMAGE_INFORMATION {
  ULONG SizeOfHeaders;
  ULONG SizeOfImage;
};

struct _MI_SECTION_CREATION_GATE {
  PMI_SECTION_CREATION_GATE Next;
  KGATE Gate;
};

struct _SECTION_IMAGE_INFORMATION {
  PVOID TransferAddress;
  ULONG ZeroBits;
  ULONG64 MaximumStackSize;
  ULONG64 CommittedStackSize;
  ULONG SubSystemType;
  union {
    struct {
      USHORT SubSystemMinorVersion;
      USHORT SubSystemMajorVersion;
    };
    ULONG SubSystemVersion;
  };
  ULONG GpValue;
  USHORT ImageCharacteristics;
  USHORT DllCharacteristics;
  USHORT Machine;
  UCHAR ImageContainsCode;
  union {
    UCHAR ImageFlags;
    struct {
      UCHAR ComPlusNativeReady : 1;
      UCHAR ComPlusILOnly : 1;
      UCHAR ImageDynamicallyRelocated : 1;
      UCHAR ImageMappedFlat : 1;
      UCHAR Reserved : 4;
    };
  };
  ULONG LoaderFlags;
  ULONG ImageFileSize;
  ULONG CheckSum;
};

struct _MI_SECTION_IMAGE_INFORMATION {
  SECTION_IMAGE_INFORMATION ExportedImageInformation;
  MI_EXTRA_IMAGE_INFORMATION InternalImageInformation;
};

struct _MMPTE_HARDWARE {
  ULONG64 Valid : 1;
  ULONG64 Dirty1 : 1;
  ULONG64 Owner : 1;
  ULONG64 WriteThrough : 1;
  ULONG64 CacheDisable : 1;
  ULONG64 Accessed : 1;
  ULONG64 Dirty : 1;
  ULONG64 LargePage : 1;
  ULONG64 Global : 1;
  ULONG64 CopyOnWrite : 1;
  ULONG64 Unused : 1;
  ULONG64 Write : 1;
  ULONG64 PageFrameNumber : 36;
  ULONG64 reserved1 : 4;
  ULONG64 SoftwareWsIndex : 11;
  ULONG64 NoExecute : 1;
};

struct _MMPTE_LIST {
  ULONG64 Valid : 1;
  ULONG64 OneEntry : 1;
  ULONG64 filler0 : 3;
  ULONG64 Protection : 5;
  ULONG64 Prototype : 1;
  ULONG64 Transition : 1;
  ULONG64 filler1 : 20;
  ULONG64 NextEntry : 32;
};

union _MMPTE_PROTOTYPE {
  struct {
    ULONG64 Valid : 1;
    ULONG64 Unused0 : 7;
    ULONG64 ReadOnly : 1;
    ULONG64 Unused1 : 1;
    ULONG64 Prototype : 1;
    ULONG64 Protection : 5;
  };
  LONG64 : 16;
  LONG64 ProtoAddress : 48;
};

struct _MMPTE_SOFTWARE {
  ULONG64 Valid : 1;
  ULONG64 PageFileLow : 4;
  ULONG64 Protection : 5;
  ULONG64 Prototype : 1;
  ULONG64 Transition : 1;
  ULONG64 UsedPageTableEntries : 10;
  ULONG64 InStore : 1;
  ULONG64 Reserved : 9;
  ULONG64 PageFileHigh : 32;
};

union _MMPTE_SUBSECTION {
  struct {
    ULONG64 Valid : 1;
    ULONG64 Unused0 : 4;
    ULONG64 Protection : 5;
    ULONG64 Prototype : 1;
    ULONG64 Unused1 : 5;
  };
  LONG64 : 16;
  LONG64 SubsectionAddress : 48;
};

struct _MMPTE_TIMESTAMP {
  ULONG64 MustBeZero : 1;
  ULONG64 PageFileLow : 4;
  ULONG64 Protection : 5;
  ULONG64 Prototype : 1;
  ULONG64 Transition : 1;
  ULONG64 Reserved : 20;
  ULONG64 GlobalTimeStamp : 32;
};

struct _MMPTE_TRANSITION {
  ULONG64 Valid : 1;
  ULONG64 Write : 1;
  ULONG64 Owner : 1;
  ULONG64 WriteThrough : 1;
  ULONG64 CacheDisable : 1;
  ULONG64 Protection : 5;
  ULONG64 Prototype : 1;
  ULONG64 Transition : 1;
  ULONG64 PageFrameNumber : 36;
  ULONG64 Unused : 16;
};

struct _MMPTE {
  union {
    ULONG64 Long;
    ULONG64 VolatileLong;
    MMPTE_HARDWARE Hard;
    HARDWARE_PTE Flush;
    MMPTE_PROTOTYPE Proto;
    MMPTE_SOFTWARE Soft;
    MMPTE_TIMESTAMP TimeStamp;
    MMPTE_TRANSITION Trans;
    MMPTE_SUBSECTION Subsect;
    MMPTE_LIST List;
  } u;
};

struct _MI_SPECIAL_POOL_PTE_LIST {
  MMPTE FreePteHead;
  MMPTE FreePteTail;
};

struct _MI_SPECIAL_POOL {
  PMMPTE PteBase;
  ULONG64 Lock;
  MI_SPECIAL_POOL_PTE_LIST Paged;
  MI_SPECIAL_POOL_PTE_LIST NonPaged;
  LONG64 PagesInUse;
  RTL_BITMAP SpecialPoolPdes;
};

struct _MI_SYSTEM_PTE_TYPE {
  RTL_BITMAP Bitmap;
  ULONG Flags;
  ULONG Hint;
  PMMPTE BasePte;
  PULONG FailureCount;
  PMMSUPPORT Vm;
  LONG TotalSystemPtes;
  LONG TotalFreeSystemPtes;
  LONG CachedPteCount;
  ULONG PteFailures;
  union {
    ULONG64 SpinLock;
    PKGUARDED_MUTEX GlobalMutex;
  };
};

struct _MI_VERIFIER_POOL_HEADER {
  PVI_POOL_ENTRY VerifierPoolEntry;
};

struct _MMSECURE_FLAGS {
  ULONG ReadOnly : 1;
  ULONG NoWrite : 1;
  ULONG Spare : 10;
};

struct _MMADDRESS_LIST {
  union {
    MMSECURE_FLAGS Flags;
    PVOID StartVa;
  } u1;
  PVOID EndVa;
};

struct _MMADDRESS_NODE {
  union {
    LONG64 Balance : 2;
    PMMADDRESS_NODE Parent;
  } u1;
  PMMADDRESS_NODE LeftChild;
  PMMADDRESS_NODE RightChild;
  ULONG64 StartingVpn;
  ULONG64 EndingVpn;
};

struct _MMBANKED_SECTION {
  ULONG64 BasePhysicalPage;
  PMMPTE BasedPte;
  ULONG BankSize;
  ULONG BankShift;
  PVOID BankedRoutine;
  PVOID Context;
  PMMPTE CurrentMappedPte;
  MMPTE BankTemplate[1];
};

struct _MMEXTEND_INFO {
  ULONG64 CommittedSize;
  ULONG ReferenceCount;
};

struct _MMPAGING_FILE {
  ULONG64 Size;
  ULONG64 MaximumSize;
  ULONG64 MinimumSize;
  ULONG64 FreeSpace;
  ULONG64 PeakUsage;
  ULONG64 HighestPage;
  PFILE_OBJECT File;
  PMMMOD_WRITER_MDL_ENTRY Entry[2];
  UNICODE_STRING PageFileName;
  PRTL_BITMAP Bitmap;
  PRTL_BITMAP EvictStoreBitmap;
  ULONG BitmapHint;
  ULONG LastAllocationSize;
  ULONG ToBeEvictedCount;
  USHORT PageFileNumber : 4;
  USHORT BootPartition : 1;
  USHORT Spare0 : 11;
  USHORT AdriftMdls : 1;
  USHORT Spare1 : 15;
  PVOID FileHandle;
  ULONG64 Lock;
  PETHREAD LockOwner;
};

struct _MMPFNENTRY {
  UCHAR PageLocation : 3;
  UCHAR WriteInProgress : 1;
  UCHAR Modified : 1;
  UCHAR ReadInProgress : 1;
  UCHAR CacheAttribute : 2;
  UCHAR Priority : 3;
  UCHAR Rom : 1;
  UCHAR InPageError : 1;
  UCHAR KernelStack : 1;
  UCHAR RemovalRequested : 1;
  UCHAR ParityError : 1;
};

struct _MMPFN {
  union {
    ULONG64 Flink;
    PKEVENT Event;
    PVOID Next;
    PVOID VolatileNext;
    PKTHREAD KernelStackOwner;
    SINGLE_LIST_ENTRY NextStackPfn;
    ULONG WsIndex;
  } u1;
  union {
    ULONG64 Blink;
    PMMPTE ImageProtoPte;
    ULONG64 ShareCount;
  } u2;
  union {
    PMMPTE PteAddress;
    PVOID VolatilePteAddress;
    ULONG64 PteLong;
    LONG Lock;
  };
  union {
    struct {
      USHORT ReferenceCount;
      MMPFNENTRY e1;
    };
    struct {
      union {
        USHORT ReferenceCount;
        SHORT VolatileReferenceCount;
      };
      USHORT ShortFlags;
    } e2;
  } u3;
  USHORT UsedPageTableEntries;
  UCHAR VaType;
  UCHAR ViewCount;
  union {
    MMPTE OriginalPte;
    LONG AweReferenceCount;
  };
  struct {
    ULONG64 PteFrame : 52;
    ULONG64 Unused : 3;
    ULONG64 PfnImageVerified : 1;
    ULONG64 AweAllocation : 1;
    ULONG64 PrototypePte : 1;
    ULONG64 PageColor : 6;
  } u4;
};

struct _MMPFNLIST {
  ULONG64 Total;
  MMLISTS ListName;
  ULONG64 Flink;
  ULONG64 Blink;
  ULONG64 Lock;
};

struct _MMSESSION {
  KGUARDED_MUTEX SystemSpaceViewLock;
  PKGUARDED_MUTEX SystemSpaceViewLockPointer;
  PMMVIEW SystemSpaceViewTable;
  ULONG SystemSpaceHashSize;
  ULONG SystemSpaceHashEntries;
  ULONG SystemSpaceHashKey;
  ULONG BitmapFailures;
};

struct _MMSUBSECTION_FLAGS {
  USHORT SubsectionAccessed : 1;
  USHORT Protection : 5;
  USHORT StartingSector4132 : 10;
  USHORT SubsectionStatic : 1;
  USHORT GlobalMemory : 1;
  USHORT DirtyPages : 1;
  USHORT Spare : 1;
  USHORT SectorEndOffset : 12;
};

struct _MMSUBSECTION_NODE {
  union {
    ULONG LongFlags;
    MMSUBSECTION_FLAGS SubsectionFlags;
  } u;
  ULONG StartingSector;
  ULONG NumberOfFullSectors;
  union {
    LONG64 Balance : 2;
    PMMSUBSECTION_NODE Parent;
  } u1;
  PMMSUBSECTION_NODE LeftChild;
  PMMSUBSECTION_NODE RightChild;
};

struct _MMSUPPORT_FLAGS {
  UCHAR WorkingSetType : 3;
  UCHAR ModwriterAttached : 1;
  UCHAR TrimHard : 1;
  UCHAR MaximumWorkingSetHard : 1;
  UCHAR ForceTrim : 1;
  UCHAR MinimumWorkingSetHard : 1;
  UCHAR SessionMaster : 1;
  UCHAR TrimmerState : 2;
  UCHAR Reserved : 1;
  UCHAR PageStealers : 4;
  UCHAR MemoryPriority : 8;
  UCHAR WsleDeleted : 1;
  UCHAR VmExiting : 1;
  UCHAR ExpansionFailed : 1;
  UCHAR Available : 5;
};

struct _MMSUPPORT {
  EX_PUSH_LOCK WorkingSetMutex;
  PKGATE ExitGate;
  PVOID AccessLog;
  LIST_ENTRY WorkingSetExpansionLinks;
  ULONG AgeDistribution[7];
  ULONG MinimumWorkingSetSize;
  ULONG WorkingSetSize;
  ULONG WorkingSetPrivateSize;
  ULONG MaximumWorkingSetSize;
  ULONG ChargedWslePages;
  ULONG ActualWslePages;
  ULONG WorkingSetSizeOverhead;
  ULONG PeakWorkingSetSize;
  ULONG HardFaultCount;
  PMMWSL VmWorkingSetList;
  USHORT NextPageColor;
  USHORT LastTrimStamp;
  ULONG PageFaultCount;
  ULONG RepurposeCount;
  ULONG Spare[2];
  MMSUPPORT_FLAGS Flags;
};

struct _MMVAD_FLAGS {
  ULONG64 CommitCharge : 51;
  ULONG64 NoChange : 1;
  ULONG64 VadType : 3;
  ULONG64 MemCommit : 1;
  ULONG64 Protection : 5;
  ULONG64 Spare : 2;
  ULONG64 PrivateMemory : 1;
};

struct _MMVAD_FLAGS2 {
  ULONG FileOffset : 24;
  ULONG SecNoChange : 1;
  ULONG OneSecured : 1;
  ULONG MultipleSecured : 1;
  ULONG Spare : 1;
  ULONG LongVad : 1;
  ULONG ExtendableFile : 1;
  ULONG Inherit : 1;
  ULONG CopyOnWrite : 1;
};

struct _MMVAD_FLAGS3 {
  ULONG64 PreferredNode : 6;
  ULONG64 Teb : 1;
  ULONG64 Spare : 1;
  ULONG64 SequentialAccess : 1;
  ULONG64 LastSequentialTrim : 15;
  ULONG64 Spare2 : 8;
  ULONG64 LargePageCreating : 1;
  ULONG64 Spare3 : 31;
};

struct _MMVAD {
  union {
    LONG64 Balance : 2;
    PMMVAD Parent;
  } u1;
  PMMVAD LeftChild;
  PMMVAD RightChild;
  ULONG64 StartingVpn;
  ULONG64 EndingVpn;
  union {
    ULONG64 LongFlags;
    MMVAD_FLAGS VadFlags;
  } u;
  EX_PUSH_LOCK PushLock;
  union {
    ULONG64 LongFlags3;
    MMVAD_FLAGS3 VadFlags3;
  } u5;
  union {
    ULONG LongFlags2;
    MMVAD_FLAGS2 VadFlags2;
  } u2;
  union {
    PSUBSECTION Subsection;
    PMSUBSECTION MappedSubsection;
  };
  PMMPTE FirstPrototypePte;
  PMMPTE LastContiguousPte;
  LIST_ENTRY ViewLinks;
  PEPROCESS VadsProcess;
};

struct _MMVAD_LONG {
  union {
    LONG64 Balance : 2;
    PMMVAD Parent;
  } u1;
  PMMVAD LeftChild;
  PMMVAD RightChild;
  ULONG64 StartingVpn;
  ULONG64 EndingVpn;
  union {
    ULONG64 LongFlags;
    MMVAD_FLAGS VadFlags;
  } u;
  EX_PUSH_LOCK PushLock;
  union {
    ULONG64 LongFlags3;
    MMVAD_FLAGS3 VadFlags3;
  } u5;
  union {
    ULONG LongFlags2;
    MMVAD_FLAGS2 VadFlags2;
  } u2;
  PSUBSECTION Subsection;
  PMMPTE FirstPrototypePte;
  PMMPTE LastContiguousPte;
  LIST_ENTRY ViewLinks;
  PEPROCESS VadsProcess;
  union {
    LIST_ENTRY List;
    MMADDRESS_LIST Secured;
  } u3;
  union {
    PMMBANKED_SECTION Banked;
    PMMEXTEND_INFO ExtendedInfo;
  } u4;
};

struct _MMVAD_SHORT {
  union {
    LONG64 Balance : 2;
    PMMVAD Parent;
  } u1;
  PMMVAD LeftChild;
  PMMVAD RightChild;
  ULONG64 StartingVpn;
  ULONG64 EndingVpn;
  union {
    ULONG64 LongFlags;
    MMVAD_FLAGS VadFlags;
  } u;
  EX_PUSH_LOCK PushLock;
  union {
    ULONG64 LongFlags3;
    MMVAD_FLAGS3 VadFlags3;
  } u5;
};

struct _MMVIEW {
  ULONG64 Entry;
  union {
    ULONG64 Writable : 1;
    PCONTROL_AREA ControlArea;
  };
  LIST_ENTRY ViewLinks;
  PVOID SessionViewVa;
  ULONG SessionId;
};

struct _MMWSL {
  ULONG FirstFree;
  ULONG FirstDynamic;
  ULONG LastEntry;
  ULONG NextSlot;
  PMMWSLE Wsle;
  PVOID LowestPagableAddress;
  ULONG LastInitializedWsle;
  ULONG NextAgingSlot;
  ULONG NumberOfCommittedPageTables;
  ULONG VadBitMapHint;
  ULONG NonDirectCount;
  ULONG LastVadBit;
  ULONG MaximumLastVadBit;
  ULONG LastAllocationSizeHint;
  ULONG LastAllocationSize;
  PMMWSLE_NONDIRECT_HASH NonDirectHash;
  PMMWSLE_HASH HashTableStart;
  PMMWSLE_HASH HighestPermittedHashAddress;
  ULONG MaximumUserPageTablePages;
  ULONG MaximumUserPageDirectoryPages;
  PULONG CommittedPageTables;
  ULONG NumberOfCommittedPageDirectories;
  ULONG64 CommittedPageDirectories[128];
  ULONG NumberOfCommittedPageDirectoryParents;
  ULONG64 CommittedPageDirectoryParents[1];
};

struct _MMWSLENTRY {
  ULONG64 Valid : 1;
  ULONG64 Spare : 1;
  ULONG64 Hashed : 1;
  ULONG64 Direct : 1;
  ULONG64 Protection : 5;
  ULONG64 Age : 3;
  ULONG64 VirtualPageNumber : 52;
};

struct _MMWSLE_FREE_ENTRY {
  ULONG64 MustBeZero : 1;
  ULONG64 PreviousFree : 31;
  ULONG64 NextFree : 32;
};

struct _MMWSLE {
  union {
    PVOID VirtualAddress;
    ULONG64 Long;
    MMWSLENTRY e1;
    MMWSLE_FREE_ENTRY e2;
  } u1;
};

struct _MMWSLE_HASH {
  ULONG Index;
};

struct _MMWSLE_NONDIRECT_HASH {
  PVOID Key;
  ULONG Index;
};

struct _MM_AVL_TABLE {
  MMADDRESS_NODE BalancedRoot;
  ULONG64 DepthOfTree : 5;
  ULONG64 Unused : 3;
  ULONG64 NumberGenericTableElements : 56;
  PVOID NodeHint;
  PVOID NodeFreeHint;
};

struct _MM_DRIVER_VERIFIER_DATA {
  ULONG Level;
  ULONG RaiseIrqls;
  ULONG AcquireSpinLocks;
  ULONG SynchronizeExecutions;
  ULONG AllocationsAttempted;
  ULONG AllocationsSucceeded;
  ULONG AllocationsSucceededSpecialPool;
  ULONG AllocationsWithNoTag;
  ULONG TrimRequests;
  ULONG Trims;
  ULONG AllocationsFailed;
  ULONG AllocationsFailedDeliberately;
  ULONG Loads;
  ULONG Unloads;
  ULONG UnTrackedPool;
  ULONG UserTrims;
  ULONG CurrentPagedPoolAllocations;
  ULONG CurrentNonPagedPoolAllocations;
  ULONG PeakPagedPoolAllocations;
  ULONG PeakNonPagedPoolAllocations;
  ULONG64 PagedBytes;
  ULONG64 NonPagedBytes;
  ULONG64 PeakPagedBytes;
  ULONG64 PeakNonPagedBytes;
  ULONG BurstAllocationsFailedDeliberately;
  ULONG SessionTrims;
  ULONG OptionChanges;
  ULONG VerifyMode;
  UNICODE_STRING PreviousBucketName;
  ULONG ActivityCounter;
  ULONG PreviousActivityCounter;
  ULONG WorkerTrimRequests;
};

struct _MM_PAGED_POOL_INFO {
  KGUARDED_MUTEX Mutex;
  RTL_BITMAP PagedPoolAllocationMap;
  PMMPTE FirstPteForPagedPool;
  ULONG PagedPoolHint;
  ULONG64 PagedPoolCommit;
  ULONG64 AllocatedPagedPool;
};

struct _MM_SESSION_SPACE_FLAGS {
  ULONG Initialized : 1;
  ULONG DeletePending : 1;
  ULONG PoolInitialized : 1;
  ULONG DynamicVaInitialized : 1;
  ULONG WsInitialized : 1;
  ULONG PoolDestroyed : 1;
  ULONG ObjectInitialized : 1;
  ULONG Filler : 25;
};

struct _MM_SESSION_SPACE {
  LONG ReferenceCount;
  union {
    ULONG LongFlags;
    MM_SESSION_SPACE_FLAGS Flags;
  } u;
  ULONG SessionId;
  LONG ProcessReferenceToSession;
  LIST_ENTRY ProcessList;
  LARGE_INTEGER LastProcessSwappedOutTime;
  ULONG64 SessionPageDirectoryIndex;
  ULONG64 NonPagablePages;
  ULONG64 CommittedPages;
  PVOID PagedPoolStart;
  PVOID PagedPoolEnd;
  PVOID SessionObject;
  PVOID SessionObjectHandle;
  LONG ResidentProcessCount;
  ULONG SessionPoolAllocationFailures[4];
  LIST_ENTRY ImageList;
  ULONG LocaleId;
  ULONG AttachCount;
  KGATE AttachGate;
  LIST_ENTRY WsListEntry;
  GENERAL_LOOKASIDE Lookaside[21];
  MMSESSION Session;
  MM_PAGED_POOL_INFO PagedPoolInfo;
  MMSUPPORT Vm;
  PMMWSLE Wsle;
  PVOID DriverUnload;
  POOL_DESCRIPTOR PagedPool;
  MMPTE PageDirectory;
  KGUARDED_MUTEX SessionVaLock;
  RTL_BITMAP DynamicVaBitMap;
  ULONG DynamicVaHint;
  MI_SPECIAL_POOL SpecialPool;
  KGUARDED_MUTEX SessionPteLock;
  LONG PoolBigEntriesInUse;
  ULONG PagedPoolPdeCount;
  ULONG SpecialPoolPdeCount;
  ULONG DynamicSessionPdeCount;
  MI_SYSTEM_PTE_TYPE SystemPteInfo;
  PVOID PoolTrackTableExpansion;
  ULONG64 PoolTrackTableExpansionSize;
  PVOID PoolTrackBigPages;
  ULONG64 PoolTrackBigPagesSize;
  IO_SESSION_STATE IoState;
  ULONG IoStateSequence;
  KEVENT IoNotificationEvent;
  PPS_CPU_QUOTA_BLOCK CpuQuotaBlock;
};

struct _MM_SUBSECTION_AVL_TABLE {
  MMSUBSECTION_NODE BalancedRoot;
  ULONG64 DepthOfTree : 5;
  ULONG64 Unused : 3;
  ULONG64 NumberGenericTableElements : 56;
  PVOID NodeHint;
};

struct _MSUBSECTION {
  PCONTROL_AREA ControlArea;
  PMMPTE SubsectionBase;
  union {
    PSUBSECTION NextSubsection;
    PMSUBSECTION NextMappedSubsection;
  };
  ULONG PtesInSubsection;
  union {
    ULONG UnusedPtes;
    PMM_AVL_TABLE GlobalPerSessionHead;
  };
  union {
    ULONG LongFlags;
    MMSUBSECTION_FLAGS SubsectionFlags;
  } u;
  ULONG StartingSector;
  ULONG NumberOfFullSectors;
  union {
    LONG64 Balance : 2;
    PMMSUBSECTION_NODE Parent;
  } u1;
  PMMSUBSECTION_NODE LeftChild;
  PMMSUBSECTION_NODE RightChild;
  LIST_ENTRY DereferenceList;
  ULONG64 NumberOfMappedViews;
};

struct _SECTION_OBJECT {
  PVOID StartingVa;
  PVOID EndingVa;
  PVOID Parent;
  PVOID LeftChild;
  PVOID RightChild;
  PSEGMENT_OBJECT Segment;
};

struct _SECTION_OBJECT_POINTERS {
  PVOID DataSectionObject;
  PVOID SharedCacheMap;
  PVOID ImageSectionObject;
};

struct _SEGMENT_FLAGS {
  ULONG TotalNumberOfPtes4132 : 10;
  ULONG ExtraSharedWowSubsections : 1;
  ULONG LargePages : 1;
  ULONG WatchProto : 1;
  ULONG DebugSymbolsLoaded : 1;
  ULONG WriteCombined : 1;
  ULONG NoCache : 1;
  ULONG FloppyMedia : 1;
  ULONG DefaultProtectionMask : 5;
  ULONG Binary32 : 1;
  ULONG ContainsDebug : 1;
  ULONG Spare : 8;
};

struct _SEGMENT {
  PCONTROL_AREA ControlArea;
  ULONG TotalNumberOfPtes;
  SEGMENT_FLAGS SegmentFlags;
  ULONG64 NumberOfCommittedPages;
  ULONG64 SizeOfSegment;
  union {
    PMMEXTEND_INFO ExtendInfo;
    PVOID BasedAddress;
  };
  EX_PUSH_LOCK SegmentLock;
  union {
    ULONG64 ImageCommitment;
    PEPROCESS CreatingProcess;
  } u1;
  union {
    PMI_SECTION_IMAGE_INFORMATION ImageInformation;
    PVOID FirstMappedVa;
  } u2;
  PMMPTE PrototypePte;
  MMPTE ThePtes[1];
};

struct _SEGMENT_OBJECT {
  PVOID BaseAddress;
  ULONG TotalNumberOfPtes;
  LARGE_INTEGER SizeOfSegment;
  ULONG NonExtendedPtes;
  ULONG ImageCommitment;
  PCONTROL_AREA ControlArea;
  PSUBSECTION Subsection;
  PMMSECTION_FLAGS MmSectionFlags;
  PMMSUBSECTION_FLAGS MmSubSectionFlags;
};

struct _SUBSECTION {
  PCONTROL_AREA ControlArea;
  PMMPTE SubsectionBase;
  PSUBSECTION NextSubsection;
  ULONG PtesInSubsection;
  union {
    ULONG UnusedPtes;
    PMM_AVL_TABLE GlobalPerSessionHead;
  };
  union {
    ULONG LongFlags;
    MMSUBSECTION_FLAGS SubsectionFlags;
  } u;
  ULONG StartingSector;
  ULONG NumberOfFullSectors;
};

struct _SYSPTES_HEADER {
  LIST_ENTRY ListHead;
  ULONG64 Count;
  ULONG64 NumberOfEntries;
  ULONG64 NumberOfEntriesPeak;
};
