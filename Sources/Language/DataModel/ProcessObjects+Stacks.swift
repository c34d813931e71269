import Engine
import Symbols

// Stacks, frames, locals and registers as objects.

extension ProcessObjects {
  func currentStack() -> ModelObject { stack(ofThread: nil) }

  func currentFrame() throws -> ModelObject? {
    try session.scopedFrame.map { frame($0, ofThread: nil) }
  }

  /// A thread's stack, or the current one, unwound when its frames are asked for.
  func stack(ofThread thread: UInt64?) -> ModelObject {
    ModelObject(members: [
      Member("Frames", help: "The frames, the innermost first") {
        .list(
          ModelList.counted {
            try looking(at: thread) {
              try session.debugger.frames().map { .object(frame($0, ofThread: thread)) }
            }
          })
      }
    ])
  }

  private func frame(_ frame: Frame, ofThread thread: UInt64?) -> ModelObject {
    let text = frameText(frame)
    return ModelObject(
      text: { "\(text) [Switch To]" },
      members: [
        Member("Attributes", help: "Its addresses") {
          try looking(at: thread) { .object(attributes(of: frame)) }
        },
        Member("LocalVariables", help: "Its variables") {
          try looking(at: thread) {
            .object(variables(of: frame, ofThread: thread, areParameters: false))
          }
        },
        Member("Parameters", help: "Its parameters") {
          try looking(at: thread) {
            .object(variables(of: frame, ofThread: thread, areParameters: true))
          }
        },
      ],
      methods: [
        ModelFunction("SwitchTo", help: "SwitchTo() - Makes it the current frame") { _ in
          if let thread, thread != session.debugger.thread { try enter(thread: thread) }
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
    let source = source(of: frame)
    return ModelObject(members: [
      Member("InstructionOffset") { .unsigned(frame.ip) },
      Member("ReturnOffset") { .unsigned(frame.returnAddress) },
      Member("FrameOffset") { .unsigned(frame.framePointer) },
      Member("StackOffset") { .unsigned(frame.sp) },
      Member("FrameNumber") { .unsigned(UInt64(frame.number)) },
      Member("SourceInformation") { .object(source) },
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

  /// The variables of a frame; those of another thread are read in its process' memory.
  private func variables(of frame: Frame, ofThread thread: UInt64?, areParameters: Bool)
    -> ModelObject
  {
    let locals = session.locals(of: frame) ?? []
    let space = thread == nil ? nil : session.debugger.addressSpace
    return ModelObject(
      members: locals.filter { $0.isParameter == areParameters }.map { local in
        let type = CppType.known(local.type)
        return Member(local.name) {
          switch local.place {
          case .memory(let address):
            return .native(CppValue(type, .memory(address), space: space))
          case .constant(let bits): return .native(CppValue(type, bits: bits))
          case .register(let name):
            return .native(CppValue(type, bits: frame.context[name], space: space))
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
