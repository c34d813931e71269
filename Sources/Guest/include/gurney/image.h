// The parts of a PE image that a loader reads, beyond the headers in nt/ldr.h. Microsoft's PE
// format specification names every field.
#pragma once
#include <nt/ldr.h>

typedef IMAGE_NT_HEADERS64 IMAGE_NT_HEADERS, *PIMAGE_NT_HEADERS;

#define IMAGE_DOS_SIGNATURE 0x5A4D
#define IMAGE_NT_SIGNATURE  0x00004550
#define IMAGE_FILE_RELOCS_STRIPPED 0x0001
#define IMAGE_FILE_DLL             0x2000

#define IMAGE_DIRECTORY_ENTRY_EXPORT    0
#define IMAGE_DIRECTORY_ENTRY_IMPORT    1
#define IMAGE_DIRECTORY_ENTRY_RESOURCE  2
#define IMAGE_DIRECTORY_ENTRY_EXCEPTION 3
#define IMAGE_DIRECTORY_ENTRY_BASERELOC 5
#define IMAGE_DIRECTORY_ENTRY_DEBUG     6
#define IMAGE_DIRECTORY_ENTRY_IAT       12

#define IMAGE_SUBSYSTEM_NATIVE      1
#define IMAGE_SUBSYSTEM_WINDOWS_GUI 2
#define IMAGE_SUBSYSTEM_WINDOWS_CUI 3

typedef struct _IMAGE_EXPORT_DIRECTORY {
  ULONG Characteristics;
  ULONG TimeDateStamp;
  USHORT MajorVersion;
  USHORT MinorVersion;
  ULONG Name;
  ULONG Base;                   // the first ordinal
  ULONG NumberOfFunctions;
  ULONG NumberOfNames;
  ULONG AddressOfFunctions;     // ULONG[NumberOfFunctions]: RVAs
  ULONG AddressOfNames;         // ULONG[NumberOfNames]: RVAs of names, sorted
  ULONG AddressOfNameOrdinals;  // USHORT[NumberOfNames]: indexes of functions
} IMAGE_EXPORT_DIRECTORY, *PIMAGE_EXPORT_DIRECTORY;

/// One a DLL; the list ends with Name 0.
typedef struct _IMAGE_IMPORT_DESCRIPTOR {
  ULONG OriginalFirstThunk;  // ULONG64[]: RVA of IMAGE_IMPORT_BY_NAME, or ordinal with bit 63
  ULONG TimeDateStamp;
  ULONG ForwarderChain;
  ULONG Name;
  ULONG FirstThunk;          // ULONG64[]: what the loader replaces by addresses
} IMAGE_IMPORT_DESCRIPTOR, *PIMAGE_IMPORT_DESCRIPTOR;

#define IMAGE_ORDINAL_FLAG64 0x8000000000000000ull

typedef struct _IMAGE_IMPORT_BY_NAME {
  USHORT Hint;
  CHAR Name[1];
} IMAGE_IMPORT_BY_NAME, *PIMAGE_IMPORT_BY_NAME;

/// A page's worth of relocations: USHORTs (type << 12 | offset) follow.
typedef struct _IMAGE_BASE_RELOCATION {
  ULONG VirtualAddress;
  ULONG SizeOfBlock;
} IMAGE_BASE_RELOCATION, *PIMAGE_BASE_RELOCATION;

#define IMAGE_REL_BASED_ABSOLUTE 0
#define IMAGE_REL_BASED_DIR64    10

/// A row of .pdata.
typedef struct _RUNTIME_FUNCTION {
  ULONG BeginAddress;
  ULONG EndAddress;
  ULONG UnwindData;  // RVA of UNWIND_INFO; bit 0 set: RVA of another RUNTIME_FUNCTION
} RUNTIME_FUNCTION, *PRUNTIME_FUNCTION;
