/// What is replaced in an expression's text before it is read: `$T1` by the template argument, and
/// names of types with template arguments by their quoted form, which the C++ reader takes.
struct NatvisNames {
  let scope: NatvisScope

  private static let longest = 4096

  func prepared(_ text: String) -> String {
    guard text.utf8.count <= Self.longest else { return text }
    let text = withArguments(text)
    return text.contains("<") ? quotingTypes(text) : text
  }

  /// `$T1` as the argument it stands for.
  private func withArguments(_ text: String) -> String {
    guard !scope.arguments.isEmpty, text.contains("$T") else { return text }
    var result = ""
    var rest = Substring(text)
    while let place = rest.firstRange(of: "$T") {
      result += rest[..<place.lowerBound]
      rest = rest[place.upperBound...]
      let digits = rest.prefix { ("0"..."9").contains($0) }.prefix(4)
      if let number = Int(digits), number > 0, number <= scope.arguments.count {
        result += scope.arguments[number - 1]
        rest = rest.dropFirst(digits.count)
      } else {
        result += "$T"
      }
    }
    return result + rest
  }

  /// `A<B> *` as `@!"A<B>" *` where there is a type of that name.
  private func quotingTypes(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
        let end = Self.endOfQuotes(bytes, place)
        result += bytes[place..<end]
        place = end
      } else if Self.isNameByte(bytes[place]) {
        let end = Self.endOfName(bytes, place)
        if end < bytes.count, bytes[end] == UInt8(ascii: "<"),
          let (name, after) = type(bytes, place, end)
        {
          result += Array("@!\"\(name)\"".utf8)
          place = after
        } else {
          result += bytes[place..<end]
          place = end
        }
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func endOfName(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if isNameByte(bytes[end]) {
        end += 1
      } else if bytes[end] == UInt8(ascii: ":"), end + 2 < bytes.count,
        bytes[end + 1] == UInt8(ascii: ":"), isNameByte(bytes[end + 2])
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private static func endOfQuotes(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] != bytes[start] {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(end + 1, bytes.count)
  }

  /// The type whose name begins at `start` and whose arguments at `angle`, and where it ends.
  private func type(_ bytes: [UInt8], _ start: Int, _ angle: Int) -> (String, Int)? {
    var level = 0
    var end = angle
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "<"): level += 1
      case UInt8(ascii: ">"): level -= 1
      case UInt8(ascii: ","), UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "&"): break
      default:
        guard Self.isNameByte(bytes[end]) || bytes[end].isSpace else { return nil }
      }
      end += 1
      if level == 0 { break }
    }
    guard level == 0 else { return nil }
    // A scope may follow: `A<B>::C`.
    if end + 2 < bytes.count, bytes[end] == UInt8(ascii: ":"), Self.isNameByte(bytes[end + 2]) {
      end = Self.endOfName(bytes, end + 2)
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let name = NatvisTypeName(text)?.text else { return nil }
    let types = NatvisTypes(session: scope.session, module: scope.module)
    for candidate in [name, name.replacing(" >", with: ">"), text] {
      if types.cppType(named: candidate) != nil { return (candidate, end) }
    }
    return nil
  }
}
