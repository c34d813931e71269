// The RAM disk's file system: \Device\RamDisk. Files are read where the boot loader put them;
// nothing is written.
//
// The disk's paths begin with \SystemRoot. What the namespace calls \Gurney (C:\Gurney) is that.
#include "../ntos.h"
#include "io.h"

static PRAMDISK_HEADER RamDiskHeader;
static PDRIVER_OBJECT RamDiskDriver;

/// What a file object's FsContext holds: the entry of a file, or null for a folder.
static PRAMDISK_ENTRY RamDiskEntryOf(PFILE_OBJECT file) {
  return file->DeviceObject && file->DeviceObject->DriverObject == RamDiskDriver ? file->FsContext
                                                                                 : NULL;
}

// A path as the disk spells it, in bytes and without a backslash at its end.
static BOOLEAN RamDiskSpell(const UNICODE_STRING *path, CHAR *to, ULONG room) {
  static const WCHAR root[] = L"\\Gurney";
  UNICODE_STRING rest = *path, prefix;
  ULONG count = 0, bytes = 0;
  RtlInitUnicodeString(&prefix, root);
  if (RtlPrefixUnicodeString(&prefix, path, TRUE) &&
      (path->Length == prefix.Length || path->Buffer[prefix.Length / 2] == '\\')) {
    memcpy(to, "\\SystemRoot", 11);
    count = 11;
    rest.Buffer += prefix.Length / 2;
    rest.Length -= prefix.Length;
  }
  if (rest.Length / 2u + count + 1 > room) return FALSE;
  RtlUnicodeToMultiByteN(to + count, room - count - 1, &bytes, rest.Buffer, rest.Length);
  count += bytes;
  while (count && to[count - 1] == '\\') count--;
  to[count] = 0;
  return TRUE;
}

static BOOLEAN RamDiskSame(PCSTR a, PCSTR b, ULONG count) {
  for (ULONG i = 0; i < count; i++) {
    if (RtlUpcaseUnicodeChar((UCHAR)a[i]) != RtlUpcaseUnicodeChar((UCHAR)b[i])) return FALSE;
  }
  return TRUE;
}

static PRAMDISK_ENTRY RamDiskFindEntry(PCSTR path) {
  ULONG length = (ULONG)strlen(path);
  for (ULONG i = 0; i < RamDiskHeader->Count; i++) {
    PRAMDISK_ENTRY entry = &RamDiskHeader->Entries[i];
    if (strlen(entry->Path) == length && RamDiskSame(entry->Path, path, length)) return entry;
  }
  return NULL;
}

// The name that an entry has directly in a folder, or null if it is not in it. *length ends a
// folder's name at the next backslash.
static PCSTR RamDiskChild(PRAMDISK_ENTRY entry, PCSTR folder, ULONG *length) {
  ULONG prefix = (ULONG)strlen(folder);
  if (strlen(entry->Path) <= prefix || !RamDiskSame(entry->Path, folder, prefix) ||
      entry->Path[prefix] != '\\') {
    return NULL;
  }
  PCSTR name = entry->Path + prefix + 1;
  for (*length = 0; name[*length] && name[*length] != '\\'; ++*length) continue;
  return name;
}

PVOID RamDiskFind(const UNICODE_STRING *path, ULONG64 *bytes) {
  CHAR spelled[128];
  if (!RamDiskSpell(path, spelled, sizeof spelled)) return NULL;
  PRAMDISK_ENTRY entry = RamDiskFindEntry(spelled);
  if (entry == NULL) return NULL;
  *bytes = entry->Bytes;
  return (PUCHAR)RamDiskHeader + entry->Offset;
}

PVOID RamDiskFileData(PFILE_OBJECT file, ULONG64 *bytes) {
  PRAMDISK_ENTRY entry = RamDiskEntryOf(file);
  if (entry == NULL) return NULL;
  *bytes = entry->Bytes;
  return (PUCHAR)RamDiskHeader + entry->Offset;
}

static NTSTATUS RamDiskComplete(PIRP irp, NTSTATUS status, ULONG_PTR information) {
  irp->IoStatus.Status = status;
  irp->IoStatus.Information = information;
  IofCompleteRequest(irp, IO_NO_INCREMENT);
  return status;
}

static NTSTATUS RamDiskCreate(PDEVICE_OBJECT device, PIRP irp) {
  PFILE_OBJECT file = IoGetCurrentIrpStackLocation(irp)->FileObject;
  CHAR path[128];
  ULONG length;
  if (!RamDiskSpell(&file->FileName, path, sizeof path)) {
    return RamDiskComplete(irp, STATUS_OBJECT_NAME_INVALID, 0);
  }
  file->FsContext = RamDiskFindEntry(path);
  if (file->FsContext) return RamDiskComplete(irp, STATUS_SUCCESS, FILE_OPENED);
  for (ULONG i = 0; i < RamDiskHeader->Count; i++) {
    if (RamDiskChild(&RamDiskHeader->Entries[i], path, &length)) {
      return RamDiskComplete(irp, STATUS_SUCCESS, FILE_OPENED);
    }
  }
  return RamDiskComplete(irp, STATUS_OBJECT_NAME_NOT_FOUND, 0);
}

static NTSTATUS RamDiskClose(PDEVICE_OBJECT device, PIRP irp) {
  return RamDiskComplete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS RamDiskRead(PDEVICE_OBJECT device, PIRP irp) {
  PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
  PRAMDISK_ENTRY entry = location->FileObject->FsContext;
  ULONG64 offset = (ULONG64)location->Parameters.Read.ByteOffset.QuadPart;
  ULONG64 length = location->Parameters.Read.Length;
  if (entry == NULL) return RamDiskComplete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
  if (offset >= entry->Bytes) return RamDiskComplete(irp, STATUS_END_OF_FILE, 0);
  if (length > entry->Bytes - offset) length = entry->Bytes - offset;
  memcpy(irp->AssociatedIrp.SystemBuffer, (PUCHAR)RamDiskHeader + entry->Offset + offset, length);
  return RamDiskComplete(irp, STATUS_SUCCESS, length);
}

// Was this child's name listed already, for an entry before this one? Folders have many entries.
static BOOLEAN RamDiskListed(ULONG before, PCSTR folder, PCSTR name, ULONG length) {
  for (ULONG i = 0; i < before; i++) {
    ULONG other;
    PCSTR child = RamDiskChild(&RamDiskHeader->Entries[i], folder, &other);
    if (child && other == length && RamDiskSame(child, name, length)) return TRUE;
  }
  return FALSE;
}

// Lists a folder's children from where the last listing stopped: FsContext2 counts entries.
static NTSTATUS RamDiskDirectory(PDEVICE_OBJECT device, PIRP irp) {
  PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
  PFILE_OBJECT file = location->FileObject;
  PUCHAR buffer = irp->AssociatedIrp.SystemBuffer;
  ULONG room = location->Parameters.QueryDirectory.Length, used = 0, last = 0, length;
  CHAR folder[128];
  if (location->Parameters.QueryDirectory.FileInformationClass != FileNamesInformation) {
    return RamDiskComplete(irp, STATUS_INVALID_INFO_CLASS, 0);
  }
  if (file->FsContext || !RamDiskSpell(&file->FileName, folder, sizeof folder)) {
    return RamDiskComplete(irp, STATUS_INVALID_PARAMETER, 0);
  }
  ULONG i = location->Flags & 1 ? 0 : (ULONG)(ULONG64)file->FsContext2;
  for (; i < RamDiskHeader->Count; i++) {
    PCSTR name = RamDiskChild(&RamDiskHeader->Entries[i], folder, &length);
    if (name == NULL || RamDiskListed(i, folder, name, length)) continue;
    ULONG at = (ULONG)ROUND_UP(used, 8);
    ULONG bytes = FIELD_OFFSET(FILE_NAMES_INFORMATION, FileName) + length * 2;
    if (at + bytes > room || (used && (location->Flags & 2))) break;
    FILE_NAMES_INFORMATION *info = (FILE_NAMES_INFORMATION *)(buffer + at);
    if (used) ((FILE_NAMES_INFORMATION *)(buffer + last))->NextEntryOffset = at - last;
    info->NextEntryOffset = 0;
    info->FileIndex = i;
    info->FileNameLength = length * 2;
    for (ULONG c = 0; c < length; c++) info->FileName[c] = (UCHAR)name[c];
    last = at;
    used = at + bytes;
  }
  file->FsContext2 = (PVOID)(ULONG64)i;
  return RamDiskComplete(irp, used ? STATUS_SUCCESS : STATUS_NO_MORE_FILES, used);
}

NTSTATUS RamDiskDriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING registryPath) {
  PGURNEY_LOADER_EXTENSION extension = (PGURNEY_LOADER_EXTENSION)KeLoaderBlock->Extension;
  UNICODE_STRING name;
  PDEVICE_OBJECT device;
  RamDiskHeader = (PRAMDISK_HEADER)extension->Tail.RamDiskVa;
  RamDiskDriver = driver;
  if (memcmp(RamDiskHeader->Signature, RAMDISK_SIGNATURE, 8) != 0) return STATUS_UNSUCCESSFUL;
  driver->MajorFunction[IRP_MJ_CREATE] = RamDiskCreate;
  driver->MajorFunction[IRP_MJ_CLEANUP] = RamDiskClose;
  driver->MajorFunction[IRP_MJ_CLOSE] = RamDiskClose;
  driver->MajorFunction[IRP_MJ_READ] = RamDiskRead;
  driver->MajorFunction[IRP_MJ_DIRECTORY_CONTROL] = RamDiskDirectory;
  RtlInitUnicodeString(&name, L"\\Device\\RamDisk");
  return IoCreateDevice(driver, 0, &name, FILE_DEVICE_DISK_FILE_SYSTEM, 0, FALSE, &device);
}
