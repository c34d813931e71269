// What nt's subsystems know of each other. Each file includes this.
#pragma once
#include <gurney/boot.h>
#include <gurney/ddk.h>
#include <gurney/hal.h>
#include <gurney/kdport.h>
#include "nt_types.h"

#define TAG(a, b, c, d) ((ULONG)(a) | (ULONG)(b) << 8 | (ULONG)(c) << 16 | (ULONG)(d) << 24)

// ---- ke: processors, traps, the scheduler ----------------------------------------------------

FORCEINLINE PKPCR KeGetPcr(void) {
  PKPCR pcr;
  __asm__ volatile("mov %0, gs:[0x18]" : "=r"(pcr));
  return pcr;
}
FORCEINLINE PKPRCB KeGetCurrentPrcb(void) {
  PKPRCB prcb;
  __asm__ volatile("mov %0, gs:[0x20]" : "=r"(prcb));
  return prcb;
}
FORCEINLINE PKTHREAD KeGetCurrentThread(void) {
  PKTHREAD thread;
  __asm__ volatile("mov %0, gs:[0x188]" : "=r"(thread));
  return thread;
}

#define MAXIMUM_PROCESSORS 64
#define KERNEL_STACK_SIZE  0x6000

extern PLOADER_PARAMETER_BLOCK KeLoaderBlock;
extern PKPRCB KiProcessorBlock[MAXIMUM_PROCESSORS];
extern UCHAR KeNumberProcessors;
extern KAFFINITY KeActiveProcessors;
extern ULONG64 KiBugCheckData[5];
extern ULONG64 KiIdleSummary;
extern KSPIN_LOCK KiDispatcherLock;
extern LARGE_INTEGER KeBootTime;
extern EPROCESS KiInitialProcess;
extern ULONG KeTimeIncrement;         // 100 ns in a tick

VOID KiInitializePcr(PKPCR pcr, ULONG number, PKTHREAD idleThread, PVOID stackTop);
VOID KiInitializeInterrupts(PKPCR pcr);
VOID KeStartAllProcessors(ULONG count);
VOID KiFlushTb(void);
VOID KiStopOthers(void);
VOID KiIdleLoop(void);
VOID KiProcessorStart(void);

VOID KeInitializeThread(PETHREAD, PEPROCESS, PVOID stackTop);
VOID KiPrepareSystemThread(PETHREAD, VOID (*start)(PVOID), PVOID context);
VOID KiPrepareUserThread(PETHREAD, PVOID entry, PVOID stack, PVOID arg1, PVOID arg2);
VOID KiSwapContext(PKTHREAD from, PKTHREAD to);
VOID KiStartSystemThread(void);
VOID KiStartUserThread(void);
KIRQL KiLockDispatcher(void);
VOID KiUnlockDispatcher(KIRQL);
VOID KiReadyThread(PKTHREAD);
VOID KeReadyThread(PKTHREAD);
NTSTATUS KiSwapThread(void);
VOID KiUnwaitThread(PKTHREAD, NTSTATUS);
VOID KiWaitTest(PVOID object);
NORETURN VOID KeTerminateThread(void);
VOID KeYield(void);
VOID KeAttachProcess(PEPROCESS, PEPROCESS *previous);
VOID KeDetachProcess(PEPROCESS previous);
VOID KeTerminateWait(PKTHREAD);

#define ThreadInitialized 0  // KTHREAD.State before a thread is ready for the first time
VOID KiRequestUserExit(PKTHREAD);
BOOLEAN KiWaitWhileHeld(PKTHREAD);
ULONG KeSuspendThread(PKTHREAD);
ULONG KeResumeThread(PKTHREAD);
VOID KeFreezeThread(PKTHREAD);
VOID KeThawThread(PKTHREAD);
VOID KeForceResumeThread(PKTHREAD);

VOID KiInsertTimer(PKTIMER, LARGE_INTEGER due);
VOID KiRemoveTimer(PKTIMER);
VOID KiInitializeTimers(PKPRCB);
VOID KiArmClock(PKPRCB);
VOID KiArmClockFor(PKPRCB, PKTHREAD);
VOID KiChargeTicks(PKPRCB, BOOLEAN user);
VOID KiRetireDpcList(PKPRCB);
VOID KeUpdateSharedTime(void);

BOOLEAN KiDispatchKernelException(PEXCEPTION_RECORD, PCONTEXT);
VOID KeContextFromFrames(PKTRAP_FRAME, PKEXCEPTION_FRAME, PCONTEXT);
VOID KeContextToFrames(PKTRAP_FRAME, PKEXCEPTION_FRAME, PCONTEXT, KPROCESSOR_MODE);
NORETURN VOID KiRestoreFrames(PKTRAP_FRAME, PKEXCEPTION_FRAME);
NTSTATUS KiUserCopy(PVOID to, const VOID *from, SIZE_T bytes);
VOID KiUserExit(void);
NORETURN VOID KiBugCheckTrap(PKTRAP_FRAME, ULONG64 trap);
VOID KiSaveProcessorState(PCONTEXT);

// ---- mm: memory ---------------------------------------------------------------------------------
#include "mm/mm.h"

// ---- ex: pool and handles -----------------------------------------------------------------------

VOID ExInitializePool(void);
PVOID ExpAllocateZeroed(POOL_TYPE, SIZE_T bytes, ULONG tag);
PHANDLE_TABLE ExCreateHandleTable(PEPROCESS);
HANDLE ExCreateHandle(PHANDLE_TABLE, PVOID object, ULONG access);
PHANDLE_TABLE_ENTRY ExMapHandle(PHANDLE_TABLE, HANDLE);
BOOLEAN ExDestroyHandle(PHANDLE_TABLE, HANDLE);
VOID ExSweepHandleTable(PHANDLE_TABLE, VOID (*visit)(PHANDLE_TABLE, HANDLE));
VOID ExDestroyHandleTable(PHANDLE_TABLE);

// ---- ob: objects --------------------------------------------------------------------------------

#define OBJECT_TO_HEADER(object) CONTAINING_RECORD(object, OBJECT_HEADER, Body)

extern POBJECT_TYPE ObpTypeObjectType, ObpDirectoryObjectType, ObpSymbolicLinkObjectType;
extern POBJECT_DIRECTORY ObpRootDirectoryObject;

VOID ObInitialize(void);
POBJECT_TYPE ObCreateType(PCWSTR name, POOL_TYPE, VOID (*delete)(PVOID), VOID (*close)(PVOID));
NTSTATUS ObCreateObject(POBJECT_TYPE, SIZE_T bytes, const UNICODE_STRING *name, PVOID *object);
NTSTATUS ObInsertNamedObject(PVOID object);
NTSTATUS ObCreateDirectory(PCWSTR path);
NTSTATUS ObCreateSymbolicLink(const UNICODE_STRING *name, const UNICODE_STRING *target);
/// Finds an object by path. If the path goes on beyond a device, `rest` is what is left of it.
NTSTATUS ObLookupPath(const UNICODE_STRING *path, POBJECT_TYPE, PVOID *object,
                      PUNICODE_STRING rest);
VOID ObMakeTemporaryObject(PVOID object);
POBJECT_TYPE ObGetType(PVOID object);
NTSTATUS ObOpenHandle(PVOID object, ULONG access, PHANDLE);
NTSTATUS ObReferenceObjectByHandle(HANDLE, ACCESS_MASK, POBJECT_TYPE, KPROCESSOR_MODE,
                                   PVOID *object, PVOID information);
VOID ObCloseAllHandles(PEPROCESS);
NTSTATUS ObCaptureUnicodeString(const UNICODE_STRING *user, PUNICODE_STRING captured);
NTSTATUS ObCaptureName(POBJECT_ATTRIBUTES user, PUNICODE_STRING captured);
VOID ObFreeCapturedString(PUNICODE_STRING);

// ---- io: drivers, devices, files ----------------------------------------------------------------

extern POBJECT_TYPE IoDriverObjectType, IoDeviceObjectType, IoFileObjectType;

VOID IoInitSystem(void);
NTSTATUS IopCreateDriver(PCWSTR name, PDRIVER_INITIALIZE, PLDR_DATA_TABLE_ENTRY image,
                         PDRIVER_OBJECT *);
NTSTATUS IopLoadDriver(const UNICODE_STRING *name);
NTSTATUS IopUnloadDriver(const UNICODE_STRING *name);
NTSTATUS IopOpenFile(const UNICODE_STRING *path, PFILE_OBJECT *);
VOID IoCancelThreadIo(PETHREAD);
NTSTATUS ConDriverEntry(PDRIVER_OBJECT, PUNICODE_STRING);
NTSTATUS RamDiskDriverEntry(PDRIVER_OBJECT, PUNICODE_STRING);
/// A file's bytes on the RAM disk, by its path there, or null.
PVOID RamDiskFind(const UNICODE_STRING *path, ULONG64 *bytes);
PVOID RamDiskFileData(PFILE_OBJECT, ULONG64 *bytes);

// ---- ps: processes and threads ------------------------------------------------------------------

extern LIST_ENTRY PsActiveProcessHead;
extern LIST_ENTRY PsLoadedModuleList;
extern PEPROCESS PsInitialSystemProcess, PsIdleProcess;
extern PHANDLE_TABLE PspCidTable;
extern POBJECT_TYPE PsProcessType, PsThreadType, ExEventObjectType, MmSectionObjectType;

extern LIST_ENTRY PspReaperList;   // threads that ended, through KTHREAD.QueueListEntry
extern KEVENT PspReaperEvent;

VOID PsInitializeIdle(PEPROCESS);
VOID PsInitSystem(void);
NTSTATUS PspCreateProcess(const UNICODE_STRING *path, const UNICODE_STRING *commandLine,
                          PEPROCESS parent, PEPROCESS *, PETHREAD *);
NTSTATUS PspCreateThread(PEPROCESS, PETHREAD *);
NTSTATUS PspCreateUserThread(PEPROCESS, PVOID start, PVOID argument, SIZE_T stackBytes,
                             BOOLEAN suspended, PETHREAD *);
VOID PspTerminateProcess(PEPROCESS, NTSTATUS);
VOID PspTerminateThread(PETHREAD, NTSTATUS);
NORETURN VOID PspExitThread(NTSTATUS);
NTSTATUS PspMapSystemDll(PEPROCESS);
extern PVOID PspSystemDllBase, PspLoaderInitialize, PspUserThreadStart, KeUserExceptionDispatcher;

// ---- kd: the debugger ---------------------------------------------------------------------------

extern BOOLEAN KdDebuggerEnabled, KdDebuggerNotPresent;
extern DBGKD_GET_VERSION64 KdVersionBlock;

VOID KdInitSystem(PLOADER_PARAMETER_BLOCK);
BOOLEAN KdTrap(PEXCEPTION_RECORD, PCONTEXT, KPROCESSOR_MODE, BOOLEAN secondChance);
extern ULONG NtGlobalFlag;
VOID KdCheckForDebugBreak(void);
VOID DbgLoadImageSymbols(PLDR_DATA_TABLE_ENTRY);
VOID DbgUnLoadImageSymbols(PLDR_DATA_TABLE_ENTRY);
VOID KdpReportBugCheck(void);
