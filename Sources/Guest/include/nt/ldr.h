// Images and what the boot loader says of them and of memory.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "peb.h"

typedef enum _CONFIGURATION_TYPE {
  ArcSystem = 0,
  CentralProcessor = 1,
  FloatingPointProcessor = 2,
  PrimaryIcache = 3,
  PrimaryDcache = 4,
  SecondaryIcache = 5,
  SecondaryDcache = 6,
  SecondaryCache = 7,
  EisaAdapter = 8,
  TcAdapter = 9,
  ScsiAdapter = 10,
  DtiAdapter = 11,
  MultiFunctionAdapter = 12,
  DiskController = 13,
  TapeController = 14,
  CdromController = 15,
  WormController = 16,
  SerialController = 17,
  NetworkController = 18,
  DisplayController = 19,
  ParallelController = 20,
  PointerController = 21,
  KeyboardController = 22,
  AudioController = 23,
  OtherController = 24,
  DiskPeripheral = 25,
  FloppyDiskPeripheral = 26,
  TapePeripheral = 27,
  ModemPeripheral = 28,
  MonitorPeripheral = 29,
  PrinterPeripheral = 30,
  PointerPeripheral = 31,
  KeyboardPeripheral = 32,
  TerminalPeripheral = 33,
  OtherPeripheral = 34,
  LinePeripheral = 35,
  NetworkPeripheral = 36,
  SystemMemory = 37,
  DockingInformation = 38,
  RealModeIrqRoutingTable = 39,
  RealModePCIEnumeration = 40,
  MaximumType = 41,
} CONFIGURATION_TYPE;

typedef enum _CONFIGURATION_CLASS {
  SystemClass = 0,
  ProcessorClass = 1,
  CacheClass = 2,
  AdapterClass = 3,
  ControllerClass = 4,
  PeripheralClass = 5,
  MemoryClass = 6,
  MaximumClass = 7,
} CONFIGURATION_CLASS;

typedef enum _TPM_BOOT_ENTROPY_RESULT_CODE {
  TpmBootEntropyStructureUninitialized = 0,
  TpmBootEntropyDisabledByPolicy = 1,
  TpmBootEntropyNoTpmFound = 2,
  TpmBootEntropyTpmError = 3,
  TpmBootEntropySuccess = 4,
} TPM_BOOT_ENTROPY_RESULT_CODE;

typedef enum _TYPE_OF_MEMORY {
  LoaderExceptionBlock = 0,
  LoaderSystemBlock = 1,
  LoaderFree = 2,
  LoaderBad = 3,
  LoaderLoadedProgram = 4,
  LoaderFirmwareTemporary = 5,
  LoaderFirmwarePermanent = 6,
  LoaderOsloaderHeap = 7,
  LoaderOsloaderStack = 8,
  LoaderSystemCode = 9,
  LoaderHalCode = 10,
  LoaderBootDriver = 11,
  LoaderConsoleInDriver = 12,
  LoaderConsoleOutDriver = 13,
  LoaderStartupDpcStack = 14,
  LoaderStartupKernelStack = 15,
  LoaderStartupPanicStack = 16,
  LoaderStartupPcrPage = 17,
  LoaderStartupPdrPage = 18,
  LoaderRegistryData = 19,
  LoaderMemoryData = 20,
  LoaderNlsData = 21,
  LoaderSpecialMemory = 22,
  LoaderBBTMemory = 23,
  LoaderReserve = 24,
  LoaderXIPRom = 25,
  LoaderHALCachedMemory = 26,
  LoaderLargePageFiller = 27,
  LoaderErrorLogMemory = 28,
  LoaderMaximum = 29,
} TYPE_OF_MEMORY;

struct _ARC_DISK_INFORMATION {
  LIST_ENTRY DiskSignatures;
};

struct _CONFIGURATION_COMPONENT {
  CONFIGURATION_CLASS Class;
  CONFIGURATION_TYPE Type;
  DEVICE_FLAGS Flags;
  USHORT Version;
  USHORT Revision;
  ULONG Key;
  union {
    ULONG AffinityMask;
    struct {
      USHORT Group;
      USHORT GroupIndex;
    };
  };
  ULONG ConfigurationDataLength;
  ULONG IdentifierLength;
  PUCHAR Identifier;
};

struct _CONFIGURATION_COMPONENT_DATA {
  PCONFIGURATION_COMPONENT_DATA Parent;
  PCONFIGURATION_COMPONENT_DATA Child;
  PCONFIGURATION_COMPONENT_DATA Sibling;
  CONFIGURATION_COMPONENT ComponentEntry;
  PVOID ConfigurationData;
};

struct _EFI_FIRMWARE_INFORMATION {
  ULONG FirmwareVersion;
  PVIRTUAL_EFI_RUNTIME_SERVICES VirtualEfiRuntimeServices;
  LONG SetVirtualAddressMapStatus;
  ULONG MissedMappingsCount;
};

struct _PCAT_FIRMWARE_INFORMATION {
  ULONG PlaceHolder;
};

struct _FIRMWARE_INFORMATION_LOADER_BLOCK {
  ULONG FirmwareTypeEfi : 1;
  ULONG Reserved : 31;
  union {
    EFI_FIRMWARE_INFORMATION EfiInformation;
    PCAT_FIRMWARE_INFORMATION PcatInformation;
  } u;
};

struct _HEADLESS_LOADER_BLOCK {
  UCHAR UsedBiosSettings;
  UCHAR DataBits;
  UCHAR StopBits;
  UCHAR Parity;
  ULONG BaudRate;
  ULONG PortNumber;
  PUCHAR PortAddress;
  USHORT PciDeviceId;
  USHORT PciVendorId;
  UCHAR PciBusNumber;
  USHORT PciBusSegment;
  UCHAR PciSlotNumber;
  UCHAR PciFunctionNumber;
  ULONG PciFlags;
  GUID SystemGUID;
  UCHAR IsMMIODevice;
  UCHAR TerminalType;
};

struct _I386_LOADER_BLOCK {
  PVOID CommonDataArea;
  ULONG MachineType;
  ULONG VirtualBias;
};

struct _IA64_LOADER_BLOCK {
  ULONG PlaceHolder;
};

struct _IMAGE_DATA_DIRECTORY {
  ULONG VirtualAddress;
  ULONG Size;
};

struct _IMAGE_DEBUG_DIRECTORY {
  ULONG Characteristics;
  ULONG TimeDateStamp;
  USHORT MajorVersion;
  USHORT MinorVersion;
  ULONG Type;
  ULONG SizeOfData;
  ULONG AddressOfRawData;
  ULONG PointerToRawData;
};

#pragma pack(push, 2)
struct _IMAGE_DOS_HEADER {
  USHORT e_magic;
  USHORT e_cblp;
  USHORT e_cp;
  USHORT e_crlc;
  USHORT e_cparhdr;
  USHORT e_minalloc;
  USHORT e_maxalloc;
  USHORT e_ss;
  USHORT e_sp;
  USHORT e_csum;
  USHORT e_ip;
  USHORT e_cs;
  USHORT e_lfarlc;
  USHORT e_ovno;
  USHORT e_res[4];
  USHORT e_oemid;
  USHORT e_oeminfo;
  USHORT e_res2[10];
  LONG e_lfanew;
};
#pragma pack(pop)

struct _IMAGE_FILE_HEADER {
  USHORT Machine;
  USHORT NumberOfSections;
  ULONG TimeDateStamp;
  ULONG PointerToSymbolTable;
  ULONG NumberOfSymbols;
  USHORT SizeOfOptionalHeader;
  USHORT Characteristics;
};

#pragma pack(push, 4)
struct _IMAGE_OPTIONAL_HEADER64 {
  USHORT Magic;
  UCHAR MajorLinkerVersion;
  UCHAR MinorLinkerVersion;
  ULONG SizeOfCode;
  ULONG SizeOfInitializedData;
  ULONG SizeOfUninitializedData;
  ULONG AddressOfEntryPoint;
  ULONG BaseOfCode;
  ULONG64 ImageBase;
  ULONG SectionAlignment;
  ULONG FileAlignment;
  USHORT MajorOperatingSystemVersion;
  USHORT MinorOperatingSystemVersion;
  USHORT MajorImageVersion;
  USHORT MinorImageVersion;
  USHORT MajorSubsystemVersion;
  USHORT MinorSubsystemVersion;
  ULONG Win32VersionValue;
  ULONG SizeOfImage;
  ULONG SizeOfHeaders;
  ULONG CheckSum;
  USHORT Subsystem;
  USHORT DllCharacteristics;
  ULONG64 SizeOfStackReserve;
  ULONG64 SizeOfStackCommit;
  ULONG64 SizeOfHeapReserve;
  ULONG64 SizeOfHeapCommit;
  ULONG LoaderFlags;
  ULONG NumberOfRvaAndSizes;
  IMAGE_DATA_DIRECTORY DataDirectory[16];
};
#pragma pack(pop)

struct _IMAGE_NT_HEADERS64 {
  ULONG Signature;
  IMAGE_FILE_HEADER FileHeader;
  IMAGE_OPTIONAL_HEADER64 OptionalHeader;
};

struct _IMAGE_SECTION_HEADER {
  UCHAR Name[8];
  union {
    ULONG PhysicalAddress;
    ULONG VirtualSize;
  } Misc;
  ULONG VirtualAddress;
  ULONG SizeOfRawData;
  ULONG PointerToRawData;
  ULONG PointerToRelocations;
  ULONG PointerToLinenumbers;
  USHORT NumberOfRelocations;
  USHORT NumberOfLinenumbers;
  ULONG Characteristics;
};

struct _LDR_DATA_TABLE_ENTRY {
  LIST_ENTRY InLoadOrderLinks;
  LIST_ENTRY InMemoryOrderLinks;
  LIST_ENTRY InInitializationOrderLinks;
  PVOID DllBase;
  PVOID EntryPoint;
  ULONG SizeOfImage;
  UNICODE_STRING FullDllName;
  UNICODE_STRING BaseDllName;
  ULONG Flags;
  USHORT LoadCount;
  USHORT TlsIndex;
  union {
    LIST_ENTRY HashLinks;
    struct {
      PVOID SectionPointer;
      ULONG CheckSum;
    };
  };
  union {
    ULONG TimeDateStamp;
    PVOID LoadedImports;
  };
  PACTIVATION_CONTEXT EntryPointActivationContext;
  PVOID PatchInformation;
  LIST_ENTRY ForwarderLinks;
  LIST_ENTRY ServiceTagLinks;
  LIST_ENTRY StaticLinks;
  PVOID ContextInformation;
  ULONG64 OriginalBase;
  LARGE_INTEGER LoadTime;
};

struct _LOADER_PARAMETER_BLOCK {
  ULONG OsMajorVersion;
  ULONG OsMinorVersion;
  ULONG Size;
  ULONG Reserved;
  LIST_ENTRY LoadOrderListHead;
  LIST_ENTRY MemoryDescriptorListHead;
  LIST_ENTRY BootDriverListHead;
  ULONG64 KernelStack;
  ULONG64 Prcb;
  ULONG64 Process;
  ULONG64 Thread;
  ULONG RegistryLength;
  PVOID RegistryBase;
  PCONFIGURATION_COMPONENT_DATA ConfigurationRoot;
  PUCHAR ArcBootDeviceName;
  PUCHAR ArcHalDeviceName;
  PUCHAR NtBootPathName;
  PUCHAR NtHalPathName;
  PUCHAR LoadOptions;
  PNLS_DATA_BLOCK NlsData;
  PARC_DISK_INFORMATION ArcDiskInformation;
  PVOID OemFontFile;
  PLOADER_PARAMETER_EXTENSION Extension;
  union {
    I386_LOADER_BLOCK I386;
    IA64_LOADER_BLOCK Ia64;
  } u;
  FIRMWARE_INFORMATION_LOADER_BLOCK FirmwareInformation;
};

struct _PROFILE_PARAMETER_BLOCK {
  USHORT Status;
  USHORT Reserved;
  USHORT DockingState;
  USHORT Capabilities;
  ULONG DockID;
  ULONG SerialNumber;
};

struct _TPM_BOOT_ENTROPY_LDR_RESULT {
  ULONG64 Policy;
  TPM_BOOT_ENTROPY_RESULT_CODE ResultCode;
  LONG ResultStatus;
  ULONG64 Time;
  ULONG EntropyLength;
  UCHAR EntropyData[40];
};

struct _LOADER_PARAMETER_EXTENSION {
  ULONG Size;
  PROFILE_PARAMETER_BLOCK Profile;
  PVOID EmInfFileImage;
  ULONG EmInfFileSize;
  PVOID TriageDumpBlock;
  ULONG64 LoaderPagesSpanned;
  PHEADLESS_LOADER_BLOCK HeadlessLoaderBlock;
  PSMBIOS_TABLE_HEADER SMBiosEPSHeader;
  PVOID DrvDBImage;
  ULONG DrvDBSize;
  PNETWORK_LOADER_BLOCK NetworkLoaderBlock;
  LIST_ENTRY FirmwareDescriptorListHead;
  PVOID AcpiTable;
  ULONG AcpiTableSize;
  ULONG LastBootSucceeded : 1;
  ULONG LastBootShutdown : 1;
  ULONG IoPortAccessSupported : 1;
  ULONG Reserved : 29;
  PLOADER_PERFORMANCE_DATA LoaderPerformanceData;
  LIST_ENTRY BootApplicationPersistentData;
  PVOID WmdTestResult;
  GUID BootIdentifier;
  ULONG ResumePages;
  PVOID DumpHeader;
  PVOID BgContext;
  PVOID NumaLocalityInfo;
  PVOID NumaGroupAssignment;
  LIST_ENTRY AttachedHives;
  ULONG MemoryCachingRequirementsCount;
  PVOID MemoryCachingRequirements;
  TPM_BOOT_ENTROPY_LDR_RESULT TpmBootEntropyResult;
  ULONG64 ProcessorCounterFrequency;
};

struct _LOADER_PERFORMANCE_DATA {
  ULONG64 StartTime;
  ULONG64 EndTime;
};

struct _MEMORY_ALLOCATION_DESCRIPTOR {
  LIST_ENTRY ListEntry;
  TYPE_OF_MEMORY MemoryType;
  ULONG64 BasePage;
  ULONG64 PageCount;
};

struct _NETWORK_LOADER_BLOCK {
  PUCHAR DHCPServerACK;
  ULONG DHCPServerACKLength;
  PUCHAR BootServerReplyPacket;
  ULONG BootServerReplyPacketLength;
};

struct _NLS_DATA_BLOCK {
  PVOID AnsiCodePageData;
  PVOID OemCodePageData;
  PVOID UnicodeCaseTableData;
};
