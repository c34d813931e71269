// What nt and hal export to drivers, under NT's names.
#pragma once
#include <gurney/cpu.h>
#include <gurney/native.h>
#include <gurney/rtl.h>
#include <nt/nt.h>

// Interrupt request levels.
#define PASSIVE_LEVEL  0
#define APC_LEVEL      1
#define DISPATCH_LEVEL 2
#define CLOCK_LEVEL    13
#define IPI_LEVEL      14
#define HIGH_LEVEL     15

#define KernelMode 0
#define UserMode   1

FORCEINLINE KIRQL KeGetCurrentIrql(void) { return (KIRQL)ReadCr8(); }
FORCEINLINE KIRQL KfRaiseIrql(KIRQL irql) {
  KIRQL old = (KIRQL)ReadCr8();
  WriteCr8(irql);
  return old;
}
FORCEINLINE VOID KeLowerIrql(KIRQL irql) { WriteCr8(irql); }
#define KeRaiseIrql(irql, old) (*(old) = KfRaiseIrql(irql))

// Spin locks.
VOID KeInitializeSpinLock(PKSPIN_LOCK);
KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK);
VOID KeReleaseSpinLock(PKSPIN_LOCK, KIRQL);
VOID KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK);
VOID KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK);

// Lists.
FORCEINLINE VOID InitializeListHead(PLIST_ENTRY head) { head->Flink = head->Blink = head; }
FORCEINLINE BOOLEAN IsListEmpty(const LIST_ENTRY *head) { return head->Flink == head; }
FORCEINLINE VOID RemoveEntryList(PLIST_ENTRY entry) {
  entry->Blink->Flink = entry->Flink;
  entry->Flink->Blink = entry->Blink;
}
FORCEINLINE PLIST_ENTRY RemoveHeadList(PLIST_ENTRY head) {
  PLIST_ENTRY entry = head->Flink;
  RemoveEntryList(entry);
  return entry;
}
FORCEINLINE VOID InsertTailList(PLIST_ENTRY head, PLIST_ENTRY entry) {
  entry->Flink = head;
  entry->Blink = head->Blink;
  head->Blink->Flink = entry;
  head->Blink = entry;
}
FORCEINLINE VOID InsertHeadList(PLIST_ENTRY head, PLIST_ENTRY entry) {
  entry->Blink = head;
  entry->Flink = head->Flink;
  head->Flink->Blink = entry;
  head->Flink = entry;
}

// Dispatcher objects and waits. Times are in 100 ns; negative is relative.
typedef enum _EVENT_TYPE { NotificationEvent, SynchronizationEvent } EVENT_TYPE;
typedef enum _TIMER_TYPE { NotificationTimer, SynchronizationTimer } TIMER_TYPE;
typedef enum _WAIT_TYPE { WaitAll, WaitAny } WAIT_TYPE;
typedef enum _KWAIT_REASON {
  Executive, FreePage, PageIn, PoolAllocation, DelayExecution, Suspended, UserRequest,
  WrExecutive, WrFreePage, WrPageIn, WrPoolAllocation, WrDelayExecution, WrSuspended,
  WrUserRequest, WrEventPair, WrQueue,
} KWAIT_REASON;

VOID KeInitializeEvent(PKEVENT, EVENT_TYPE, BOOLEAN signaled);
LONG KeSetEvent(PKEVENT, KPRIORITY increment, BOOLEAN wait);
LONG KeResetEvent(PKEVENT);
VOID KeClearEvent(PKEVENT);
VOID KeInitializeMutex(PKMUTANT, ULONG level);
LONG KeReleaseMutex(PKMUTANT, BOOLEAN wait);
VOID KeInitializeSemaphore(PKSEMAPHORE, LONG count, LONG limit);
LONG KeReleaseSemaphore(PKSEMAPHORE, KPRIORITY increment, LONG adjustment, BOOLEAN wait);
VOID KeInitializeTimer(PKTIMER);
VOID KeInitializeTimerEx(PKTIMER, TIMER_TYPE);
BOOLEAN KeSetTimer(PKTIMER, LARGE_INTEGER due, PKDPC);
BOOLEAN KeSetTimerEx(PKTIMER, LARGE_INTEGER due, LONG periodMilliseconds, PKDPC);
BOOLEAN KeCancelTimer(PKTIMER);
NTSTATUS KeWaitForSingleObject(PVOID object, KWAIT_REASON, KPROCESSOR_MODE, BOOLEAN alertable,
                               PLARGE_INTEGER timeout);
NTSTATUS KeWaitForMultipleObjects(ULONG count, PVOID objects[], WAIT_TYPE, KWAIT_REASON,
                                  KPROCESSOR_MODE, BOOLEAN alertable, PLARGE_INTEGER timeout,
                                  PKWAIT_BLOCK);
NTSTATUS KeDelayExecutionThread(KPROCESSOR_MODE, BOOLEAN alertable, PLARGE_INTEGER interval);

// Deferred procedure calls and time.
VOID KeInitializeDpc(PKDPC, PKDEFERRED_ROUTINE, PVOID context);
BOOLEAN KeInsertQueueDpc(PKDPC, PVOID arg1, PVOID arg2);
BOOLEAN KeRemoveQueueDpc(PKDPC);
VOID KeSetTargetProcessorDpc(PKDPC, CHAR number);
ULONG64 KeQueryInterruptTime(void);
VOID KeQuerySystemTime(PLARGE_INTEGER);
LARGE_INTEGER KeQueryPerformanceCounter(PLARGE_INTEGER frequency);
VOID KeStallExecutionProcessor(ULONG microseconds);

// The end.
NORETURN VOID KeBugCheckEx(ULONG code, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR);
NORETURN VOID KeBugCheck(ULONG code);

// Pool.
PVOID ExAllocatePoolWithTag(POOL_TYPE, SIZE_T bytes, ULONG tag);
PVOID ExAllocatePool(POOL_TYPE, SIZE_T bytes);
VOID ExFreePoolWithTag(PVOID, ULONG tag);
VOID ExFreePool(PVOID);

// Debugging.
ULONG DbgPrint(PCSTR format, ...);
VOID DbgBreakPoint(void);
VOID DbgBreakPointWithStatus(ULONG status);

// Objects.
VOID ObfReferenceObject(PVOID);
VOID ObfDereferenceObject(PVOID);
#define ObReferenceObject(object) ObfReferenceObject(object)
#define ObDereferenceObject(object) ObfDereferenceObject(object)

// I/O.
#define IRP_MJ_CREATE                  0x00
#define IRP_MJ_CLOSE                   0x02
#define IRP_MJ_READ                    0x03
#define IRP_MJ_WRITE                   0x04
#define IRP_MJ_QUERY_INFORMATION       0x05
#define IRP_MJ_DIRECTORY_CONTROL       0x0C
#define IRP_MJ_DEVICE_CONTROL          0x0E
#define IRP_MJ_INTERNAL_DEVICE_CONTROL 0x0F
#define IRP_MJ_CLEANUP                 0x12
#define IRP_MJ_MAXIMUM_FUNCTION        0x1B

#define SL_PENDING_RETURNED  0x01
#define SL_ERROR_RETURNED    0x02
#define SL_INVOKE_ON_CANCEL  0x20
#define SL_INVOKE_ON_SUCCESS 0x40
#define SL_INVOKE_ON_ERROR   0x80

#define IO_NO_INCREMENT 0

#define METHOD_BUFFERED   0
#define METHOD_IN_DIRECT  1
#define METHOD_OUT_DIRECT 2
#define METHOD_NEITHER    3

#define DO_BUFFERED_IO         0x00000004
#define DO_DIRECT_IO           0x00000010
#define DO_DEVICE_INITIALIZING 0x00000080

#define FILE_DEVICE_CONSOLE          0x00000050
#define FILE_DEVICE_DISK_FILE_SYSTEM 0x00000008
#define FILE_DEVICE_UNKNOWN          0x00000022

NTSTATUS IoCreateDevice(PDRIVER_OBJECT, ULONG extensionBytes, PUNICODE_STRING name, ULONG type,
                        ULONG characteristics, BOOLEAN exclusive, PDEVICE_OBJECT *);
VOID IoDeleteDevice(PDEVICE_OBJECT);
NTSTATUS IoCreateSymbolicLink(PUNICODE_STRING link, PUNICODE_STRING target);
NTSTATUS IoDeleteSymbolicLink(PUNICODE_STRING link);
PDEVICE_OBJECT IoAttachDeviceToDeviceStack(PDEVICE_OBJECT source, PDEVICE_OBJECT target);
VOID IoDetachDevice(PDEVICE_OBJECT target);
NTSTATUS IofCallDriver(PDEVICE_OBJECT, PIRP);
VOID IofCompleteRequest(PIRP, CHAR boost);
PIRP IoAllocateIrp(CHAR stackSize, BOOLEAN chargeQuota);
VOID IoFreeIrp(PIRP);
BOOLEAN IoCancelIrp(PIRP);
VOID IoAcquireCancelSpinLock(PKIRQL);
VOID IoReleaseCancelSpinLock(KIRQL);
NTSTATUS IoConnectInterrupt(PKINTERRUPT *, PVOID service, PVOID context, PKSPIN_LOCK, ULONG vector,
                            KIRQL irql, KIRQL synchronizeIrql, KINTERRUPT_MODE, BOOLEAN share,
                            KAFFINITY, BOOLEAN floatingSave);
#define IoCallDriver(device, irp) IofCallDriver(device, irp)
#define IoCompleteRequest(irp, boost) IofCompleteRequest(irp, boost)

FORCEINLINE PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP irp) {
  return irp->Tail.Overlay.CurrentStackLocation;
}
FORCEINLINE PIO_STACK_LOCATION IoGetNextIrpStackLocation(PIRP irp) {
  return irp->Tail.Overlay.CurrentStackLocation - 1;
}
FORCEINLINE VOID IoMarkIrpPending(PIRP irp) {
  IoGetCurrentIrpStackLocation(irp)->Control |= SL_PENDING_RETURNED;
}
FORCEINLINE PDRIVER_CANCEL IoSetCancelRoutine(PIRP irp, PDRIVER_CANCEL routine) {
  return (PDRIVER_CANCEL)InterlockedExchangePointer((PVOID volatile *)&irp->CancelRoutine,
                                                    (PVOID)routine);
}
FORCEINLINE VOID IoSetCompletionRoutine(PIRP irp, PIO_COMPLETION_ROUTINE routine, PVOID context,
                                        BOOLEAN success, BOOLEAN error, BOOLEAN cancel) {
  PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(irp);
  next->CompletionRoutine = routine;
  next->Context = context;
  next->Control = (success ? SL_INVOKE_ON_SUCCESS : 0) | (error ? SL_INVOKE_ON_ERROR : 0) |
                  (cancel ? SL_INVOKE_ON_CANCEL : 0);
}
FORCEINLINE VOID IoCopyCurrentIrpStackLocationToNext(PIRP irp) {
  PIO_STACK_LOCATION current = IoGetCurrentIrpStackLocation(irp), next = current - 1;
  memcpy(next, current, FIELD_OFFSET(IO_STACK_LOCATION, CompletionRoutine));
  next->Control = 0;
}
FORCEINLINE VOID IoSkipCurrentIrpStackLocation(PIRP irp) {
  irp->CurrentLocation++;
  irp->Tail.Overlay.CurrentStackLocation++;
}

// Threads.
NTSTATUS PsCreateSystemThread(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, HANDLE process,
                              PCLIENT_ID, VOID (*start)(PVOID), PVOID context);
NTSTATUS PsTerminateSystemThread(NTSTATUS);
PETHREAD PsGetCurrentThread(void);
PEPROCESS PsGetCurrentProcess(void);
PEPROCESS IoGetCurrentProcess(void);
