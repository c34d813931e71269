import Bytes
import Images
import Testing

private let registers = [
  "RAX", "RCX", "RDX", "RBX", "RSP", "RBP", "RSI", "RDI", "R8", "R9", "R10", "R11", "R12", "R13",
  "R14", "R15",
]

/// Unwind data as `llvm-readobj --unwind` prints it.
private struct Rendering {
  let image: PEImage
  var lines: [String] = []

  mutating func add(_ function: RuntimeFunction) throws {
    let info = try image.unwindInfo(at: function.unwindInfo)
    lines += ["RuntimeFunction {"] + range(function) + ["UnwindInfo {"]
    lines += ["Version: \(info.version)", "Flags [ (\(Fixture.hex(info.flags)))"]
    if info.hasExceptionHandler { lines.append("ExceptionHandler (0x1)") }
    if info.hasTerminationHandler { lines.append("TerminateHandler (0x2)") }
    if info.chained != nil { lines.append("ChainInfo (0x4)") }
    lines += ["]", "PrologSize: \(info.prologSize)"]
    if let register = info.frameRegister {
      lines.append("FrameRegister: \(registers[Int(register)]) (\(Fixture.hex(register)))")
      lines.append("FrameOffset: \(Fixture.hex(info.frameOffset / 16))")
    } else {
      lines += ["FrameRegister: -", "FrameOffset: -"]
    }
    lines.append("UnwindCodes [")
    for code in info.codes {
      let place = String(code.prologOffset, radix: 16, uppercase: true)
      lines.append("0x" + (place.count == 1 ? "0" : "") + place + ": " + text(code.operation, info))
    }
    lines.append("]")
    if let handler = info.handler { lines.append("Handler: \(address(handler))") }
    if let chained = info.chained { lines += ["Chained {"] + range(chained) + ["}"] }
    lines += ["}", "}"]
  }

  private func address(_ rva: UInt32) -> String {
    "(" + Fixture.hex(image.imageBase + UInt64(rva)) + ")"
  }

  private func range(_ function: RuntimeFunction) -> [String] {
    [
      "StartAddress: \(address(function.begin))", "EndAddress: \(address(function.end))",
      "UnwindInfoAddress: \(address(function.unwindInfo))",
    ]
  }

  private func text(_ operation: UnwindOperation, _ info: UnwindInfo) -> String {
    switch operation {
    case .push(let register): "PUSH_NONVOL reg=\(registers[Int(register)])"
    case .allocate(let bytes): "ALLOC_\(bytes > 128 ? "LARGE" : "SMALL") size=\(bytes)"
    case .setFrameRegister:
      "SET_FPREG reg=\(registers[Int(info.frameRegister ?? 0)]), offset=\(Fixture.hex(info.frameOffset))"
    case .save(let register, let offset):
      "SAVE_NONVOL\(offset >= 0x80000 ? "_FAR" : "") reg=\(registers[Int(register)]), "
        + "offset=\(Fixture.hex(offset))"
    case .saveXMM(let register, let offset):
      "SAVE_XMM128\(offset >= 0xf0000 ? "_FAR" : "") reg=XMM\(register), "
        + "offset=\(Fixture.hex(offset))"
    case .machineFrame(let errorCode): "PUSH_MACHFRAME errcode=\(errorCode ? "yes" : "no")"
    case .epilog: "EPILOG"
    }
  }
}

@Test func unwindDataIsAsAnotherToolReadsIt() throws {
  let image = try Fixture.image("image64.dll")
  let table = try #require(image.functionTable)
  var rendering = Rendering(image: image)
  for function in try table.all { try rendering.add(function) }
  let lines = try Fixture.lines("image64.unwind.txt")
  let start = try #require(lines.firstIndex(of: "UnwindInformation ["))
  // How many slots the codes take is no answer of the reader's.
  let wanted = lines[(start + 1)...].dropLast().filter { !$0.hasPrefix("UnwindCodeCount") }
  #expect(rendering.lines == Array(wanted))
}

@Test(
  arguments: [
    (0x0fff, nil), (0x1000, 0x1000), (0x1028, 0x1000), (0x1029, 0x1029), (0x1057, 0x1038),
    // A part inside of its function, and the function on both sides of it.
    (0x1066, 0x1066), (0x106a, 0x1066), (0x106b, 0x106b), (0x1075, 0x106b), (0x1076, 0x1066),
    (0x107a, 0x1066), (0x1084, 0x107b), (0x1085, nil), (0xffff_ffff, nil),
  ] as [(UInt32, UInt32?)])
func functionsAreFoundByAddress(_ rva: UInt32, _ begin: UInt32?) throws {
  let table = try #require(try Fixture.image("image64.dll").functionTable)
  #expect(try table.lookup(rva)?.begin == begin)
}

@Test func guardedFunctionsHaveHandlerAndData() throws {
  let image = try Fixture.image("image64.dll")
  let function = try #require(try image.functionTable?.lookup(0x107b))
  let info = try image.unwindInfo(at: function.unwindInfo)
  #expect(info.handler == 0x1085)
  let data = try #require(info.handlerData.flatMap { image.read(rva: $0, count: 4) })
  #expect(data == [0x78, 0x56, 0x34, 0x12])
}

@Test(
  arguments: [
    ([0x03, 0, 0, 0], "UNWIND_INFO.Version at image offset 0x0: 0x3 found, 1 or 2 expected"),
    (
      [0x01, 0, 1, 0, 0, 0x07, 0, 0],
      "UNWIND_CODE.UnwindOp at image offset 0x6: 0x7 found, 0 to 6, 8 to 10 expected"
    ),
    (
      [0x01, 0, 1, 0, 0, 0x01, 0, 0],
      "UNWIND_CODE.AllocLarge at image offset 0x6: 2 bytes needed, 0 left"
    ),
    ([0x01, 0, 9, 0, 0, 0x01, 0, 0], "UNWIND_INFO at image offset 0x0: 24 bytes cannot be read"),
  ] as [([UInt8], String)])
func badUnwindDataIsNamed(_ bytes: [UInt8], _ sentence: String) throws {
  let headers = try Fixture.bytes("image64.dll")
  // The image's first page reads as given; its headers have been read before.
  nonisolated(unsafe) var isOpen = false
  let source = ClosureSource { offset, count in
    (isOpen ? bytes : headers).read(at: offset, count: count)
  }
  let image = try PEImage(source, layout: .memory)
  isOpen = true
  do {
    _ = try image.unwindInfo(at: 0)
    Issue.record("no error")
  } catch {
    #expect(error.description == sentence)
  }
}
