// What a kernel debugger asks the system to do when it runs on: to look at a process from inside
// (.process /i), and to bring a page in (.pagein).
#include "../ntos.h"

#define DBG_STATUS_WORKER 7

// Written by the debugger, which then calls ExpQueueDebuggerWork.
PEPROCESS ExpDebuggerProcessAttach;
ULONG_PTR ExpDebuggerPageIn;
static LONG ExpDebuggerWork;  // whether somebody asked
static KDPC ExpDebuggerDpc;

extern KEVENT PspReaperEvent;

static VOID ExpDebuggerDpcRoutine(PKDPC dpc, PVOID context, PVOID arg1, PVOID arg2) {
  KeSetEvent(&PspReaperEvent, 0, FALSE);
}

// Called at a debugger's stop, at any interrupt level.
VOID ExpQueueDebuggerWork(void) {
  ExpDebuggerWork = 1;
  if (ExpDebuggerDpc.DeferredRoutine == NULL) {
    KeInitializeDpc(&ExpDebuggerDpc, ExpDebuggerDpcRoutine, NULL);
  }
  KeInsertQueueDpc(&ExpDebuggerDpc, NULL, NULL);
}

// The process that was asked for, referenced; null if it is none, or ended meanwhile.
static PEPROCESS ExpTakeProcess(void) {
  PEPROCESS wanted = InterlockedExchangePointer((PVOID volatile *)&ExpDebuggerProcessAttach, NULL);
  PEPROCESS found = NULL;
  KIRQL irql = KiLockDispatcher();
  for (PLIST_ENTRY e = PsActiveProcessHead.Flink; e != &PsActiveProcessHead; e = e->Flink) {
    PEPROCESS process = CONTAINING_RECORD(e, EPROCESS, ActiveProcessLinks);
    if (process == wanted) found = process;
  }
  if (found) ObReferenceObject(found);
  KiUnlockDispatcher(irql);
  return found;
}

// Touches a page. One that cannot be had stays away; the kernel's own are always there.
static VOID ExpPageIn(ULONG_PTR va) {
  UCHAR byte;
  if (MmIsUserRange((PVOID)va, 1)) KiUserCopy(&byte, (PVOID)va, 1);
}

// From the reaper, a thread of the System process that has nothing else to do.
VOID ExpDebuggerWorker(void) {
  PEPROCESS previous = NULL;
  if (ExpDebuggerWork == 0) return;
  ExpDebuggerWork = 0;
  PEPROCESS process = ExpTakeProcess();
  ULONG_PTR page = ExpDebuggerPageIn;
  ExpDebuggerPageIn = 0;
  if (process) KeAttachProcess(process, &previous);
  if (page) ExpPageIn(page);
  DbgBreakPointWithStatus(DBG_STATUS_WORKER);
  if (process == NULL) return;
  KeDetachProcess(previous);
  ObDereferenceObject(process);
}
