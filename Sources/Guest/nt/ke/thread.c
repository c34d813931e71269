// The scheduler: which thread a processor runs.
//
// A processor has a queue of ready threads for each priority and a thread it shall run next. One
// lock, KiDispatcherLock, guards all of that and every dispatcher object. It is held across
// KiSwapContext: the thread that is switched away from takes it, the one switched to lets it go.
#include "../ntos.h"
#include "frame.h"

KSPIN_LOCK KiDispatcherLock;
ULONG64 KiIdleSummary;  // processors that run their idle threads

enum { Initialized = ThreadInitialized, Ready, Running, Standby, Terminated, Waiting };

#define THREAD_QUANTUM_TICKS 20000  // in 100 ns: 2 ms

KIRQL KiLockDispatcher(void) { return KeAcquireSpinLockRaiseToDpc(&KiDispatcherLock); }
VOID KiUnlockDispatcher(KIRQL irql) { KeReleaseSpinLock(&KiDispatcherLock, irql); }

// Fills the scheduler's part of a thread. `stackTop` is where its kernel stack ends.
VOID KeInitializeThread(PETHREAD ethread, PEPROCESS process, PVOID stackTop) {
  PKTHREAD thread = &ethread->Tcb;
  thread->Header.Type = 6;  // ThreadObject
  thread->Header.Size = sizeof(KTHREAD) / sizeof(LONG);
  InitializeListHead(&thread->Header.WaitListHead);
  InitializeListHead(&thread->MutantListHead);
  InitializeListHead(&thread->ApcState.ApcListHead[0]);
  InitializeListHead(&thread->ApcState.ApcListHead[1]);
  thread->Process = &process->Pcb;
  thread->ApcState.Process = &process->Pcb;
  thread->ApcStatePointer[0] = &thread->ApcState;
  thread->ApcStatePointer[1] = &thread->SavedApcState;
  thread->StackBase = stackTop;
  thread->InitialStack = stackTop;
  thread->StackLimit = (PUCHAR)stackTop - KERNEL_STACK_SIZE;
  thread->KernelStack = stackTop;
  thread->KernelStackResident = 1;
  thread->Priority = thread->BasePriority = process->Pcb.BasePriority;
  thread->Affinity.Mask = thread->UserAffinity.Mask = ~0ull;
  KeInitializeTimer(&thread->Timer);
  KeInitializeSemaphore(&thread->SuspendSemaphore, 0, 1);
  KIRQL irql = KiLockDispatcher();
  InsertTailList(&process->Pcb.ThreadListHead, &thread->ThreadListEntry);
  KiUnlockDispatcher(irql);
}

// Lets a new thread begin at KiStartSystemThread.
VOID KiPrepareSystemThread(PETHREAD ethread, VOID (*start)(PVOID), PVOID context) {
  ULONG64 *frame = (ULONG64 *)((PUCHAR)ethread->Tcb.StackBase - 0x40);
  memset(frame, 0, 0x40);
  frame[0] = (ULONG64)start;
  frame[1] = (ULONG64)context;
  PKSWITCH_FRAME swap = (PKSWITCH_FRAME)frame - 1;
  memset(swap, 0, sizeof *swap);
  swap->Return = (ULONG64)KiStartSystemThread;
  ethread->Tcb.KernelStack = swap;
  ethread->Tcb.SystemThread = 1;
}

// Lets a new thread begin at KiStartUserThread, which leaves for user mode at `entry`.
VOID KiPrepareUserThread(PETHREAD ethread, PVOID entry, PVOID stack, PVOID arg1, PVOID arg2) {
  PKTHREAD thread = &ethread->Tcb;
  PUCHAR vector = (PUCHAR)thread->StackBase - 0x200;  // fxsave's area
  memset(vector, 0, 0x200);
  *(USHORT *)vector = 0x27F;           // control word: all exceptions masked, double precision
  *(ULONG *)(vector + 24) = 0x1F80;    // MXCSR likewise
  thread->InitialStack = vector;
  thread->NpxState = 1;
  PKTRAP_FRAME trap = (PKTRAP_FRAME)vector - 1;
  memset(trap, 0, sizeof *trap);
  trap->Rip = (ULONG64)entry;
  trap->SegCs = KGDT64_R3_CODE;
  trap->SegSs = KGDT64_R3_DATA;
  trap->EFlags = 0x202;
  trap->Rsp = (ULONG64)stack;
  trap->Rcx = (ULONG64)arg1;
  trap->Rdx = (ULONG64)arg2;
  trap->PreviousMode = UserMode;
  thread->TrapFrame = trap;
  PKSWITCH_FRAME swap = (PKSWITCH_FRAME)trap - 1;
  memset(swap, 0, sizeof *swap);
  swap->Rbp = (ULONG64)trap + 0x80;
  swap->Return = (ULONG64)KiStartUserThread;
  thread->KernelStack = swap;
}

// Makes a processor look at its queues. The caller is at DISPATCH_LEVEL.
static VOID KiKick(PKPRCB prcb) { HalRequestIpi(prcb->InitialApicId, VECTOR_DPC); }

static VOID KiQueueReady(PKPRCB prcb, PKTHREAD thread, BOOLEAN first) {
  ULONG priority = (UCHAR)thread->Priority & 31;
  thread->State = Ready;
  thread->NextProcessor = prcb->Number;
  PLIST_ENTRY head = &prcb->DispatcherReadyListHead[priority];
  if (first) InsertHeadList(head, &thread->WaitListEntry);
  else InsertTailList(head, &thread->WaitListEntry);
  prcb->ReadySummary |= 1u << priority;
}

static VOID KiUnqueueReady(PKPRCB prcb, PKTHREAD thread) {
  ULONG priority = (UCHAR)thread->Priority & 31;
  PLIST_ENTRY head = &prcb->DispatcherReadyListHead[priority];
  RemoveEntryList(&thread->WaitListEntry);
  if (IsListEmpty(head)) prcb->ReadySummary &= ~(1u << priority);
}

// The first thread of the highest priority that waits for a processor, at least `least`.
static PKTHREAD KiTakeReady(PKPRCB prcb, LONG least) {
  if (prcb->ReadySummary == 0) return NULL;
  LONG priority = 31 - __builtin_clz(prcb->ReadySummary);
  if (priority < least) return NULL;
  PKTHREAD thread = CONTAINING_RECORD(prcb->DispatcherReadyListHead[priority].Flink, KTHREAD,
                                      WaitListEntry);
  KiUnqueueReady(prcb, thread);
  return thread;
}

// Gives a thread that may run a processor, or a place in one's queue. Dispatcher lock held.
VOID KiReadyThread(PKTHREAD thread) {
  ULONG number = thread->NextProcessor < KeNumberProcessors ? thread->NextProcessor : 0;
  ULONG64 idle = KiIdleSummary & thread->Affinity.Mask;
  if (idle && !(idle >> number & 1)) number = (ULONG)__builtin_ctzll(idle);
  PKPRCB prcb = KiProcessorBlock[number];
  PKTHREAD running = prcb->NextThread ? prcb->NextThread : prcb->CurrentThread;
  thread->NextProcessor = number;
  if (running == prcb->IdleThread || thread->Priority > running->Priority) {
    if (prcb->NextThread) KiQueueReady(prcb, prcb->NextThread, TRUE);
    KiIdleSummary &= ~(1ull << number);
    prcb->NextThread = thread;
    thread->State = Standby;
  } else {
    KiQueueReady(prcb, thread, FALSE);
  }
  KiKick(prcb);  // to switch, or to arm the quantum's clock
}

// Lets a new thread begin, unless somebody did already.
VOID KeReadyThread(PKTHREAD thread) {
  KIRQL irql = KiLockDispatcher();
  if (thread->State == Initialized) KiReadyThread(thread);
  KiUnlockDispatcher(irql);
}

static PKTHREAD KiSelectNextThread(PKPRCB prcb) {
  PKTHREAD next = prcb->NextThread;
  prcb->NextThread = NULL;
  if (next == NULL) next = KiTakeReady(prcb, 0);
  for (ULONG i = 0; next == NULL && i < KeNumberProcessors; i++) {
    next = KiTakeReady(KiProcessorBlock[i], 0);  // another processor has more than it can run
  }
  if (next) {
    KiIdleSummary &= ~prcb->GroupSetMember;
    return next;
  }
  KiIdleSummary |= prcb->GroupSetMember;
  return prcb->IdleThread;
}

static VOID KiSwitchTo(PKPRCB prcb, PKTHREAD from, PKTHREAD to) {
  KiChargeTicks(prcb, FALSE);
  to->State = Running;
  to->NextProcessor = prcb->Number;
  to->ContextSwitches++;
  to->QuantumTarget = KeQueryInterruptTime() + THREAD_QUANTUM_TICKS;
  KiArmClockFor(prcb, to);
  if (from != to) KiSwapContext(from, to);
}

// Runs another thread; the caller has put this one where it belongs. Dispatcher lock held on entry,
// by whoever switches back on return. Returns the wait's status.
NTSTATUS KiSwapThread(void) {
  PKPRCB prcb = KeGetCurrentPrcb();
  PKTHREAD thread = prcb->CurrentThread;
  KiSwitchTo(prcb, thread, KiSelectNextThread(prcb));
  return (NTSTATUS)thread->WaitStatus;
}

// From KiDpcInterrupt, at DISPATCH_LEVEL: deferred calls, then a thread that shall run instead.
VOID KiDispatchInterrupt(PKTRAP_FRAME frame) {
  PKPRCB prcb = KeGetCurrentPrcb();
  KiRetireDpcList(prcb);
  KIRQL irql = KiLockDispatcher();
  prcb = KeGetCurrentPrcb();
  PKTHREAD thread = prcb->CurrentThread;
  BOOLEAN idle = thread == prcb->IdleThread;
  if (prcb->NextThread == NULL && prcb->ReadySummary) {
    LONG least = idle ? 0 : prcb->QuantumEnd ? thread->Priority : thread->Priority + 1;
    PKTHREAD next = KiTakeReady(prcb, least);
    if (next) prcb->NextThread = next;
  }
  if (prcb->NextThread) {
    if (!idle) KiQueueReady(prcb, thread, !prcb->QuantumEnd);
    prcb->QuantumEnd = FALSE;
    KiSwitchTo(prcb, thread, KiSelectNextThread(prcb));
  } else {
    if (prcb->QuantumEnd) thread->QuantumTarget = KeQueryInterruptTime() + THREAD_QUANTUM_TICKS;
    prcb->QuantumEnd = FALSE;
    KiArmClock(prcb);
  }
  KiUnlockDispatcher(irql);
}

// Lets an equal thread run, if one waits.
VOID KeYield(void) {
  KIRQL irql = KiLockDispatcher();
  PKPRCB prcb = KeGetCurrentPrcb();
  if (prcb->NextThread || prcb->ReadySummary) {
    KiQueueReady(prcb, prcb->CurrentThread, FALSE);
    KiSwapThread();
  }
  KiUnlockDispatcher(irql);
}

// Ends the current thread for the scheduler. Its object stays until nobody refers to it.
NORETURN VOID KeTerminateThread(void) {
  PKTHREAD thread = KeGetCurrentThread();
  KiLockDispatcher();
  thread->State = Terminated;
  thread->Header.SignalState = 1;
  KiWaitTest(thread);
  RemoveEntryList(&thread->ThreadListEntry);
  InsertTailList(&PspReaperList, &thread->QueueListEntry);  // frees the stack once it is left
  PspReaperEvent.Header.SignalState = 1;
  KiWaitTest(&PspReaperEvent);
  KiSwapThread();
  KeBugCheck(0xE);  // a terminated thread ran
}

// Works in another process' address space until KeDetachProcess.
VOID KeAttachProcess(PEPROCESS process, PEPROCESS *previous) {
  PKTHREAD thread = KeGetCurrentThread();
  KIRQL irql = KfRaiseIrql(DISPATCH_LEVEL);
  *previous = CONTAINING_RECORD(thread->ApcState.Process, EPROCESS, Pcb);
  thread->ApcState.Process = &process->Pcb;
  WriteCr3(process->Pcb.DirectoryTableBase);
  KeLowerIrql(irql);
}

VOID KeDetachProcess(PEPROCESS previous) {
  PEPROCESS ignored;
  KeAttachProcess(previous, &ignored);
}
