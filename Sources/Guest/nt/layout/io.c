// Offsets of include/nt/io.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE CHILD_LIST
SIZE(0x8)
AT(Count, 0x0) AT(List, 0x4)
#undef TYPE

#define TYPE DEVICE_CAPABILITIES
SIZE(0x40)
AT(Size, 0x0) AT(Version, 0x2) AT(Address, 0x8) AT(UINumber, 0xc) AT(DeviceState, 0x10)
AT(SystemWake, 0x2c) AT(DeviceWake, 0x30) AT(D1Latency, 0x34) AT(D2Latency, 0x38)
AT(D3Latency, 0x3c)
#undef TYPE

#define TYPE DEVICE_FLAGS
SIZE(0x4)
#undef TYPE

#define TYPE PO_IRP_QUEUE
SIZE(0x10)
AT(CurrentIrp, 0x0) AT(PendingIrpList, 0x8)
#undef TYPE

#define TYPE PO_IRP_MANAGER
SIZE(0x20)
AT(DeviceIrpQueue, 0x0) AT(SystemIrpQueue, 0x10)
#undef TYPE

#define TYPE DEVICE_NODE
SIZE(0x268)
AT(Sibling, 0x0) AT(Child, 0x8) AT(Parent, 0x10) AT(LastChild, 0x18)
AT(PhysicalDeviceObject, 0x20) AT(InstancePath, 0x28) AT(ServiceName, 0x38) AT(PendingIrp, 0x48)
AT(Level, 0x50) AT(Notify, 0x58) AT(PoIrpManager, 0xc0) AT(State, 0xe0) AT(PreviousState, 0xe4)
AT(StateHistory, 0xe8) AT(StateHistoryEntry, 0x138) AT(CompletionStatus, 0x13c) AT(Flags, 0x140)
AT(UserFlags, 0x144) AT(Problem, 0x148) AT(ResourceList, 0x150) AT(ResourceListTranslated, 0x158)
AT(DuplicatePDO, 0x160) AT(ResourceRequirements, 0x168) AT(InterfaceType, 0x170)
AT(BusNumber, 0x174) AT(ChildInterfaceType, 0x178) AT(ChildBusNumber, 0x17c)
AT(ChildBusTypeIndex, 0x180) AT(RemovalPolicy, 0x182) AT(HardwareRemovalPolicy, 0x183)
AT(TargetDeviceNotify, 0x188) AT(DeviceArbiterList, 0x198) AT(DeviceTranslatorList, 0x1a8)
AT(NoTranslatorMask, 0x1b8) AT(QueryTranslatorMask, 0x1ba) AT(NoArbiterMask, 0x1bc)
AT(QueryArbiterMask, 0x1be) AT(OverUsed1, 0x1c0) AT(OverUsed2, 0x1c8) AT(BootResources, 0x1d0)
AT(BootResourcesTranslated, 0x1d8) AT(CapabilityFlags, 0x1e0) AT(DockInfo, 0x1e8)
AT(DisableableDepends, 0x208) AT(PendedSetInterfaceState, 0x210) AT(LegacyBusListEntry, 0x220)
AT(DriverUnloadRetryCount, 0x230) AT(PreviousParent, 0x238) AT(DeletedChildren, 0x240)
AT(NumaNodeIndex, 0x244) AT(ContainerID, 0x248) AT(OverrideFlags, 0x258)
AT(RequiresUnloadedDriver, 0x259) AT(PendingEjectRelations, 0x260)
#undef TYPE

#define TYPE WAIT_CONTEXT_BLOCK
SIZE(0x48)
AT(WaitQueueEntry, 0x0) AT(DeviceRoutine, 0x18) AT(DeviceContext, 0x20)
AT(NumberOfMapRegisters, 0x28) AT(DeviceObject, 0x30) AT(CurrentIrp, 0x38)
AT(BufferChainingDpc, 0x40)
#undef TYPE

#define TYPE DEVICE_OBJECT
SIZE(0x150)
AT(Type, 0x0) AT(Size, 0x2) AT(ReferenceCount, 0x4) AT(DriverObject, 0x8) AT(NextDevice, 0x10)
AT(AttachedDevice, 0x18) AT(CurrentIrp, 0x20) AT(Timer, 0x28) AT(Flags, 0x30)
AT(Characteristics, 0x34) AT(Vpb, 0x38) AT(DeviceExtension, 0x40) AT(DeviceType, 0x48)
AT(StackSize, 0x4c) AT(Queue, 0x50) AT(AlignmentRequirement, 0x98) AT(DeviceQueue, 0xa0)
AT(Dpc, 0xc8) AT(ActiveThreadCount, 0x108) AT(SecurityDescriptor, 0x110) AT(DeviceLock, 0x118)
AT(SectorSize, 0x130) AT(Spare1, 0x132) AT(DeviceObjectExtension, 0x138) AT(Reserved, 0x140)
#undef TYPE

#define TYPE DEVICE_OBJECT_POWER_EXTENSION
SIZE(0x58)
AT(IdleCount, 0x0) AT(BusyCount, 0x4) AT(BusyReference, 0x8) AT(TotalBusyCount, 0xc)
AT(ConservationIdleTime, 0x10) AT(PerformanceIdleTime, 0x14) AT(DeviceObject, 0x18)
AT(IdleList, 0x20) AT(IdleType, 0x30) AT(IdleState, 0x34) AT(CurrentState, 0x38) AT(Volume, 0x40)
AT(Specific, 0x50)
#undef TYPE

#define TYPE DEVICE_RELATIONS
SIZE(0x10)
AT(Count, 0x0) AT(Objects, 0x8)
#undef TYPE

#define TYPE DEVOBJ_EXTENSION
SIZE(0x70)
AT(Type, 0x0) AT(Size, 0x2) AT(DeviceObject, 0x8) AT(PowerFlags, 0x10) AT(Dope, 0x18)
AT(ExtensionFlags, 0x20) AT(DeviceNode, 0x28) AT(AttachedTo, 0x30) AT(StartIoCount, 0x38)
AT(StartIoKey, 0x3c) AT(StartIoFlags, 0x40) AT(Vpb, 0x48) AT(DependentList, 0x50)
AT(ProviderList, 0x60)
#undef TYPE

#define TYPE DRIVER_EXTENSION
SIZE(0x38)
AT(DriverObject, 0x0) AT(AddDevice, 0x8) AT(Count, 0x10) AT(ServiceKeyName, 0x18)
AT(ClientDriverExtension, 0x28) AT(FsFilterCallbacks, 0x30)
#undef TYPE

#define TYPE DRIVER_OBJECT
SIZE(0x150)
AT(Type, 0x0) AT(Size, 0x2) AT(DeviceObject, 0x8) AT(Flags, 0x10) AT(DriverStart, 0x18)
AT(DriverSize, 0x20) AT(DriverSection, 0x28) AT(DriverExtension, 0x30) AT(DriverName, 0x38)
AT(HardwareDatabase, 0x48) AT(FastIoDispatch, 0x50) AT(DriverInit, 0x58) AT(DriverStartIo, 0x60)
AT(DriverUnload, 0x68) AT(MajorFunction, 0x70)
#undef TYPE

#define TYPE DUMMY_FILE_OBJECT
SIZE(0x110)
AT(ObjectHeader, 0x0) AT(FileObjectBody, 0x38)
#undef TYPE

#define TYPE ECP_LIST
SIZE(0x18)
AT(Signature, 0x0) AT(Flags, 0x4) AT(EcpList, 0x8)
#undef TYPE

#define TYPE FAST_IO_DISPATCH
SIZE(0xe0)
AT(SizeOfFastIoDispatch, 0x0) AT(FastIoCheckIfPossible, 0x8) AT(FastIoRead, 0x10)
AT(FastIoWrite, 0x18) AT(FastIoQueryBasicInfo, 0x20) AT(FastIoQueryStandardInfo, 0x28)
AT(FastIoLock, 0x30) AT(FastIoUnlockSingle, 0x38) AT(FastIoUnlockAll, 0x40)
AT(FastIoUnlockAllByKey, 0x48) AT(FastIoDeviceControl, 0x50)
AT(AcquireFileForNtCreateSection, 0x58) AT(ReleaseFileForNtCreateSection, 0x60)
AT(FastIoDetachDevice, 0x68) AT(FastIoQueryNetworkOpenInfo, 0x70) AT(AcquireForModWrite, 0x78)
AT(MdlRead, 0x80) AT(MdlReadComplete, 0x88) AT(PrepareMdlWrite, 0x90) AT(MdlWriteComplete, 0x98)
AT(FastIoReadCompressed, 0xa0) AT(FastIoWriteCompressed, 0xa8) AT(MdlReadCompleteCompressed, 0xb0)
AT(MdlWriteCompleteCompressed, 0xb8) AT(FastIoQueryOpen, 0xc0) AT(ReleaseForModWrite, 0xc8)
AT(AcquireForCcFlush, 0xd0) AT(ReleaseForCcFlush, 0xd8)
#undef TYPE

#define TYPE FILE_BASIC_INFORMATION
SIZE(0x28)
AT(CreationTime, 0x0) AT(LastAccessTime, 0x8) AT(LastWriteTime, 0x10) AT(ChangeTime, 0x18)
AT(FileAttributes, 0x20)
#undef TYPE

#define TYPE FILE_GET_QUOTA_INFORMATION
SIZE(0x14)
AT(NextEntryOffset, 0x0) AT(SidLength, 0x4) AT(Sid, 0x8)
#undef TYPE

#define TYPE FILE_NETWORK_OPEN_INFORMATION
SIZE(0x38)
AT(CreationTime, 0x0) AT(LastAccessTime, 0x8) AT(LastWriteTime, 0x10) AT(ChangeTime, 0x18)
AT(AllocationSize, 0x20) AT(EndOfFile, 0x28) AT(FileAttributes, 0x30)
#undef TYPE

#define TYPE FILE_OBJECT
SIZE(0xd8)
AT(Type, 0x0) AT(Size, 0x2) AT(DeviceObject, 0x8) AT(Vpb, 0x10) AT(FsContext, 0x18)
AT(FsContext2, 0x20) AT(SectionObjectPointer, 0x28) AT(PrivateCacheMap, 0x30)
AT(FinalStatus, 0x38) AT(RelatedFileObject, 0x40) AT(LockOperation, 0x48) AT(DeletePending, 0x49)
AT(ReadAccess, 0x4a) AT(WriteAccess, 0x4b) AT(DeleteAccess, 0x4c) AT(SharedRead, 0x4d)
AT(SharedWrite, 0x4e) AT(SharedDelete, 0x4f) AT(Flags, 0x50) AT(FileName, 0x58)
AT(CurrentByteOffset, 0x68) AT(Waiters, 0x70) AT(Busy, 0x74) AT(LastLock, 0x78) AT(Lock, 0x80)
AT(Event, 0x98) AT(CompletionContext, 0xb0) AT(IrpListLock, 0xb8) AT(IrpList, 0xc0)
AT(FileObjectExtension, 0xd0)
#undef TYPE

#define TYPE FILE_SEGMENT_ELEMENT
SIZE(0x8)
AT(Buffer, 0x0) AT(Alignment, 0x0)
#undef TYPE

#define TYPE FILE_STANDARD_INFORMATION
SIZE(0x18)
AT(AllocationSize, 0x0) AT(EndOfFile, 0x8) AT(NumberOfLinks, 0x10) AT(DeletePending, 0x14)
AT(Directory, 0x15)
#undef TYPE

#define TYPE FSRTL_ADVANCED_FCB_HEADER
SIZE(0x58)
AT(NodeTypeCode, 0x0) AT(NodeByteSize, 0x2) AT(Flags, 0x4) AT(IsFastIoPossible, 0x5)
AT(Flags2, 0x6) AT(Resource, 0x8) AT(PagingIoResource, 0x10) AT(AllocationSize, 0x18)
AT(FileSize, 0x20) AT(ValidDataLength, 0x28) AT(FastMutex, 0x30) AT(FilterContexts, 0x38)
AT(PushLock, 0x48) AT(FileContextSupportPointer, 0x50)
#undef TYPE

#define TYPE FS_FILTER_CALLBACKS
SIZE(0x68)
AT(SizeOfFsFilterCallbacks, 0x0) AT(Reserved, 0x4) AT(PreAcquireForSectionSynchronization, 0x8)
AT(PostAcquireForSectionSynchronization, 0x10) AT(PreReleaseForSectionSynchronization, 0x18)
AT(PostReleaseForSectionSynchronization, 0x20) AT(PreAcquireForCcFlush, 0x28)
AT(PostAcquireForCcFlush, 0x30) AT(PreReleaseForCcFlush, 0x38) AT(PostReleaseForCcFlush, 0x40)
AT(PreAcquireForModifiedPageWriter, 0x48) AT(PostAcquireForModifiedPageWriter, 0x50)
AT(PreReleaseForModifiedPageWriter, 0x58) AT(PostReleaseForModifiedPageWriter, 0x60)
#undef TYPE

#define TYPE FS_FILTER_PARAMETERS
SIZE(0x28)
AT(AcquireForModifiedPageWriter, 0x0) AT(ReleaseForModifiedPageWriter, 0x0)
AT(AcquireForSectionSynchronization, 0x0) AT(NotifyStreamFileObject, 0x0) AT(Others, 0x0)
#undef TYPE

#define TYPE FS_FILTER_CALLBACK_DATA
SIZE(0x40)
AT(SizeOfFsFilterCallbackData, 0x0) AT(Operation, 0x4) AT(Reserved, 0x5) AT(DeviceObject, 0x8)
AT(FileObject, 0x10) AT(Parameters, 0x18)
#undef TYPE

#define TYPE INTERFACE
SIZE(0x20)
AT(Size, 0x0) AT(Version, 0x2) AT(Context, 0x8) AT(InterfaceReference, 0x10)
AT(InterfaceDereference, 0x18)
#undef TYPE

#define TYPE IOP_FILE_OBJECT_EXTENSION
SIZE(0x48)
AT(FoExtFlags, 0x0) AT(FoExtPerTypeExtension, 0x8) AT(FoIoPriorityHint, 0x40)
#undef TYPE

#define TYPE IO_CLIENT_EXTENSION
SIZE(0x10)
AT(NextExtension, 0x0) AT(ClientIdentificationAddress, 0x8)
#undef TYPE

#define TYPE IO_COMPLETION_CONTEXT
SIZE(0x10)
AT(Port, 0x0) AT(Key, 0x8)
#undef TYPE

#define TYPE IO_DRIVER_CREATE_CONTEXT
SIZE(0x20)
AT(Size, 0x0) AT(ExtraCreateParameter, 0x8) AT(DeviceObjectHint, 0x10) AT(TxnParameters, 0x18)
#undef TYPE

#define TYPE IO_MINI_COMPLETION_PACKET_USER
SIZE(0x50)
AT(ListEntry, 0x0) AT(PacketType, 0x10) AT(KeyContext, 0x18) AT(ApcContext, 0x20)
AT(IoStatus, 0x28) AT(IoStatusInformation, 0x30) AT(MiniPacketCallback, 0x38) AT(Context, 0x40)
AT(Allocated, 0x48)
#undef TYPE

#define TYPE IO_PRIORITY_INFO
SIZE(0x10)
AT(Size, 0x0) AT(ThreadPriority, 0x4) AT(PagePriority, 0x8) AT(IoPriority, 0xc)
#undef TYPE

#define TYPE IO_RESOURCE_DESCRIPTOR
SIZE(0x20)
AT(Option, 0x0) AT(Type, 0x1) AT(ShareDisposition, 0x2) AT(Spare1, 0x3) AT(Flags, 0x4)
AT(Spare2, 0x6) AT(u, 0x8)
#undef TYPE

#define TYPE IO_RESOURCE_LIST
SIZE(0x28)
AT(Version, 0x0) AT(Revision, 0x2) AT(Count, 0x4) AT(Descriptors, 0x8)
#undef TYPE

#define TYPE IO_RESOURCE_REQUIREMENTS_LIST
SIZE(0x48)
AT(ListSize, 0x0) AT(InterfaceType, 0x4) AT(BusNumber, 0x8) AT(SlotNumber, 0xc) AT(Reserved, 0x10)
AT(AlternativeLists, 0x1c) AT(List, 0x20)
#undef TYPE

#define TYPE IO_SECURITY_CONTEXT
SIZE(0x18)
AT(SecurityQos, 0x0) AT(AccessState, 0x8) AT(DesiredAccess, 0x10) AT(FullCreateOptions, 0x14)
#undef TYPE

#define TYPE POWER_STATE
SIZE(0x4)
AT(SystemState, 0x0) AT(DeviceState, 0x0)
#undef TYPE

#define TYPE SYSTEM_POWER_STATE_CONTEXT
SIZE(0x4)
AT(ContextAsUlong, 0x0)
#undef TYPE

#define TYPE IO_STACK_LOCATION
SIZE(0x48)
AT(MajorFunction, 0x0) AT(MinorFunction, 0x1) AT(Flags, 0x2) AT(Control, 0x3) AT(Parameters, 0x8)
AT(DeviceObject, 0x28) AT(FileObject, 0x30) AT(CompletionRoutine, 0x38) AT(Context, 0x40)
#undef TYPE

#define TYPE IO_TIMER
SIZE(0x30)
AT(Type, 0x0) AT(TimerFlag, 0x2) AT(TimerList, 0x8) AT(TimerRoutine, 0x18) AT(Context, 0x20)
AT(DeviceObject, 0x28)
#undef TYPE

#define TYPE IO_WORKITEM
SIZE(0x40)
AT(WorkItem, 0x0) AT(Routine, 0x20) AT(IoObject, 0x28) AT(Context, 0x30) AT(Type, 0x38)
#undef TYPE

#define TYPE IRP
SIZE(0xd0)
AT(Type, 0x0) AT(Size, 0x2) AT(MdlAddress, 0x8) AT(Flags, 0x10) AT(AssociatedIrp, 0x18)
AT(ThreadListEntry, 0x20) AT(IoStatus, 0x30) AT(RequestorMode, 0x40) AT(PendingReturned, 0x41)
AT(StackCount, 0x42) AT(CurrentLocation, 0x43) AT(Cancel, 0x44) AT(CancelIrql, 0x45)
AT(ApcEnvironment, 0x46) AT(AllocationFlags, 0x47) AT(UserIosb, 0x48) AT(UserEvent, 0x50)
AT(Overlay, 0x58) AT(CancelRoutine, 0x68) AT(UserBuffer, 0x70) AT(Tail, 0x78)
#undef TYPE

#define TYPE MAILSLOT_CREATE_PARAMETERS
SIZE(0x18)
AT(MailslotQuota, 0x0) AT(MaximumMessageSize, 0x4) AT(ReadTimeout, 0x8) AT(TimeoutSpecified, 0x10)
#undef TYPE

#define TYPE NAMED_PIPE_CREATE_PARAMETERS
SIZE(0x28)
AT(NamedPipeType, 0x0) AT(ReadMode, 0x4) AT(CompletionMode, 0x8) AT(MaximumInstances, 0xc)
AT(InboundQuota, 0x10) AT(OutboundQuota, 0x14) AT(DefaultTimeout, 0x18) AT(TimeoutSpecified, 0x20)
#undef TYPE

#define TYPE OPEN_PACKET
SIZE(0xb8)
AT(Type, 0x0) AT(Size, 0x2) AT(FileObject, 0x8) AT(FinalStatus, 0x10) AT(Information, 0x18)
AT(ParseCheck, 0x20) AT(RelatedFileObject, 0x28) AT(OriginalAttributes, 0x30)
AT(AllocationSize, 0x38) AT(CreateOptions, 0x40) AT(FileAttributes, 0x44) AT(ShareAccess, 0x46)
AT(EaBuffer, 0x48) AT(EaLength, 0x50) AT(Options, 0x54) AT(Disposition, 0x58)
AT(BasicInformation, 0x60) AT(NetworkInformation, 0x68) AT(CreateFileType, 0x70)
AT(MailslotOrPipeParameters, 0x78) AT(Override, 0x80) AT(QueryOnly, 0x81) AT(DeleteOnly, 0x82)
AT(FullAttributes, 0x83) AT(LocalFileObject, 0x88) AT(InternalFlags, 0x90)
AT(DriverCreateContext, 0x98)
#undef TYPE

#define TYPE POWER_SEQUENCE
SIZE(0xc)
AT(SequenceD1, 0x0) AT(SequenceD2, 0x4) AT(SequenceD3, 0x8)
#undef TYPE

#define TYPE SCATTER_GATHER_ELEMENT
SIZE(0x18)
AT(Address, 0x0) AT(Length, 0x8) AT(Reserved, 0x10)
#undef TYPE

#define TYPE SCATTER_GATHER_LIST
SIZE(0x10)
AT(NumberOfElements, 0x0) AT(Reserved, 0x8)
#undef TYPE

#define TYPE TXN_PARAMETER_BLOCK
SIZE(0x10)
AT(Length, 0x0) AT(TxFsContext, 0x2) AT(TransactionObject, 0x8)
#undef TYPE

#define TYPE VPB
SIZE(0x60)
AT(Type, 0x0) AT(Size, 0x2) AT(Flags, 0x4) AT(VolumeLabelLength, 0x6) AT(DeviceObject, 0x8)
AT(RealDevice, 0x10) AT(SerialNumber, 0x18) AT(ReferenceCount, 0x1c) AT(VolumeLabel, 0x20)
#undef TYPE
