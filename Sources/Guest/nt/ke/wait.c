// Dispatcher objects and waiting for them.
#include "../ntos.h"

enum { WaitingState = 5 };
enum {
  EventNotificationObject, EventSynchronizationObject, MutantObject, ProcessObject, QueueObject,
  SemaphoreObject, ThreadObject, GateObject, TimerNotificationObject, TimerSynchronizationObject,
};

#define TIMER_WAIT_BLOCK 3

static VOID KiInitializeHeader(PDISPATCHER_HEADER header, ULONG type, SIZE_T bytes, LONG state) {
  header->Lock = 0;
  header->Type = (UCHAR)type;
  header->Size = (UCHAR)(bytes / sizeof(LONG));
  header->SignalState = state;
  InitializeListHead(&header->WaitListHead);
}

VOID KeInitializeEvent(PKEVENT event, EVENT_TYPE type, BOOLEAN signaled) {
  KiInitializeHeader(&event->Header, type, sizeof *event, signaled);
}

VOID KeInitializeSemaphore(PKSEMAPHORE semaphore, LONG count, LONG limit) {
  KiInitializeHeader(&semaphore->Header, SemaphoreObject, sizeof *semaphore, count);
  semaphore->Limit = limit;
}

VOID KeInitializeMutex(PKMUTANT mutant, ULONG level) {
  KiInitializeHeader(&mutant->Header, MutantObject, sizeof *mutant, 1);
  mutant->OwnerThread = NULL;
  mutant->Abandoned = FALSE;
  mutant->ApcDisable = 1;
}

VOID KeInitializeTimerEx(PKTIMER timer, TIMER_TYPE type) {
  KiInitializeHeader(&timer->Header, TimerNotificationObject + type, 0, 0);
  timer->DueTime.QuadPart = 0;
  timer->TimerListEntry.Flink = timer->TimerListEntry.Blink = NULL;
  timer->Dpc = NULL;
  timer->Period = 0;
}

VOID KeInitializeTimer(PKTIMER timer) { KeInitializeTimerEx(timer, NotificationTimer); }

// Would a wait by this thread be over at once?
static BOOLEAN KiIsSignaled(PDISPATCHER_HEADER object, PKTHREAD thread) {
  if (object->Type == MutantObject) {
    return object->SignalState > 0 || ((PKMUTANT)object)->OwnerThread == thread;
  }
  return object->SignalState > 0;
}

// What a satisfied wait does to the object.
static NTSTATUS KiSatisfy(PDISPATCHER_HEADER object, PKTHREAD thread) {
  PKMUTANT mutant = (PKMUTANT)object;
  switch (object->Type) {
  case EventSynchronizationObject:
  case TimerSynchronizationObject:
    object->SignalState = 0;
    break;
  case SemaphoreObject:
    object->SignalState--;
    break;
  case MutantObject:
    if (--object->SignalState == 0) {
      mutant->OwnerThread = thread;
      InsertHeadList(&thread->MutantListHead, &mutant->MutantListEntry);
    }
    if (mutant->Abandoned) {
      mutant->Abandoned = FALSE;
      return STATUS_ABANDONED_WAIT_0;
    }
    break;
  }
  return STATUS_SUCCESS;
}

// Ends a thread's wait with a status and makes it ready. Dispatcher lock held.
VOID KiUnwaitThread(PKTHREAD thread, NTSTATUS status) {
  PKWAIT_BLOCK block = thread->WaitBlockList;
  do {
    RemoveEntryList(&block->WaitListEntry);
    block = block->NextWaitBlock;
  } while (block != thread->WaitBlockList);
  if (thread->Timer.Header.Inserted) KiRemoveTimer(&thread->Timer);
  thread->WaitStatus = status;
  KiReadyThread(thread);
}

// Can a thread that waits for all of its objects have them all now?
static BOOLEAN KiTestAll(PKTHREAD thread) {
  PKWAIT_BLOCK block = thread->WaitBlockList;
  do {
    if (block->WaitKey != (USHORT)STATUS_TIMEOUT && !KiIsSignaled(block->Object, thread)) {
      return FALSE;
    }
    block = block->NextWaitBlock;
  } while (block != thread->WaitBlockList);
  block = thread->WaitBlockList;
  do {
    if (block->WaitKey != (USHORT)STATUS_TIMEOUT) KiSatisfy(block->Object, thread);
    block = block->NextWaitBlock;
  } while (block != thread->WaitBlockList);
  return TRUE;
}

// Lets those who wait for a signaled object go on, as far as it lasts. Dispatcher lock held.
VOID KiWaitTest(PVOID signaled) {
  PDISPATCHER_HEADER object = signaled;
  PLIST_ENTRY entry = object->WaitListHead.Flink;
  while (entry != &object->WaitListHead && object->SignalState > 0) {
    PKWAIT_BLOCK block = CONTAINING_RECORD(entry, KWAIT_BLOCK, WaitListEntry);
    PKTHREAD thread = block->Thread;
    if (block->WaitType == WaitAny) {
      NTSTATUS status = KiSatisfy(object, thread);
      KiUnwaitThread(thread, status | (SHORT)block->WaitKey);
    } else if (KiTestAll(thread)) {
      KiUnwaitThread(thread, STATUS_SUCCESS);
    } else {
      entry = entry->Flink;
      continue;
    }
    entry = object->WaitListHead.Flink;
  }
}

LONG KeSetEvent(PKEVENT event, KPRIORITY increment, BOOLEAN wait) {
  KIRQL irql = KiLockDispatcher();
  LONG old = event->Header.SignalState;
  event->Header.SignalState = 1;
  KiWaitTest(event);
  KiUnlockDispatcher(irql);
  return old;
}

LONG KeResetEvent(PKEVENT event) {
  KIRQL irql = KiLockDispatcher();
  LONG old = event->Header.SignalState;
  event->Header.SignalState = 0;
  KiUnlockDispatcher(irql);
  return old;
}

VOID KeClearEvent(PKEVENT event) { event->Header.SignalState = 0; }

LONG KeReleaseSemaphore(PKSEMAPHORE semaphore, KPRIORITY increment, LONG adjustment, BOOLEAN wait) {
  KIRQL irql = KiLockDispatcher();
  LONG old = semaphore->Header.SignalState;
  semaphore->Header.SignalState = old + adjustment > semaphore->Limit ? semaphore->Limit
                                                                        : old + adjustment;
  KiWaitTest(semaphore);
  KiUnlockDispatcher(irql);
  return old;
}

LONG KeReleaseMutex(PKMUTANT mutant, BOOLEAN wait) {
  KIRQL irql = KiLockDispatcher();
  LONG old = mutant->Header.SignalState;
  if (mutant->OwnerThread == KeGetCurrentThread() && ++mutant->Header.SignalState == 1) {
    mutant->OwnerThread = NULL;
    RemoveEntryList(&mutant->MutantListEntry);
    KiWaitTest(mutant);
  }
  KiUnlockDispatcher(irql);
  return old;
}

static VOID KiAddWaitBlock(PKTHREAD thread, PKWAIT_BLOCK block, PVOID object, WAIT_TYPE type,
                           USHORT key) {
  PDISPATCHER_HEADER header = object;
  block->Thread = thread;
  block->Object = object;
  block->WaitKey = key;
  block->WaitType = (UCHAR)type;
  InsertTailList(&header->WaitListHead, &block->WaitListEntry);
}

// Waits with the dispatcher lock held; releases it.
static NTSTATUS KiWait(PKTHREAD thread, ULONG count, PVOID objects[], WAIT_TYPE type,
                       KWAIT_REASON reason, KPROCESSOR_MODE mode, PLARGE_INTEGER timeout,
                       PKWAIT_BLOCK blocks, KIRQL irql) {
  if (timeout && timeout->QuadPart == 0) {
    KiUnlockDispatcher(irql);
    return STATUS_TIMEOUT;
  }
  if (mode == UserMode && CONTAINING_RECORD(thread, ETHREAD, Tcb)->Terminated) {
    // It shall end, not wait.
    KiUnlockDispatcher(irql);
    return STATUS_USER_APC;
  }
  for (ULONG i = 0; i < count; i++) {
    KiAddWaitBlock(thread, &blocks[i], objects[i], type, (USHORT)i);
    blocks[i].NextWaitBlock = i + 1 < count ? &blocks[i + 1] : &blocks[0];
  }
  PKWAIT_BLOCK first = blocks;
  if (timeout) {
    PKWAIT_BLOCK block = &thread->WaitBlock[TIMER_WAIT_BLOCK];
    KiInsertTimer(&thread->Timer, *timeout);
    KiAddWaitBlock(thread, block, &thread->Timer, WaitAny, (USHORT)STATUS_TIMEOUT);
    if (count == 0) first = block;
    else blocks[count - 1].NextWaitBlock = block;
    block->NextWaitBlock = first;
  }
  thread->WaitBlockList = first;
  thread->WaitStatus = STATUS_SUCCESS;
  thread->WaitReason = (UCHAR)reason;
  thread->WaitMode = mode;
  thread->WaitIrql = irql;
  thread->WaitTime = (ULONG)(KeQueryInterruptTime() / KeTimeIncrement);
  thread->State = WaitingState;
  NTSTATUS status = KiSwapThread();
  KiUnlockDispatcher(irql);
  return status;
}

NTSTATUS KeWaitForMultipleObjects(ULONG count, PVOID objects[], WAIT_TYPE type,
                                  KWAIT_REASON reason, KPROCESSOR_MODE mode, BOOLEAN alertable,
                                  PLARGE_INTEGER timeout, PKWAIT_BLOCK blocks) {
  PKTHREAD thread = KeGetCurrentThread();
  if (blocks == NULL) {
    if (count > 3) KeBugCheck(0xC);
    blocks = thread->WaitBlock;
  }
  KIRQL irql = KiLockDispatcher();
  ULONG signaled = 0;
  for (ULONG i = 0; i < count; i++) {
    if (!KiIsSignaled(objects[i], thread)) continue;
    signaled++;
    if (type == WaitAny) {
      NTSTATUS status = KiSatisfy(objects[i], thread);
      KiUnlockDispatcher(irql);
      return status | (NTSTATUS)i;
    }
  }
  if (type == WaitAll && signaled == count) {
    for (ULONG i = 0; i < count; i++) KiSatisfy(objects[i], thread);
    KiUnlockDispatcher(irql);
    return STATUS_SUCCESS;
  }
  return KiWait(thread, count, objects, type, reason, mode, timeout, blocks, irql);
}

NTSTATUS KeWaitForSingleObject(PVOID object, KWAIT_REASON reason, KPROCESSOR_MODE mode,
                               BOOLEAN alertable, PLARGE_INTEGER timeout) {
  PKTHREAD thread = KeGetCurrentThread();
  KIRQL irql = KiLockDispatcher();
  if (KiIsSignaled(object, thread)) {
    NTSTATUS status = KiSatisfy(object, thread);
    KiUnlockDispatcher(irql);
    return status;
  }
  return KiWait(thread, 1, &object, WaitAny, reason, mode, timeout, thread->WaitBlock, irql);
}

NTSTATUS KeDelayExecutionThread(KPROCESSOR_MODE mode, BOOLEAN alertable, PLARGE_INTEGER interval) {
  if (interval->QuadPart == 0) {
    KeYield();
    return STATUS_SUCCESS;
  }
  KIRQL irql = KiLockDispatcher();
  NTSTATUS status = KiWait(KeGetCurrentThread(), 0, NULL, WaitAny, DelayExecution, mode, interval,
                           NULL, irql);
  return status == STATUS_TIMEOUT ? STATUS_SUCCESS : status;
}

// Ends the wait of a thread that shall terminate, if its wait allows that.
VOID KeTerminateWait(PKTHREAD thread) {
  KIRQL irql = KiLockDispatcher();
  if (thread->State == WaitingState && thread->WaitMode == UserMode) {
    KiUnwaitThread(thread, STATUS_USER_APC);
  }
  KiUnlockDispatcher(irql);
}
