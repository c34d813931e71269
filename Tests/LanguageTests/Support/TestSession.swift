import Commands
import Engine
import Foundation
import Images
import Language
import Testing

/// A session on 64 KiB of bytes at 200000h and the walker program as module `nt`, with registers of
/// known values.
struct TestSession {
  static let data: UInt64 = 0x20_0000
  static let walkerBase: UInt64 = 0x40_0000

  let session: Session
  let target: BytesTarget

  /// Where the engine's fixtures stand.
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "EngineTests/Fixtures").path(percentEncoded: false)

  /// A session made elsewhere.
  init(session: Session) {
    self.session = session
    target = BytesTarget()
  }

  init(
    kind: TargetKind = .kernel, processors: Int = 1, withImage: Bool = false,
    image: String = "walker.exe",
    sets: [CommandSet] = BuiltIn.families
  ) throws {
    target = BytesTarget(kind: kind, processors: processors)
    target.regions.append((Self.data, Self.pattern))
    for processor in 0..<processors {
      var context = Context()
      context[.rax] = 0x1122_3344_FFFF_FFFE
      context[.rbx] = 0x20_0010
      context[.rsp] = 0x20_8000
      context[.rip] = 0x20_0000 + UInt64(processor)
      context[.efl] = 0x246
      context[.cs] = 0x10
      context[.ss] = 0x18
      target.contexts[processor] = context
    }
    let debugger = Debugger(target: target, symbols: SymbolStore(path: Self.fixtures))
    if withImage {
      let file = try Data(contentsOf: URL(filePath: "\(Self.fixtures)/\(image)"))
      target.regions.append((Self.walkerBase, try PEImage([UInt8](file)).mapped()))
      target.kernelBaseHint = Self.walkerBase
      try debugger.reloadModules()
    }
    session = Session(debugger: debugger, commands: sets)
  }

  /// 0 1 2 ... 255 0 1 2 ..., with a few things at places of their own.
  private static let pattern: [UInt8] = {
    var bytes = (0..<0x10000).map { UInt8(truncatingIfNeeded: $0) }
    func put(_ values: [UInt8], at offset: Int) {
      bytes.replaceSubrange(offset..<offset + values.count, with: values)
    }
    put(Array("Leaky pool\0".utf8), at: 0x400)
    put(Array("wide\0".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, at: 0x420)
    // A counted string: length, maximum, padding, buffer.
    put([8, 0, 10, 0, 0, 0, 0, 0, 0x20, 0x04, 0x20, 0, 0, 0, 0, 0], at: 0x440)
    put([0x00, 0x04, 0x20, 0, 0, 0, 0, 0], at: 0x460)
    return bytes
  }()

  /// What is printed when lines are typed one after the other.
  func type(_ lines: String...) -> String {
    var text = ""
    session.output = { text += $0 }
    for line in lines { _ = session.execute(line) }
    return text
  }

  /// Checks a session written as it looks: a line that starts with the prompt is typed, the lines
  /// after it are the whole answer.
  func expect(
    _ transcript: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    var typed: String?
    var wanted: [String] = []
    func finish() {
      guard let line = typed else { return }
      var answer = type(line)
      if answer.hasSuffix("\n") { answer.removeLast() }
      #expect(
        answer == wanted.joined(separator: "\n"), "\(line)", sourceLocation: sourceLocation)
    }
    for line in transcript.split(separator: "\n", omittingEmptySubsequences: false) {
      let prompts = ["kd> ", "0: kd> ", "1: kd> "]
      if let prompt = prompts.first(where: { line.hasPrefix($0) }) {
        finish()
        typed = String(line.dropFirst(prompt.count))
        wanted = []
      } else {
        wanted.append(String(line))
      }
    }
    finish()
  }
}
