import Engine
import Foundation
import Language

/// Types a transcript at a debugger and keeps what came back.
///
/// What the articles leave out between two inputs happens by itself: a debugger's command after
/// a running target's answer breaks in first, a line for the console of a stopped target lets it
/// go first. What such a step prints belongs to no input and is not compared.
public final class Replayer {
  private let transcript: Transcript
  private let conversation: any Conversation
  /// The step whose answer is being taken.
  private var index = 0
  private var answer = AnswerText()
  private var promptOfStep: String?
  /// While set, what is printed belongs to no input.
  private var isMuted = false
  /// Whether the target has been asked to break in and has not yet done so.
  private var isBreakingIn = false
  /// The target's clock when the current step began.
  private var stepStart: UInt64 = 0
  private var results: [ReplayResult] = []

  /// A folder of this run's own, made when an input names it and gone afterwards.
  private lazy var scratch = FileManager.default.temporaryDirectory
    .appendingPathComponent("crashcart-\(UUID().uuidString)").path
  private var hasScratch = false

  /// What a transcript writes for the folder that files of a session go to.
  static let scratchMark = "{scratch}"

  /// How long the target runs before a `<Ctrl+C>` that no `# run:` note speaks of.
  static let usualRunSeconds = 1.0
  /// How long a stop or an idle target is waited for, on the target's clock.
  static let patienceSeconds = 600.0

  private init(_ transcript: Transcript, _ conversation: any Conversation) {
    self.transcript = transcript
    self.conversation = conversation
  }

  /// Replays `transcript` from its first line to its last.
  ///
  /// - Throws: `ReplayError` when the transcript needs more debuggers than one.
  public static func replay(
    _ transcript: Transcript, at conversation: any Conversation
  ) throws(ReplayError) -> ReplayReport {
    guard transcript.debuggers.count <= 1 else {
      throw ReplayError.severalDebuggers(transcript.name, transcript.debuggers.count)
    }
    let replayer = Replayer(transcript, conversation)
    defer { replayer.removeScratch() }
    replayer.run()
    return ReplayReport(transcript: transcript, results: replayer.results)
  }

  private func run() {
    conversation.output = { [weak self] in self?.received($0) }
    conversation.attendant = self
    conversation.ask = { [weak self] prompt in self?.answer(to: prompt) }
    // Without an expected boot, what the target prints while it starts is of no interest.
    isMuted = transcript.steps.first?.lines.contains { $0.kind != .note } != true
    var state = conversation.start()
    while state == .prompt, index + 1 < transcript.steps.count {
      switch transcript.steps[index + 1].input {
      case .opening:
        begin(prompt: nil)
      case .command(_, let text):
        begin(prompt: conversation.prompt)
        state = execute(text)
      case .interrupt:
        // The target has stopped already: the key has nothing to do.
        begin(prompt: nil)
      case .console:
        let before = index
        isMuted = true
        state = execute("g")
        // It stopped again before it waited for its console.
        if index == before { begin(prompt: conversation.prompt) }
      }
    }
    finish()
    conversation.attendant = nil
    conversation.ask = nil
    conversation.output = { _ in }
  }

  /// The line that the transcript has for a command which asks for one.
  private func answer(to prompt: String) -> String? {
    guard case .command(let written, let text) = next?.input, PromptLine.isAsked(written) else {
      return nil
    }
    begin(prompt: written == "Input>" ? written : prompt)
    return text
  }

  private func execute(_ line: String) -> ConversationState {
    isBreakingIn = false
    return conversation.execute(withScratch(line))
  }

  /// A line as it is typed: with the path of the run's own folder.
  private func withScratch(_ line: String) -> String {
    guard line.contains(Self.scratchMark) else { return line }
    if !hasScratch {
      try? FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
      hasScratch = true
    }
    return line.replacing(Self.scratchMark, with: scratch)
  }

  private func removeScratch() {
    if hasScratch { try? FileManager.default.removeItem(atPath: scratch) }
  }

  /// Ends the current step and makes the next one current.
  private func begin(prompt: String?) {
    finish()
    index += 1
    promptOfStep = prompt
    isMuted = false
    stepStart = conversation.clock
  }

  private func finish() {
    results.append(ReplayResult(prompt: promptOfStep, lines: answer.take()))
  }

  private func received(_ text: String) {
    guard !isMuted else { return }
    answer.append(hasScratch ? text.replacing(scratch, with: Self.scratchMark) : text)
  }
}

extension Replayer: ConsoleAttendant {
  public func consolePrinted(_ bytes: [UInt8]) {
    answer.console(bytes, isKept: !isMuted)
  }

  public func targetRuns(_ state: RunningState) -> RunningDecision {
    if isBreakingIn { return .resume }
    let isTime = state.instructionCount >= deadline
    switch next?.input {
    case .console(_, let text) where isTime || state.isIdle:
      begin(prompt: answer.consoleLine)
      answer.expectEcho(of: text)
      return .type(Array(text.utf8) + [0x0D])
    case .interrupt where isTime || state.isIdle:
      begin(prompt: nil)
      isBreakingIn = true
      return .breakIn
    case .command where isTime || state.isIdle, .opening where isTime || state.isIdle,
      nil where isTime || state.isIdle:
      isMuted = true
      isBreakingIn = true
      return .breakIn
    default:
      return .resume
    }
  }

  /// The clock at which the next step is due, whatever the target does until then.
  public var askAt: UInt64? { isBreakingIn ? nil : deadline }

  private var next: Transcript.Step? {
    index + 1 < transcript.steps.count ? transcript.steps[index + 1] : nil
  }

  private var deadline: UInt64 {
    var seconds = Self.patienceSeconds
    if let next, next.input == .interrupt { seconds = next.runSeconds ?? Self.usualRunSeconds }
    let instructions = max(0, seconds) * Double(conversation.instructionsPerSecond)
    let (end, overflow) = stepStart.addingReportingOverflow(
      UInt64(exactly: instructions.rounded()) ?? .max)
    return overflow ? .max : end
  }
}

/// Why a transcript cannot be replayed at all.
public enum ReplayError: Error, Equatable {
  /// The transcript has steps for more debuggers than the scenario runs.
  case severalDebuggers(String, Int)
}

extension ReplayError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .severalDebuggers(let name, let count):
      "\(name): this transcript is a session of \(count) debuggers; one can be replayed."
    }
  }
}
