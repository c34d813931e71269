import Engine
import Language

@testable import Terminal

/// A debugger whose target runs for a while at each `g`, as a list of states says.
final class FakeConversation: Conversation {
  var prompt = "0: kd>"
  var output: (String) -> Void = { _ in }
  var ask: ((String) -> String?)?
  weak var attendant: (any ConsoleAttendant)?
  let instructionsPerSecond: UInt64 = 100
  private(set) var executed: [String] = []
  private(set) var typed: [UInt8] = []
  /// The target never waits for its console.
  var isRestless = false

  private(set) var clock: UInt64 = 0

  func start() -> ConversationState {
    attendant?.consolePrinted(Array("C:\\>".utf8))
    return run()
  }

  func execute(_ line: String) -> ConversationState {
    executed.append(line)
    switch line {
    case "q": return .over
    case "g": return run()
    case "k": output("frame 0\nframe 1\n")
    case ".printf": output("no line end")
    default: output("    ^ Syntax error in '\(line)'\n")
    }
    return .prompt
  }

  func interrupt() {}

  private func run() -> ConversationState {
    while true {
      clock += 1_000
      let state = RunningState(isIdle: !isRestless, instructionCount: clock)
      switch attendant?.targetRuns(state) ?? .breakIn {
      case .resume: continue
      case .type(let bytes): typed += bytes
      case .breakIn: return .prompt
      }
    }
  }
}

/// Lines from a list.
final class FakeLines: LineSource {
  private var lines: [TypedLine]
  private(set) var prompts: [String] = []
  private(set) var remembered: [String] = []

  init(_ lines: [TypedLine]) {
    self.lines = lines
  }

  func readLine(prompt: String) -> TypedLine {
    prompts.append(prompt)
    return lines.isEmpty ? .end : lines.removeFirst()
  }

  func remember(_ line: String) {
    remembered.append(line)
  }
}

/// Everything written to a screen.
final class Written {
  private(set) var text = ""

  func screen(isColoured: Bool = false) -> Screen {
    Screen(style: Style(isColoured: isColoured)) { [weak self] bytes in
      self?.text += String(decoding: bytes, as: UTF8.self)
    }
  }
}
