// Offsets of include/nt/peb.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE ACTIVATION_CONTEXT_STACK
SIZE(0x28)
AT(ActiveFrame, 0x0) AT(FrameListCache, 0x8) AT(Flags, 0x18) AT(NextCookieSequenceNumber, 0x1c)
AT(StackId, 0x20)
#undef TYPE

#define TYPE CURDIR
SIZE(0x18)
AT(DosPath, 0x0) AT(Handle, 0x10)
#undef TYPE

#define TYPE GDI_TEB_BATCH
SIZE(0x4e8)
AT(Offset, 0x0) AT(HDC, 0x8) AT(Buffer, 0x10)
#undef TYPE

#define TYPE HEAP_COUNTERS
SIZE(0x70)
AT(TotalMemoryReserved, 0x0) AT(TotalMemoryCommitted, 0x8) AT(TotalMemoryLargeUCR, 0x10)
AT(TotalSizeInVirtualBlocks, 0x18) AT(TotalSegments, 0x20) AT(TotalUCRs, 0x24)
AT(CommittOps, 0x28) AT(DeCommitOps, 0x2c) AT(LockAcquires, 0x30) AT(LockCollisions, 0x34)
AT(CommitRate, 0x38) AT(DecommittRate, 0x3c) AT(CommitFailures, 0x40)
AT(InBlockCommitFailures, 0x44) AT(CompactHeapCalls, 0x48) AT(CompactedUCRs, 0x4c)
AT(AllocAndFreeOps, 0x50) AT(InBlockDeccommits, 0x54) AT(InBlockDeccomitSize, 0x58)
AT(HighWatermarkSize, 0x60) AT(LastPolledSize, 0x68)
#undef TYPE

#define TYPE HEAP_ENTRY
SIZE(0x10)
AT(PreviousBlockPrivateData, 0x0) AT(Reserved, 0x0) AT(ReservedForAlignment, 0x0) AT(Size, 0x8)
AT(CompactHeader, 0x8) AT(FunctionIndex, 0x8) AT(InterceptorValue, 0x8) AT(Code1, 0x8)
AT(AgregateCode, 0x8) AT(Flags, 0xa) AT(ContextValue, 0xa) AT(SmallTagIndex, 0xb)
AT(PreviousSize, 0xc) AT(UnusedBytesLength, 0xc) AT(Code2, 0xc) AT(SegmentOffset, 0xe)
AT(LFHFlags, 0xe) AT(EntryOffset, 0xe) AT(Code3, 0xe) AT(UnusedBytes, 0xf)
AT(ExtendedBlockSignature, 0xf) AT(Code4, 0xf)
#undef TYPE

#define TYPE HEAP_TUNING_PARAMETERS
SIZE(0x10)
AT(CommittThresholdShift, 0x0) AT(MaxPreCommittThreshold, 0x8)
#undef TYPE

#define TYPE HEAP
SIZE(0x208)
AT(Entry, 0x0) AT(SegmentSignature, 0x10) AT(SegmentFlags, 0x14) AT(SegmentListEntry, 0x18)
AT(Heap, 0x28) AT(BaseAddress, 0x30) AT(NumberOfPages, 0x38) AT(FirstEntry, 0x40)
AT(LastValidEntry, 0x48) AT(NumberOfUnCommittedPages, 0x50) AT(NumberOfUnCommittedRanges, 0x54)
AT(SegmentAllocatorBackTraceIndex, 0x58) AT(Reserved, 0x5a) AT(UCRSegmentList, 0x60)
AT(Flags, 0x70) AT(ForceFlags, 0x74) AT(CompatibilityFlags, 0x78) AT(EncodeFlagMask, 0x7c)
AT(Encoding, 0x80) AT(PointerKey, 0x90) AT(Interceptor, 0x98) AT(VirtualMemoryThreshold, 0x9c)
AT(Signature, 0xa0) AT(SegmentReserve, 0xa8) AT(SegmentCommit, 0xb0)
AT(DeCommitFreeBlockThreshold, 0xb8) AT(DeCommitTotalFreeThreshold, 0xc0) AT(TotalFreeSize, 0xc8)
AT(MaximumAllocationSize, 0xd0) AT(ProcessHeapsListIndex, 0xd8) AT(HeaderValidateLength, 0xda)
AT(HeaderValidateCopy, 0xe0) AT(NextAvailableTagIndex, 0xe8) AT(MaximumTagIndex, 0xea)
AT(TagEntries, 0xf0) AT(UCRList, 0xf8) AT(AlignRound, 0x108) AT(AlignMask, 0x110)
AT(VirtualAllocdBlocks, 0x118) AT(SegmentList, 0x128) AT(AllocatorBackTraceIndex, 0x138)
AT(NonDedicatedListLength, 0x13c) AT(BlocksIndex, 0x140) AT(UCRIndex, 0x148)
AT(PseudoTagEntries, 0x150) AT(FreeLists, 0x158) AT(LockVariable, 0x168) AT(CommitRoutine, 0x170)
AT(FrontEndHeap, 0x178) AT(FrontHeapLockCount, 0x180) AT(FrontEndHeapType, 0x182)
AT(Counters, 0x188) AT(TuningParameters, 0x1f8)
#undef TYPE

#define TYPE HEAP_DEBUGGING_INFORMATION
SIZE(0x30)
AT(InterceptorFunction, 0x0) AT(InterceptorValue, 0x8) AT(ExtendedOptions, 0xc)
AT(StackTraceDepth, 0x10) AT(MinTotalBlockSize, 0x18) AT(MaxTotalBlockSize, 0x20)
AT(HeapLeakEnumerationRoutine, 0x28)
#undef TYPE

#define TYPE HEAP_ENTRY_EXTRA
SIZE(0x10)
AT(AllocatorBackTraceIndex, 0x0) AT(ZeroInit, 0x0) AT(TagIndex, 0x2) AT(Settable, 0x8)
AT(ZeroInit1, 0x8)
#undef TYPE

#define TYPE HEAP_FREE_ENTRY
SIZE(0x20)
AT(PreviousBlockPrivateData, 0x0) AT(Reserved, 0x0) AT(ReservedForAlignment, 0x0) AT(Size, 0x8)
AT(CompactHeader, 0x8) AT(FunctionIndex, 0x8) AT(InterceptorValue, 0x8) AT(Code1, 0x8)
AT(AgregateCode, 0x8) AT(Flags, 0xa) AT(ContextValue, 0xa) AT(SmallTagIndex, 0xb)
AT(PreviousSize, 0xc) AT(UnusedBytesLength, 0xc) AT(Code2, 0xc) AT(SegmentOffset, 0xe)
AT(LFHFlags, 0xe) AT(EntryOffset, 0xe) AT(Code3, 0xe) AT(UnusedBytes, 0xf)
AT(ExtendedBlockSignature, 0xf) AT(Code4, 0xf) AT(FreeList, 0x10)
#undef TYPE

#define TYPE HEAP_FREE_ENTRY_EXTRA
SIZE(0x4)
AT(TagIndex, 0x0) AT(FreeBackTraceIndex, 0x2)
#undef TYPE

#define TYPE HEAP_LIST_LOOKUP
SIZE(0x38)
AT(ExtendedLookup, 0x0) AT(ArraySize, 0x8) AT(ExtraItem, 0xc) AT(ItemCount, 0x10)
AT(OutOfRangeItems, 0x14) AT(BaseIndex, 0x18) AT(ListHead, 0x20) AT(ListsInUseUlong, 0x28)
AT(ListHints, 0x30)
#undef TYPE

#define TYPE HEAP_LOCK
SIZE(0x28)
AT(Lock, 0x0)
#undef TYPE

#define TYPE HEAP_LOOKASIDE
SIZE(0x40)
AT(ListHead, 0x0) AT(Depth, 0x10) AT(MaximumDepth, 0x12) AT(TotalAllocates, 0x14)
AT(AllocateMisses, 0x18) AT(TotalFrees, 0x1c) AT(FreeMisses, 0x20) AT(LastTotalAllocates, 0x24)
AT(LastAllocateMisses, 0x28) AT(Counters, 0x2c)
#undef TYPE

#define TYPE HEAP_PSEUDO_TAG_ENTRY
SIZE(0x10)
AT(Allocs, 0x0) AT(Frees, 0x4) AT(Size, 0x8)
#undef TYPE

#define TYPE HEAP_SEGMENT
SIZE(0x70)
AT(Entry, 0x0) AT(SegmentSignature, 0x10) AT(SegmentFlags, 0x14) AT(SegmentListEntry, 0x18)
AT(Heap, 0x28) AT(BaseAddress, 0x30) AT(NumberOfPages, 0x38) AT(FirstEntry, 0x40)
AT(LastValidEntry, 0x48) AT(NumberOfUnCommittedPages, 0x50) AT(NumberOfUnCommittedRanges, 0x54)
AT(SegmentAllocatorBackTraceIndex, 0x58) AT(Reserved, 0x5a) AT(UCRSegmentList, 0x60)
#undef TYPE

#define TYPE HEAP_STOP_ON_TAG
SIZE(0x4)
AT(HeapAndTagIndex, 0x0) AT(TagIndex, 0x0) AT(HeapIndex, 0x2)
#undef TYPE

#define TYPE HEAP_STOP_ON_VALUES
SIZE(0x30)
AT(AllocAddress, 0x0) AT(AllocTag, 0x8) AT(ReAllocAddress, 0x10) AT(ReAllocTag, 0x18)
AT(FreeAddress, 0x20) AT(FreeTag, 0x28)
#undef TYPE

#define TYPE INTERLOCK_SEQ
SIZE(0x8)
AT(Depth, 0x0) AT(OffsetAndDepth, 0x0) AT(Exchg, 0x0) AT(FreeEntryOffset, 0x2) AT(Sequence, 0x4)
#undef TYPE

#define TYPE HEAP_SUBSEGMENT
SIZE(0x30)
AT(LocalInfo, 0x0) AT(UserBlocks, 0x8) AT(AggregateExchg, 0x10) AT(BlockSize, 0x18)
AT(Alignment, 0x18) AT(Flags, 0x1a) AT(BlockCount, 0x1c) AT(SizeIndex, 0x1e)
AT(AffinityIndex, 0x1f) AT(SFreeListEntry, 0x20) AT(Lock, 0x28)
#undef TYPE

#define TYPE HEAP_TAG_ENTRY
SIZE(0x48)
AT(Allocs, 0x0) AT(Frees, 0x4) AT(Size, 0x8) AT(TagIndex, 0x10) AT(CreatorBackTraceIndex, 0x12)
AT(TagName, 0x14)
#undef TYPE

#define TYPE HEAP_UCR_DESCRIPTOR
SIZE(0x30)
AT(ListEntry, 0x0) AT(SegmentEntry, 0x10) AT(Address, 0x20) AT(Size, 0x28)
#undef TYPE

#define TYPE HEAP_USERDATA_HEADER
SIZE(0x20)
AT(SFreeListEntry, 0x0) AT(SubSegment, 0x0) AT(Reserved, 0x8) AT(SizeIndex, 0x10)
AT(Signature, 0x18)
#undef TYPE

#define TYPE HEAP_VIRTUAL_ALLOC_ENTRY
SIZE(0x40)
AT(Entry, 0x0) AT(ExtraStuff, 0x10) AT(CommitSize, 0x20) AT(ReserveSize, 0x28) AT(BusyBlock, 0x30)
#undef TYPE

#define TYPE KUSER_SHARED_DATA
SIZE(0x5f0)
AT(TickCountLowDeprecated, 0x0) AT(TickCountMultiplier, 0x4) AT(InterruptTime, 0x8)
AT(SystemTime, 0x14) AT(TimeZoneBias, 0x20) AT(ImageNumberLow, 0x2c) AT(ImageNumberHigh, 0x2e)
AT(NtSystemRoot, 0x30) AT(MaxStackTraceDepth, 0x238) AT(CryptoExponent, 0x23c)
AT(TimeZoneId, 0x240) AT(LargePageMinimum, 0x244) AT(Reserved2, 0x248) AT(NtProductType, 0x264)
AT(ProductTypeIsValid, 0x268) AT(NtMajorVersion, 0x26c) AT(NtMinorVersion, 0x270)
AT(ProcessorFeatures, 0x274) AT(Reserved1, 0x2b4) AT(Reserved3, 0x2b8) AT(TimeSlip, 0x2bc)
AT(AlternativeArchitecture, 0x2c0) AT(AltArchitecturePad, 0x2c4) AT(SystemExpirationDate, 0x2c8)
AT(SuiteMask, 0x2d0) AT(KdDebuggerEnabled, 0x2d4) AT(NXSupportPolicy, 0x2d5)
AT(ActiveConsoleId, 0x2d8) AT(DismountCount, 0x2dc) AT(ComPlusPackage, 0x2e0)
AT(LastSystemRITEventTickCount, 0x2e4) AT(NumberOfPhysicalPages, 0x2e8) AT(SafeBootMode, 0x2ec)
AT(TscQpcData, 0x2ed) AT(TscQpcPad, 0x2ee) AT(SharedDataFlags, 0x2f0) AT(DataFlagsPad, 0x2f4)
AT(TestRetInstruction, 0x2f8) AT(SystemCall, 0x300) AT(SystemCallReturn, 0x304)
AT(SystemCallPad, 0x308) AT(TickCount, 0x320) AT(TickCountQuad, 0x320)
AT(ReservedTickCountOverlay, 0x320) AT(TickCountPad, 0x32c) AT(Cookie, 0x330) AT(CookiePad, 0x334)
AT(ConsoleSessionForegroundProcessId, 0x338) AT(Wow64SharedInformation, 0x340)
AT(UserModeGlobalLogger, 0x380) AT(ImageFileExecutionOptions, 0x3a0)
AT(LangGenerationCount, 0x3a4) AT(Reserved5, 0x3a8) AT(InterruptTimeBias, 0x3b0)
AT(TscQpcBias, 0x3b8) AT(ActiveProcessorCount, 0x3c0) AT(ActiveGroupCount, 0x3c4)
AT(Reserved4, 0x3c6) AT(AitSamplingValue, 0x3c8) AT(AppCompatFlag, 0x3cc)
AT(SystemDllNativeRelocation, 0x3d0) AT(SystemDllWowRelocation, 0x3d8) AT(XStatePad, 0x3dc)
AT(XState, 0x3e0)
#undef TYPE

#define TYPE PEB
SIZE(0x380)
AT(InheritedAddressSpace, 0x0) AT(ReadImageFileExecOptions, 0x1) AT(BeingDebugged, 0x2)
AT(BitField, 0x3) AT(Mutant, 0x8) AT(ImageBaseAddress, 0x10) AT(Ldr, 0x18)
AT(ProcessParameters, 0x20) AT(SubSystemData, 0x28) AT(ProcessHeap, 0x30) AT(FastPebLock, 0x38)
AT(AtlThunkSListPtr, 0x40) AT(IFEOKey, 0x48) AT(CrossProcessFlags, 0x50)
AT(KernelCallbackTable, 0x58) AT(UserSharedInfoPtr, 0x58) AT(SystemReserved, 0x60)
AT(AtlThunkSListPtr32, 0x64) AT(ApiSetMap, 0x68) AT(TlsExpansionCounter, 0x70) AT(TlsBitmap, 0x78)
AT(TlsBitmapBits, 0x80) AT(ReadOnlySharedMemoryBase, 0x88) AT(HotpatchInformation, 0x90)
AT(ReadOnlyStaticServerData, 0x98) AT(AnsiCodePageData, 0xa0) AT(OemCodePageData, 0xa8)
AT(UnicodeCaseTableData, 0xb0) AT(NumberOfProcessors, 0xb8) AT(NtGlobalFlag, 0xbc)
AT(CriticalSectionTimeout, 0xc0) AT(HeapSegmentReserve, 0xc8) AT(HeapSegmentCommit, 0xd0)
AT(HeapDeCommitTotalFreeThreshold, 0xd8) AT(HeapDeCommitFreeBlockThreshold, 0xe0)
AT(NumberOfHeaps, 0xe8) AT(MaximumNumberOfHeaps, 0xec) AT(ProcessHeaps, 0xf0)
AT(GdiSharedHandleTable, 0xf8) AT(ProcessStarterHelper, 0x100) AT(GdiDCAttributeList, 0x108)
AT(LoaderLock, 0x110) AT(OSMajorVersion, 0x118) AT(OSMinorVersion, 0x11c) AT(OSBuildNumber, 0x120)
AT(OSCSDVersion, 0x122) AT(OSPlatformId, 0x124) AT(ImageSubsystem, 0x128)
AT(ImageSubsystemMajorVersion, 0x12c) AT(ImageSubsystemMinorVersion, 0x130)
AT(ActiveProcessAffinityMask, 0x138) AT(GdiHandleBuffer, 0x140) AT(PostProcessInitRoutine, 0x230)
AT(TlsExpansionBitmap, 0x238) AT(TlsExpansionBitmapBits, 0x240) AT(SessionId, 0x2c0)
AT(AppCompatFlags, 0x2c8) AT(AppCompatFlagsUser, 0x2d0) AT(pShimData, 0x2d8)
AT(AppCompatInfo, 0x2e0) AT(CSDVersion, 0x2e8) AT(ActivationContextData, 0x2f8)
AT(ProcessAssemblyStorageMap, 0x300) AT(SystemDefaultActivationContextData, 0x308)
AT(SystemAssemblyStorageMap, 0x310) AT(MinimumStackCommit, 0x318) AT(FlsCallback, 0x320)
AT(FlsListHead, 0x328) AT(FlsBitmap, 0x338) AT(FlsBitmapBits, 0x340) AT(FlsHighIndex, 0x350)
AT(WerRegistrationData, 0x358) AT(WerShipAssertPtr, 0x360) AT(pContextData, 0x368)
AT(pImageHeaderHash, 0x370) AT(TracingFlags, 0x378)
#undef TYPE

#define TYPE PEB_LDR_DATA
SIZE(0x58)
AT(Length, 0x0) AT(Initialized, 0x4) AT(SsHandle, 0x8) AT(InLoadOrderModuleList, 0x10)
AT(InMemoryOrderModuleList, 0x20) AT(InInitializationOrderModuleList, 0x30)
AT(EntryInProgress, 0x40) AT(ShutdownInProgress, 0x48) AT(ShutdownThreadId, 0x50)
#undef TYPE

#define TYPE RTL_ACTIVATION_CONTEXT_STACK_FRAME
SIZE(0x18)
AT(Previous, 0x0) AT(ActivationContext, 0x8) AT(Flags, 0x10)
#undef TYPE

#define TYPE RTL_DRIVE_LETTER_CURDIR
SIZE(0x18)
AT(Flags, 0x0) AT(Length, 0x2) AT(TimeStamp, 0x4) AT(DosPath, 0x8)
#undef TYPE

#define TYPE RTL_USER_PROCESS_PARAMETERS
SIZE(0x400)
AT(MaximumLength, 0x0) AT(Length, 0x4) AT(Flags, 0x8) AT(DebugFlags, 0xc) AT(ConsoleHandle, 0x10)
AT(ConsoleFlags, 0x18) AT(StandardInput, 0x20) AT(StandardOutput, 0x28) AT(StandardError, 0x30)
AT(CurrentDirectory, 0x38) AT(DllPath, 0x50) AT(ImagePathName, 0x60) AT(CommandLine, 0x70)
AT(Environment, 0x80) AT(StartingX, 0x88) AT(StartingY, 0x8c) AT(CountX, 0x90) AT(CountY, 0x94)
AT(CountCharsX, 0x98) AT(CountCharsY, 0x9c) AT(FillAttribute, 0xa0) AT(WindowFlags, 0xa4)
AT(ShowWindowFlags, 0xa8) AT(WindowTitle, 0xb0) AT(DesktopInfo, 0xc0) AT(ShellInfo, 0xd0)
AT(RuntimeData, 0xe0) AT(CurrentDirectores, 0xf0) AT(EnvironmentSize, 0x3f0)
AT(EnvironmentVersion, 0x3f8)
#undef TYPE

#define TYPE TEB
SIZE(0x1818)
AT(NtTib, 0x0) AT(EnvironmentPointer, 0x38) AT(ClientId, 0x40) AT(ActiveRpcHandle, 0x50)
AT(ThreadLocalStoragePointer, 0x58) AT(ProcessEnvironmentBlock, 0x60) AT(LastErrorValue, 0x68)
AT(CountOfOwnedCriticalSections, 0x6c) AT(CsrClientThread, 0x70) AT(Win32ThreadInfo, 0x78)
AT(User32Reserved, 0x80) AT(UserReserved, 0xe8) AT(WOW32Reserved, 0x100) AT(CurrentLocale, 0x108)
AT(FpSoftwareStatusRegister, 0x10c) AT(SystemReserved1, 0x110) AT(ExceptionCode, 0x2c0)
AT(ActivationContextStackPointer, 0x2c8) AT(SpareBytes, 0x2d0) AT(TxFsContext, 0x2e8)
AT(GdiTebBatch, 0x2f0) AT(RealClientId, 0x7d8) AT(GdiCachedProcessHandle, 0x7e8)
AT(GdiClientPID, 0x7f0) AT(GdiClientTID, 0x7f4) AT(GdiThreadLocalInfo, 0x7f8)
AT(Win32ClientInfo, 0x800) AT(glDispatchTable, 0x9f0) AT(glReserved1, 0x1138)
AT(glReserved2, 0x1220) AT(glSectionInfo, 0x1228) AT(glSection, 0x1230) AT(glTable, 0x1238)
AT(glCurrentRC, 0x1240) AT(glContext, 0x1248) AT(LastStatusValue, 0x1250)
AT(StaticUnicodeString, 0x1258) AT(StaticUnicodeBuffer, 0x1268) AT(DeallocationStack, 0x1478)
AT(TlsSlots, 0x1480) AT(TlsLinks, 0x1680) AT(Vdm, 0x1690) AT(ReservedForNtRpc, 0x1698)
AT(DbgSsReserved, 0x16a0) AT(HardErrorMode, 0x16b0) AT(Instrumentation, 0x16b8)
AT(ActivityId, 0x1710) AT(SubProcessTag, 0x1720) AT(EtwLocalData, 0x1728) AT(EtwTraceData, 0x1730)
AT(WinSockData, 0x1738) AT(GdiBatchCount, 0x1740) AT(CurrentIdealProcessor, 0x1744)
AT(IdealProcessorValue, 0x1744) AT(ReservedPad0, 0x1744) AT(ReservedPad1, 0x1745)
AT(ReservedPad2, 0x1746) AT(IdealProcessor, 0x1747) AT(GuaranteedStackBytes, 0x1748)
AT(ReservedForPerf, 0x1750) AT(ReservedForOle, 0x1758) AT(WaitingOnLoaderLock, 0x1760)
AT(SavedPriorityState, 0x1768) AT(SoftPatchPtr1, 0x1770) AT(ThreadPoolData, 0x1778)
AT(TlsExpansionSlots, 0x1780) AT(DeallocationBStore, 0x1788) AT(BStoreLimit, 0x1790)
AT(MuiGeneration, 0x1798) AT(IsImpersonating, 0x179c) AT(NlsCache, 0x17a0) AT(pShimData, 0x17a8)
AT(HeapVirtualAffinity, 0x17b0) AT(CurrentTransactionHandle, 0x17b8) AT(ActiveFrame, 0x17c0)
AT(FlsData, 0x17c8) AT(PreferredLanguages, 0x17d0) AT(UserPrefLanguages, 0x17d8)
AT(MergedPrefLanguages, 0x17e0) AT(MuiImpersonation, 0x17e8) AT(CrossTebFlags, 0x17ec)
AT(SameTebFlags, 0x17ee) AT(TxnScopeEnterCallback, 0x17f0) AT(TxnScopeExitCallback, 0x17f8)
AT(TxnScopeContext, 0x1800) AT(LockCount, 0x1808) AT(SpareUlong0, 0x180c)
AT(ResourceRetValue, 0x1810)
#undef TYPE

#define TYPE TEB_ACTIVE_FRAME
SIZE(0x18)
AT(Flags, 0x0) AT(Previous, 0x8) AT(Context, 0x10)
#undef TYPE

#define TYPE TEB_ACTIVE_FRAME_CONTEXT
SIZE(0x10)
AT(Flags, 0x0) AT(FrameName, 0x8)
#undef TYPE
