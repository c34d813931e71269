import Images

/// Why a target could not be booted: the boot loader's own failures, before any guest code runs.
public enum BootError: Error, Equatable {
  case unknownScenario(String)
  case unknownProcessor(String)
  case missingFile(String)
  case badImage(file: String, reason: String)
  case unresolvedImport(importer: String, library: String, name: String)
  case missingLayout(type: String, field: String)
  case outOfMemory(pages: UInt64)
}

extension BootError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownScenario(let name):
      "There is no scenario '\(name)'; --list-scenarios lists them."
    case .unknownProcessor(let name):
      "There is no processor '\(name)'; these there are: \(ProcessorModel.names)."
    case .missingFile(let file):
      "The guest's file \(file) is missing from the build."
    case .badImage(let file, let reason):
      "\(file) cannot be loaded: \(reason)"
    case .unresolvedImport(let importer, let library, let name):
      "\(importer) imports \(library)!\(name), which is not exported."
    case .missingLayout(let type, let field):
      "The kernel's symbols do not describe \(type).\(field)."
    case .outOfMemory(let pages):
      "The machine's memory has no room for \(pages) more pages of the boot images."
    }
  }
}
