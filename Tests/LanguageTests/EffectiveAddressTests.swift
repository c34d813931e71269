import Engine
import Language
import Testing

/// What WinDbg showed behind the current instruction: the operand's address and what stood there, or
/// where a branch through a register leads.
@Suite struct EffectiveAddressTests {
  /// A published line, and what its registers and memory must have been.
  struct Row: Sendable, CustomTestStringConvertible {
    var isNarrow = false
    var kind = TargetKind.user
    let address: UInt64
    let bytes: [UInt8]
    let registers: [(Register, UInt64)]
    /// What stands at the address: nil where nothing can be read.
    var memory: (address: UInt64, value: UInt64)?
    let text: String

    var testDescription: String { text }
  }

  static let wide: [Row] = [
    Row(
      address: 0x7ff7_91d8_1014, bytes: [0x45, 0x89, 0x1b], registers: [(.r11, 0)],
      text: "mov dword ptr [r11],r11d ds:00000000`00000000=????????"),
    Row(
      address: 0x7ff6_f976_1884, bytes: [0x48, 0x89, 0x5c, 0x24, 8],
      registers: [(.rsp, 0xdb_d2a9_f2e8)], memory: (0xdb_d2a9_f2f0, 0x219_85fe_2060),
      text: "mov qword ptr [rsp+8],rbx ss:000000db`d2a9f2f0=0000021985fe2060"),
    Row(
      address: 0x7ff6_46f4_1011, bytes: [0x48, 0x8b, 0], registers: [(.rax, 0x1d7_b1eb_af70)],
      memory: (0x1d7_b1eb_af70, 0x1d7_b1eb_acc0),
      text: "mov rax,qword ptr [rax] ds:000001d7`b1ebaf70=000001d7b1ebacc0"),
    Row(
      address: 0x7ff6_46f4_100d, bytes: [0x48, 0x8b, 0x40, 0x20],
      registers: [(.rax, 0x7ff8_d511_08c0)], memory: (0x7ff8_d511_08e0, 0x1d7_b1eb_af70),
      text: "mov rax,qword ptr [rax+20h] ds:00007ff8`d51108e0=000001d7b1ebaf70"),
    Row(
      address: 0x7ffe_629f_5b39, bytes: [0x48, 0x8b, 0x4d, 0xf8],
      registers: [(.rbp, 0x51_8031_d4f0)], memory: (0x51_8031_d4e8, 0xc670_9491_b298),
      text: "mov rcx,qword ptr [rbp-8] ss:00000051`8031d4e8=0000c6709491b298"),
    Row(
      address: 0x7ff8_329a_a826, bytes: [0x66, 0x44, 0x39, 0x04, 0x42],
      registers: [(.rdx, 0x5db1_57c7_b531), (.rax, 2)],
      text: "cmp word ptr [rdx+rax*2],r8w ds:00005db1`57c7b535=????"),
    Row(
      address: 0x7ff6_6d77_1101, bytes: [0xc7, 0x03, 0x2a, 0, 0, 0], registers: [(.rbx, 0)],
      text: "mov dword ptr [rbx],2Ah ds:00000000`00000000=????????"),
    Row(
      address: 0x7ff8_fb0b_168d, bytes: [0xf0, 0x0f, 0xba, 0x71, 8, 0],
      registers: [(.rcx, 0x1f7_a055_9d68)], memory: (0x1f7_a055_9d70, 0xffff_ffff),
      text: "lock btr dword ptr [rcx+8],0 ds:000001f7`a0559d70=ffffffff"),
    Row(
      address: 0x7ffa_441e_16a0, bytes: [0xf0, 0x45, 0x0f, 0xb1, 0x02],
      registers: [(.r10, 0x7ffa_444b_0450)], memory: (0x7ffa_444b_0450, 3),
      text: "lock cmpxchg dword ptr [r10],r8d ds:00007ffa`444b0450=00000003"),
    Row(
      address: 0x7ffd_5742_7190, bytes: [0xff, 0xe0], registers: [(.rax, 0xdead_beef_baad_c0de)],
      text: "jmp rax {deadbeef`baadc0de}"),
    Row(
      address: 0x7ff7_da26_1892, bytes: [0xff, 0xd0], registers: [(.rax, 0x174_7080_0000)],
      text: "call rax {00000174`70800000}"),
  ]

  /// In the kernel, from a context that tells no selectors.
  static let kernel: [Row] = [
    Row(
      kind: .kernel, address: 0xffff_f801_197f_1d1e, bytes: [0x0f, 0x29, 0x49, 0xc0],
      registers: [(.rcx, 0xffff_e506_8d8a_4040)],
      text: "movaps xmmword ptr [rcx-40h],xmm1 ds:ffffe506`8d8a4000="
        + "????????????????????????????????"),
    Row(
      kind: .kernel, address: 0xffff_f806_8a1c_75b0, bytes: [0x48, 0x39, 0x5a, 0x08],
      registers: [(.rdx, 0)],
      text: "cmp qword ptr [rdx+8],rbx ds:00000000`00000008=????????????????"),
    Row(
      kind: .kernel, address: 0xffff_f805_7363_12d0, bytes: [0x8b, 0x03], registers: [(.rbx, 0)],
      text: "mov eax,dword ptr [rbx] ds:00000000`00000000=????????"),
  ]

  static let narrow: [Row] = [
    Row(
      isNarrow: true, address: 0x72c5_2473, bytes: [0x66, 0x89, 0x0c, 0x02],
      registers: [(.rdx, 0x766_0000), (.rax, 0xf000), (.ds, 0x2b)],
      text: "mov word ptr [edx+eax],cx ds:002b:0766f000=????"),
    Row(
      isNarrow: true, address: 0x77a2_66ac, bytes: [0x83, 0xbd, 0xbc, 0xfe, 0xff, 0xff, 0],
      registers: [(.rbp, 0x23_fc04), (.ss, 0x2b)], memory: (0x23_fac0, 0),
      text: "cmp dword ptr [ebp-144h],0 ss:002b:0023fac0=00000000"),
    Row(
      isNarrow: true, address: 0xd4_174a, bytes: [0xc7, 0x45, 0xe0, 0, 0, 0, 0],
      registers: [(.rbp, 0x53_fde8), (.ss, 0x2b)], memory: (0x53_fdc8, 0xcccc_cccc),
      text: "mov dword ptr [ebp-20h],0 ss:002b:0053fdc8=cccccccc"),
    Row(
      isNarrow: true, address: 0x13a_1735, bytes: [0xc7, 0x45, 0xec, 4, 0, 0, 0],
      registers: [(.rbp, 0x1b_f7d8), (.ss, 0x2b)], memory: (0x1b_f7c4, 0xcccc_cccc),
      text: "mov dword ptr [ebp-14h],4 ss:002b:001bf7c4=cccccccc"),
    Row(
      isNarrow: true, address: 0x40_249b, bytes: [0xff, 0xd0], registers: [(.rax, 0x1a_fd33)],
      text: "call eax {001afd33}"),
    Row(
      isNarrow: true, address: 0xf0_75be, bytes: [0xf2, 0x75, 0x02], registers: [(.efl, 0xa87)],
      text: "bnd jne 00f075c3 [br=1]"),
  ]

  @Test(arguments: wide + kernel + narrow)
  func theLineIsWinDbgs(row: Row) throws {
    let fixture = try TestSession(kind: row.kind)
    fixture.target.regions.append((row.address, row.bytes))
    if let (address, value) = row.memory {
      let bytes = (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
      fixture.target.regions.append((address, bytes))
    }
    var context = Context()
    for (register, value) in row.registers { context[register] = value }
    if row.isNarrow { fixture.session.debugger.effectiveMode = .bits32 }
    let line = fixture.session.disassemble(row.address, context: context).text
    let text = line.split(separator: " ").dropFirst(2).joined(separator: " ")
    #expect(text == row.text)
  }

  @Test func aBranchThroughARegisterNamesItsTarget() throws {
    let fixture = try TestSession(withImage: true)
    fixture.target.regions.append((0x30_0000, [0xff, 0xd2]))
    var context = Context()
    let target = try #require(fixture.session.debugger.kernel?.symbol("DbgBreakPointWithStatus"))
    context[.rdx] = target.address
    let line = fixture.session.disassemble(0x30_0000, context: context).text
    #expect(
      line == "00000000`00300000 ffd2            call    rdx {nt!DbgBreakPointWithStatus "
        + "(\(fixture.session.addressText(target.address)))}")
  }
}
