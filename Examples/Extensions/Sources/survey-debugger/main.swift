import Foundation
import Survey
import Terminal
import Workbench

// The debugger with one module more: `.load survey`, or just `!survey.strings nt`.
do {
  let session = try Workbench.open(extensions: [Survey.self])
  let prompt = Prompt(
    conversation: session, interrupt: session.debugger.interrupt, completer: session)
  session.ask = { prompt.ask($0) }
  session.clearScreen = { prompt.clear() }
  exit(prompt.run(greeting: "survey-debugger: Ctrl+C breaks in, !survey.help, q quits.\n"))
} catch {
  print(error)
  exit(1)
}
