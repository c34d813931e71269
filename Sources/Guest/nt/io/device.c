// Driver objects, device objects, symbolic links; loading a driver and letting it go.
#include "../ntos.h"
#include "io.h"

POBJECT_TYPE IoDriverObjectType, IoDeviceObjectType, IoFileObjectType;

// ---- Devices ------------------------------------------------------------------------------------

NTSTATUS IoCreateDevice(PDRIVER_OBJECT driver, ULONG extensionBytes, PUNICODE_STRING name,
                        ULONG type, ULONG characteristics, BOOLEAN exclusive,
                        PDEVICE_OBJECT *result) {
  PDEVICE_OBJECT device;
  SIZE_T extension = ROUND_UP(sizeof *device, 16);
  SIZE_T tail = extension + ROUND_UP(extensionBytes, 16);
  NTSTATUS status = ObCreateObject(IoDeviceObjectType, tail + sizeof(DEVOBJ_EXTENSION), name,
                                   (PVOID *)&device);
  if (!NT_SUCCESS(status)) return status;
  device->Type = IO_TYPE_DEVICE;
  device->Size = (USHORT)(sizeof *device + extensionBytes);
  device->DriverObject = driver;
  device->DeviceType = type;
  device->Characteristics = characteristics;
  device->StackSize = 1;
  device->Flags = DO_DEVICE_INITIALIZING;
  device->DeviceExtension = extensionBytes ? (PUCHAR)device + extension : NULL;
  device->DeviceObjectExtension = (PDEVOBJ_EXTENSION)((PUCHAR)device + tail);
  device->DeviceObjectExtension->Type = 13;  // IO_TYPE_DEVICE_OBJECT_EXTENSION
  device->DeviceObjectExtension->DeviceObject = device;
  KeInitializeEvent(&device->DeviceLock, SynchronizationEvent, TRUE);
  InitializeListHead(&device->DeviceQueue.DeviceListHead);
  if (name) status = ObInsertNamedObject(device);
  if (!NT_SUCCESS(status)) {
    ObDereferenceObject(device);
    return status;
  }
  device->NextDevice = driver->DeviceObject;
  driver->DeviceObject = device;
  ObReferenceObject(driver);
  *result = device;
  return STATUS_SUCCESS;
}

VOID IoDeleteDevice(PDEVICE_OBJECT device) {
  PDEVICE_OBJECT *link = &device->DriverObject->DeviceObject;
  while (*link && *link != device) link = &(*link)->NextDevice;
  if (*link) *link = device->NextDevice;
  ObDereferenceObject(device->DriverObject);
  ObMakeTemporaryObject(device);
  ObDereferenceObject(device);
}

NTSTATUS IoCreateSymbolicLink(PUNICODE_STRING link, PUNICODE_STRING target) {
  return ObCreateSymbolicLink(link, target);
}

NTSTATUS IoDeleteSymbolicLink(PUNICODE_STRING link) {
  PVOID object;
  NTSTATUS status = ObLookupPath(link, ObpSymbolicLinkObjectType, &object, NULL);
  if (!NT_SUCCESS(status)) return status;
  ObMakeTemporaryObject(object);
  ObDereferenceObject(object);
  return STATUS_SUCCESS;
}

// The device on top of a stack: what requests are sent to.
PDEVICE_OBJECT IopTopDevice(PDEVICE_OBJECT device) {
  while (device->AttachedDevice) device = device->AttachedDevice;
  return device;
}

PDEVICE_OBJECT IoAttachDeviceToDeviceStack(PDEVICE_OBJECT source, PDEVICE_OBJECT target) {
  PDEVICE_OBJECT top = IopTopDevice(target);
  top->AttachedDevice = source;
  source->StackSize = top->StackSize + 1;
  source->DeviceObjectExtension->AttachedTo = top;
  return top;
}

VOID IoDetachDevice(PDEVICE_OBJECT target) {
  PDEVICE_OBJECT source = target->AttachedDevice;
  if (source) source->DeviceObjectExtension->AttachedTo = NULL;
  target->AttachedDevice = NULL;
}

// ---- Drivers ------------------------------------------------------------------------------------

// What a driver does with a request that it has no routine for.
static NTSTATUS IopInvalidDeviceRequest(PDEVICE_OBJECT device, PIRP irp) {
  irp->IoStatus.Status = STATUS_INVALID_DEVICE_REQUEST;
  irp->IoStatus.Information = 0;
  IofCompleteRequest(irp, IO_NO_INCREMENT);
  return STATUS_INVALID_DEVICE_REQUEST;
}

// A driver object for an image (or for part of this one), and its DriverEntry called.
NTSTATUS IopCreateDriver(PCWSTR text, PDRIVER_INITIALIZE entry, PLDR_DATA_TABLE_ENTRY image,
                         PDRIVER_OBJECT *result) {
  UNICODE_STRING name, registry;
  PDRIVER_OBJECT driver;
  RtlInitUnicodeString(&name, text);
  NTSTATUS status = ObCreateObject(IoDriverObjectType, sizeof *driver + sizeof(DRIVER_EXTENSION),
                                   &name, (PVOID *)&driver);
  if (!NT_SUCCESS(status)) return status;
  driver->Type = IO_TYPE_DRIVER;
  driver->Size = sizeof *driver;
  driver->DriverExtension = (PDRIVER_EXTENSION)(driver + 1);
  driver->DriverExtension->DriverObject = driver;
  driver->DriverName.Buffer =
      ExAllocatePoolWithTag(NonPagedPool, name.Length + 2u, TAG('I', 'o', 'D', 'n'));
  if (driver->DriverName.Buffer) {
    driver->DriverName.Length = name.Length;
    driver->DriverName.MaximumLength = name.Length + 2;
    memcpy(driver->DriverName.Buffer, text, name.Length + 2u);
  }
  PWSTR leaf = wcsrchr(driver->DriverName.Buffer, L'\\');
  RtlInitUnicodeString(&driver->DriverExtension->ServiceKeyName, leaf ? leaf + 1 : L"");
  driver->DriverInit = entry;
  if (image) {
    driver->DriverStart = image->DllBase;
    driver->DriverSize = image->SizeOfImage;
    driver->DriverSection = image;
  }
  for (ULONG i = 0; i < COUNT_OF(driver->MajorFunction); i++) {
    driver->MajorFunction[i] = IopInvalidDeviceRequest;
  }
  status = ObInsertNamedObject(driver);
  RtlInitUnicodeString(&registry, L"");
  if (NT_SUCCESS(status)) {
    status = entry(driver, &registry);
    if (!NT_SUCCESS(status)) ObMakeTemporaryObject(driver);
  }
  if (!NT_SUCCESS(status)) {
    ObDereferenceObject(driver);
    return status;
  }
  for (PDEVICE_OBJECT d = driver->DeviceObject; d; d = d->NextDevice) {
    d->Flags &= ~DO_DEVICE_INITIALIZING;
  }
  if (result) *result = driver;
  return STATUS_SUCCESS;
}

static VOID IopDeleteDriver(PVOID object) {
  PDRIVER_OBJECT driver = object;
  PWSTR name = driver->DriverName.Buffer;
  if (name) ExFreePoolWithTag(name, TAG('I', 'o', 'D', 'n'));
}

// \Registry\Machine\System\CurrentControlSet\Services\NAME, or NAME: the driver it names.
static VOID IopServiceName(const UNICODE_STRING *service, PWSTR name, ULONG room) {
  ULONG count = service->Length / 2u, start = count;
  while (start && service->Buffer[start - 1] != '\\') start--;
  ULONG length = count - start < room - 1 ? count - start : room - 1;
  memcpy(name, service->Buffer + start, length * 2);
  name[length] = 0;
}

NTSTATUS IopLoadDriver(const UNICODE_STRING *service) {
  WCHAR name[64], path[128];
  UNICODE_STRING string;
  PLDR_DATA_TABLE_ENTRY image;
  PVOID existing;
  IopServiceName(service, name, COUNT_OF(name));
  _snwprintf(path, COUNT_OF(path), L"\\Driver\\%ws", name);
  RtlInitUnicodeString(&string, path);
  if (NT_SUCCESS(ObLookupPath(&string, NULL, &existing, NULL))) {
    ObDereferenceObject(existing);
    return STATUS_IMAGE_ALREADY_LOADED;
  }
  _snwprintf(path, COUNT_OF(path), L"\\SystemRoot\\System32\\drivers\\%ws.sys", name);
  RtlInitUnicodeString(&string, path);
  NTSTATUS status = MmLoadSystemImage(&string, &image);
  if (!NT_SUCCESS(status)) return status;
  _snwprintf(path, COUNT_OF(path), L"\\Driver\\%ws", name);
  status = IopCreateDriver(path, (PDRIVER_INITIALIZE)image->EntryPoint, image, NULL);
  if (!NT_SUCCESS(status)) MmUnloadSystemImage(image);
  return status;
}

NTSTATUS IopUnloadDriver(const UNICODE_STRING *service) {
  WCHAR name[64], path[128];
  UNICODE_STRING string;
  PDRIVER_OBJECT driver;
  IopServiceName(service, name, COUNT_OF(name));
  _snwprintf(path, COUNT_OF(path), L"\\Driver\\%ws", name);
  RtlInitUnicodeString(&string, path);
  NTSTATUS status = ObLookupPath(&string, IoDriverObjectType, (PVOID *)&driver, NULL);
  if (!NT_SUCCESS(status)) return status;
  status = driver->DriverUnload && driver->DriverSection ? STATUS_SUCCESS
                                                         : STATUS_INVALID_DEVICE_REQUEST;
  for (PDEVICE_OBJECT d = driver->DeviceObject; d && NT_SUCCESS(status); d = d->NextDevice) {
    if (d->ReferenceCount) status = STATUS_ACCESS_DENIED;  // somebody has it open
  }
  if (NT_SUCCESS(status)) {
    PLDR_DATA_TABLE_ENTRY image = driver->DriverSection;
    driver->DriverUnload(driver);
    ObMakeTemporaryObject(driver);
    ObDereferenceObject(driver);  // the one of its creation
    MmUnloadSystemImage(image);
  }
  ObDereferenceObject(driver);
  return status;
}

NTSTATUS NtLoadDriver(PUNICODE_STRING userService) {
  UNICODE_STRING service;
  NTSTATUS status = ObCaptureUnicodeString(userService, &service);
  if (!NT_SUCCESS(status)) return status;
  status = IopLoadDriver(&service);
  ObFreeCapturedString(&service);
  return status;
}

NTSTATUS NtUnloadDriver(PUNICODE_STRING userService) {
  UNICODE_STRING service;
  NTSTATUS status = ObCaptureUnicodeString(userService, &service);
  if (!NT_SUCCESS(status)) return status;
  status = IopUnloadDriver(&service);
  ObFreeCapturedString(&service);
  return status;
}

// The last handle of a file is closed: its driver hears of it.
static VOID IopCloseFile(PVOID object) {
  PFILE_OBJECT file = object;
  if (file->DeviceObject) IopSimpleRequest(file, IRP_MJ_CLEANUP);
}

static VOID IopDeleteFile(PVOID object) {
  PFILE_OBJECT file = object;
  if (file->DeviceObject) {
    IopSimpleRequest(file, IRP_MJ_CLOSE);
    InterlockedDecrement(&file->DeviceObject->ReferenceCount);
    ObDereferenceObject(file->DeviceObject);
  }
  if (file->FileName.Buffer) ExFreePoolWithTag(file->FileName.Buffer, TAG('I', 'o', 'N', 'm'));
}

VOID IoInitSystem(void) {
  IoDriverObjectType = ObCreateType(L"Driver", NonPagedPool, IopDeleteDriver, NULL);
  IoDeviceObjectType = ObCreateType(L"Device", NonPagedPool, NULL, NULL);
  IoFileObjectType = ObCreateType(L"File", NonPagedPool, IopDeleteFile, IopCloseFile);
  static const struct { PCWSTR Name, Target; } links[] = {
      {L"\\SystemRoot", L"\\Device\\RamDisk\\Gurney"},
      {L"\\\?\?\\C:", L"\\Device\\RamDisk"},
      {L"\\\?\?\\CON", L"\\Device\\Console"},
  };
  for (ULONG i = 0; i < COUNT_OF(links); i++) {
    UNICODE_STRING name, target;
    RtlInitUnicodeString(&name, links[i].Name);
    RtlInitUnicodeString(&target, links[i].Target);
    ObCreateSymbolicLink(&name, &target);
  }
  if (!NT_SUCCESS(IopCreateDriver(L"\\FileSystem\\RamDisk", RamDiskDriverEntry, NULL, NULL)) ||
      !NT_SUCCESS(IopCreateDriver(L"\\Driver\\Console", ConDriverEntry, NULL, NULL))) {
    KeBugCheck(0x69);
  }
}
