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

  /// The module of this name or file name, case ignored.
  public func module(named name: String) -> Module? {
    let wanted = name.lowercased()
    return modules.first { $0.name.lowercased() == wanted }
      ?? modules.first { $0.imageName.lowercased() == wanted }
      ?? modules.first { stem($0.imageName).lowercased() == wanted }
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
    if target.kind == .kernel { try reloadKernelModules() }
    breakInPlace = nil
    resolveBreakpoints()
  }

  private func reloadKernelModules() throws(LookupError) {
    let memory = MemoryView(target: target, space: .processor(0))
    guard let base = findKernelBase(memory) else { throw .noModule("nt") }
    kernelBase = base
    guard let nt = makeModule(base: base, isUser: false, path: "", fallbackName: "ntoskrnl.exe")
    else { throw .noModule("nt") }
    var list: [Module] = []
    for entry in LoaderEntry.list(at: moduleListHead(nt, memory), memory) {
      if let module = makeModule(entry, isUser: false, space: .processor(0)) { list.append(module) }
    }
    // Before the kernel has made its list, there is at least the kernel.
    if !list.contains(where: { $0.base == base }) { list.insert(nt, at: 0) }
    for (base, notice) in announced where !list.contains(where: { $0.base == base }) {
      if let module = makeModule(notice) { list.append(module) }
    }
    kernelModules = list
  }

  private func readUserModules() -> [Module] {
    guard target.kind == .user || !kernelModules.isEmpty, let peb = currentPEB, peb != 0 else {
      return []
    }
    let memory = MemoryView(target: target, space: addressSpace)
    // _PEB.Ldr, _PEB_LDR_DATA.InLoadOrderModuleList (x64).
    guard let loader = memory.pointer(peb &+ 0x18), loader != 0 else { return [] }
    return LoaderEntry.list(at: loader &+ 0x10, memory, limit: 1024).compactMap {
      makeModule($0, isUser: true, space: addressSpace)
    }
  }

  private func makeModule(_ entry: LoaderEntry, isUser: Bool, space: AddressSpace) -> Module? {
    let path = entry.fullName.isEmpty ? entry.baseName : entry.fullName
    return makeModule(
      base: entry.base, size: entry.size, isUser: isUser, path: path, fallbackName: entry.baseName,
      checkSum: entry.checkSum, space: space)
  }

  private func makeModule(_ notice: ImageNotice) -> Module? {
    makeModule(
      base: notice.base, size: notice.size, isUser: notice.base < 0x8000_0000_0000_0000,
      path: notice.path, fallbackName: "", checkSum: notice.checkSum)
  }

  /// A module at `base`, the one already known if it is the same image.
  private func makeModule(
    base: UInt64, size: UInt64 = 0, isUser: Bool, path: String, fallbackName: String,
    checkSum: UInt32 = 0, space: AddressSpace = .processor(0)
  ) -> Module? {
    var imageName = fileName(path)
    if imageName.isEmpty { imageName = fallbackName }
    let known = isUser ? moduleCache[space] : moduleCache[.processor(0)]
    if let module = known?[base], module.imageName == imageName, size == 0 || module.size == size {
      return module
    }
    let target = target
    let source = ClosureSource { offset, count in
      MemoryView(target: target, space: space).bytes(base &+ offset, count)
    }
    let header = try? PEImage(source, layout: .memory)
    let bytes = size != 0 ? size : UInt64(header?.sizeOfImage ?? 0)
    guard bytes != 0 else { return nil }
    let name = base == kernelBase && !isUser ? "nt" : stem(imageName)
    let module = Module(
      base: base, size: bytes, name: name, imageName: imageName, path: path,
      timeDateStamp: header?.timeDateStamp ?? 0, checkSum: header?.checkSum ?? checkSum,
      isUser: isUser, source: source, store: symbols)
    moduleCache[isUser ? space : .processor(0), default: [:]][base] = module
    return module
  }

  /// An image came: known from now on, and deferred breakpoints find their places.
  func noteLoad(_ notice: ImageNotice) {
    announced[notice.base] = notice
    if notice.base >= 0x8000_0000_0000_0000,
      !kernelModules.contains(where: { $0.base == notice.base }),
      let module = makeModule(notice)
    {
      kernelModules.append(module)
    }
    stateChanged()
    resolveBreakpoints()
  }

  /// An image went.
  func noteUnload(_ notice: ImageNotice) {
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
