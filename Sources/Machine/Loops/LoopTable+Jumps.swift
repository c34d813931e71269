// swift-format-ignore-file
// Written by tables.py.

extension LoopTable {
  /// By condition (codes 2 to 7, 12 to 15), each with the second place and with the constant.
  static let againIf32: [LoopHandler] = [
    againBelow32B,
    againBelow32K,
    againAboveOrEqual32B,
    againAboveOrEqual32K,
    againEqual32B,
    againEqual32K,
    againNotEqual32B,
    againNotEqual32K,
    againBelowOrEqual32B,
    againBelowOrEqual32K,
    againAbove32B,
    againAbove32K,
    againLess32B,
    againLess32K,
    againGreaterOrEqual32B,
    againGreaterOrEqual32K,
    againLessOrEqual32B,
    againLessOrEqual32K,
    againGreater32B,
    againGreater32K,
  ]
  /// By condition.
  static let againCopying32: [LoopHandler] = [
    againCopyingBelow32,
    againCopyingAboveOrEqual32,
    againCopyingEqual32,
    againCopyingNotEqual32,
    againCopyingBelowOrEqual32,
    againCopyingAbove32,
    againCopyingLess32,
    againCopyingGreaterOrEqual32,
    againCopyingLessOrEqual32,
    againCopyingGreater32,
  ]
  /// By condition (codes 2 to 7, 12 to 15), each with the second place and with the constant.
  static let againIf64: [LoopHandler] = [
    againBelow64B,
    againBelow64K,
    againAboveOrEqual64B,
    againAboveOrEqual64K,
    againEqual64B,
    againEqual64K,
    againNotEqual64B,
    againNotEqual64K,
    againBelowOrEqual64B,
    againBelowOrEqual64K,
    againAbove64B,
    againAbove64K,
    againLess64B,
    againLess64K,
    againGreaterOrEqual64B,
    againGreaterOrEqual64K,
    againLessOrEqual64B,
    againLessOrEqual64K,
    againGreater64B,
    againGreater64K,
  ]
  /// By condition.
  static let againCopying64: [LoopHandler] = [
    againCopyingBelow64,
    againCopyingAboveOrEqual64,
    againCopyingEqual64,
    againCopyingNotEqual64,
    againCopyingBelowOrEqual64,
    againCopyingAbove64,
    againCopyingLess64,
    againCopyingGreaterOrEqual64,
    againCopyingLessOrEqual64,
    againCopyingGreater64,
  ]
  /// Of 32 and 64 bits.
  static let againCounting: [LoopHandler] = [
    againCounting32,
    againCounting64,
  ]
  /// When the condition holds, when it does not, always.
  static let skip: [LoopHandler] = [
    skipWhenTrue,
    skipWhenFalse,
    skipAlways,
  ]
  /// When the condition holds, when it does not, always.
  static let exit: [LoopHandler] = [
    exitWhenTrue,
    exitWhenFalse,
    exitAlways,
  ]
  /// When the condition holds, when it does not, always.
  static let again: [LoopHandler] = [
    againWhenTrue,
    againWhenFalse,
    againAlways,
  ]
}

@inline(__always) private func againBelow32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Below.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againBelow32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Below.self, UInt32.self, Constant.self) }
@inline(__always) private func againAboveOrEqual32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), AboveOrEqual.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againAboveOrEqual32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), AboveOrEqual.self, UInt32.self, Constant.self) }
@inline(__always) private func againEqual32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Equal.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againEqual32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Equal.self, UInt32.self, Constant.self) }
@inline(__always) private func againNotEqual32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), NotEqual.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againNotEqual32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), NotEqual.self, UInt32.self, Constant.self) }
@inline(__always) private func againBelowOrEqual32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), BelowOrEqual.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againBelowOrEqual32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), BelowOrEqual.self, UInt32.self, Constant.self) }
@inline(__always) private func againAbove32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Above.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againAbove32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Above.self, UInt32.self, Constant.self) }
@inline(__always) private func againLess32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Less.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againLess32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Less.self, UInt32.self, Constant.self) }
@inline(__always) private func againGreaterOrEqual32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), GreaterOrEqual.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againGreaterOrEqual32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), GreaterOrEqual.self, UInt32.self, Constant.self) }
@inline(__always) private func againLessOrEqual32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), LessOrEqual.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againLessOrEqual32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), LessOrEqual.self, UInt32.self, Constant.self) }
@inline(__always) private func againGreater32B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Greater.self, UInt32.self, PlaceB.self) }
@inline(__always) private func againGreater32K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Greater.self, UInt32.self, Constant.self) }
@inline(__always) private func againCopyingBelow32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Below.self, UInt32.self) }
@inline(__always) private func againCopyingAboveOrEqual32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), AboveOrEqual.self, UInt32.self) }
@inline(__always) private func againCopyingEqual32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Equal.self, UInt32.self) }
@inline(__always) private func againCopyingNotEqual32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), NotEqual.self, UInt32.self) }
@inline(__always) private func againCopyingBelowOrEqual32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), BelowOrEqual.self, UInt32.self) }
@inline(__always) private func againCopyingAbove32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Above.self, UInt32.self) }
@inline(__always) private func againCopyingLess32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Less.self, UInt32.self) }
@inline(__always) private func againCopyingGreaterOrEqual32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), GreaterOrEqual.self, UInt32.self) }
@inline(__always) private func againCopyingLessOrEqual32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), LessOrEqual.self, UInt32.self) }
@inline(__always) private func againCopyingGreater32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Greater.self, UInt32.self) }
@inline(__always) private func againBelow64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Below.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againBelow64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Below.self, UInt64.self, Constant.self) }
@inline(__always) private func againAboveOrEqual64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), AboveOrEqual.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againAboveOrEqual64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), AboveOrEqual.self, UInt64.self, Constant.self) }
@inline(__always) private func againEqual64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Equal.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againEqual64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Equal.self, UInt64.self, Constant.self) }
@inline(__always) private func againNotEqual64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), NotEqual.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againNotEqual64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), NotEqual.self, UInt64.self, Constant.self) }
@inline(__always) private func againBelowOrEqual64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), BelowOrEqual.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againBelowOrEqual64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), BelowOrEqual.self, UInt64.self, Constant.self) }
@inline(__always) private func againAbove64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Above.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againAbove64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Above.self, UInt64.self, Constant.self) }
@inline(__always) private func againLess64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Less.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againLess64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Less.self, UInt64.self, Constant.self) }
@inline(__always) private func againGreaterOrEqual64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), GreaterOrEqual.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againGreaterOrEqual64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), GreaterOrEqual.self, UInt64.self, Constant.self) }
@inline(__always) private func againLessOrEqual64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), LessOrEqual.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againLessOrEqual64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), LessOrEqual.self, UInt64.self, Constant.self) }
@inline(__always) private func againGreater64B(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Greater.self, UInt64.self, PlaceB.self) }
@inline(__always) private func againGreater64K(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againIf(o, loopValues(p, a, b, c, d), Greater.self, UInt64.self, Constant.self) }
@inline(__always) private func againCopyingBelow64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Below.self, UInt64.self) }
@inline(__always) private func againCopyingAboveOrEqual64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), AboveOrEqual.self, UInt64.self) }
@inline(__always) private func againCopyingEqual64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Equal.self, UInt64.self) }
@inline(__always) private func againCopyingNotEqual64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), NotEqual.self, UInt64.self) }
@inline(__always) private func againCopyingBelowOrEqual64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), BelowOrEqual.self, UInt64.self) }
@inline(__always) private func againCopyingAbove64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Above.self, UInt64.self) }
@inline(__always) private func againCopyingLess64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Less.self, UInt64.self) }
@inline(__always) private func againCopyingGreaterOrEqual64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), GreaterOrEqual.self, UInt64.self) }
@inline(__always) private func againCopyingLessOrEqual64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), LessOrEqual.self, UInt64.self) }
@inline(__always) private func againCopyingGreater64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCopying(o, loopValues(p, a, b, c, d), Greater.self, UInt64.self) }
@inline(__always) private func againCounting32(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCounting(o, loopValues(p, a, b, c, d), UInt32.self) }
@inline(__always) private func againCounting64(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { againCounting(o, loopValues(p, a, b, c, d), UInt64.self) }
@inline(__always) private func skipWhenTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { skip(o, loopValues(p, a, b, c, d), WhenTrue.self) }
@inline(__always) private func skipWhenFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { skip(o, loopValues(p, a, b, c, d), WhenFalse.self) }
@inline(__always) private func skipAlways(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { skip(o, loopValues(p, a, b, c, d), Always.self) }
@inline(__always) private func exitWhenTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { exit(o, loopValues(p, a, b, c, d), WhenTrue.self) }
@inline(__always) private func exitWhenFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { exit(o, loopValues(p, a, b, c, d), WhenFalse.self) }
@inline(__always) private func exitAlways(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { exit(o, loopValues(p, a, b, c, d), Always.self) }
@inline(__always) private func againWhenTrue(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { again(o, loopValues(p, a, b, c, d), WhenTrue.self) }
@inline(__always) private func againWhenFalse(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { again(o, loopValues(p, a, b, c, d), WhenFalse.self) }
@inline(__always) private func againAlways(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) { again(o, loopValues(p, a, b, c, d), Always.self) }
