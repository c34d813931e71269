import Engine
import Foundation
import Language
import Testing

/// Sessions on a program that runs.
struct RunningTests {
  @Test func breakpointsStopAndPrint() throws {
    try LiveSession("nt!Entry").test.expect(
      """
      kd> bp nt!Leaf
      kd> bl
       0 e 00000000`00401000     0001 (0001) nt!Leaf
      kd> g
      Breakpoint 0 hit
      nt!Leaf:
      00000000`00401000 890dda260000    mov     dword ptr [nt!Sink (00000000`004036e0)],ecx ds:0018:00000000`004036e0=00000000
      kd> bp nt!Leaf "r rcx;gc"
      breakpoint 0 redefined
      kd> bu nt!Tail
      kd> bp nt!nothing
      Bp expression 'nt!nothing' could not be resolved, adding deferred bp
      kd> bl
       0 e 00000000`00401000     0001 (0001) nt!Leaf "r rcx;gc"
       1 e 00000000`00401180     0001 (0001) nt!Tail
       2 eu                      0001 (0001) (nt!nothing)
      kd> g
      rcx=0000000000000002
      rcx=0000000000000003
      rcx=0000000000000004
      rcx=0000000000000009
      rcx=0000000000000015
      rcx=0000000000000024
      rcx=0000000000000064
      rcx=0000000000000001
      rcx=0000000000000002
      rcx=0000000000000003
      Breakpoint 1 hit
      nt!Tail:
      00000000`00401180 56              push    rsi
      kd> bd 0-1;bl 0 1
       0 d 00000000`00401000     0001 (0001) nt!Leaf "r rcx;gc"
       1 d 00000000`00401180     0001 (0001) nt!Tail
      kd> br 2 7;bc 0,1;.bpcmds
      bu7 nt!nothing;
      kd> bc *;bl
      kd> ba w4 nt!Sink "? dwo(nt!Sink)"
      kd> bl
       0 e 00000000`004036e0 w 4 0001 (0001) nt!Sink "? dwo(nt!Sink)"
      kd> g
      Evaluate expression: 9 = 00000000`00000009
      nt!Leaf+0x6:
      00000000`00401006 8d0449          lea     eax,[rcx+rcx*2]
      """)
  }

  @Test func conditionsCountPasses() throws {
    try LiveSession("nt!Entry").test.expect(
      """
      kd> bp nt!Leaf ".if (@ecx == 0n36) {.echo it} .else {gc}"
      kd> g
      it
      nt!Leaf:
      00000000`00401000 890dda260000    mov     dword ptr [nt!Sink (00000000`004036e0)],ecx ds:0018:00000000`004036e0=00000015
      kd> bp0 nt!Leaf 3
      breakpoint 0 redefined
      kd> g
      Breakpoint 0 hit
      nt!Leaf:
      00000000`00401000 890dda260000    mov     dword ptr [nt!Sink (00000000`004036e0)],ecx ds:0018:00000000`004036e0=00000001
      kd> r ecx;bc *;bp /w "@ecx == 4" nt!Leaf;g;r ecx
      ecx=00000002
      Breakpoint 0 hit
      nt!Leaf:
      00000000`00401000 890dda260000    mov     dword ptr [nt!Sink (00000000`004036e0)],ecx ds:0018:00000000`004036e0=00000003
      ecx=00000004
      """)
  }

  @Test func conditionsOfTheDataModel() throws {
    try LiveSession("nt!Entry").test.expect(
      """
      kd> bp /w "@$curregisters.User.rcx == 9 && @$curstack.Frames.Count() > 0" nt!Leaf
      kd> .prompt_allow -dis
      kd> g;r ecx
      Breakpoint 0 hit
      nt!Leaf:
      ecx=00000009
      """)
  }

  @Test func steps() throws {
    try LiveSession("nt!Inlines", argument: 5).test.expect(
      """
      kd> p
      nt!Inlines+0x1:
      00000000`004011f1 4883ec20        sub     rsp,20h
      kd> p 2
      nt!Inlines+0x5:
      00000000`004011f5 890de5240000    mov     dword ptr [nt!Sink (00000000`004036e0)],ecx ds:0018:00000000`004036e0=00000000
      nt!Inlines+0xb:
      00000000`004011fb ffc1            inc     ecx
      kd> pc
      nt!Inlines+0xd:
      00000000`004011fd e8fefdffff      call    nt!Leaf (00000000`00401000)
      kd> t
      nt!Leaf:
      00000000`00401000 890dda260000    mov     dword ptr [nt!Sink (00000000`004036e0)],ecx ds:0018:00000000`004036e0=00000005
      kd> pt
      nt!Leaf+0x9:
      00000000`00401009 c3              ret
      kd> gu
      nt!Inlines+0x12:
      00000000`00401202 89c6            mov     esi,eax
      kd> t "r eax"
      eax=00000012
      nt!Inlines+0x14:
      00000000`00401204 8905d6240000    mov     dword ptr [nt!Sink (00000000`004036e0)],eax ds:0018:00000000`004036e0=00000006
      kd> pa nt!Inlines+1d
      nt!Inlines+0x1a:
      00000000`0040120a 8d4e01          lea     ecx,[rsi+1]
      nt!Inlines+0x1d:
      00000000`0040120d e8eefdffff      call    nt!Leaf (00000000`00401000)
      kd> g @$ra
      00000000`003f0000 f4              hlt
      """)
  }

  /// A step among the commands of a step, as scripts have it that step until something is true.
  @Test func stepsAmongCommands() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "crashcart-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "step.txt").path(percentEncoded: false)
    let live = try LiveSession("nt!Entry")
    // mov ecx,800h / dec ecx / jne / hlt
    try live.session.debugger.write(
      0x20_0000, [0xB9, 0, 8, 0, 0, 0xFF, 0xC9, 0x75, 0xFC, 0xF4])
    let script = ".if (@ecx == 0n1000) {.echo there} .else {r $t0 = @$t0 + 1; t \"$$>a<\(place)\"}"
    try Data(script.utf8).write(to: URL(filePath: place))
    live.test.expect(
      """
      kd> r rip=200000
      kd> t "$$>a<\(place)"
      there
      00000000`00200007 75fc            jne     00000000`00200005 [br=1]
      kd> ? @$t0
      Evaluate expression: 2095 = 00000000`0000082f
      kd> t "r ecx; p 2 \\"r ecx; t \\\\\\"r ecx\\\\\\"\\""
      ecx=000003e8
      00000000`00200007 75fc            jne     00000000`00200005 [br=1]
      ecx=000003e7
      ecx=000003e6
      00000000`00200007 75fc            jne     00000000`00200005 [br=1]
      kd> bp 200007 "r ecx; t \\"r ecx\\""
      kd> g
      ecx=000003e5
      ecx=000003e5
      00000000`00200005 ffc9            dec     ecx
      """)
  }

  @Test func symbolsAndCode() throws {
    try LiveSession("nt!Entry").test.expect(
      """
      kd> x nt!Rec*
      00000000`004011b0 nt!Recurse (int)
      kd> x nt!Sink
      00000000`004036e0 nt!Sink = 0n0
      kd> x nt!nothing
      kd> ? nt!Recurse+5
      Evaluate expression: 4198837 = 00000000`004011b5
      kd> bm nt!Re*
        0: 00000000`004011b0 @!"nt!Recurse"
      kd> u nt!Inlines L2
      nt!Inlines:
      00000000`004011f0 56              push    rsi
      00000000`004011f1 4883ec20        sub     rsp,20h
      kd> u
      nt!Inlines+0x5:
      00000000`004011f5 890de5240000    mov     dword ptr [nt!Sink (00000000`004036e0)],ecx
      00000000`004011fb ffc1            inc     ecx
      00000000`004011fd e8fefdffff      call    nt!Leaf (00000000`00401000)
      00000000`00401202 89c6            mov     esi,eax
      00000000`00401204 8905d6240000    mov     dword ptr [nt!Sink (00000000`004036e0)],eax
      00000000`0040120a 8d4e01          lea     ecx,[rsi+1]
      00000000`0040120d e8eefdffff      call    nt!Leaf (00000000`00401000)
      00000000`00401212 01f0            add     eax,esi
      kd> ub nt!Recurse+2 L3
      nt!Tail+0x2f:
      00000000`004011af 90              nop
      nt!Recurse:
      00000000`004011b0 56              push    rsi
      00000000`004011b1 57              push    rdi
      kd> uf nt!Recurse
      nt!Recurse:
      00000000`004011b0 56              push    rsi
      00000000`004011b1 57              push    rdi
      00000000`004011b2 4883ec28        sub     rsp,28h
      00000000`004011b6 85c9            test    ecx,ecx
      00000000`004011b8 741c            je      nt!Recurse+0x26 (00000000`004011d6)  Branch

      nt!Recurse+0xa:
      00000000`004011ba 89ce            mov     esi,ecx
      00000000`004011bc 8d4eff          lea     ecx,[rsi-1]
      00000000`004011bf e8ecffffff      call    nt!Recurse (00000000`004011b0)
      00000000`004011c4 89c7            mov     edi,eax
      00000000`004011c6 89f1            mov     ecx,esi
      00000000`004011c8 e833feffff      call    nt!Leaf (00000000`00401000)
      00000000`004011cd 01f8            add     eax,edi
      00000000`004011cf 4883c428        add     rsp,28h
      00000000`004011d3 5f              pop     rdi
      00000000`004011d4 5e              pop     rsi
      00000000`004011d5 c3              ret

      nt!Recurse+0x26:
      00000000`004011d6 b901000000      mov     ecx,1
      00000000`004011db 4883c428        add     rsp,28h
      00000000`004011df 5f              pop     rdi
      00000000`004011e0 5e              pop     rsi
      00000000`004011e1 e91afeffff      jmp     nt!Leaf (00000000`00401000)  Branch
      kd> .printf "%y|%y\\n", nt!Leaf+2, 5
      nt!Leaf+0x2 (00000000`00401002)|00000000`00000005
      kd> dps nt!ListHead L1
      00000000`004036e8  00000000`00000000
      """)
  }

  @Test func localsAndStack() throws {
    try LiveSession("nt!Entry").test.expect(
      """
      kd> g nt!Inlines
      nt!Inlines:
      00000000`004011f0 56              push    rsi
      kd> dv
                Value = 0n5
               Result = <value unavailable>
      kd> dv /t /i V*
      prv param  int Value = 0n5
      kd> kp 2
      Child-SP          RetAddr           Call Site
      00000000`002fffa8 00000000`004013b5 nt!Inlines(int Value = 0n5)
      00000000`002fffb0 00000000`003f0000 nt!Entry(void)+0x85
      kd> ? Value
      Evaluate expression: 5 = 00000000`00000005
      kd> ? @$ra
      Evaluate expression: 4199349 = 00000000`004013b5
      """)
  }

  @Test func types() throws {
    try LiveSession("nt!Entry").test.expect(
      """
      kd> g nt!Recurse
      nt!Recurse:
      00000000`004011b0 56              push    rsi
      kd> dt nt!_NODE
         +0x000 Id               : Uint8B
         +0x008 Bits             : <unnamed-tag>
         +0x010 Link             : _LIST_ENTRY
         +0x020 Name             : [8] Char
         +0x028 Values           : [4] Int2B
         +0x030 Next             : Ptr64 _NODE
      kd> dt _NODE nt!Nodes
      nt!_NODE
         +0x000 Id               : 0x11223344`00000000
         +0x008 Bits             : <unnamed-tag>
         +0x010 Link             : _LIST_ENTRY [ 0x00000000`00403748 - 0x00000000`004036e8 ]
         +0x020 Name             : [8]  "n0"
         +0x028 Values           : [4] 0n0
         +0x030 Next             : 0x00000000`00403738 _NODE
      kd> dt -a nt!_NODE Na* Values Bits. nt!Nodes
         +0x008 Bits             : <unnamed-tag>
            +0x000 Low              : 0y101
            +0x000 High             : 0y10001 (0x11)
            +0x004 Signed           : 0n-7
         +0x020 Name             :\u{20}
          [00] 110 'n'
          [01] 48 '0'
          [02] 0 ''
          [03] 0 ''
          [04] 0 ''
          [05] 0 ''
          [06] 0 ''
          [07] 0 ''
         +0x028 Values           :\u{20}
          [00] 0n0
          [01] 0n0
          [02] 0n-2
          [03] 0n0
      kd> dt -r1 nt!_NODE Next nt!Nodes
         +0x030 Next             : 0x00000000`00403738 _NODE
            +0x000 Id               : 0x11223344`00000001
            +0x008 Bits             : <unnamed-tag>
            +0x010 Link             : _LIST_ENTRY [ 0x00000000`00403780 - 0x00000000`00403710 ]
            +0x020 Name             : [8]  "n1"
            +0x028 Values           : [4] 0n0
            +0x030 Next             : 0x00000000`00403770 _NODE
      kd> dt . Bits.Low nt!Nodes
         +0x008 Bits             : <unnamed-tag>
            +0x000 Low              : 0y101
      kd> dt nt!_NODE Id nt!Nodes -l Next
      Next at 0x00000000`00403700
      ---------------------------------------------
         +0x000 Id               : 0x11223344`00000000

      Next at 0x00000000`00403738
      ---------------------------------------------
         +0x000 Id               : 0x11223344`00000001

      Next at 0x00000000`00403770
      ---------------------------------------------
         +0x000 Id               : 0x11223344`00000002

      kd> dt nt!ListHead
       [ 0x00000000`00403710 - 0x00000000`00403780 ]
         +0x000 Flink            : 0x00000000`00403710 _LIST_ENTRY
         +0x008 Blink            : 0x00000000`00403780 _LIST_ENTRY
      kd> dt nt!_NOD*
                nt!_NODE
                nt!_NODE::<unnamed-tag>
      00000000`00403700  nt!Nodes
      kd> dt nt!_NOTHING
      Symbol nt!_NOTHING not found.
      """)
  }

  @Test func modules() throws {
    let test = try LiveSession("nt!Entry").test
    #expect(
      test.type("lm").hasPrefix(
        "start             end                 module name\n"
          + "00000000`00400000 00000000`00405000   nt         (pdb symbols)          "))
    #expect(test.type("lm1m") == "nt\n")
    #expect(test.type("lm m foo*") == "start             end                 module name\n")
    #expect(test.type("lmvm nt").contains("    ImageSize:        00005000\n"))
    #expect(test.type("ln nt!Leaf").contains("Exact matches:\n    nt!Leaf (int)\n"))
    #expect(
      test.type(".reload") == "Loading Kernel Symbols\n.\nLoading User Symbols\n")
    #expect(test.type(".reload nothing") == "Unable to find module 'nothing'\n")
  }

  @Test func everyCommandExplainsItself() throws {
    let session = try TestSession().session
    var names: Set<String> = []
    for set in session.commands.sets {
      for command in set.commands {
        #expect(command.summary.hasSuffix("."), "\(command.names)")
        for name in command.names {
          #expect(names.insert(name).inserted, "\(name) is declared twice")
        }
        #expect(command.usage.hasPrefix(command.names[0]))
      }
    }
  }

  @Test func conditionIsCompiledOnce() throws {
    let session = try TestSession().session
    let clock = ContinuousClock()
    let line = CommandLine("poi(@rbx) == 1 or @$t0 + 5 > 7")
    let time = clock.measure {
      for _ in 0..<20_000 {
        var copy = line
        _ = try? session.evaluate(&copy)
      }
    }
    // Parsing each time would take several times as long even in a debug build.
    #expect(time < .seconds(20), "\(time)")
  }
}
