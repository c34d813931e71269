import Foundation
import LinuxRunner
import Machine

let usage = """
  usage: linux-run [--avx2] [--trace] [--memory MB] [--limit INSTRUCTIONS] PROGRAM [ARGUMENT...]

  """

func complain(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

var options = LinuxProcess.Options()
var rest = CommandLine.arguments.dropFirst()
while let name = rest.first, name.hasPrefix("--") {
  rest = rest.dropFirst()
  switch name {
  case "--avx2": options.features = .avx2Level
  case "--trace":
    options.onSystemCall = { number, result in
      complain("system call \(number) = \(Int64(bitPattern: result))\n")
    }
  case "--memory", "--limit":
    guard let value = rest.popFirst().flatMap({ UInt64($0) }) else {
      complain(usage)
      exit(2)
    }
    if name == "--limit" { options.limit = value } else { options.memoryBytes = value << 20 }
  default:
    complain(usage)
    exit(2)
  }
}
guard let path = rest.first else {
  complain(usage)
  exit(2)
}
do {
  let program = try LinuxProgram([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
  let process = try LinuxProcess(
    program, arguments: Array(rest), options: options,
    output: { descriptor, bytes in
      let file = descriptor == 1 ? FileHandle.standardOutput : FileHandle.standardError
      file.write(Data(bytes))
    })
  process.machine.onUnimplemented = { _, rip, what in
    complain("linux-run: \(what) at rip \(String(rip, radix: 16)) is not implemented\n")
  }
  let end = process.run()
  if case .exited = end {} else { complain("linux-run: \(path): \(end)\n") }
  exit(Int32(truncatingIfNeeded: end.status))
} catch {
  complain("linux-run: \(path): \(error)\n")
  exit(2)
}
