// Files: opening them by name, and the requests that system calls make of them.
#include "../ntos.h"
#include "io.h"

// Opens what a path names: a device, or a file of the file system behind it.
NTSTATUS IopOpenFile(const UNICODE_STRING *path, PFILE_OBJECT *result) {
  PDEVICE_OBJECT device;
  UNICODE_STRING rest;
  PFILE_OBJECT file;
  NTSTATUS status = ObLookupPath(path, IoDeviceObjectType, (PVOID *)&device, &rest);
  if (!NT_SUCCESS(status)) return status;
  status = ObCreateObject(IoFileObjectType, sizeof *file, NULL, (PVOID *)&file);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(rest.Buffer, TAG('I', 'o', 'N', 'm'));
    ObDereferenceObject(device);
    return status;
  }
  file->Type = IO_TYPE_FILE;
  file->Size = sizeof *file;
  file->FileName = rest;
  file->ReadAccess = file->WriteAccess = TRUE;
  file->Flags = FO_SYNCHRONOUS_IO;
  KeInitializeEvent(&file->Lock, SynchronizationEvent, FALSE);
  KeInitializeEvent(&file->Event, NotificationEvent, TRUE);
  InitializeListHead(&file->IrpList);
  file->DeviceObject = device;
  status = IopSimpleRequest(file, IRP_MJ_CREATE);
  if (!NT_SUCCESS(status)) {
    file->DeviceObject = NULL;  // it was never open: no cleanup, no close
    ObDereferenceObject(device);
    ObDereferenceObject(file);
    return status;
  }
  InterlockedIncrement(&device->ReferenceCount);
  *result = file;
  return STATUS_SUCCESS;
}

NTSTATUS NtCreateFile(PHANDLE userHandle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes,
                      PIO_STATUS_BLOCK userStatus, PLARGE_INTEGER allocation, ULONG fileAttributes,
                      ULONG share, ULONG disposition, ULONG options, PVOID ea, ULONG eaBytes) {
  UNICODE_STRING path;
  PFILE_OBJECT file;
  HANDLE handle;
  NTSTATUS status = ObCaptureName(attributes, &path);
  if (!NT_SUCCESS(status)) return status;
  status = IopOpenFile(&path, &file);
  ObFreeCapturedString(&path);
  if (!NT_SUCCESS(status)) return status;
  status = ObOpenHandle(file, access, &handle);
  ObDereferenceObject(file);
  IO_STATUS_BLOCK io = {.Status = status, .Information = FILE_OPENED};
  if (NT_SUCCESS(status)) status = MmCopyToUser(userHandle, &handle, sizeof handle);
  if (NT_SUCCESS(status)) status = MmCopyToUser(userStatus, &io, sizeof io);
  return status;
}

NTSTATUS NtOpenFile(PHANDLE handle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes,
                    PIO_STATUS_BLOCK io, ULONG share, ULONG options) {
  return NtCreateFile(handle, access, attributes, io, NULL, 0, share, FILE_OPEN, options, NULL, 0);
}

// What is asked of a file, in one place: a buffer in, a buffer out, and where.
typedef struct _IOP_REQUEST {
  PVOID Input;
  ULONG InputLength;
  PVOID Output;
  ULONG OutputLength;
  PIO_STATUS_BLOCK Status;
} IOP_REQUEST;

// Sends a buffered request: the kernel's copy of the input goes down, its output comes back.
static NTSTATUS IopBufferedCall(PFILE_OBJECT file, PIRP irp, const IOP_REQUEST *request) {
  ULONG length = request->InputLength > request->OutputLength ? request->InputLength
                                                               : request->OutputLength;
  NTSTATUS status = STATUS_SUCCESS;
  if (length) {
    PVOID buffer = ExAllocatePoolWithTag(NonPagedPool, length, TAG('I', 'o', 'S', 'B'));
    if (buffer == NULL) return STATUS_INSUFFICIENT_RESOURCES;
    irp->AssociatedIrp.SystemBuffer = buffer;
    irp->Flags |= IRP_BUFFERED_IO;
    if (request->InputLength) {
      status = MmCopyFromUser(buffer, request->Input, request->InputLength);
    }
  }
  irp->UserBuffer = request->Output;
  irp->UserIosb = request->Status;
  if (NT_SUCCESS(status)) {
    IO_STATUS_BLOCK io;
    status = IopSynchronousCall(file, irp);
    io = irp->IoStatus;
    SIZE_T back = io.Information < request->OutputLength ? io.Information : request->OutputLength;
    if ((NT_SUCCESS(status) || status == STATUS_BUFFER_OVERFLOW) && back) {
      NTSTATUS copied = MmCopyToUser(request->Output, irp->AssociatedIrp.SystemBuffer, back);
      if (!NT_SUCCESS(copied)) status = copied;
    }
    NTSTATUS copied = MmCopyToUser(request->Status, &io, sizeof io);
    if (!NT_SUCCESS(copied)) status = copied;
  }
  if (irp->AssociatedIrp.SystemBuffer) {
    ExFreePoolWithTag(irp->AssociatedIrp.SystemBuffer, TAG('I', 'o', 'S', 'B'));
  }
  return status;
}

static NTSTATUS IopReferenceFile(HANDLE handle, PFILE_OBJECT *file) {
  return ObReferenceObjectByHandle(handle, 0, IoFileObjectType, UserMode, (PVOID *)file, NULL);
}

// Where a read or write begins: the caller's offset, or where the last one ended.
static NTSTATUS IopCaptureOffset(PFILE_OBJECT file, PLARGE_INTEGER user, PLARGE_INTEGER offset) {
  *offset = file->CurrentByteOffset;
  return user ? MmCopyFromUser(offset, user, sizeof *offset) : STATUS_SUCCESS;
}

NTSTATUS NtReadFile(HANDLE handle, HANDLE event, PIO_APC_ROUTINE apc, PVOID apcContext,
                    PIO_STATUS_BLOCK status, PVOID buffer, ULONG length, PLARGE_INTEGER userOffset,
                    PULONG key) {
  PFILE_OBJECT file;
  LARGE_INTEGER offset;
  NTSTATUS result = IopReferenceFile(handle, &file);
  if (!NT_SUCCESS(result)) return result;
  result = IopCaptureOffset(file, userOffset, &offset);
  PIRP irp = NT_SUCCESS(result) ? IopMakeIrp(file, IRP_MJ_READ) : NULL;
  if (irp) {
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    IOP_REQUEST request = {NULL, 0, buffer, length, status};
    location->Parameters.Read.Length = length;
    location->Parameters.Read.ByteOffset = offset;
    result = IopBufferedCall(file, irp, &request);
    if (NT_SUCCESS(result)) {
      file->CurrentByteOffset.QuadPart = offset.QuadPart + (LONG64)irp->IoStatus.Information;
    }
    IoFreeIrp(irp);
  } else if (NT_SUCCESS(result)) {
    result = STATUS_INSUFFICIENT_RESOURCES;
  }
  ObDereferenceObject(file);
  return result;
}

NTSTATUS NtWriteFile(HANDLE handle, HANDLE event, PIO_APC_ROUTINE apc, PVOID apcContext,
                     PIO_STATUS_BLOCK status, PVOID buffer, ULONG length, PLARGE_INTEGER userOffset,
                     PULONG key) {
  PFILE_OBJECT file;
  LARGE_INTEGER offset;
  NTSTATUS result = IopReferenceFile(handle, &file);
  if (!NT_SUCCESS(result)) return result;
  result = IopCaptureOffset(file, userOffset, &offset);
  PIRP irp = NT_SUCCESS(result) ? IopMakeIrp(file, IRP_MJ_WRITE) : NULL;
  if (irp) {
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    IOP_REQUEST request = {buffer, length, NULL, 0, status};
    location->Parameters.Write.Length = length;
    location->Parameters.Write.ByteOffset = offset;
    result = IopBufferedCall(file, irp, &request);
    IoFreeIrp(irp);
  } else if (NT_SUCCESS(result)) {
    result = STATUS_INSUFFICIENT_RESOURCES;
  }
  ObDereferenceObject(file);
  return result;
}

// Device control of either kind, and internal control once a file system needs it. The code's low
// two bits say how data travels; all but METHOD_NEITHER are buffered here.
static __declspec(noinline) NTSTATUS IopXxxControlFile(HANDLE handle, PIO_STATUS_BLOCK status,
                                                       ULONG code, PVOID input, ULONG inputLength,
                                                       PVOID output, ULONG outputLength,
                                                       UCHAR major) {
  PFILE_OBJECT file;
  NTSTATUS result = IopReferenceFile(handle, &file);
  if (!NT_SUCCESS(result)) return result;
  PIRP irp = IopMakeIrp(file, major);
  if (irp == NULL) {
    ObDereferenceObject(file);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
  IOP_REQUEST request = {input, inputLength, output, outputLength, status};
  location->Parameters.DeviceIoControl.IoControlCode = code;
  location->Parameters.DeviceIoControl.InputBufferLength = inputLength;
  location->Parameters.DeviceIoControl.OutputBufferLength = outputLength;
  if ((code & 3) == METHOD_NEITHER) {
    location->Parameters.DeviceIoControl.Type3InputBuffer = input;
    irp->UserBuffer = output;
    request.InputLength = request.OutputLength = 0;
  }
  result = IopBufferedCall(file, irp, &request);
  IoFreeIrp(irp);
  ObDereferenceObject(file);
  return result;
}

NTSTATUS NtDeviceIoControlFile(HANDLE handle, HANDLE event, PIO_APC_ROUTINE apc, PVOID apcContext,
                               PIO_STATUS_BLOCK status, ULONG code, PVOID input, ULONG inputLength,
                               PVOID output, ULONG outputLength) {
  return IopXxxControlFile(handle, status, code, input, inputLength, output, outputLength,
                           IRP_MJ_DEVICE_CONTROL);
}

NTSTATUS NtQueryDirectoryFile(HANDLE handle, HANDLE event, PIO_APC_ROUTINE apc, PVOID apcContext,
                              PIO_STATUS_BLOCK status, PVOID buffer, ULONG length,
                              ULONG informationClass, BOOLEAN single, PUNICODE_STRING pattern,
                              BOOLEAN restart) {
  PFILE_OBJECT file;
  NTSTATUS result = IopReferenceFile(handle, &file);
  if (!NT_SUCCESS(result)) return result;
  PIRP irp = IopMakeIrp(file, IRP_MJ_DIRECTORY_CONTROL);
  if (irp) {
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    IOP_REQUEST request = {NULL, 0, buffer, length, status};
    location->MinorFunction = 1;  // IRP_MN_QUERY_DIRECTORY
    // SL_RESTART_SCAN, SL_RETURN_SINGLE_ENTRY
    location->Flags = (restart ? 1 : 0) | (single ? 2 : 0);
    location->Parameters.QueryDirectory.Length = length;
    location->Parameters.QueryDirectory.FileInformationClass =
        (FILE_INFORMATION_CLASS)informationClass;
    result = IopBufferedCall(file, irp, &request);
    IoFreeIrp(irp);
  } else {
    result = STATUS_INSUFFICIENT_RESOURCES;
  }
  ObDereferenceObject(file);
  return result;
}

NTSTATUS NtQueryInformationFile(HANDLE handle, PIO_STATUS_BLOCK status, PVOID buffer, ULONG length,
                                ULONG informationClass) {
  PFILE_OBJECT file;
  NTSTATUS result = IopReferenceFile(handle, &file);
  if (!NT_SUCCESS(result)) return result;
  ULONG64 bytes = 0;
  PVOID data = RamDiskFileData(file, &bytes);
  IO_STATUS_BLOCK io = {0};
  if (informationClass == FileStandardInformation && length >= sizeof(FILE_STANDARD_INFORMATION)) {
    FILE_STANDARD_INFORMATION standard = {.NumberOfLinks = 1, .Directory = data == NULL};
    standard.AllocationSize.QuadPart = (LONG64)ROUND_UP(bytes, PAGE_SIZE);
    standard.EndOfFile.QuadPart = (LONG64)bytes;
    io.Information = sizeof standard;
    result = MmCopyToUser(buffer, &standard, sizeof standard);
  } else if (informationClass == FilePositionInformation && length >= sizeof(LARGE_INTEGER)) {
    io.Information = sizeof file->CurrentByteOffset;
    result = MmCopyToUser(buffer, &file->CurrentByteOffset, sizeof file->CurrentByteOffset);
  } else {
    result = STATUS_INVALID_INFO_CLASS;
  }
  io.Status = result;
  if (NT_SUCCESS(result)) result = MmCopyToUser(status, &io, sizeof io);
  ObDereferenceObject(file);
  return result;
}
