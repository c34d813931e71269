/// The console: ports E0h to E2h.
///
/// A byte written to E0h is printed; a read there takes the next byte of input, 0 if there is none.
/// Bit 0 of E1h says that input waits. E2h holds the vector, raised on processor 0 for each arrival
/// of input; 0 is none.
public final class ConsoleDevice {
  /// Called with what the guest prints, in order, in pieces of any size.
  public var onOutput: (([UInt8]) -> Void)?

  var input: [UInt8] = []
  var taken = 0
  var vector: UInt8 = 0
  private var output: [UInt8] = []
  /// Raises the input interrupt; set by the machine.
  var raise: ((UInt8) -> Void)?

  init() {}

  /// Bytes typed and not yet read by the guest.
  public var waitingInput: Int { input.count - taken }

  /// Types bytes: appends them to the input and raises the console's interrupt.
  public func type(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    input.append(contentsOf: bytes)
    if vector != 0 { raise?(vector) }
  }

  /// Types a text's UTF-8.
  public func type(_ text: String) { type(Array(text.utf8)) }

  func take() -> UInt8 {
    guard taken < input.count else { return 0 }
    let byte = input[taken]
    taken += 1
    if taken == input.count {
      input.removeAll(keepingCapacity: true)
      taken = 0
    }
    return byte
  }

  func put(_ byte: UInt8) {
    output.append(byte)
    if byte == 10 || output.count >= 256 { flush() }
  }

  /// Hands over what has been printed. The machine does so whenever it stops.
  func flush() {
    guard !output.isEmpty else { return }
    let bytes = output
    output.removeAll(keepingCapacity: true)
    onOutput?(bytes)
  }
}
