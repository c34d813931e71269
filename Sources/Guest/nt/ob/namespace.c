// The namespace: directories of named objects, and links that stand for other names.
#include "../ntos.h"
#include "ob.h"

#define MAXIMUM_LINKS 16

POBJECT_DIRECTORY ObpRootDirectoryObject;
static KSPIN_LOCK ObpDirectoryLock;

static ULONG ObpHash(const UNICODE_STRING *name) {
  ULONG hash = 0;
  for (ULONG i = 0; i < name->Length / 2u; i++) {
    hash = hash * 31 + RtlUpcaseUnicodeChar(name->Buffer[i]);
  }
  return hash;
}

// The entry of a name in a directory, through the link that points at it.
static POBJECT_DIRECTORY_ENTRY *ObpFindEntry(POBJECT_DIRECTORY directory,
                                             const UNICODE_STRING *name) {
  POBJECT_DIRECTORY_ENTRY *link =
      &directory->HashBuckets[ObpHash(name) % COUNT_OF(directory->HashBuckets)];
  while (*link && !RtlEqualUnicodeString(&ObpNameInfo((*link)->Object)->Name, name, TRUE)) {
    link = &(*link)->ChainLink;
  }
  return link;
}

// Splits the first part off a path that begins with a backslash.
static BOOLEAN ObpNextPart(PUNICODE_STRING path, PUNICODE_STRING part) {
  while (path->Length && path->Buffer[0] == '\\') {
    path->Buffer++;
    path->Length -= 2;
  }
  part->Buffer = path->Buffer;
  part->Length = 0;
  while (path->Length && path->Buffer[0] != '\\') {
    path->Buffer++;
    path->Length -= 2;
    part->Length += 2;
  }
  part->MaximumLength = part->Length;
  return part->Length != 0;
}

// What a link's target and the rest of a path make together; `old` is the path's own buffer.
static NTSTATUS ObpFollow(POBJECT_SYMBOLIC_LINK link, const UNICODE_STRING *rest, PWSTR *old,
                          PUNICODE_STRING path) {
  ULONG length = link->LinkTarget.Length + rest->Length;
  if (length > 0xFFF0) return STATUS_OBJECT_NAME_INVALID;
  PWSTR buffer = ExAllocatePoolWithTag(PagedPool, length + 2, TAG('O', 'b', 'N', 'm'));
  if (buffer == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  memcpy(buffer, link->LinkTarget.Buffer, link->LinkTarget.Length);
  memcpy((PUCHAR)buffer + link->LinkTarget.Length, rest->Buffer, rest->Length);
  buffer[length / 2] = 0;
  if (*old) ExFreePoolWithTag(*old, TAG('O', 'b', 'N', 'm'));
  *old = buffer;
  *path = (UNICODE_STRING){.Length = (USHORT)length, .MaximumLength = (USHORT)length + 2,
                           .Buffer = buffer};
  return STATUS_SUCCESS;
}

static PVOID ObpLookupPart(POBJECT_DIRECTORY directory, const UNICODE_STRING *part) {
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&ObpDirectoryLock);
  POBJECT_DIRECTORY_ENTRY entry = *ObpFindEntry(directory, part);
  PVOID object = entry ? entry->Object : NULL;
  if (object) ObfReferenceObject(object);
  KeReleaseSpinLock(&ObpDirectoryLock, irql);
  return object;
}

// Gives what is left of a path behind a device back in a buffer of its own.
static NTSTATUS ObpKeepRest(const UNICODE_STRING *path, PUNICODE_STRING rest) {
  rest->Buffer = ExAllocatePoolWithTag(PagedPool, path->Length + 2u, TAG('I', 'o', 'N', 'm'));
  if (rest->Buffer == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  memcpy(rest->Buffer, path->Buffer, path->Length);
  rest->Buffer[path->Length / 2] = 0;
  rest->Length = path->Length;
  rest->MaximumLength = path->Length + 2;
  return STATUS_SUCCESS;
}

// The object at a path, referenced. With `rest`, a path may lead through a device: what is left is
// given there (ExFreePool its Buffer). With a type, an object of another one is refused; a link is
// itself only if its own type is asked for.
NTSTATUS ObLookupPath(const UNICODE_STRING *name, POBJECT_TYPE type, PVOID *result,
                      PUNICODE_STRING rest) {
  UNICODE_STRING path = *name, part;
  PWSTR followed = NULL;
  PVOID object = ObpRootDirectoryObject;
  BOOLEAN whole = path.Length && path.Buffer[0] == '\\';
  NTSTATUS status = whole ? STATUS_SUCCESS : STATUS_OBJECT_NAME_INVALID;
  ULONG links = 0;
  ObfReferenceObject(object);
  while (NT_SUCCESS(status)) {
    POBJECT_TYPE is = ObGetType(object);
    BOOLEAN more = path.Length != 0;
    if (is == ObpSymbolicLinkObjectType && (more || type != is)) {
      status = ++links > MAXIMUM_LINKS
                   ? STATUS_OBJECT_NAME_INVALID
                   : ObpFollow((POBJECT_SYMBOLIC_LINK)object, &path, &followed, &path);
      ObfDereferenceObject(object);
      object = ObpRootDirectoryObject;
      ObfReferenceObject(object);
      continue;
    }
    if (is == IoDeviceObjectType && rest) {
      status = ObpKeepRest(&path, rest);
      break;
    }
    if (is != ObpDirectoryObjectType || !more) {
      if (more && !(path.Length == 2)) status = STATUS_OBJECT_PATH_NOT_FOUND;
      break;
    }
    if (!ObpNextPart(&path, &part)) break;
    PVOID next = ObpLookupPart(object, &part);
    ObfDereferenceObject(object);
    object = next;
    if (object == NULL) {
      status = path.Length ? STATUS_OBJECT_PATH_NOT_FOUND : STATUS_OBJECT_NAME_NOT_FOUND;
    }
  }
  if (NT_SUCCESS(status) && type && ObGetType(object) != type) status = STATUS_OBJECT_TYPE_MISMATCH;
  if (!NT_SUCCESS(status) && object) ObfDereferenceObject(object);
  if (followed) ExFreePoolWithTag(followed, TAG('O', 'b', 'N', 'm'));
  *result = NT_SUCCESS(status) ? object : NULL;
  return status;
}

// Puts an object into the directory that its name, a whole path, says; its name becomes the last
// part. The directory keeps a reference.
NTSTATUS ObInsertNamedObject(PVOID object) {
  POBJECT_HEADER_NAME_INFO info = ObpNameInfo(object);
  UNICODE_STRING parent = info->Name, leaf = info->Name;
  POBJECT_DIRECTORY directory;
  ULONG cut = parent.Length / 2;
  while (cut && parent.Buffer[cut - 1] != '\\') cut--;
  if (cut == 0) return STATUS_OBJECT_NAME_INVALID;
  parent.Length = (USHORT)(cut > 1 ? (cut - 1) * 2 : 2);
  NTSTATUS status = ObLookupPath(&parent, ObpDirectoryObjectType, (PVOID *)&directory, NULL);
  if (!NT_SUCCESS(status)) return status;
  POBJECT_DIRECTORY_ENTRY entry =
      ExpAllocateZeroed(PagedPool, sizeof *entry, TAG('O', 'b', 'D', 'i'));
  if (entry == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  leaf.Length = (USHORT)(info->Name.Length - cut * 2);
  memmove(info->Name.Buffer, info->Name.Buffer + cut, leaf.Length + 2u);
  info->Name.Length = leaf.Length;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&ObpDirectoryLock);
  POBJECT_DIRECTORY_ENTRY *link = ObpFindEntry(directory, &info->Name);
  if (*link) {
    status = STATUS_OBJECT_NAME_COLLISION;
  } else {
    entry->Object = object;
    entry->HashValue = ObpHash(&info->Name);
    *link = entry;
    info->Directory = directory;
    ObfReferenceObject(object);
  }
  KeReleaseSpinLock(&ObpDirectoryLock, irql);
  if (!NT_SUCCESS(status)) ExFreePoolWithTag(entry, TAG('O', 'b', 'D', 'i'));
  ObfDereferenceObject(directory);
  return status;
}

// Takes an object out of its directory: it goes when its last reference does.
VOID ObMakeTemporaryObject(PVOID object) {
  POBJECT_HEADER_NAME_INFO info = ObpNameInfo(object);
  if (info == NULL || info->Directory == NULL) return;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&ObpDirectoryLock);
  POBJECT_DIRECTORY_ENTRY *link = ObpFindEntry(info->Directory, &info->Name);
  POBJECT_DIRECTORY_ENTRY entry = *link;
  if (entry) *link = entry->ChainLink;
  info->Directory = NULL;
  KeReleaseSpinLock(&ObpDirectoryLock, irql);
  if (entry == NULL) return;
  ExFreePoolWithTag(entry, TAG('O', 'b', 'D', 'i'));
  ObfDereferenceObject(object);
}

NTSTATUS ObCreateDirectory(PCWSTR path) {
  UNICODE_STRING name;
  PVOID directory;
  RtlInitUnicodeString(&name, path);
  NTSTATUS status =
      ObCreateObject(ObpDirectoryObjectType, sizeof(OBJECT_DIRECTORY), &name, &directory);
  if (NT_SUCCESS(status)) status = ObInsertNamedObject(directory);
  return status;
}

NTSTATUS ObCreateSymbolicLink(const UNICODE_STRING *name, const UNICODE_STRING *target) {
  POBJECT_SYMBOLIC_LINK link;
  NTSTATUS status = ObCreateObject(ObpSymbolicLinkObjectType, sizeof *link, name, (PVOID *)&link);
  if (!NT_SUCCESS(status)) return status;
  KeQuerySystemTime(&link->CreationTime);
  link->LinkTarget.Buffer =
      ExAllocatePoolWithTag(PagedPool, target->Length + 2u, TAG('S', 'y', 'm', 'b'));
  if (link->LinkTarget.Buffer) {
    memcpy(link->LinkTarget.Buffer, target->Buffer, target->Length);
    link->LinkTarget.Buffer[target->Length / 2] = 0;
    link->LinkTarget.Length = target->Length;
    link->LinkTarget.MaximumLength = target->Length + 2;
    status = ObInsertNamedObject(link);
  } else {
    status = STATUS_INSUFFICIENT_RESOURCES;
  }
  ObfDereferenceObject(link);  // the directory has its own
  return status;
}

static VOID ObpDeleteSymbolicLink(PVOID object) {
  POBJECT_SYMBOLIC_LINK link = object;
  if (link->LinkTarget.Buffer) ExFreePoolWithTag(link->LinkTarget.Buffer, TAG('S', 'y', 'm', 'b'));
}

// The types come first, then the root, then what hangs from it.
VOID ObInitialize(void) {
  ObpTypeObjectType = NULL;
  ObpTypeObjectType = ObCreateType(L"Type", NonPagedPool, NULL, NULL);
  ObpTypeObjectType->Key = TAG('O', 'b', 'j', 'T');
  ObpDirectoryObjectType = ObCreateType(L"Directory", PagedPool, NULL, NULL);
  ObpSymbolicLinkObjectType =
      ObCreateType(L"SymbolicLink", PagedPool, ObpDeleteSymbolicLink, NULL);
  ObCreateObject(ObpDirectoryObjectType, sizeof(OBJECT_DIRECTORY), NULL,
                 (PVOID *)&ObpRootDirectoryObject);
  static const PCWSTR directories[] = {
      L"\\Device", L"\\Driver", L"\\FileSystem", L"\\ObjectTypes", L"\\BaseNamedObjects",
      L"\\GLOBAL\?\?", L"\\KernelObjects", L"\\Callback",
  };
  for (ULONG i = 0; i < COUNT_OF(directories); i++) ObCreateDirectory(directories[i]);
  static const struct { PCWSTR Name, Target; } links[] = {
      {L"\\\?\?", L"\\GLOBAL\?\?"},
      {L"\\DosDevices", L"\\\?\?"},
  };
  for (ULONG i = 0; i < COUNT_OF(links); i++) {
    UNICODE_STRING name, target;
    RtlInitUnicodeString(&name, links[i].Name);
    RtlInitUnicodeString(&target, links[i].Target);
    ObCreateSymbolicLink(&name, &target);
  }
}
