import Engine
import Foundation
import Images

/// The program of `Fixtures`: functions with every kind of frame, and a small debugger layer.
enum Walker {
  static let base: UInt64 = 0x40_0000

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures").path(percentEncoded: false)

  /// The image as it lies in memory.
  static func mapped() throws -> [UInt8] {
    let file = try Data(contentsOf: URL(filePath: folder + "/walker.exe"))
    return try PEImage([UInt8](file)).mapped()
  }

  /// A session on the image in plain memory, as module `nt`.
  static func session(symbols: String = folder) throws -> (debugger: Debugger, target: MemoryTarget)
  {
    let target = MemoryTarget()
    target.kernelBaseHint = base
    target.add(try mapped(), at: base)
    let debugger = Debugger(target: target, symbols: SymbolStore(path: symbols))
    try debugger.reloadModules()
    return (debugger, target)
  }
}
