// Exceptions: from a trap's frames to whoever handles them, and back into the frames.
//
// The kernel debugger sees an exception first, then the handlers of the mode it happened in, then
// the debugger once more. What nobody handles ends the process, or the system.
#include "../ntos.h"
#include "frame.h"

#define CONTEXT_AMD64           0x00100000
#define CONTEXT_CONTROL         0x00100001
#define CONTEXT_INTEGER         0x00100002
#define CONTEXT_SEGMENTS        0x00100004
#define CONTEXT_FLOATING_POINT  0x00100008
#define CONTEXT_DEBUG_REGISTERS 0x00100010
#define CONTEXT_ALL             0x0010001F

extern UCHAR KiSystemServiceCopyStart[], KiSystemServiceCopyEnd[], KiSystemServiceFault[];
extern UCHAR KiUserCopyStart[], KiUserCopyEnd[], KiUserCopyFault[];

VOID KeContextFromFrames(PKTRAP_FRAME trap, PKEXCEPTION_FRAME frame, PCONTEXT context) {
  memset(context, 0, sizeof *context);
  context->ContextFlags = CONTEXT_ALL;
  context->Rip = trap->Rip;
  context->Rsp = trap->Rsp;
  context->EFlags = trap->EFlags;
  context->SegCs = trap->SegCs;
  context->SegSs = trap->SegSs;
  context->SegDs = context->SegEs = KGDT64_R3_DATA;
  context->SegFs = 0x53;
  context->SegGs = KGDT64_R3_DATA;
  context->Rax = trap->Rax;
  context->Rcx = trap->Rcx;
  context->Rdx = trap->Rdx;
  context->R8 = trap->R8;
  context->R9 = trap->R9;
  context->R10 = trap->R10;
  context->R11 = trap->R11;
  context->Rbp = trap->Rbp;
  context->Rbx = frame->Rbx;
  context->Rdi = frame->Rdi;
  context->Rsi = frame->Rsi;
  context->R12 = frame->R12;
  context->R13 = frame->R13;
  context->R14 = frame->R14;
  context->R15 = frame->R15;
  __asm__ volatile("fxsave64 %0" : "=m"(context->FltSave));
  context->MxCsr = context->FltSave.MxCsr;
}

VOID KeContextToFrames(PKTRAP_FRAME trap, PKEXCEPTION_FRAME frame, PCONTEXT context,
                       KPROCESSOR_MODE mode) {
  ULONG flags = context->ContextFlags;
  if ((flags & CONTEXT_CONTROL) == CONTEXT_CONTROL) {
    trap->Rip = context->Rip;
    trap->Rsp = context->Rsp;
    trap->Rbp = context->Rbp;
    trap->EFlags = context->EFlags;
    trap->SegCs = context->SegCs;
    trap->SegSs = context->SegSs;
    if (mode == UserMode) {  // user code gets user segments, interrupts, and a rip iretq can take
      trap->Rip = (ULONG64)((LONG64)(context->Rip << 16) >> 16);
      trap->SegCs = KGDT64_R3_CODE;
      trap->SegSs = KGDT64_R3_DATA;
      trap->EFlags = (context->EFlags & 0xDD5) | 0x202;
    }
  }
  if ((flags & CONTEXT_INTEGER) == CONTEXT_INTEGER) {
    trap->Rax = context->Rax;
    trap->Rcx = context->Rcx;
    trap->Rdx = context->Rdx;
    trap->R8 = context->R8;
    trap->R9 = context->R9;
    trap->R10 = context->R10;
    trap->R11 = context->R11;
    trap->Rbp = context->Rbp;
    frame->Rbx = context->Rbx;
    frame->Rdi = context->Rdi;
    frame->Rsi = context->Rsi;
    frame->R12 = context->R12;
    frame->R13 = context->R13;
    frame->R14 = context->R14;
    frame->R15 = context->R15;
  }
  if ((flags & CONTEXT_FLOATING_POINT) == CONTEXT_FLOATING_POINT) {
    context->FltSave.MxCsr &= 0xFFFF;
    __asm__ volatile("fxrstor64 %0" ::"m"(context->FltSave));
  }
}

// A fault on a user address inside one of the two routines that expect it.
static BOOLEAN KiFixUserAccess(PEXCEPTION_RECORD record, PKTRAP_FRAME trap) {
  ULONG64 rip = trap->Rip;
  if (record->ExceptionCode != STATUS_ACCESS_VIOLATION) return FALSE;
  if (rip >= (ULONG64)KiUserCopyStart && rip < (ULONG64)KiUserCopyEnd) {
    trap->Rip = (ULONG64)KiUserCopyFault;
    return TRUE;
  }
  if (rip >= (ULONG64)KiSystemServiceCopyStart && rip < (ULONG64)KiSystemServiceCopyEnd) {
    trap->Rip = (ULONG64)KiSystemServiceFault;
    return TRUE;
  }
  return FALSE;
}

// Enters ntdll!KiUserExceptionDispatcher with the record and the context on the user's stack.
static BOOLEAN KiDeliverToUser(PEXCEPTION_RECORD record, PCONTEXT context, PKTRAP_FRAME trap) {
  KUSER_EXCEPTION_STACK *user =
      (KUSER_EXCEPTION_STACK *)(ROUND_DOWN(context->Rsp, 16) - ROUND_UP(sizeof *user, 16));
  ULONG64 frame[] = {context->Rip, context->SegCs, context->EFlags, context->Rsp, context->SegSs};
  if (KeUserExceptionDispatcher == NULL) return FALSE;
  if (!NT_SUCCESS(MmCopyToUser(&user->Context, context, sizeof *context)) ||
      !NT_SUCCESS(MmCopyToUser(&user->Record, record, sizeof *record)) ||
      !NT_SUCCESS(MmCopyToUser(&user->Rip, frame, sizeof frame))) {
    return FALSE;
  }
  trap->Rsp = (ULONG64)user;
  trap->Rip = (ULONG64)KeUserExceptionDispatcher;
  trap->SegCs = KGDT64_R3_CODE;
  trap->SegSs = KGDT64_R3_DATA;
  trap->EFlags = 0x202;
  return TRUE;
}

// From KiExceptionDispatch.
VOID KiDispatchException(PEXCEPTION_RECORD record, PKEXCEPTION_FRAME frame, PKTRAP_FRAME trap,
                         KPROCESSOR_MODE mode, BOOLEAN firstChance) {
  DECLSPEC_ALIGN(16) CONTEXT context;
  KeGetCurrentPrcb()->KeExceptionDispatchCount++;
  if (mode == KernelMode && KiFixUserAccess(record, trap)) return;
  KeContextFromFrames(trap, frame, &context);
  if (firstChance && KdTrap(record, &context, mode, FALSE)) {
    KeContextToFrames(trap, frame, &context, mode);
    return;
  }
  if (mode == KernelMode) {
    if (firstChance && KiDispatchKernelException(record, &context)) {
      KeContextToFrames(trap, frame, &context, mode);
      return;
    }
    if (KdTrap(record, &context, mode, TRUE)) {
      KeContextToFrames(trap, frame, &context, mode);
      return;
    }
    KiBugCheckData[0] = 0;
    KeBugCheckEx(0x1E, (ULONG)record->ExceptionCode, (ULONG_PTR)record->ExceptionAddress,
                 record->ExceptionInformation[0], record->ExceptionInformation[1]);
  }
  if (firstChance && KiDeliverToUser(record, &context, trap)) return;
  if (KdTrap(record, &context, mode, TRUE)) {
    KeContextToFrames(trap, frame, &context, mode);
    return;
  }
  PspTerminateProcess(PsGetCurrentProcess(), record->ExceptionCode);
  PspExitThread(record->ExceptionCode);
}

// Handlers that kernel code established with __try.
BOOLEAN KiDispatchKernelException(PEXCEPTION_RECORD record, PCONTEXT context) {
  return RtlDispatchException(record, context);
}

// ---- What the run-time library asks of the image it is part of --------------------------------

PRUNTIME_FUNCTION RtlLookupFunctionEntry(ULONG64 pc, ULONG64 *imageBase, PVOID historyTable) {
  PLDR_DATA_TABLE_ENTRY image = MiLookupImage(pc);
  if (image == NULL) return NULL;
  *imageBase = (ULONG64)image->DllBase;
  return RtlLookupFunctionTable(image->DllBase, pc);
}

VOID RtlpGetStackLimits(ULONG64 *low, ULONG64 *high) {
  PKTHREAD thread = KeGetCurrentThread();
  *low = (ULONG64)thread->StackLimit;
  *high = (ULONG64)thread->StackBase;
}

// RtlRaiseException in the kernel: dispatched at once, as there is no trap to come from.
NTSTATUS RtlpRaiseException(PEXCEPTION_RECORD record, PCONTEXT context, BOOLEAN firstChance) {
  if (firstChance && (KdTrap(record, context, KernelMode, FALSE) ||
                      RtlDispatchException(record, context))) {
    RtlRestoreContext(context, NULL);
  }
  if (KdTrap(record, context, KernelMode, TRUE)) RtlRestoreContext(context, NULL);
  KeBugCheckEx(0x1E, (ULONG)record->ExceptionCode, (ULONG_PTR)record->ExceptionAddress,
               record->ExceptionInformation[0], record->ExceptionInformation[1]);
}

// ---- System calls -------------------------------------------------------------------------------

// An exception frame of a thread in a system call: rbx, rdi and rsi are in the trap frame, and the
// call's caller keeps the others, which the compiler has saved somewhere on the way here. Unwinding
// finds them.
static VOID KiUnwindToUser(PKTRAP_FRAME trap, PKEXCEPTION_FRAME frame) {
  DECLSPEC_ALIGN(16) CONTEXT context;
  RtlCaptureContext(&context);
  for (ULONG i = 0; i < 32 && context.Rip >= MmUserProbeAddress; i++) {
    ULONG64 base, establisher;
    PVOID data;
    PRUNTIME_FUNCTION entry = RtlLookupFunctionEntry(context.Rip, &base, NULL);
    if (entry == NULL) {
      context.Rip = *(ULONG64 *)context.Rsp;
      context.Rsp += 8;
      continue;
    }
    RtlVirtualUnwind(UNW_FLAG_NHANDLER, base, context.Rip, entry, &context, &data, &establisher,
                     NULL);
  }
  frame->Rbx = context.Rbx;
  frame->Rdi = context.Rdi;
  frame->Rsi = context.Rsi;
  frame->R12 = context.R12;
  frame->R13 = context.R13;
  frame->R14 = context.R14;
  frame->R15 = context.R15;
}

NTSTATUS NtContinue(PCONTEXT userContext, BOOLEAN testAlert) {
  DECLSPEC_ALIGN(16) CONTEXT context;
  KEXCEPTION_FRAME frame;
  PKTRAP_FRAME trap = KeGetCurrentThread()->TrapFrame;
  if (!NT_SUCCESS(MmCopyFromUser(&context, userContext, sizeof context))) {
    return STATUS_ACCESS_VIOLATION;
  }
  KiUnwindToUser(trap, &frame);
  KeContextToFrames(trap, &frame, &context, UserMode);
  KiRestoreFrames(trap, &frame);
}

NTSTATUS NtRaiseException(PEXCEPTION_RECORD userRecord, PCONTEXT userContext, BOOLEAN firstChance) {
  DECLSPEC_ALIGN(16) CONTEXT context;
  EXCEPTION_RECORD record;
  KEXCEPTION_FRAME frame;
  PKTRAP_FRAME trap = KeGetCurrentThread()->TrapFrame;
  if (!NT_SUCCESS(MmCopyFromUser(&context, userContext, sizeof context)) ||
      !NT_SUCCESS(MmCopyFromUser(&record, userRecord, sizeof record))) {
    return STATUS_ACCESS_VIOLATION;
  }
  record.ExceptionFlags &= ~0x10000000;
  KiUnwindToUser(trap, &frame);
  KeContextToFrames(trap, &frame, &context, UserMode);
  KiDispatchException(&record, &frame, trap, UserMode, firstChance);
  KiRestoreFrames(trap, &frame);
}
