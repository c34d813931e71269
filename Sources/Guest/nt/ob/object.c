// Objects: headers, types, references, handles.
//
// An object is a block of pool: [OBJECT_HEADER_NAME_INFO] OBJECT_HEADER body. The name part is
// there if the header's InfoMask says so. It lives while its PointerCount is above zero; a handle
// counts as a pointer too.
#include "../ntos.h"
#include "ob.h"

#define MAXIMUM_TYPES 64
#define FIRST_TYPE    2   // indexes 0 and 1 are not types

POBJECT_TYPE ObTypeIndexTable[MAXIMUM_TYPES];
POBJECT_TYPE ObpTypeObjectType, ObpDirectoryObjectType, ObpSymbolicLinkObjectType;
static ULONG ObpTypeCount;

// Which optional parts stand before a header with a given InfoMask, in bytes. Only names are used.
UCHAR ObpInfoMaskToOffset[8] = {0, 0x20, 0x20, 0x40, 0, 0x20, 0x20, 0x40};

POBJECT_TYPE ObGetType(PVOID object) {
  return ObTypeIndexTable[OBJECT_TO_HEADER(object)->TypeIndex & (MAXIMUM_TYPES - 1)];
}

POBJECT_HEADER_NAME_INFO ObpNameInfo(PVOID object) {
  POBJECT_HEADER header = OBJECT_TO_HEADER(object);
  return header->InfoMask & OB_NAME_INFO ? (POBJECT_HEADER_NAME_INFO)header - 1 : NULL;
}

// The pool tag of a type's objects.
static ULONG ObpTagOf(POBJECT_TYPE type) { return type ? type->Key : TAG('O', 'b', 'j', 'T'); }

// An object with one reference, the caller's. A name puts it nowhere yet: see ObInsertNamedObject.
NTSTATUS ObCreateObject(POBJECT_TYPE type, SIZE_T bytes, const UNICODE_STRING *name,
                        PVOID *object) {
  SIZE_T before = name ? sizeof(OBJECT_HEADER_NAME_INFO) : 0;
  SIZE_T total = before + FIELD_OFFSET(OBJECT_HEADER, Body) + bytes;
  POOL_TYPE pool = type ? type->TypeInfo.PoolType : NonPagedPool;
  PUCHAR block = ExpAllocateZeroed(pool, total, ObpTagOf(type));
  if (block == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  POBJECT_HEADER header = (POBJECT_HEADER)(block + before);
  header->PointerCount = 1;
  header->TypeIndex = type ? type->Index : FIRST_TYPE;
  if (name) {
    POBJECT_HEADER_NAME_INFO info = (POBJECT_HEADER_NAME_INFO)block;
    header->InfoMask = OB_NAME_INFO;
    info->Name.Buffer =
        ExAllocatePoolWithTag(PagedPool, name->Length + 2u, TAG('O', 'b', 'N', 'm'));
    if (info->Name.Buffer == NULL) {
      ExFreePoolWithTag(block, ObpTagOf(type));
      return STATUS_INSUFFICIENT_RESOURCES;
    }
    memcpy(info->Name.Buffer, name->Buffer, name->Length);
    info->Name.Buffer[name->Length / 2] = 0;
    info->Name.Length = name->Length;
    info->Name.MaximumLength = name->Length + 2;
  }
  if (type) {
    ULONG count = (ULONG)InterlockedIncrement((LONG *)&type->TotalNumberOfObjects);
    if (count > type->HighWaterNumberOfObjects) type->HighWaterNumberOfObjects = count;
  }
  *object = &header->Body;
  return STATUS_SUCCESS;
}

VOID ObfReferenceObject(PVOID object) {
  InterlockedExchangeAdd64(&OBJECT_TO_HEADER(object)->PointerCount, 1);
}

VOID ObfDereferenceObject(PVOID object) {
  POBJECT_HEADER header = OBJECT_TO_HEADER(object);
  LONG64 before = InterlockedExchangeAdd64(&header->PointerCount, -1);
  if (before > 1) return;
  POBJECT_TYPE type = ObGetType(object);
  if (before < 1) {
    KeBugCheckEx(0x18, (ULONG_PTR)type, (ULONG_PTR)object, 2, (ULONG_PTR)before);
  }
  POBJECT_HEADER_NAME_INFO info = ObpNameInfo(object);
  if (type->TypeInfo.DeleteProcedure) ((VOID(*)(PVOID))type->TypeInfo.DeleteProcedure)(object);
  InterlockedDecrement((LONG *)&type->TotalNumberOfObjects);
  if (info && info->Name.Buffer) ExFreePoolWithTag(info->Name.Buffer, TAG('O', 'b', 'N', 'm'));
  ExFreePoolWithTag(info ? (PVOID)info : (PVOID)header, ObpTagOf(type));
}

// A new type. Its objects' pool tag is made of its name's first four letters, as NT's are.
POBJECT_TYPE ObCreateType(PCWSTR text, POOL_TYPE pool, VOID (*delete)(PVOID),
                          VOID (*close)(PVOID)) {
  UNICODE_STRING name;
  POBJECT_TYPE type;
  RtlInitUnicodeString(&name, text);
  if (!NT_SUCCESS(ObCreateObject(ObpTypeObjectType, sizeof *type, &name, (PVOID *)&type))) {
    KeBugCheck(0x5E);
  }
  InitializeListHead(&type->TypeList);
  InitializeListHead(&type->CallbackList);
  type->Name = ObpNameInfo(type)->Name;
  type->Index = (UCHAR)(FIRST_TYPE + ObpTypeCount);
  type->TypeInfo.Length = sizeof type->TypeInfo;
  type->TypeInfo.PoolType = pool;
  type->TypeInfo.DeleteProcedure = (PVOID)delete;
  type->TypeInfo.CloseProcedure = (PVOID)close;
  for (ULONG i = 0; i < 4; i++) type->Key |= (ULONG)(text[i] ? text[i] : ' ') << (8 * i);
  ObTypeIndexTable[type->Index] = type;
  ObpTypeCount++;
  return type;
}

// ---- Handles ------------------------------------------------------------------------------------

static PHANDLE_TABLE ObpTableOf(PEPROCESS process) { return process->ObjectTable; }

// A handle of the current process. The object is referenced for it.
NTSTATUS ObOpenHandle(PVOID object, ULONG access, PHANDLE handle) {
  ObfReferenceObject(object);
  POBJECT_HEADER header = OBJECT_TO_HEADER(object);
  PHANDLE_TABLE table = ObpTableOf(PsGetCurrentProcess());
  HANDLE new = ExCreateHandle(table, (PVOID)((ULONG64)header | 1), access);
  if (new == NULL) {
    ObfDereferenceObject(object);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  InterlockedExchangeAdd64(&header->HandleCount, 1);
  InterlockedIncrement((LONG *)&ObGetType(object)->TotalNumberOfHandles);
  *handle = new;
  return STATUS_SUCCESS;
}

NTSTATUS ObReferenceObjectByHandle(HANDLE handle, ACCESS_MASK access, POBJECT_TYPE type,
                                   KPROCESSOR_MODE mode, PVOID *object, PVOID information) {
  PVOID body;
  if (handle == NtCurrentProcess() && (type == PsProcessType || type == NULL)) {
    body = PsGetCurrentProcess();
    ObfReferenceObject(body);
  } else if (handle == NtCurrentThread() && (type == PsThreadType || type == NULL)) {
    body = PsGetCurrentThread();
    ObfReferenceObject(body);
  } else {
    PHANDLE_TABLE table = ObpTableOf(PsGetCurrentProcess());
    KIRQL irql = KeAcquireSpinLockRaiseToDpc((PKSPIN_LOCK)&table->HandleLock);
    PHANDLE_TABLE_ENTRY entry = ExMapHandle(table, handle);
    body = entry ? (PVOID)&((POBJECT_HEADER)(entry->Value & ~7ull))->Body : NULL;
    if (body) ObfReferenceObject(body);
    KeReleaseSpinLock((PKSPIN_LOCK)&table->HandleLock, irql);
    if (body == NULL) return STATUS_INVALID_HANDLE;
  }
  if (type && ObGetType(body) != type) {
    ObfDereferenceObject(body);
    return STATUS_OBJECT_TYPE_MISMATCH;
  }
  *object = body;
  return STATUS_SUCCESS;
}

static BOOLEAN ObpCloseHandle(PHANDLE_TABLE table, HANDLE handle) {
  PHANDLE_TABLE_ENTRY entry = ExMapHandle(table, handle);
  if (entry == NULL) return FALSE;
  POBJECT_HEADER header = (POBJECT_HEADER)(entry->Value & ~7ull);
  if (!ExDestroyHandle(table, handle)) return FALSE;
  POBJECT_TYPE type = ObGetType(&header->Body);
  InterlockedDecrement((LONG *)&type->TotalNumberOfHandles);
  if (InterlockedExchangeAdd64(&header->HandleCount, -1) == 1 && type->TypeInfo.CloseProcedure) {
    ((VOID(*)(PVOID))type->TypeInfo.CloseProcedure)(&header->Body);
  }
  ObfDereferenceObject(&header->Body);
  return TRUE;
}

static VOID ObpSweep(PHANDLE_TABLE table, HANDLE handle) { ObpCloseHandle(table, handle); }

VOID ObCloseAllHandles(PEPROCESS process) { ExSweepHandleTable(ObpTableOf(process), ObpSweep); }

NTSTATUS NtClose(HANDLE handle) {
  return ObpCloseHandle(ObpTableOf(PsGetCurrentProcess()), handle) ? STATUS_SUCCESS
                                                                   : STATUS_INVALID_HANDLE;
}

// ---- What callers pass by address ---------------------------------------------------------------

// A kernel copy of a user's string, with an end added. Free it with ObFreeCapturedString.
NTSTATUS ObCaptureUnicodeString(const UNICODE_STRING *user, PUNICODE_STRING captured) {
  UNICODE_STRING string;
  NTSTATUS status = MmCopyFromUser(&string, user, sizeof string);
  if (!NT_SUCCESS(status)) return status;
  if (string.Length & 1 || string.Length > 0xFFF0) return STATUS_INVALID_PARAMETER;
  captured->Buffer = ExAllocatePoolWithTag(PagedPool, string.Length + 2u, TAG('O', 'b', 'N', 'm'));
  if (captured->Buffer == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  status = MmCopyFromUser(captured->Buffer, string.Buffer, string.Length);
  captured->Buffer[string.Length / 2] = 0;
  captured->Length = string.Length;
  captured->MaximumLength = string.Length + 2;
  if (!NT_SUCCESS(status)) ObFreeCapturedString(captured);
  return status;
}

NTSTATUS ObCaptureName(POBJECT_ATTRIBUTES user, PUNICODE_STRING captured) {
  OBJECT_ATTRIBUTES attributes;
  if (user == NULL) return STATUS_INVALID_PARAMETER;
  NTSTATUS status = MmCopyFromUser(&attributes, user, sizeof attributes);
  if (!NT_SUCCESS(status)) return status;
  if (attributes.ObjectName == NULL) return STATUS_OBJECT_NAME_INVALID;
  return ObCaptureUnicodeString(attributes.ObjectName, captured);
}

VOID ObFreeCapturedString(PUNICODE_STRING captured) {
  ExFreePoolWithTag(captured->Buffer, TAG('O', 'b', 'N', 'm'));
}
