import Machine

/// A processor to choose by name (`--cpu`): what it can do, and what its CPUID therefore says.
public struct ProcessorModel: Equatable, Sendable {
  /// What `--cpu` takes.
  public let name: String
  /// What sets it apart.
  public let summary: String
  let features: ProcessorFeatures

  /// Every model, the default one first.
  public static let all: [ProcessorModel] = [
    ProcessorModel(
      name: "default", summary: "Everything that is executed, except AVX.", features: .default),
    ProcessorModel(
      name: "avx2", summary: "The default with AVX, AVX2, FMA and F16C.", features: .avx2Level),
    ProcessorModel(
      name: "baseline", summary: "What the first x86-64 processors had: MMX, SSE and SSE2.",
      features: [.mmx, .sse, .sse2]),
  ]

  /// The names, for a sentence.
  public static var names: String { all.map(\.name).joined(separator: ", ") }

  /// The model of that name, whatever its case.
  public static func named(_ name: String) throws(BootError) -> ProcessorModel {
    guard let found = all.first(where: { $0.name == name.lowercased() }) else {
      throw .unknownProcessor(name)
    }
    return found
  }
}
