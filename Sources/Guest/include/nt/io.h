// Drivers, devices, files and the requests that travel between them.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "ob.h"

typedef enum _DEVICE_POWER_STATE {
  PowerDeviceUnspecified = 0,
  PowerDeviceD0 = 1,
  PowerDeviceD1 = 2,
  PowerDeviceD2 = 3,
  PowerDeviceD3 = 4,
  PowerDeviceMaximum = 5,
} DEVICE_POWER_STATE;

typedef enum _SYSTEM_POWER_STATE {
  PowerSystemUnspecified = 0,
  PowerSystemWorking = 1,
  PowerSystemSleeping1 = 2,
  PowerSystemSleeping2 = 3,
  PowerSystemSleeping3 = 4,
  PowerSystemHibernate = 5,
  PowerSystemShutdown = 6,
  PowerSystemMaximum = 7,
} SYSTEM_POWER_STATE;

typedef enum _PROFILE_STATUS {
  DOCK_NOTDOCKDEVICE = 0,
  DOCK_QUIESCENT = 1,
  DOCK_ARRIVING = 2,
  DOCK_DEPARTING = 3,
  DOCK_EJECTIRP_COMPLETED = 4,
} PROFILE_STATUS;

typedef enum _PNP_DEVNODE_STATE {
  DeviceNodeUnspecified = 768,
  DeviceNodeUninitialized = 769,
  DeviceNodeInitialized = 770,
  DeviceNodeDriversAdded = 771,
  DeviceNodeResourcesAssigned = 772,
  DeviceNodeStartPending = 773,
  DeviceNodeStartCompletion = 774,
  DeviceNodeStartPostWork = 775,
  DeviceNodeStarted = 776,
  DeviceNodeQueryStopped = 777,
  DeviceNodeStopped = 778,
  DeviceNodeRestartCompletion = 779,
  DeviceNodeEnumeratePending = 780,
  DeviceNodeEnumerateCompletion = 781,
  DeviceNodeAwaitingQueuedDeletion = 782,
  DeviceNodeAwaitingQueuedRemoval = 783,
  DeviceNodeQueryRemoved = 784,
  DeviceNodeRemovePendingCloses = 785,
  DeviceNodeRemoved = 786,
  DeviceNodeDeletePendingCloses = 787,
  DeviceNodeDeleted = 788,
  MaxDeviceNodeState = 789,
} PNP_DEVNODE_STATE;

typedef enum _INTERFACE_TYPE {
  InterfaceTypeUndefined = -1,
  Internal = 0,
  Isa = 1,
  Eisa = 2,
  MicroChannel = 3,
  TurboChannel = 4,
  PCIBus = 5,
  VMEBus = 6,
  NuBus = 7,
  PCMCIABus = 8,
  CBus = 9,
  MPIBus = 10,
  MPSABus = 11,
  ProcessorInternal = 12,
  InternalPowerBus = 13,
  PNPISABus = 14,
  PNPBus = 15,
  Vmcs = 16,
  MaximumInterfaceType = 17,
} INTERFACE_TYPE;

typedef enum _POP_DEVICE_IDLE_TYPE {
  DeviceIdleNormal = 0,
  DeviceIdleDisk = 1,
} POP_DEVICE_IDLE_TYPE;

typedef enum _FS_FILTER_STREAM_FO_NOTIFICATION_TYPE {
  NotifyTypeCreate = 0,
  NotifyTypeRetired = 1,
} FS_FILTER_STREAM_FO_NOTIFICATION_TYPE;

typedef enum _FS_FILTER_SECTION_SYNC_TYPE {
  SyncTypeOther = 0,
  SyncTypeCreateSection = 1,
} FS_FILTER_SECTION_SYNC_TYPE;

typedef enum _IOP_PRIORITY_HINT {
  IopIoPriorityNotSet = 0,
  IopIoPriorityVeryLow = 1,
  IopIoPriorityLow = 2,
  IopIoPriorityNormal = 3,
  IopIoPriorityHigh = 4,
  IopIoPriorityCritical = 5,
  MaxIopIoPriorityTypes = 6,
} IOP_PRIORITY_HINT;

typedef enum _IO_PRIORITY_HINT {
  IoPriorityVeryLow = 0,
  IoPriorityLow = 1,
  IoPriorityNormal = 2,
  IoPriorityHigh = 3,
  IoPriorityCritical = 4,
  MaxIoPriorityTypes = 5,
} IO_PRIORITY_HINT;

typedef enum _IRQ_PRIORITY {
  IrqPriorityUndefined = 0,
  IrqPriorityLow = 1,
  IrqPriorityNormal = 2,
  IrqPriorityHigh = 3,
} IRQ_PRIORITY;

typedef enum _DEVICE_RELATION_TYPE {
  BusRelations = 0,
  EjectionRelations = 1,
  PowerRelations = 2,
  RemovalRelations = 3,
  TargetDeviceRelation = 4,
  SingleBusRelations = 5,
  TransportRelations = 6,
} DEVICE_RELATION_TYPE;

typedef enum _BUS_QUERY_ID_TYPE {
  BusQueryDeviceID = 0,
  BusQueryHardwareIDs = 1,
  BusQueryCompatibleIDs = 2,
  BusQueryInstanceID = 3,
  BusQueryDeviceSerialNumber = 4,
  BusQueryContainerID = 5,
} BUS_QUERY_ID_TYPE;

typedef enum _DEVICE_TEXT_TYPE {
  DeviceTextDescription = 0,
  DeviceTextLocationInformation = 1,
} DEVICE_TEXT_TYPE;

typedef enum _FILE_INFORMATION_CLASS {
  FileDirectoryInformation = 1,
  FileFullDirectoryInformation = 2,
  FileBothDirectoryInformation = 3,
  FileBasicInformation = 4,
  FileStandardInformation = 5,
  FileInternalInformation = 6,
  FileEaInformation = 7,
  FileAccessInformation = 8,
  FileNameInformation = 9,
  FileRenameInformation = 10,
  FileLinkInformation = 11,
  FileNamesInformation = 12,
  FileDispositionInformation = 13,
  FilePositionInformation = 14,
  FileFullEaInformation = 15,
  FileModeInformation = 16,
  FileAlignmentInformation = 17,
  FileAllInformation = 18,
  FileAllocationInformation = 19,
  FileEndOfFileInformation = 20,
  FileAlternateNameInformation = 21,
  FileStreamInformation = 22,
  FilePipeInformation = 23,
  FilePipeLocalInformation = 24,
  FilePipeRemoteInformation = 25,
  FileMailslotQueryInformation = 26,
  FileMailslotSetInformation = 27,
  FileCompressionInformation = 28,
  FileObjectIdInformation = 29,
  FileCompletionInformation = 30,
  FileMoveClusterInformation = 31,
  FileQuotaInformation = 32,
  FileReparsePointInformation = 33,
  FileNetworkOpenInformation = 34,
  FileAttributeTagInformation = 35,
  FileTrackingInformation = 36,
  FileIdBothDirectoryInformation = 37,
  FileIdFullDirectoryInformation = 38,
  FileValidDataLengthInformation = 39,
  FileShortNameInformation = 40,
  FileIoCompletionNotificationInformation = 41,
  FileIoStatusBlockRangeInformation = 42,
  FileIoPriorityHintInformation = 43,
  FileSfioReserveInformation = 44,
  FileSfioVolumeInformation = 45,
  FileHardLinkInformation = 46,
  FileProcessIdsUsingFileInformation = 47,
  FileNormalizedNameInformation = 48,
  FileNetworkPhysicalNameInformation = 49,
  FileIdGlobalTxDirectoryInformation = 50,
  FileIsRemoteDeviceInformation = 51,
  FileAttributeCacheInformation = 52,
  FileNumaNodeInformation = 53,
  FileStandardLinkInformation = 54,
  FileRemoteProtocolInformation = 55,
  FileMaximumInformation = 56,
} FILE_INFORMATION_CLASS;

typedef enum _POWER_ACTION {
  PowerActionNone = 0,
  PowerActionReserved = 1,
  PowerActionSleep = 2,
  PowerActionHibernate = 3,
  PowerActionShutdown = 4,
  PowerActionShutdownReset = 5,
  PowerActionShutdownOff = 6,
  PowerActionWarmEject = 7,
} POWER_ACTION;

typedef enum _DEVICE_USAGE_NOTIFICATION_TYPE {
  DeviceUsageTypeUndefined = 0,
  DeviceUsageTypePaging = 1,
  DeviceUsageTypeHibernation = 2,
  DeviceUsageTypeDumpFile = 3,
} DEVICE_USAGE_NOTIFICATION_TYPE;

typedef enum _POWER_STATE_TYPE {
  SystemPowerState = 0,
  DevicePowerState = 1,
} POWER_STATE_TYPE;

typedef enum _FSINFOCLASS {
  FileFsVolumeInformation = 1,
  FileFsLabelInformation = 2,
  FileFsSizeInformation = 3,
  FileFsDeviceInformation = 4,
  FileFsAttributeInformation = 5,
  FileFsControlInformation = 6,
  FileFsFullSizeInformation = 7,
  FileFsObjectIdInformation = 8,
  FileFsDriverPathInformation = 9,
  FileFsVolumeFlagsInformation = 10,
  FileFsMaximumInformation = 11,
} FSINFOCLASS;

typedef enum _CREATE_FILE_TYPE {
  CreateFileTypeNone = 0,
  CreateFileTypeNamedPipe = 1,
  CreateFileTypeMailslot = 2,
} CREATE_FILE_TYPE;

struct _CHILD_LIST {
  ULONG Count;
  ULONG List;
};

struct _DEVICE_CAPABILITIES {
  USHORT Size;
  USHORT Version;
  ULONG DeviceD1 : 1;
  ULONG DeviceD2 : 1;
  ULONG LockSupported : 1;
  ULONG EjectSupported : 1;
  ULONG Removable : 1;
  ULONG DockDevice : 1;
  ULONG UniqueID : 1;
  ULONG SilentInstall : 1;
  ULONG RawDeviceOK : 1;
  ULONG SurpriseRemovalOK : 1;
  ULONG WakeFromD0 : 1;
  ULONG WakeFromD1 : 1;
  ULONG WakeFromD2 : 1;
  ULONG WakeFromD3 : 1;
  ULONG HardwareDisabled : 1;
  ULONG NonDynamic : 1;
  ULONG WarmEjectSupported : 1;
  ULONG NoDisplayInUI : 1;
  ULONG Reserved1 : 1;
  ULONG Reserved : 13;
  ULONG Address;
  ULONG UINumber;
  DEVICE_POWER_STATE DeviceState;
  UCHAR Gap14[24];
  SYSTEM_POWER_STATE SystemWake;
  DEVICE_POWER_STATE DeviceWake;
  ULONG D1Latency;
  ULONG D2Latency;
  ULONG D3Latency;
};

struct _DEVICE_FLAGS {
  ULONG Failed : 1;
  ULONG ReadOnly : 1;
  ULONG Removable : 1;
  ULONG ConsoleIn : 1;
  ULONG ConsoleOut : 1;
  ULONG Input : 1;
  ULONG Output : 1;
};

struct _PO_DEVICE_NOTIFY {
  LIST_ENTRY Link;
  LIST_ENTRY PowerChildren;
  LIST_ENTRY PowerParents;
  PDEVICE_OBJECT TargetDevice;
  UCHAR OrderLevel;
  PDEVICE_OBJECT DeviceObject;
  PUSHORT DeviceName;
  PUSHORT DriverName;
  ULONG ChildCount;
  ULONG ActiveChild;
  ULONG ParentCount;
  ULONG ActiveParent;
};

struct _PO_IRP_QUEUE {
  PIRP CurrentIrp;
  PIRP PendingIrpList;
};

struct _PO_IRP_MANAGER {
  PO_IRP_QUEUE DeviceIrpQueue;
  PO_IRP_QUEUE SystemIrpQueue;
};

struct _DEVICE_NODE {
  PDEVICE_NODE Sibling;
  PDEVICE_NODE Child;
  PDEVICE_NODE Parent;
  PDEVICE_NODE LastChild;
  PDEVICE_OBJECT PhysicalDeviceObject;
  UNICODE_STRING InstancePath;
  UNICODE_STRING ServiceName;
  PIRP PendingIrp;
  ULONG Level;
  PO_DEVICE_NOTIFY Notify;
  PO_IRP_MANAGER PoIrpManager;
  PNP_DEVNODE_STATE State;
  PNP_DEVNODE_STATE PreviousState;
  PNP_DEVNODE_STATE StateHistory;
  UCHAR GapEC[76];
  ULONG StateHistoryEntry;
  LONG CompletionStatus;
  ULONG Flags;
  ULONG UserFlags;
  ULONG Problem;
  PCM_RESOURCE_LIST ResourceList;
  PCM_RESOURCE_LIST ResourceListTranslated;
  PDEVICE_OBJECT DuplicatePDO;
  PIO_RESOURCE_REQUIREMENTS_LIST ResourceRequirements;
  INTERFACE_TYPE InterfaceType;
  ULONG BusNumber;
  INTERFACE_TYPE ChildInterfaceType;
  ULONG ChildBusNumber;
  USHORT ChildBusTypeIndex;
  UCHAR RemovalPolicy;
  UCHAR HardwareRemovalPolicy;
  LIST_ENTRY TargetDeviceNotify;
  LIST_ENTRY DeviceArbiterList;
  LIST_ENTRY DeviceTranslatorList;
  USHORT NoTranslatorMask;
  USHORT QueryTranslatorMask;
  USHORT NoArbiterMask;
  USHORT QueryArbiterMask;
  union {
    PDEVICE_NODE LegacyDeviceNode;
    PDEVICE_RELATIONS PendingDeviceRelations;
    PVOID Information;
  } OverUsed1;
  struct {
    PDEVICE_NODE NextResourceDeviceNode;
  } OverUsed2;
  PCM_RESOURCE_LIST BootResources;
  PCM_RESOURCE_LIST BootResourcesTranslated;
  ULONG CapabilityFlags;
  struct {
    PROFILE_STATUS DockStatus;
    LIST_ENTRY ListEntry;
    PUSHORT SerialNumber;
  } DockInfo;
  ULONG DisableableDepends;
  LIST_ENTRY PendedSetInterfaceState;
  LIST_ENTRY LegacyBusListEntry;
  ULONG DriverUnloadRetryCount;
  PDEVICE_NODE PreviousParent;
  ULONG DeletedChildren;
  ULONG NumaNodeIndex;
  GUID ContainerID;
  UCHAR OverrideFlags;
  UCHAR RequiresUnloadedDriver;
  PPENDING_RELATIONS_LIST_ENTRY PendingEjectRelations;
};

struct _WAIT_CONTEXT_BLOCK {
  KDEVICE_QUEUE_ENTRY WaitQueueEntry;
  PVOID DeviceRoutine;
  PVOID DeviceContext;
  ULONG NumberOfMapRegisters;
  PVOID DeviceObject;
  PVOID CurrentIrp;
  PKDPC BufferChainingDpc;
};

struct DECLSPEC_ALIGN(16) _DEVICE_OBJECT {
  SHORT Type;
  USHORT Size;
  LONG ReferenceCount;
  PDRIVER_OBJECT DriverObject;
  PDEVICE_OBJECT NextDevice;
  PDEVICE_OBJECT AttachedDevice;
  PIRP CurrentIrp;
  PIO_TIMER Timer;
  ULONG Flags;
  ULONG Characteristics;
  PVPB Vpb;
  PVOID DeviceExtension;
  ULONG DeviceType;
  CHAR StackSize;
  union {
    LIST_ENTRY ListEntry;
    WAIT_CONTEXT_BLOCK Wcb;
  } Queue;
  ULONG AlignmentRequirement;
  KDEVICE_QUEUE DeviceQueue;
  KDPC Dpc;
  ULONG ActiveThreadCount;
  PVOID SecurityDescriptor;
  KEVENT DeviceLock;
  USHORT SectorSize;
  USHORT Spare1;
  PDEVOBJ_EXTENSION DeviceObjectExtension;
  PVOID Reserved;
};

struct _DEVICE_OBJECT_POWER_EXTENSION {
  ULONG IdleCount;
  ULONG BusyCount;
  ULONG BusyReference;
  ULONG TotalBusyCount;
  ULONG ConservationIdleTime;
  ULONG PerformanceIdleTime;
  PDEVICE_OBJECT DeviceObject;
  LIST_ENTRY IdleList;
  POP_DEVICE_IDLE_TYPE IdleType;
  DEVICE_POWER_STATE IdleState;
  DEVICE_POWER_STATE CurrentState;
  LIST_ENTRY Volume;
  struct {
    struct {
      ULONG IdleTime;
      ULONG NonIdleTime;
    } Disk;
  } Specific;
};

struct _DEVICE_RELATIONS {
  ULONG Count;
  PDEVICE_OBJECT Objects[1];
};

struct _DEVOBJ_EXTENSION {
  SHORT Type;
  USHORT Size;
  PDEVICE_OBJECT DeviceObject;
  ULONG PowerFlags;
  PDEVICE_OBJECT_POWER_EXTENSION Dope;
  ULONG ExtensionFlags;
  PVOID DeviceNode;
  PDEVICE_OBJECT AttachedTo;
  LONG StartIoCount;
  LONG StartIoKey;
  ULONG StartIoFlags;
  PVPB Vpb;
  LIST_ENTRY DependentList;
  LIST_ENTRY ProviderList;
};

struct _DRIVER_EXTENSION {
  PDRIVER_OBJECT DriverObject;
  PVOID AddDevice;
  ULONG Count;
  UNICODE_STRING ServiceKeyName;
  PIO_CLIENT_EXTENSION ClientDriverExtension;
  PFS_FILTER_CALLBACKS FsFilterCallbacks;
};

struct _DRIVER_OBJECT {
  SHORT Type;
  SHORT Size;
  PDEVICE_OBJECT DeviceObject;
  ULONG Flags;
  PVOID DriverStart;
  ULONG DriverSize;
  PVOID DriverSection;
  PDRIVER_EXTENSION DriverExtension;
  UNICODE_STRING DriverName;
  PUNICODE_STRING HardwareDatabase;
  PFAST_IO_DISPATCH FastIoDispatch;
  PDRIVER_INITIALIZE DriverInit;
  PDRIVER_STARTIO DriverStartIo;
  PDRIVER_UNLOAD DriverUnload;
  PDRIVER_DISPATCH MajorFunction[28];
};

struct _DUMMY_FILE_OBJECT {
  OBJECT_HEADER ObjectHeader;
  UCHAR FileObjectBody[216];
};

struct _ECP_LIST {
  ULONG Signature;
  ULONG Flags;
  LIST_ENTRY EcpList;
};

struct _FAST_IO_DISPATCH {
  ULONG SizeOfFastIoDispatch;
  PVOID FastIoCheckIfPossible;
  PVOID FastIoRead;
  PVOID FastIoWrite;
  PVOID FastIoQueryBasicInfo;
  PVOID FastIoQueryStandardInfo;
  PVOID FastIoLock;
  PVOID FastIoUnlockSingle;
  PVOID FastIoUnlockAll;
  PVOID FastIoUnlockAllByKey;
  PVOID FastIoDeviceControl;
  PVOID AcquireFileForNtCreateSection;
  PVOID ReleaseFileForNtCreateSection;
  PVOID FastIoDetachDevice;
  PVOID FastIoQueryNetworkOpenInfo;
  PVOID AcquireForModWrite;
  PVOID MdlRead;
  PVOID MdlReadComplete;
  PVOID PrepareMdlWrite;
  PVOID MdlWriteComplete;
  PVOID FastIoReadCompressed;
  PVOID FastIoWriteCompressed;
  PVOID MdlReadCompleteCompressed;
  PVOID MdlWriteCompleteCompressed;
  PVOID FastIoQueryOpen;
  PVOID ReleaseForModWrite;
  PVOID AcquireForCcFlush;
  PVOID ReleaseForCcFlush;
};

struct _FILE_BASIC_INFORMATION {
  LARGE_INTEGER CreationTime;
  LARGE_INTEGER LastAccessTime;
  LARGE_INTEGER LastWriteTime;
  LARGE_INTEGER ChangeTime;
  ULONG FileAttributes;
};

struct _FILE_GET_QUOTA_INFORMATION {
  ULONG NextEntryOffset;
  ULONG SidLength;
  SID Sid;
};

struct _FILE_NETWORK_OPEN_INFORMATION {
  LARGE_INTEGER CreationTime;
  LARGE_INTEGER LastAccessTime;
  LARGE_INTEGER LastWriteTime;
  LARGE_INTEGER ChangeTime;
  LARGE_INTEGER AllocationSize;
  LARGE_INTEGER EndOfFile;
  ULONG FileAttributes;
};

struct _FILE_OBJECT {
  SHORT Type;
  SHORT Size;
  PDEVICE_OBJECT DeviceObject;
  PVPB Vpb;
  PVOID FsContext;
  PVOID FsContext2;
  PSECTION_OBJECT_POINTERS SectionObjectPointer;
  PVOID PrivateCacheMap;
  LONG FinalStatus;
  PFILE_OBJECT RelatedFileObject;
  UCHAR LockOperation;
  UCHAR DeletePending;
  UCHAR ReadAccess;
  UCHAR WriteAccess;
  UCHAR DeleteAccess;
  UCHAR SharedRead;
  UCHAR SharedWrite;
  UCHAR SharedDelete;
  ULONG Flags;
  UNICODE_STRING FileName;
  LARGE_INTEGER CurrentByteOffset;
  ULONG Waiters;
  ULONG Busy;
  PVOID LastLock;
  KEVENT Lock;
  KEVENT Event;
  PIO_COMPLETION_CONTEXT CompletionContext;
  ULONG64 IrpListLock;
  LIST_ENTRY IrpList;
  PVOID FileObjectExtension;
};

union _FILE_SEGMENT_ELEMENT {
  PVOID Buffer;
  ULONG64 Alignment;
};

struct _FILE_STANDARD_INFORMATION {
  LARGE_INTEGER AllocationSize;
  LARGE_INTEGER EndOfFile;
  ULONG NumberOfLinks;
  UCHAR DeletePending;
  UCHAR Directory;
};

struct _FSRTL_ADVANCED_FCB_HEADER {
  SHORT NodeTypeCode;
  SHORT NodeByteSize;
  UCHAR Flags;
  UCHAR IsFastIoPossible;
  UCHAR Flags2;
  UCHAR Reserved : 4;
  UCHAR Version : 4;
  PERESOURCE Resource;
  PERESOURCE PagingIoResource;
  LARGE_INTEGER AllocationSize;
  LARGE_INTEGER FileSize;
  LARGE_INTEGER ValidDataLength;
  PFAST_MUTEX FastMutex;
  LIST_ENTRY FilterContexts;
  EX_PUSH_LOCK PushLock;
  PVOID *FileContextSupportPointer;
};

struct _FS_FILTER_CALLBACKS {
  ULONG SizeOfFsFilterCallbacks;
  ULONG Reserved;
  PVOID PreAcquireForSectionSynchronization;
  PVOID PostAcquireForSectionSynchronization;
  PVOID PreReleaseForSectionSynchronization;
  PVOID PostReleaseForSectionSynchronization;
  PVOID PreAcquireForCcFlush;
  PVOID PostAcquireForCcFlush;
  PVOID PreReleaseForCcFlush;
  PVOID PostReleaseForCcFlush;
  PVOID PreAcquireForModifiedPageWriter;
  PVOID PostAcquireForModifiedPageWriter;
  PVOID PreReleaseForModifiedPageWriter;
  PVOID PostReleaseForModifiedPageWriter;
};

union _FS_FILTER_PARAMETERS {
  struct {
    PLARGE_INTEGER EndingOffset;
    PERESOURCE *ResourceToRelease;
  } AcquireForModifiedPageWriter;
  struct {
    PERESOURCE ResourceToRelease;
  } ReleaseForModifiedPageWriter;
  struct {
    FS_FILTER_SECTION_SYNC_TYPE SyncType;
    ULONG PageProtection;
  } AcquireForSectionSynchronization;
  struct {
    FS_FILTER_STREAM_FO_NOTIFICATION_TYPE NotificationType;
    DECLSPEC_ALIGN(8) UCHAR SafeToRecurse;
  } NotifyStreamFileObject;
  struct {
    PVOID Argument1;
    PVOID Argument2;
    PVOID Argument3;
    PVOID Argument4;
    PVOID Argument5;
  } Others;
};

struct _FS_FILTER_CALLBACK_DATA {
  ULONG SizeOfFsFilterCallbackData;
  UCHAR Operation;
  UCHAR Reserved;
  PDEVICE_OBJECT DeviceObject;
  PFILE_OBJECT FileObject;
  FS_FILTER_PARAMETERS Parameters;
};

struct _INTERFACE {
  USHORT Size;
  USHORT Version;
  PVOID Context;
  PVOID InterfaceReference;
  PVOID InterfaceDereference;
};

struct _IOP_FILE_OBJECT_EXTENSION {
  ULONG FoExtFlags;
  PVOID FoExtPerTypeExtension[7];
  IOP_PRIORITY_HINT FoIoPriorityHint;
};

struct _IO_CLIENT_EXTENSION {
  PIO_CLIENT_EXTENSION NextExtension;
  PVOID ClientIdentificationAddress;
};

struct _IO_COMPLETION_CONTEXT {
  PVOID Port;
  PVOID Key;
};

struct _IO_DRIVER_CREATE_CONTEXT {
  SHORT Size;
  PECP_LIST ExtraCreateParameter;
  PVOID DeviceObjectHint;
  PTXN_PARAMETER_BLOCK TxnParameters;
};

struct _IO_MINI_COMPLETION_PACKET_USER {
  LIST_ENTRY ListEntry;
  ULONG PacketType;
  PVOID KeyContext;
  PVOID ApcContext;
  LONG IoStatus;
  ULONG64 IoStatusInformation;
  PVOID MiniPacketCallback;
  PVOID Context;
  UCHAR Allocated;
};

struct _IO_PRIORITY_INFO {
  ULONG Size;
  ULONG ThreadPriority;
  ULONG PagePriority;
  IO_PRIORITY_HINT IoPriority;
};

struct _IO_RESOURCE_DESCRIPTOR {
  UCHAR Option;
  UCHAR Type;
  UCHAR ShareDisposition;
  UCHAR Spare1;
  USHORT Flags;
  USHORT Spare2;
  union {
    struct {
      ULONG Length;
      ULONG Alignment;
      LARGE_INTEGER MinimumAddress;
      LARGE_INTEGER MaximumAddress;
    } Port;
    struct {
      ULONG Length;
      ULONG Alignment;
      LARGE_INTEGER MinimumAddress;
      LARGE_INTEGER MaximumAddress;
    } Memory;
    struct {
      ULONG MinimumVector;
      ULONG MaximumVector;
      USHORT AffinityPolicy;
      USHORT Group;
      IRQ_PRIORITY PriorityPolicy;
      ULONG64 TargetedProcessors;
    } Interrupt;
    struct {
      ULONG MinimumChannel;
      ULONG MaximumChannel;
    } Dma;
    struct {
      ULONG Length;
      ULONG Alignment;
      LARGE_INTEGER MinimumAddress;
      LARGE_INTEGER MaximumAddress;
    } Generic;
    struct {
      ULONG Data[3];
    } DevicePrivate;
    struct {
      ULONG Length;
      ULONG MinBusNumber;
      ULONG MaxBusNumber;
      ULONG Reserved;
    } BusNumber;
    struct {
      ULONG Priority;
      ULONG Reserved1;
      ULONG Reserved2;
    } ConfigData;
    struct {
      ULONG Length40;
      ULONG Alignment40;
      LARGE_INTEGER MinimumAddress;
      LARGE_INTEGER MaximumAddress;
    } Memory40;
    struct {
      ULONG Length48;
      ULONG Alignment48;
      LARGE_INTEGER MinimumAddress;
      LARGE_INTEGER MaximumAddress;
    } Memory48;
    struct {
      ULONG Length64;
      ULONG Alignment64;
      LARGE_INTEGER MinimumAddress;
      LARGE_INTEGER MaximumAddress;
    } Memory64;
  } u;
};

struct _IO_RESOURCE_LIST {
  USHORT Version;
  USHORT Revision;
  ULONG Count;
  IO_RESOURCE_DESCRIPTOR Descriptors[1];
};

struct _IO_RESOURCE_REQUIREMENTS_LIST {
  ULONG ListSize;
  INTERFACE_TYPE InterfaceType;
  ULONG BusNumber;
  ULONG SlotNumber;
  ULONG Reserved[3];
  ULONG AlternativeLists;
  IO_RESOURCE_LIST List[1];
};

struct _IO_SECURITY_CONTEXT {
  PSECURITY_QUALITY_OF_SERVICE SecurityQos;
  PACCESS_STATE AccessState;
  ULONG DesiredAccess;
  ULONG FullCreateOptions;
};

union _POWER_STATE {
  SYSTEM_POWER_STATE SystemState;
  DEVICE_POWER_STATE DeviceState;
};

union _SYSTEM_POWER_STATE_CONTEXT {
  struct {
    ULONG Reserved1 : 8;
    ULONG TargetSystemState : 4;
    ULONG EffectiveSystemState : 4;
    ULONG CurrentSystemState : 4;
    ULONG IgnoreHibernationPath : 1;
    ULONG PseudoTransition : 1;
    ULONG Reserved2 : 10;
  };
  ULONG ContextAsUlong;
};

struct _IO_STACK_LOCATION {
  UCHAR MajorFunction;
  UCHAR MinorFunction;
  UCHAR Flags;
  UCHAR Control;
  union {
    struct {
      PIO_SECURITY_CONTEXT SecurityContext;
      ULONG Options;
      DECLSPEC_ALIGN(8) USHORT FileAttributes;
      USHORT ShareAccess;
      DECLSPEC_ALIGN(8) ULONG EaLength;
    } Create;
    struct {
      PIO_SECURITY_CONTEXT SecurityContext;
      ULONG Options;
      DECLSPEC_ALIGN(8) USHORT Reserved;
      USHORT ShareAccess;
      PNAMED_PIPE_CREATE_PARAMETERS Parameters;
    } CreatePipe;
    struct {
      PIO_SECURITY_CONTEXT SecurityContext;
      ULONG Options;
      DECLSPEC_ALIGN(8) USHORT Reserved;
      USHORT ShareAccess;
      PMAILSLOT_CREATE_PARAMETERS Parameters;
    } CreateMailslot;
    struct {
      ULONG Length;
      DECLSPEC_ALIGN(8) ULONG Key;
      LARGE_INTEGER ByteOffset;
    } Read;
    struct {
      ULONG Length;
      DECLSPEC_ALIGN(8) ULONG Key;
      LARGE_INTEGER ByteOffset;
    } Write;
    struct {
      ULONG Length;
      PUNICODE_STRING FileName;
      FILE_INFORMATION_CLASS FileInformationClass;
      DECLSPEC_ALIGN(8) ULONG FileIndex;
    } QueryDirectory;
    struct {
      ULONG Length;
      DECLSPEC_ALIGN(8) ULONG CompletionFilter;
    } NotifyDirectory;
    struct {
      ULONG Length;
      DECLSPEC_ALIGN(8) FILE_INFORMATION_CLASS FileInformationClass;
    } QueryFile;
    struct {
      ULONG Length;
      DECLSPEC_ALIGN(8) FILE_INFORMATION_CLASS FileInformationClass;
      PFILE_OBJECT FileObject;
      union {
        struct {
          UCHAR ReplaceIfExists;
          UCHAR AdvanceOnly;
        };
        ULONG ClusterCount;
        PVOID DeleteHandle;
      };
    } SetFile;
    struct {
      ULONG Length;
      PVOID EaList;
      ULONG EaListLength;
      DECLSPEC_ALIGN(8) ULONG EaIndex;
    } QueryEa;
    struct {
      ULONG Length;
    } SetEa;
    struct {
      ULONG Length;
      DECLSPEC_ALIGN(8) FSINFOCLASS FsInformationClass;
    } QueryVolume;
    struct {
      ULONG Length;
      DECLSPEC_ALIGN(8) FSINFOCLASS FsInformationClass;
    } SetVolume;
    struct {
      ULONG OutputBufferLength;
      DECLSPEC_ALIGN(8) ULONG InputBufferLength;
      DECLSPEC_ALIGN(8) ULONG FsControlCode;
      PVOID Type3InputBuffer;
    } FileSystemControl;
    struct {
      PLARGE_INTEGER Length;
      ULONG Key;
      LARGE_INTEGER ByteOffset;
    } LockControl;
    struct {
      ULONG OutputBufferLength;
      DECLSPEC_ALIGN(8) ULONG InputBufferLength;
      DECLSPEC_ALIGN(8) ULONG IoControlCode;
      PVOID Type3InputBuffer;
    } DeviceIoControl;
    struct {
      ULONG SecurityInformation;
      DECLSPEC_ALIGN(8) ULONG Length;
    } QuerySecurity;
    struct {
      ULONG SecurityInformation;
      PVOID SecurityDescriptor;
    } SetSecurity;
    struct {
      PVPB Vpb;
      PDEVICE_OBJECT DeviceObject;
    } MountVolume;
    struct {
      PVPB Vpb;
      PDEVICE_OBJECT DeviceObject;
    } VerifyVolume;
    struct {
      PSCSI_REQUEST_BLOCK Srb;
    } Scsi;
    struct {
      ULONG Length;
      PVOID StartSid;
      PFILE_GET_QUOTA_INFORMATION SidList;
      ULONG SidListLength;
    } QueryQuota;
    struct {
      ULONG Length;
    } SetQuota;
    struct {
      DEVICE_RELATION_TYPE Type;
    } QueryDeviceRelations;
    struct {
      PGUID InterfaceType;
      USHORT Size;
      USHORT Version;
      PINTERFACE Interface;
      PVOID InterfaceSpecificData;
    } QueryInterface;
    struct {
      PDEVICE_CAPABILITIES Capabilities;
    } DeviceCapabilities;
    struct {
      PIO_RESOURCE_REQUIREMENTS_LIST IoResourceRequirementList;
    } FilterResourceRequirements;
    struct {
      ULONG WhichSpace;
      PVOID Buffer;
      ULONG Offset;
      DECLSPEC_ALIGN(8) ULONG Length;
    } ReadWriteConfig;
    struct {
      UCHAR Lock;
    } SetLock;
    struct {
      BUS_QUERY_ID_TYPE IdType;
    } QueryId;
    struct {
      DEVICE_TEXT_TYPE DeviceTextType;
      DECLSPEC_ALIGN(8) ULONG LocaleId;
    } QueryDeviceText;
    struct {
      UCHAR InPath;
      UCHAR Reserved[3];
      DECLSPEC_ALIGN(8) DEVICE_USAGE_NOTIFICATION_TYPE Type;
    } UsageNotification;
    struct {
      SYSTEM_POWER_STATE PowerState;
    } WaitWake;
    struct {
      PPOWER_SEQUENCE PowerSequence;
    } PowerSequence;
    struct {
      union {
        ULONG SystemContext;
        SYSTEM_POWER_STATE_CONTEXT SystemPowerStateContext;
      };
      DECLSPEC_ALIGN(8) POWER_STATE_TYPE Type;
      DECLSPEC_ALIGN(8) POWER_STATE State;
      DECLSPEC_ALIGN(8) POWER_ACTION ShutdownType;
    } Power;
    struct {
      PCM_RESOURCE_LIST AllocatedResources;
      PCM_RESOURCE_LIST AllocatedResourcesTranslated;
    } StartDevice;
    struct {
      ULONG64 ProviderId;
      PVOID DataPath;
      ULONG BufferSize;
      PVOID Buffer;
    } WMI;
    struct {
      PVOID Argument1;
      PVOID Argument2;
      PVOID Argument3;
      PVOID Argument4;
    } Others;
  } Parameters;
  PDEVICE_OBJECT DeviceObject;
  PFILE_OBJECT FileObject;
  PIO_COMPLETION_ROUTINE CompletionRoutine;
  PVOID Context;
};

struct _IO_TIMER {
  SHORT Type;
  SHORT TimerFlag;
  LIST_ENTRY TimerList;
  PVOID TimerRoutine;
  PVOID Context;
  PDEVICE_OBJECT DeviceObject;
};

struct _IO_WORKITEM {
  WORK_QUEUE_ITEM WorkItem;
  PVOID Routine;
  PVOID IoObject;
  PVOID Context;
  ULONG Type;
};

struct _IRP {
  SHORT Type;
  USHORT Size;
  PMDL MdlAddress;
  ULONG Flags;
  union {
    PIRP MasterIrp;
    PVOID SystemBuffer;
    LONG IrpCount;
  } AssociatedIrp;
  LIST_ENTRY ThreadListEntry;
  IO_STATUS_BLOCK IoStatus;
  CHAR RequestorMode;
  UCHAR PendingReturned;
  CHAR StackCount;
  CHAR CurrentLocation;
  UCHAR Cancel;
  UCHAR CancelIrql;
  CHAR ApcEnvironment;
  UCHAR AllocationFlags;
  PIO_STATUS_BLOCK UserIosb;
  PKEVENT UserEvent;
  union {
    struct {
      union {
        PVOID UserApcRoutine;
        PVOID IssuingProcess;
      };
      PVOID UserApcContext;
    } AsynchronousParameters;
    LARGE_INTEGER AllocationSize;
  } Overlay;
  PDRIVER_CANCEL CancelRoutine;
  PVOID UserBuffer;
  union {
    struct {
      union {
        KDEVICE_QUEUE_ENTRY DeviceQueueEntry;
        PVOID DriverContext[4];
      };
      PETHREAD Thread;
      PUCHAR AuxiliaryBuffer;
      LIST_ENTRY ListEntry;
      union {
        PIO_STACK_LOCATION CurrentStackLocation;
        ULONG PacketType;
      };
      PFILE_OBJECT OriginalFileObject;
    } Overlay;
    KAPC Apc;
    PVOID CompletionKey;
  } Tail;
};

struct _MAILSLOT_CREATE_PARAMETERS {
  ULONG MailslotQuota;
  ULONG MaximumMessageSize;
  LARGE_INTEGER ReadTimeout;
  UCHAR TimeoutSpecified;
};

struct _NAMED_PIPE_CREATE_PARAMETERS {
  ULONG NamedPipeType;
  ULONG ReadMode;
  ULONG CompletionMode;
  ULONG MaximumInstances;
  ULONG InboundQuota;
  ULONG OutboundQuota;
  LARGE_INTEGER DefaultTimeout;
  UCHAR TimeoutSpecified;
};

struct _OPEN_PACKET {
  SHORT Type;
  SHORT Size;
  PFILE_OBJECT FileObject;
  LONG FinalStatus;
  ULONG64 Information;
  ULONG ParseCheck;
  PFILE_OBJECT RelatedFileObject;
  POBJECT_ATTRIBUTES OriginalAttributes;
  LARGE_INTEGER AllocationSize;
  ULONG CreateOptions;
  USHORT FileAttributes;
  USHORT ShareAccess;
  PVOID EaBuffer;
  ULONG EaLength;
  ULONG Options;
  ULONG Disposition;
  PFILE_BASIC_INFORMATION BasicInformation;
  PFILE_NETWORK_OPEN_INFORMATION NetworkInformation;
  CREATE_FILE_TYPE CreateFileType;
  PVOID MailslotOrPipeParameters;
  UCHAR Override;
  UCHAR QueryOnly;
  UCHAR DeleteOnly;
  UCHAR FullAttributes;
  PDUMMY_FILE_OBJECT LocalFileObject;
  ULONG InternalFlags;
  IO_DRIVER_CREATE_CONTEXT DriverCreateContext;
};

struct _POWER_SEQUENCE {
  ULONG SequenceD1;
  ULONG SequenceD2;
  ULONG SequenceD3;
};

struct _SCATTER_GATHER_ELEMENT {
  LARGE_INTEGER Address;
  ULONG Length;
  ULONG64 Reserved;
};

struct _SCATTER_GATHER_LIST {
  ULONG NumberOfElements;
  ULONG64 Reserved;
  SCATTER_GATHER_ELEMENT Elements[0];
};

struct _TXN_PARAMETER_BLOCK {
  USHORT Length;
  USHORT TxFsContext;
  PVOID TransactionObject;
};

struct _VPB {
  SHORT Type;
  SHORT Size;
  USHORT Flags;
  USHORT VolumeLabelLength;
  PDEVICE_OBJECT DeviceObject;
  PDEVICE_OBJECT RealDevice;
  ULONG SerialNumber;
  ULONG ReferenceCount;
  WCHAR VolumeLabel[32];
};
