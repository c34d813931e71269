import Engine
import Foundation
import Language
import X86

/// The code of a function, found by following its branches.
struct FunctionFlow {
  /// The function's first address and the end of its code as far as symbols or unwind data tell.
  private let range: Range<UInt64>
  /// Instructions by address.
  private var code: [UInt64: DisassemblyLine] = [:]
  /// Where a block begins.
  private var leaders: Set<UInt64> = []

  /// Functions of more instructions than this are cut off.
  private static let most = 20_000

  /// Follows the function that holds an address.
  init(around address: UInt64, _ session: Session) throws {
    range = Self.range(around: address, session)
    var pending = [range.lowerBound]
    leaders.insert(range.lowerBound)
    while let start = pending.popLast() {
      var place = start
      while code[place] == nil, code.count < Self.most {
        try session.checkCancelled()
        let line = session.disassemble(place)
        guard line.instruction.isValid else {
          if code.isEmpty { throw CommandError.message("No code found, aborting") }
          break
        }
        code[place] = line
        let next = line.end
        if let target = Self.target(line), range.contains(target) {
          leaders.insert(target)
          pending.append(target)
        }
        if Self.endsBlock(line.instruction) {
          if line.instruction.flow == .conditional {
            leaders.insert(next)
            pending.append(next)
          }
          break
        }
        guard range.contains(next) else { break }
        place = next
      }
    }
  }

  /// From the procedure's record, the unwind data, or the symbols around the address.
  private static func range(around address: UInt64, _ session: Session) -> Range<UInt64> {
    if let module = session.debugger.module(containing: address),
      let procedure = module.procedure(containing: address)
    {
      let start = module.base &+ UInt64(procedure.rva)
      return start..<max(start &+ 1, start &+ UInt64(procedure.length))
    }
    guard let symbol = session.debugger.symbolize(address), !symbol.name.isEmpty else {
      return address..<max(address, address &+ 0x1000)
    }
    let end = session.debugger.nextSymbol(after: address)?.address ?? symbol.module.end
    return symbol.address..<max(symbol.address &+ 1, end)
  }

  /// Where a direct branch goes; nil for anything else.
  private static func target(_ line: DisassemblyLine) -> UInt64? {
    let instruction = line.instruction
    guard instruction.flow == .jump || instruction.flow == .conditional,
      instruction.operand(0).kind == .relative
    else { return nil }
    return line.end &+ UInt64(bitPattern: instruction.immediate)
  }

  private static func endsBlock(_ instruction: Instruction) -> Bool {
    switch instruction.flow {
    case .jump, .conditional, .return, .systemReturn, .undefined: true
    default: false
    }
  }

  /// How many instructions there are.
  var count: Int { code.count }

  /// Prints the blocks in the order of their addresses, each under its label.
  func print(_ session: Session) {
    var previousEnd: UInt64?
    for address in code.keys.sorted() {
      guard let line = code[address] else { continue }
      if leaders.contains(address) || previousEnd != address {
        if previousEnd != nil { session.print() }
        if let label = session.label(address) { session.print(label) }
      }
      session.print(
        number(address, session) + line.text + (Self.target(line) == nil ? "" : "  Branch"))
      previousEnd = line.end
    }
  }

  /// The number of an instruction's source line, where source lines are shown.
  private func number(_ address: UInt64, _ session: Session) -> String {
    guard session.showsSourceLines, !session.assemblyOptions.contains(.sourceLine) else {
      return ""
    }
    let line = session.debugger.sourceLine(at: address).map { String($0.line) } ?? ""
    return line.leftPadded(5) + " "
  }

  /// Prints the calls only: `uf /c`.
  func printCalls(_ session: Session) {
    let name = session.symbolText(range.lowerBound) ?? session.addressText(range.lowerBound)
    session.print("\(name) (\(session.addressText(range.lowerBound)))")
    for address in code.keys.sorted() {
      guard let line = code[address], line.instruction.flow == .call else { continue }
      let place = session.symbolText(address) ?? ""
      session.print("  \(place) (\(session.addressText(address))):")
      guard line.instruction.operand(0).kind == .relative else {
        let text = line.text.range(of: " call ").map { line.text[$0.lowerBound...].dropFirst() }
        session.print("    unresolvable call: \(text ?? "")")
        continue
      }
      let target = line.end &+ UInt64(bitPattern: line.instruction.immediate)
      let targetName = session.symbolText(target) ?? ""
      session.print("    call to \(targetName) (\(session.addressText(target)))")
    }
  }
}
