import Machine
import Testing
import X86

/// Programs put together by the assembler, run, and their registers looked at; then again as the
/// disassembler prints them.
struct AssembledProgramTests {
  private struct HexNumbers: AssemblyExpressions {
    struct NoNumber: Error {}

    func value(of text: String, at offset: Int) throws -> UInt64 {
      var digits = text.filter { $0 != "`" }
      if digits.hasSuffix("h") { digits.removeLast() }
      guard let value = UInt64(digits, radix: 16) else { throw NoNumber() }
      return value
    }
  }

  private static let start: UInt64 = 0x1_0000

  private func assembled(_ lines: [String]) throws -> [UInt8] {
    let assembler = Assembler(mode: .bits64, expressions: HexNumbers())
    var code: [UInt8] = []
    for line in lines {
      code += try assembler.assemble(line, at: Self.start + UInt64(code.count))
    }
    return code
  }

  private func printed(_ code: [UInt8]) -> [String] {
    let formatter = Formatter()
    var lines: [String] = []
    var rest = code[...]
    while !rest.isEmpty {
      let instruction = Decoder.decode(Array(rest.prefix(15)), mode: .bits64)
      let address = Self.start + UInt64(code.count - rest.count)
      lines.append(formatter.format(instruction, at: address).text)
      rest = rest.dropFirst(Int(instruction.length))
    }
    return lines
  }

  /// What is in rax when the program halts.
  private func run(_ code: [UInt8]) -> UInt64 {
    let machine = Machine.bare()
    machine.load(code, at: Self.start)
    #expect(machine.run(limit: 10_000) == .idle)
    return machine.processors[0].registers[gpr: 0]
  }

  /// Lines, and what is in rax at their end.
  private static let programs: [([String], UInt64)] = [
    // Fibonacci numbers by xadd.
    (
      [
        "mov ecx,0Ah", "xor eax,eax", "mov edx,1", "xadd rax,rdx", "loop 1000C", "hlt",
      ], 55
    ),
    // A string copied, its bytes added.
    (
      [
        "mov dword ptr [20000h],4030201", "mov esi,20000", "mov edi,21000", "mov ecx,4",
        "rep movs byte ptr [rdi],byte ptr [rsi]", "xor eax,eax", "mov rdx,[21000]",
        "add al,dl", "add al,dh", "shr rdx,10", "add al,dl", "add al,dh", "hlt",
      ], 10
    ),
    // Bytes of every width through memory, an index and the stack.
    (
      [
        "mov rax,1122334455667788", "push rax", "mov ebx,2", "movzx eax,word ptr [rsp+rbx*2]",
        "movsx rcx,byte ptr [rsp]", "add rax,rcx", "imul rax,rax,10h", "pop rdx", "bswap edx",
        "sub eax,edx", "hlt",
      ], 0x778b_c66b
    ),
    // Vectors.
    (
      [
        "mov eax,3", "movd xmm0,eax", "pshufd xmm0,xmm0,0", "paddd xmm0,xmm0",
        "cvtdq2ps xmm1,xmm0", "mulps xmm1,xmm1", "cvtps2dq xmm1,xmm1", "pextrd eax,xmm1,2", "hlt",
      ], 36
    ),
  ]

  @Test func programsDoWhatTheirLinesSay() throws {
    for (lines, wanted) in Self.programs {
      let code = try assembled(lines)
      let result = run(code)
      #expect(result == wanted, "\(lines): \(String(result, radix: 16))")
    }
  }

  @Test func whatIsPrintedDoesTheSame() throws {
    for (lines, wanted) in Self.programs {
      let code = try assembled(lines)
      let again = try assembled(printed(code))
      #expect(again == code, "\(printed(code))")
      #expect(run(again) == wanted)
    }
  }
}
