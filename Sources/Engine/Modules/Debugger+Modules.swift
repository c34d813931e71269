import Bytes
import Images

// Modules: the kernel's from PsLoadedModuleList, the current process' from its PEB.

extension Debugger {
  /// Every module in scope: the kernel's, then the current process'.
  public var modules: [Module] { kernelModules + userModules }

  /// The modules of the process in scope, from its loader's list as it stands now.
  public var userModules: [Module] {
    if userModulesGeneration != generation {
      userModulesGeneration = generation
      userModuleList = readUserModules()
    }
    return userModuleList
  }

  /// The kernel's own module, or nil before one was found.
  public var kernel: Module? {
    kernelModules.first { $0.base == kernelBase } ?? kernelModules.first
  }

  /// The module of this name or file name, case ignored. In a process `nt` is the system's library,
  /// which has the types of the system there.
  public func module(named name: String) -> Module? {
    let wanted = name.lowercased()
    return modules.first { $0.name.lowercased() == wanted }
      ?? modules.first { $0.imageName.lowercased() == wanted }
      ?? modules.first { stem($0.imageName).lowercased() == wanted }
      ?? (target.kind == .user && wanted == "nt" ? module(named: "ntdll") : nil)
  }

  /// The module that covers an address.
  public func module(containing address: UInt64) -> Module? {
    if let module = kernelModules.first(where: { $0.contains(address) }) { return module }
    return userModules.first { $0.contains(address) }
  }

  /// Reads the module lists anew (`.reload`). Modules that are still there keep their symbols.
  /// Throws when no kernel can be found in a kernel target.
  public func reloadModules() throws(LookupError) {
    stateChanged()
    symbols.forgetMisses()
    for module in kernelModules + userModuleList where module.symbolState != .deferred {
      if case .pdb = module.symbolState { continue }
      module.unloadSymbols()
    }
    if target.kind == .kernel, !target.isBare { try reloadKernelModules() }
    breakInPlace = nil
    resolveBreakpoints()
  }

  private func reloadKernelModules() throws(LookupError) {
    if let listed = target.listedImages {
      guard let base = target.kernelBaseHint else { throw .noModule("nt") }
      kernelBase = base
      kernelModules = listed.compactMap(makeModule)
      return
    }
    let memory = MemoryView(target: target, space: .processor(0))
    guard let base = findKernelBase(memory) else { throw .noModule("nt") }
    kernelBase = base
    guard let nt = makeModule(base: base, isUser: false, path: "", fallbackName: "ntoskrnl.exe")
    else { throw .noModule("nt") }
    var list = currentModules(moduleListHead(nt, memory), memory).modules
    // Before the kernel has made its list, there is at least the kernel.
    if !list.contains(where: { $0.base == base }) { list.insert(nt, at: 0) }
    kernelModules = list
  }

  /// Brings the kernel's modules up to date at a stop, for not every change is announced. A list
  /// that is just being changed is left for later.
  func refreshModules() {
    guard target.kind == .kernel, target.listedImages == nil, let kernel else { return }
    let memory = MemoryView(target: target, space: .processor(0))
    let (list, isWhole) = currentModules(moduleListHead(kernel, memory), memory)
    guard isWhole, list.contains(where: { $0 === kernel }) else { return }
    let isSame =
      list.count == kernelModules.count && zip(list, kernelModules).allSatisfy { $0 === $1 }
    if isSame { return }
    kernelModules = list
    resolveBreakpoints()
  }

  /// The images of the kernel's list and those that are announced and not in it yet.
  private func currentModules(_ head: UInt64, _ memory: MemoryView)
    -> (modules: [Module], isWhole: Bool)
  {
    let (entries, isWhole) = LoaderEntry.list(at: head, memory)
    var modules = entries.compactMap { makeModule($0, isUser: false, space: .processor(0)) }
    for (base, notice) in announced where !modules.contains(where: { $0.base == base }) {
      if let module = makeModule(notice) { modules.append(module) }
    }
    return (modules, isWhole)
  }

  /// The address space of the process in scope, which stays that process' when others run.
  private var processSpace: AddressSpace {
    // A process has one address space, whichever of its threads is looked at.
    if target.kind == .user { return .processor(0) }
    if let directory = scope.directory { return .directory(directory & ~0xFFF) }
    guard let context = try? target.context(processor: scope.processor), context.isKnown(.cr3)
    else {
      return addressSpace
    }
    return .directory(context[.cr3] & ~0xFFF)
  }

  private func readUserModules() -> [Module] {
    if target.kind == .user, let listed = target.listedImages {
      return listed.compactMap(makeModule)
    }
    guard target.kind == .user || !kernelModules.isEmpty, let peb = currentPEB, peb != 0 else {
      return []
    }
    let space = processSpace
    let memory = MemoryView(target: target, space: space)
    // _PEB.Ldr, _PEB_LDR_DATA.InLoadOrderModuleList (x64).
    guard let loader = memory.pointer(peb &+ 0x18), loader != 0 else {
      return userTarget?.firstImages.compactMap { makeModule($0, isUser: true) } ?? []
    }
    return LoaderEntry.list(at: loader &+ 0x10, memory, limit: 1024).entries.compactMap {
      makeModule($0, isUser: true, space: space)
    }
  }

  private func makeModule(_ entry: LoaderEntry, isUser: Bool, space: AddressSpace) -> Module? {
    let path = entry.fullName.isEmpty ? entry.baseName : entry.fullName
    return makeModule(
      base: entry.base, size: entry.size, isUser: isUser, path: path, fallbackName: entry.baseName,
      checkSum: entry.checkSum, space: space)
  }

  private func makeModule(_ image: ListedImage) -> Module? {
    makeModule(
      base: image.base, size: image.size, isUser: target.kind == .user, path: image.path,
      fallbackName: "image\(String(image.base, radix: 16))", checkSum: image.checkSum,
      timeDateStamp: image.timeDateStamp, codeView: image.symbolFile)
  }

  private func makeModule(_ notice: ImageNotice, isUser: Bool = false) -> Module? {
    makeModule(
      base: notice.base, size: notice.size, isUser: isUser,
      path: notice.path, fallbackName: "", checkSum: notice.checkSum)
  }

  /// A module at `base`, the one already known if it is the same image.
  private func makeModule(
    base: UInt64, size: UInt64 = 0, isUser: Bool, path: String, fallbackName: String,
    checkSum: UInt32 = 0, timeDateStamp: UInt32 = 0, codeView: CodeViewRecord? = nil,
    space: AddressSpace = .processor(0)
  ) -> Module? {
    var imageName = fileName(path)
    if imageName.isEmpty { imageName = fallbackName }
    let known = isUser ? moduleCache[space] : moduleCache[.processor(0)]
    if let module = known?[base], module.imageName == imageName, size == 0 || module.size == size {
      // What was found by its header alone has a path once the loader lists it.
      if !path.isEmpty { module.path = path }
      return module
    }
    let target = target
    let source = ClosureSource { offset, count in
      MemoryView(target: target, space: space).bytes(base &+ offset, count)
    }
    let header = try? PEImage(source, layout: .memory)
    let bytes = size != 0 ? size : UInt64(header?.sizeOfImage ?? 0)
    guard bytes != 0 else { return nil }
    let isKernel = base == kernelBase || base == target.kernelBaseHint
    let name = isKernel && !isUser ? "nt" : stem(imageName)
    let module = Module(
      base: base, size: bytes, name: name, imageName: imageName, path: path,
      timeDateStamp: header?.timeDateStamp ?? timeDateStamp,
      checkSum: header?.checkSum ?? checkSum, isUser: isUser, source: source, store: symbols,
      codeView: codeView)
    moduleCache[isUser ? space : .processor(0), default: [:]][base] = module
    return module
  }

  /// An image came: known from now on, and deferred breakpoints find their places.
  func noteLoad(_ notice: ImageNotice) {
    stateChanged()
    if target.kind == .user { return resolveBreakpoints() }
    // A process' images are found through its PEB.
    guard isKernelAddress(notice.base) else { return }
    announced[notice.base] = notice
    if !kernelModules.contains(where: { $0.base == notice.base }), let module = makeModule(notice) {
      kernelModules.append(module)
    }
    resolveBreakpoints()
  }

  /// Whether an address is the kernel's, for which every process has the same memory.
  public func isKernelAddress(_ address: UInt64) -> Bool {
    address >= (target.pointerSize == 8 ? 0x8000_0000_0000_0000 : 0x8000_0000)
  }

  /// An image went.
  func noteUnload(_ notice: ImageNotice) {
    forgetBreakpoints(in: notice)
    announced[notice.base] = nil
    kernelModules.removeAll { $0.base == notice.base }
    for space in moduleCache.keys { moduleCache[space]?[notice.base] = nil }
    stateChanged()
    resolveBreakpoints()
  }
}

/// The last part of a path, either kind of separator.
func fileName(_ path: String) -> String {
  guard let cut = path.lastIndex(where: { $0 == "\\" || $0 == "/" }) else { return path }
  return String(path[path.index(after: cut)...])
}

/// A file's name without its last extension.
func stem(_ name: String) -> String {
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
  return String(name[..<dot])
}
