/// A MASM expression ready to be evaluated any number of times.
///
/// The operations are in postfix order, so neither evaluating nor releasing a long expression
/// recurses. A million evaluations of `poi(@rsp+8) == 0` cost neither parsing nor memory.
public final class CompiledExpression {
  var operations: [Operation] = []
  var names: [String] = []
  var foreign: [any ForeignExpression] = []
  var epoch = 0
  /// The scope's epoch, where something of one process was bound.
  var scopeEpoch: Int?
  /// Offset just past the expression in its text.
  var end = 0
  /// Why the text after the operations could not be read; reported once they have been evaluated,
  /// because the debugger evaluates as it reads.
  var failure: CommandError?

  /// An expression without a step.
  init() {}

  /// One step. Offsets say where the text continues if the step fails.
  enum Operation {
    case constant(UInt64)
    case register(RegisterBinding, offset: Int32)
    case local(name: Int32, offset: Int32)
    case foreign(Int32)
    case unary(UnaryOperator)
    case read(Dereference, offset: Int32)
    case binary(BinaryOperator, offset: Int32)
    case entryPoint(offset: Int32)
    case readable
    case succeeded
  }

  /// Whether what the names were bound to still holds.
  func isCurrent(in context: any ExpressionContext) -> Bool {
    epoch == context.bindingEpoch && (scopeEpoch.map { $0 == context.scopeEpoch } ?? true)
  }

  /// Evaluates in a context. `source` is the text the expression was compiled from.
  func evaluate(in context: any ExpressionContext, source: SourceText) throws(CommandError)
    -> UInt64
  {
    if failure == nil, operations.count == 1, case .constant(let value) = operations[0] {
      return value
    }
    // No operation leaves more than one value behind.
    let result: Result<UInt64, CommandError> = withUnsafeTemporaryAllocation(
      of: UInt64.self, capacity: operations.count
    ) { values in
      var stack = ValueStack(values: values)
      for operation in operations {
        do throws(Trouble) {
          try perform(operation, &stack, context)
        } catch {
          switch error {
          case .foreign(let error): return .failure(error)
          case .obstacle(let obstacle, let offset):
            let start = Int(offset)
            let rest = source.string(start..<max(start, source.bytes.count))
            return .failure(.expression(obstacle, rest: rest))
          }
        }
      }
      if let failure { return .failure(failure) }
      return .success(stack.popLast() ?? 0)
    }
    return try result.get()
  }

  /// The values of an evaluation, in memory that holds all of them.
  private struct ValueStack {
    let values: UnsafeMutableBufferPointer<UInt64>
    private var count = 0

    init(values: UnsafeMutableBufferPointer<UInt64>) { self.values = values }

    mutating func append(_ value: UInt64) {
      guard count < values.count else { return }
      values.initializeElement(at: count, to: value)
      count += 1
    }

    mutating func popLast() -> UInt64? {
      guard count > 0 else { return nil }
      count -= 1
      return values[count]
    }
  }

  /// Why a step has no result.
  private enum Trouble: Error {
    case obstacle(CommandError.Obstacle, Int32)
    case foreign(CommandError)
  }

  private func perform(
    _ operation: Operation, _ stack: inout ValueStack, _ context: any ExpressionContext
  ) throws(Trouble) {
    switch operation {
    case .constant(let value):
      stack.append(value)
    case .register(let binding, let offset):
      stack.append(try value(of: binding, offset, context))
    case .local(let name, let offset):
      guard let value = context.address(ofLocal: names[Int(name)]) else {
        throw .obstacle(.unresolved, offset)
      }
      stack.append(value)
    case .foreign(let index):
      do throws(CommandError) {
        stack.append(try foreign[Int(index)].number(in: context))
      } catch {
        throw .foreign(error)
      }
    case .unary(let unary):
      stack.append(unary.apply(stack.popLast() ?? 0))
    case .read(let read, let offset):
      let address = stack.popLast() ?? 0
      let size = read.size ?? context.pointerSize
      guard
        let value = context.readNumber(at: address, size: size, physical: read.isPhysical)
      else { throw .obstacle(.memory, offset) }
      stack.append(value)
    case .binary(let binary, let offset):
      let right = stack.popLast() ?? 0
      let left = stack.popLast() ?? 0
      guard let value = binary.apply(left, right) else { throw .obstacle(.operand, offset) }
      stack.append(value)
    case .entryPoint(let offset):
      let base = stack.popLast() ?? 0
      guard let value = context.entryPoint(ofImageAt: base) else {
        throw .obstacle(.memory, offset)
      }
      stack.append(value)
    case .readable:
      let count = stack.popLast() ?? 0
      let address = stack.popLast() ?? 0
      stack.append(context.isReadable(at: address, count: count) ? 1 : 0)
    case .succeeded:
      let flag = stack.popLast() ?? 0
      let value = stack.popLast() ?? 0
      let function = stack.popLast() ?? 0
      stack.append(context.isSuccess(value, ofFunctionAt: function, flag: flag) ? 1 : 0)
    }
  }

  private func value(
    of binding: RegisterBinding, _ offset: Int32, _ context: any ExpressionContext
  ) throws(Trouble) -> UInt64 {
    do throws(CommandError) {
      if let value = try context.value(of: binding) { return value }
    } catch {
      throw .foreign(error)
    }
    throw .obstacle(.badRegister, offset)
  }
}
