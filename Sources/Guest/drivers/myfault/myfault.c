// myfault.sys: what notmyfault.exe needs from the kernel to leak and to crash.
#include <gurney/ddk.h>
#include <gurney/myfault.h>

static PDEVICE_OBJECT MyfaultDevice;

// Both leaks write their tag into the call itself, so that it stands in the code twice: a debugger
// that changes one of the two bytes patterns tells the callers apart.
#define LEAK_TAG 'kaeL'

// The size that a leak request carries; 0 if it carries none.
static __declspec(noinline) ULONG MyfaultRequestedSize(PIRP irp, PIO_STACK_LOCATION location) {
  if (location->Parameters.DeviceIoControl.InputBufferLength < sizeof(ULONG)) return 0;
  return *(ULONG *)irp->AssociatedIrp.SystemBuffer;
}

// Memory that is not there at an IRQL where nobody can bring it.
static __declspec(noinline) VOID MyfaultHighIrql(void) {
  KIRQL irql;
  volatile ULONG *memory = ExAllocatePoolWithTag(PagedPool, 4 * 4096, 'tluF');
  if (memory == NULL) return;
  ExFreePoolWithTag((PVOID)memory, 'tluF');
  KeRaiseIrql(DISPATCH_LEVEL, &irql);
  memory[0] = 1;
  KeLowerIrql(irql);
}

static __declspec(noinline) VOID MyfaultBufferOverflow(void) {
  PUCHAR block = ExAllocatePoolWithTag(NonPagedPool, 64, 'tluF');
  if (block == NULL) return;
  for (volatile ULONG i = 0; i < 64 + 32; i++) block[i] = 'w';
  ExFreePoolWithTag(block, 'tluF');
}

static __declspec(noinline) VOID MyfaultCodeOverwrite(void) {
  volatile UCHAR *code = (volatile UCHAR *)MyfaultBufferOverflow;
  code[0] = 0xCC;
}

static __declspec(noinline) VOID MyfaultStackTrash(void) {
  volatile ULONG64 local[2];
  for (volatile ULONG i = 0; i < 32; i++) local[i] = 0x4141414141414141;
}

static __declspec(noinline) ULONG MyfaultWildPointer(void) {
  return *(volatile ULONG *)0xFFFFFA8FFFFF1234;
}

static __declspec(noinline) ULONG MyfaultStackOverflow(ULONG depth) {
  volatile UCHAR space[512];
  space[depth & 511] = (UCHAR)depth;
  return depth == ~0u ? 0 : MyfaultStackOverflow(depth + 1) + space[0];
}

static __declspec(noinline) VOID MyfaultDoubleFree(void) {
  PVOID block = ExAllocatePoolWithTag(NonPagedPool, 64, 'tluF');
  if (block == NULL) return;
  ExFreePoolWithTag(block, 'tluF');
  ExFreePoolWithTag(block, 'tluF');
}

static __declspec(noinline) VOID MyfaultHang(void) {
  KfRaiseIrql(DISPATCH_LEVEL);
  for (;;) Pause();
}

// Carries out one request of the program's.
static __declspec(noinline) NTSTATUS MyfaultDeviceControl(PIRP irp, PIO_STACK_LOCATION location) {
  PVOID block;
  ULONG size;
  switch (location->Parameters.DeviceIoControl.IoControlCode) {
  case IOCTL_MYFAULT_LEAK_PAGED:
    size = MyfaultRequestedSize(irp, location);
    block = ExAllocatePoolWithTag(PagedPool, size, LEAK_TAG);
    if (block == NULL) return STATUS_INSUFFICIENT_RESOURCES;
    memset(block, 0, size);
    return STATUS_SUCCESS;
  case IOCTL_MYFAULT_LEAK_NONPAGED:
    size = MyfaultRequestedSize(irp, location);
    block = ExAllocatePoolWithTag(NonPagedPool, size, LEAK_TAG);
    if (block == NULL) return STATUS_INSUFFICIENT_RESOURCES;
    return STATUS_SUCCESS;
  case IOCTL_MYFAULT_HIGH_IRQL: MyfaultHighIrql(); return STATUS_SUCCESS;
  case IOCTL_MYFAULT_BUFFER_OVERFLOW: MyfaultBufferOverflow(); return STATUS_SUCCESS;
  case IOCTL_MYFAULT_CODE_OVERWRITE: MyfaultCodeOverwrite(); return STATUS_SUCCESS;
  case IOCTL_MYFAULT_STACK_TRASH: MyfaultStackTrash(); return STATUS_SUCCESS;
  case IOCTL_MYFAULT_WILD_POINTER: MyfaultWildPointer(); return STATUS_SUCCESS;
  case IOCTL_MYFAULT_BREAKPOINT: DbgBreakPoint(); return STATUS_SUCCESS;
  case IOCTL_MYFAULT_STACK_OVERFLOW: MyfaultStackOverflow(0); return STATUS_SUCCESS;
  case IOCTL_MYFAULT_DOUBLE_FREE: MyfaultDoubleFree(); return STATUS_SUCCESS;
  case IOCTL_MYFAULT_HANG: MyfaultHang(); return STATUS_SUCCESS;
  }
  return STATUS_INVALID_DEVICE_REQUEST;
}

static NTSTATUS MyfaultDispatch(PDEVICE_OBJECT device, PIRP irp) {
  PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
  NTSTATUS status = STATUS_SUCCESS;
  if (location->MajorFunction == IRP_MJ_DEVICE_CONTROL) {
    status = MyfaultDeviceControl(irp, location);
  }
  irp->IoStatus.Status = status;
  irp->IoStatus.Information = 0;
  IoCompleteRequest(irp, IO_NO_INCREMENT);
  return status;
}

static VOID MyfaultUnload(PDRIVER_OBJECT driver) {
  UNICODE_STRING link;
  RtlInitUnicodeString(&link, L"\\DosDevices\\MyFault");
  IoDeleteSymbolicLink(&link);
  IoDeleteDevice(MyfaultDevice);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING registryPath) {
  UNICODE_STRING name, link;
  RtlInitUnicodeString(&name, L"\\Device\\MyFault");
  RtlInitUnicodeString(&link, L"\\DosDevices\\MyFault");
  NTSTATUS status = IoCreateDevice(driver, 0, &name, MYFAULT_DEVICE_TYPE, 0, FALSE, &MyfaultDevice);
  if (!NT_SUCCESS(status)) return status;
  driver->MajorFunction[IRP_MJ_CREATE] = MyfaultDispatch;
  driver->MajorFunction[IRP_MJ_CLEANUP] = MyfaultDispatch;
  driver->MajorFunction[IRP_MJ_CLOSE] = MyfaultDispatch;
  driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = MyfaultDispatch;
  driver->DriverUnload = MyfaultUnload;
  status = IoCreateSymbolicLink(&link, &name);
  if (!NT_SUCCESS(status)) IoDeleteDevice(MyfaultDevice);
  return status;
}
