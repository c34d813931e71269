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

// The image that a parameter points into, if it is a driver's.
static VOID KiPrintCulprit(ULONG_PTR address) {
  PLDR_DATA_TABLE_ENTRY image = MiLookupImage(address);
  if (image == NULL || image == CONTAINING_RECORD(PsLoadedModuleList.Flink, LDR_DATA_TABLE_ENTRY,
                                                  InLoadOrderLinks)) {
    return;
  }
  DbgPrint("Driver at fault: \n***  %wZ - Address %p base at %p, DateStamp %08lx\n.\n",
           &image->BaseDllName, (PVOID)address, image->DllBase, image->TimeDateStamp);
}

NORETURN VOID KeBugCheckEx(ULONG code, ULONG_PTR p1, ULONG_PTR p2, ULONG_PTR p3, ULONG_PTR p4) {
  DECLSPEC_ALIGN(16) CONTEXT context;
  RtlCaptureContext(&context);
  DisableInterrupts();
  WriteCr8(HIGH_LEVEL);
  if (InterlockedIncrement(&KiBugCheckOwner) == 1) {
    KiBugCheckData[0] = code;
    KiBugCheckData[1] = p1;
    KiBugCheckData[2] = p2;
    KiBugCheckData[3] = p3;
    KiBugCheckData[4] = p4;
    KiSaveProcessorState(&context);
    KdpReportBugCheck();
    if (!KdDebuggerNotPresent) {
      DbgPrint("\n*** Fatal System Error: 0x%08lx\n"
               "                       (0x%p,0x%p,0x%p,0x%p)\n\n",
               code, (PVOID)p1, (PVOID)p2, (PVOID)p3, (PVOID)p4);
      KiPrintCulprit(p4);
      DbgBreakPointWithStatus(3);  // DBG_STATUS_BUGCHECK_FIRST
      for (;;) DbgBreakPointWithStatus(4);  // DBG_STATUS_BUGCHECK_SECOND
    }
  }
  for (;;) __asm__ volatile("cli; hlt");
}

NORETURN VOID KeBugCheck(ULONG code) { KeBugCheckEx(code, 0, 0, 0, 0); }

// A trap that the kernel cannot survive: a double fault, a machine check.
NORETURN VOID KiBugCheckTrap(PKTRAP_FRAME trap, ULONG64 number) {
  KeBugCheckEx(0x7F, number, (ULONG_PTR)trap, trap->Rsp, trap->Rip);
}
