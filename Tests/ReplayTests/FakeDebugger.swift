import Engine
import Language

/// A debugger with a scripted target: a shell on the console, and a leak that never idles.
final class FakeDebugger: Conversation {
  var prompt = "0: kd>"
  var output: (String) -> Void = { _ in }
  var ask: ((String) -> String?)?
  weak var attendant: (any ConsoleAttendant)?
  let instructionsPerSecond: UInt64 = 1_000
  /// What the debugger was told, in order.
  private(set) var executed: [String] = []
  /// Answers by command.
  var answers: [String: String] = [:]
  /// The command that lets the target reach a breakpoint instead of its shell.
  var stopsAtBreakpoint = false

  private(set) var clock: UInt64 = 0
  private var isLeaking = false
  /// How far the host gets in a slice: it differs from run to run.
  var sliceLength: UInt64 = 100
  /// The clock at each break-in.
  private(set) var breakIns: [UInt64] = []

  func start() -> ConversationState {
    print("Gurney\r\nC:\\>")
    return run()
  }

  func execute(_ line: String) -> ConversationState {
    executed.append(line)
    switch line {
    case "q":
      return .over
    case "g":
      if stopsAtBreakpoint {
        output("Breakpoint 0 hit\nnt!Foo:\n")
        return .prompt
      }
      return run()
    case _ where line.hasPrefix(".echo "):
      output(line.dropFirst(6) + "\n")
      return .prompt
    default:
      output(answers[line] ?? "")
      return .prompt
    }
  }

  func interrupt() {}

  private func run() -> ConversationState {
    while true {
      // A slice ends where the attendant wants to be asked, else wherever the host got to.
      clock = min(clock + sliceLength, attendant?.askAt ?? .max)
      let state = RunningState(isIdle: !isLeaking, instructionCount: clock)
      switch attendant?.targetRuns(state) ?? .breakIn {
      case .resume: continue
      case .breakIn:
        breakIns.append(clock)
        output("Break instruction exception - code 80000003 (first chance)\n")
        return .prompt
      case .type(let bytes):
        let line = String(decoding: bytes.dropLast(), as: UTF8.self)
        print(line + "\r\n")
        if line == "leak" {
          isLeaking = true
          print("Leaking...\r\n")
        } else {
          print("you typed \(line)\r\n\r\nC:\\>")
        }
      }
    }
  }

  private func print(_ text: String) {
    attendant?.consolePrinted(Array(text.utf8))
  }
}
