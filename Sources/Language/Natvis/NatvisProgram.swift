/// Runs the steps of a `CustomListItems`. Only its own variables can be assigned to.
struct NatvisProgram {
  private let view: NatvisView
  private let list: NatvisCustomList
  private let format: ModelFormat
  private var scope: NatvisScope
  private var count: UInt64 = 0

  init(view: NatvisView, list: NatvisCustomList, format: ModelFormat) {
    self.view = view
    self.list = list
    self.format = format
    scope = view.scope
  }

  /// How a sequence of steps ended.
  private enum Ending {
    case finished, left, enough
  }

  mutating func run(_ collector: inout NatvisCollector) throws {
    let variables = NatvisVariables()
    scope.variables = variables
    for variable in list.variables {
      variables[variable.name] = try loaded(scope.value(variable.value.text))
    }
    var most: UInt64?
    for size in list.sizes where try scope.applies(size.rule, view: view.view) {
      most = try scope.number(scope.compile(size.text))
      break
    }
    _ = try run(list.body, most, &collector)
  }

  /// A value that does not change with the place it was read from.
  private func loaded(_ value: ModelValue) throws -> ModelValue {
    guard case .native(let native) = value, value.isNumeric else { return value }
    return .native(try scope.evaluator(SourceText("")).read(native))
  }

  private mutating func run(
    _ steps: [NatvisStep], _ most: UInt64?, _ collector: inout NatvisCollector
  )
    throws -> Ending
  {
    for step in steps {
      switch step {
      case .execute(let expression):
        guard try scope.applies(expression.rule, view: view.view) else { continue }
        _ = try scope.value(expression.text)
      case .item(let name, let expression):
        guard try scope.applies(expression.rule, view: view.view) else { continue }
        if let most, count >= most { return .enough }
        try add(name, expression, &collector)
        if !collector.wants { return .enough }
      case .leave(let rule):
        if try scope.applies(rule, view: view.view) { return .left }
      case .loop(let rule, let body):
        // Every turn costs a step, so an endless loop meets the limit.
        while true {
          try view.session.natvis.step(view.session)
          guard try scope.applies(rule, view: view.view) else { break }
          let ending = try run(body, most, &collector)
          if ending == .enough { return .enough }
          if ending == .left { break }
        }
      case .choice(let branches, _):
        for branch in branches {
          if let condition = branch.condition, try !scope.isTrue(condition) { continue }
          let ending = try run(branch.steps, most, &collector)
          if ending != .finished { return ending }
          break
        }
      }
    }
    return .finished
  }

  private mutating func add(
    _ name: NatvisText?, _ expression: NatvisExpression, _ collector: inout NatvisCollector
  ) throws {
    let index = count
    count += 1
    if collector.skips() { return }
    let compiled = try scope.compile(expression.text)
    let evaluator = scope.evaluator(compiled.source)
    let value = try evaluator.caught { try loaded(scope.value(compiled)) }
    var label = "[\(index)]"
    if let name {
      let own = NatvisView(session: view.session, entry: view.entry, scope: scope, view: view.view)
      label = (try? own.interpolate(name.text, format)) ?? label
    }
    collector.add(
      NatvisElement(
        label: label, key: .signed(Int64(truncatingIfNeeded: index)), value: value,
        format: try format.inner(compiled.specifiers, evaluator)))
  }
}
