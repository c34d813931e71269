import Testing

@testable import X86

/// Lines and the bytes that MASM makes of them.
struct AssemblerTests {
  static let expressions = HexExpressions(
    symbols: ["nt!Table": 0x2000, "nt!Far": 0xffff_f800_0000_1000, "nt!Table+10*2": 0x2020])

  private func bytes(_ line: String, _ mode: Mode = .bits64) throws -> String {
    try Assembler(mode: mode, expressions: Self.expressions).assemble(line, at: 0x1000).hex
  }

  private static let lines64: [(String, String)] = [
    ("mov ebp,esp", "8bec"), ("add eax,5", "83c005"), ("add eax,1000", "0500100000"),
    ("ADD AX,5", "6683c005"), ("add al,5", "0405"), ("xchg eax,ebx", "93"),
    ("mov rax,1", "48c7c001000000"), ("mov rax,1122334455667788", "48b88877665544332211"),
    ("mov rax,offset nt!Far", "48b8001000000" + "0f8ffff"),
    ("mov eax,[nt!Table]", "8b05fa0f0000"), ("mov eax,dword ptr nt!Table", "8b05fa0f0000"),
    ("lea rax,[nt!Table+10*2]", "488d0519100000"),
    ("mov eax,[rip+10h]", "8b0510000000"), ("mov eax,[8+rip-4]", "8b0504000000"),
    ("lea rax,[rip]", "488d0500000000"), ("mov eax,[rax-0FFFFFFFF80000000]", "8b8000000080"),
    ("mov eax,[10h]", "8b042510000000"), ("mov rax,gs:[30h]", "65488b042530000000"),
    ("mov al,[nt!Far]", "a0001000000" + "0f8ffff"),
    ("mov rax,[rcx*8+rax-8]", "488b44c8f8"), ("mov rax,[rax+rsp]", "488b0404"),
    ("push 5", "6a05"), ("push 80", "6880000000"), ("call nt!Table", "e8fb0f0000"),
    ("jz 1010", "740e"), ("jz near ptr 1010", "0f840a000000"), ("jmp short 1000", "ebfe"),
    ("jecxz 1000", "67e3fd"), ("int 3", "cc"), ("int3", "cc"), ("int 2e", "cd2e"),
    ("rep movsb", "f3a4"), ("repne scas byte ptr [rdi]", "f2ae"), ("movsd", "a5"),
    ("movsd xmm0,xmm1", "f20f10c1"), ("lock inc dword ptr [rax]", "f0ff00"),
    ("fadd", "dec1"), ("finit", "9bdbe3"), ("fadd st(1),st", "dcc1"), ("mul rcx", "48f7e1"),
    ("imul ecx,7", "6bc907"), ("cmpeqps xmm1,xmm2", "0fc2ca00"), ("sal eax,1", "d1e0"),
    ("vaddps ymm1,ymm2,ymmword ptr [rax]", "c5ec5808"), ("xlatb", "d7"),
    ("iret", "cf"), ("iretd", "cf"), ("iretw", "66cf"), ("iretq", "48cf"),
    ("bnd ret", "f2c3"), ("bnd jne 1010", "f2750d"), ("bnd jmp rax", "f2ffe0"),
    ("vaddps zmm1{k2}{z},zmm3,dword bcst [rax]", "62f164da5808"),
    ("vaddps zmm1,zmm2,zmm3{rz-sae}", "62f16c7858cb"),
    ("vgatherdps xmm1,[rax+xmm2*4],xmm3", "c4e261920c90"),
    ("call nt!Foo<a,b>::f (00000000`00001005)", "e800000000"),
    ("db 1,\"ab\",0FF", "016162ff"), ("dw 1234", "3412"), ("; nothing", ""), ("", ""),
  ]

  private static let lines32: [(String, String)] = [
    ("mov eax,nt!Table[eax*4]", "8b048500200000"), ("mov eax,fs:[18h]", "64a118000000"),
    ("mov eax,ds:[00000018h]", "a118000000"), ("inc eax", "40"), ("push es", "06"),
    ("call 10:12345678", "9a785634121000"), ("jmp fword ptr [eax]", "ff28"),
    ("mov eax,[bx+si]", "678b00"), ("pushad", "60"), ("push -1", "6aff"),
    ("iret", "cf"), ("iretd", "cf"), ("iretw", "66cf"),
  ]

  @Test func theShortestEncodingIsMASMs() throws {
    for (line, wanted) in Self.lines64 { #expect(try bytes(line) == wanted, "\(line)") }
    for (line, wanted) in Self.lines32 { #expect(try bytes(line, .bits32) == wanted, "\(line)") }
    for (line, wanted) in [("iret", "cf"), ("iretd", "66cf")] {
      #expect(try bytes(line, .bits16) == wanted, "\(line)")
    }
  }

  private static let refused: [(String, AssemblyError.Reason, Int)] = [
    ("bogus eax", .badOpcode, 0), ("lock", .badOpcode, 0), ("lock nop", .badOpcode, 0),
    ("rep mov eax,1", .badOpcode, 0), ("pushad", .badOpcode, 0), ("mov", .operand, 3),
    ("mov eax,", .operand, 8), ("mov [rax],1", .size, 4), ("mov eax,bl", .operand, 8),
    ("mov ah,r8b", .operand, 4), ("nop eax,ebx", .extraCharacters, 8),
    ("mov eax,[bx]", .badRegister, 8), ("mov eax,[rax+ebx]", .badRegister, 13),
    ("mov eax,[rax", .syntax, 12), ("mov eax,[]", .syntax, 9), ("mov al,100", .overflow, 7),
    ("mov eax,[rax+100000000]", .overflow, 8), ("jmp short 2000", .range, 4),
    ("vaddps xmm1,xmm2,xmm3{sae}", .operand, 17), ("addps xmm1{k1},xmm2", .operand, 6),
    ("mov eax{q},1", .syntax, 7), ("loop nt!Far", .range, 5), ("call nt!Far", .range, 5),
    ("mov eax,[rax*3]", .operand, 9), ("mov dword ptr rax,5", .operand, 4),
    ("mov eax,[rip+rax]", .badRegister, 13), ("mov eax,[rax+rip]", .badRegister, 13),
  ]

  @Test func whatCannotBeEncodedIsRefusedWhereItStands() {
    for (line, reason, offset) in Self.refused {
      #expect(throws: AssemblyError(reason, at: offset), "\(line)") { try bytes(line) }
    }
  }

  @Test func anExpressionsErrorIsItsOwn() {
    #expect(throws: HexExpressions.Unknown(text: "nosuch", offset: 9)) {
      try bytes("mov eax, nosuch ")
    }
  }

  @Test func noTextTraps() {
    var random = SeededNumbers(7)
    let words = [
      "mov", "lea", "vaddps", "jmp", "rep", "lock", "db", "eax", "rax", "xmm1", "st(1)", "[", "]",
      "+", "-", "*4", ",", " ", "ptr", "dword", "offset", "gs:", "(", ")", "\"",
      "ffffffff`ffffffff",
      " (fffff800`00001234)", "9", "é", "{k1}", ";", ":",
    ]
    for mode in Mode.allCases {
      let assembler = Assembler(mode: mode, expressions: Self.expressions)
      for _ in 0..<5_000 {
        var line = ""
        for _ in 0..<Int.random(in: 1..<12, using: &random) {
          line += words.randomElement(using: &random) ?? ""
          if Bool.random(using: &random) { line += " " }
        }
        guard let bytes = try? assembler.assemble(line, at: random.next()) else { continue }
        #expect(bytes.count < 64)
      }
    }
  }
}
