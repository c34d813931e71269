/// Where an operation of a loop finds an operand.
protocol LoopSource {
  static func get(_ values: LoopValues, _ op: LoopOp) -> UInt64
}

/// A place that holds a register.
protocol LoopPlace: LoopSource {
  static func set(_ values: inout LoopValues, _ value: UInt64)
}

enum PlaceA: LoopPlace {
  @inline(__always) static func get(_ values: LoopValues, _ op: LoopOp) -> UInt64 { values.a }
  @inline(__always) static func set(_ values: inout LoopValues, _ value: UInt64) {
    values.a = value
  }
}

enum PlaceB: LoopPlace {
  @inline(__always) static func get(_ values: LoopValues, _ op: LoopOp) -> UInt64 { values.b }
  @inline(__always) static func set(_ values: inout LoopValues, _ value: UInt64) {
    values.b = value
  }
}

enum PlaceC: LoopPlace {
  @inline(__always) static func get(_ values: LoopValues, _ op: LoopOp) -> UInt64 { values.c }
  @inline(__always) static func set(_ values: inout LoopValues, _ value: UInt64) {
    values.c = value
  }
}

enum PlaceD: LoopPlace {
  @inline(__always) static func get(_ values: LoopValues, _ op: LoopOp) -> UInt64 { values.d }
  @inline(__always) static func set(_ values: inout LoopValues, _ value: UInt64) {
    values.d = value
  }
}

/// The operation's constant.
enum Constant: LoopSource {
  @inline(__always) static func get(_ values: LoopValues, _ op: LoopOp) -> UInt64 {
    op.pointee.immediate
  }
}
