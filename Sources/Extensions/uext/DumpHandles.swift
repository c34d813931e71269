import Dumps
import Engine
import Language

extension UserExtension {
  /// `!handle` of a dump, which has what its writer put in.
  static func show(
    _ handles: [MinidumpHandle], _ wanted: UInt64?, _ detail: HandleFacts, _ type: String?,
    _ session: Session
  ) throws {
    guard !handles.isEmpty else {
      throw CommandError.message("The dump has no handles")
    }
    var counts: [String: Int] = [:]
    for handle in handles where wanted.map({ $0 == handle.value }) ?? true {
      try session.checkCancelled()
      if let type, handle.typeName != type { continue }
      counts[handle.typeName, default: 0] += 1
      session.print("Handle \(handle.value.hex())")
      for (label, value) in lines(handle, detail) { session.print("  \(label.padded(14))\(value)") }
    }
    if let wanted {
      guard counts.isEmpty else { return }
      throw CommandError.message("Handle \(wanted.hex()) is not open")
    }
    printCounts(counts, session)
  }

  private static func lines(_ handle: MinidumpHandle, _ detail: HandleFacts) -> [(
    String, String
  )] {
    var lines: [(String, String)] = []
    if detail.contains(.type) { lines.append(("Type", handle.typeName)) }
    if detail.contains(.basics) {
      let access = UInt64(handle.access)
      let attributes = handle.attributes
      lines.append(("Attributes", attributes == 0 ? "0" : "0x\(UInt64(attributes).hex())"))
      lines.append(("GrantedAccess", access == 0 ? "0:" : "0x\(access.hex()):"))
      lines.append(("", HandleAccess.standard(access)))
      lines.append(("HandleCount", "\(handle.handleCount)"))
      lines.append(("PointerCount", "\(handle.pointerCount)"))
    }
    if detail.contains(.name) {
      lines.append(("Name", handle.objectName.isEmpty ? "<none>" : handle.objectName))
    }
    return lines
  }

  /// How many handles there are of each type.
  static func printCounts(_ counts: [String: Int], _ session: Session) {
    let total = counts.values.reduce(0, +)
    session.print("\(total) Handle\(total == 1 ? "" : "s")")
    guard total > 0 else { return }
    session.print("Type           \tCount")
    for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      session.print("\(name.padded(15))\t\(count)")
    }
  }
}
