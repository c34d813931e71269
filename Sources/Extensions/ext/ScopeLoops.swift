import Engine
import Language

extension GeneralExtension {
  static let scopeLoops: [Command] = [frameLoop, localLoop, registerLoop, functionLoop]

  private static let frameLoop = Command(
    "for_each_frame", summary: "Carry out commands once for each frame of the stack.",
    details: "Each frame in turn is the scope, as by .frame; @$frame is its number. Without "
      + "Commands, the frames are listed.",
    examples: [
      "!for_each_frame": "the frames", "!for_each_frame r rsp": "the stack pointer of every frame",
    ],
    related: ["k", ".frame", "!for_each_local", "dv"], extent: .line, repetition: .none,
    grammar: .rest("Commands", completion: .command)
  ) { session, typed in
    guard let commands = try AliasLoop.commands(typed, of: "for_each_frame", session) else {
      return
    }
    let debugger = session.debugger
    let before = debugger.scope
    defer { debugger.restore(before) }
    let rule = String(repeating: "_ ", count: 35).trimmed
    for (number, frame) in try debugger.frames().enumerated() {
      try session.checkCancelled()
      if !commands.isEmpty { session.print(rule) }
      session.print("\(UInt64(number).hex(2)) \(frameText(frame, session))")
      guard !commands.isEmpty else { continue }
      debugger.setFrame(number)
      try AliasLoop.run(session, commands)
    }
  }

  private static func frameText(_ frame: Frame, _ session: Session) -> String {
    let place = "\(session.addressText(frame.sp)) \(session.addressText(frame.returnAddress))"
    return "\(place) \(session.symbolText(frame.ip) ?? "0x\(session.addressText(frame.ip))")"
  }

  private static let localLoop = Command(
    "for_each_local", summary: "Carry out commands once for each local of the frame in scope.",
    details: "In Commands the word @#Local stands for the name. Without Commands, the names are "
      + "listed.",
    related: ["dv", "dt", "!for_each_frame"], extent: .line, repetition: .none,
    grammar: .rest("Commands", completion: .command)
  ) { session, typed in
    guard let commands = try AliasLoop.commands(typed, of: "for_each_local", session) else {
      return
    }
    guard let locals = session.locals else {
      throw CommandError.message("Unable to enumerate locals, HRESULT 0x80004005")
    }
    for local in locals {
      try session.checkCancelled()
      if commands.isEmpty {
        session.print(local.name)
      } else {
        try AliasLoop.run(session, commands, with: ["@#Local": local.name])
      }
    }
  }

  private static let registerLoop = Command(
    "for_each_register", summary: "Carry out commands once for each general register.",
    details: "In Commands the words @#RegisterName and @#RegisterValue stand for the register's "
      + "facts; ${@#RegisterValue} expands inside other text.",
    examples: [
      "!for_each_register -c:.echo @#RegisterName @#RegisterValue": "the registers",
      "!for_each_register -c:ln @#RegisterValue": "the symbol nearest each value",
    ],
    related: ["r", "!for_each_frame"], extent: .line, repetition: .none,
    grammar: .rest("-c:Commands", completion: .command)
  ) { session, typed in
    if try AliasLoop.commands(typed, of: "for_each_register", session) == nil { return }
    guard let commands = AliasLoop.value(of: "-c:", in: typed, takesRest: true), !commands.isEmpty
    else { throw session.rejectedAtEnd(.syntax) }
    let context = try session.scopedFrame?.context ?? session.context
    for name in registerNames(session) {
      try session.checkCancelled()
      guard let register = RegisterName.find(name) else { continue }
      let digits = session.pointerSize * 2
      try AliasLoop.run(
        session, commands,
        with: [
          "@#RegisterName": name, "@#RegisterValue": "0x\(context[register].hex(digits))",
        ])
    }
  }

  /// The general registers in the order of their encoding, then the instruction pointer and flags.
  private static func registerNames(_ session: Session) -> [String] {
    let names64 = "rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15 rip efl"
    let names32 = "eax ecx edx ebx esp ebp esi edi eip efl"
    return (session.pointerSize == 8 ? names64 : names32).split(separator: " ").map(String.init)
  }

  private static let functionLoop = Command(
    "for_each_function", summary: "Carry out commands once for each function of a module.",
    details: "-m: is the module, -p: a pattern of names, -c: the commands, up to the end of the "
      + "line. In them the words @#SymbolName (with the module), @#FunctionName, @#ModName and "
      + "@#SymbolAddress stand for the function's facts.",
    examples: [
      "!for_each_function -m:nt -p:Ke*Event* -c:.echo @#FunctionName": "functions on events"
    ],
    related: ["x", "!for_each_module", "uf"], extent: .line, repetition: .none,
    grammar: .rest("-m:Module -p:Pattern -c:Commands", completion: .command)
  ) { session, typed in
    if try AliasLoop.commands(typed, of: "for_each_function", session) == nil { return }
    guard let name = AliasLoop.value(of: "-m:", in: typed),
      let pattern = AliasLoop.value(of: "-p:", in: typed),
      let commands = AliasLoop.value(of: "-c:", in: typed, takesRest: true), !commands.isEmpty
    else { throw session.rejectedAtEnd(.syntax) }
    guard session.debugger.module(named: name) != nil else {
      throw CommandError.message("Unable to find module '\(name)'")
    }
    let found = try session.debugger.symbols(matching: "\(name)!\(pattern)", kinds: .functions)
    for function in found {
      try session.checkCancelled()
      try AliasLoop.run(
        session, commands,
        with: [
          "@#SymbolName": function.qualifiedName, "@#FunctionName": function.name,
          "@#ModName": function.module.name, "@#SymbolAddress": "0x\(function.address.hex(16))",
        ])
    }
  }
}
