// Offsets of include/nt/ldr.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE ARC_DISK_INFORMATION
SIZE(0x10)
AT(DiskSignatures, 0x0)
#undef TYPE

#define TYPE CONFIGURATION_COMPONENT
SIZE(0x28)
AT(Class, 0x0) AT(Type, 0x4) AT(Flags, 0x8) AT(Version, 0xc) AT(Revision, 0xe) AT(Key, 0x10)
AT(AffinityMask, 0x14) AT(Group, 0x14) AT(GroupIndex, 0x16) AT(ConfigurationDataLength, 0x18)
AT(IdentifierLength, 0x1c) AT(Identifier, 0x20)
#undef TYPE

#define TYPE CONFIGURATION_COMPONENT_DATA
SIZE(0x48)
AT(Parent, 0x0) AT(Child, 0x8) AT(Sibling, 0x10) AT(ComponentEntry, 0x18)
AT(ConfigurationData, 0x40)
#undef TYPE

#define TYPE EFI_FIRMWARE_INFORMATION
SIZE(0x18)
AT(FirmwareVersion, 0x0) AT(VirtualEfiRuntimeServices, 0x8) AT(SetVirtualAddressMapStatus, 0x10)
AT(MissedMappingsCount, 0x14)
#undef TYPE

#define TYPE PCAT_FIRMWARE_INFORMATION
SIZE(0x4)
AT(PlaceHolder, 0x0)
#undef TYPE

#define TYPE FIRMWARE_INFORMATION_LOADER_BLOCK
SIZE(0x20)
AT(u, 0x8)
#undef TYPE

#define TYPE HEADLESS_LOADER_BLOCK
SIZE(0x40)
AT(UsedBiosSettings, 0x0) AT(DataBits, 0x1) AT(StopBits, 0x2) AT(Parity, 0x3) AT(BaudRate, 0x4)
AT(PortNumber, 0x8) AT(PortAddress, 0x10) AT(PciDeviceId, 0x18) AT(PciVendorId, 0x1a)
AT(PciBusNumber, 0x1c) AT(PciBusSegment, 0x1e) AT(PciSlotNumber, 0x20) AT(PciFunctionNumber, 0x21)
AT(PciFlags, 0x24) AT(SystemGUID, 0x28) AT(IsMMIODevice, 0x38) AT(TerminalType, 0x39)
#undef TYPE

#define TYPE I386_LOADER_BLOCK
SIZE(0x10)
AT(CommonDataArea, 0x0) AT(MachineType, 0x8) AT(VirtualBias, 0xc)
#undef TYPE

#define TYPE IA64_LOADER_BLOCK
SIZE(0x4)
AT(PlaceHolder, 0x0)
#undef TYPE

#define TYPE IMAGE_DATA_DIRECTORY
SIZE(0x8)
AT(VirtualAddress, 0x0) AT(Size, 0x4)
#undef TYPE

#define TYPE IMAGE_DEBUG_DIRECTORY
SIZE(0x1c)
AT(Characteristics, 0x0) AT(TimeDateStamp, 0x4) AT(MajorVersion, 0x8) AT(MinorVersion, 0xa)
AT(Type, 0xc) AT(SizeOfData, 0x10) AT(AddressOfRawData, 0x14) AT(PointerToRawData, 0x18)
#undef TYPE

#define TYPE IMAGE_DOS_HEADER
SIZE(0x40)
AT(e_magic, 0x0) AT(e_cblp, 0x2) AT(e_cp, 0x4) AT(e_crlc, 0x6) AT(e_cparhdr, 0x8)
AT(e_minalloc, 0xa) AT(e_maxalloc, 0xc) AT(e_ss, 0xe) AT(e_sp, 0x10) AT(e_csum, 0x12)
AT(e_ip, 0x14) AT(e_cs, 0x16) AT(e_lfarlc, 0x18) AT(e_ovno, 0x1a) AT(e_res, 0x1c)
AT(e_oemid, 0x24) AT(e_oeminfo, 0x26) AT(e_res2, 0x28) AT(e_lfanew, 0x3c)
#undef TYPE

#define TYPE IMAGE_FILE_HEADER
SIZE(0x14)
AT(Machine, 0x0) AT(NumberOfSections, 0x2) AT(TimeDateStamp, 0x4) AT(PointerToSymbolTable, 0x8)
AT(NumberOfSymbols, 0xc) AT(SizeOfOptionalHeader, 0x10) AT(Characteristics, 0x12)
#undef TYPE

#define TYPE IMAGE_OPTIONAL_HEADER64
SIZE(0xf0)
AT(Magic, 0x0) AT(MajorLinkerVersion, 0x2) AT(MinorLinkerVersion, 0x3) AT(SizeOfCode, 0x4)
AT(SizeOfInitializedData, 0x8) AT(SizeOfUninitializedData, 0xc) AT(AddressOfEntryPoint, 0x10)
AT(BaseOfCode, 0x14) AT(ImageBase, 0x18) AT(SectionAlignment, 0x20) AT(FileAlignment, 0x24)
AT(MajorOperatingSystemVersion, 0x28) AT(MinorOperatingSystemVersion, 0x2a)
AT(MajorImageVersion, 0x2c) AT(MinorImageVersion, 0x2e) AT(MajorSubsystemVersion, 0x30)
AT(MinorSubsystemVersion, 0x32) AT(Win32VersionValue, 0x34) AT(SizeOfImage, 0x38)
AT(SizeOfHeaders, 0x3c) AT(CheckSum, 0x40) AT(Subsystem, 0x44) AT(DllCharacteristics, 0x46)
AT(SizeOfStackReserve, 0x48) AT(SizeOfStackCommit, 0x50) AT(SizeOfHeapReserve, 0x58)
AT(SizeOfHeapCommit, 0x60) AT(LoaderFlags, 0x68) AT(NumberOfRvaAndSizes, 0x6c)
AT(DataDirectory, 0x70)
#undef TYPE

#define TYPE IMAGE_NT_HEADERS64
SIZE(0x108)
AT(Signature, 0x0) AT(FileHeader, 0x4) AT(OptionalHeader, 0x18)
#undef TYPE

#define TYPE IMAGE_SECTION_HEADER
SIZE(0x28)
AT(Name, 0x0) AT(Misc, 0x8) AT(VirtualAddress, 0xc) AT(SizeOfRawData, 0x10)
AT(PointerToRawData, 0x14) AT(PointerToRelocations, 0x18) AT(PointerToLinenumbers, 0x1c)
AT(NumberOfRelocations, 0x20) AT(NumberOfLinenumbers, 0x22) AT(Characteristics, 0x24)
#undef TYPE

#define TYPE LDR_DATA_TABLE_ENTRY
SIZE(0xe0)
AT(InLoadOrderLinks, 0x0) AT(InMemoryOrderLinks, 0x10) AT(InInitializationOrderLinks, 0x20)
AT(DllBase, 0x30) AT(EntryPoint, 0x38) AT(SizeOfImage, 0x40) AT(FullDllName, 0x48)
AT(BaseDllName, 0x58) AT(Flags, 0x68) AT(LoadCount, 0x6c) AT(TlsIndex, 0x6e) AT(HashLinks, 0x70)
AT(SectionPointer, 0x70) AT(CheckSum, 0x78) AT(TimeDateStamp, 0x80) AT(LoadedImports, 0x80)
AT(EntryPointActivationContext, 0x88) AT(PatchInformation, 0x90) AT(ForwarderLinks, 0x98)
AT(ServiceTagLinks, 0xa8) AT(StaticLinks, 0xb8) AT(ContextInformation, 0xc8)
AT(OriginalBase, 0xd0) AT(LoadTime, 0xd8)
#undef TYPE

#define TYPE LOADER_PARAMETER_BLOCK
SIZE(0xf0)
AT(OsMajorVersion, 0x0) AT(OsMinorVersion, 0x4) AT(Size, 0x8) AT(Reserved, 0xc)
AT(LoadOrderListHead, 0x10) AT(MemoryDescriptorListHead, 0x20) AT(BootDriverListHead, 0x30)
AT(KernelStack, 0x40) AT(Prcb, 0x48) AT(Process, 0x50) AT(Thread, 0x58) AT(RegistryLength, 0x60)
AT(RegistryBase, 0x68) AT(ConfigurationRoot, 0x70) AT(ArcBootDeviceName, 0x78)
AT(ArcHalDeviceName, 0x80) AT(NtBootPathName, 0x88) AT(NtHalPathName, 0x90) AT(LoadOptions, 0x98)
AT(NlsData, 0xa0) AT(ArcDiskInformation, 0xa8) AT(OemFontFile, 0xb0) AT(Extension, 0xb8)
AT(u, 0xc0) AT(FirmwareInformation, 0xd0)
#undef TYPE

#define TYPE PROFILE_PARAMETER_BLOCK
SIZE(0x10)
AT(Status, 0x0) AT(Reserved, 0x2) AT(DockingState, 0x4) AT(Capabilities, 0x6) AT(DockID, 0x8)
AT(SerialNumber, 0xc)
#undef TYPE

#define TYPE TPM_BOOT_ENTROPY_LDR_RESULT
SIZE(0x48)
AT(Policy, 0x0) AT(ResultCode, 0x8) AT(ResultStatus, 0xc) AT(Time, 0x10) AT(EntropyLength, 0x18)
AT(EntropyData, 0x1c)
#undef TYPE

#define TYPE LOADER_PARAMETER_EXTENSION
SIZE(0x148)
AT(Size, 0x0) AT(Profile, 0x4) AT(EmInfFileImage, 0x18) AT(EmInfFileSize, 0x20)
AT(TriageDumpBlock, 0x28) AT(LoaderPagesSpanned, 0x30) AT(HeadlessLoaderBlock, 0x38)
AT(SMBiosEPSHeader, 0x40) AT(DrvDBImage, 0x48) AT(DrvDBSize, 0x50) AT(NetworkLoaderBlock, 0x58)
AT(FirmwareDescriptorListHead, 0x60) AT(AcpiTable, 0x70) AT(AcpiTableSize, 0x78)
AT(LoaderPerformanceData, 0x80) AT(BootApplicationPersistentData, 0x88) AT(WmdTestResult, 0x98)
AT(BootIdentifier, 0xa0) AT(ResumePages, 0xb0) AT(DumpHeader, 0xb8) AT(BgContext, 0xc0)
AT(NumaLocalityInfo, 0xc8) AT(NumaGroupAssignment, 0xd0) AT(AttachedHives, 0xd8)
AT(MemoryCachingRequirementsCount, 0xe8) AT(MemoryCachingRequirements, 0xf0)
AT(TpmBootEntropyResult, 0xf8) AT(ProcessorCounterFrequency, 0x140)
#undef TYPE

#define TYPE LOADER_PERFORMANCE_DATA
SIZE(0x10)
AT(StartTime, 0x0) AT(EndTime, 0x8)
#undef TYPE

#define TYPE MEMORY_ALLOCATION_DESCRIPTOR
SIZE(0x28)
AT(ListEntry, 0x0) AT(MemoryType, 0x10) AT(BasePage, 0x18) AT(PageCount, 0x20)
#undef TYPE

#define TYPE NETWORK_LOADER_BLOCK
SIZE(0x20)
AT(DHCPServerACK, 0x0) AT(DHCPServerACKLength, 0x8) AT(BootServerReplyPacket, 0x10)
AT(BootServerReplyPacketLength, 0x18)
#undef TYPE

#define TYPE NLS_DATA_BLOCK
SIZE(0x18)
AT(AnsiCodePageData, 0x0) AT(OemCodePageData, 0x8) AT(UnicodeCaseTableData, 0x10)
#undef TYPE
