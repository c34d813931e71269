// Suspending and freezing threads: such a thread runs no user code until it is let go.
//
// It is held on its way out of the kernel, in KiUserExit, where it waits for its SuspendSemaphore;
// until it comes there it goes on with what it does in the kernel. Programs suspend threads, a
// debugger freezes them; the two counts are independent.
#include "../ntos.h"

#define MAXIMUM_SUSPEND_COUNT 127

static BOOLEAN KiIsHeld(PKTHREAD thread) { return thread->SuspendCount || thread->FreezeCount; }

// Has a thread pass KiUserExit before it runs user code again. Dispatcher lock held.
VOID KiRequestUserExit(PKTHREAD thread) {
  thread->ApcState.UserApcPending = TRUE;
  ULONG number = thread->NextProcessor;
  if (number < KeNumberProcessors && KiProcessorBlock[number]->CurrentThread == thread) {
    HalRequestIpi(KiProcessorBlock[number]->InitialApicId, VECTOR_DPC);
  }
}

// Lets a thread go on unless something still holds it. Dispatcher lock held.
static VOID KiLetGo(PKTHREAD thread) {
  if (KiIsHeld(thread)) return;
  thread->SuspendSemaphore.Header.SignalState = 1;
  KiWaitTest(&thread->SuspendSemaphore);
}

// One that was made suspended begins now. Dispatcher lock held.
static VOID KiBegin(PKTHREAD thread) {
  if (thread->State == ThreadInitialized) KiReadyThread(thread);
  else KiLetGo(thread);
}

// Waits while the current thread is held. Returns whether it was: meanwhile more may be wanted of it.
BOOLEAN KiWaitWhileHeld(PKTHREAD thread) {
  if (!KiIsHeld(thread)) return FALSE;
  KeWaitForSingleObject(&thread->SuspendSemaphore, Suspended, KernelMode, FALSE, NULL);
  return TRUE;
}

// Raises a thread's suspend count. Returns what it was; at the maximum it stays.
ULONG KeSuspendThread(PKTHREAD thread) {
  KIRQL irql = KiLockDispatcher();
  ULONG previous = thread->SuspendCount;
  if (previous < MAXIMUM_SUSPEND_COUNT) {
    thread->SuspendCount++;
    KiRequestUserExit(thread);
  }
  KiUnlockDispatcher(irql);
  return previous;
}

// Lowers a thread's suspend count. Returns what it was; 0 stays.
ULONG KeResumeThread(PKTHREAD thread) {
  KIRQL irql = KiLockDispatcher();
  ULONG previous = thread->SuspendCount;
  if (previous && --thread->SuspendCount == 0) KiBegin(thread);
  KiUnlockDispatcher(irql);
  return previous;
}

// Holds a thread for a debugger, whatever its suspend count.
VOID KeFreezeThread(PKTHREAD thread) {
  KIRQL irql = KiLockDispatcher();
  thread->FreezeCount = 1;
  KiRequestUserExit(thread);
  KiUnlockDispatcher(irql);
}

VOID KeThawThread(PKTHREAD thread) {
  KIRQL irql = KiLockDispatcher();
  BOOLEAN was = thread->FreezeCount != 0;
  thread->FreezeCount = 0;
  if (was) KiLetGo(thread);
  KiUnlockDispatcher(irql);
}

// Nothing holds a thread that shall end.
VOID KeForceResumeThread(PKTHREAD thread) {
  KIRQL irql = KiLockDispatcher();
  BOOLEAN wasSuspended = thread->SuspendCount != 0, wasFrozen = thread->FreezeCount != 0;
  thread->SuspendCount = 0;
  thread->FreezeCount = 0;
  if (wasSuspended) KiBegin(thread);
  else if (wasFrozen) KiLetGo(thread);
  KiRequestUserExit(thread);
  KiUnlockDispatcher(irql);
}
