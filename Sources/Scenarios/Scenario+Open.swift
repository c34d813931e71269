import Engine
import Guest
import Machine

/// A machine that stands before its first instruction.
public struct BootedMachine {
  public let machine: Machine
  /// Where the kernel image lies; nil on a bare machine.
  public let kernelBase: UInt64?
}

extension Scenario {
  /// Makes the scenario's machine and boots it up to its first instruction; nothing has run yet.
  ///
  /// Throws `BootError` when the build lacks a file or an image cannot be placed.
  public func boot(_ options: BootOptions? = nil) throws(BootError) -> BootedMachine {
    let options = options ?? self.options
    let machine = Machine(
      MachineConfiguration(
        processors: options.processors, memoryBytes: options.memoryBytes,
        bootTime: options.bootTime, features: options.processor.features))
    switch contents {
    case .system(let images):
      let kernelBase = try BootLoader.boot(machine, images: images, options: options)
      return BootedMachine(machine: machine, kernelBase: kernelBase)
    case .bare(let mode):
      BareMachine.prepare(machine, mode)
      return BootedMachine(machine: machine, kernelBase: nil)
    }
  }

  /// Opens the scenario as a target: its machine is booted and a debugger attached, before the
  /// kernel's first instruction.
  ///
  /// `symbolPath` is searched before the folder with the PDBs of the guest's own images.
  public func open(
    _ options: BootOptions? = nil, symbolPath: String = ""
  ) throws(BootError) -> Debugger {
    let booted = try boot(options)
    let target = LiveTarget(
      booted.machine, kernelBase: booted.kernelBase, isBare: booted.kernelBase == nil)
    let debugger = Debugger(
      target: target, symbols: SymbolStore(path: Self.symbolPath(symbolPath)))
    Self.connect(booted.machine, debugger)
    target.makeMachine = { [backReference = debugger.backReference] in
      let again = try self.boot(options).machine
      if let debugger = backReference.object { Self.connect(again, debugger) }
      return again
    }
    return debugger
  }

  /// Has a machine say what it does not execute.
  private static func connect(_ machine: Machine, _ debugger: Debugger) {
    machine.onUnimplemented = { [backReference = debugger.backReference] processor, rip, name in
      let notice =
        "Processor \(processor) at \(String(rip, radix: 16)): the machine does not execute "
        + "'\(name)'; it raises #UD. Said once.\n"
      backReference.object?.onPrint?(Array(notice.utf8))
    }
  }

  /// A symbol path with the folder of the guest's own PDBs behind it.
  public static func symbolPath(_ path: String?) -> String {
    guard let path, !path.isEmpty else { return Guest.folder.path }
    return "\(path);\(Guest.folder.path)"
  }
}
