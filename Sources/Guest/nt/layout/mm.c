// Offsets of include/nt/mm.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE MMSECTION_FLAGS
SIZE(0x4)
#undef TYPE

#define TYPE CONTROL_AREA
SIZE(0x80)
AT(Segment, 0x0) AT(DereferenceList, 0x8) AT(NumberOfSectionReferences, 0x18)
AT(NumberOfPfnReferences, 0x20) AT(NumberOfMappedViews, 0x28) AT(NumberOfUserReferences, 0x30)
AT(u, 0x38) AT(FlushInProgressCount, 0x3c) AT(FilePointer, 0x40) AT(ControlAreaLock, 0x48)
AT(ModifiedWriteCount, 0x4c) AT(StartingFrame, 0x4c) AT(WaitingForDeletion, 0x50) AT(u2, 0x58)
AT(LockedPages, 0x68) AT(ViewList, 0x70)
#undef TYPE

#define TYPE MDL
SIZE(0x30)
AT(Next, 0x0) AT(Size, 0x8) AT(MdlFlags, 0xa) AT(Process, 0x10) AT(MappedSystemVa, 0x18)
AT(StartVa, 0x20) AT(ByteCount, 0x28) AT(ByteOffset, 0x2c)
#undef TYPE

#define TYPE MI_EXTRA_IMAGE_INFORMATION
SIZE(0x8)
AT(SizeOfHeaders, 0x0) AT(SizeOfImage, 0x4)
#undef TYPE

#define TYPE MI_SECTION_CREATION_GATE
SIZE(0x20)
AT(Next, 0x0) AT(Gate, 0x8)
#undef TYPE

#define TYPE SECTION_IMAGE_INFORMATION
SIZE(0x40)
AT(TransferAddress, 0x0) AT(ZeroBits, 0x8) AT(MaximumStackSize, 0x10) AT(CommittedStackSize, 0x18)
AT(SubSystemType, 0x20) AT(SubSystemMinorVersion, 0x24) AT(SubSystemVersion, 0x24)
AT(SubSystemMajorVersion, 0x26) AT(GpValue, 0x28) AT(ImageCharacteristics, 0x2c)
AT(DllCharacteristics, 0x2e) AT(Machine, 0x30) AT(ImageContainsCode, 0x32) AT(ImageFlags, 0x33)
AT(LoaderFlags, 0x34) AT(ImageFileSize, 0x38) AT(CheckSum, 0x3c)
#undef TYPE

#define TYPE MI_SECTION_IMAGE_INFORMATION
SIZE(0x48)
AT(ExportedImageInformation, 0x0) AT(InternalImageInformation, 0x40)
#undef TYPE

#define TYPE MMPTE_HARDWARE
SIZE(0x8)
#undef TYPE

#define TYPE MMPTE_LIST
SIZE(0x8)
#undef TYPE

#define TYPE MMPTE_PROTOTYPE
SIZE(0x8)
#undef TYPE

#define TYPE MMPTE_SOFTWARE
SIZE(0x8)
#undef TYPE

#define TYPE MMPTE_SUBSECTION
SIZE(0x8)
#undef TYPE

#define TYPE MMPTE_TIMESTAMP
SIZE(0x8)
#undef TYPE

#define TYPE MMPTE_TRANSITION
SIZE(0x8)
#undef TYPE

#define TYPE MMPTE
SIZE(0x8)
AT(u, 0x0)
#undef TYPE

#define TYPE MI_SPECIAL_POOL_PTE_LIST
SIZE(0x10)
AT(FreePteHead, 0x0) AT(FreePteTail, 0x8)
#undef TYPE

#define TYPE MI_SPECIAL_POOL
SIZE(0x48)
AT(PteBase, 0x0) AT(Lock, 0x8) AT(Paged, 0x10) AT(NonPaged, 0x20) AT(PagesInUse, 0x30)
AT(SpecialPoolPdes, 0x38)
#undef TYPE

#define TYPE MI_SYSTEM_PTE_TYPE
SIZE(0x48)
AT(Bitmap, 0x0) AT(Flags, 0x10) AT(Hint, 0x14) AT(BasePte, 0x18) AT(FailureCount, 0x20)
AT(Vm, 0x28) AT(TotalSystemPtes, 0x30) AT(TotalFreeSystemPtes, 0x34) AT(CachedPteCount, 0x38)
AT(PteFailures, 0x3c) AT(SpinLock, 0x40) AT(GlobalMutex, 0x40)
#undef TYPE

#define TYPE MI_VERIFIER_POOL_HEADER
SIZE(0x8)
AT(VerifierPoolEntry, 0x0)
#undef TYPE

#define TYPE MMSECURE_FLAGS
SIZE(0x4)
#undef TYPE

#define TYPE MMADDRESS_LIST
SIZE(0x10)
AT(u1, 0x0) AT(EndVa, 0x8)
#undef TYPE

#define TYPE MMADDRESS_NODE
SIZE(0x28)
AT(u1, 0x0) AT(LeftChild, 0x8) AT(RightChild, 0x10) AT(StartingVpn, 0x18) AT(EndingVpn, 0x20)
#undef TYPE

#define TYPE MMBANKED_SECTION
SIZE(0x38)
AT(BasePhysicalPage, 0x0) AT(BasedPte, 0x8) AT(BankSize, 0x10) AT(BankShift, 0x14)
AT(BankedRoutine, 0x18) AT(Context, 0x20) AT(CurrentMappedPte, 0x28) AT(BankTemplate, 0x30)
#undef TYPE

#define TYPE MMEXTEND_INFO
SIZE(0x10)
AT(CommittedSize, 0x0) AT(ReferenceCount, 0x8)
#undef TYPE

#define TYPE MMPAGING_FILE
SIZE(0x90)
AT(Size, 0x0) AT(MaximumSize, 0x8) AT(MinimumSize, 0x10) AT(FreeSpace, 0x18) AT(PeakUsage, 0x20)
AT(HighestPage, 0x28) AT(File, 0x30) AT(Entry, 0x38) AT(PageFileName, 0x48) AT(Bitmap, 0x58)
AT(EvictStoreBitmap, 0x60) AT(BitmapHint, 0x68) AT(LastAllocationSize, 0x6c)
AT(ToBeEvictedCount, 0x70) AT(FileHandle, 0x78) AT(Lock, 0x80) AT(LockOwner, 0x88)
#undef TYPE

#define TYPE MMPFNENTRY
SIZE(0x2)
#undef TYPE

#define TYPE MMPFN
SIZE(0x30)
AT(u1, 0x0) AT(u2, 0x8) AT(PteAddress, 0x10) AT(VolatilePteAddress, 0x10) AT(Lock, 0x10)
AT(PteLong, 0x10) AT(u3, 0x18) AT(UsedPageTableEntries, 0x1c) AT(VaType, 0x1e) AT(ViewCount, 0x1f)
AT(OriginalPte, 0x20) AT(AweReferenceCount, 0x20) AT(u4, 0x28)
#undef TYPE

#define TYPE MMPFNLIST
SIZE(0x28)
AT(Total, 0x0) AT(ListName, 0x8) AT(Flink, 0x10) AT(Blink, 0x18) AT(Lock, 0x20)
#undef TYPE

#define TYPE MMSESSION
SIZE(0x58)
AT(SystemSpaceViewLock, 0x0) AT(SystemSpaceViewLockPointer, 0x38) AT(SystemSpaceViewTable, 0x40)
AT(SystemSpaceHashSize, 0x48) AT(SystemSpaceHashEntries, 0x4c) AT(SystemSpaceHashKey, 0x50)
AT(BitmapFailures, 0x54)
#undef TYPE

#define TYPE MMSUBSECTION_FLAGS
SIZE(0x4)
#undef TYPE

#define TYPE MMSUBSECTION_NODE
SIZE(0x28)
AT(u, 0x0) AT(StartingSector, 0x4) AT(NumberOfFullSectors, 0x8) AT(u1, 0x10) AT(LeftChild, 0x18)
AT(RightChild, 0x20)
#undef TYPE

#define TYPE MMSUPPORT_FLAGS
SIZE(0x4)
#undef TYPE

#define TYPE MMSUPPORT
SIZE(0x88)
AT(WorkingSetMutex, 0x0) AT(ExitGate, 0x8) AT(AccessLog, 0x10) AT(WorkingSetExpansionLinks, 0x18)
AT(AgeDistribution, 0x28) AT(MinimumWorkingSetSize, 0x44) AT(WorkingSetSize, 0x48)
AT(WorkingSetPrivateSize, 0x4c) AT(MaximumWorkingSetSize, 0x50) AT(ChargedWslePages, 0x54)
AT(ActualWslePages, 0x58) AT(WorkingSetSizeOverhead, 0x5c) AT(PeakWorkingSetSize, 0x60)
AT(HardFaultCount, 0x64) AT(VmWorkingSetList, 0x68) AT(NextPageColor, 0x70)
AT(LastTrimStamp, 0x72) AT(PageFaultCount, 0x74) AT(RepurposeCount, 0x78) AT(Spare, 0x7c)
AT(Flags, 0x84)
#undef TYPE

#define TYPE MMVAD_FLAGS
SIZE(0x8)
#undef TYPE

#define TYPE MMVAD_FLAGS2
SIZE(0x4)
#undef TYPE

#define TYPE MMVAD_FLAGS3
SIZE(0x8)
#undef TYPE

#define TYPE MMVAD
SIZE(0x78)
AT(u1, 0x0) AT(LeftChild, 0x8) AT(RightChild, 0x10) AT(StartingVpn, 0x18) AT(EndingVpn, 0x20)
AT(u, 0x28) AT(PushLock, 0x30) AT(u5, 0x38) AT(u2, 0x40) AT(Subsection, 0x48)
AT(MappedSubsection, 0x48) AT(FirstPrototypePte, 0x50) AT(LastContiguousPte, 0x58)
AT(ViewLinks, 0x60) AT(VadsProcess, 0x70)
#undef TYPE

#define TYPE MMVAD_LONG
SIZE(0x90)
AT(u1, 0x0) AT(LeftChild, 0x8) AT(RightChild, 0x10) AT(StartingVpn, 0x18) AT(EndingVpn, 0x20)
AT(u, 0x28) AT(PushLock, 0x30) AT(u5, 0x38) AT(u2, 0x40) AT(Subsection, 0x48)
AT(FirstPrototypePte, 0x50) AT(LastContiguousPte, 0x58) AT(ViewLinks, 0x60) AT(VadsProcess, 0x70)
AT(u3, 0x78) AT(u4, 0x88)
#undef TYPE

#define TYPE MMVAD_SHORT
SIZE(0x40)
AT(u1, 0x0) AT(LeftChild, 0x8) AT(RightChild, 0x10) AT(StartingVpn, 0x18) AT(EndingVpn, 0x20)
AT(u, 0x28) AT(PushLock, 0x30) AT(u5, 0x38)
#undef TYPE

#define TYPE MMVIEW
SIZE(0x30)
AT(Entry, 0x0) AT(ControlArea, 0x8) AT(ViewLinks, 0x10) AT(SessionViewVa, 0x20)
AT(SessionId, 0x28)
#undef TYPE

#define TYPE MMWSL
SIZE(0x488)
AT(FirstFree, 0x0) AT(FirstDynamic, 0x4) AT(LastEntry, 0x8) AT(NextSlot, 0xc) AT(Wsle, 0x10)
AT(LowestPagableAddress, 0x18) AT(LastInitializedWsle, 0x20) AT(NextAgingSlot, 0x24)
AT(NumberOfCommittedPageTables, 0x28) AT(VadBitMapHint, 0x2c) AT(NonDirectCount, 0x30)
AT(LastVadBit, 0x34) AT(MaximumLastVadBit, 0x38) AT(LastAllocationSizeHint, 0x3c)
AT(LastAllocationSize, 0x40) AT(NonDirectHash, 0x48) AT(HashTableStart, 0x50)
AT(HighestPermittedHashAddress, 0x58) AT(MaximumUserPageTablePages, 0x60)
AT(MaximumUserPageDirectoryPages, 0x64) AT(CommittedPageTables, 0x68)
AT(NumberOfCommittedPageDirectories, 0x70) AT(CommittedPageDirectories, 0x78)
AT(NumberOfCommittedPageDirectoryParents, 0x478) AT(CommittedPageDirectoryParents, 0x480)
#undef TYPE

#define TYPE MMWSLENTRY
SIZE(0x8)
#undef TYPE

#define TYPE MMWSLE_FREE_ENTRY
SIZE(0x8)
#undef TYPE

#define TYPE MMWSLE
SIZE(0x8)
AT(u1, 0x0)
#undef TYPE

#define TYPE MMWSLE_HASH
SIZE(0x4)
AT(Index, 0x0)
#undef TYPE

#define TYPE MMWSLE_NONDIRECT_HASH
SIZE(0x10)
AT(Key, 0x0) AT(Index, 0x8)
#undef TYPE

#define TYPE MM_AVL_TABLE
SIZE(0x40)
AT(BalancedRoot, 0x0) AT(NodeHint, 0x30) AT(NodeFreeHint, 0x38)
#undef TYPE

#define TYPE MM_DRIVER_VERIFIER_DATA
SIZE(0xa0)
AT(Level, 0x0) AT(RaiseIrqls, 0x4) AT(AcquireSpinLocks, 0x8) AT(SynchronizeExecutions, 0xc)
AT(AllocationsAttempted, 0x10) AT(AllocationsSucceeded, 0x14)
AT(AllocationsSucceededSpecialPool, 0x18) AT(AllocationsWithNoTag, 0x1c) AT(TrimRequests, 0x20)
AT(Trims, 0x24) AT(AllocationsFailed, 0x28) AT(AllocationsFailedDeliberately, 0x2c)
AT(Loads, 0x30) AT(Unloads, 0x34) AT(UnTrackedPool, 0x38) AT(UserTrims, 0x3c)
AT(CurrentPagedPoolAllocations, 0x40) AT(CurrentNonPagedPoolAllocations, 0x44)
AT(PeakPagedPoolAllocations, 0x48) AT(PeakNonPagedPoolAllocations, 0x4c) AT(PagedBytes, 0x50)
AT(NonPagedBytes, 0x58) AT(PeakPagedBytes, 0x60) AT(PeakNonPagedBytes, 0x68)
AT(BurstAllocationsFailedDeliberately, 0x70) AT(SessionTrims, 0x74) AT(OptionChanges, 0x78)
AT(VerifyMode, 0x7c) AT(PreviousBucketName, 0x80) AT(ActivityCounter, 0x90)
AT(PreviousActivityCounter, 0x94) AT(WorkerTrimRequests, 0x98)
#undef TYPE

#define TYPE MM_PAGED_POOL_INFO
SIZE(0x68)
AT(Mutex, 0x0) AT(PagedPoolAllocationMap, 0x38) AT(FirstPteForPagedPool, 0x48)
AT(PagedPoolHint, 0x50) AT(PagedPoolCommit, 0x58) AT(AllocatedPagedPool, 0x60)
#undef TYPE

#define TYPE MM_SESSION_SPACE_FLAGS
SIZE(0x4)
#undef TYPE

#define TYPE MM_SESSION_SPACE
SIZE(0x1f80)
AT(ReferenceCount, 0x0) AT(u, 0x4) AT(SessionId, 0x8) AT(ProcessReferenceToSession, 0xc)
AT(ProcessList, 0x10) AT(LastProcessSwappedOutTime, 0x20) AT(SessionPageDirectoryIndex, 0x28)
AT(NonPagablePages, 0x30) AT(CommittedPages, 0x38) AT(PagedPoolStart, 0x40) AT(PagedPoolEnd, 0x48)
AT(SessionObject, 0x50) AT(SessionObjectHandle, 0x58) AT(ResidentProcessCount, 0x60)
AT(SessionPoolAllocationFailures, 0x64) AT(ImageList, 0x78) AT(LocaleId, 0x88)
AT(AttachCount, 0x8c) AT(AttachGate, 0x90) AT(WsListEntry, 0xa8) AT(Lookaside, 0xc0)
AT(Session, 0xb40) AT(PagedPoolInfo, 0xb98) AT(Vm, 0xc00) AT(Wsle, 0xc88) AT(DriverUnload, 0xc90)
AT(PagedPool, 0xcc0) AT(PageDirectory, 0x1e00) AT(SessionVaLock, 0x1e08)
AT(DynamicVaBitMap, 0x1e40) AT(DynamicVaHint, 0x1e50) AT(SpecialPool, 0x1e58)
AT(SessionPteLock, 0x1ea0) AT(PoolBigEntriesInUse, 0x1ed8) AT(PagedPoolPdeCount, 0x1edc)
AT(SpecialPoolPdeCount, 0x1ee0) AT(DynamicSessionPdeCount, 0x1ee4) AT(SystemPteInfo, 0x1ee8)
AT(PoolTrackTableExpansion, 0x1f30) AT(PoolTrackTableExpansionSize, 0x1f38)
AT(PoolTrackBigPages, 0x1f40) AT(PoolTrackBigPagesSize, 0x1f48) AT(IoState, 0x1f50)
AT(IoStateSequence, 0x1f54) AT(IoNotificationEvent, 0x1f58) AT(CpuQuotaBlock, 0x1f70)
#undef TYPE

#define TYPE MM_SUBSECTION_AVL_TABLE
SIZE(0x38)
AT(BalancedRoot, 0x0) AT(NodeHint, 0x30)
#undef TYPE

#define TYPE MSUBSECTION
SIZE(0x68)
AT(ControlArea, 0x0) AT(SubsectionBase, 0x8) AT(NextSubsection, 0x10)
AT(NextMappedSubsection, 0x10) AT(PtesInSubsection, 0x18) AT(UnusedPtes, 0x20)
AT(GlobalPerSessionHead, 0x20) AT(u, 0x28) AT(StartingSector, 0x2c) AT(NumberOfFullSectors, 0x30)
AT(u1, 0x38) AT(LeftChild, 0x40) AT(RightChild, 0x48) AT(DereferenceList, 0x50)
AT(NumberOfMappedViews, 0x60)
#undef TYPE

#define TYPE SECTION_OBJECT
SIZE(0x30)
AT(StartingVa, 0x0) AT(EndingVa, 0x8) AT(Parent, 0x10) AT(LeftChild, 0x18) AT(RightChild, 0x20)
AT(Segment, 0x28)
#undef TYPE

#define TYPE SECTION_OBJECT_POINTERS
SIZE(0x18)
AT(DataSectionObject, 0x0) AT(SharedCacheMap, 0x8) AT(ImageSectionObject, 0x10)
#undef TYPE

#define TYPE SEGMENT_FLAGS
SIZE(0x4)
#undef TYPE

#define TYPE SEGMENT
SIZE(0x50)
AT(ControlArea, 0x0) AT(TotalNumberOfPtes, 0x8) AT(SegmentFlags, 0xc)
AT(NumberOfCommittedPages, 0x10) AT(SizeOfSegment, 0x18) AT(ExtendInfo, 0x20)
AT(BasedAddress, 0x20) AT(SegmentLock, 0x28) AT(u1, 0x30) AT(u2, 0x38) AT(PrototypePte, 0x40)
AT(ThePtes, 0x48)
#undef TYPE

#define TYPE SEGMENT_OBJECT
SIZE(0x40)
AT(BaseAddress, 0x0) AT(TotalNumberOfPtes, 0x8) AT(SizeOfSegment, 0x10) AT(NonExtendedPtes, 0x18)
AT(ImageCommitment, 0x1c) AT(ControlArea, 0x20) AT(Subsection, 0x28) AT(MmSectionFlags, 0x30)
AT(MmSubSectionFlags, 0x38)
#undef TYPE

#define TYPE SUBSECTION
SIZE(0x38)
AT(ControlArea, 0x0) AT(SubsectionBase, 0x8) AT(NextSubsection, 0x10) AT(PtesInSubsection, 0x18)
AT(UnusedPtes, 0x20) AT(GlobalPerSessionHead, 0x20) AT(u, 0x28) AT(StartingSector, 0x2c)
AT(NumberOfFullSectors, 0x30)
#undef TYPE

#define TYPE SYSPTES_HEADER
SIZE(0x28)
AT(ListHead, 0x0) AT(Count, 0x10) AT(NumberOfEntries, 0x18) AT(NumberOfEntriesPeak, 0x20)
#undef TYPE
