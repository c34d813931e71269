// A processor's own structures: control region, descriptor tables, task state, system call entry.
#include "../ntos.h"
#include "frame.h"

#define MSR_GS_BASE        0xC0000101
#define MSR_STAR           0xC0000081
#define MSR_LSTAR          0xC0000082
#define MSR_CSTAR          0xC0000083
#define MSR_FMASK          0xC0000084

#define GDT_ENTRIES 14
#define IST_STACK_SIZE 0x2000

STATIC_ASSERT(FIELD_OFFSET(KTRAP_FRAME, Rbx) == TrRbx);
STATIC_ASSERT(FIELD_OFFSET(KTRAP_FRAME, Rbp) == TrRbp);
STATIC_ASSERT(FIELD_OFFSET(KTRAP_FRAME, Rip) == TrRip);
STATIC_ASSERT(FIELD_OFFSET(KTRAP_FRAME, Rsp) == TrRsp);
STATIC_ASSERT(FIELD_OFFSET(KTRAP_FRAME, FaultAddress) == TrFaultAddress);
STATIC_ASSERT(sizeof(KTRAP_FRAME) == TrapFrameSize);
STATIC_ASSERT(FIELD_OFFSET(KEXCEPTION_FRAME, Rbp) == ExRbp);
STATIC_ASSERT(FIELD_OFFSET(KEXCEPTION_FRAME, R15) == ExR15);
STATIC_ASSERT(sizeof(KEXCEPTION_FRAME) == ExceptionFrameSize);
STATIC_ASSERT(sizeof(EXCEPTION_RECORD) == ExceptionRecordSize);
STATIC_ASSERT(sizeof(KSWITCH_FRAME) == SwitchFrameSize);
STATIC_ASSERT(FIELD_OFFSET(KPCR, Prcb.CurrentThread) == PcCurrentThread);
STATIC_ASSERT(FIELD_OFFSET(KPCR, Prcb.RspBase) == PcRspBase);
STATIC_ASSERT(FIELD_OFFSET(KPCR, Prcb.KeSystemCalls) == PcSystemCalls);
STATIC_ASSERT(FIELD_OFFSET(KPCR, Prcb.KeContextSwitches) == PcContextSwitches);
STATIC_ASSERT(FIELD_OFFSET(KTHREAD, InitialStack) == ThInitialStack);
STATIC_ASSERT(FIELD_OFFSET(KTHREAD, KernelStack) == ThKernelStack);
STATIC_ASSERT(FIELD_OFFSET(KTHREAD, ApcState.Process) == ThApcProcess);
STATIC_ASSERT(FIELD_OFFSET(KTHREAD, ApcState.UserApcPending) == ThUserApcPending);
STATIC_ASSERT(FIELD_OFFSET(KTHREAD, Teb) == ThTeb);
STATIC_ASSERT(FIELD_OFFSET(KTHREAD, NpxState) == ThNpxState);
STATIC_ASSERT(FIELD_OFFSET(KTHREAD, TrapFrame) == ThTrapFrame);
STATIC_ASSERT(FIELD_OFFSET(KTHREAD, PreviousMode) == ThPreviousMode);
STATIC_ASSERT(FIELD_OFFSET(KTHREAD, SystemCallNumber) == ThSystemCallNumber);
STATIC_ASSERT(FIELD_OFFSET(KPROCESS, DirectoryTableBase) == PrDirectoryTableBase);
STATIC_ASSERT(FIELD_OFFSET(KTSS64, Rsp0) == TssRsp0);

PKPRCB KiProcessorBlock[MAXIMUM_PROCESSORS];
UCHAR KeNumberProcessors = 1;
KAFFINITY KeActiveProcessors = 1;

// Descriptor tables and stacks that traps change to: a processor's, by number.
static struct _PROCESSOR_TABLES {
  ULONG64 Gdt[GDT_ENTRIES];
  KTSS64 Tss;
} KiTables[MAXIMUM_PROCESSORS];
static DECLSPEC_ALIGN(16) UCHAR KiInitialIstStacks[3][IST_STACK_SIZE];
static DECLSPEC_ALIGN(4096) KIDTENTRY64 KiIdt[256];  // one for all processors

VOID KiDivideErrorFault(void);
VOID KiDebugTrapOrFault(void);
VOID KiNmiInterrupt(void);
VOID KiBreakpointTrap(void);
VOID KiOverflowTrap(void);
VOID KiBoundFault(void);
VOID KiInvalidOpcodeFault(void);
VOID KiNpxNotAvailableFault(void);
VOID KiDoubleFaultAbort(void);
VOID KiInvalidTssFault(void);
VOID KiSegmentNotPresentFault(void);
VOID KiStackFault(void);
VOID KiGeneralProtectionFault(void);
VOID KiPageFault(void);
VOID KiFloatingErrorFault(void);
VOID KiAlignmentFault(void);
VOID KiMcheckAbort(void);
VOID KiXmmException(void);
VOID KiDebugServiceTrap(void);
VOID KiDpcInterrupt(void);
VOID KiClockInterrupt(void);
VOID KiDebuggerBreakInInterrupt(void);
VOID KiIpiInterrupt(void);
VOID KiSystemCall64(void);
extern UCHAR KiIsrThunk[256][16];

// Which routine stands at a vector: its stack (0: the current one) and the least privileged caller.
static const struct {
  UCHAR Vector, Ist, Dpl;
  VOID (*Routine)(void);
} KiVectors[] = {
    {0x00, 0, 0, KiDivideErrorFault},
    {0x01, 0, 0, KiDebugTrapOrFault},
    {0x02, 3, 0, KiNmiInterrupt},
    {0x03, 0, 3, KiBreakpointTrap},
    {0x04, 0, 3, KiOverflowTrap},
    {0x05, 0, 0, KiBoundFault},
    {0x06, 0, 0, KiInvalidOpcodeFault},
    {0x07, 0, 0, KiNpxNotAvailableFault},
    {0x08, 1, 0, KiDoubleFaultAbort},
    {0x0A, 0, 0, KiInvalidTssFault},
    {0x0B, 0, 0, KiSegmentNotPresentFault},
    {0x0C, 0, 0, KiStackFault},
    {0x0D, 0, 0, KiGeneralProtectionFault},
    {0x0E, 0, 0, KiPageFault},
    {0x10, 0, 0, KiFloatingErrorFault},
    {0x11, 0, 0, KiAlignmentFault},
    {0x12, 2, 0, KiMcheckAbort},
    {0x13, 0, 0, KiXmmException},
    {0x2D, 0, 3, KiDebugServiceTrap},
    {VECTOR_DPC, 0, 0, KiDpcInterrupt},
    {VECTOR_CLOCK, 0, 0, KiClockInterrupt},
    {VECTOR_BREAK_IN, 0, 0, KiDebuggerBreakInInterrupt},
    {VECTOR_IPI, 0, 0, KiIpiInterrupt},
};

static VOID KiSetGate(ULONG vector, PVOID routine, ULONG ist, ULONG dpl) {
  PKIDTENTRY64 gate = &KiIdt[vector];
  ULONG64 address = (ULONG64)routine;
  gate->OffsetLow = (USHORT)address;
  gate->Selector = KGDT64_R0_CODE;
  gate->IstIndex = ist & 7;
  gate->Reserved0 = 0;
  gate->Type = 0xE;
  gate->Dpl = dpl & 3;
  gate->Present = 1;
  gate->OffsetMiddle = (USHORT)(address >> 16);
  gate->OffsetHigh = (ULONG)(address >> 32);
  gate->Reserved1 = 0;
}

// 10 kernel code, 18 kernel data, 20 user 32-bit code, 28 user data, 30 user code, 40 task state,
// 50 the 32-bit TEB's segment.
static VOID KiBuildDescriptors(ULONG64 *gdt, PKTSS64 tss) {
  ULONG64 base = (ULONG64)tss;
  memset(gdt, 0, GDT_ENTRIES * 8);
  gdt[2] = 0x00209B0000000000ull;
  gdt[3] = 0x00CF93000000FFFFull;
  gdt[4] = 0x00CFFB000000FFFFull;
  gdt[5] = 0x00CFF3000000FFFFull;
  gdt[6] = 0x0020FB0000000000ull;
  gdt[8] = (sizeof *tss - 1) | (base & 0xFFFFFF) << 16 | 0x89ull << 40 | (base >> 24 & 0xFF) << 56;
  gdt[9] = base >> 32;
  gdt[10] = 0x0040F30000003C00ull;
}

static PVOID KiIstStack(ULONG number, ULONG index) {
  if (number == 0) return KiInitialIstStacks[index] + IST_STACK_SIZE;
  PUCHAR stack = ExAllocatePoolWithTag(NonPagedPool, IST_STACK_SIZE, TAG('K', 's', 't', 'k'));
  if (stack == NULL) KeBugCheck(0x7D);
  return (PVOID)ROUND_DOWN(stack + IST_STACK_SIZE, 16);
}

// Fills this processor's control region and points gs, GDTR and TR at it and its tables.
VOID KiInitializePcr(PKPCR pcr, ULONG number, PKTHREAD idleThread, PVOID stackTop) {
  struct _PROCESSOR_TABLES *tables = &KiTables[number];
  pcr->GdtBase = (PKGDTENTRY64)tables->Gdt;
  pcr->TssBase = &tables->Tss;
  pcr->IdtBase = KiIdt;
  pcr->Self = pcr;
  pcr->Used_Self = pcr;
  pcr->CurrentPrcb = &pcr->Prcb;
  pcr->MajorVersion = 1;
  pcr->MinorVersion = 1;
  pcr->KdVersionBlock = &KdVersionBlock;

  KiBuildDescriptors(tables->Gdt, &tables->Tss);
  TABLE_REGISTER gdtr = {GDT_ENTRIES * 8 - 1, (ULONG64)tables->Gdt};
  __asm__ volatile("lgdt %0" ::"m"(gdtr));
  __asm__ volatile("ltr %0" ::"r"((USHORT)0x40));
  // User selectors from the start: iretq to user mode clears data segments it may not have.
  __asm__ volatile("mov ds, %0; mov es, %0; mov gs, %0" ::"r"(KGDT64_R3_DATA));
  __asm__ volatile("mov fs, %0" ::"r"(0x53));
  WriteMsr(MSR_GS_BASE, (ULONG64)pcr);
  WriteMsr(MSR_KERNEL_GS_BASE, 0);

  PKPRCB prcb = &pcr->Prcb;
  ULONG leaf[4];
  prcb->Number = number;
  prcb->LegacyNumber = (UCHAR)number;
  prcb->MajorVersion = 1;
  prcb->MinorVersion = 1;
  prcb->MxCsr = 0x1F80;
  prcb->GroupSetMember = 1ull << number;
  prcb->CurrentThread = prcb->IdleThread = idleThread;
  prcb->RspBase = (ULONG64)stackTop;
  prcb->CpuID = 1;
  Cpuid(0, leaf);
  memcpy(prcb->VendorString, &leaf[1], 4);
  memcpy(prcb->VendorString + 4, &leaf[3], 4);
  memcpy(prcb->VendorString + 8, &leaf[2], 4);
  Cpuid(1, leaf);
  prcb->CpuType = leaf[0] >> 8 & 0xF;
  prcb->CpuStep = (USHORT)((leaf[0] >> 4 & 0xF) << 8 | (leaf[0] & 0xF));
  prcb->MHz = (ULONG)(HalTimeStampFrequency() / 1000000);
  for (ULONG i = 0; i < COUNT_OF(prcb->DispatcherReadyListHead); i++) {
    InitializeListHead(&prcb->DispatcherReadyListHead[i]);
  }
  for (ULONG i = 0; i < COUNT_OF(prcb->DpcData); i++) {
    InitializeListHead(&prcb->DpcData[i].DpcListHead);
  }
  InitializeListHead(&prcb->WaitListHead);
  KiProcessorBlock[number] = prcb;
}

// Points this processor at the interrupt table, the system call entry and its local APIC.
VOID KiInitializeInterrupts(PKPCR pcr) {
  ULONG number = pcr->Prcb.Number;
  PKTSS64 tss = pcr->TssBase;
  for (ULONG ist = 1; ist <= 3; ist++) tss->Ist[ist] = (ULONG64)KiIstStack(number, ist - 1);
  tss->IoMapBase = sizeof *tss;
  tss->Rsp0 = pcr->Prcb.RspBase;
  if (number == 0) {
    for (ULONG v = 0; v < 256; v++) KiSetGate(v, KiIsrThunk[v], 0, 0);
    for (ULONG i = 0; i < COUNT_OF(KiVectors); i++) {
      KiSetGate(KiVectors[i].Vector, (PVOID)KiVectors[i].Routine, KiVectors[i].Ist,
                KiVectors[i].Dpl);
    }
  }
  TABLE_REGISTER idtr = {sizeof KiIdt - 1, (ULONG64)KiIdt};
  __asm__ volatile("lidt %0" ::"m"(idtr));
  // sysret takes cs from bits 63:48 + 16 and ss from + 8, syscall cs from 47:32 and ss from + 8.
  WriteMsr(MSR_STAR, 0x0023001000000000ull);
  WriteMsr(MSR_LSTAR, (ULONG64)KiSystemCall64);
  WriteMsr(MSR_FMASK, 0x4700);  // NT, DF, IF, TF
  WriteCr8(HIGH_LEVEL);
  HalInitializeProcessor(number);
  pcr->Prcb.InitialApicId = HalProcessorApicId();
}

// Device interrupts: who serves a vector.
static PKINTERRUPT KiInterruptObjects[256];

NTSTATUS IoConnectInterrupt(PKINTERRUPT *interrupt, PVOID service, PVOID context, PKSPIN_LOCK lock,
                            ULONG vector, KIRQL irql, KIRQL synchronizeIrql, KINTERRUPT_MODE mode,
                            BOOLEAN share, KAFFINITY affinity, BOOLEAN floatingSave) {
  if (vector > 0xFF || KiInterruptObjects[vector]) return STATUS_INVALID_PARAMETER;
  PKINTERRUPT object = ExpAllocateZeroed(NonPagedPool, sizeof *object, TAG('K', 'I', 'n', 't'));
  if (object == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  object->Type = 22;  // InterruptObject
  object->Size = sizeof *object;
  object->ServiceRoutine = service;
  object->ServiceContext = context;
  object->ActualLock = lock ? lock : &object->SpinLock;
  object->Vector = vector;
  object->Irql = irql;
  object->SynchronizeIrql = synchronizeIrql;
  object->Mode = mode;
  object->Connected = TRUE;
  KiInterruptObjects[vector] = object;
  *interrupt = object;
  return STATUS_SUCCESS;
}

// From KiInterruptDispatch, at the vector's IRQL.
VOID KiDispatchDeviceInterrupt(PKTRAP_FRAME frame, ULONG64 vector) {
  PKINTERRUPT interrupt = KiInterruptObjects[vector & 0xFF];
  KeGetCurrentPrcb()->InterruptCount++;
  if (interrupt == NULL) return;
  interrupt->TrapFrame = frame;
  interrupt->DispatchCount++;
  KeAcquireSpinLockAtDpcLevel(interrupt->ActualLock);
  ((BOOLEAN(*)(PKINTERRUPT, PVOID))interrupt->ServiceRoutine)(interrupt, interrupt->ServiceContext);
  KeReleaseSpinLockFromDpcLevel(interrupt->ActualLock);
}

// Flushes every processor's translations. Each acknowledges by clearing its bit.
static KAFFINITY volatile KiFlushPending;
static KSPIN_LOCK KiFlushLock;

// Set once the system is dead: processors that are told so stop.
static BOOLEAN volatile KiStopped;

VOID KiIpiWork(PKTRAP_FRAME frame) {
  while (KiStopped) __asm__ volatile("cli; hlt");
  ULONG64 bit = 1ull << KeGetCurrentPrcb()->Number;
  if (__atomic_load_n(&KiFlushPending, __ATOMIC_SEQ_CST) & bit) {
    WriteCr3(ReadCr3());
    __atomic_fetch_and(&KiFlushPending, ~bit, __ATOMIC_SEQ_CST);
  }
}

VOID KiFlushTb(void) {
  WriteCr3(ReadCr3());
  if (KeNumberProcessors < 2) return;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&KiFlushLock);
  PKPRCB self = KeGetCurrentPrcb();
  KAFFINITY others = KeActiveProcessors & ~self->GroupSetMember;
  KiFlushPending = others;
  for (ULONG i = 0; i < KeNumberProcessors; i++) {
    if (others >> i & 1) HalRequestIpi(KiProcessorBlock[i]->InitialApicId, VECTOR_IPI);
  }
  while (__atomic_load_n(&KiFlushPending, __ATOMIC_SEQ_CST)) Pause();
  KeReleaseSpinLock(&KiFlushLock, irql);
}

// Stops every other processor for good.
VOID KiStopOthers(void) {
  KiStopped = TRUE;
  for (ULONG i = 0; i < KeNumberProcessors; i++) {
    if (KiProcessorBlock[i] != KeGetCurrentPrcb()) {
      HalRequestIpi(KiProcessorBlock[i]->InitialApicId, VECTOR_IPI);
    }
  }
}

// From KiNmiInterrupt: nobody sends one yet.
VOID KiProcessNmi(PKTRAP_FRAME frame) { KeGetCurrentPrcb()->NmiActive = 0; }
