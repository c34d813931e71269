/// Finds PDB files by search path and keeps those that are open.
public final class SymbolStore {
  /// The search path; changing it does not drop what is already loaded.
  public var path: SymbolPath

  public init(path: String = "") { self.path = SymbolPath(path) }
}
