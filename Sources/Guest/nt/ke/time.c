// Time, timers and deferred procedure calls.
//
// Time is the time stamp counter. A processor's clock is armed for the next moment it has something
// to do: a timer that is due, the end of a quantum that others wait for, or, while it runs a thread,
// the next tick, which is charged to that thread. An idle processor's stays silent.
#include "../ntos.h"

#define TIMER_SLOTS 256
#define TIMER_SHIFT 18  // 100 ns to slots of 26 ms

extern KSPIN_LOCK KiDispatcherLock;
ULONG KeMaximumIncrement = 156250;
ULONG KeTimeIncrement = 156250;  // 100 ns in a tick of KeTickCount
static ULONG64 KiNextDue[MAXIMUM_PROCESSORS];  // the earliest timer's time; ~0 if none

static ULONG64 KiTicksPerUnit(void) { return HalTimeStampFrequency() / 10000000; }

ULONG64 KeQueryInterruptTime(void) { return ReadTsc() / KiTicksPerUnit(); }

VOID KeQuerySystemTime(PLARGE_INTEGER time) {
  time->QuadPart = KeBootTime.QuadPart + (LONG64)KeQueryInterruptTime();
}

static VOID KiStoreTime(KSYSTEM_TIME *to, ULONG64 value) {
  to->High2Time = (LONG)(value >> 32);
  to->LowPart = (ULONG)value;
  to->High1Time = (LONG)(value >> 32);
}

// Brings the times in KUSER_SHARED_DATA up to date.
VOID KeUpdateSharedTime(void) {
  KUSER_SHARED_DATA *shared = (KUSER_SHARED_DATA *)SHARED_DATA_VA;
  ULONG64 now = KeQueryInterruptTime();
  KiStoreTime(&shared->InterruptTime, now);
  KiStoreTime(&shared->SystemTime, (ULONG64)KeBootTime.QuadPart + now);
  KiStoreTime(&shared->TickCount, now / KeTimeIncrement);
}

VOID KiArmClock(PKPRCB prcb) { KiArmClockFor(prcb, prcb->CurrentThread); }

// Arms the clock for the next thing to do while a thread runs. Dispatcher lock held, on the processor
// itself.
VOID KiArmClockFor(PKPRCB prcb, PKTHREAD thread) {
  ULONG64 due = KiNextDue[prcb->Number];
  if (prcb->ReadySummary && thread != prcb->IdleThread && thread->QuantumTarget < due) {
    due = thread->QuantumTarget;
  }
  if (thread != prcb->IdleThread) {  // whose time is counted
    ULONG64 tick = (KeQueryInterruptTime() / KeTimeIncrement + 1) * KeTimeIncrement;
    if (tick < due) due = tick;
  }
  // What the counter will never reach (none: ~0; for ever: a wait of -2^63) arms nothing.
  HalSetClockDeadline(due >= ~0ull / KiTicksPerUnit() ? 0 : due * KiTicksPerUnit());
}

// Charges the ticks that have passed on this processor to the thread it runs.
VOID KiChargeTicks(PKPRCB prcb, BOOLEAN user) {
  ULONG tick = (ULONG)(KeQueryInterruptTime() / KeTimeIncrement), passed = tick - prcb->LastTick;
  if (passed == 0) return;
  PKTHREAD thread = prcb->CurrentThread;
  prcb->LastTick = tick;
  if (user) {
    prcb->UserTime += passed;
    thread->UserTime += passed;
    thread->Process->UserTime += passed;
  } else {
    prcb->KernelTime += passed;
    thread->KernelTime += passed;
    thread->Process->KernelTime += passed;
  }
}

// ---- Timers --------------------------------------------------------------------------------------

static VOID KiTimerExpiration(PKDPC dpc, PVOID context, PVOID arg1, PVOID arg2);

VOID KiInitializeTimers(PKPRCB prcb) {
  for (ULONG i = 0; i < TIMER_SLOTS; i++) {
    InitializeListHead(&prcb->TimerTable.TimerEntries[i].Entry);
    prcb->TimerTable.TimerEntries[i].Time.QuadPart = ~0ull;
  }
  KiNextDue[prcb->Number] = ~0ull;
  KeInitializeDpc(&prcb->TimerExpirationDpc, KiTimerExpiration, NULL);
  prcb->TimerExpirationDpc.Number = (USHORT)(prcb->Number + 0x500);
}

// Puts a timer into this processor's table. Dispatcher lock held.
VOID KiInsertTimer(PKTIMER timer, LARGE_INTEGER due) {
  PKPRCB prcb = KeGetCurrentPrcb();
  ULONG64 now = KeQueryInterruptTime(), when;
  if (due.QuadPart < 0) when = now + (ULONG64)-due.QuadPart;
  else if (due.QuadPart <= KeBootTime.QuadPart) when = 0;
  else when = (ULONG64)(due.QuadPart - KeBootTime.QuadPart);
  timer->DueTime.QuadPart = when;
  timer->Processor = prcb->Number;
  timer->Header.Hand = (UCHAR)(when >> TIMER_SHIFT);
  timer->Header.Inserted = 1;
  timer->Header.SignalState = 0;
  PKTIMER_TABLE_ENTRY slot = &prcb->TimerTable.TimerEntries[timer->Header.Hand];
  InsertTailList(&slot->Entry, &timer->TimerListEntry);
  if (when < slot->Time.QuadPart) slot->Time.QuadPart = when;
  if (when < KiNextDue[prcb->Number]) {
    KiNextDue[prcb->Number] = when;
    KiArmClock(prcb);
  }
}

// A timer of a slot that is due, or null.
static PKTIMER KiFindDue(PKTIMER_TABLE_ENTRY slot, ULONG64 now) {
  for (PLIST_ENTRY e = slot->Entry.Flink; e != &slot->Entry; e = e->Flink) {
    PKTIMER timer = CONTAINING_RECORD(e, KTIMER, TimerListEntry);
    if (timer->DueTime.QuadPart <= now) return timer;
  }
  return NULL;
}

// When a processor's earliest timer is due; ~0 if it has none. Brings the slots' own times along.
static ULONG64 KiEarliestDue(PKPRCB prcb) {
  ULONG64 earliest = ~0ull;
  for (ULONG i = 0; i < TIMER_SLOTS; i++) {
    PKTIMER_TABLE_ENTRY slot = &prcb->TimerTable.TimerEntries[i];
    slot->Time.QuadPart = ~0ull;
    for (PLIST_ENTRY e = slot->Entry.Flink; e != &slot->Entry; e = e->Flink) {
      PKTIMER timer = CONTAINING_RECORD(e, KTIMER, TimerListEntry);
      if (timer->DueTime.QuadPart < slot->Time.QuadPart) slot->Time = timer->DueTime;
    }
    if (slot->Time.QuadPart < earliest) earliest = slot->Time.QuadPart;
  }
  return earliest;
}

// Takes a timer out of its processor's table. If the clock was armed for it, it is armed for the
// next one: a wait that ended early does not wake anybody later. Dispatcher lock held.
VOID KiRemoveTimer(PKTIMER timer) {
  PKPRCB prcb = KiProcessorBlock[timer->Processor];
  timer->Header.Inserted = 0;
  RemoveEntryList(&timer->TimerListEntry);
  if (timer->DueTime.QuadPart != KiNextDue[prcb->Number]) return;
  KiNextDue[prcb->Number] = KiEarliestDue(prcb);
  if (prcb == KeGetCurrentPrcb()) KiArmClock(prcb);
  else HalRequestIpi(prcb->InitialApicId, VECTOR_DPC);  // KiDispatchInterrupt arms it
}

// Signals a timer that is due. Dispatcher lock held.
static VOID KiSignalTimer(PKTIMER timer) {
  KiRemoveTimer(timer);
  timer->Header.SignalState = 1;
  KiWaitTest(timer);
  if (timer->Period) {
    LARGE_INTEGER next = {.QuadPart = -(LONG64)timer->Period * 10000};
    LONG state = timer->Header.SignalState;
    KiInsertTimer(timer, next);
    timer->Header.SignalState = state;
  }
  if (timer->Dpc) KeInsertQueueDpc(timer->Dpc, NULL, NULL);
}

// The clock's deferred part: signals every timer of this processor that is due.
static VOID KiTimerExpiration(PKDPC dpc, PVOID context, PVOID arg1, PVOID arg2) {
  KIRQL irql = KiLockDispatcher();
  PKPRCB prcb = KeGetCurrentPrcb();
  ULONG64 now = KeQueryInterruptTime();
  PKTIMER timer;
  KiNextDue[prcb->Number] = 0;  // what is inserted meanwhile is found below
  for (ULONG i = 0; i < TIMER_SLOTS; i++) {
    while ((timer = KiFindDue(&prcb->TimerTable.TimerEntries[i], now))) KiSignalTimer(timer);
  }
  KiNextDue[prcb->Number] = KiEarliestDue(prcb);
  KiArmClock(prcb);
  KiUnlockDispatcher(irql);
}

BOOLEAN KeSetTimerEx(PKTIMER timer, LARGE_INTEGER due, LONG period, PKDPC dpc) {
  KIRQL irql = KiLockDispatcher();
  BOOLEAN was = timer->Header.Inserted;
  if (was) KiRemoveTimer(timer);
  timer->Dpc = dpc;
  timer->Period = (ULONG)period;
  KiInsertTimer(timer, due);
  KiUnlockDispatcher(irql);
  return was;
}

BOOLEAN KeSetTimer(PKTIMER timer, LARGE_INTEGER due, PKDPC dpc) {
  return KeSetTimerEx(timer, due, 0, dpc);
}

BOOLEAN KeCancelTimer(PKTIMER timer) {
  KIRQL irql = KiLockDispatcher();
  BOOLEAN was = timer->Header.Inserted;
  if (was) KiRemoveTimer(timer);
  KiUnlockDispatcher(irql);
  return was;
}

// From KiClockInterrupt, at CLOCK_LEVEL.
VOID KeClockTick(PKTRAP_FRAME frame) {
  PKPRCB prcb = KeGetCurrentPrcb();
  ULONG64 now = KeQueryInterruptTime();
  prcb->InterruptCount++;
  KiChargeTicks(prcb, frame->SegCs & 1);
  KeUpdateSharedTime();
  if (prcb->ReadySummary && prcb->CurrentThread->QuantumTarget <= now) {
    prcb->QuantumEnd = TRUE;
    HalRequestIpi(prcb->InitialApicId, VECTOR_DPC);
  }
  if (KiNextDue[prcb->Number] <= now) KeInsertQueueDpc(&prcb->TimerExpirationDpc, NULL, NULL);
  // Neither, because the clock ran a unit early: KiDispatchInterrupt arms it again.
  else HalRequestIpi(prcb->InitialApicId, VECTOR_DPC);
}

// ---- Deferred procedure calls --------------------------------------------------------------------

VOID KeInitializeDpc(PKDPC dpc, PKDEFERRED_ROUTINE routine, PVOID context) {
  memset(dpc, 0, sizeof *dpc);
  dpc->Type = 19;  // DpcObject
  dpc->Importance = 1;
  dpc->DeferredRoutine = routine;
  dpc->DeferredContext = context;
}

VOID KeSetTargetProcessorDpc(PKDPC dpc, CHAR number) { dpc->Number = (USHORT)(number + 0x500); }

// DpcData is touched by interrupts too: interrupts off while its lock is held.
static BOOLEAN KiLockDpcs(PKDPC_DATA data) {
  BOOLEAN enabled = (ReadFlags() & 0x200) != 0;
  DisableInterrupts();
  KeAcquireSpinLockAtDpcLevel((PKSPIN_LOCK)&data->DpcLock);
  return enabled;
}

static VOID KiUnlockDpcs(PKDPC_DATA data, BOOLEAN enabled) {
  KeReleaseSpinLockFromDpcLevel((PKSPIN_LOCK)&data->DpcLock);
  if (enabled) EnableInterrupts();
}

BOOLEAN KeInsertQueueDpc(PKDPC dpc, PVOID arg1, PVOID arg2) {
  PKPRCB prcb = KeGetCurrentPrcb();
  if (dpc->Number >= 0x500 && dpc->Number - 0x500u < KeNumberProcessors) {
    prcb = KiProcessorBlock[dpc->Number - 0x500];
  }
  PKDPC_DATA data = &prcb->DpcData[0];
  BOOLEAN enabled = KiLockDpcs(data);
  BOOLEAN inserted = dpc->DpcData == NULL;
  if (inserted) {
    dpc->DpcData = data;
    dpc->SystemArgument1 = arg1;
    dpc->SystemArgument2 = arg2;
    data->DpcQueueDepth++;
    data->DpcCount++;
    if (dpc->Importance == 2) InsertHeadList(&data->DpcListHead, &dpc->DpcListEntry);
    else InsertTailList(&data->DpcListHead, &dpc->DpcListEntry);
  }
  KiUnlockDpcs(data, enabled);
  if (inserted) HalRequestIpi(prcb->InitialApicId, VECTOR_DPC);
  return inserted;
}

BOOLEAN KeRemoveQueueDpc(PKDPC dpc) {
  PKDPC_DATA data = dpc->DpcData;
  if (data == NULL) return FALSE;
  BOOLEAN enabled = KiLockDpcs(data);
  BOOLEAN queued = dpc->DpcData != NULL;
  if (queued) {
    RemoveEntryList(&dpc->DpcListEntry);
    data->DpcQueueDepth--;
    dpc->DpcData = NULL;
  }
  KiUnlockDpcs(data, enabled);
  return queued;
}

// Runs this processor's deferred calls, at DISPATCH_LEVEL.
VOID KiRetireDpcList(PKPRCB prcb) {
  PKDPC_DATA data = &prcb->DpcData[0];
  prcb->DpcRoutineActive = TRUE;
  for (;;) {
    BOOLEAN enabled = KiLockDpcs(data);
    if (IsListEmpty(&data->DpcListHead)) {
      KiUnlockDpcs(data, enabled);
      break;
    }
    PKDPC dpc = CONTAINING_RECORD(RemoveHeadList(&data->DpcListHead), KDPC, DpcListEntry);
    PKDEFERRED_ROUTINE routine = dpc->DeferredRoutine;
    PVOID context = dpc->DeferredContext, arg1 = dpc->SystemArgument1, arg2 = dpc->SystemArgument2;
    dpc->DpcData = NULL;
    data->DpcQueueDepth--;
    KiUnlockDpcs(data, enabled);
    routine(dpc, context, arg1, arg2);
  }
  prcb->DpcRoutineActive = FALSE;
}
