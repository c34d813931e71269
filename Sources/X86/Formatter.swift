/// Names addresses for the text of branch targets and absolute operands.
public protocol SymbolProvider {
  /// The symbol at or before `address` and the distance from it; nil when none is near.
  func symbol(at address: UInt64) -> (name: String, displacement: UInt64)?
}

/// Writes instructions as WinDbg does.
public struct Formatter {
  /// An instruction's text in its two columns.
  public struct Line: Sendable, Equatable {
    /// The mnemonic, with `lock`, `rep` and the like before it and one blank between them.
    public var mnemonic: String
    /// The operands, separated by commas without blanks; empty when there are none.
    public var operands: String

    /// A line of the two columns.
    public init(mnemonic: String, operands: String) {
      self.mnemonic = mnemonic
      self.operands = operands
    }

    /// Both columns: the mnemonic padded to 8 if operands follow, at least one blank between.
    public var text: String {
      guard !operands.isEmpty else { return mnemonic }
      var padded = mnemonic
      repeat { padded += " " } while padded.utf8.count < 8
      return padded + operands
    }
  }

  /// Where names come from; nil writes plain addresses.
  public var symbols: (any SymbolProvider)?

  /// A formatter that names addresses by `symbols`.
  public init(symbols: (any SymbolProvider)? = nil) {
    self.symbols = symbols
  }

  /// The text of an instruction that stands at `address`. Bytes that are no instruction have the
  /// mnemonic `???`.
  public func format(_ instruction: Instruction, at address: UInt64) -> Line {
    guard let text = text(of: instruction, at: address) else {
      return Line(mnemonic: "???", operands: "")
    }
    return Line(
      mnemonic: written { text.writeMnemonic(&$0) },
      operands: written { text.writeOperands(&$0) })
  }

  /// Appends both columns, as `Line.text` has them, to `line`: the way to format many instructions
  /// without a string for each.
  public func append(_ instruction: Instruction, at address: UInt64, to line: inout [UInt8]) {
    guard let text = text(of: instruction, at: address) else {
      return line.append(contentsOf: [0x3f, 0x3f, 0x3f])
    }
    write(to: &line) { buffer in
      text.writeMnemonic(&buffer)
      if text.hasOperands {
        buffer.pad(to: 8)
        text.writeOperands(&buffer)
      }
    }
  }

  /// `name+0x12 (fffff801`00001234)`, or the address alone where there is no name.
  public func format(address: UInt64, mode: Mode) -> String {
    written { buffer in
      if let symbols, InstructionText.write(nameOf: address, mode, symbols, &buffer) { return }
      buffer.append(address: address, mode: mode)
    }
  }

  /// The text of a valid instruction.
  @inline(__always)
  private func text(of instruction: Instruction, at address: UInt64) -> InstructionText? {
    let index = TextIndex.shared
    guard instruction.isValid, Int(instruction.form) < index.count else { return nil }
    return InstructionText(instruction, index, address, symbols)
  }

  private func written(_ body: (inout TextBuffer) -> Void) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, body)
    return String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always)
  private func write(to bytes: inout [UInt8], _ body: (inout TextBuffer) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TextBuffer.capacity) { scratch in
      guard let start = scratch.baseAddress else { return }
      var taken: [UInt8] = []
      swap(&taken, &bytes)
      var buffer = TextBuffer(consume taken, scratch: start)
      body(&buffer)
      buffer.flush()
      bytes = buffer.output
    }
  }
}
