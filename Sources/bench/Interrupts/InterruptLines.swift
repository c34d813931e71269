import Engine
import Foundation
import Language
import Terminal
import Workbench

/// Where a line is typed.
enum InterruptPlace: CaseIterable {
  /// The target that starts by default, broken into.
  case kernel
  /// The same with 512 GB of address space more: the first 2 MB of memory again and again.
  case wide
  /// A session of one of its processes.
  case process
  /// A crash dump of it.
  case dump
  /// A machine without a system.
  case bare

  /// A session there, at its prompt.
  func open(_ attendant: Waiting) throws -> Session {
    switch self {
    case .kernel: return try Self.open(nil, attendant)
    case .wide:
      let session = try Self.open(nil, attendant)
      for line in Self.widening { _ = session.execute(line) }
      return session
    case .bare: return try Self.open("bare", attendant)
    case .process:
      let session = try Self.open(nil, attendant)
      _ = session.execute(".attach -pn cmd.exe")
      return session
    case .dump:
      let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("crashcart-interrupts-\(getpid()).dmp").path
      let live = try Self.open(nil, attendant)
      _ = live.execute(".dump /f /o \(path)")
      var options = Workbench.Options()
      options.dump = path
      let session = try Workbench.open(options)
      _ = session.start()
      unlink(path)
      return session
    }
  }

  /// A page directory of 512 large pages, a table above it that has it 512 times, and its place in the
  /// top table, all in memory that the guest has not come to use.
  private static let widening = [
    "fp 3000000 L1000 e7 0 0 0 0 0 0 0", "fp 3001000 L1000 67 0 0 3 0 0 0 0",
    "!eb @cr3+800 67 10 0 3 0 0 0 0",
  ]

  private static func open(_ scenario: String?, _ attendant: Waiting) throws -> Session {
    let session = try Workbench.open(Workbench.Options(scenario: scenario))
    attendant.breaksIn = true
    session.attendant = attendant
    _ = session.start()
    attendant.breaksIn = false
    session.hostShell = .system
    return session
  }
}

/// A line that can go on for long.
struct InterruptLine {
  var place: InterruptPlace
  var text: String
  /// Lines before and after it that are not measured.
  var before: [String] = []
  var after: [String] = []
  /// Whether the session is of no use afterwards.
  var changesTarget = false
  /// Whether it waits for something instead of working.
  var waits = false
}

/// Every line that is measured.
let interruptLines: [InterruptLine] =
  languageLines + memoryLines + searchLines + wideLines + symbolLines + extensionLines + modelLines
  + fileLines
  + runningLines + bareLines + processLines + dumpLines

private func lines(_ place: InterruptPlace, _ texts: [String]) -> [InterruptLine] {
  texts.map { InterruptLine(place: place, text: $0) }
}

private let everything = "0 L?ffffffff`ffffffff"
/// The first bytes of the kernel's image as one value.
private let imageBytes = "((unsigned char[60000])0xfffff80001400000)"

private let languageLines = lines(
  .kernel,
  [
    ".while (1) {}", ".while (1) {r $t0=@$t0+1}", ".for (r $t1=0;;r $t1=@$t1+1) {}", ".do {} (1)",
    "z(1)", ".while (1) {.catch {? nosuch}}", ".while (1) {j (1) 'r $t0' ; ''}",
    ".while (1) {.printf \"%ma\\n\", nt!KiInitialPCR}", ".while (1) {.block {as /x n 1}}",
    ".while (1) {k}", ".while (1) {x nt!*}", ".while (1) {dt nt!_EPROCESS}", ".while (1) {.echo a}",
    ".foreach (v {x nt!*}) {.foreach (w {x nt!*}) {.echo v w}}",
    ".foreach (v {db 0 L?ffffffff}) {.echo v}",
    ".foreach /pS 1 (v {db nt L?80000}) {}", "as /c N db 0 L?ffffffff`ff",
    "~* .while (1) {}",
    "? $spat(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"*a*a*a*a*a*a*a*a*a*a*b\")",
    ".sleep 0n60000",
  ])

private let memoryLines =
  lines(
    .kernel,
    [
      "db \(everything)", "dw \(everything)", "dd \(everything)", "dq \(everything)",
      "dc \(everything)",
      "df \(everything)", "dD \(everything)", "da \(everything)", "du \(everything)",
      "dyb \(everything)",
      "dps \(everything)", "dpp \(everything)", "dpa \(everything)", "dpu \(everything)",
      "dds \(everything)", "ddp \(everything)", "dqs nt L?1000000", "dps nt L?1000000",
      "dpp nt L?1000000",
      "db nt L?10000000", "dl nt!PsActiveProcessHead ffffffff 2",
      "dlb nt!PsActiveProcessHead ffffffff 2",
      "dg 0 fff8", "!db 0 L?ffffffff", "!dd 0 L?ffffffff", "!du 0 L?ffffffff",
      "u nt L?ffffffff", "u \(everything)", "ub nt+80000 L?ffffff", "uf nt!KiSystemStartup",
      "uf /c nt!KiSystemStartup", "# nosuch* nt L?ffffffff", "# nosuch* \(everything)",
      "c nt L?ffffffff nt", "c \(everything) 0", "m nt L?10000000 nt+1",
      ".imgscan /r 0 ffffffff`ffffffff",
      ".imgscan", ".holdmem -a nt L?ffffffff", ".holdmem -c nt L?ffffffff",
    ])
  + [
    "f nt L?ffffffff 0", "f \(everything) 0", "fp 0 L?ffffffff 0", "m \(everything) 0",
  ].map { InterruptLine(place: .kernel, text: $0, changesTarget: true) }

/// Lines that go over all that is mapped, where that is much.
private let wideLines =
  lines(
    .wide,
    [
      "s -b \(everything) 1 2 3 f9 55", "s -w \(everything) 1234 5678 9abc",
      "s -d \(everything) 12345678 2",
      "s -q \(everything) 123456789abcdef 1", "s -a \(everything) \"no such text\"",
      "s -u \(everything) \"no such text\"", "s -sa \(everything)", "s -su \(everything)",
      "s -[l4000]sa \(everything)", "s -v \(everything) nt!PsActiveProcessHead",
      "s -[w]b \(everything) 1 2 3",
      "s -b \(everything) 0", "s -[1]b \(everything) 0", "s -[sn1]b \(everything) 1 2 3 f9",
      "da \(wide)", "du \(wide)", "db \(wide)",
      "dps \(wide)", "dpp \(wide)", "dpa \(wide)", "dpu \(wide)", "dyb \(wide)", "u \(wide)",
      "# nosuch* \(wide)",
      "c \(wide) 100000001000", ".imgscan", ".imgscan /r \(wide)", "!ptov @cr3", "!address",
      "!address -summary",
      "!vprot 100000000000", "!uext.vprot 100000000000", ".writemem /dev/null \(wide)",
      ".holdmem -a \(wide)", "as /c N db \(wide)",
      "dt -a10000000 nt!_LIST_ENTRY 100000000000", "dt -ca10000000 nt!_LIST_ENTRY 100000000000",
      "?? (unsigned char[60000])0x100000000000", "!dh 100000000000", "!poolval 100000000000",
      "!list 100000000000", "dl 100000000000 ffffffff",
      "!search 1234567812345678", "k fffff", "!stacks 2", "!process 0 7", "!memusage", "!vad 0",
      "!analyze -v", "!chkimg nt",
      "uf 100000000000", "ub 100000100000 L100000",
    ])
  + ["f \(wide) 11", "m \(wide) 100000000008", "f \(wide) 1 2 3 4 5 6 7"].map {
    InterruptLine(place: .wide, text: $0, changesTarget: true)
  }

/// All that the wide space has.
private let wide = "100000000000 L?8000000000"

private let searchLines = lines(
  .kernel,
  [
    "s -b \(everything) 1 2 3 f9 55", "s -w \(everything) 1234 5678 9abc",
    "s -d \(everything) 12345678 2",
    "s -q \(everything) 123456789abcdef 1", "s -a \(everything) \"no such text\"",
    "s -u \(everything) \"no such text\"", "s -sa \(everything)", "s -su \(everything)",
    "s -[l10]sa \(everything)", "s -v \(everything) nt!PsActiveProcessHead",
    "s -b \(everything) 0", "s -[1]b \(everything) 0", "!search 1234567812345678",
    "!search 0 40 0 ffffffff", "!search 0",
  ])

private let symbolLines = lines(
  .kernel,
  [
    "x *!*", "x /v *!*", "x /t /v *!*", "x /a *!*", "x /n *!*", "x *!*a*e*i*o*u*a*e*i*o*u*",
    "x nt!*a*a*a*a*a*a*a*a*a*a*a*a*b", "x /d *!*", "dt nt!*", "dt *!*", "dt -v nt!*",
    "dt nt!_KPRCB -r9 @$prcb",
    "dt -b nt!_KPRCB @$pcr", "dt -a100000 nt!_LIST_ENTRY nt", "dt -ca1000000 nt!_LIST_ENTRY nt",
    "dt nt!_EPROCESS -l ActiveProcessLinks.Flink @$proc",
    "dt nt!_LIST_ENTRY -l Flink nt!PsActiveProcessHead",
    "bm *!*", "lm v", "lm vm *", "!lmi nt", "!dh nt", "!chkimg nt", "!chksym nt", ".reload /f",
    ".reload", "ld *",
    "ln nt+10", "!for_each_function -c:x nt!*", "!for_each_function -m:* -c:.while (1) {}",
    "?? @@(1)", "dv /V", "k fffff", "lsa .", ".fnent nt!KeBugCheckEx", "!sym noisy",
    "!for_each_module .while (1) {}", "!for_each_module x ${@#ModuleName}!*",
    "!for_each_register -c:.while (1) {}",
    "!for_each_frame .while (1) {}",
  ])

private let extensionLines = lines(
  .kernel,
  [
    "!process 0 7", "!process 0 1f", "!thread", "!stacks 2", "!running -it", "!ready f",
    "!handle 0 7", "!handle 0 f 0",
    "!object \\", "!object \\Device", "!drvobj \\Driver\\null 7", "!devstack 0", "!irpfind",
    "!irpfind -v", "!processirps",
    "!poolused 7", "!poolused f", "!poolfind *", "!poolfind Proc 1", "!poolval nt", "!pool nt 2",
    "!memusage", "!memusage f", "!pfn 0", "!vm", "!vm 7", "!pte 0", "!vtop 0 nt", "!ptov @cr3",
    "!pte2va 0",
    "!address", "!address -summary", "!address -f:FileMap", "!vprot nt", "!vad 0", "!timer",
    "!idt -a", "!dpcs", "!apc",
    "!analyze -v", "!analyze -show", "!analyze -hang", "!exchain", "!dml_proc",
    "!list -x \".while (1) {}\" nt!PsActiveProcessHead",
    "!list -t nt!_LIST_ENTRY.Flink -e -x \"k\" nt!PsActiveProcessHead",
    "!dflink nt!PsActiveProcessHead ffffffff", "!dblink nt!PsActiveProcessHead ffffffff",
    "!validatelist nt!PsActiveProcessHead", "!rtlavl nt!PsActiveProcessHead",
    "!slist nt!PsActiveProcessHead",
    "!for_each_process .while (1) {}", "!for_each_thread .while (1) {}",
    "!for_each_process \"!process @#Process 7\"",
    "!peb", "!teb", "!dlls -a", "!envvar Path", "!kuser", "!gflag", "!cs", "!error 5", "!cpuinfo",
    "!devhandles 0",
    "!validatelist 0", "!str nt", "!ustr nt", "!fileobj nt",
  ])

private let modelLines = lines(
  .kernel,
  [
    "dx -r20 @$cursession", "dx -r9 @$cursession.Processes", "dx -r6 -v @$curprocess",
    "dx -g @$cursession.Processes.First().Modules",
    "dx @$cursession.Processes.SelectMany(p => p.Threads.SelectMany(t => t.Stack.Frames)).Count()",
    "dx @$cursession.Processes.SelectMany(p => @$cursession.Processes.SelectMany(q => @$cursession.Processes.SelectMany(r => @$cursession.Processes.SelectMany(s => @$cursession.Processes)))).Count()",
    "dx -r1 \(imageBytes).Where(b => b == 1).Select(b => b * 2).OrderBy(b => b).GroupBy(b => b)",
    "dx \(imageBytes).OrderBy(b => b).First()",
    "dx \(imageBytes).OrderBy(b => b).OrderByDescending(b => b).Last()",
    "dx \(imageBytes).GroupBy(b => b).Count()",
    "dx \(imageBytes).Distinct().Count()",
    "dx \(imageBytes).Where(b => \(imageBytes).Any(c => c == 1234)).Count()",
    "dx \(imageBytes).Flatten(b => \(imageBytes)).Count()",
    "dx -r2 \(imageBytes)", "dx -r1 -c 65536 \(imageBytes)",
    "dx -g \(imageBytes)",
    "dx Debugger.Utility.Control.ExecuteCommand(\".while (1) {}\")",
    "dx Debugger.Utility.Control.ExecuteCommand(\"x *!*\").Where(l => l.Contains(\"nosuch\"))",
    "?? \(imageBytes)", "dt -a60000 nt!_KPRCB nt",
    "dx Debugger.Utility.Collections.FromListEntry(*(nt!_LIST_ENTRY*)&nt!PsActiveProcessHead, \"nt!_EPROCESS\", \"ActiveProcessLinks\")",
  ])

private let fileLines =
  lines(
    .kernel,
    [
      ".writemem /dev/null nt L?ffffffff", ".writemem /dev/null 0 L?ffffffff`ff",
      ".readmem /dev/zero nt L?ffffffff",
      ".dump /f /o /dev/null", ".dump /ka /o /dev/null",
    ])
  + [
    InterruptLine(place: .kernel, text: ".shell sleep 100", waits: true),
    InterruptLine(place: .kernel, text: ".shell yes", waits: true),
    InterruptLine(
      place: .kernel, text: ".shell trap '' INT TERM; while :; do sleep 1; done", waits: true),
    InterruptLine(place: .kernel, text: ".shell -i - yes", waits: true),
    InterruptLine(place: .kernel, text: ".opendump /dev/zero"),
    InterruptLine(place: .kernel, text: "$$>< /dev/zero"),
    InterruptLine(place: .kernel, text: "aS /f N /dev/zero"),
  ]

/// The current instruction becomes a jump to itself.
private let busy = ["eb @rip eb fe", "r $t9=@rip"]

private func running(
  _ texts: [String], before: [String] = busy, at place: InterruptPlace = .kernel
) -> [InterruptLine] {
  texts.map { InterruptLine(place: place, text: $0, before: before, changesTarget: true) }
}

private let runningLines =
  running(
    [
      "g", "p ffffffff", "t ffffffff", "pc", "tc", "pt", "tt", "pct", "tct", "ph", "th", "pa 0",
      "ta 0", "gu", "wt", "wt -l 5",
      "tb", "z(1); g", ".while (1) {t}", ".while (1) {p 10}", ".while (1) {g}", "~0 g", "gh", "gn",
      "bp /w \"0\" @rip; g", "bp @rip \"gc\"; g", "bp @rip \".echo hit; gc\"; g",
      "bp @rip \".while (1) {}\"; g",
      "bp @rip \"k; gc\"; g", "ba w4 nt!KiInitialPCR \"gc\"; g", "bp @rip 7fffffff; g",
      ".pcmd -s \".while (1) {}\"; t",
      "g; g; g; g", "bp /w \"poi(@rsp) == 1\" @rip; g",
    ])
  + running(
    [
      "g", "gu", "wt", "t ffffffff", "p ffffffff", "ta 0", "pa 0", "tc 100000", "pc 100000",
      "pt 100000", "tt 100000",
      "tct 100000", "th 100000", "tb 100000", "g@$callret", "gN", ".reboot", ".crash", "wt -ni",
      "wt -oR",
      "sxe ld; .reboot", "sxe -c \".while (1) {}\" ld; .reboot", "sxe -c \"gc\" ld; .reboot",
      ".restart",
      ".create cmd.exe", ".attach -pn cmd.exe", ".kill 4",
    ], before: [])
  + lines(.kernel, [])

private let bareLines =
  lines(
    .bare,
    [
      "db \(everything)", "s -b \(everything) 1 2 3", "u \(everything)", "f \(everything) 1",
      "s -q 0 L?ffffffff`ffffffff 123456", "!search 0", "# nosuch \(everything)",
    ])
  + running(
    [
      "g", "t ffffffff", "p ffffffff", "pa 0", "ta 0", "wt", "gu", "pc", "pt",
      "bp /w \"0\" 1000; g",
    ],
    before: ["eb 1000 eb fe", "r rip=1000"], at: .bare)

private let processLines =
  lines(
    .process,
    [
      "db \(everything)", "s -b \(everything) 1 2 3", "s -sa \(everything)",
      "s -[w]b \(everything) 0", "!address", "!address -summary", "!vprot",
      "~* .while (1) {}", "~* k", "!dlls -a", "!peb", "!teb", "!for_each_module .while (1) {}",
      "x *!*", "dt *!*", "dx -r9 @$curprocess",
      ".reload /f", "!analyze -v", ".tlist", "!process 0 7", "f \(everything) 0",
    ])
  + running(
    [
      "g", "p", "t ffffffff", "p ffffffff", "gu", "wt", "pc 10000", "pt 10000", "ta 0", "pa 0",
      "~*g", "~0 p", ".restart", ".kill; g",
    ], before: [], at: .process)
  + running(
    ["g", "t ffffffff", "p ffffffff", "pa 0", "wt", "bp @rip \"gc\"; g", "bp /w \"0\" @rip; g"],
    before: busy, at: .process)

private let dumpLines = lines(
  .dump,
  [
    "db \(everything)", "dps \(everything)", "dps nt L?1000000", "s -b \(everything) 1 2 3",
    "s -q \(everything) 1234567812345678", "s -sa \(everything)", "c \(everything) 0",
    "u nt L?ffffffff", "# nosuch* \(everything)", "x *!*", "dt *!*", "!process 0 7", "!stacks 2",
    "!handle 0 7", "!object \\", "!poolused", "!poolfind *",
    "!memusage", "!address", "!analyze -v", "!search 1234567812345678", "!db 0 L?ffffffff",
    "!chkimg nt", "dx -r9 @$cursession", ".reload /f",
    ".writemem /dev/null \(everything)", ".dump /f /o /dev/null", "!timer", "!irpfind", "!vm",
    "!pfn 0", "!vad 0",
    "!list -x \".while (1) {}\" nt!PsActiveProcessHead", "k fffff", ".imgscan",
  ])
