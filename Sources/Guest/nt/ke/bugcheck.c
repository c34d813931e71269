// Bug checks: the end of the system, told to the debugger.
#include "../ntos.h"

ULONG64 KiBugCheckData[5];
static LONG KiBugCheckOwner;  // how many have come this far

// Keeps what the processor was doing where debuggers look for it.
VOID KiSaveProcessorState(PCONTEXT context) {
  PKPRCB prcb = KeGetCurrentPrcb();
  PKSPECIAL_REGISTERS special = &prcb->ProcessorState.SpecialRegisters;
  prcb->ProcessorState.ContextFrame = *context;
  special->Cr0 = ReadCr0();
  special->Cr2 = ReadCr2();
  special->Cr3 = ReadCr3();
  special->Cr4 = ReadCr4();
  special->Cr8 = ReadCr8();
  special->KernelDr6 = ReadDr6();
  special->Gdtr.Limit = 0x6F;
  special->Gdtr.Base = KeGetPcr()->GdtBase;
  special->Idtr.Limit = 0xFFF;
  special->Idtr.Base = KeGetPcr()->IdtBase;
  special->Tr = 0x40;
}

// Which parameter of a bug check is the address of the code at fault; 0 if none is.
static ULONG KiCulprit(ULONG code) {
  switch (code) {
  case 0x0A: case 0xD1: case 0x7F: return 4;
  case 0x50: return 3;
  case 0x1E: return 2;
  }
  return 0;
}

// Names the driver that an address of code lies in.
static VOID KiPrintCulprit(ULONG_PTR address) {
  PLDR_DATA_TABLE_ENTRY image = MiLookupImage(address);
  if (image == NULL || image->DllBase < (PVOID)MiSystemPtes.Base) return;
  DbgPrint("Driver at fault: \n***  %wZ - Address %p base at %p, DateStamp %08lx\n.\n",
           &image->BaseDllName, (PVOID)address, image->DllBase, image->TimeDateStamp);
}

// DBG_STATUS_BUGCHECK_FIRST (3) or _SECOND (4).
static __declspec(noinline) VOID KiBugCheckDebugBreak(ULONG status) {
  DbgBreakPointWithStatus(status);
}

// Tells the debugger, as often as it lets the system go on.
static NORETURN __declspec(noinline) VOID KeBugCheck2(PCONTEXT context) {
  DisableInterrupts();
  WriteCr8(HIGH_LEVEL);
  KiStopOthers();
  KiSaveProcessorState(context);
  KdpReportBugCheck();
  if (!KdDebuggerNotPresent) {
    ULONG culprit = KiCulprit((ULONG)KiBugCheckData[0]);
    DbgPrint("\n*** Fatal System Error: 0x%08lx\n"
             "                       (0x%p,0x%p,0x%p,0x%p)\n\n",
             (ULONG)KiBugCheckData[0], (PVOID)KiBugCheckData[1], (PVOID)KiBugCheckData[2],
             (PVOID)KiBugCheckData[3], (PVOID)KiBugCheckData[4]);
    if (culprit) KiPrintCulprit(KiBugCheckData[culprit]);
    for (ULONG status = 3;; status = 4) KiBugCheckDebugBreak(status);
  }
  for (;;) __asm__ volatile("cli; hlt");
}

NORETURN VOID KeBugCheckEx(ULONG code, ULONG_PTR p1, ULONG_PTR p2, ULONG_PTR p3, ULONG_PTR p4) {
  DECLSPEC_ALIGN(16) CONTEXT context;
  RtlCaptureContext(&context);
  if (InterlockedIncrement(&KiBugCheckOwner) > 1) {
    for (;;) __asm__ volatile("cli; hlt");  // another processor, or this one on the way
  }
  KiBugCheckData[0] = code;
  KiBugCheckData[1] = p1;
  KiBugCheckData[2] = p2;
  KiBugCheckData[3] = p3;
  KiBugCheckData[4] = p4;
  KeBugCheck2(&context);
}

NORETURN VOID KeBugCheck(ULONG code) { KeBugCheckEx(code, 0, 0, 0, 0); }

// A trap that the kernel cannot survive: a double fault, a machine check.
NORETURN VOID KiBugCheckTrap(PKTRAP_FRAME trap, ULONG64 number) {
  KeBugCheckEx(0x7F, number, (ULONG_PTR)trap, trap->Rsp, trap->Rip);
}
