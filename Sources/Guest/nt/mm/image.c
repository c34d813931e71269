// Images: PE files from the RAM disk into memory, as drivers and as programs; the list of what the
// kernel has loaded.
#include "../ntos.h"

LIST_ENTRY PsLoadedModuleList = {&PsLoadedModuleList, &PsLoadedModuleList};
static KSPIN_LOCK PsLoadedModuleSpinLock;

typedef struct _UNLOADED_DRIVERS {
  UNICODE_STRING Name;
  PVOID StartAddress, EndAddress;
  LARGE_INTEGER CurrentTime;
} UNLOADED_DRIVERS;

#define MI_UNLOADED_DRIVERS 50
UNLOADED_DRIVERS *MmUnloadedDrivers;
ULONG MmLastUnloadedDriver;

// Is this a whole PE32+ image for x64?
static PIMAGE_NT_HEADERS MiCheckImage(PVOID file, ULONG64 bytes) {
  if (bytes < sizeof(IMAGE_DOS_HEADER)) return NULL;
  PIMAGE_DOS_HEADER dos = file;
  if (dos->e_magic != IMAGE_DOS_SIGNATURE || bytes < sizeof(IMAGE_NT_HEADERS) ||
      (ULONG)dos->e_lfanew > bytes - sizeof(IMAGE_NT_HEADERS)) {
    return NULL;
  }
  PIMAGE_NT_HEADERS nt = (PIMAGE_NT_HEADERS)((PUCHAR)file + dos->e_lfanew);
  if (nt->Signature != IMAGE_NT_SIGNATURE || nt->FileHeader.Machine != 0x8664 ||
      nt->OptionalHeader.Magic != 0x20B || nt->OptionalHeader.SizeOfHeaders > bytes) {
    return NULL;
  }
  return nt;
}

static PIMAGE_SECTION_HEADER MiSections(PIMAGE_NT_HEADERS nt) {
  return (PIMAGE_SECTION_HEADER)((PUCHAR)&nt->OptionalHeader + nt->FileHeader.SizeOfOptionalHeader);
}

// Copies headers and sections to where the image shall be; its pages are there and writable.
static NTSTATUS MiCopyImage(PUCHAR base, PUCHAR file, ULONG64 bytes, PIMAGE_NT_HEADERS nt) {
  memcpy(base, file, nt->OptionalHeader.SizeOfHeaders);
  PIMAGE_SECTION_HEADER section = MiSections(nt);
  for (ULONG i = 0; i < nt->FileHeader.NumberOfSections; i++, section++) {
    ULONG64 size = section->SizeOfRawData, virtual = section->Misc.VirtualSize;
    if (virtual && size > virtual) size = virtual;
    if (section->PointerToRawData + size > bytes ||
        section->VirtualAddress + size > nt->OptionalHeader.SizeOfImage) {
      return STATUS_INVALID_IMAGE_FORMAT;
    }
    memcpy(base + section->VirtualAddress, file + section->PointerToRawData, size);
  }
  return STATUS_SUCCESS;
}

// Gives each section the protection that its header asks for; `bits` says what that is in an entry.
static VOID MiProtectImage(PUCHAR base, PIMAGE_NT_HEADERS nt, ULONG64 (*bits)(ULONG)) {
  MiSetProtection(base, BYTES_TO_PAGES(nt->OptionalHeader.SizeOfHeaders), bits(MM_READONLY));
  PIMAGE_SECTION_HEADER section = MiSections(nt);
  for (ULONG i = 0; i < nt->FileHeader.NumberOfSections; i++, section++) {
    BOOLEAN write = (section->Characteristics & 0x80000000) != 0;
    BOOLEAN execute = (section->Characteristics & 0x20000000) != 0;
    ULONG protection = write ? (execute ? MM_EXECUTE_READWRITE : MM_READWRITE)
                             : (execute ? MM_EXECUTE_READ : MM_READONLY);
    ULONG64 size = section->Misc.VirtualSize ? section->Misc.VirtualSize : section->SizeOfRawData;
    MiSetProtection(base + section->VirtualAddress, BYTES_TO_PAGES(size), bits(protection));
  }
}

// Maps a file as an image into the current process, private to it. *base may say where.
NTSTATUS MmMapUserImage(PEPROCESS process, PVOID file, ULONG64 bytes, PVOID *result) {
  PIMAGE_NT_HEADERS nt = MiCheckImage(file, bytes);
  if (nt == NULL) return STATUS_INVALID_IMAGE_FORMAT;
  SIZE_T size = nt->OptionalHeader.SizeOfImage;
  ULONG64 preferred = nt->OptionalHeader.ImageBase;
  PVOID base = (PVOID)preferred;
  NTSTATUS status = MiCreateVad(process, &base, size, MM_WRITECOPY, TRUE, VadImageMap, FALSE, NULL);
  if (!NT_SUCCESS(status)) {
    base = NULL;
    status = MiCreateVad(process, &base, size, MM_WRITECOPY, TRUE, VadImageMap, FALSE, NULL);
    if (!NT_SUCCESS(status)) return status;
  }
  status = MiMapNewPages(base, BYTES_TO_PAGES(size), MiUserBits(MM_READWRITE));
  if (NT_SUCCESS(status)) status = MiCopyImage(base, file, bytes, nt);
  if (NT_SUCCESS(status) && base != (PVOID)preferred) {
    status = RtlRelocateImage(base, preferred);
    RtlImageNtHeader(base)->OptionalHeader.ImageBase = (ULONG64)base;
  }
  if (!NT_SUCCESS(status)) {
    MiUnmapPages(base, BYTES_TO_PAGES(size), TRUE);
    MiDeleteVad(process, MiFindVad(process, (ULONG64)base >> PAGE_SHIFT));
    return status;
  }
  MiProtectImage(base, nt, MiUserBits);
  *result = base;
  return STATUS_SUCCESS;
}

// ---- The kernel's own images --------------------------------------------------------------------

static ULONG64 MiKernelBits(ULONG protection) {
  switch (protection) {
  case MM_EXECUTE_READWRITE: return MM_KERNEL_RWX;
  case MM_READWRITE: return MM_KERNEL_RW;
  case MM_EXECUTE_READ: return MM_KERNEL_RX;
  }
  return MM_KERNEL_R;
}

// The image that an address lies in, or null. Called at any IRQL: entries are not freed while a
// processor may look.
PLDR_DATA_TABLE_ENTRY MiLookupImage(ULONG64 address) {
  for (PLIST_ENTRY e = PsLoadedModuleList.Flink; e != &PsLoadedModuleList; e = e->Flink) {
    PLDR_DATA_TABLE_ENTRY entry = CONTAINING_RECORD(e, LDR_DATA_TABLE_ENTRY, InLoadOrderLinks);
    if (address - (ULONG64)entry->DllBase < entry->SizeOfImage) return entry;
  }
  return NULL;
}

static PWSTR MiCopyString(PUNICODE_STRING to, const UNICODE_STRING *from) {
  to->Buffer = ExAllocatePoolWithTag(NonPagedPool, from->Length + 2u, TAG('M', 'm', 'L', 'd'));
  if (to->Buffer == NULL) return NULL;
  memcpy(to->Buffer, from->Buffer, from->Length);
  to->Buffer[from->Length / 2] = 0;
  to->Length = from->Length;
  to->MaximumLength = from->Length + 2;
  return to->Buffer;
}

// A loader entry for an image, at the end of the list.
static PLDR_DATA_TABLE_ENTRY MiInsertImage(PVOID base, const UNICODE_STRING *path) {
  PLDR_DATA_TABLE_ENTRY entry =
      ExpAllocateZeroed(NonPagedPool, sizeof *entry, TAG('M', 'm', 'L', 'd'));
  PIMAGE_NT_HEADERS nt = RtlImageNtHeader(base);
  if (entry == NULL || MiCopyString(&entry->FullDllName, path) == NULL) return NULL;
  PWSTR name = wcsrchr(entry->FullDllName.Buffer, L'\\');
  RtlInitUnicodeString(&entry->BaseDllName, name ? name + 1 : entry->FullDllName.Buffer);
  entry->DllBase = base;
  entry->EntryPoint = (PUCHAR)base + nt->OptionalHeader.AddressOfEntryPoint;
  entry->SizeOfImage = nt->OptionalHeader.SizeOfImage;
  entry->CheckSum = nt->OptionalHeader.CheckSum;
  entry->TimeDateStamp = nt->FileHeader.TimeDateStamp;
  entry->Flags = 0x49104000;  // driver, loaded by the system
  entry->LoadCount = 1;
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&PsLoadedModuleSpinLock);
  InsertTailList(&PsLoadedModuleList, &entry->InLoadOrderLinks);
  KeReleaseSpinLock(&PsLoadedModuleSpinLock, irql);
  return entry;
}

// Takes over the boot loader's list, and tells the debugger.
VOID MiInitializeLoadedModules(PLOADER_PARAMETER_BLOCK block) {
  MmUnloadedDrivers = ExpAllocateZeroed(NonPagedPool,
                                        MI_UNLOADED_DRIVERS * sizeof *MmUnloadedDrivers,
                                        TAG('M', 'm', 'U', 'n'));
  PLIST_ENTRY head = &block->LoadOrderListHead;
  for (PLIST_ENTRY e = head->Flink; e != head; e = e->Flink) {
    PLDR_DATA_TABLE_ENTRY loaded = CONTAINING_RECORD(e, LDR_DATA_TABLE_ENTRY, InLoadOrderLinks);
    PLDR_DATA_TABLE_ENTRY entry = MiInsertImage(loaded->DllBase, &loaded->FullDllName);
    if (entry == NULL) KeBugCheck(0x7D);
    DbgLoadImageSymbols(entry);
  }
}

static PLDR_DATA_TABLE_ENTRY MiFindImage(const UNICODE_STRING *name) {
  for (PLIST_ENTRY e = PsLoadedModuleList.Flink; e != &PsLoadedModuleList; e = e->Flink) {
    PLDR_DATA_TABLE_ENTRY entry = CONTAINING_RECORD(e, LDR_DATA_TABLE_ENTRY, InLoadOrderLinks);
    if (RtlEqualUnicodeString(&entry->BaseDllName, name, TRUE)) return entry;
  }
  return NULL;
}

// Fills the import table of an image from the images that are loaded.
static NTSTATUS MiResolveImports(PUCHAR base) {
  ULONG size;
  PIMAGE_IMPORT_DESCRIPTOR import =
      RtlImageDirectoryEntryToData(base, TRUE, IMAGE_DIRECTORY_ENTRY_IMPORT, &size);
  for (; import && import->Name; import++) {
    WCHAR wide[64];
    ULONG bytes = 0;
    PCSTR name = (PCSTR)base + import->Name;
    RtlMultiByteToUnicodeN(wide, sizeof wide, &bytes, name, (ULONG)strlen(name));
    UNICODE_STRING module = {(USHORT)bytes, (USHORT)bytes, wide};
    PLDR_DATA_TABLE_ENTRY from = MiFindImage(&module);
    if (from == NULL) {
      DbgPrint("MM: import %s not loaded\n", name);
      return STATUS_DLL_NOT_FOUND;
    }
    ULONG64 *slot = (ULONG64 *)(base + import->FirstThunk);
    ULONG64 *lookup = (ULONG64 *)(base + (import->OriginalFirstThunk ? import->OriginalFirstThunk
                                                                     : import->FirstThunk));
    for (; *lookup; lookup++, slot++) {
      PVOID found;
      if (*lookup & IMAGE_ORDINAL_FLAG64) {
        found = RtlFindExportedRoutineByOrdinal(from->DllBase, (USHORT)*lookup);
      } else {
        PIMAGE_IMPORT_BY_NAME by = (PIMAGE_IMPORT_BY_NAME)(base + *lookup);
        found = RtlFindExportedRoutineByName(from->DllBase, by->Name);
        if (found == NULL) DbgPrint("MM: %s has no %s\n", name, by->Name);
      }
      if (found == NULL) return STATUS_ENTRYPOINT_NOT_FOUND;
      *slot = (ULONG64)found;
    }
    from->LoadCount++;
  }
  return STATUS_SUCCESS;
}

// Loads a driver's image and announces it.
NTSTATUS MmLoadSystemImage(const UNICODE_STRING *path, PLDR_DATA_TABLE_ENTRY *result) {
  ULONG64 bytes;
  PVOID file = RamDiskFind(path, &bytes);
  if (file == NULL) return STATUS_OBJECT_NAME_NOT_FOUND;
  PIMAGE_NT_HEADERS nt = MiCheckImage(file, bytes);
  if (nt == NULL) return STATUS_INVALID_IMAGE_FORMAT;
  ULONG64 pages = BYTES_TO_PAGES(nt->OptionalHeader.SizeOfImage);
  PUCHAR base = MiAllocateRegionPages(&MiSystemPtes, pages);
  if (base == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  NTSTATUS status = MiCopyImage(base, file, bytes, nt);
  if (NT_SUCCESS(status)) status = RtlRelocateImage(base, nt->OptionalHeader.ImageBase);
  if (NT_SUCCESS(status)) status = MiResolveImports(base);
  if (!NT_SUCCESS(status)) {
    MiFreeRegionPages(&MiSystemPtes, base, pages);
    return status;
  }
  MiProtectImage(base, nt, MiKernelBits);
  PLDR_DATA_TABLE_ENTRY entry = MiInsertImage(base, path);
  if (entry == NULL) {
    MiFreeRegionPages(&MiSystemPtes, base, pages);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  DbgLoadImageSymbols(entry);
  *result = entry;
  return STATUS_SUCCESS;
}

VOID MmUnloadSystemImage(PLDR_DATA_TABLE_ENTRY entry) {
  DbgUnLoadImageSymbols(entry);
  UNLOADED_DRIVERS *unloaded = &MmUnloadedDrivers[MmLastUnloadedDriver++ % MI_UNLOADED_DRIVERS];
  unloaded->StartAddress = entry->DllBase;
  unloaded->EndAddress = (PUCHAR)entry->DllBase + entry->SizeOfImage;
  unloaded->Name = entry->BaseDllName;
  KeQuerySystemTime(&unloaded->CurrentTime);
  KIRQL irql = KeAcquireSpinLockRaiseToDpc(&PsLoadedModuleSpinLock);
  RemoveEntryList(&entry->InLoadOrderLinks);
  KeReleaseSpinLock(&PsLoadedModuleSpinLock, irql);
  MiFreeRegionPages(&MiSystemPtes, entry->DllBase, BYTES_TO_PAGES(entry->SizeOfImage));
  ExFreePoolWithTag(entry, TAG('M', 'm', 'L', 'd'));  // its name lives on in MmUnloadedDrivers
}

// ---- Section objects: image files ---------------------------------------------------------------

POBJECT_TYPE MmSectionObjectType;

static VOID MiDeleteSection(PVOID object) {
  PSECTION_OBJECT section = object;
  if (section->Segment) ObDereferenceObject(section->Segment);
}

VOID MmInitImages(void) {
  MmSectionObjectType = ObCreateType(L"Section", PagedPool, MiDeleteSection, NULL);
}

NTSTATUS NtCreateSection(PHANDLE userHandle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes,
                         PLARGE_INTEGER maximumSize, ULONG protection, ULONG allocation,
                         HANDLE fileHandle) {
  PFILE_OBJECT file;
  PSECTION_OBJECT section;
  ULONG64 bytes;
  HANDLE handle;
  if (!(allocation & SEC_IMAGE)) return STATUS_NOT_SUPPORTED;
  NTSTATUS status = ObReferenceObjectByHandle(fileHandle, 0, IoFileObjectType, UserMode,
                                              (PVOID *)&file, NULL);
  if (!NT_SUCCESS(status)) return status;
  PVOID data = RamDiskFileData(file, &bytes);
  if (data == NULL || MiCheckImage(data, bytes) == NULL) {
    ObDereferenceObject(file);
    return STATUS_INVALID_IMAGE_FORMAT;
  }
  status = ObCreateObject(MmSectionObjectType, sizeof *section, NULL, (PVOID *)&section);
  if (!NT_SUCCESS(status)) {
    ObDereferenceObject(file);
    return status;
  }
  section->Segment = (PSEGMENT_OBJECT)file;  // the file stands for the segment
  status = ObOpenHandle(section, access, &handle);
  ObDereferenceObject(section);
  return NT_SUCCESS(status) ? MmCopyToUser(userHandle, &handle, sizeof handle) : status;
}

NTSTATUS NtMapViewOfSection(HANDLE sectionHandle, HANDLE processHandle, PVOID *userBase,
                            ULONG_PTR zeroBits, SIZE_T commit, PLARGE_INTEGER offset,
                            PSIZE_T userSize, ULONG inherit, ULONG allocation, ULONG protection) {
  PSECTION_OBJECT section;
  PEPROCESS process, previous;
  ULONG64 bytes;
  PVOID base = NULL;
  NTSTATUS status = ObReferenceObjectByHandle(sectionHandle, 0, MmSectionObjectType, UserMode,
                                              (PVOID *)&section, NULL);
  if (!NT_SUCCESS(status)) return status;
  status = ObReferenceObjectByHandle(processHandle, 0, PsProcessType, UserMode, (PVOID *)&process,
                                     NULL);
  if (NT_SUCCESS(status)) {
    PVOID data = RamDiskFileData((PFILE_OBJECT)section->Segment, &bytes);
    KeAttachProcess(process, &previous);
    status = MmMapUserImage(process, data, bytes, &base);
    KeDetachProcess(previous);
    ObDereferenceObject(process);
  }
  if (NT_SUCCESS(status)) {
    SIZE_T size = MiCheckImage(RamDiskFileData((PFILE_OBJECT)section->Segment, &bytes), bytes)
                      ->OptionalHeader.SizeOfImage;
    status = MmCopyToUser(userBase, &base, sizeof base);
    if (NT_SUCCESS(status)) status = MmCopyToUser(userSize, &size, sizeof size);
  }
  ObDereferenceObject(section);
  return status;
}

NTSTATUS NtUnmapViewOfSection(HANDLE processHandle, PVOID base) {
  PEPROCESS process, previous;
  NTSTATUS status = ObReferenceObjectByHandle(processHandle, 0, PsProcessType, UserMode,
                                              (PVOID *)&process, NULL);
  if (!NT_SUCCESS(status)) return status;
  KeAttachProcess(process, &previous);
  PMMVAD vad = MmIsUserRange(base, 1) ? MiFindVad(process, (ULONG64)base >> PAGE_SHIFT) : NULL;
  if (vad == NULL || vad->u.VadFlags.VadType != VadImageMap) {
    status = STATUS_NOT_MAPPED_VIEW;
  } else {
    MiUnmapPages((PVOID)(vad->StartingVpn << PAGE_SHIFT), vad->EndingVpn - vad->StartingVpn + 1,
                 TRUE);
    MiDeleteVad(process, vad);
  }
  KeDetachProcess(previous);
  ObDereferenceObject(process);
  return status;
}
