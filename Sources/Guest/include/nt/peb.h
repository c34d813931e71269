// What a process sees of itself: PEB, TEB, loader data, parameters, heap.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "ps.h"

typedef enum _ALTERNATIVE_ARCHITECTURE_TYPE {
  StandardDesign = 0,
  NEC98x86 = 1,
  EndAlternatives = 2,
} ALTERNATIVE_ARCHITECTURE_TYPE;

typedef enum _NT_PRODUCT_TYPE {
  NtProductWinNt = 1,
  NtProductLanManNt = 2,
  NtProductServer = 3,
} NT_PRODUCT_TYPE;

struct _ACTIVATION_CONTEXT_STACK {
  PRTL_ACTIVATION_CONTEXT_STACK_FRAME ActiveFrame;
  LIST_ENTRY FrameListCache;
  ULONG Flags;
  ULONG NextCookieSequenceNumber;
  ULONG StackId;
};

struct _CURDIR {
  UNICODE_STRING DosPath;
  PVOID Handle;
};

struct _GDI_TEB_BATCH {
  ULONG Offset;
  ULONG64 HDC;
  ULONG Buffer[310];
};

struct _HEAP_COUNTERS {
  ULONG64 TotalMemoryReserved;
  ULONG64 TotalMemoryCommitted;
  ULONG64 TotalMemoryLargeUCR;
  ULONG64 TotalSizeInVirtualBlocks;
  ULONG TotalSegments;
  ULONG TotalUCRs;
  ULONG CommittOps;
  ULONG DeCommitOps;
  ULONG LockAcquires;
  ULONG LockCollisions;
  ULONG CommitRate;
  ULONG DecommittRate;
  ULONG CommitFailures;
  ULONG InBlockCommitFailures;
  ULONG CompactHeapCalls;
  ULONG CompactedUCRs;
  ULONG AllocAndFreeOps;
  ULONG InBlockDeccommits;
  ULONG64 InBlockDeccomitSize;
  ULONG64 HighWatermarkSize;
  ULONG64 LastPolledSize;
};

struct _HEAP_ENTRY {
  union {
    PVOID PreviousBlockPrivateData;
    PVOID Reserved;
    PVOID ReservedForAlignment;
  };
  union {
    struct {
      union {
        struct {
          union {
            USHORT Size;
            USHORT FunctionIndex;
          };
          union {
            struct {
              UCHAR Flags;
              UCHAR SmallTagIndex;
            };
            USHORT ContextValue;
          };
        };
        ULONG InterceptorValue;
        ULONG Code1;
      };
      union {
        USHORT PreviousSize;
        USHORT UnusedBytesLength;
        USHORT Code2;
      };
      union {
        UCHAR SegmentOffset;
        UCHAR LFHFlags;
        UCHAR EntryOffset;
        UCHAR Code3;
      };
      union {
        UCHAR UnusedBytes;
        UCHAR ExtendedBlockSignature;
        UCHAR Code4;
      };
    };
    ULONG64 CompactHeader;
    ULONG64 AgregateCode;
  };
};

struct _HEAP_TUNING_PARAMETERS {
  ULONG CommittThresholdShift;
  ULONG64 MaxPreCommittThreshold;
};

struct _HEAP {
  HEAP_ENTRY Entry;
  ULONG SegmentSignature;
  ULONG SegmentFlags;
  LIST_ENTRY SegmentListEntry;
  PHEAP Heap;
  PVOID BaseAddress;
  ULONG NumberOfPages;
  PHEAP_ENTRY FirstEntry;
  PHEAP_ENTRY LastValidEntry;
  ULONG NumberOfUnCommittedPages;
  ULONG NumberOfUnCommittedRanges;
  USHORT SegmentAllocatorBackTraceIndex;
  USHORT Reserved;
  LIST_ENTRY UCRSegmentList;
  ULONG Flags;
  ULONG ForceFlags;
  ULONG CompatibilityFlags;
  ULONG EncodeFlagMask;
  HEAP_ENTRY Encoding;
  ULONG64 PointerKey;
  ULONG Interceptor;
  ULONG VirtualMemoryThreshold;
  ULONG Signature;
  ULONG64 SegmentReserve;
  ULONG64 SegmentCommit;
  ULONG64 DeCommitFreeBlockThreshold;
  ULONG64 DeCommitTotalFreeThreshold;
  ULONG64 TotalFreeSize;
  ULONG64 MaximumAllocationSize;
  USHORT ProcessHeapsListIndex;
  USHORT HeaderValidateLength;
  PVOID HeaderValidateCopy;
  USHORT NextAvailableTagIndex;
  USHORT MaximumTagIndex;
  PHEAP_TAG_ENTRY TagEntries;
  LIST_ENTRY UCRList;
  ULONG64 AlignRound;
  ULONG64 AlignMask;
  LIST_ENTRY VirtualAllocdBlocks;
  LIST_ENTRY SegmentList;
  USHORT AllocatorBackTraceIndex;
  ULONG NonDedicatedListLength;
  PVOID BlocksIndex;
  PVOID UCRIndex;
  PHEAP_PSEUDO_TAG_ENTRY PseudoTagEntries;
  LIST_ENTRY FreeLists;
  PHEAP_LOCK LockVariable;
  PVOID CommitRoutine;
  PVOID FrontEndHeap;
  USHORT FrontHeapLockCount;
  UCHAR FrontEndHeapType;
  HEAP_COUNTERS Counters;
  HEAP_TUNING_PARAMETERS TuningParameters;
};

struct _HEAP_DEBUGGING_INFORMATION {
  PVOID InterceptorFunction;
  USHORT InterceptorValue;
  ULONG ExtendedOptions;
  ULONG StackTraceDepth;
  ULONG64 MinTotalBlockSize;
  ULONG64 MaxTotalBlockSize;
  PVOID HeapLeakEnumerationRoutine;
};

struct _HEAP_ENTRY_EXTRA {
  union {
    struct {
      USHORT AllocatorBackTraceIndex;
      USHORT TagIndex;
    };
    ULONG64 ZeroInit;
  };
  union {
    ULONG64 Settable;
    ULONG64 ZeroInit1;
  };
};

struct _HEAP_FREE_ENTRY {
  union {
    PVOID PreviousBlockPrivateData;
    PVOID Reserved;
    PVOID ReservedForAlignment;
  };
  union {
    struct {
      union {
        struct {
          union {
            USHORT Size;
            USHORT FunctionIndex;
          };
          union {
            struct {
              UCHAR Flags;
              UCHAR SmallTagIndex;
            };
            USHORT ContextValue;
          };
        };
        ULONG InterceptorValue;
        ULONG Code1;
      };
      union {
        USHORT PreviousSize;
        USHORT UnusedBytesLength;
        USHORT Code2;
      };
      union {
        UCHAR SegmentOffset;
        UCHAR LFHFlags;
        UCHAR EntryOffset;
        UCHAR Code3;
      };
      union {
        UCHAR UnusedBytes;
        UCHAR ExtendedBlockSignature;
        UCHAR Code4;
      };
    };
    ULONG64 CompactHeader;
    ULONG64 AgregateCode;
  };
  LIST_ENTRY FreeList;
};

struct _HEAP_FREE_ENTRY_EXTRA {
  USHORT TagIndex;
  USHORT FreeBackTraceIndex;
};

struct _HEAP_LIST_LOOKUP {
  PHEAP_LIST_LOOKUP ExtendedLookup;
  ULONG ArraySize;
  ULONG ExtraItem;
  ULONG ItemCount;
  ULONG OutOfRangeItems;
  ULONG BaseIndex;
  PLIST_ENTRY ListHead;
  PULONG ListsInUseUlong;
  PLIST_ENTRY *ListHints;
};

struct _HEAP_LOCK {
  struct {
    RTL_CRITICAL_SECTION CriticalSection;
  } Lock;
};

struct _HEAP_LOOKASIDE {
  SLIST_HEADER ListHead;
  USHORT Depth;
  USHORT MaximumDepth;
  ULONG TotalAllocates;
  ULONG AllocateMisses;
  ULONG TotalFrees;
  ULONG FreeMisses;
  ULONG LastTotalAllocates;
  ULONG LastAllocateMisses;
  ULONG Counters[2];
};

struct _HEAP_PSEUDO_TAG_ENTRY {
  ULONG Allocs;
  ULONG Frees;
  ULONG64 Size;
};

struct _HEAP_SEGMENT {
  HEAP_ENTRY Entry;
  ULONG SegmentSignature;
  ULONG SegmentFlags;
  LIST_ENTRY SegmentListEntry;
  PHEAP Heap;
  PVOID BaseAddress;
  ULONG NumberOfPages;
  PHEAP_ENTRY FirstEntry;
  PHEAP_ENTRY LastValidEntry;
  ULONG NumberOfUnCommittedPages;
  ULONG NumberOfUnCommittedRanges;
  USHORT SegmentAllocatorBackTraceIndex;
  USHORT Reserved;
  LIST_ENTRY UCRSegmentList;
};

union _HEAP_STOP_ON_TAG {
  ULONG HeapAndTagIndex;
  struct {
    USHORT TagIndex;
    USHORT HeapIndex;
  };
};

struct _HEAP_STOP_ON_VALUES {
  ULONG64 AllocAddress;
  HEAP_STOP_ON_TAG AllocTag;
  ULONG64 ReAllocAddress;
  HEAP_STOP_ON_TAG ReAllocTag;
  ULONG64 FreeAddress;
  HEAP_STOP_ON_TAG FreeTag;
};

union _INTERLOCK_SEQ {
  struct {
    union {
      struct {
        USHORT Depth;
        USHORT FreeEntryOffset;
      };
      ULONG OffsetAndDepth;
    };
    ULONG Sequence;
  };
  LONG64 Exchg;
};

struct _HEAP_SUBSEGMENT {
  PHEAP_LOCAL_SEGMENT_INFO LocalInfo;
  PHEAP_USERDATA_HEADER UserBlocks;
  INTERLOCK_SEQ AggregateExchg;
  union {
    struct {
      USHORT BlockSize;
      USHORT Flags;
      USHORT BlockCount;
      UCHAR SizeIndex;
      UCHAR AffinityIndex;
    };
    ULONG Alignment[2];
  };
  SINGLE_LIST_ENTRY SFreeListEntry;
  ULONG Lock;
};

struct _HEAP_TAG_ENTRY {
  ULONG Allocs;
  ULONG Frees;
  ULONG64 Size;
  USHORT TagIndex;
  USHORT CreatorBackTraceIndex;
  WCHAR TagName[24];
};

struct _HEAP_UCR_DESCRIPTOR {
  LIST_ENTRY ListEntry;
  LIST_ENTRY SegmentEntry;
  PVOID Address;
  ULONG64 Size;
};

struct _HEAP_USERDATA_HEADER {
  union {
    SINGLE_LIST_ENTRY SFreeListEntry;
    PHEAP_SUBSEGMENT SubSegment;
  };
  PVOID Reserved;
  ULONG64 SizeIndex;
  ULONG64 Signature;
};

struct _HEAP_VIRTUAL_ALLOC_ENTRY {
  LIST_ENTRY Entry;
  HEAP_ENTRY_EXTRA ExtraStuff;
  ULONG64 CommitSize;
  ULONG64 ReserveSize;
  HEAP_ENTRY BusyBlock;
};

struct _KUSER_SHARED_DATA {
  ULONG TickCountLowDeprecated;
  ULONG TickCountMultiplier;
  KSYSTEM_TIME InterruptTime;
  KSYSTEM_TIME SystemTime;
  KSYSTEM_TIME TimeZoneBias;
  USHORT ImageNumberLow;
  USHORT ImageNumberHigh;
  WCHAR NtSystemRoot[260];
  ULONG MaxStackTraceDepth;
  ULONG CryptoExponent;
  ULONG TimeZoneId;
  ULONG LargePageMinimum;
  ULONG Reserved2[7];
  NT_PRODUCT_TYPE NtProductType;
  UCHAR ProductTypeIsValid;
  ULONG NtMajorVersion;
  ULONG NtMinorVersion;
  UCHAR ProcessorFeatures[64];
  ULONG Reserved1;
  ULONG Reserved3;
  ULONG TimeSlip;
  ALTERNATIVE_ARCHITECTURE_TYPE AlternativeArchitecture;
  ULONG AltArchitecturePad[1];
  LARGE_INTEGER SystemExpirationDate;
  ULONG SuiteMask;
  UCHAR KdDebuggerEnabled;
  UCHAR NXSupportPolicy;
  ULONG ActiveConsoleId;
  ULONG DismountCount;
  ULONG ComPlusPackage;
  ULONG LastSystemRITEventTickCount;
  ULONG NumberOfPhysicalPages;
  UCHAR SafeBootMode;
  union {
    UCHAR TscQpcData;
    struct {
      UCHAR TscQpcEnabled : 1;
      UCHAR TscQpcSpareFlag : 1;
      UCHAR TscQpcShift : 6;
    };
  };
  UCHAR TscQpcPad[2];
  union {
    ULONG SharedDataFlags;
    struct {
      ULONG DbgErrorPortPresent : 1;
      ULONG DbgElevationEnabled : 1;
      ULONG DbgVirtEnabled : 1;
      ULONG DbgInstallerDetectEnabled : 1;
      ULONG DbgSystemDllRelocated : 1;
      ULONG DbgDynProcessorEnabled : 1;
      ULONG DbgSEHValidationEnabled : 1;
      ULONG SpareBits : 25;
    };
  };
  ULONG DataFlagsPad[1];
  ULONG64 TestRetInstruction;
  ULONG SystemCall;
  ULONG SystemCallReturn;
  ULONG64 SystemCallPad[3];
  union {
    KSYSTEM_TIME TickCount;
    ULONG64 TickCountQuad;
    struct {
      ULONG ReservedTickCountOverlay[3];
      ULONG TickCountPad[1];
    };
  };
  ULONG Cookie;
  ULONG CookiePad[1];
  LONG64 ConsoleSessionForegroundProcessId;
  ULONG Wow64SharedInformation[16];
  USHORT UserModeGlobalLogger[16];
  ULONG ImageFileExecutionOptions;
  ULONG LangGenerationCount;
  ULONG64 Reserved5;
  ULONG64 InterruptTimeBias;
  ULONG64 TscQpcBias;
  ULONG ActiveProcessorCount;
  USHORT ActiveGroupCount;
  USHORT Reserved4;
  ULONG AitSamplingValue;
  ULONG AppCompatFlag;
  ULONG64 SystemDllNativeRelocation;
  ULONG SystemDllWowRelocation;
  ULONG XStatePad[1];
  XSTATE_CONFIGURATION XState;
};

struct _PEB {
  UCHAR InheritedAddressSpace;
  UCHAR ReadImageFileExecOptions;
  UCHAR BeingDebugged;
  union {
    UCHAR BitField;
    struct {
      UCHAR ImageUsesLargePages : 1;
      UCHAR IsProtectedProcess : 1;
      UCHAR IsLegacyProcess : 1;
      UCHAR IsImageDynamicallyRelocated : 1;
      UCHAR SkipPatchingUser32Forwarders : 1;
      UCHAR SpareBits : 3;
    };
  };
  PVOID Mutant;
  PVOID ImageBaseAddress;
  PPEB_LDR_DATA Ldr;
  PRTL_USER_PROCESS_PARAMETERS ProcessParameters;
  PVOID SubSystemData;
  PVOID ProcessHeap;
  PRTL_CRITICAL_SECTION FastPebLock;
  PVOID AtlThunkSListPtr;
  PVOID IFEOKey;
  union {
    ULONG CrossProcessFlags;
    struct {
      ULONG ProcessInJob : 1;
      ULONG ProcessInitializing : 1;
      ULONG ProcessUsingVEH : 1;
      ULONG ProcessUsingVCH : 1;
      ULONG ProcessUsingFTH : 1;
      ULONG ReservedBits0 : 27;
    };
  };
  union {
    PVOID KernelCallbackTable;
    PVOID UserSharedInfoPtr;
  };
  ULONG SystemReserved[1];
  ULONG AtlThunkSListPtr32;
  PVOID ApiSetMap;
  ULONG TlsExpansionCounter;
  PVOID TlsBitmap;
  ULONG TlsBitmapBits[2];
  PVOID ReadOnlySharedMemoryBase;
  PVOID HotpatchInformation;
  PVOID *ReadOnlyStaticServerData;
  PVOID AnsiCodePageData;
  PVOID OemCodePageData;
  PVOID UnicodeCaseTableData;
  ULONG NumberOfProcessors;
  ULONG NtGlobalFlag;
  LARGE_INTEGER CriticalSectionTimeout;
  ULONG64 HeapSegmentReserve;
  ULONG64 HeapSegmentCommit;
  ULONG64 HeapDeCommitTotalFreeThreshold;
  ULONG64 HeapDeCommitFreeBlockThreshold;
  ULONG NumberOfHeaps;
  ULONG MaximumNumberOfHeaps;
  PVOID *ProcessHeaps;
  PVOID GdiSharedHandleTable;
  PVOID ProcessStarterHelper;
  ULONG GdiDCAttributeList;
  PRTL_CRITICAL_SECTION LoaderLock;
  ULONG OSMajorVersion;
  ULONG OSMinorVersion;
  USHORT OSBuildNumber;
  USHORT OSCSDVersion;
  ULONG OSPlatformId;
  ULONG ImageSubsystem;
  ULONG ImageSubsystemMajorVersion;
  ULONG ImageSubsystemMinorVersion;
  ULONG64 ActiveProcessAffinityMask;
  ULONG GdiHandleBuffer[60];
  PVOID PostProcessInitRoutine;
  PVOID TlsExpansionBitmap;
  ULONG TlsExpansionBitmapBits[32];
  ULONG SessionId;
  ULARGE_INTEGER AppCompatFlags;
  ULARGE_INTEGER AppCompatFlagsUser;
  PVOID pShimData;
  PVOID AppCompatInfo;
  UNICODE_STRING CSDVersion;
  PACTIVATION_CONTEXT_DATA ActivationContextData;
  PASSEMBLY_STORAGE_MAP ProcessAssemblyStorageMap;
  PACTIVATION_CONTEXT_DATA SystemDefaultActivationContextData;
  PASSEMBLY_STORAGE_MAP SystemAssemblyStorageMap;
  ULONG64 MinimumStackCommit;
  PFLS_CALLBACK_INFO FlsCallback;
  LIST_ENTRY FlsListHead;
  PVOID FlsBitmap;
  ULONG FlsBitmapBits[4];
  ULONG FlsHighIndex;
  PVOID WerRegistrationData;
  PVOID WerShipAssertPtr;
  PVOID pContextData;
  PVOID pImageHeaderHash;
  union {
    ULONG TracingFlags;
    struct {
      ULONG HeapTracingEnabled : 1;
      ULONG CritSecTracingEnabled : 1;
      ULONG SpareTracingBits : 30;
    };
  };
};

struct _PEB_LDR_DATA {
  ULONG Length;
  UCHAR Initialized;
  PVOID SsHandle;
  LIST_ENTRY InLoadOrderModuleList;
  LIST_ENTRY InMemoryOrderModuleList;
  LIST_ENTRY InInitializationOrderModuleList;
  PVOID EntryInProgress;
  UCHAR ShutdownInProgress;
  PVOID ShutdownThreadId;
};

struct _RTL_ACTIVATION_CONTEXT_STACK_FRAME {
  PRTL_ACTIVATION_CONTEXT_STACK_FRAME Previous;
  PACTIVATION_CONTEXT ActivationContext;
  ULONG Flags;
};

struct _RTL_DRIVE_LETTER_CURDIR {
  USHORT Flags;
  USHORT Length;
  ULONG TimeStamp;
  STRING DosPath;
};

struct _RTL_USER_PROCESS_PARAMETERS {
  ULONG MaximumLength;
  ULONG Length;
  ULONG Flags;
  ULONG DebugFlags;
  PVOID ConsoleHandle;
  ULONG ConsoleFlags;
  PVOID StandardInput;
  PVOID StandardOutput;
  PVOID StandardError;
  CURDIR CurrentDirectory;
  UNICODE_STRING DllPath;
  UNICODE_STRING ImagePathName;
  UNICODE_STRING CommandLine;
  PVOID Environment;
  ULONG StartingX;
  ULONG StartingY;
  ULONG CountX;
  ULONG CountY;
  ULONG CountCharsX;
  ULONG CountCharsY;
  ULONG FillAttribute;
  ULONG WindowFlags;
  ULONG ShowWindowFlags;
  UNICODE_STRING WindowTitle;
  UNICODE_STRING DesktopInfo;
  UNICODE_STRING ShellInfo;
  UNICODE_STRING RuntimeData;
  RTL_DRIVE_LETTER_CURDIR CurrentDirectores[32];
  ULONG64 EnvironmentSize;
  ULONG64 EnvironmentVersion;
};

struct _TEB {
  NT_TIB NtTib;
  PVOID EnvironmentPointer;
  CLIENT_ID ClientId;
  PVOID ActiveRpcHandle;
  PVOID ThreadLocalStoragePointer;
  PPEB ProcessEnvironmentBlock;
  ULONG LastErrorValue;
  ULONG CountOfOwnedCriticalSections;
  PVOID CsrClientThread;
  PVOID Win32ThreadInfo;
  ULONG User32Reserved[26];
  ULONG UserReserved[5];
  PVOID WOW32Reserved;
  ULONG CurrentLocale;
  ULONG FpSoftwareStatusRegister;
  PVOID SystemReserved1[54];
  LONG ExceptionCode;
  PACTIVATION_CONTEXT_STACK ActivationContextStackPointer;
  UCHAR SpareBytes[24];
  ULONG TxFsContext;
  GDI_TEB_BATCH GdiTebBatch;
  CLIENT_ID RealClientId;
  PVOID GdiCachedProcessHandle;
  ULONG GdiClientPID;
  ULONG GdiClientTID;
  PVOID GdiThreadLocalInfo;
  ULONG64 Win32ClientInfo[62];
  PVOID glDispatchTable[233];
  ULONG64 glReserved1[29];
  PVOID glReserved2;
  PVOID glSectionInfo;
  PVOID glSection;
  PVOID glTable;
  PVOID glCurrentRC;
  PVOID glContext;
  ULONG LastStatusValue;
  UNICODE_STRING StaticUnicodeString;
  WCHAR StaticUnicodeBuffer[261];
  PVOID DeallocationStack;
  PVOID TlsSlots[64];
  LIST_ENTRY TlsLinks;
  PVOID Vdm;
  PVOID ReservedForNtRpc;
  PVOID DbgSsReserved[2];
  ULONG HardErrorMode;
  PVOID Instrumentation[11];
  GUID ActivityId;
  PVOID SubProcessTag;
  PVOID EtwLocalData;
  PVOID EtwTraceData;
  PVOID WinSockData;
  ULONG GdiBatchCount;
  union {
    PROCESSOR_NUMBER CurrentIdealProcessor;
    ULONG IdealProcessorValue;
    struct {
      UCHAR ReservedPad0;
      UCHAR ReservedPad1;
      UCHAR ReservedPad2;
      UCHAR IdealProcessor;
    };
  };
  ULONG GuaranteedStackBytes;
  PVOID ReservedForPerf;
  PVOID ReservedForOle;
  ULONG WaitingOnLoaderLock;
  PVOID SavedPriorityState;
  ULONG64 SoftPatchPtr1;
  PVOID ThreadPoolData;
  PVOID *TlsExpansionSlots;
  PVOID DeallocationBStore;
  PVOID BStoreLimit;
  ULONG MuiGeneration;
  ULONG IsImpersonating;
  PVOID NlsCache;
  PVOID pShimData;
  ULONG HeapVirtualAffinity;
  PVOID CurrentTransactionHandle;
  PTEB_ACTIVE_FRAME ActiveFrame;
  PVOID FlsData;
  PVOID PreferredLanguages;
  PVOID UserPrefLanguages;
  PVOID MergedPrefLanguages;
  ULONG MuiImpersonation;
  union {
    USHORT CrossTebFlags;
    USHORT SpareCrossTebBits : 16;
  };
  union {
    USHORT SameTebFlags;
    struct {
      USHORT SafeThunkCall : 1;
      USHORT InDebugPrint : 1;
      USHORT HasFiberData : 1;
      USHORT SkipThreadAttach : 1;
      USHORT WerInShipAssertCode : 1;
      USHORT RanProcessInit : 1;
      USHORT ClonedThread : 1;
      USHORT SuppressDebugMsg : 1;
      USHORT DisableUserStackWalk : 1;
      USHORT RtlExceptionAttached : 1;
      USHORT InitialThread : 1;
      USHORT SpareSameTebBits : 5;
    };
  };
  PVOID TxnScopeEnterCallback;
  PVOID TxnScopeExitCallback;
  PVOID TxnScopeContext;
  ULONG LockCount;
  ULONG SpareUlong0;
  PVOID ResourceRetValue;
};

struct _TEB_ACTIVE_FRAME {
  ULONG Flags;
  PTEB_ACTIVE_FRAME Previous;
  PTEB_ACTIVE_FRAME_CONTEXT Context;
};

struct _TEB_ACTIVE_FRAME_CONTEXT {
  ULONG Flags;
  PUCHAR FrameName;
};
