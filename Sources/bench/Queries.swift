import Language
import Workbench

/// What commands cost that look at a lot: conditions at a million hits, searches, symbols.
func reportQueries() throws {
  print("\nCommands")
  let count = 200_000
  for (name, command) in [
    ("bp /w \"poi(@rsp+8) == 1\"", "bp /w \"poi(@rsp+8) == 1\" 1005"),
    (
      "bp with .if (poi(@rsp+8) == 1) {} .else {gc}",
      "bp 1005 \".if (poi(@rsp+8) == 1) {} .else {gc}\""
    ),
    ("bp with j (poi(@rsp+8) == 1) '';'gc'", "bp 1005 \"j (poi(@rsp+8) == 1) '';'gc'\""),
  ] {
    let session = try countingSession(count)
    _ = session.execute("r rsp=8000")
    _ = session.execute(command)
    let time = seconds { _ = session.execute("g") }
    print("a million hits of \(name): \(fixed(time / Double(count) * 1e6, 2)) s")
  }
  try reportSearch()
  let session = try Workbench.open(Workbench.Options())
  _ = session.start()
  for command in ["x nt!*", "ln nt!KeBugCheckEx", "ln nt!KeBugCheckEx+3"] {
    _ = session.execute(command)
    let time = seconds { _ = session.execute(command) }
    print("\(command): \(fixed(time * 1000, 1)) ms")
  }
}

/// 64 MB of memory that is all there and looks random, searched four times for bytes that it most likely
/// does not hold.
private func reportSearch() throws {
  let session = try countingSession(1)
  let size = 0x3f0_0000
  var state: UInt32 = 1
  let block = (0..<1 << 20).map { _ in
    state = state &* 1_664_525 &+ 1_013_904_223
    return UInt8(truncatingIfNeeded: state >> 24)
  }
  for start in stride(from: 0x10_0000, to: size, by: block.count) {
    try session.debugger.write(UInt64(start), block)
  }
  let command = "s -b 100000 L?\(String(size - 0x10_0000, radix: 16)) 11 22 33 44 55 66"
  let time = seconds { for _ in 0..<4 { _ = session.execute(command) } }
  let bytes = Double(4 * (size - 0x10_0000))
  print("s -b over \(fixed(bytes / 1e6, 0)) MB: \(fixed(bytes / time / 1e9, 2)) GB a second")
}
