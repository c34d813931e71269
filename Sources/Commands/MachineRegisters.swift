import Engine
import Language

extension CommandSet {
  /// Model-specific registers.
  public static let machineRegisters = CommandSet(
    "Model-specific registers",
    [
      Command(
        "rdmsr", summary: "Read a model-specific register of the current processor.",
        examples: ["rdmsr c0000082": "where system calls go (LSTAR)"], related: ["wrmsr", "r"],
        repetition: .none, grammar: .expression("Register")
      ) { session, number in
        let register = UInt32(truncatingIfNeeded: number)
        do {
          let value = try session.debugger.target.readMSR(
            register, processor: session.debugger.scope.processor)
          session.print("msr[\(register.hex())] = \(value.split)")
        } catch {
          throw CommandError.message("no such msr")
        }
      },
      Command(
        "wrmsr", summary: "Write a model-specific register of the current processor.",
        examples: ["wrmsr c0000103 5": "the processor's number as rdtscp tells it"],
        related: ["rdmsr"], repetition: .none, grammar: .expression("Register"),
        .expression("Value")
      ) { session, number, value in
        let register = UInt32(truncatingIfNeeded: number)
        do {
          try session.debugger.writeMSR(register, value)
        } catch {
          throw CommandError.message("unable to write msr")
        }
      },
    ])
}
