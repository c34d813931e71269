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
    guard var text = text(instruction, at: address, into: []) else {
      return Line(mnemonic: "???", operands: "")
    }
    text.writeMnemonic()
    let end = text.buffer.bytes.count
    text.writeOperands()
    let bytes = text.buffer.bytes
    return Line(
      mnemonic: String(decoding: bytes[..<end], as: UTF8.self),
      operands: String(decoding: bytes[end...], as: UTF8.self))
  }

  /// Appends the text of an instruction, both columns as `Line.text` has them, to a buffer that may
  /// be used again and again: 10 times as fast as making strings.
  public func append(_ instruction: Instruction, at address: UInt64, to bytes: inout [UInt8]) {
    let start = bytes.count
    guard var text = text(instruction, at: address, into: bytes) else {
      bytes.append(contentsOf: "???".utf8)
      return
    }
    bytes = []
    text.writeLine(from: start)
    bytes = text.buffer.bytes
  }

  private func text(
    _ instruction: Instruction, at address: UInt64, into bytes: consuming [UInt8]
  ) -> InstructionText? {
    let rows = Form.all
    guard instruction.isValid, Int(instruction.form) < rows.count else { return nil }
    return InstructionText(
      instruction, rows[Int(instruction.form)], address, symbols, into: TextBuffer(bytes: bytes))
  }

  /// `name+0x12 (fffff801`00001234)`, or the address alone where there is no name.
  public func format(address: UInt64, mode: Mode) -> String {
    InstructionText.named(address, mode, symbols)
      ?? HexText.address(address, mode: mode)
  }
}
