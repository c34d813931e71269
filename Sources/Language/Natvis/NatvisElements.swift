import Engine
import Symbols

/// An element of a container.
struct NatvisElement {
  /// How its line begins: `[2]`, or a name of its own.
  var label: String
  var key: ModelValue
  var value: ModelValue
  var format: ModelFormat
}

/// Which elements are wanted.
struct ModelWindow {
  /// Elements left out in front.
  var skipped: Int
  /// Elements at most.
  var limit: Int
}

/// Finds the elements of a container: they are walked one by one, to the last that is wanted.
struct NatvisElements {
  let view: NatvisView

  var scope: NatvisScope { view.scope }
  private var session: Session { view.session }

  /// The wanted elements, and whether there are more.
  func first(of item: NatvisItem, _ window: ModelWindow, _ format: ModelFormat) throws -> (
    [NatvisElement], isCut: Bool
  ) {
    var collector = NatvisCollector(window: window)
    switch item {
    case .array(let array):
      guard try scope.applies(array.rule, view: view.view) else { return ([], false) }
      _ = try view.optionally(array.rule) { try collect(array, format, &collector) }
    case .indexList(let list):
      guard try scope.applies(list.rule, view: view.view) else { return ([], false) }
      _ = try view.optionally(list.rule) { try collect(list, format, &collector) }
    case .linkedList(let list):
      guard try scope.applies(list.rule, view: view.view) else { return ([], false) }
      _ = try view.optionally(list.rule) { try collect(list, format, &collector) }
    case .tree(let tree):
      guard try scope.applies(tree.rule, view: view.view) else { return ([], false) }
      _ = try view.optionally(tree.rule) { try collect(tree, format, &collector) }
    case .custom(let list):
      guard try scope.applies(list.rule, view: view.view) else { return ([], false) }
      var program = NatvisProgram(view: view, list: list, format: format)
      _ = try view.optionally(list.rule) { try program.run(&collector) }
    case .item, .expanded, .synthetic: break
    }
    return (collector.elements, collector.isCut)
  }

  /// The first of several expressions whose condition holds.
  func chosen(_ expressions: [NatvisExpression], index: UInt64? = nil) throws -> NatvisExpression? {
    try expressions.first { try scope.applies($0.rule, view: view.view, index: index) }
  }

  /// The value of the first size that applies, within the limit; nil when there is none.
  func size(_ expressions: [NatvisExpression], index: UInt64? = nil) throws -> UInt64? {
    guard let expression = try chosen(expressions, index: index) else { return nil }
    return try scope.number(scope.compile(expression.text), index: index)
  }

  // Arrays.

  private func collect(
    _ array: NatvisArray, _ format: ModelFormat, _ collector: inout NatvisCollector
  )
    throws
  {
    guard let pointer = try chosen(array.pointers) else { return }
    let compiled = try scope.compile(pointer.text)
    let evaluator = scope.evaluator(compiled.source)
    let inner = try format.inner(compiled.specifiers, evaluator)
    let base = try evaluator.read(
      evaluator.cpp.decayed(evaluator.native(scope.value(compiled)), at: 0))
    guard case .pointer(let element, _) = base.type.shape, case .bits(let address) = base.place,
      element.size > 0
    else { throw CommandError.message("ValuePointer is no pointer to elements of a size") }
    let shape = try NatvisShape(array, self)
    for index in 0..<shape.count {
      guard collector.wants else { return }
      try session.natvis.step(session)
      let place = address &+ index &* element.size
      collector.add(
        NatvisElement(
          label: shape.label(index), key: shape.key(index),
          value: .native(CppValue(element, .memory(place), space: base.space)), format: inner))
    }
  }

  private func collect(
    _ list: NatvisIndexList, _ format: ModelFormat, _ collector: inout NatvisCollector
  ) throws {
    let count = try size(list.sizes) ?? 0
    for index in 0..<count {
      guard collector.wants else { return }
      // What is left out need not be computed.
      if collector.skips() { continue }
      guard let expression = try chosen(list.values, index: index) else { continue }
      let compiled = try scope.compile(expression.text)
      let evaluator = scope.evaluator(compiled.source)
      let value = try evaluator.caught { try scope.value(compiled, index: index) }
      collector.add(
        NatvisElement(
          label: "[\(index)]", key: .signed(Int64(truncatingIfNeeded: index)), value: value,
          format: try format.inner(compiled.specifiers, evaluator)))
    }
  }
}

/// Keeps the elements that are wanted of those that come.
struct NatvisCollector {
  let window: ModelWindow
  private(set) var elements: [NatvisElement] = []
  private(set) var isCut = false
  private var seen = 0

  init(window: ModelWindow) { self.window = window }

  /// Whether more elements may come. One more than is wanted tells that there are more.
  var wants: Bool { !isCut && seen <= ModelState.longest }

  /// Passes over an element that is left out in front. Returns whether it did.
  mutating func skips() -> Bool {
    guard seen < window.skipped else { return false }
    seen += 1
    return true
  }

  mutating func add(_ element: NatvisElement) {
    seen += 1
    if seen <= window.skipped { return }
    if elements.count < window.limit { elements.append(element) } else { isCut = true }
  }
}

/// The dimensions of an array.
struct NatvisShape {
  private var sizes: [UInt64] = []
  private var lowest: [Int64] = []
  private let isColumnMajor: Bool
  /// Elements in all.
  private(set) var count: UInt64 = 1

  private static let mostDimensions: UInt64 = 16

  init(_ array: NatvisArray, _ elements: NatvisElements) throws {
    isColumnMajor = array.isColumnMajor
    let scope = elements.scope
    let rank = try array.rank.map { try scope.number(scope.compile($0.text)) } ?? 1
    guard (1...Self.mostDimensions).contains(rank) else {
      throw CommandError.message("Arrays of \(rank) dimensions are not shown")
    }
    for dimension in 0..<rank {
      sizes.append(try elements.size(array.sizes, index: dimension) ?? 0)
      let bound = try array.lowerBound.map {
        try scope.number(scope.compile($0.text), index: dimension)
      }
      lowest.append(Int64(bitPattern: bound ?? 0))
    }
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { throw CommandError.message("The array is too large") }
      count = product
    }
  }

  /// The index of an element in each dimension.
  private func indices(_ index: UInt64) -> [Int64] {
    var rest = index
    var indices = [Int64](repeating: 0, count: sizes.count)
    let order = isColumnMajor ? Array(sizes.indices) : sizes.indices.reversed()
    for dimension in order {
      let size = max(1, sizes[dimension])
      indices[dimension] = lowest[dimension] &+ Int64(truncatingIfNeeded: rest % size)
      rest /= size
    }
    return indices
  }

  /// `[2]`, `[1, 2]`.
  func label(_ index: UInt64) -> String {
    "[\(indices(index).map(String.init).joined(separator: ", "))]"
  }

  /// The index; of an array of several dimensions, the place in it.
  func key(_ index: UInt64) -> ModelValue {
    sizes.count == 1 ? .signed(indices(index)[0]) : .signed(Int64(truncatingIfNeeded: index))
  }
}
