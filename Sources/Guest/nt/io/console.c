// The console: \Device\Console. A read returns a line, edited and echoed here; a write prints.
//
// Bytes arrive by interrupt: the service routine only asks for a deferred call, which takes them
// from the port into the line being edited. A finished line waits in a ring until a read takes it;
// a read without a line waits in Pending.
#include "../ntos.h"
#include "io.h"

#define LINE_BYTES 256
#define RING_BYTES 4096

typedef struct _CONSOLE_EXTENSION {
  KSPIN_LOCK Lock;
  KDPC Dpc;
  PKINTERRUPT Interrupt;
  LIST_ENTRY Pending;           // reads, through IRP.Tail.Overlay.ListEntry
  ULONG LineLength;
  ULONG Head, Tail;             // of Ring: the next byte to give, the next place to fill
  CHAR Line[LINE_BYTES];        // what is being typed
  CHAR Ring[RING_BYTES];        // finished lines, each with its CR LF
} CONSOLE_EXTENSION, *PCONSOLE_EXTENSION;

static PDEVICE_OBJECT ConDevice;

static VOID ConPut(CHAR c) { HalConsoleWrite((UCHAR)c); }

static VOID ConEcho(PCSTR text) {
  while (*text) ConPut(*text++);
}

static VOID ConStore(PCONSOLE_EXTENSION console, CHAR c) {
  ULONG next = (console->Tail + 1) % RING_BYTES;
  if (next == console->Head) return;
  console->Ring[console->Tail] = c;
  console->Tail = next;
}

// A typed byte: part of the line, or what edits or ends it.
static VOID ConType(PCONSOLE_EXTENSION console, UCHAR c) {
  switch (c) {
  case '\r':
  case '\n':
    ConEcho("\r\n");
    for (ULONG i = 0; i < console->LineLength; i++) ConStore(console, console->Line[i]);
    ConStore(console, '\r');
    ConStore(console, '\n');
    console->LineLength = 0;
    break;
  case 0x08:
  case 0x7F:
    if (console->LineLength == 0) break;
    console->LineLength--;
    ConEcho("\b \b");
    break;
  case 0x15:  // Ctrl+U: all of it
    for (; console->LineLength; console->LineLength--) ConEcho("\b \b");
    break;
  default:
    if (c < 0x20 || console->LineLength == LINE_BYTES) break;
    console->Line[console->LineLength++] = (CHAR)c;
    ConPut((CHAR)c);
  }
}

// Moves bytes of the first finished line into a read's buffer: up to its end, or what fits.
static ULONG ConTakeLine(PCONSOLE_EXTENSION console, PCHAR to, ULONG room) {
  ULONG count = 0;
  while (count < room && console->Head != console->Tail) {
    CHAR c = console->Ring[console->Head];
    console->Head = (console->Head + 1) % RING_BYTES;
    to[count++] = c;
    if (c == '\n') break;
  }
  return count;
}

// Gives finished lines to the reads that wait, and lists those in `done`. The lock is held.
static VOID ConServe(PCONSOLE_EXTENSION console, PLIST_ENTRY done) {
  while (console->Head != console->Tail && !IsListEmpty(&console->Pending)) {
    PIRP irp = CONTAINING_RECORD(console->Pending.Flink, IRP, Tail.Overlay.ListEntry);
    RemoveEntryList(&irp->Tail.Overlay.ListEntry);
    if (IoSetCancelRoutine(irp, NULL) == NULL) {  // its cancel routine runs and will look for it
      InitializeListHead(&irp->Tail.Overlay.ListEntry);
      continue;
    }
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    irp->IoStatus.Status = STATUS_SUCCESS;
    irp->IoStatus.Information = ConTakeLine(console, irp->AssociatedIrp.SystemBuffer,
                                            location->Parameters.Read.Length);
    InsertTailList(done, &irp->Tail.Overlay.ListEntry);
  }
}

static VOID ConDpc(PKDPC dpc, PVOID context, PVOID arg1, PVOID arg2) {
  PCONSOLE_EXTENSION console = context;
  LIST_ENTRY done;
  UCHAR c;
  InitializeListHead(&done);
  KeAcquireSpinLockAtDpcLevel(&console->Lock);
  while (HalConsoleRead(&c)) ConType(console, c);
  ConServe(console, &done);
  KeReleaseSpinLockFromDpcLevel(&console->Lock);
  while (!IsListEmpty(&done)) {
    PIRP irp = CONTAINING_RECORD(RemoveHeadList(&done), IRP, Tail.Overlay.ListEntry);
    IofCompleteRequest(irp, IO_NO_INCREMENT);
  }
}

static BOOLEAN ConInterrupt(PKINTERRUPT interrupt, PVOID context) {
  PCONSOLE_EXTENSION console = context;
  KeInsertQueueDpc(&console->Dpc, NULL, NULL);
  return TRUE;
}

static NTSTATUS ConComplete(PIRP irp, NTSTATUS status, ULONG_PTR information) {
  irp->IoStatus.Status = status;
  irp->IoStatus.Information = information;
  IofCompleteRequest(irp, IO_NO_INCREMENT);
  return status;
}

static VOID ConCancel(PDEVICE_OBJECT device, PIRP irp) {
  PCONSOLE_EXTENSION console = device->DeviceExtension;
  IoReleaseCancelSpinLock(irp->CancelIrql);
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&console->Lock);
  RemoveEntryList(&irp->Tail.Overlay.ListEntry);
  KeReleaseSpinLock(&console->Lock, irql);
  ConComplete(irp, STATUS_CANCELLED, 0);
}

static NTSTATUS ConRead(PDEVICE_OBJECT device, PIRP irp) {
  PCONSOLE_EXTENSION console = device->DeviceExtension;
  ULONG length = IoGetCurrentIrpStackLocation(irp)->Parameters.Read.Length, count = 0;
  if (length == 0) return ConComplete(irp, STATUS_SUCCESS, 0);
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&console->Lock);
  if (console->Head != console->Tail && IsListEmpty(&console->Pending)) {
    count = ConTakeLine(console, irp->AssociatedIrp.SystemBuffer, length);
  } else {
    IoMarkIrpPending(irp);
    InsertTailList(&console->Pending, &irp->Tail.Overlay.ListEntry);
    IoSetCancelRoutine(irp, ConCancel);
  }
  KeReleaseSpinLock(&console->Lock, irql);
  return count ? ConComplete(irp, STATUS_SUCCESS, count) : STATUS_PENDING;
}

static NTSTATUS ConWrite(PDEVICE_OBJECT device, PIRP irp) {
  ULONG length = IoGetCurrentIrpStackLocation(irp)->Parameters.Write.Length;
  PCSTR text = irp->AssociatedIrp.SystemBuffer;
  for (ULONG i = 0; i < length; i++) ConPut(text[i]);
  return ConComplete(irp, STATUS_SUCCESS, length);
}

static NTSTATUS ConOpenClose(PDEVICE_OBJECT device, PIRP irp) {
  return ConComplete(irp, STATUS_SUCCESS, 0);
}

NTSTATUS ConDriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING registryPath) {
  UNICODE_STRING name;
  RtlInitUnicodeString(&name, L"\\Device\\Console");
  NTSTATUS status = IoCreateDevice(driver, sizeof(CONSOLE_EXTENSION), &name, FILE_DEVICE_CONSOLE,
                                   0, FALSE, &ConDevice);
  if (!NT_SUCCESS(status)) return status;
  PCONSOLE_EXTENSION console = ConDevice->DeviceExtension;
  InitializeListHead(&console->Pending);
  KeInitializeDpc(&console->Dpc, ConDpc, console);
  ConDevice->Flags |= DO_BUFFERED_IO;
  driver->MajorFunction[IRP_MJ_CREATE] = ConOpenClose;
  driver->MajorFunction[IRP_MJ_CLEANUP] = ConOpenClose;
  driver->MajorFunction[IRP_MJ_CLOSE] = ConOpenClose;
  driver->MajorFunction[IRP_MJ_READ] = ConRead;
  driver->MajorFunction[IRP_MJ_WRITE] = ConWrite;
  status = IoConnectInterrupt(&console->Interrupt, ConInterrupt, console, NULL, VECTOR_CONSOLE,
                              VECTOR_CONSOLE >> 4, VECTOR_CONSOLE >> 4, Latched, FALSE, 1, FALSE);
  HalConsoleSetVector(VECTOR_CONSOLE);
  return status;
}
