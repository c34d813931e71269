import Engine
import Symbols

/// The NatVis files of a session, and what was found out with them.
final class NatvisStore {
  private(set) var files: [NatvisFile] = []
  /// How deeply texts of values are nested.
  var depth = 0
  /// Expressions evaluated since a command began.
  private var steps = 0
  /// Entries that were passed over, and why, since a command began.
  private(set) var refusals: [String] = []
  /// Entries for the types that were asked for.
  private var found: [TypeKey: Found] = [:]

  /// Texts of values nested deeper than this are cut off.
  static let deepest = 8
  /// Expressions that one command evaluates at most.
  private static let most = 1 << 18

  private struct TypeKey: Hashable {
    var module: ObjectIdentifier
    var type: TypeIndex
  }

  /// Keeps the module alive, whose identity is the key.
  private struct Found {
    var module: Module
    var entries: [NatvisMatch]
  }

  /// Begins a command.
  func begin() {
    steps = 0
    depth = 0
    refusals = []
  }

  /// Counts an expression, within the limit.
  func step(_ session: Session) throws {
    steps += 1
    guard steps <= Self.most else {
      throw CommandError.message("The NatVis entries ask for too much")
    }
    try session.checkCancelled()
  }

  func refuse(_ text: String) {
    if refusals.count < 100, !refusals.contains(text) { refusals.append(text) }
  }

  /// Adds a file, in the place of an older one of the same path.
  func add(_ file: NatvisFile) {
    remove {
      $0.module == file.module
        && (file.module == nil ? $0.fullPath == file.fullPath : $0.path == file.path)
    }
    files.append(file)
    found = [:]
  }

  /// Forgets files; returns those that were there.
  @discardableResult
  func remove(_ isWanted: (NatvisFile) -> Bool) -> [NatvisFile] {
    let removed = files.filter(isWanted)
    files.removeAll(where: isWanted)
    found = [:]
    return removed
  }

  /// The entries that match a record's name or that of one of its bases, the best first.
  func entries(for type: TypeRef) -> [NatvisMatch] {
    guard !files.isEmpty else { return [] }
    let key = TypeKey(module: ObjectIdentifier(type.module), type: type.index)
    if let known = found[key] { return known.entries }
    var entries: [NatvisMatch] = []
    collect(type, offset: 0, depth: 0, into: &entries)
    found[key] = Found(module: type.module, entries: entries)
    return entries
  }

  private func collect(
    _ type: TypeRef, offset: UInt64, depth: Int, into entries: inout [NatvisMatch]
  ) {
    guard depth < 16, entries.count < 256, let record = type.record else { return }
    entries += direct(type, record, offset: offset, isBase: depth > 0)
    for field in type.unqualified.fields where field.kind == .base {
      collect(field.type, offset: offset &+ field.offset, depth: depth + 1, into: &entries)
    }
  }

  /// The entries for a type itself: those of the file that was loaded last come first, in a file those
  /// that fit best.
  private func direct(_ type: TypeRef, _ record: Record, offset: UInt64, isBase: Bool)
    -> [NatvisMatch]
  {
    guard let name = NatvisTypeName(record.name) else { return [] }
    let module = type.module.name.lowercased()
    var entries: [NatvisMatch] = []
    for file in files.reversed() {
      if let owner = file.module, owner.lowercased() != module { continue }
      var rows: [(match: NatvisMatch, wildcards: Int, priority: Int, order: Int)] = []
      for (order, entry) in file.types.enumerated() where entry.isFor(type.module) {
        for wanted in entry.names where !isBase || wanted.isInheritable {
          if let owner = wanted.pattern.module, owner != module { continue }
          guard let arguments = wanted.pattern.match(name) else { continue }
          let match = NatvisMatch(
            file: file.name, entry: entry, intrinsics: entry.intrinsics + file.intrinsics,
            type: type, offset: offset, arguments: arguments)
          rows.append((match, wanted.pattern.wildcards, wanted.priority, order))
          break
        }
      }
      rows.sort {
        ($0.wildcards, -$0.priority, $0.order) < ($1.wildcards, -$1.priority, $1.order)
      }
      entries += rows.map(\.match)
    }
    return entries
  }
}

/// An entry that matches a type's name.
struct NatvisMatch {
  /// The file's name, for messages.
  var file: String
  var entry: NatvisType
  var intrinsics: [NatvisIntrinsic]
  /// The type that it matches: the value's own, or a base.
  var type: TypeRef
  /// Where that is in the value.
  var offset: UInt64
  /// What the wildcards stand for.
  var arguments: [String]
  let verdict = NatvisVerdict()
}

/// Whether an entry fits a type, once that was found out.
final class NatvisVerdict {
  private var epoch: Int?
  private var obstacle: NatvisCheck.Obstacle?

  /// What does not fit, found out anew when names may mean something else.
  func obstacle(_ session: Session, _ view: NatvisView) -> NatvisCheck.Obstacle? {
    if epoch != session.bindingEpoch {
      obstacle = NatvisCheck(view: view).obstacle()
      epoch = session.bindingEpoch
    }
    return obstacle
  }
}

extension NatvisType {
  /// Whether the entry is for a module of this name and version.
  fileprivate func isFor(_ module: Module) -> Bool {
    guard !versions.isEmpty else { return true }
    return versions.contains { version in
      guard version.module.lowercased() == module.imageName.lowercased() else { return false }
      guard version.lowest != nil || version.highest != nil else { return true }
      // Images without a version resource, which is all that are read so far, are 0.0.0.0.
      let own: [UInt64] = [0, 0, 0, 0]
      if let lowest = version.lowest, Self.isLess(own, than: lowest) { return false }
      if let highest = version.highest, Self.isLess(highest, than: own) { return false }
      return true
    }
  }

  /// Versions are compared number by number, as far as both have numbers.
  private static func isLess(_ left: [UInt64], than right: [UInt64]) -> Bool {
    for (a, b) in zip(left, right) where a != b { return a < b }
    return false
  }
}
