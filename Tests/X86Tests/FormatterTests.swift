import Testing

@testable import X86

/// WinDbg's spelling, case by case.
struct FormatterTests {
  /// A place in the text that has rules of its own.
  struct Case: Sendable, CustomTestStringConvertible {
    let mode: Mode
    let bytes: [UInt8]
    let text: String

    init(_ mode: Mode, _ hex: Substring, _ text: String) {
      self.mode = mode
      self.bytes = [UInt8](hex: hex) ?? []
      self.text = text
    }

    var testDescription: String { text }
  }

  /// `nt!Foo` begins at fffff80100001000 and is followed by nothing for a page.
  struct OneName: SymbolProvider {
    let start: UInt64

    func symbol(at address: UInt64) -> (name: String, displacement: UInt64)? {
      address >= start && address < start + 0x1000 ? ("nt!Foo", address - start) : nil
    }
  }

  static let plain: [Case] = [
    Case(.bits64, "4883c008", "add     rax,8"),
    Case(.bits64, "4883c009", "add     rax,9"),
    Case(.bits64, "4883c00a", "add     rax,0Ah"),
    Case(.bits64, "4883c010", "add     rax,10h"),
    Case(.bits64, "0580000000", "add     eax,80h"),
    Case(.bits64, "83c880", "or      eax,0FFFFFF80h"),
    Case(.bits64, "b0e8", "mov     al,0E8h"),
    Case(.bits64, "6aff", "push    0FFFFFFFFFFFFFFFFh"),
    Case(.bits64, "cc", "int     3"),
    Case(.bits64, "cd2e", "int     2e"),
    Case(.bits64, "cd2d", "int     2Dh"),
    Case(.bits64, "cd03", "int     3"),
    Case(.bits64, "c20c00", "ret     0Ch"),
    Case(.bits64, "c3", "ret"),
    Case(.bits64, "f3c3", "rep ret"),
    Case(.bits64, "f2c3", "bnd ret"),
    Case(.bits64, "f27502", "bnd jne fffff801`00000005"),
    Case(.bits64, "f2ffe0", "bnd jmp rax"),
    Case(.bits64, "f2e800000000", "bnd call fffff801`00000006"),
    Case(.bits64, "3effe0", "jmp     rax"),
    Case(.bits64, "f2e2fd", "loop    fffff801`00000000"),
    Case(.bits64, "48f7f1", "div     rax,rcx"),
    Case(.bits64, "f7e2", "mul     eax,edx"),
    Case(.bits64, "f7e9", "imul    ecx"),
    Case(.bits64, "486bc046", "imul    rax,rax,46h"),
    Case(.bits64, "48cf", "iretq"),
    Case(.bits64, "480f07", "sysretq"),
    Case(.bits64, "0f01f8", "swapgs"),
    Case(.bits64, "f3a4", "rep movs byte ptr [rdi],byte ptr [rsi]"),
    Case(.bits64, "f348ab", "rep stos qword ptr [rdi]"),
    Case(.bits64, "f2ae", "repne scas byte ptr [rdi]"),
    Case(.bits64, "f3a6", "repe cmps byte ptr [rsi],byte ptr [rdi]"),
    Case(.bits32, "f3a5", "rep movs dword ptr es:[edi],dword ptr [esi]"),
    Case(.bits64, "6e", "outs    dx,byte ptr [rsi]"),
    Case(.bits64, "6c", "ins     byte ptr [rdi],dx"),
    Case(.bits64, "e6f0", "out     0F0h,al"),
    Case(.bits64, "ed", "in      eax,dx"),
    Case(.bits64, "f00fc111", "lock xadd dword ptr [rcx],edx"),
    Case(.bits64, "488711", "xchg    rdx,qword ptr [rcx]"),
    Case(.bits64, "f2480f104108", "movsd   xmm0,mmword ptr [rcx+8]"),
    Case(.bits64, "f30f104108", "movss   xmm0,dword ptr [rcx+8]"),
    Case(.bits64, "0f114108", "movups  xmmword ptr [rcx+8],xmm0"),
    Case(.bits64, "0f6f01", "movq    mm0,mmword ptr [rcx]"),
    Case(.bits64, "f2480f2a01", "cvtsi2sd xmm0,qword ptr [rcx]"),
    Case(.bits64, "d8c1", "fadd    st,st(1)"),
    Case(.bits64, "db2c24", "fld     tbyte ptr [rsp]"),
    Case(.bits64, "0f0108", "sidt    fword ptr [rax]"),
    Case(.bits64, "0f22d8", "mov     cr3,rax"),
    Case(.bits64, "440f20c0", "mov     rax,cr8"),
    Case(.bits64, "0f23f8", "mov     dr7,rax"),
    Case(.bits64, "65488b042588010000", "mov     rax,qword ptr gs:[188h]"),
    Case(.bits32, "64a118000000", "mov     eax,dword ptr fs:[00000018h]"),
    Case(.bits32, "a130104000", "mov     eax,dword ptr ds:[00401030h]"),
    Case(.bits64, "488b0c91", "mov     rcx,qword ptr [rcx+rdx*4]"),
    Case(.bits64, "488b4c51ff", "mov     rcx,qword ptr [rcx+rdx*2-1]"),
    Case(.bits64, "66662e0f1f840000000000", "nop     word ptr cs:[rax+rax]"),
    Case(.bits64, "6690", "xchg    ax,ax"),
    Case(.bits64, "90", "nop"),
    Case(.bits64, "4190", "xchg    eax,r8d"),
    Case(.bits64, "f390", "pause"),
    Case(.bits64, "f30f1efa", "endbr64"),
    Case(.bits64, "eb10", "jmp     fffff801`00000012"),
    Case(.bits32, "eb10", "jmp     00000012"),
    Case(.bits64, "488b0500000100", "mov     rax,qword ptr [fffff801`00010007]"),
    Case(.bits64, "06", "???"),
    Case(.bits64, "48", "???"),
  ]

  @Test(arguments: plain)
  func withoutSymbols(_ row: Case) {
    let instruction = Decoder.decode(row.bytes, mode: row.mode)
    #expect(Formatter().format(instruction, at: 0xffff_f801_0000_0000).text == row.text)
  }

  static let named: [Case] = [
    Case(.bits64, "e8fb0f0000", "call    nt!Foo (fffff801`00001000)"),
    Case(.bits64, "e80d100000", "call    nt!Foo+0x12 (fffff801`00001012)"),
    Case(.bits64, "0f840c100000", "je      nt!Foo+0x12 (fffff801`00001012)"),
    Case(.bits64, "488d05f90f0000", "lea     rax,[nt!Foo (fffff801`00001000)]"),
    Case(.bits64, "ff150a100000", "call    qword ptr [nt!Foo+0x10 (fffff801`00001010)]"),
    Case(.bits64, "488b4120", "mov     rax,qword ptr [rcx+20h]"),
    Case(.bits64, "48b80010000001f8ffff", "mov     rax,offset nt!Foo (fffff801`00001000)"),
  ]

  @Test(arguments: named)
  func withSymbols(_ row: Case) {
    let instruction = Decoder.decode(row.bytes, mode: row.mode)
    let formatter = Formatter(symbols: OneName(start: 0xffff_f801_0000_1000))
    #expect(formatter.format(instruction, at: 0xffff_f801_0000_0000).text == row.text)
  }

  static let named32: [Case] = [
    Case(.bits32, "a130104000", "mov     eax,dword ptr [nt!Foo+0x30 (00401030)]"),
    Case(.bits32, "8b048530104000", "mov     eax,dword ptr nt!Foo+0x30 (00401030)[eax*4]"),
    Case(.bits32, "6800104000", "push    offset nt!Foo (00401000)"),
    Case(.bits32, "a108000000", "mov     eax,dword ptr ds:[00000008h]"),
  ]

  @Test(arguments: named32)
  func withSymbolsIn32Bits(_ row: Case) {
    let instruction = Decoder.decode(row.bytes, mode: row.mode)
    let formatter = Formatter(symbols: OneName(start: 0x40_1000))
    #expect(formatter.format(instruction, at: 0x40_0000).text == row.text)
  }

  @Test func aLineIsBothColumns() throws {
    let formatter = Formatter()
    for vector in try Vector.read("instructions.txt") {
      let instruction = Decoder.decode(vector.bytes, mode: vector.mode)
      var line: [UInt8] = [0x3e]
      formatter.append(instruction, at: vector.address, to: &line)
      #expect(String(decoding: line, as: UTF8.self) == ">" + vector.text)
    }
  }

  @Test func aLongNameIsWrittenInFull() {
    let name = String(repeating: "a_name_of_a_template<", count: 200)
    let instruction = Decoder.decode([0xe8, 0xfb, 0x0f, 0, 0], mode: .bits64)
    let symbols = LongName(name: name)
    var line: [UInt8] = []
    Formatter(symbols: symbols).append(instruction, at: 0, to: &line)
    #expect(String(decoding: line, as: UTF8.self) == "call    \(name) (00000000`00001000)")
  }

  @Test func theColumnsAreSeparate() {
    let instruction = Decoder.decode([0xf0, 0x0f, 0xb1, 0x11], mode: .bits64)
    let line = Formatter().format(instruction, at: 0)
    #expect(line.mnemonic == "lock cmpxchg")
    #expect(line.operands == "dword ptr [rcx],edx")
  }
}

private struct LongName: SymbolProvider {
  let name: String

  func symbol(at address: UInt64) -> (name: String, displacement: UInt64)? {
    (name, 0)
  }
}
