import Engine
import Language

/// What a letter after `k` adds to the display.
struct StackStyle {
  /// `k`: stack pointer and return address; `kb` leaves the stack pointer out, `kc` both and the
  /// displacements.
  var showsStackPointer = true
  var showsReturnAddress = true
  var showsDisplacement = true
  /// `b`, `v`: the four parameter slots.
  var showsArguments = false
  /// `n`: frame numbers.
  var showsNumbers = false
  /// `f`: bytes from one frame to the next.
  var showsFrameSize = false
  /// `p`: the parameters' names and values; `P` one a line.
  var showsParameters = false
  var parametersOnLines = false
  /// `L`: no source lines.
  var hidesSource = false

  init(letters: String) {
    showsNumbers = letters.contains("n")
    showsFrameSize = letters.contains("f")
    showsArguments = letters.contains("b") || letters.contains("v")
    showsStackPointer = !letters.contains("b") || letters.contains("v")
    hidesSource = letters.contains("L")
    parametersOnLines = letters.contains("P")
    showsParameters = letters.contains("p") || parametersOnLines
    if letters.contains("c") {
      showsStackPointer = false
      showsReturnAddress = false
      showsDisplacement = false
      showsArguments = false
    }
  }

  /// The line above the frames.
  func header(_ session: Session) -> String {
    let width = session.pointerSize == 8 ? 17 : 8
    var text = showsNumbers ? " # " : ""
    if showsFrameSize { text += "  Memory  " }
    if showsStackPointer {
      text += (session.pointerSize == 8 ? "Child-SP" : "ChildEBP").padded(width) + " "
    }
    if showsReturnAddress { text += "RetAddr".padded(width) + " " }
    if showsArguments {
      text += ": " + "Args to Child".padded(4 * width + 3) + " : "
    }
    return text + "Call Site"
  }

  /// A frame's line. `previous` is the frame printed before it, which `f` measures from.
  func line(_ session: Session, _ frame: Frame, previous: Frame?) -> String {
    var text = showsNumbers ? UInt64(frame.number).hex(2) + " " : ""
    if showsFrameSize { text += sizeColumn(frame, previous) }
    if case .inline = frame.kind {
      text += inlineColumns(session)
    } else {
      if showsStackPointer { text += session.addressText(frame.sp) + " " }
      if showsReturnAddress { text += session.addressText(frame.returnAddress) + " " }
      if showsArguments { text += ": " + arguments(session, frame) + " : " }
    }
    text += callSite(session, frame)
    if !hidesSource, session.showsSourceLines, let source = session.sourceText(frame.lookupAddress)
    {
      text += " [\(source)]"
    }
    return text
  }

  private func sizeColumn(_ frame: Frame, _ previous: Frame?) -> String {
    guard let previous, frame.sp >= previous.sp else { return String(repeating: " ", count: 10) }
    return (frame.sp &- previous.sp).hex().leftPadded(9) + " "
  }

  private func inlineColumns(_ session: Session) -> String {
    let blank = session.pointerSize == 8 ? "--------`--------" : "--------"
    var text = ""
    if showsStackPointer { text += "(Inline Function)".padded(blank.count) + " " }
    if showsReturnAddress { text += blank + " " }
    if showsArguments { text += ": " + "(Inline Function)".padded(4 * blank.count + 3) + " : " }
    return text
  }

  private func arguments(_ session: Session, _ frame: Frame) -> String {
    let missing = session.pointerSize == 8 ? "????????`????????" : "????????"
    return frame.homes.prefix(4).map { $0.map(session.addressText) ?? missing }
      .joined(separator: " ")
  }

  private func callSite(_ session: Session, _ frame: Frame) -> String {
    if case .inline(let site) = frame.kind {
      guard let module = session.debugger.module(containing: frame.ip) else { return site.name }
      let start = module.base &+ UInt64(site.rva)
      let name = "\(module.name)!\(site.name)"
      guard showsDisplacement, frame.ip > start else { return name }
      return "\(name)+0x\((frame.ip &- start).hex())"
    }
    guard let symbol = session.debugger.symbolize(frame.ip) else {
      return frame.ip > 0xFFFF_FFFF ? "0x\(session.addressText(frame.ip))" : "0x\(frame.ip.hex())"
    }
    var text = symbol.qualifiedName
    if showsParameters { text += "(\(parameters(session, frame)))" }
    if showsDisplacement, symbol.displacement != 0 { text += "+0x\(symbol.displacement.hex())" }
    return text
  }

  private func parameters(_ session: Session, _ frame: Frame) -> String {
    let parameters = (session.locals(of: frame) ?? []).filter(\.isParameter)
    guard !parameters.isEmpty else { return "void" }
    let texts = parameters.map { parameter in
      "\(TypeText.c(parameter.type)) \(parameter.name) = "
        + Locals.value(parameter, frame.context, session)
    }
    guard parametersOnLines else { return texts.joined(separator: ", ") }
    return "\n" + texts.map { String(repeating: " ", count: 12) + $0 }.joined(separator: ",\n")
  }
}
