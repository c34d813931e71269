import Commands
import Engine
import Foundation
import Images
import Language
import Machine

/// A session on the walker program running on a bare machine, standing before the first instruction
/// of a function.
struct LiveSession {
  private static let exit: UInt64 = 0x3F_0000
  private static let stackTop: UInt64 = 0x30_0000

  let session: Session
  let test: TestSession

  init(_ function: String, argument: UInt64 = 0, processors: Int = 1) throws {
    let machine = Machine.bare(memoryBytes: 16 << 20, processors: processors)
    let file = try Data(contentsOf: URL(filePath: TestSession.fixtures + "/walker.exe"))
    machine.load(try PEImage([UInt8](file)).mapped(), at: TestSession.walkerBase)
    machine.load([0xF4, 0xEB, 0xFD], at: Self.exit)
    let target = LiveTarget(machine, kernelBase: TestSession.walkerBase)
    let debugger = Debugger(target: target, symbols: SymbolStore(path: TestSession.fixtures))
    try debugger.reloadModules()
    let registers = machine.processors[0].registers
    registers[gpr: 4] = Self.stackTop - 8
    registers[gpr: 1] = argument
    registers.rip = try debugger.address(of: function)
    machine.memory.store(Self.stackTop - 8, Self.exit)
    session = Session(debugger: debugger, commands: BuiltIn.families)
    test = TestSession(session: session)
  }
}
