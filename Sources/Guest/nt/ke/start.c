// The kernel's beginning. Read this file and you know the order of everything.
#include "../ntos.h"

PLOADER_PARAMETER_BLOCK KeLoaderBlock;
LARGE_INTEGER KeBootTime;
EPROCESS KiInitialProcess;  // the Idle process

/// What a processor has of its own, in one block.
typedef struct _PROCESSOR_BLOCK {
  KPCR Pcr;
  ETHREAD IdleThread;
} PROCESSOR_BLOCK;

static DECLSPEC_ALIGN(4096) PROCESSOR_BLOCK KiInitialPcr;

static VOID Phase1Initialization(PVOID context);

// From KiSystemStartup, on the boot stack, interrupts off, on processor 0 alone.
VOID KiInitializeKernel(PLOADER_PARAMETER_BLOCK block) {
  KeLoaderBlock = block;
  PGURNEY_LOADER_EXTENSION extension = (PGURNEY_LOADER_EXTENSION)block->Extension;
  KeBootTime.QuadPart = (LONG64)extension->Tail.BootTime;

  KiInitializePcr(&KiInitialPcr.Pcr, 0, &KiInitialPcr.IdleThread.Tcb,
                  (PVOID)block->KernelStack);    // gs, GDT, TSS; this flow is the idle thread
  KiInitializeInterrupts(&KiInitialPcr.Pcr);     // IDT, system call entry, local APIC
  PsInitializeIdle(&KiInitialProcess);           // the process idle threads belong to
  KeInitializeThread(&KiInitialPcr.IdleThread, &KiInitialProcess, (PVOID)block->KernelStack);
  MmInitSystem(block);                           // page frames, page tables, regions, shared data
  ExInitializePool();                            // tagged pool
  KdInitSystem(block);                           // from here on a debugger hears of everything
  MiInitializeLoadedModules(block);              // PsLoadedModuleList
  KdCheckForDebugBreak();                        // the initial breakpoint, if one is wanted
  KiInitializeTimers(KeGetCurrentPrcb());        // clock, timers, DPCs
  ObInitialize();                                // object types and the namespace
  PsInitSystem();                                // process and thread types, the System process

  HANDLE thread;
  PsCreateSystemThread(&thread, 0, NULL, NULL, NULL, Phase1Initialization, NULL);
  KeLowerIrql(PASSIVE_LEVEL);                    // Phase1Initialization runs once interrupts do
}

// A processor that KeStartAllProcessors started. From KiProcessorStart.
VOID KiInitializeSecondary(PKPCR pcr) {
  PROCESSOR_BLOCK *block = CONTAINING_RECORD(pcr, PROCESSOR_BLOCK, Pcr);
  PVOID stack = block->IdleThread.Tcb.StackBase;
  KiInitializePcr(pcr, pcr->Prcb.Number, &block->IdleThread.Tcb, stack);
  KiInitializeInterrupts(pcr);
  KiInitializeTimers(&pcr->Prcb);
  __atomic_fetch_or(&KiIdleSummary, 1ull << pcr->Prcb.Number, __ATOMIC_SEQ_CST);
  __atomic_fetch_or(&KeActiveProcessors, 1ull << pcr->Prcb.Number, __ATOMIC_SEQ_CST);
  KeLowerIrql(PASSIVE_LEVEL);
}

// Starts the other processors, one after the other. Each reads its start block from a page below
// 1 MB that the start-up interrupt names.
VOID KeStartAllProcessors(ULONG count) {
  ULONG64 page = MmTakeLowPage();
  PPROCESSOR_START_BLOCK start = MiReserve(&MiSystemPtes, 1, 0);
  if (count > MAXIMUM_PROCESSORS) count = MAXIMUM_PROCESSORS;
  if (page == 0 || start == NULL || MiMapPage(start, page, MM_KERNEL_RW) < 0) return;
  for (ULONG number = 1; number < count; number++) {
    PROCESSOR_BLOCK *block =
        ExpAllocateZeroed(NonPagedPool, sizeof *block, TAG('K', 'p', 'c', 'r'));
    PUCHAR top = MmAllocateKernelStack();
    if (block == NULL || top == NULL) break;
    KeInitializeThread(&block->IdleThread, &KiInitialProcess, top);
    block->Pcr.Prcb.Number = number;
    start->Rip = (ULONG64)KiProcessorStart;
    start->Rsp = (ULONG64)top - 0x28;
    start->Cr3 = ReadCr3();
    start->Rcx = (ULONG64)&block->Pcr;
    start->GdtBase = (ULONG64)KeGetPcr()->GdtBase;
    start->IdtBase = (ULONG64)KeGetPcr()->IdtBase;
    start->GdtLimit = 0x6f;
    start->IdtLimit = 0xfff;
    HalStartProcessor(number, (ULONG)page);
    while (!(__atomic_load_n(&KeActiveProcessors, __ATOMIC_SEQ_CST) >> number & 1)) Pause();
    KeNumberProcessors = (UCHAR)(number + 1);
  }
  MiUnmapPages(start, 1, FALSE);
  MiUnreserve(&MiSystemPtes, start, 1);
}

// The first system thread: everything that may wait.
static VOID Phase1Initialization(PVOID context) {
  PGURNEY_LOADER_EXTENSION extension = (PGURNEY_LOADER_EXTENSION)KeLoaderBlock->Extension;
  KeStartAllProcessors(extension->Tail.Processors);  // the others go straight to their idle loops
  IoInitSystem();                                    // namespace, console, RAM disk
  MmInitImages();                                    // section objects
  UNICODE_STRING path, command;
  PEPROCESS process;
  PETHREAD thread;
  RtlInitUnicodeString(&path, L"\\SystemRoot\\System32\\cmd.exe");
  RtlInitUnicodeString(&command, L"C:\\Gurney\\System32\\cmd.exe");
  NTSTATUS status = PspCreateProcess(&path, &command, NULL, &process, &thread);
  if (!NT_SUCCESS(status)) KeBugCheckEx(0x6F, (ULONG_PTR)status, 0, 0, 0);
  ObDereferenceObject(thread);
  KeWaitForSingleObject(process, Executive, KernelMode, FALSE, NULL);
  HalReturnToFirmware(FALSE);                        // the shell ended: power off
}
