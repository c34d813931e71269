import Language

/// `survey`: looks over a target as a whole. An example of a module that does not come with the
/// program; it uses public API only.
public enum Survey: ExtensionModule {
  public static let name = "survey"
  public static let version = "1.0.0"
  public static let commands = [stackUse, strings, holes]
}
