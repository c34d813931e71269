import Foundation

extension Session {
  /// Larger files are no texts to read.
  private static let largestFile = 64 << 20

  /// A file's text. Devices, pipes and folders are refused, as are files of more than 64 MB.
  public func readText(_ path: String) throws(CommandError) -> String {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false))
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = attributes?[.size] as? Int, size <= Self.largestFile,
      let data = FileManager.default.contents(atPath: path)
    else { throw .message("Unable to open '\(path)'") }
    return String(decoding: data, as: UTF8.self)
  }
}
