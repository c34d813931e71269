import Engine

/// Parts of what is shown about the place of a stop.
public struct StopParts: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The instruction.
  public static let disassembly = StopParts(rawValue: 1)
  /// The registers, where steps show them.
  public static let registers = StopParts(rawValue: 2)
  /// The symbol above the instruction.
  public static let symbol = StopParts(rawValue: 4)
}

extension Session {
  /// The label above an instruction: `module!symbol+0x12:`, with `[file @ line]` when lines are shown;
  /// nil where no symbol is near.
  public func label(_ address: UInt64) -> String? {
    guard let symbol = symbolText(address) else { return nil }
    let source = showsSourceLines ? sourceText(address).map { " [\($0)]" } ?? "" : ""
    return "\(symbol)\(source):"
  }

  /// Prints where the target stands: the registers if steps show them, the label, the instruction.
  public func printLocation(withRegisters: Bool = false) throws {
    let ip: UInt64
    do {
      ip = try debugger.position().ip
    } catch {
      throw CommandError(error)
    }
    if withRegisters, !hiddenAtStops.contains(.registers) {
      for line in RegisterDisplay.lines(try context, registerMask, pointerSize: pointerSize) {
        print(line)
      }
    }
    if sourceOptions.contains(.text), let line = sourceLineText(ip) {
      print(line)
      if sourceOptions.contains(.textOnly) {
        displays["u"] = .init(address: ip, command: "u")
        return
      }
    }
    if !hiddenAtStops.contains(.symbol), let label = label(ip) { print(label) }
    if !hiddenAtStops.contains(.disassembly) {
      print(disassemble(ip, context: try context).text)
    }
    variables.effectiveAddresses = effectiveAddresses(at: ip)
    displays["u"] = .init(address: ip, command: "u")
  }
}
