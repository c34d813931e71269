// Offsets of include/nt/ob.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE DEVICE_MAP
SIZE(0x40)
AT(DosDevicesDirectory, 0x0) AT(GlobalDosDevicesDirectory, 0x8)
AT(DosDevicesDirectoryHandle, 0x10) AT(ReferenceCount, 0x18) AT(DriveMap, 0x1c)
AT(DriveType, 0x20)
#undef TYPE

#define TYPE OBJECT_CREATE_INFORMATION
SIZE(0x40)
AT(Attributes, 0x0) AT(RootDirectory, 0x8) AT(ProbeMode, 0x10) AT(PagedPoolCharge, 0x14)
AT(NonPagedPoolCharge, 0x18) AT(SecurityDescriptorCharge, 0x1c) AT(SecurityDescriptor, 0x20)
AT(SecurityQos, 0x28) AT(SecurityQualityOfService, 0x30)
#undef TYPE

#define TYPE OBJECT_DIRECTORY
SIZE(0x150)
AT(HashBuckets, 0x0) AT(Lock, 0x128) AT(DeviceMap, 0x130) AT(SessionId, 0x138)
AT(NamespaceEntry, 0x140) AT(Flags, 0x148)
#undef TYPE

#define TYPE OBJECT_DIRECTORY_ENTRY
SIZE(0x18)
AT(ChainLink, 0x0) AT(Object, 0x8) AT(HashValue, 0x10)
#undef TYPE

#define TYPE OBJECT_DUMP_CONTROL
SIZE(0x10)
AT(Stream, 0x0) AT(Detail, 0x8)
#undef TYPE

#define TYPE OBJECT_HANDLE_COUNT_ENTRY
SIZE(0x10)
AT(Process, 0x0)
#undef TYPE

#define TYPE OBJECT_HANDLE_COUNT_DATABASE
SIZE(0x18)
AT(CountEntries, 0x0) AT(HandleCountEntries, 0x8)
#undef TYPE

#define TYPE OBJECT_HANDLE_INFORMATION
SIZE(0x8)
AT(HandleAttributes, 0x0) AT(GrantedAccess, 0x4)
#undef TYPE

#define TYPE OBJECT_HEADER
SIZE(0x38)
AT(PointerCount, 0x0) AT(HandleCount, 0x8) AT(NextToFree, 0x8) AT(Lock, 0x10) AT(TypeIndex, 0x18)
AT(TraceFlags, 0x19) AT(InfoMask, 0x1a) AT(Flags, 0x1b) AT(ObjectCreateInfo, 0x20)
AT(QuotaBlockCharged, 0x20) AT(SecurityDescriptor, 0x28) AT(Body, 0x30)
#undef TYPE

#define TYPE OBJECT_HEADER_CREATOR_INFO
SIZE(0x20)
AT(TypeList, 0x0) AT(CreatorUniqueProcess, 0x10) AT(CreatorBackTraceIndex, 0x18)
AT(Reserved, 0x1a)
#undef TYPE

#define TYPE OBJECT_HEADER_HANDLE_INFO
SIZE(0x10)
AT(HandleCountDataBase, 0x0) AT(SingleEntry, 0x0)
#undef TYPE

#define TYPE OBJECT_HEADER_NAME_INFO
SIZE(0x20)
AT(Directory, 0x0) AT(Name, 0x8) AT(ReferenceCount, 0x18)
#undef TYPE

#define TYPE OBJECT_HEADER_PROCESS_INFO
SIZE(0x10)
AT(ExclusiveProcess, 0x0) AT(Reserved, 0x8)
#undef TYPE

#define TYPE OBJECT_HEADER_QUOTA_INFO
SIZE(0x20)
AT(PagedPoolCharge, 0x0) AT(NonPagedPoolCharge, 0x4) AT(SecurityDescriptorCharge, 0x8)
AT(SecurityDescriptorQuotaBlock, 0x10) AT(Reserved, 0x18)
#undef TYPE

#define TYPE OBJECT_NAME_INFORMATION
SIZE(0x10)
AT(Name, 0x0)
#undef TYPE

#define TYPE OBJECT_REF_STACK_INFO
SIZE(0xc)
AT(Sequence, 0x0) AT(Index, 0x4) AT(NumTraces, 0x6) AT(Tag, 0x8)
#undef TYPE

#define TYPE OBJECT_REF_INFO
SIZE(0x28)
AT(ObjectHeader, 0x0) AT(NextRef, 0x8) AT(ImageFileName, 0x10) AT(NextPos, 0x20)
AT(MaxStacks, 0x22)
#undef TYPE

#define TYPE OBJECT_REF_TRACE
SIZE(0x80)
AT(StackTrace, 0x0)
#undef TYPE

#define TYPE OBJECT_SYMBOLIC_LINK
SIZE(0x20)
AT(CreationTime, 0x0) AT(LinkTarget, 0x8) AT(DosDeviceDriveIndex, 0x18)
#undef TYPE

#define TYPE OBJECT_TYPE_INITIALIZER
SIZE(0x70)
AT(Length, 0x0) AT(ObjectTypeFlags, 0x2) AT(ObjectTypeCode, 0x4) AT(InvalidAttributes, 0x8)
AT(GenericMapping, 0xc) AT(ValidAccessMask, 0x1c) AT(RetainAccess, 0x20) AT(PoolType, 0x24)
AT(DefaultPagedPoolCharge, 0x28) AT(DefaultNonPagedPoolCharge, 0x2c) AT(DumpProcedure, 0x30)
AT(OpenProcedure, 0x38) AT(CloseProcedure, 0x40) AT(DeleteProcedure, 0x48)
AT(ParseProcedure, 0x50) AT(SecurityProcedure, 0x58) AT(QueryNameProcedure, 0x60)
AT(OkayToCloseProcedure, 0x68)
#undef TYPE

#define TYPE OBJECT_TYPE
SIZE(0xd0)
AT(TypeList, 0x0) AT(Name, 0x10) AT(DefaultObject, 0x20) AT(Index, 0x28)
AT(TotalNumberOfObjects, 0x2c) AT(TotalNumberOfHandles, 0x30) AT(HighWaterNumberOfObjects, 0x34)
AT(HighWaterNumberOfHandles, 0x38) AT(TypeInfo, 0x40) AT(TypeLock, 0xb0) AT(Key, 0xb8)
AT(CallbackList, 0xc0)
#undef TYPE

#define TYPE OBP_LOOKUP_CONTEXT
SIZE(0x20)
AT(Directory, 0x0) AT(Object, 0x8) AT(HashValue, 0x10) AT(HashIndex, 0x14)
AT(DirectoryLocked, 0x16) AT(LockedExclusive, 0x17) AT(LockStateSignature, 0x18)
#undef TYPE

#define TYPE OB_DUPLICATE_OBJECT_STATE
SIZE(0x28)
AT(SourceProcess, 0x0) AT(SourceHandle, 0x8) AT(Object, 0x10) AT(TargetAccess, 0x18)
AT(ObjectInfo, 0x1c) AT(HandleAttributes, 0x20)
#undef TYPE
