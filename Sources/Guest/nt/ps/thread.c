// Threads: their objects, their beginnings and their ends.
#include "../ntos.h"

#define THREAD_PRIORITY_SYSTEM 8
#define TEB_HIGHEST 0x7FFFFFDD000ull
#define TEB_BYTES   0x2000ull

LIST_ENTRY PspReaperList = {&PspReaperList, &PspReaperList};
KEVENT PspReaperEvent;
POBJECT_TYPE PsThreadType;

PETHREAD PsGetCurrentThread(void) { return CONTAINING_RECORD(KeGetCurrentThread(), ETHREAD, Tcb); }
PEPROCESS PsGetCurrentProcess(void) {
  return CONTAINING_RECORD(KeGetCurrentThread()->ApcState.Process, EPROCESS, Pcb);
}
PEPROCESS IoGetCurrentProcess(void) { return PsGetCurrentProcess(); }

static PEPROCESS PspProcessOf(PETHREAD thread) {
  return CONTAINING_RECORD(thread->Tcb.Process, EPROCESS, Pcb);
}

// A thread object with a kernel stack, listed in its process. The caller has one reference, the
// thread's life another.
NTSTATUS PspCreateThread(PEPROCESS process, PETHREAD *result) {
  PETHREAD thread;
  PVOID stack = MmAllocateKernelStack();
  if (stack == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  NTSTATUS status = ObCreateObject(PsThreadType, sizeof *thread, NULL, (PVOID *)&thread);
  if (!NT_SUCCESS(status)) {
    MmFreeKernelStack(stack);
    return status;
  }
  KeInitializeThread(thread, process, stack);
  InitializeListHead(&thread->IrpList);
  InitializeListHead(&thread->ActiveTimerListHead);
  InitializeListHead(&thread->PostBlockList);
  KeQuerySystemTime(&thread->CreateTime);
  thread->Cid.UniqueProcess = process->UniqueProcessId;
  thread->Cid.UniqueThread = ExCreateHandle(PspCidTable, thread, 0);
  ObReferenceObject(process);
  ObReferenceObject(thread);
  KIRQL irql = KiLockDispatcher();
  InsertTailList(&process->ThreadListHead, &thread->ThreadListEntry);
  process->ActiveThreads++;
  KiUnlockDispatcher(irql);
  *result = thread;
  return STATUS_SUCCESS;
}

static VOID PspDeleteThread(PVOID object) {
  PETHREAD thread = object;
  if (thread->Cid.UniqueThread) ExDestroyHandle(PspCidTable, thread->Cid.UniqueThread);
  MmFreeKernelStack(thread->Tcb.StackBase);
  ObDereferenceObject(PspProcessOf(thread));
}

NTSTATUS PsCreateSystemThread(PHANDLE handle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes,
                              HANDLE process, PCLIENT_ID ids, VOID (*start)(PVOID),
                              PVOID context) {
  PETHREAD thread;
  NTSTATUS status = PspCreateThread(PsInitialSystemProcess, &thread);
  if (!NT_SUCCESS(status)) return status;
  thread->StartAddress = (PVOID)start;
  thread->Tcb.Priority = thread->Tcb.BasePriority = THREAD_PRIORITY_SYSTEM;
  KiPrepareSystemThread(thread, start, context);
  if (ids) *ids = thread->Cid;
  *handle = NULL;  // system threads are not waited for by handle
  KeReadyThread(&thread->Tcb);
  ObDereferenceObject(thread);
  return STATUS_SUCCESS;
}

// From KiStartSystemThread, with the dispatcher lock of whoever switched here.
VOID PspSystemThreadStartup(VOID (*start)(PVOID), PVOID context) {
  KiUnlockDispatcher(PASSIVE_LEVEL);
  start(context);
  PspExitThread(STATUS_SUCCESS);
}

NTSTATUS PsTerminateSystemThread(NTSTATUS status) { PspExitThread(status); }

// From KiStartUserThread, likewise. The trap frame takes it from here.
VOID PspUserThreadStartup(void) {
  KiUnlockDispatcher(PASSIVE_LEVEL);
  KeGetCurrentThread()->PreviousMode = UserMode;
}

// ---- User threads -------------------------------------------------------------------------------

// A thread environment block, as high as there is room. In the process' address space.
static NTSTATUS PspCreateTeb(PEPROCESS process, PETHREAD thread, PVOID stack, SIZE_T stackBytes) {
  PVOID base;
  NTSTATUS status = STATUS_NO_MEMORY;
  for (ULONG64 at = TEB_HIGHEST; at > TEB_HIGHEST - 256 * TEB_BYTES; at -= TEB_BYTES) {
    base = (PVOID)at;
    status = MmAllocateUser(process, &base, TEB_BYTES, MM_READWRITE);
    if (NT_SUCCESS(status)) break;
  }
  if (NT_SUCCESS(status)) status = MiMapNewPages(base, 2, MiUserBits(MM_READWRITE));
  if (!NT_SUCCESS(status)) return status;
  PTEB teb = base;
  teb->NtTib.StackBase = (PUCHAR)stack + stackBytes;
  teb->NtTib.StackLimit = stack;
  teb->NtTib.Self = &teb->NtTib;
  teb->DeallocationStack = stack;
  teb->ClientId = thread->Cid;
  teb->RealClientId = thread->Cid;
  teb->ProcessEnvironmentBlock = process->Peb;
  teb->StaticUnicodeString.Buffer = teb->StaticUnicodeBuffer;
  teb->StaticUnicodeString.MaximumLength = sizeof teb->StaticUnicodeBuffer;
  thread->Tcb.Teb = teb;
  return STATUS_SUCCESS;
}

// A thread that begins at ntdll!LdrInitializeThunk with a context on its stack, which says that it
// goes on at ntdll!RtlUserThreadStart(start, argument). Not ready yet.
NTSTATUS PspCreateUserThread(PEPROCESS process, PVOID start, PVOID argument, SIZE_T stackBytes,
                             BOOLEAN suspended, PETHREAD *result) {
  PETHREAD thread;
  PEPROCESS previous;
  PVOID stack = NULL;
  PUCHAR context = NULL;
  NTSTATUS status = PspCreateThread(process, &thread);
  if (!NT_SUCCESS(status)) return status;
  stackBytes = ROUND_UP(stackBytes, PAGE_SIZE);
  KeAttachProcess(process, &previous);
  status = MmAllocateUser(process, &stack, stackBytes, MM_READWRITE);
  if (NT_SUCCESS(status)) status = PspCreateTeb(process, thread, stack, stackBytes);
  if (NT_SUCCESS(status)) {
    PUCHAR top = (PUCHAR)stack + stackBytes;
    status = MiMapNewPages(top - 2 * PAGE_SIZE, 2, MiUserBits(MM_READWRITE));
    context = top - ROUND_UP(sizeof(CONTEXT) + 0x80, 16);
    PCONTEXT first = (PCONTEXT)context;
    if (NT_SUCCESS(status)) {
      first->ContextFlags = 0x10001F;
      first->Rip = (ULONG64)PspUserThreadStart;
      first->Rcx = (ULONG64)start;
      first->Rdx = (ULONG64)argument;
      first->Rsp = (ULONG64)top - 0x28;
      first->EFlags = 0x200;
      first->SegCs = 0x33;
      first->SegSs = first->SegDs = first->SegEs = first->SegGs = 0x2B;
      first->SegFs = 0x53;
      first->MxCsr = first->FltSave.MxCsr = 0x1F80;
      first->FltSave.ControlWord = 0x27F;
    }
  }
  KeDetachProcess(previous);
  if (!NT_SUCCESS(status)) {
    // It never ran: unlist it, and drop the reference of its life.
    KIRQL irql = KiLockDispatcher();
    RemoveEntryList(&thread->ThreadListEntry);
    RemoveEntryList(&thread->Tcb.ThreadListEntry);
    process->ActiveThreads--;
    KiUnlockDispatcher(irql);
    ObDereferenceObject(thread);
    ObDereferenceObject(thread);
    return status;
  }
  thread->StartAddress = PspUserThreadStart;
  thread->Win32StartAddress = start;
  KiPrepareUserThread(thread, PspLoaderInitialize, context - 0x28, context, PspSystemDllBase);
  thread->Tcb.SuspendCount = suspended;
  *result = thread;
  return STATUS_SUCCESS;
}

// ---- Ends ---------------------------------------------------------------------------------------

// On the way to user mode with something pending: the thread may have been told to end, or to stay.
VOID KiUserExit(void) {
  PETHREAD thread = PsGetCurrentThread();
  do {
    thread->Tcb.ApcState.UserApcPending = FALSE;
    if (thread->Terminated) PspExitThread(thread->ExitStatus);
  } while (KiWaitWhileHeld(&thread->Tcb));
}

// Ends the current thread; the process too if it was the last.
NORETURN VOID PspExitThread(NTSTATUS status) {
  PETHREAD thread = PsGetCurrentThread();
  PEPROCESS process = PspProcessOf(thread);
  thread->ExitStatus = status;
  thread->Terminated = 1;
  KeQuerySystemTime(&thread->ExitTime);
  PTEB teb = thread->Tcb.Teb;
  KIRQL irql = KiLockDispatcher();
  RemoveEntryList(&thread->ThreadListEntry);
  BOOLEAN last = --process->ActiveThreads == 0;
  KiUnlockDispatcher(irql);
  thread->Tcb.Teb = NULL;
  thread->Tcb.NpxState = 0;
  if (last && process != PsInitialSystemProcess) {
    VOID PspExitProcess(PEPROCESS, NTSTATUS);
    PspExitProcess(process, status);
  } else if (teb) {
    PVOID ranges[] = {NULL, teb};
    MmCopyFromUser(&ranges[0], &teb->DeallocationStack, sizeof ranges[0]);
    for (ULONG i = 0; i < COUNT_OF(ranges); i++) {
      PMMVAD vad = MiFindVad(process, (ULONG64)ranges[i] >> PAGE_SHIFT);
      if (vad == NULL || vad->u.VadFlags.VadType != VadNone) continue;
      MiUnmapPages((PVOID)(vad->StartingVpn << PAGE_SHIFT), vad->EndingVpn - vad->StartingVpn + 1,
                   TRUE);
      MiDeleteVad(process, vad);
    }
  }
  KeTerminateThread();
}

// Tells another thread to end: it does so before it runs user code again.
VOID PspTerminateThread(PETHREAD thread, NTSTATUS status) {
  thread->ExitStatus = status;
  thread->Terminated = 1;
  KeTerminateWait(&thread->Tcb);
  IoCancelThreadIo(thread);
  KeForceResumeThread(&thread->Tcb);
}

VOID ExpDebuggerWorker(void);

// Drops what ended threads leave: their stacks cannot be freed from themselves. Does what a debugger
// asked for as well.
static VOID PspReaper(PVOID context) {
  for (;;) {
    KeWaitForSingleObject(&PspReaperEvent, Executive, KernelMode, FALSE, NULL);
    ExpDebuggerWorker();
    for (;;) {
      KIRQL irql = KiLockDispatcher();
      PLIST_ENTRY entry = IsListEmpty(&PspReaperList) ? NULL : RemoveHeadList(&PspReaperList);
      KiUnlockDispatcher(irql);
      if (entry == NULL) break;
      ObDereferenceObject(CONTAINING_RECORD(entry, ETHREAD, Tcb.QueueListEntry));
    }
  }
}

VOID PspInitThreads(void) {
  HANDLE handle;
  PsThreadType = ObCreateType(L"Thread", NonPagedPool, PspDeleteThread, NULL);
  KeInitializeEvent(&PspReaperEvent, SynchronizationEvent, FALSE);
  PsCreateSystemThread(&handle, 0, NULL, NULL, NULL, PspReaper, NULL);
}

// ---- System calls -------------------------------------------------------------------------------

NTSTATUS NtTerminateThread(HANDLE handle, NTSTATUS status) {
  PETHREAD thread;
  NTSTATUS result = ObReferenceObjectByHandle(handle ? handle : NtCurrentThread(), 0, PsThreadType,
                                              UserMode, (PVOID *)&thread, NULL);
  if (!NT_SUCCESS(result)) return result;
  BOOLEAN self = thread == PsGetCurrentThread();
  if (!self) PspTerminateThread(thread, status);
  ObDereferenceObject(thread);
  if (self) PspExitThread(status);
  return STATUS_SUCCESS;
}

NTSTATUS NtCreateThreadEx(PHANDLE userHandle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes,
                          HANDLE processHandle, PVOID start, PVOID argument, ULONG flags,
                          SIZE_T zeroBits, SIZE_T stackBytes, SIZE_T maximumStackBytes,
                          PVOID attributeList) {
  PEPROCESS process;
  PETHREAD thread;
  HANDLE handle;
  NTSTATUS status = ObReferenceObjectByHandle(processHandle, 0, PsProcessType, UserMode,
                                              (PVOID *)&process, NULL);
  if (!NT_SUCCESS(status)) return status;
  SIZE_T bytes = maximumStackBytes ? maximumStackBytes : 0x100000;
  if (bytes < 0x10000) bytes = 0x10000;
  status = bytes > 0x10000000 ? STATUS_INVALID_PARAMETER
                              : PspCreateUserThread(process, start, argument, bytes,
                                                    (flags & 1) != 0, &thread);
  ObDereferenceObject(process);
  if (!NT_SUCCESS(status)) return status;
  status = ObOpenHandle(thread, access, &handle);
  if (NT_SUCCESS(status)) status = MmCopyToUser(userHandle, &handle, sizeof handle);
  if (!(flags & 1)) KeReadyThread(&thread->Tcb);
  ObDereferenceObject(thread);
  return status;
}

static NTSTATUS PspChangeSuspension(HANDLE handle, PULONG userPrevious,
                                    ULONG (*change)(PKTHREAD)) {
  PETHREAD thread;
  NTSTATUS status = ObReferenceObjectByHandle(handle, 0, PsThreadType, UserMode, (PVOID *)&thread,
                                              NULL);
  if (!NT_SUCCESS(status)) return status;
  ULONG previous = change(&thread->Tcb);
  ObDereferenceObject(thread);
  return userPrevious ? MmCopyToUser(userPrevious, &previous, sizeof previous) : STATUS_SUCCESS;
}

NTSTATUS NtSuspendThread(HANDLE handle, PULONG previous) {
  return PspChangeSuspension(handle, previous, KeSuspendThread);
}

NTSTATUS NtResumeThread(HANDLE handle, PULONG previous) {
  return PspChangeSuspension(handle, previous, KeResumeThread);
}

// ThreadBasePriority (3): how far from the process' base.
NTSTATUS NtSetInformationThread(HANDLE handle, ULONG informationClass, PVOID buffer, ULONG length) {
  PETHREAD thread;
  LONG increment;
  if (informationClass != 3 || length != sizeof increment) return STATUS_INVALID_INFO_CLASS;
  NTSTATUS status = MmCopyFromUser(&increment, buffer, sizeof increment);
  if (!NT_SUCCESS(status)) return status;
  status = ObReferenceObjectByHandle(handle, 0, PsThreadType, UserMode, (PVOID *)&thread, NULL);
  if (!NT_SUCCESS(status)) return status;
  LONG priority = thread->Tcb.Process->BasePriority + increment;
  KIRQL irql = KiLockDispatcher();
  // A ready thread stays in the queue it is in until it has run.
  if (priority >= 1 && priority <= 15 && thread->Tcb.State != 1) {
    thread->Tcb.Priority = thread->Tcb.BasePriority = (CHAR)priority;
  }
  KiUnlockDispatcher(irql);
  ObDereferenceObject(thread);
  return STATUS_SUCCESS;
}
