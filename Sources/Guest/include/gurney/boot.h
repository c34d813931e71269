// What the boot loader hands to nt beyond LOADER_PARAMETER_BLOCK, and the RAM disk's format.
// The loader (Scenarios) mirrors these layouts.
#pragma once
#include <nt/ldr.h>

/// Stands right after LOADER_PARAMETER_EXTENSION, whose Size counts it in.
typedef struct _GURNEY_BOOT_TAIL {
  ULONG Processors;     // how many processors the machine has, the first included
  ULONG Pad;
  ULONG64 RamDiskVa;    // where the RAM disk is mapped
  ULONG64 RamDiskBytes;
  ULONG64 BootTime;     // FILETIME, UTC
} GURNEY_BOOT_TAIL, *PGURNEY_BOOT_TAIL;

typedef struct _GURNEY_LOADER_EXTENSION {
  LOADER_PARAMETER_EXTENSION Nt;
  GURNEY_BOOT_TAIL Tail;
} GURNEY_LOADER_EXTENSION, *PGURNEY_LOADER_EXTENSION;

STATIC_ASSERT(sizeof(GURNEY_BOOT_TAIL) == 0x20);
STATIC_ASSERT(FIELD_OFFSET(GURNEY_LOADER_EXTENSION, Tail) == 0x148);

#define RAMDISK_SIGNATURE "GRAMDISK"

/// A file of the RAM disk. Paths are ASCII, like \SystemRoot\System32\ntdll.dll.
typedef struct _RAMDISK_ENTRY {
  CHAR Path[112];
  ULONG64 Offset;  // from the start of the disk; page aligned
  ULONG64 Bytes;
} RAMDISK_ENTRY, *PRAMDISK_ENTRY;

typedef struct _RAMDISK_HEADER {
  CHAR Signature[8];
  ULONG Count;
  ULONG Zero;
  RAMDISK_ENTRY Entries[];
} RAMDISK_HEADER, *PRAMDISK_HEADER;

STATIC_ASSERT(sizeof(RAMDISK_ENTRY) == 128);

/// How a starting processor finds its state: the block that a start-up IPI with vector V loads
/// from physical V000h.
typedef struct _PROCESSOR_START_BLOCK {
  ULONG64 Rip;
  ULONG64 Rsp;
  ULONG64 Cr3;
  ULONG64 Rcx;
  ULONG64 GdtBase;
  ULONG64 IdtBase;
  USHORT GdtLimit;
  USHORT IdtLimit;
} PROCESSOR_START_BLOCK, *PPROCESSOR_START_BLOCK;

STATIC_ASSERT(FIELD_OFFSET(PROCESSOR_START_BLOCK, IdtLimit) == 50);
