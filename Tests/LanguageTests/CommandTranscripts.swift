import Testing

/// Commands as sessions: what is typed, and the whole answer.
struct CommandTranscripts {
  @Test func expressions() throws {
    try TestSession().expect(
      """
      kd> ? 409
      Evaluate expression: 1033 = 00000000`00000409
      kd> ? -1
      Evaluate expression: -1 = ffffffff`ffffffff
      kd> ?1+1
      Evaluate expression: 2 = 00000000`00000002
      kd> ? @$exp*2
      Evaluate expression: 4 = 00000000`00000004
      kd> .formats 22
      Evaluate expression:
        Hex:     00000000`00000022
        Decimal: 34
        Decimal (unsigned) : 34
        Octal:   0000000000000000000042
        Binary:  00000000 00000000 00000000 00000000 00000000 00000000 00000000 00100010
        Chars:   ......."
        Time:    Thu Jan  1 00:00:34 1970
        Float:   low 4.76441e-044 high 0
        Double:  1.67982e-322
      kd> n 10
      base is 10
      kd> ? 10
      Evaluate expression: 10 = 00000000`0000000a
      """)
  }

  @Test func memoryTables() throws {
    try TestSession().expect(
      """
      kd> db 200000 L12
      00000000`00200000  00 01 02 03 04 05 06 07-08 09 0a 0b 0c 0d 0e 0f  ................
      00000000`00200010  10 11                                            ..
      kd> db 200040 20004f
      00000000`00200040  40 41 42 43 44 45 46 47-48 49 4a 4b 4c 4d 4e 4f  @ABCDEFGHIJKLMNO
      kd> dd 200000 L6
      00000000`00200000  03020100 07060504 0b0a0908 0f0e0d0c
      00000000`00200010  13121110 17161514
      kd> dw 200000 l4
      00000000`00200000  0100 0302 0504 0706
      kd> dq 200000 L2
      00000000`00200000  07060504`03020100 0f0e0d0c`0b0a0908
      kd> dc 200040 L1
      00000000`00200040  43424140                             @ABC
      kd> dp 200000 L-1
      00000000`001ffff8  ????????`????????
      kd> dd 20fff8 L4
      00000000`0020fff8  fbfaf9f8 fffefdfc ???????? ????????
      kd> db 20fffe L3
      00000000`0020fffe  fe ff ??                                         ..?
      kd> dd/c1 200000 L2
      00000000`00200000  03020100
      00000000`00200004  07060504
      kd> dd /p 100010 L1
      00000000`00100010  13121110
      """)
  }

  @Test func displaysGoOn() throws {
    try TestSession().expect(
      """
      kd> dd 200000 L2
      00000000`00200000  03020100 07060504
      kd> dw
      00000000`00200008  0908 0b0a 0d0c 0f0e 1110 1312 1514 1716
      00000000`00200018  1918 1b1a 1d1c 1f1e 2120 2322 2524 2726
      00000000`00200028  2928 2b2a 2d2c 2f2e 3130 3332 3534 3736
      00000000`00200038  3938 3b3a 3d3c 3f3e 4140 4342 4544 4746
      00000000`00200048  4948 4b4a 4d4c 4f4e 5150 5352 5554 5756
      00000000`00200058  5958 5b5a 5d5c 5f5e 6160 6362 6564 6766
      00000000`00200068  6968 6b6a 6d6c 6f6e 7170 7372 7574 7776
      00000000`00200078  7978 7b7a 7d7c 7f7e 8180 8382 8584 8786
      kd> d L1
      kd> ? @$p
      Evaluate expression: 31096 = 00000000`00007978
      """.replacing("kd> d L1\n", with: ""))
  }

  @Test func enterRepeats() throws {
    let test = try TestSession()
    #expect(test.type("db 200000 L1", "").split(separator: "\n").count == 9)
    #expect(
      test.type("? 1", "")
        == String(repeating: "Evaluate expression: 1 = 00000000`00000001\n", count: 2))
    #expect(test.type("eb 200000 1", "", "") == "")
  }

  @Test func textInMemory() throws {
    try TestSession().expect(
      """
      kd> da 200400
      00000000`00200400  "Leaky pool"
      kd> du 200420
      00000000`00200420  "wide"
      kd> dS 200440
      00000000`00200420  "wide"
      kd> dpa 200460 L1
      00000000`00200460  00000000`00200400 "Leaky pool"
      kd> dpp 200460 L1
      00000000`00200460  00000000`00200400 6f6f7020`796b6165
      kd> da 10 L22
      00000000`00000010  "????????????????????????????????"
      00000000`00000030  "??"
      """.replacing("6f6f7020`796b6165", with: "6f702079`6b61654c"))
  }

  @Test func entersValues() throws {
    try TestSession().expect(
      """
      kd> eb 200000+3 31
      kd> eb 200004 41 0x42 'C'
      kd> db 200000 L8
      00000000`00200000  00 01 02 31 41 42 43 07                          ...1ABC.
      kd> ed 200000 12345678;eq 200008 1122334455667788
      kd> dd 200000 L4
      00000000`00200000  12345678 07434241 55667788 11223344
      kd> ea 200000 "Leak"
      kd> eu 200010 "no"
      kd> eza 200020 "end"
      kd> db 200000 L4;du 200010 L2;da 200020
      00000000`00200000  4c 65 61 6b                                      Leak
      00000000`00200010  "no"
      00000000`00200020  "end"
      kd> eb 0 1
          ^ Memory access error in 'eb 0 1'
      kd> ef 200000 1.5
      kd> ? dwo(200000)
      Evaluate expression: 1069547520 = 00000000`3fc00000
      """)
  }

  @Test func asksForValues() throws {
    let test = try TestSession()
    var answers = ["7", " ", "9", ""]
    test.session.ask = { _ in answers.removeFirst() }
    _ = test.type("eb 200000")
    #expect(
      test.type("db 200000 L4")
        == "00000000`00200000  07 01 09 03                                      ....\n")
  }

  @Test func searches() throws {
    try TestSession().expect(
      """
      kd> s -a 200000 L1000 "Leak"
      00000000`00200400  4c 65 61 6b 79 20 70 6f-6f 6c 00 0b 0c 0d 0e 0f  Leaky pool......
      kd> s-a 200000 200fff "Leak"
      00000000`00200400  4c 65 61 6b 79 20 70 6f-6f 6c 00 0b 0c 0d 0e 0f  Leaky pool......
      kd> s -[1]u 200000 L800 "wide"
      0x0000000000200420
      kd> s 200000 L200 fe ff 0
      00000000`002000fe  fe ff 00 01 02 03 04 05-06 07 08 09 0a 0b 0c 0d  ................
      kd> s -d 200000 L8 07060504
      00000000`00200004  07060504 0b0a0908 0f0e0d0c 13121110  ................
      kd> s -[l9]sa 2003f0 L30
      00000000`00200400  "Leaky pool"
      kd> s -b 200000 L20000000 1
                      ^ Range error in 's -b 200000 L20000000 1'
      kd> s -a 0 L?18000000 "Leaky pool"
      00000000`00200400  4c 65 61 6b 79 20 70 6f-6f 6c 00 0b 0c 0d 0e 0f  Leaky pool......
      """)
  }

  @Test func fillsMovesCompares() throws {
    try TestSession().expect(
      """
      kd> f 200000 L5 1 2
      Filled 0x5 bytes
      kd> m 200000 L4 200100
      kd> db 200100 L5
      00000000`00200100  01 02 01 02 04                                   .....
      kd> c 200000 L5 200100
      00000000`00200004  01 - 00000000`00200104  04
      """)
  }

  @Test func registers() throws {
    try TestSession().expect(
      """
      kd> r rax, rbx
      rax=11223344fffffffe rbx=0000000000200010
      kd> r@eax
      eax=fffffffe
      kd> reip
      eip=00200000
      kd> r rax=5;r rax
      rax=0000000000000005
      kd> r ah=12;r rax
      rax=0000000000001205
      kd> r zf
      zf=1
      kd> r zf=0;r efl
      efl=00000206
      kd> r $t1 = 2*3;r $t1
      $t1=0000000000000006
      kd> r foo
            ^ Bad register error in 'r foo'
      kd> rM 8
      cs=0010  ss=0018  ds=0000  es=0000  fs=0000  gs=0000             efl=00000206
      """)
  }

  @Test func registerDisplay() throws {
    let test = try TestSession()
    test.target.regions[0].bytes.replaceSubrange(0..<4, with: [0x48, 0x8B, 0x43, 0x10])
    test.expect(
      """
      kd> r
      rax=11223344fffffffe rbx=0000000000200010 rcx=0000000000000000
      rdx=0000000000000000 rsi=0000000000000000 rdi=0000000000000000
      rip=0000000000200000 rsp=0000000000208000 rbp=0000000000000000
       r8=0000000000000000  r9=0000000000000000 r10=0000000000000000
      r11=0000000000000000 r12=0000000000000000 r13=0000000000000000
      r14=0000000000000000 r15=0000000000000000
      iopl=0         nv up ei pl zr na po nc
      cs=0010  ss=0018  ds=0000  es=0000  fs=0000  gs=0000             efl=00000246
      00000000`00200000 488b4310        mov     rax,qword ptr [rbx+10h] ds:00000000`00200020=2726252423222120
      """.replacing("na po nc", with: "na pe nc"))
  }

  @Test func disassembly() throws {
    let test = try TestSession(withImage: true)
    let text = test.type("u nt!Leaf L2", "ub nt!Leaf+7 L1", "uf nt!Leaf")
    #expect(text.hasPrefix("nt!Leaf:\n00000000`0040"))
    #expect(text.contains("mov     dword ptr [nt!Sink"))
    let unreadable = test.type("u 10 L1")
    #expect(unreadable.hasPrefix("00000000`00000010 ??              ???\n"))
    #expect(unreadable.hasSuffix("^ Memory access error in 'u 10 L1'\n"))
  }

  @Test func text() throws {
    try TestSession().expect(
      """
      kd> .echo hello; .echo "a;b"
      hello
      a;b
      kd> .printf "%d %x %08x %p %%\\n", 0n10, ff, 12, 200000
      10 ff 00000012 0000000000200000 %
      kd> .printf "%ma|%mu|%msu\\n", 200400, 200420, 200440
      Leaky pool|wide|wide
      kd> .printf "%5d|%-5d|%c|%I64x|%d\\n", 7, 7, 41, 1122334455667788, -1
          7|7    |A|1122334455667788|-1
      kd> .printf "%y\\n", 200000
      00000000`00200000
      kd> .printf "x
                  ^ Syntax error in '.printf "x'
      """)
  }

  @Test func aliases() throws {
    try TestSession().expect(
      """
      kd> al
      No aliases
      kd> as Here 200000
      kd> db Here L1
      00000000`00200000  00                                               .
      kd> aS /x n 5 + 1; .echo n
      n
      kd> .echo n ${n}b ${/d:n} ${/d:m}
      0x6 0x6b 1 0
      kd> aS /x n 5 + 2; .block{.echo n}
      0x7
      kd> as /c out ? 1
      kd> .echo ${out}
      Evaluate expression: 1 = 00000000`00000001
      kd> r $.u1=.echo fixed
      kd> $u1
      fixed
      kd> ad /q none
      kd> ad *
      kd> al
      No aliases
      """)
  }

  @Test func errors() throws {
    try TestSession().expect(
      """
      kd> xyzzy!foo
      kd> !nothing
      No export nothing found
      kd> .nothing
          ^ Syntax error in '.nothing'
      kd> g
          ^ No runnable debuggees error in 'g'
      kd> dd 200000 1fffff
                    ^ Range error in 'dd 200000 1fffff'
      kd> .formats
      Numeric expression missing from '<EOL>'
      kd> ? 1; }
               ^ Syntax error in '? 1; }'
      """.replacing("kd> xyzzy!foo\n", with: "")
        .replacing("kd> ? 1; }\n", with: "kd> ? 1; }\nEvaluate expression: 1 = 00000000`00000001\n")
    )
  }

  @Test func comments() throws {
    try TestSession().expect(
      """
      kd> * anything; ? 1
      kd> $$ anything; ? 1
      Evaluate expression: 1 = 00000000`00000001
      kd> ? 2 ; ; * rest
      Evaluate expression: 2 = 00000000`00000002
      """)
  }

  @Test func promptNamesProcessor() throws {
    #expect(try TestSession(processors: 1).session.prompt == "kd>")
    #expect(try TestSession(processors: 2).session.prompt == "0: kd>")
    #expect(try TestSession(kind: .user).session.prompt == "0:000>")
    let test = try TestSession(processors: 2)
    #expect(test.type("1r rip") == "rip=0000000000200001\n")
    #expect(test.session.prompt == "0: kd>")
  }
}
