// Reading a mapped image: headers, directories, exports, relocations.
#include <gurney/rtl.h>

PIMAGE_NT_HEADERS RtlImageNtHeader(PVOID base) {
  PIMAGE_DOS_HEADER dos = base;
  if (!dos || dos->e_magic != IMAGE_DOS_SIGNATURE) return NULL;
  if (dos->e_lfanew < 0 || dos->e_lfanew > 0x800) return NULL;
  PIMAGE_NT_HEADERS headers = (PIMAGE_NT_HEADERS)((PUCHAR)base + dos->e_lfanew);
  return headers->Signature == IMAGE_NT_SIGNATURE ? headers : NULL;
}

PVOID RtlImageDirectoryEntryToData(PVOID base, BOOLEAN mapped, USHORT entry, PULONG bytes) {
  *bytes = 0;
  PIMAGE_NT_HEADERS headers = RtlImageNtHeader(base);
  if (!mapped || !headers) return NULL;
  if (entry >= headers->OptionalHeader.NumberOfRvaAndSizes) return NULL;
  IMAGE_DATA_DIRECTORY *directory = &headers->OptionalHeader.DataDirectory[entry];
  if (!directory->VirtualAddress) return NULL;
  *bytes = directory->Size;
  return (PUCHAR)base + directory->VirtualAddress;
}

static PIMAGE_EXPORT_DIRECTORY Exports(PVOID base, PULONG bytes) {
  return RtlImageDirectoryEntryToData(base, TRUE, IMAGE_DIRECTORY_ENTRY_EXPORT, bytes);
}

static PVOID ExportAt(PVOID base, PIMAGE_EXPORT_DIRECTORY exports, ULONG index) {
  if (index >= exports->NumberOfFunctions) return NULL;
  PULONG functions = (PULONG)((PUCHAR)base + exports->AddressOfFunctions);
  return functions[index] ? (PUCHAR)base + functions[index] : NULL;
}

PVOID RtlFindExportedRoutineByOrdinal(PVOID base, ULONG ordinal) {
  ULONG bytes;
  PIMAGE_EXPORT_DIRECTORY exports = Exports(base, &bytes);
  if (!exports || ordinal < exports->Base) return NULL;
  return ExportAt(base, exports, ordinal - exports->Base);
}

PVOID RtlFindExportedRoutineByName(PVOID base, PCSTR name) {
  ULONG bytes;
  PIMAGE_EXPORT_DIRECTORY exports = Exports(base, &bytes);
  if (!exports) return NULL;
  PULONG names = (PULONG)((PUCHAR)base + exports->AddressOfNames);
  PUSHORT indexes = (PUSHORT)((PUCHAR)base + exports->AddressOfNameOrdinals);
  for (ULONG low = 0, high = exports->NumberOfNames; low < high;) {
    ULONG middle = low + (high - low) / 2;
    int order = strcmp(name, (PCSTR)base + names[middle]);
    if (order == 0) return ExportAt(base, exports, indexes[middle]);
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return NULL;
}

BOOLEAN RtlIsForwarder(PVOID base, PVOID export) {
  ULONG bytes;
  PUCHAR exports = (PUCHAR)Exports(base, &bytes);
  return exports && (PUCHAR)export >= exports && (PUCHAR)export < exports + bytes;
}

NTSTATUS RtlRelocateImage(PVOID base, ULONG64 linkedAt) {
  ULONG64 delta = (ULONG64)base - linkedAt;
  ULONG bytes;
  PUCHAR block = RtlImageDirectoryEntryToData(base, TRUE, IMAGE_DIRECTORY_ENTRY_BASERELOC, &bytes);
  if (!delta) return STATUS_SUCCESS;
  if (!block) {  // without a list there is nothing to move, unless the linker left it out
    PIMAGE_NT_HEADERS headers = RtlImageNtHeader(base);
    BOOLEAN fixed = !headers || (headers->FileHeader.Characteristics & IMAGE_FILE_RELOCS_STRIPPED);
    return fixed ? STATUS_CONFLICTING_ADDRESSES : STATUS_SUCCESS;
  }
  for (PUCHAR end = block + bytes; block + sizeof(IMAGE_BASE_RELOCATION) <= end;) {
    PIMAGE_BASE_RELOCATION header = (PIMAGE_BASE_RELOCATION)block;
    if (header->SizeOfBlock < sizeof(*header) || header->SizeOfBlock > end - block) break;
    PUSHORT entries = (PUSHORT)(header + 1);
    ULONG count = (header->SizeOfBlock - sizeof(*header)) / sizeof(USHORT);
    for (ULONG i = 0; i < count; i++) {
      PUCHAR place = (PUCHAR)base + header->VirtualAddress + (entries[i] & 0xFFF);
      ULONG type = entries[i] >> 12;
      if (type == IMAGE_REL_BASED_DIR64) *(PULONG64)place += delta;
      else if (type != IMAGE_REL_BASED_ABSOLUTE) return STATUS_INVALID_IMAGE_FORMAT;
    }
    block += header->SizeOfBlock;
  }
  return STATUS_SUCCESS;
}
