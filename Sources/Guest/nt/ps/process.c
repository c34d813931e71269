// Processes: their objects, their address spaces' first contents, their ends.
#include "../ntos.h"

#define PEB_ADDRESS 0x7FFFFFDF000ull
#define PROCESS_PRIORITY_NORMAL 8

LIST_ENTRY PsActiveProcessHead = {&PsActiveProcessHead, &PsActiveProcessHead};
PEPROCESS PsInitialSystemProcess, PsIdleProcess;
PHANDLE_TABLE PspCidTable;
POBJECT_TYPE PsProcessType;
PVOID PspSystemDllBase, PspLoaderInitialize, PspUserThreadStart, KeUserExceptionDispatcher;

// The scheduler's and memory manager's parts of a new process.
static VOID PspInitializeProcess(PEPROCESS process, PCSTR name, ULONG64 directory) {
  process->Pcb.Header.Type = 3;  // ProcessObject
  process->Pcb.Header.Size = sizeof(KPROCESS) / sizeof(LONG);
  InitializeListHead(&process->Pcb.Header.WaitListHead);
  InitializeListHead(&process->Pcb.ThreadListHead);
  InitializeListHead(&process->Pcb.ReadyListHead);
  InitializeListHead(&process->Pcb.ProfileListHead);
  InitializeListHead(&process->ThreadListHead);
  process->Pcb.DirectoryTableBase = directory;
  process->Pcb.BasePriority = PROCESS_PRIORITY_NORMAL;
  process->Pcb.QuantumReset = 6;
  process->PriorityClass = 2;
  process->HighestUserAddress = (PVOID)MM_USER_PROBE_ADDRESS;
  process->VadRoot.BalancedRoot.u1.Parent = &process->VadRoot.BalancedRoot;
  for (ULONG i = 0; i + 1 < sizeof process->ImageFileName && name[i]; i++) {
    process->ImageFileName[i] = (UCHAR)name[i];
  }
}

// The process that idle threads belong to. It is nobody's object and on no list.
VOID PsInitializeIdle(PEPROCESS process) {
  PspInitializeProcess(process, "Idle", ReadCr3());
  process->Pcb.BasePriority = 0;
  PsIdleProcess = process;
}

// Gives a process its number and puts it on the list.
static VOID PspInsertProcess(PEPROCESS process, PEPROCESS parent) {
  KeQuerySystemTime(&process->CreateTime);
  process->UniqueProcessId = ExCreateHandle(PspCidTable, process, 0);
  process->InheritedFromUniqueProcessId = parent ? parent->UniqueProcessId : NULL;
  process->ObjectTable->UniqueProcessId = process->UniqueProcessId;
  KIRQL irql = KiLockDispatcher();
  InsertTailList(&PsActiveProcessHead, &process->ActiveProcessLinks);
  KiUnlockDispatcher(irql);
}

static VOID PspDeleteProcess(PVOID object) {
  PEPROCESS process = object;
  if (process->ObjectTable) ExDestroyHandleTable(process->ObjectTable);
  if (process->Pcb.DirectoryTableBase) MmDeleteDirectoryTable(process->Pcb.DirectoryTableBase);
  if (process->UniqueProcessId) ExDestroyHandle(PspCidTable, process->UniqueProcessId);
}

VOID PspInitThreads(void);
VOID ExInitEvents(void);

VOID PsInitSystem(void) {
  PsProcessType = ObCreateType(L"Process", NonPagedPool, PspDeleteProcess, NULL);
  PspCidTable = ExCreateHandleTable(NULL);
  if (!NT_SUCCESS(ObCreateObject(PsProcessType, sizeof(EPROCESS), NULL,
                                 (PVOID *)&PsInitialSystemProcess))) {
    KeBugCheck(0x60);
  }
  PspInitializeProcess(PsInitialSystemProcess, "System", ReadCr3());
  PsInitialSystemProcess->ObjectTable = ExCreateHandleTable(PsInitialSystemProcess);
  PspInsertProcess(PsInitialSystemProcess, NULL);  // the first: number 4
  PspInitThreads();
  ExInitEvents();
}

// ---- A user process' first contents -------------------------------------------------------------

// Maps ntdll; the first time, remembers where the kernel enters it. All processes have it in one
// place, so that once is enough.
NTSTATUS PspMapSystemDll(PEPROCESS process) {
  UNICODE_STRING path;
  ULONG64 bytes;
  PVOID base;
  RtlInitUnicodeString(&path, L"\\SystemRoot\\System32\\ntdll.dll");
  PVOID file = RamDiskFind(&path, &bytes);
  if (file == NULL) return STATUS_DLL_NOT_FOUND;
  NTSTATUS status = MmMapUserImage(process, file, bytes, &base);
  if (!NT_SUCCESS(status)) return status;
  if (PspSystemDllBase == NULL) {
    PspLoaderInitialize = RtlFindExportedRoutineByName(base, "LdrInitializeThunk");
    PspUserThreadStart = RtlFindExportedRoutineByName(base, "RtlUserThreadStart");
    KeUserExceptionDispatcher = RtlFindExportedRoutineByName(base, "KiUserExceptionDispatcher");
    PspSystemDllBase = base;
  }
  if (base != PspSystemDllBase) return STATUS_CONFLICTING_ADDRESSES;
  return PspLoaderInitialize && PspUserThreadStart ? STATUS_SUCCESS : STATUS_ENTRYPOINT_NOT_FOUND;
}

// The shared data's page, readable at its user address.
static NTSTATUS PspMapSharedData(PEPROCESS process) {
  PVOID base = (PVOID)SHARED_DATA_USER_VA;
  NTSTATUS status =
      MiCreateVad(process, &base, PAGE_SIZE, MM_READONLY, FALSE, VadNone, FALSE, NULL);
  if (!NT_SUCCESS(status)) return status;
  return MiMapPage(base, PFN_OF(*MiPte(SHARED_DATA_VA)), MiUserBits(MM_READONLY));
}

// Appends a string to the block behind the parameters; the field points at it.
static VOID PspPlaceString(PUNICODE_STRING field, const UNICODE_STRING *text, PUCHAR *at) {
  memcpy(*at, text->Buffer, text->Length);
  field->Buffer = (PWSTR)*at;
  field->Length = text->Length;
  field->MaximumLength = text->Length + 2;
  *at += ROUND_UP(text->Length + 2u, 8);
}

static VOID PspPlaceText(PUNICODE_STRING field, PCWSTR text, PUCHAR *at) {
  UNICODE_STRING string;
  RtlInitUnicodeString(&string, text);
  PspPlaceString(field, &string, at);
}

// An image's name as programs know it: C:\Gurney for \SystemRoot, and no \??\ before a drive.
static VOID PspDosName(const UNICODE_STRING *path, PUNICODE_STRING dos) {
  UNICODE_STRING prefix, rest = *path;
  RtlInitUnicodeString(&prefix, L"\\SystemRoot\\");
  if (RtlPrefixUnicodeString(&prefix, path, TRUE)) {
    RtlAppendUnicodeToString(dos, L"C:\\Gurney");
    rest.Buffer += prefix.Length / 2 - 1;
    rest.Length -= prefix.Length - 2;
  } else {
    RtlInitUnicodeString(&prefix, L"\\\?\?\\");
    if (RtlPrefixUnicodeString(&prefix, path, TRUE)) {
      rest.Buffer += 4;
      rest.Length -= 8;
    }
  }
  RtlAppendUnicodeStringToString(dos, &rest);
}

// The console's handles, in the new process' table.
static NTSTATUS PspOpenConsole(PEPROCESS process, PRTL_USER_PROCESS_PARAMETERS parameters) {
  UNICODE_STRING name;
  PFILE_OBJECT file;
  RtlInitUnicodeString(&name, L"\\Device\\Console");
  NTSTATUS status = IopOpenFile(&name, &file);
  if (!NT_SUCCESS(status)) return status;
  PVOID *fields[] = {&parameters->StandardInput, &parameters->StandardOutput,
                     &parameters->StandardError};
  for (ULONG i = 0; i < COUNT_OF(fields); i++) {
    if (!NT_SUCCESS(ObOpenHandle(file, GENERIC_READ | GENERIC_WRITE, (PHANDLE)fields[i]))) break;
  }
  parameters->ConsoleHandle = parameters->StandardInput;
  ObDereferenceObject(file);
  return STATUS_SUCCESS;
}

// The parameters and the PEB. In the process' address space.
static NTSTATUS PspSetUp(PEPROCESS process, PVOID image, const UNICODE_STRING *path,
                         const UNICODE_STRING *commandLine) {
  static const WCHAR environment[] =
      L"COMSPEC=C:\\Gurney\\System32\\cmd.exe\0PATH=C:\\Gurney\\System32\0"
      L"SYSTEMDRIVE=C:\0SYSTEMROOT=C:\\Gurney\0";
  WCHAR dosBuffer[260];
  UNICODE_STRING dos = {.Length = 0, .MaximumLength = sizeof dosBuffer, .Buffer = dosBuffer};
  PVOID block = NULL, pebPage = (PVOID)PEB_ADDRESS;
  SIZE_T bytes = ROUND_UP(sizeof(RTL_USER_PROCESS_PARAMETERS) + sizeof environment + 0x1000 +
                          commandLine->Length, PAGE_SIZE);
  NTSTATUS status = MmAllocateUser(process, &block, bytes, MM_READWRITE);
  ULONG64 bits = MiUserBits(MM_READWRITE);
  if (NT_SUCCESS(status)) status = MiMapNewPages(block, bytes >> PAGE_SHIFT, bits);
  if (NT_SUCCESS(status)) status = MmAllocateUser(process, &pebPage, PAGE_SIZE, MM_READWRITE);
  if (NT_SUCCESS(status)) status = MiMapNewPages(pebPage, 1, bits);
  if (!NT_SUCCESS(status)) return status;

  PRTL_USER_PROCESS_PARAMETERS parameters = block;
  PUCHAR at = (PUCHAR)(parameters + 1);
  PspDosName(path, &dos);
  parameters->MaximumLength = (ULONG)bytes;
  parameters->Length = (ULONG)bytes;
  parameters->Flags = 1;  // normalized: its pointers are pointers
  PspPlaceText(&parameters->CurrentDirectory.DosPath, L"C:\\", &at);
  PspPlaceText(&parameters->DllPath, L"C:\\Gurney\\System32", &at);
  PspPlaceString(&parameters->ImagePathName, &dos, &at);
  PspPlaceString(&parameters->CommandLine, commandLine, &at);
  PspPlaceString(&parameters->WindowTitle, &dos, &at);
  PspPlaceText(&parameters->DesktopInfo, L"WinSta0\\Default", &at);
  parameters->Environment = at;
  parameters->EnvironmentSize = sizeof environment;
  memcpy(at, environment, sizeof environment);
  status = PspOpenConsole(process, parameters);

  PPEB peb = pebPage;
  PIMAGE_NT_HEADERS nt = RtlImageNtHeader(image);
  peb->ImageBaseAddress = image;
  peb->ProcessParameters = parameters;
  peb->NumberOfProcessors = KeNumberProcessors;
  peb->OSMajorVersion = 6;
  peb->OSMinorVersion = 1;
  peb->OSBuildNumber = 7601;
  peb->OSPlatformId = 2;
  peb->ImageSubsystem = nt->OptionalHeader.Subsystem;
  peb->ImageSubsystemMajorVersion = nt->OptionalHeader.MajorSubsystemVersion;
  peb->ImageSubsystemMinorVersion = nt->OptionalHeader.MinorSubsystemVersion;
  process->Peb = peb;
  process->SectionBaseAddress = image;
  return status;
}

// The last part of a path, in bytes.
static VOID PspLeafName(const UNICODE_STRING *path, CHAR *to, ULONG room) {
  ULONG count = path->Length / 2u, start = count, n = 0;
  while (start && path->Buffer[start - 1] != '\\') start--;
  for (; start < count && n + 1 < room; start++) to[n++] = (CHAR)path->Buffer[start];
  to[n] = 0;
}

// Fills a new process' address space and creates its first thread. In that address space.
static NTSTATUS PspPopulate(PEPROCESS process, PFILE_OBJECT file, const UNICODE_STRING *path,
                            const UNICODE_STRING *commandLine, PVOID *entry, SIZE_T *stack) {
  ULONG64 bytes;
  PVOID image, data = RamDiskFileData(file, &bytes);
  if (data == NULL) return STATUS_INVALID_IMAGE_FORMAT;
  NTSTATUS status = PspMapSystemDll(process);
  if (NT_SUCCESS(status)) status = MmMapUserImage(process, data, bytes, &image);
  if (NT_SUCCESS(status) &&
      (RtlImageNtHeader(image)->FileHeader.Characteristics & IMAGE_FILE_DLL)) {
    status = STATUS_INVALID_IMAGE_FORMAT;  // no program: nothing in it is to be entered
  }
  if (NT_SUCCESS(status)) status = PspMapSharedData(process);
  if (NT_SUCCESS(status)) status = PspSetUp(process, image, path, commandLine);
  if (!NT_SUCCESS(status)) return status;
  PIMAGE_NT_HEADERS nt = RtlImageNtHeader(image);
  *entry = (PUCHAR)image + nt->OptionalHeader.AddressOfEntryPoint;
  *stack = nt->OptionalHeader.SizeOfStackReserve;
  if (*stack < 0x10000 || *stack > 0x10000000) *stack = 0x100000;
  return STATUS_SUCCESS;
}

// Makes a process from an image file, and its first thread, which is made ready. Both referenced.
NTSTATUS PspCreateProcess(const UNICODE_STRING *path, const UNICODE_STRING *commandLine,
                          PEPROCESS parent, PEPROCESS *result, PETHREAD *resultThread) {
  PEPROCESS process, previous;
  PETHREAD thread;
  PFILE_OBJECT file;
  CHAR name[16];
  PVOID entry;
  SIZE_T stack;
  NTSTATUS status = IopOpenFile(path, &file);
  if (!NT_SUCCESS(status)) return status;
  status = ObCreateObject(PsProcessType, sizeof *process, NULL, (PVOID *)&process);
  if (!NT_SUCCESS(status)) {
    ObDereferenceObject(file);
    return status;
  }
  PspLeafName(path, name, sizeof name);
  PspInitializeProcess(process, name, MmCreateDirectoryTable());
  process->ObjectTable = ExCreateHandleTable(process);
  status = process->Pcb.DirectoryTableBase && process->ObjectTable ? STATUS_SUCCESS
                                                                   : STATUS_INSUFFICIENT_RESOURCES;
  if (NT_SUCCESS(status)) {
    KeAttachProcess(process, &previous);
    status = PspPopulate(process, file, path, commandLine, &entry, &stack);
    KeDetachProcess(previous);
  }
  ObDereferenceObject(file);
  if (NT_SUCCESS(status)) {
    PspInsertProcess(process, parent);
    status = PspCreateUserThread(process, entry, process->Peb, stack, FALSE, &thread);
  }
  if (!NT_SUCCESS(status)) {
    VOID PspExitProcess(PEPROCESS, NTSTATUS);
    PspExitProcess(process, status);
    ObDereferenceObject(process);
    return status;
  }
  ObReferenceObject(process);  // until it ends: PspExitProcess
  KeReadyThread(&thread->Tcb);
  *result = process;
  *resultThread = thread;
  return STATUS_SUCCESS;
}

// ---- Ends ---------------------------------------------------------------------------------------

// From a process' last thread, or for a process that never had one.
VOID PspExitProcess(PEPROCESS process, NTSTATUS status) {
  BOOLEAN listed = process->ActiveProcessLinks.Flink != NULL;
  if (process->ExitStatus == 0) process->ExitStatus = status;
  KeQuerySystemTime(&process->ExitTime);
  if (process->Pcb.DirectoryTableBase && process->ObjectTable) {
    PEPROCESS previous;
    KeAttachProcess(process, &previous);
    ObCloseAllHandles(process);
    KeDetachProcess(previous);
    MmCleanAddressSpace(process);
  }
  KIRQL irql = KiLockDispatcher();
  if (listed) RemoveEntryList(&process->ActiveProcessLinks);
  process->Pcb.Header.SignalState = 1;
  KiWaitTest(process);
  KiUnlockDispatcher(irql);
  if (process->LastThreadExitStatus == 0) process->LastThreadExitStatus = status;
  if (listed && process->Peb) ObDereferenceObject(process);
}

// Tells every other thread of a process to end.
VOID PspTerminateProcess(PEPROCESS process, NTSTATUS status) {
  process->ExitStatus = status;
  PETHREAD found[64];
  ULONG count = 0;
  KIRQL irql = KiLockDispatcher();
  for (PLIST_ENTRY e = process->ThreadListHead.Flink;
       e != &process->ThreadListHead && count < COUNT_OF(found); e = e->Flink) {
    PETHREAD thread = CONTAINING_RECORD(e, ETHREAD, ThreadListEntry);
    if (thread == PsGetCurrentThread() || thread->Terminated) continue;
    ObReferenceObject(thread);
    found[count++] = thread;
  }
  KiUnlockDispatcher(irql);
  for (ULONG i = 0; i < count; i++) {
    PspTerminateThread(found[i], status);
    ObDereferenceObject(found[i]);
  }
}

// ---- System calls -------------------------------------------------------------------------------

NTSTATUS GurneyCreateProcess(PUNICODE_STRING userPath, PUNICODE_STRING userCommand,
                             PHANDLE userProcess, PHANDLE userThread, PCLIENT_ID userIds) {
  UNICODE_STRING path, command;
  PEPROCESS process;
  PETHREAD thread;
  HANDLE handles[2] = {NULL, NULL};
  NTSTATUS status = ObCaptureUnicodeString(userPath, &path);
  if (!NT_SUCCESS(status)) return status;
  status = ObCaptureUnicodeString(userCommand, &command);
  if (!NT_SUCCESS(status)) {
    ObFreeCapturedString(&path);
    return status;
  }
  status = PspCreateProcess(&path, &command, PsGetCurrentProcess(), &process, &thread);
  ObFreeCapturedString(&path);
  ObFreeCapturedString(&command);
  if (!NT_SUCCESS(status)) return status;
  CLIENT_ID ids = thread->Cid;
  ObOpenHandle(process, PROCESS_ALL_ACCESS, &handles[0]);
  ObOpenHandle(thread, THREAD_ALL_ACCESS, &handles[1]);
  ObDereferenceObject(process);
  ObDereferenceObject(thread);
  status = MmCopyToUser(userProcess, &handles[0], sizeof handles[0]);
  if (NT_SUCCESS(status)) status = MmCopyToUser(userThread, &handles[1], sizeof handles[1]);
  if (NT_SUCCESS(status) && userIds) status = MmCopyToUser(userIds, &ids, sizeof ids);
  return status;
}

NTSTATUS NtTerminateProcess(HANDLE handle, NTSTATUS status) {
  PEPROCESS process;
  NTSTATUS result = ObReferenceObjectByHandle(handle ? handle : NtCurrentProcess(), 0,
                                              PsProcessType, UserMode, (PVOID *)&process, NULL);
  if (!NT_SUCCESS(result)) return result;
  BOOLEAN self = process == PsGetCurrentProcess();
  if (process == PsInitialSystemProcess) {
    ObDereferenceObject(process);
    return STATUS_ACCESS_DENIED;
  }
  PspTerminateProcess(process, status);
  ObDereferenceObject(process);
  if (self && handle) PspExitThread(status);
  return STATUS_SUCCESS;
}
