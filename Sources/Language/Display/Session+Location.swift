import Engine

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
    let context = try self.context
    if withRegisters {
      for line in RegisterDisplay.lines(context, registerMask, pointerSize: pointerSize) {
        print(line)
      }
    }
    if let label = label(context.ip) { print(label) }
    print(disassemble(context.ip, context: context).text)
    variables.effectiveAddresses = effectiveAddresses(at: context.ip, context)
    displays["u"] = .init(address: context.ip, command: "u")
  }
}
