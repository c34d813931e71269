/// The way back to an object from what it owns: nil once the object is gone.
///
/// As a weak reference, without what that costs: whoever has been referred to weakly counts his strong
/// references in a table of their own, which a debugger that is asked at every hit of a breakpoint
/// feels. In exchange the object says itself when it goes.
///
///     init() { backReference.object = self }
///     deinit { backReference.object = nil }
public final class BackReference<Object: AnyObject> {
  /// The object.
  public unowned var object: Object?

  /// Leads nowhere yet.
  public init() {}
}
