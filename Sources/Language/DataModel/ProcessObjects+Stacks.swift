import Engine
import Symbols

// Stacks, frames, locals and registers as objects.

extension ProcessObjects {
  func currentStack() -> ModelObject {
    let session = session
    return stack { try session.debugger.frames() }
  }

  func currentFrame() throws -> ModelObject? { try session.scopedFrame.map(frame) }

  /// A stack whose frames are unwound when they are asked for.
  func stack(_ frames: @escaping () throws -> [Frame]) -> ModelObject {
    ModelObject(members: [
      Member("Frames", help: "The frames, the innermost first") {
        .list(ModelList.counted { try frames().map { .object(frame($0)) } })
      }
    ])
  }

  private func frame(_ frame: Frame) -> ModelObject {
    let text = frameText(frame)
    return ModelObject(
      text: { "\(text) [Switch To]" },
      members: [
        Member("Attributes", help: "Its addresses") { .object(attributes(of: frame)) },
        Member("LocalVariables", help: "Its variables") {
          .object(variables(of: frame, areParameters: false))
        },
        Member("Parameters", help: "Its parameters") {
          .object(variables(of: frame, areParameters: true))
        },
      ],
      methods: [
        ModelFunction("SwitchTo", help: "SwitchTo() - Makes it the current frame") { _ in
          session.debugger.setFrame(frame.number)
          return .nothing
        }
      ])
  }

  /// `nt!KiIdleLoop + 0x1a`.
  private func frameText(_ frame: Frame) -> String {
    if case .inline(let site) = frame.kind {
      let module = session.debugger.module(containing: frame.ip)
      return "\(module.map { "\($0.name)!" } ?? "")\(site.name)"
    }
    guard let symbol = session.debugger.symbolize(frame.ip) else { return "0x\(frame.ip.hex())" }
    let rest = symbol.displacement == 0 ? "" : " + 0x\(symbol.displacement.hex())"
    return symbol.qualifiedName + rest
  }

  private func attributes(of frame: Frame) -> ModelObject {
    ModelObject(members: [
      Member("InstructionOffset") { .unsigned(frame.ip) },
      Member("ReturnOffset") { .unsigned(frame.returnAddress) },
      Member("FrameOffset") { .unsigned(frame.framePointer) },
      Member("StackOffset") { .unsigned(frame.sp) },
      Member("FrameNumber") { .unsigned(UInt64(frame.number)) },
      Member("SourceInformation") { .object(source(of: frame)) },
    ])
  }

  private func source(of frame: Frame) -> ModelObject {
    guard let place = session.debugger.sourceLine(at: frame.lookupAddress) else {
      return ModelObject(members: [])
    }
    return ModelObject(members: [
      Member("SourceFile") { .string(place.file) },
      Member("SourceLine") { .unsigned(UInt64(place.line)) },
    ])
  }

  private func variables(of frame: Frame, areParameters: Bool) -> ModelObject {
    let locals = session.locals(of: frame) ?? []
    return ModelObject(
      members: locals.filter { $0.isParameter == areParameters }.map { local in
        let type = CppType.known(local.type)
        return Member(local.name) {
          switch local.place {
          case .memory(let address): return .native(CppValue(type, .memory(address)))
          case .constant(let bits): return .native(CppValue(type, bits: bits))
          case .register(let name):
            return .native(CppValue(type, bits: frame.context[name]))
          case .unavailable: return .failure("<value unavailable>")
          }
        }
      })
  }

  /// Registers by group.
  func registers(_ context: Context) -> ModelObject {
    let user: [Register] = [
      .rax, .rbx, .rcx, .rdx, .rsi, .rdi, .rbp, .rsp, .r8, .r9, .r10, .r11, .r12, .r13, .r14, .r15,
      .rip, .efl, .cs, .ss, .ds, .es, .fs, .gs,
    ]
    let kernel: [Register] = [
      .cr0, .cr2, .cr3, .cr4, .cr8, .gdtr, .gdtl, .idtr, .idtl, .tr, .ldtr, .dr0, .dr1, .dr2, .dr3,
      .dr6, .dr7,
    ]
    func group(_ registers: [Register]) -> ModelObject {
      ModelObject(
        members: registers.map { register in
          Member(register.name) { .unsigned(context[register]) }
        })
    }
    return ModelObject(members: [
      Member("User", help: "What programs use") { .object(group(user)) },
      Member("Kernel", help: "What the kernel uses") { .object(group(kernel)) },
    ])
  }
}
