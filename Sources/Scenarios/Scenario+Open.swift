import Guest
import Machine

/// A machine that stands at its kernel's first instruction, with what a debugger needs to know of it.
public struct BootedMachine {
  public let machine: Machine
  /// Where the kernel image lies.
  public let kernelBase: UInt64
  /// The folders that hold the PDBs of the guest's images.
  public let symbolPath: [String]
}

extension Scenario {
  /// Makes the scenario's machine and boots it up to the kernel's entry; nothing has run yet.
  ///
  /// Throws `BootError` when the build lacks a file or an image cannot be placed.
  public func boot(_ options: BootOptions? = nil) throws(BootError) -> BootedMachine {
    let options = options ?? self.options
    let machine = Machine(
      MachineConfiguration(processors: options.processors, memoryBytes: options.memoryBytes))
    let kernelBase = try BootLoader.boot(machine, images: images, options: options)
    return BootedMachine(
      machine: machine, kernelBase: kernelBase, symbolPath: [Guest.folder.path])
  }
}
