import Bytes

struct LineTable {}
extension PDB {
  public func locals(of procedure: Procedure, at rva: UInt32) -> [Local] { [] }
  public func inlineSites(of procedure: Procedure, at rva: UInt32) -> [InlineSite] { [] }
  public func labels(of procedure: Procedure) -> [Symbol] { [] }
  public func line(at rva: UInt32) -> SourceLine? { nil }
  public func lines(of procedure: Procedure) -> [SourceLine] { [] }
  public func rvas(file: String, line: Int) -> [UInt32] { [] }
  public func sourceFiles(matching pattern: WildcardPattern) -> [String] { [] }
}
