// I/O request packets: making them, passing them down a device stack, completing them back up.
#include "../ntos.h"
#include "io.h"

static KSPIN_LOCK IopCancelSpinLock;

VOID IoAcquireCancelSpinLock(PKIRQL irql) {
  *irql = KeAcquireSpinLockRaiseToDpc(&IopCancelSpinLock);
}
VOID IoReleaseCancelSpinLock(KIRQL irql) { KeReleaseSpinLock(&IopCancelSpinLock, irql); }

// A packet with room for `stackSize` locations. The current one stands behind the last: the first
// IofCallDriver steps onto it.
PIRP IoAllocateIrp(CHAR stackSize, BOOLEAN chargeQuota) {
  SIZE_T bytes = sizeof(IRP) + (SIZE_T)stackSize * sizeof(IO_STACK_LOCATION);
  PIRP irp = ExpAllocateZeroed(NonPagedPool, bytes, TAG('I', 'r', 'p', ' '));
  if (irp == NULL) return NULL;
  irp->Type = IO_TYPE_IRP;
  irp->Size = (USHORT)bytes;
  irp->StackCount = stackSize;
  irp->CurrentLocation = stackSize + 1;
  irp->Tail.Overlay.CurrentStackLocation = (PIO_STACK_LOCATION)(irp + 1) + stackSize;
  InitializeListHead(&irp->ThreadListEntry);
  return irp;
}

VOID IoFreeIrp(PIRP irp) {
  irp->Type = 0;
  ExFreePoolWithTag(irp, TAG('I', 'r', 'p', ' '));
}

NTSTATUS IofCallDriver(PDEVICE_OBJECT device, PIRP irp) {
  if (--irp->CurrentLocation <= 0) KeBugCheckEx(0x35, (ULONG_PTR)irp, 0, 0, 0);
  PIO_STACK_LOCATION location = --irp->Tail.Overlay.CurrentStackLocation;
  location->DeviceObject = device;
  return device->DriverObject->MajorFunction[location->MajorFunction](device, irp);
}

static BOOLEAN IopShallInvoke(PIRP irp, UCHAR control) {
  if (NT_SUCCESS(irp->IoStatus.Status)) {
    if (control & SL_INVOKE_ON_SUCCESS) return TRUE;
  } else if (control & SL_INVOKE_ON_ERROR) {
    return TRUE;
  }
  return irp->Cancel && (control & SL_INVOKE_ON_CANCEL);
}

// Walks the stack up again, calling completion routines; above the last, tells who asked.
VOID IofCompleteRequest(PIRP irp, CHAR boost) {
  if (irp->CurrentLocation > irp->StackCount + 1 || irp->Type != IO_TYPE_IRP) {
    KeBugCheckEx(0x44, (ULONG_PTR)irp, 0, 0, 0);  // completed twice
  }
  while (irp->CurrentLocation <= irp->StackCount) {
    PIO_STACK_LOCATION location = irp->Tail.Overlay.CurrentStackLocation;
    irp->CurrentLocation++;
    irp->Tail.Overlay.CurrentStackLocation++;
    irp->PendingReturned = location->Control & SL_PENDING_RETURNED;
    if (!NT_SUCCESS(irp->IoStatus.Status)) location->Control |= SL_ERROR_RETURNED;
    if (IopShallInvoke(irp, location->Control)) {
      PDEVICE_OBJECT above = irp->CurrentLocation <= irp->StackCount
                                 ? irp->Tail.Overlay.CurrentStackLocation->DeviceObject
                                 : NULL;
      if (location->CompletionRoutine(above, irp, location->Context) ==
          STATUS_MORE_PROCESSING_REQUIRED) {
        return;
      }
    } else if (irp->PendingReturned && irp->CurrentLocation <= irp->StackCount) {
      IoMarkIrpPending(irp);
    }
  }
  // The thread that waits for it (see IopSynchronousCall) copies and frees.
  if (irp->UserEvent) KeSetEvent(irp->UserEvent, boost, FALSE);
}

BOOLEAN IoCancelIrp(PIRP irp) {
  KIRQL irql;
  IoAcquireCancelSpinLock(&irql);
  irp->Cancel = TRUE;
  PDRIVER_CANCEL routine = IoSetCancelRoutine(irp, NULL);
  if (routine == NULL) {
    IoReleaseCancelSpinLock(irql);
    return FALSE;
  }
  irp->CancelIrql = irql;
  routine(IoGetCurrentIrpStackLocation(irp)->DeviceObject, irp);  // releases the lock
  return TRUE;
}

// Cancels what a thread that shall end waits for.
VOID IoCancelThreadIo(PETHREAD thread) {
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&thread->IrpListLock);
  PIRP irp = IsListEmpty(&thread->IrpList)
                 ? NULL
                 : CONTAINING_RECORD(thread->IrpList.Flink, IRP, ThreadListEntry);
  KeReleaseSpinLock(&thread->IrpListLock, irql);
  if (irp) IoCancelIrp(irp);
}

// Sends a packet for a file and waits until it is complete. The packet stays the caller's.
NTSTATUS IopSynchronousCall(PFILE_OBJECT file, PIRP irp) {
  PETHREAD thread = PsGetCurrentThread();
  KEVENT event;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  irp->UserEvent = &event;
  irp->Flags |= IRP_SYNCHRONOUS_API;
  irp->Tail.Overlay.Thread = thread;
  irp->Tail.Overlay.OriginalFileObject = file;
  IoGetNextIrpStackLocation(irp)->FileObject = file;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&thread->IrpListLock);
  InsertHeadList(&thread->IrpList, &irp->ThreadListEntry);
  KeReleaseSpinLock(&thread->IrpListLock, irql);
  NTSTATUS status = IofCallDriver(IopTopDevice(file->DeviceObject), irp);
  if (status == STATUS_PENDING) {
    KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
  }
  status = irp->IoStatus.Status;
  irql = KeAcquireSpinLockRaiseToDpc(&thread->IrpListLock);
  RemoveEntryList(&irp->ThreadListEntry);
  KeReleaseSpinLock(&thread->IrpListLock, irql);
  return status;
}

// A packet for a file's device stack, its first location's major function set.
PIRP IopMakeIrp(PFILE_OBJECT file, UCHAR major) {
  PIRP irp = IoAllocateIrp(IopTopDevice(file->DeviceObject)->StackSize, FALSE);
  if (irp == NULL) return NULL;
  irp->RequestorMode = KeGetCurrentThread()->PreviousMode;
  IoGetNextIrpStackLocation(irp)->MajorFunction = major;
  return irp;
}

// Sends a request that carries no data.
NTSTATUS IopSimpleRequest(PFILE_OBJECT file, UCHAR major) {
  PIRP irp = IopMakeIrp(file, major);
  if (irp == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  NTSTATUS status = IopSynchronousCall(file, irp);
  IoFreeIrp(irp);
  return status;
}
