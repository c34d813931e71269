/// What `images.txt` says of one image.
struct GuestImage {
  var name: String
  var base = "140000000"
  var entry = ""
  var sources: [String] = []
  var exports: String?
  var imports: [String] = []
  var compilerOptions: [String] = []
  var linkerOptions: [String] = []

  /// The name without its extension: what its PDB and import library are called.
  var stem: String { name.split(separator: ".").first.map(String.init) ?? name }
}

struct ManifestError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = "images.txt: \(description)" }
}

/// Reads `images.txt`: `image NAME` begins an image, indented `key words...` lines describe it,
/// `#` begins a comment.
enum ImageManifest {
  static func read(_ text: String) throws -> [GuestImage] {
    var images: [GuestImage] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
      let words = content.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let key = words.first else { continue }
      let values = Array(words.dropFirst())
      if key == "image" {
        guard let name = values.first else {
          throw ManifestError("line \(number + 1): image without a name")
        }
        images.append(GuestImage(name: name))
        continue
      }
      guard !images.isEmpty else {
        throw ManifestError("line \(number + 1): \(key) stands before the first image")
      }
      try set(key, values, of: &images[images.count - 1], line: number + 1)
    }
    return images
  }

  private static func set(
    _ key: String, _ values: [String], of image: inout GuestImage, line: Int
  ) throws {
    switch key {
    case "base": image.base = values.joined()
    case "entry": image.entry = values.joined()
    case "sources": image.sources += values
    case "exports": image.exports = values.first
    case "imports": image.imports += values
    case "compile": image.compilerOptions += values
    case "link": image.linkerOptions += values
    default: throw ManifestError("line \(line): unknown key \(key)")
    }
  }
}
