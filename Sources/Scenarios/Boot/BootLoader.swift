import Foundation
import Images
import Machine

/// What a target is booted with.
public struct BootOptions: Equatable, Sendable {
  /// Processors in the machine, 1 to 64.
  public var processors = 2
  /// Physical memory in bytes. It is sparse: only touched frames cost anything.
  public var memoryBytes: UInt64 = 1 << 30
  /// `LOADER_PARAMETER_BLOCK.LoadOptions`: switches as `bcdedit` would set them.
  public var loadOptions = "DEBUG"
  /// The machine's wall clock at power-on, as FILETIME.
  public var bootTime: UInt64 = BootOptions.defaultBootTime

  /// What the processors can do.
  public var processor = ProcessorModel.all[0]

  public init() {}

  /// One processor, and no more memory than a bare machine shows.
  static let bare: BootOptions = {
    var options = BootOptions()
    options.processors = 1
    options.memoryBytes = BareMachine.memoryBytes + BareMachine.tableBytes
    return options
  }()

  /// 2013-03-01 09:00:00 UTC: fixed, for the host's clock never reaches the machine.
  public static let defaultBootTime: UInt64 = 130_066_020_000_000_000
}

/// Plays firmware and boot manager: builds the first address space, places the kernel's images and
/// the RAM disk in it, fills `_LOADER_PARAMETER_BLOCK`, and leaves processor 0 at the kernel's entry.
///
/// Everything it makes lies in the fffff800 range; all other addresses are the kernel's to hand out.
struct BootLoader {
  /// Guest addresses of what the loader places, images apart: those go where they were linked for.
  enum Place {
    static let heap: UInt64 = 0xffff_f800_0020_0000
    static let stack: UInt64 = 0xffff_f800_0030_0000
    static let gdt: UInt64 = 0xffff_f800_0031_0000
    static let ramDisk: UInt64 = 0xffff_f800_0400_0000
  }

  static let heapBytes = 0x10000
  static let stackBytes: UInt64 = 0x6000
  /// The loader's own pages begin at 1 MB; what lies below is left for start-up IPI blocks.
  static let firstPage: UInt64 = 0x100

  private let machine: Machine
  private let options: BootOptions
  private var space: AddressSpaceBuilder
  private var heap = LoaderHeap(base: Place.heap, limit: BootLoader.heapBytes)
  private var layout: KernelLayout

  /// Boots `machine`: after this it is ready to run. Returns the kernel image's base.
  static func boot(
    _ machine: Machine, images: BootImages, options: BootOptions
  ) throws(BootError) -> UInt64 {
    var loader = try BootLoader(machine, options)
    return try loader.boot(images)
  }

  private init(_ machine: Machine, _ options: BootOptions) throws(BootError) {
    self.machine = machine
    self.options = options
    let end = machine.memory.byteCount / AddressSpaceBuilder.pageSize
    space = try AddressSpaceBuilder(
      memory: machine.memory, supply: PageSupply(firstPage: Self.firstPage, endPage: end))
    layout = try KernelLayout(symbolsOf: "ntoskrnl")
  }

  private mutating func boot(_ images: BootImages) throws(BootError) -> UInt64 {
    let loaded = try images.load()
    guard let kernel = loaded.first else { throw .missingFile("ntoskrnl.exe") }
    for image in loaded { try place(image) }
    let disk = try placeRamDisk(images.disk())
    _ = try space.allocate(
      at: Place.stack, bytes: Self.stackBytes, for: .osLoaderStack)
    let heapPhysical = try space.allocate(
      at: Place.heap, bytes: UInt64(Self.heapBytes), for: .osLoaderHeap)
    let gdtPhysical = try space.allocate(at: Place.gdt, bytes: 4096, for: .osLoaderHeap)
    machine.memory.write(gdtPhysical, DescriptorTable.bytes)
    // Nothing below takes pages, so that the memory descriptors are complete when they are written.
    let block = try parameterBlock(for: loaded, ramDisk: disk)
    machine.memory.write(heapPhysical, heap.bytes)
    start(at: kernel, block: block)
    return kernel.base
  }

  private mutating func place(_ image: LoadedImage) throws(BootError) {
    let physical = try space.allocate(at: image.base, bytes: image.size, for: image.memoryType)
    machine.memory.write(physical, image.bytes)
    let first = physical / AddressSpaceBuilder.pageSize
    for section in image.image.sections {
      let page = UInt64(section.virtualAddress) / AddressSpaceBuilder.pageSize
      let count =
        (UInt64(section.memorySize) + AddressSpaceBuilder.pageSize - 1)
        / AddressSpaceBuilder.pageSize
      try space.map(
        image.base + page * AddressSpaceBuilder.pageSize, firstPage: first + page, count: count,
        writable: section.isWritable, executable: section.isExecutable)
    }
    try space.map(image.base, firstPage: first, count: 1, writable: false)
  }

  private mutating func placeRamDisk(_ disk: RamDisk) throws(BootError) -> Int {
    let physical = try space.allocate(
      at: Place.ramDisk, bytes: UInt64(disk.bytes.count), for: .xipRom)
    machine.memory.write(physical, disk.bytes)
    return disk.bytes.count
  }

  /// Builds `_LOADER_PARAMETER_BLOCK` and all that hangs from it; returns its guest address.
  private mutating func parameterBlock(
    for images: [LoadedImage], ramDisk: Int
  ) throws(BootError) -> UInt64 {
    let type = "_LOADER_PARAMETER_BLOCK"
    let size = try layout.size(of: type)
    let block = try heap.allocate(size)
    func offset(_ field: String) throws(BootError) -> UInt64 {
      var layout = layout
      return try block + layout.offset(type, field)
    }
    heap.store(UInt32(6), at: try offset("OsMajorVersion"))
    heap.store(UInt32(1), at: try offset("OsMinorVersion"))
    heap.store(UInt32(size), at: try offset("Size"))
    heap.initializeList(try offset("BootDriverListHead"))
    let modules = try offset("LoadOrderListHead")
    heap.initializeList(modules)
    for image in images { try appendModule(image, to: modules) }
    heap.store(Place.stack + Self.stackBytes, at: try offset("KernelStack"))
    for (field, text) in [
      ("ArcBootDeviceName", "ramdisk(0)"), ("ArcHalDeviceName", "ramdisk(0)"),
      ("NtBootPathName", "\\SystemRoot\\"), ("NtHalPathName", "\\"),
      ("LoadOptions", options.loadOptions),
    ] {
      heap.store(try heap.string(text), at: try offset(field))
    }
    heap.store(try loaderExtension(ramDisk: ramDisk), at: try offset("Extension"))
    let descriptors = try offset("MemoryDescriptorListHead")
    heap.initializeList(descriptors)
    for run in memoryRuns() { try appendDescriptor(run, to: descriptors) }
    return block
  }

  private mutating func loaderExtension(ramDisk: Int) throws(BootError) -> UInt64 {
    let whole = "_GURNEY_LOADER_EXTENSION"
    let tail = "_GURNEY_BOOT_TAIL"
    let size = try layout.size(of: whole)
    let address = try heap.allocate(size)
    heap.store(
      UInt32(size), at: address + (try layout.offset("_LOADER_PARAMETER_EXTENSION", "Size")))
    for list in ["FirmwareDescriptorListHead", "BootApplicationPersistentData", "AttachedHives"] {
      heap.initializeList(address + (try layout.offset("_LOADER_PARAMETER_EXTENSION", list)))
    }
    let base = address + (try layout.offset(whole, "Tail"))
    heap.store(
      UInt32(machine.processors.count), at: base + (try layout.offset(tail, "Processors")))
    heap.store(Place.ramDisk, at: base + (try layout.offset(tail, "RamDiskVa")))
    heap.store(UInt64(ramDisk), at: base + (try layout.offset(tail, "RamDiskBytes")))
    heap.store(options.bootTime, at: base + (try layout.offset(tail, "BootTime")))
    return address
  }

  private mutating func appendModule(
    _ image: LoadedImage, to list: UInt64
  ) throws(BootError) {
    let type = "_LDR_DATA_TABLE_ENTRY"
    let entry = try heap.allocate(try layout.size(of: type))
    heap.store(image.base, at: entry + (try layout.offset(type, "DllBase")))
    heap.store(
      image.base + UInt64(image.image.entryPoint),
      at: entry + (try layout.offset(type, "EntryPoint")))
    heap.store(
      UInt32(truncatingIfNeeded: image.size), at: entry + (try layout.offset(type, "SizeOfImage")))
    heap.store(image.image.checkSum, at: entry + (try layout.offset(type, "CheckSum")))
    heap.store(image.image.timeDateStamp, at: entry + (try layout.offset(type, "TimeDateStamp")))
    heap.store(UInt16(1), at: entry + (try layout.offset(type, "LoadCount")))
    try heap.storeUnicodeString(
      image.path, at: entry + (try layout.offset(type, "FullDllName")))
    try heap.storeUnicodeString(
      image.name, at: entry + (try layout.offset(type, "BaseDllName")))
    let links = try layout.offset(type, "InLoadOrderLinks")
    heap.append(entry + links, toList: list)
  }

  /// All of physical memory: the loader's runs, and what is free below and above them.
  private func memoryRuns() -> [PageSupply.Run] {
    let end = machine.memory.byteCount / AddressSpaceBuilder.pageSize
    let used = space.supply.nextPage
    let low = PageSupply.Run(type: .free, firstPage: 1, pageCount: 0x9f)
    let high = PageSupply.Run(type: .free, firstPage: used, pageCount: end - used)
    return [low] + space.supply.runs + [high]
  }

  private mutating func appendDescriptor(
    _ run: PageSupply.Run, to list: UInt64
  ) throws(BootError) {
    let type = "_MEMORY_ALLOCATION_DESCRIPTOR"
    let entry = try heap.allocate(try layout.size(of: type))
    heap.store(run.type.rawValue, at: entry + (try layout.offset(type, "MemoryType")))
    heap.store(run.firstPage, at: entry + (try layout.offset(type, "BasePage")))
    heap.store(run.pageCount, at: entry + (try layout.offset(type, "PageCount")))
    heap.append(entry + (try layout.offset(type, "ListEntry")), toList: list)
  }

  /// Puts processor 0 into long mode at the kernel's entry, the block's address in rcx.
  private func start(at kernel: LoadedImage, block: UInt64) {
    let registers = machine.processors[0].registers
    registers.cr0 = 0x8005_0033  // PG AM WP NE ET MP PE
    registers.cr4 = 0x6a8  // OSXMMEXCPT OSFXSR PGE PAE DE
    registers.efer = 0xd01  // NXE LMA LME SCE
    registers.cr3 = space.root
    registers.gdtr = TableRegister(
      base: Place.gdt, limit: UInt16(DescriptorTable.bytes.count - 1))
    registers[.cs] = DescriptorTable.kernelCode
    for segment in [Registers.Segment.ss, .ds, .es] {
      registers[segment] = DescriptorTable.kernelData
    }
    registers.rflags = 2
    registers.rip = kernel.base + UInt64(kernel.image.entryPoint)
    // As after a call: the stack is 16-byte aligned before the return address is pushed.
    registers[gpr: 4] = Place.stack + Self.stackBytes - 0x28
    registers[gpr: 1] = block
  }
}
