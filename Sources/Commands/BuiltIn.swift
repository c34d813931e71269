import Language

/// The families of built-in and dot commands, in the order of the manual.
///
/// A family joins by a line here; nothing registers itself.
public enum BuiltIn {
  /// Every family.
  public static let families: [CommandSet] = [
    .expressions,
    .text,
    .aliases,
    .help,
    .extensionModules,
    .session,
    .versions,
    .memoryDisplay,
    .memoryEntry,
    .memorySearch,
    .memoryFiles,
    .memoryScans,
    .registers,
    .disassembly,
    .patternDisassembly,
    .assembly,
    .symbols,
    .types, .dataModel, .natvis,
    .locals,
    .symbolSettings,
    .modules,
    .stack,
    .contexts,
    .prefixes,
    .stops,
    .processes,
    .calls,
    .execution,
    .breakpoints,
    .events,
    .targetControl,
    .targetMemory,
    .sourceLines,
    .machineRegisters,
    .exceptionRecords,
    .functionData,
    .dumps,
    .sessionSettings,
    .shell,
  ]
}
