// Where a user thread begins: the process is made ready by its first one.
#include "../ntdllp.h"

PVOID LdrpNtdllBase;
PEB_LDR_DATA PebLdr;
RTL_CRITICAL_SECTION LdrpLoaderLock;
static RTL_CRITICAL_SECTION FastPebLock;
VOID (*Kernel32ThreadInitThunkFunction)(ULONG, PTHREAD_START_ROUTINE, PVOID);

/// The program and ntdll are mapped already: they are the first two of the lists.
static NTSTATUS LdrpListFirstModules(PPEB peb, PLDR_DATA_TABLE_ENTRY *program) {
  PebLdr.Length = sizeof(PebLdr);
  LdrpInitializeList(&PebLdr.InLoadOrderModuleList);
  LdrpInitializeList(&PebLdr.InMemoryOrderModuleList);
  LdrpInitializeList(&PebLdr.InInitializationOrderModuleList);
  peb->Ldr = &PebLdr;

  UNICODE_STRING ntdllName;
  RtlInitUnicodeString(&ntdllName, L"C:\\Gurney\\System32\\ntdll.dll");
  *program = LdrpAllocateEntry(peb->ImageBaseAddress, &peb->ProcessParameters->ImagePathName,
                               LDRP_ENTRY_PROCESSED);
  PLDR_DATA_TABLE_ENTRY ntdll =
      LdrpAllocateEntry(LdrpNtdllBase, &ntdllName, LDRP_IMAGE_DLL | LDRP_STATIC_LINK);
  if (!*program || !ntdll) return STATUS_NO_MEMORY;
  LdrpInsertTail(&PebLdr.InInitializationOrderModuleList, &ntdll->InInitializationOrderLinks);
  return STATUS_SUCCESS;
}

/// Calls the entry points of the DLLs that have not been called, in initialization order.
NTSTATUS LdrpRunInitializers(PCONTEXT context) {
  PLIST_ENTRY head = &PebLdr.InInitializationOrderModuleList;
  for (PLIST_ENTRY link = head->Flink; link != head; link = link->Flink) {
    PLDR_DATA_TABLE_ENTRY entry =
        CONTAINING_RECORD(link, LDR_DATA_TABLE_ENTRY, InInitializationOrderLinks);
    if (entry->Flags & LDRP_ENTRY_PROCESSED) continue;
    entry->Flags |= LDRP_ENTRY_PROCESSED;
    if (!entry->EntryPoint) continue;
    entry->Flags |= LDRP_PROCESS_ATTACH_CALLED;
    PebLdr.EntryInProgress = entry;
    BOOLEAN ready =
        ((PDLL_INIT_ROUTINE)entry->EntryPoint)(entry->DllBase, DLL_PROCESS_ATTACH, context);
    PebLdr.EntryInProgress = NULL;
    if (!ready) return STATUS_DLL_INIT_FAILED;
  }
  return STATUS_SUCCESS;
}

/// Threads start in kernel32 if the program uses it, so that its frame is on their stacks.
static VOID LdrpFindThreadStart(void) {
  UNICODE_STRING name;
  RtlInitUnicodeString(&name, L"kernel32.dll");
  PLDR_DATA_TABLE_ENTRY kernel32 = LdrpFindByName(&name);
  if (!kernel32) return;
  PVOID thunk;
  if (NT_SUCCESS(LdrpResolve(kernel32->DllBase, "BaseThreadInitThunk", 0, &thunk))) {
    Kernel32ThreadInitThunkFunction = (VOID(*)(ULONG, PTHREAD_START_ROUTINE, PVOID))thunk;
  }
}

static NTSTATUS LdrpInitializeProcess(PPEB peb, PCONTEXT context) {
  PLDR_DATA_TABLE_ENTRY program;
  peb->ProcessHeap = RtlCreateHeap(HEAP_GROWABLE, NULL, 0, 0, NULL, NULL);
  if (!peb->ProcessHeap) return STATUS_NO_MEMORY;
  RtlInitializeCriticalSection(&FastPebLock);
  RtlInitializeCriticalSection(&LdrpLoaderLock);
  peb->FastPebLock = &FastPebLock;
  peb->LoaderLock = &LdrpLoaderLock;

  NTSTATUS status = LdrpListFirstModules(peb, &program);
  if (NT_SUCCESS(status)) status = LdrpSnapImports(program);
  if (!NT_SUCCESS(status)) return status;
  LdrpFindThreadStart();
  PebLdr.Initialized = TRUE;
  if (peb->BeingDebugged) DbgBreakPoint();
  return LdrpRunInitializers(context);
}

static VOID LdrpInitializeThread(PCONTEXT context) {
  RtlEnterCriticalSection(&LdrpLoaderLock);
  PLIST_ENTRY head = &PebLdr.InInitializationOrderModuleList;
  for (PLIST_ENTRY link = head->Flink; link != head; link = link->Flink) {
    PLDR_DATA_TABLE_ENTRY entry =
        CONTAINING_RECORD(link, LDR_DATA_TABLE_ENTRY, InInitializationOrderLinks);
    if (!(entry->Flags & LDRP_PROCESS_ATTACH_CALLED)) continue;
    ((PDLL_INIT_ROUTINE)entry->EntryPoint)(entry->DllBase, DLL_THREAD_ATTACH, context);
  }
  RtlLeaveCriticalSection(&LdrpLoaderLock);
}

/// The first user code of every thread. `context` is where the thread is to go on:
/// RtlUserThreadStart with the start routine and its argument.
NORETURN VOID LdrInitializeThunk(PCONTEXT context, PVOID ntdllBase) {
  PPEB peb = NtCurrentPeb();
  NTSTATUS status = STATUS_SUCCESS;
  if (!peb->Ldr) {
    LdrpNtdllBase = ntdllBase;
    status = LdrpInitializeProcess(peb, context);
  } else {
    LdrpInitializeThread(context);
  }
  if (!NT_SUCCESS(status)) {
    DbgPrint("LDR: %wZ cannot start: %08lx\n", &peb->ProcessParameters->ImagePathName, status);
    NtTerminateProcess(NtCurrentProcess(), status);
  }
  RtlRaiseStatus(NtContinue(context, TRUE));
}

static VOID LdrpDetach(ULONG reason) {
  RtlEnterCriticalSection(&LdrpLoaderLock);
  PLIST_ENTRY head = &PebLdr.InInitializationOrderModuleList;
  for (PLIST_ENTRY link = head->Blink; link != head; link = link->Blink) {
    PLDR_DATA_TABLE_ENTRY entry =
        CONTAINING_RECORD(link, LDR_DATA_TABLE_ENTRY, InInitializationOrderLinks);
    if (!(entry->Flags & LDRP_PROCESS_ATTACH_CALLED)) continue;
    ((PDLL_INIT_ROUTINE)entry->EntryPoint)(entry->DllBase, reason, NULL);
  }
  RtlLeaveCriticalSection(&LdrpLoaderLock);
}

VOID LdrShutdownProcess(void) {
  if (PebLdr.ShutdownInProgress) return;
  PebLdr.ShutdownInProgress = TRUE;
  PebLdr.ShutdownThreadId = NtCurrentTeb()->ClientId.UniqueThread;
  LdrpDetach(DLL_PROCESS_DETACH);
}

VOID LdrShutdownThread(void) {
  if (!PebLdr.ShutdownInProgress) LdrpDetach(DLL_THREAD_DETACH);
}
