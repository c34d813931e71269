// Mapping a DLL's file as an image, at its preferred base or wherever there is room.
#include "../ntdllp.h"

#define SECTION_ALL_ACCESS      0x000F001F
#define VIEW_SHARE              1
#define FILE_EXECUTE            0x00000020

/// Makes every section of an image writable, relocates it, and gives the sections the protection
/// that they had.
static NTSTATUS LdrpRelocate(PVOID base) {
  PIMAGE_NT_HEADERS headers = RtlImageNtHeader(base);
  PIMAGE_SECTION_HEADER sections = (PIMAGE_SECTION_HEADER)(
      (PUCHAR)&headers->OptionalHeader + headers->FileHeader.SizeOfOptionalHeader);
  ULONG protections[32];
  ULONG count = headers->FileHeader.NumberOfSections;
  if (count > COUNT_OF(protections)) return STATUS_INVALID_IMAGE_FORMAT;
  for (ULONG i = 0; i < count; i++) {
    PVOID start = (PUCHAR)base + sections[i].VirtualAddress;
    SIZE_T size = sections[i].Misc.VirtualSize;
    NtProtectVirtualMemory(NtCurrentProcess(), &start, &size, PAGE_READWRITE, &protections[i]);
  }
  NTSTATUS status = RtlRelocateImage(base, headers->OptionalHeader.ImageBase);
  for (ULONG i = 0; i < count; i++) {
    PVOID start = (PUCHAR)base + sections[i].VirtualAddress;
    SIZE_T size = sections[i].Misc.VirtualSize;
    NtProtectVirtualMemory(NtCurrentProcess(), &start, &size, protections[i], &protections[i]);
  }
  return status;
}

static NTSTATUS LdrpMapSection(HANDLE file, PVOID *base) {
  HANDLE section;
  NTSTATUS status = NtCreateSection(&section, SECTION_ALL_ACCESS, NULL, NULL, PAGE_EXECUTE,
                                    SEC_IMAGE, file);
  if (!NT_SUCCESS(status)) return status;
  SIZE_T size = 0;
  *base = NULL;
  status = NtMapViewOfSection(section, NtCurrentProcess(), base, 0, 0, NULL, &size, VIEW_SHARE, 0,
                              PAGE_EXECUTE_READWRITE);
  NtClose(section);
  return status;
}

/// Maps a file by its DOS name; relocates the view if it is not at the image's preferred base.
NTSTATUS LdrpMapImage(PUNICODE_STRING fullName, PVOID *base) {
  UNICODE_STRING name;
  NTSTATUS status = RtlDosPathNameToNtPathName_U(fullName->Buffer, &name, NULL, NULL);
  if (!NT_SUCCESS(status)) return status;
  OBJECT_ATTRIBUTES attributes = {
      .Length = sizeof(attributes), .ObjectName = &name, .Attributes = OBJ_CASE_INSENSITIVE};
  IO_STATUS_BLOCK io;
  HANDLE file;
  status = NtOpenFile(&file, FILE_READ_DATA | FILE_EXECUTE | SYNCHRONIZE, &attributes, &io,
                      FILE_SHARE_READ, FILE_SYNCHRONOUS_IO_NONALERT | FILE_NON_DIRECTORY_FILE);
  RtlFreeUnicodeString(&name);
  if (!NT_SUCCESS(status)) return status;
  status = LdrpMapSection(file, base);
  NtClose(file);
  if (!NT_SUCCESS(status)) return status;
  PIMAGE_NT_HEADERS headers = RtlImageNtHeader(*base);
  if (!headers) return STATUS_INVALID_IMAGE_FORMAT;
  if (headers->OptionalHeader.ImageBase == (ULONG64)*base) return STATUS_SUCCESS;
  return LdrpRelocate(*base);
}
