// Objects: headers, types, directories, symbolic links.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "se.h"

struct _DEVICE_MAP {
  POBJECT_DIRECTORY DosDevicesDirectory;
  POBJECT_DIRECTORY GlobalDosDevicesDirectory;
  PVOID DosDevicesDirectoryHandle;
  ULONG ReferenceCount;
  ULONG DriveMap;
  UCHAR DriveType[32];
};

struct _OBJECT_CREATE_INFORMATION {
  ULONG Attributes;
  PVOID RootDirectory;
  UCHAR ProbeMode;
  ULONG PagedPoolCharge;
  ULONG NonPagedPoolCharge;
  ULONG SecurityDescriptorCharge;
  PVOID SecurityDescriptor;
  PSECURITY_QUALITY_OF_SERVICE SecurityQos;
  SECURITY_QUALITY_OF_SERVICE SecurityQualityOfService;
};

struct _OBJECT_DIRECTORY {
  POBJECT_DIRECTORY_ENTRY HashBuckets[37];
  EX_PUSH_LOCK Lock;
  PDEVICE_MAP DeviceMap;
  ULONG SessionId;
  PVOID NamespaceEntry;
  ULONG Flags;
};

struct _OBJECT_DIRECTORY_ENTRY {
  POBJECT_DIRECTORY_ENTRY ChainLink;
  PVOID Object;
  ULONG HashValue;
};

struct _OBJECT_DUMP_CONTROL {
  PVOID Stream;
  ULONG Detail;
};

struct _OBJECT_HANDLE_COUNT_ENTRY {
  PEPROCESS Process;
  ULONG HandleCount : 24;
  ULONG LockCount : 8;
};

struct _OBJECT_HANDLE_COUNT_DATABASE {
  ULONG CountEntries;
  OBJECT_HANDLE_COUNT_ENTRY HandleCountEntries[1];
};

struct _OBJECT_HANDLE_INFORMATION {
  ULONG HandleAttributes;
  ULONG GrantedAccess;
};

struct _OBJECT_HEADER {
  LONG64 PointerCount;
  union {
    LONG64 HandleCount;
    PVOID NextToFree;
  };
  EX_PUSH_LOCK Lock;
  UCHAR TypeIndex;
  UCHAR TraceFlags;
  UCHAR InfoMask;
  UCHAR Flags;
  union {
    POBJECT_CREATE_INFORMATION ObjectCreateInfo;
    PVOID QuotaBlockCharged;
  };
  PVOID SecurityDescriptor;
  QUAD Body;
};

struct _OBJECT_HEADER_CREATOR_INFO {
  LIST_ENTRY TypeList;
  PVOID CreatorUniqueProcess;
  USHORT CreatorBackTraceIndex;
  USHORT Reserved;
};

union _OBJECT_HEADER_HANDLE_INFO {
  POBJECT_HANDLE_COUNT_DATABASE HandleCountDataBase;
  OBJECT_HANDLE_COUNT_ENTRY SingleEntry;
};

struct _OBJECT_HEADER_NAME_INFO {
  POBJECT_DIRECTORY Directory;
  UNICODE_STRING Name;
  LONG ReferenceCount;
};

struct _OBJECT_HEADER_PROCESS_INFO {
  PEPROCESS ExclusiveProcess;
  ULONG64 Reserved;
};

struct _OBJECT_HEADER_QUOTA_INFO {
  ULONG PagedPoolCharge;
  ULONG NonPagedPoolCharge;
  ULONG SecurityDescriptorCharge;
  PVOID SecurityDescriptorQuotaBlock;
  ULONG64 Reserved;
};

struct _OBJECT_NAME_INFORMATION {
  UNICODE_STRING Name;
};

struct _OBJECT_REF_STACK_INFO {
  ULONG Sequence;
  USHORT Index;
  USHORT NumTraces;
  ULONG Tag;
};

struct _OBJECT_REF_INFO {
  POBJECT_HEADER ObjectHeader;
  PVOID NextRef;
  UCHAR ImageFileName[16];
  USHORT NextPos;
  USHORT MaxStacks;
  OBJECT_REF_STACK_INFO StackInfo[0];
};

struct _OBJECT_REF_TRACE {
  PVOID StackTrace[16];
};

struct _OBJECT_SYMBOLIC_LINK {
  LARGE_INTEGER CreationTime;
  UNICODE_STRING LinkTarget;
  ULONG DosDeviceDriveIndex;
};

struct _OBJECT_TYPE_INITIALIZER {
  USHORT Length;
  union {
    UCHAR ObjectTypeFlags;
    struct {
      UCHAR CaseInsensitive : 1;
      UCHAR UnnamedObjectsOnly : 1;
      UCHAR UseDefaultObject : 1;
      UCHAR SecurityRequired : 1;
      UCHAR MaintainHandleCount : 1;
      UCHAR MaintainTypeList : 1;
      UCHAR SupportsObjectCallbacks : 1;
    };
  };
  ULONG ObjectTypeCode;
  ULONG InvalidAttributes;
  GENERIC_MAPPING GenericMapping;
  ULONG ValidAccessMask;
  ULONG RetainAccess;
  POOL_TYPE PoolType;
  ULONG DefaultPagedPoolCharge;
  ULONG DefaultNonPagedPoolCharge;
  PVOID DumpProcedure;
  PVOID OpenProcedure;
  PVOID CloseProcedure;
  PVOID DeleteProcedure;
  PVOID ParseProcedure;
  PVOID SecurityProcedure;
  PVOID QueryNameProcedure;
  PVOID OkayToCloseProcedure;
};

struct _OBJECT_TYPE {
  LIST_ENTRY TypeList;
  UNICODE_STRING Name;
  PVOID DefaultObject;
  UCHAR Index;
  ULONG TotalNumberOfObjects;
  ULONG TotalNumberOfHandles;
  ULONG HighWaterNumberOfObjects;
  ULONG HighWaterNumberOfHandles;
  OBJECT_TYPE_INITIALIZER TypeInfo;
  EX_PUSH_LOCK TypeLock;
  ULONG Key;
  LIST_ENTRY CallbackList;
};

struct _OBP_LOOKUP_CONTEXT {
  POBJECT_DIRECTORY Directory;
  PVOID Object;
  ULONG HashValue;
  USHORT HashIndex;
  UCHAR DirectoryLocked;
  UCHAR LockedExclusive;
  ULONG LockStateSignature;
};

struct _OB_DUPLICATE_OBJECT_STATE {
  PEPROCESS SourceProcess;
  PVOID SourceHandle;
  PVOID Object;
  ULONG TargetAccess;
  HANDLE_TABLE_ENTRY_INFO ObjectInfo;
  ULONG HandleAttributes;
};
