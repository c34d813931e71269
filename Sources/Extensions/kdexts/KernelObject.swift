import Engine
import Language

/// An object of the object manager: what its header, its type and its name say.
struct KernelObject {
  /// Where the object itself begins; handles and names lead there.
  let body: UInt64
  let header: Struct
  let typeAddress: UInt64
  /// `Process`, `Event` ...
  let typeName: String
  /// The name, empty for objects without one.
  let name: String
  /// The directory that holds the name, 0 for the root and for objects without a name.
  let directory: UInt64

  /// Reads the object at an address. Throws where there is none: its header cannot be read, or its
  /// type index is not that of a type.
  init(at body: UInt64, _ debugger: Debugger) throws {
    let offset = try debugger.type("nt!_OBJECT_HEADER").offset(of: "Body")
    let header = try debugger.structure("nt!_OBJECT_HEADER", at: body &- offset)
    guard let index = try? header["TypeIndex"].uint else {
      throw CommandError.message("\(body.hex(16)): Not a valid object (ObjectHeader invalid)")
    }
    let table = try debugger.address(of: "nt!ObTypeIndexTable")
    let place = table &+ index &* UInt64(debugger.target.pointerSize)
    // Indexes 0 and 1 are no types; a type is itself an object of the type "Type".
    guard index >= 2, index < 256, let type = try? debugger.readPointer(place), type != 0,
      let typeName = try? debugger.structure("nt!_OBJECT_TYPE", at: type)["Name"].unicodeString,
      !typeName.isEmpty
    else {
      throw CommandError.message("\(body.hex(16)): Not a valid object (ObjectType invalid)")
    }
    self.body = body
    self.header = header
    self.typeName = typeName
    typeAddress = type
    let info = try Self.nameInfo(header, debugger)
    name = try info?["Name"].unicodeString ?? ""
    directory = try info?["Directory"].pointer ?? 0
  }

  /// The optional part with the object's name; the header's InfoMask says whether it is there, and
  /// nt!ObpInfoMaskToOffset how far before the header.
  private static func nameInfo(_ header: Struct, _ debugger: Debugger) throws -> Struct? {
    let nameBit: UInt64 = 2
    let mask = try header["InfoMask"].uint
    guard mask & nameBit != 0 else { return nil }
    let table = try debugger.address(of: "nt!ObpInfoMaskToOffset")
    let distance = try debugger.readUInt(table &+ (mask & (nameBit | (nameBit - 1))), 1)
    return try debugger.structure("nt!_OBJECT_HEADER_NAME_INFO", at: header.address &- distance)
  }

  /// The path from the root, `\Device\Console`; the name alone where the chain of directories breaks.
  func path(_ debugger: Debugger) -> String {
    guard !name.isEmpty else { return "" }
    var path = name
    var next = directory
    for _ in 0..<64 {
      guard next != 0, let parent = try? KernelObject(at: next, debugger), !parent.name.isEmpty,
        parent.name != "\\"
      else { break }
      path = parent.name + "\\" + path
      next = parent.directory
    }
    return path.hasPrefix("\\") ? path : "\\" + path
  }

  /// What a directory object holds, in the order of its hash buckets.
  static func entries(ofDirectory body: UInt64, _ debugger: Debugger) throws -> [(
    bucket: Int, object: UInt64
  )] {
    let directory = try debugger.structure("nt!_OBJECT_DIRECTORY", at: body)
    var found: [(bucket: Int, object: UInt64)] = []
    for bucket in 0..<37 {
      var entry = try directory["HashBuckets[\(bucket)]"].pointer
      var seen: Set<UInt64> = []
      while entry != 0 {
        guard seen.insert(entry).inserted, seen.count < 0x1_0000 else {
          throw LookupError.loop(at: entry)
        }
        try debugger.checkCancelled()
        let record = try debugger.structure("nt!_OBJECT_DIRECTORY_ENTRY", at: entry)
        found.append((bucket, try record["Object"].pointer))
        entry = try record["ChainLink"].pointer
      }
    }
    return found
  }

  /// The object of a path from the root; nil when a part of it is not there.
  static func named(_ path: String, _ debugger: Debugger) throws -> UInt64? {
    var place = try debugger.readPointer(debugger.address(of: "nt!ObpRootDirectoryObject"))
    for part in path.split(separator: "\\") {
      guard try KernelObject(at: place, debugger).typeName == "Directory" else { return nil }
      let wanted = part.lowercased()
      var next: UInt64?
      for entry in try entries(ofDirectory: place, debugger) {
        guard let object = try? KernelObject(at: entry.object, debugger) else { continue }
        if object.name.lowercased() == wanted { next = entry.object }
      }
      guard let next else { return nil }
      place = next
    }
    return place
  }

  /// The lines of `!object`, the second and later ones indented.
  func lines(_ debugger: Debugger, indent: String = "    ") throws -> [String] {
    var lines = [
      "Object: \(body.hex(16))  Type: (\(typeAddress.hex(16))) \(typeName)",
      "    ObjectHeader: \(header.address.hex(16)) (new version)",
      "\(indent)HandleCount: \(try header["HandleCount"].int)"
        + "  PointerCount: \(try header["PointerCount"].int)",
    ]
    if typeName == "File" {
      let file = try debugger.structure("nt!_FILE_OBJECT", at: body)
      let text = try file["FileName"].unicodeString
      let device = try file["DeviceObject"].pointer
      let deviceName = (try? KernelObject(at: device, debugger).name) ?? ""
      lines.append("\(indent)Directory Object: 00000000  Name: \(text) {\(deviceName)}")
    } else if !name.isEmpty {
      lines.append("\(indent)Directory Object: \(directory.shortHex)  Name: \(name)")
    }
    return lines
  }
}

extension UInt64 {
  /// Sixteen digits, eight for 0: how extensions show pointers that may be null.
  var shortHex: String { self == 0 ? "00000000" : hex(16) }
}
