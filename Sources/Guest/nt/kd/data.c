// The blocks by which a debugger that knows nothing but one address finds its way: version and
// data block (KDDEBUGGER_DATA64 of wdbgexts.h).
#include "../ntos.h"

typedef struct _KDDEBUGGER_DATA64 {
  struct {
    LIST_ENTRY64 List;
    ULONG OwnerTag;
    ULONG Size;
  } Header;
  ULONG64 KernBase, BreakpointWithStatus, SavedContext;
  USHORT ThCallbackStack, NextCallback, FramePointer, PaeEnabled;
  ULONG64 KiCallUserMode, KeUserCallbackDispatcher, PsLoadedModuleList, PsActiveProcessHead,
      PspCidTable, ExpSystemResourcesList, ExpPagedPoolDescriptor, ExpNumberOfPagedPools,
      KeTimeIncrement, KeBugCheckCallbackListHead, KiBugcheckData, IopErrorLogListHead,
      ObpRootDirectoryObject, ObpTypeObjectType, MmSystemCacheStart, MmSystemCacheEnd,
      MmSystemCacheWs, MmPfnDatabase, MmSystemPtesStart, MmSystemPtesEnd, MmSubsectionBase,
      MmNumberOfPagingFiles, MmLowestPhysicalPage, MmHighestPhysicalPage,
      MmNumberOfPhysicalPages, MmMaximumNonPagedPoolInBytes, MmNonPagedSystemStart,
      MmNonPagedPoolStart, MmNonPagedPoolEnd, MmPagedPoolStart, MmPagedPoolEnd,
      MmPagedPoolInformation, MmPageSize, MmSizeOfPagedPoolInBytes, MmTotalCommitLimit,
      MmTotalCommittedPages, MmSharedCommit, MmDriverCommit, MmProcessCommit, MmPagedPoolCommit,
      MmExtendedCommit, MmZeroedPageListHead, MmFreePageListHead, MmStandbyPageListHead,
      MmModifiedPageListHead, MmModifiedNoWritePageListHead, MmAvailablePages,
      MmResidentAvailablePages, PoolTrackTable, NonPagedPoolDescriptor, MmHighestUserAddress,
      MmSystemRangeStart, MmUserProbeAddress, KdPrintCircularBuffer, KdPrintCircularBufferEnd,
      KdPrintWritePointer, KdPrintRolloverCount, MmLoadedUserImageList, NtBuildLab,
      KiNormalSystemCall, KiProcessorBlock, MmUnloadedDrivers, MmLastUnloadedDriver,
      MmTriageActionTaken, MmSpecialPoolTag, KernelVerifier, MmVerifierData,
      MmAllocatedNonPagedPool, MmPeakCommitment, MmTotalCommitLimitMaximum, CmNtCSDVersion,
      MmPhysicalMemoryBlock, MmSessionBase, MmSessionSize, MmSystemParentTablePage,
      MmVirtualTranslationBase;
  USHORT OffsetKThreadNextProcessor, OffsetKThreadTeb, OffsetKThreadKernelStack,
      OffsetKThreadInitialStack, OffsetKThreadApcProcess, OffsetKThreadState,
      OffsetKThreadBStore, OffsetKThreadBStoreLimit, SizeEProcess, OffsetEprocessPeb,
      OffsetEprocessParentCID, OffsetEprocessDirectoryTableBase, SizePrcb,
      OffsetPrcbDpcRoutine, OffsetPrcbCurrentThread, OffsetPrcbMhz, OffsetPrcbCpuType,
      OffsetPrcbVendorString, OffsetPrcbProcStateContext, OffsetPrcbNumber, SizeEThread;
  ULONG64 KdPrintCircularBufferPtr, KdPrintBufferSize, KeLoaderBlock;
  USHORT SizePcr, OffsetPcrSelfPcr, OffsetPcrCurrentPrcb, OffsetPcrContainedPrcb,
      OffsetPcrInitialBStore, OffsetPcrBStoreLimit, OffsetPcrInitialStack, OffsetPcrStackLimit,
      OffsetPrcbPcrPage, OffsetPrcbProcStateSpecialReg, GdtR0Code, GdtR0Data, GdtR0Pcr,
      GdtR3Code, GdtR3Data, GdtR3Teb, GdtLdt, GdtTss, Gdt64R3CmCode, Gdt64R3CmTeb;
  ULONG64 IopNumTriageDumpDataBlocks, IopTriageDumpDataBlocks, VfCrashDataBlock,
      MmBadPagesDetected, MmZeroedPageSingleBitErrorsDetected, EtwpDebuggerData;
  USHORT OffsetPrcbContext;
} KDDEBUGGER_DATA64;

STATIC_ASSERT(sizeof(KDDEBUGGER_DATA64) == 0x340);

KDDEBUGGER_DATA64 KdDebuggerDataBlock;
DBGKD_GET_VERSION64 KdVersionBlock;
LIST_ENTRY KdpDebuggerDataListHead;

CHAR NtBuildLab[] = "7601.gurney.amd64fre";
ULONG NtBuildNumber = 0xF0001DB1;  // free build, 7601
ULONG NtMajorVersion = 6, NtMinorVersion = 1, NtGlobalFlag = 0;
ULONG CmNtCSDVersion = 0x100;
ULONG64 MmPteBase = PTE_BASE;
ULONG64 MmPageSize = PAGE_SIZE;

extern PPOOL_TRACKER_TABLE PoolTrackTable;
extern POOL_DESCRIPTOR NonPagedPoolDescriptor;
extern PPOOL_DESCRIPTOR ExpPagedPoolDescriptor[];
extern ULONG ExpNumberOfPagedPools, KeTimeIncrement, MmLastUnloadedDriver;
extern PVOID MmUnloadedDrivers;
extern CONTEXT KdpContext;

#define A(name) .name = (ULONG64)&name
#define O(type, field) (USHORT)FIELD_OFFSET(type, field)

VOID KdpInitializeDataBlock(PLOADER_PARAMETER_BLOCK block) {
  PLDR_DATA_TABLE_ENTRY kernel = CONTAINING_RECORD(block->LoadOrderListHead.Flink,
                                                   LDR_DATA_TABLE_ENTRY, InLoadOrderLinks);
  KdDebuggerDataBlock = (KDDEBUGGER_DATA64){
      .KernBase = (ULONG64)kernel->DllBase,
      .BreakpointWithStatus = (ULONG64)DbgBreakPointWithStatus,
      .SavedContext = (ULONG64)&KdpContext,
      .PaeEnabled = 1,
      A(PsLoadedModuleList),
      A(PsActiveProcessHead),
      A(PspCidTable),
      A(ExpPagedPoolDescriptor),
      A(ExpNumberOfPagedPools),
      A(KeTimeIncrement),
      .KiBugcheckData = (ULONG64)&KiBugCheckData,
      A(ObpRootDirectoryObject),
      A(ObpTypeObjectType),
      A(MmPfnDatabase),
      A(MmLowestPhysicalPage),
      A(MmHighestPhysicalPage),
      A(MmNumberOfPhysicalPages),
      A(MmMaximumNonPagedPoolInBytes),
      A(MmNonPagedPoolStart),
      A(MmNonPagedPoolEnd),
      A(MmPagedPoolStart),
      A(MmPagedPoolEnd),
      .MmPageSize = PAGE_SIZE,
      A(MmSizeOfPagedPoolInBytes),
      A(MmAvailablePages),
      A(PoolTrackTable),
      A(NonPagedPoolDescriptor),
      A(MmHighestUserAddress),
      A(MmSystemRangeStart),
      A(MmUserProbeAddress),
      A(NtBuildLab),
      A(KiProcessorBlock),
      A(MmUnloadedDrivers),
      A(MmLastUnloadedDriver),
      A(CmNtCSDVersion),
      .MmVirtualTranslationBase = 0,
      .OffsetKThreadNextProcessor = O(KTHREAD, NextProcessor),
      .OffsetKThreadTeb = O(KTHREAD, Teb),
      .OffsetKThreadKernelStack = O(KTHREAD, KernelStack),
      .OffsetKThreadInitialStack = O(KTHREAD, InitialStack),
      .OffsetKThreadApcProcess = O(KTHREAD, ApcState.Process),
      .OffsetKThreadState = O(KTHREAD, State),
      .SizeEProcess = sizeof(EPROCESS),
      .OffsetEprocessPeb = O(EPROCESS, Peb),
      .OffsetEprocessParentCID = O(EPROCESS, InheritedFromUniqueProcessId),
      .OffsetEprocessDirectoryTableBase = O(EPROCESS, Pcb.DirectoryTableBase),
      .SizePrcb = sizeof(KPRCB),
      .OffsetPrcbDpcRoutine = O(KPRCB, DpcRoutineActive),
      .OffsetPrcbCurrentThread = O(KPRCB, CurrentThread),
      .OffsetPrcbMhz = O(KPRCB, MHz),
      .OffsetPrcbCpuType = O(KPRCB, CpuType),
      .OffsetPrcbVendorString = O(KPRCB, VendorString),
      .OffsetPrcbProcStateContext = O(KPRCB, ProcessorState.ContextFrame),
      .OffsetPrcbNumber = O(KPRCB, Number),
      .SizeEThread = sizeof(ETHREAD),
      A(KeLoaderBlock),
      .SizePcr = sizeof(KPCR),
      .OffsetPcrSelfPcr = O(KPCR, Self),
      .OffsetPcrCurrentPrcb = O(KPCR, CurrentPrcb),
      .OffsetPcrContainedPrcb = O(KPCR, Prcb),
      .OffsetPrcbProcStateSpecialReg = O(KPRCB, ProcessorState.SpecialRegisters),
      .GdtR0Code = 0x10,
      .GdtR0Data = 0x18,
      .GdtR3Code = 0x33,
      .GdtR3Data = 0x2B,
      .GdtR3Teb = 0x53,
      .GdtTss = 0x40,
      .Gdt64R3CmCode = 0x23,
      .Gdt64R3CmTeb = 0x53,
      .OffsetPrcbContext = O(KPRCB, Context),
  };
  LIST_ENTRY *entry = (LIST_ENTRY *)&KdDebuggerDataBlock.Header.List;
  KdDebuggerDataBlock.Header.OwnerTag = TAG('K', 'D', 'B', 'G');
  KdDebuggerDataBlock.Header.Size = sizeof KdDebuggerDataBlock;
  InitializeListHead(&KdpDebuggerDataListHead);
  InsertTailList(&KdpDebuggerDataListHead, entry);
  KdVersionBlock = (DBGKD_GET_VERSION64){
      .MajorVersion = 15,     // a free build of a multiprocessor kernel
      .MinorVersion = 7601,
      .ProtocolVersion = 6,
      .Flags = 0x47,
      .MachineType = 0x8664,
      .MaxPacketType = 12,
      .MaxStateChange = 3,
      .MaxManipulate = 0x33,
      .KernBase = (ULONG64)kernel->DllBase,
      .PsLoadedModuleList = (ULONG64)&PsLoadedModuleList,
      .DebuggerDataList = (ULONG64)&KdpDebuggerDataListHead,
  };
}
